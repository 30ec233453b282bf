// Where things lie on a sheet in points, from its widths and heights. Knows no charts and no file.
import { pointsOfWidth } from './columnWidth';
import type { Sheet } from './model';

function columnPoints(sheet: Sheet, column: number): number {
  const info = sheet.columns.get(column);
  return info?.hidden ? 0 : pointsOfWidth(info?.width ?? sheet.defaultColumnWidth);
}

function rowPoints(sheet: Sheet, row: number): number {
  const info = sheet.rows.get(row);
  return info?.hidden ? 0 : info?.height ?? sheet.defaultRowHeight;
}

function cellUnder(distance: number, sizeOf: (index: number) => number, last: number): { index: number; offset: number } {
  let rest = Math.max(0, distance);
  for (let index = 0; ; index++) {
    const size = sizeOf(index);
    if (rest < size || index === last) return { index, offset: rest };
    rest -= size;
  }
}

/** The cell in which a point lies, and how far inside. */
export function cellAtPoint(sheet: Sheet, left: number, top: number): { row: number; column: number; right: number; down: number } {
  const across = cellUnder(left, (column) => columnPoints(sheet, column), 16_383);
  const along = cellUnder(top, (row) => rowPoints(sheet, row), 1_048_575);
  return { row: along.index, column: across.index, right: across.offset, down: along.offset };
}

/** The top left corner of a cell. */
export function pointOfCell(sheet: Sheet, row: number, column: number): { left: number; top: number } {
  let [left, top] = [0, 0];
  for (let index = 0; index < column; index++) left += columnPoints(sheet, index);
  for (let index = 0; index < row; index++) top += rowPoints(sheet, index);
  return { left, top };
}
