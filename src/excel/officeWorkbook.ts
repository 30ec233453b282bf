// The workbook that is open in Excel, as the actions ask for it. Reads, writes and restores through Office.js; decides nothing.
import type { ChangeOutcome, LedgerWorkbook, Progress, SheetCells, WorkbookChange } from '../sheets/workbook';
import { boxAddress } from '../sheets/drawing';
import { blockSteps, bytesPerCall, fillSteps, formatSteps, lookSteps, rowStep, toInput, validationStep } from './draw';
import { addSheetStep, nameStep, sheetSteps } from './drawSheet';
import { ExcelFault } from './excelFault';
import { readColumnFormats, readRows, readWorkbook } from './read';
import { readTable } from './readTable';
import type { Step } from './requests';
import { packRequests, weigh } from './requests';
import { restoreSnapshot } from './restore';
import { replaceOwnRules } from './rules';
import { runExcel, toFault } from './run';
import type { Snapshot } from './snapshot';
import { idOf, takeSnapshot } from './snapshot';

/** A name that exists is given its formula; one that does not is added. */
function nameSteps(change: WorkbookChange, snapshot: Snapshot): readonly Step[] {
  return change.names.map((drawing) =>
    snapshot.names.has(drawing.name)
      ? { bytes: bytesPerCall + weigh(drawing.formula), ask: (context) => { context.workbook.names.getItem(drawing.name).formula = drawing.formula; } }
      : nameStep(drawing),
  );
}

function editSteps(edit: WorkbookChange['edits'][number]): readonly Step[] {
  // Excel leaves a cell alone where the array has null.
  const formats = edit.formats.map((format) => [format ?? null]);
  const inputs = edit.cells.map((cell) => [cell === undefined ? null : toInput(cell)]);
  const bytes = inputs.reduce((sum, [input = null]) => sum + weigh(input) + 4, 2 * bytesPerCall) + formats.reduce((sum, [format = null]) => sum + weigh(format) + 4, 0);
  return [{
    bytes,
    ask: (context) => {
      const range = context.workbook.worksheets.getItem(edit.sheet).getRange(boxAddress({ row: edit.row, column: edit.column, rows: edit.cells.length, columns: 1 }));
      range.numberFormat = formats;
      range.formulas = inputs;
    },
  }];
}

function rowsAddedSteps(added: WorkbookChange['rowsAdded'][number]): readonly Step[] {
  return [
    {
      bytes: bytesPerCall + added.count * (added.width * weigh('') + 4),
      // The table's own way to grow: cells under it move down, nothing is overwritten.
      ask: (context) => {
        const table = context.workbook.tables.getItem(added.table);
        table.rows.add(undefined, Array.from({ length: added.count }, () => Array.from({ length: added.width }, () => '')));
      },
    },
    ...formatSteps(added.sheet, added.formats),
    ...added.blocks.flatMap((block) => blockSteps(added.sheet, block)),
    ...fillSteps(added.sheet, added.fills),
    ...lookSteps(added.sheet, added.looks),
    ...added.validations.map((validation) => validationStep(added.sheet, validation)),
    ...added.rows.map((row) => rowStep(added.sheet, row)),
  ];
}

function renameSteps(change: WorkbookChange, snapshot: Snapshot): readonly Step[] {
  return change.sheetsRenamed.map(({ from, to }) => ({ bytes: bytesPerCall, ask: (context) => { context.workbook.worksheets.getItem(idOf(snapshot.sheets, from)).name = to; } }));
}

/** The change with its old sheets named by Excel's ids, which stay when names move. */
function withIds(change: WorkbookChange, { sheets }: Snapshot): WorkbookChange {
  const byId = <T extends { readonly sheet: string }>(parts: readonly T[]): readonly T[] => parts.map((part) => ({ ...part, sheet: idOf(sheets, part.sheet) }));
  return { ...change, edits: byId(change.edits), rowsAdded: byId(change.rowsAdded), refills: byId(change.refills), rules: byId(change.rules) };
}

function changeSteps(change: WorkbookChange, snapshot: Snapshot): readonly Step[] {
  return [
    // Names become free before new sheets take them.
    ...renameSteps(change, snapshot),
    ...change.newSheets.map(addSheetStep),
    ...nameSteps(change, snapshot),
    ...change.newSheets.flatMap((drawing) => sheetSteps(drawing)),
    ...change.edits.flatMap(editSteps),
    ...change.rowsAdded.flatMap(rowsAddedSteps),
    ...change.refills.flatMap(({ sheet, fills }) => fillSteps(sheet, fills)),
    ...showSteps(change.opensOn),
  ];
}

function showSteps(sheetName: string | undefined): readonly Step[] {
  if (sheetName === undefined) return [];
  return [{ bytes: bytesPerCall, ask: (context) => { const sheet = context.workbook.worksheets.getItem(sheetName); sheet.activate(); sheet.getRange('A1').select(); } }];
}

