// A sheet's drawing laid out cell by cell: what each holds and how it looks. Knows drawings only; how a file spells a cell is drawSheetPart.ts.
import type { Box, CellContent, Look, SheetDrawing } from '../sheets/drawing';
import { moverOf } from './drawFormula';

/** How a cell looks, with its number format. Equal looks are one object. */
export type CellLook = Look & { readonly format?: string };

/** One cell of the grid. */
export interface GridCell { content: CellContent; look: CellLook }

/** A sheet as cells: rows by number, cells by column, and the look of whole columns. */
export interface Grid { readonly rows: ReadonlyMap<number, ReadonlyMap<number, GridCell>>; readonly columns: ReadonlyMap<number, CellLook> }

const wholeColumn = 1_048_576;
const plain: CellLook = {};

/** Looks put over one another; each combination is made once, so that a sheet of many rows holds few objects. */
class LookShelf {
  private readonly made = new Map<CellLook, Map<CellLook, CellLook>>();
  private readonly known = new Map<string, CellLook>();

  over(under: CellLook, look: CellLook): CellLook {
    const made = this.made.get(under) ?? new Map<CellLook, CellLook>();
    this.made.set(under, made);
    const both = made.get(look) ?? this.one({ ...under, ...look });
    made.set(look, both);
    return both;
  }

  private one(look: CellLook): CellLook {
    const key = JSON.stringify(Object.entries(look).sort(([a], [b]) => (a < b ? -1 : 1)));
    const known = this.known.get(key);
    if (known === undefined) this.known.set(key, look);
    return known ?? look;
  }
}

class GridMaker {
  readonly rows = new Map<number, Map<number, GridCell>>();
  readonly columns = new Map<number, CellLook>();
  private readonly shelf = new LookShelf();
  private readonly formats = new Map<string, CellLook>();

  cell(row: number, column: number): GridCell {
    const line = this.rows.get(row) ?? new Map<number, GridCell>();
    this.rows.set(row, line);
    let cell = line.get(column);
    // A new cell takes the look of its column, as in Excel.
    if (cell === undefined) line.set(column, (cell = { content: null, look: this.columns.get(column) ?? plain }));
    return cell;
  }

  put(row: number, column: number, content: CellContent): void {
    this.cell(row, column).content = content;
  }

  lay(box: Box, look: CellLook): void {
    if (box.rows >= wholeColumn) {
      for (let column = box.column; column < box.column + box.columns; column += 1) {
        this.columns.set(column, this.shelf.over(this.columns.get(column) ?? plain, look));
        for (const line of this.rows.values()) {
          const cell = line.get(column);
          if (cell !== undefined) cell.look = this.shelf.over(cell.look, look);
        }
      }
      return;
    }
    for (let row = box.row; row < box.row + box.rows; row += 1) {
      for (let column = box.column; column < box.column + box.columns; column += 1) {
        const cell = this.cell(row, column);
        cell.look = this.shelf.over(cell.look, look);
      }
    }
  }

  /** The look that says only this number format: one object for each, so that the shelf knows it again. */
  format(format: string): CellLook {
    let look = this.formats.get(format);
    if (look === undefined) this.formats.set(format, (look = { format }));
    return look;
  }
}

/** Every rectangle that is one cell. */
export function mergesOf({ merges = [], mergesAcross = [] }: SheetDrawing): readonly Box[] {
  const rowsOf = (box: Box): readonly Box[] => Array.from({ length: box.rows }, (_, down) => ({ ...box, row: box.row + down, rows: 1 }));
  return [...merges, ...mergesAcross.flatMap(rowsOf)];
}

/** Lays a drawing out, in the order in which Excel would be asked for it: formats, contents, fills, looks. */
export function layGrid(drawing: SheetDrawing): Grid {
  const grid = new GridMaker();
  for (const { at, format } of drawing.formats) {
    if (typeof format === 'string') grid.lay(at, grid.format(format));
    else format.forEach((line, down) => { line.forEach((each, right) => { grid.lay({ row: at.row + down, column: at.column + right, rows: 1, columns: 1 }, grid.format(each)); }); });
  }
  for (const { row, column, cells } of drawing.blocks) cells.forEach((line, down) => { line.forEach((content, right) => { grid.put(row + down, column + right, content); }); });
  for (const { at, formula } of drawing.fills) {
    const moved = moverOf(formula);
    for (let down = 0; down < at.rows; down += 1) grid.put(at.row + down, at.column, { formula: moved(down) });
  }
  for (const { at, look } of drawing.looks) grid.lay(at, look);
  return grid;
}
