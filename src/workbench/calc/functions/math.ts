// Arithmetic on single numbers: rounding, remainders, roots. Microsoft's page of each function by its name.
import { each, type SheetFunction } from '../functionKinds';
import { power } from '../operators';
import { DIV0_ERROR, finite, NUM_ERROR, type Operand } from '../value';

/** Rounds away from zero at half, on the 15 digits that Excel sees: ROUND(2.675,2) is 2.68, ROUND(1.005,2) is 1.01. */
export function rounded(value: number, digits: number, way: 'near' | 'up' | 'down'): number {
  const places = Math.trunc(digits);
  const scaled = Number(shifted(Math.abs(value), places).toPrecision(15));
  const whole = way === 'near' ? Math.floor(scaled + 0.5) : way === 'up' ? Math.ceil(scaled) : Math.floor(scaled);
  const result = shifted(whole, -places);
  return value < 0 && result !== 0 ? -result : result;
}

/** Moves the decimal point by writing the exponent, which loses nothing as multiplying does. */
function shifted(value: number, places: number): number {
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  return Number(`${mantissa}e${Number(exponent) + places}`);
}

function rounding(name: string, way: 'near' | 'up' | 'down'): SheetFunction {
  return each(name, ['n', 'n'], ([value, digits]) => finite(rounded(value, digits, way)));
}

/** CEILING and FLOOR: a negative number rounds with the sign of the significance (CEILING function, FLOOR function). */
function toMultiple(value: number, step: number, up: boolean): Operand {
  if (value === 0) return 0;
  if (step === 0) return up ? 0 : DIV0_ERROR;
  if (value > 0 && step < 0) return NUM_ERROR;
  const times = Number((value / step).toPrecision(15));
  // With both negative, the number of steps grows away from zero.
  return finite(Number(((up ? Math.ceil(times) : Math.floor(times)) * step).toPrecision(15)));
}

function one(name: string, compute: (value: number) => Operand): SheetFunction {
  return each(name, ['n'], ([value]) => compute(value));
}

/** MOD has the sign of the divisor (MOD function). */
function remainder(value: number, divisor: number): Operand {
  if (divisor === 0) return DIV0_ERROR;
  return finite(Number((value - divisor * Math.floor(value / divisor)).toPrecision(15)));
}

export const MATH_FUNCTIONS: readonly SheetFunction[] = [
  one('ABS', Math.abs),
  one('INT', Math.floor),
  one('SIGN', Math.sign),
  one('SQRT', (value) => (value < 0 ? NUM_ERROR : Math.sqrt(value))),
  one('EXP', (value) => finite(Math.exp(value))),
  one('LN', (value) => (value <= 0 ? NUM_ERROR : Math.log(value))),
  one('LOG10', (value) => (value <= 0 ? NUM_ERROR : Math.log10(value))),
  each('LOG', ['n', 'n?'], ([value, base = 10]) => (value <= 0 || base <= 0 ? NUM_ERROR : base === 1 ? DIV0_ERROR : finite(Number((Math.log(value) / Math.log(base)).toPrecision(15))))),
  each('PI', [], () => Math.PI),
  rounding('ROUND', 'near'),
  rounding('ROUNDUP', 'up'),
  rounding('ROUNDDOWN', 'down'),
  each('TRUNC', ['n', 'n?'], ([value, digits = 0]) => finite(rounded(value, digits, 'down'))),
  each('MOD', ['n', 'n'], ([value, divisor]) => remainder(value, divisor)),
  each('QUOTIENT', ['n', 'n'], ([value, divisor]) => (divisor === 0 ? DIV0_ERROR : finite(Math.trunc(value / divisor)))),
  each('POWER', ['n', 'n'], ([base, exponent]) => power(base, exponent)),
  each('CEILING', ['n', 'n'], ([value, step]) => toMultiple(value, step, true)),
  each('FLOOR', ['n', 'n'], ([value, step]) => toMultiple(value, step, false)),
  each('MROUND', ['n', 'n'], ([value, step]) => (step === 0 ? 0 : value * step < 0 ? NUM_ERROR : finite(Number((rounded(value / step, 0, 'near') * step).toPrecision(15))))),
];
