// Where the matrix (附件3) and the body (附件1 §四) say different things (I6, D8). Lists all of it and decides nothing.
import { readDue, showDue } from './deadline';
import { likeness } from './likeness';
import { joinNames } from './names';
import { comparableText, withoutBlanks } from './normalizeText';
import type { Plan } from './plan';
import type { BodyIndicator, BodyTask, PlanBody } from './planBody';
import type { Problem } from './problem';
import type { Task, TaskId } from './task';
import type { TextPiece } from './textDifference';
import { differingPieces } from './textDifference';

/** One difference. `body` and `matrix` are what each says; a wording gives the pieces that differ as well (one: body, other: matrix). */
export type MatrixDifference =
  | { readonly kind: 'wording'; readonly taskId: TaskId; readonly body: string; readonly matrix: string; readonly pieces: readonly TextPiece[] }
  | { readonly kind: 'deadline' | 'sections' | 'role'; readonly taskId: TaskId; readonly body: string; readonly matrix: string }
  | { readonly kind: 'onlyInMatrix'; readonly taskId: TaskId; readonly matrix: string }
  | { readonly kind: 'onlyInBody'; readonly indicator: string; readonly body: string }
  | { readonly kind: 'count'; readonly indicator: string; readonly body: number; readonly matrix: number }
  | { readonly kind: 'bodyCount'; readonly indicator: string; readonly body: number; readonly listed: number }
  | { readonly kind: 'total'; readonly body: number; readonly matrix: number };

/** From this likeness on, a task of the matrix is taken for a task of the body that is worded otherwise. */
export const sameTaskLikeness = 0.5;

/** Compares the matrix with the body: totals first, then indicator by indicator, task by task (I6). */
export function compareWithBody(plan: Plan, body: PlanBody): readonly MatrixDifference[] {
  const listed = body.indicators.reduce((sum, indicator) => sum + indicator.count, 0);
  const total: MatrixDifference[] = listed === plan.tasks.length ? [] : [{ kind: 'total', body: listed, matrix: plan.tasks.length }];
  const byIndicator = new Map<string, Task[]>();
  for (const task of plan.tasks) byIndicator.set(comparableText(task.indicator), [...(byIndicator.get(comparableText(task.indicator)) ?? []), task]);
  const known = body.indicators.flatMap((indicator) => compareIndicator(byIndicator.get(comparableText(indicator.indicator)) ?? [], indicator, body, plan));
  const names = new Set(body.indicators.map((indicator) => comparableText(indicator.indicator)));
  const strange = plan.tasks.filter((task) => !names.has(comparableText(task.indicator)));
  return [...total, ...known, ...strange.map(onlyInMatrix)];
}

/** The differences as problems: another deadline is D8, the rest I6; all are notes, for the matrix is what was issued. */
export function differencesAsProblems(differences: readonly MatrixDifference[]): readonly Problem[] {
  return differences.map((difference): Problem => {
    switch (difference.kind) {
      case 'wording':
        return note('I6', 'wording', { taskId: difference.taskId, column: 'text' }, {
          body: difference.body, matrix: difference.matrix,
          bodyPieces: difference.pieces.map((piece) => piece.one).join('…'), matrixPieces: difference.pieces.map((piece) => piece.other).join('…'),
        });
      case 'deadline': return note('D8', 'bodyDiffers', { taskId: difference.taskId, column: 'due' }, { body: difference.body, matrix: difference.matrix });
      case 'sections': return note('I6', 'sections', { taskId: difference.taskId, column: 'sections' }, { body: difference.body, matrix: difference.matrix });
      case 'role': return note('I6', 'role', { taskId: difference.taskId, column: 'leadUnit' }, { body: difference.body, matrix: difference.matrix });
      case 'onlyInMatrix': return note('I6', 'onlyInMatrix', { taskId: difference.taskId, column: 'text' }, { matrix: difference.matrix });
      case 'onlyInBody': return note('I6', 'onlyInBody', {}, { indicator: difference.indicator, body: difference.body });
      case 'count': return note('I6', 'count', {}, { indicator: difference.indicator, body: difference.body, matrix: difference.matrix });
      case 'bodyCount': return note('I6', 'bodyCount', {}, { indicator: difference.indicator, body: difference.body, listed: difference.listed });
      case 'total': return note('I6', 'total', {}, { body: difference.body, matrix: difference.matrix });
    }
  });
}

