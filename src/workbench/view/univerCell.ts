// A cell's picture in the words of the Univer component. Pure: knows neither book nor page.
import { BorderStyleTypes, BooleanNumber, CellValueType, HorizontalAlign, VerticalAlign, WrapStrategy, type IBorderStyleData, type ICellData, type IStyleData } from '@univerjs/core';
import type { BorderSide, CellStyle } from '../book/model';
import type { CellPicture } from './cellPicture';
import { fontFamily } from './fontOf';

const PIXELS_PER_INDENT = 9;

/** The picture as Univer draws it. `fits` says whether a number has room; it shows #### where it has not. */
export function univerCell(picture: CellPicture, fits: boolean): ICellData {
  const style = univerStyle(picture);
  if (picture.text === '') return { s: style };
  return { v: fits ? picture.text : '########', t: CellValueType.STRING, s: style };
}

const made = new WeakMap<CellStyle, Map<string, IStyleData>>();

function univerStyle(picture: CellPicture): IStyleData {
  let variants = made.get(picture.style);
  if (!variants) made.set(picture.style, (variants = new Map<string, IStyleData>()));
  const key = picture.align + String(picture.isNumber);
  let style = variants.get(key);
  if (!style) variants.set(key, (style = makeStyle(picture)));
  return style;
}

function makeStyle({ style, align, isNumber }: CellPicture): IStyleData {
  const made: IStyleData = {
    ff: fontFamily(style.fontName),
    fs: style.fontSize,
    ht: align === 'left' ? HorizontalAlign.LEFT : align === 'right' ? HorizontalAlign.RIGHT : HorizontalAlign.CENTER,
    vt: style.vertical === 'Top' ? VerticalAlign.TOP : style.vertical === 'Bottom' ? VerticalAlign.BOTTOM : VerticalAlign.MIDDLE,
    tb: style.wrap || style.vertical === 'Justify' || style.horizontal === 'Justify' ? WrapStrategy.WRAP : isNumber ? WrapStrategy.CLIP : WrapStrategy.OVERFLOW,
    bl: style.bold ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    it: style.italic ? BooleanNumber.TRUE : BooleanNumber.FALSE,
  };
  if (style.fontColor && style.fontColor !== '#000000') made.cl = { rgb: style.fontColor };
  if (style.fillColor) made.bg = { rgb: style.fillColor };
  if (style.underline !== 'None') made.ul = { s: BooleanNumber.TRUE };
  if (style.strikethrough) made.st = { s: BooleanNumber.TRUE };
  if (style.rotation) made.tr = style.rotation === 255 ? { a: 0, v: BooleanNumber.TRUE } : { a: -style.rotation };
  if (style.indent > 0) made.pd = align === 'right' ? { r: style.indent * PIXELS_PER_INDENT } : { l: style.indent * PIXELS_PER_INDENT };
  const borders = univerBorders(style);
  if (borders) made.bd = borders;
  return made;
}

function univerBorders(style: CellStyle): NonNullable<IStyleData['bd']> | undefined {
  const borders: { -readonly [K in 't' | 'b' | 'l' | 'r']?: IBorderStyleData } = {};
  const sides = [['t', style.top], ['b', style.bottom], ['l', style.left], ['r', style.right]] as const;
  for (const [name, side] of sides) {
    if (side && side.line !== 'None') borders[name] = { s: lineOf(side), cl: { rgb: side.color || '#000000' } };
  }
  return Object.keys(borders).length > 0 ? borders : undefined;
}

function lineOf(side: BorderSide): BorderStyleTypes {
  if (side.line === 'Double') return BorderStyleTypes.DOUBLE;
  const strong = side.weight === 'Medium' || side.weight === 'Thick';
  switch (side.line) {
    case 'Dash': return strong ? BorderStyleTypes.MEDIUM_DASHED : BorderStyleTypes.DASHED;
    case 'DashDot': return strong ? BorderStyleTypes.MEDIUM_DASH_DOT : BorderStyleTypes.DASH_DOT;
    case 'DashDotDot': return strong ? BorderStyleTypes.MEDIUM_DASH_DOT_DOT : BorderStyleTypes.DASH_DOT_DOT;
    case 'Dot': return BorderStyleTypes.DOTTED;
    default: return side.weight === 'Thick' ? BorderStyleTypes.THICK : side.weight === 'Medium' ? BorderStyleTypes.MEDIUM : side.weight === 'Hairline' ? BorderStyleTypes.HAIR : BorderStyleTypes.THIN;
  }
}
