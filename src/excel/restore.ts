// Puts a workbook back as it was before a change that failed (X1): remembers first what the change is going to touch. Knows nothing of its meaning.
import type { OwnRule, SheetCells, WorkbookChange } from '../sheets/workbook';
import type { Box } from '../sheets/drawing';
import { addressOf, boxAddress } from '../sheets/drawing';
import { packRequests, weigh } from './requests';
import { restoreRules } from './rules';

/** What a change is going to touch, as it is before. Wherever a sheet is named here but in `sheets`, it is by its id. */
export interface Snapshot {
  /** Excel's ids of all sheets by name. A sheet keeps its id when it gets another name, and a new one of its old name has an id of its own. */
  readonly sheets: ReadonlyMap<string, string>;
  /** Formulas of named items. */
  readonly names: ReadonlyMap<string, string>;
  readonly tables: readonly GrowingTable[];
  readonly edits: readonly EditedCells[];
  /** What stands, apart from its own formula, in columns that are going to be filled down again. */
  readonly refills: readonly { readonly sheet: string; readonly address: string; readonly formula: unknown }[];
  /** Our own rules of the sheets whose rules are going to be replaced. */
  readonly rules: readonly { readonly sheet: string; readonly others: readonly string[]; readonly rules: readonly OwnRule[] }[];
  readonly active: { readonly sheet: string; readonly selection: string | undefined };
}

/** A table that is going to grow. `address` is its range, `lastRow` the last row that holds anything in its columns. */
interface GrowingTable { readonly name: string; readonly sheet: string; readonly address: string; readonly rows: number; readonly lastRow: number }

interface EditedCells {
  readonly sheet: string;
  readonly box: Box;
  /** Which cells of the box the change writes. */
  readonly touched: readonly boolean[];
  readonly formulas: readonly unknown[];
  readonly values: readonly unknown[];
  readonly formats: readonly string[];
}

function editBox(edit: WorkbookChange['edits'][number]): Box {
  return { row: edit.row, column: edit.column, rows: edit.cells.length, columns: 1 };
}

/** About how many bytes Excel answers for the cells of an edit: formulas and values, each in full. */
function answerBytes(edit: WorkbookChange['edits'][number], cells: ReadonlyMap<string, SheetCells>): number {
  const values = cells.get(edit.sheet)?.values ?? [];
  return edit.cells.reduce<number>((sum, _, index) => sum + 2 * weigh(values[edit.row + index]?.[edit.column] ?? null) + 24, 0);
}

/** Remembers what the change is going to touch. One request, or as many as the size of the answers asks for (X2). */
export async function takeSnapshot(context: Excel.RequestContext, change: WorkbookChange, cells: ReadonlyMap<string, SheetCells>): Promise<Snapshot> {
  const { worksheets, names, tables } = context.workbook;
  worksheets.load('items/id,items/name');
  names.load('items/name,items/formula');
  const active = worksheets.getActiveWorksheet();
  active.load('id');
  const selected = context.workbook.getSelectedRanges();
  selected.load('address');
  const growing = change.rowsAdded.map((added) => {
    const range = tables.getItem(added.table).getRange();
    range.load('address,rowCount');
    const filled = range.getEntireColumn().getUsedRangeOrNullObject(true);
    filled.load('rowIndex,rowCount');
    return { added, range, filled };
  });
  const ranges: { readonly edit: WorkbookChange['edits'][number]; readonly range: Excel.Range }[] = [];
  const loads = change.edits.map((edit) => ({
    bytes: answerBytes(edit, cells),
    ask: () => {
      const range = worksheets.getItem(edit.sheet).getRange(boxAddress(editBox(edit)));
      range.load('formulas,values,numberFormat');
      ranges.push({ edit, range });
    },
  }));
  const refills = change.refills.flatMap(({ sheet, fills }) => fills.map(({ at }) => {
    const range = worksheets.getItem(sheet).getRange(boxAddress(at));
    range.load('formulas,formulasR1C1');
    return { sheet, at, range };
  }));
  for (const request of loads.length === 0 ? [[]] : packRequests(loads)) {
    for (const step of request) step.ask(context);
    await context.sync();
  }
  const sheets = new Map(worksheets.items.map((sheet) => [sheet.name, sheet.id]));
  return {
    refills: refills.flatMap(({ sheet, at, range }) => exceptions(range.formulas, range.formulasR1C1).map(({ index, formula }) => ({ sheet: idOf(sheets, sheet), address: addressOf(at.row + index, at.column), formula }))),
    rules: change.rules.map(({ sheet }) => ({ sheet: idOf(sheets, sheet), others: cells.get(sheet)?.otherRules ?? [], rules: cells.get(sheet)?.ownRules ?? [] })),
    sheets,
    names: new Map(names.items.map((item) => [item.name, String(item.formula)])),
    tables: growing.map(({ added, range, filled }) => ({
      name: added.table, sheet: idOf(sheets, added.sheet), address: addressOnSheet(range.address) ?? '', rows: range.rowCount, lastRow: lastRowOf(filled),
    })),
    edits: ranges.map(({ edit, range }) => ({
      sheet: idOf(sheets, edit.sheet),
      box: editBox(edit),
      touched: edit.cells.map((cell, index) => cell !== undefined || edit.formats[index] !== undefined),
      formulas: range.formulas.map((row: unknown[]) => row[0]),
      values: range.values.map((row: unknown[]) => row[0]),
      formats: range.numberFormat.map((row: unknown[]) => String(row[0])),
    })),
    active: { sheet: active.id, selection: addressOnSheet(selected.address) },
  };
}

