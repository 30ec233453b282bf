// Row heights and column widths that hold their text. An estimate: the real Excel measures fonts; this counts half and full widths.
import { intersection } from './area';
import { sheetOf, type BookState } from './bookState';
import { rowsIn, styleOf } from './cells';
import { checkAllowed } from './protection';
import { shownText } from './shownText';
import type { Area, Sheet } from './model';

/** Width of a text in characters of the default font: a Chinese character takes two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += letter.codePointAt(0)! >= 0x1100 ? 2 : 1;
  return width;
}

function linesOf(text: string, room: number, wrap: boolean): number {
  const parts = text.split('\n');
  return wrap ? parts.reduce((sum, part) => sum + Math.max(1, Math.ceil(textWidth(part) / Math.max(room, 1))), 0) : 1;
}

/** Sets the heights of rows so that wrapped text is seen. Merged cells are left out, as Excel leaves them out. */
export function autofitRows(state: BookState, sheetId: string, area: Area): void {
  state.settle();
  const sheet = sheetOf(state, sheetId);
  checkAllowed(sheet, 'allowFormatRows');
  fitHeights(sheet, area, (row, column) => shownText(state, sheet, row, column));
  state.notice({ kind: 'look', sheetId });
}

function fitHeights(sheet: Sheet, area: Area, textAt: (row: number, column: number) => string): void {
  const merged = (row: number, column: number) => sheet.merges.some((merge) => row >= merge.top && row <= merge.bottom && column >= merge.left && column <= merge.right);
  const seen = new Set<number>();
  for (const [row, cells] of rowsIn(sheet, { ...area, left: 0, right: 16_383 })) {
    seen.add(row);
    let height = sheet.defaultRowHeight;
    for (const column of cells.keys()) {
      if (merged(row, column)) continue;
      const style = styleOf(sheet, row, column);
      const scale = style.fontSize / 11;
      const width = sheet.columns.get(column)?.width ?? sheet.defaultColumnWidth;
      // A Chinese line ends a character early where punctuation may not begin the next one, and never in the middle of a character.
      const room = 2 * Math.floor((width - style.indent - 1) / scale / 2);
      const lines = linesOf(textAt(row, column), room, style.wrap);
      height = Math.max(height, Math.round((lines * style.fontSize * 1.32 + 4) * 4) / 4);
    }
    sheet.rows.set(row, { ...sheet.rows.get(row), height: Math.min(height, 409.5), auto: true });
  }
  for (const [row, info] of sheet.rows) {
    if (seen.has(row) || row < area.top || row > area.bottom || info.height === undefined) continue;
    // A row with nothing in it falls back to the sheet's own height: there is nothing to remember of it.
    const { height: _height, auto: _auto, ...rest } = info;
    if (rest.hidden === undefined && rest.style === undefined) sheet.rows.delete(row);
    else sheet.rows.set(row, rest);
  }
}

/** Sets the widths of columns to their longest text; empty columns keep theirs. */
export function autofitColumns(state: BookState, sheetId: string, area: Area): void {
  state.settle();
  const sheet = sheetOf(state, sheetId);
  checkAllowed(sheet, 'allowFormatColumns');
  fitWidths(sheet, area, (row, column) => shownText(state, sheet, row, column));
  state.notice({ kind: 'look', sheetId });
}

function fitWidths(sheet: Sheet, area: Area, textAt: (row: number, column: number) => string): void {
  const widest = new Map<number, number>();
  for (const [row, cells] of rowsIn(sheet, area)) {
    for (const column of cells.keys()) {
      if (!intersection(area, { top: row, bottom: row, left: column, right: column })) continue;
      const style = styleOf(sheet, row, column);
      const longest = Math.max(...textAt(row, column).split('\n').map(textWidth));
      if (longest > 0) widest.set(column, Math.max(widest.get(column) ?? 0, longest * (style.fontSize / 11) + style.indent));
    }
  }
  for (const [column, width] of widest) sheet.columns.set(column, { ...sheet.columns.get(column), width: Math.min(255, Math.round((width + 0.75) * 100) / 100) });
}
