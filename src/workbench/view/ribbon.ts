// Draws the ribbon of a manifest, with the workbench's own file menu before it. Knows labels and icons, not what the buttons lead to.
import { words } from '../words';
import { button, drawings, element, icon } from './element';
import { iconFor, localAddress, type RibbonAction, type RibbonButton, type RibbonMenu, type RibbonModel, type RibbonTab } from './manifestRibbon';
import { openMenu } from './popups';

export interface RibbonNeeds {
  run(action: RibbonAction, label: string): Promise<void>;
  openFileMenu(point: { x: number; y: number }): void;
  back(): void;
}

export class Ribbon {
  readonly element: HTMLElement;
  private readonly tabs: HTMLElement;
  private readonly body: HTMLElement;
  private model: RibbonModel | undefined;
  private shown = 0;

  constructor(private readonly needs: RibbonNeeds) {
    const file = button({ class: 'wb-ribbon-tab wb-file-tab', 'aria-haspopup': 'menu', text: words.file.tab, 'data-command': 'file' }, () => {
      const place = file.getBoundingClientRect();
      needs.openFileMenu({ x: place.left, y: place.bottom });
    });
    this.tabs = element('div', { class: 'wb-ribbon-tabs', role: 'tablist', 'aria-label': words.ribbon.tabs });
    this.body = element('div', { class: 'wb-ribbon-body', role: 'toolbar', 'aria-label': words.ribbon.label });
    const collapse = button({ class: 'wb-ribbon-collapse', title: words.ribbon.collapse, 'aria-label': words.ribbon.collapse, 'aria-expanded': 'true' }, () => this.toggle(), icon(drawings.up, 12));
    this.element = element('div', { class: 'wb-ribbon' }, element('div', { class: 'wb-ribbon-head' }, file, this.tabs, collapse), this.body);
    this.body.addEventListener('keydown', (event) => this.keyInBody(event));
    this.tabs.addEventListener('keydown', (event) => this.keyInTabs(event));
  }

  /** Draws what a manifest describes. */
  draw(model: RibbonModel): void {
    this.model = model;
    this.show(0);
  }

  /** Draws a sentence in place of the buttons. */
  say(sentence: string): void {
    this.body.replaceChildren(element('p', { class: 'wb-ribbon-note', text: sentence }));
  }

  /** Folds the buttons away or back. */
  toggle(): void {
    const isFolded = this.element.classList.toggle('is-folded');
    const control = this.element.querySelector('.wb-ribbon-collapse');
    const label = isFolded ? words.ribbon.expand : words.ribbon.collapse;
    control?.setAttribute('aria-expanded', String(!isFolded));
    control?.setAttribute('aria-label', label);
    control?.setAttribute('title', label);
  }

  focus(): void {
    (this.tabs.querySelector<HTMLElement>('[aria-selected="true"]') ?? this.element.querySelector<HTMLElement>('.wb-file-tab'))?.focus();
  }

  private show(index: number): void {
    const { model } = this;
    if (!model) return;
    this.shown = index;
    this.tabs.replaceChildren(...model.tabs.map((tab, at) => button({ class: 'wb-ribbon-tab', role: 'tab', 'aria-selected': String(at === index), tabindex: at === index ? '0' : '-1', text: tab.label, 'data-command': tab.id }, () => {
      if (this.element.classList.contains('is-folded')) this.toggle();
      this.show(at);
    })));
    const tab = model.tabs[index];
    this.body.replaceChildren(...(tab ? this.groups(tab) : []));
    const first = this.body.querySelector('button');
    first?.setAttribute('tabindex', '0');
  }

  private groups(tab: RibbonTab): HTMLElement[] {
    return tab.groups.map((group) => element('div', { class: 'wb-ribbon-group', role: 'group', 'aria-label': words.ribbon.groupOf(group.label) },
      element('div', { class: 'wb-ribbon-controls' }, ...group.controls.map((control) => (control.kind === 'menu' ? this.menu(control) : this.button(control)))),
      element('div', { class: 'wb-ribbon-label', 'aria-hidden': 'true', text: group.label })));
  }

  private button(control: RibbonButton): HTMLElement {
    const made = button(faceOf(control), () => void this.press(made, control), ...insideOf(control));
    return made;
  }

  private menu(control: RibbonMenu): HTMLElement {
    const made = button({ ...faceOf(control), 'aria-haspopup': 'menu' }, () => {
      const place = made.getBoundingClientRect();
      openMenu(control.label, control.items.map((item) => ({ label: item.label, tip: item.tip.text, does: () => void this.press(made, item) })), { x: place.left, y: place.bottom }, () => made.focus());
    }, ...insideOf(control), icon(drawings.down, 10));
    return made;
  }

  private async press(made: HTMLElement, control: RibbonButton): Promise<void> {
    if (made.getAttribute('aria-busy') === 'true') return;
    made.setAttribute('aria-busy', 'true');
    try {
      await this.needs.run(control.action, control.label);
    } finally {
      made.removeAttribute('aria-busy');
    }
  }

  private keyInTabs(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.body.querySelector('button')?.focus();
    } else if (event.key === 'Escape') this.needs.back();
    if (step === 0 || !this.model) return;
    event.preventDefault();
    this.show((this.shown + step + this.model.tabs.length) % this.model.tabs.length);
    this.tabs.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }

  private keyInBody(event: KeyboardEvent): void {
    const buttons = [...this.body.querySelectorAll('button')];
    const at = buttons.findIndex((each) => each === document.activeElement);
    const to = event.key === 'ArrowRight' ? at + 1 : event.key === 'ArrowLeft' ? at - 1 : event.key === 'Home' ? 0 : event.key === 'End' ? buttons.length - 1 : undefined;
    if (event.key === 'ArrowUp') this.focus();
    else if (event.key === 'Escape') this.needs.back();
    else if (to !== undefined) {
      const next = buttons[(to + buttons.length) % buttons.length];
      for (const each of buttons) each.setAttribute('tabindex', each === next ? '0' : '-1');
      next?.focus();
    } else return;
    event.preventDefault();
  }
}

function faceOf(control: RibbonButton | RibbonMenu): Record<string, string> {
  const tip = control.tip.title && control.tip.title !== control.label ? `${control.tip.title}\n${control.tip.text}` : control.tip.text;
  return { class: 'wb-ribbon-button', tabindex: '-1', title: tip ? `${control.label}\n${tip}` : control.label, 'data-command': control.id };
}

function insideOf(control: RibbonButton | RibbonMenu): Node[] {
  const found = iconFor(control.icons, 32, window.devicePixelRatio);
  const picture = element('img', { class: 'wb-ribbon-icon', alt: '', width: 32, height: 32, ...(found ? { src: localAddress(found.url, location.href) } : {}) });
  return [picture, element('span', { text: control.label })];
}
