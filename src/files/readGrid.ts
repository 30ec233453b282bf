// The cells of one table as they come in, in any order, within the limits of a file. Knows no format.
import type { RawCell, RawMerge } from '../core/rawTable';
import { fileLimits } from './fileLimits';
import { refuse } from './fileRefusal';

/** How much of the limits a file has used up: its tables share them. */
export class CellBudget {
  private cells = 0;
  private places = 0;
  private rows = 0;

  takeCell(table: string): void {
    this.cells += 1;
    if (this.cells > fileLimits.cells) refuse('tooManyCells', { what: 'cells', limit: fileLimits.cells, table });
  }

  takeRows(rows: number, places: number, table: string): void {
    this.rows += rows;
    this.places += places;
    if (this.rows > fileLimits.rowsInAll) refuse('tooManyCells', { what: 'rows', limit: fileLimits.rowsInAll, table });
    if (this.places > fileLimits.places) refuse('tooManyCells', { what: 'cells', limit: fileLimits.cells, table });
  }
}

/** One object for all rows without contents: a table may have a million of them. */
const emptyRow: readonly RawCell[] = Object.freeze([]);

/** Gathers cells with contents; what is empty costs nothing, however it looks. */
export class TableGrid {
  private readonly rows = new Map<number, RawCell[]>();
  private readonly name: string;
  private readonly budget: CellBudget;
  private last = -1;
  private cleared = 0;

  constructor(name: string, budget: CellBudget) {
    this.name = name;
    this.budget = budget;
  }

  set(row: number, column: number, cell: RawCell): void {
    if (cell === '') return;
    if (column >= fileLimits.columns) refuse('tooManyCells', { what: 'columns', limit: fileLimits.columns, table: this.name });
    if (typeof cell === 'string' && cell.length > fileLimits.textLength) refuse('tooManyCells', { what: 'text', limit: fileLimits.textLength, table: this.name });
    this.budget.takeCell(this.name);
    const cells = this.rows.get(row) ?? this.addRow(row);
    while (cells.length < column) cells.push('');
    cells[column] = cell;
  }

  /** Rows from the first on; a merge keeps its first cell only, as a sheet shows it. */
  finish(merges: readonly RawMerge[]): readonly (readonly RawCell[])[] {
    for (const merge of merges) this.clearCovered(merge);
    const cells: (readonly RawCell[])[] = [];
    let places = 0;
    this.budget.takeRows(this.last + 1, 0, this.name);
    for (let row = 0; row <= this.last; row += 1) {
      const found = this.rows.get(row) ?? emptyRow;
      places += found.length;
      cells.push(found);
    }
    this.budget.takeRows(0, places, this.name);
    return cells;
  }

  private addRow(row: number): RawCell[] {
    if (this.rows.size >= fileLimits.rows) refuse('tooManyCells', { what: 'rows', limit: fileLimits.rows, table: this.name });
    const cells: RawCell[] = [];
    this.rows.set(row, cells);
    this.last = Math.max(this.last, row);
    return cells;
  }

  private clearCovered(merge: RawMerge): void {
    const lastRow = Math.min(merge.row + merge.rows - 1, this.last);
    for (let row = merge.row; row <= lastRow; row += 1) {
      const cells = this.rows.get(row);
      // Sheets have no merge over another, so honest ones never come near this.
      this.cleared += 1 + Math.min(merge.columns, cells?.length ?? 0);
      if (this.cleared > fileLimits.cells) refuse('damaged');
      if (cells === undefined) continue;
      const end = Math.min(merge.column + merge.columns, cells.length);
      for (let column = merge.column + (row === merge.row ? 1 : 0); column < end; column += 1) cells[column] = '';
    }
  }
}

/** Merges of more than one cell; far too many of them are damage. */
export function soundMerges(merges: readonly RawMerge[]): readonly RawMerge[] {
  if (merges.length > fileLimits.merges) refuse('damaged');
  return merges.filter((merge) => merge.row >= 0 && merge.column >= 0 && merge.rows > 0 && merge.columns > 0 && merge.rows * merge.columns > 1);
}
