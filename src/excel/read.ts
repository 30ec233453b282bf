// Reads a workbook: which sheets, names and tables there are, and the cells of some sheets. Understands nothing of what it reads.
import type { OwnRule, SheetCells, TableAt, WorkbookReading } from '../sheets/workbook';
import type { ReadCell } from '../sheets/settingsSheet';
import { boxAddress } from '../sheets/drawing';
import { ownMark } from '../sheets/ledgerRules';
import { packRequests } from './requests';
import { isTooLarge } from './run';

/** Rows asked for at a time: an answer stays below the 5 MB of Excel on the web for rows of about 600 characters; of longer ones fewer are read. */
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

/** Something to be read, with about how many bytes Excel answers. It may be asked again: the last answer counts. */
export interface Asking { readonly bytes: number; readonly ask: () => void }

/** Reads all of this in as few requests as the size of the answers allows (X2); where Excel refuses one as too large, in halves. */
export async function askInTurn(context: Excel.RequestContext, wanted: readonly Asking[]): Promise<void> {
  const waiting = [...packRequests(wanted)];
  for (let request = waiting.shift(); request !== undefined; request = waiting.shift()) {
    for (const each of request) each.ask();
    try {
      await context.sync();
    } catch (error) {
      if (!isTooLarge(error) || request.length === 1) throw error;
      const half = Math.ceil(request.length / 2);
      waiting.unshift(request.slice(0, half), request.slice(half));
    }
  }
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

/** Some rows of a sheet, from its first column on. */
interface Piece { readonly sheet: string; readonly row: number; readonly rows: number; readonly columns: number }

async function readCells(context: Excel.RequestContext, extents: readonly SheetExtent[]): Promise<ReadonlyMap<string, SheetCells>> {
  const filled = extents.filter((extent) => extent.rows > 0 && extent.columns > 0);
  let rules: readonly AskedRule[] = [];
  const pieces = filled.map(({ name, rows, columns }) => ({ sheet: name, row: 0, rows, columns }));
  const values = await readPieces(context, pieces, () => { rules = askRules(filled); });
  return new Map(extents.map((extent) => [extent.name, {
    name: extent.name, isProtected: extent.isProtected, values: values.get(extent.name) ?? [], tables: extent.tables, formulaCounts: extent.formulaCounts,
    ...sortRules(rules.filter((rule) => rule.sheet === extent.name), extent.rules),
  }]));
}

/**
 * The values of some rows by sheet. Small sheets go together; each further part of a long one takes a request of its own.
 * Where Excel refuses an answer as too large, the same rows are asked for in halves, and so are all later ones, down to a single row.
 * `alongside` asks for more; it is answered with the first rows, and asked again when those are refused.
 */
async function readPieces(context: Excel.RequestContext, pieces: readonly Piece[], alongside: () => void = () => undefined): Promise<ReadonlyMap<string, ReadCell[][]>> {
  const values = new Map<string, ReadCell[][]>(pieces.map((piece) => [piece.sheet, []]));
  const waiting = [pieces.filter((piece) => piece.rows > 0).map((piece) => firstRows(piece, rowsPerRead)), ...pieces.flatMap((piece) => otherRows(piece, rowsPerRead)).map((piece) => [piece])];
  let most = rowsPerRead;
  let isFirst = true;
  for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
    if (group.length === 0) continue;
    const [alone] = group.length === 1 ? group : [];
    if (alone !== undefined && alone.rows > most) {
      waiting.unshift([firstRows(alone, most)], ...otherRows(alone, most).map((piece) => [piece]));
      continue;
    }
    if (isFirst) alongside();
    const asked = group.map((piece) => {
      const range = context.workbook.worksheets.getItem(piece.sheet).getRange(boxAddress({ ...piece, column: 0 }));
      range.load('values');
      return { sheet: piece.sheet, range };
    });
    try {
      await context.sync();
    } catch (error) {
      if (!isTooLarge(error) || alone?.rows === 1) throw error;
      // Several sheets are tried one by one first: it may be only one of them that is too large.
      if (alone !== undefined) most = Math.ceil(alone.rows / 2);
      waiting.unshift(...group.map((piece) => [piece]));
      continue;
    }
    isFirst = false;
    for (const { sheet, range } of asked) for (const row of range.values as ReadCell[][]) values.get(sheet)?.push(row);
  }
  return values;
}

function firstRows(piece: Piece, most: number): Piece {
  return { ...piece, rows: Math.min(most, piece.rows) };
}

function otherRows(piece: Piece, most: number): readonly Piece[] {
  const count = Math.max(0, Math.ceil(piece.rows / most) - 1);
  return Array.from({ length: count }, (_, index) => ({ ...piece, row: piece.row + (index + 1) * most, rows: Math.min(most, piece.rows - (index + 1) * most) }));
}

/** The values of some rows of a sheet, from its first column on, in one request unless they are too many for one. */
export async function readRows(context: Excel.RequestContext, sheet: string, row: number, rows: number, columns: number): Promise<readonly (readonly ReadCell[])[]> {
  const values = await readPieces(context, [{ sheet, row, rows, columns }]);
  return values.get(sheet) ?? [];
}

/** Number formats asked for at a time; they are short. */
const formatsPerRead = 20_000;

/** The number formats of some cells of one column. */
export async function readColumnFormats(context: Excel.RequestContext, sheet: string, row: number, rows: number, column: number): Promise<readonly string[]> {
  const formats: string[] = [];
  const whole = { sheet, row, rows, columns: 1 };
  for (const piece of rows > 0 ? [firstRows(whole, formatsPerRead), ...otherRows(whole, formatsPerRead)] : []) {
    const range = context.workbook.worksheets.getItem(sheet).getRange(boxAddress({ ...piece, column }));
    range.load('numberFormat');
    await context.sync();
    for (const [format] of range.numberFormat as unknown[][]) formats.push(String(format));
  }
  return formats;
}

interface AskedRule { readonly sheet: string; readonly rule: Excel.ConditionalFormat; readonly ranges: Excel.RangeAreas }

/** Asks for what our rules are known by; answered with the next request. */
function askRules(extents: readonly SheetExtent[]): readonly AskedRule[] {
  return extents.flatMap((extent) => extent.rules.filter((rule) => rule.type === 'Custom').map((rule) => {
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
