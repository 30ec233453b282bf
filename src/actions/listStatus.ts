// How judged rows are listed: what comes first, what belongs together, what is looked at, where a line leads. Pure; judges nothing.
import type { Filled } from '../core/filled';
import type { Light } from '../core/light';
import { worstLight } from '../core/light';
import type { Status } from '../core/status';
import { isDone } from '../core/status';
import type { LedgerColumn } from '../core/task';
import type { JudgedRow } from './judgeLedger';

/** By what tasks are listed together. */
export const groupings = ['indicator', 'sections', 'leaders', 'owners'] as const;
export type Grouping = (typeof groupings)[number];

/** One word that is looked at alone. */
export type Only =
  | { readonly kind: 'light'; readonly word: Light }
  | { readonly kind: 'status'; readonly word: Status }
  | { readonly kind: 'filled'; readonly word: Filled };

/** The tasks of one indicator, section, leader or person. Name is '' where the cell is empty. */
export interface StatusGroup {
  readonly name: string;
  readonly rows: readonly JudgedRow[];
  readonly light: Light;
  readonly overdue: number;
  readonly notFilled: number;
}

/** Whether something is still to be filled in for a row: what is done needs no new 落实情况 (C1). */
export function isNotFilled({ status: { status, filled } }: JudgedRow): boolean {
  return filled === '未填报' && !isDone(status);
}

/** The cell that a row's reason is about: the deadline where that presses, and else what is not filled in (C4). */
export function tellingColumn(row: JudgedRow): LedgerColumn {
  const { status } = row.status;
  return isNotFilled(row) && status !== '逾期' && status !== '临期' && status !== '时限待核' ? 'progress' : 'due';
}

function rank(row: JudgedRow): number {
  const { status } = row.status;
  if (status === '逾期') return 0;
  if (isNotFilled(row)) return 1;
  if (status === '时限待核') return 2;
  if (status === '临期') return 3;
  return isDone(status) ? 5 : 4;
}

const never = Number.MAX_SAFE_INTEGER;

/** 逾期 first, the longest overdue at the top; then 未填报, the nearest deadline at the top; then the rest. */
export function inOrder(rows: readonly JudgedRow[]): readonly JudgedRow[] {
  return [...rows].sort((a, b) => rank(a) - rank(b) || (a.status.daysLeft ?? never) - (b.status.daysLeft ?? never) || a.row - b.row);
}

/** The rows that have the word. */
export function onlyRows(rows: readonly JudgedRow[], only: Only | undefined): readonly JudgedRow[] {
  return only === undefined ? rows : rows.filter(({ status }) => status[only.kind] === only.word);
}

function namesIn({ task }: JudgedRow, by: Grouping): readonly string[] {
  if (by === 'indicator') return [task.indicator];
  const names = [...new Set(task[by])];
  return names.length === 0 ? [''] : names;
}

/** Rows in groups; a task of several sections or people is in each of theirs. Groups with 逾期 first, then those with 未填报. */
export function groupRows(rows: readonly JudgedRow[], by: Grouping): readonly StatusGroup[] {
  const groups = new Map<string, JudgedRow[]>();
  for (const row of rows) {
    for (const name of namesIn(row, by)) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [row]);
      else group.push(row);
    }
  }
  const shaped = [...groups].map(([name, inside]): StatusGroup => ({
    name, rows: inOrder(inside), light: worstLight(inside.map(({ status }) => status.light)),
    overdue: inside.filter(({ status }) => status.status === '逾期').length, notFilled: inside.filter(isNotFilled).length,
  }));
  const place = ({ overdue, notFilled }: StatusGroup): number => (overdue > 0 ? 0 : notFilled > 0 ? 1 : 2);
  return shaped.sort((a, b) => place(a) - place(b));
}
