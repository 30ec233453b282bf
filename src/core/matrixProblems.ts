// What is wrong with a matrix as it was read: no table, columns that it lacks, cells that are empty, counts that do not agree (I1–I3, I6). Knows no sentence.
import { addressOf } from './matrixGrid';
import { columnOf, expectedFields } from './matrixHead';
import type { ChosenTables } from './matrixParts';
import type { CellAt, MatrixTask, TaskField } from './matrixReading';
import type { Level, Place, Problem } from './problem';
import type { RawTable } from './rawTable';
import type { TasksRead } from './matrixTasks';

interface ReadSoFar {
  readonly tables: readonly RawTable[];
  readonly chosen: ChosenTables;
  readonly tasks: readonly MatrixTask[];
  readonly counts: TasksRead['counts'];
  readonly tablesLeftOut: readonly { readonly name: string; readonly cells: number }[];
}

/** Without these a task has nobody to answer for it, or no end; without the others it is only less complete. */
const needed: ReadonlySet<TaskField> = new Set(['indicator', 'leaders', 'sections', 'owners', 'due']);

/** The problems of a reading, from the table down to its cells; one for each column and not one for each cell. */
export function findMatrixProblems(read: ReadSoFar): readonly Problem[] {
  const { tables, chosen, tasks, counts } = read;
  if (tables.length === 0) return [problem('I1', 'noTable', 'error', {}, {})];
  if (chosen.parts.length === 0) return [problem('I1', 'noMatrix', 'error', {}, { tables: tables.length, found: firstWords(tables) })];
  if (tasks.length === 0) return [problem('I1', 'noTaskRows', 'error', {}, { table: tables[chosen.tables[0] ?? 0]?.name ?? '' })];
  return [
    ...lackingColumns(chosen, tasks),
    ...emptyCells(tables, tasks),
    ...counts.filter(({ said, found }) => said !== found).map(({ at, indicator, said, found }) => problem('I6', 'groupCount', 'warning', placeOf(tables, at), { indicator, said, found })),
    ...keptColumns(tasks),
    ...(read.tablesLeftOut.length === 0 ? [] : [problem('I1', 'tablesLeftOut', 'note', {}, { count: read.tablesLeftOut.length, names: read.tablesLeftOut.slice(0, 8).map(({ name }) => name).join('、') })]),
  ];
}

/** Where a raw cell is, as a person would say it. */
export function placeOf(tables: readonly RawTable[], { table, row, column }: CellAt): Place {
  const name = tables[table]?.name ?? '';
  // Tables of a document have no name, only their place.
  return { ...(name === '' || /^\d+$/.test(name) ? {} : { sheet: name }), cell: addressOf(row, column) };
}

function lackingColumns({ parts }: ChosenTables, tasks: readonly MatrixTask[]): readonly Problem[] {
  const lacks = (field: TaskField): boolean => parts.every(({ columns }) => columnOf(columns, field) === undefined)
    && tasks.every(({ cells }) => cells[field].from.length === 0);
  return [...expectedFields, 'text' as const].filter(lacks).map((field) => problem('I3', 'lacksColumn', field === 'text' ? 'error' : needed.has(field) ? 'warning' : 'note', { column: field }, { field }));
}

// I2: what is merely empty is said, and where the first of it is.
function emptyCells(tables: readonly RawTable[], tasks: readonly MatrixTask[]): readonly Problem[] {
  return [...expectedFields, 'text' as const].flatMap((field) => {
    const empty = tasks.filter(({ cells }) => cells[field].from.length === 0);
    const [first] = empty;
    if (first === undefined || empty.length === tasks.length) return [];
    const [table = 0, row = 0] = (first.rows[0] ?? '0:0').split(':').map(Number);
    const column = tasks.flatMap(({ cells }) => cells[field].from).find((at) => at.table === table)?.column ?? 0;
    return [problem('I2', 'emptyCells', needed.has(field) || field === 'text' ? 'warning' : 'note', { ...placeOf(tables, { table, row, column }), column: field }, { field, count: empty.length })];
  });
}

function keptColumns(tasks: readonly MatrixTask[]): readonly Problem[] {
  const titles = keptTitles(tasks);
  return titles.length === 0 ? [] : [problem('I3', 'keptColumns', 'note', {}, { titles: titles.filter((title) => title !== '').slice(0, 12).join('、'), count: titles.length })];
}

/** Titles of the columns that are kept, in their order. */
export function keptTitles(tasks: readonly MatrixTask[]): readonly string[] {
  const titles = new Set<string>();
  for (const { others } of tasks) for (const { title } of others) titles.add(title);
  return [...titles];
}

function firstWords(tables: readonly RawTable[]): string {
  const words: string[] = [];
  for (const { cells } of tables.slice(0, 5)) {
    const row = cells.find((each) => each.filter((cell) => typeof cell === 'string' && cell.trim() !== '').length > 1);
    const texts = (row ?? []).flatMap((cell) => (typeof cell === 'string' && cell.trim() !== '' ? [cell.trim().slice(0, 12)] : []));
    if (texts.length > 0) words.push(texts.slice(0, 6).join('、'));
  }
  return words.join('；');
}

function problem(rule: string, kind: string, level: Level, at: Place, values: Problem['values']): Problem {
  return { rule, kind, level, at, values };
}
