// Reads the cells of the sheet 任务台账 back: which columns stand where, which row is which task, what people added. Judges nothing.
import type { HelperColumn, LedgerColumn } from '../core/task';
import { helperColumns, ledgerColumns } from '../core/task';
import type { ReadCell } from './settingsSheet';
import { helperTitles, ledgerTitles } from './titles';

/** A row of the ledger as it stands on the sheet. Empty cells are ''. */
export interface LedgerRow {
  /** 0-based row on the sheet. */
  readonly row: number;
  readonly cells: Readonly<Record<LedgerColumn, ReadCell>>;
  /** 落实情况 of the last reported period, bare, from the hidden column (F2). */
  readonly previous: string;
  /** 0-based column of 编号. */
  readonly idColumn: number;
}

/** The ledger as read. */
export interface LedgerReading {
  /** 0-based column on the sheet of each column of the ledger: people may have moved or added columns. */
  readonly columns: Readonly<Record<LedgerColumn | HelperColumn, number>>;
  readonly rows: readonly LedgerRow[];
  /** Rows of the table without its header. */
  readonly bodyRows: number;
  /** Titles of columns that the add-in does not know; they are kept. */
  readonly otherColumns: readonly string[];
  /** 0-based first row under the table. */
  readonly nextRow: number;
  /** Leftmost column and width of the table. */
  readonly left: number;
  readonly width: number;
}

/** Where a table stands. Row and column are 0-based; rows count the header. */
export interface TablePlace { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }

const allColumns = [...ledgerColumns, ...helperColumns] as const;
const titles: Readonly<Record<LedgerColumn | HelperColumn, string>> = { ...ledgerTitles, ...helperTitles };

/** The titles of the ledger that a table's header lacks (L2). */
export function missingColumns(cells: readonly (readonly ReadCell[])[], table: TablePlace): readonly string[] {
  const head = headOf(cells, table);
  return allColumns.map((column) => titles[column]).filter((title) => !head.includes(title));
}

function headOf(cells: readonly (readonly ReadCell[])[], table: TablePlace): readonly string[] {
  return Array.from({ length: table.columns }, (_, index) => String(cells[table.row]?.[table.column + index] ?? '').trim());
}

/** Reads the ledger's table. The header must have every title (missingColumns). */
export function readLedger(cells: readonly (readonly ReadCell[])[], table: TablePlace): LedgerReading {
  const head = headOf(cells, table);
  const columns = Object.fromEntries(allColumns.map((column) => [column, table.column + head.indexOf(titles[column])])) as Record<LedgerColumn | HelperColumn, number>;
  const rows: LedgerRow[] = [];
  for (let row = table.row + 1; row < table.row + table.rows; row += 1) {
    const line = cells[row] ?? [];
    rows.push({ row, cells: Object.fromEntries(ledgerColumns.map((column) => [column, line[columns[column]] ?? ''])) as Record<LedgerColumn, ReadCell>, previous: String(line[columns.previous] ?? ''), idColumn: columns.id });
  }
  const known = new Set<string>(Object.values(titles));
  return { columns, rows, bodyRows: table.rows - 1, otherColumns: head.filter((title) => !known.has(title)), nextRow: table.row + table.rows, left: table.column, width: table.columns };
}
