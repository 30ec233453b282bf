// Takes returned sheets together (R3–R10): plans what they change, shows it, and writes it in one go with a record of every cell. Reads no file; knows no Excel.
import { consolidate } from '../core/consolidate';
import type { Consolidation, ConsolidateOptions, LedgerEdit } from '../core/consolidation';
import { dueFormat, readDue } from '../core/deadline';
import { isPlainDate } from '../core/plainDate';
import type { Problem } from '../core/problem';
import type { RawFile } from '../core/rawTable';
import type { ReturnedSheet } from '../core/returnedTable';
import { readReturned } from '../core/returnedTable';
import type { CellContent } from '../sheets/drawing';
import type { TakenFile } from '../sheets/exchangeSheets';
import { exchangeList, fileRow, mergeLogList, readMergeLog, takenRow } from '../sheets/exchangeSheets';
import type { MergeLogColumn } from '../sheets/exchangeTitles';
import { decisionWords } from '../sheets/exchangeTitles';
import { doneFormat } from '../sheets/ledgerSheet';
import type { ListRow } from '../sheets/listSheet';
import { drawList, listRowsAdded } from '../sheets/listSheet';
import { ledgerTitles, sheetNames } from '../sheets/titles';
import type { ChangeOutcome, ColumnEdit, LedgerWorkbook, Progress, WorkbookChange } from '../sheets/workbook';
import { noChange } from '../sheets/workbook';
import type { NewCell } from './columnEdit';
import { columnEdit } from './columnEdit';
import type { ExchangeGround } from './ledgerSide';
import { exchangeHindrance, readExchangeGround, rowsOfTasks } from './ledgerSide';
import { registerChange, sectionsAsWritten, sectionStandings } from './returnsRegister';
import { planUpkeep, upgradeEdits, upgradeNames } from './upkeep';

/** A merge ready to be looked through, decided upon and written. */
export interface MergePlan {
  readonly ground: ExchangeGround;
  readonly returns: readonly ReturnedSheet[];
  readonly options: ConsolidateOptions;
  readonly consolidation: Consolidation;
  /** How many-th merge of this ledger it will be. */
  readonly batch: number;
}

export type MergePlanning = { readonly kind: 'ready'; readonly plan: MergePlan } | { readonly kind: 'refused'; readonly problem: Problem } | { readonly kind: 'noLedger' };

/** Turns a file's tables into a return (R2, I2, I3). */
export function asReturn(file: RawFile): ReturnedSheet {
  return readReturned(file);
}

/** Reads the ledger and plans what the returns change in it. Writes nothing. */
export async function planMerge(workbook: LedgerWorkbook, period: string, returns: readonly ReturnedSheet[], options: ConsolidateOptions): Promise<MergePlanning> {
  const reading = await readExchangeGround(workbook, period);
  if (reading.kind !== 'ground') return reading;
  const { ground } = reading;
  const { exchange, mergeLog, register } = ground.lists;
  const hindrance = exchangeHindrance(ground, [sheetNames.ledger, sheetNames.exchange, sheetNames.returns, sheetNames.mergeLog], [exchange, mergeLog, register].includes(undefined));
  if (hindrance !== undefined) return { kind: 'refused', problem: hindrance };
  return { kind: 'ready', plan: planAgain({ ground, returns, batch: nextBatch(ground) }, options) };
}

/** The same returns on the same ledger after a person decided something: no request to Excel. */
export function planAgain({ ground, returns, batch }: Pick<MergePlan, 'ground' | 'returns' | 'batch'>, options: ConsolidateOptions): MergePlan {
  return { ground, returns, batch, options, consolidation: consolidate(ground.side, returns, options) };
}

/** Whether writing it would change anything: a cell, or what is remembered of who returned what. */
export function bringsAnything({ consolidation, ground }: MergePlan): boolean {
  return consolidation.edits.length + consolidation.taken.length + newFiles(consolidation, ground, '', 0).length > 0;
}

/** Writes a merge whole or not at all (X1). `at` is the time that 合并记录 names. */
export async function merge(workbook: LedgerWorkbook, plan: MergePlan, at: string, onProgress: Progress): Promise<ChangeOutcome> {
  return workbook.change(mergeChange(plan, at), onProgress);
}

function nextBatch({ lists }: ExchangeGround): number {
  const logged = lists.mergeLog === undefined ? [] : readMergeLog(lists.mergeLog).map(({ batch }) => batch);
  const kept = lists.exchange?.rows.map((row) => Number(row.at('batch'))) ?? [];
  return [...logged, ...kept].reduce((most, batch) => (Number.isFinite(batch) ? Math.max(most, batch) : most), 0) + 1;
}

