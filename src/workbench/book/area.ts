// Rectangles of cells and their A1 addresses. Knows nothing of what the cells hold.
import type { Area } from './model';

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** The rectangle of a single cell. */
export function cellArea(row: number, column: number): Area {
  return { top: row, left: column, bottom: row, right: column };
}

export function rowCount(area: Area): number {
  return area.bottom - area.top + 1;
}

export function columnCount(area: Area): number {
  return area.right - area.left + 1;
}

export function isWholeRows(area: Area): boolean {
  return area.left === 0 && area.right === LAST_COLUMN;
}

export function isWholeColumns(area: Area): boolean {
  return area.top === 0 && area.bottom === LAST_ROW;
}

export function sameArea(a: Area, b: Area): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

export function covers(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** Whether the first rectangle holds the second completely. */
export function holds(outer: Area, inner: Area): boolean {
  return inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right;
}

/** What two areas have in common. */
export function intersection(a: Area, b: Area): Area | undefined {
  const top = Math.max(a.top, b.top);
  const left = Math.max(a.left, b.left);
  const bottom = Math.min(a.bottom, b.bottom);
  const right = Math.min(a.right, b.right);
  return top <= bottom && left <= right ? { top, left, bottom, right } : undefined;
}

export function overlap(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

/** The smallest rectangle holding both. */
export function bounding(a: Area, b: Area): Area {
  return { top: Math.min(a.top, b.top), left: Math.min(a.left, b.left), bottom: Math.max(a.bottom, b.bottom), right: Math.max(a.right, b.right) };
}

/** What is left of a rectangle when another is cut out of it: up to four rectangles. */
export function without(area: Area, hole: Area): Area[] {
  const cut = intersection(area, hole);
  if (!cut) return [area];
  const rest: Area[] = [];
  if (cut.top > area.top) rest.push({ ...area, bottom: cut.top - 1 });
  if (cut.bottom < area.bottom) rest.push({ ...area, top: cut.bottom + 1 });
  if (cut.left > area.left) rest.push({ top: cut.top, bottom: cut.bottom, left: area.left, right: cut.left - 1 });
  if (cut.right < area.right) rest.push({ top: cut.top, bottom: cut.bottom, left: cut.right + 1, right: area.right });
  return rest;
}

/** Moves a rectangle; undefined when it would leave the sheet. */
export function offset(area: Area, rows: number, columns: number): Area | undefined {
  const moved = { top: area.top + rows, left: area.left + columns, bottom: area.bottom + rows, right: area.right + columns };
  return isOnSheet(moved) ? moved : undefined;
}

/** Whether an area lies within a sheet's rows and columns. */
export function isOnSheet(area: Area): boolean {
  return [area.top, area.left, area.bottom, area.right].every(Number.isInteger)
    && area.top >= 0 && area.left >= 0 && area.bottom <= LAST_ROW && area.right <= LAST_COLUMN
    && area.top <= area.bottom && area.left <= area.right;
}

/** The letters of a column: 0 is A, 16383 is XFD. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The column of its letters, -1 when there is no such column. */
export function columnOf(letters: string): number {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return -1;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1 <= LAST_COLUMN ? column - 1 : -1;
}

/** A1, A1:B2, A:B or 1:2, as Excel writes the address of a rectangle. */
export function addressOf(area: Area, absolute = false): string {
  const mark = absolute ? '$' : '';
  const column = (index: number) => mark + columnLetters(index);
  const row = (index: number) => mark + String(index + 1);
  if (isWholeColumns(area)) return `${column(area.left)}:${column(area.right)}`;
  if (isWholeRows(area)) return `${row(area.top)}:${row(area.bottom)}`;
  const first = column(area.left) + row(area.top);
  return area.top === area.bottom && area.left === area.right ? first : `${first}:${column(area.right)}${row(area.bottom)}`;
}

/** A sheet's name as it stands before the ! of an address: quoted where Excel quotes it. */
export function quotedSheetName(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^[rc]$|^r\d+c?\d*$|^c\d+$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

const CELL = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;
const COLUMN = /^\$?([A-Za-z]{1,3})$/;
const ROW = /^\$?(\d{1,7})$/;

function pieceOf(text: string): Area | undefined {
  const cell = CELL.exec(text);
  if (cell) {
    const column = columnOf(cell[1]!);
    const row = Number(cell[2]) - 1;
    return column < 0 || row < 0 || row > LAST_ROW ? undefined : cellArea(row, column);
  }
  return undefined;
}

/** The rectangle of an address without sheet name (A1, $A$1:B2, A:B, 1:2); undefined when it is none. */
export function parseAddress(address: string): Area | undefined {
  const [first, second, more] = address.trim().split(':').map((part) => part.trim());
  if (first === undefined || more !== undefined) return undefined;
  if (second === undefined) return pieceOf(first);
  const from = pieceOf(first);
  const to = pieceOf(second);
  if (from && to) return bounding(from, to);
  const [columnA, columnB] = [COLUMN.exec(first), COLUMN.exec(second)];
  if (columnA && columnB) {
    const [a, b] = [columnOf(columnA[1]!), columnOf(columnB[1]!)];
    return a < 0 || b < 0 ? undefined : { top: 0, bottom: LAST_ROW, left: Math.min(a, b), right: Math.max(a, b) };
  }
  const [rowA, rowB] = [ROW.exec(first), ROW.exec(second)];
  if (rowA && rowB) {
    const [a, b] = [Number(rowA[1]) - 1, Number(rowB[1]) - 1];
    return Math.min(a, b) < 0 || Math.max(a, b) > LAST_ROW ? undefined : { top: Math.min(a, b), bottom: Math.max(a, b), left: 0, right: LAST_COLUMN };
  }
  return undefined;
}

/** Splits 名册!A1:B2 or 'a b'!A1 into sheet name and the rest; the sheet is absent where the address has none. */
export function splitAddress(address: string): { sheet?: string; rest: string } {
  const text = address.trim().replace(/^=/, '');
  if (text.startsWith("'")) {

    // Doubled apostrophes are part of the name; the closing one stands before the !
    for (let at = 1; at < text.length; at++) {
      if (text[at] !== "'") continue;
      if (text[at + 1] === "'") { at++; continue; }
      if (text[at + 1] === '!') return { sheet: text.slice(1, at).replaceAll("''", "'"), rest: text.slice(at + 2) };
      break;
    }
    return { rest: text };
  }
  const mark = text.lastIndexOf('!');
  return mark < 0 ? { rest: text } : { sheet: text.slice(0, mark), rest: text.slice(mark + 1) };
}

/** A rectangle after rows were put in at an index: moved down when below, grown when around. */
export function withInserted(area: Area, kind: 'rows' | 'columns', at: number, count: number): Area {
  const [first, last] = kind === 'rows' ? [area.top, area.bottom] : [area.left, area.right];
  const limit = kind === 'rows' ? LAST_ROW : LAST_COLUMN;
  const whole = first === 0 && last === limit;
  const start = whole || first < at ? first : first + count;
  const end = whole || last < at ? last : Math.min(last + count, limit);
  return kind === 'rows' ? { ...area, top: start, bottom: end } : { ...area, left: start, right: end };
}

/** A rectangle after rows were taken out; undefined when nothing of it is left. */
export function withDeleted(area: Area, kind: 'rows' | 'columns', at: number, count: number): Area | undefined {
  const [first, last] = kind === 'rows' ? [area.top, area.bottom] : [area.left, area.right];
  const limit = kind === 'rows' ? LAST_ROW : LAST_COLUMN;
  if (first === 0 && last === limit) return area;
  const after = at + count;
  const start = first < at ? first : first >= after ? first - count : at;
  const end = last < at ? last : last >= after ? last - count : at - 1;
  if (end < start) return undefined;
  return kind === 'rows' ? { ...area, top: start, bottom: end } : { ...area, left: start, right: end };
}
