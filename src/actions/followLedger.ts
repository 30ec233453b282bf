// Keeps a judged ledger up with what people type: which rows an edit touches, those rows read and judged again, the sheet led to a task or narrowed to some. Knows no Excel.
import type { PlainDate } from '../core/plainDate';
import type { Roster } from '../core/roster';
import type { LedgerColumn } from '../core/task';
import { addressOf } from '../sheets/drawing';
import type { LedgerReading, LedgerRow } from '../sheets/ledgerReading';
import { readLedger } from '../sheets/ledgerReading';
import type { ReadCell } from '../sheets/settingsSheet';
import { ledgerTitles, sheetNames, tableNames } from '../sheets/titles';
import type { LedgerWorkbook } from '../sheets/workbook';
import type { Judgement } from './judgeLedger';
import { countRows, judgeLedger } from './judgeLedger';
import type { WorkbookState } from './lookAtWorkbook';

/** An edit of a sheet, as Excel tells of it. */
export interface SheetEdit {
  readonly sheet: string;
  /** A1 address without the sheet, e.g. 'K7', 'B3:C9' or '5:5'. */
  readonly address: string;
  /** Whether only contents of cells changed; rows and columns that come or go move everything else. */
  readonly onlyCells: boolean;
}

/** Where every row stands. What is wrong with the rows is the check's matter and not kept up. */
export type LedgerStanding = Pick<Judgement, 'asOf' | 'isAsOfSet' | 'settings' | 'roster' | 'period' | 'lastReported' | 'rows' | 'counts'>;

/** A ledger that is followed: as read, its header, and where its rows stand. */
export interface FollowedLedger {
  readonly ledger: LedgerReading;
  readonly head: readonly ReadCell[];
  readonly standing: LedgerStanding;
}

/** Rows judged at a time, far below 50 ms; after each slice others take their turn. */
export const rowsPerSlice = 250;
/** An edit of more rows than these is read anew with all the rest. */
export const rowsFollowed = 500;

const noRoster: Roster = { people: [], sections: [] };

/** Judges all rows of a ledger just read, a slice at a time (S, F, C). Nothing where its settings cannot be read. */
export async function beginFollowing(state: Extract<WorkbookState, { kind: 'ledger' }>, today: PlainDate, pause: () => Promise<void>): Promise<FollowedLedger | undefined> {
  const { settings, ledger } = state;
  if (settings === undefined) return undefined;
  const context = { settings, roster: state.roster ?? noRoster, today: state.judgedOn ?? today, lastReported: state.lastReported };
  const slice = (from: number): Judgement => judgeLedger({ ...ledger, rows: ledger.rows.slice(from, from + rowsPerSlice) }, context);
  const slices = [slice(0)];
  for (let from = rowsPerSlice; from < ledger.rows.length; from += rowsPerSlice) {
    await pause();
    slices.push(slice(from));
  }
  const rows = slices.flatMap((each) => each.rows);
  const head = state.reading.cells.get(sheetNames.ledger)?.values[firstRow(ledger) - 1] ?? [];
  return { ledger, head, standing: { ...standingOf(slices[0] ?? slice(0)), rows, counts: countRows(rows) } };
}

function standingOf({ asOf, isAsOfSet, settings, roster, period, lastReported, rows, counts }: Judgement): LedgerStanding {
  return { asOf, isAsOfSet, settings, roster, period, lastReported, rows, counts };
}

function firstRow(ledger: LedgerReading): number {
  return ledger.nextRow - ledger.bodyRows;
}

/** 0-based rows of the ledger that the edits touch; undefined where more than some rows may have changed and all is to be read anew. */
export function editedRows({ ledger }: FollowedLedger, edits: readonly SheetEdit[]): readonly number[] | undefined {
  const rows = new Set<number>();
  for (const { sheet, address, onlyCells } of edits) {
    if (sheet === sheetNames.settings || sheet === sheetNames.roster) return undefined;
    // What stands on sheets that are not ours changes no row.
    if (sheet !== sheetNames.ledger) continue;
    const touched = onlyCells ? rowsOfAddress(address) : undefined;
    if (touched === undefined || touched.first < firstRow(ledger) || touched.last >= ledger.nextRow || touched.last - touched.first >= rowsFollowed) return undefined;
    for (let row = touched.first; row <= touched.last; row += 1) rows.add(row);
  }
  return rows.size > rowsFollowed ? undefined : [...rows];
}

