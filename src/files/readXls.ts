// A workbook of the .xls form, WPS's .et among them. The package reads it; this says what of it counts. Knows the records only to judge them beforehand.
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { CFB, read, SSF } from '@e965/xlsx';
import type { RawCell, RawFile, RawMerge, RawTable } from '../core/rawTable';
import { fileLimits } from './fileLimits';
import { refuse, refuseAsDamaged } from './fileRefusal';
import type { NumberReader } from './readNumber';
import { builtInFormats, numberReader } from './readNumber';
import { CellBudget, soundMerges, TableGrid } from './readGrid';
import { noProperties } from './readProperties';
import { readXlsProperties } from './readXlsProperties';

/** Reads a workbook of the .xls or .et form (I1, R12). */
export function readXls(name: string, bytes: Uint8Array): RawFile {
  const [book, olderBook, summary] = streamsOf(bytes, 'Workbook', 'Book', '\u0005DocumentSummaryInformation');
  judgeRecords(book ?? olderBook ?? refuse('damaged'));
  const workbook = parse(bytes);
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const budget = new CellBudget();
  const readers = new Map<string, NumberReader>();
  const readerOf = (format: string): NumberReader => {
    const reader = readers.get(format) ?? numberReader(format, date1904);
    readers.set(format, reader);
    return reader;
  };
  const tables = workbook.SheetNames.map((sheetName, index): RawTable => {
    const sheet = sheetOf(workbook, sheetName);
    const grid = new TableGrid(sheetName, budget);
    const rows = sheet?.['!data'] ?? [];
    // Rows and cells without contents are holes.
    rows.forEach((row, rowIndex) => row?.forEach((cell, column) => grid.set(rowIndex, column, cellOf(cell, readerOf))));
    const merges = soundMerges((sheet?.['!merges'] ?? []).map(({ s, e }): RawMerge => ({ row: s.r, column: s.c, rows: e.r - s.r + 1, columns: e.c - s.c + 1 })));
    return { name: sheetName, visibility: visibilityOf(workbook, index), cells: grid.finish(merges), merges };
  });
  return { name, kind: 'xls', tables, properties: ownProperties(summary), savedAt: savedAtOf(workbook) };
}

/** The package keeps sheets in a plain object by name: what stands there under a name must be its own. */
function sheetOf(workbook: WorkBook, name: string): WorkSheet | undefined {
  const found: unknown = name === '__proto__' ? Object.getPrototypeOf(workbook.Sheets) : Object.getOwnPropertyDescriptor(workbook.Sheets, name)?.value;
  return found === Object.prototype || found === null ? undefined : (found);
}

/** The package's list of number formats, for which it brings no types. */
interface FormatList { readonly load: (format: string, id: number) => void }

/** The package does not know the formats that only Chinese programs use, and keeps what one file says of a format for the next. */
function renewFormats(): void {
  for (const [id, format] of builtInFormats) (SSF as FormatList).load(format, id);
}

function parse(bytes: Uint8Array): WorkBook {
  renewFormats();
  try {
    // Numbers stay numbers, with their formats beside them: which of them are days is decided in one place for all forms of files.
    return read(bytes, { type: 'array', dense: true, cellNF: true, cellDates: false, cellText: false, cellHTML: false, cellFormula: false, cellStyles: false, sheetStubs: false });
  } catch (fault) {
    return refuseAsDamaged(fault);
  }
}

const errorTexts: Readonly<Record<number, string>> = { 0: '#NULL!', 7: '#DIV/0!', 15: '#VALUE!', 23: '#REF!', 29: '#NAME?', 36: '#NUM!', 42: '#N/A', 43: '#GETTING_DATA' };

function cellOf(cell: CellObject | undefined, readerOf: (format: string) => NumberReader): RawCell {
  if (cell?.v === undefined || cell.t === 'z') return '';
  if (cell.t === 'e') return errorTexts[Number(cell.v)] ?? '#N/A';
  if (typeof cell.v === 'number') return readerOf(typeof cell.z === 'string' ? cell.z : '')(cell.v);
  return cell.v instanceof Date ? '' : typeof cell.v === 'string' ? cell.v.replace(/\r\n?/g, '\n') : cell.v;
}

function visibilityOf(workbook: WorkBook, index: number): RawTable['visibility'] {
  const hidden = Number(workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0);
  return hidden === 2 ? 'veryHidden' : hidden === 1 ? 'hidden' : 'visible';
}

function ownProperties(stream: Uint8Array | undefined): Record<string, string> {
  const properties = noProperties();
  if (stream !== undefined) for (const [key, value] of readXlsProperties(stream)) properties[key] = value;
  return properties;
}

function savedAtOf(workbook: WorkBook): string {
  const saved = (workbook.Props as { ModifiedDate?: unknown } | undefined)?.ModifiedDate;
  if (typeof saved === 'string') return saved.replace(/\.\d+Z$/, 'Z');
  return saved instanceof Date && !Number.isNaN(saved.getTime()) ? saved.toISOString().replace(/\.\d+Z$/, 'Z') : '';
}

/** The part of the package that opens compound files, for which it brings no types. */
interface CompoundFiles {
  readonly read: (bytes: Uint8Array, options: { readonly type: 'array' }) => object;
  readonly find: (container: object, name: string) => { readonly content: Iterable<number> } | null;
}

/** The streams that are looked at here; nothing where a file has none of the name. */
function streamsOf(bytes: Uint8Array, ...names: readonly string[]): readonly (Uint8Array | undefined)[] {
  const compound = CFB as CompoundFiles;
  try {
    const container = compound.read(bytes, { type: 'array' });
    return names.map((name) => {
      const stream = compound.find(container, name);
      return stream === null ? undefined : Uint8Array.from(stream.content);
    });
  } catch (fault) {
    return refuseAsDamaged(fault);
  }
}

// [MS-XLS] 2.3: the records that tell what a file costs, and whether it can be read.
const startOfPart = 0x809;
const lockedByPassword = 0x2f;
const sheetEntry = 0x85;
const cellRecords = new Set([0x06, 0x7e, 0x203, 0x204, 0x205, 0x206, 0x27e, 0xd6, 0xfd]);
const cellRowRecord = 0xbd;

/** Walks over the records once, before anything is made of them. */
function judgeRecords(stream: Uint8Array): void {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if (stream.length < 8) refuse('damaged');
  if (view.getUint16(0, true) !== startOfPart) refuse('damaged');
  let sheets = 0;
  let cells = 0;
  for (let at = 0; at + 4 <= stream.length; at += 4 + view.getUint16(at + 2, true)) {
    const kind = view.getUint16(at, true);
    if (kind === lockedByPassword) refuse('encrypted');
    if (kind === sheetEntry) sheets += 1;
    if (cellRecords.has(kind)) cells += 1;
    if (kind === cellRowRecord) cells += Math.floor(view.getUint16(at + 2, true) / 6);
  }
  if (sheets === 0) refuse('damaged');
  if (sheets > fileLimits.sheets) refuse('tooManySheets', { limit: fileLimits.sheets });
  if (cells > fileLimits.cells) refuse('tooManyCells', { what: 'cells', limit: fileLimits.cells });
}
