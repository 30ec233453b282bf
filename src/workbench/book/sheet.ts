// A sheet as it is when new, and the names that a sheet may have. Knows nothing of other sheets.
import { invalid } from './hostFault';
import type { PageSetup, Sheet } from './model';

/** The page set-up of a new sheet in Excel with Chinese settings (A4, narrow of the "normal" margins). Points. */
export function newPage(): PageSetup {
  return {
    orientation: 'portrait', paper: 'a4', scale: 100,
    margins: { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 },
    centerHorizontally: false, centerVertically: false, printGridlines: false, printHeadings: false, blackAndWhite: false,
    header: { left: '', center: '', right: '' }, footer: { left: '', center: '', right: '' },
  };
}

/** An empty sheet. The id is Excel's, '{…}', and survives renaming. */
export function newSheet(id: string, name: string): Sheet {
  return {
    id, name, visibility: 'Visible', tabColor: '', cells: new Map(), rows: new Map(), columns: new Map(),
    defaultRowHeight: 14.25, defaultColumnWidth: 9, merges: [], tables: [], validations: [], rules: [], frozen: { rows: 0, columns: 0 },
    page: newPage(), showGridlines: true, showHeadings: true, charts: [], customProperties: new Map(),
  };
}

/** The id of the n-th sheet ever made in a book, in the shape of Excel's ids. */
export function sheetId(serial: number): string {
  return `{${serial.toString(16).toUpperCase().padStart(8, '0')}-0001-0000-0000-000000000000}`;
}

/** Refuses a sheet name that Excel refuses: empty, over 31 characters, \ / ? * [ ] :, an apostrophe at either end, the reserved History. */
export function checkSheetName(name: string): void {
  if (name === '') throw invalid('a sheet name is empty');
  if (name.length > 31) throw invalid(`a sheet name has ${name.length} characters; 31 at most: ${name}`);
  const wrong = /[\\/?*[\]:\u0000-\u001f]/.exec(name);
  if (wrong) throw invalid(`a sheet name holds ${JSON.stringify(wrong[0])}: ${name}`);
  if (name.startsWith("'") || name.endsWith("'")) throw invalid(`a sheet name begins or ends with an apostrophe: ${name}`);
  if (name.toLowerCase() === 'history') throw invalid('the sheet name History is reserved');
}

/** Excel compares the names of sheets, tables and names without regard to case and full or half width. */
export function sameName(a: string, b: string): boolean {
  return a === b || a.normalize('NFKC').toLowerCase() === b.normalize('NFKC').toLowerCase();
}
