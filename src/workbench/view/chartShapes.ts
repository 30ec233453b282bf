// What a chart is drawn with, and how its words are fitted. Sizes are CSS pixels at 100 %. Knows no data and no page.

export type Point = readonly [x: number, y: number];
export type Shape =
  | { readonly kind: 'box'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly fill: string; readonly stroke?: string }
  | { readonly kind: 'line'; readonly points: readonly Point[]; readonly stroke: string; readonly width: number }
  | { readonly kind: 'dot'; readonly at: Point; readonly radius: number; readonly fill: string }
  | { readonly kind: 'wedge'; readonly at: Point; readonly radius: number; /** In turns from twelve o'clock, clockwise. */ readonly from: number; readonly to: number; readonly fill: string }
  | { readonly kind: 'text'; readonly x: number; /** The middle of the line. */ readonly y: number; readonly text: string; readonly size: number; readonly anchor: 'start' | 'middle' | 'end'; /** Degrees. */ readonly turned?: number };

export interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Excel's colours for series that have none (the Office theme). */
const THEME = ['#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'];

export const INK = '#595959';
export const RULE = '#D9D9D9';
export const AXIS = '#BFBFBF';
/** 14 and 9 points. */
export const TITLE_SIZE = 18.67;
export const LABEL_SIZE = 12;
export const LINE_HEIGHT = 1.3;

/** The colour of the n-th series or slice. */
export function themeColor(index: number): string {
  return THEME[index % THEME.length] ?? INK;
}

/** About how wide a text is: full-width characters are squares, the others a little over half of one. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[“”‘’…—]/.test(letter) ? 1 : 0.56;
  return width * size;
}

/** A text cut to a width, with … where something is missing. */
export function shortened(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const letters = [...text];
  while (letters.length > 0 && textWidth(`${letters.join('')}…`, size) > width) letters.pop();
  return `${letters.join('')}…`;
}

const CLOSING = new Set('，。、；：！？）》”’…');

/** A text in lines of a width, as many as are allowed; the last is cut where more would follow. */
export function wrapped(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest !== '' && lines.length < most - 1 && textWidth(rest, size) > width) {
    const letters = [...rest];
    let count = letters.length;
    while (count > 1 && textWidth(letters.slice(0, count).join(''), size) > width) count--;
    // No line begins with what closes the one before it.
    if (count > 1 && CLOSING.has(letters[count] ?? '')) count--;
    lines.push(letters.slice(0, count).join(''));
    rest = letters.slice(count).join('');
  }
  return rest === '' ? lines : [...lines, shortened(rest, size, width)];
}

/** Lines of text, the middle of them all at a height. */
export function textLines(lines: readonly string[], x: number, middle: number, size: number, anchor: 'start' | 'middle' | 'end'): Shape[] {
  const height = size * LINE_HEIGHT;
  return lines.map((text, index) => ({ kind: 'text', x, y: middle + (index - (lines.length - 1) / 2) * height, text, size, anchor }));
}