/** 0-based first and last row of an address; undefined for whole columns and for what is no single rectangle. */
export function rowsOfAddress(address: string): { readonly first: number; readonly last: number } | undefined {
  const [, from, to] = /^\$?[A-Z]{0,3}\$?(\d+)(?::\$?[A-Z]{0,3}\$?(\d+))?$/.exec(address.slice(address.lastIndexOf('!') + 1)) ?? [];
  if (from === undefined) return undefined;
  const first = Number(from) - 1;
  return { first, last: to === undefined ? first : Number(to) - 1 };
}

/** 0-based row of the ledger in which a selection begins; undefined on other sheets. */
export function selectedLedgerRow(at: { readonly sheet: string; readonly address: string }): number | undefined {
  return at.sheet === sheetNames.ledger ? rowsOfAddress(at.address.split(',')[0] ?? '')?.first : undefined;
}

/** The row of the ledger in which the selection stands now. */
export async function readSelectedRow(workbook: LedgerWorkbook): Promise<number | undefined> {
  const at = await workbook.selection();
  return at?.sheet === sheetNames.ledger ? at.row : undefined;
}

/** Reads some rows again and judges those alone; one request for each stretch of neighbouring rows. */
export async function followRows(workbook: LedgerWorkbook, followed: FollowedLedger, rows: readonly number[]): Promise<FollowedLedger> {
  const { ledger, head, standing } = followed;
  const read: LedgerRow[] = [];
  for (const { from, count } of stretchesOf(rows)) {
    const values = await workbook.readRows(sheetNames.ledger, from, count, ledger.left + ledger.width);
    // The rows stand under the header that was read with the whole table.
    const cells: (readonly ReadCell[])[] = [];
    cells[from - 1] = head;
    values.forEach((line, index) => { cells[from + index] = line; });
    read.push(...readLedger(cells, { row: from - 1, column: ledger.left, rows: count + 1, columns: ledger.width }).rows);
  }
  const again = judgeLedger({ ...ledger, rows: read }, { settings: standing.settings, roster: standing.roster, today: standing.asOf, lastReported: standing.lastReported });
  const judged = replaced(standing.rows, read, again.rows);
  return { ledger: { ...ledger, rows: replaced(ledger.rows, read, read) }, head, standing: { ...standing, rows: judged, counts: countRows(judged) } };
}

/** The rows with those that were read again in their places; rows that are blank by now are gone, rows that were blank come. */
function replaced<Row extends { readonly row: number }>(rows: readonly Row[], read: readonly { readonly row: number }[], by: readonly Row[]): readonly Row[] {
  const again = new Set(read.map(({ row }) => row));
  return [...rows.filter(({ row }) => !again.has(row)), ...by].sort((a, b) => a.row - b.row);
}

function stretchesOf(rows: readonly number[]): readonly { readonly from: number; readonly count: number }[] {
  const stretches: { from: number; count: number }[] = [];
  for (const row of [...new Set(rows)].sort((a, b) => a - b)) {
    const last = stretches[stretches.length - 1];
    if (last !== undefined && last.from + last.count === row) last.count += 1;
    else stretches.push({ from: row, count: 1 });
  }
  return stretches;
}

/** Leads to a task's cell (C4). */
export async function showTaskCell(workbook: LedgerWorkbook, { ledger }: FollowedLedger, row: number, column: LedgerColumn): Promise<void> {
  await workbook.show(sheetNames.ledger, addressOf(row, ledger.columns[column]));
}

/** Narrows the ledger's sheet to these tasks, or shows all of them again. By 编号, so that exactly what is listed is shown. */
export async function showOnlyTasks(workbook: LedgerWorkbook, ids: readonly string[] | undefined): Promise<void> {
  await workbook.filter(tableNames.ledger, ledgerTitles.id, ids);
}
