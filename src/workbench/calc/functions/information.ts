// Functions that say what a value is. Microsoft's pages "IS functions", "N function", "TYPE function", "ERROR.TYPE function".
import type { Scalar } from '../../book/model';
import { each, whole, type SheetFunction } from '../functionKinds';
import { ArrayValue, AreaRef, isError, isReference, NA_ERROR, toNumber, type Operand } from '../value';

function is(name: string, test: (value: Scalar) => boolean): SheetFunction {
  return each(name, ['e'], ([value]) => test(value));
}

const ERROR_TYPES = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA', '#SPILL!'];

function evenness(name: string, odd: boolean): SheetFunction {
  return each(name, ['n'], ([value]) => (Math.abs(Math.trunc(value)) % 2 === 1) === odd);
}

function typeOf(operand: Operand, value: Scalar): number {
  if (operand instanceof ArrayValue || (operand instanceof AreaRef && !operand.isCell)) return 64;
  if (isError(value)) return 16;
  return typeof value === 'string' ? 2 : typeof value === 'boolean' ? 4 : 1;
}

export const INFORMATION_FUNCTIONS: readonly SheetFunction[] = [
  is('ISBLANK', (value) => value === null),
  is('ISNUMBER', (value) => typeof value === 'number'),
  is('ISTEXT', (value) => typeof value === 'string'),
  is('ISNONTEXT', (value) => typeof value !== 'string'),
  is('ISLOGICAL', (value) => typeof value === 'boolean'),
  is('ISERROR', (value) => isError(value)),
  is('ISERR', (value) => isError(value) && value.error !== '#N/A'),
  is('ISNA', (value) => isError(value) && value.error === '#N/A'),
  evenness('ISEVEN', false),
  evenness('ISODD', true),
  whole('ISREF', 1, 1, ([operand]) => operand !== undefined && isReference(operand)),
  each('ERROR.TYPE', ['e'], ([value]) => (isError(value) && ERROR_TYPES.includes(value.error) ? ERROR_TYPES.indexOf(value.error) + 1 : NA_ERROR)),
  each('NA', [], () => NA_ERROR),
  each('N', ['e'], ([value]) => (isError(value) ? value : typeof value === 'string' ? 0 : toNumber(value))),
  each('T', ['e'], ([value]) => (isError(value) || typeof value === 'string' ? value : '')),
  whole('TYPE', 1, 1, ([operand], env) => (operand === undefined ? NA_ERROR : typeOf(operand, env.single(operand)))),
];
