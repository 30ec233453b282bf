// Tables: where they may stand, what they may be called, their headers, rows and calculated columns.
import { anyFilled, cellOf, cellsIn, ensureCell, putCell } from './cells';
import { addressOf, bounding, columnCount, covers, holds, isOnSheet, overlap, quotedSheetName, rowCount } from './area';
import { sheetOf, type BookState } from './bookState';
import { rewriteFormulas } from './formulas';
import { HostFault, invalid } from './hostFault';
import type { Area, Cell, Sheet, Table } from './model';
import { checkItemName, isNameTaken } from './names';
import { numberText } from './numberText';
import { checkAllowed } from './protection';
import { formulaR1C1 } from './r1c1';
import { sameName } from './sheet';
import { DEFAULT_STYLE } from './styles';

/** A table and its sheet by id or name; ItemNotFound when there is none. */
export function tableOf(state: BookState, idOrName: string): { sheet: Sheet; table: Table } {
  for (const sheet of state.sheets) {
    for (const table of sheet.tables) if (table.id === idOrName || sameName(table.name, idOrName)) return { sheet, table };
  }
  throw new HostFault('ItemNotFound', `no table ${idOrName}`);
}

/** The rows between header and totals. */
export function dataArea(table: Table): Area {
  return { ...table.area, top: table.area.top + (table.hasHeader ? 1 : 0), bottom: table.area.bottom - (table.hasTotals ? 1 : 0) };
}

function checkPlace(sheet: Sheet, area: Area, besides?: Table): void {
  if (!isOnSheet(area)) throw invalid('the table leaves the sheet');
  if (sheet.tables.some((table) => table !== besides && overlap(table.area, area))) throw new HostFault('InvalidOperation', 'a table cannot overlap another table');
  if (sheet.merges.some((merge) => overlap(merge, area))) throw new HostFault('InvalidOperation', 'a table cannot hold merged cells');
}

function headerTexts(state: BookState, sheet: Sheet, area: Area): string[] {
  const taken = new Set<string>();
  return Array.from({ length: columnCount(area) }, (_, index) => {
    const cell = cellOf(sheet, area.top, area.left + index);
    const shown = cell === undefined || cell.value === null ? '' : typeof cell.value === 'string' ? cell.value : numberText(cell.value, (cell.style ?? DEFAULT_STYLE).numberFormat, state.date1904);
    const wanted = (shown === '' ? `列${index + 1}` : shown).slice(0, 255);
    // Excel makes a repeated header unique by a number, silently.
    let text = wanted;
    for (let n = 2; taken.has(text.toLowerCase()); n++) text = `${wanted}${n}`;
    taken.add(text.toLowerCase());
    return text;
  });
}

function putHeaders(sheet: Sheet, top: number, left: number, texts: readonly string[]): void {
  texts.forEach((text, index) => {
    const cell = ensureCell(sheet, top, left + index);
    cell.value = text;
    delete cell.formula;
    delete cell.quoted;
  });
}

/** Makes a table of an area. Without header row, one is put above by moving the cells down, as Excel does. */
export function addTable(state: BookState, sheetId: string, area: Area, hasHeader: boolean, name: string | undefined, moveDown: (area: Area) => void): Table {
  const sheet = sheetOf(state, sheetId);
  // Headers are taken as shown; only a header that is a formula needs its result.
  if ([...(sheet.cells.get(area.top)?.values() ?? [])].some((cell) => cell.formula !== undefined)) state.settle();
  checkAllowed(sheet);
  if (name !== undefined) checkItemName(name);
  if (name !== undefined && isNameTaken(state, name)) throw new HostFault('ItemAlreadyExists', `the name ${name} is taken`);
  checkPlace(sheet, area);
  let whole = area;
  if (hasHeader && rowCount(area) === 1) {
    whole = { ...area, bottom: area.bottom + 1 };
    checkPlace(sheet, whole);
  }
  if (!hasHeader) {
    moveDown({ ...area, bottom: area.top });
    whole = { ...area, bottom: area.bottom + 1 };
  }
  const texts = headerTexts(state, sheet, whole);
  putHeaders(sheet, whole.top, whole.left, texts);
  const serial = state.serial('table');
  let given = name;
  for (let n = serial; given === undefined; n++) if (!isNameTaken(state, `表${n}`)) given = `表${n}`;
  const table: Table = {
    id: String(serial), name: given, area: whole, columns: texts.map((text) => ({ name: text })), hasHeader: true, hasTotals: false,
    style: 'TableStyleMedium2', bandedRows: true, bandedColumns: false, firstColumn: false, lastColumn: false, filterButton: true, filters: new Map(),
  };
  sheet.tables.push(table);
  noteRewritten(state, sheet, whole);
  state.rearranged();
  state.touched(sheetId, { ...whole, bottom: whole.top }, 'addin');
  state.notice({ kind: 'structure', sheetId });
  return table;
}

