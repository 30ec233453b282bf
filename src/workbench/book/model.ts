// The vocabulary of a workbook as plain data. Knows nothing of Office.js, of files, of the screen, and of what a workbook is used for.

/** An Excel error value such as '#N/A'. */
export interface CellError { readonly error: string }

/** What a cell shows: the value of a constant or the last result of a formula. Dates are serial numbers, as in Excel. `null` is an empty cell. */
export type Scalar = string | number | boolean | CellError | null;

export type HorizontalAlignment = 'General' | 'Left' | 'Center' | 'Right' | 'Fill' | 'Justify' | 'CenterAcrossSelection' | 'Distributed';
export type VerticalAlignment = 'Top' | 'Center' | 'Bottom' | 'Justify' | 'Distributed';
export type BorderLine = 'None' | 'Continuous' | 'Dash' | 'DashDot' | 'DashDotDot' | 'Dot' | 'Double';
export type BorderWeight = 'Hairline' | 'Thin' | 'Medium' | 'Thick';
export interface BorderSide { readonly line: BorderLine; readonly weight: BorderWeight; readonly color: string }

/** One look of a cell. Values are immutable and interned: equal looks are the same object (see styles.ts). Colours are '#RRGGBB'. */
export interface CellStyle {
  readonly numberFormat: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: 'None' | 'Single' | 'Double' | 'SingleAccountant' | 'DoubleAccountant';
  readonly strikethrough: boolean;
  readonly fontColor: string;
  /** '' is no fill. */
  readonly fillColor: string;
  readonly horizontal: HorizontalAlignment;
  readonly vertical: VerticalAlignment;
  readonly wrap: boolean;
  readonly indent: number;
  readonly shrink: boolean;
  readonly rotation: number;
  readonly top?: BorderSide;
  readonly bottom?: BorderSide;
  readonly left?: BorderSide;
  readonly right?: BorderSide;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
}

/** A cell that holds something or looks like something. Cells that do neither do not exist. */
export interface Cell {
  value: Scalar;
  /** With the leading '='. Absent for constants. */
  formula?: string;
  /** A constant text that was typed with a leading apostrophe (or read so from a file). */
  quoted?: boolean;
  style?: CellStyle;
}

/** 0-based, inclusive at both ends. */
export interface Area { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }
export interface CellAt { readonly sheet: string; readonly row: number; readonly column: number }

export interface RowInfo { height?: number; /** true when Excel chooses the height from the content. */ auto?: boolean; hidden?: boolean; style?: CellStyle }
/** Width in characters of the default font, as .xlsx stores it (points and pixels are derived). */
export interface ColumnInfo { width?: number; hidden?: boolean; style?: CellStyle }

export type ComparisonOperator = 'between' | 'notBetween' | 'equal' | 'notEqual' | 'greaterThan' | 'lessThan' | 'greaterThanOrEqual' | 'lessThanOrEqual';

export interface Validation {
  areas: Area[];
  type: 'list' | 'whole' | 'decimal' | 'date' | 'time' | 'textLength' | 'custom';
  operator?: ComparisonOperator;
  formula1: string;
  formula2?: string;
  ignoreBlanks: boolean;
  inCellDropDown: boolean;
  prompt?: { title: string; message: string; show: boolean };
  alert?: { title: string; message: string; style: 'stop' | 'warning' | 'information'; show: boolean };
}

/** The differences that a rule makes to a cell's look. */
export interface RuleLook { fontColor?: string; bold?: boolean; italic?: boolean; underline?: boolean; strikethrough?: boolean; fillColor?: string; numberFormat?: string; borderColor?: string }

export interface ConditionalRule {
  id: string;
  areas: Area[];
  /** 0 is looked at first. */
  priority: number;
  stopIfTrue: boolean;
  rule:
    | { type: 'custom'; /** Without leading '=', relative to the first cell of the first area. */ formula: string }
    | { type: 'cellValue'; operator: ComparisonOperator; formula1: string; formula2?: string }
    | { type: 'containsText'; operator: 'contains' | 'notContains' | 'beginsWith' | 'endsWith'; text: string };
  look: RuleLook;
}

