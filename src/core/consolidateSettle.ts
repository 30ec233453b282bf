// One cell's way into the ledger (R4–R6): each section's part settled, the cell put together, outside changes that were accepted added. Matches nothing; writes nothing.
import { joinAttributed } from './attributed';
import type { ConsolidateOptions, EditPart, Guess, LedgerEdit, LedgerTask, OutsideChange, TakenCell } from './consolidation';
import type { FileAccount } from './consolidateAccount';
import { count, placeOf, setApart } from './consolidateAccount';
import type { SaidCell } from './consolidateCells';
import { isAsItStands, ownText, resolveCell } from './consolidateCells';
import type { LedgerIndex } from './consolidateLedger';
import { cellKey, compareStamps, compareText } from './consolidateLedger';
import type { FillableColumn } from './returnedMarks';
import type { ReturnedRow } from './returnedTable';
import { dayOf, sameText, textKey, tidyLineEnds } from './returnedText';

/** The longest text that a cell of Excel holds. */
export const longestCell = 32_767;

/** A returned cell with the account that it is counted in. `guessKey` where it is merged over several tasks. */
export interface Said extends SaidCell {
  readonly account: FileAccount;
  readonly row: ReturnedRow;
  readonly guessKey?: string;
  /** Where the whole row is a guess: told what it would bring. */
  readonly guessed?: (column: FillableColumn, text: string) => void;
}

/** What all returns of a section bring for one cell. */
export interface CellGroup { readonly section: string; readonly task: LedgerTask; readonly column: FillableColumn; readonly said: Said[] }

/** What is being taken together. */
export interface SettlingWork {
  readonly index: LedgerIndex;
  readonly options: ConsolidateOptions;
  readonly groups: Map<string, CellGroup>;
  readonly outside: { readonly account: FileAccount; readonly section: string; readonly task: LedgerTask; readonly change: OutsideChange }[];
  readonly rowGuesses: { readonly account: FileAccount; readonly guess: Guess }[];
  readonly edits: LedgerEdit[];
  readonly taken: TakenCell[];
}

// A change waits until the whole cell is put together: only then is it known whether it fits.
interface Pending { readonly said: readonly Said[]; readonly part: EditPart; readonly section: string; readonly taken: TakenCell | undefined }

/** Settles every cell of the ledger that returns speak of (R4, R5): accounts, edits and what the register has to remember. */
export function settleCells(work: SettlingWork): void {
  const { index } = work;
  const byCell = new Map<string, { readonly task: LedgerTask; readonly column: FillableColumn; readonly groups: CellGroup[] }>();
  for (const group of work.groups.values()) {
    const key = `${group.task.id}|${group.column}`;
    const cell = byCell.get(key) ?? { task: group.task, column: group.column, groups: [] };
    byCell.set(key, cell);
    cell.groups.push(group);
  }
  for (const { task, column, groups } of byCell.values()) {
    const sections = index.sectionsOf(task);
    const place = (section: string): number => (sections.includes(section) ? sections.indexOf(section) : sections.length);
    const pending: Pending[] = [];
    // 办结日期 is the whole task's: what one section gives is what the next is held against.
    let doneOn = task.doneOn;
    for (const group of groups.sort((one, other) => place(one.section) - place(other.section) || compareText(one.section, other.section))) {
      if (place(group.section) === sections.length) {
        refuseStrangers(group, index);
        continue;
      }
      const ledger = column === 'doneOn' ? doneOn : ownText(task, column, group.section, index);
      const change = settleGroup(group, ledger, column !== 'doneOn' || place(group.section) === 0, work);
      if (change === undefined) continue;
      pending.push(change);
      if (column === 'doneOn') doneOn = change.part.new;
    }
    if (pending.length > 0) putTogether(task, column, pending, work);
  }
}

// A section that is not among the task's may have sent the whole matrix back.
function refuseStrangers({ task, column, said }: CellGroup, index: LedgerIndex): void {
  for (const { account, row, text, base, guessed } of said) {
    if (textKey(text) === '') continue;
    if ((base !== undefined && sameText(text, base)) || isAsItStands(text, task, column, index)) count(account, 'unchanged');
    else if (guessed !== undefined) {
      count(account, 'guesses');
      guessed(column, text);
    } else setApart(account, { ...placeOf(row), kind: 'notYourTask', id: task.id, column, text, cells: 1 });
  }
}

