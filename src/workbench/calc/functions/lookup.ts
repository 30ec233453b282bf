// Functions that look for a value and give what stands beside it. Microsoft's pages "VLOOKUP function", "MATCH function", "INDEX function", "XLOOKUP function" …
import type { CellError, Scalar } from '../../book/model';
import { hasWildcards, wildcardShape } from '../criteria';
import type { Environment, IndexKey } from '../environment';
import { each, many, type SheetFunction } from '../functionKinds';
import { ArrayValue, AreaRef, compareScalars, foldedText, isError, Missing, NA_ERROR, REF_ERROR, UnionRef, VALUE_ERROR, type Operand } from '../value';

type Wanted = Exclude<Scalar, CellError>;

/** The key of a value in an index for lookups, in which kinds are told apart; undefined for blanks and errors. */
export function lookupKey(value: Scalar): IndexKey | undefined {
  if (typeof value === 'string') return `t${foldedText(value)}`;
  if (typeof value === 'number') return Number(value.toPrecision(15));
  return typeof value === 'boolean' ? value : undefined;
}

/** A row or column of values to look along, without copying it where an index answers. */
interface Line { readonly length: number; at(index: number): Scalar; readonly column?: AreaRef }

function lineOf(operand: Operand, env: Environment): Line | undefined {
  if (operand instanceof AreaRef) {
    if (operand.width === 1) {
      return { length: env.usedHeight(operand), at: (index) => env.valueAt(operand.sheetId, operand.top + index, operand.left), column: operand };
    }
    return operand.height === 1 ? { length: env.usedWidth(operand), at: (index) => env.valueAt(operand.sheetId, operand.top, operand.left + index) } : undefined;
  }
  if (operand instanceof ArrayValue) {
    if (operand.width === 1) return { length: operand.height, at: (index) => operand.at(index, 0) };
    return operand.height === 1 ? { length: operand.width, at: (index) => operand.at(0, index) } : undefined;
  }
  return operand instanceof UnionRef || operand instanceof Missing ? undefined : { length: 1, at: () => operand };
}

function kindOf(value: Scalar): string {
  return isError(value) ? 'error' : typeof value;
}

/** First place that holds exactly the value; text may use wildcards. -1 when none does. */
function exactPlace(wanted: Wanted, line: Line, env: Environment, wildcards = true): number {
  const value = wanted ?? 0;
  if (typeof value === 'string' && wildcards && hasWildcards(value)) {
    const shape = wildcardShape(value);
    for (let at = 0; at < line.length; at++) {
      const held = line.at(at);
      if (typeof held === 'string' && shape.test(held)) return at;
    }
    return -1;
  }
  const key = lookupKey(value);
  const rows = line.column && key !== undefined ? env.rowsHolding(line.column, 'lookup', key) : undefined;
  if (rows && line.column) return rows.length === 0 ? -1 : (rows[0] ?? 0) - line.column.top;
  const kind = typeof value;
  for (let at = 0; at < line.length; at++) {
    const held = line.at(at);
    if (typeof held === kind && compareScalars(held as Wanted, value) === 0) return at;
  }
  return -1;
}

/** Last place whose value is not above the wanted one, in a line sorted upwards; other kinds are passed over. Searched by halves, as Excel does. */
function sortedPlace(wanted: Wanted, line: Line, descending: boolean): number {
  const value = wanted ?? 0;
  const kind = typeof value;
  let [low, high, best] = [0, line.length - 1, -1];
  while (low <= high) {
    let middle = (low + high) >> 1;
    const start = middle;
    while (middle <= high && kindOf(line.at(middle)) !== kind) middle++;
    if (middle > high) { high = start - 1; continue; }
    const order = compareScalars(line.at(middle) as Wanted, value) * (descending ? -1 : 1);
    if (descending && order === 0) return firstEqual(middle, value, line);
    if (order <= 0) { best = middle; low = middle + 1; } else high = start - 1;
  }
  return best;
}

function firstEqual(at: number, value: Wanted, line: Line): number {
  let first = at;
  while (first > 0 && kindOf(line.at(first - 1)) === typeof value && compareScalars(line.at(first - 1) as Wanted, value) === 0) first--;
  return first;
}

function match(wanted: Wanted, range: Operand, type: number, env: Environment): Scalar {
  const line = lineOf(range, env);
  if (!line) return isError(range) ? range : NA_ERROR;
  const place = type === 0 ? exactPlace(wanted, line, env) : sortedPlace(wanted, line, type < 0);
  return place < 0 ? NA_ERROR : place + 1;
}

/** Column (or row) `index` of a table as an operand, the first of it. */
function sliceOf(table: AreaRef | ArrayValue, index: number, vertical: boolean): AreaRef | ArrayValue {
  if (table instanceof AreaRef) {
    return vertical
      ? new AreaRef(table.sheetId, table.top, table.left + index, table.bottom, table.left + index)
      : new AreaRef(table.sheetId, table.top + index, table.left, table.top + index, table.right);
  }
  return new ArrayValue(vertical ? table.rows.map((row) => [row[index] ?? null]) : [table.rows[index] ?? []]);
}

function elementAt(line: AreaRef | ArrayValue, at: number, vertical: boolean, env: Environment): Scalar {
  const [row, column] = vertical ? [at, 0] : [0, at];
  const value = line instanceof AreaRef ? env.valueAt(line.sheetId, line.top + row, line.left + column) : line.at(row, column);
  return value ?? 0;
}