/** Renames a table; formulas that name it follow. */
export function renameTable(state: BookState, id: string, name: string): void {
  const { sheet, table } = tableOf(state, id);
  checkItemName(name);
  if (table.name === name) return;
  if (!sameName(table.name, name) && isNameTaken(state, name)) throw new HostFault('InvalidArgument', `the name ${name} is taken`);
  const from = table.name;
  table.name = name;
  rewriteFormulas(state, (formula) => (formula.includes(from) ? state.calc.renamed(formula, { kind: 'table', from, to: name }) : formula));
  state.rearranged();
  state.notice({ kind: 'structure', sheetId: sheet.id });
}

/** What of a table's look may be changed. */
export type TableLook = Partial<Pick<Table, 'style' | 'bandedRows' | 'bandedColumns' | 'firstColumn' | 'lastColumn' | 'filterButton'>>;

/** Gives a table another look. */
export function setTableLook(state: BookState, id: string, change: TableLook): void {
  const { sheet, table } = tableOf(state, id);
  Object.assign(table, change);
  state.notice({ kind: 'look', sheetId: sheet.id });
}

/** Gives a table another extent: the header row stays in its row and one column at least stays, as Excel asks. */
export function resizeTable(state: BookState, id: string, area: Area): void {
  const { sheet, table } = tableOf(state, id);
  checkAllowed(sheet);
  if (area.top !== table.area.top) throw invalid('the header row of a table cannot move');
  if (!overlap(area, table.area)) throw invalid('the new area does not overlap the table');
  if (rowCount(area) < (table.hasHeader ? 2 : 1)) throw invalid('a table needs one row below its header');
  checkPlace(sheet, area, table);
  const calculated = new Map(table.columns.map((column) => [column.name, column.calculated]));
  const oldColumns = table.area.left + table.columns.length - 1;
  table.area = area;
  const texts = headerTexts(state, sheet, area);
  if (table.hasHeader) putHeaders(sheet, area.top, area.left, texts);
  table.columns = texts.map((text, index) => {
    const formula = area.left + index <= oldColumns ? calculated.get(text) : undefined;
    return formula === undefined ? { name: text } : { name: text, calculated: formula };
  });
  state.rearranged();
  state.touched(sheet.id, { ...area, bottom: area.top }, 'addin');
  state.notice({ kind: 'structure', sheetId: sheet.id });
}

/** Takes a table away: with its cells, or leaving them as an ordinary range. */
export function deleteTable(state: BookState, id: string, keepCells: boolean): void {
  const { sheet, table } = tableOf(state, id);
  checkAllowed(sheet);
  if (table.filters.size > 0) showRows(sheet, dataArea(table));
  sheet.tables.splice(sheet.tables.indexOf(table), 1);
  if (keepCells) {
    rewriteFormulas(state, (formula) => plainReferences(formula, sheet, table));
  } else {
    for (const { row, column } of [...cellsIn(sheet, table.area)]) putCell(sheet, row, column, undefined);
    state.touched(sheet.id, table.area, 'addin');
  }
  state.rearranged();
  state.notice({ kind: 'structure', sheetId: sheet.id });
}

/** Rows that a filter hid are seen again when the table goes. */
function showRows(sheet: Sheet, data: Area): void {
  for (const [row, info] of [...sheet.rows]) if (row >= data.top && row <= data.bottom && info.hidden) sheet.rows.set(row, { ...info, hidden: false });
}

