// Small changes that a person asks for in the pane: fixes, a task filled in, 基准日, notes hidden. Each can be taken back, cell by cell, as long as nobody changed the cells since.
import type { PlainDate } from '../core/plainDate';
import { fromSerial, parsePlainDate, toSerial } from '../core/plainDate';
import { dueFormat, readDue } from '../core/deadline';
import type { Problem } from '../core/problem';
import type { LedgerColumn } from '../core/task';
import { ledgerColumns } from '../core/task';
import type { CellContent } from '../sheets/drawing';
import type { HiddenNoteRow } from '../sheets/hiddenNotesSheet';
import { drawHiddenNotes, hiddenNoteAdded, isHiddenNotesSheet, readHiddenNotes } from '../sheets/hiddenNotesSheet';
import { doneFormat } from '../sheets/ledgerSheet';
import type { ReadCell } from '../sheets/settingsSheet';
import { settingCell, settingFormat, settingValueColumn } from '../sheets/settingsSheet';
import { ledgerTitles, settingRows, sheetNames, tableNames } from '../sheets/titles';
import type { ChangeOutcome, ColumnEdit, LedgerWorkbook, WorkbookChange } from '../sheets/workbook';
import { noChange } from '../sheets/workbook';
import type { NewCell } from './columnEdit';
import { columnEdit } from './columnEdit';
import { problemKey } from './judgeLedger';
import type { LedgerState } from './lookAtWorkbook';
import { lookAtWorkbook } from './lookAtWorkbook';

/** A cell that a mending writes, with what stood there and what will stand there as Excel gives them. */
export interface MendedCell {
  readonly sheet: string;
  /** 0-based. */
  readonly row: number;
  readonly column: number;
  /** The task's 编号, by which the row is found again after sorting. */
  readonly taskId?: string;
  /** Title of the column or label of the setting. */
  readonly title: string;
  readonly old: ReadCell;
  readonly new: ReadCell;
}

/** A change that was not made yet, or one that can be taken back. */
export interface Mending { readonly cells: readonly MendedCell[]; readonly change: WorkbookChange }

interface Wanted { readonly row: number; readonly column: LedgerColumn; readonly content: CellContent; readonly format: string | undefined }

function asRead(content: CellContent): ReadCell {
  if (content === null) return '';
  if (typeof content !== 'object') return content;
  return 'day' in content ? (toSerial(content.day) ?? '') : content.formula;
}

function mendLedgerCells(state: LedgerState, wanted: readonly Wanted[]): Mending {
  const rows = new Map(state.ledger.rows.map((row) => [row.row, row]));
  const cells = wanted.flatMap(({ row, column, content }): readonly MendedCell[] => {
    const stands = rows.get(row);
    if (stands === undefined) return [];
    const id = String(stands.cells.id).trim();
    return [{ sheet: sheetNames.ledger, row, column: state.ledger.columns[column], ...(id === '' ? {} : { taskId: id }), title: ledgerTitles[column], old: stands.cells[column], new: asRead(content) }];
  });
  const byColumn = new Map<LedgerColumn, Map<number, NewCell>>();
  for (const { row, column, content, format } of wanted) {
    const found = byColumn.get(column) ?? new Map<number, NewCell>();
    found.set(row, { cell: content, format });
    byColumn.set(column, found);
  }
  const edits = [...byColumn].map(([column, found]) => columnEdit(sheetNames.ledger, state.ledger.columns[column], found));
  return { cells, change: { ...noChange, edits, plannedOn: plannedOn(state, sheetNames.ledger) } };
}

function plannedOn(state: LedgerState, ...sheets: readonly string[]): WorkbookChange['plannedOn'] {
  return [...state.reading.cells.values()].filter((cells) => sheets.includes(cells.name));
}

function isLedgerColumn(column: string): column is LedgerColumn {
  return (ledgerColumns as readonly string[]).includes(column);
}

function rowOfCell(cell: string | undefined): number {
  return Number(/\d+$/.exec(cell ?? '')?.[0] ?? NaN) - 1;
}

