// Takes a merge back (R11), also after saving and opening again: whole while its cells are as it left them, else cell by cell. What someone wrote since is never written over unasked.
import type { OfficialColumn } from '../core/task';
import { fromSerial } from '../core/plainDate';
import type { Problem } from '../core/problem';
import { textKey } from '../core/returnedText';
import type { MergeLogEntry } from '../sheets/exchangeSheets';
import { readMergeLog } from '../sheets/exchangeSheets';
import { withdrawnWord } from '../sheets/exchangeTitles';
import type { ListReading } from '../sheets/listSheet';
import { ledgerTitles, sheetNames } from '../sheets/titles';
import type { ChangeOutcome, ColumnEdit, LedgerWorkbook, WorkbookChange } from '../sheets/workbook';
import { noChange } from '../sheets/workbook';
import type { NewCell } from './columnEdit';
import { columnEdit } from './columnEdit';
import type { ExchangeGround } from './ledgerSide';
import { exchangeHindrance, readExchangeGround, rowsOfTasks } from './ledgerSide';
import { registerChange, sectionStandings } from './returnsRegister';
import { ledgerContent } from './takeReturns';

/** A merge as 合并记录 has it. */
export interface PastMerge { readonly batch: number; readonly at: string; readonly files: readonly string[]; readonly cells: number; readonly isTakenBack: boolean }

/** A cell of a merge: what it was before, what the merge made of it, and what stands there now. */
export interface MergedCell {
  readonly id: string;
  readonly column: OfficialColumn | 'doneOn';
  readonly before: string;
  readonly merged: string;
  readonly now: string;
  /** `untouched`: as the merge left it. `changed`: someone wrote something else since. `gone`: the task is no longer there. */
  readonly standing: 'untouched' | 'changed' | 'gone';
}

export interface TakeBackPlan { readonly ground: ExchangeGround; readonly batch: number; readonly cells: readonly MergedCell[]; readonly entries: readonly MergeLogEntry[] }

export type TakeBackPlanning = { readonly kind: 'ready'; readonly plan: TakeBackPlan } | { readonly kind: 'refused'; readonly problem: Problem } | { readonly kind: 'noLedger' };

/** The merges that 合并记录 tells of, the latest first. */
export function pastMerges({ lists }: Pick<ExchangeGround, 'lists'>): readonly PastMerge[] {
  const byBatch = new Map<number, MergeLogEntry[]>();
  for (const entry of lists.mergeLog === undefined ? [] : readMergeLog(lists.mergeLog)) byBatch.set(entry.batch, [...(byBatch.get(entry.batch) ?? []), entry]);
  return [...byBatch]
    .map(([batch, entries]) => ({
      batch, at: entries[0]?.at ?? '', files: [...new Set(entries.map(({ file }) => file))], cells: new Set(entries.map(({ id, column }) => `${id} ${column}`)).size,
      isTakenBack: entries.every(({ state }) => state === withdrawnWord),
    }))
    .sort((one, other) => other.batch - one.batch);
}

/** Reads what taking a merge back would do, cell by cell. Writes nothing. `period` is the report that the person is at; a merge of another report goes back in its own. */
export async function planTakeBack(workbook: LedgerWorkbook, period: string, batch: number): Promise<TakeBackPlanning> {
  const reading = await readExchangeGround(workbook, period);
  if (reading.kind !== 'ground') return reading;
  const own = periodOfMerge(reading.ground, batch) ?? period;
  return own === period ? planFrom(reading.ground, batch) : planInOwnPeriod(workbook, own, batch);
}

async function planInOwnPeriod(workbook: LedgerWorkbook, period: string, batch: number): Promise<TakeBackPlanning> {
  const reading = await readExchangeGround(workbook, period);
  return reading.kind === 'ground' ? planFrom(reading.ground, batch) : reading;
}

/** Of which report a merge was, by 收发底稿. */
function periodOfMerge({ lists }: ExchangeGround, batch: number): string | undefined {
  return lists.exchange?.rows.find(({ at }) => Number(at('batch')) === batch)?.text('period').trim();
}

function planFrom(ground: ExchangeGround, batch: number): TakeBackPlanning {
  const hindrance = exchangeHindrance(ground, [sheetNames.ledger, sheetNames.exchange, sheetNames.returns, sheetNames.mergeLog], ground.lists.register === undefined);
  if (hindrance !== undefined) return { kind: 'refused', problem: hindrance };
  const entries = (ground.lists.mergeLog === undefined ? [] : readMergeLog(ground.lists.mergeLog)).filter((entry) => entry.batch === batch && entry.state !== withdrawnWord);
  if (entries.length === 0) return { kind: 'refused', problem: { rule: 'R11', kind: 'noSuchMerge', level: 'error', at: { sheet: sheetNames.mergeLog }, values: { batch } } };
  return { kind: 'ready', plan: { ground, batch, entries, cells: cellsOf(ground, entries) } };
}

