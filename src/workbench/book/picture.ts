// A book as deep plain data, for comparing "as it was before". Knows every field; leaves out nothing that a person could see.
import type { BookState } from './bookState';

type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

function plain(value: unknown): Plain {
  if (value === null || value === undefined) return null;
  if (value instanceof Map) return Object.fromEntries([...value].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([key, each]) => [String(key), plain(each)]));
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, plain(each)]));
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return String(value);
}

/** Everything in the book, in an order that does not depend on how it came to be. */
export function pictureOf(state: BookState): unknown {
  return {
    name: state.name, date1904: state.date1904, activeSheetId: state.activeSheetId, selection: plain(state.selection),
    properties: plain(state.properties),
    names: plain([...state.names].sort((a, b) => (`${a.scope ?? ''}!${a.name}` < `${b.scope ?? ''}!${b.name}` ? -1 : 1))),
    sheets: state.sheets.map((sheet) => {
      const { cells, ...rest } = sheet;
      // Cells that hold nothing and look like any other are no difference.
      const filled = new Map([...cells].map(([row, line]) => [row, new Map([...line].filter(([, cell]) => cell.value !== null || cell.formula !== undefined || cell.style !== undefined))] as const).filter(([, line]) => line.size > 0));
      const rows = new Map([...sheet.rows].filter(([, info]) => Object.values(info).some((each) => each !== undefined && each !== false)));
      const columns = new Map([...sheet.columns].filter(([, info]) => Object.values(info).some((each) => each !== undefined && each !== false)));
      return { ...(plain({ ...rest, rows, columns }) as object), cells: plain(filled) };
    }),
  };
}
