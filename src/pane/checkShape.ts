// How the screen of checks lists problems: by what they are about, of which section and leader. Pure; judges nothing.
import type { JudgedRow } from '../actions/judgeLedger';
import type { Level, Problem } from '../core/problem';
import type { Task } from '../core/task';
import type { CheckArea } from '../words/check';

/** A problem with the task that it is on; totals of the plan are on none. */
export interface ListedProblem { readonly problem: Problem; readonly task: Task | undefined }

export interface ProblemFilter { readonly level: Level | undefined; readonly area: CheckArea | ''; readonly section: string; readonly leader: string }

export const noFilter: ProblemFilter = { level: undefined, area: '', section: '', leader: '' };

const areas: readonly (readonly [RegExp, CheckArea])[] = [[/^(?:I6|D8)$/, 'body'], [/^O/, 'owners'], [/^D/, 'deadline'], [/^(?:S9|F)/, 'progress'], [/^L6$/, 'number']];

/** What a problem is about. */
export function areaOf({ rule }: Problem): CheckArea {
  return areas.find(([pattern]) => pattern.test(rule))?.[1] ?? 'other';
}

/** By what a line of the list stays itself while others come and go. */
export function keyOfProblem({ rule, kind, at, values }: Problem): string {
  return JSON.stringify([rule, kind, at.cell, at.taskId, at.column, values]);
}

const levels: readonly Level[] = ['error', 'warning', 'note'];

/** Problems with their tasks, the worst first, in the order of the rows. */
export function listProblems(problems: readonly Problem[], rows: readonly JudgedRow[]): readonly ListedProblem[] {
  const byRow = new Map(rows.map(({ row, task }) => [row, task]));
  const byId = new Map(rows.map(({ task }) => [task.id, task]));
  const rowOf = (problem: Problem): number => Number(/\d+$/.exec(problem.at.cell ?? '')?.[0] ?? Infinity) - 1;
  return problems
    .map((problem) => ({ problem, task: byRow.get(rowOf(problem)) ?? byId.get(problem.at.taskId ?? '') }))
    .sort((a, b) => levels.indexOf(a.problem.level) - levels.indexOf(b.problem.level) || compare(rowOf(a.problem), rowOf(b.problem)));
}

// Infinity less Infinity is no number.
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** Whether a problem is among what is looked at. */
export function passes({ problem, task }: ListedProblem, filter: ProblemFilter): boolean {
  return (filter.level === undefined || problem.level === filter.level)
    && (filter.area === '' || areaOf(problem) === filter.area)
    && (filter.section === '' || task?.sections.includes(filter.section) === true)
    && (filter.leader === '' || task?.leaders.includes(filter.leader) === true);
}

/** What can be chosen: only what some problem has. */
export function choicesOf(listed: readonly ListedProblem[]): { readonly areas: readonly CheckArea[]; readonly sections: readonly string[]; readonly leaders: readonly string[] } {
  return {
    areas: [...new Set(listed.map(({ problem }) => areaOf(problem)))],
    sections: [...new Set(listed.flatMap(({ task }) => task?.sections ?? []))],
    leaders: [...new Set(listed.flatMap(({ task }) => task?.leaders ?? []))],
  };
}

/** The cell's text with the name that the roster offers in place of the one that it lacks; undefined where nothing is offered (O2, O6). */
export function renamed({ problem, task }: ListedProblem): { readonly name: string; readonly text: string } | undefined {
  const { name, nearest } = problem.values;
  const { column } = problem.at;
  if (task === undefined || typeof name !== 'string' || typeof nearest !== 'string' || nearest === '' || (column !== 'leaders' && column !== 'sections' && column !== 'owners')) return undefined;
  return { name: nearest, text: [...new Set(task[column].map((each) => (each === name ? nearest : each)))].join(nameSeparator) };
}

/** What stands between several names in one cell (L4). */
const nameSeparator = '、';
