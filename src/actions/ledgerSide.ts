// The ledger as taking returns together sees it (R4): its tasks with their shown cells, the plan and the report, what went out and what was taken. Reads; judges nothing.
import type { LedgerSide, LedgerTask } from '../core/consolidation';
import { splitNames } from '../core/names';
import { fromSerial } from '../core/plainDate';
import type { Period } from '../core/period';
import { periodsOf } from '../core/period';
import type { PlanSettings } from '../core/plan';
import type { Problem } from '../core/problem';
import type { PeriodReport } from '../core/report';
import type { Roster } from '../core/roster';
import { namesOfSections } from '../core/roster';
import { officialColumns } from '../core/task';
import type { Exchange } from '../sheets/exchangeSheets';
import { exchangeList, exchangeOf, mergeLogList, registerList } from '../sheets/exchangeSheets';
import type { ExchangeColumn, MergeLogColumn, RegisterColumn } from '../sheets/exchangeTitles';
import { isHistorySheet, lastEditions, readHistory } from '../sheets/historySheet';
import type { ListReading } from '../sheets/listSheet';
import { readList } from '../sheets/listSheet';
import { separator, sheetNames } from '../sheets/titles';
import type { LedgerRow } from '../sheets/ledgerReading';
import type { LedgerWorkbook } from '../sheets/workbook';
import type { LedgerState } from './lookAtWorkbook';
import { lookAtWorkbook } from './lookAtWorkbook';
import { dueShown } from './reportFromLedger';

/** A ledger with all that sending out and taking back need of its workbook. */
export interface ExchangeGround {
  readonly state: LedgerState;
  readonly settings: PlanSettings;
  readonly roster: Roster;
  readonly period: Period;
  readonly exchange: Exchange;
  /** The last report before this one, by 报送历史. */
  readonly before: PeriodReport | undefined;
  /** The three sheets as they stand; undefined where one is still to be made. */
  readonly lists: { readonly exchange: ListReading<ExchangeColumn> | undefined; readonly mergeLog: ListReading<MergeLogColumn> | undefined; readonly register: ListReading<RegisterColumn> | undefined };
  readonly side: LedgerSide;
  /** Number formats of 完成时限, row by row of the table. */
  readonly dueFormats: readonly string[];
}

export type ExchangeReading = { readonly kind: 'ground'; readonly ground: ExchangeGround } | { readonly kind: 'refused'; readonly problem: Problem } | { readonly kind: 'noLedger' };

/** Of which plan a copy is: the unit and its year. A copy of another year or bureau is not this ledger's (R9). */
export function planIdOf({ unit, year }: PlanSettings): string {
  return `${unit}${String(year)}`;
}

function refuse(rule: string, kind: string, at: Problem['at'], values: Problem['values']): { readonly kind: 'refused'; readonly problem: Problem } {
  return { kind: 'refused', problem: { rule, kind, level: 'error', at, values } };
}

