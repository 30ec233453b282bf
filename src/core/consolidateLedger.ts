// The ledger's side made ready for looking up: tasks by number, text and section, each section's own text, what was sent and what was taken (R3–R5). Decides nothing.
import type { AttributedText, SectionOf } from './attributed';
import { parseAttributed, sectionKey } from './attributed';
import type { LedgerSide, LedgerTask, SentCell, Stamp, TakenCell } from './consolidation';
import { comparableText } from './normalizeText';
import type { FillableColumn } from './returnedMarks';
import { tidyLineEnds } from './returnedText';
import type { Roster } from './roster';
import { sectionNamed } from './roster';
import type { TaskId } from './task';

/** The columns of which a joint task holds a text for each section (R5). */
export type AttributedColumn = Exclude<FillableColumn, 'doneOn'>;

/** The ledger, ready for looking up. Sections are sectionKeys. */
export interface LedgerIndex {
  readonly side: LedgerSide;
  readonly sectionOf: SectionOf;
  readonly byId: ReadonlyMap<TaskId, LedgerTask>;
  /** By comparable text; one text may be several tasks'. */
  readonly byText: ReadonlyMap<string, readonly LedgerTask[]>;
  readonly bySection: ReadonlyMap<string, readonly LedgerTask[]>;
  readonly sectionsOf: (task: LedgerTask) => readonly string[];
  readonly partsOf: (task: LedgerTask, column: AttributedColumn) => AttributedText;
  readonly sent: ReadonlyMap<string, SentCell>;
  readonly taken: ReadonlyMap<string, TakenCell>;
}

/** By what a section's cell is known in decisions and registers, whatever file brings it: section|id|column. */
export function cellKey(section: string, id: TaskId, column: string): string {
  return `${section}|${id}|${column}`;
}

/** What section a written name means by the roster (O6), for attributed texts. */
export function sectionsByRoster(roster: Roster): SectionOf {
  return (written) => sectionNamed(roster, written)?.name;
}

/** Which of two returns is the newer (R5): negative where the first is the older. */
export function compareStamps(one: Stamp, other: Stamp): number {
  return compareText(one.savedAt, other.savedAt) || compareText(one.file, other.file) || compareText(one.digest, other.digest);
}

/** Orders two texts by their characters, the same on every machine. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Makes the ledger ready for looking up. Of two rows with one 编号 the first counts, as in status and reports. */
export function indexLedger(side: LedgerSide): LedgerIndex {
  const sectionOf = sectionsByRoster(side.roster);
  const byId = new Map<TaskId, LedgerTask>();
  const byText = new Map<string, LedgerTask[]>();
  const bySection = new Map<string, LedgerTask[]>();
  const sections = new Map<LedgerTask, readonly string[]>();
  for (const task of side.tasks) {
    if (byId.has(task.id)) continue;
    byId.set(task.id, task);
    const keys = [...new Set(task.sections.map((section) => sectionKey(section, sectionOf)))].filter((key) => key !== '');
    sections.set(task, keys);
    const text = comparableText(task.cells.text);
    if (text !== '') push(byText, text, task);
    for (const key of keys) push(bySection, key, task);
  }
  const parts = new Map<string, AttributedText>();
  const partsOf = (task: LedgerTask, column: AttributedColumn): AttributedText => {
    const key = `${task.id}|${column}`;
    const known = parts.get(key) ?? parseAttributed(tidyLineEnds(task.cells[column]), task.sections, sectionOf);
    parts.set(key, known);
    return known;
  };
  const byCell = <Cell extends SentCell>(cells: readonly Cell[]): ReadonlyMap<string, Cell> => new Map(cells.map((cell) => [cellKey(sectionKey(cell.section, sectionOf), cell.id, cell.column), cell]));
  return {
    side, sectionOf, byId, byText, bySection, partsOf, sectionsOf: (task) => sections.get(task) ?? [],
    sent: byCell(side.sent ?? []), taken: byCell(side.taken ?? []),
  };
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