/** Excel turns 任务台账[列] into a plain address when the table becomes a range. */
function plainReferences(formula: string, sheet: Sheet, table: Table): string {
  if (!formula.includes('[')) return formula;
  const data = dataArea(table);
  return formula.replace(/([\p{L}_\\][\p{L}\p{N}_.]*)\[([^[\]#@]+)\]/gu, (whole, name: string, column: string) => {
    const index = table.columns.findIndex((each) => each.name === column);
    if (!sameName(name, table.name) || index < 0) return whole;
    return `${quotedSheetName(sheet.name)}!${addressOf({ ...data, left: data.left + index, right: data.left + index }, true)}`;
  });
}

/** After writing over header cells: they are text, unique, and the columns take their names, in formulas too. */
export function syncHeaders(state: BookState, sheet: Sheet, written: Area): void {
  for (const table of sheet.tables) {
    const header = { ...table.area, bottom: table.area.top };
    if (!table.hasHeader || !overlap(header, written)) continue;
    const texts = headerTexts(state, sheet, table.area);
    putHeaders(sheet, table.area.top, table.area.left, texts);
    texts.forEach((text, index) => renameColumn(state, table, index, text));
    state.notice({ kind: 'structure', sheetId: sheet.id });
  }
}

function renameColumn(state: BookState, table: Table, index: number, to: string): void {
  const column = table.columns[index];
  if (!column || column.name === to) return;
  const from = column.name;
  column.name = to;
  rewriteFormulas(state, (formula) => (formula.includes('[') && formula.includes(from) ? state.calc.renamed(formula, { kind: 'column', table: table.name, from, to }) : formula));
  state.rearranged();
}

/** Remembers that data of tables was written over, for noteCalculatedColumns. */
export function noteRewritten(state: BookState, sheet: Sheet, written: Area): void {
  for (const table of sheet.tables) {
    if (!overlap(dataArea(table), written)) continue;
    const before = state.rewritten.get(table.id);
    state.rewritten.set(table.id, before ? bounding(before, written) : written);
  }
}

/** When a whole column of a table holds one formula, new rows will take it: Excel's calculated columns. Looked at once after many writes. */
export function noteCalculatedColumns(state: BookState): void {
  if (state.rewritten.size === 0) return;
  for (const sheet of state.sheets) {
    for (const table of sheet.tables) {
      const written = state.rewritten.get(table.id);
      if (written) noteColumns(sheet, table, written);
    }
  }
  state.rewritten.clear();
}

function noteColumns(sheet: Sheet, table: Table, written: Area): void {
  const data = dataArea(table);
  table.columns.forEach((column, index) => {
    const at = data.left + index;
    if (at < written.left || at > written.right) return;
    const first = cellOf(sheet, data.top, at)?.formula;
    if (first !== undefined && isOneFormula(sheet, data, at, first)) column.calculated = first;
    else if (column.calculated !== undefined && written.top <= data.top && written.bottom >= data.bottom) delete column.calculated;
  });
}

function isOneFormula(sheet: Sheet, data: Area, column: number, first: string): boolean {
  const form = formulaR1C1(first, data.top, column);
  // Without a relative address in it, a formula reads the same in every row.
  const isFixed = form === first;
  for (let row = data.top + 1; row <= data.bottom; row++) {
    const formula = cellOf(sheet, row, column)?.formula;
    if (formula === undefined) return false;
    if (isFixed ? formula !== first : formulaR1C1(formula, row, column) !== form) return false;
  }
  return true;
}

/** Fills the calculated columns of one table row, where nothing stands yet. */
export function fillCalculated(state: BookState, sheet: Sheet, table: Table, row: number): void {
  const data = dataArea(table);
  table.columns.forEach((column, index) => {
    if (column.calculated === undefined) return;
    const at = data.left + index;
    const cell = cellOf(sheet, row, at);
    if (cell && (cell.value !== null || cell.formula !== undefined)) return;
    const from = { sheet: sheet.name, row: data.top, column: at };
    const made: Cell = ensureCell(sheet, row, at);
    made.formula = state.calc.filled(column.calculated, from, { ...from, row });
  });
}

/** A new row at the table's end takes the looks of the row above, and its validations and rules reach into it. */
export function extendLooks(sheet: Sheet, table: Table, row: number): void {
  const above = row - 1;
  for (let column = table.area.left; column <= table.area.right; column++) {
    const style = cellOf(sheet, above, column)?.style;
    if (style && cellOf(sheet, row, column)?.style === undefined) ensureCell(sheet, row, column).style = style;
  }
  const grown = (area: Area): Area => (area.bottom === above && area.left <= table.area.right && area.right >= table.area.left && area.top >= table.area.top ? { ...area, bottom: row } : area);
  const reaches = (areas: readonly Area[]): boolean => areas.some((area) => covers(area, row, area.left));
  for (const validation of sheet.validations) if (!reaches(validation.areas)) validation.areas = validation.areas.map(grown);
  for (const rule of sheet.rules) if (!reaches(rule.areas)) rule.areas = rule.areas.map(grown);
}

/** Whether the row below a table is free, so that the table may take it without moving anything. */
export function isFreeBelow(sheet: Sheet, table: Table, count: number): boolean {
  const below = { ...table.area, top: table.area.bottom + 1, bottom: table.area.bottom + count };
  return !anyFilled(sheet, below) && !sheet.merges.some((merge) => overlap(merge, below)) && !sheet.tables.some((other) => other !== table && overlap(other.area, below));
}

/** Whether an area lies wholly in the data rows of a table and spans all its columns. */
export function tableSpanned(sheet: Sheet, area: Area): Table | undefined {
  return sheet.tables.find((table) => holds(dataArea(table), area) && area.left === table.area.left && area.right === table.area.right);
}
