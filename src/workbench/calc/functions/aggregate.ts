// Functions over many values: sums, counts, ranks. Of references only numbers count; a value written in the formula is turned into a number. Microsoft's page of each by its name.
import type { CellError, Scalar } from '../../book/model';
import type { Environment } from '../environment';
import { many, whole, type SheetFunction } from '../functionKinds';
import { ArrayValue, AreaRef, DIV0_ERROR, finite, isError, isReference, Missing, NA_ERROR, NUM_ERROR, toNumber, UnionRef, VALUE_ERROR, type Operand } from '../value';

/** The numbers among the arguments, or the first error. */
export function numbersOf(args: readonly Operand[], env: Environment): number[] | CellError {
  const numbers: number[] = [];
  let fault: CellError | undefined;
  for (const arg of args) {
    if (arg instanceof Missing) { numbers.push(0); continue; }
    env.each(arg, (value, fromCell) => {
      if (typeof value === 'number') numbers.push(value);
      else if (fault !== undefined) return;
      else if (isError(value)) fault = value;
      else if (!fromCell) {
        const number = toNumber(value, env);
        if (isError(number)) fault = number;
        else numbers.push(number);
      }
    });
    if (fault) return fault;
  }
  return numbers;
}

function overNumbers(name: string, compute: (numbers: readonly number[]) => Scalar): SheetFunction {
  return whole(name, 1, 255, (args, env) => {
    const numbers = numbersOf(args, env);
    return isError(numbers) ? numbers : compute(numbers);
  });
}

const sum = (numbers: readonly number[]): number => {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
};
const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => (b < a ? b : a), numbers[0] ?? 0);
const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => (b > a ? b : a), numbers[0] ?? 0);
const average = (numbers: readonly number[]): Scalar => (numbers.length === 0 ? DIV0_ERROR : finite(sum(numbers) / numbers.length));

