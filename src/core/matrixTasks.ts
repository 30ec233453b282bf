// Tasks out of the rows of a matrix: each field with its words, the raw cells from which they came, and the guesses on the way (I2–I5). Knows rows that are told for what they are.
import type { Due } from './deadline';
import { showDue } from './deadline';
import { isPlaceholder, joinPieces, readDeadline, readNames, readTitle, readTwoInOne, readUnits, saysSame } from './matrixFields';
import type { FieldReading } from './matrixFields';
import type { GridCell } from './matrixGrid';
import { columnOf } from './matrixHead';
import type { GridPart } from './matrixParts';
import type { CellAt, ColumnUse, MatrixCell, MatrixChoices, MatrixGuess, MatrixTask, OtherCell, TaskField } from './matrixReading';
import { columnKey, rowKey } from './matrixReading';
import type { RowMark } from './matrixRows';
import { isField, shownAt } from './matrixShown';
import { joinNames } from './names';
import { foldWidth, withoutBlanks } from './normalizeText';
import type { RawCell } from './rawTable';
import { dayOf, tidyLineEnds } from './returnedText';
import type { Task } from './task';
import { isTaskId } from './taskId';

/** What reading tasks needs beside the rows. A year of 0 is none. */
export interface TaskReading {
  readonly year: number;
  readonly people: ReadonlySet<string> | undefined;
  readonly sections: ReadonlySet<string> | undefined;
  readonly choices: MatrixChoices;
}

/** What stands in a field before it is understood. */
interface Piece { readonly text: string; readonly raw: RawCell; readonly from: readonly CellAt[] }
type Pieces = ReadonlyMap<ColumnUse, Piece>;

/** Tasks with the guesses made, the counts that headings gave, and the place of each task's rows. */
export interface TasksRead {
  readonly tasks: readonly MatrixTask[];
  readonly guesses: readonly MatrixGuess[];
  readonly counts: readonly { readonly at: CellAt; readonly indicator: string; readonly said: number; readonly found: number }[];
}

interface Heading { readonly piece: Piece; readonly said: number | undefined; found: number; name: string }

/** Builds the tasks of all rows in their order. */
export function buildTasks(marks: readonly RowMark[], reading: TaskReading): TasksRead {
  const tasks: MatrixTask[] = [];
  const guesses = new Map<string, MatrixGuess>();
  const headings: Heading[] = [];
  let above: Pieces = new Map();
  for (let at = 0; at < marks.length; at += 1) {
    const mark = marks[at];
    if (mark === undefined) continue;
    if (mark.kind === 'indicator') headings.push(headingOf(mark, guesses));
    if (mark.kind !== 'task') continue;
    const rows = [mark];
    for (let next = at + 1; next < marks.length; next += 1) {
      const each = marks[next];
      if (each === undefined || each.kind === 'task' || each.kind === 'indicator') break;
      if (each.kind === 'joined') rows.push(each);
    }
    const heading = headings[headings.length - 1];
    const pieces = piecesOf(rows, heading, above, reading, guesses);
    if (heading !== undefined) heading.found += 1;
    tasks.push(buildTask(rows, pieces, reading, guesses));
    above = pieces;
  }
  const counts = headings.flatMap(({ piece, said, found, name }) => (said === undefined || piece.from[0] === undefined ? [] : [{ at: piece.from[0], indicator: name, said, found }]));
  return { tasks, guesses: [...guesses.values()], counts };
}

function headingOf({ part, row }: RowMark, guesses: Map<string, MatrixGuess>): Heading {
  const cells = part.grid.ownColumns(row).flatMap((column) => part.grid.cell(row, column) ?? []);
  const named = cells.find((cell) => part.columns[cell.column]?.use !== 'ordinal') ?? cells[0];
  const from = cells.map((cell) => placeOf(part, cell));
  const text = named?.text ?? '';
  const { value, count, guesses: found } = readTitle(text, 'indicator');
  note(found, named === undefined ? from : [placeOf(part, named)], guesses);
  return { piece: { text, raw: text, from }, said: count, found: 0, name: value };
}

