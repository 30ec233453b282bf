// Puts a workbook back as it was before a change that failed (X1). Knows what was remembered of it, and nothing of its meaning.
import type { WorkbookChange } from '../sheets/workbook';
import { bytesPerCall, onSheet, rangeOf } from './draw';
import type { Step } from './requests';
import { packRequests, weigh } from './requests';
import { restoreRules } from './rules';
import type { EditedCells, FilledColumn, GrowingTable, Snapshot } from './snapshot';
import { lastRowOf } from './snapshot';

/** Puts back what a failed change may have done, all of it, part of it or nothing. A few requests, and more only where the size of what is written back asks for them (X2). */
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
  // Columns that were filled down get their own formula in whole, which new rows take on; only then what stood in them apart from it.
  for (const steps of [[...snapshot.edits.map(editBackStep), ...snapshot.refills.flatMap(ownFormulaBackSteps)], snapshot.refills.flatMap(othersBackSteps)]) {
    for (const request of packRequests(steps)) {
      for (const step of request) step.ask(context);
      await context.sync();
    }
  }
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

function editBackStep({ sheet, box, touched, inputs, formats }: EditedCells): Step {
  // Excel leaves a cell alone where the array has null.
  const [formatsBack, inputsBack] = [formats, inputs].map((column) => touched.map((isTouched, index) => [isTouched ? column[index] : null])) as [unknown[][], unknown[][]];
  return onSheet(sheet, bytesPerCall + weighAll(formatsBack) + weighAll(inputsBack), (on) => {
    const range = rangeOf(on, box);
    range.numberFormat = formatsBack;
    range.formulas = inputsBack;
  });
}

function ownFormulaBackSteps({ sheet, at, own }: FilledColumn): readonly Step[] {
  if (own === undefined) return [];
  return [onSheet(sheet, 3 * bytesPerCall + weigh(own.formula), (on) => {
    const from = rangeOf(on, { ...at, row: own.row, rows: 1 });
    from.formulas = [[own.formula]];
    const above = own.row - at.row;
    for (const part of [{ ...at, rows: above }, { ...at, row: own.row + 1, rows: at.rows - above - 1 }]) {
      if (part.rows > 0) rangeOf(on, part).copyFrom(from, 'Formulas');
    }
  })];
}

function othersBackSteps({ sheet, at, others }: FilledColumn): readonly Step[] {
  return others.map(({ row, inputs }) => {
    const back = inputs.map((input) => [input]);
    return onSheet(sheet, weighAll(back), (on) => { rangeOf(on, { ...at, row, rows: back.length }).formulas = back; });
  });
}

function weighAll(column: readonly (readonly unknown[])[]): number {
  return column.reduce((sum, [cell]) => sum + weigh(typeof cell === 'string' ? cell : 0) + 4, 0);
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
