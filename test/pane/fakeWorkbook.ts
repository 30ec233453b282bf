// A workbook at the interface that the actions ask for, in memory, for tests of the screens. What Excel itself does is tested elsewhere, through the pretend Excel.
import { parsePlan } from '../../src/core/planFile';
import type { Plan } from '../../src/core/plan';
import { toSerial } from '../../src/core/plainDate';
import type { CellContent, SheetDrawing } from '../../src/sheets/drawing';
import { drawLedger } from '../../src/sheets/ledgerSheet';
import { drawRoster } from '../../src/sheets/rosterSheet';
import type { ReadCell } from '../../src/sheets/settingsSheet';
import { drawSettings } from '../../src/sheets/settingsSheet';
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
  const cells = {
    name: drawing.name, isProtected: false, values, ownRules: [], formulaCounts: new Map<string, ReadonlyMap<number, number>>(),
    tables: drawing.table === undefined ? [] : [{ name: drawing.table.name, ...drawing.table.at }],
  };
  return cells;
}

/** A sheet that someone else made. */
export function strangeSheet(name: string): SheetCells {
  const cells = { name, isProtected: false, values: [['别的内容']], tables: [], ownRules: [], formulaCounts: new Map<string, ReadonlyMap<number, number>>() };
  return cells;
}

/** The three sheets of a ledger. */
export function ledgerSheets(plan: Plan): SheetCells[] {
  return [cellsOf(drawLedger(plan)), cellsOf(drawRoster(plan.roster)), cellsOf(drawSettings(plan.settings))];
}

/** What a test has the workbook do. */
export interface FakeWorkbook extends LedgerWorkbook {
  sheets: SheetCells[];
  readonly changes: WorkbookChange[];
  readonly shown: string[];
  /** Thrown by the next call of this method, once. */
  fail: Partial<Record<'read' | 'change' | 'show', Error>>;
  /** How the next change ends, where it is not simply written. */
  outcome: ChangeOutcome | undefined;
  /** While set, a change waits after half of its requests. */
  gate: Promise<void> | undefined;
  reads: number;
  names: readonly { readonly name: string; readonly formula: string }[];
  structureProtected: boolean;
  filter(): Promise<void>;
  selection(): Promise<undefined>;
  readRows(): Promise<readonly (readonly ReadCell[])[]>;
}

/** A workbook with these sheets. */
export function fakeWorkbook(sheets: SheetCells[] = []): FakeWorkbook {
  const workbook: FakeWorkbook = {
    sheets, changes: [], shown: [], fail: {}, outcome: undefined, gate: undefined, reads: 0, names: [], structureProtected: false,
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
      workbook.sheets = [...workbook.sheets, ...change.newSheets.map(cellsOf)];
      onProgress(4, 4);
      return outcome;
    },
    filter: () => Promise.resolve(),
    selection: () => Promise.resolve(undefined),
    readRows: () => Promise.resolve([]),
    async show(sheet, cell) {
      await Promise.resolve();
      stumble('show');
      workbook.shown.push(`${sheet}!${cell}`);
    },
  };
  function stumble(method: 'read' | 'change' | 'show'): void {
    const error = workbook.fail[method];
    workbook.fail = { ...workbook.fail, [method]: undefined };
    if (error !== undefined) throw error;
  }
  return workbook;
}
