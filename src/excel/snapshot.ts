// Remembers, before a change, what the change is going to touch, so that it can be put back (X1). Changes nothing; knows nothing of the change's meaning.
import { keptText } from './draw';
import type { OwnRule, SheetCells, WorkbookChange } from '../sheets/workbook';
import type { Box } from '../sheets/drawing';
import { boxAddress } from '../sheets/drawing';
import type { Asking } from './read';
import { askInTurn } from './read';
import { weigh } from './requests';

/** What a change is going to touch, as it is before. Wherever a sheet is named here but in `sheets`, it is by its id. */
export interface Snapshot {
  /** Excel's ids of all sheets by name. A sheet keeps its id when it gets another name, and a new one of its old name has an id of its own. */
  readonly sheets: ReadonlyMap<string, string>;
  /** Formulas of named items. */
  readonly names: ReadonlyMap<string, string>;
  readonly tables: readonly GrowingTable[];
  readonly edits: readonly EditedCells[];
  /** Columns that are going to be filled down. */
  readonly refills: readonly FilledColumn[];
  /** Our own rules of the sheets whose rules are going to be replaced. */
  readonly rules: readonly { readonly sheet: string; readonly others: readonly string[]; readonly rules: readonly OwnRule[] }[];
  readonly active: { readonly sheet: string; readonly selection: string | undefined };
}

/** A table that is going to grow. `address` is its range, `lastRow` the last row that holds anything in its columns. */
export interface GrowingTable { readonly name: string; readonly sheet: string; readonly address: string; readonly rows: number; readonly lastRow: number }

/** Cells of one column as they are read, each with what puts it back: its formula, its constant, or its text kept from being read. */
interface ReadColumn { readonly inputs: readonly unknown[]; readonly formats: readonly string[] }

/** Cells that are going to be written. */
export interface EditedCells extends ReadColumn {
  readonly sheet: string;
  readonly box: Box;
  /** Which cells of the box the change writes. */
  readonly touched: readonly boolean[];
}

/** A column that is filled down: the formula that most of it holds, from one of the rows, and the runs of cells that hold something else. */
export interface FilledColumn {
  readonly sheet: string;
  readonly at: Box;
  readonly own: { readonly row: number; readonly formula: string } | undefined;
  readonly others: readonly { readonly row: number; readonly inputs: readonly unknown[] }[];
}

/** Excel's id of a sheet by the name that it had before the change. A name that no sheet had stays: Excel says that there is none. */
export function idOf(sheets: Snapshot['sheets'], name: string): string {
  return sheets.get(name) ?? name;
}

function editBox(edit: WorkbookChange['edits'][number]): Box {
  return { row: edit.row, column: edit.column, rows: edit.cells.length, columns: 1 };
}

/** About how many bytes Excel answers for the cells of an edit: formulas and values, each in full. */
function answerBytes(edit: WorkbookChange['edits'][number], cells: ReadonlyMap<string, SheetCells>): number {
  const values = cells.get(edit.sheet)?.values ?? [];
  return edit.cells.reduce<number>((sum, _, index) => sum + 2 * weigh(values[edit.row + index]?.[edit.column] ?? null) + 24, 0);
}

/** Rows of a filled column that are read together. */
const rowsPerFill = 100;
/** About how many bytes Excel answers for a formula: as it stands, relative to its cell, its value and its format. */
const answerBytesOfFormula = (formula: string): number => 2 * weigh(formula) + 200;

interface AskedColumn { readonly part: Box; readonly range: Excel.Range }

/** Remembers what the change is going to touch. One request, or as many as the size of the answers asks for (X2). */
export async function takeSnapshot(context: Excel.RequestContext, change: WorkbookChange, cells: ReadonlyMap<string, SheetCells>): Promise<Snapshot> {
  const asked: { workbook?: AskedWorkbook } = {};
  const wanted: Asking[] = [{ bytes: bytesOfWorkbook, ask: () => { asked.workbook = askForWorkbook(context, change); } }];
  const parts = askForParts(context, change, cells, wanted);
  await askInTurn(context, wanted);
  if (asked.workbook === undefined) throw new Error('Nothing was asked for.');
  return { ...seenWorkbook(asked.workbook), ...seenParts(parts, asked.workbook, change, cells) };
}

/** About how many bytes Excel answers for the sheets, names and tables of a workbook. */
const bytesOfWorkbook = 50_000;
type AskedWorkbook = ReturnType<typeof askForWorkbook>;

function askForWorkbook(context: Excel.RequestContext, change: WorkbookChange) {
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
  return { worksheets, names, active, selected, growing };
}

function seenWorkbook({ worksheets, names, active, selected, growing }: AskedWorkbook): Pick<Snapshot, 'sheets' | 'names' | 'tables' | 'active'> {
  const sheets = idsOf(worksheets);
  return {
    sheets,
    names: new Map(names.items.map((item) => [item.name, String(item.formula)])),
    tables: growing.map(({ added, range, filled }) => ({
      name: added.table, sheet: idOf(sheets, added.sheet), address: addressOnSheet(range.address) ?? '', rows: range.rowCount, lastRow: lastRowOf(filled),
    })),
    active: { sheet: active.id, selection: addressOnSheet(selected.address) },
  };
}

