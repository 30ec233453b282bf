// Takes the text of a notice in (I1, I6): its tasks, people and settings as a draft, its people alone, and its body against a matrix. Reads no file; changes nothing.
import { readDue } from '../core/deadline';
import { compareWithBody, differencesAsProblems } from '../core/matrixDifferences';
import type { PlanBase } from '../core/matrixPlan';
import type { NoticeReading } from '../core/notice';
import { readNotice } from '../core/notice';
import type { Plan } from '../core/plan';
import type { PlanBody } from '../core/planBody';
import type { Problem } from '../core/problem';
import type { RosterReading } from '../core/rosterText';
import { readRosterText } from '../core/rosterText';
import type { Task } from '../core/task';

/** People out of a pasted text: a whole notice, which says more than them, or their list alone. */
export interface TakenPeople {
  readonly people: Pick<RosterReading, 'roster' | 'guesses' | 'problems'>;
  readonly notice: NoticeReading | undefined;
}

/** Reads the text of a notice as a draft of the plan (I1). */
export function takeNotice(text: string): NoticeReading {
  return readNotice(text);
}

/** Reads a list of people as 附件2 has it, out of the whole notice or by itself (O2, O6). */
export function takePeople(text: string): TakenPeople {
  const notice = readNotice(text);
  if (notice.draft !== undefined && notice.roster.people.length > 0) return { people: { roster: notice.roster, guesses: notice.rosterGuesses, problems: [] }, notice };
  return { people: readRosterText(text), notice: undefined };
}

/** A notice's draft on another base: deadlines without a year are of the base's year (D5). */
export function planNotice(draft: Plan, base: PlanBase): Plan {
  const year = base.settings.year;
  const dueIn = ({ due }: Task): Task['due'] => (year !== draft.settings.year && (due.kind === 'unread' || (due.kind === 'date' && due.assumedYear)) ? readDue(due.text, { year }) : due);
  return { ...base, tasks: draft.tasks.map((task) => ({ ...task, due: dueIn(task) })) };
}

/** Where a matrix and the body of its notice say different things, as problems (I6, D8). */
export function compareWithNotice(plan: Plan, body: PlanBody | undefined): readonly Problem[] {
  return body === undefined ? [] : differencesAsProblems(compareWithBody(plan, body));
}
