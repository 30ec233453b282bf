// Every check of tasks as a list of problems (O, D, S9, F4, I6). Knows what a plan says; knows no sheet, and changes nothing.
import { readDue, showDue } from './deadline';
import { isHollow, saysDone } from './filled';
import type { NameColumn } from './owners';
import { checkNameText, checkOwners, countLeaders, nameColumns } from './owners';
import type { PlanSettings } from './plan';
import type { PlainDate } from './plainDate';
import { dayParts } from './plainDate';
import type { Level, Place, Problem } from './problem';
import type { Roster } from './roster';
import { namesOfPeople, namesOfSections } from './roster';
import type { Task } from './task';

/** What a task's cells held before they were read; text stands there as text, a true date as a number. */
export type WrittenCells = Readonly<Partial<Record<NameColumn | 'due', string | number>>>;

/** A task with where it stands and what was written there. */
export interface CheckedTask {
  readonly task: Task;
  readonly at?: Place;
  readonly written?: WrittenCells;
}

/** What checking needs of a plan. */
export interface CheckContext {
  readonly settings: Pick<PlanSettings, 'year' | 'issuedOn'>;
  readonly roster: Roster;
  /** The day on which status is judged; without it S9 has nothing to say about days. */
  readonly asOf?: PlainDate;
}

/** Checks all tasks (O1–O8, D1–D5, S9, F4), row by row in their order. What the body says otherwise is compareWithBody's (D8, I6). */
export function checkTasks(rows: readonly CheckedTask[], context: CheckContext): readonly Problem[] {
  const counts = countLeaders(rows.map((row) => row.task), context.roster);
  const people = namesOfPeople(context.roster);
  const sections = namesOfSections(context.roster);
  return rows.flatMap(({ task, at = {}, written = {} }) => {
    const names = nameColumns.flatMap((column) => {
      const cell = written[column];
      return typeof cell === 'string' ? checkNameText(cell, column, column === 'sections' ? sections : people, { taskId: task.id }) : [];
    });
    const problems = [...checkOwners(task, context.roster, counts), ...names, ...checkDue(task, written.due, context.settings), ...checkProgress(task, context.asOf)];
    return problems.map((problem) => ({ ...problem, at: { ...at, ...problem.at } }));
  });
}

/** Checks a deadline (D1–D5). `written` is the cell as a ledger holds it; a plan file, where a text is as it should be, gives none. */
export function checkDue(task: Task, written: string | number | undefined, settings: CheckContext['settings']): readonly Problem[] {
  const { due } = task;
  const found = (rule: string, kind: string, level: Level, values: Problem['values']): Problem => ({ rule, kind, level, at: { taskId: task.id, column: 'due' }, values });
  if (due.kind === 'empty') return [found('D1', 'empty', 'error', {})];
  if (due.kind === 'unread') return [found('D2', due.reason, 'error', { text: due.text, detail: due.detail })];
  if (due.kind === 'open') return [];

  const problems: Problem[] = [];
  const shown = showDue(due);
  if (typeof written === 'string') {
    problems.push({ ...found('D3', 'textNotDate', 'warning', { text: due.text, shown }), fix: { column: 'due', text: shown, on: due.on } });
  }
  if (due.on < settings.issuedOn) problems.push(found('D4', 'beforeNotice', 'warning', { shown, issuedOn: settings.issuedOn }));
  else if (dayParts(due.on).year !== settings.year) problems.push(found('D4', 'outsideYear', 'warning', { shown, year: settings.year }));
  if (due.assumedYear) problems.push(found('D5', 'assumedYear', 'note', { text: due.text, shown, year: settings.year }));
  return problems;
}

/** Checks what was filled in (S9, F4): done by the words but not by the date, done in days to come, an unreadable 办结日期, hollow text. */
export function checkProgress(task: Task, asOf: PlainDate | undefined): readonly Problem[] {
  const found = (rule: string, kind: string, level: Level, column: string, values: Problem['values']): Problem => ({ rule, kind, level, at: { taskId: task.id, column }, values });
  const problems: Problem[] = [];
  if (task.doneOn === '' && task.doneOnText !== undefined && task.doneOnText !== '') problems.push(checkDoneOnText(task.doneOnText, found));
  const said = task.doneOn === '' ? saysDone(task.progress) : undefined;
  if (said !== undefined) problems.push(found('S9', 'saysDone', 'note', 'progress', { word: said }));
  if (task.doneOn !== '' && asOf !== undefined && task.doneOn > asOf) problems.push(found('S9', 'doneAfterAsOf', 'note', 'doneOn', { doneOn: task.doneOn, asOf }));
  if (isHollow(task.progress)) problems.push(found('F4', 'hollow', 'note', 'progress', { text: task.progress.trim() }));
  return problems;
}

// Year 0 is no plan's year: a 办结日期 without a year is not filled up by a guess.
function checkDoneOnText(text: string, found: (rule: string, kind: string, level: Level, column: string, values: Problem['values']) => Problem): Problem {
  const read = readDue(text, { year: 0 });
  const problem = found('S9', 'doneOnUnread', 'error', 'doneOn', { text });
  return read.kind === 'date' && read.precision === 'day' ? { ...problem, kind: 'doneOnText', level: 'warning', fix: { column: 'doneOn', text: showDue(read), on: read.on } } : problem;
}
