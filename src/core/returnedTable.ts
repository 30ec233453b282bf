// A returned file as rows to be matched (I2, I3, R2): which table it is, its head, its merged cells filled in, and what it says of itself. Knows no file format and no ledger.
import { showDue } from './deadline';
import type { Meaning, TableHead } from './columnMeaning';
import { findHead, repeatsHead } from './columnMeaning';
import { foldWidth, withoutBlanks } from './normalizeText';
import type { RawCell, RawFile, RawTable } from './rawTable';
import type { CopyBase, CopyIdentity, CopyKey } from './returnedMarks';
import { copyMarks, fillableColumns, parseCopyKey, readCopyProperties, readCopySheet } from './returnedMarks';
import { digestOf, isBlankText, textKey, tidyLineEnds } from './returnedText';

/** A cell that came back. `text` is what stood there, a true day as 2021年6月15日; `number` where the file has a number. */
export interface ReturnedCell {
  readonly text: string;
  readonly number?: number;
  /** One text merged over several rows: the same mark in each of them. Whether all of them are meant is a guess (I5). */
  readonly shared?: string;
}

/** A row that came back. */
export interface ReturnedRow {
  /** Name of the sheet, or place of the document's table. */
  readonly table: string;
  /** 0-based row in the table. */
  readonly row: number;
  readonly key: CopyKey | 'changed' | undefined;
  readonly cells: Readonly<Partial<Record<Meaning, ReturnedCell>>>;
  /** What stands in columns of unknown meaning. */
  readonly others: readonly { readonly title: string; readonly text: string }[];
}

/** From where it is known whose a file is, best first. */
export type IdentityBy = 'hiddenSheet' | 'property' | 'line' | 'fileName';

/** What a file says of itself; what it does not say is ''. */
export interface IdentityClaim extends CopyIdentity { readonly by: IdentityBy }

/** A returned file, ready to be matched. */
export interface ReturnedSheet {
  readonly file: string;
  readonly savedAt: string;
  /** Known by it: the same words in another order of rows have the same digest. */
  readonly digest: string;
  readonly rows: readonly ReturnedRow[];
  readonly claims: readonly IdentityClaim[];
  readonly base: CopyBase | undefined;
  /** Tables with a head of their own that were not read, with the filled cells in the columns that a section fills in. */
  readonly leftOut: readonly { readonly table: string; readonly cells: number }[];
  /** Lines of form under the table, such as 填报人 or 审核人. */
  readonly notes: readonly string[];
  /** Where no table could be known: how many cells hold anything. */
  readonly unread?: number;
}

interface HeadedTable { readonly table: RawTable; readonly head: TableHead; readonly keyed: boolean }

const formLine = /^(?:填报人|填表人|经办人|审核人|审批人|审签人|签发人|联系人|联系电话|电话|报送日期|填报日期|填表日期|填报时间|日期|科室负责人|分管领导|单位|填报单位|填报科室|填报说明|填表说明|说明|注)(?:签字|签名|意见|（[^）]*）|\([^)]*\))*\d*[:：]/;
const sectionLine = /^(?:填报科室|填报部门|报送科室|报送部门|填报单位|科室名称|科室)[:：](.*)$/;
const periodLine = /^(?:报送期|报送期次|填报期)[:：](.*)$/;
const labelAlone = /^(?:填报科室|填报部门|报送科室|报送部门|填报单位|科室名称|科室|报送期|报送期次|填报期)[:：]?$/;
const nameForm = /^回收表[-_－—](.+?)[-_－—](\d{4}[-年.]\d{1,2})/;
const period = /^(\d{4})[-年./](\d{1,2})/;

/** Reads a returned file (I2, I3, R2): its rows with what they bring, and all that tells whose it is. Refuses nothing; what it cannot tell it leaves out. */
export function readReturned(file: RawFile): ReturnedSheet {
  const headed = headedTables(file);
  const chosen = chooseTables(file, headed);
  const rows: ReturnedRow[] = [];
  const notes: string[] = [];
  for (const each of chosen) readRows(each, rows, notes);
  const hidden = file.tables.map((table) => (table.name === copyMarks.sheet || table.visibility === 'veryHidden' ? readCopySheet(table.cells) : undefined)).find((each) => each !== undefined);
  const leftOut = headed
    .filter((each) => each.table.visibility === 'visible' && !chosen.some(({ table }) => table === each.table))
    .map((each) => ({ table: each.table.name, cells: filledCells(each) }))
    .filter(({ cells }) => cells > 0);
  return {
    file: file.name, savedAt: file.savedAt, digest: digestRows(rows), rows, notes, leftOut,
    base: hidden?.base, claims: claimsOf(file, hidden?.identity, chosen[0], notes),
    ...(chosen.length === 0 ? { unread: file.tables.reduce((sum, table) => sum + (table.name === copyMarks.sheet ? 0 : countCells(table)), 0) } : {}),
  };
}