/** Plans the certain fixes of problems; problems without one are passed over. Of two fixes of one cell the first counts. */
export function planFixes(state: LedgerState, problems: readonly Problem[]): Mending {
  const seen = new Set<string>();
  const wanted = problems.flatMap(({ fix, at }): readonly Wanted[] => {
    const row = rowOfCell(at.cell);
    if (fix === undefined || !isLedgerColumn(fix.column) || Number.isNaN(row) || seen.has(`${String(row)} ${fix.column}`)) return [];
    seen.add(`${String(row)} ${fix.column}`);
    return [{ row, column: fix.column, content: fix.on === undefined ? fix.text : { day: fix.on }, format: formatFor(fix.column, fix.text, fix.on, state) }];
  });
  return mendLedgerCells(state, wanted);
}

function formatFor(column: LedgerColumn, text: string, on: PlainDate | undefined, state: LedgerState): string {
  if (on === undefined) return '@';
  return column === 'due' ? dueFormat(readDue(text, { year: state.settings?.year ?? 0 })) : doneFormat;
}

/** Plans one cell's new text, e.g. a name that the roster suggests. */
export function planCellText(state: LedgerState, at: Problem['at'], text: string): Mending {
  const row = rowOfCell(at.cell);
  const column = at.column ?? '';
  return mendLedgerCells(state, isLedgerColumn(column) && !Number.isNaN(row) ? [{ row, column, content: text, format: '@' }] : []);
}

/** Plans what a person filled in for a task in the pane. A 办结日期 that is no date is a problem with its cell. */
export function planFillIn(state: LedgerState, row: number, filled: { readonly progress?: string; readonly remark?: string; readonly doneOn?: string }): Mending | { readonly problem: Problem } {
  const wanted: Wanted[] = [];
  if (filled.progress !== undefined) wanted.push({ row, column: 'progress', content: filled.progress === '' ? null : filled.progress, format: '@' });
  if (filled.remark !== undefined) wanted.push({ row, column: 'remark', content: filled.remark === '' ? null : filled.remark, format: '@' });
  if (filled.doneOn !== undefined) {
    const day = parsePlainDate(filled.doneOn);
    const due = readDue(filled.doneOn, { year: state.settings?.year ?? 0 });
    const on = day ?? (due.kind === 'date' && due.precision === 'day' ? due.on : undefined);
    if (on === undefined && filled.doneOn.trim() !== '') {
      return { problem: { rule: 'S9', kind: 'doneOnUnread', level: 'error', at: { sheet: sheetNames.ledger, column: 'doneOn' }, values: { text: filled.doneOn } } };
    }
    wanted.push({ row, column: 'doneOn', content: on === undefined ? null : { day: on }, format: doneFormat });
  }
  return mendLedgerCells(state, wanted);
}

/** Plans another 基准日; empty means today (L9). Nothing where 设置 has no such row. */
export function planAsOf(state: LedgerState, day: PlainDate | ''): Mending {
  const found = settingCell(state.reading.cells.get(sheetNames.settings)?.values ?? [], 'asOf');
  if (found === undefined) return { cells: [], change: noChange };
  const content: CellContent = day === '' ? null : { day };
  const title = settingRows.find(({ key }) => key === 'asOf')?.label ?? '';
  return {
    cells: [{ sheet: sheetNames.settings, row: found.row, column: settingValueColumn, title, old: found.value, new: asRead(content) }],
    change: { ...noChange, edits: [columnEdit(sheetNames.settings, settingValueColumn, new Map([[found.row, { cell: content, format: settingFormat('asOf') }]]))], plannedOn: plannedOn(state, sheetNames.settings) },
  };
}

/** Writes a mending, whole or not at all (X1). */
export async function applyMending(workbook: LedgerWorkbook, mending: Mending): Promise<ChangeOutcome> {
  return mending.cells.length === 0 ? { kind: 'written' } : workbook.change(mending.change, () => undefined);
}

