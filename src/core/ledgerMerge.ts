// What building over an existing ledger does to each row (L7): kept, changed, added, gone. Decides; writes nothing and loses nothing.
import { readDue, showDue } from './deadline';
import { likeness } from './likeness';
import { joinNames, splitNames, splitUnits } from './names';
import { withoutBlanks } from './normalizeText';
import type { Plan } from './plan';
import { fromSerial, parsePlainDate } from './plainDate';
import type { Problem } from './problem';
import type { LedgerColumn, Task, TaskId } from './task';
import { isTaskId } from './taskId';

/** What a cell gives when it is read; days are Excel's numbers, '' is empty. */
export type CellValue = string | number | boolean;

/** A row of the ledger as it stands on its sheet. */
export interface ExistingRow {
  /** 0-based row on the sheet. */
  readonly row: number;
  readonly cells: Readonly<Partial<Record<LedgerColumn, CellValue>>>;
}

/** The columns that come from the plan. 落实情况 and 备注 are official too, but people fill them in. */
export const plannedColumns = ['indicator', 'leadUnit', 'supportUnits', 'text', 'leaders', 'sections', 'owners', 'due'] as const;
/** The columns that people fill in; what stands there is never written over (L7). */
export const filledInColumns = ['progress', 'remark', 'doneOn'] as const;
type PlannedColumn = (typeof plannedColumns)[number];
type FilledInColumn = (typeof filledInColumns)[number];

/** A cell that gets another content. `old` is empty where an empty cell is filled. `asText` has a readable day that stood there as text become a true date (D3). */
export interface CellChange {
  readonly row: number;
  readonly taskId: TaskId;
  readonly column: PlannedColumn | FilledInColumn;
  readonly old: string;
  readonly new: string;
  readonly asText?: boolean;
}

/** What becomes of a row that stands in the ledger. Every one stays; `task` is the plan's task with what people filled in. */
export type RebuildRow =
  | { readonly kind: 'kept' | 'changed'; readonly existing: ExistingRow; readonly task: Task; readonly changes: readonly CellChange[] }
  /** `gone`: a 编号 that the plan does not have. `repeated`: a further row of a 编号. `unnumbered`: no 编号, or none that is one. `blank`: nothing in it. */
  | { readonly kind: 'gone' | 'repeated' | 'unnumbered' | 'blank'; readonly existing: ExistingRow };

/** All that a rebuild will do, to be shown before anything is written. */
export interface RebuildPlan {
  /** Every existing row once, in the sheet's order. */
  readonly rows: readonly RebuildRow[];
  /** Tasks of the plan that the ledger does not have, in the plan's order. */
  readonly added: readonly Task[];
  /** All changes of cells, row by row. */
  readonly changes: readonly CellChange[];
  /** How many rows are of each kind, tasks are added and cells change. */
  readonly counts: Readonly<Record<RebuildRow['kind'] | 'added' | 'changes', number>>;
  readonly problems: readonly Problem[];
}

/** Below this likeness the texts of one 编号 are two different tasks, which is said (L6, L7). */
export const otherTaskLikeness = 0.3;

interface RebuildContext {
  readonly plan: Plan;
  readonly date1904: boolean;
}

/** Decides what building the plan over an existing ledger does (L7). Rows are matched by 编号 alone; date1904 says how the workbook counts its days (D7). */
export function planRebuild(existing: readonly ExistingRow[], plan: Plan, date1904 = false): RebuildPlan {
  const context = { plan, date1904 };
  const tasks = new Map(plan.tasks.map((task) => [task.id, task]));
  const chosen = chooseRows(existing, tasks);
  const problems: Problem[] = [];
  const rows = existing.map((each) => judgeRow(each, tasks, chosen, context, problems));
  const added = plan.tasks.filter((task) => !chosen.has(task.id));
  const changes = rows.flatMap((row) => (row.kind === 'changed' ? row.changes : []));
  const counts = { kept: 0, changed: 0, gone: 0, repeated: 0, unnumbered: 0, blank: 0, added: added.length, changes: changes.length };
  for (const row of rows) counts[row.kind] += 1;
  return { rows, added, changes, counts, problems };
}

// Of several rows with one 编号, the one whose text is likest is the task's; among equals the first.
function chooseRows(existing: readonly ExistingRow[], tasks: ReadonlyMap<TaskId, Task>): ReadonlyMap<TaskId, ExistingRow> {
  const groups = new Map<TaskId, ExistingRow[]>();
  for (const each of existing) {
    const id = idOf(each);
    const group = groups.get(id);
    if (!tasks.has(id)) continue;
    if (group === undefined) groups.set(id, [each]);
    else group.push(each);
  }
  const chosen = new Map<TaskId, ExistingRow>();
  for (const [id, group] of groups) {
    const text = tasks.get(id)?.text ?? '';
    const [best] = group.length === 1 ? group : group.map((each) => ({ each, like: likeness(shown(each, 'text'), text) })).sort((a, b) => b.like - a.like).map(({ each }) => each);
    if (best !== undefined) chosen.set(id, best);
  }
  return chosen;
}

