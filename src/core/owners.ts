// Who answers for a task, held against the roster (O1–O8). Knows tasks and the roster; knows no sheet and changes nothing.
import { joinNames, splitNames } from './names';
import type { NameOddity } from './names';
import type { Level, Place, Problem } from './problem';
import type { Roster } from './roster';
import { isLeader, nearestName, nearestSection, personNamed, readSection, sectionNamed } from './roster';
import type { Task } from './task';

/** Columns that hold names of people or sections. */
export const nameColumns = ['leaders', 'sections', 'owners'] as const;
export type NameColumn = (typeof nameColumns)[number];

/** How often each section, by its full name, stands under each 分管领导 in all rows (O7). */
export type LeadersBySection = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Counts under which 分管领导 each section stands, the n-th leader being the n-th section's (O7). */
export function countLeaders(tasks: readonly Task[], roster: Roster): LeadersBySection {
  const counts = new Map<string, Map<string, number>>();
  for (const task of tasks) {
    for (const { section, leader } of pairsOf(task, roster)) {
      const leaders = counts.get(section) ?? new Map<string, number>();
      counts.set(section, leaders.set(leader, (leaders.get(leader) ?? 0) + 1));
    }
  }
  return counts;
}

/** Checks who answers for a task (O1, O2, O4–O8). What its cells looked like is checkNameText's. */
export function checkOwners(task: Task, roster: Roster, counts: LeadersBySection): readonly Problem[] {
  return [
    ...checkEmpty(task),
    ...checkPeople(task, roster),
    ...checkCounts(task),
    ...checkSections(task, roster),
    ...checkPairs(task, roster),
    ...checkUsualLeader(task, roster, counts),
  ];
}

/** Checks how a list of names is written (O3). The fix is given where the names are certain. */
export function checkNameText(text: string, column: NameColumn, known: ReadonlySet<string>, at: Place): readonly Problem[] {
  const { names, guesses, oddities } = splitNames(text, known);
  const tidy = joinNames([...new Set(names)]);
  return oddities.map((kind: NameOddity): Problem => {
    const problem: Problem = { rule: 'O3', kind, level: 'warning', at: { ...at, column }, values: { text, tidy } };
    return guesses.length === 0 ? { ...problem, fix: { column, text: tidy } } : problem;
  });
}

function found(task: Task, rule: string, kind: string, level: Level, column: string, values: Problem['values']): Problem {
  return { rule, kind, level, at: { taskId: task.id, column }, values };
}

function checkEmpty(task: Task): Problem[] {
  return nameColumns.filter((column) => task[column].length === 0).map((column) => found(task, 'O1', 'empty', 'error', column, {}));
}

function checkPeople(task: Task, roster: Roster): Problem[] {
  const unknown = (['leaders', 'owners'] as const).flatMap((column) =>
    task[column]
      .filter((name) => personNamed(roster, name) === undefined)
      .map((name) => found(task, 'O2', 'unknownName', 'error', column, { name, nearest: nearestName(roster, name) ?? '' })),
  );
  const notLeaders = task.leaders.flatMap((name) => {
    const person = personNamed(roster, name);
    return person === undefined || isLeader(person) ? [] : [found(task, 'O8', 'notALeader', 'error', 'leaders', { name, post: person.post })];
  });
  return [...unknown, ...notLeaders];
}

// An empty cell is O1 and no matter of counting.
function checkCounts(task: Task): Problem[] {
  const sections = task.sections.length;
  if (sections === 0) return [];
  return (['owners', 'leaders'] as const)
    .filter((column) => task[column].length > 0 && task[column].length !== sections)
    .map((column) => found(task, 'O4', column === 'owners' ? 'ownersNotSections' : 'leadersNotSections', 'warning', column, { count: task[column].length, sections }));
}

function checkSections(task: Task, roster: Roster): Problem[] {
  return task.sections.flatMap((name) => {
    const reading = readSection(roster, name);
    switch (reading.kind) {
      case 'unknown': return [found(task, 'O6', 'unknownSection', 'error', 'sections', { name, nearest: nearestSection(roster, name) ?? '' })];
      case 'ambiguous': return [found(task, 'O6', 'ambiguousSection', 'error', 'sections', { name, sections: joinNames(reading.sections.map((section) => section.name)) })];
      case 'found': return reading.by === 'abbreviation' ? [found(task, 'O6', 'abbreviation', 'note', 'sections', { name, section: reading.section.name })] : [];
    }
  });
}

// Pairing is by place, so it means something only where there are as many people as sections (else O4 speaks).
function checkPairs(task: Task, roster: Roster): Problem[] {
  if (task.owners.length !== task.sections.length) return [];
  return task.owners.flatMap((name, index) => {
    const person = personNamed(roster, name);
    const section = sectionNamed(roster, task.sections[index] ?? '');
    if (person === undefined || section === undefined || person.section === section.name) return [];
    return [found(task, 'O5', 'notOfSection', 'warning', 'owners', { name, section: section.name, own: person.section, place: index + 1 })];
  });
}

function checkUsualLeader(task: Task, roster: Roster, counts: LeadersBySection): Problem[] {
  return pairsOf(task, roster).flatMap(({ section, leader, written }) => {
    const others = new Map(counts.get(section));
    others.set(leader, (others.get(leader) ?? 1) - 1);
    const all = [...others.values()].reduce((sum, count) => sum + count, 0);
    const usual = [...others].find(([name, count]) => name !== leader && count * 2 > all);
    return usual === undefined ? [] : [found(task, 'O7', 'otherLeader', 'warning', 'leaders', { section: written, leader, usual: usual[0], rows: usual[1] })];
  });
}

function pairsOf(task: Task, roster: Roster): { readonly section: string; readonly leader: string; readonly written: string }[] {
  if (task.leaders.length !== task.sections.length) return [];
  return task.sections.flatMap((written, index) => {
    const section = sectionNamed(roster, written);
    const leader = task.leaders[index];
    return section === undefined || leader === undefined ? [] : [{ section: section.name, leader, written }];
  });
}
