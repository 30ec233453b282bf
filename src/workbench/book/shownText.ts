// The text that a cell shows, through its number format.
import type { BookState } from './bookState';
import { cellOf, styleOf } from './cells';
import type { Sheet } from './model';
import { numberText } from './numberText';

/** What a cell shows; '' where it is empty. */
export function shownText(state: BookState, sheet: Sheet, row: number, column: number): string {
  const value = cellOf(sheet, row, column)?.value ?? null;
  return value === null ? '' : numberText(value, styleOf(sheet, row, column).numberFormat, state.date1904);
}
