// What is to be seen of one cell: its text, where it stands, its look after table style and conditional rules. Reads the book, knows no grid component.
import type { BookApi } from '../book/bookApi';
import type { CellStyle, Scalar, Sheet, Table } from '../book/model';
import { tableLookAt } from './tableLook';

export interface CellPicture {
  text: string;
  align: 'left' | 'center' | 'right';
  /** Numbers and dates that do not fit show #### instead of running over. */
  isNumber: boolean;
  style: CellStyle;
}

/** Pictures one cell; undefined when there is nothing to see. */
export function cellPictureAt(book: BookApi, sheet: Sheet, row: number, column: number): CellPicture | undefined {
  const cell = book.cellAt(sheet.id, row, column);
  const table = sheet.tables.find(({ area }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right);
  const own = book.shownStyleAt(sheet.id, row, column);
  const style = table ? withTable(own, table, row, column) : own;
  if (!cell && !table && !isVisible(style)) return undefined;
  const value = cell?.value ?? null;
  return {
    text: value === null ? '' : book.textAt(sheet.id, row, column),
    align: alignOf(style, value),
    isNumber: typeof value === 'number',
    style,
  };
}

/** Excel's own side for a value when the cell does not say: text left, numbers right, truth and errors in the middle. */
function alignOf(style: CellStyle, value: Scalar): CellPicture['align'] {
  switch (style.horizontal) {
    case 'Left': case 'Fill': case 'Justify': return 'left';
    case 'Center': case 'CenterAcrossSelection': case 'Distributed': return 'center';
    case 'Right': return 'right';
    default: return typeof value === 'number' ? 'right' : typeof value === 'boolean' || (typeof value === 'object' && value !== null) ? 'center' : 'left';
  }
}

function isVisible(style: CellStyle): boolean {
  return style.fillColor !== '' || style.top !== undefined || style.bottom !== undefined || style.left !== undefined || style.right !== undefined;
}

const combined = new WeakMap<CellStyle, WeakMap<object, CellStyle>>();

/** The cell's own look wins; the table style fills what the cell leaves open. */
function withTable(own: CellStyle, table: Table, row: number, column: number): CellStyle {
  const look = tableLookAt(table, row, column);
  if (!look) return own;
  let byLook = combined.get(own);
  if (!byLook) combined.set(own, (byLook = new WeakMap()));
  const known = byLook.get(look);
  if (known) return known;
  const made: CellStyle = {
    ...own,
    fillColor: own.fillColor || look.fillColor || '',
    fontColor: isPlainColor(own.fontColor) && look.fontColor ? look.fontColor : own.fontColor,
    bold: own.bold || look.bold === true,
    ...sides(own, look),
  };
  byLook.set(look, made);
  return made;
}

function isPlainColor(color: string): boolean {
  return color === '' || color.toUpperCase() === '#000000';
}

function sides(own: CellStyle, look: Partial<CellStyle>): Partial<CellStyle> {
  const found: { -readonly [K in 'top' | 'bottom' | 'left' | 'right']?: CellStyle[K] } = {};
  for (const name of ['top', 'bottom', 'left', 'right'] as const) {
    const side = own[name] ?? look[name];
    if (side) found[name] = side;
  }
  return found;
}
