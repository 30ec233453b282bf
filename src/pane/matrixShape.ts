// What the screen of a matrix shows, worked out from what was understood: cards of tasks, rows, columns, small pictures of tables. Pure: decides nothing about the reading.
import type { CellAt, ColumnUse, FillOffer, MatrixColumn, MatrixGuess, MatrixReading, MatrixRow, TaskField } from '../core/matrixReading';
import type { Problem } from '../core/problem';
import type { RawCell, RawTable } from '../core/rawTable';
import type { Task } from '../core/task';
import type { Understood } from './desks/matrixDesk';

/** Fields of a card, in the order of the official form. */
export const cardFields = ['indicator', 'leadUnit', 'supportUnits', 'text', 'leaders', 'sections', 'owners', 'due', 'progress', 'remark'] as const satisfies readonly TaskField[];
export type CardColumn = (typeof cardFields)[number];

/** A field of a task: what stood there where it differs, with its cell, and why it was read so. */
export interface CardField {
  readonly column: CardColumn;
  readonly written: string | undefined;
  readonly at: CellAt | undefined;
  readonly guesses: readonly MatrixGuess[];
}

/** A task as its card shows it. */
export interface TaskCard {
  readonly task: Task;
  readonly fields: readonly CardField[];
  /** Columns that are kept as they are. */
  readonly others: readonly { readonly title: string; readonly text: string }[];
  /** Guesses of its rows. */
  readonly guesses: readonly MatrixGuess[];
  readonly guessCount: number;
  readonly problems: readonly Problem[];
  /** Its rows in the original, 0-based, and their table. */
  readonly rows: readonly { readonly table: number; readonly row: number }[];
  readonly isNumberGiven: boolean;
}

const cellKey = ({ table, row, column }: CellAt): string => `${String(table)}:${String(row)}:${String(column)}`;
const rowKeyOf = ({ table, row }: CellAt): string => `${String(table)}:${String(row)}`;

/** The cards of all tasks, in their order. */
export function taskCards({ reading, plan, problems }: Understood): readonly TaskCard[] {
  const tasks = plan?.tasks ?? reading?.tasks.map(({ task }) => task) ?? [];
  const ofCells = grouped((reading?.guesses ?? []).filter(({ what }) => what === 'cell'), ({ at }) => cellKey(at));
  const ofRows = grouped((reading?.guesses ?? []).filter(({ what }) => what === 'row'), ({ at }) => rowKeyOf(at));
  const ofTasks = grouped(problems, ({ at }) => at.taskId ?? '');
  return tasks.map((task, index) => {
    const read = reading?.tasks[index];
    const fields = cardFields.map((column): CardField => {
      const cell = read?.cells[column];
      const guesses = distinct((cell?.from ?? []).flatMap((at) => ofCells.get(cellKey(at)) ?? []));
      return { column, written: cell === undefined || cell.written.trim() === cell.text ? undefined : cell.written, at: cell?.from[0], guesses };
    });
    const guesses = (read?.rows ?? []).flatMap((key) => ofRows.get(key) ?? []);
    return {
      task, fields, others: read?.others ?? [], guesses, guessCount: guesses.length + new Set(fields.flatMap((field) => field.guesses)).size,
      problems: ofTasks.get(task.id) ?? [], rows: (read?.rows ?? []).map((key) => placeOfKey(key)), isNumberGiven: read !== undefined && read.task.id !== task.id,
    };
  });
}

function placeOfKey(key: string): { readonly table: number; readonly row: number } {
  const [table = 0, row = 0] = key.split(':').map(Number);
  return { table, row };
}

