// Where every row of a ledger stands and what is wrong with it, from what was read of the workbook (S, F, C, O, D). Changes nothing; knows no Excel.
import type { RowStatus } from '../core/cellStatus';
import { judgeCells } from '../core/cellStatus';
import { checkTasks } from '../core/checks';
import { readDue } from '../core/deadline';
import type { Filled } from '../core/filled';
import type { Light } from '../core/light';
import { lights } from '../core/light';
import { compareWithBody, differencesAsProblems } from '../core/matrixDifferences';
import { splitNames, splitUnits } from '../core/names';
import type { Period } from '../core/period';
import { currentPeriod, isPastCutOff } from '../core/period';
import type { PlanBody } from '../core/planBody';
import type { PlanSettings } from '../core/plan';
import type { PlainDate } from '../core/plainDate';
import { fromSerial } from '../core/plainDate';
import type { Problem } from '../core/problem';
import type { Roster } from '../core/roster';
import { namesOfPeople, namesOfSections } from '../core/roster';
import type { Status } from '../core/status';
import { statuses } from '../core/status';
import type { LedgerColumn, Task } from '../core/task';
import { isTaskId } from '../core/taskId';
import { addressOf } from '../sheets/drawing';
import type { LedgerReading, LedgerRow } from '../sheets/ledgerReading';
import type { ReadCell } from '../sheets/settingsSheet';
import { sheetNames } from '../sheets/titles';

/** A row of the ledger with where it stands. */
export interface JudgedRow {
  /** 0-based row on the sheet. */
  readonly row: number;
  readonly task: Task;
  readonly status: RowStatus;
}

/** A ledger as it stands on its 基准日. */
export interface Judgement {
  readonly asOf: PlainDate;
  /** Whether 基准日 is set on 设置; otherwise it is today. */
  readonly isAsOfSet: boolean;
  readonly settings: PlanSettings;
  readonly roster: Roster;
  /** The reporting period of 基准日 (P3). */
  readonly period: Period | undefined;
  /** The period that was reported last; empty when none was (F2). */
  readonly lastReported: string;
  readonly rows: readonly JudgedRow[];
  /** Every problem with its cell, in the order of the rows; hidden notes are not among them. */
  readonly problems: readonly Problem[];
  /** Notes that someone hid for good, each with the reason given. */
  readonly hidden: readonly { readonly problem: Problem; readonly reason: string }[];
  readonly counts: {
    readonly status: Readonly<Record<Status, number>>;
    readonly filled: Readonly<Record<Filled, number>>;
    readonly light: Readonly<Record<Light, number>>;
  };
}

/** A note that someone hid: by what it is known again, and why. */
export interface HiddenNote { readonly key: string; readonly reason: string }

/** What judging needs beside the ledger's rows. */
export interface JudgeContext {
  readonly settings: PlanSettings;
  readonly roster: Roster;
  readonly today: PlainDate;
  /** The period that was reported last; empty when none was (F2). */
  readonly lastReported: string;
  /** In a period's report, which closes it, what is 未填报 is 红 (C1), and 上期净文 is of the report before. */
  readonly isReport?: boolean;
  /** The body's own list, where this ledger is of its plan (I6). */
  readonly body?: PlanBody;
  readonly hidden?: readonly HiddenNote[];
}

/** By what a note is known again: when the cell says something else, it is another note. */
export function problemKey({ rule, kind, at, values }: Problem): string {
  return [rule, kind, at.taskId ?? '', at.column ?? '', ...Object.entries(values).filter(([name]) => name !== 'row').map(([name, value]) => `${name}=${String(value)}`)].join('|');
}

/** Judges every row of a ledger (S1–S9, F1–F4, C1, O1–O8, D1–D8, I6). */
export function judgeLedger(ledger: LedgerReading, context: JudgeContext): Judgement {
  const { settings, roster } = context;
  const asOf = settings.asOf === '' ? context.today : settings.asOf;
  const { isReport = false, lastReported } = context;
  const period = currentPeriod(settings.calendar, settings.year, asOf);
  const yardstick = {
    asOf, warningDays: settings.warningDays, mustBeFilled: isReport || isPastCutOff(settings.calendar, settings.year, asOf),
    isReported: !isReport && !(lastReported < (period?.name ?? '')),
  };
  const known = { people: namesOfPeople(roster), sections: namesOfSections(roster) };
  const lines = ledger.rows.filter((row) => !isBlank(row));
  const tasks = lines.map((row) => readTask(row, settings.year, known));
  const rows = lines.map((line, index): JudgedRow => ({
    row: line.row,
    task: tasks[index] ?? readTask(line, settings.year, known),
    status: judgeCells({ due: line.cells.due, progress: line.cells.progress, doneOn: line.cells.doneOn, previous: line.previous }, yardstick),
  }));
  const place = (row: number, column: string | undefined): Problem['at'] => {
    const at = column !== undefined && column in ledger.columns ? ledger.columns[column as LedgerColumn] : ledger.columns.id;
    return { sheet: sheetNames.ledger, cell: addressOf(row, at) };
  };
  const rowOf = new Map(rows.map(({ row, task }) => [task.id, row]));
  const checked = checkTasks(rows.map(({ row, task }, index) => ({ task, at: { index: row }, written: writtenCells(lines[index]?.cells) })), { settings, roster, asOf });
  const found = [
    ...numberProblems(lines),
    ...checked.map((problem) => withPlace(problem, place(problem.at.index ?? 0, problem.at.column))),
    ...(context.body === undefined ? [] : differencesAsProblems(compareWithBody({ settings, roster, tasks }, context.body)).map((problem) => {
      const row = problem.at.taskId === undefined ? undefined : rowOf.get(problem.at.taskId);
      return row === undefined ? problem : withPlace(problem, place(row, problem.at.column));
    })),
  ];
  const reasons = new Map((context.hidden ?? []).map(({ key, reason }) => [key, reason]));
  const hiddenBy = (problem: Problem): string | undefined => (problem.level === 'note' ? reasons.get(problemKey(problem)) : undefined);
  return {
    asOf, isAsOfSet: settings.asOf !== '', settings, roster, period, lastReported, rows,
    problems: found.filter((problem) => hiddenBy(problem) === undefined),
    hidden: found.flatMap((problem) => { const reason = hiddenBy(problem); return reason === undefined ? [] : [{ problem, reason }]; }),
    counts: countRows(rows),
  };
}

