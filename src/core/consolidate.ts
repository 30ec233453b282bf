// Takes returned sheets together (R3–R9): what is merged into which cell of the ledger, what needs a person, and where every filled cell went. Writes nothing and words nothing.
import { joinAttributed, sectionKey } from './attributed';
import type { Consolidation, ConsolidateOptions, LedgerSide, LedgerTask } from './consolidation';
import type { FileAccount } from './consolidateAccount';
import { closeAccount, count, enterUnmatched, openAccount, placeOf, withSum } from './consolidateAccount';
import { differsFromLedger, ownText, readOwn } from './consolidateCells';
import { identifyReturn } from './consolidateIdentity';
import type { LedgerIndex } from './consolidateLedger';
import { cellKey, compareText, indexLedger } from './consolidateLedger';
import type { RowMatch } from './consolidateMatch';
import { matchRows } from './consolidateMatch';
import type { OutsideDifference } from './consolidateOutside';
import { outsideDifferences } from './consolidateOutside';
import type { Said, SettlingWork } from './consolidateSettle';
import { settleCells, settleOutside } from './consolidateSettle';
import type { FillableColumn } from './returnedMarks';
import { fillableColumns } from './returnedMarks';
import type { ReturnedRow, ReturnedSheet } from './returnedTable';
import { dayOf, digestOf, textKey, tidyLineEnds } from './returnedText';
import type { TaskId } from './task';

/** Takes the returns together (R3–R9). The same returns in any order give the same (R7); on a ledger that has them they change nothing (R5). */
export function consolidate(ledger: LedgerSide, returns: readonly ReturnedSheet[], options: ConsolidateOptions = {}): Consolidation {
  const index = indexLedger(ledger);
  const work: SettlingWork = { index, options, groups: new Map(), outside: [], rowGuesses: [], edits: [], taken: [] };
  const sheets = [...returns].sort((one, other) => compareText(one.file, other.file) || compareText(one.digest, other.digest) || compareText(one.savedAt, other.savedAt));
  const accounts = sheets.map((sheet) => openAccount(sheet, identifyReturn(sheet, index, options)));
  for (const account of accounts) if (account.identity.refused === undefined) enterRows(account, work);
  settleCells(work);
  settleOutside(work);
  for (const { account, guess } of work.rowGuesses) if (guess.texts.length > 0) account.guesses.push(guess);
  const place = new Map(ledger.tasks.map((task, at) => [task.id, at]));
  const inOrder = (one: TaskId, other: TaskId): number => (place.get(one) ?? 0) - (place.get(other) ?? 0);
  const files = accounts.map(closeAccount);
  const sum = { merged: 0, unchanged: 0, conflicts: 0, outside: 0, guesses: 0, unmatched: 0, refused: 0 };
  for (const { cells } of files) for (const heading of Object.keys(sum) as (keyof typeof sum)[]) sum[heading] += cells[heading];
  return {
    files, cells: withSum(sum),
    edits: work.edits.sort((one, other) => inOrder(one.id, other.id) || compareText(one.column, other.column)),
    taken: work.taken.sort((one, other) => inOrder(one.id, other.id) || compareText(one.column, other.column) || compareText(one.section, other.section)),
  };
}

function enterRows(account: FileAccount, work: SettlingWork): void {
  const { sheet, identity } = account;
  const matches = matchRows(sheet.rows, identity.section, work.index, work.options.otherPeriods);
  const shared = sharedByTasks(sheet.rows, matches);
  matches.forEach((match, at) => {
    const row = sheet.rows[at];
    if (row === undefined) return;
    if (match.kind === 'none' || match.kind === 'refused') enterUnmatched(account, row, match);
    else if (match.kind === 'guess') enterGuess(account, row, match, shared, work);
    else enterMatched(account, row, match, shared, work);
  });
}

// A cell merged over rows of one task is that task's; over several tasks it is a guess.
function sharedByTasks(rows: readonly ReturnedRow[], matches: readonly RowMatch[]): ReadonlySet<string> {
  const tasks = new Map<string, Set<TaskId | undefined>>();
  rows.forEach((row, at) => {
    const match = matches[at];
    for (const column of fillableColumns) {
      const shared = row.cells[column]?.shared;
      if (shared !== undefined) tasks.set(shared, new Set([...(tasks.get(shared) ?? []), match !== undefined && 'task' in match ? match.task.id : undefined]));
    }
  });
  return new Set([...tasks].filter(([, ids]) => ids.size > 1).map(([shared]) => shared));
}

