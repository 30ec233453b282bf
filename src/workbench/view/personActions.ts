// What a person does to the cells: types, clears, copies, pastes, fills, inserts, deletes. Asks the book, and tells in an alert what the book refused.
import { bounding, cellArea, columnCount, intersection, isWholeColumns, isWholeRows, rowCount } from '../book/area';
import type { BookApi, Calc } from '../book/bookApi';
import { HostFault } from '../book/hostFault';
import type { Area, Selection, Sheet } from '../book/model';
import { ENTRY_WORDS } from '../book/entryWords';
import { words } from '../words';
import { isDateFormat } from 'numfmt';
import { fromTabbed, toHtml, toTabbed } from './clipboardText';
import type { Dialogs } from './dialogs';
import { continued, type FillSource } from './fillSeries';
import { inputText, literalInput } from './inputText';
import type { Place } from './navigation';
import { UndoList } from './undoList';

/** More cells than this are not copied, filled or pasted in one go. */
const MANY = 200_000;

/** What came of typing: taken, given up, or to be edited further. */
export type Typed = 'taken' | 'given up' | 'again';

interface Copied { sheetId: string; area: Area; text: string; cut: boolean }

export class PersonActions {
  readonly undoList: UndoList;
  private copied: Copied | undefined;

  constructor(private readonly book: BookApi, private readonly calc: Calc, private readonly dialogs: Dialogs) {
    this.undoList = new UndoList(book);
  }

  /** The text that the formula bar shows for a cell. */
  inputAt(sheetId: string, at: Place): string {
    const style = this.book.styleAt(sheetId, at.row, at.column);
    const cell = this.book.cellAt(sheetId, at.row, at.column);
    return cell?.formula !== undefined && style.formulaHidden && this.book.sheetById(sheetId)?.protection ? '' : inputText(cell, style.numberFormat, this.book.date1904);
  }

  /** Whether typing may begin: a locked cell of a protected sheet says so at once, as in Excel. */
  async mayEdit(sheetId: string, at: Place): Promise<boolean> {
    if (!this.book.sheetById(sheetId)?.protection || !this.book.styleAt(sheetId, at.row, at.column).locked) return true;
    await this.dialogs.tell(ENTRY_WORDS.protected.title, ENTRY_WORDS.protected.message);
    return false;
  }

  async type(sheetId: string, at: Place, text: string): Promise<Typed> {
    const before = this.inputAt(sheetId, at);
    if (text === before) return 'taken';
    const result = this.undoList.record(sheetId, cellArea(at.row, at.column), () => this.book.enter(sheetId, at.row, at.column, text));
    if (result.taken) {
      if (result.warning) await this.askAboutWarning(sheetId, at, result.warning);
      return 'taken';
    }
    const canRetry = result.because === 'validation' || result.because === 'formula';
    const answer = await this.dialogs.ask({
      title: result.title,
      message: result.message,
      kind: 'stop',
      answers: canRetry ? [{ id: 'again', label: words.dialog.retry }, { id: 'cancel', label: words.dialog.cancel }] : [{ id: 'cancel', label: words.dialog.ok }],
    });
    return answer === 'again' ? 'again' : 'given up';
  }

  private async askAboutWarning(sheetId: string, at: Place, warning: { title: string; message: string }): Promise<void> {
    const style = this.book.validationAt(sheetId, at.row, at.column)?.alert?.style;
    const answers = style === 'information'
      ? [{ id: 'keep', label: words.dialog.ok }, { id: 'back', label: words.dialog.cancel }]
      : [{ id: 'keep', label: words.dialog.yes }, { id: 'back', label: words.dialog.no }];
    const message = style === 'information' ? warning.message : `${warning.message}\n${words.dialog.retryAsks}`;
    if ((await this.dialogs.ask({ title: warning.title, message, kind: style === 'information' ? 'information' : 'warning', answers })) === 'back') this.undoList.undo();
  }

  /** The same input in every cell of a selection (Ctrl+Enter); formulas move as if filled from the active cell. */
  async typeEverywhere(selection: Selection, text: string): Promise<Typed> {
    const { sheetId, active } = selection;
    const first = await this.type(sheetId, active, text);
    if (first !== 'taken') return first;
    await this.attempt(() => {
      for (const area of this.usable(selection)) {
        if (tooMany(area)) throw new HostFault('InvalidArgument', words.grid.tooLarge);
        this.undoList.record(sheetId, area, () => this.book.together(() => {
          eachCell(area, (row, column) => {
            if (row === active.row && column === active.column) return;
            this.book.enter(sheetId, row, column, this.moved(text, sheetId, active, { row, column }));
          });
        }));
      }
    });
    return 'taken';
  }

