// What is asked of a workbook, wherever it is: read it, change it in one go or not at all, show a place. Knows no Excel.
import type { Block, FillAt, FormatAt, LookAt, NameDrawing, RowDrawing, RuleDrawing, SheetDrawing, ValidationDrawing } from './drawing';
import type { RawTable } from '../core/rawTable';
import type { ReadCell } from './settingsSheet';

/** The cells of a sheet from A1 on, as values and as what stands in them; formulas begin with '='. */
export interface SheetCells {
  readonly name: string;
  readonly isProtected: boolean;
  readonly values: readonly (readonly ReadCell[])[];
  readonly tables: readonly TableAt[];
  /** The rules on the sheet that are ours, in the order in which they are asked (C3). */
  readonly ownRules: readonly OwnRule[];
  /** Excel's ids of the other rules on the sheet: those are never touched. */
  readonly otherRules: readonly string[];
  /** How many cells of each column hold a formula, in the body of each table. Column and table by 0-based column and name. */
  readonly formulaCounts: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

/** A rule of ours as it stands on a sheet; `address` may name several rectangles where rows were put in between. */
export interface OwnRule { readonly address: string; readonly formula: string; readonly look: RuleDrawing['look']; readonly stop: boolean }

/** A table on a sheet: its name and where it stands. Row and column are 0-based; rows count the header. */
export interface TableAt { readonly name: string; readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }

/** A workbook as the actions see it. */
export interface WorkbookReading {
  readonly sheets: readonly { readonly name: string; readonly isProtected: boolean }[];
  readonly names: readonly { readonly name: string; readonly formula: string }[];
  readonly tables: readonly { readonly name: string; readonly sheet: string }[];
  /** Whether sheets may not be added. */
  readonly structureProtected: boolean;
  /** Contents of the sheets that were asked for and exist. */
  readonly cells: ReadonlyMap<string, SheetCells>;
}

/** New contents for some cells of one column; `undefined` leaves a cell as it is. */
export interface ColumnEdit {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (Block['cells'][number][number] | undefined)[];
  /** Number formats of the cells that are given; `undefined` leaves one as it is. */
  readonly formats: readonly (string | undefined)[];
}

/** Rows put under a table, which grows by them. */
export interface RowsAdded {
  readonly sheet: string;
  readonly table: string;
  readonly count: number;
  /** Columns of the table. */
  readonly width: number;
  /** 0-based row on the sheet of the first new row. */
  readonly row: number;
  readonly formats: readonly FormatAt[];
  readonly blocks: readonly Block[];
  readonly fills: readonly FillAt[];
  readonly looks: readonly LookAt[];
  readonly validations: readonly ValidationDrawing[];
  readonly rows: readonly RowDrawing[];
}

/**
 * All that one action changes in a workbook. Sheets that are edited or grow are named as they are called before the change;
 * `newSheets`, `opensOn` and all formulas name them as they are called after it.
 */
export interface WorkbookChange {
  /** Sheets that get another name, before new ones are added: a new sheet may take a name that became free (B4). `from` is the name before the change. */
  readonly sheetsRenamed: readonly { readonly from: string; readonly to: string }[];
  readonly newSheets: readonly SheetDrawing[];
  /** Named items that are added, or that are given another formula. */
  readonly names: readonly NameDrawing[];
  readonly edits: readonly ColumnEdit[];
  readonly rowsAdded: readonly RowsAdded[];
  /** Formulas filled down again where people wrote over them. */
  readonly refills: readonly { readonly sheet: string; readonly fills: readonly FillAt[] }[];
  /** Sheets whose own rules are replaced by these; other rules stay (C3). */
  readonly rules: readonly { readonly sheet: string; readonly rules: readonly RuleDrawing[] }[];
  /** The sheet to show when all is written; undefined leaves the person where they are. */
  readonly opensOn: string | undefined;
  /** What the change was planned on: if these cells read otherwise now, nothing is written. */
  readonly plannedOn: readonly SheetCells[];
}

/** How far an action is: of how many requests how many are answered. */
export type Progress = (done: number, of: number) => void;

/** How a change ended. */
export type ChangeOutcome = { readonly kind: 'written' } | { readonly kind: 'changedMeanwhile'; readonly sheet: string };

/** A workbook that holds a ledger or will. Methods throw ExcelFault where the host refuses. */
export interface LedgerWorkbook {
  /** Reads what the workbook holds; contents only of the sheets named. */
  read(sheets: readonly string[]): Promise<WorkbookReading>;
  /** Writes all of the change, or puts the workbook back as it was and throws (X1). */
  change(change: WorkbookChange, onProgress: Progress): Promise<ChangeOutcome>;
  /** Shows a cell to the person. */
  show(sheet: string, cell: string): Promise<void>;
  /** Shows only the rows of a table that have one of these texts in a column, or all of them again. */
  filter(table: string, columnTitle: string, texts: readonly string[] | undefined): Promise<void>;
  /** The first selected cell, 0-based; undefined when no cell is selected. */
  selection(): Promise<{ readonly sheet: string; readonly row: number; readonly column: number } | undefined>;
  /** The values of some rows of a sheet, from its first column on. */
  readRows(sheet: string, fromRow: number, rows: number, columns: number): Promise<readonly (readonly ReadCell[])[]>;
  /** The number formats of some cells of one column, from a 0-based row on. */
  columnFormats(sheet: string, row: number, rows: number, column: number): Promise<readonly string[]>;
  /** A sheet, or the selected cells, as a table whose columns nobody knows yet (I1); undefined where nothing stands there. */
  readTable(area: TableArea): Promise<RawTable | undefined>;
}

/** What of the open workbook is read as a table. */
export type TableArea = { readonly kind: 'sheet'; readonly sheet: string } | { readonly kind: 'selection' };

/** A change that changes nothing, to begin one from. */
export const noChange: WorkbookChange = { sheetsRenamed: [], newSheets: [], names: [], edits: [], rowsAdded: [], refills: [], rules: [], opensOn: undefined, plannedOn: [] };
