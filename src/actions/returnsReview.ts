// Returns as a person looks through them (R3–R9): each change on a line of its own in the order of the ledger, what waits for a person, and where two texts part. Decides nothing; knows no screen.
import type { Choice, Conflict, Consolidation, ConsolidateOptions, FileOutcome, Guess, OutsideChange, SetApart, UnmatchedRow } from '../core/consolidation';
import { dayOf } from '../core/returnedText';
import type { LedgerColumn } from '../core/task';
import { differingPieces } from '../core/textDifference';
import { sheetNames } from '../sheets/titles';
import type { ExchangeGround } from './ledgerSide';
import { sectionsAsWritten } from './returnsRegister';

/** Where the record of merges stands (R10). */
export const mergeLogSheet = sheetNames.mergeLog;

/** The kinds of line, as the account of cells names them. */
export const reviewKinds = ['merged', 'conflict', 'guess', 'outside', 'unmatched', 'setApart'] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/** What a line is of: its file, and whose it is as the ledger writes it. `id` is '' where it belongs to no task. */
interface LineOf { readonly key: string; readonly file: string; readonly section: string; readonly id: string }

/** A change that is beyond doubt. */
export interface MergedCell { readonly column: LedgerColumn; readonly old: string; readonly new: string; readonly assumedYear: boolean }

export type ReviewItem = LineOf & (
  | { readonly kind: 'merged'; readonly of: MergedCell }
  | { readonly kind: 'conflict'; readonly of: Conflict }
  | { readonly kind: 'guess'; readonly of: Guess }
  | { readonly kind: 'outside'; readonly of: OutsideChange }
  | { readonly kind: 'unmatched'; readonly of: UnmatchedRow }
  | { readonly kind: 'setApart'; readonly of: SetApart }
);

/** All lines: those of tasks in the order of the ledger, then what belongs to none. A key stays the same while a person decides. */
export function reviewItems({ files, edits }: Consolidation, ground: Pick<ExchangeGround, 'roster' | 'side'>): readonly ReviewItem[] {
  const written = sectionsAsWritten(ground);
  const nameOf = (section: string): string => written.get(section) ?? section;
  const taken = edits.flatMap(({ id, column, parts }) => parts.filter(({ decision }) => decision === 'taken').map((part): ReviewItem => ({
    kind: 'merged', key: `merged|${id}|${column}|${part.section}`, file: part.file, section: nameOf(part.section), id, of: { column, old: part.old, new: part.new, assumedYear: part.assumedYear === true },
  })));
  const place = new Map(ground.side.tasks.map((task, at) => [task.id, at]));
  const at = ({ id }: ReviewItem): number => place.get(id) ?? place.size;
  const items = [...taken, ...files.flatMap((outcome, file) => linesOf(outcome, file, nameOf(outcome.section)))];
  // Sorting keeps what is equal in its order.
  return items.sort((one, other) => at(one) - at(other) || reviewKinds.indexOf(one.kind) - reviewKinds.indexOf(other.kind));
}

// Keys of the account are free of files; two files may bring the same, so the file's place is told too.
function linesOf({ file, conflicts, outside, guesses, unmatched, setApart }: FileOutcome, at: number, section: string): readonly ReviewItem[] {
  const line = (name: string, id = ''): LineOf => ({ key: `${String(at)}|${name}`, file, section, id });
  const chosen = new Set(conflicts.filter(({ choice }) => choice === 'ledger').map(({ id, column }) => `${id} ${column}`));
  return [
    ...conflicts.map((of): ReviewItem => ({ ...line(`conflict|${of.key}`, of.id), kind: 'conflict', of })),
    ...guesses.map((of): ReviewItem => ({ ...line(`guess|${of.key}|${of.table}|${String(of.row)}`, of.id), kind: 'guess', of })),
    ...outside.map((of): ReviewItem => ({ ...line(`outside|${of.key}|${of.table}|${String(of.row)}`, of.id), kind: 'outside', of })),
    ...unmatched.map((of): ReviewItem => ({ ...line(`unmatched|${of.table}|${String(of.row)}`), kind: 'unmatched', of })),
    // What was set apart for the ledger's text stands with its conflict already.
    ...setApart.filter((of) => of.kind !== 'ledgerChosen' || !chosen.has(`${of.id ?? ''} ${of.column ?? ''}`))
      .map((of, number): ReviewItem => ({ ...line(`setApart|${of.table}|${String(of.row)}|${of.column ?? ''}|${String(number)}`, of.id), kind: 'setApart', of })),
  ];
}

/** What a person has said so far. `skipped`: keys of guesses and outside changes that were looked at and are left as they are. */
export interface ReviewChoices { readonly options: ConsolidateOptions; readonly skipped: ReadonlySet<string> }

/** What was said of a line; undefined while nothing was. Asked of the choices themselves, so that it shows before all is planned again. */
export type ReviewChoice = Choice | 'confirmed' | 'accepted' | 'skipped' | undefined;

/** What a person has chosen for a line (R4, I5, R6). */
export function choiceOf(item: ReviewItem, { options, skipped }: ReviewChoices): ReviewChoice {
  switch (item.kind) {
    case 'conflict': {
      const decision = options.decisions?.get(item.of.key);
      return decision?.seen === item.of.seen ? decision.choice : undefined;
    }
    case 'guess': return options.confirmed?.has(item.of.key) === true ? 'confirmed' : skipped.has(item.of.key) ? 'skipped' : undefined;
    case 'outside': return options.acceptedOutside?.has(item.of.key) === true ? 'accepted' : skipped.has(item.of.key) ? 'skipped' : undefined;
    case 'merged': case 'unmatched': case 'setApart': return undefined;
  }
}

/** Whether a line is one that a person decides on at all. */
export function isForPerson(item: ReviewItem): boolean {
  return item.kind === 'conflict' || item.kind === 'guess' || (item.kind === 'outside' && item.of.acceptable);
}

/** Whether a line still waits for a person. */
export function isOpen(item: ReviewItem, choices: ReviewChoices): boolean {
  return isForPerson(item) && choiceOf(item, choices) === undefined;
}

/** Whether a person's own words can stand in a column: 办结日期 is a day, or empty. */
export function canStand(column: string, text: string, year: number): boolean {
  return column !== 'doneOn' || text.trim() === '' || dayOf(text, year) !== undefined;
}

/** A piece of a text, and whether the other text has something else there. */
export interface TextPart { readonly text: string; readonly differs: boolean }

/** Two texts in pieces, so that each shows where the other is different. */
export function textParts(old: string, next: string): { readonly old: readonly TextPart[]; readonly new: readonly TextPart[] } {
  const [before, after]: [TextPart[], TextPart[]] = [[], []];
  let at = 0;
  const same = (to: number): void => {
    if (to <= at) return;
    const part = { text: old.slice(at, to), differs: false };
    before.push(part);
    after.push(part);
  };
  for (const { one, other, at: start } of differingPieces(old, next)) {
    same(start);
    if (one !== '') before.push({ text: one, differs: true });
    if (other !== '') after.push({ text: other, differs: true });
    at = start + one.length;
  }
  same(old.length);
  return { old: before, new: after };
}