/** The first sheet whose cells read otherwise than when the change was planned; undefined when all are the same. */
function changedSince(planned: readonly SheetCells[], now: ReadonlyMap<string, SheetCells>): string | undefined {
  return planned.find((before) => {
    const after = now.get(before.name);
    return after === undefined || JSON.stringify(after.values) !== JSON.stringify(before.values) || JSON.stringify(after.tables) !== JSON.stringify(before.tables);
  })?.name;
}

async function putBack(snapshot: Snapshot, change: WorkbookChange): Promise<boolean> {
  // Twice: the host may have been busy for a moment. If it fails again the person is told so (X3).
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      await runExcel('restoring', (context) => restoreSnapshot(context, snapshot, change));
      return true;
    } catch (error) {
      if (!(error instanceof ExcelFault)) throw error;
    }
  }
  return false;
}

/** Rows of one column that are written and read back together; a long column is several pieces, so that requests can be packed below the size limit (X2). */
const rowsPerEdit = 100;

function inPieces(change: WorkbookChange): WorkbookChange {
  const edits = change.edits.flatMap((edit) =>
    Array.from({ length: Math.ceil(edit.cells.length / rowsPerEdit) }, (_, index) => {
      const [from, to] = [index * rowsPerEdit, (index + 1) * rowsPerEdit];
      return { ...edit, row: edit.row + from, cells: edit.cells.slice(from, to), formats: edit.formats.slice(from, to) };
    }),
  );
  return { ...change, edits };
}

async function changeWorkbook(wanted: WorkbookChange, onProgress: Progress): Promise<ChangeOutcome> {
  const pieces = inPieces(wanted);
  const planned = pieces.plannedOn;
  const before = await runExcel('reading', async (context) => {
    const now = await readWorkbook(context, planned.map((sheet) => sheet.name));
    const changed = changedSince(planned, now.cells);
    return changed === undefined ? { snapshot: await takeSnapshot(context, pieces, now.cells) } : { changed };
  });
  if (before.changed !== undefined) return { kind: 'changedMeanwhile', sheet: before.changed };
  const { snapshot } = before;
  const change = withIds(pieces, snapshot);
  const requests = packRequests(changeSteps(change, snapshot));
  onProgress(0, requests.length);
  try {
    await runExcel('writing', async (context) => {
      for (const [index, request] of requests.entries()) {
        for (const step of request) step.ask(context);
        await context.sync();
        onProgress(index + 1, requests.length);
      }
      for (const { sheet, rules } of change.rules) await replaceOwnRules(context, sheet, rules.map((rule) => ({ ...rule, address: boxAddress(rule.at) })));
      if (change.rules.length > 0) await context.sync();
    });
  } catch (error) {
    const restored = await putBack(snapshot, change);
    const fault = toFault(error, 'writing');
    throw fault instanceof ExcelFault ? fault.afterRestoring(restored) : fault;
  }
  return { kind: 'written' };
}

async function showCell(sheet: string, cell: string): Promise<void> {
  await runExcel('showing', async (context) => {
    const target = context.workbook.worksheets.getItem(sheet);
    target.activate();
    target.getRange(cell).select();
    await context.sync();
  });
}

async function filterTable(tableName: string, columnTitle: string, texts: readonly string[] | undefined): Promise<void> {
  await runExcel('showing', async (context) => {
    const table = context.workbook.tables.getItem(tableName);
    table.clearFilters();
    if (texts !== undefined) table.columns.getItem(columnTitle).filter.applyValuesFilter([...texts]);
    await context.sync();
  });
}

async function readSelection(): Promise<{ sheet: string; row: number; column: number } | undefined> {
  return runExcel('reading', async (context) => {
    const active = context.workbook.worksheets.getActiveWorksheet();
    active.load('name');
    const cell = context.workbook.getActiveCell();
    cell.load('rowIndex,columnIndex');
    await context.sync();
    return { sheet: active.name, row: cell.rowIndex, column: cell.columnIndex };
  });
}

/** The workbook that is open in Excel. */
export function openOfficeWorkbook(): LedgerWorkbook {
  return {
    read: (sheets) => runExcel('reading', (context) => readWorkbook(context, sheets)),
    change: changeWorkbook,
    show: showCell,
    filter: filterTable,
    selection: readSelection,
    readRows: (sheet, row, rows, columns) => runExcel('reading', (context) => readRows(context, sheet, row, rows, columns)),
    readTable: (area) => runExcel('reading', (context) => readTable(context, area)),
    columnFormats: (sheet, row, rows, column) => runExcel('reading', (context) => readColumnFormats(context, sheet, row, rows, column)),
  };
}
