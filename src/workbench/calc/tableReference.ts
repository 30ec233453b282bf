// Which cells a structured reference means, e.g. 任务台账[@完成时限]. Knows tables and their columns, no values.
import type { Sheet, Table } from '../book/model';
import type { CalcBook } from './environment';
import type { TableNode } from './formula';
import { AreaRef, REF_ERROR, VALUE_ERROR } from './value';
import type { CellError } from '../book/model';

/** The table that a structured reference names, or the one around the formula's cell. */
export function tableOf(node: TableNode, book: CalcBook, sheetId: string, row: number, column: number): { sheet: Sheet; table: Table } | undefined {
  if (node.table !== '') return book.tableByName(node.table);
  const sheet = book.sheetById(sheetId);
  const table = sheet?.tables.find(({ area }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right);
  return sheet && table ? { sheet, table } : undefined;
}

/** The cells of a structured reference for a formula at row and column; #REF! without such a table, column or row kind, #VALUE! for [#This Row] outside the table's rows. */
export function tableArea(node: TableNode, book: CalcBook, sheetId: string, row: number, column: number): AreaRef | CellError {
  const found = tableOf(node, book, sheetId, row, column);
  if (!found) return REF_ERROR;
  const { sheet, table } = found;
  const first = node.columns.length === 0 ? 0 : columnIndex(table, node.columns[0] ?? '');
  const last = node.columns.length === 0 ? table.columns.length - 1 : columnIndex(table, node.columns.at(-1) ?? '');
  if (first < 0 || last < 0) return REF_ERROR;
  const rows = rowsOf(node, table, sheet.id === sheetId ? row : -1);
  if ('error' in rows) return rows;
  return new AreaRef(sheet.id, rows.top, table.area.left + Math.min(first, last), rows.bottom, table.area.left + Math.max(first, last));
}

const columnIndexes = new WeakMap<Table['columns'], Map<string, number>>();

function columnIndex(table: Table, name: string): number {
  const folded = name.toUpperCase();
  const at = columnIndexes.get(table.columns)?.get(folded) ?? -1;
  // Columns are renamed in place, so what was found is checked against what stands there.
  if (at >= 0 && table.columns[at]?.name.toUpperCase() === folded) return at;
  const fresh = new Map(table.columns.map((each, index) => [each.name.toUpperCase(), index] as const));
  columnIndexes.set(table.columns, fresh);
  return fresh.get(folded) ?? -1;
}

function rowsOf(node: TableNode, table: Table, row: number): { top: number; bottom: number } | CellError {
  const { area } = table;
  const dataTop = area.top + (table.hasHeader ? 1 : 0);
  const dataBottom = area.bottom - (table.hasTotals ? 1 : 0);
  if (node.sections.includes('this row')) return row >= dataTop && row <= dataBottom ? { top: row, bottom: row } : VALUE_ERROR;
  if (node.sections.includes('all')) return { top: area.top, bottom: area.bottom };
  const headers = node.sections.includes('headers');
  const totals = node.sections.includes('totals');
  const data = node.sections.includes('data') || node.sections.length === 0;
  if ((headers && !table.hasHeader && !data && !totals) || (totals && !table.hasTotals && !data && !headers)) return REF_ERROR;
  return {
    top: headers ? area.top : data ? dataTop : area.bottom,
    bottom: totals ? area.bottom : data ? dataBottom : area.top,
  };
}
