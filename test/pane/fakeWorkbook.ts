// A workbook at the interface that the actions ask for, in memory, for tests of the screens. What Excel itself does is tested elsewhere, through the pretend Excel.
import { parsePlan } from '../../src/core/planFile';
import type { Plan } from '../../src/core/plan';
import { toSerial } from '../../src/core/plainDate';
import type { CellContent, SheetDrawing } from '../../src/sheets/drawing';
import { addressOf, boxAddress } from '../../src/sheets/drawing';
import { drawLedger } from '../../src/sheets/ledgerSheet';
import { drawRoster } from '../../src/sheets/rosterSheet';
import type { ReadCell } from '../../src/sheets/settingsSheet';
import { drawSettings } from '../../src/sheets/settingsSheet';
import { sheetNames, tableNames } from '../../src/sheets/titles';
import type { ChangeOutcome, LedgerWorkbook, Progress, SheetCells, WorkbookChange } from '../../src/sheets/workbook';
import seed from '../../seeds/plan-2021.json';

/** The plan of 2021. */
export function seedPlan(): Plan {
  const parsed = parsePlan(seed, '');
  if (!parsed.ok) throw new Error('The seed is no plan.');
  return parsed.value;
}

function cellOf(content: CellContent): ReadCell {
  if (content === null) return '';
  if (typeof content !== 'object') return content;
  return 'day' in content ? (toSerial(content.day) ?? '') : '';
}

/** The cells of a drawn sheet, as they would be read back; formulas give nothing. */
export function cellsOf(drawing: SheetDrawing): SheetCells {
  const values: ReadCell[][] = [];
  for (const block of drawing.blocks) {
    block.cells.forEach((line, down) => {
      line.forEach((content, across) => {
        const row = block.row + down;
        while (values.length <= row) values.push(Array.from({ length: 30 }, () => ''));
        const cells = values[row];
        if (cells !== undefined) cells[block.column + across] = cellOf(content);
      });
    });
  }
  const { table } = drawing;
  return {
    name: drawing.name, isProtected: false, values,
    tables: table === undefined ? [] : [{ name: table.name, ...table.at }],
    formulaCounts: new Map(table === undefined ? [] : [[table.name, new Map(drawing.fills.map(({ at }) => [at.column, at.rows]))]]),
    ownRules: drawing.rules.map(({ at, formula, look, stop }) => ({ address: boxAddress(at), formula, look, stop })), otherRules: [],
  };
}

/** A sheet that someone else made. */
export function strangeSheet(name: string): SheetCells {
  return { name, isProtected: false, values: [['别的内容']], tables: [], ownRules: [], otherRules: [], formulaCounts: new Map() };
}

/** The three sheets of a ledger. */
export function ledgerSheets(plan: Plan): SheetCells[] {
  return [cellsOf(drawLedger(plan)), cellsOf(drawRoster(plan.roster)), cellsOf(drawSettings(plan.settings))];
}

/** Methods that a test may have fail. */
type Method = 'read' | 'change' | 'show' | 'filter' | 'readRows' | 'columnFormats' | 'readTable';

/** What a test has the workbook do. */
export interface FakeWorkbook extends LedgerWorkbook {
  sheets: SheetCells[];
  readonly changes: WorkbookChange[];
  readonly shown: string[];
  /** Thrown by the next call of this method, once. */
  fail: Partial<Record<Method, Error>>;
  /** How the next change ends, where it is not simply written. */
  outcome: ChangeOutcome | undefined;
  /** While set, a change waits after half of its requests. */
  gate: Promise<void> | undefined;
  reads: number;
  names: readonly { readonly name: string; readonly formula: string }[];
  structureProtected: boolean;
  /** What the sheet was narrowed to, one entry for each time. */
  readonly filters: (readonly string[] | undefined)[];
  /** Where the selection stands. */
  selected: { readonly sheet: string; readonly row: number; readonly column: number } | undefined;
  /** Rows that were read by themselves: first row and how many, one entry for each request. */
  readonly rowsRead: (readonly [number, number])[];
  /** Number formats by cell, such as 任务台账!I5; 'General' where none is given. */
  readonly formats: Map<string, string>;
  /** Types into a cell, as a person does. */
  type(sheet: string, row: number, column: number, value: ReadCell): void;
}

/** The sheets after a change: cells that were edited, rows that came, sheets that got another name or are new. What formulas give is not worked out. */
function afterChange(sheets: readonly SheetCells[], change: WorkbookChange): SheetCells[] {
  const changed = sheets.map((sheet): SheetCells => {
    const values = sheet.values.map((line) => [...line]);
    const put = (row: number, column: number, content: CellContent): void => {
      while (values.length <= row) values.push(Array.from({ length: 30 }, () => ''));
      const line = values[row];
      if (line !== undefined) line[column] = cellOf(content);
    };
    for (const edit of change.edits.filter((each) => each.sheet === sheet.name)) {
      edit.cells.forEach((cell, index) => { if (cell !== undefined) put(edit.row + index, edit.column, cell); });
    }
    const added = change.rowsAdded.filter((each) => each.sheet === sheet.name);
    for (const { blocks } of added) for (const block of blocks) block.cells.forEach((line, down) => { line.forEach((cell, across) => { put(block.row + down, block.column + across, cell); }); });
    const tables = sheet.tables.map((table) => ({ ...table, rows: table.rows + added.filter((each) => each.table === table.name).reduce((sum, { count }) => sum + count, 0) }));
    return { ...sheet, name: change.sheetsRenamed.find(({ from }) => from === sheet.name)?.to ?? sheet.name, values, tables };
  });
  return [...changed, ...change.newSheets.map(cellsOf)];
}

