// One column's new contents as a single edit, however many of its rows change (X2). Knows no sheet in particular.
import type { CellContent } from '../sheets/drawing';
import type { ColumnEdit } from '../sheets/workbook';

/** A cell's new content; without a format it keeps its own. */
export interface NewCell { readonly cell: CellContent; readonly format: string | undefined }

/** Gathers the changed cells of one column, by 0-based row. */
export function columnEdit(sheet: string, column: number, cells: ReadonlyMap<number, NewCell>): ColumnEdit {
  const rows = [...cells.keys()];
  const from = rows.reduce((least, row) => Math.min(least, row), rows[0] ?? 0);
  const to = rows.reduce((most, row) => Math.max(most, row), from);
  const line = Array.from({ length: to - from + 1 }, (_, index) => cells.get(from + index));
  return { sheet, row: from, column, cells: line.map((each) => each?.cell), formats: line.map((each) => each?.format) };
}
