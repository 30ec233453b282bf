// The year's reports as they stand: which were made and when, which is next, which was missed; and what they said of one task (P1–P3, B5). Changes nothing.
import type { PlainDate } from '../core/plainDate';
import type { Period } from '../core/period';
import { currentPeriod, periodsOf } from '../core/period';
import type { Problem } from '../core/problem';
import type { ReportedTask } from '../core/report';
import type { Counts } from '../core/summary';
import { countTasks } from '../core/summary';
import type { KeptReport } from '../sheets/historySheet';
import { lastEditions, readHistory } from '../sheets/historySheet';
import { summarySheetName } from '../sheets/summaryTitles';
import { sheetNames } from '../sheets/titles';
import type { LedgerWorkbook } from '../sheets/workbook';
import type { LedgerState } from './lookAtWorkbook';
import { lookAtWorkbook } from './lookAtWorkbook';

/** `made`: reported; `next`: the one that is due now; `missed`: its day is over and there is no report; `later`: not yet. */
export type ReportStanding = 'made' | 'next' | 'missed' | 'later';

/** One report of the year. */
export interface ReportEntry {
  readonly period: Period;
  readonly standing: ReportStanding;
  /** Whether it is the period of 基准日; it may have been made already. */
  readonly isCurrent: boolean;
  /** The last edition: when it was made, the how many-th it is, what it counted. */
  readonly made: { readonly madeAt: string; readonly version: number; readonly counts: Counts } | undefined;
  /** Name of its sheet where it stands in the workbook. */
  readonly sheet: string | undefined;
}

export type ReportsReading =
  | { readonly kind: 'reports'; readonly entries: readonly ReportEntry[]; readonly kept: readonly KeptReport[]; readonly asOf: PlainDate; readonly state: LedgerState }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'noLedger' };

/** Reads which reports of the year were made. Refused where the calendar of 设置 or 报送历史 cannot be read; the problem names the cell. */
export async function readReports(workbook: LedgerWorkbook, today: PlainDate): Promise<ReportsReading> {
  const state = await lookAtWorkbook(workbook, [sheetNames.history]);
  if (state.kind === 'none') return { kind: 'noLedger' };
  if (state.kind === 'inTheWay') return { kind: 'refused', problem: state.problem };
  const unreadable = state.problems.find(({ level }) => level === 'error');
  if (unreadable !== undefined) return { kind: 'refused', problem: unreadable };
  const { settings, reading } = state;
  if (settings === undefined) return { kind: 'refused', problem: { rule: 'L9', kind: 'sheetMissing', level: 'error', at: { sheet: sheetNames.settings }, values: { sheet: sheetNames.settings } } };
  const cells = reading.cells.get(sheetNames.history);
  // A sheet without our table is someone else's; one whose titles were changed is ours and cannot be read.
  const history = cells === undefined ? undefined : readHistory(cells);
  if (history?.ok === false && history.problems[0] !== undefined) return { kind: 'refused', problem: history.problems[0] };
  const kept = lastEditions(history?.ok === true ? history.value : []);
  const asOf = settings.asOf === '' ? (state.judgedOn ?? today) : settings.asOf;
  const current = currentPeriod(settings.calendar, settings.year, asOf);
  const names = new Set(reading.sheets.map(({ name }) => name));
  const entries = periodsOf(settings.calendar, settings.year).map((period): ReportEntry => {
    const edition = kept.find(({ report }) => report.period === period.name);
    const sheet = summarySheetName(period.name);
    const isCurrent = period.name === current?.name;
    return {
      period, isCurrent, sheet: names.has(sheet) ? sheet : undefined,
      standing: edition !== undefined ? 'made' : isCurrent ? 'next' : period.cutOff < asOf ? 'missed' : 'later',
      made: edition === undefined ? undefined : { madeAt: edition.madeAt, version: edition.version, counts: countTasks(edition.report.tasks) },
    };
  });
  return { kind: 'reports', entries, kept, asOf, state };
}

/** What the reports said of one task, the latest first. */
export function reportsOfTask(kept: readonly KeptReport[], id: string): readonly { readonly period: string; readonly task: ReportedTask }[] {
  return kept
    .flatMap(({ report }) => report.tasks.filter((task) => task.id === id).slice(0, 1).map((task) => ({ period: report.period, task })))
    .sort((one, other) => (one.period < other.period ? 1 : -1));
}
