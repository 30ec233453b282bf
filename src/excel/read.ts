// Reads a workbook: which sheets, names and tables there are, and the cells of some sheets. Understands nothing of what it reads.
import type { SheetCells, TableAt, WorkbookReading } from '../sheets/workbook';
import type { ReadCell } from '../sheets/settingsSheet';
import { boxAddress } from '../sheets/drawing';

/** Rows asked for at a time: an answer stays below the 5 MB of Excel on the web for rows of about 600 characters. */
export const rowsPerRead = 2500;

interface SheetExtent { readonly name: string; readonly rows: number; readonly columns: number; readonly isProtected: boolean; readonly tables: TableAt[] }

interface Contents { readonly sheets: Excel.WorksheetCollection; readonly names: Excel.NamedItemCollection; readonly tables: Excel.TableCollection; readonly structure: Excel.WorkbookProtection }

function loadContents(context: Excel.RequestContext): Contents {
  const { worksheets: sheets, names, tables, protection: structure } = context.workbook;
  sheets.load('items/name,items/protection/protected');
  names.load('items/name,items/formula');
  tables.load('items/name,items/worksheet/name');
  structure.load('protected');
  return { sheets, names, tables, structure };
}

/** Reads the workbook's contents and the cells of the wanted sheets, in a number of requests that depends only on the bytes (X2). */
export async function readWorkbook(context: Excel.RequestContext, wanted: readonly string[]): Promise<WorkbookReading> {
  const contents = loadContents(context);
  await context.sync();
  const sheets = contents.sheets.items.map((sheet) => ({ name: sheet.name, isProtected: sheet.protection.protected }));
  const tables = contents.tables.items.map((table) => ({ name: table.name, sheet: table.worksheet.name }));
  const extents = await readExtents(context, sheets.filter((sheet) => wanted.includes(sheet.name)), tables);
  const cells = await readCells(context, extents);
  return {
    sheets,
    names: contents.names.items.map((item) => ({ name: item.name, formula: String(item.formula) })),
    tables,
    structureProtected: contents.structure.protected,
    cells,
  };
}

async function readExtents(
  context: Excel.RequestContext, sheets: readonly { readonly name: string; readonly isProtected: boolean }[], tables: readonly { readonly name: string; readonly sheet: string }[],
): Promise<readonly SheetExtent[]> {
  if (sheets.length === 0) return [];
  const asked = sheets.map((sheet) => {
    const used = context.workbook.worksheets.getItem(sheet.name).getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex,rowCount,columnCount');
    const onSheet = tables.filter((table) => table.sheet === sheet.name).map((table) => {
      const range = context.workbook.tables.getItem(table.name).getRange();
      range.load('rowIndex,columnIndex,rowCount,columnCount');
      return { name: table.name, range };
    });
    return { sheet, used, onSheet };
  });
  await context.sync();
  return asked.map(({ sheet, used, onSheet }) => ({
    ...sheet,
    rows: used.isNullObject ? 0 : used.rowIndex + used.rowCount,
    columns: used.isNullObject ? 0 : used.columnIndex + used.columnCount,
    tables: onSheet.map(({ name, range }) => ({ name, row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount })),
  }));
}

async function readCells(context: Excel.RequestContext, extents: readonly SheetExtent[]): Promise<ReadonlyMap<string, SheetCells>> {
  const pieces = extents.flatMap((extent) => {
    if (extent.rows === 0 || extent.columns === 0) return [];
    const starts = Array.from({ length: Math.ceil(extent.rows / rowsPerRead) }, (_, index) => index * rowsPerRead);
    return starts.map((row) => ({ extent, row, rows: Math.min(rowsPerRead, extent.rows - row) }));
  });
  const values = new Map<string, ReadCell[][]>(extents.map((extent) => [extent.name, []]));
  // Small sheets go together; each further piece of a long one takes a request of its own.
  const first = pieces.filter((piece) => piece.row === 0);
  const later = pieces.filter((piece) => piece.row > 0);
  for (const group of [first, ...later.map((piece) => [piece])]) {
    if (group.length === 0) continue;
    const ranges = group.map(({ extent, row, rows }) => {
      const range = context.workbook.worksheets.getItem(extent.name).getRange(boxAddress({ row, column: 0, rows, columns: extent.columns }));
      range.load('values');
      return { name: extent.name, range };
    });
    await context.sync();
    for (const { name, range } of ranges) for (const row of range.values as ReadCell[][]) values.get(name)?.push(row);
  }
  return new Map(extents.map((extent) => [extent.name, { name: extent.name, isProtected: extent.isProtected, values: values.get(extent.name) ?? [], tables: extent.tables }]));
}