export interface TableColumn { name: string; /** The formula that new rows take, as Excel's calculated columns do. */ calculated?: string }
export interface Table {
  /** Excel's numeric id, as a string. */
  id: string;
  name: string;
  area: Area;
  columns: TableColumn[];
  hasHeader: boolean;
  hasTotals: boolean;
  style: string;
  bandedRows: boolean;
  bandedColumns: boolean;
  firstColumn: boolean;
  lastColumn: boolean;
  filterButton: boolean;
  /** Column index in the table → the texts that stay visible. */
  filters: Map<number, string[]>;
}

export interface Protection { /** Absent: no password. */ password?: string; options: Record<string, boolean | string> }

export interface PageSetup {
  orientation: 'portrait' | 'landscape';
  /** Office.js names: 'a4', 'a3', 'letter' … */
  paper?: string;
  /** Fit to so many pages; 0 or absent: as many as needed. */
  fit?: { wide?: number; tall?: number };
  scale?: number;
  /** In points. */
  margins: { top: number; bottom: number; left: number; right: number; header: number; footer: number };
  centerHorizontally: boolean;
  centerVertically: boolean;
  printArea?: string;
  titleRows?: string;
  titleColumns?: string;
  /** Manual page breaks: the rows and columns (0-based, in order) before which a new page begins. Absent: none. */
  rowBreaks?: readonly number[];
  columnBreaks?: readonly number[];
  printGridlines: boolean;
  printHeadings: boolean;
  blackAndWhite: boolean;
  header: { left: string; center: string; right: string };
  footer: { left: string; center: string; right: string };
}

export interface NamedItem { name: string; /** With leading '='. */ formula: string; comment: string; visible: boolean; /** Sheet id; absent: the whole workbook. */ scope?: string }

/** A chart, kept as the values that a chart is drawn from. */
export interface Chart { id: string; name: string; type: string; title?: string; /** A1 with sheet. */ source: string; seriesBy: string; left: number; top: number; width: number; height: number; series: { name: string; values: string; categories?: string; color?: string }[]; options: Record<string, string | number | boolean> }

export interface Sheet {
  /** Excel's id, '{0000…}'; survives renaming. */
  readonly id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  tabColor: string;
  /** Row index → column index → cell. */
  readonly cells: Map<number, Map<number, Cell>>;
  readonly rows: Map<number, RowInfo>;
  readonly columns: Map<number, ColumnInfo>;
  defaultRowHeight: number;
  defaultColumnWidth: number;
  merges: Area[];
  tables: Table[];
  validations: Validation[];
  rules: ConditionalRule[];
  /** Frozen rows and columns from the top left. */
  frozen: { rows: number; columns: number };
  page: PageSetup;
  protection?: Protection;
  showGridlines: boolean;
  showHeadings: boolean;
  zoom?: number;
  charts: Chart[];
  customProperties: Map<string, string>;
}

export interface Selection { sheetId: string; areas: Area[]; active: { row: number; column: number } }

/** Something that happened to the book, for the view and for add-in events. `origin` says whose doing it was. */
export type BookChange =
  | { kind: 'cells'; sheetId: string; area: Area; origin: Origin; details?: 'edited' | 'rowsInserted' | 'rowsDeleted' | 'columnsInserted' | 'columnsDeleted' }
  | { kind: 'calculated'; sheetId: string }
  | { kind: 'look'; sheetId: string }
  | { kind: 'structure'; sheetId: string }
  | { kind: 'sheets' }
  | { kind: 'names' }
  | { kind: 'selection'; origin: Origin }
  | { kind: 'activated'; sheetId: string; origin: Origin };
export type Origin = 'user' | 'addin' | 'file';
