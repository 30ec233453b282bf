// The bimonthly summary (B2, B3): totals, groups, lists and changes, counted from what a report says of its tasks. Knows no sheet and no sentence.
import type { Filled } from './filled';
import { bareText, filledOf } from './filled';
import type { Light } from './light';
import { lights, worstLight } from './light';
import type { PeriodReport, ReportedTask } from './report';
import type { Status } from './status';
import { isDone, statuses } from './status';
import { compareTaskIds } from './taskId';

/** 填报状态 in the order in which they are counted. */
export const fillings: readonly Filled[] = ['已填报', '未更新', '未填报'];

/** How many tasks there are of each word. The sum over the statuses, over the fillings and over the lights is `tasks` each time (B3). */
export interface Counts {
  readonly tasks: number;
  readonly status: Readonly<Record<Status, number>>;
  readonly filled: Readonly<Record<Filled, number>>;
  readonly light: Readonly<Record<Light, number>>;
  /** 已办结 and 逾期办结: what the completion rate counts. */
  readonly done: number;
  /** 已填报, or done and so in need of nothing new (C1): what the reporting rate counts. */
  readonly reported: number;
}

/** Tasks that belong together; `light` is the worst of them (C1). Name is '' where the cell is empty. */
export interface Group { readonly name: string; readonly light: Light; readonly counts: Counts }

/** The tasks of one section, as lead and as one that joins (B3: a task counts once for each of its sections). */
export interface SectionGroup extends Group { readonly lead: number; readonly joining: number; readonly owners: readonly string[] }

/** The tasks of one leader. */
export interface LeaderGroup extends Group { readonly sections: readonly string[] }

/** How a section stands with its return for this report (R13): sent, returned, and on which of its tasks it had nothing of its own. */
export interface ReturnStanding { readonly section: string; readonly sentOn: string; readonly returnedAt: string; readonly tasks: number; readonly missing: readonly string[] }

/** What of a task is otherwise than in the last report. */
export type ChangeKind = 'added' | 'gone' | 'status' | 'due' | 'people' | 'text' | 'progress';

/** A task of which something changed; `now` is missing for one that is gone, `before` for one that came. */
export interface TaskChange {
  readonly id: string;
  readonly kinds: readonly ChangeKind[];
  readonly before?: ReportedTask;
  readonly now?: ReportedTask;
}

/** All that a summary says, in numbers and lists. */
export interface Summary {
  readonly report: PeriodReport;
  readonly counts: Counts;
  /** The report before this one, if there was one. */
  readonly before?: { readonly period: string; readonly counts: Counts };
  readonly byIndicator: readonly Group[];
  readonly bySection: readonly SectionGroup[];
  readonly byLeader: readonly LeaderGroup[];
  /** Sections with their returns, in the order of the tasks; empty where nothing was sent out for this report. */
  readonly returns: readonly ReturnStanding[];
  /** 逾期, the longest overdue first. */
  readonly overdue: readonly ReportedTask[];
  /** 未填报 and not done; the nearest deadline first. */
  readonly notFilled: readonly ReportedTask[];
  /** What changed since the last report, in the order of the numbers; tasks with nothing new but their 落实情况 are counted, not listed. */
  readonly changes: readonly TaskChange[];
  /** Tasks whose 落实情况 says something else than in the last report. */
  readonly renewed: number;
  /** Every report of the plan up to this one, the earliest first. */
  readonly trend: readonly { readonly period: string; readonly counts: Counts }[];
}

/** Counts tasks by each of their words. */
export function countTasks(tasks: readonly ReportedTask[]): Counts {
  const none = <Word extends string>(words: readonly Word[]): Record<Word, number> => Object.fromEntries(words.map((word) => [word, 0])) as Record<Word, number>;
  const counts = { tasks: tasks.length, status: none(statuses), filled: none(fillings), light: none(lights), done: 0, reported: 0 };
  for (const task of tasks) {
    counts.status[task.status] += 1;
    counts.filled[task.filled] += 1;
    counts.light[task.light] += 1;
    if (isDone(task.status)) counts.done += 1;
    if (task.filled === '已填报' || isDone(task.status)) counts.reported += 1;
  }
  return counts;
}

/** A part of a whole in per cent, to one place after the point; nothing where there is no whole. */
export function rateOf(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.round((part * 1000) / whole) / 10;
}

/** Makes the summary of a report (B2). `earlier` are the plan's other reports; only those of periods before this one are looked at, so that a past report comes out the same (P3). */
export function summaryOf(report: PeriodReport, earlier: readonly PeriodReport[]): Summary {
  const past = earlier.filter(({ period }) => period < report.period).sort((one, other) => (one.period < other.period ? -1 : 1));
  const before = past[past.length - 1];
  const { tasks } = report;
  const counts = countTasks(tasks);
  const changes = before === undefined ? [] : changesBetween(before.tasks, tasks);
  const isOnlyRenewed = ({ kinds }: TaskChange): boolean => kinds.length === 1 && kinds[0] === 'progress';
  return {
    report, counts,
    ...(before === undefined ? {} : { before: { period: before.period, counts: countTasks(before.tasks) } }),
    byIndicator: groupsOf(tasks, ({ indicator }) => [indicator]),
    bySection: sectionsOf(tasks),
    byLeader: leadersOf(tasks),
    returns: returnsOf(tasks),
    overdue: tasks.filter(({ status }) => status === '逾期').sort(byDaysLeft),
    notFilled: tasks.filter(({ status, filled }) => filled === '未填报' && !isDone(status)).sort(byDaysLeft),
    changes: changes.filter((change) => !isOnlyRenewed(change)),
    renewed: changes.filter(({ kinds }) => kinds.includes('progress')).length,
    trend: [...past.map((each) => ({ period: each.period, counts: countTasks(each.tasks) })), { period: report.period, counts }],
  };
}