/** The cells of a filled column that hold something else than its own formula, by their place in it. Filling down leaves the others as they are. */
function exceptions(formulas: readonly unknown[][], inR1C1: readonly unknown[][]): readonly { readonly index: number; readonly formula: unknown }[] {
  const counts = new Map<unknown, number>();
  for (const [formula] of inR1C1) counts.set(formula, (counts.get(formula) ?? 0) + 1);
  const [own] = [...counts].filter(([formula]) => typeof formula === 'string' && formula.startsWith('=')).sort((one, other) => other[1] - one[1])[0] ?? [];
  return formulas.flatMap(([formula], index) => (inR1C1[index]?.[0] === own ? [] : [{ index, formula }]));
}

function lastRowOf(used: Excel.Range): number {
  return used.isNullObject ? 0 : used.rowIndex + used.rowCount;
}

/** 'A1:B2' of 'Sheet1!A1:B2'; undefined for several areas, which are not selected again. */
function addressOnSheet(address: string): string | undefined {
  return address.includes(',') ? undefined : address.slice(address.lastIndexOf('!') + 1);
}

/** Text that Excel would read as something else when it is written back; the apostrophe that kept it is not returned on reading. */
const readAsTyped = /^\s*[=+\-@'#]|^\s*[\d.(¥$]|^\s*(true|false)\s*$/i;

/** What puts a cell back: its formula, its constant, or its text kept from being read. */
function inputBack(formula: unknown, value: unknown, format: string): unknown {
  if (typeof formula !== 'string' || format === '@') return formula;
  const isText = formula === value && formula !== '';
  return isText && readAsTyped.test(formula) ? `'${formula}` : formula;
}

/** Excel's id of a sheet by the name that it had before the change. A name that no sheet had stays: Excel says that there is none. */
export function idOf(sheets: Snapshot['sheets'], name: string): string {
  return sheets.get(name) ?? name;
}

/** Puts back what a failed change may have done, all of it, part of it or nothing. Two requests and two for each sheet whose rules changed. */
export async function restoreSnapshot(context: Excel.RequestContext, snapshot: Snapshot, change: WorkbookChange): Promise<void> {
  const { worksheets, names, tables } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility');
  names.load('items/name,items/formula');
  const grown = snapshot.tables.map((before) => {
    const range = tables.getItem(before.name).getRange();
    range.load('rowCount');
    const filled = range.getEntireColumn().getUsedRangeOrNullObject(true);
    filled.load('rowIndex,rowCount');
    return { before, range, filled };
  });
  await context.sync();
  // First, for what follows writes formulas that name sheets as they are called before the change.
  restoreSheets(worksheets.items, snapshot, change);
  for (const { before, range, filled } of grown) shrinkTable(context, before, range.rowCount - before.rows, lastRowOf(filled));
  // Only names of this change: those of others that moved with the cells have just moved back with them.
  for (const item of names.items.filter(({ name }) => change.names.some((each) => each.name === name))) {
    const before = snapshot.names.get(item.name);
    if (before === undefined) item.delete();
    else if (before !== item.formula) item.formula = before;
  }
  for (const edit of snapshot.edits) {
    const range = worksheets.getItem(edit.sheet).getRange(boxAddress(edit.box));
    range.numberFormat = edit.touched.map((touched, index) => [touched ? edit.formats[index] : null]);
    range.formulas = edit.touched.map((touched, index) => [touched ? inputBack(edit.formulas[index], edit.values[index], edit.formats[index] ?? '') : null]);
  }
  for (const { sheet, address, formula } of snapshot.refills) worksheets.getItem(sheet).getRange(address).formulas = [[formula]];
  for (const { sheet, others, rules } of snapshot.rules) await restoreRules(context, sheet, others, rules);
  const active = worksheets.getItem(snapshot.active.sheet);
  active.activate();
  if (snapshot.active.selection !== undefined) active.getRange(snapshot.active.selection).select();
  await context.sync();
}

/** Takes the new sheets away, then gives the others the names that they had. A sheet that was there before is never deleted, whatever it is called now (L10). */
function restoreSheets(present: readonly Excel.Worksheet[], snapshot: Snapshot, change: WorkbookChange): void {
  const before = new Set(snapshot.sheets.values());
  for (const sheet of present) {
    if (before.has(sheet.id) || !change.newSheets.some((drawing) => drawing.name === sheet.name)) continue;
    // Excel does not delete a very hidden sheet (Worksheet.delete in Microsoft's reference).
    if (sheet.visibility === 'VeryHidden') sheet.visibility = 'Hidden';
    sheet.delete();
  }
  // Last renamed, first back, for one may have taken the name of another. What someone else renamed meanwhile stays.
  for (const { from, to } of [...change.sheetsRenamed].reverse()) {
    const sheet = present.find(({ id }) => id === snapshot.sheets.get(from));
    if (sheet?.name === to) sheet.name = from;
  }
}

/** Takes the rows off a table by which it grew. If growing moved cells under it down, they move up again; if it took in empty rows, those are left empty. */
function shrinkTable(context: Excel.RequestContext, before: GrowingTable, by: number, lastRow: number): void {
  if (by <= 0) return;
  const table = context.workbook.tables.getItem(before.name);
  const rows = table.getRange().getRow(before.rows).getResizedRange(by - 1, 0);
  const underTable = before.lastRow > lastRowOfAddress(before.address);
  if (underTable && lastRow < before.lastRow + by) {
    rows.clear('All');
    table.resize(before.address);
  } else rows.delete('Up');
  // Heights belong to the sheet's rows and stay behind when cells go.
  const first = lastRowOfAddress(before.address) + 1;
  context.workbook.worksheets.getItem(before.sheet).getRange(`${String(first)}:${String(first + by - 1)}`).format.autofitRows();
}

/** 17 for 'A4:T17'. */
function lastRowOfAddress(address: string): number {
  return Number(/(\d+)$/.exec(address)?.[1] ?? 0);
}