  /** Empties the selected cells. */
  async clear(selection: Selection): Promise<void> {
    await this.attempt(() => {
      for (const area of this.usable(selection)) this.undoList.record(selection.sheetId, area, () => this.book.clear(selection.sheetId, area, 'Contents'));
    });
  }

  /** The selection as text and HTML for the clipboard; undefined when there is nothing to take or it is too much. */
  copy(selection: Selection, cut: boolean): { text: string; html: string } | undefined {
    const area = this.usable(selection)[0];
    if (!area || tooMany(area)) return undefined;
    const sheet = this.book.sheetById(selection.sheetId);
    const rows: string[][] = [];
    for (let row = area.top; row <= area.bottom; row++) {
      // What a filter hides is not copied; rows hidden by hand are, but that difference is the book's and not kept.
      if (sheet?.rows.get(row)?.hidden && isFiltered(sheet, row)) continue;
      const texts: string[] = [];
      for (let column = area.left; column <= area.right; column++) texts.push(this.book.textAt(selection.sheetId, row, column));
      rows.push(texts);
    }
    const text = toTabbed(rows);
    this.copied = { sheetId: selection.sheetId, area, text, cut };
    return { text, html: toHtml(rows) };
  }

  /** Puts clipboard text at the selection. What was copied here comes with its formulas and looks; plain paste goes past data validation, as in Excel. */
  async paste(selection: Selection, text: string): Promise<Area | undefined> {
    const copied = this.copied;
    return this.attempt(() => (copied && sameText(copied.text, text) && this.book.sheetById(copied.sheetId) ? this.pasteCells(selection, copied) : this.pasteText(selection, text)));
  }

  private pasteText(selection: Selection, text: string): Area {
    const { sheetId, active } = selection;
    const rows = fromTabbed(text);
    const single = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined;
    const chosen = this.usable(selection)[0] ?? cellArea(active.row, active.column);
    const width = Math.max(...rows.map((row) => row.length));
    const area = single !== undefined ? chosen : { top: chosen.top, left: chosen.left, bottom: chosen.top + rows.length - 1, right: chosen.left + width - 1 };
    if (tooMany(area)) throw new HostFault('InvalidArgument', words.grid.tooLarge);
    this.undoList.record(sheetId, area, () => this.book.together(() => {
      for (let row = area.top; row <= area.bottom; row++) {
        const inputs = Array.from({ length: columnCount(area) }, (_, index) => (single ?? rows[row - area.top]?.[index] ?? ''));
        this.growTable(sheetId, { ...area, top: row, bottom: row }, inputs);
        this.book.writeInputs(sheetId, { ...area, top: row, bottom: row }, [inputs], 'user');
      }
    }));
    return area;
  }

  private pasteCells(selection: Selection, copied: Copied): Area {
    const { sheetId } = selection;
    const source = copied.area;
    const chosen = this.usable(selection)[0] ?? cellArea(selection.active.row, selection.active.column);
    // A selection that holds the block a whole number of times is filled with it.
    const down = rowCount(chosen) % rowCount(source) === 0 ? rowCount(chosen) : rowCount(source);
    const across = columnCount(chosen) % columnCount(source) === 0 ? columnCount(chosen) : columnCount(source);
    const area = { top: chosen.top, left: chosen.left, bottom: chosen.top + down - 1, right: chosen.left + across - 1 };
    if (tooMany(area)) throw new HostFault('InvalidArgument', words.grid.tooLarge);
    const block = this.readBlock(copied.sheetId, source);
    this.undoList.record(sheetId, area, () => this.book.together(() => {
      if (copied.cut) this.book.clear(copied.sheetId, source, 'Contents');
      for (let row = area.top; row <= area.bottom; row++) {
        const inputs: string[] = [];
        for (let column = area.left; column <= area.right; column++) {
          const from = { row: source.top + ((row - area.top) % rowCount(source)), column: source.left + ((column - area.left) % columnCount(source)) };
          const cell = block[from.row - source.top]?.[from.column - source.left];
          inputs.push(cell ? (copied.cut ? cell.input : this.moved(cell.input, copied.sheetId, from, { row, column })) : '');
          if (cell && this.book.styleAt(sheetId, row, column) !== cell.style) this.book.restyle(sheetId, cellArea(row, column), cell.style);
        }
        this.growTable(sheetId, { ...area, top: row, bottom: row }, inputs);
        this.book.writeInputs(sheetId, { ...area, top: row, bottom: row }, [inputs], 'user');
      }
    }));
    if (copied.cut) this.copied = undefined;
    return area;
  }