function note(rule: string, kind: string, at: Problem['at'], values: Problem['values']): Problem {
  return { rule, kind, level: 'note', at, values };
}

function onlyInMatrix(task: Task): MatrixDifference {
  return { kind: 'onlyInMatrix', taskId: task.id, matrix: task.text };
}

function compareIndicator(tasks: readonly Task[], indicator: BodyIndicator, body: PlanBody, plan: Plan): MatrixDifference[] {
  const differences: MatrixDifference[] = [];
  if (indicator.count !== indicator.tasks.length) differences.push({ kind: 'bodyCount', indicator: indicator.indicator, body: indicator.count, listed: indicator.tasks.length });
  if (indicator.count !== tasks.length) differences.push({ kind: 'count', indicator: indicator.indicator, body: indicator.count, matrix: tasks.length });
  const pairs = pairTasks(tasks, indicator.tasks);
  for (const task of tasks) {
    const bodyTask = pairs.get(task);
    if (bodyTask === undefined) differences.push(onlyInMatrix(task));
    else differences.push(...compareTask(task, bodyTask, indicator, body, plan));
  }
  const found = new Set(pairs.values());
  for (const bodyTask of indicator.tasks) if (!found.has(bodyTask)) differences.push({ kind: 'onlyInBody', indicator: indicator.indicator, body: bodyTask.text });
  return differences;
}

// The same words first; then, for what is left, the likest that is like enough.
function pairTasks(tasks: readonly Task[], bodyTasks: readonly BodyTask[]): ReadonlyMap<Task, BodyTask> {
  const pairs = new Map<Task, BodyTask>();
  const left = new Set(bodyTasks);
  const byText = new Map(bodyTasks.map((bodyTask) => [comparableText(bodyTask.text), bodyTask]));
  for (const task of tasks) {
    const same = byText.get(comparableText(task.text));
    if (same !== undefined && left.delete(same)) pairs.set(task, same);
  }
  for (const task of tasks) {
    if (left.size === 0) break;
    if (pairs.has(task)) continue;
    const [likest] = [...left].map((bodyTask) => ({ bodyTask, like: likeness(task.text, bodyTask.text) })).sort((a, b) => b.like - a.like);
    if (likest !== undefined && likest.like >= sameTaskLikeness) {
      pairs.set(task, likest.bodyTask);
      left.delete(likest.bodyTask);
    }
  }
  return pairs;
}

function compareTask(task: Task, bodyTask: BodyTask, indicator: BodyIndicator, body: PlanBody, plan: Plan): MatrixDifference[] {
  const differences: MatrixDifference[] = [];
  const one = withoutBlanks(bodyTask.text);
  const other = withoutBlanks(task.text);
  if (one !== other) differences.push({ kind: 'wording', taskId: task.id, body: bodyTask.text, matrix: task.text, pieces: differingPieces(one, other) });

  const due = readDue(bodyTask.due, { year: plan.settings.year });
  const same = due.kind === 'date' && task.due.kind === 'date' ? due.on === task.due.on : withoutBlanks(showDue(due)) === withoutBlanks(showDue(task.due));
  if (!same) differences.push({ kind: 'deadline', taskId: task.id, body: showDue(due), matrix: showDue(task.due) });

  if (joinNames(indicator.sections) !== joinNames(task.sections)) differences.push({ kind: 'sections', taskId: task.id, body: joinNames(indicator.sections), matrix: joinNames(task.sections) });
  // Where the bureau only joins in, another unit must lead, and the other way round.
  const leads = task.leadUnit === body.unit;
  if (leads !== (indicator.role === 'lead')) differences.push({ kind: 'role', taskId: task.id, body: indicator.role, matrix: task.leadUnit });
  return differences;
}
