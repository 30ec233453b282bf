// Why a row stands where it stands, in one sentence (C4, S, F). Each clause explains itself; knows no screen.
import type { Reason } from '../core/problem';
import type { RowStatus } from '../core/cellStatus';
import { sayDay } from './days';
import { quote } from './place';

type Clause = (values: Reason['values']) => string;

const text = (values: Reason['values'], key: string): string => String(values[key] ?? '');
const day = (values: Reason['values'], key: string): string => sayDay(text(values, key));

/** Clauses without their full stop, by rule and kind. A test holds them against every reason that core can give. */
export const reasonClauses: Readonly<Record<string, Clause>> = {
  'S1.doneInTime': (v) => `${day(v, 'doneOn')}办结，没有超过完成时限${day(v, 'dueOn')}`,
  'S1.doneWithoutDue': (v) => `${day(v, 'doneOn')}办结，完成时限不是日期，不计逾期`,
  'S2.doneLate': (v) => `${day(v, 'doneOn')}办结，比完成时限${day(v, 'dueOn')}晚${text(v, 'days')}天`,
  'S3.noDue': () => '完成时限是空的，判断不了进度',
  'S3.unread': (v) => `完成时限${quote(v['text'], 20)}不是日期，判断不了进度`,
  'S4.open': (v) => `完成时限是${quote(v['text'], 20)}，没有期限，不计逾期`,
  'S4.recurring': (v) => `完成时限是${quote(v['text'], 20)}，属于经常性工作，不计逾期`,
  'S5.overdue': (v) => `完成时限是${day(v, 'dueOn')}，已超过${text(v, 'days')}天`,
  'S6.dueToday': (v) => `完成时限${day(v, 'dueOn')}就是基准日当天`,
  'S6.dueSoon': (v) => `离完成时限${day(v, 'dueOn')}还有${text(v, 'days')}天，在${text(v, 'warningDays')}天提醒期内`,
  'S7.onCourse': (v) => `离完成时限${day(v, 'dueOn')}还有${text(v, 'days')}天`,
  'F1.empty': () => '落实情况还没有填',
  'F1.placeholder': (v) => `落实情况只写了${quote(v['text'], 20)}，按没有填算`,
  'F2.unchanged': () => '落实情况与上个报送期相同，没有更新',
  'F3.filled': () => '落实情况已填',
  'C1.overdue': () => '逾期的任务是红灯',
  'C1.done': () => '已办结的任务是绿灯',
  'C1.doneLate': () => '逾期后才办结的任务是黄灯',
  'C1.notFilledInTime': () => '报送截止日已过而落实情况没有填，是红灯',
  'C1.dueSoon': () => '临近完成时限的任务是黄灯',
  'C1.dueUnread': () => '完成时限需要核对的任务是黄灯',
  'C1.notRenewed': () => '落实情况没有更新的任务是黄灯',
  'C1.notFilled': () => '落实情况没有填，是黄灯',
  'C1.onCourse': () => '正常推进并且填了落实情况的任务是绿灯',
};

function clauseOf(reason: Reason): string {
  return reasonClauses[`${reason.rule}.${reason.kind}`]?.(reason.values) ?? '';
}

/** A reason as a sentence (C4). */
export function sayReason(reason: Reason): string {
  const clause = clauseOf(reason);
  return clause === '' ? '' : `${clause}。`;
}

/** Where a row stands and why, as one sentence: the deadline, and the filling in where something is missing and still wanted. */
export function sayRow({ status, filled, reasons }: Pick<RowStatus, 'status' | 'filled' | 'reasons'>): string {
  // What is done needs no new 落实情况 (C1).
  const wantsFilling = filled !== '已填报' && status !== '已办结' && status !== '逾期办结';
  const clauses = [clauseOf(reasons.status), ...(wantsFilling ? [clauseOf(reasons.filled)] : [])].filter((clause) => clause !== '');
  return clauses.length === 0 ? '' : `${clauses.join('；')}。`;
}

/** What is said of rows, as a table like those of the screens. */
export const rowSayings = { reason: sayReason, row: sayRow };
