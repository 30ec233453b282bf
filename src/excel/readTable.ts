// Reads a sheet, or what is selected on it, as a table whose columns nobody knows yet (I1): values, true days, merged cells. Understands nothing of it.
import { fromSerial } from '../core/plainDate';
import type { RawCell, RawMerge, RawTable } from '../core/rawTable';
import type { ReadCell } from '../sheets/settingsSheet';
import type { TableArea } from '../sheets/workbook';
import { boxAddress } from '../sheets/drawing';
import { askInTurn, rowsPerRead } from './read';
import type { Asking } from './read';

interface Extent { readonly sheet: string; readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }

/** Reads the area as it stands; rows and columns are those of the sheet, so that a place in the table is a place there. Undefined where nothing stands in it. */
export async function readTable(context: Excel.RequestContext, area: TableArea): Promise<RawTable | undefined> {
  const extent = await readExtent(context, area);
  if (extent === undefined) return undefined;
  const sheet = context.workbook.worksheets.getItem(extent.sheet);
  const cells: RawCell[][] = Array.from({ length: extent.row + extent.rows }, () => []);
  const pieces = new Map<number, Excel.Range>();
  const loads: Asking[] = Array.from({ length: Math.ceil(extent.rows / rowsPerRead) }, (_, index) => {
    const row = extent.row + index * rowsPerRead;
    const rows = Math.min(rowsPerRead, extent.row + extent.rows - row);
    return {
      bytes: rows * extent.columns * 60,
      ask: () => {
        const range = sheet.getRange(boxAddress({ row, column: extent.column, rows, columns: extent.columns }));
        range.load('values,numberFormat');
        pieces.set(row, range);
      },
    };
  });
  // Asking for merges empties Excel's list of undos (office-js 5918); nothing of what people typed is touched.
  const merged = sheet.getRange(boxAddress(extent)).getMergedAreasOrNullObject();
  merged.load('address');
  await askInTurn(context, loads);
  for (const [row, range] of pieces) {
    const values = range.values as ReadCell[][];
    const formats = range.numberFormat as string[][];
    values.forEach((line, index) => {
      cells[row + index] = [...Array.from({ length: extent.column }, (): RawCell => ''), ...line.map((value, column) => rawCell(value, formats[index]?.[column] ?? ''))];
    });
  }
  return { name: extent.sheet, visibility: 'visible', cells, merges: merged.isNullObject ? [] : mergesOf(merged.address) };
}

async function readExtent(context: Excel.RequestContext, area: TableArea): Promise<Extent | undefined> {
  const range = area.kind === 'sheet' ? context.workbook.worksheets.getItem(area.sheet).getUsedRangeOrNullObject(true) : context.workbook.getSelectedRange().getUsedRangeOrNullObject(true);
  range.load('rowIndex,columnIndex,rowCount,columnCount,worksheet/name');
  await context.sync();
  return range.isNullObject ? undefined : { sheet: range.worksheet.name, row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}

function rawCell(value: ReadCell, format: string): RawCell {
  if (typeof value !== 'number') return value;
  const codes = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  const day = /[yd]/i.test(codes) ? fromSerial(value) : undefined;
  return day === undefined ? value : { day, ...(/d/i.test(codes) ? {} : { format }) };
}

function mergesOf(address: string): readonly RawMerge[] {
  return address.split(',').flatMap((part): readonly RawMerge[] => {
    const found = /([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(part.replaceAll('$', ''));
    if (found === null) return [];
    const [, left = '', top = '', right = '', bottom = ''] = found;
    const [row, column] = [Number(top) - 1, columnIndex(left)];
    return [{ row, column, rows: Number(bottom) - row, columns: columnIndex(right) - column + 1 }];
  });
}

function columnIndex(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}
