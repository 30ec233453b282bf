// Where a task stands on a day (S1–S9). Knows its deadline and 办结日期; knows no clock, no sheet and no sentence.
import type { Due } from './deadline';
import type { PlainDate } from './plainDate';
import { daysBetween } from './plainDate';
import type { Reason } from './problem';

/** 进度状态. */
export const statuses = ['正常推进', '临期', '逾期', '已办结', '逾期办结', '长期推进', '时限待核'] as const;
export type Status = (typeof statuses)[number];

/** What status is judged from. */
export interface StatusInput {
  readonly due: Due;
  readonly doneOn: PlainDate | '';
  readonly asOf: PlainDate;
  /** Days before the deadline from which a task is 临期, the last of them included (S6). */
  readonly warningDays: number;
}

/** 进度状态 with 剩余天数 (negative when overdue; absent for what is done or has no day to count to) and the rule that decided. */
export interface StatusReading {
  readonly status: Status;
  readonly daysLeft?: number;
  readonly reason: Reason;
}

/** Judges where a task stands (S1–S7); a 办结日期 after asOf is not yet one (S9). */
export function statusOf({ due, doneOn, asOf, warningDays }: StatusInput): StatusReading {
  if (doneOn !== '' && doneOn <= asOf) return statusWhenDone(due, doneOn);
  switch (due.kind) {
    case 'empty': return { status: '时限待核', reason: { rule: 'S3', kind: 'noDue', values: {} } };
    case 'unread': return { status: '时限待核', reason: { rule: 'S3', kind: 'unread', values: { text: due.text } } };
    case 'open': return { status: '长期推进', reason: { rule: 'S4', kind: due.recurring ? 'recurring' : 'open', values: { text: due.text } } };
    case 'date': return statusByDays(due.on, daysBetween(asOf, due.on), warningDays);
  }
}

/** Whether a task counts as done, in time or late (S1, S2). */
export function isDone(status: Status): boolean {
  return status === '已办结' || status === '逾期办结';
}

// What has no readable deadline cannot have been late.
function statusWhenDone(due: Due, doneOn: PlainDate): StatusReading {
  if (due.kind !== 'date') return { status: '已办结', reason: { rule: 'S1', kind: 'doneWithoutDue', values: { doneOn } } };
  if (doneOn <= due.on) return { status: '已办结', reason: { rule: 'S1', kind: 'doneInTime', values: { doneOn, dueOn: due.on } } };
  return { status: '逾期办结', reason: { rule: 'S2', kind: 'doneLate', values: { doneOn, dueOn: due.on, days: daysBetween(due.on, doneOn) } } };
}

function statusByDays(dueOn: PlainDate, daysLeft: number, warningDays: number): StatusReading {
  if (daysLeft < 0) return { status: '逾期', daysLeft, reason: { rule: 'S5', kind: 'overdue', values: { dueOn, days: -daysLeft } } };
  if (daysLeft <= warningDays) return { status: '临期', daysLeft, reason: { rule: 'S6', kind: daysLeft === 0 ? 'dueToday' : 'dueSoon', values: { dueOn, days: daysLeft, warningDays } } };
  return { status: '正常推进', daysLeft, reason: { rule: 'S7', kind: 'onCourse', values: { dueOn, days: daysLeft } } };
}
