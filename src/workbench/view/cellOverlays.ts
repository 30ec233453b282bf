// Small buttons that float over cells: the dropdown of a list validation, and the filter buttons of table headers. Follow the grid when it moves.
import { addressOf, cellArea } from '../book/area';
import type { BookApi } from '../book/bookApi';
import type { Sheet, Table } from '../book/model';
import { words } from '../words';
import { button, drawings, element, icon } from './element';
import { openFilter } from './filterPopup';
import type { GridView } from './gridView';
import { mergeAt, type Place } from './navigation';
import type { PersonActions } from './personActions';
import { openList } from './popups';

const SIZE = 17;

export class CellOverlays {
  private readonly listButton: HTMLButtonElement;
  private readonly prompt = element('div', { class: 'wb-prompt', role: 'note', hidden: true });
  private filterButtons: HTMLButtonElement[] = [];
  private filtersOf = '';
  private due = false;
  grid: GridView | undefined;

  constructor(private readonly book: BookApi, private readonly surface: HTMLElement, private readonly actions: PersonActions, private readonly back: () => void) {
    this.listButton = button({ class: 'wb-cell-button', tabindex: '-1', hidden: true }, () => { this.openListAt(this.book.selection.active); }, icon(drawings.down, 12));
    surface.append(this.listButton, this.prompt);
  }

  /** Something moved or changed: the buttons find their places again, once for many calls. */
  follow(): void {
    if (this.due) return;
    this.due = true;
    requestAnimationFrame(() => {
      this.due = false;
      this.place();
    });
  }

  /** Opens what a cell offers: its dropdown list, or the filter of a table header. False when it offers nothing. */
  openListAt(at: Place): boolean {
    const sheet = this.sheet();
    if (!sheet) return false;
    const table = headerTable(sheet, at);
    if (table) {
      this.openFilterOf(sheet, table, at.column - table.area.left);
      return true;
    }
    const choices = this.book.listAt(sheet.id, at.row, at.column);
    const rect = this.grid?.rectOf(sheet.id, mergeAt(sheet, at));
    if (!choices || choices.length === 0 || !rect) return false;
    const address = addressOf(cellArea(at.row, at.column));
    void this.actions.mayEdit(sheet.id, at).then((may) => {
      if (!may) return;
      openList(words.grid.listButton(address), choices, this.book.textAt(sheet.id, at.row, at.column), { x: rect.x, y: rect.y + rect.height, width: rect.width, flip: rect.y }, (text) => void this.actions.type(sheet.id, at, text), this.back);
    });
    return true;
  }

  private sheet(): Sheet | undefined {
    return this.book.sheetById(this.book.activeSheetId);
  }

  private place(): void {
    const sheet = this.sheet();
    if (!sheet || !this.grid) return;
    this.placeList(sheet);
    this.placePrompt(sheet);
    this.placeFilters(sheet);
  }

  private placeList(sheet: Sheet): void {
    const { active, sheetId } = this.book.selection;
    const validation = sheetId === sheet.id ? this.book.validationAt(sheet.id, active.row, active.column) : undefined;
    const rect = validation?.type === 'list' && validation.inCellDropDown ? this.grid?.rectOf(sheet.id, mergeAt(sheet, active)) : undefined;
    this.listButton.hidden = !rect?.inSight;
    if (!rect?.inSight) return;
    const page = this.surface.getBoundingClientRect();
    // Outside the cell at its lower right, as in Excel; inside where the grid ends there.
    const left = rect.x - page.left + rect.width;
    this.listButton.style.left = `${left + SIZE > page.width - 14 ? left - SIZE : left}px`;
    this.listButton.style.top = `${rect.y - page.top + rect.height - SIZE}px`;
    this.listButton.setAttribute('aria-label', words.grid.listButton(addressOf(cellArea(active.row, active.column))));
  }

  /** What a validation says of the cell while it is chosen. */
  private placePrompt(sheet: Sheet): void {
    const { active, sheetId } = this.book.selection;
    const prompt = sheetId === sheet.id ? this.book.validationAt(sheet.id, active.row, active.column)?.prompt : undefined;
    const rect = prompt?.show && (prompt.title || prompt.message) ? this.grid?.rectOf(sheet.id, mergeAt(sheet, active)) : undefined;
    this.prompt.hidden = !prompt || !rect?.inSight;
    if (!prompt || !rect?.inSight) return;
    const page = this.surface.getBoundingClientRect();
    this.prompt.replaceChildren(...(prompt.title ? [element('strong', { text: prompt.title })] : []), element('span', { text: prompt.message }));
    const { width, height } = this.prompt.getBoundingClientRect();
    const below = rect.y - page.top + rect.height + 4;
    this.prompt.style.left = `${Math.min(rect.x - page.left + 16, page.width - width - 16)}px`;
    this.prompt.style.top = `${below + height > page.height ? rect.y - page.top - height - 4 : below}px`;
  }

  private placeFilters(sheet: Sheet): void {
    const headers = sheet.tables.filter((table) => table.hasHeader && table.filterButton).flatMap((table) => table.columns.map((column, index) => ({ table, name: column.name, index })));
    const key = JSON.stringify([sheet.id, headers.map(({ table, name, index }) => [table.id, name, index])]);
    if (key !== this.filtersOf) {
      this.filtersOf = key;
      for (const each of this.filterButtons) each.remove();
      this.filterButtons = headers.map(({ table, name, index }) => {
        const made = button({ class: 'wb-filter-button', tabindex: '-1', 'aria-label': words.grid.filterButton(name), title: words.grid.filterButton(name) }, () => this.openFilterOf(sheet, table, index));
        this.surface.append(made);
        return made;
      });
    }
    const page = this.surface.getBoundingClientRect();
    headers.forEach(({ table, index }, at) => {
      const made = this.filterButtons[at];
      const column = table.area.left + index;
      const rect = this.grid?.rectOf(sheet.id, cellArea(table.area.top, column));
      if (!made) return;
      const isHidden = sheet.columns.get(column)?.hidden === true || sheet.rows.get(table.area.top)?.hidden === true;
      made.hidden = !rect?.inSight || isHidden || rect.width < SIZE;
      if (!rect || made.hidden) return;
      const isOn = table.filters.has(index);
      if (made.dataset['on'] !== String(isOn)) {
        made.dataset['on'] = String(isOn);
        made.replaceChildren(icon(isOn ? drawings.funnel : drawings.down, 11));
      }
      made.style.left = `${rect.x - page.left + rect.width - SIZE - 1}px`;
      made.style.top = `${rect.y - page.top + rect.height - SIZE - 1}px`;
    });
  }

  private openFilterOf(sheet: Sheet, table: Table, index: number): void {
    const rect = this.grid?.rectOf(sheet.id, cellArea(table.area.top, table.area.left + index));
    if (rect) openFilter(this.book, this.actions, sheet, table, index, { x: rect.x, y: rect.y + rect.height }, this.back);
  }
}

function headerTable(sheet: Sheet, at: Place): Table | undefined {
  return sheet.tables.find(({ area, hasHeader, filterButton }) => hasHeader && filterButton && at.row === area.top && at.column >= area.left && at.column <= area.right);
}
