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
import { helperTitles, ledgerTitles } from '../sheets/titles';

/** A matrix as understood, with the plan that it makes on a base; the plan's problems are those of the reading and of the checks (O, D). */
export interface TakenMatrix { readonly reading: MatrixReading; readonly plan: Result<Plan> }

/** Reads tables as a matrix with what a person chose, and plans on a base (I5: to be shown before anything is written). */
export function takeMatrix(tables: readonly RawTable[], base: PlanBase, choices: MatrixChoices): TakenMatrix {
  const hasPeople = base.roster.people.length > 0;
  const reading = readMatrix(tables, { year: base.settings.year, ...(hasPeople ? { roster: base.roster } : {}), choices });
  const planned = planFromMatrix(reading, base);
  if (!planned.ok) return { reading, plan: planned };
  const plan = withOtherColumns(reading, planned.value);
  return { reading, plan: { ok: true, value: plan, problems: [...planned.problems, ...checkPlan(plan)] } };
}

/** What a matrix says of itself before anything is chosen: the year by which its deadlines were read, why, and the lines over its head. */
export function beginMatrix(tables: readonly RawTable[]): Pick<MatrixReading, 'year' | 'titles' | 'guesses'> {
  const { year, titles, guesses } = readMatrix(tables, {});
  return { ...(year === undefined ? {} : { year }), titles, guesses: guesses.filter(({ what }) => what === 'year') };
}

/** Rules that ask the roster who is who. */
const rosterRules: ReadonlySet<string> = new Set(['O2', 'O5', 'O6', 'O7', 'O8']);

/** What the checks say of a draft (O, D). Without anybody in the roster every name would be unknown, which says nothing and is not said. */
export function checkPlan({ tasks, settings, roster }: Plan): readonly Problem[] {
  const problems = checkTasks(tasks.map((task, index) => ({ task, at: { index: index + 1 }, written: {} })), { settings, roster, asOf: settings.issuedOn });
  return roster.people.length > 0 ? problems : problems.filter(({ rule }) => !rosterRules.has(rule));
}

// Kept columns by the 编号 that the tasks were given (I3).
function withOtherColumns({ otherColumns, tasks: read }: MatrixReading, plan: Plan): Plan {
  if (otherColumns.length === 0) return plan;
  const taken = new Set<string>([...Object.values(ledgerTitles), ...Object.values(helperTitles)]);
  const columns = otherColumns.map((title, place): OtherColumn => ({
    title: freeTitle(title, place, taken),
    // Two columns of one title stand in one cell, for the reading gives both that name.
    texts: new Map(plan.tasks.flatMap(({ id }, index) => {
      const texts = (read[index]?.others ?? []).filter((other) => other.title === title).map(({ text }) => text).filter((text) => text !== '');
      return texts.length === 0 ? [] : [[id, texts.join('\n')] as const];
    })),
  }));
  return { ...plan, otherColumns: columns };
}

// A table has each title once, in whatever case, and none that is empty; the ledger finds its own columns by theirs (L2).
function freeTitle(title: string, place: number, taken: Set<string>): string {
  const wanted = title.trim() === '' ? `原表其他列${String(place + 1)}` : taken.has(title.trim()) ? `原表${title.trim()}` : title.trim();
  let free = wanted;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${wanted}${String(number)}`;
  taken.add(free.toLowerCase());
  return free;
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