function headedTables(file: RawFile): HeadedTable[] {
  const headed: HeadedTable[] = [];
  for (const table of file.tables) {
    if (table.name === copyMarks.sheet) continue;
    const head = findHead(table);
    const last = headed[headed.length - 1];
    if (head !== undefined) headed.push({ table, head, keyed: hasKeys(table, head) });
    // In Word a long table is often cut in two; the second part has the first one's columns and no head.
    else if (file.kind === 'docx' && last !== undefined && widthOf(table) === widthOf(last.table)) headed.push({ table, head: { ...last.head, row: -1, rows: 1 }, keyed: false });
  }
  return headed.filter(({ head }) => isReturn(head));
}

function isReturn({ columns }: TableHead): boolean {
  return (columns.has('text') || columns.has('id') || columns.has('key')) && fillableColumns.some((column) => columns.has(column));
}

// Ours by its keys, else the best that can be seen. Of a document all tables with a head are read.
function chooseTables(file: RawFile, headed: readonly HeadedTable[]): readonly HeadedTable[] {
  const keyed = headed.filter((each) => each.keyed);
  if (keyed.length > 0) return keyed;
  if (file.kind === 'docx') return headed;
  const seen = headed.filter(({ table }) => table.visibility === 'visible');
  const [first, ...others] = seen.length > 0 ? seen : headed;
  return first === undefined ? [] : [others.reduce((best, each) => (each.head.score > best.head.score ? each : best), first)];
}

function hasKeys(table: RawTable, head: TableHead): boolean {
  const column = head.columns.get('key');
  return column !== undefined && table.cells.slice(head.row + head.rows).some((row) => typeof parseCopyKey(cellText(row[column])) === 'object');
}

function readRows({ table, head }: HeadedTable, rows: ReturnedRow[], notes: string[]): void {
  const start = head.row + head.rows;
  const lines = fillDown(table, start);
  for (const [index, line] of lines.entries()) {
    const own = table.cells[start + index] ?? [];
    // A row without anything of its own is empty, or the rest of one that is merged downwards.
    if (own.every((cell) => isBlankText(cellText(cell))) || repeatsHead(head, own)) continue;
    const cells: Partial<Record<Meaning, ReturnedCell>> = {};
    for (const [meaning, column] of head.columns) {
      const cell = line[column];
      if (cell !== undefined && !isBlankText(cell.text)) cells[meaning] = cell;
    }
    const filled = own.map(cellText).filter((text) => !isBlankText(text));
    if (isForm(cells, filled)) {
      notes.push(filled.join('  '));
      continue;
    }
    const others = head.others.map(({ column, title }) => ({ title, text: line[column]?.text ?? '' })).filter(({ text }) => !isBlankText(text));
    rows.push({ table: table.name, row: start + index, key: parseCopyKey(cells.key?.text ?? ''), cells, others });
  }
}

// 填报人：… 审核人：… under the table: every text of the row is such a line, or stands outside what a section fills in.
function isForm(cells: ReturnedRow['cells'], [first = '', ...others]: readonly string[]): boolean {
  if (cells.key !== undefined || !isFormLine(first)) return false;
  return fillableColumns.every((column) => {
    const text = cells[column]?.text ?? '';
    return text === '' || text === first || isFormLine(text) || !others.includes(text);
  });
}

function isFormLine(text: string): boolean {
  return formLine.test(withoutBlanks(foldWidth(text)));
}

