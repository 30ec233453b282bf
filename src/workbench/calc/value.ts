// What formulas compute with: single values, arrays, references; and Excel's rules for turning one kind into another. Knows no cells and no functions.
import { numberFromText } from '../book/typed';
import type { CellError, Scalar } from '../book/model';

export const VALUE_ERROR: CellError = { error: '#VALUE!' };
export const NAME_ERROR: CellError = { error: '#NAME?' };
export const REF_ERROR: CellError = { error: '#REF!' };
export const DIV0_ERROR: CellError = { error: '#DIV/0!' };
export const NUM_ERROR: CellError = { error: '#NUM!' };
export const NA_ERROR: CellError = { error: '#N/A' };
export const NULL_ERROR: CellError = { error: '#NULL!' };
export const SPILL_ERROR: CellError = { error: '#SPILL!' };

/** A rectangle of cells on one sheet; 0-based, inclusive. */
export class AreaRef {
  /** Whether it is a single cell. */
  readonly isCell: boolean;
  constructor(readonly sheetId: string, readonly top: number, readonly left: number, readonly bottom: number, readonly right: number) {
    this.isCell = top === bottom && left === right;
  }
  get height(): number { return this.bottom - this.top + 1; }
  get width(): number { return this.right - this.left + 1; }
}

/** Several rectangles, as (A1,C3:D4) gives. */
export class UnionRef {
  constructor(readonly areas: readonly AreaRef[]) {}
}

/** A rectangle of values without a place. */
export class ArrayValue {
  readonly height: number;
  readonly width: number;
  constructor(readonly rows: readonly (readonly Scalar[])[]) {
    this.height = rows.length;
    this.width = rows[0]?.length ?? 0;
  }
  at(row: number, column: number): Scalar {
    return this.rows[row]?.[column] ?? null;
  }
}

/** An argument place that was left empty, as the second of IF(a,,b). */
export class Missing {
  private constructor(readonly kind: 'missing') {}
  static readonly value = new Missing('missing');
}

export type Operand = Scalar | AreaRef | UnionRef | ArrayValue | Missing;

export function isError(value: unknown): value is CellError {
  return typeof value === 'object' && value !== null && 'error' in value;
}

export function isScalar(value: Operand): value is Scalar {
  return value === null || typeof value !== 'object' || 'error' in value;
}

export function isReference(value: Operand): value is AreaRef | UnionRef {
  return value instanceof AreaRef || value instanceof UnionRef;
}

/** A number for arithmetic: blanks are 0, TRUE is 1, text that reads as a number is that number, else #VALUE!. The clock gives dates such as 9/30 their year. */
export function toNumber(value: Scalar, clock?: { now(): number }): number | CellError {
  switch (typeof value) {
    case 'number': return value;
    case 'boolean': return value ? 1 : 0;
    case 'string': return numberFromText(value, clock ? Math.floor(clock.now()) : 0) ?? VALUE_ERROR;
    default: return value === null ? 0 : value;
  }
}

/** Text for joining: numbers as General writes them with up to 15 digits, TRUE and FALSE in capitals, blanks empty. */
export function toText(value: Scalar): string | CellError {
  switch (typeof value) {
    case 'string': return value;
    case 'number': return plainNumberText(value);
    case 'boolean': return value ? 'TRUE' : 'FALSE';
    default: return value === null ? '' : value;
  }
}

/** A truth value: numbers other than 0 are TRUE, the words TRUE and FALSE count, other text is #VALUE!. */
export function toTruth(value: Scalar): boolean | CellError {
  switch (typeof value) {
    case 'boolean': return value;
    case 'number': return value !== 0;
    case 'string': {
      const word = value.toUpperCase();
      return word === 'TRUE' ? true : word === 'FALSE' ? false : VALUE_ERROR;
    }
    default: return value === null ? false : value;
  }
}

/** A number as the & operator writes it: up to 15 significant digits, an exponent only from 1E+21 or where zeros would run past 20 places. */
export function plainNumberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const [mantissa = '', power = '0'] = value.toExponential(14).split('e');
  const exponent = Number(power);
  const digits = mantissa.replace(/\.?0+$/, '');
  if (exponent >= 21 || exponent < -19) {
    return `${digits}E${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  return expanded(digits, exponent);
}

function expanded(mantissa: string, exponent: number): string {
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) return sign + digits.padEnd(exponent + 1, '0');
  return `${sign}${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}

/** Whether two numbers are the same to Excel, which looks at 15 significant digits. */
export function sameNumber(a: number, b: number): boolean {
  if (a === b) return true;
  const gap = Math.abs(a - b);
  if (gap > Math.max(Math.abs(a), Math.abs(b)) * 1e-14) return false;
  return Number(a.toPrecision(15)) === Number(b.toPrecision(15));
}

const collator = new Intl.Collator('zh-CN', { sensitivity: 'accent', numeric: false });

/** Text as = compares it: letters without case. */
export function foldedText(text: string): string {
  // ASCII and Chinese need no locale rules; upper-casing also folds full-width and accented letters.
  return text.toUpperCase();
}

const RANK = { number: 0, string: 1, boolean: 2 } as const;

/** Order of two values that are no errors: numbers before text before FALSE before TRUE; a blank takes the kind of the other. */
export function compareScalars(left: Exclude<Scalar, CellError>, right: Exclude<Scalar, CellError>): number {
  const a = left === null ? blankLike(right) : left;
  const b = right === null ? blankLike(left) : right;
  if (typeof a === 'number' && typeof b === 'number') return sameNumber(a, b) ? 0 : a - b;
  if (typeof a === 'string' && typeof b === 'string') return foldedText(a) === foldedText(b) ? 0 : orderOfTexts(foldedText(a), foldedText(b));
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  return RANK[typeof a as keyof typeof RANK] - RANK[typeof b as keyof typeof RANK];
}

/** Whether two values that are no errors are the same to =, which needs no order. */
export function sameScalars(left: Exclude<Scalar, CellError>, right: Exclude<Scalar, CellError>): boolean {
  if (typeof left === 'string' && typeof right === 'string') return left === right || foldedText(left) === foldedText(right);
  return compareScalars(left, right) === 0;
}

const HAN = /\p{Script=Han}/u;

/** Chinese characters come after all letters, among themselves by their sound, as Windows sorts them with Chinese settings; that is why LOOKUP("座",…) finds the last text. */
function orderOfTexts(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [signA, signB] = [a.charAt(at), b.charAt(at)];
  if (signA === '' || signB === '') return a.length - b.length;
  const [hanA, hanB] = [HAN.test(signA), HAN.test(signB)];
  return hanA === hanB ? collator.compare(a.slice(at), b.slice(at)) || (a < b ? -1 : 1) : hanA ? 1 : -1;
}

function blankLike(other: Exclude<Scalar, CellError>): string | number | boolean {
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}

/** A number that a formula may give; what is not finite is #NUM!. */
export function finite(value: number): number | CellError {
  return Number.isFinite(value) ? (value === 0 ? 0 : value) : NUM_ERROR;
}
