// How a worksheet function is described: its name, what each argument is turned into, and what it does. Knows no single function.
import type { CellError, Scalar } from '../book/model';
import type { Environment } from './environment';
import type { FormulaNode } from './formula';
import { ArrayValue, AreaRef, isError, isScalar, Missing, toNumber, toText, toTruth, UnionRef, VALUE_ERROR, type Operand } from './value';

/** n number, t text, b truth, s any value but errors, e any value, w the whole operand as it is (range, array …). With ? it may be left out. */
export type ArgumentKind = 'n' | 't' | 'b' | 's' | 'e' | 'w';
export type ArgumentSpec = ArgumentKind | `${ArgumentKind}?`;
interface ArgumentTypes { n: number; t: string; b: boolean; s: Exclude<Scalar, CellError>; e: Scalar; w: Operand }
type Argument<S extends ArgumentSpec> = S extends `${infer K extends ArgumentKind}?` ? ArgumentTypes[K] | undefined : S extends ArgumentKind ? ArgumentTypes[S] : never;
type Arguments<P extends readonly ArgumentSpec[]> = { -readonly [I in keyof P]: Argument<P[I]> };

export interface SheetFunction {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** clock: changes with the day; always: computed anew each time, as OFFSET is. */
  readonly volatile?: 'clock' | 'always';
  call(args: readonly (FormulaNode | undefined)[], env: Environment): Operand;
}

interface Options { volatile?: 'clock' | 'always' }

/** A function whose arguments are known one by one. Where a single value is due and a range or array comes, it is computed for each. */
export function each<const P extends readonly ArgumentSpec[]>(
  name: string, params: P, run: (args: Arguments<P>, env: Environment) => Operand, options: Options = {},
): SheetFunction {
  const kinds = params.map((param) => param[0] as ArgumentKind);
  const work = run as (args: unknown, env: Environment) => Operand;
  return {
    name,
    min: params.filter((param) => !param.endsWith('?')).length,
    max: params.length,
    ...options,
    call: (nodes, env) => lifted(nodes, (index) => kinds[index] ?? 'e', (args) => work(args, env), env),
  };
}

/** A function of many alike arguments, e.g. CONCATENATE or COUNTIFS: `kindAt` says what the n-th is. */
export function many(
  name: string, min: number, kindAt: (index: number) => ArgumentKind, run: (args: readonly Scalar[], whole: readonly Operand[], env: Environment) => Operand, options: Options = {},
): SheetFunction {
  return {
    name, min, max: 255, ...options,
    call: (nodes, env) => lifted(nodes, kindAt, (args) => run(args as Scalar[], args as Operand[], env), env),
  };
}

/** A function that takes its arguments as they are: ranges, arrays, values, errors. */
export function whole(name: string, min: number, max: number, run: (args: readonly Operand[], env: Environment) => Operand, options: Options = {}): SheetFunction {
  return { name, min, max, ...options, call: (nodes, env) => run(nodes.map((node) => env.evaluate(node)), env) };
}

/** A function that decides itself which arguments are computed. */
export function lazy(name: string, min: number, max: number, call: SheetFunction['call'], options: Options = {}): SheetFunction {
  return { name, min, max, ...options, call };
}

function isMany(operand: Operand): operand is AreaRef | ArrayValue | UnionRef {
  // Single values are by far the commonest.
  if (typeof operand !== 'object' || operand === null) return false;
  return (operand instanceof AreaRef && !operand.isCell) || operand instanceof ArrayValue || operand instanceof UnionRef;
}

function lifted(nodes: readonly (FormulaNode | undefined)[], kindAt: (index: number) => ArgumentKind, run: (args: unknown[]) => Operand, env: Environment): Operand {
  const operands: Operand[] = [];
  let isForEach = false;
  for (let index = 0; index < nodes.length; index++) {
    const operand = env.evaluate(nodes[index]);
    if (isMany(operand) && kindAt(index) !== 'w') isForEach = true;
    operands.push(operand);
  }
  if (!isForEach) return applied(operands, kindAt, run, env);
  const arrays = operands.map((operand, index) => (kindAt(index) !== 'w' && isMany(operand) ? env.arrayOf(operand) : undefined));
  return broadcast(arrays, (row, column) => {
    const args = operands.map((operand, index) => {
      const array = arrays[index];
      return array ? elementOf(array, row, column) : operand;
    });
    return env.single(applied(args, kindAt, run, env));
  });
}

function singleOf(operand: Operand, env: Environment): Scalar {
  if (typeof operand !== 'object' || operand === null) return operand;
  if (operand instanceof AreaRef) return env.valueAt(operand.sheetId, operand.top, operand.left);
  return operand instanceof Missing ? null : isScalar(operand) ? operand : VALUE_ERROR;
}

/** Whether a value needs no turning: nearly all do not. */
function isKind(value: Scalar, kind: ArgumentKind): boolean {
  switch (typeof value) {
    case 'string': return kind === 't' || kind === 's';
    case 'number': return kind === 'n' || kind === 's';
    case 'boolean': return kind === 'b' || kind === 's';
    default: return false;
  }
}

/** Turns each argument into its kind; the first error is the result. */
function applied(args: readonly Operand[], kindAt: (index: number) => ArgumentKind, run: (args: unknown[]) => Operand, env: Environment): Operand {
  const ready: unknown[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] as Operand;
    const kind = kindAt(index);
    if (kind === 'w') { ready.push(arg); continue; }
    const value = singleOf(arg, env);
    if (kind === 'e' || isKind(value, kind)) { ready.push(value); continue; }
    const turned = isError(value) ? value : kind === 'n' ? toNumber(value, env) : kind === 't' ? toText(value) : kind === 'b' ? toTruth(value) : value;
    if (isError(turned)) return turned;
    ready.push(turned);
  }
  return run(ready);
}

/** An element of an array as it is stretched over others: single rows and columns repeat, elsewhere it is #N/A. */
export function elementOf(array: ArrayValue, row: number, column: number): Scalar {
  const r = array.height === 1 ? 0 : row;
  const c = array.width === 1 ? 0 : column;
  return r < array.height && c < array.width ? array.at(r, c) : { error: '#N/A' };
}

/** Computes each place of the smallest rectangle that holds all the arrays. */
export function broadcast(arrays: readonly (ArrayValue | undefined)[], compute: (row: number, column: number) => Scalar): ArrayValue {
  let [height, width] = [1, 1];
  for (const array of arrays) if (array) [height, width] = [Math.max(height, array.height), Math.max(width, array.width)];
  return new ArrayValue(Array.from({ length: height }, (_, row) => Array.from({ length: width }, (_unused, column) => compute(row, column))));
}
