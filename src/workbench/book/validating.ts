// Data validation: setting it on areas, and judging what is typed. Knows the formula engine only through the seam.
import { covers, overlap, without } from './area';
import type { BookApi } from './bookApi';
import { sheetOf, type BookState } from './bookState';
import { cellOf } from './cells';
import { invalid } from './hostFault';
import type { Area, ComparisonOperator, Scalar, Sheet, Validation } from './model';
import { checkAllowed } from './protection';

/** Gives areas a validation, or takes it away. What was there before is cut out, as one cell has one validation. */
export function setValidation(state: BookState, sheetId: string, areas: readonly Area[], validation: Omit<Validation, 'areas'> | undefined): void {
  const sheet = sheetOf(state, sheetId);
  checkAllowed(sheet);
  if (validation?.type === 'list' && !validation.formula1.startsWith('=') && validation.formula1.length > 255) throw invalid('a list of choices has over 255 characters; refer to cells instead');
  for (const formula of [validation?.formula1, validation?.formula2]) {
    const fault = formula?.startsWith('=') ? state.calc.faultOf(formula) : undefined;
    if (fault !== undefined) throw invalid(`the formula of a validation cannot be read: ${fault}`);
  }
  for (const area of areas) {
    for (const each of sheet.validations) if (each.areas.some((old) => overlap(old, area))) cutOut(state, sheet, each, area);
  }
  sheet.validations = sheet.validations.filter((each) => each.areas.length > 0);
  if (validation) sheet.validations.push({ ...validation, areas: areas.map((area) => ({ ...area })) });
  state.notice({ kind: 'look', sheetId });
}

export function validationOf(sheet: Sheet, row: number, column: number): Validation | undefined {
  return sheet.validations.find((each) => each.areas.some((area) => covers(area, row, column)));
}

/** The cell for which the formulas are written: the first of the first area, as in rules. */
function origin({ areas: [first] }: { areas: readonly Area[] }): { row: number; column: number } {
  if (!first) throw new Error('a validation has an area');
  return { row: first.top, column: first.left };
}

/** Cuts an area out of a validation. Its formulas go on meaning the same cells when its first cell is another afterwards. */
function cutOut(state: BookState, sheet: Sheet, validation: Validation, area: Area): void {
  const from = { sheet: sheet.name, ...origin(validation) };
  validation.areas = validation.areas.flatMap((old) => without(old, area));
  if (validation.areas.length === 0) return;
  const to = { sheet: sheet.name, ...origin(validation) };
  const rewritten = (formula: string): string => (formula.startsWith('=') ? state.calc.filled(formula, from, to) : formula);
  validation.formula1 = rewritten(validation.formula1);
  if (validation.formula2 !== undefined) validation.formula2 = rewritten(validation.formula2);
}

function evaluated(state: BookState, book: BookApi, sheet: Sheet, validation: Validation, formula: string, row: number, column: number): Scalar {
  return state.calc.evaluate(book, formula, { sheet: sheet.name, row, column }, { sheet: sheet.name, ...origin(validation) });
}

/** The texts that a list offers at a cell: its own words, or the cells that it refers to. */
function listOf(state: BookState, book: BookApi, sheet: Sheet, validation: Validation, row: number, column: number): string[] {
  const source = validation.formula1;
  // Only the half-width comma parts choices in Excel, also with Chinese settings.
  if (!source.startsWith('=')) return source.split(',').map((text) => text.trim()).filter((text) => text !== '');
  const body = source.slice(1);
  const count = evaluated(state, book, sheet, validation, `=ROWS(${body})*COLUMNS(${body})`, row, column);
  if (typeof count !== 'number') return [];
  const wide = evaluated(state, book, sheet, validation, `=COLUMNS(${body})`, row, column);
  const texts: string[] = [];
  for (let index = 1; index <= Math.min(count, 10_000); index++) {
    const at = wide === 1 ? `${index},1` : `1,${index}`;
    const value = evaluated(state, book, sheet, validation, `=INDEX(${body},${at})`, row, column);
    if (value === null || value === '') continue;
    texts.push(typeof value === 'object' ? value.error : typeof value === 'boolean' ? String(value).toUpperCase() : String(value));
  }
  return texts;
}

function compared(value: number, operator: ComparisonOperator | undefined, first: number, second: number): boolean {
  switch (operator ?? 'between') {
    case 'between': return value >= Math.min(first, second) && value <= Math.max(first, second);
    case 'notBetween': return value < Math.min(first, second) || value > Math.max(first, second);
    case 'equal': return value === first;
    case 'notEqual': return value !== first;
    case 'greaterThan': return value > first;
    case 'lessThan': return value < first;
    case 'greaterThanOrEqual': return value >= first;
    case 'lessThanOrEqual': return value <= first;
    default: throw invalid(`no comparison ${String(operator)}`);
  }
}

/** Whether a validation takes what a person typed; the cell already holds the value, so that custom formulas can see it. */
export function isTaken(state: BookState, book: BookApi, sheet: Sheet, validation: Validation, row: number, column: number, value: Scalar): boolean {
  if (value === null) return validation.ignoreBlanks;
  if (validation.type === 'list') {
    const text = typeof value === 'object' ? value.error : typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
    return listOf(state, book, sheet, validation, row, column).includes(text.trim());
  }
  if (validation.type === 'custom') {
    const result = evaluated(state, book, sheet, validation, validation.formula1, row, column);
    return result === true || (typeof result === 'number' && result !== 0);
  }
  const bound = (formula: string | undefined): number => {
    if (formula === undefined || formula === '') return NaN;
    const result = evaluated(state, book, sheet, validation, formula.startsWith('=') ? formula : `=${formula}`, row, column);
    return typeof result === 'number' ? result : NaN;
  };
  if (typeof value === 'object') return false;
  const measured = validation.type === 'textLength' ? String(value).length : value;
  if (typeof measured !== 'number') return false;
  if (validation.type === 'whole' && !Number.isInteger(measured)) return false;
  const first = bound(validation.formula1);
  const second = bound(validation.formula2);
  // A bound that is an error or empty judges nothing, as in Excel.
  if (Number.isNaN(first)) return true;
  return compared(measured, validation.operator, first, Number.isNaN(second) ? first : second);
}

/** Whether a cell obeys its validation; without one it does. */
export function isValid(state: BookState, book: BookApi, sheet: Sheet, row: number, column: number): boolean {
  state.settle();
  const validation = validationOf(sheet, row, column);
  return validation === undefined || isTaken(state, book, sheet, validation, row, column, cellOf(sheet, row, column)?.value ?? null);
}

/** The texts that a list validation offers at a cell; undefined where there is none. */
export function listAt(state: BookState, book: BookApi, sheet: Sheet, row: number, column: number): readonly string[] | undefined {
  const validation = validationOf(sheet, row, column);
  return validation?.type === 'list' ? listOf(state, book, sheet, validation, row, column) : undefined;
}
