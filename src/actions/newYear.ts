// A new year from an old ledger: the same tasks and people, nothing filled in, deadlines and reports a year on, in a workbook of its own; the old one stays as it is. Changes nothing; knows no Excel.
import type { Due } from '../core/deadline';
import { readDue, showDue } from '../core/deadline';
import { addMonths, dayParts, lastDayOfMonth } from '../core/plainDate';
import type { PlainDate } from '../core/plainDate';
import type { Period } from '../core/period';
import { periodsOf } from '../core/period';
import type { Plan, PlanSettings } from '../core/plan';
import type { Problem } from '../core/problem';
import type { Task } from '../core/task';
import type { WorkbookDrawing } from '../sheets/drawing';
import { drawLedger } from '../sheets/ledgerSheet';
import { drawRoster, rosterNames } from '../sheets/rosterSheet';
import { drawSettings, settingsNames } from '../sheets/settingsSheet';
import { sheetNames } from '../sheets/titles';
import type { LedgerWorkbook } from '../sheets/workbook';
import { judgeState } from './checkLedger';
import { lookAtWorkbook } from './lookAtWorkbook';

/** What a person says of the new year; what is left out follows from the old one. */
export interface NewYearWish { readonly year: number; readonly issuedOn?: PlainDate; readonly firstCutOff?: PlainDate; readonly title?: string; readonly today: PlainDate }

/** A task's deadline in the old year and in the new one. `moved` is a day a year on; `kept` a text that names no day. */
export interface MovedDeadline { readonly id: string; readonly text: string; readonly old: string; readonly new: string; readonly kind: 'moved' | 'kept' }

/** A new year's plan, to be looked through before its workbook is made (I5). */
export interface NewYearPlan {
  readonly plan: Plan;
  readonly deadlines: readonly MovedDeadline[];
  /** How many tasks leave their 落实情况, 备注 or 办结日期 behind in the old ledger. */
  readonly cleared: number;
  readonly periods: readonly Period[];
}

export type NewYearPlanning = { readonly kind: 'ready'; readonly plan: NewYearPlan } | { readonly kind: 'refused'; readonly problem: Problem } | { readonly kind: 'noLedger' };

/** Reads the ledger and plans the year that follows from it. Writes nothing, there or elsewhere. */
export async function planNewYear(workbook: LedgerWorkbook, wish: NewYearWish): Promise<NewYearPlanning> {
  const state = await lookAtWorkbook(workbook);
  if (state.kind === 'none') return { kind: 'noLedger' };
  if (state.kind === 'inTheWay') return { kind: 'refused', problem: state.problem };
  const judged = judgeState(state, wish.today);
  if (judged.kind === 'refused') return judged;
  const { settings, roster, rows } = judged.judgement;
  if (!Number.isInteger(wish.year) || wish.year <= settings.year || wish.year > 2199) {
    return { kind: 'refused', problem: { rule: 'L7', kind: 'notALaterYear', level: 'error', at: {}, values: { year: String(wish.year), old: settings.year } } };
  }
  const { ledger } = state;
  const first = ledger.nextRow - ledger.bodyRows;
  const formats = ledger.bodyRows === 0 ? [] : await workbook.columnFormats(sheetNames.ledger, first, ledger.bodyRows, ledger.columns.due);
  const cells = new Map(ledger.rows.map((row) => [row.row, row.cells]));
  const years = wish.year - settings.year;
  const moved = rows.map(({ row, task }) => {
    const cell = cells.get(row)?.due ?? '';
    const due = readDue(typeof cell === 'number' ? cell : String(cell), { year: settings.year, numberFormat: formats[row - first] });
    return { task, old: due, due: laterDue(due, years) };
  });
  const tasks = moved.map(({ task, due }): Task => { const { doneOnText: _, ...rest } = task; return { ...rest, due, progress: '', remark: '', doneOn: '' }; });
  const plan: Plan = { settings: laterSettings(settings, wish, years), roster, tasks };
  return {
    kind: 'ready',
    plan: {
      plan, periods: periodsOf(plan.settings.calendar, plan.settings.year),
      deadlines: moved.map(({ task, old, due }) => ({ id: task.id, text: task.text, old: showDue(old), new: showDue(due), kind: due.kind === 'date' ? 'moved' : 'kept' })),
      cleared: rows.filter(({ task }) => task.progress.trim() !== '' || task.remark.trim() !== '' || task.doneOn !== '' || task.doneOnText !== undefined).length,
    },
  };
}

/** The new year's workbook. */
export function drawNewYear({ plan }: NewYearPlan): WorkbookDrawing {
  return { sheets: [drawLedger(plan), drawRoster(plan.roster), drawSettings(plan.settings)], names: [...settingsNames(), ...rosterNames(plan.roster)], opensOn: sheetNames.ledger };
}

/** The same day so many years later; a month, a quarter or a year goes on meaning its last day (D5). */
function laterDue(due: Due, years: number): Due {
  if (due.kind !== 'date') return due;
  const on = later(due.on, years);
  const { year, month } = dayParts(on);
  const whole = due.precision === 'day' || due.precision === 'tenDays' ? on : lastDayOfMonth(year, month);
  const moved = { ...due, on: whole };
  return { ...moved, text: showDue(moved) };
}

function later(day: PlainDate, years: number): PlainDate {
  return addMonths(day, years * 12);
}

function laterSettings(settings: PlanSettings, { year, issuedOn, firstCutOff, title }: NewYearWish, years: number): PlanSettings {
  return {
    ...settings, year, asOf: '',
    title: title ?? settings.title.replaceAll(String(settings.year), String(year)),
    issuedOn: issuedOn ?? later(settings.issuedOn, years),
    calendar: { ...settings.calendar, firstCutOff: firstCutOff ?? later(settings.calendar.firstCutOff, years) },
  };
}
