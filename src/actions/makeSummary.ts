// Makes the bimonthly summary of a period (B1–B5): reads, then plans, then writes (X1). A past report is made again from 报送历史, so that it comes out the same. Knows no Excel.
import { isPlainDate } from '../core/plainDate';
import type { PlainDate } from '../core/plainDate';
import type { Period } from '../core/period';
import { currentPeriod, periodsOf } from '../core/period';
import type { PlanSettings } from '../core/plan';
import type { Problem } from '../core/problem';
import type { PeriodReport } from '../core/report';
import type { Summary } from '../core/summary';
import { inReportOrder, summaryOf } from '../core/summary';
import type { KeptReport } from '../sheets/historySheet';
import { drawHistory, historyRowsAdded, lastEditions, readHistory } from '../sheets/historySheet';
import type { Exchange } from '../sheets/exchangeSheets';
import { exchangeList, exchangeOf } from '../sheets/exchangeSheets';
import { readList } from '../sheets/listSheet';
import { lastReportedName } from '../sheets/settingsSheet';
import { drawSummary, isSummarySheet } from '../sheets/summarySheet';
import { periodOfSheet, summarySheetName } from '../sheets/summaryTitles';
import { separator, sheetNames, tableNames } from '../sheets/titles';
import type { ChangeOutcome, LedgerWorkbook, Progress, SheetCells, WorkbookChange } from '../sheets/workbook';
import { noChange } from '../sheets/workbook';
import { judgeState } from './checkLedger';
import type { LedgerState } from './lookAtWorkbook';
import { lookAtWorkbook } from './lookAtWorkbook';
import type { LedgerReport } from './reportFromLedger';
import { reportFromLedger } from './reportFromLedger';
import { planUpkeep, upgradeEdits, upgradeNames } from './upkeep';

/** What is asked for. */
export interface SummaryWish {
  /** e.g. 2021-06. */
  readonly period: string;
  /** Where the contents come from: the ledger as it is, or what was reported then. Undecided: a past period that was reported comes from the history. */
  readonly from: 'ledger' | 'history' | 'undecided';
  /** The day on which status is judged; the cut-off where nothing is said (P3). */
  readonly judgedOn?: PlainDate;
  /** Serves where the workbook does not say what day it is. */
  readonly today: PlainDate;
  /** When it is made, as the sheet says it. */
  readonly madeAt: string;
}

/** A summary ready to be confirmed. */
export interface SummaryPlan {
  readonly summary: Summary;
  readonly madeAt: string;
  readonly from: 'ledger' | 'history';
  readonly sheet: string;
  /** The name that the period's present sheet gets, to be asked about first (B4); undefined where there is none. */
  readonly keptAs: string | undefined;
  /** What is wrong in the ledger; the report is made all the same. Nothing for one made from the history, which says nothing of the ledger now. */
  readonly problems: readonly Problem[];
  readonly change: WorkbookChange;
}

export type SummaryPlanning =
  | { readonly kind: 'ready'; readonly plan: SummaryPlan }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'noLedger' };

/** Reads the workbook and plans the summary of a period. Writes nothing. */
export async function planSummary(workbook: LedgerWorkbook, wish: SummaryWish): Promise<SummaryPlanning> {
  const sheet = summarySheetName(wish.period);
  const state = await lookAtWorkbook(workbook, [sheetNames.history, sheetNames.exchange, sheet]);
  if (state.kind === 'none') return { kind: 'noLedger' };
  if (state.kind === 'inTheWay') return { kind: 'refused', problem: state.problem };
  const judged = judgeState(state, wish.today);
  if (judged.kind === 'refused') return judged;
  const { settings, asOf } = judged.judgement;
  const ground = readGround(state, settings, wish, sheet);
  if ('refused' in ground) return { kind: 'refused', problem: ground.refused };
  const { period } = ground;
  if (period === undefined || sourceOf(wish, ground, settings, asOf) === 'history') {
    if (ground.kept === undefined) return refuse('B5', 'neverReported', { sheet: sheetNames.history }, { period: wish.period });
    return { kind: 'ready', plan: planFromHistory(state, ground, ground.kept, wish) };
  }
  const judgedOn = wish.judgedOn ?? period.cutOff;
  const others = ground.editions.map(({ report }) => report);
  const made = reportFromLedger(state, settings, period, judgedOn, others, await dueFormats(workbook, state), exchangeIn(state, wish.period));
  if (made.report.tasks.length === 0) return refuse('B2', 'noTasks', { sheet: sheetNames.ledger }, {});
  // Two tasks under one number could not be told apart in the next report (L6).
  const repeated = made.problems.find(({ rule, kind }) => rule === 'L6' && kind === 'repeatedId');
  if (repeated !== undefined) return { kind: 'refused', problem: repeated };
  const plan = planFromLedger(state, ground, made, wish);
  const locked = lockedSheet(state, plan.change);
  return locked === undefined ? { kind: 'ready', plan } : refuse('X3', 'sheetProtected', { sheet: locked }, { sheet: locked });
}

