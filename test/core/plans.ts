// The plan and the body of 2021 as values, and ways to make them slightly wrong, for the core's tests.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CellValue, ExistingRow } from '../../src/core/ledgerMerge';
import { joinNames } from '../../src/core/names';
import type { Plan } from '../../src/core/plan';
import type { PlanBody } from '../../src/core/planBody';
import { parseBody } from '../../src/core/planBody';
import { parsePlan } from '../../src/core/planFile';
import { toSerial } from '../../src/core/plainDate';
import type { Task } from '../../src/core/task';

/** A seed as its file has it, new each time so that a test may change it. */
export function seedJson(name: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, '..', '..', 'seeds', name), 'utf8'));
}

/** The plan of 2021. */
export function plan2021(): Plan {
  const read = parsePlan(seedJson('plan-2021.json'), 'plan-2021.json');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

/** The body's own list of 2021. */
export function body2021(): PlanBody {
  const read = parseBody(seedJson('body-2021.json'), 'body-2021.json');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

/** A task of 2021 with some of it changed. */
export function taskOf(plan: Plan, id: string, changes: Partial<Task> = {}): Task {
  const task = plan.tasks.find((each) => each.id === id);
  if (task === undefined) throw new Error(`No task ${id}`);
  return { ...task, ...changes };
}

/** A ledger's row as it stands after the plan was built, with some cells filled in or changed. */
export function rowOf(task: Task, row: number, cells: Partial<Record<keyof ExistingRow['cells'], CellValue>> = {}): ExistingRow {
  return {
    row,
    cells: {
      id: task.id, indicator: task.indicator, leadUnit: task.leadUnit, supportUnits: joinNames(task.supportUnits), text: task.text,
      leaders: joinNames(task.leaders), sections: joinNames(task.sections), owners: joinNames(task.owners),
      due: task.due.kind === 'date' ? (toSerial(task.due.on) ?? '') : task.due.text,
      progress: task.progress, remark: task.remark, doneOn: '', status: '正常推进', daysLeft: 100, filled: '未填报', checked: '', ...cells,
    },
  };
}

/** JSON with the value at a path such as 'tasks.1.due' set, or taken out where it is undefined. */
export function withValue(json: unknown, path: string, value: unknown): unknown {
  const [key = '', ...rest] = path.split('.');
  const copy: Record<string, unknown> | unknown[] = Array.isArray(json) ? [...(json as unknown[])] : { ...(json as Record<string, unknown>) };
  const parts = copy as Record<string, unknown>;
  if (rest.length > 0) parts[key] = withValue(parts[key], rest.join('.'), value);
  else if (value === undefined) delete parts[key];
  else parts[key] = value;
  return copy;
}
