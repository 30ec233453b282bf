// One cell of one section, three ways (R4): as it was sent, as the ledger has it, as it came back, from as many returns of the section as there are (R5). Decides; writes nothing.
import type { AttributedText } from './attributed';
import { parseAttributed } from './attributed';
import type { ConflictKind, Decision, EditPart, LedgerTask, SetApartKind, Stamp, TakenCell } from './consolidation';
import type { AttributedColumn, LedgerIndex } from './consolidateLedger';
import { compareStamps } from './consolidateLedger';
import type { FillableColumn } from './returnedMarks';
import { dayKey, dayOf, digestOf, isBlankText, sameText, textKey } from './returnedText';

/** What three texts come to. `nothing`: neither side says anything. */
export type Verdict = 'nothing' | 'unchanged' | 'take' | 'bothChanged' | 'baseUnknown' | 'cleared';

/**
 * Three ways (R4). The first line that fits decides; texts are compared typesetting aside, days as days.
 *
 * | as sent | ledger | came back | |
 * |---|---|---|---|
 * | empty or unknown | any | empty | nothing |
 * | text | empty | empty | nothing: both sides emptied it |
 * | text | text | empty | cleared: a person must choose |
 * | any | same as came back | text | unchanged |
 * | same as came back | any | text | unchanged: only the ledger changed, and it stays |
 * | same as ledger | any | text | take: only the section changed it |
 * | known | differs | text | bothChanged: a person must choose |
 * | unknown | empty | text | take |
 * | unknown | differs | text | baseUnknown: a person must choose |
 */
export function compareThreeWays(base: string | undefined, ledger: string, returned: string, same: (one: string, other: string) => boolean = sameText): Verdict {
  if (isBlankText(returned)) return base === undefined || isBlankText(base) || isBlankText(ledger) ? 'nothing' : 'cleared';
  if (same(returned, ledger)) return 'unchanged';
  if (base === undefined) return isBlankText(ledger) ? 'take' : 'baseUnknown';
  if (same(returned, base)) return 'unchanged';
  return same(base, ledger) ? 'take' : 'bothChanged';
}

/** One returned cell. `confirmed` is false for what is still a guess. */
export interface SaidCell {
  readonly stamp: Stamp;
  readonly order: number;
  readonly text: string;
  readonly base: string | undefined;
  readonly confirmed: boolean;
}

/** What becomes of one returned cell. A cell with no outcome was empty and says nothing. */
export type CellOutcome<Cell extends SaidCell> =
  | { readonly kind: 'unchanged' | 'guess'; readonly cell: Cell }
  | { readonly kind: 'setApart'; readonly cell: Cell; readonly why: SetApartKind };

/** What becomes of the cells of one section in one column of one task. */
export interface CellResolution<Cell extends SaidCell> {
  readonly outcomes: readonly CellOutcome<Cell>[];
  /** What the section now says there; `cells` of the newest return stand behind it. */
  readonly change?: { readonly cells: readonly Cell[]; readonly new: string; readonly decision: EditPart['decision']; readonly assumedYear: boolean };
  readonly conflict?: { readonly cells: readonly Cell[]; readonly kind: ConflictKind; readonly base: string | undefined; readonly returned: string; readonly seen: string; readonly choice?: Decision['choice'] };
  /** What the register has to remember (R5). */
  readonly taken?: { readonly text: string; readonly stamp: Stamp };
}

/** The cell that is judged. `ledger` is the section's own text there. */
export interface CellAtHand {
  readonly task: LedgerTask;
  readonly section: string;
  readonly column: FillableColumn;
  readonly ledger: string;
  readonly taken: TakenCell | undefined;
  readonly decision: Decision | undefined;
  /** Whether this section gives the cell: a joint task's 办结日期 is the lead's. */
  readonly leads: boolean;
}

interface Saying<Cell> { readonly cell: Cell; readonly says: 'same' | 'text' | 'cleared'; readonly text: string }
type Weighed<Cell> = Saying<Cell> | { readonly cell: Cell; readonly says: 'nothing' };
type Same = (one: string, other: string) => boolean;

