// The places of a table's cells, by the rules of HTML: what spans pushes others aside, and what is not shown leaves its rows. Knows no text.
import type { RawCell, RawMerge, RawTable } from '../core/rawTable';
import { fileLimits } from './fileLimits';
import { refuse } from './fileRefusal';
import type { CellBudget } from './readGrid';
import { soundMerges, TableGrid } from './readGrid';

interface PlacedCell { readonly row: number; readonly column: number; rows: number; readonly columns: number; readonly isMerge: boolean; cell: RawCell }

/** What an attribute asks for: 0 rows means to the end of the group. */
export interface HtmlSpan { readonly rows: number; readonly columns: number; readonly isMerge: boolean }

/** HTML's own limits of both attributes. */
const mostColumns = 1_000;
const mostRows = 65_534;

/** Reads rowspan and colspan as browsers do: what is no number is 1, and so is a colspan of 0. */
export function readHtmlSpan(rowspan: string | undefined, colspan: string | undefined): Omit<HtmlSpan, 'isMerge'> {
  return { rows: Math.min(whole(rowspan), mostRows), columns: Math.min(Math.max(whole(colspan), 1), mostColumns) };
}

function whole(text: string | undefined): number {
  const digits = /^\s*\+?(\d+)/.exec(text ?? '')?.[1];
  return digits === undefined ? 1 : Number(digits);
}

/** Puts the cells of one table into their places (HTML, "forming a table"). */
export class HtmlGrid {
  readonly name: string;
  private readonly cells: PlacedCell[] = [];
  /** By column: the first row in which it is free again. */
  private readonly free: number[] = [];
  /** Cells of the group of rows that reach into rows to come. */
  private reaching: PlacedCell[] = [];
  private readonly shown: boolean[] = [];
  private column = 0;
  private lastFilled = -1;
  private filledRows = 0;

  constructor(name: string) {
    this.name = name;
  }

  get rows(): number {
    return this.shown.length;
  }

  openRow(): void {
    if (this.shown.length >= fileLimits.rowsInAll) refuse('tooManyCells', { what: 'rows', limit: fileLimits.rowsInAll, table: this.name });
    this.shown.push(true);
    this.column = 0;
  }

  /** The row that is open is there and is not seen. */
  hideRow(): void {
    this.shown[this.shown.length - 1] = false;
  }

  /** Takes the next free place of the open row; gives a way to fill it later. */
  place({ rows, columns, isMerge }: HtmlSpan): (cell: RawCell) => void {
    const row = this.shown.length - 1;
    while ((this.free[this.column] ?? 0) > row) this.column += 1;
    const column = this.column;
    // Where a cell would lie over one that comes down from above, it ends before it.
    let end = column + 1;
    while (end < column + columns && (this.free[end] ?? 0) <= row) end += 1;
    if (end > mostColumns) refuse('tooManyCells', { what: 'columns', limit: fileLimits.columns, table: this.name });
    const placed: PlacedCell = { row, column, rows: rows === 0 ? mostRows : rows, columns: end - column, isMerge, cell: '' };
    for (let each = column; each < end; each += 1) this.free[each] = row + placed.rows;
    this.column = end;
    if (placed.rows > 1) this.reaching.push(placed);
    return (cell) => this.fill(placed, cell);
  }

  /** No cell reaches beyond its group of rows. */
  endGroup(): void {
    for (const cell of this.reaching) cell.rows = Math.min(cell.rows, this.shown.length - cell.row);
    this.reaching = [];
    this.free.length = 0;
  }

  /** The table with the rows that are seen, or nothing where it holds nothing. */
  finish(budget: CellBudget): RawTable | undefined {
    this.endGroup();
    // Before each row: how many rows above it are seen.
    const above = [0];
    for (const isShown of this.shown) above.push((above.at(-1) ?? 0) + (isShown ? 1 : 0));
    const grid = new TableGrid(this.name, budget);
    const merges: RawMerge[] = [];
    for (const { row, column, rows, columns, isMerge, cell } of this.cells) {
      const first = above[row] ?? 0;
      const seen = (above[row + rows] ?? first) - first;
      if (seen === 0) continue;
      grid.set(first, column, cell);
      if (isMerge && seen * columns > 1) merges.push({ row: first, column, rows: seen, columns });
    }
    const sound = soundMerges(merges);
    const cells = grid.finish(sound);
    return cells.length === 0 ? undefined : { name: this.name, visibility: 'visible', cells, merges: sound };
  }

  private fill(placed: PlacedCell, cell: RawCell): void {
    placed.cell = cell;
    // Empty cells are nothing, save that a merge is seen without a text too.
    if (cell === '' && !(placed.isMerge && (placed.rows > 1 || placed.columns > 1))) return;
    if (this.cells.length >= fileLimits.cells) refuse('tooManyCells', { what: 'cells', limit: fileLimits.cells, table: this.name });
    if (placed.row !== this.lastFilled) this.filledRows += 1;
    this.lastFilled = placed.row;
    if (this.filledRows > fileLimits.rows) refuse('tooManyCells', { what: 'rows', limit: fileLimits.rows, table: this.name });
    this.cells.push(placed);
  }
}