  private readBlock(sheetId: string, area: Area) {
    return Array.from({ length: rowCount(area) }, (_, down) => Array.from({ length: columnCount(area) }, (_each, across) => {
      const [row, column] = [area.top + down, area.left + across];
      const style = this.book.styleAt(sheetId, row, column);
      const cell = this.book.cellAt(sheetId, row, column);
      const text = typeof cell?.value === 'string' && cell.formula === undefined && !cell.quoted ? cell.value : undefined;
      const input = text !== undefined ? literalInput(text, style.numberFormat, this.book.date1904, this.book.today) : inputText(cell, 'General', this.book.date1904);
      return { input, style };
    }));
  }

  /** A row that lands right under a table becomes part of it, as when its first cell is typed. */
  private growTable(sheetId: string, row: Area, inputs: readonly string[]): void {
    const table = this.book.sheetById(sheetId)?.tables.find((each) => !each.hasTotals && each.area.bottom + 1 === row.top && row.left <= each.area.right && row.right >= each.area.left);
    if (!table) return;
    for (let column = Math.max(row.left, table.area.left); column <= Math.min(row.right, table.area.right); column++) {
      const input = inputs[column - row.left] ?? '';
      if (input !== '' && this.book.enter(sheetId, row.top, column, input).taken) return;
    }
  }

  /** The fill handle was drawn from a source over a target (which may hold the source). */
  async fill(sheetId: string, source: Area, target: Area): Promise<void> {
    await this.attempt(() => {
      const whole = bounding(source, target);
      if (tooMany(whole)) throw new HostFault('InvalidArgument', words.grid.tooLarge);
      this.undoList.record(sheetId, whole, () => this.book.together(() => {
        if (whole.bottom > source.bottom || whole.top < source.top) this.fillLines(sheetId, source, whole, true);
        else this.fillLines(sheetId, source, whole, false);
      }));
    });
  }

  /** Ctrl+D and Ctrl+R: the first row or column (or the one before a single cell) goes into the rest. */
  async fillFrom(selection: Selection, direction: 'down' | 'right'): Promise<void> {
    const chosen = this.usable(selection)[0];
    if (!chosen) return;
    const isDown = direction === 'down';
    const single = isDown ? rowCount(chosen) === 1 : columnCount(chosen) === 1;
    const area = single ? (isDown ? { ...chosen, top: chosen.top - 1 } : { ...chosen, left: chosen.left - 1 }) : chosen;
    if (area.top < 0 || area.left < 0) return;
    const source = isDown ? { ...area, bottom: area.top } : { ...area, right: area.left };
    await this.attempt(() => {
      this.undoList.record(selection.sheetId, area, () => this.book.together(() => this.copyInto(selection.sheetId, source, area)));
    });
  }

  private copyInto(sheetId: string, source: Area, area: Area): void {
    const block = this.readBlock(sheetId, source);
    eachCell(area, (row, column) => {
      const from = { row: Math.min(row, source.bottom), column: Math.min(column, source.right) };
      if (from.row === row && from.column === column) return;
      const cell = block[from.row - source.top]?.[from.column - source.left];
      if (!cell) return;
      this.book.restyle(sheetId, cellArea(row, column), cell.style);
      this.book.writeInputs(sheetId, cellArea(row, column), [[this.moved(cell.input, sheetId, from, { row, column })]], 'user');
    });
  }