function piecesOf(rows: readonly RowMark[], heading: Heading | undefined, above: Pieces, { choices }: TaskReading, guesses: Map<string, MatrixGuess>): Pieces {
  const pieces = new Map<ColumnUse, Piece>();
  const [first] = rows;
  if (first === undefined) return pieces;
  for (const { use } of first.part.columns) {
    if (!isField(use)) continue;
    const piece = pieceOf(rows, use);
    const column = columnOf(first.part.columns, use) ?? 0;
    const place: CellAt = { table: first.part.table, row: first.row, column };
    const over = above.get(use);
    if (piece !== undefined && over !== undefined && saysSame(piece.text)) {
      pieces.set(use, { ...over, from: [...piece.from, ...over.from] });
      note([{ reason: 'sameAsAbove', text: piece.text, understood: over.text }], piece.from, guesses);
    } else if (piece !== undefined) pieces.set(use, piece);
    else if (over !== undefined && choices.filledDown?.includes(columnKey(first.part.table, column)) === true) {
      pieces.set(use, over);
      note([{ reason: 'filledFromAbove', text: '', understood: over.text }], [place], guesses);
    }
    if (piece !== undefined) noteSideways(first, use, guesses);
  }
  if (heading !== undefined && !pieces.has('indicator')) pieces.set('indicator', heading.piece);
  return pieces;
}

// What stands in a column over all rows of a task; a merged cell counts once.
function pieceOf(rows: readonly RowMark[], use: ColumnUse): Piece | undefined {
  const cells: { readonly part: GridPart; readonly cell: GridCell }[] = [];
  for (const { part, row } of rows) {
    const column = columnOf(part.columns, use);
    const cell = column === undefined ? undefined : shownAt(part, row, column);
    const last = cells[cells.length - 1];
    if (cell !== undefined && (last === undefined || last.part.table !== part.table || last.cell.row !== cell.row || last.cell.column !== cell.column)) cells.push({ part, cell });
  }
  const [only] = cells;
  if (only === undefined) return undefined;
  const from = cells.map(({ part, cell }) => placeOf(part, cell));
  const texts = cells.map(({ cell }) => cell.text);
  // A deadline that each row says again is one deadline; a name that each row says again stands once for each section.
  const said = isNameColumn(use) ? texts : [...new Set(texts.map((text) => text.trim()))];
  if (said.length === 1) return { text: only.cell.text, raw: only.cell.raw, from };
  const text = joinPieces(said, use as TaskField | 'sectionsAndOwners');
  return { text, raw: text, from };
}

function isNameColumn(use: ColumnUse): boolean {
  return use === 'leaders' || use === 'sections' || use === 'owners' || use === 'sectionsAndOwners';
}

function noteSideways({ part, row }: RowMark, use: ColumnUse, guesses: Map<string, MatrixGuess>): void {
  const merge = part.grid.merge(row, columnOf(part.columns, use) ?? -1);
  if (merge === undefined || merge.columns < 2) return;
  const over = part.columns.filter((each) => isField(each.use) && each.column >= merge.column && each.column < merge.column + merge.columns);
  const cell = part.grid.cell(merge.row, merge.column);
  if (over.length > 1 && cell !== undefined) note([{ reason: 'sideways', text: cell.text, understood: use }], [placeOf(part, cell)], guesses);
}

function buildTask(rows: readonly RowMark[], pieces: Pieces, reading: TaskReading, guesses: Map<string, MatrixGuess>): MatrixTask {
  const take = <T>(use: ColumnUse, read: (piece: Piece) => FieldReading<T>, otherwise: T): T => {
    const piece = pieces.get(use);
    if (piece === undefined) return otherwise;
    const { value, guesses: found } = read(piece);
    note(found, piece.from, guesses);
    return value;
  };
  const units = (use: 'leadUnit' | 'supportUnits'): readonly string[] => take(use, ({ text }) => readUnits(text), []);
  const two = take('sectionsAndOwners', ({ text }) => readTwoInOne(text, reading.sections, reading.people), { sections: [], owners: [] });
  const names = (use: 'leaders' | 'sections' | 'owners'): readonly string[] => take(use, ({ text }) => readNames(text, use === 'sections' ? reading.sections : reading.people), []);
  const due = takeDue(pieces.get('due'), reading, guesses);
  const id = withoutBlanks(foldWidth(pieces.get('id')?.text ?? ''));
  const sections = names('sections');
  const owners = names('owners');
  const task: Task = {
    id: isTaskId(id) ? id : '',
    indicator: take('indicator', ({ text }) => readTitle(text, 'indicator'), ''),
    leadUnit: joinNames(units('leadUnit')), supportUnits: units('supportUnits'),
    text: take('text', ({ text }) => readTitle(text, 'text'), ''),
    leaders: names('leaders'), sections: sections.length > 0 ? sections : two.sections, owners: owners.length > 0 ? owners : two.owners,
    due: due.due, progress: plain(pieces.get('progress')), remark: plain(pieces.get('remark')), ...readDone(pieces.get('doneOn'), reading.year),
  };
  return { task, rows: rows.map(({ part, row }) => rowKey(part.table, row)), cells: cellsOf(task, pieces), others: othersOf(rows), due: due.written };
}

