// Looks of cells: the default one, and interning, so that equal looks are one object and comparing them is cheap.
import type { BorderSide, CellStyle } from './model';

const known = new Map<string, CellStyle>();
const ids = new WeakMap<CellStyle, number>();
let nextId = 1;

function sideKey(side: BorderSide | undefined): string {
  return side === undefined || side.line === 'None' ? '' : `${side.line},${side.weight},${side.color}`;
}

function keyOf(style: CellStyle): string {
  return [
    style.numberFormat, style.fontName, style.fontSize, style.bold, style.italic, style.underline, style.strikethrough, style.fontColor, style.fillColor,
    style.horizontal, style.vertical, style.wrap, style.indent, style.shrink, style.rotation, style.locked, style.formulaHidden,
    sideKey(style.top), sideKey(style.bottom), sideKey(style.left), sideKey(style.right),
  ].join('\u0001');
}

/** The one object for this look. */
export function interned(style: CellStyle): CellStyle {
  if (ids.has(style)) return style;
  const key = keyOf(style);
  const found = known.get(key);
  if (found) return found;
  const { top, bottom, left, right, ...rest } = style;
  const one: CellStyle = Object.freeze({
    ...rest,
    ...(sideKey(top) ? { top } : {}), ...(sideKey(bottom) ? { bottom } : {}), ...(sideKey(left) ? { left } : {}), ...(sideKey(right) ? { right } : {}),
  });
  known.set(key, one);
  ids.set(one, nextId++);
  return one;
}

/** The look of a new cell in Excel with Chinese settings: 等线 11, locked, General. */
export const DEFAULT_STYLE: CellStyle = interned({
  numberFormat: 'General', fontName: '等线', fontSize: 11, bold: false, italic: false, underline: 'None', strikethrough: false,
  fontColor: '#000000', fillColor: '', horizontal: 'General', vertical: 'Bottom', wrap: false, indent: 0, shrink: false, rotation: 0,
  locked: true, formulaHidden: false,
});

/** What is changed of a look: the same for all, or according to the look as it is. */
export type LookChange = Partial<CellStyle> | ((style: CellStyle) => Partial<CellStyle>);

const steps = new WeakMap<CellStyle, Map<string, CellStyle>>();

/** A look with some of it changed. */
export function restyled(style: CellStyle, how: LookChange): CellStyle {
  const base = interned(style);
  const change = typeof how === 'function' ? how(base) : how;
  const key = JSON.stringify(change, (_name, value: unknown) => value ?? null);
  let made = steps.get(base);
  if (!made) steps.set(base, (made = new Map<string, CellStyle>()));
  const found = made.get(key);
  if (found) return found;
  const next = interned({ ...base, ...change });
  made.set(key, next);
  return next;
}
