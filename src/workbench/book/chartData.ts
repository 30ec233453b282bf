// The numbers and words that a chart is drawn from, read out of the cells to which it points. Knows no drawing.
import { intersection, parseAddress, splitAddress } from './area';
import type { BookApi } from './bookApi';
import type { Area, Chart, Sheet } from './model';

export interface ChartSeriesData { readonly name: string; readonly color?: string; /** null where a cell is empty. */ readonly values: readonly (number | null)[] }
export interface ChartData { readonly categories: readonly string[]; readonly series: readonly ChartSeriesData[] }

type Cells = Pick<BookApi, 'sheetByName' | 'cellAt' | 'textAt' | 'usedArea'>;

/** What a chart shows now. Hidden rows and columns are left out, as Excel leaves them out unless told otherwise. */
export function chartData(book: Cells, chart: Pick<Chart, 'series'>): ChartData {
  const series = chart.series.map(({ name, values, color }) => ({
    name, ...(color === undefined ? {} : { color }), values: placesOf(book, values).map(({ sheet, row, column }) => numberAt(book, sheet, row, column)),
  }));
  const labelled = chart.series.find((each) => each.categories !== undefined)?.categories;
  const words = labelled === undefined ? [] : placesOf(book, labelled).map(({ sheet, row, column }) => book.textAt(sheet.id, row, column));
  const count = Math.max(words.length, 0, ...series.map((each) => each.values.length));
  return { categories: Array.from({ length: count }, (_, index) => words[index] ?? String(index + 1)), series };
}

interface Place { readonly sheet: Sheet; readonly row: number; readonly column: number }

function placesOf(book: Cells, address: string): Place[] {
  return address === '' ? [] : splitAddresses(address).flatMap((part) => {
    const { sheet: name, rest } = splitAddress(part);
    const sheet = name === undefined ? undefined : book.sheetByName(name);
    const area = parseAddress(rest);
    return sheet && area ? shownPlaces(sheet, onlyUsed(book, sheet, area)) : [];
  });
}

/** A series may stand in several blocks, (甲!A1,甲!C1); a comma may also stand in the name of a sheet. */
function splitAddresses(address: string): string[] {
  return address.replace(/^\(|\)$/g, '').match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
}

/** Of whole rows or columns only what is used is drawn. */
function onlyUsed(book: Cells, sheet: Sheet, area: Area): Area | undefined {
  if (area.bottom - area.top < 10_000 && area.right - area.left < 10_000) return area;
  const used = book.usedArea(sheet.id, true);
  return used && intersection(area, used);
}

function shownPlaces(sheet: Sheet, area: Area | undefined): Place[] {
  const places: Place[] = [];
  if (!area) return places;
  for (let row = area.top; row <= area.bottom; row++) {
    if (sheet.rows.get(row)?.hidden) continue;
    for (let column = area.left; column <= area.right; column++) if (!sheet.columns.get(column)?.hidden) places.push({ sheet, row, column });
  }
  return places;
}

/** Excel draws words and errors as nought or not at all; an empty cell is a gap. */
function numberAt(book: Cells, sheet: Sheet, row: number, column: number): number | null {
  const value = book.cellAt(sheet.id, row, column)?.value ?? null;
  if (value === null) return null;
  return typeof value === 'number' ? value : typeof value === 'object' ? null : 0;
}
