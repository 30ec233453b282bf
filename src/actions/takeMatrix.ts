// Takes a matrix in (I1–I6): tables as read, and what a person chose, become a draft plan; what the matrix does not say comes from the base. Reads no file; changes nothing.
import { checkTasks } from '../core/checks';
import type { MatrixChoices, MatrixReading } from '../core/matrixReading';
import { readMatrix } from '../core/matrixIn';
import type { PlanBase } from '../core/matrixPlan';
import { planFromMatrix } from '../core/matrixPlan';
import type { OtherColumn, Plan, PlanSettings } from '../core/plan';
import type { PlainDate } from '../core/plainDate';
import type { Problem, Result } from '../core/problem';
import type { RawTable } from '../core/rawTable';
import type { Roster } from '../core/roster';

/** A matrix as understood, with the plan that it makes on a base; the plan's problems are those of the reading and of the checks (O, D). */
export interface TakenMatrix { readonly reading: MatrixReading; readonly plan: Result<Plan> }

/** Reads tables as a matrix with what a person chose, and plans on a base (I5: to be shown before anything is written). */
export function takeMatrix(tables: readonly RawTable[], base: PlanBase, choices: MatrixChoices): TakenMatrix {
  const hasPeople = base.roster.people.length > 0;
  const reading = readMatrix(tables, { year: base.settings.year, ...(hasPeople ? { roster: base.roster } : {}), choices });
  const planned = planFromMatrix(reading, base);
  if (!planned.ok) return { reading, plan: planned };
  const plan = withOtherColumns(reading, planned.value);
  return { reading, plan: { ok: true, value: plan, problems: [...planned.problems, ...(hasPeople ? checkPlan(plan) : [])] } };
}

/** What the checks say of a draft (O, D). Without anybody in the roster every name would be unknown, which says nothing. */
export function checkPlan({ tasks, settings, roster }: Plan): readonly Problem[] {
  return checkTasks(tasks.map((task, index) => ({ task, at: { index: index + 1 }, written: {} })), { settings, roster, asOf: settings.issuedOn });
}

// Kept columns by the 编号 that the tasks were given (I3).
function withOtherColumns({ otherColumns, tasks: read }: MatrixReading, plan: Plan): Plan {
  if (otherColumns.length === 0) return plan;
  const columns = otherColumns.map((title): OtherColumn => ({
    title, texts: new Map(plan.tasks.flatMap(({ id }, index) => { const text = read[index]?.others.find((other) => other.title === title)?.text ?? ''; return text === '' ? [] : [[id, text] as const]; })),
  }));
  return { ...plan, otherColumns: columns };
}

/** Settings for a matrix whose notice nobody gave: what is not said stays empty, and the year begins with its first even month. */
export function usualSettings(year: number): PlanSettings {
  const issuedOn: PlainDate = `${String(year)}-01-01`;
  return {
    title: '任务台账', unit: '', year, issuedOn, office: '', calendar: { firstCutOff: `${String(year)}-02-20`, everyMonths: 2, weekendRule: 'before' }, warningDays: 30, asOf: '',
  };
}

/** A roster in which nobody is known yet. */
export const emptyRoster: Roster = { people: [], sections: [] };
