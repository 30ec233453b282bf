// The parts of a cell's look under their Office.js names, shared by formats of ranges and getCellProperties. Knows values and their checks, not where cells are.
import { invalid } from '../../book/hostFault';
import type { BorderSide, CellStyle } from '../../book/model';
import { colorOf, flagOf, numberOf, oneOf, textOf, wholeOf } from '../arguments';

/** A part of a look: reading it from a style, and the change that setting it makes. */
export interface LookPart { read(style: CellStyle): unknown; change(value: unknown): Partial<CellStyle> }

const HORIZONTAL = ['General', 'Left', 'Center', 'Right', 'Fill', 'Justify', 'CenterAcrossSelection', 'Distributed'] as const;
const VERTICAL = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'] as const;
const UNDERLINES = ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'] as const;
export const LINES = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot'] as const;
export const WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;

function sizeOf(value: unknown): number {
  const size = numberOf(value, 'size');
  if (size < 1 || size > 409) throw invalid(`no font size ${size}`);
  return size;
}

function indentOf(value: unknown): number {
  const indent = wholeOf(value, 'indentLevel');
  if (indent < 0 || indent > 250) throw invalid(`no indent ${indent}`);
  return indent;
}

function rotationOf(value: unknown): number {
  const angle = wholeOf(value, 'textOrientation');
  if (angle !== 180 && (angle < -90 || angle > 90)) throw invalid(`no text orientation ${angle}`);
  return angle;
}

export const FONT_PARTS = {
  Name: { read: (style) => style.fontName, change: (value) => ({ fontName: textOf(value, 'name') }) },
  Size: { read: (style) => style.fontSize, change: (value) => ({ fontSize: sizeOf(value) }) },
  Bold: { read: (style) => style.bold, change: (value) => ({ bold: flagOf(value, 'bold') }) },
  Italic: { read: (style) => style.italic, change: (value) => ({ italic: flagOf(value, 'italic') }) },
  Color: { read: (style) => style.fontColor, change: (value) => ({ fontColor: colorOf(value, 'color') || '#000000' }) },
  Underline: { read: (style) => style.underline, change: (value) => ({ underline: oneOf(value, UNDERLINES, 'underline') }) },
  Strikethrough: { read: (style) => style.strikethrough, change: (value) => ({ strikethrough: flagOf(value, 'strikethrough') }) },
} satisfies Record<string, LookPart>;

export const FILL_PARTS = {
  // Excel answers white for no fill.
  Color: { read: (style) => style.fillColor || '#FFFFFF', change: (value) => ({ fillColor: colorOf(value, 'color') }) },
} satisfies Record<string, LookPart>;

export const PROTECTION_PARTS = {
  Locked: { read: (style) => style.locked, change: (value) => ({ locked: flagOf(value, 'locked') }) },
  FormulaHidden: { read: (style) => style.formulaHidden, change: (value) => ({ formulaHidden: flagOf(value, 'formulaHidden') }) },
} satisfies Record<string, LookPart>;

export const FORMAT_PARTS = {
  HorizontalAlignment: { read: (style) => style.horizontal, change: (value) => ({ horizontal: oneOf(value, HORIZONTAL, 'horizontalAlignment') }) },
  VerticalAlignment: { read: (style) => style.vertical, change: (value) => ({ vertical: oneOf(value, VERTICAL, 'verticalAlignment') }) },
  WrapText: { read: (style) => style.wrap, change: (value) => ({ wrap: flagOf(value, 'wrapText') }) },
  IndentLevel: { read: (style) => style.indent, change: (value) => ({ indent: indentOf(value) }) },
  ShrinkToFit: { read: (style) => style.shrink, change: (value) => ({ shrink: flagOf(value, 'shrinkToFit') }) },
  TextOrientation: { read: (style) => style.rotation, change: (value) => ({ rotation: rotationOf(value) }) },
} satisfies Record<string, LookPart>;

/** A border side as Office.js sets it, one property after another: style first makes a thin black line. */
export function changedSide(side: BorderSide | undefined, name: 'Style' | 'Color' | 'Weight', value: unknown): BorderSide {
  const now: BorderSide = side ?? { line: 'None', weight: 'Thin', color: '#000000' };
  if (name === 'Color') return { ...now, line: now.line === 'None' ? 'Continuous' : now.line, color: colorOf(value, 'color') };
  if (name === 'Weight') return { ...now, line: now.line === 'None' ? 'Continuous' : now.line, weight: oneOf(value, WEIGHTS, 'weight') };
  const line = oneOf(value, LINES, 'style');
  return { ...now, line: line === 'SlantDashDot' ? 'DashDot' : line };
}
