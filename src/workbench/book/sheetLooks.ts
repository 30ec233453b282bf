// How a sheet looks and prints: its cells, heights, widths, what is frozen, the page. Knows Excel's limits for them, no values.
import { isOnSheet, isWholeColumns, isWholeRows, parseAddress, splitAddress } from './area';
import { sheetOf, type BookState } from './bookState';
import { restyleArea } from './cells';
import { invalid } from './hostFault';
import type { Area, PageSetup, Sheet } from './model';
import { checkBreaks } from './pageBreaks';
import { checkAllowed } from './protection';
import type { LookChange } from './styles';

/** What of a sheet's look may be changed. */
export type SheetLook = Partial<Pick<Sheet, 'tabColor' | 'showGridlines' | 'showHeadings' | 'defaultColumnWidth' | 'defaultRowHeight' | 'zoom' | 'frozen'>>;

/** Gives a sheet another look. */
export function setSheetLook(state: BookState, sheetId: string, change: SheetLook): void {
  Object.assign(sheetOf(state, sheetId), change);
  state.notice({ kind: 'look', sheetId });
}

/** Gives cells another look; whole rows and columns keep it for cells to come. */
export function restyle(state: BookState, sheetId: string, area: Area, change: LookChange): void {
  const sheet = sheetOf(state, sheetId);
  if (!isOnSheet(area)) throw invalid('the area leaves the sheet');
  const isProtecting = typeof change === 'object' && ('locked' in change || 'formulaHidden' in change);
  checkAllowed(sheet, isProtecting ? undefined : 'allowFormatCells');
  restyleArea(sheet, area, change, isWholeColumns(area) ? 'columns' : isWholeRows(area) ? 'rows' : undefined);
  state.notice({ kind: 'look', sheetId });
}

/** Gives a row another height, or hides it; a height that was given is no longer Excel's to choose. */
export function setRow(state: BookState, sheetId: string, row: number, info: { height?: number; auto?: boolean; hidden?: boolean }): void {
  const sheet = sheetOf(state, sheetId);
  checkAllowed(sheet, 'allowFormatRows');
  if (info.height !== undefined && !(info.height >= 0 && info.height <= 409.5)) throw invalid(`no row height ${info.height}`);
  sheet.rows.set(row, { ...sheet.rows.get(row), ...info, ...(info.height !== undefined && info.auto === undefined ? { auto: false } : {}) });
  state.notice({ kind: 'look', sheetId });
}

/** Gives a column another width, or hides it. */
export function setColumn(state: BookState, sheetId: string, column: number, info: { width?: number; hidden?: boolean }): void {
  const sheet = sheetOf(state, sheetId);
  checkAllowed(sheet, 'allowFormatColumns');
  if (info.width !== undefined && !(info.width >= 0 && info.width <= 255)) throw invalid(`no column width ${info.width}`);
  sheet.columns.set(column, { ...sheet.columns.get(column), ...info });
  state.notice({ kind: 'look', sheetId });
}

/** Changes the page set-up; what is given as undefined is taken away. */
export function setPage(state: BookState, sheetId: string, change: Partial<PageSetup>): void {
  const sheet = sheetOf(state, sheetId);
  for (const address of [change.printArea, change.titleRows, change.titleColumns]) {
    if (address !== undefined && address.split(',').some((part) => !parseAddress(splitAddress(part).rest))) throw invalid(`no address for the page: ${address}`);
  }
  checkBreaks(change);
  const page = { ...sheet.page, ...change };
  sheet.page = Object.fromEntries(Object.entries(page).filter(([, value]) => value !== undefined)) as unknown as PageSetup;
  state.notice({ kind: 'look', sheetId });
}
