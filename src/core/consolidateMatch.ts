// Which task a returned row belongs to (R3): its key, its 编号 with the same text, the same text, or a likeness that a person must confirm. Knows nothing of what the row brings.
import { digestOf, isBlankText } from './returnedText';
import type { GuessKind, LedgerTask, MatchedBy, UnmatchedKind } from './consolidation';
import type { LedgerIndex } from './consolidateLedger';
import { idText, isSameId } from './consolidateOutside';
import { likeness } from './likeness';
import { comparableText } from './normalizeText';
import { stripOrdinal } from './ordinals';
import type { ReturnedRow } from './returnedTable';

/** From this likeness on a text is shown as a guess (R3). Tasks of one plan are far below it (no two of 2021 reach 0.15), and a text of which half was left out is still above it. */
export const guessLikeness = 0.6;
/** By so much the likest task must be liker than the next, or the text could mean either. */
export const guessMargin = 0.1;

/** What a row was found to be. */
export type RowMatch =
  | { readonly kind: 'sure'; readonly task: LedgerTask; readonly by: MatchedBy }
  | { readonly kind: 'guess'; readonly task: LedgerTask; readonly by: MatchedBy; readonly guess: Exclude<GuessKind, 'shared'>; readonly likeness: number; readonly key: string }
  | { readonly kind: 'none'; readonly why: UnmatchedKind }
  | { readonly kind: 'refused'; readonly why: 'otherPlan' | 'otherPeriod' };

/** Matches the rows of one section's return (R3), in their order. A row that is only like a task is not held against tasks that another row has for certain. */
export function matchRows(rows: readonly ReturnedRow[], section: string, index: LedgerIndex, otherPeriods: ReadonlySet<string> | undefined): readonly RowMatch[] {
  const sure = rows.map((row) => matchSurely(row, section, index, otherPeriods));
  const had = new Set(sure.flatMap((match) => (match?.kind === 'sure' ? [match.task] : [])));
  let pool: LikenessPool | undefined;
  return sure.map((match, at): RowMatch => {
    const row = rows[at];
    if (match !== undefined || row === undefined) return match ?? { kind: 'none', why: 'noTask' };
    pool ??= poolOf((index.bySection.get(section) ?? []).filter((task) => !had.has(task)));
    return matchByLikeness(row, section, pool);
  });
}

// Undefined where only likeness is left.
function matchSurely(row: ReturnedRow, section: string, index: LedgerIndex, otherPeriods: ReadonlySet<string> | undefined): RowMatch | undefined {
  const { side } = index;
  const text = row.cells.text?.text ?? '';
  if (typeof row.key === 'object') {
    if (row.key.plan !== side.plan) return { kind: 'refused', why: 'otherPlan' };
    if (row.key.period !== side.period && otherPeriods?.has(row.key.period) !== true) return { kind: 'refused', why: 'otherPeriod' };
  }
  const task = typeof row.key === 'object' ? index.byId.get(row.key.id) : undefined;
  if (task?.cells.text === text) return { kind: 'sure', task, by: 'key' };
  const sameText = tasksOfText(text, index);
  const ofText = oneOf(sameText, row, section, index);
  if (task !== undefined) {
    // Sorting in some programs leaves the hidden column behind: then the key stands beside another task's text.
    if (sameText.length === 0 || sameText.includes(task)) return { kind: 'sure', task, by: 'key' };
    return ofText === undefined ? { kind: 'none', why: 'ambiguous' } : guessed(ofText.task, ofText.by, 'keyElsewhere', 1, section, text);
  }
  if (ofText !== undefined) return { kind: 'sure', ...ofText };
  if (sameText.length > 0) return { kind: 'none', why: 'ambiguous' };
  const numbered = row.cells.id === undefined ? undefined : index.byId.get(idText(row.cells.id));
  if (numbered !== undefined && isBlankText(text)) return guessed(numbered, 'id', 'idOnly', 0, section, numbered.id);
  if (numbered !== undefined) {
    const like = likeness(stripOrdinal(text).text, numbered.cells.text);
    if (like >= guessLikeness) return guessed(numbered, 'likeness', 'likeness', like, section, text);
  }
  return undefined;
}

function tasksOfText(text: string, index: LedgerIndex): readonly LedgerTask[] {
  const plain = comparableText(text);
  return plain === '' ? [] : (index.byText.get(plain) ?? index.byText.get(comparableText(stripOrdinal(text).text)) ?? []);
}

// Where one text is several tasks', the 编号 decides, else the section.
function oneOf(tasks: readonly LedgerTask[], row: ReturnedRow, section: string, index: LedgerIndex): { readonly task: LedgerTask; readonly by: 'id' | 'text' } | undefined {
  const { id } = row.cells;
  const numbered = id === undefined ? [] : tasks.filter((task) => isSameId(id, task.id));
  if (numbered.length === 1) return numbered.map((task) => ({ task, by: 'id' as const }))[0];
  const fitting = tasks.length === 1 ? tasks : tasks.filter((task) => index.sectionsOf(task).includes(section));
  return fitting.length === 1 ? fitting.map((task) => ({ task, by: 'text' as const }))[0] : undefined;
}

function guessed(task: LedgerTask, by: MatchedBy, guess: Exclude<GuessKind, 'shared'>, like: number, section: string, text: string): RowMatch {
  return { kind: 'guess', task, by, guess, likeness: like, key: `${section}|${task.id}|${guess}|${digestOf(comparableText(text))}` };
}

/** Tasks by the pairs of characters in their texts, so that a row is compared with the few that share many with it. */
interface LikenessPool {
  readonly tasks: readonly LedgerTask[];
  readonly sizes: readonly number[];
  readonly byPair: ReadonlyMap<string, readonly number[]>;
}

const closelyCompared = 8;

function poolOf(tasks: readonly LedgerTask[]): LikenessPool {
  const byPair = new Map<string, number[]>();
  const pairs = tasks.map((task) => pairsOf(task.cells.text));
  pairs.forEach((ofTask, at) => {
    for (const pair of ofTask) {
      const list = byPair.get(pair);
      if (list === undefined) byPair.set(pair, [at]);
      else list.push(at);
    }
  });
  return { tasks, sizes: pairs.map((ofTask) => ofTask.size), byPair };
}

function pairsOf(text: string): ReadonlySet<string> {
  const plain = comparableText(text);
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < plain.length; at += 1) pairs.add(plain.slice(at, at + 2));
  return pairs;
}

function matchByLikeness(row: ReturnedRow, section: string, { tasks, sizes, byPair }: LikenessPool): RowMatch {
  const text = stripOrdinal(row.cells.text?.text ?? '').text;
  const pairs = pairsOf(text);
  const shared = new Map<number, number>();
  for (const pair of pairs) for (const at of byPair.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  const [best, next] = [...shared]
    .map(([at, count]) => [at, count / (pairs.size + (sizes[at] ?? 0))] as const)
    .sort(([a, one], [b, other]) => other - one || a - b)
    .slice(0, closelyCompared)
    .flatMap(([at]) => tasks.slice(at, at + 1))
    .map((task) => ({ task, like: likeness(text, task.cells.text) }))
    .sort((one, other) => other.like - one.like);
  if (best === undefined || best.like < guessLikeness) return { kind: 'none', why: 'noTask' };
  if (next !== undefined && best.like - next.like < guessMargin) return { kind: 'none', why: 'ambiguous' };
  return guessed(best.task, 'likeness', 'likeness', best.like, section, text);
}