/** Decides on the cells that one section's returns bring for one cell of the ledger (R4, R5). `cells` in any order. */
export function resolveCell<Cell extends SaidCell>(cells: readonly Cell[], at: CellAtHand, index: LedgerIndex): CellResolution<Cell> {
  const same: Same = at.column === 'doneOn' ? (one, other) => dayKey(one, index.side.year) === dayKey(other, index.side.year) : sameText;
  const outcomes: CellOutcome<Cell>[] = [];
  const echoes: Saying<Cell>[] = [];
  const weighed = [...cells]
    .sort((one, other) => compareStamps(other.stamp, one.stamp) || one.order - other.order)
    .map((cell) => weigh(cell, at, index, same, outcomes, echoes));
  const saying = weighed.flatMap((each) => (each.says === 'nothing' ? [] : [each]));
  // The newest return that says anything speaks for the section; one that was sent back as it came does not.
  const stamp = saying[0]?.cell.stamp;
  // A guess that says what stands needs nobody, unless something else will stand there.
  const echoed = (now: string | undefined): CellOutcome<Cell>[] => echoes.map(({ cell, text }) => ({ kind: now === undefined || same(now, text) ? 'unchanged' : 'guess', cell }));
  if (stamp === undefined) return { outcomes: [...outcomes, ...echoed(undefined)] };
  const spoken = saying.filter((each) => compareStamps(each.cell.stamp, stamp) === 0);
  const older = saying.filter((each) => compareStamps(each.cell.stamp, stamp) !== 0);
  const found = hearSection(spoken, older, stamp, at, index, same);
  const kept = older.flatMap((each): CellOutcome<Cell>[] => {
    if (each.says === 'cleared') return [];
    const isSaidAgain = spoken.some(({ text }) => same(text, each.text));
    return isSaidAgain || (each.says === 'same' && found.change === undefined) ? [{ kind: 'unchanged', cell: each.cell }] : [{ kind: 'setApart', cell: each.cell, why: 'olderReturn' }];
  });
  const repeated = spoken.flatMap((each): CellOutcome<Cell>[] => (each.says === 'same' ? [{ kind: 'unchanged', cell: each.cell }] : []));
  return { ...found, outcomes: [...outcomes, ...kept, ...repeated, ...echoed(found.change?.new), ...found.outcomes] };
}

// What the newest return comes to, given what the older ones said.
function hearSection<Cell extends SaidCell>(spoken: readonly Saying<Cell>[], older: readonly Saying<Cell>[], stamp: Stamp, at: CellAtHand, index: LedgerIndex, same: Same): CellResolution<Cell> {
  const words = spoken.filter(({ says }) => says !== 'cleared');
  const live = words.filter(({ says }) => says === 'text');
  const apart = (why: SetApartKind): CellResolution<Cell> => ({ outcomes: live.map(({ cell }) => ({ kind: 'setApart', cell, why })) });
  if (live.length === 0 && words.length > 0) return { outcomes: [], taken: { text: words[0]?.text ?? '', stamp } };
  // Both sides emptied it: nobody has anything to choose, but an older return no longer speaks.
  if (live.length === 0 && isBlankText(at.ledger)) return { outcomes: [], taken: { text: '', stamp } };
  if (at.taken !== undefined && compareStamps(stamp, at.taken.stamp) < 0) return apart('olderReturn');
  const distinct = words.reduce<string[]>((texts, { text }) => (texts.some((each) => same(each, text)) ? texts : [...texts, text]), []);
  if (distinct.length > 1 && at.column === 'doneOn') return apart('severalDays');
  const returned = distinct.join('\n');
  const cells = (live.length > 0 ? live : spoken).map(({ cell }) => cell);
  const base = cells[0]?.base;
  const isOwnOlderWord = (at.taken !== undefined && same(at.taken.text, at.ledger)) || older.some(({ text }) => same(text, at.ledger));
  const kind = conflictOf(live, distinct, base, at, isOwnOlderWord, same);
  const assumedYear = at.column === 'doneOn' && dayOf(returned, index.side.year)?.assumedYear === true;
  if (kind === undefined) return { outcomes: [], change: { cells, new: returned, decision: 'taken', assumedYear }, taken: { text: returned, stamp } };
  return decide({ outcomes: [], stamp, base, returned, kind, cells, assumedYear }, at, index);
}

function conflictOf(live: readonly unknown[], distinct: readonly string[], base: string | undefined, at: CellAtHand, isOwnOlderWord: boolean, same: Same): ConflictKind | undefined {
  if (distinct.length > 1) return 'severalRows';
  if (live.length > 0 && !at.leads) return 'notLead';
  if (isOwnOlderWord && live.length > 0) return undefined;
  const verdict = compareThreeWays(base, at.ledger, distinct[0] ?? '', same);
  return verdict === 'bothChanged' || verdict === 'baseUnknown' || verdict === 'cleared' ? verdict : undefined;
}

interface OpenConflict<Cell extends SaidCell> {
  readonly outcomes: readonly CellOutcome<Cell>[];
  readonly stamp: Stamp;
  readonly kind: ConflictKind;
  readonly base: string | undefined;
  readonly returned: string;
  readonly cells: readonly Cell[];
  readonly assumedYear: boolean;
}

function decide<Cell extends SaidCell>({ outcomes, stamp, kind, base, returned, cells, assumedYear }: OpenConflict<Cell>, at: CellAtHand, index: LedgerIndex): CellResolution<Cell> {
  const seen = digestOf([kind, textKey(at.ledger), textKey(returned)].join('\u0001'));
  const conflict = { cells, kind, base, returned, seen };
  // A choice on other texts than these is no choice on these.
  const choice = at.decision?.seen === seen ? at.decision.choice : undefined;
  const text = choice === undefined ? undefined : chosenText(choice, at, returned, index);
  if (choice === undefined || text === undefined) return { outcomes, conflict };
  const chosen = { ...conflict, choice };
  const taken = { text: returned, stamp };
  if (choice === 'ledger') return { outcomes: [...outcomes, ...cells.map((cell): CellOutcome<Cell> => ({ kind: 'setApart', cell, why: 'ledgerChosen' }))], conflict: chosen, taken };
  return { outcomes, conflict: chosen, change: { cells, new: text, decision: typeof choice === 'object' ? 'own' : choice, assumedYear: assumedYear && choice === 'returned' }, taken };
}

