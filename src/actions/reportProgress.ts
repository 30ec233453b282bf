// What is still to be done for a report: which one is next and by when, and what each section has filled in for it (P1–P3, F1–F3). Pure; reads no workbook.
import type { PlainDate } from '../core/plainDate';
import { daysBetween } from '../core/plainDate';
import { isDone } from '../core/status';
import type { JudgedRow } from './judgeLedger';
import type { ReportEntry } from './listReports';
import { groupRows, isNotFilled } from './listStatus';

/** The report of 基准日, how long it has, and which earlier ones nobody made. */
export interface NextReport {
  readonly entry: ReportEntry;
  /** Days to its cut-off, the cut-off itself being 0; negative when it is over. */
  readonly daysLeft: number;
  readonly missed: readonly ReportEntry[];
}

/** Which report is next (P3); nothing where the year has none. */
export function nextReport(entries: readonly ReportEntry[], asOf: PlainDate): NextReport | undefined {
  const entry = entries.find(({ isCurrent }) => isCurrent);
  return entry === undefined ? undefined : { entry, daysLeft: daysBetween(asOf, entry.period.cutOff), missed: entries.filter(({ standing }) => standing === 'missed') };
}

/** What has been filled in: each task is in one of the three, and what is done needs nothing new (C1). */
export interface Filling {
  readonly tasks: number;
  readonly filled: number;
  readonly notRenewed: readonly JudgedRow[];
  readonly missing: readonly JudgedRow[];
}

/** What a section has filled in. Name is '' where the cell is empty. */
export interface SectionFilling extends Filling { readonly name: string }

/** What of these tasks has been filled in. */
export function fillingOfRows(rows: readonly JudgedRow[]): Filling {
  const missing = rows.filter(isNotFilled);
  const notRenewed = rows.filter(({ status: { status, filled } }) => filled === '未更新' && !isDone(status));
  return { tasks: rows.length, filled: rows.length - missing.length - notRenewed.length, notRenewed, missing };
}

/** What each section has filled in: those who lack most come first, then in the order of the ledger. A task of several sections is in each of theirs. */
export function fillingBySection(rows: readonly JudgedRow[]): readonly SectionFilling[] {
  const names = [...new Set(rows.flatMap(({ task }) => (task.sections.length === 0 ? [''] : task.sections)))];
  return groupRows(rows, 'sections')
    .map(({ name, rows: inside }): SectionFilling => ({ name, ...fillingOfRows(inside) }))
    .sort((one, other) => other.missing.length - one.missing.length || other.notRenewed.length - one.notRenewed.length || names.indexOf(one.name) - names.indexOf(other.name));
}
