// Puts a workbook back as it was before a change that failed (X1): remembers first what the change is going to touch. Knows nothing of its meaning.
import type { WorkbookChange } from '../sheets/workbook';
import type { Box } from '../sheets/drawing';
import { boxAddress } from '../sheets/drawing';

/** What a change is going to touch, as it is before. */
export interface Snapshot {
  readonly sheets: ReadonlySet<string>;
  readonly names: ReadonlyMap<string, string>;
  readonly tableRows: ReadonlyMap<string, number>;
  readonly edits: readonly EditedCells[];
  readonly active: { readonly sheet: string; readonly selection: string | undefined };
}

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

/** Remembers what the change is going to touch. One request. */
export async function takeSnapshot(context: Excel.RequestContext, change: WorkbookChange): Promise<Snapshot> {
  const { worksheets, names, tables } = context.workbook;
  worksheets.load('items/name');
  names.load('items/name,items/formula');
  const active = worksheets.getActiveWorksheet();
  active.load('name');
  const selected = context.workbook.getSelectedRanges();
  selected.load('address');
  const counts = change.rowsAdded.map((added) => {
    const { rows } = tables.getItem(added.table);
    rows.load('count');
    return { table: added.table, rows };
  });
  const ranges = change.edits.map((edit) => {
    const range = worksheets.getItem(edit.sheet).getRange(boxAddress(editBox(edit)));
    range.load('formulas,values,numberFormat');
    return { edit, range };
  });
  await context.sync();
  return {
    sheets: new Set(worksheets.items.map((sheet) => sheet.name)),
    names: new Map(names.items.map((item) => [item.name, String(item.formula)])),
    tableRows: new Map(counts.map(({ table, rows }) => [table, rows.count])),
    edits: ranges.map(({ edit, range }) => ({
      sheet: edit.sheet,
      box: editBox(edit),
      touched: edit.cells.map((cell, index) => cell !== undefined || edit.formats[index] !== undefined),
      formulas: range.formulas.map((row: unknown[]) => row[0]),
      values: range.values.map((row: unknown[]) => row[0]),
      formats: range.numberFormat.map((row: unknown[]) => String(row[0])),
    })),
    active: { sheet: active.name, selection: addressOnSheet(selected.address) },
  };
}

/** 'A1:B2' of 'Sheet1!A1:B2'; undefined for several areas, which are not selected again. */
function addressOnSheet(address: string): string | undefined {
  return address.includes(',') ? undefined : address.slice(address.lastIndexOf('!') + 1);
}

/** Text that Excel would read as something else when it is written back; the apostrophe is not returned on reading (FACTS: "arms it again"). */
const readAsTyped = /^\s*[=+\-@'#]|^\s*[\d.(¥$]|^\s*(true|false)\s*$/i;

/** What puts a cell back: its formula, its constant, or its text kept from being read. */
function inputBack(formula: unknown, value: unknown, format: string): unknown {
  if (typeof formula !== 'string' || format === '@') return formula;
  const isText = formula === value && formula !== '';
  return isText && readAsTyped.test(formula) ? `'${formula}` : formula;
}

/** Puts back what a failed change may have done, all of it, part of it or nothing. Three requests. */
export async function restoreSnapshot(context: Excel.RequestContext, snapshot: Snapshot, change: WorkbookChange): Promise<void> {
  const { worksheets, names, tables } = context.workbook;
  worksheets.load('items/name');
  names.load('items/name,items/formula');
  const counts = [...snapshot.tableRows].map(([table, before]) => {
    const { rows } = tables.getItem(table);
    rows.load('count');
    return { table, before, rows };
  });
  await context.sync();
  for (const item of names.items) {
    const before = snapshot.names.get(item.name);
    if (before === undefined && change.names.some((each) => each.name === item.name)) item.delete();
    else if (before !== undefined && before !== item.formula) item.formula = before;
  }
  for (const { table, before, rows } of counts) {
    if (rows.count <= before) continue;
    const body = tables.getItem(table).getDataBodyRange();
    body.getRow(before).getResizedRange(rows.count - before - 1, 0).delete('Up');
  }
  for (const edit of snapshot.edits) {
    const range = worksheets.getItem(edit.sheet).getRange(boxAddress(edit.box));
    range.numberFormat = edit.touched.map((touched, index) => [touched ? edit.formats[index] : null]);
    range.formulas = edit.touched.map((touched, index) => [touched ? inputBack(edit.formulas[index], edit.values[index], edit.formats[index] ?? '') : null]);
  }
  const active = worksheets.getItem(snapshot.active.sheet);
  active.activate();
  if (snapshot.active.selection !== undefined) active.getRange(snapshot.active.selection).select();
  await context.sync();
  // Last, and only sheets of this change: nothing that someone else made is ever deleted (L10).
  for (const sheet of worksheets.items) {
    if (!snapshot.sheets.has(sheet.name) && change.newSheets.some((drawing) => drawing.name === sheet.name)) sheet.delete();
  }
  await context.sync();
}