function idsOf(worksheets: Excel.WorksheetCollection): Snapshot['sheets'] {
  return new Map(worksheets.items.map((sheet) => [sheet.name, sheet.id]));
}

/** Puts the cells that the change writes on the list of what is to be read; each is there once it was asked for. */
function askForParts(context: Excel.RequestContext, change: WorkbookChange, cells: ReadonlyMap<string, SheetCells>, wanted: Asking[]) {
  const later = (sheet: string, part: Box, bytes: number, ask: (range: Excel.Range) => void): AskedColumn[] => {
    const asked: AskedColumn[] = [];
    wanted.push({ bytes, ask: () => {
      const range = context.workbook.worksheets.getItem(sheet).getRange(boxAddress(part));
      ask(range);
      asked[0] = { part, range };
    } });
    return asked;
  };
  return {
    edits: change.edits.map((edit) => ({ edit, asked: later(edit.sheet, editBox(edit), answerBytes(edit, cells), (range) => { range.load('formulas,values,numberFormat'); }) })),
    refills: change.refills.flatMap(({ sheet, fills }) => fills.map(({ at, formula }) => ({
      sheet, at,
      asked: inParts(at).map((part) => later(sheet, part, part.rows * answerBytesOfFormula(formula), (range) => { range.load('formulas,formulasR1C1,values,numberFormat'); })),
    }))),
  };
}

function seenParts(
  { edits, refills }: ReturnType<typeof askForParts>, { worksheets }: AskedWorkbook, change: WorkbookChange, cells: ReadonlyMap<string, SheetCells>,
): Pick<Snapshot, 'edits' | 'refills' | 'rules'> {
  const sheets = idsOf(worksheets);
  return {
    edits: edits.flatMap(({ edit, asked }) => asked.map(({ part, range }) => ({
      sheet: idOf(sheets, edit.sheet), box: part, touched: edit.cells.map((cell, index) => cell !== undefined || edit.formats[index] !== undefined), ...readColumn(range),
    }))),
    refills: refills.map(({ sheet, at, asked }) => filledColumn(idOf(sheets, sheet), at, asked.flat().map(({ range }) => range))),
    rules: change.rules.map(({ sheet }) => ({ sheet: idOf(sheets, sheet), others: cells.get(sheet)?.otherRules ?? [], rules: cells.get(sheet)?.ownRules ?? [] })),
  };
}

function inParts(at: Box): readonly Box[] {
  return Array.from({ length: Math.ceil(at.rows / rowsPerFill) }, (_, index) => ({ ...at, row: at.row + index * rowsPerFill, rows: Math.min(rowsPerFill, at.rows - index * rowsPerFill) }));
}

function firstCells(lines: unknown[][]): unknown[] {
  return lines.map(([cell]) => cell);
}

function readColumn(range: Excel.Range): ReadColumn {
  const [formulas, values] = [firstCells(range.formulas), firstCells(range.values)];
  const formats = firstCells(range.numberFormat).map(String);
  return { formats, inputs: formulas.map((formula, index) => inputBack(formula, values[index], formats[index] ?? '')) };
}

/** Text that Excel would read as something else when it is written back; the apostrophe that kept it is not returned on reading. */
const readAsTyped = /^\s*[=+\-@'#]|^\s*[\d.(¥$]|^\s*(true|false)\s*$/i;

function inputBack(formula: unknown, value: unknown, format: string): unknown {
  if (typeof formula !== 'string') return formula;
  if (format === '@') return keptText(formula);
  const isText = formula === value && formula !== '';
  return isText && readAsTyped.test(formula) ? `'${formula}` : formula;
}

/** A column's own formula is the one that most of its cells hold, relative to where they stand. */
function filledColumn(sheet: string, at: Box, ranges: readonly Excel.Range[]): FilledColumn {
  const relative = ranges.flatMap((range) => firstCells(range.formulasR1C1));
  const inputs = ranges.flatMap((range) => readColumn(range).inputs);
  const counts = new Map<unknown, number>();
  for (const formula of relative) counts.set(formula, (counts.get(formula) ?? 0) + 1);
  const [most] = [...counts].filter(([formula]) => typeof formula === 'string' && formula.startsWith('=')).sort((one, other) => other[1] - one[1])[0] ?? [];
  const index = relative.indexOf(most);
  const others: { row: number; inputs: unknown[] }[] = [];
  inputs.forEach((input, place) => {
    if (most !== undefined && relative[place] === most) return;
    const run = others.at(-1);
    if (run !== undefined && run.row + run.inputs.length === at.row + place) run.inputs.push(input);
    else others.push({ row: at.row + place, inputs: [input] });
  });
  return { sheet, at, own: most === undefined ? undefined : { row: at.row + index, formula: String(inputs[index]) }, others };
}

/** The number of rows down to the last that a range reaches; none for a range that is not there. */
export function lastRowOf(used: Excel.Range): number {
  return used.isNullObject ? 0 : used.rowIndex + used.rowCount;
}

/** 'A1:B2' of 'Sheet1!A1:B2'; undefined for several areas, which are not selected again. */
function addressOnSheet(address: string): string | undefined {
  return address.includes(',') ? undefined : address.slice(address.lastIndexOf('!') + 1);
}
