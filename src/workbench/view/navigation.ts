// Where the active cell goes when a key is pressed, as in Excel. Reads the book, changes nothing.
import { LAST_COLUMN, LAST_ROW } from '../book/area';
import type { BookApi } from '../book/bookApi';
import type { Area, Sheet } from '../book/model';

export interface Place { row: number; column: number }
export type Direction = 'up' | 'down' | 'left' | 'right';

const STEPS: Record<Direction, readonly [number, number]> = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] };

/** One step, over hidden rows and columns and over merges; stays when the sheet ends. */
export function step(sheet: Sheet, from: Place, direction: Direction, count = 1): Place {
  const [rows, columns] = STEPS[direction];
  let at = from;
  for (let taken = 0; taken < count;) {
    const merge = mergeAt(sheet, at);
    const next = {
      row: rows > 0 ? merge.bottom + 1 : rows < 0 ? merge.top - 1 : at.row,
      column: columns > 0 ? merge.right + 1 : columns < 0 ? merge.left - 1 : at.column,
    };
    if (next.row < 0 || next.column < 0 || next.row > LAST_ROW || next.column > LAST_COLUMN) break;
    at = next;
    if (!isHidden(sheet, at)) taken++;
  }
  return isHidden(sheet, at) ? from : at;
}

/** Ctrl with an arrow: to the edge of what is filled, or to the next filled cell, or to the end of the sheet. */
export function jump(book: BookApi, sheet: Sheet, from: Place, direction: Direction): Place {
  const [rows, columns] = STEPS[direction];
  const used = book.usedArea(sheet.id, true);
  const end: Place = {
    row: rows < 0 ? 0 : rows > 0 ? LAST_ROW : from.row,
    column: columns < 0 ? 0 : columns > 0 ? LAST_COLUMN : from.column,
  };
  const isFilled = (place: Place): boolean => {
    const cell = book.cellAt(sheet.id, place.row, place.column);
    return cell !== undefined && (cell.value !== null || cell.formula !== undefined);
  };
  const forth = (place: Place): Place => ({ row: place.row + rows, column: place.column + columns });
  const inside = (place: Place): boolean => used !== undefined && place.row >= 0 && place.column >= 0
    && place.row <= Math.max(used.bottom, 0) && place.column <= Math.max(used.right, 0);
  let at = forth(from);
  if (!inside(at)) return end;
  if (isFilled(from) && isFilled(at)) {
    while (inside(forth(at)) && isFilled(forth(at))) at = forth(at);
    return at;
  }
  while (inside(at) && !isFilled(at)) at = forth(at);
  return inside(at) ? at : end;
}

/** The next cell inside a selection of several cells, when Enter or Tab is pressed in it. */
export function nextInside(area: Area, from: Place, direction: Direction): Place {
  const wide = area.right - area.left + 1;
  const tall = area.bottom - area.top + 1;
  const size = wide * tall;
  const byRows = direction === 'left' || direction === 'right';
  const index = byRows ? (from.row - area.top) * wide + (from.column - area.left) : (from.column - area.left) * tall + (from.row - area.top);
  const next = (index + (direction === 'up' || direction === 'left' ? -1 : 1) + size) % size;
  return byRows
    ? { row: area.top + Math.floor(next / wide), column: area.left + (next % wide) }
    : { row: area.top + (next % tall), column: area.left + Math.floor(next / tall) };
}

/** The filled block around a cell, bounded by empty rows and columns: what Ctrl+A takes first. */
export function currentRegion(book: BookApi, sheet: Sheet, from: Place): Area {
  const used = book.usedArea(sheet.id, true);
  let area: Area = { top: from.row, bottom: from.row, left: from.column, right: from.column };
  if (!used) return area;
  const isFilledIn = (part: Area): boolean => {
    for (let row = Math.max(0, part.top); row <= part.bottom; row++) {
      for (let column = Math.max(0, part.left); column <= part.right; column++) {
        const cell = book.cellAt(sheet.id, row, column);
        if (cell && (cell.value !== null || cell.formula !== undefined)) return true;
      }
    }
    return false;
  };
  for (let grown = true; grown;) {
    grown = false;
    const wider = { ...area, left: area.left - 1, right: area.right + 1 };
    if (area.top > 0 && isFilledIn({ ...wider, top: area.top - 1, bottom: area.top - 1 })) { area = { ...area, top: area.top - 1 }; grown = true; }
    if (area.bottom < used.bottom && isFilledIn({ ...wider, top: area.bottom + 1, bottom: area.bottom + 1 })) { area = { ...area, bottom: area.bottom + 1 }; grown = true; }
    const taller = { ...area, top: area.top - 1, bottom: area.bottom + 1 };
    if (area.left > 0 && isFilledIn({ ...taller, left: area.left - 1, right: area.left - 1 })) { area = { ...area, left: area.left - 1 }; grown = true; }
    if (area.right < used.right && isFilledIn({ ...taller, left: area.right + 1, right: area.right + 1 })) { area = { ...area, right: area.right + 1 }; grown = true; }
  }
  return area;
}

/** The merge that a cell belongs to, or the cell alone. */
export function mergeAt(sheet: Sheet, at: Place): Area {
  return sheet.merges.find((merge) => at.row >= merge.top && at.row <= merge.bottom && at.column >= merge.left && at.column <= merge.right)
    ?? { top: at.row, left: at.column, bottom: at.row, right: at.column };
}

function isHidden(sheet: Sheet, at: Place): boolean {
  return sheet.rows.get(at.row)?.hidden === true || sheet.columns.get(at.column)?.hidden === true;
}
