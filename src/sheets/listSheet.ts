// A sheet that holds one list as a table: a title, a line that explains it, heads, rows. Drawing, adding and finding columns; knows nothing of what is listed.
import type { CellContent, FormatAt, LookAt, SheetDrawing } from './drawing';
import { bodyLook, headerLook, landscapeMargins, noteLook, titleLook } from './looks';
import type { ReadCell } from './settingsSheet';
import { footers } from './titles';
import type { RowsAdded, SheetCells, TableAt } from './workbook';

/** A column of a list: its key, its title, its width in points, and whether it is text, a day or a number. */
export interface ListColumn<Key extends string> { readonly key: Key; readonly title: string; readonly width: number; readonly holds: 'text' | 'day' | 'number'; readonly hidden?: boolean }

/** A list: the sheet, its table of the same name, its columns. */
export interface ListSheet<Key extends string> {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly ListColumn<Key>[];
  readonly visibility?: 'hidden' | 'veryHidden';
  /** In points; 'auto' grows with the text. */
  readonly rowHeight: number | 'auto';
}

export type ListRow<Key extends string> = Readonly<Record<Key, CellContent>>;

/** 0-based row of the heads. */
export const listHeadRow = 2;

const formatOf = { text: '@', day: 'yyyy-mm-dd', number: '0' } as const;

function formats<Key extends string>({ columns }: ListSheet<Key>, row: number, rows: number): readonly FormatAt[] {
  return columns.map(({ holds }, index) => ({ at: { row, column: index, rows, columns: 1 }, format: formatOf[holds] }));
}

function looks<Key extends string>({ columns, rowHeight }: ListSheet<Key>, row: number, rows: number): readonly LookAt[] {
  return [{ at: { row, column: 0, rows, columns: columns.length }, look: { ...bodyLook, ...(rowHeight === 'auto' ? {} : { wrap: false }), vertical: 'top' } }];
}

function cellsOf<Key extends string>({ columns }: ListSheet<Key>, row: ListRow<Key>): readonly CellContent[] {
  return columns.map(({ key }) => (row[key] === '' ? null : row[key]));
}

/** Draws the sheet with its first rows. */
export function drawList<Key extends string>(list: ListSheet<Key>, listed: readonly ListRow<Key>[]): SheetDrawing {
  const width = list.columns.length;
  const first = listHeadRow + 1;
  const rows = Math.max(listed.length, 1);
  return {
    name: list.name, tabColor: '#7F7F7F', ...(list.visibility === undefined ? {} : { visibility: list.visibility }),
    formats: [{ at: { row: 0, column: 0, rows: first, columns: width }, format: '@' }, ...formats(list, first, rows)],
    blocks: [
      { row: 0, column: 0, cells: [[list.title]] }, { row: 1, column: 0, cells: [[list.note]] },
      { row: listHeadRow, column: 0, cells: [list.columns.map(({ title }) => title), ...listed.map((row) => cellsOf(list, row))] },
    ],
    fills: [],
    looks: [
      { at: { row: 0, column: 0, rows: 1, columns: 1 }, look: { ...titleLook, horizontal: 'left' } }, { at: { row: 1, column: 0, rows: 1, columns: 1 }, look: noteLook },
      { at: { row: listHeadRow, column: 0, rows: 1, columns: width }, look: headerLook }, ...looks(list, first, rows),
    ],
    rules: [],
    columns: list.columns.map(({ width: points, hidden }, column) => ({ column, width: points, ...(hidden === true ? { hidden } : {}) })),
    rows: [{ row: 0, rows: 1, height: 30 }, { row: 1, rows: 1, height: 20 }, { row: listHeadRow, rows: 1, height: 24 }, { row: first, rows, height: list.rowHeight }],
    table: { name: list.name, at: { row: listHeadRow, column: 0, rows: rows + 1, columns: width }, style: 'TableStyleLight1', bandedRows: false },
    validations: [],
    frozen: { rows: first, columns: 0 },
    page: {
      orientation: 'landscape', margins: landscapeMargins, area: { row: 0, column: 0, rows: 1_048_576, columns: width },
      titleRows: { from: listHeadRow, to: listHeadRow }, footer: { left: '', center: footers.page, right: '' },
    },
  };
}

/** Further rows, under the others. */
export function listRowsAdded<Key extends string>(list: ListSheet<Key>, listed: readonly ListRow<Key>[], table: TableAt): RowsAdded {
  const row = table.row + table.rows;
  const rows = listed.length;
  return {
    sheet: list.name, table: list.name, count: rows, width: list.columns.length, row,
    formats: formats(list, row, rows), blocks: [{ row, column: 0, cells: listed.map((each) => cellsOf(list, each)) }], fills: [],
    looks: looks(list, row, rows), validations: [], rows: [{ row, rows, height: list.rowHeight }],
  };
}

/** A row of a list as read: its 0-based row on the sheet, and its cells by column. */
export interface ReadRow<Key extends string> { readonly row: number; readonly at: (column: Key) => ReadCell; readonly text: (column: Key) => string }

/** A list as read: where its columns stand on the sheet, and its rows without blank ones. */
export interface ListReading<Key extends string> { readonly table: TableAt; readonly places: ReadonlyMap<Key, number>; readonly rows: readonly ReadRow<Key>[] }

/** Reads a list by its titles. Nothing where the sheet is not this list: no table of its name, or titles that are missing, which are named. */
export function readList<Key extends string>(list: ListSheet<Key>, cells: SheetCells | undefined): ListReading<Key> | { readonly missing: readonly string[] } {
  const table = cells?.tables.find(({ name }) => name === list.name);
  if (cells === undefined || table === undefined) return { missing: list.columns.map(({ title }) => title) };
  const head = Array.from({ length: table.columns }, (_, at) => String(cells.values[table.row]?.[table.column + at] ?? '').trim());
  const places = new Map<Key, number>();
  for (const { key, title } of list.columns) if (head.includes(title)) places.set(key, table.column + head.indexOf(title));
  const missing = list.columns.filter(({ key }) => !places.has(key)).map(({ title }) => title);
  if (missing.length > 0) return { missing };
  const rows: ReadRow<Key>[] = [];
  for (let row = table.row + 1; row < table.row + table.rows; row += 1) {
    const line = cells.values[row] ?? [];
    const at = (column: Key): ReadCell => line[places.get(column) ?? -1] ?? '';
    if (list.columns.some(({ key }) => String(at(key)).trim() !== '')) rows.push({ row, at, text: (column) => String(at(column)) });
  }
  return { table, places, rows };
}
