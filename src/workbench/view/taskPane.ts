// The task pane beside the grid: 350 pixels wide as in Excel, with a title bar, holding the add-in's own page in a frame.
import { words } from '../words';
import { button, drawings, element, icon } from './element';
import { openMenu } from './popups';

/** Excel tells Office.js by the page's address that it is Excel for Windows in Chinese. */
const HOST_INFO = '_host_Info=Excel$Win32$16.01$zh-CN$$$$0';

/** A page's address as Excel opens it. */
export function asHostPage(url: string): string {
  const [before = '', hash] = url.split('#');
  return `${before}${before.includes('?') ? '&' : '?'}${HOST_INFO}${hash === undefined ? '' : `#${hash}`}`;
}

export interface TaskPaneNeeds {
  toggled(): void;
  /** The pane was closed: the keyboard goes back to the sheet. */
  back(): void;
  /** A key was pressed in the pane's page. */
  key(event: KeyboardEvent): void;
}

export class TaskPane {
  readonly element: HTMLElement;
  private readonly title: HTMLElement;
  private readonly holder: HTMLElement;
  private frame: HTMLIFrameElement | undefined;

  constructor(private readonly needs: TaskPaneNeeds) {
    this.title = element('h2', { class: 'wb-pane-title' });
    this.holder = element('div', { class: 'wb-pane-holder' });
    const menu = button({ class: 'wb-pane-button', title: words.pane.menu, 'aria-label': words.pane.menu, 'aria-haspopup': 'menu' }, () => {
      const place = menu.getBoundingClientRect();
      openMenu(words.pane.menu, [{ label: words.pane.reload, does: () => this.reload() }, { label: words.pane.close, does: () => this.close() }], { x: place.left, y: place.bottom }, () => menu.focus());
    }, icon(drawings.menu, 12));
    this.element = element('aside', { class: 'wb-pane', hidden: true },
      element('div', { class: 'wb-pane-head' }, this.title, menu, button({ class: 'wb-pane-button', title: words.pane.close, 'aria-label': words.pane.close, 'data-command': 'close-pane' }, () => this.close(), icon(drawings.close, 14))),
      this.holder);
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** Opens a page in the pane. The page of the button that was pressed begins anew, also when the pane shows that address already: it may have gone elsewhere since. */
  open(url: string, title: string, focus: boolean): void {
    const address = asHostPage(url);
    this.title.textContent = title;
    this.element.setAttribute('aria-label', words.pane.label(title));
    this.element.hidden = false;
    this.load(address, title);
    this.needs.toggled();
    if (focus) this.frame?.focus();
  }

  /** Loads the page anew, as when another workbook was opened. */
  reload(): void {
    const address = this.frame?.dataset['address'];
    if (this.isOpen && address) this.load(address, this.title.textContent ?? '');
  }

  close(): void {
    this.frame?.remove();
    this.frame = undefined;
    this.element.hidden = true;
    this.needs.toggled();
    this.needs.back();
  }

  focus(): void {
    this.frame?.focus();
  }

  /** A new frame for each page: what the last page left running ends with it. */
  private load(address: string, title: string): void {
    this.frame?.remove();
    this.frame = element('iframe', { class: 'wb-pane-frame', title, 'data-address': address, name: 'task-pane', allow: 'clipboard-read; clipboard-write' });
    const { frame } = this;
    // F6 and Ctrl+S reach Excel also from the pane.
    frame.addEventListener('load', () => frame.contentWindow?.addEventListener('keydown', (event) => this.needs.key(event)));
    frame.src = address;
    this.holder.append(frame);
  }
}
