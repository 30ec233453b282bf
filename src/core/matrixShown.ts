// What is seen at a place of the matrix: the cell itself or the merged one over it (I2), and what it is used for. Knows no task.
import type { GridCell } from './matrixGrid';
import type { GridPart } from './matrixParts';
import type { ColumnUse } from './matrixReading';
import type { RawMerge } from './rawTable';

/** What is seen in a column of a row: its own cell, or the one merged over it. What is merged sideways stands in the first column of a known meaning. */
export function shownAt(part: GridPart, row: number, column: number): GridCell | undefined {
  const merge = part.grid.merge(row, column);
  if (merge === undefined) return part.grid.cell(row, column);
  // A title that is merged down into the rows is no word of theirs.
  if (merge.row < part.from || homeOf(part, merge) !== column) return undefined;
  return part.grid.cell(merge.row, merge.column);
}

/** The column in which a cell counts: its own, or of one merged sideways the first whose meaning is known. */
export function homeOf(part: GridPart, merge: RawMerge): number {
  for (let column = merge.column; column < Math.min(merge.column + merge.columns, part.columns.length); column += 1) {
    if (isField(part.columns[column]?.use)) return column;
  }
  return merge.column;
}

/** What the cells of a row with a word of their own are used for, each with its column. */
export function ownUses(part: GridPart, row: number): readonly { readonly column: number; readonly use: ColumnUse; readonly cell: GridCell }[] {
  return part.grid.ownColumns(row).flatMap((own) => {
    const cell = part.grid.cell(row, own);
    const merge = part.grid.merge(row, own);
    const column = merge === undefined ? own : homeOf(part, merge);
    return cell === undefined ? [] : [{ column, use: part.columns[column]?.use ?? 'kept', cell }];
  });
}

/** Whether a column is used for a field of the task. */
export function isField(use: ColumnUse | undefined): boolean {
  return use !== undefined && use !== 'kept' && use !== 'leftOut' && use !== 'ordinal';
}
