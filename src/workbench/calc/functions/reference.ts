// Functions about places: rows and columns, references made from text or distance. Microsoft's page of each by its name.
import { columnLetters, LAST_COLUMN, LAST_ROW, quotedSheetName } from '../../book/area';
import { NotSupported } from '../../notSupported';
import type { Environment } from '../environment';
import { each, lazy, many, whole, type SheetFunction } from '../functionKinds';
import { ArrayValue, AreaRef, isError, isReference, Missing, REF_ERROR, VALUE_ERROR, type Operand } from '../value';

function areaOf(operand: Operand | undefined): AreaRef | undefined {
  return operand instanceof AreaRef ? operand : undefined;
}

/** ROW and COLUMN give every number of an area, as an array. */
function position(name: string, here: (env: Environment) => number, of: (area: AreaRef) => ArrayValue): SheetFunction {
  return lazy(name, 0, 1, (nodes, env) => {
    if (nodes.length === 0) return here(env);
    const operand = env.evaluate(nodes[0]);
    const area = areaOf(operand);
    if (!area) return isError(operand) ? operand : VALUE_ERROR;
    const numbers = of(area);
    return numbers.height * numbers.width === 1 ? numbers.at(0, 0) : numbers;
  });
}

function size(name: string, of: (operand: AreaRef | ArrayValue) => number): SheetFunction {
  return whole(name, 1, 1, ([operand]) => (operand instanceof AreaRef || operand instanceof ArrayValue ? of(operand) : isError(operand) ? operand : isReference(operand ?? null) ? REF_ERROR : 1));
}

/** OFFSET: an area moved and resized; a negative size reaches back. */
function offset(area: AreaRef, rows: number, columns: number, height: number | undefined, width: number | undefined): Operand {
  const [h, w] = [Math.trunc(height ?? area.height), Math.trunc(width ?? area.width)];
  if (h === 0 || w === 0) return REF_ERROR;
  const row = area.top + Math.trunc(rows) + (h < 0 ? h + 1 : 0);
  const column = area.left + Math.trunc(columns) + (w < 0 ? w + 1 : 0);
  const [bottom, right] = [row + Math.abs(h) - 1, column + Math.abs(w) - 1];
  return row < 0 || column < 0 || bottom > LAST_ROW || right > LAST_COLUMN ? REF_ERROR : new AreaRef(area.sheetId, row, column, bottom, right);
}

function address(row: number, column: number, kind: number, a1: boolean, sheet: string | undefined): Operand {
  const [r, c, way] = [Math.trunc(row), Math.trunc(column), Math.trunc(kind)];
  if (r < 1 || c < 1 || r > LAST_ROW + 1 || c > LAST_COLUMN + 1 || way < 1 || way > 4) return VALUE_ERROR;
  const [rowFixed, columnFixed] = [way === 1 || way === 2, way === 1 || way === 3];
  const cell = a1
    ? `${columnFixed ? '$' : ''}${columnLetters(c - 1)}${rowFixed ? '$' : ''}${r}`
    : `R${rowFixed ? r : `[${r}]`}C${columnFixed ? c : `[${c}]`}`;
  return sheet === undefined ? cell : `${sheet === '' ? '' : quotedSheetName(sheet)}!${cell}`;
}

export const REFERENCE_FUNCTIONS: readonly SheetFunction[] = [
  position('ROW', (env) => env.row + 1, (area) => new ArrayValue(Array.from({ length: area.height }, (_, index) => [area.top + index + 1]))),
  position('COLUMN', (env) => env.column + 1, (area) => new ArrayValue([Array.from({ length: area.width }, (_, index) => area.left + index + 1)])),
  size('ROWS', (operand) => operand.height),
  size('COLUMNS', (operand) => operand.width),
  many('OFFSET', 3, (index) => (index === 0 ? 'w' : 'e'), (values, operands, env) => {
    const area = areaOf(operands[0]);
    if (!area) return isError(operands[0]) ? operands[0] : VALUE_ERROR;
    const numbers = [1, 2, 3, 4].map((index) => (operands[index] === undefined || values[index] === null ? undefined : env.single(values[index] ?? null)));
    const fault = numbers.find(isError);
    if (fault !== undefined) return fault;
    return offset(area, Number(numbers[0] ?? 0), Number(numbers[1] ?? 0), numbers[2] === undefined ? undefined : Number(numbers[2]), numbers[3] === undefined ? undefined : Number(numbers[3]));
  }, { volatile: 'always' }),
  each('INDIRECT', ['t', 'b?'], ([text, a1 = true], env) => {
    if (!a1) throw new NotSupported('worksheet function', 'INDIRECT with R1C1');
    return env.referenceIn(text);
  }, { volatile: 'always' }),
  each('ADDRESS', ['n', 'n', 'n?', 'b?', 't?'], ([row, column, kind = 1, a1 = true, sheet]) => address(row, column, kind === 0 ? 1 : kind, a1, sheet)),
  whole('TRANSPOSE', 1, 1, ([operand], env) => {
    const array = env.arrayOf(operand instanceof Missing || operand === undefined ? null : operand);
    return new ArrayValue(Array.from({ length: array.width }, (_, column) => Array.from({ length: array.height }, (_unused, row) => array.at(row, column))));
  }),
  each('HYPERLINK', ['t', 'e?'], ([link, shown]) => (shown === undefined ? link : shown ?? 0)),
  each('SHEET', ['w?'], ([operand], env) => {
    const area = operand === undefined ? undefined : areaOf(operand);
    if (operand !== undefined && !area) throw new NotSupported('worksheet function', 'SHEET with a name');
    return env.book.sheets.findIndex((sheet) => sheet.id === (area?.sheetId ?? env.sheetId)) + 1;
  }),
];
