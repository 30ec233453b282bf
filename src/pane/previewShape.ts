// What the preview shows, worked out from a planned build. Pure: decides nothing about the build.
import type { BuildPlan } from '../actions/buildLedger';
import type { CellChange } from '../core/ledgerMerge';
import type { Task } from '../core/task';

/** The tasks of one indicator, in the plan's order. */
export interface TaskGroup {
  readonly indicator: string;
  readonly tasks: readonly Task[];
}

/** Tasks by indicator, in the order in which the indicators first come. */
export function groupTasks(tasks: readonly Task[]): readonly TaskGroup[] {
  const groups = new Map<string, Task[]>();
  for (const task of tasks) {
    const group = groups.get(task.indicator);
    if (group === undefined) groups.set(task.indicator, [task]);
    else group.push(task);
  }
  return [...groups].map(([indicator, inside]) => ({ indicator, tasks: inside }));
}

/** A task of the ledger whose cells the plan would change. */
export interface ChangedTask {
  readonly task: Task;
  readonly changes: readonly CellChange[];
}

/** The tasks that a rebuild changes, in the sheet's order. */
export function changedTasks(build: BuildPlan): readonly ChangedTask[] {
  return (build.rebuild?.rows ?? []).flatMap((row) => (row.kind === 'changed' ? [{ task: row.task, changes: row.changes }] : []));
}

/** A row of the ledger that is no task of the plan, or a further row of one; it stays as it is. */
export interface GoneRow {
  readonly row: number;
  readonly id: string;
  readonly text: string;
}

/** The rows of the ledger that the plan does not have, in the sheet's order. */
export function goneRows(build: BuildPlan): readonly GoneRow[] {
  return (build.rebuild?.rows ?? []).flatMap((each) =>
    each.kind === 'gone' || each.kind === 'repeated' || each.kind === 'unnumbered'
      ? [{ row: each.existing.row, id: String(each.existing.cells.id ?? '').trim(), text: String(each.existing.cells.text ?? '') }]
      : [],
  );
}

/** How many tasks a rebuild leaves, changes, adds, and finds in the ledger only, when some keep what the ledger has. */
export interface DifferenceCounts {
  readonly kept: number;
  readonly changed: number;
  readonly cells: number;
  readonly added: number;
  readonly gone: number;
}

/** Counts a rebuild as it will be written. */
export function countDifference(build: BuildPlan, keep: ReadonlySet<string>): DifferenceCounts {
  const changed = changedTasks(build);
  const written = changed.filter(({ task }) => !keep.has(task.id));
  return {
    kept: (build.rebuild?.counts.kept ?? 0) + changed.length - written.length,
    changed: written.length,
    cells: written.reduce((sum, { changes }) => sum + changes.length, 0),
    added: build.rebuild?.added.length ?? 0,
    gone: goneRows(build).length,
  };
}

/** Whether a build would change anything in the workbook. */
export function writesSomething(build: BuildPlan, keep: ReadonlySet<string>): boolean {
  if (build.kind === 'new') return true;
  // Edits of the ledger are what the difference counts; all else that a change brings is written whatever is kept.
  const { edits, opensOn, plannedOn: _, ...others } = build.change;
  if (Object.values(others).some((list) => list.length > 0)) return true;
  return countDifference(build, keep).cells > 0 || edits.some((edit) => edit.sheet !== opensOn);
}

/** The sheet whose cells two plans of a build were made on differently; undefined when what was shown of the one is true of the other. */
export function otherGround(one: BuildPlan, other: BuildPlan): string | undefined {
  const before = new Map(one.change.plannedOn.map((sheet) => [sheet.name, JSON.stringify(sheet.values)]));
  const changed = other.change.plannedOn.find((sheet) => before.get(sheet.name) !== JSON.stringify(sheet.values));
  if (changed !== undefined) return changed.name;
  return one.change.plannedOn.find((sheet) => !other.change.plannedOn.some((each) => each.name === sheet.name))?.name;
}
