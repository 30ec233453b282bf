// How high rows must be for their wrapped text to be seen whole. An estimate: Excel measures fonts, this counts full and half widths. Knows grids, no file.
import type { Box, CellContent, SheetDrawing } from '../sheets/drawing';
import type { Grid, GridCell } from './drawGrid';
import { mergesOf } from './drawGrid';
import { columnPoints, defaultRowPoints, highestRow } from './drawMeasure';

/** A height in points; `fixed` where the program that opens the file must not fit it again. */
export interface RowHeight { readonly points: number; readonly fixed: boolean }

/** Blank space at both sides of a text in a cell, and above and below it, in points. */
const sideSpace = 6;
const endSpace = 4;
/** Lines stand a little further apart than the letters are high. */
const lineFactor = 1.32;
const ordinarySize = 11;

/** Width of a text in letters as wide as they are high: a Chinese character is one, a Latin letter some half. */
function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += (letter.codePointAt(0) ?? 0) >= 0x1100 || /[“”‘’…—·×]/u.test(letter) ? 1 : 0.56;
  return width;
}

/** How many lines a text takes. What is wrapped ends a letter early where punctuation may not begin the next line: up to a letter a line is left for that. */
function linesOf(text: string, room: number): number {
  const perLine = Math.max(1, Math.floor(room) - Math.min(1, room / 10));
  return text.split('\n').reduce((sum, line) => sum + (textWidth(line) <= room ? 1 : Math.ceil(textWidth(line) / perLine)), 0);
}

function shownText(content: CellContent): string {
  if (typeof content === 'string') return content;
  // A number or a day never wraps, and what a formula will say is not known.
  return content === null ? '' : '-';
}

function neededPoints({ content, look }: GridCell, width: number): number {
  const text = shownText(content);
  if (text === '') return 0;
  const size = look.size ?? ordinarySize;
  const lines = look.wrap === true ? linesOf(text, (width - sideSpace) / size) : text.split('\n').length;
  return lines * size * lineFactor + endSpace;
}

function quarters(points: number): number {
  return Math.min(highestRow, Math.ceil(points * 4) / 4);
}

/** Heights of the rows that a drawing speaks of, by row. A merged cell's text needs room too: Excel passes over it when it fits rows, so there the height is held. */
export function rowHeights(drawing: SheetDrawing, grid: Grid): ReadonlyMap<number, RowHeight> {
  const heights = new Map<number, RowHeight>();
  const merges = mergesOf(drawing);
  const isMerged = (row: number, column: number): boolean => merges.some((box) => row >= box.row && row < box.row + box.rows && column >= box.column && column < box.column + box.columns);
  for (const { row: first, rows, height } of drawing.rows) {
    for (let row = first; row < first + rows; row += 1) {
      if (height !== 'auto') {
        heights.set(row, { points: Math.min(highestRow, height), fixed: true });
        continue;
      }
      let points = defaultRowPoints;
      for (const [column, cell] of grid.rows.get(row) ?? []) if (!isMerged(row, column)) points = Math.max(points, neededPoints(cell, columnPoints(drawing, column)));
      heights.set(row, { points: quarters(points), fixed: false });
    }
  }
  for (const merge of merges) makeRoom(drawing, grid, merge, heights);
  return heights;
}

/** Shares out over its rows what a merged cell's text needs beyond their heights. */
function makeRoom(drawing: SheetDrawing, grid: Grid, merge: Box, heights: Map<number, RowHeight>): void {
  const cell = grid.rows.get(merge.row)?.get(merge.column);
  if (cell === undefined) return;
  let width = 0;
  for (let column = merge.column; column < merge.column + merge.columns; column += 1) width += columnPoints(drawing, column);
  const rows = Array.from({ length: merge.rows }, (_, index) => merge.row + index);
  const growing = rows.filter((row) => heights.get(row)?.fixed !== true || isHeldFor(drawing, row));
  const have = rows.reduce((sum, row) => sum + (heights.get(row)?.points ?? defaultRowPoints), 0);
  const missing = neededPoints(cell, width) - have;
  if (missing <= 0 || growing.length === 0) return;
  for (const row of growing) heights.set(row, { points: quarters((heights.get(row)?.points ?? defaultRowPoints) + missing / growing.length), fixed: true });
}

/** Whether a row's height was held for another merged cell, and not set by the drawing. */
function isHeldFor(drawing: SheetDrawing, row: number): boolean {
  return drawing.rows.some((each) => each.height === 'auto' && row >= each.row && row < each.row + each.rows);
}