/** A workbook with these sheets. */
export function fakeWorkbook(sheets: SheetCells[] = []): FakeWorkbook {
  const workbook: FakeWorkbook = {
    sheets, changes: [], shown: [], fail: {}, outcome: undefined, gate: undefined, reads: 0, names: [], structureProtected: false,
    filters: [], selected: undefined, rowsRead: [], formats: new Map(),
    async read(names) {
      await Promise.resolve();
      workbook.reads += 1;
      stumble('read');
      return {
        sheets: workbook.sheets.map(({ name, isProtected }) => ({ name, isProtected })),
        names: workbook.names,
        tables: workbook.sheets.flatMap((sheet) => sheet.tables.map((table) => ({ name: table.name, sheet: sheet.name }))),
        structureProtected: workbook.structureProtected,
        cells: new Map(workbook.sheets.filter((sheet) => names.includes(sheet.name)).map((sheet) => [sheet.name, sheet])),
      };
    },
    async change(change: WorkbookChange, onProgress: Progress) {
      onProgress(0, 4);
      await Promise.resolve();
      onProgress(2, 4);
      await workbook.gate;
      stumble('change');
      const outcome = workbook.outcome ?? { kind: 'written' };
      workbook.outcome = undefined;
      if (outcome.kind !== 'written') return outcome;
      workbook.changes.push(change);
      workbook.sheets = afterChange(workbook.sheets, change);
      workbook.names = [...workbook.names.filter(({ name }) => !change.names.some((each) => each.name === name)), ...change.names.map(({ name, formula }) => ({ name, formula }))];
      onProgress(4, 4);
      return outcome;
    },
    async filter(_table, _column, texts) {
      await Promise.resolve();
      stumble('filter');
      workbook.filters.push(texts);
    },
    selection: () => Promise.resolve(workbook.selected),
    async readRows(name, from, rows) {
      await Promise.resolve();
      workbook.rowsRead.push([from, rows]);
      stumble('readRows');
      return workbook.sheets.find((sheet) => sheet.name === name)?.values.slice(from, from + rows) ?? [];
    },
    async columnFormats(name, row, rows, column) {
      await Promise.resolve();
      stumble('columnFormats');
      return Array.from({ length: rows }, (_, index) => workbook.formats.get(`${name}!${addressOf(row + index, column)}`) ?? 'General');
    },
    async readTable(area) {
      await Promise.resolve();
      stumble('readTable');
      const sheet = workbook.sheets.find(({ name }) => name === (area.kind === 'sheet' ? area.sheet : workbook.selected?.sheet));
      return sheet === undefined ? undefined : { name: sheet.name, visibility: 'visible', cells: sheet.values, merges: [] };
    },
    type(name, row, column, value) {
      workbook.sheets = workbook.sheets.map((sheet) => (sheet.name === name ? { ...sheet, values: sheet.values.map((line, index) => (index === row ? line.map((cell, at) => (at === column ? value : cell)) : line)) } : sheet));
    },
    async show(sheet, cell) {
      await Promise.resolve();
      stumble('show');
      workbook.shown.push(`${sheet}!${cell}`);
    },
  };
  function stumble(method: Method): void {
    const error = workbook.fail[method];
    workbook.fail = { ...workbook.fail, [method]: undefined };
    if (error !== undefined) throw error;
  }
  return workbook;
}

/** The cell of the n-th task under a title, 0-based. */
export function taskCell(workbook: FakeWorkbook, task: number, title: string): { readonly row: number; readonly column: number } {
  const sheet = workbook.sheets.find(({ name }) => name === sheetNames.ledger);
  const table = sheet?.tables.find(({ name }) => name === tableNames.ledger);
  const column = sheet?.values[table?.row ?? 0]?.indexOf(title) ?? -1;
  if (table === undefined || column < 0) throw new Error(`No column ${title}.`);
  return { row: table.row + 1 + task, column };
}

/** Types into the cell of the n-th task. */
export function typeInTask(workbook: FakeWorkbook, task: number, title: string, value: ReadCell): void {
  const { row, column } = taskCell(workbook, task, title);
  workbook.type(sheetNames.ledger, row, column, value);
}

/** A ledger with one problem of each sort: an unknown name, a fixable list, a deadline as text, hollow words, words that say done. */
export function faultyLedger(): FakeWorkbook {
  const workbook = fakeWorkbook(ledgerSheets(seedPlan()));
  typeInTask(workbook, 0, '责任人', '邓  善、黄万红');
  typeInTask(workbook, 1, '责任人', '胡一');
  typeInTask(workbook, 2, '完成时限', '2021年9月');
  typeInTask(workbook, 3, '落实情况', '正在推进');
  typeInTask(workbook, 4, '落实情况', '已完成');
  return workbook;
}
