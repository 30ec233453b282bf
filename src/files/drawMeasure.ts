// Sizes on a sheet: points, and the characters in which a file gives widths. Knows no cells.
import type { SheetDrawing } from '../sheets/drawing';

/** In 等线 11 at 96 dots an inch a digit is 8 pixels wide; a pixel is three quarters of a point. */
const pointsPerCharacter = 6;
/** A new column and a new row of such a workbook. */
export const defaultColumnCharacters = 9;
export const defaultRowPoints = 14.25;
/** Excel's limit, in points. */
export const highestRow = 409.5;

/** The width of a file for a width in points, in Excel's steps of a 256th. */
export function charactersOf(points: number): number {
  return Math.round((points / pointsPerCharacter) * 256) / 256;
}

/** How wide a column is drawn, in points. */
export function columnPoints(drawing: SheetDrawing, column: number): number {
  return drawing.columns.filter((each) => each.column === column).at(-1)?.width ?? defaultColumnCharacters * pointsPerCharacter;
}
