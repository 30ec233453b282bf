// A raw table as a grid in which merged cells are known from every row that they cover (I2). Knows no meaning of any column.
import { showDue } from './deadline';
import type { RawCell, RawMerge, RawTable } from './rawTable';

/** A cell that holds something. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly raw: RawCell;
  readonly text: string;
}

/** A table to be asked by row and column. */
export interface Grid {
  readonly height: number;
  readonly width: number;
  /** The columns of a row that hold something of their own; what only repeats the merged cell over it does not. */
  readonly ownColumns: (row: number) => readonly number[];
  readonly cell: (row: number, column: number) => GridCell | undefined;
  /** The merged rectangle over a place, where no cell below its first has a word of its own. */
  readonly merge: (row: number, column: number) => RawMerge | undefined;
}

/** Beyond this column nothing is merged: no table of this trade is as wide, and a hostile one would cost too much. */
const widestMerge = 256;

/** Looks at a table as a grid. The cost grows with the cells and not with what merges claim to cover. */
export function gridOf(table: RawTable): Grid {
  const height = table.cells.length;
  const width = table.cells.reduce((widest, row) => Math.max(widest, row.length), 0);
  const merges = coverings(table.merges, height, Math.min(width, widestMerge));
  // Each row is looked at once; it is asked many times.
  const lines: Line[] = [];
  const lineOf = (row: number): Line => (lines[row] ??= readLine(table, row, merges[row]));
  return {
    height, width,
    cell: (row, column) => lineOf(row).cells[column],
    ownColumns: (row) => lineOf(row).own,
    merge: (row, column) => {
      const merge = merges[row]?.[column];
      return merge === undefined || isFirst(merge, row, column) || lineOf(row).cells[column] === undefined ? merge : undefined;
    },
  };
}

interface Line { readonly cells: readonly (GridCell | undefined)[]; readonly own: readonly number[] }

const something = /[^\s\u200b-\u200d\u2060]/;

function readLine(table: RawTable, row: number, merges: readonly (RawMerge | undefined)[] = []): Line {
  const own: number[] = [];
  const cells = (table.cells[row] ?? []).map((raw, column): GridCell | undefined => {
    const text = raw === '' ? '' : rawText(raw);
    if (!something.test(text)) return undefined;
    const merge = merges[column];
    // Some programs repeat in each cell what is merged over it.
    if (merge !== undefined && !isFirst(merge, row, column) && rawText(table.cells[merge.row]?.[merge.column] ?? '') === text) return undefined;
    own.push(column);
    return { row, column, raw, text };
  });
  return { cells, own };
}

/** A raw cell as the text that is seen: a day as 2021年9月30日. */
export function rawText(cell: RawCell): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'object') return showDue({ kind: 'date', on: cell.day, precision: 'day', text: '', assumedYear: false });
  return typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : String(cell);
}

/** A1 address of a place. */
export function addressOf(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

function isFirst(merge: RawMerge, row: number, column: number): boolean {
  return merge.row === row && merge.column === column;
}

// Which merge covers which place. A merge that runs into another ends there, so that each place is filled once.
function coverings(merges: readonly RawMerge[], height: number, width: number): readonly (readonly (RawMerge | undefined)[] | undefined)[] {
  const rows: (RawMerge | undefined)[][] = [];
  for (const merge of merges) {
    if (![merge.row, merge.column, merge.rows, merge.columns].every(Number.isInteger) || merge.row < 0 || merge.column < 0) continue;
    cover(merge, rows, height, width);
  }
  return rows;
}

function cover(merge: RawMerge, rows: (RawMerge | undefined)[][], height: number, width: number): void {
  for (let row = merge.row; row < Math.min(height, merge.row + merge.rows); row += 1) {
    const line = (rows[row] ??= []);
    for (let column = merge.column; column < Math.min(width, merge.column + merge.columns); column += 1) {
      if (line[column] !== undefined) return;
      line[column] = merge;
    }
  }
}
