// The arithmetic, joining and comparing operators on single values. Knows no references.
import type { CellError, Scalar } from '../book/model';
import { compareScalars, DIV0_ERROR, finite, isError, NUM_ERROR, sameScalars, toNumber, toText } from './value';

/** Two values added, subtracted, multiplied, divided or raised; blanks are 0, text that reads as a number is one. */
export function arithmetic(operator: '+' | '-' | '*' | '/' | '^', left: Scalar, right: Scalar, clock: { now(): number }): number | CellError {
  const a = toNumber(left, clock);
  if (isError(a)) return a;
  const b = toNumber(right, clock);
  if (isError(b)) return b;
  switch (operator) {
    case '+': return snapped(a + b, a, b);
    case '-': return snapped(a - b, a, b);
    case '*': return finite(a * b);
    case '/': return b === 0 ? DIV0_ERROR : finite(a / b);
    case '^': return power(a, b);
  }
}

/** A sum that is nothing but rounding rest is 0 in Excel: =0.3-0.1-0.2 shows 0 (Floating-point arithmetic may give inaccurate results in Excel). */
function snapped(sum: number, a: number, b: number): number | CellError {
  return sum !== 0 && Math.abs(sum) < Math.max(Math.abs(a), Math.abs(b)) * 2e-15 ? 0 : finite(sum);
}

/** 0^0 is #NUM! and 0 to a negative power #DIV/0!, as the POWER function has it. */
export function power(base: number, exponent: number): number | CellError {
  if (base === 0 && exponent === 0) return NUM_ERROR;
  if (base === 0 && exponent < 0) return DIV0_ERROR;
  return finite(base ** exponent);
}

/** Two values as one text, as & joins them. */
export function joined(left: Scalar, right: Scalar): string | CellError {
  const a = toText(left);
  if (isError(a)) return a;
  const b = toText(right);
  return isError(b) ? b : a + b;
}

/** Whether two values stand in the order that an operator asks for. */
export function ordered(operator: '=' | '<>' | '<' | '>' | '<=' | '>=', left: Scalar, right: Scalar): boolean | CellError {
  if (typeof left === 'object' && isError(left)) return left;
  if (typeof right === 'object' && isError(right)) return right;
  if (operator === '=') return sameScalars(left, right);
  if (operator === '<>') return !sameScalars(left, right);
  const order = compareScalars(left, right);
  switch (operator) {
    case '<': return order < 0;
    case '>': return order > 0;
    case '<=': return order <= 0;
    case '>=': return order >= 0;
  }
}