function tableLookup(name: string, vertical: boolean): SheetFunction {
  return each(name, ['s', 'w', 'n', 'b?'], ([wanted, table, number, near = true], env) => {
    if (!(table instanceof AreaRef) && !(table instanceof ArrayValue)) return isError(table) ? table : NA_ERROR;
    const index = Math.trunc(number);
    if (index < 1) return VALUE_ERROR;
    if (index > (vertical ? table.width : table.height)) return REF_ERROR;
    const line = lineOf(sliceOf(table, 0, vertical), env);
    if (!line) return NA_ERROR;
    const place = near ? sortedPlace(wanted, line, false) : exactPlace(wanted, line, env);
    return place < 0 ? NA_ERROR : elementAt(sliceOf(table, index - 1, vertical), place, vertical, env);
  });
}

/** INDEX: one cell, a whole row or column (0), or everything; of a reference it stays a reference. */
function index(source: Operand, row: number | undefined, column: number | undefined): Operand {
  const table = source instanceof AreaRef || source instanceof ArrayValue ? source : undefined;
  if (!table) return source instanceof UnionRef ? REF_ERROR : isError(source) || (row ?? 1) > 1 || (column ?? 1) > 1 ? (isError(source) ? source : REF_ERROR) : source;
  let [r, c] = [Math.trunc(row ?? 0), Math.trunc(column ?? 0)];
  // A single number counts along a single row.
  if (column === undefined && table.height === 1 && table.width > 1) [r, c] = [1, r];
  if (r < 0 || c < 0) return VALUE_ERROR;
  if (r > table.height || c > table.width) return REF_ERROR;
  if (column === undefined && c === 0 && table.width === 1) c = 1;
  if (table instanceof AreaRef) {
    return new AreaRef(table.sheetId, r ? table.top + r - 1 : table.top, c ? table.left + c - 1 : table.left, r ? table.top + r - 1 : table.bottom, c ? table.left + c - 1 : table.right);
  }
  const rows = r ? [table.rows[r - 1] ?? []] : table.rows;
  const picked = new ArrayValue(c ? rows.map((line) => [line[c - 1] ?? null]) : rows);
  return picked.height * picked.width === 1 ? picked.at(0, 0) : picked;
}

function lookup(wanted: Wanted, first: Operand, second: Operand | undefined, env: Environment): Scalar {
  let [along, from] = [first, second];
  if (second === undefined && (first instanceof AreaRef || first instanceof ArrayValue)) {
    // The array form looks along the longer side and answers from the last.
    const vertical = first.height >= first.width;
    along = sliceOf(first, 0, vertical);
    from = sliceOf(first, (vertical ? first.width : first.height) - 1, vertical);
  }
  const line = lineOf(along, env);
  const results = from === undefined ? undefined : lineOf(from, env);
  if (!line || !results) return isError(first) ? first : NA_ERROR;
  const place = sortedPlace(wanted, line, false);
  return place < 0 ? NA_ERROR : results.at(place) ?? 0;
}

/** Place by XLOOKUP's and XMATCH's modes; `mode` 0 exact, -1 or next smaller, 1 or next larger, 2 wildcards; `direction` below 0 from the end. */
function modernPlace(wanted: Wanted, line: Line, mode: number, direction: number, env: Environment): number {
  if (direction < 0) {
    const reversed: Line = { length: line.length, at: (at) => line.at(line.length - 1 - at) };
    const place = modernPlace(wanted, reversed, mode, 1, env);
    return place < 0 ? -1 : line.length - 1 - place;
  }
  const exact = exactPlace(wanted, line, env, mode === 2);
  if (exact >= 0 || mode === 0 || mode === 2) return exact;
  const value = wanted ?? 0;
  let best = -1;
  for (let at = 0; at < line.length; at++) {
    const held = line.at(at);
    if (kindOf(held) !== typeof value) continue;
    const order = compareScalars(held as Wanted, value);
    if (order * mode <= 0) continue;
    if (best < 0 || compareScalars(held as Wanted, line.at(best) as Wanted) * mode < 0) best = at;
  }
  return best;
}

export const LOOKUP_FUNCTIONS: readonly SheetFunction[] = [
  each('MATCH', ['s', 'w', 'n?'], ([wanted, range, type = 1], env) => match(wanted, range, type, env)),
  tableLookup('VLOOKUP', true),
  tableLookup('HLOOKUP', false),
  each('LOOKUP', ['s', 'w', 'w?'], ([wanted, along, from], env) => lookup(wanted, along, from, env)),
  { ...many('INDEX', 1, (at) => (at === 0 ? 'w' : 'n'), (values, whole) => {
    const source = whole[0] ?? null;
    if (values.length > 3) return REF_ERROR;
    return index(source, values.length > 1 ? Number(values[1]) : undefined, values.length > 2 ? Number(values[2]) : undefined);
  }), min: 2, max: 4 },
  each('XMATCH', ['s', 'w', 'n?', 'n?'], ([wanted, range, mode = 0, direction = 1], env) => {
    const line = lineOf(range, env);
    if (!line) return isError(range) ? range : VALUE_ERROR;
    const place = modernPlace(wanted, line, Math.trunc(mode), Math.trunc(direction), env);
    return place < 0 ? NA_ERROR : place + 1;
  }),
  each('XLOOKUP', ['s', 'w', 'w', 'w?', 'n?', 'n?'], ([wanted, along, from, missing, mode = 0, direction = 1], env) => {
    const line = lineOf(along, env);
    if (!line) return isError(along) ? along : VALUE_ERROR;
    if (!(from instanceof AreaRef) && !(from instanceof ArrayValue)) return isError(from) ? from : VALUE_ERROR;
    const place = modernPlace(wanted, line, Math.trunc(mode), Math.trunc(direction), env);
    if (place < 0) return missing === undefined || missing instanceof Missing ? NA_ERROR : missing;
    const vertical = !(along instanceof AreaRef || along instanceof ArrayValue) || along.width === 1;
    return vertical ? index(from, place + 1, 0) : index(from, 0, place + 1);
  }),
];
