// A cell's picture in the words of the Univer component. Pure: knows neither book nor page.
import type { BooleanNumber, BorderStyleTypes, CellValueType, HorizontalAlign, IBorderStyleData, ICellData, IStyleData, VerticalAlign, WrapStrategy } from '@univerjs/core';
import type { BorderSide, CellStyle } from '../book/model';
import type { CellPicture } from './cellPicture';
import { fontFamily } from './fontOf';
import { scaledFamily } from './scaledFont';

const PIXELS_PER_INDENT = 9;

// Univer's own numbers, by value: this file is pure and does not load Univer.
const TEXT: CellValueType.STRING = 1;
const [NO, YES]: readonly [BooleanNumber.FALSE, BooleanNumber.TRUE] = [0, 1];
const SIDES: Readonly<Record<CellPicture['align'], HorizontalAlign>> = { left: 1, center: 2, right: 3 };
const [TOP, MIDDLE, BOTTOM]: readonly [VerticalAlign.TOP, VerticalAlign.MIDDLE, VerticalAlign.BOTTOM] = [1, 2, 3];
const [OVERFLOW, CLIP, WRAP]: readonly [WrapStrategy.OVERFLOW, WrapStrategy.CLIP, WrapStrategy.WRAP] = [1, 2, 3];
const LINES = { thin: 1, hair: 2, dotted: 3, dashed: 4, dashDot: 5, dashDotDot: 6, double: 7, medium: 8, mediumDashed: 9, mediumDashDot: 10, mediumDashDotDot: 11, thick: 13 } as const satisfies Record<string, BorderStyleTypes>;

/** The picture as Univer draws it. `fits` says whether a number has room; it shows #### where it has not. */
export function univerCell(picture: CellPicture, fits: boolean): ICellData {
  const style = univerStyle(picture);
  if (picture.text === '') return { s: style };
  return { v: fits ? picture.text : '########', t: TEXT, s: style };
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
    ff: [scaledFamily(style.fontName, style.fontSize), fontFamily(style.fontName)].filter((each) => each !== undefined).join(', '),
    fs: style.fontSize,
    ht: SIDES[align],
    vt: style.vertical === 'Top' ? TOP : style.vertical === 'Bottom' ? BOTTOM : MIDDLE,
    tb: style.wrap || style.vertical === 'Justify' || style.horizontal === 'Justify' ? WRAP : isNumber ? CLIP : OVERFLOW,
    bl: style.bold ? YES : NO,
    it: style.italic ? YES : NO,
  };
  if (style.fontColor && style.fontColor !== '#000000') made.cl = { rgb: style.fontColor };
  if (style.fillColor) made.bg = { rgb: style.fillColor };
  if (style.underline !== 'None') made.ul = { s: YES };
  if (style.strikethrough) made.st = { s: YES };
  if (style.rotation) made.tr = style.rotation === 255 ? { a: 0, v: YES } : { a: -style.rotation };
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
  if (side.line === 'Double') return LINES.double;
  const strong = side.weight === 'Medium' || side.weight === 'Thick';
  switch (side.line) {
    case 'Dash': return strong ? LINES.mediumDashed : LINES.dashed;
    case 'DashDot': return strong ? LINES.mediumDashDot : LINES.dashDot;
    case 'DashDotDot': return strong ? LINES.mediumDashDotDot : LINES.dashDotDot;
    case 'Dot': return LINES.dotted;
    default: return side.weight === 'Thick' ? LINES.thick : side.weight === 'Medium' ? LINES.medium : side.weight === 'Hairline' ? LINES.hair : LINES.thin;
  }
}
