// What a person typed, pasted, filled or cleared, so that it can be taken back. Knows cells by their input, not how they got there.
import { addressOf, cellArea } from '../book/area';
import type { BookApi } from '../book/bookApi';
import type { Area } from '../book/model';
import { inputText, literalInput } from './inputText';

interface Kept { row: number; column: number; input: string; numberFormat: string }
interface Step { sheetId: string; area: Area; before: Kept[]; after: Kept[]; tables: { id: string; area: Area }[] }

const STEPS = 100;
const CELLS = 50_000;

/** The list behind Ctrl+Z and Ctrl+Y. Whatever moves cells empties it, as addresses then mean other cells. */
export class UndoList {
  private readonly done: Step[] = [];
  private readonly undone: Step[] = [];

  constructor(private readonly book: BookApi) {}

  get canUndo(): boolean { return this.done.length > 0; }
  get canRedo(): boolean { return this.undone.length > 0; }

  /** Runs work that changes cells of an area, and remembers them as they were. */
  record<T>(sheetId: string, area: Area, work: () => T): T {
    if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > CELLS) {
      this.forget();
      return work();
    }
    const before = this.keep(sheetId, area);
    const tables = (this.book.sheetById(sheetId)?.tables ?? []).map(({ id, area: at }) => ({ id, area: at }));
    const result = work();
    const after = this.keep(sheetId, area);
    if (JSON.stringify(before) !== JSON.stringify(after)) {
      this.done.push({ sheetId, area, before, after, tables });
      if (this.done.length > STEPS) this.done.shift();
      this.undone.length = 0;
    }
    return result;
  }

  /** Takes the last step back; gives where it was, or undefined when there is none. */
  undo(): { sheetId: string; area: Area } | undefined {
    const step = this.done.pop();
    if (!step) return undefined;
    this.book.together(() => {
      const sheet = this.book.sheetById(step.sheetId);
      for (const { id, area } of step.tables) {
        const table = sheet?.tables.find((each) => each.id === id);
        if (table && addressOf(table.area) !== addressOf(area)) this.book.resizeTable(id, area);
      }
      this.put(step.sheetId, step.before);
    });
    this.undone.push(step);
    return step;
  }

  redo(): { sheetId: string; area: Area } | undefined {
    const step = this.undone.pop();
    if (!step) return undefined;
    this.book.together(() => this.put(step.sheetId, step.after));
    this.done.push(step);
    return step;
  }

  forget(): void {
    this.done.length = 0;
    this.undone.length = 0;
  }

  private keep(sheetId: string, area: Area): Kept[] {
    const kept: Kept[] = [];
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const { numberFormat } = this.book.styleAt(sheetId, row, column);
        kept.push({ row, column, input: this.exactInput(sheetId, row, column, numberFormat), numberFormat });
      }
    }
    return kept;
  }

  /** The input that gives the very same cell: text that would read as something else is marked as text. */
  private exactInput(sheetId: string, row: number, column: number, numberFormat: string): string {
    const cell = this.book.cellAt(sheetId, row, column);
    if (cell && typeof cell.value === 'string' && cell.formula === undefined && !cell.quoted) return literalInput(cell.value, numberFormat, this.book.date1904, this.book.today);
    return inputText(cell, typeof cell?.value === 'number' ? 'General' : numberFormat, this.book.date1904);
  }

  private put(sheetId: string, cells: readonly Kept[]): void {
    for (const { row, column, input, numberFormat } of cells) {
      if (this.book.styleAt(sheetId, row, column).numberFormat !== numberFormat) this.book.restyle(sheetId, cellArea(row, column), { numberFormat });
      this.book.writeInputs(sheetId, cellArea(row, column), [[input]], 'user');
    }
  }
}
