// What a protected sheet allows. Knows the locks of cells and the options of the protection, not who asks.
import { columnCount, rowCount } from './area';
import { sheetOf, type BookState } from './bookState';
import { cellsIn, styleAround, styleOf } from './cells';
import { HostFault } from './hostFault';
import type { Area, Protection, Sheet } from './model';

function hasLockedCell(sheet: Sheet, area: Area): boolean {
  if (rowCount(area) * columnCount(area) > 2_000_000) {
    for (const { cell, row, column } of cellsIn(sheet, area)) if ((cell.style ?? styleAround(sheet, row, column)).locked) return true;
    for (let column = area.left; column <= area.right; column++) if (sheet.columns.get(column)?.style?.locked ?? true) return true;
    return false;
  }
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) if (styleOf(sheet, row, column).locked) return true;
  }
  return false;
}

export function isWritable(sheet: Sheet, area: Area): boolean {
  return sheet.protection === undefined || !hasLockedCell(sheet, area);
}

/** Refuses to write where the sheet is protected and a cell of the area is locked. */
export function checkWritable(sheet: Sheet, area: Area): void {
  if (!isWritable(sheet, area)) throw new HostFault('AccessDenied', `sheet ${sheet.name} is protected and a cell of the area is locked`);
}

/** Refuses what a protection forbids, unless its options allow it (allowFormatCells, allowInsertRows …); without option it is never allowed. */
export function checkAllowed(sheet: Sheet, option?: string): void {
  if (sheet.protection === undefined) return;
  if (option !== undefined && sheet.protection.options[option] === true) return;
  throw new HostFault('AccessDenied', `sheet ${sheet.name} is protected${option ? ` without ${option}` : ''}`);
}

/** Protects a sheet, or takes its protection off. */
export function protect(state: BookState, sheetId: string, protection: Protection | undefined): void {
  const sheet = sheetOf(state, sheetId);
  if (protection) sheet.protection = protection;
  else delete sheet.protection;
  state.notice({ kind: 'structure', sheetId });
}