  private fillLines(sheetId: string, source: Area, whole: Area, vertical: boolean): void {
    const size = vertical ? rowCount(source) : columnCount(source);
    const backwards = vertical ? whole.top < source.top : whole.left < source.left;
    const count = (vertical ? rowCount(whole) : columnCount(whole)) - size;
    const lines = vertical ? columnCount(source) : rowCount(source);
    for (let line = 0; line < lines; line++) {
      const at = (index: number): Place => (vertical ? { row: source.top + index, column: source.left + line } : { row: source.top + line, column: source.left + index });
      const cells = Array.from({ length: size }, (_, index) => this.fillSource(sheetId, at(index)));
      continued(cells, count, backwards).forEach((filled, index) => {
        const offset = backwards ? -1 - index : size + index;
        const from = at(((offset % size) + size) % size);
        const to = at(offset);
        const style = this.book.styleAt(sheetId, from.row, from.column);
        this.book.restyle(sheetId, cellArea(to.row, to.column), style);
        const input = 'formulaOf' in filled
          ? this.moved(cells[filled.formulaOf]?.formula ?? '', sheetId, from, to)
          : typeof filled.value === 'string' ? literalInput(filled.value, style.numberFormat, this.book.date1904, this.book.today) : filled.value ?? '';
        this.book.writeInputs(sheetId, cellArea(to.row, to.column), [[input]], 'user');
      });
    }
  }

  private fillSource(sheetId: string, at: Place): FillSource {
    const cell = this.book.cellAt(sheetId, at.row, at.column);
    const value = cell?.value ?? null;
    return {
      value: typeof value === 'object' && value !== null ? value.error : value,
      isDate: isDateFormat(this.book.styleAt(sheetId, at.row, at.column).numberFormat),
      ...(cell?.formula === undefined ? {} : { formula: cell.formula }),
    };
  }

  /** Inserts or deletes what is selected: whole rows, whole columns, or the rows of the cells. */
  async structure(selection: Selection, what: 'insertRows' | 'deleteRows' | 'insertColumns' | 'deleteColumns'): Promise<void> {
    const area = selection.areas[0];
    if (!area) return;
    await this.attempt(() => {
      const rows = { top: area.top, bottom: area.bottom, left: 0, right: 16_383 };
      const columns = { top: 0, bottom: 1_048_575, left: area.left, right: area.right };
      switch (what) {
        case 'insertRows': this.book.insertCells(selection.sheetId, rows, 'Down', 'user'); break;
        case 'deleteRows': this.book.deleteCells(selection.sheetId, rows, 'Up', 'user'); break;
        case 'insertColumns': this.book.insertCells(selection.sheetId, columns, 'Right', 'user'); break;
        case 'deleteColumns': this.book.deleteCells(selection.sheetId, columns, 'Left', 'user'); break;
      }
      this.undoList.forget();
    });
  }

  /** Runs something that the book may refuse; a refusal becomes an alert. */
  async attempt<T>(work: () => T): Promise<T | undefined> {
    try {
      return work();
    } catch (fault) {
      if (!(fault instanceof HostFault)) throw fault;
      const isProtected = fault.code === 'AccessDenied';
      await this.dialogs.tell(words.dialog.hostFault, isProtected ? ENTRY_WORDS.protected.message : `${fault.message}\n${fault.why}`, 'stop');
      return undefined;
    }
  }

  /** The selected areas, whole rows and columns cut down to what is used. */
  private usable(selection: Selection): Area[] {
    const used = this.book.usedArea(selection.sheetId, false) ?? cellArea(0, 0);
    return selection.areas.flatMap((area) => {
      if (!isWholeColumns(area) && !isWholeRows(area)) return [area];
      const cut = intersection(area, used);
      return cut ? [cut] : [];
    });
  }

  private moved(input: string, sheetId: string, from: Place, to: Place): string {
    if (!input.startsWith('=')) return input;
    const sheet = this.book.sheetById(sheetId)?.name ?? '';
    return this.calc.filled(input, { sheet, ...from }, { sheet, ...to });
  }
}

function isFiltered(sheet: Sheet, row: number): boolean {
  return sheet.tables.some((table) => table.filters.size > 0 && row > table.area.top && row <= table.area.bottom);
}

function sameText(a: string, b: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').replace(/\n$/, '');
  return plain(a) === plain(b);
}

function tooMany(area: Area): boolean {
  return rowCount(area) * columnCount(area) > MANY;
}

function eachCell(area: Area, visit: (row: number, column: number) => void): void {
  for (let row = area.top; row <= area.bottom; row++) for (let column = area.left; column <= area.right; column++) visit(row, column);
}

