// A book for the tests of the view: real cells, real calculation, a day that stands still.
import { Book } from '../../../src/workbench/book/book';
import { createCalc } from '../../../src/workbench/calc';
import { todayClock } from '../../../src/workbench/todayClock';
import type { Scalar, Sheet } from '../../../src/workbench/book/model';

/** An empty book on 20 April 2021, its calculation, and its first sheet. */
export function bookForView() {
  const clock = todayClock('2021-04-20');
  const calc = createCalc(clock);
  const book = new Book({ calc, clock });
  const sheet = book.sheets[0];
  if (!sheet) throw new Error('a new book has a sheet');
  return { book, calc, clock, sheet };
}

/** Writes rows of inputs from a place on, as an add-in would. */
export function write(book: Book, sheet: Sheet, row: number, column: number, rows: (string | number | boolean | null)[][]): void {
  const [first = []] = rows;
  book.writeInputs(sheet.id, { top: row, left: column, bottom: row + rows.length - 1, right: column + first.length - 1 }, rows, 'addin');
}

/** The values of a rectangle of cells. */
export function valuesOf(book: Book, sheet: Sheet, row: number, column: number, rows: number, columns: number): Scalar[][] {
  return Array.from({ length: rows }, (_, down) => Array.from({ length: columns }, (_each, across) => book.cellAt(sheet.id, row + down, column + across)?.value ?? null));
}
