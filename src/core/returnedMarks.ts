// By what a copy is known when it comes back (R2): the hidden key column, the very hidden sheet, the document properties. Their layout as data, for drawing and for reading; knows no file format.
import { filledInColumns } from './ledgerMerge';
import type { RawCell } from './rawTable';
import type { TaskId } from './task';

/** The columns that a section fills in (R1). */
export const fillableColumns = filledInColumns;
export type FillableColumn = (typeof fillableColumns)[number];

/** Of which plan, for which report, whose a copy is and on which day it was sent. Where a mark does not say, it is ''. */
export interface CopyIdentity {
  readonly plan: string;
  readonly period: string;
  readonly section: string;
  readonly sentOn: string;
}

/** What a copy was sent with: by task, the texts of its fillable cells. Days as 2021-06-15. */
export type CopyBase = ReadonlyMap<TaskId, Readonly<Partial<Record<FillableColumn, string>>>>;

/** Names and titles of the marks, the same in every copy. */
export const copyMarks = {
  keyTitle: '标识',
  /** Title of the locked column with what other sections wrote on a joint task (R1). */
  othersTitle: '其他科室落实情况',
  sheet: '分发标识',
  labels: { plan: '方案', period: '报送期', section: '填报科室', sentOn: '分发日期' },
  baseTitles: ['编号', '栏目', '发出内容'],
  baseColumns: { progress: '落实情况', remark: '备注', doneOn: '办结日期' },
  properties: { plan: '分发表方案', period: '分发表报送期', section: '分发表科室', sentOn: '分发表日期' },
} as const;

const parts = ['plan', 'period', 'section', 'sentOn'] as const;

/** What a key says: which task of which copy. */
export interface CopyKey {
  readonly plan: string;
  readonly period: string;
  readonly section: string;
  readonly id: TaskId;
}

// A prime just below 36²: two characters, in which any one changed or two exchanged digits and letters show.
const modulus = 1291;

/** The key of a row (R2), e.g. 2021|2021-06|外贸科|2.3|7K. The last two characters show when it was changed by hand. */
export function copyKey({ plan, period, section, id }: CopyKey): string {
  const body = [plan, period, section, id].map((part) => part.replace(/%/g, '%25').replace(/\|/g, '%7C')).join('|');
  return `${body}|${checkOf(body)}`;
}

/** Reads a key. `changed` is a text that is not a key as it was written; an empty cell is nothing. */
export function parseCopyKey(text: string): CopyKey | 'changed' | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const at = trimmed.lastIndexOf('|');
  const body = trimmed.slice(0, Math.max(0, at));
  const [plan, period, section, id, ...more] = body.split('|').map((part) => part.replace(/%7C/g, '|').replace(/%25/g, '%'));
  if (plan === undefined || period === undefined || section === undefined || id === undefined || more.length > 0) return 'changed';
  return trimmed.slice(at + 1) === checkOf(body) ? { plan, period, section, id } : 'changed';
}

function checkOf(body: string): string {
  let sum = 7;
  for (let at = 0; at < body.length; at += 1) sum = (sum * 37 + body.charCodeAt(at)) % modulus;
  return sum.toString(36).toUpperCase().padStart(2, '0');
}

/** The rows of the very hidden sheet (R2, R4): who the copy is, and what it was sent with. All cells are texts. */
export function copySheetRows(identity: CopyIdentity, base: CopyBase): readonly (readonly string[])[] {
  const sent = [...base].flatMap(([id, cells]) => fillableColumns.flatMap((column) => (cells[column] === undefined ? [] : [[id, copyMarks.baseColumns[column], cells[column]]])));
  return [...parts.map((part) => [copyMarks.labels[part], identity[part]]), [], [...copyMarks.baseTitles], ...sent];
}

/** The document properties of a copy (R2). */
export function copyProperties(identity: CopyIdentity): Readonly<Record<string, string>> {
  return Object.fromEntries(parts.map((part) => [copyMarks.properties[part], identity[part]]));
}

/** Reads the very hidden sheet back. Nothing where it does not say whose the copy is. */
export function readCopySheet(cells: readonly (readonly RawCell[])[]): { readonly identity: CopyIdentity; readonly base: CopyBase } | undefined {
  const head = cells.findIndex((row) => copyMarks.baseTitles.every((title, column) => plainText(row[column]) === title));
  const labelled = new Map((head < 0 ? cells : cells.slice(0, head)).map((row) => [plainText(row[0]), plainText(row[1])]));
  const identity = identityFrom((part) => labelled.get(copyMarks.labels[part]));
  if (identity === undefined) return undefined;
  const base = new Map<TaskId, Partial<Record<FillableColumn, string>>>();
  for (const row of head < 0 ? [] : cells.slice(head + 1)) {
    const [id, title] = [plainText(row[0]), plainText(row[1])];
    const column = fillableColumns.find((each) => copyMarks.baseColumns[each] === title);
    if (id === '' || column === undefined) continue;
    base.set(id, { ...base.get(id), [column]: plainText(row[2], false) });
  }
  return { identity, base };
}

/** Reads the document properties back. */
export function readCopyProperties(properties: Readonly<Record<string, string>>): CopyIdentity | undefined {
  return identityFrom((part) => (Object.hasOwn(properties, copyMarks.properties[part]) ? properties[copyMarks.properties[part]] : undefined));
}

function identityFrom(read: (part: (typeof parts)[number]) => string | undefined): CopyIdentity | undefined {
  const [plan = '', period = '', section = '', sentOn = ''] = parts.map((part) => read(part)?.trim());
  return plan === '' && period === '' && section === '' ? undefined : { plan, period, section, sentOn };
}

function plainText(cell: RawCell | undefined, trimmed = true): string {
  const text = cell === undefined ? '' : typeof cell === 'object' ? cell.day : String(cell);
  return trimmed ? text.trim() : text;
}
