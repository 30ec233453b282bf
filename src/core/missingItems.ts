// What each section still owes a report (R13): its tasks on which nothing of its own stands for this period. Knows no sheet and no sentence.
import { parseAttributed, sectionKey } from './attributed';
import type { LedgerTask } from './consolidation';
import { sectionsByRoster } from './consolidateLedger';
import { filledOf } from './filled';
import type { PlainDate } from './plainDate';
import { isPlainDate } from './plainDate';
import { tidyLineEnds } from './returnedText';
import type { Roster } from './roster';
import type { TaskId } from './task';

/** What is asked of the ledger. `before` has the whole 落实情况 of each task as the last report had it. */
export interface MissingFrom {
  readonly roster: Roster;
  readonly tasks: readonly LedgerTask[];
  /** A 办结日期 after this day is not yet done (S9). */
  readonly asOf: PlainDate;
  readonly before?: ReadonlyMap<TaskId, string>;
}

/** A task on which a section has nothing, or the same as last time. */
export interface MissingItem {
  readonly id: TaskId;
  readonly text: string;
  /** 完成时限 as it is shown. */
  readonly due: string;
  /** Whether the section leads the task or joins in it. */
  readonly leads: boolean;
  readonly why: '未填报' | '未更新';
}

/** A section with what it has to report and what of it is missing. */
export interface SectionItems {
  /** The roster's full name, or what the task says where the roster does not know it. */
  readonly section: string;
  readonly tasks: number;
  readonly done: number;
  readonly filled: number;
  readonly missing: readonly MissingItem[];
}

/** What each section still owes (R13), sections in the roster's order, then those that it does not know. A task that is done needs nothing new (C1). */
export function missingItems({ roster, tasks, asOf, before }: MissingFrom): readonly SectionItems[] {
  const sectionOf = sectionsByRoster(roster);
  const found = new Map<string, { tasks: number; done: number; filled: number; readonly missing: MissingItem[] }>();
  for (const task of tasks) {
    const keys = [...new Set(task.sections.map((section) => sectionKey(section, sectionOf)))].filter((key) => key !== '');
    const isDone = isPlainDate(task.doneOn) && task.doneOn <= asOf;
    const stands = parseAttributed(tidyLineEnds(task.cells.progress), task.sections, sectionOf);
    const last = before?.get(task.id);
    const stood = last === undefined ? undefined : parseAttributed(tidyLineEnds(last), task.sections, sectionOf);
    keys.forEach((key, place) => {
      const entry = found.get(key) ?? { tasks: 0, done: 0, filled: 0, missing: [] };
      found.set(key, entry);
      entry.tasks += 1;
      const { filled } = filledOf(stands.own.get(key) ?? '', stood?.own.get(key));
      if (isDone) entry.done += 1;
      else if (filled === '已填报') entry.filled += 1;
      else entry.missing.push({ id: task.id, text: task.cells.text, due: task.cells.due, leads: place === 0, why: filled });
    });
  }
  const order = [...roster.sections.map(({ name }) => name), ...found.keys()];
  return [...new Set(order)].flatMap((section) => {
    const entry = found.get(section);
    return entry === undefined ? [] : [{ section, ...entry }];
  });
}
