// What a cell takes from typed or written input, as Excel with Chinese (PRC) settings parses it. Knows no book and no clock.
import type { Scalar } from './model';
import { DAYS_1904 } from '../calc/serialDate';
import { readNumber } from './typedNumber';

/** What input becomes: a value, or a formula (its value then comes from calculation), and the format that a General cell takes on with it. */
export interface Typed {
  value: Scalar;
  formula?: string;
  quoted?: boolean;
  numberFormat?: string;
}

/** The error values that may be typed. */
export const TYPED_ERRORS: ReadonlySet<string> = new Set(['#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!', '#SPILL!', '#CALC!', '#GETTING_DATA']);

/** Parses input as Excel does when it is typed into a cell, or written to `values` or `formulas` by an add-in. `today` gives dates such as 9/30 their year. */
export function parseTyped(input: string | number | boolean, numberFormat: string, date1904: boolean, today?: number): Typed {
  const isText = numberFormat === '@';
  if (typeof input !== 'string') {
    // A text cell stores even numbers as their characters.
    return { value: isText ? (typeof input === 'boolean' ? String(input).toUpperCase() : String(input)) : input };
  }
  if (input === '') return { value: null };
  if (input.startsWith("'")) return { value: input.slice(1), quoted: true };
  if (isText) return { value: input };

  const trimmed = input.trim();
  const formula = formulaIn(trimmed, today);
  if (formula !== undefined) return { value: null, formula };

  const upper = trimmed.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { value: upper === 'TRUE' };
  if (TYPED_ERRORS.has(upper)) return { value: { error: upper } };

  const read = readNumber(input, today);
  if (!read) return { value: input };
  const value = date1904 && isDated(read.format) ? read.value - DAYS_1904 : read.value;
  // Days before the 1904 system begins stay text.
  if (value < 0 && isDated(read.format)) return { value: input };
  return read.format !== undefined && numberFormat === 'General' ? { value, numberFormat: read.format } : { value };
}

/** The number that text stands for in arithmetic and VALUE, undefined when it stands for none. Dates are serials of the 1900 system. */
export function numberFromText(text: string, today?: number): number | undefined {
  return readNumber(text, today)?.value;
}

function isDated(format: string | undefined): boolean {
  return format !== undefined && /[yd]/.test(format);
}

function formulaIn(text: string, today: number | undefined): string | undefined {
  const first = text[0];
  if (text.length < 2) return undefined;
  if (first === '=') return text;
  if (first === '+' || first === '-') return readNumber(text, today) ? undefined : `=${text}`;
  // An old Lotus manner that Excel still takes: @SUM(A1) is =SUM(A1); any other text after @ is read as a formula too.
  if (first === '@') return /^@[A-Za-z][A-Za-z0-9.]*\(/.test(text) ? `=${text.slice(1)}` : `=${text}`;
  return undefined;
}