function distinct(guesses: readonly MatrixGuess[]): readonly MatrixGuess[] {
  return [...new Set(guesses)];
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

export type CardFilter = 'all' | 'guesses' | 'problems';

/** The cards that a filter lets through. */
export function filterCards(cards: readonly TaskCard[], filter: CardFilter): readonly TaskCard[] {
  return filter === 'all' ? cards : cards.filter((card) => (filter === 'guesses' ? card.guessCount > 0 : card.problems.length > 0));
}

/** Problems that are of no task: of the table, its columns, and the plan as a whole. */
export function generalProblems({ plan, problems }: Understood): readonly Problem[] {
  const ids = new Set(plan?.tasks.map(({ id }) => id) ?? []);
  return problems.filter(({ at }) => at.taskId === undefined || !ids.has(at.taskId));
}

/** Guesses that stand on no card and beside no column. */
export function otherGuesses(reading: MatrixReading, cards: readonly TaskCard[], yearGuesses: readonly MatrixGuess[]): readonly MatrixGuess[] {
  const onCards = new Set(cards.flatMap((card) => [...card.guesses, ...card.fields.flatMap(({ guesses }) => guesses)]).map(({ key }) => key));
  return [...yearGuesses, ...reading.guesses.filter(({ key, what, reason }) => what !== 'column' && reason !== 'leftOutRow' && !onCards.has(key))];
}

/** A column of the original with what it is used for, why, and what is offered for it. */
export interface ColumnLine {
  readonly column: MatrixColumn;
  readonly table: number;
  readonly guesses: readonly MatrixGuess[];
  readonly offer: FillOffer | undefined;
  /** Days in it were taken for whole months, or would be. */
  readonly hasFirstDays: boolean;
  readonly sample: string;
}

/** The columns of the tables that were read, each once. */
export function columnLines(reading: MatrixReading, tables: readonly RawTable[], firstDays: readonly string[]): readonly ColumnLine[] {
  const lines = new Map<string, ColumnLine>();
  for (const part of reading.parts) {
    for (const column of part.columns) {
      if (lines.has(column.key)) continue;
      const isHere = ({ at }: MatrixGuess): boolean => at.table === part.table && at.column === column.column;
      const sample = shownCell((tables[part.table]?.cells ?? []).slice(part.from, part.from + 50).map((row) => row[column.column]).find((cell) => cell !== undefined && shownCell(cell) !== '') ?? '');
      // A column in which nothing stands, head and all, needs no word.
      if (column.title === '' && sample === '') continue;
      lines.set(column.key, {
        column, table: part.table, guesses: reading.guesses.filter((guess) => guess.what === 'column' && isHere(guess)),
        offer: reading.offers.find(({ key }) => key === column.key), hasFirstDays: firstDays.includes(column.key) || reading.guesses.some((guess) => guess.reason === 'monthTyped' && isHere(guess)), sample,
      });
    }
  }
  return [...lines.values()];
}

/** A row of the original that holds anything. */
export interface RowLine { readonly row: MatrixRow; readonly text: string; readonly isTask: boolean }

/** The rows of the tables that were read. */
export function rowLines(reading: MatrixReading, tables: readonly RawTable[]): readonly RowLine[] {
  return reading.rows.filter(({ kind }) => kind !== 'empty').map((row) => ({ row, text: (tables[row.table]?.cells[row.row] ?? []).map(shownCell).filter((text) => text !== '').slice(0, 6).join(' · '), isTask: row.kind === 'task' }));
}

/** A cell as text. */
export function shownCell(cell: RawCell): string {
  return typeof cell === 'object' ? cell.day : String(cell).replace(/\s+/g, ' ').trim();
}

const pictureRows = 4;
const pictureColumns = 5;

/** The first filled rows and columns of a table, for a small picture of it. */
export function pictureOf({ cells }: RawTable): readonly (readonly string[])[] {
  const filled = cells.slice(0, 200).filter((row) => row.some((cell) => shownCell(cell) !== '')).slice(0, pictureRows);
  const first = Math.max(0, Math.min(...filled.map((row) => row.findIndex((cell) => shownCell(cell) !== ''))));
  const width = Math.min(pictureColumns, Math.max(1, ...filled.map((row) => row.length - first)));
  return filled.map((row) => Array.from({ length: width }, (_, column) => [...shownCell(row[first + column] ?? '')].slice(0, 12).join('')));
}

/** A table that can be chosen, the likeliest first. */
export interface TableLine { readonly table: number; readonly raw: RawTable; readonly likeness: 'likeliest' | 'likely' | 'unlikely' }

/** All tables, those that could be the matrix before the others. */
export function tableLines(reading: MatrixReading, tables: readonly RawTable[]): readonly TableLine[] {
  const likely = reading.candidates.map(({ table }) => table);
  const line = (table: number, likeness: TableLine['likeness']): readonly TableLine[] => { const raw = tables[table]; return raw === undefined ? [] : [{ table, raw, likeness }]; };
  return [...likely.flatMap((table, index) => line(table, index === 0 ? 'likeliest' : 'likely')), ...tables.flatMap((_, table) => (likely.includes(table) ? [] : line(table, 'unlikely')))];
}

/** Uses that a person can give a column, in the order in which they are offered. */
export const columnChoices: readonly ColumnUse[] = ['id', 'indicator', 'leadUnit', 'supportUnits', 'text', 'leaders', 'sections', 'owners', 'sectionsAndOwners', 'due', 'progress', 'remark', 'doneOn', 'ordinal', 'kept', 'leftOut'];