/** Takes a merge back: every cell that stands as it was left, and of the changed ones those that a person chose, by `id column`. */
export async function takeMergeBack(workbook: LedgerWorkbook, plan: TakeBackPlan, alsoChanged: ReadonlySet<string>): Promise<ChangeOutcome> {
  return workbook.change(takeBackChange(plan, alsoChanged), () => undefined);
}

/** By what a cell is chosen. */
export function cellName({ id, column }: Pick<MergedCell, 'id' | 'column'>): string {
  return `${id} ${column}`;
}

function columnOf(title: string): MergedCell['column'] | undefined {
  return (Object.keys(ledgerTitles) as (keyof typeof ledgerTitles)[]).find((column): column is MergedCell['column'] => ledgerTitles[column] === title && column !== 'id' && column !== 'status' && column !== 'daysLeft' && column !== 'filled' && column !== 'checked');
}

function cellsOf({ side, state }: ExchangeGround, entries: readonly MergeLogEntry[]): readonly MergedCell[] {
  const tasks = new Map([...side.tasks].reverse().map((task) => [task.id, task]));
  const rows = rowsOfTasks(state.ledger.rows);
  const cells = new Map<string, MergedCell>();
  for (const { id, column: title, cellOld, cellNew } of entries) {
    const column = columnOf(title);
    if (column === undefined) continue;
    const task = tasks.get(id);
    const stands = column === 'doneOn' ? dayShown(rows.get(id)?.cells.doneOn ?? '') : (task?.cells[column] ?? '');
    const standing = task === undefined ? 'gone' : textKey(stands) === textKey(cellNew) ? 'untouched' : 'changed';
    cells.set(`${id} ${column}`, { id, column, before: cellOld, merged: cellNew, now: stands, standing });
  }
  return [...cells.values()];
}

function dayShown(cell: string | number | boolean): string {
  return (typeof cell === 'number' ? fromSerial(cell) : undefined) ?? String(cell);
}

function takeBackChange({ ground, batch, cells, entries }: TakeBackPlan, alsoChanged: ReadonlySet<string>): WorkbookChange {
  const { state, settings, lists, exchange, period } = ground;
  const back = cells.filter((cell) => cell.standing === 'untouched' || (cell.standing === 'changed' && alsoChanged.has(cellName(cell))));
  const names = new Set(back.map(cellName));
  const done = entries.filter(({ id, column }) => names.has(`${id} ${columnOf(column) ?? ''}`));
  const rows = rowsOfTasks(state.ledger.rows);
  const byColumn = new Map<MergedCell['column'], Map<number, NewCell>>();
  for (const { id, column, before } of back) {
    const row = rows.get(id)?.row;
    if (row === undefined) continue;
    byColumn.set(column, (byColumn.get(column) ?? new Map<number, NewCell>()).set(row, ledgerContent(column, before, settings.year)));
  }
  // A file of which not every cell went back still counts as returned.
  const isWhole = done.length === entries.length;
  const withdrawn = { cell: withdrawnWord, format: '@' };
  const register = registerChange(ground, sectionStandings(ground, isWhole ? { ...exchange, files: exchange.files.filter((file) => file.batch !== batch) } : exchange, afterTakingBack(ground, back)));
  return {
    ...noChange,
    newSheets: register.newSheets, rowsAdded: register.rowsAdded,
    edits: [
      ...[...byColumn].map(([column, edited]) => columnEdit(sheetNames.ledger, state.ledger.columns[column], edited)),
      ...marks(lists.mergeLog, done.map(({ row }) => row), withdrawn, sheetNames.mergeLog),
      ...marks(lists.exchange, keptRows(lists.exchange, batch, period.name, names, isWhole), withdrawn, sheetNames.exchange),
      ...register.edits,
    ],
    plannedOn: [...state.reading.cells.values()],
  };
}

function marks<Key extends string>(list: ListReading<Key | 'state'> | undefined, rows: readonly number[], cell: NewCell, sheet: string): readonly ColumnEdit[] {
  const column = list?.places.get('state');
  return column === undefined || rows.length === 0 ? [] : [columnEdit(sheet, column, new Map(rows.map((row) => [row, cell])))];
}

/** Rows of 收发底稿 that the merge wrote of the cells that go back; all of it where the whole merge goes back. */
function keptRows(list: ExchangeGround['lists']['exchange'], batch: number, period: string, names: ReadonlySet<string>, isWhole: boolean): readonly number[] {
  return (list?.rows ?? []).filter(({ at, text }) => Number(at('batch')) === batch && text('period').trim() === period && (isWhole || names.has(`${text('id').trim()} ${columnOf(text('column').trim()) ?? ''}`))).map(({ row }) => row);
}

function afterTakingBack({ side }: ExchangeGround, back: readonly MergedCell[]): ExchangeGround['side']['tasks'] {
  const byTask = new Map<string, MergedCell[]>();
  for (const cell of back) byTask.set(cell.id, [...(byTask.get(cell.id) ?? []), cell]);
  return side.tasks.map((task) => (byTask.get(task.id) ?? []).reduce(
    (each, { column, before }) => (column === 'doneOn' ? { ...each, doneOn: before } : { ...each, cells: { ...each.cells, [column]: before } }), task,
  ));
}

