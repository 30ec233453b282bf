// Reads out of the package @types/office-js in which requirement set each member of an Excel type came. Knows only that file's layout.

/** Type → set version ('1.7', or 'ExcelApiOnline 1.1' for other sets) → members, alphabetically. */
export type ApiSets = Record<string, Record<string, string>>;

function isEarlier(a: string, b: string): boolean {
  const [aMajor = 0, aMinor = 0] = a.split('.').map(Number);
  const [bMajor = 0, bMinor = 0] = b.split('.').map(Number);
  return aMajor < bMajor || (aMajor === bMajor && aMinor < bMinor);
}

/** The requirement sets of the members of some Excel types, as the declarations state them; the earliest where overloads differ. */
export function apiSetsInTypes(declarations: string, types: readonly string[]): ApiSets {
  const from = declarations.indexOf('\ndeclare namespace Excel {');
  const space = declarations.slice(from, declarations.indexOf('\ndeclare namespace ', from + 10));
  const all: ApiSets = {};
  for (const type of [...types].sort()) {
    const start = space.search(new RegExp(`\\n    class ${type} extends `));
    if (start < 0) continue;
    const body = space.slice(start, space.indexOf('\n    }', start));
    const members = new Map<string, string>();
    for (const match of body.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*\n\s+(?:readonly )?([a-zA-Z]\w*)\s*[(:?]/g)) {
      const set = /\[Api set: (\w*) ?([\d.]*)/.exec(match[1] ?? '');
      const name = match[2] ?? '';
      if (!set) continue;
      const version = set[1] === 'ExcelApi' ? set[2] ?? '' : `${set[1]} ${set[2]}`.trim();
      const known = members.get(name);
      if (known === undefined || (!version.includes(' ') && (known.includes(' ') || isEarlier(version, known)))) members.set(name, version);
    }
    const byVersion: Record<string, string[]> = {};
    for (const [name, version] of members) (byVersion[version] ??= []).push(name);
    all[type] = Object.fromEntries(Object.entries(byVersion)
      .sort(([a], [b]) => (a.includes(' ') === b.includes(' ') ? (isEarlier(a, b) ? -1 : 1) : a.includes(' ') ? 1 : -1))
      .map(([version, names]) => [version, names.sort().join(' ')]));
  }
  return all;
}
