// Writing into cells as an add-in writes: parsed as typed, all or nothing. Knows merges, protection and table headers.
import { columnCount, intersection, isOnSheet, overlap, rowCount } from './area';
import { cellsIn, dropIfBare, ensureCell, styleOf } from './cells';
import { sheetOf, type BookState } from './bookState';
import { HostFault, invalid } from './hostFault';
import { isBehindMerge } from './merging';
import type { Area, Cell, Origin, Scalar, Sheet } from './model';
import { checkWritable } from './protection';
import { formulaR1C1 } from './r1c1';
import { restyled, DEFAULT_STYLE } from './styles';
import { noteRewritten, syncHeaders } from './tables';
import { parseTyped } from './typed';

/** What may be written into one cell; null leaves it alone. */
export type Input = string | number | boolean | null;
export interface Entry { value: Scalar; formula?: string; quoted?: boolean; numberFormat?: string }

export const MAX_TEXT = 32_767;
export const MAX_FORMULA = 8_192;

/** What an input becomes in a cell with this number format. Refuses what Excel refuses: too long, a formula that cannot be read. */
export function entryOf(state: BookState, input: string | number | boolean, numberFormat: string, row: number, column: number): Entry {
  if (typeof input === 'number') {
    if (!Number.isFinite(input)) throw invalid('a number is not finite');
    if (numberFormat !== '@') return { value: input };
  }
  if (typeof input === 'boolean' && numberFormat !== '@') return { value: input };
  if (input === '') return { value: null };
  const entry = parseTyped(input, numberFormat, state.date1904, state.clock.today());
  if (entry.formula !== undefined) {
    if (entry.formula.length > MAX_FORMULA) throw invalid(`a formula has ${entry.formula.length} characters; ${MAX_FORMULA} at most`);
    const fault = faultOf(state, entry.formula, row, column);
    if (fault !== undefined) throw invalid(`the formula ${entry.formula} cannot be read: ${fault}`);
  } else if (typeof entry.value === 'string' && entry.value.length > MAX_TEXT) {
    throw invalid(`a text has ${entry.value.length} characters; ${MAX_TEXT} at most`);
  }
  return entry;
}

/** Distinct formulas whose faults are remembered. */
const MOST_FAULTS = 2_000;

function faultOf(state: BookState, formula: string, row: number, column: number): string | undefined {
  const form = formulaR1C1(formula, row, column);
  if (state.faults.has(form)) return state.faults.get(form);
  const fault = state.calc.faultOf(formula);
  if (state.faults.size >= MOST_FAULTS) state.faults.clear();
  state.faults.set(form, fault);
  return fault;
}

/** Puts an entry into a cell. A date or percentage as typed brings its number format where the cell has none. */
export function place(sheet: Sheet, row: number, column: number, entry: Entry): void {
  const cell: Cell = ensureCell(sheet, row, column);
  if (entry.formula === undefined) {
    cell.value = entry.value;
    if (cell.formula !== undefined) delete cell.formula;
  } else {
    cell.value = null;
    cell.formula = entry.formula;
  }
  if (entry.quoted) cell.quoted = true;
  else if (cell.quoted !== undefined) delete cell.quoted;
  if (entry.numberFormat !== undefined && (cell.style ?? DEFAULT_STYLE).numberFormat === 'General') cell.style = restyled(cell.style ?? DEFAULT_STYLE, { numberFormat: entry.numberFormat });
  if (cell.value === null && cell.formula === undefined) dropIfBare(sheet, row, column);
}

/** As an add-in writes: every input is parsed before the first is placed, so a refused input leaves all as it was. */
export function writeInputs(state: BookState, sheetId: string, area: Area, inputs: readonly (readonly Input[])[], origin: Origin): void {
  const sheet = sheetOf(state, sheetId);
  if (!isOnSheet(area)) throw invalid('the area leaves the sheet');
  if (inputs.length !== rowCount(area) || inputs.some((line) => line.length !== columnCount(area))) {
    throw invalid(`${inputs.length} × ${inputs[0]?.length ?? 0} values for ${rowCount(area)} × ${columnCount(area)} cells`);
  }
  if (sheet.protection) checkWritableInputs(sheet, area, inputs);
  const entries = inputs.map((line, r) => line.map((input, c) => (input === null ? undefined : entryOf(state, input, styleOf(sheet, area.top + r, area.left + c).numberFormat, area.top + r, area.left + c))));
  const merges = sheet.merges.filter((merge) => overlap(merge, area));
  entries.forEach((line, r) => line.forEach((entry, c) => {
    if (entry === undefined) return;
    if (merges.length > 0 && isBehindMerge(merges, area.top + r, area.left + c)) return;
    place(sheet, area.top + r, area.left + c, entry);
  }));
  syncHeaders(state, sheet, area);
  noteRewritten(state, sheet, area);
  state.touched(sheetId, area, origin);
}

function checkWritableInputs(sheet: Sheet, area: Area, inputs: readonly (readonly Input[])[]): void {
  inputs.forEach((line, r) => line.forEach((input, c) => {
    if (input !== null && styleOf(sheet, area.top + r, area.left + c).locked) throw new HostFault('AccessDenied', `sheet ${sheet.name} is protected and a cell of the area is locked`);
  }));
}

/** Empties cells: everything, what they hold, or how they look. */
export function clearArea(state: BookState, sheetId: string, area: Area, what: 'All' | 'Contents' | 'Formats', origin: Origin): void {
  const sheet = sheetOf(state, sheetId);
  checkWritable(sheet, area);
  for (const merge of sheet.merges) {
    const part = intersection(merge, area);
    if (part && what === 'Contents' && (part.top > merge.top || part.left > merge.left)) throw new HostFault('InvalidOperation', 'part of a merge cannot be cleared');
  }
  for (const { row, column, cell } of [...cellsIn(sheet, area)]) {
    if (what !== 'Formats') {
      cell.value = null;
      delete cell.formula;
      delete cell.quoted;
    }
    if (what !== 'Contents') delete cell.style;
    if (what !== 'Formats' || cell.style === undefined) dropIfBare(sheet, row, column);
  }
  if (what !== 'Formats') {
    syncHeaders(state, sheet, area);
    state.touched(sheetId, area, origin);
  }
  if (what !== 'Contents') state.notice({ kind: 'look', sheetId });
}
