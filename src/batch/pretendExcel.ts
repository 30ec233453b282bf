// Wires the pretend Excel for a terminal: a workbook from a file or a new one, under the unmodified Office.js. Knows no task.
import { basename } from 'node:path';
import { Book } from '../workbench/book/book';
import type { BookApi } from '../workbench/book/bookApi';
import { createCalc } from '../workbench/calc';
import { ExcelHost } from '../workbench/host/excelHost';
import { openOffice } from '../workbench/host/nodeOffice';
import { todayClock } from '../workbench/todayClock';
import { openXlsx, saveXlsx } from '../workbench/xlsx';
import { FileFault } from '../workbench/xlsx/fileFault';
import { batchWords } from '../words/batch';
import { readInput } from './inputFile';
import { WrongUse } from './wrongUse';

/** An Excel without a screen, with one workbook open. */
export interface PretendExcel {
  readonly book: BookApi;
  /** What the file held that would be lost on saving; for a person to read. */
  readonly lost: readonly string[];
  save(): Promise<Uint8Array>;
  close(): void;
}

/** Starts the pretend Excel with a new workbook, or with the one in a file; a file that is no workbook ends the program with the reason. Office.js is global from then on. */
export async function startExcel(file: string | undefined): Promise<PretendExcel> {
  const clock = todayClock();
  const makeBook = (): BookApi => new Book({ calc: createCalc(clock), clock });
  const opened = file === undefined ? { book: makeBook(), lost: [] } : await openFile(file, makeBook);
  const office = await openOffice(new ExcelHost(opened.book), { global: true });
  return { ...opened, save: () => saveXlsx(opened.book), close: () => { office.close(); } };
}

async function openFile(file: string, makeBook: () => BookApi): Promise<{ readonly book: BookApi; readonly lost: readonly string[] }> {
  const bytes = await readInput(file);
  try {
    return await openXlsx(bytes, makeBook, basename(file));
  } catch (error) {
    throw error instanceof FileFault ? new WrongUse(batchWords.notAWorkbook(file, error.message)) : error;
  }
}

/** A new workbook begins with an empty sheet, as Excel's does; in a file that we make it is only in the way. */
export function removeBlankSheets({ book }: Pick<PretendExcel, 'book'>): void {
  for (const sheet of [...book.sheets]) if (book.sheets.length > 1 && book.usedArea(sheet.id, false) === undefined) book.deleteSheet(sheet.id);
}