/** A protected sheet into which a change would write. */
function lockedSheet({ reading }: LedgerState, { edits, rowsAdded, refills, rules }: WorkbookChange): string | undefined {
  const written = new Set([...edits, ...rowsAdded, ...refills, ...rules].map(({ sheet }) => sheet));
  return reading.sheets.find(({ name, isProtected }) => isProtected && written.has(name))?.name;
}

/** Writes a planned summary, whole or not at all (X1). */
export async function makeSummary(workbook: LedgerWorkbook, plan: SummaryPlan, onProgress: Progress): Promise<ChangeOutcome> {
  return workbook.change(plan.change, onProgress);
}

/** What a period's report stands on: its period, what was reported before, the sheets that are there. */
interface Ground {
  /** Undefined where the calendar has no such period any more; then it was reported once. */
  readonly period: Period | undefined;
  readonly sheet: string;
  readonly keptAs: string | undefined;
  /** The last edition of every period. */
  readonly editions: readonly KeptReport[];
  readonly everyEdition: readonly KeptReport[];
  /** The last edition of this period. */
  readonly kept: KeptReport | undefined;
  readonly historyCells: SheetCells | undefined;
}

function refuse(rule: string, kind: string, at: Problem['at'], values: Problem['values']): { readonly kind: 'refused'; readonly problem: Problem } {
  return { kind: 'refused', problem: { rule, kind, level: 'error', at, values } };
}

function readGround(state: LedgerState, settings: PlanSettings, { period: wanted, from }: SummaryWish, sheet: string): Ground | { readonly refused: Problem } {
  const periods = periodsOf(settings.calendar, settings.year);
  const refused = (rule: string, kind: string, at: Problem['at'], values: Problem['values']): { readonly refused: Problem } => ({ refused: refuse(rule, kind, at, values).problem });
  const { cells, sheets, structureProtected } = state.reading;
  const historyCells = cells.get(sheetNames.history);
  if (historyCells !== undefined && historyCells.tables.every(({ name }) => name !== tableNames.history)) return refused('L10', 'sheetOfAnother', { sheet: sheetNames.history }, { sheet: sheetNames.history });
  const elsewhere = state.reading.tables.find((table) => table.name === tableNames.history && table.sheet !== sheetNames.history);
  if (elsewhere !== undefined) return refused('L10', 'tableOfAnother', { sheet: elsewhere.sheet }, { table: elsewhere.name, sheet: elsewhere.sheet });
  const history = historyCells === undefined ? undefined : readHistory(historyCells);
  if (history?.ok === false) return { refused: history.problems[0] ?? refuse('B5', 'historyColumnsMissing', { sheet: sheetNames.history }, { titles: '' }).problem };
  const standing = cells.get(sheet);
  if (standing !== undefined && !isSummarySheet(standing.values, wanted)) return refused('B1', 'summaryOfAnother', { sheet }, { sheet });
  if (structureProtected) return refused('X3', 'structureProtected', {}, {});
  const editions = lastEditions(history?.value ?? []);
  const kept = editions.find(({ report }) => report.period === wanted);
  const planned = periods.find(({ name }) => name === wanted);
  // What was reported can be made again though the calendar was changed since (P3).
  if (planned === undefined && (kept === undefined || from === 'ledger')) {
    return periods.length === 0 ? refused('P1', 'noPeriods', { sheet: sheetNames.settings }, { year: settings.year })
      : refused('P1', 'noSuchPeriod', { sheet: sheetNames.settings }, { period: wanted, periods: periods.map(({ name }) => name).join(separator) });
  }
  return {
    period: planned, sheet, historyCells, editions, everyEdition: history?.value ?? [], kept,
    keptAs: standing === undefined ? undefined : nameForOld(wanted, sheets.map(({ name }) => name)),
  };
}

