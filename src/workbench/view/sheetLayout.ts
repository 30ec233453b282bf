// Sizes of a sheet on screen, in CSS pixels at 100 %, and which cells are drawn as one. Reads the book's data, knows no grid component.
import { bounding, overlap } from '../book/area';
import { pointsOfWidth, widthOfPoints } from '../book/columnWidth';
import type { Area, CellStyle, Sheet } from '../book/model';

const PIXELS_PER_POINT = 96 / 72;

/** A stored column width in pixels. */
export function columnPixels(width: number): number {
  return Math.max(0, Math.round(pointsOfWidth(width) * PIXELS_PER_POINT));
}

/** The column width that stands for so many pixels. */
export function columnWidth(pixels: number): number {
  return widthOfPoints(pixels / PIXELS_PER_POINT);
}

/** A row height in points, in pixels. */
export function rowPixels(points: number): number {
  return Math.max(0, Math.round(points * PIXELS_PER_POINT));
}

/** The row height in points that stands for so many pixels. */
export function rowPoints(pixels: number): number {
  return Math.round((pixels / PIXELS_PER_POINT) * 100) / 100;
}

/** How many rows and columns are worth showing: what is used, some room below and beside it, and whatever must be reached. */
export function shownExtent(used: Area | undefined, reach?: Area): { rows: number; columns: number } {
  const bottom = Math.max(used?.bottom ?? 0, reach?.bottom ?? 0);
  const right = Math.max(used?.right ?? 0, reach?.right ?? 0);
  return { rows: Math.min(1_048_576, Math.max(1000, roundUp(bottom + 200, 500))), columns: Math.min(16_384, Math.max(52, roundUp(right + 12, 26))) };
}

function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}

/**
 * Cells that are drawn as one without being merged: text centred across a selection, with the empty cells to its right that ask for the same.
 * The grid component does not know this alignment.
 */
export function centredRuns(sheet: Sheet, styleAt: (row: number, column: number) => CellStyle): Area[] {
  const runs: Area[] = [];
  for (const [row, cells] of sheet.cells) {
    if (![...cells.values()].some((cell) => cell.style?.horizontal === 'CenterAcrossSelection')) continue;
    let run: Area | undefined;
    const columns = [...cells.keys()].sort((a, b) => a - b);
    for (const column of columns) {
      const cell = cells.get(column);
      const isAcross = (cell?.style ?? styleAt(row, column)).horizontal === 'CenterAcrossSelection';
      const isFilled = cell !== undefined && (cell.value !== null || cell.formula !== undefined);
      if (isAcross && isFilled) {
        if (run) runs.push(run);
        run = { top: row, bottom: row, left: column, right: column };
      } else if (isAcross && run && column === run.right + 1) {
        run = { ...run, right: column };
      } else if (run) {
        runs.push(run);
        run = undefined;
      }
    }
    if (run) runs.push(run);
  }
  return runs.filter((run) => run.right > run.left && !sheet.merges.some((merge) => overlap(merge, run)));
}

/** An area grown until no merge stands half inside it, as Excel grows a selection. */
export function grownOverMerges(area: Area, merges: readonly Area[]): Area {
  let grown = area;
  for (let changed = true; changed;) {
    changed = false;
    for (const merge of merges) {
      if (!overlap(merge, grown)) continue;
      const next = bounding(grown, merge);
      if (next.top !== grown.top || next.left !== grown.left || next.bottom !== grown.bottom || next.right !== grown.right) {
        grown = next;
        changed = true;
      }
    }
  }
  return grown;
}
