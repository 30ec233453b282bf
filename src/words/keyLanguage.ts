// The test language: each word is its own key, so that whatever else is on a screen did not come from this room.

const shown = new WeakMap<object, object>();

/** The same table with ⟦key⟧ for every sentence; functions say their key whatever they are given. A table is always turned into the same one. */
export function asKeys<T extends object>(table: T): T {
  const known = shown.get(table) as T | undefined;
  if (known !== undefined) return known;
  const keys = showKeys(table, '');
  shown.set(table, keys);
  return keys;
}

function showKeys<T extends object>(table: T, path: string): T {
  const entries = Object.entries(table).map(([key, value]: [string, unknown]) => [key, keyOf(value, path === '' ? key : `${path}.${key}`)] as const);
  const turned: unknown = Array.isArray(table) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
  return turned as T;
}

function keyOf(value: unknown, path: string): unknown {
  const key = `⟦${path}⟧`;
  if (typeof value === 'string') return key;
  if (typeof value === 'function') return () => key;
  return typeof value === 'object' && value !== null ? showKeys(value, path) : value;
}
