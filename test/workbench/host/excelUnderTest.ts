// An Excel for a test: a book with the real formula engine under the real Office.js. Closes itself after each test.
import { Book } from '../../../src/workbench/book/book';
import { createCalc } from '../../../src/workbench/calc';
import { ExcelHost, type ExcelHostOptions } from '../../../src/workbench/host/excelHost';
import { openOffice, type OpenOffice } from '../../../src/workbench/host/nodeOffice';

export interface ExcelUnderTest {
  readonly book: Book;
  readonly host: ExcelHost;
  readonly office: OpenOffice;
  /** Excel.run of the unmodified library. */
  run<T>(batch: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T>): Promise<T>;
}

const open: OpenOffice[] = [];

afterEach(() => {
  for (const office of open.splice(0)) office.close();
});

/** 2021-06-18, the day of the second report. */
export const TODAY = 44_365;

export function newBook(): Book {
  const clock = { today: () => TODAY };
  return new Book({ calc: createCalc(clock), clock });
}

export async function excelUnderTest(options?: ExcelHostOptions, book = newBook()): Promise<ExcelUnderTest> {
  const host = new ExcelHost(book, options);
  const office = await openOffice(host);
  open.push(office);
  return {
    book, host, office,
    run: (batch) => office.Excel.run((context) => batch(context, context.workbook.worksheets.getActiveWorksheet())),
  };
}

/** The error with which Office.js rejects; fails when nothing was refused. */
export async function refusal(work: Promise<unknown>): Promise<{ code: string; message: string; location: string }> {
  try {
    await work;
  } catch (problem) {
    const { code, message, debugInfo } = problem as OfficeExtension.Error;
    return { code, message, location: debugInfo?.errorLocation ?? '' };
  }
  throw new Error('nothing was refused');
}
