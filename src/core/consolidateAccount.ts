// The account of one returned file (R8): every filled cell under exactly one heading, and the lists that a person goes through. Adds up; decides nothing.
import type { CellCounts, Conflict, FileOutcome, FileRefused, Guess, OutsideChange, ReturnedPlace, SetApart, UnmatchedRow } from './consolidation';
import type { FileIdentity } from './consolidateIdentity';
import { compareText } from './consolidateLedger';
import type { RowMatch } from './consolidateMatch';
import { fillableColumns } from './returnedMarks';
import type { ReturnedRow, ReturnedSheet } from './returnedTable';
import { isBlankText } from './returnedText';
import type { LedgerColumn } from './task';
import { officialColumns } from './task';

type Heading = Exclude<keyof CellCounts, 'returned'>;
type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** A file's account while it is being made. */
export interface FileAccount {
  readonly sheet: ReturnedSheet;
  readonly identity: FileIdentity;
  readonly counts: Mutable<Omit<CellCounts, 'returned'>>;
  readonly rows: (FileOutcome['rows'][number])[];
  readonly conflicts: Conflict[];
  readonly outside: OutsideChange[];
  readonly guesses: Guess[];
  readonly unmatched: UnmatchedRow[];
  readonly setApart: SetApart[];
}

/** Opens a file's account. Tables that were left out stand in it from the beginning. */
export function openAccount(sheet: ReturnedSheet, identity: FileIdentity): FileAccount {
  const account: FileAccount = {
    sheet, identity, counts: { merged: 0, unchanged: 0, conflicts: 0, outside: 0, guesses: 0, unmatched: 0, refused: 0 },
    rows: [], conflicts: [], outside: [], guesses: [], unmatched: [], setApart: [],
  };
  for (const { table, cells } of sheet.leftOut) setApart(account, { table, row: 0, kind: 'otherTable', text: '', cells });
  if (identity.refused !== undefined) count(account, 'refused', sheet.unread ?? sheet.rows.reduce((sum, row) => sum + filledCells(row), 0));
  return account;
}

/** Counts returned cells under a heading. */
export function count(account: FileAccount, heading: Heading, cells = 1): void {
  account.counts[heading] += cells;
}

/** Sets cells apart with the reason; they count as refused. */
export function setApart(account: FileAccount, entry: SetApart): void {
  account.setApart.push(entry);
  count(account, 'refused', entry.cells);
}

/** Enters a row that has no task, or whose key is of another plan or report (R3, R9). */
export function enterUnmatched(account: FileAccount, row: ReturnedRow, match: Extract<RowMatch, { kind: 'none' | 'refused' }>): void {
  if (match.kind === 'refused') {
    for (const column of fillableColumns) {
      const text = row.cells[column]?.text;
      if (text !== undefined) setApart(account, { ...placeOf(row), kind: match.why, column, text, cells: 1 });
    }
    return;
  }
  const texts = textsOf(row);
  account.unmatched.push({ ...placeOf(row), kind: match.why, texts });
  count(account, 'unmatched', texts.length);
}

/** Where a row stood. */
export function placeOf({ table, row }: ReturnedPlace): ReturnedPlace {
  return { table, row };
}

/** All that a row brings, the key aside. */
export function textsOf(row: ReturnedRow): { readonly column: LedgerColumn | 'other'; readonly text: string }[] {
  const known = (['id', ...officialColumns, 'doneOn'] as const).flatMap((column) => {
    const text = row.cells[column]?.text;
    return text === undefined ? [] : [{ column, text }];
  });
  return [...known, ...row.others.map(({ text }) => ({ column: 'other' as const, text }))];
}

/** Closes the account: lists in the order of the file's rows, and the sum. */
export function closeAccount(account: FileAccount): FileOutcome {
  const { sheet, identity, counts, rows } = account;
  const refused: FileRefused | undefined = identity.refused;
  const inOrder = <Entry extends ReturnedPlace>(entries: readonly Entry[]): readonly Entry[] => [...entries].sort((one, other) => compareText(one.table, other.table) || one.row - other.row);
  return {
    file: sheet.file, digest: sheet.digest, savedAt: sheet.savedAt, section: identity.section, claims: sheet.claims,
    ...(identity.knownBy === undefined ? {} : { knownBy: identity.knownBy }), ...(refused === undefined ? {} : { refused }),
    matched: rows.length, rows: inOrder(rows), merged: counts.merged, unchanged: counts.unchanged,
    conflicts: inOrder(account.conflicts), outside: inOrder(account.outside), guesses: inOrder(account.guesses),
    unmatched: inOrder(account.unmatched), setApart: inOrder(account.setApart), cells: withSum(counts),
    changedKeys: sheet.rows.filter(({ key }) => key === 'changed').length, notes: sheet.notes,
  };
}

/** The counts with their sum (R8). */
export function withSum(counts: Omit<CellCounts, 'returned'>): CellCounts {
  const { merged, unchanged, conflicts, outside, guesses, unmatched, refused } = counts;
  return { returned: merged + unchanged + conflicts + outside + guesses + unmatched + refused, merged, unchanged, conflicts, outside, guesses, unmatched, refused };
}

function filledCells(row: ReturnedRow): number {
  return fillableColumns.filter((column) => !isBlankText(row.cells[column]?.text ?? '')).length;
}
