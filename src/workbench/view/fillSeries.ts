// What the fill handle writes: the pattern of the first cells carried on, as Excel does for numbers, dates and texts that end in a number. Pure.

/** One cell of the source. */
export interface FillSource { value: string | number | boolean | null; isDate: boolean; formula?: string }

/** What goes into a target cell: a value, or the formula of a source cell to be moved there. */
export type Filled = { value: string | number | boolean | null } | { formulaOf: number };

/** Continues a line of source cells by `count` cells; `backwards` fills upwards or to the left. */
export function continued(source: readonly FillSource[], count: number, backwards: boolean): Filled[] {
  const step = stepOf(source);
  return Array.from({ length: count }, (_, index) => {
    const offset = backwards ? -1 - index : source.length + index;
    const from = ((offset % source.length) + source.length) % source.length;
    const cell = source[from];
    if (!cell) return { value: null };
    if (cell.formula !== undefined) return { formulaOf: from };
    if (step !== undefined && typeof cell.value === 'number') return { value: Number((Number(source[0]?.value) + step * offset).toPrecision(15)) };
    if (typeof cell.value === 'string') return { value: countedOn(cell.value, Math.floor(offset / source.length) * textStep(source)) };
    return { value: cell.value };
  });
}

/** The difference that numbers go on by: of two or more in even steps, or a day for a single date. */
function stepOf(source: readonly FillSource[]): number | undefined {
  if (!source.every((cell) => typeof cell.value === 'number' && cell.formula === undefined)) return undefined;
  const numbers = source.map((cell) => Number(cell.value));
  const [first, second] = numbers;
  if (first === undefined) return undefined;
  if (second === undefined) return source[0]?.isDate ? 1 : undefined;
  const step = second - first;
  return numbers.every((value, index) => index === 0 || Math.abs(value - (numbers[index - 1] ?? 0) - step) < 1e-9) ? step : undefined;
}

/** Texts that end in numbers go on by the size of the block: 第1期, 第2期 → 第3期, 第4期. */
function textStep(source: readonly FillSource[]): number {
  return source.length;
}

function countedOn(text: string, by: number): string {
  const match = /^(.*?)(\d{1,9})(\D*)$/s.exec(text);
  if (!match || by === 0) return text;
  const [, before = '', digits = '', after = ''] = match;
  const next = Math.abs(Number(digits) + by);
  return before + String(next).padStart(digits.startsWith('0') ? digits.length : 1, '0') + after;
}
