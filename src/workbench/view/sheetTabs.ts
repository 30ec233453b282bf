// The tabs under the grid: which sheets there are, which is shown; renaming, moving, hiding, adding, deleting. Asks the book.
import type { BookApi } from '../book/bookApi';
import type { Sheet } from '../book/model';
import { words } from '../words';
import type { Dialogs } from './dialogs';
import { button, drawings, element, icon } from './element';
import type { PersonActions } from './personActions';
import { openMenu, type MenuItem } from './popups';

export class SheetTabs {
  readonly element: HTMLElement;
  private readonly list: HTMLElement;
  private renaming: string | undefined;

  constructor(private readonly book: BookApi, private readonly actions: PersonActions, private readonly dialogs: Dialogs, private readonly back: () => void) {
    this.list = element('div', { class: 'wb-tab-list', role: 'tablist', 'aria-label': words.tabs.label });
    const scroll = (by: number, path: string, label: string) => button({ class: 'wb-tab-scroll', 'aria-label': label, title: label, tabindex: '-1' }, () => this.list.scrollBy({ left: by, behavior: 'smooth' }), icon(path, 12));
    this.element = element('div', { class: 'wb-tabs' },
      scroll(-160, drawings.left, words.tabs.moveLeft), scroll(160, drawings.right, words.tabs.moveRight), this.list,
      button({ class: 'wb-tab-add', title: words.tabs.add, 'aria-label': words.tabs.add }, () => this.add(), icon(drawings.plus, 14)));
  }

  /** The sheets or the active one changed. */
  follow(): void {
    if (this.renaming !== undefined) return;
    const hadFocus = this.list.contains(document.activeElement);
    const visible = this.book.sheets.filter((sheet) => sheet.visibility === 'Visible');
    this.list.replaceChildren(...visible.map((sheet) => this.tab(sheet)));
    const active = this.list.querySelector<HTMLElement>('[aria-selected="true"]');
    active?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (hadFocus) active?.focus();
  }

  private tab(sheet: Sheet): HTMLElement {
    const isActive = sheet.id === this.book.activeSheetId;
    const made = element('button', { type: 'button', role: 'tab', class: 'wb-tab', 'aria-selected': String(isActive), tabindex: isActive ? '0' : '-1', 'data-sheet': sheet.name, title: sheet.protection ? `${sheet.name}（${words.tabs.protectedMark}）` : sheet.name });
    if (sheet.protection) made.append(icon(drawings.lock, 12));
    made.append(element('span', { text: sheet.name }));
    if (sheet.tabColor) {
      made.style.setProperty('--tab-color', sheet.tabColor);
      made.classList.add('is-coloured');
    }
    made.addEventListener('click', () => {
      this.book.activate(sheet.id, 'user');
      this.back();
    });
    made.addEventListener('dblclick', () => this.rename(sheet));
    made.addEventListener('contextmenu', (event) => {
      event.preventDefault();
      this.openMenu(sheet, { x: event.clientX, y: event.clientY });
    });
    made.addEventListener('keydown', (event) => this.key(event, sheet, made));
    return made;
  }

  private key(event: KeyboardEvent, sheet: Sheet, made: HTMLElement): void {
    const visible = this.book.sheets.filter((each) => each.visibility === 'Visible');
    const at = visible.findIndex((each) => each.id === sheet.id);
    const to = event.key === 'ArrowLeft' ? visible[at - 1] : event.key === 'ArrowRight' ? visible[at + 1] : undefined;
    if (to) this.book.activate(to.id, 'user');
    else if (event.key === 'F2') this.rename(sheet);
    else if (event.key === 'Delete') void this.remove(sheet);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const place = made.getBoundingClientRect();
      this.openMenu(sheet, { x: place.left, y: place.top });
    } else if (event.key === 'Escape') this.back();
    else return;
    event.preventDefault();
  }

  private openMenu(sheet: Sheet, point: { x: number; y: number }): void {
    const at = this.book.sheets.indexOf(sheet);
    const hidden = this.book.sheets.filter((each) => each.visibility === 'Hidden');
    const visible = this.book.sheets.filter((each) => each.visibility === 'Visible');
    const items: (MenuItem | 'line')[] = [
      { label: words.tabs.add, does: () => this.add(at) },
      { label: words.tabs.remove, disabled: visible.length < 2, does: () => void this.remove(sheet) },
      { label: words.tabs.rename, does: () => this.rename(sheet) },
      'line',
      { label: words.tabs.moveLeft, disabled: at <= 0, does: () => void this.actions.attempt(() => this.book.moveSheet(sheet.id, at - 1)) },
      { label: words.tabs.moveRight, disabled: at >= this.book.sheets.length - 1, does: () => void this.actions.attempt(() => this.book.moveSheet(sheet.id, at + 1)) },
      'line',
      { label: words.tabs.hide, disabled: visible.length < 2, does: () => void this.actions.attempt(() => this.book.setVisibility(sheet.id, 'Hidden')) },
      { label: words.tabs.show, disabled: hidden.length === 0, does: () => this.openHidden(hidden, point) },
    ];
    openMenu(words.tabs.menu, items, point, this.back);
  }

  private openHidden(hidden: readonly Sheet[], point: { x: number; y: number }): void {
    openMenu(words.tabs.hiddenList, hidden.map((sheet) => ({
      label: sheet.name,
      does: () => void this.actions.attempt(() => {
        this.book.setVisibility(sheet.id, 'Visible');
        this.book.activate(sheet.id, 'user');
      }),
    })), point, this.back);
  }

  private add(position?: number): void {
    void this.actions.attempt(() => {
      const at = position ?? this.book.sheets.findIndex((each) => each.id === this.book.activeSheetId) + 1;
      this.book.activate(this.book.addSheet(undefined, at).id, 'user');
    }).then(this.back);
  }

  private async remove(sheet: Sheet): Promise<void> {
    const isEmpty = this.book.usedArea(sheet.id, false) === undefined;
    const answer = isEmpty ? 'remove' : await this.dialogs.ask({
      title: words.dialog.title, message: words.tabs.removeAsks(sheet.name), kind: 'warning',
      answers: [{ id: 'remove', label: words.tabs.remove }, { id: 'keep', label: words.dialog.cancel }],
    });
    if (answer !== 'remove') return;
    await this.actions.attempt(() => {
      this.book.deleteSheet(sheet.id);
      this.actions.undoList.forget();
    });
    this.back();
  }

  private rename(sheet: Sheet): void {
    const tab = [...this.list.children].find((each) => each instanceof HTMLElement && each.dataset['sheet'] === sheet.name);
    if (!tab) return;
    this.renaming = sheet.id;
    const field = element('input', { class: 'wb-tab-name', 'aria-label': words.tabs.nameOf, value: sheet.name, maxlength: 31, spellcheck: 'false' });
    field.size = Math.max(4, sheet.name.length * 2);
    tab.replaceWith(field);
    field.focus();
    field.select();
    const end = (keep: boolean) => {
      if (this.renaming === undefined) return;
      this.renaming = undefined;
      const name = field.value.trim();
      const done = keep && name !== '' && name !== sheet.name ? this.actions.attempt(() => this.book.renameSheet(sheet.id, name)) : Promise.resolve(undefined);
      void done.then(() => {
        this.follow();
        this.back();
      });
    };
    field.addEventListener('blur', () => end(true));
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') end(true);
      else if (event.key === 'Escape') end(false);
      event.stopPropagation();
    });
  }
}
