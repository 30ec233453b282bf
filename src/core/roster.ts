// People, posts and sections (附件2), and which section a short name means. Knows no task.

/** 角色 in the leading group. */
export type Role = '组长' | '副组长' | '成员';

/** One person of 附件2. */
export interface Person {
  readonly name: string;
  readonly post: string;
  readonly role: Role;
  /** The section that the person heads, in full, e.g. 对外贸易科; empty for bureau leaders. */
  readonly section: string;
}

/** A section with the short name that the matrix uses. Several short names are allowed. */
export interface Section {
  readonly name: string;
  readonly shortNames: readonly string[];
}

export interface Roster {
  readonly people: readonly Person[];
  readonly sections: readonly Section[];
}

/** What a written section name means (O6): a section, with how it was known, or several that it might be, or none. */
export type SectionReading =
  | { readonly kind: 'found'; readonly section: Section; readonly by: 'name' | 'shortName' | 'abbreviation' }
  | { readonly kind: 'ambiguous'; readonly sections: readonly Section[] }
  | { readonly kind: 'unknown' };

interface RosterIndex {
  readonly people: ReadonlyMap<string, Person>;
  readonly sections: ReadonlyMap<string, Section>;
  readonly shortNames: ReadonlyMap<string, readonly Section[]>;
  readonly readings: Map<string, SectionReading>;
}

// A roster is a value: what is looked up in it is worked out once, or 20,000 tasks would each walk it.
const indexes = new WeakMap<Roster, RosterIndex>();

/** The person of this name; the first, should two be called the same (O2). */
export function personNamed(roster: Roster, name: string): Person | undefined {
  return indexOf(roster).people.get(name);
}

/** What a section's name in a task means (O6): the full name, a 简称, or an abbreviation that fits exactly one section. */
export function readSection(roster: Roster, name: string): SectionReading {
  const { readings } = indexOf(roster);
  const known = readings.get(name);
  if (known !== undefined) return known;
  const reading = findSection(roster, name);
  readings.set(name, reading);
  return reading;
}

/** The one section that a full or short name means, or nothing (O6). */
export function sectionNamed(roster: Roster, name: string): Section | undefined {
  const reading = readSection(roster, name);
  return reading.kind === 'found' ? reading.section : undefined;
}

/** Whether a person leads the group and may be a 分管领导 (O8). */
export function isLeader(person: Person): boolean {
  return person.role !== '成员';
}

/** All names of people in the roster, for taking lists of names apart (L4). */
export function namesOfPeople(roster: Roster): ReadonlySet<string> {
  return new Set(indexOf(roster).people.keys());
}

/** All full and short names of sections in the roster, for taking lists of names apart (L4). */
export function namesOfSections(roster: Roster): ReadonlySet<string> {
  const { sections, shortNames } = indexOf(roster);
  return new Set([...sections.keys(), ...shortNames.keys()]);
}

/** The roster's name that is most like this one, to be offered and never applied alone (O2); nothing where none is near. */
export function nearestName(roster: Roster, name: string): string | undefined {
  return nearest(name, [...indexOf(roster).people.keys()]);
}

/** The section's full name that is most like this one, to be offered and never applied alone (O6); nothing where none is near. */
export function nearestSection(roster: Roster, name: string): string | undefined {
  const { sections, shortNames } = indexOf(roster);
  const close = nearest(name, [...shortNames.keys(), ...sections.keys()]);
  return close === undefined ? undefined : (sections.get(close) ?? shortNames.get(close)?.[0])?.name;
}

function indexOf(roster: Roster): RosterIndex {
  const known = indexes.get(roster);
  if (known !== undefined) return known;
  const people = new Map<string, Person>();
  for (const person of roster.people) if (!people.has(person.name)) people.set(person.name, person);
  const sections = new Map<string, Section>();
  const shortNames = new Map<string, Section[]>();
  for (const section of roster.sections) {
    if (!sections.has(section.name)) sections.set(section.name, section);
    for (const shortName of new Set(section.shortNames)) shortNames.set(shortName, [...(shortNames.get(shortName) ?? []), section]);
  }
  const index = { people, sections, shortNames, readings: new Map<string, SectionReading>() };
  indexes.set(roster, index);
  return index;
}

function findSection(roster: Roster, name: string): SectionReading {
  const { sections, shortNames } = indexOf(roster);
  const full = sections.get(name);
  if (full !== undefined) return { kind: 'found', section: full, by: 'name' };
  const listed = shortNames.get(name) ?? [];
  const fitting = listed.length > 0 ? listed : roster.sections.filter((section) => abbreviates(name, section.name));
  const [only, ...others] = fitting;
  if (only === undefined) return { kind: 'unknown' };
  if (others.length > 0) return { kind: 'ambiguous', sections: fitting };
  return { kind: 'found', section: only, by: listed.length > 0 ? 'shortName' : 'abbreviation' };
}

// 外贸科 of 对外贸易科: some characters of the full name in their order, two at least and the same last one.
function abbreviates(short: string, full: string): boolean {
  if (short.length < 3 || short.length >= full.length || short[short.length - 1] !== full[full.length - 1]) return false;
  let at = -1;
  for (const character of short) {
    at = full.indexOf(character, at + 1);
    if (at < 0) return false;
  }
  return true;
}

// The fewest changed characters win; among equals the one with the same first character (a family name), then the first.
function nearest(name: string, candidates: readonly string[]): string | undefined {
  const far = Math.max(1, Math.floor(name.length / 2));
  let best: { readonly candidate: string; readonly score: number } | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(name, candidate);
    const score = distance * 2 + (candidate[0] === name[0] ? 0 : 1);
    if (distance <= far && distance < Math.max(name.length, candidate.length) && (best === undefined || score < best.score)) best = { candidate, score };
  }
  return best?.candidate;
}

function editDistance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const changed = (above[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      row.push(Math.min(changed, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[other.length] ?? 0;
}
