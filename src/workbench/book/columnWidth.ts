// Column widths: characters as .xlsx stores them, pixels and points. In 等线 11 at 96 dpi a digit is 8 pixels wide, so a new column of 9 is 72 pixels or 54 points.
const PIXELS_PER_CHARACTER = 8;
const POINTS_PER_PIXEL = 0.75;

/** Width in points of a stored width. */
export function pointsOfWidth(width: number): number {
  return Math.trunc(width * PIXELS_PER_CHARACTER) * POINTS_PER_PIXEL;
}

/** Stored width of a width in points, as Office.js sets it. */
export function widthOfPoints(points: number): number {
  return Math.round((points / POINTS_PER_PIXEL / PIXELS_PER_CHARACTER) * 256) / 256;
}
