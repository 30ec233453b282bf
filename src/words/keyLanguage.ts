// The test language: each word is its own key, so that whatever else is on a screen did not come from here.

/** The same table with ⟦key⟧ for every sentence; functions say their key whatever they are given. */
export function showKeys<T extends object>(table: T, path = ''): T {
  const entries = Object.entries(table).map(([key, value]) => [key, keyOf(value, path === '' ? key : `${path}.${key}`)] as const);
  const shown: unknown = Array.isArray(table) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
  return shown as T;
}

function keyOf(value: unknown, path: string): unknown {
  const shown = `⟦${path}⟧`;
  if (typeof value === 'string') return shown;
  if (typeof value === 'function') return () => shown;
  return typeof value === 'object' && value !== null ? showKeys(value, path) : value;
}
