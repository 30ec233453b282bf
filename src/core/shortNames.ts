// Short names of sections proposed from the names that a plan uses (O6). Knows the roster and names; decides nothing, for a person confirms each.
import type { Roster, Section } from './roster';
import { namesOfPeople, readSection } from './roster';

/** A short name that fits one section only, to be confirmed. */
export interface ShortNameProposal { readonly section: string; readonly shortName: string }

/** A name that fits several sections, or none: a person has to say what it means. */
export interface OpenShortName { readonly name: string; readonly sections: readonly string[] }

/** What can be proposed for the names that are no section's name yet. */
export interface ShortNameReading { readonly proposals: readonly ShortNameProposal[]; readonly open: readonly OpenShortName[] }

/**
 * Proposes short names where exactly one section fits (O6): 港口科 is 港口口岸科, 外贸科 is 对外贸易科 and not 贸易管理科, 贸促会 is 市贸促会办公室.
 * Names that the roster knows are passed over; the others come as open, with the sections that they might be.
 */
export function proposeShortNames(roster: Roster, namesUsed: readonly string[]): ShortNameReading {
  const people = namesOfPeople(roster);
  const proposals: ShortNameProposal[] = [];
  const open: OpenShortName[] = [];
  for (const name of new Set(namesUsed.map((each) => each.trim()))) {
    if (name === '' || people.has(name)) continue;
    const reading = readSection(roster, name);
    if (reading.kind === 'found' && reading.by !== 'abbreviation') continue;
    const fitting = reading.kind === 'found' ? [reading.section] : reading.kind === 'ambiguous' ? reading.sections : sectionsNaming(roster, name);
    const [only, ...others] = fitting;
    if (only !== undefined && others.length === 0) proposals.push({ section: only.name, shortName: name });
    else open.push({ name, sections: fitting.map((section) => section.name) });
  }
  return { proposals, open };
}

/** The roster with the proposals that were confirmed, each section's short names in the order of the proposals. */
export function withShortNames(roster: Roster, confirmed: readonly ShortNameProposal[]): Roster {
  const sections = roster.sections.map((section) => {
    const added = confirmed.filter((each) => each.section === section.name && !section.shortNames.includes(each.shortName)).map(({ shortName }) => shortName);
    return added.length === 0 ? section : { ...section, shortNames: [...section.shortNames, ...new Set(added)] };
  });
  return { people: roster.people, sections };
}

// 贸促会 of 市贸促会办公室: the name stands whole within the section's.
function sectionsNaming(roster: Roster, name: string): readonly Section[] {
  return name.length < 3 ? [] : roster.sections.filter((section) => section.name.includes(name));
}
