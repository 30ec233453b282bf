// Where cells are on the sheet, in points from its top left corner.
import { pointsOfWidth } from '../../book/columnWidth';
import type { Area, Sheet } from '../../book/model';

/** Height of a row in points; a hidden one has none. */
export function rowHeightOf(sheet: Sheet, row: number): number {
  const info = sheet.rows.get(row);
  return info?.hidden ? 0 : info?.height ?? sheet.defaultRowHeight;
}

/** Width of a column in points; a hidden one has none. */
export function columnWidthOf(sheet: Sheet, column: number): number {
  const info = sheet.columns.get(column);
  return info?.hidden ? 0 : pointsOfWidth(info?.width ?? sheet.defaultColumnWidth);
}

function spanOf(info: ReadonlyMap<number, unknown>, from: number, to: number, standard: number, size: (index: number) => number): number {
  let special = 0;
  let total = 0;
  for (const index of info.keys()) {
    if (index < from || index > to) continue;
    special++;
    total += size(index);
  }
  return total + (to - from + 1 - special) * standard;
}

/** Place and size of an area in points. */
export function pixelsOf(sheet: Sheet, area: Area): { top: number; left: number; height: number; width: number } {
  const rows = (from: number, to: number): number => spanOf(sheet.rows, from, to, sheet.defaultRowHeight, (row) => rowHeightOf(sheet, row));
  const columns = (from: number, to: number): number => spanOf(sheet.columns, from, to, pointsOfWidth(sheet.defaultColumnWidth), (column) => columnWidthOf(sheet, column));
  return { top: rows(0, area.top - 1), left: columns(0, area.left - 1), height: rows(area.top, area.bottom), width: columns(area.left, area.right) };
}