// I2: what is merged downwards stands in every row that it covers; what is merged sideways stands in its first column.
function fillDown(table: RawTable, start: number): readonly (readonly (ReturnedCell | undefined)[])[] {
  const lines = table.cells.slice(start).map((row) => row.map(returnedCell));
  for (const merge of table.merges) {
    const cell = merge.rows > 1 && merge.row >= start ? lines[merge.row - start]?.[merge.column] : undefined;
    if (cell === undefined) continue;
    const shared = { ...cell, shared: `${table.name}:${String(merge.row)}:${String(merge.column)}` };
    for (let row = merge.row - start; row < Math.min(lines.length, merge.row - start + merge.rows); row += 1) {
      const line = lines[row];
      if (line !== undefined) line[merge.column] = shared;
    }
  }
  return lines;
}

function returnedCell(cell: RawCell): ReturnedCell | undefined {
  if (cell === '') return undefined;
  return typeof cell === 'number' ? { text: String(cell), number: cell } : { text: cellText(cell) };
}

function cellText(cell: RawCell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'object') return showDue({ kind: 'date', on: cell.day, precision: 'day', text: '', assumedYear: false });
  return String(cell);
}

function claimsOf(file: RawFile, hidden: CopyIdentity | undefined, table: HeadedTable | undefined, notes: readonly string[]): readonly IdentityClaim[] {
  const claims: IdentityClaim[] = [];
  const property = readCopyProperties(file.properties);
  if (hidden !== undefined) claims.push({ ...hidden, period: periodOf(hidden.period), by: 'hiddenSheet' });
  if (property !== undefined) claims.push({ ...property, period: periodOf(property.period), by: 'property' });
  const lines = [...(table === undefined ? [] : textsAbove(table)), ...notes];
  const [section, when] = [afterLabel(lines, sectionLine), periodOf(afterLabel(lines, periodLine))];
  if (section !== '' || when !== '') claims.push({ plan: '', period: when, section, sentOn: '', by: 'line' });
  const named = nameForm.exec(withoutBlanks(foldWidth(file.name)));
  if (named !== null) claims.push({ plan: '', period: periodOf(named[2] ?? ''), section: named[1] ?? '', sentOn: '', by: 'fileName' });
  return claims;
}

/** A report's name such as 2021-06 from what a file says: 2021-06, 2021年6月, 2021-06-01; '' where it says none. */
export function periodOf(text: string): string {
  const found = period.exec(withoutBlanks(foldWidth(text)));
  const month = Number(found?.[2] ?? 0);
  return found === null || month < 1 || month > 12 ? '' : `${found[1] ?? ''}-${String(month).padStart(2, '0')}`;
}

function textsAbove({ table, head }: HeadedTable): readonly string[] {
  return table.cells.slice(0, Math.max(0, head.row)).flatMap((row) => {
    const texts = row.map(cellText).filter((text) => !isBlankText(text));
    // A label may stand in one cell and what it names in the next.
    return texts.flatMap((text, index) => [...text.split('\n'), labelAlone.test(withoutBlanks(text)) ? `${text.trim().replace(/[:：]$/, '')}：${texts[index + 1] ?? ''}` : '']);
  });
}

function afterLabel(lines: readonly string[], label: RegExp): string {
  for (const line of lines) {
    // Several labels may stand in one line, with blanks between them.
    for (const part of [line, ...line.split(/[\s\u3000]{2,}/)]) {
      const found = label.exec(withoutBlanks(foldWidth(part)).replace(/:/, '：'))?.[1] ?? '';
      const value = found.replace(/(?:报送期|填报人|审核人|联系人|填报日期|日期|截止).*$/, '');
      if (value !== '') return value;
    }
  }
  return '';
}

function filledCells({ table, head }: HeadedTable): number {
  const columns = fillableColumns.flatMap((column) => head.columns.get(column) ?? []);
  return table.cells.slice(head.row + head.rows).reduce((sum, row) => sum + columns.filter((column) => !isBlankText(cellText(row[column]))).length, 0);
}

function countCells(table: RawTable): number {
  return table.cells.reduce((sum, row) => sum + row.filter((cell) => !isBlankText(cellText(cell))).length, 0);
}

function widthOf(table: RawTable): number {
  return table.cells.reduce((widest, row) => Math.max(widest, row.length), 0);
}

function digestRows(rows: readonly ReturnedRow[]): string {
  const written = rows.map((row) => [...Object.entries(row.cells).map(([meaning, cell]) => `${meaning}=${textKey(tidyLineEnds(cell.text))}`).sort(), ...row.others.map(({ title, text }) => `${title}=${textKey(text)}`)].join('\u0001'));
  return digestOf(written.sort().join('\u0002'));
}
