// What the ledger reports of a period (P3, B5): every row judged on the period's day and held against the report before. Changes nothing.
import { bareAsWritten, bareText } from '../core/filled';
import { stillOldMark } from '../core/cellStatus';
import { readDue, showDue } from '../core/deadline';
import type { Period } from '../core/period';
import type { PlanSettings } from '../core/plan';
import type { PlainDate } from '../core/plainDate';
import type { Problem } from '../core/problem';
import type { PeriodReport, ReportedTask } from '../core/report';
import { isDone } from '../core/status';
import type { Exchange } from '../sheets/exchangeSheets';
import type { LedgerRow } from '../sheets/ledgerReading';
import type { ReadCell } from '../sheets/settingsSheet';
import { sheetNames } from '../sheets/titles';
import type { ColumnEdit } from '../sheets/workbook';
import type { NewCell } from './columnEdit';
import { columnEdit } from './columnEdit';
import type { JudgedRow } from './judgeLedger';
import { judgeLedger } from './judgeLedger';
import type { LedgerState } from './lookAtWorkbook';
import { returnsByTask } from './returnsOfReport';

/** A report as the ledger gives it, what is wrong in the ledger, and what the column 上期净文 is to hold once it is reported (F2). */
export interface LedgerReport {
  readonly report: PeriodReport;
  readonly problems: readonly Problem[];
  readonly previousEdit: ColumnEdit | undefined;
}

/** Judges the ledger for a period's report. `formats` are the number formats of 完成时限, row by row of the table; `exchange` is what 收发底稿 says of the period. */
export function reportFromLedger(state: LedgerState, settings: PlanSettings, period: Period, judgedOn: PlainDate, others: readonly PeriodReport[], formats: readonly string[], exchange: Exchange): LedgerReport {
  const { ledger } = state;
  const before = textsBefore(period.name, others);
  const rows = ledger.rows.map((row): LedgerRow => ({ ...row, previous: before.get(String(row.cells.id).trim()) ?? '' }));
  const judgement = judgeLedger({ ...ledger, rows }, {
    settings: { ...settings, asOf: judgedOn }, roster: state.roster ?? { people: [], sections: [] }, today: judgedOn, lastReported: state.lastReported, isReport: true,
  });
  const byRow = new Map(ledger.rows.map((row) => [row.row, row]));
  const returnsOf = returnsByTask(exchange, state.roster ?? { people: [], sections: [] });
  const first = ledger.nextRow - ledger.bodyRows;
  return {
    report: {
      period: period.name, cutOff: period.cutOff, judgedOn, weekendRule: settings.calendar.weekendRule, title: settings.title, unit: settings.unit, office: settings.office,
      tasks: judgement.rows.map((row) => reportedTask(row, byRow.get(row.row), formats[row.row - first] ?? '', settings.year, returnsOf(row.task, isDone(row.status.status)))),
    },
    problems: judgement.problems,
    previousEdit: previousEdit(state, judgement.rows),
  };
}

/** The bare 落实情况 of each task in the last report before a period. */
function textsBefore(period: string, reports: readonly PeriodReport[]): ReadonlyMap<string, string> {
  const earlier = reports.filter((report) => report.period < period);
  const last = earlier.reduce<PeriodReport | undefined>((latest, report) => (latest === undefined || report.period > latest.period ? report : latest), undefined);
  const texts = new Map<string, string>();
  for (const { id, progress } of last?.tasks ?? []) if (!texts.has(id)) texts.set(id, bareText(progress));
  return texts;
}

function reportedTask({ task, status }: JudgedRow, row: LedgerRow | undefined, format: string, year: number, returns: ReportedTask['returns']): ReportedTask {
  const { id, indicator, leadUnit, supportUnits, text, leaders, sections, owners, progress, remark } = task;
  return {
    id, indicator, leadUnit, supportUnits, text, leaders, sections, owners, due: dueShown(row?.cells.due ?? '', format, year), progress, remark,
    doneOn: task.doneOn === '' ? (task.doneOnText ?? '') : task.doneOn,
    status: status.status, ...(status.daysLeft === undefined ? {} : { daysLeft: status.daysLeft }), filled: status.filled, light: status.light,
    ...(returns === undefined ? {} : { returns }),
  };
}

/** 完成时限 as the sheet shows it, as precisely as its number format says (L5). */
export function dueShown(cell: ReadCell, numberFormat: string, year: number): string {
  return typeof cell === 'number' ? showDue(readDue(cell, { year, numberFormat })) : String(cell);
}

/** What 上期净文 is to hold: the text now reported; with the mark where it was 未更新, so that it stays so until it is renewed. */
function previousEdit({ ledger }: LedgerState, rows: readonly JudgedRow[]): ColumnEdit | undefined {
  const stands = new Map(ledger.rows.map((row) => [row.row, row.previous]));
  const cells = new Map<number, NewCell>();
  for (const { row, task, status } of rows) {
    const bare = status.filled === '未填报' ? '' : bareAsWritten(task.progress);
    const previous = status.filled === '未更新' ? `${stillOldMark}${bare}` : bare;
    if (previous !== stands.get(row)) cells.set(row, { cell: previous === '' ? null : previous, format: '@' });
  }
  return cells.size === 0 ? undefined : columnEdit(sheetNames.ledger, ledger.columns.previous, cells);
}
