// Reads a workbook: which sheets, names and tables there are, and the cells of some sheets. Understands nothing of what it reads.
import type { OwnRule, SheetCells, TableAt, WorkbookReading } from '../sheets/workbook';
import type { ReadCell } from '../sheets/settingsSheet';
import { boxAddress } from '../sheets/drawing';
import { ownMark } from '../sheets/ledgerRules';

/** Rows asked for at a time: an answer stays below the 5 MB of Excel on the web for rows of about 600 characters. */
export const rowsPerRead = 2500;

interface SheetExtent {
  readonly name: string; readonly rows: number; readonly columns: number; readonly isProtected: boolean; readonly tables: TableAt[];
  readonly rules: readonly Excel.ConditionalFormat[];
  readonly formulaCounts: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

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
    const rules = context.workbook.worksheets.getItem(sheet.name).getRange().conditionalFormats;
    rules.load('items/id,items/type,items/stopIfTrue');
    const onSheet = tables.filter((table) => table.sheet === sheet.name).map((table) => {
      const found = context.workbook.tables.getItem(table.name);
      const range = found.getRange();
      range.load('rowIndex,columnIndex,rowCount,columnCount');
      const formulas = found.getDataBodyRange().getSpecialCellsOrNullObject('Formulas');
      formulas.load('address');
      return { name: table.name, range, formulas };
    });
    return { sheet, used, onSheet, rules };
  });
  await context.sync();
  return asked.map(({ sheet, used, onSheet, rules }) => ({
    ...sheet,
    rows: used.isNullObject ? 0 : used.rowIndex + used.rowCount,
    columns: used.isNullObject ? 0 : used.columnIndex + used.columnCount,
    tables: onSheet.map(({ name, range }) => ({ name, row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount })),
    rules: rules.items,
    formulaCounts: new Map(onSheet.map(({ name, formulas }) => [name, formulas.isNullObject ? new Map<number, number>() : countByColumn(formulas.address)])),
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
  const rules = askRules(extents);
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
  return new Map(extents.map((extent) => [extent.name, {
    name: extent.name, isProtected: extent.isProtected, values: values.get(extent.name) ?? [], tables: extent.tables, formulaCounts: extent.formulaCounts,
    ...sortRules(rules.filter((rule) => rule.sheet === extent.name), extent.rules),
  }]));
}

interface AskedRule { readonly sheet: string; readonly rule: Excel.ConditionalFormat; readonly ranges: Excel.RangeAreas }

/** Asks for what our rules are known by; answered with the next request. */
function askRules(extents: readonly SheetExtent[]): readonly AskedRule[] {
  return extents.filter((extent) => extent.rows > 0 && extent.columns > 0).flatMap((extent) => extent.rules.filter((rule) => rule.type === 'Custom').map((rule) => {
    rule.custom.rule.load('formula');
    rule.custom.format.fill.load('color');
    rule.custom.format.font.load('color,bold');
    const ranges = rule.getRanges();
    ranges.load('address');
    return { sheet: extent.name, rule, ranges };
  }));
}

/** Our rules, and the ids of all others. */
function sortRules(asked: readonly AskedRule[], all: readonly Excel.ConditionalFormat[]): Pick<SheetCells, 'ownRules' | 'otherRules'> {
  const own = asked.filter(({ rule }) => String(rule.custom.rule.formula).includes(ownMark));
  const ids = new Set(own.map(({ rule }) => rule.id));
  return { ownRules: own.map(ownRuleOf), otherRules: all.filter((rule) => !ids.has(rule.id)).map((rule) => rule.id) };
}

function ownRuleOf({ rule, ranges }: AskedRule): OwnRule {
  const { fill, font } = rule.custom.format;
  return {
    address: ranges.address.split(',').map((part) => part.slice(part.lastIndexOf('!') + 1)).join(','),
    formula: String(rule.custom.rule.formula).replace(/^=/, ''), stop: rule.stopIfTrue,
    look: { ...(fill.color === '' ? {} : { fill: fill.color }), ...(font.color === '' ? {} : { color: font.color }), ...(font.bold ? { bold: true } : {}) },
  };
}

/** How many cells each column has in an address such as 任务台账!M5:O17,任务台账!Q5:R17. Columns are 0-based. */
export function countByColumn(address: string): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const part of address.split(',')) {
    const match = /([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(part.replaceAll('$', ''));
    if (match === null) continue;
    const [, left = '', top = '', right = left, bottom = top] = match;
    for (let column = columnNumber(left); column <= columnNumber(right); column += 1) counts.set(column, (counts.get(column) ?? 0) + Number(bottom) - Number(top) + 1);
  }
  return counts;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}
