// Gives a grid component the cells that it is about to paint, from the book, and remembers them until they change.
import type { ICellData } from '@univerjs/core';
import type { BookApi } from '../book/bookApi';
import type { Area, Sheet } from '../book/model';
import { cellPictureAt, type CellPicture } from './cellPicture';
import { fontOf } from './fontOf';
import { mergeAt } from './navigation';
import { columnPixels } from './sheetLayout';
import type { ScaledFonts } from './scaledFont';
import { univerCell } from './univerCell';

const STRIDE = 16_384;
const NUMBER_MARGIN = 2;

type Known = Map<number, ICellData | undefined>;

/** The cells of a book, pictured once and kept until told to forget. */
export class CellSource {
  private readonly known = new Map<string, Known>();
  private readonly pen: CanvasRenderingContext2D | null = document.createElement('canvas').getContext('2d');
  private readonly widths = new Map<string, number>();

  constructor(private readonly book: BookApi, private readonly fonts: ScaledFonts) {}

  cellAt(sheet: Sheet, row: number, column: number): ICellData | undefined {
    let cells = this.known.get(sheet.id);
    if (!cells) this.known.set(sheet.id, (cells = new Map<number, ICellData | undefined>()));
    const key = row * STRIDE + column;
    const found = cells.get(key);
    if (found !== undefined || cells.has(key)) return found;
    const picture = cellPictureAt(this.book, sheet, row, column);
    if (picture) this.fonts.need(picture.style.fontName, picture.style.fontSize);
    const made = picture && univerCell(picture, !picture.isNumber || this.fits(sheet, row, column, picture));
    cells.set(key, made);
    return made;
  }

  forget(sheetId: string, area?: Area): void {
    const cells = this.known.get(sheetId);
    if (!cells) return;
    const size = area ? (area.bottom - area.top + 1) * (area.right - area.left + 1) : Infinity;
    if (!area || size > cells.size) {
      if (!area) cells.clear();
      else for (const key of [...cells.keys()]) if (isIn(area, Math.floor(key / STRIDE), key % STRIDE)) cells.delete(key);
      return;
    }
    for (let row = area.top; row <= area.bottom; row++) for (let column = area.left; column <= area.right; column++) cells.delete(row * STRIDE + column);
  }

  /** The pixels that the longest text of a column takes. */
  widthFor(sheet: Sheet, column: number): number {
    let widest = 0;
    for (const [row, cells] of sheet.cells) {
      if (!cells.has(column) || mergeAt(sheet, { row, column }).right !== column) continue;
      const picture = cellPictureAt(this.book, sheet, row, column);
      if (!picture) continue;
      for (const line of picture.text.split('\n')) widest = Math.max(widest, this.textWidth({ ...picture, text: line }));
    }
    return widest === 0 ? 0 : Math.ceil(widest) + 10;
  }

  private fits(sheet: Sheet, row: number, column: number, picture: CellPicture): boolean {
    if (picture.style.shrink || picture.style.wrap) return true;
    const { left, right } = mergeAt(sheet, { row, column });
    let room = -NUMBER_MARGIN;
    for (let at = left; at <= right; at++) {
      const info = sheet.columns.get(at);
      room += info?.hidden ? 0 : columnPixels(info?.width ?? sheet.defaultColumnWidth);
    }
    return this.textWidth(picture) <= room;
  }

  private textWidth({ text, style }: CellPicture): number {
    if (!this.pen) return 0;
    const font = fontOf(style);
    const key = `${font}|${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      if (this.widths.size > 20_000) this.widths.clear();
      this.pen.font = font;
      this.widths.set(key, (width = this.pen.measureText(text).width));
    }
    return width;
  }
}

function isIn(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}
