// Takes a matrix in, whatever its shape: which table, what its columns mean, which rows are tasks, and the draft that this makes (I1–I6). Knows raw tables and no file.
import { countFilled, chooseTables } from './matrixParts';
import type { ChosenTables, GridPart } from './matrixParts';
import { gridOf } from './matrixGrid';
import { columnOf } from './matrixHead';
import { findMatrixProblems, keptTitles } from './matrixProblems';
import type { FillOffer, LeftOut, LeftOutReason, MatrixChoices, MatrixGuess, MatrixReading, MatrixRow, MatrixTask, TaskField } from './matrixReading';
import { columnKey, rowKey } from './matrixReading';
import type { RowMark } from './matrixRows';
import { markRows } from './matrixRows';
import { ownUses } from './matrixShown';
import { buildTasks } from './matrixTasks';
import { foldWidth, withoutBlanks } from './normalizeText';
import type { RawTable } from './rawTable';
import type { Roster } from './roster';
import { namesOfPeople, namesOfSections } from './roster';

/** What is known beside the tables. Without a roster, names are parted by their looks alone. */
export interface MatrixContext {
  readonly year?: number;
  readonly roster?: Roster;
  readonly choices?: MatrixChoices;
}

/** Fields that are seldom empty by intention: where such cells are empty under filled ones, filling from above is offered. */
const offered: readonly TaskField[] = ['indicator', 'leadUnit', 'supportUnits', 'leaders', 'sections', 'owners', 'due'];

/**
 * Reads a matrix of any shape (I1–I6). The best table is taken unless another is chosen; every guess, every cell left out and every
 * choice that could be made is in the reading. Reads in time that grows with the cells, and throws at nothing.
 */
export function readMatrix(tables: readonly RawTable[], context: MatrixContext): MatrixReading {
  const choices = context.choices ?? {};
  const chosen = chooseTables(tables, choices);
  const titles = titlesOf(chosen, tables);
  const marks = markRows(chosen.parts, titles, choices);
  const { year, guess } = yearOf(context.year, titles, chosen, marks);
  const known = context.roster;
  const { tasks, guesses, counts } = buildTasks(marks, {
    year: year ?? 0, choices,
    people: known === undefined || known.people.length === 0 ? undefined : namesOfPeople(known),
    sections: known === undefined || known.sections.length === 0 ? undefined : namesOfSections(known),
  });
  const tablesLeftOut = tables.flatMap((table, index) => {
    const cells = chosen.tables.includes(index) ? 0 : countFilled(gridOf(table));
    return cells === 0 ? [] : [{ table: index, name: table.name, cells }];
  });
  const leftOut = leftOutCells(chosen, marks, tasks);
  const offers = offersOf(tasks, chosen.parts, guesses, choices);
  const [first] = chosen.tables;
  return {
    candidates: chosen.candidates, ...(first === undefined ? {} : { table: first }),
    parts: chosen.parts.map(({ table, head, from, to, columns }) => ({ table, head, from, to, columns })),
    rows: rowsOf(chosen, marks, tasks), tasks, otherColumns: keptTitles(tasks), leftOut, tablesLeftOut, offers, titles,
    guesses: [...chosen.guesses, ...(tasks.some(({ task: { due } }) => due.kind === 'date' && due.assumedYear) ? guess : []), ...[...rowGuesses(marks), ...guesses].sort(byPlace)],
    problems: findMatrixProblems({ tables, chosen, tasks, counts, tablesLeftOut }),
    ...(year === undefined ? {} : { year }),
  };
}

function titlesOf({ tables: read, parts }: ChosenTables, tables: readonly RawTable[]): readonly string[] {
  const [first] = parts;
  if (first === undefined) return [];
  const lines: string[] = [];
  for (let row = 0; row < Math.min(first.head.row, 60); row += 1) {
    const texts = first.grid.ownColumns(row).map((column) => first.grid.cell(row, column)?.text.trim() ?? '');
    if (texts.length > 0) lines.push([...new Set(texts)].join(' '));
  }
  const name = tables[read[0] ?? -1]?.name ?? '';
  return lines.length > 0 || !/[0-9]{4}/.test(name) ? lines : [name];
}

function yearOf(given: number | undefined, titles: readonly string[], { parts }: ChosenTables, marks: readonly RowMark[]): { readonly year: number | undefined; readonly guess: readonly MatrixGuess[] } {
  const [part] = parts;
  if (given !== undefined || part === undefined) return { year: given, guess: [] };
  const make = (reason: 'yearOfTitle' | 'yearOfDeadlines', text: string, year: number): { readonly year: number; readonly guess: readonly MatrixGuess[] } => ({
    year, guess: [{ key: `${part.table}:${reason}`, at: { table: part.table, row: 0, column: 0 }, what: 'year', reason, text, understood: String(year) }],
  });
  for (const title of titles) {
    const found = /(20[0-9]{2})年?/.exec(withoutBlanks(foldWidth(title)))?.[1];
    if (found !== undefined) return make('yearOfTitle', title, Number(found));
  }
  const years = new Map<string, number>();
  for (const { part: each, row, kind } of marks) {
    const column = kind === 'task' ? columnOf(each.columns, 'due') : undefined;
    const text = column === undefined ? undefined : each.grid.cell(row, column)?.text;
    const found = text === undefined ? undefined : /(20[0-9]{2})(?:年|[-/.])/.exec(withoutBlanks(foldWidth(text)))?.[1];
    if (found !== undefined) years.set(found, (years.get(found) ?? 0) + 1);
  }
  const [most] = [...years].sort(([, one], [, other]) => other - one);
  return most === undefined ? { year: undefined, guess: [] } : make('yearOfDeadlines', most[0], Number(most[0]));
}

