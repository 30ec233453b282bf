// The filters of tables: which rows are shown for the texts that a person chose.
import type { BookState } from './bookState';
import { invalid } from './hostFault';
import type { Sheet, Table } from './model';
import { checkAllowed } from './protection';
import { shownText } from './shownText';
import { dataArea, tableOf } from './tables';

/** Shows only the rows whose text in a column is among those given; without texts the column shows all. */
export function filterTable(state: BookState, id: string, column: number, shown: readonly string[] | undefined): void {
  const { sheet, table } = tableOf(state, id);
  if (!Number.isInteger(column) || column < 0 || column >= table.columns.length) throw invalid(`the table has no column ${column}`);
  checkAllowed(sheet, 'allowAutoFilter');
  if (shown === undefined) table.filters.delete(column);
  else table.filters.set(column, [...shown]);
  applyFilters(state, sheet, table);
}

/** Applies the filters of a table again, after its values changed. */
export function reapplyFilters(state: BookState, id: string): void {
  const { sheet, table } = tableOf(state, id);
  applyFilters(state, sheet, table);
}

function applyFilters(state: BookState, sheet: Sheet, table: Table): void {
  state.settle();
  const data = dataArea(table);
  const filters = [...table.filters].map(([index, texts]) => ({ column: data.left + index, texts: new Set(texts) }));
  for (let row = data.top; row <= data.bottom; row++) {
    const hidden = filters.some(({ column, texts }) => !texts.has(shownText(state, sheet, row, column)));
    if (hidden || sheet.rows.get(row)?.hidden) sheet.rows.set(row, { ...sheet.rows.get(row), hidden });
  }
  state.notice({ kind: 'structure', sheetId: sheet.id });
}
