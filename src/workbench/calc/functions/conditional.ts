// COUNTIF, SUMIFS and their kin. Microsoft's pages "COUNTIF function", "SUMIFS function" …
import type { CellError, Scalar } from '../../book/model';
import { criterionOf, type Criterion } from '../criteria';
import type { Environment } from '../environment';
import { many, type SheetFunction } from '../functionKinds';
import { AreaRef, DIV0_ERROR, finite, isError, VALUE_ERROR, type Operand } from '../value';

interface Condition { readonly area: AreaRef; readonly criterion: Criterion }

/** Pairs of range and criterion; undefined when a range is none or the sizes differ. */
function conditionsOf(whole: readonly Operand[], values: readonly Scalar[], from: number): Condition[] | undefined {
  const conditions: Condition[] = [];
  for (let at = from; at + 1 < whole.length; at += 2) {
    const area = whole[at];
    if (!(area instanceof AreaRef)) return undefined;
    conditions.push({ area, criterion: criterionOf(values[at + 1] ?? null) });
  }
  const [first] = conditions;
  return first && conditions.every(({ area }) => area.height === first.area.height && area.width === first.area.width) ? conditions : undefined;
}

/** Calls for every place where all conditions hold, and tells how many further places beyond the sheet's used cells hold them too. */
function matching(conditions: readonly Condition[], env: Environment, visit: (row: number, column: number) => void): number {
  const [first] = conditions;
  if (!first) return 0;
  const { area } = first;
  const height = Math.max(...conditions.map((each) => env.usedHeight(each.area)));
  const width = Math.max(...conditions.map((each) => env.usedWidth(each.area)));
  const accepts = ({ area: its, criterion }: Condition, row: number, column: number): boolean => {
    const value = env.valueAt(its.sheetId, its.top + row, its.left + column);
    return value === null ? criterion.acceptsBlank : criterion.accepts(value);
  };
  const indexed = conditions.find((each) => each.area.width === 1 && each.criterion.key !== undefined);
  const rows = indexed && env.rowsHolding(indexed.area, 'criterion', indexed.criterion.key ?? '');
  if (indexed && rows) {
    const others = conditions.filter((each) => each !== indexed);
    for (const sheetRow of rows) {
      const row = sheetRow - indexed.area.top;
      if (others.every((each) => accepts(each, row, 0))) visit(row, 0);
    }
    return 0;
  }
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (conditions.every((each) => accepts(each, row, column))) visit(row, column);
    }
  }
  return conditions.every(({ criterion }) => criterion.acceptsBlank) ? area.height * area.width - height * width : 0;
}

/** The values to sum or compare at the places that fit; the first error among them. */
function picked(values: AreaRef, conditions: readonly Condition[], env: Environment): number[] | CellError {
  const numbers: number[] = [];
  let fault: CellError | undefined;
  matching(conditions, env, (row, column) => {
    const value = env.valueAt(values.sheetId, values.top + row, values.left + column);
    if (typeof value === 'number') numbers.push(value);
    else if (isError(value)) fault ??= value;
  });
  return fault ?? numbers;
}

/** A function such as SUMIFS: values first, then pairs. */
function ifs(name: string, compute: (numbers: readonly number[]) => Scalar): SheetFunction {
  return many(name, 3, (index) => (index === 0 || index % 2 === 1 ? 'w' : 'e'), (values, whole, env) => {
    const conditions = conditionsOf(whole, values, 1);
    const area = whole[0];
    if (!conditions || !(area instanceof AreaRef) || whole.length % 2 === 0) return isError(area) ? area : VALUE_ERROR;
    const [first] = conditions;
    if (!first || first.area.height !== area.height || first.area.width !== area.width) return VALUE_ERROR;
    const numbers = picked(area, conditions, env);
    return isError(numbers) ? numbers : compute(numbers);
  });
}

/** A function such as SUMIF: the values' range has the size of the conditions' range, whatever was given (SUMIF function). */
function oneIf(name: string, compute: (numbers: readonly number[]) => Scalar): SheetFunction {
  const described = many(name, 2, (index) => (index === 1 ? 'e' : 'w'), (values, whole, env) => {
    const area = whole[0];
    const given = whole.length > 2 ? whole[2] : area;
    if (!(area instanceof AreaRef) || !(given instanceof AreaRef)) return isError(area) ? area : isError(given) ? given : VALUE_ERROR;
    const sized = new AreaRef(given.sheetId, given.top, given.left, given.top + area.height - 1, given.left + area.width - 1);
    const numbers = picked(sized, [{ area, criterion: criterionOf(values[1] ?? null) }], env);
    return isError(numbers) ? numbers : compute(numbers);
  });
  return { ...described, max: 3 };
}

function counting(name: string, max: number): SheetFunction {
  return {
    ...many(name, 2, (index) => (index % 2 === 0 ? 'w' : 'e'), (values, whole, env) => {
      const conditions = whole.length % 2 === 0 ? conditionsOf(whole, values, 0) : undefined;
      if (!conditions) return isError(whole[0]) ? whole[0] : VALUE_ERROR;
      let count = 0;
      const beyond = matching(conditions, env, () => { count++; });
      return count + beyond;
    }),
    max,
  };
}

const sum = (numbers: readonly number[]): Scalar => finite(numbers.reduce((a, b) => a + b, 0));
const average = (numbers: readonly number[]): Scalar => (numbers.length === 0 ? DIV0_ERROR : finite(numbers.reduce((a, b) => a + b, 0) / numbers.length));

export const CONDITIONAL_FUNCTIONS: readonly SheetFunction[] = [
  counting('COUNTIF', 2),
  counting('COUNTIFS', 254),
  oneIf('SUMIF', sum),
  oneIf('AVERAGEIF', average),
  ifs('SUMIFS', sum),
  ifs('AVERAGEIFS', average),
  ifs('MAXIFS', (numbers) => numbers.reduce((a, b) => (b > a ? b : a), numbers[0] ?? 0)),
  ifs('MINIFS', (numbers) => numbers.reduce((a, b) => (b < a ? b : a), numbers[0] ?? 0)),
];