function takeDue(piece: Piece | undefined, { year, choices }: TaskReading, guesses: Map<string, MatrixGuess>): { readonly due: Due; readonly written: string | number } {
  const at = piece?.from[0];
  if (piece === undefined || at === undefined || isPlaceholder(piece.text)) return { due: { kind: 'empty', text: '' }, written: '' };
  const { value, written, guesses: found } = readDeadline(piece.raw, piece.text, year, choices.firstDays?.includes(columnKey(at.table, at.column)) !== true);
  note(found, piece.from, guesses);
  return { due: value, written };
}

function plain(piece: Piece | undefined): string {
  return tidyLineEnds(piece?.text ?? '').trim();
}

function readDone(piece: Piece | undefined, year: number): Pick<Task, 'doneOn' | 'doneOnText'> {
  if (piece === undefined || isPlaceholder(piece.text)) return { doneOn: '' };
  const day = typeof piece.raw === 'object' ? piece.raw.day : dayOf(typeof piece.raw === 'number' ? piece.raw : piece.text, year)?.on;
  return day === undefined ? { doneOn: '', doneOnText: plain(piece) } : { doneOn: day };
}

function cellsOf(task: Task, pieces: Pieces): MatrixTask['cells'] {
  const cell = (field: TaskField, text: string): MatrixCell => {
    const piece = pieces.get(field) ?? (field === 'sections' || field === 'owners' ? pieces.get('sectionsAndOwners') : undefined);
    return { written: piece?.text ?? '', text, from: piece?.from ?? [] };
  };
  return {
    id: cell('id', task.id), indicator: cell('indicator', task.indicator), leadUnit: cell('leadUnit', task.leadUnit), supportUnits: cell('supportUnits', joinNames(task.supportUnits)),
    text: cell('text', task.text), leaders: cell('leaders', joinNames(task.leaders)), sections: cell('sections', joinNames(task.sections)), owners: cell('owners', joinNames(task.owners)),
    due: cell('due', showDue(task.due)), progress: cell('progress', task.progress), remark: cell('remark', task.remark), doneOn: cell('doneOn', task.doneOn === '' ? (task.doneOnText ?? '') : task.doneOn),
  };
}

// Columns of unknown meaning keep their words to the right (I3), and so do cells beyond the head.
function othersOf(rows: readonly RowMark[]): readonly OtherCell[] {
  const others = new Map<string | number, { readonly title: string; readonly texts: string[]; readonly from: CellAt[] }>();
  const add = (part: GridPart, column: number, cell: GridCell): void => {
    const title = part.columns[column]?.title ?? '';
    // Over several parts a column is the same where its title is.
    const key = rows.length === 1 ? column : `${title}/${column}`;
    const known = others.get(key);
    const place = placeOf(part, cell);
    const last = known?.from[known.from.length - 1];
    if (known === undefined) others.set(key, { title, texts: [cell.text.trim()], from: [place] });
    else if (last === undefined || last.row !== place.row || last.column !== place.column || last.table !== place.table) {
      known.texts.push(cell.text.trim());
      known.from.push(place);
    }
  };
  for (const { part, row } of rows) {
    for (const { column, use } of part.columns) {
      const cell = use === 'kept' ? shownAt(part, row, column) : undefined;
      if (cell !== undefined) add(part, column, cell);
    }
    for (const column of part.grid.ownColumns(row)) {
      const cell = column < part.columns.length ? undefined : part.grid.cell(row, column);
      if (cell !== undefined && shownAt(part, row, column) !== undefined) add(part, column, cell);
    }
  }
  return [...others.values()].map(({ title, texts, from }) => ({ title, text: texts.join('\n'), from }));
}

function placeOf(part: GridPart, cell: { readonly row: number; readonly column: number }): CellAt {
  return { table: part.table, row: cell.row, column: cell.column };
}

// A merged cell is understood once, however many tasks it covers.
function note(found: FieldReading<unknown>['guesses'], from: readonly CellAt[], guesses: Map<string, MatrixGuess>): void {
  const [at] = from;
  if (at === undefined) return;
  for (const { reason, text, understood } of found) {
    const key = `${at.table}:${at.row}:${at.column}:${reason}`;
    if (!guesses.has(key)) guesses.set(key, { key, at, what: 'cell', reason, text, understood });
  }
}