function withPlace(problem: Problem, { sheet, cell }: Problem['at']): Problem {
  const { index: _, ...at } = problem.at;
  return { ...problem, at: { ...at, ...(sheet === undefined ? {} : { sheet }), ...(cell === undefined ? {} : { cell }) } };
}

/** How many rows there are of each status, filling and light. Every sum is the number of rows. */
export function countRows(rows: readonly JudgedRow[]): Judgement['counts'] {
  const none = <Word extends string>(words: readonly Word[]): Record<Word, number> => Object.fromEntries(words.map((word) => [word, 0])) as Record<Word, number>;
  const counts = { status: none(statuses), filled: none(fillings), light: none(lights) };
  for (const { status } of rows) {
    counts.status[status.status] += 1;
    counts.filled[status.filled] += 1;
    counts.light[status.light] += 1;
  }
  return counts;
}

const fillings: readonly Filled[] = ['已填报', '未更新', '未填报'];

/** A row without anything in the columns that people and plans fill is none. */
function isBlank({ cells }: LedgerRow): boolean {
  return String(cells.id).trim() === '' && String(cells.text).trim() === '';
}

function readTask({ cells }: LedgerRow, year: number, known: { readonly people: ReadonlySet<string>; readonly sections: ReadonlySet<string> }): Task {
  const text = (column: LedgerColumn): string => String(cells[column]).trim();
  const doneOn = readDoneOn(cells.doneOn);
  return {
    id: text('id'), indicator: text('indicator'), leadUnit: text('leadUnit'), supportUnits: splitUnits(text('supportUnits')), text: text('text'),
    leaders: splitNames(text('leaders'), known.people).names, sections: splitNames(text('sections'), known.sections).names, owners: splitNames(text('owners'), known.people).names,
    due: readDue(typeof cells.due === 'number' ? cells.due : String(cells.due), { year }),
    progress: String(cells.progress), remark: String(cells.remark), doneOn,
    ...(doneOn === '' && text('doneOn') !== '' ? { doneOnText: text('doneOn') } : {}),
  };
}

function readDoneOn(cell: ReadCell): PlainDate | '' {
  return (typeof cell === 'number' ? fromSerial(cell) : undefined) ?? '';
}

function writtenCells(cells: LedgerRow['cells'] | undefined): Readonly<Partial<Record<'leaders' | 'sections' | 'owners' | 'due', string | number>>> {
  if (cells === undefined) return {};
  const asWritten = (cell: ReadCell): string | number => (typeof cell === 'boolean' ? String(cell) : cell);
  return { leaders: asWritten(cells.leaders), sections: asWritten(cells.sections), owners: asWritten(cells.owners), due: asWritten(cells.due) };
}

/** 编号 that are missing, ill-formed or given twice (L6). */
function numberProblems(lines: readonly LedgerRow[]): readonly Problem[] {
  const seen = new Map<string, number>();
  return lines.flatMap((line): readonly Problem[] => {
    const id = String(line.cells.id).trim();
    const problem = (kind: string, level: Problem['level'], values: Problem['values']): readonly Problem[] =>
      [{ rule: 'L6', kind, level, at: { sheet: sheetNames.ledger, cell: addressOf(line.row, line.idColumn), ...(id === '' ? {} : { taskId: id }), column: 'id' }, values }];
    if (id === '') return problem('emptyId', 'error', {});
    const first = seen.get(id);
    if (first !== undefined) return problem('repeatedId', 'error', { id, first });
    seen.set(id, line.row + 1);
    if (!isTaskId(id)) return problem('illFormedId', 'error', { id });
    return typeof line.cells.id === 'number' ? problem('idIsNumber', 'warning', { id, row: line.row + 1 }) : [];
  });
}
