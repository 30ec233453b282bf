// A pretend Excel under the real Office.js, with the add-in's own way to it, for tests.
import { openOfficeWorkbook } from '../../src/excel/officeWorkbook';
import type { LedgerWorkbook } from '../../src/sheets/workbook';
import { Book } from '../../src/workbench/book/book';
import { createCalc } from '../../src/workbench/calc';
import { ExcelHost } from '../../src/workbench/host/excelHost';
import { openOffice } from '../../src/workbench/host/nodeOffice';

/** Everything a test needs of an Excel. */
export interface OpenExcel { readonly book: Book; readonly host: ExcelHost; readonly workbook: LedgerWorkbook; close(): void }

/** Opens an Excel on a given day, with a new workbook or with one that was there before. */
export async function openExcel(options: { readonly today?: number; readonly platform?: 'PC' | 'web'; readonly book?: Book } = {}): Promise<OpenExcel> {
  // 2021-06-18.
  const clock = { today: () => options.today ?? 44365 };
  const book = options.book ?? new Book({ calc: createCalc(clock), clock });
  const host = new ExcelHost(book, { platform: options.platform ?? 'PC' });
  const office = await openOffice(host, { global: true });
  return { book, host, workbook: openOfficeWorkbook(), close: () => { office.close(); } };
}