function judgeRow(existing: ExistingRow, tasks: ReadonlyMap<TaskId, Task>, chosen: ReadonlyMap<TaskId, ExistingRow>, context: RebuildContext, problems: Problem[]): RebuildRow {
  const id = idOf(existing);
  const task = tasks.get(id);
  const tell = (rule: string, kind: string, level: Problem['level'], column: LedgerColumn, values: Problem['values']): void => {
    problems.push({ rule, kind, level, at: { ...(id === '' ? {} : { taskId: id }), column }, values: { row: existing.row + 1, ...values } });
  };
  if (isBlank(existing)) return { kind: 'blank', existing };
  if (task === undefined) {
    const kind = isTaskId(id) ? 'gone' : 'unnumbered';
    tell('L7', kind, kind === 'gone' ? 'note' : 'warning', 'id', { id, text: shown(existing, 'text') });
    return { kind, existing };
  }
  if (chosen.get(id) !== existing) {
    tell('L7', 'repeated', 'warning', 'id', { id, text: shown(existing, 'text') });
    return { kind: 'repeated', existing };
  }
  if (typeof existing.cells.id === 'number') tell('L6', 'idIsNumber', 'warning', 'id', { id });
  const old = shown(existing, 'text');
  if (old !== '' && likeness(old, task.text) < otherTaskLikeness) tell('L7', 'otherTask', 'warning', 'text', { id, old, new: task.text });
  const changes = [...plannedChanges(existing, task, context), ...filledInChanges(existing, task, context, tell)];
  return { kind: changes.length === 0 ? 'kept' : 'changed', existing, task: carryOver(existing, task, context), changes };
}

function plannedChanges(existing: ExistingRow, task: Task, context: RebuildContext): CellChange[] {
  return plannedColumns.flatMap((column): CellChange[] => {
    const cell = existing.cells[column] ?? '';
    const change = { row: existing.row, taskId: task.id, column };
    if (column === 'due') return dueChange(cell, task, context).map((each) => ({ ...change, ...each }));
    const wanted = column === 'supportUnits' || column === 'leaders' || column === 'sections' || column === 'owners' ? joinNames(task[column]) : task[column];
    return sameWords(String(cell), wanted, column) ? [] : [{ ...change, old: String(cell), new: wanted }];
  });
}

// What is the same but for typesetting (L4) is no change.
function sameWords(cell: string, wanted: string, column: PlannedColumn): boolean {
  if (withoutBlanks(cell) === withoutBlanks(wanted)) return true;
  if (column === 'supportUnits') return joinNames(splitUnits(cell)) === joinNames(splitUnits(wanted));
  if (column === 'leaders' || column === 'sections' || column === 'owners') {
    const names = splitNames(wanted).names;
    return joinNames(splitNames(cell, new Set(names)).names) === joinNames(names);
  }
  return false;
}

function dueChange(cell: CellValue, task: Task, { plan, date1904 }: RebuildContext): Pick<CellChange, 'old' | 'new' | 'asText'>[] {
  const stands = readDue(typeof cell === 'number' ? cell : String(cell), { year: plan.settings.year, date1904 });
  const wanted = task.due;
  if (stands.kind === 'date' && wanted.kind === 'date') {
    if (stands.on !== wanted.on) return [{ old: showDue(stands), new: showDue(wanted) }];
    return typeof cell === 'number' ? [] : [{ old: String(cell), new: showDue(wanted), asText: true }];
  }
  const [old, next] = [showDue(stands), showDue(wanted)];
  return withoutBlanks(old) === withoutBlanks(next) ? [] : [{ old, new: next }];
}

// What people filled in stays. The plan's own entries go only where nothing stands.
function filledInChanges(existing: ExistingRow, task: Task, { date1904 }: RebuildContext, tell: (rule: string, kind: string, level: Problem['level'], column: LedgerColumn, values: Problem['values']) => void): CellChange[] {
  return filledInColumns.flatMap((column): CellChange[] => {
    const stands = column === 'doneOn' ? shownDay(existing, date1904) : shown(existing, column);
    const planned = column === 'doneOn' ? task.doneOn || (task.doneOnText ?? '') : task[column];
    if (withoutBlanks(planned) === '' || withoutBlanks(planned) === withoutBlanks(stands)) return [];
    if (withoutBlanks(stands) === '') return [{ row: existing.row, taskId: task.id, column, old: '', new: planned }];
    tell('L7', 'filledKept', 'note', column, { id: task.id, kept: stands, planned });
    return [];
  });
}

function carryOver(existing: ExistingRow, task: Task, { date1904 }: RebuildContext): Task {
  const kept = (column: FilledInColumn, planned: string): string => {
    const cell = existing.cells[column] ?? '';
    return withoutBlanks(String(cell)) === '' ? planned : String(cell);
  };
  const { doneOn: plannedDone, doneOnText, ...rest } = task;
  const cell = existing.cells.doneOn ?? '';
  const done = typeof cell === 'number' ? fromSerial(cell, date1904) : parsePlainDate(String(cell).trim());
  const text = withoutBlanks(String(cell)) === '' ? (doneOnText ?? '') : String(cell);
  const doneOn = done ?? (withoutBlanks(String(cell)) === '' ? plannedDone : '');
  return {
    ...rest, progress: kept('progress', task.progress), remark: kept('remark', task.remark), doneOn,
    ...(doneOn === '' && text !== '' ? { doneOnText: text } : {}),
  };
}

function idOf(existing: ExistingRow): TaskId {
  return String(existing.cells.id ?? '').trim();
}

function shown(existing: ExistingRow, column: LedgerColumn): string {
  return String(existing.cells[column] ?? '');
}

function shownDay(existing: ExistingRow, date1904: boolean): string {
  const cell = existing.cells.doneOn ?? '';
  return typeof cell === 'number' ? (fromSerial(cell, date1904) ?? String(cell)) : cell.toString();
}

// Formulas and their results make no row; only what a plan or a person puts there does.
function isBlank({ cells }: ExistingRow): boolean {
  return [...plannedColumns, ...filledInColumns, 'id' as const].every((column) => withoutBlanks(String(cells[column] ?? '')) === '');
}