function settleGroup({ section, task, column, said }: CellGroup, ledger: string, leads: boolean, { index, options, taken }: SettlingWork): Pending | undefined {
  const key = cellKey(section, task.id, column);
  const before = index.taken.get(key);
  const found = resolveCell(said, { task, section, column, ledger, taken: before, decision: options.decisions?.get(key), leads }, index);
  for (const outcome of found.outcomes) {
    const { account, row, text } = outcome.cell;
    if (outcome.kind === 'unchanged') count(account, 'unchanged');
    else if (outcome.kind === 'setApart') setApart(account, { ...placeOf(row), kind: outcome.why, id: task.id, column, text, cells: 1 });
    else {
      count(account, 'guesses');
      outcome.cell.guessed?.(column, text);
    }
  }
  enterSharedGuesses(said, task, column, found.outcomes.flatMap((outcome) => (outcome.kind === 'guess' ? [outcome.cell] : [])));
  const { conflict, change } = found;
  const [first] = conflict?.cells ?? [];
  if (conflict !== undefined && first !== undefined) {
    const { kind, base, returned, seen, choice, cells } = conflict;
    first.account.conflicts.push({ ...placeOf(first.row), key, seen, kind, id: task.id, column, base, ledger, returned, cells: cells.length, ...(choice === undefined ? {} : { choice }) });
    if (choice === undefined) count(first.account, 'conflicts', cells.length);
  }
  const entry = found.taken === undefined ? undefined : { section, id: task.id, column, ...found.taken };
  const isNews = entry !== undefined && (before === undefined || compareStamps(entry.stamp, before.stamp) > 0);
  const [speaker] = change?.cells ?? [];
  if (change === undefined || speaker === undefined) {
    if (isNews) taken.push(entry);
    return undefined;
  }
  const text = column === 'doneOn' ? (dayOf(change.new, index.side.year)?.on ?? change.new) : change.new;
  return {
    said: change.cells, section, taken: isNews ? entry : undefined,
    part: { file: speaker.account.sheet.file, section, old: ledger, new: text, decision: change.decision, ...(change.assumedYear ? { assumedYear: true } : {}) },
  };
}

function enterSharedGuesses(said: readonly Said[], task: LedgerTask, column: FillableColumn, open: readonly Said[]): void {
  for (const each of said) {
    const { account, row, text, confirmed, guessKey } = each;
    if (guessKey === undefined || text === '' || (!confirmed && !open.includes(each))) continue;
    account.guesses.push({
      ...placeOf(row), key: guessKey, kind: 'shared', id: task.id, column, rowText: row.cells.text?.text ?? '', taskText: task.cells.text, likeness: 1, texts: [{ column, text }], confirmed,
    });
  }
}

function putTogether(task: LedgerTask, column: FillableColumn, pending: readonly Pending[], { index, edits, taken }: SettlingWork): void {
  const old = column === 'doneOn' ? task.doneOn : task.cells[column];
  const text = column === 'doneOn' ? (pending[pending.length - 1]?.part.new ?? old) : joinedText(task, column, pending, index);
  for (const each of pending) {
    for (const { account, row, text: returned } of each.said) {
      if (text.length <= longestCell) count(account, 'merged');
      else setApart(account, { ...placeOf(row), kind: 'tooLong', id: task.id, column, text: returned, cells: 1 });
    }
    if (text.length <= longestCell && each.taken !== undefined) taken.push(each.taken);
  }
  if (text.length <= longestCell && text !== old) edits.push({ id: task.id, column, old, new: text, parts: pending.map(({ part }) => part) });
}

// Each section's text under its name, the others' as they stand (R5).
function joinedText(task: LedgerTask, column: Exclude<FillableColumn, 'doneOn'>, pending: readonly Pending[], index: LedgerIndex): string {
  const stands = index.partsOf(task, column);
  const own = new Map(stands.own);
  for (const { section, part } of pending) own.set(section, part.new);
  return joinAttributed({ nobodys: stands.nobodys, own }, task.sections, index.sectionOf);
}

/** Enters the changes outside the fillable columns (R6). Accepted ones become edits; of several for one cell the first by the order of 责任科室. */
export function settleOutside({ index, options, outside, edits }: SettlingWork): void {
  const byCell = new Map<string, typeof outside>();
  for (const each of outside) {
    const key = `${each.task.id}|${each.change.column}`;
    byCell.set(key, [...(byCell.get(key) ?? []), each]);
  }
  for (const changes of byCell.values()) {
    const reasonOf = ({ change }: (typeof outside)[number]): string | undefined => (change.acceptable ? options.acceptedOutside?.get(change.key) : undefined);
    const place = ({ task, section }: (typeof outside)[number]): number => (index.sectionsOf(task).indexOf(section) + 1 || Infinity);
    const accepted = changes.filter((each) => reasonOf(each) !== undefined).sort((one, other) => place(one) - place(other) || compareText(one.change.key, other.change.key))[0];
    for (const each of changes) {
      const reason = accepted !== undefined && sameText(each.change.new, accepted.change.new) ? reasonOf(each) : undefined;
      each.account.outside.push({ ...each.change, ...(reason === undefined ? {} : { reason }) });
      count(each.account, reason === undefined ? 'outside' : 'merged');
    }
    if (accepted === undefined) continue;
    const { change: { id, column, old, new: came }, section, account } = accepted;
    if (column === 'id' || column === 'other') continue;
    const text = tidyLineEnds(came);
    edits.push({ id, column, old, new: text, parts: [{ file: account.sheet.file, section, old, new: text, decision: 'accepted', reason: reasonOf(accepted) ?? '' }] });
  }
}