/** Takes a mending back. Cells that say something else by now are left alone and named; rows are found again by 编号. */
export async function takeBack(workbook: LedgerWorkbook, mending: Mending): Promise<{ readonly takenBack: number; readonly leftAlone: readonly MendedCell[] }> {
  const state = await lookAtWorkbook(workbook);
  if (state.kind !== 'ledger') return { takenBack: 0, leftAlone: mending.cells };
  const rowsById = new Map(state.ledger.rows.map((row) => [String(row.cells.id).trim(), row.row]));
  const placed = mending.cells.map((cell) => ({ cell, row: cell.taskId === undefined ? cell.row : rowsById.get(cell.taskId) }));
  const isUntouched = (sheet: string, row: number, cell: MendedCell): boolean => {
    const stands = state.reading.cells.get(sheet)?.values[row]?.[cell.column] ?? '';
    return stands === cell.new;
  };
  const ready = placed.filter(({ cell, row }) => row !== undefined && isUntouched(cell.sheet, row, cell));
  const edits = groupEdits(ready.map(({ cell, row }) => ({ ...cell, row: row ?? cell.row })));
  const change: WorkbookChange = { ...noChange, edits, plannedOn: plannedOn(state, ...new Set(edits.map(({ sheet }) => sheet))) };
  if (edits.length > 0) {
    const outcome = await workbook.change(change, () => undefined);
    if (outcome.kind !== 'written') return { takenBack: 0, leftAlone: mending.cells };
  }
  return { takenBack: ready.length, leftAlone: placed.filter((each) => !ready.includes(each)).map(({ cell }) => cell) };
}

function groupEdits(cells: readonly MendedCell[]): readonly ColumnEdit[] {
  const groups = new Map<string, { readonly sheet: string; readonly column: number; readonly cells: Map<number, NewCell> }>();
  for (const { sheet, column, row, old } of cells) {
    const key = `${sheet} ${String(column)}`;
    const group = groups.get(key) ?? { sheet, column, cells: new Map<number, NewCell>() };
    // Text stays the text that it was; a day or a number keeps the cell's format as it is.
    group.cells.set(row, typeof old === 'string' ? { cell: old === '' ? null : old, format: old === '' ? undefined : '@' } : { cell: Number(old), format: undefined });
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => columnEdit(group.sheet, group.column, group.cells));
}

/** Hides a note for good, with a reason that stays in the workbook. */
export async function hideNote(workbook: LedgerWorkbook, state: LedgerState, problem: Problem, sentence: string, reason: string, today: PlainDate): Promise<ChangeOutcome> {
  const note: HiddenNoteRow = { taskId: problem.at.taskId ?? '', sentence, reason, on: today, key: problemKey(problem) };
  const cells = state.reading.cells.get(sheetNames.hiddenNotes);
  const table = cells?.tables.find(({ name }) => name === tableNames.hiddenNotes);
  if (cells === undefined) return workbook.change({ ...noChange, newSheets: [drawHiddenNotes([note])] }, () => undefined);
  if (table === undefined || !isHiddenNotesSheet(cells.values)) return { kind: 'changedMeanwhile', sheet: sheetNames.hiddenNotes };
  return workbook.change({ ...noChange, rowsAdded: [hiddenNoteAdded(note, table)], plannedOn: [cells] }, () => undefined);
}

/** Brings a hidden note back: its line in 核对备忘 is emptied, so that the check lists it again. */
export async function showHiddenNote(workbook: LedgerWorkbook, state: LedgerState, problem: Problem): Promise<ChangeOutcome> {
  const cells = state.reading.cells.get(sheetNames.hiddenNotes);
  const rows = cells === undefined ? [] : readHiddenNotes(cells.values).filter(({ key }) => key === problemKey(problem)).map(({ row }) => row);
  if (cells === undefined || rows.length === 0) return { kind: 'written' };
  const width = cells.values[rows[0] ?? 0]?.length ?? 0;
  const emptied = new Map<number, NewCell>(rows.map((row) => [row, { cell: null, format: undefined }]));
  const edits = Array.from({ length: width }, (_, column) => columnEdit(sheetNames.hiddenNotes, column, emptied));
  return workbook.change({ ...noChange, edits, plannedOn: [cells] }, () => undefined);
}

/** Day of a cell as Excel gives it, for showing; undefined where it is no day. */
export function dayShown(cell: ReadCell): PlainDate | undefined {
  return typeof cell === 'number' ? fromSerial(cell) : undefined;
}
