// A mending as it can be shown to a person: each cell's address, and its contents as texts. Changes nothing.
import { addressOf } from '../sheets/drawing';
import type { ReadCell } from '../sheets/settingsSheet';
import type { MendedCell } from './mendLedger';
import { dayShown } from './mendLedger';

/** One cell of a mending. Days are 'yyyy-mm-dd'. */
export interface MendedLine {
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  readonly taskId: string;
  readonly title: string;
  readonly old: string;
  readonly new: string;
}

/** The cells of a mending, old and new (I5: shown before anything is written). */
export function mendedLines(cells: readonly MendedCell[]): readonly MendedLine[] {
  return cells.map(({ sheet, row, column, taskId = '', title, old, new: next }) => ({ sheet, cell: addressOf(row, column), taskId, title, old: shown(old), new: shown(next) }));
}

// Of the columns that are mended only those of days hold numbers.
function shown(cell: ReadCell): string {
  return dayShown(cell) ?? String(cell);
}
