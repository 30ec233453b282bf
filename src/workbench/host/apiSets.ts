// Finds in which requirement set a member came. Knows the table of sets and nothing of what members do.
import { API_SETS } from './apiSetTable';

export interface ApiSet { readonly set: string; readonly version: string; /** The member as it is spelled. */ readonly name: string }

const index = new Map<string, Map<string, ApiSet>>();

function membersOf(type: string): Map<string, ApiSet> {
  let members = index.get(type);
  if (!members) {
    members = new Map();
    for (const [key, names] of Object.entries(API_SETS[type] ?? {})) {
      const [first = '', second] = key.split(' ');
      const since = second === undefined && /^\d/.test(first) ? { set: 'ExcelApi', version: first } : { set: first, version: second ?? '' };
      for (const name of names.split(' ')) members.set(name.toLowerCase(), { ...since, name });
    }
    index.set(type, members);
  }
  return members;
}

/** The set in which a member came; undefined for what has no set of its own. */
export function apiSetOf(type: string, member: string): ApiSet | undefined {
  return membersOf(type).get(member.toLowerCase());
}