/** Reads the workbook for one report. Refused, with the place, where 设置, 名册 or one of the kept sheets cannot be read, or where the year has no such report. */
export async function readExchangeGround(workbook: LedgerWorkbook, wanted: string): Promise<ExchangeReading> {
  const kept = [sheetNames.exchange, sheetNames.mergeLog, sheetNames.returns, sheetNames.history] as const;
  const state = await lookAtWorkbook(workbook, kept);
  if (state.kind === 'none') return { kind: 'noLedger' };
  if (state.kind === 'inTheWay') return { kind: 'refused', problem: state.problem };
  const unreadable = state.problems.find(({ level }) => level === 'error');
  if (unreadable !== undefined) return { kind: 'refused', problem: unreadable };
  const { settings, roster, ledger, reading } = state;
  if (settings === undefined || roster === undefined) {
    const sheet = settings === undefined ? sheetNames.settings : sheetNames.roster;
    return refuse('L9', 'sheetMissing', { sheet }, { sheet });
  }
  const periods = periodsOf(settings.calendar, settings.year);
  const period = periods.find(({ name }) => name === wanted);
  if (period === undefined) return periods.length === 0 ? refuse('P1', 'noPeriods', { sheet: sheetNames.settings }, { year: settings.year }) : refuse('P1', 'noSuchPeriod', { sheet: sheetNames.settings }, { period: wanted, periods: periods.map(({ name }) => name).join(separator) });
  const lists = { exchange: readList(exchangeList, reading.cells.get(sheetNames.exchange)), mergeLog: readList(mergeLogList, reading.cells.get(sheetNames.mergeLog)), register: readList(registerList, reading.cells.get(sheetNames.returns)) };
  for (const [sheet, list] of [[sheetNames.exchange, lists.exchange], [sheetNames.mergeLog, lists.mergeLog], [sheetNames.returns, lists.register]] as const) {
    if (!('missing' in list) || !reading.cells.has(sheet)) continue;
    return reading.tables.some((table) => table.name === sheet && table.sheet === sheet) ? refuse('R10', 'listColumnsMissing', { sheet }, { sheet, titles: list.missing.join(separator) }) : refuse('L10', 'sheetOfAnother', { sheet }, { sheet });
  }
  const found = <Key extends string>(list: ListReading<Key> | { readonly missing: readonly string[] }): ListReading<Key> | undefined => ('missing' in list ? undefined : list);
  const history = reading.cells.get(sheetNames.history);
  const reports = history === undefined || !isHistorySheet(history) ? undefined : readHistory(history);
  // A history that someone changed is the summary's matter; without it nothing is 未更新.
  const before = lastEditions(reports?.ok === true ? reports.value : []).map(({ report }) => report).filter((report) => report.period < wanted).pop();
  const exchange = exchangeOf(found(lists.exchange), wanted);
  const dueFormats = ledger.bodyRows === 0 ? [] : await workbook.columnFormats(sheetNames.ledger, ledger.nextRow - ledger.bodyRows, ledger.bodyRows, ledger.columns.due);
  const known = namesOfSections(roster);
  const first = ledger.nextRow - ledger.bodyRows;
  const tasks = ledger.rows.filter((row) => String(row.cells.id).trim() !== '').map((row) => ledgerTask(row, known, dueFormats[row.row - first] ?? '', settings.year));
  return {
    kind: 'ground',
    ground: {
      state, settings, roster, period, exchange, before, dueFormats,
      lists: { exchange: found(lists.exchange), mergeLog: found(lists.mergeLog), register: found(lists.register) },
      side: { plan: planIdOf(settings), period: period.name, year: settings.year, roster, tasks, sent: exchange.sent, taken: exchange.taken },
    },
  };
}

function ledgerTask(row: LedgerRow, sections: ReadonlySet<string>, dueFormat: string, year: number): LedgerTask {
  const { cells } = row;
  const done = typeof cells.doneOn === 'number' ? fromSerial(cells.doneOn) : undefined;
  return {
    id: String(cells.id).trim(), sections: splitNames(String(cells.sections).trim(), sections).names,
    cells: Object.fromEntries(officialColumns.map((column) => [column, column === 'due' ? dueShown(cells.due, dueFormat, year) : String(cells[column])])) as LedgerTask['cells'],
    doneOn: done ?? String(cells.doneOn),
  };
}

/** The row of each task. Of two rows of one 编号 the first counts, as in status and reports (L7). */
export function rowsOfTasks(rows: readonly LedgerRow[]): ReadonlyMap<string, LedgerRow> {
  return new Map([...rows].reverse().map((row) => [String(row.cells.id).trim(), row]));
}

/** Protection or a name in the way of keeping what went out and came back, found before anything is made. */
export function exchangeHindrance({ state }: ExchangeGround, written: readonly string[], addsSheets: boolean): Problem | undefined {
  if (addsSheets && state.reading.structureProtected) return refuse('X3', 'structureProtected', {}, {}).problem;
  const locked = state.reading.sheets.find((sheet) => sheet.isProtected && written.includes(sheet.name));
  if (locked !== undefined) return refuse('X3', 'sheetProtected', { sheet: locked.name }, { sheet: locked.name }).problem;
  const elsewhere = state.reading.tables.find((table) => table.name !== table.sheet && [sheetNames.exchange, sheetNames.mergeLog, sheetNames.returns].some((name) => name === table.name));
  return elsewhere === undefined ? undefined : refuse('L10', 'tableOfAnother', { sheet: elsewhere.sheet }, { table: elsewhere.name, sheet: elsewhere.sheet }).problem;
}
