// A plan out of a matrix as read: 编号 given or kept (L6), deadlines in the plan's year (D5), texts that a cell can hold (X3). Knows no table; O and D are checked by whoever calls.
import type { Findings } from './jsonShape';
import { beginFindings, checkText, report } from './jsonShape';
import type { CellAt, MatrixReading, MatrixTask } from './matrixReading';
import { readDeadline } from './matrixFields';
import { addressOf } from './matrixGrid';
import { joinNames } from './names';
import type { Plan, PlanSettings } from './plan';
import type { Place, Result } from './problem';
import type { Roster } from './roster';
import type { Task, TaskId } from './task';
import { indicatorNumberOf, isTaskId } from './taskId';

/** What a matrix does not say: the plan's settings and its people. */
export interface PlanBase { readonly settings: PlanSettings; readonly roster: Roster }

/** The plan that a matrix makes. Refused where there is no task, or a text that no cell can hold; what else is wrong comes as problems, and the reading's own with them. */
export function planFromMatrix(reading: MatrixReading, base: PlanBase): Result<Plan> {
  const findings = beginFindings('');
  if (reading.tasks.length === 0) {
    const said = reading.problems.some(({ level }) => level === 'error');
    return { ok: false, problems: said ? reading.problems : [...reading.problems, { rule: 'I1', kind: 'noTaskRows', level: 'error', at: {}, values: { table: '' } }] };
  }
  const ids = giveNumbers(reading.tasks, findings);
  const tasks = reading.tasks.map((each, index): Task => {
    const id = ids[index] ?? '';
    const task = { ...each.task, id, due: dueIn(each, reading.year, base.settings.year) };
    checkTexts(task, findings);
    return task;
  });
  const problems = [...reading.problems, ...findings.problems.map((problem) => ({ ...problem, at: withoutFile(problem.at) }))];
  return findings.refused ? { ok: false, problems } : { ok: true, value: { settings: base.settings, roster: base.roster, tasks }, problems };
}

/**
 * 编号 for tasks in their order (L6): what the table has is kept, where it is one and the first of its kind; an indicator's number is
 * that of its kept 编号, else the next that is free in the order of the indicators, and a task's is after the highest of its indicator.
 */
export function giveNumbers(tasks: readonly MatrixTask[], findings: Findings = beginFindings('')): readonly TaskId[] {
  const kept = keptNumbers(tasks, findings);
  const highest = new Map<number, number>();
  const groups = new Map<string, number>();
  tasks.forEach(({ task }, index) => {
    const id = kept[index];
    const group = id === undefined ? undefined : indicatorNumberOf(id);
    if (id === undefined || group === undefined) return;
    highest.set(group, Math.max(highest.get(group) ?? 0, Number(id.slice(id.indexOf('.') + 1))));
    if (task.indicator !== '' && !groups.has(task.indicator)) groups.set(task.indicator, group);
  });
  let next = 1;
  let above: number | undefined;
  return tasks.map(({ task }, index) => {
    const id = kept[index];
    if (id !== undefined) {
      above = indicatorNumberOf(id);
      return id;
    }
    // Under an empty cell a task counts with those above it, though whose it is stays unsaid.
    let group = task.indicator === '' ? (above ?? groups.get('')) : groups.get(task.indicator);
    if (group === undefined) {
      while (highest.has(next)) next += 1;
      group = next;
      groups.set(task.indicator, group);
    }
    above = group;
    const place = (highest.get(group) ?? 0) + 1;
    highest.set(group, place);
    return `${group}.${place}`;
  });
}

function keptNumbers(tasks: readonly MatrixTask[], findings: Findings): readonly (TaskId | undefined)[] {
  const seen = new Map<TaskId, number>();
  let above = '';
  return tasks.map(({ task, cells }, index) => {
    const written = cells.id.written.trim();
    const at = placeOf(cells.id.from[0]);
    const id = tenthOf(task.id, above, seen) ?? task.id;
    above = id;
    if (id === '') {
      if (written !== '') report(findings, 'L6', 'idNotKept', 'warning', { ...at, column: 'id' }, { id: written });
      return undefined;
    }
    if (id !== task.id) report(findings, 'I5', 'tenthTask', 'note', { ...at, column: 'id' }, { text: task.id, id });
    const first = seen.get(id);
    if (first !== undefined) {
      report(findings, 'L6', 'idTwice', 'warning', { ...at, column: 'id' }, { id, first: first + 1 });
      return undefined;
    }
    seen.set(id, index);
    return id;
  });
}

// A number's last zero is lost in a sheet: after 2.9 another 2.1 is 2.10.
function tenthOf(id: TaskId, above: TaskId, seen: ReadonlyMap<TaskId, number>): TaskId | undefined {
  if (!seen.has(id)) return undefined;
  const tenth = `${id}0`;
  const [group = '', place = ''] = above.split('.');
  return isTaskId(tenth) && tenth === `${group}.${Number(place) + 1}` ? tenth : undefined;
}

// Read again where the plan's year is another one than the reading had.
function dueIn({ task, due }: MatrixTask, readIn: number | undefined, year: number): Task['due'] {
  const again = readIn !== year && (task.due.kind === 'unread' || (task.due.kind === 'date' && task.due.assumedYear));
  return again ? readDeadline(due, String(due), year, true).value : task.due;
}

function checkTexts(task: Task, findings: Findings): void {
  const texts = {
    indicator: task.indicator, leadUnit: task.leadUnit, supportUnits: joinNames(task.supportUnits), text: task.text, leaders: joinNames(task.leaders),
    sections: joinNames(task.sections), owners: joinNames(task.owners), due: task.due.text, progress: task.progress, remark: task.remark,
  };
  for (const [column, text] of Object.entries(texts)) checkText(text, { taskId: task.id, column }, findings);
}

function placeOf(at: CellAt | undefined): Place {
  return at === undefined ? {} : { cell: addressOf(at.row, at.column) };
}

function withoutFile({ file: _, ...at }: Place): Place {
  return at;
}