/** Tasks as a report lists them: by number, so that the order of the sheet's rows changes nothing (L6). */
export function inReportOrder(tasks: readonly ReportedTask[]): readonly ReportedTask[] {
  return [...tasks].sort((one, other) => compareTaskIds(one.id, other.id));
}

const never = Number.MAX_SAFE_INTEGER;

function byDaysLeft(one: ReportedTask, other: ReportedTask): number {
  return (one.daysLeft ?? never) - (other.daysLeft ?? never);
}

// Groups come in the order in which the tasks first name them.
function gather(tasks: readonly ReportedTask[], namesIn: (task: ReportedTask) => readonly string[]): ReadonlyMap<string, readonly ReportedTask[]> {
  const groups = new Map<string, ReportedTask[]>();
  for (const task of tasks) {
    const names = [...new Set(namesIn(task))];
    for (const name of names.length === 0 ? [''] : names) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [task]);
      else group.push(task);
    }
  }
  return groups;
}

function groupOf(name: string, tasks: readonly ReportedTask[]): Group {
  return { name, light: worstLight(tasks.map(({ light }) => light)), counts: countTasks(tasks) };
}

function groupsOf(tasks: readonly ReportedTask[], namesIn: (task: ReportedTask) => readonly string[]): readonly Group[] {
  return [...gather(tasks, namesIn)].map(([name, inside]) => groupOf(name, inside));
}

function sectionsOf(tasks: readonly ReportedTask[]): readonly SectionGroup[] {
  return [...gather(tasks, ({ sections }) => sections)].map(([name, inside]) => {
    const lead = inside.filter(({ sections }) => (sections[0] ?? '') === name).length;
    return { ...groupOf(name, inside), lead, joining: inside.length - lead, owners: ownersIn(name, inside) };
  });
}

// The n-th 责任人 answers for the n-th 责任科室; where their numbers differ nobody can tell whose a name is (O4).
function ownersIn(section: string, tasks: readonly ReportedTask[]): readonly string[] {
  return [...new Set(tasks.flatMap(({ sections, owners }) => (sections.length === owners.length ? owners.filter((_, index) => sections[index] === section) : [])))];
}

function leadersOf(tasks: readonly ReportedTask[]): readonly LeaderGroup[] {
  return [...gather(tasks, ({ leaders }) => leaders)].map(([name, inside]) => ({
    ...groupOf(name, inside),
    sections: [...new Set(inside.flatMap(({ leaders, sections }) => (leaders.length === sections.length ? sections.filter((_, index) => leaders[index] === name) : [])))],
  }));
}

// Every section of a report that was sent out stands on each of its tasks, so the first says when.
function returnsOf(tasks: readonly ReportedTask[]): readonly ReturnStanding[] {
  const standings = new Map<string, { section: string; sentOn: string; returnedAt: string; tasks: number; missing: string[] }>();
  for (const task of tasks) {
    for (const { section, sentOn, returnedAt, isMissing } of task.returns ?? []) {
      const standing = standings.get(section) ?? { section, sentOn, returnedAt, tasks: 0, missing: [] };
      standings.set(section, standing);
      standing.tasks += 1;
      if (isMissing) standing.missing.push(task.id);
    }
  }
  return [...standings.values()];
}

function changesBetween(before: readonly ReportedTask[], now: readonly ReportedTask[]): readonly TaskChange[] {
  const earlier = firstById(before);
  const later = firstById(now);
  const kept = [...later].flatMap(([id, task]): readonly TaskChange[] => {
    const was = earlier.get(id);
    if (was === undefined) return [{ id, kinds: ['added'], now: task }];
    const kinds = changedKinds(was, task);
    return kinds.length === 0 ? [] : [{ id, kinds, before: was, now: task }];
  });
  const gone = [...earlier].filter(([id]) => !later.has(id)).map(([id, task]): TaskChange => ({ id, kinds: ['gone'], before: task }));
  return [...kept, ...gone].sort((one, other) => compareTaskIds(one.id, other.id));
}

function firstById(tasks: readonly ReportedTask[]): ReadonlyMap<string, ReportedTask> {
  const byId = new Map<string, ReportedTask>();
  for (const task of tasks) if (task.id !== '' && !byId.has(task.id)) byId.set(task.id, task);
  return byId;
}

function changedKinds(before: ReportedTask, now: ReportedTask): readonly ChangeKind[] {
  const differs = (one: readonly string[], other: readonly string[]): boolean => one.join('、') !== other.join('、');
  return [
    ...(before.status === now.status ? [] : ['status' as const]),
    ...(before.due === now.due ? [] : ['due' as const]),
    ...(differs(before.leaders, now.leaders) || differs(before.sections, now.sections) || differs(before.owners, now.owners) ? ['people' as const] : []),
    ...(bareText(before.text) === bareText(now.text) ? [] : ['text' as const]),
    ...(saidIn(before) === saidIn(now) ? [] : ['progress' as const]),
  ];
}

// A placeholder says as little as an empty cell (F1): 无 in its place is nothing new.
function saidIn({ progress }: ReportedTask): string {
  return filledOf(progress).filled === '未填报' ? '' : bareText(progress);
}
