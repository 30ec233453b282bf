// Another list of people for 名册, pasted as a notice prints it: set beside the people who are there, with the short names that the ledger uses (L9, O6). Plans; knows no Excel.
import { splitNames } from '../core/names';
import type { Problem } from '../core/problem';
import type { Person, Roster, Section } from '../core/roster';
import { isLeader, namesOfSections } from '../core/roster';
import type { RosterReading } from '../core/rosterText';
import { readRosterText } from '../core/rosterText';
import type { ShortNameReading } from '../core/shortNames';
import { proposeShortNames, withShortNames } from '../core/shortNames';
import { sheetNames } from '../sheets/titles';
import type { RosterEdit } from './editRoster';
import { planRosterEdit } from './editRoster';
import type { LedgerState } from './lookAtWorkbook';

/** What a person wants of 名册. */
export interface RosterWish {
  /** The pasted list; undefined where only short names are looked at. */
  readonly text: string | undefined;
  /** People whom the list lacks and who are to go; the others stay. */
  readonly leave: ReadonlySet<string>;
  /** Short names that the person confirmed. */
  readonly confirmed: ReadonlySet<string>;
}

/** What would come of it, to be looked through before it is written (I5). */
export interface RosterPlan {
  readonly reading: RosterReading | undefined;
  /** People of 名册 whom the list lacks. */
  readonly missing: readonly Person[];
  /** Sections that nobody is of any more, and whose short names go with them. */
  readonly sectionsGone: readonly Section[];
  readonly shortNames: ShortNameReading;
  readonly edit: RosterEdit;
  /** A list that cannot be read whole is not written, nor over a sheet that cannot. */
  readonly canWrite: boolean;
}

/** The sheet 名册 as far as it is there, with what keeps it from being read whole; what cannot be read must not be written over. */
export function rosterSheetOf({ reading, problems }: LedgerState): { readonly name: string; readonly unread: readonly Problem[] } | undefined {
  return reading.cells.has(sheetNames.roster) ? { name: sheetNames.roster, unread: problems.filter(({ at }) => at.sheet === sheetNames.roster) } : undefined;
}

/** The bureau's leaders, and the members of the sections, each in the order of 名册 (O8). */
export function leadersAndMembers({ people }: Roster): { readonly leaders: readonly Person[]; readonly members: readonly Person[] } {
  return { leaders: people.filter(isLeader), members: people.filter((person) => !isLeader(person)) };
}

/** Plans 名册 for what a person wants. People whom the list lacks stay unless it is said that they go; what the list does not say of a person stays as it is. */
export function planRosterWish(state: LedgerState, wish: RosterWish): RosterPlan {
  const present = state.roster ?? { people: [], sections: [] };
  const reading = wish.text === undefined ? undefined : readRosterText(wish.text);
  const { people, missing } = reading === undefined ? { people: present.people, missing: [] } : joinPeople(present, reading.roster, wish.leave);
  const roster = { people, sections: sectionsOf(people, present) };
  const shortNames = proposeShortNames(roster, namesUsed(state, roster));
  const wanted = withShortNames(roster, shortNames.proposals.filter(({ shortName }) => wish.confirmed.has(shortName)));
  const edit = planRosterEdit(state, wanted);
  const kept = new Set(roster.sections.map(({ name }) => name));
  const isWhole = (rosterSheetOf(state)?.unread ?? []).length === 0 && reading?.problems.some(({ level }) => level === 'error') !== true;
  return {
    reading, missing, shortNames, edit,
    sectionsGone: present.sections.filter(({ name }) => !kept.has(name)),
    canWrite: isWhole && edit.added.length + edit.changed.length + edit.gone.length + edit.shortNames.length > 0,
  };
}

function joinPeople(present: Roster, list: Roster, leave: ReadonlySet<string>): { readonly people: readonly Person[]; readonly missing: readonly Person[] } {
  const before = new Map(present.people.map((person) => [person.name, person]));
  const seen = new Set<string>();
  const listed = list.people.flatMap((person): readonly Person[] => {
    const { name, role } = person;
    const old = before.get(name);
    const post = person.post === '' ? (old?.post ?? '') : person.post;
    const section = person.section === '' && role === '成员' ? (old?.section ?? '') : person.section;
    const joined = { name, post, role, section };
    // A line that stands twice is one person; two who only share their name both stay.
    const key = JSON.stringify(joined);
    if (seen.has(key)) return [];
    seen.add(key);
    return [joined];
  });
  const names = new Set(listed.map(({ name }) => name));
  const missing = present.people.filter(({ name }) => !names.has(name));
  return { people: [...listed, ...missing.filter(({ name }) => !leave.has(name))], missing };
}

function sectionsOf(people: readonly Person[], present: Roster): readonly Section[] {
  const known = new Map(present.sections.map((section) => [section.name, section]));
  return [...new Set(people.map(({ section }) => section).filter((name) => name !== ''))].map((name) => known.get(name) ?? { name, shortNames: [] });
}

/** Names of sections that the ledger and the settings use. */
function namesUsed({ ledger, settings }: LedgerState, roster: Roster): readonly string[] {
  const known = namesOfSections(roster);
  const inLedger = ledger.rows.flatMap(({ cells }) => splitNames(String(cells.sections), known).names);
  return [...inLedger, ...(settings === undefined ? [] : [settings.office])];
}