/** 双月汇总2021-06(旧1), or the next number that is free (B4). */
function nameForOld(period: string, present: readonly string[]): string {
  const taken = present.flatMap((name) => { const found = periodOfSheet(name); return found?.period === period && found.old !== undefined ? [found.old] : []; });
  return summarySheetName(period, Math.max(0, ...taken) + 1);
}

function sourceOf({ from, judgedOn, period }: SummaryWish, { kept }: Ground, settings: PlanSettings, asOf: PlainDate): 'ledger' | 'history' {
  if (from !== 'undecided') return from;
  const current = currentPeriod(settings.calendar, settings.year, asOf)?.name ?? '';
  return kept !== undefined && judgedOn === undefined && period < current ? 'history' : 'ledger';
}

/** What went out and came back for the period, where the workbook remembers any (R13). */
function exchangeIn({ reading }: LedgerState, period: string): Exchange {
  const list = readList(exchangeList, reading.cells.get(sheetNames.exchange));
  return exchangeOf('missing' in list ? undefined : list, period);
}

/** Number formats of 完成时限: they say how precisely a day is shown (L5). */
async function dueFormats(workbook: LedgerWorkbook, { ledger }: LedgerState): Promise<readonly string[]> {
  return ledger.bodyRows === 0 ? [] : workbook.columnFormats(sheetNames.ledger, ledger.nextRow - ledger.bodyRows, ledger.bodyRows, ledger.columns.due);
}

function drawnOn(state: LedgerState, { sheet, keptAs }: Ground, summary: Summary, madeAt: string): WorkbookChange {
  return {
    ...noChange,
    sheetsRenamed: keptAs === undefined ? [] : [{ from: sheet, to: keptAs }],
    newSheets: [drawSummary(summary, madeAt)],
    opensOn: sheet,
    plannedOn: [...state.reading.cells.values()],
  };
}

function planFromHistory(state: LedgerState, ground: Ground, kept: KeptReport, { madeAt }: SummaryWish): SummaryPlan {
  // People may have sorted the history.
  const report: PeriodReport = { ...kept.report, tasks: inReportOrder(kept.report.tasks) };
  const summary = summaryOf(report, lastEditions(ground.everyEdition, kept.madeAt).map((each) => each.report));
  return { summary, madeAt, from: 'history', sheet: ground.sheet, keptAs: ground.keptAs, problems: [], change: drawnOn(state, ground, summary, madeAt) };
}

function planFromLedger(state: LedgerState, ground: Ground, { report, problems, previousEdit }: LedgerReport, { madeAt }: SummaryWish): SummaryPlan {
  const ordered = { ...report, tasks: inReportOrder(report.tasks) };
  const summary = summaryOf(ordered, ground.editions.map((each) => each.report));
  const kept: KeptReport = { report: ordered, version: (ground.kept?.version ?? 0) + 1, madeAt };
  const table = ground.historyCells?.tables.find(({ name }) => name === tableNames.history);
  const change = drawnOn(state, ground, summary, madeAt);
  const isLatest = report.period >= state.lastReported;
  return {
    summary, madeAt, from: 'ledger', sheet: ground.sheet, keptAs: ground.keptAs, problems,
    change: {
      ...change,
      newSheets: [...change.newSheets, ...(table === undefined ? [drawHistory(kept)] : [])],
      rowsAdded: table === undefined ? [] : [historyRowsAdded(kept, table)],
      // An older period mended afterwards is not the last one that was reported (F2).
      names: isLatest ? [lastReportedName(report.period)] : upgradeNames(state),
      edits: [...(isLatest && previousEdit !== undefined ? [previousEdit] : []), ...upgradeEdits(state)],
      ...planUpkeep(state),
    },
  };
}

/** Whether a text names a period: a year and a month. */
export function isPeriodName(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && isPlainDate(`${text}-01`);
}
