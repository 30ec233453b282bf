// What a function may ask of its surroundings: cells, the formula's own place, the clock. Only types; evaluator.ts does it.
import type { BookApi } from '../book/bookApi';
import type { Scalar } from '../book/model';
import type { FormulaNode } from './formula';
import type { AreaRef, ArrayValue, Operand } from './value';

/** The little of a book that formulas need. */
export type CalcBook = Pick<BookApi, 'sheets' | 'names' | 'date1904' | 'sheetById' | 'sheetByName' | 'tableByName'>;

/** How values of a column are told apart in an index: by kind and value as lookups do, or as criteria do, for which "5" is 5. */
export type IndexKind = 'lookup' | 'criterion';
export type IndexKey = string | number | boolean;

export interface Environment {
  readonly book: CalcBook;
  /** Where the formula stands. */
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  /** Day and time as a serial of the 1900 system. */
  now(): number;
  evaluate(node: FormulaNode | undefined): Operand;
  valueAt(sheetId: string, row: number, column: number): Scalar;
  /** A single value: of a single cell or value; a larger operand is seen through implicit intersection, an array gives its first. */
  single(operand: Operand): Scalar;
  /** All values as an array. Whole columns end with the last row in use. */
  arrayOf(operand: Operand): ArrayValue;
  /** Visits every value: of references only the cells that exist, row by row. */
  each(operand: Operand, visit: (value: Scalar, fromCell: boolean, row: number, column: number, sheetId: string) => void): void;
  /** How many rows of an area can hold anything. */
  usedHeight(area: AreaRef): number;
  usedWidth(area: AreaRef): number;
  /** Row numbers (0-based in the sheet, ascending) of a one-column area that hold a value; undefined where no index is kept and one has to look. */
  rowsHolding(area: AreaRef, kind: IndexKind, key: IndexKey): readonly number[] | undefined;
  /** The reference that a text names, for INDIRECT. */
  referenceIn(text: string): Operand;
  /** Whether a row is hidden; by a filter only, when `filteredOnly`. */
  isRowHidden(sheetId: string, row: number, filteredOnly: boolean): boolean;
  /** Whether the cell's formula is itself a SUBTOTAL, which SUBTOTAL leaves out. */
  isSubtotal(sheetId: string, row: number, column: number): boolean;
}
