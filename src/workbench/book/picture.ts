// A book as deep plain data, for comparing "as it was before". Knows every field; leaves out nothing that a person could see.
import type { BookState } from './bookState';
import type { Cell, CellStyle, Sheet } from './model';

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
  throw new Error(`a book holds a ${typeof value}`);
}

interface CellPicture { value?: Plain; formula?: string; quoted?: true; style?: CellStyle }

/** What a cell shows; styles are interned, so the same look is the same object and costs nothing. */
function cellPicture(cell: Cell): CellPicture | undefined {
  if (cell.value === null && cell.formula === undefined && cell.style === undefined) return undefined;
  const picture: CellPicture = {};
  if (cell.value !== null) picture.value = typeof cell.value === 'object' ? { ...cell.value } : cell.value;
  if (cell.formula !== undefined) picture.formula = cell.formula;
  if (cell.quoted) picture.quoted = true;
  if (cell.style !== undefined) picture.style = cell.style;
  return picture;
}

function cellsPicture(sheet: Sheet): Record<number, Record<number, CellPicture>> {
  // Whole numbers as keys come in order by themselves.
  const rows: Record<number, Record<number, CellPicture>> = {};
  for (const [row, cells] of sheet.cells) {
    const line: Record<number, CellPicture> = {};
    let isFilled = false;
    for (const [column, cell] of cells) {
      const picture = cellPicture(cell);
      if (!picture) continue;
      line[column] = picture;
      isFilled = true;
    }
    if (isFilled) rows[row] = line;
  }
  return rows;
}

/** Rows or columns that differ from new ones. */
function notable<T extends object>(info: ReadonlyMap<number, T>): Map<number, T> {
  return new Map([...info].filter(([, each]) => Object.values(each).some((value) => value !== undefined && value !== false)));
}

/** Everything in the book, in an order that does not depend on how it came to be. */
export function pictureOf(state: BookState): unknown {
  return {
    name: state.name, date1904: state.date1904, activeSheetId: state.activeSheetId, selection: plain(state.selection),
    properties: plain(state.properties),
    names: plain([...state.names].sort((a, b) => (`${a.scope ?? ''}!${a.name}` < `${b.scope ?? ''}!${b.name}` ? -1 : 1))),
    sheets: state.sheets.map((sheet) => {
      const { cells: _cells, ...rest } = sheet;
      return { ...(plain({ ...rest, rows: notable(sheet.rows), columns: notable(sheet.columns) }) as object), cells: cellsPicture(sheet) };
    }),
  };
}