/** Files that were taken now and are not yet registered with the same contents. */
function newFiles({ files }: Consolidation, { exchange }: ExchangeGround, at: string, batch: number): readonly TakenFile[] {
  const known = new Set(exchange.files.map(({ section, digest, savedAt }) => `${section} ${digest} ${savedAt}`));
  return files
    .filter(({ refused, section, digest, savedAt }) => refused === undefined && section !== '' && !known.has(`${section} ${digest} ${savedAt}`))
    .map(({ section, file, savedAt, digest }) => ({ section, file, savedAt, digest, at, batch }));
}

/** All that a merge writes: the ledger's cells, 合并记录, 收发底稿, 回收登记. */
export function mergeChange(plan: MergePlan, at: string): WorkbookChange {
  const { ground, consolidation, batch } = plan;
  const { state, lists, period, exchange } = ground;
  const files = newFiles(consolidation, ground, at, batch);
  const kept = [...files.map((file) => fileRow(period.name, file)), ...consolidation.taken.map((cell) => takenRow(period.name, batch, cell, at))];
  const written = sectionsAsWritten(ground);
  const logged = consolidation.edits.flatMap((edit) => logRows(edit, batch, at, written));
  const standings = sectionStandings(ground, { ...exchange, files: [...exchange.files, ...files] }, afterEdits(ground, consolidation.edits));
  const register = registerChange(ground, standings);
  return {
    ...noChange,
    newSheets: [
      ...(lists.mergeLog === undefined && logged.length > 0 ? [drawList(mergeLogList, logged)] : []),
      ...(lists.exchange === undefined && kept.length > 0 ? [drawList(exchangeList, kept)] : []),
      ...register.newSheets,
    ],
    rowsAdded: [
      ...(lists.mergeLog === undefined || logged.length === 0 ? [] : [listRowsAdded(mergeLogList, logged, lists.mergeLog.table)]),
      ...(lists.exchange === undefined || kept.length === 0 ? [] : [listRowsAdded(exchangeList, kept, lists.exchange.table)]),
      ...register.rowsAdded,
    ],
    names: upgradeNames(state),
    edits: [...ledgerEdits(ground, consolidation.edits), ...register.edits, ...upgradeEdits(state)],
    ...planUpkeep(state),
    plannedOn: [...state.reading.cells.values()],
  };
}

function logRows({ id, column, old, new: next, parts }: LedgerEdit, batch: number, at: string, written: ReadonlyMap<string, string>): readonly ListRow<MergeLogColumn>[] {
  return parts.map((part) => ({
    at, batch, file: part.file, section: written.get(part.section) ?? part.section, id, column: ledgerTitles[column], old: part.old, new: part.new, decision: decisionWords[part.decision], reason: part.reason ?? '', state: '', cellOld: old, cellNew: next,
  }));
}

/** The ledger's tasks as they will be, for 回收登记. */
function afterEdits({ side }: ExchangeGround, edits: readonly LedgerEdit[]): ExchangeGround['side']['tasks'] {
  const byTask = new Map<string, LedgerEdit[]>();
  for (const edit of edits) byTask.set(edit.id, [...(byTask.get(edit.id) ?? []), edit]);
  return side.tasks.map((task) => (byTask.get(task.id) ?? []).reduce(
    (each, { column, new: next }) => (column === 'doneOn' ? { ...each, doneOn: next } : { ...each, cells: { ...each.cells, [column]: next } }), task,
  ));
}

/** A cell's new content as the ledger keeps it: days are true days, everything else is text and no formula (R12, L5). */
export function ledgerContent(column: LedgerEdit['column'], text: string, year: number): NewCell {
  // An empty cell of days keeps a day's format: in a cell of text, the day that is typed next would be none (S3, S9).
  if (column === 'doneOn') return isPlainDate(text) ? { cell: { day: text }, format: doneFormat } : { cell: emptyAsNothing(text), format: text === '' ? doneFormat : '@' };
  if (column !== 'due') return { cell: emptyAsNothing(text), format: '@' };
  const due = readDue(text, { year });
  return { cell: due.kind === 'date' ? { day: due.on } : emptyAsNothing(text), format: dueFormat(due) };
}

function emptyAsNothing(text: string): CellContent {
  return text === '' ? null : text;
}

function ledgerEdits({ state, settings }: ExchangeGround, edits: readonly LedgerEdit[]): readonly ColumnEdit[] {
  const rows = rowsOfTasks(state.ledger.rows);
  const byColumn = new Map<LedgerEdit['column'], Map<number, NewCell>>();
  for (const { id, column, new: next } of edits) {
    const row = rows.get(id)?.row;
    if (row === undefined) throw new Error(`A merge edits a task that the ledger does not have: ${id}`);
    const cells = byColumn.get(column) ?? new Map<number, NewCell>();
    cells.set(row, ledgerContent(column, next, settings.year));
    byColumn.set(column, cells);
  }
  return [...byColumn].map(([column, cells]) => columnEdit(sheetNames.ledger, state.ledger.columns[column], cells));
}