function median(numbers: readonly number[]): Scalar {
  if (numbers.length === 0) return NUM_ERROR;
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function variance(numbers: readonly number[], sample: boolean): Scalar {
  const count = numbers.length - (sample ? 1 : 0);
  if (count < 1) return DIV0_ERROR;
  const mean = sum(numbers) / numbers.length;
  return sum(numbers.map((number) => (number - mean) ** 2)) / count;
}

function deviation(numbers: readonly number[], sample: boolean): Scalar {
  const value = variance(numbers, sample);
  return typeof value === 'number' ? Math.sqrt(value) : value;
}

/** COUNT takes numbers; of values written in the formula also what reads as one. */
function count(args: readonly Operand[], env: Environment): number {
  let found = 0;
  for (const arg of args) {
    if (arg instanceof Missing) { found++; continue; }
    env.each(arg, (value, fromCell) => {
      if (typeof value === 'number' || (!fromCell && value !== null && !isError(value) && !isError(toNumber(value, env)))) found++;
    });
  }
  return found;
}

function countAll(args: readonly Operand[], env: Environment): number {
  let found = 0;
  for (const arg of args) {
    if (arg instanceof Missing) found++;
    else env.each(arg, (value, fromCell) => { if (value !== null || !fromCell) found++; });
  }
  return found;
}

function nth(name: string, descending: boolean): SheetFunction {
  const described = many(name, 2, (index) => (index === 0 ? 'w' : 'n'), ([, at], [values], env) => {
    const numbers = numbersOf([values ?? null], env);
    if (isError(numbers)) return numbers;
    const index = Math.ceil(Number(at));
    if (index < 1 || index > numbers.length) return NUM_ERROR;
    const sorted = numbers.sort((a, b) => (descending ? b - a : a - b));
    return sorted[index - 1] ?? NUM_ERROR;
  });
  return { ...described, max: 2 };
}

function rank(name: string): SheetFunction {
  const described = many(name, 2, (index) => (index === 1 ? 'w' : 'n'), ([number, , order], [, list], env) => {
    const numbers = numbersOf([list ?? null], env);
    if (isError(numbers)) return numbers;
    if (!numbers.includes(Number(number))) return NA_ERROR;
    return 1 + numbers.filter((other) => (Number(order ?? 0) === 0 ? other > Number(number) : other < Number(number))).length;
  });
  return { ...described, max: 3 };
}

/** Places of arrays multiplied and summed; what is no number counts as 0, arrays of other sizes are #VALUE! (SUMPRODUCT function). */
function sumProduct(args: readonly Operand[], env: Environment): Scalar {
  const arrays = args.map((arg) => env.arrayOf(arg));
  const [first] = arrays;
  if (!first || arrays.some((array) => array.height !== first.height || array.width !== first.width)) return VALUE_ERROR;
  let total = 0;
  for (let row = 0; row < first.height; row++) {
    for (let column = 0; column < first.width; column++) {
      let product = 1;
      for (const array of arrays) {
        const value = array.at(row, column);
        if (isError(value)) return value;
        product *= typeof value === 'number' ? value : 0;
      }
      total += product;
    }
  }
  return finite(total);
}

const SUBTOTALS: readonly ((numbers: number[], filled: number) => Scalar)[] = [
  average, (numbers) => numbers.length, (_numbers, filled) => filled, most, least, (numbers) => finite(numbers.reduce((a, b) => a * b, numbers.length === 0 ? 0 : 1)),
  (numbers) => deviation(numbers, true), (numbers) => deviation(numbers, false), (numbers) => finite(sum(numbers)), (numbers) => variance(numbers, true), (numbers) => variance(numbers, false),
];

/** SUBTOTAL leaves out filtered rows (from 101 on also hidden ones) and other SUBTOTALs (SUBTOTAL function). */
function subtotal(args: readonly Operand[], env: Environment): Scalar {
  const code = toNumber(env.single(args[0] ?? null));
  if (isError(code)) return code;
  const number = Math.trunc(code);
  const compute = SUBTOTALS[(number > 100 ? number - 100 : number) - 1];
  if (!compute) return VALUE_ERROR;
  const numbers: number[] = [];
  let filled = 0;
  let fault: CellError | undefined;
  for (const arg of args.slice(1)) {
    if (!isReference(arg)) return isError(arg) ? arg : VALUE_ERROR;
    env.each(arg, (value, _fromCell, row, column, sheetId) => {
      if (env.isRowHidden(sheetId, row, number <= 100) || env.isSubtotal(sheetId, row, column)) return;
      filled++;
      if (typeof value === 'number') numbers.push(value);
      else if (isError(value) && number % 100 !== 2 && number % 100 !== 3) fault ??= value;
    });
  }
  return fault ?? compute(numbers, filled);
}

function countBlank(operand: Operand | undefined, env: Environment): Scalar {
  if (operand instanceof ArrayValue || operand instanceof UnionRef || !(operand instanceof AreaRef)) return VALUE_ERROR;
  let filled = 0;
  env.each(operand, (value) => { if (value !== '') filled++; });
  return operand.height * operand.width - filled;
}

export const AGGREGATE_FUNCTIONS: readonly SheetFunction[] = [
  overNumbers('SUM', (numbers) => finite(sum(numbers))),
  overNumbers('PRODUCT', (numbers) => (numbers.length === 0 ? 0 : finite(numbers.reduce((a, b) => a * b, 1)))),
  overNumbers('SUMSQ', (numbers) => finite(sum(numbers.map((number) => number * number)))),
  overNumbers('AVERAGE', average),
  overNumbers('MIN', least),
  overNumbers('MAX', most),
  overNumbers('MEDIAN', median),
  overNumbers('STDEV', (numbers) => deviation(numbers, true)),
  overNumbers('STDEV.S', (numbers) => deviation(numbers, true)),
  overNumbers('STDEV.P', (numbers) => deviation(numbers, false)),
  overNumbers('VAR', (numbers) => variance(numbers, true)),
  overNumbers('VAR.S', (numbers) => variance(numbers, true)),
  overNumbers('VAR.P', (numbers) => variance(numbers, false)),
  whole('COUNT', 1, 255, count),
  whole('COUNTA', 1, 255, countAll),
  whole('COUNTBLANK', 1, 1, ([operand], env) => countBlank(operand, env)),
  nth('LARGE', true),
  nth('SMALL', false),
  rank('RANK'),
  rank('RANK.EQ'),
  whole('SUMPRODUCT', 1, 255, sumProduct),
  whole('SUBTOTAL', 2, 255, subtotal),
];