// A guess goes no further while nobody has confirmed it; what of it says what stands anyway needs no confirming.
function enterGuess(account: FileAccount, row: ReturnedRow, match: Extract<RowMatch, { kind: 'guess' }>, shared: ReadonlySet<string>, work: SettlingWork): void {
  const { task } = match;
  const confirmed = work.options.confirmed?.has(match.key) === true;
  const texts: { readonly column: FillableColumn | OutsideDifference['column']; readonly text: string }[] = outsideDifferences(row, task, work.index).flatMap(({ column, new: text }) => (column === 'text' ? [] : [{ column, text }]));
  const guess = {
    ...placeOf(row), key: match.key, kind: match.guess, id: task.id, rowText: row.cells.text?.text ?? '', taskText: task.cells.text, likeness: match.likeness, texts, confirmed,
  };
  work.rowGuesses.push({ account, guess });
  if (confirmed) {
    for (const column of fillableColumns) if (row.cells[column] !== undefined) texts.push({ column, text: row.cells[column].text });
    enterMatched(account, row, match, shared, work);
    return;
  }
  count(account, 'guesses', texts.length);
  enterCells(account, row, task, shared, work, (column, text) => { texts.push({ column, text }); });
}

function enterMatched(account: FileAccount, row: ReturnedRow, { task, by }: Extract<RowMatch, { kind: 'sure' | 'guess' }>, shared: ReadonlySet<string>, work: SettlingWork): void {
  const { section } = account.identity;
  account.rows.push({ ...placeOf(row), id: task.id, by });
  const enterOutside = ({ column, title, old, new: came }: OutsideDifference, acceptable: boolean): void => {
    const key = `${cellKey(section, task.id, column)}|${digestOf([title ?? '', textKey(old), textKey(came)].join('\u0001'))}`;
    work.outside.push({ account, section, task, change: { ...placeOf(row), key, id: task.id, column, ...(title === undefined ? {} : { title }), old, new: came, acceptable } });
  };
  for (const difference of outsideDifferences(row, task, work.index)) enterOutside(difference, difference.column !== 'id' && difference.column !== 'other');
  enterCells(account, row, task, shared, work);
  for (const column of ['progress', 'remark'] as const) {
    const cell = { task, section, column, ledger: ownText(task, column, section, work.index) };
    const { others } = readOwn(columnText(column, row.cells[column]), baseOf(account, cell, work.index), cell, work.index);
    const isNews = others !== undefined && differsFromLedger(others, task, column, work.index);
    if (isNews) enterOutside({ column, old: task.cells[column], new: joinAttributed(others, task.sections, work.index.sectionOf) }, false);
  }
}

// With `guessed` the row itself is a guess: then it is told what it would bring.
function enterCells(account: FileAccount, row: ReturnedRow, task: LedgerTask, shared: ReadonlySet<string>, work: SettlingWork, guessed?: Said['guessed']): void {
  const { sheet, identity: { section } } = account;
  const stamp = { savedAt: sheet.savedAt, file: sheet.file, digest: sheet.digest };
  for (const column of fillableColumns) {
    const cell = row.cells[column];
    const key = cellKey(section, task.id, column);
    const base = baseOf(account, { task, section, column }, work.index);
    const text = columnText(column, cell);
    const guessKey = cell?.shared === undefined || !shared.has(cell.shared) || guessed !== undefined ? undefined : `${key}|shared|${digestOf(textKey(text))}`;
    const confirmed = guessed === undefined && (guessKey === undefined || work.options.confirmed?.has(guessKey) === true);
    const group = work.groups.get(key) ?? { section, task, column, said: [] };
    work.groups.set(key, group);
    group.said.push({ stamp, order: row.row, text, base, confirmed, account, row, ...(guessed === undefined ? {} : { guessed }), ...(guessKey === undefined ? {} : { guessKey }) });
  }
}

// As sent: what the copy itself still says, else the ledger's register (R4). Another section's copy does not say what was sent to this one.
function baseOf({ sheet }: FileAccount, { task, section, column }: { readonly task: LedgerTask; readonly section: string; readonly column: FillableColumn }, index: LedgerIndex): string | undefined {
  const sentTo = sheet.claims.find(({ by }) => by === 'hiddenSheet')?.section ?? '';
  const own = sentTo === '' || sectionKey(sentTo, index.sectionOf) === section ? sheet.base?.get(task.id)?.[column] : undefined;
  return own ?? index.sent.get(cellKey(section, task.id, column))?.text;
}

function columnText(column: FillableColumn, cell: ReturnedRow['cells'][FillableColumn]): string {
  if (cell === undefined) return '';
  // A day that lost its format is Excel's number for it.
  const day = column === 'doneOn' && cell.number !== undefined ? dayOf(cell.number, 0)?.on : undefined;
  return day ?? tidyLineEnds(cell.text);
}
