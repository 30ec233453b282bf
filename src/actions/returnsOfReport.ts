// How the sections of each task stand with their returns when a report is made (R13), from what 收发底稿 remembers. Reads no sheet; changes nothing.
import { parseAttributed, sectionKey } from '../core/attributed';
import { sectionsByRoster } from '../core/consolidateLedger';
import { filledOf } from '../core/filled';
import { tidyLineEnds } from '../core/returnedText';
import type { Roster } from '../core/roster';
import type { SectionReturn } from '../core/sectionReturns';
import type { Task } from '../core/task';
import type { Exchange } from '../sheets/exchangeSheets';

/** Gives the returns of a task's sections; nothing where no copy went out for the report. A task that is done lacks nothing (C1). */
export function returnsByTask(exchange: Exchange, roster: Roster): (task: Task, isDone: boolean) => readonly SectionReturn[] | undefined {
  if (exchange.sentOn.size === 0) return () => undefined;
  const sectionOf = sectionsByRoster(roster);
  const sentOn = new Map([...exchange.sentOn].map(([section, day]) => [sectionKey(section, sectionOf), day]));
  const returnedAt = new Map(exchange.files.map(({ section, at }) => [sectionKey(section, sectionOf), at]));
  return (task, isDone) => {
    const { own } = parseAttributed(tidyLineEnds(task.progress), task.sections, sectionOf);
    return [...new Map(task.sections.map((written) => [sectionKey(written, sectionOf), written]))].map(([key, section]) => ({
      section, sentOn: sentOn.get(key) ?? '', returnedAt: returnedAt.get(key) ?? '', isMissing: !isDone && filledOf(own.get(key) ?? '').filled === '未填报',
    }));
  };
}