// As a person reads the table: row by row.
function byPlace({ at: one }: MatrixGuess, { at: other }: MatrixGuess): number {
  return one.table - other.table || one.row - other.row || one.column - other.column;
}

function rowGuesses(marks: readonly RowMark[]): readonly MatrixGuess[] {
  return marks.flatMap(({ part, row, kind, guess, reason }): MatrixGuess[] => {
    const why = kind === 'leftOut' && reason !== 'byChoice' ? 'leftOutRow' : guess;
    if (why === undefined || (kind === 'leftOut' && reason === 'byChoice')) return [];
    const column = part.grid.ownColumns(row)[0] ?? 0;
    const text = part.grid.ownColumns(row).slice(0, 6).map((each) => part.grid.cell(row, each)?.text.trim() ?? '').join(' ');
    return [{ key: `${rowKey(part.table, row)}:${why}`, at: { table: part.table, row, column }, what: 'row', reason: why, text, understood: kind === 'leftOut' ? (reason ?? '') : kind }];
  });
}

function rowsOf(chosen: ChosenTables, marks: readonly RowMark[], tasks: readonly MatrixTask[]): readonly MatrixRow[] {
  const taskOf = new Map(tasks.flatMap(({ rows }, index) => rows.map((key) => [key, index] as const)));
  const rows: MatrixRow[] = [];
  let next = 0;
  for (const table of chosen.tables) {
    const parts = chosen.parts.filter((part) => part.table === table);
    for (let row = 0; row < (parts[0]?.grid.height ?? 0); row += 1) {
      const key = rowKey(table, row);
      const mark = marks[next];
      if (mark !== undefined && mark.part.table === table && mark.row === row) {
        const task = taskOf.get(key);
        rows.push({ key, table, row, kind: mark.kind, ...(mark.reason === undefined ? {} : { reason: mark.reason }), ...(task === undefined ? {} : { task }) });
        next += 1;
      } else rows.push({ key, table, row, ...aboveOrHead(parts, row) });
    }
  }
  return rows;
}

function aboveOrHead(parts: readonly GridPart[], row: number): Pick<MatrixRow, 'kind' | 'reason'> {
  return parts.some(({ head }) => row >= head.row && row < head.row + head.rows) ? { kind: 'head', reason: 'head' } : { kind: 'aboveHead', reason: 'aboveHead' };
}

/** More columns than a sheet has. */
const widest = 20_000;

// Every filled cell of the tables that were read is in a task, in a kept column, or here.
function leftOutCells(chosen: ChosenTables, marks: readonly RowMark[], tasks: readonly MatrixTask[]): readonly LeftOut[] {
  const used = new Map<number, Set<number>>(chosen.tables.map((table) => [table, new Set()]));
  for (const { cells, others } of tasks) {
    for (const { from } of Object.values(cells)) for (const { table, row, column } of from) used.get(table)?.add(row * widest + column);
    for (const { from } of others) for (const { table, row, column } of from) used.get(table)?.add(row * widest + column);
  }
  const left: LeftOut[] = [];
  const leave = (part: GridPart, row: number, column: number, reason: LeftOutReason): void => {
    if (used.get(part.table)?.has(row * widest + column) !== true) left.push({ at: { table: part.table, row, column }, text: part.grid.cell(row, column)?.text ?? '', reason });
  };
  for (const table of chosen.tables) {
    const parts = chosen.parts.filter((part) => part.table === table);
    const [first] = parts;
    if (first === undefined) continue;
    for (let row = 0; row < first.head.row; row += 1) for (const column of first.grid.ownColumns(row)) leave(first, row, column, 'aboveHead');
    for (const { head } of parts) {
      for (let row = head.row; row < Math.min(first.grid.height, head.row + head.rows); row += 1) for (const column of first.grid.ownColumns(row)) leave(first, row, column, 'head');
    }
  }
  for (const mark of marks) {
    for (const { column, cell } of ownUses(mark.part, mark.row)) leave(mark.part, cell.row, cell.column, mark.kind === 'indicator' ? 'outerHeading' : (mark.reason ?? reasonOfColumn(mark.part, column)));
  }
  return left;
}

function reasonOfColumn(part: GridPart, column: number): LeftOutReason {
  const found = part.columns[column];
  if (found?.use === 'ordinal') return 'ordinal';
  if (found?.by === 'choice') return 'byChoice';
  return found?.title === '标识' ? 'copyKey' : 'workedOut';
}

// Empty cells under filled ones, column by column (I2).
function offersOf(tasks: readonly MatrixTask[], parts: readonly GridPart[], guesses: readonly MatrixGuess[], choices: MatrixChoices): readonly FillOffer[] {
  const offers = new Map<string, FillOffer>();
  const filled = new Set<TaskField>();
  const columns = new Map(parts.map((part) => [part.table, part.columns] as const));
  const add = (table: number, use: TaskField, cells: number): void => {
    const column = columnOf(columns.get(table) ?? [], use);
    if (column === undefined) return;
    const key = columnKey(table, column);
    offers.set(key, { key, use, cells: (offers.get(key)?.cells ?? 0) + cells, chosen: choices.filledDown?.includes(key) === true });
  };
  for (const { rows, cells } of tasks) {
    for (const use of offered) {
      if (cells[use].from.length > 0) filled.add(use);
      else if (filled.has(use)) add(Number(rows[0]?.split(':')[0] ?? 0), use, 1);
    }
  }
  for (const { reason, at } of guesses) {
    const use = reason === 'filledFromAbove' ? columns.get(at.table)?.[at.column]?.use : undefined;
    const field = offered.find((each) => each === use);
    if (field !== undefined) add(at.table, field, 1);
  }
  return [...offers.values()];
}