// Undefined where the choice cannot be: a day cannot be two, and what is no day is no 办结日期.
function chosenText(choice: Decision['choice'], at: CellAtHand, returned: string, index: LedgerIndex): string | undefined {
  if (choice === 'ledger') return at.ledger;
  if (choice === 'returned') return returned;
  if (choice === 'both') return at.column === 'doneOn' ? undefined : [at.ledger, returned].filter((text) => !isBlankText(text)).join('\n');
  return at.column !== 'doneOn' || isBlankText(choice.own) || dayOf(choice.own, index.side.year) !== undefined ? choice.own : undefined;
}

// What one cell says beside what was sent and what stands; what needs no further look gets its outcome here.
function weigh<Cell extends SaidCell>(cell: Cell, at: CellAtHand, index: LedgerIndex, same: Same, outcomes: CellOutcome<Cell>[], echoes: Saying<Cell>[]): Weighed<Cell> {
  const silent = (kind: 'unchanged' | 'guess'): Weighed<Cell> => {
    outcomes.push({ kind, cell });
    return { cell, says: 'nothing' };
  };
  const { base } = cell;
  if (isBlankText(cell.text)) {
    const isCleared = base !== undefined && !isBlankText(base) && (at.taken === undefined || !isBlankText(at.taken.text));
    return isCleared ? { cell, says: 'cleared', text: '' } : { cell, says: 'nothing' };
  }
  const hasSaid = (text: string): boolean => same(text, at.ledger) || (at.taken !== undefined && same(text, at.taken.text));
  if (!cell.confirmed) {
    if (!hasSaid(cell.text)) return silent('guess');
    echoes.push({ cell, says: 'same', text: cell.text });
    return { cell, says: 'nothing' };
  }
  const text = readOwn(cell.text, base, at, index).own;
  // What is only others' words in the cell is looked at apart (R6).
  if (isBlankText(text) || (base !== undefined && same(text, base))) return silent('unchanged');
  if (hasSaid(text)) return { cell, says: 'same', text };
  if (at.column === 'doneOn' && dayOf(text, index.side.year) === undefined) {
    outcomes.push({ kind: 'setApart', cell, why: 'notADay' });
    return { cell, says: 'nothing' };
  }
  return { cell, says: 'text', text };
}

/**
 * What of a returned text is the section's own, and what is others'. A section may send back the whole of a joint cell, marks and
 * all: then its own block is what it says. Which part is whose must not hang on what the others have said by now, or the order of
 * files would matter (R7).
 */
export function readOwn(text: string, base: string | undefined, at: Pick<CellAtHand, 'task' | 'section' | 'column' | 'ledger'>, index: LedgerIndex): { readonly own: string; readonly others?: AttributedText } {
  const read = blocksIn(text, at, index);
  // Where its own text as sent has lines that look like marks, they are its own words.
  if (read === undefined || [base ?? '', at.ledger].some((each) => blocksIn(each, at, index) !== undefined)) return { own: text };
  return { own: read.own.get(at.section) ?? '', others: { nobodys: read.nobodys, own: new Map([...read.own].filter(([section]) => section !== at.section)) } };
}

/** Whether others' words in a returned cell are not as they stand in the ledger (R6). */
export function differsFromLedger(others: AttributedText, task: LedgerTask, column: AttributedColumn, index: LedgerIndex): boolean {
  const stands = index.partsOf(task, column);
  const differs = (block: string, now: string): boolean => !isBlankText(block) && !sameText(block, now);
  return differs(others.nobodys, stands.nobodys) || [...others.own].some(([section, block]) => differs(block, stands.own.get(section) ?? ''));
}

function blocksIn(text: string, at: Pick<CellAtHand, 'task' | 'column'>, index: LedgerIndex): AttributedText | undefined {
  if (at.column === 'doneOn' || !text.includes('【') || index.sectionsOf(at.task).length < 2) return undefined;
  const read = parseAttributed(text, at.task.sections, index.sectionOf);
  return read.own.size === 0 ? undefined : read;
}

/** Whether a cell of a task that is not the section's says only what the ledger has there anyway. */
export function isAsItStands(text: string, task: LedgerTask, column: FillableColumn, index: LedgerIndex): boolean {
  if (column === 'doneOn') return dayKey(text, index.side.year) === dayKey(task.doneOn, index.side.year);
  return sameText(text, task.cells[column]) || hasBlock(index.partsOf(task, column), text);
}

function hasBlock({ nobodys, own: blocks }: AttributedText, text: string): boolean {
  return [nobodys, ...blocks.values()].some((block) => sameText(block, text));
}

/** A section's own text in a cell of the ledger; of 办结日期 the day, which is the whole task's. */
export function ownText(task: LedgerTask, column: FillableColumn, section: string, index: LedgerIndex): string {
  return column === 'doneOn' ? task.doneOn : (index.partsOf(task, column).own.get(section) ?? '');
}
