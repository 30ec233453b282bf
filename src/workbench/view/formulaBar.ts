// The bar above the grid: the name box, and the content of the active cell. Reads addresses; the cell itself is edited by CellEditor.
import { addressOf, cellArea, parseAddress, sameArea, splitAddress } from '../book/area';
import type { BookApi } from '../book/bookApi';
import type { Area, Selection } from '../book/model';
import { words } from '../words';
import type { EditMode } from './cellEditor';
import { button, drawings, element, icon } from './element';
import { mergeAt } from './navigation';

/** What the name box shows for a selection: a name that stands for it, else the address of the active cell. */
export function nameBoxText(book: BookApi, selection: Selection): string {
  const area = selection.areas[0] ?? cellArea(0, 0);
  const sheet = book.sheetById(selection.sheetId);
  const named = book.names.find((name) => {
    if (!name.visible || (name.scope !== undefined && name.scope !== selection.sheetId)) return false;
    const target = placeOf(book, name.formula, selection.sheetId);
    return target !== undefined && target.sheetId === selection.sheetId && sameArea(target.area, area);
  });
  if (named && selection.areas.length === 1) return named.name;
  const table = sheet?.tables.find((each) => sameArea(area, each.hasHeader ? { ...each.area, top: each.area.top + 1 } : each.area));
  if (table && selection.areas.length === 1) return table.name;
  return addressOf(cellArea(selection.active.row, selection.active.column));
}

/** The cells that a text in the name box means: an address, with or without a sheet, a name or a table. */
export function placeOf(book: BookApi, text: string, fromSheet: string): { sheetId: string; area: Area } | undefined {
  const { sheet, rest } = splitAddress(text);
  const target = sheet === undefined ? book.sheetById(fromSheet) : book.sheetByName(sheet);
  const area = parseAddress(rest);
  if (target && area) return { sheetId: target.id, area };
  const name = book.names.find((each) => each.name.toLowerCase() === text.trim().toLowerCase() && (each.scope === undefined || each.scope === fromSheet));
  if (name && name.formula !== `=${text}`) return placeOf(book, name.formula, fromSheet);
  const table = book.tableByName(text.trim());
  return table && { sheetId: table.sheet.id, area: table.table.hasHeader ? { ...table.table.area, top: table.table.area.top + 1 } : table.table.area };
}

export interface FormulaBarNeeds {
  goTo(sheetId: string, area: Area): void;
  commit(): void;
  cancel(): void;
  back(): void;
  tell(message: string): void;
}

export class FormulaBar {
  readonly element: HTMLElement;
  readonly content: HTMLTextAreaElement;
  private readonly nameBox: HTMLInputElement;
  private readonly names: HTMLDataListElement;
  private readonly cancelButton: HTMLButtonElement;
  private readonly enterButton: HTMLButtonElement;

  constructor(private readonly book: BookApi, private readonly needs: FormulaBarNeeds) {
    this.names = element('datalist', { id: 'wb-names' });
    this.nameBox = element('input', { class: 'wb-name-box', 'aria-label': words.formulaBar.nameBox, title: words.formulaBar.nameBox, list: 'wb-names', spellcheck: 'false', autocomplete: 'off' });
    this.content = element('textarea', { class: 'wb-formula-content', 'aria-label': words.formulaBar.content, rows: 1, spellcheck: 'false', autocomplete: 'off' });
    this.cancelButton = button({ class: 'wb-formula-button', title: words.formulaBar.cancel, 'aria-label': words.formulaBar.cancel, tabindex: '-1', disabled: true }, () => needs.cancel(), icon(drawings.close, 14));
    this.enterButton = button({ class: 'wb-formula-button', title: words.formulaBar.enter, 'aria-label': words.formulaBar.enter, tabindex: '-1', disabled: true }, () => needs.commit(), icon(drawings.check, 14));
    // Pressing a button must not take the text away from the editor.
    for (const each of [this.cancelButton, this.enterButton]) each.addEventListener('pointerdown', (event) => event.preventDefault());
    const expand = button({ class: 'wb-formula-button', 'aria-label': words.formulaBar.content, tabindex: '-1', 'aria-expanded': 'false' }, () => {
      const isTall = this.element.classList.toggle('is-tall');
      expand.setAttribute('aria-expanded', String(isTall));
    }, icon(drawings.down, 12));
    this.element = element('div', { class: 'wb-formula-bar' }, this.nameBox, this.names, this.cancelButton, this.enterButton, element('span', { class: 'wb-fx', 'aria-hidden': 'true', text: 'fx' }), this.content, expand);
    this.nameBox.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') this.go();
      else if (event.key === 'Escape') needs.back();
      else return;
      event.preventDefault();
      this.follow();
    });
    this.nameBox.addEventListener('focus', () => this.nameBox.select());
    this.nameBox.addEventListener('blur', () => this.follow());
  }

  focusNameBox(): void {
    this.nameBox.focus();
  }

  /** The selection or the names changed. */
  follow(): void {
    if (document.activeElement !== this.nameBox) this.nameBox.value = nameBoxText(this.book, this.book.selection);
  }

  followNames(): void {
    const tables = this.book.sheets.flatMap((sheet) => sheet.tables.map((table) => table.name));
    const names = this.book.names.filter((name) => name.visible).map((name) => name.name);
    this.names.replaceChildren(...[...new Set([...names, ...tables])].map((name) => element('option', { value: name })));
  }

  modeChanged(mode: EditMode): void {
    this.cancelButton.disabled = mode === 'ready';
    this.enterButton.disabled = mode === 'ready';
  }

  private go(): void {
    const text = this.nameBox.value.trim();
    const place = placeOf(this.book, text, this.book.activeSheetId);
    if (!place) return this.needs.tell(words.formulaBar.badReference(text));
    const sheet = this.book.sheetById(place.sheetId);
    if (sheet && sheet.visibility !== 'Visible') return this.needs.tell(words.formulaBar.sheetIsHidden(sheet.name));
    const isCell = place.area.top === place.area.bottom && place.area.left === place.area.right;
    this.needs.goTo(place.sheetId, isCell && sheet ? mergeAt(sheet, { row: place.area.top, column: place.area.left }) : place.area);
    this.needs.back();
  }
}
