// Joins looks of neighbouring cells into one, so that Excel is asked less often. Pure; what cells look like in the end stays the same.
import type { Box, LookAt } from '../sheets/drawing';

interface Joined { readonly key: string; at: Box; readonly look: LookAt['look'] }

/** The same looks in as few rectangles as a single pass finds. Lines go round every cell, so a rectangle of equal looks is drawn as its parts would be. */
export function joinLooks(looks: readonly LookAt[]): readonly LookAt[] {
  const joined: Joined[] = [];
  for (const { at, look } of looks) {
    const key = JSON.stringify(look);
    const neighbour = neighbourOf(joined, key, at, look);
    if (neighbour === undefined) joined.push({ key, at, look });
    else neighbour.at = around(neighbour.at, at);
  }
  return joined.map(({ at, look }) => ({ at, look }));
}

/** An earlier rectangle of the same look that makes one with this; none where another look came between them, for then their order counts. */
function neighbourOf(joined: readonly Joined[], key: string, at: Box, look: LookAt['look']): Joined | undefined {
  for (let index = joined.length - 1; index >= 0; index -= 1) {
    const each = joined[index];
    if (each === undefined || overlaps(each.at, at, 0)) return undefined;
    if (each.key === key && isBeside(each.at, at)) return each;
    // Cells share the line between them: of two colours the later stays.
    if (look.lines !== undefined && each.look.lines !== undefined && look.lines !== each.look.lines && overlaps(each.at, at, 1)) return undefined;
  }
  return undefined;
}

function overlaps(one: Box, other: Box, margin: number): boolean {
  return one.row < other.row + other.rows + margin && other.row < one.row + one.rows + margin && one.column < other.column + other.columns + margin && other.column < one.column + one.columns + margin;
}

function isBeside(one: Box, other: Box): boolean {
  if (one.column === other.column && one.columns === other.columns) return one.row + one.rows === other.row || other.row + other.rows === one.row;
  return one.row === other.row && one.rows === other.rows && (one.column + one.columns === other.column || other.column + other.columns === one.column);
}

/** The rectangle of two that lie beside each other. */
function around(one: Box, other: Box): Box {
  const [row, column] = [Math.min(one.row, other.row), Math.min(one.column, other.column)];
  return { row, column, rows: Math.max(one.row + one.rows, other.row + other.rows) - row, columns: Math.max(one.column + one.columns, other.column + other.columns) - column };
}
