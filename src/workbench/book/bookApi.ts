// What the rooms of the workbench may ask of a book. The class Book in book.ts does it; host, view, calc and xlsx see only this.
import type {
  Area, BookChange, Cell, CellAt, CellStyle, Chart, ConditionalRule, NamedItem, Origin, PageSetup, Protection, Scalar, Selection, Sheet, Table, Validation,
} from './model';
import type { LookChange } from './styles';

/** What a person typed was not taken, or was questioned: an Excel alert with its own words. */
export type EntryResult =
  | { taken: true; warning?: { title: string; message: string } }
  | { taken: false; because: 'protected' | 'validation' | 'formula' | 'merged'; title: string; message: string };

export interface DocumentProperties {
  title: string; subject: string; author: string; keywords: string; comments: string; lastAuthor: string; company: string; manager: string; category: string;
  created?: Date; modified?: Date;
  custom: Map<string, string | number | boolean | Date>;
}

export interface BookApi {
  readonly sheets: readonly Sheet[];
  readonly names: readonly NamedItem[];
  readonly properties: DocumentProperties;
  date1904: boolean;
  /** The day of the book's clock, a serial of the 1900 system. */
  readonly today: number;
  /** File name on the title bar, e.g. 工作簿1.xlsx. */
  name: string;
  readonly selection: Selection;
  readonly activeSheetId: string;

  sheetById(id: string): Sheet | undefined;
  sheetByName(name: string): Sheet | undefined;
  addSheet(name?: string, position?: number): Sheet;
  deleteSheet(id: string): void;
  renameSheet(id: string, name: string): void;
  moveSheet(id: string, position: number): void;
  setVisibility(id: string, visibility: Sheet['visibility']): void;
  activate(id: string, origin: Origin): void;
  select(selection: Selection, origin: Origin): void;

  cellAt(sheetId: string, row: number, column: number): Cell | undefined;
  styleAt(sheetId: string, row: number, column: number): CellStyle;
  /** Value as Excel would show it, through its number format. */
  textAt(sheetId: string, row: number, column: number): string;
  /** The smallest area holding every cell with a value (or also a look). */
  usedArea(sheetId: string, valuesOnly: boolean): Area | undefined;

  /** As if typed into the cell by a person: parsed as typed, checked against protection and validation, tables grow as Excel grows them. */
  enter(sheetId: string, row: number, column: number, typed: string): EntryResult;
  /** As an add-in writes: parsed as typed; `null` entries are left alone. Throws HostFault such as AccessDenied. */
  writeInputs(sheetId: string, area: Area, inputs: readonly (readonly (string | number | boolean | null)[])[], origin: Origin): void;
  restyle(sheetId: string, area: Area, change: LookChange): void;
  clear(sheetId: string, area: Area, what: 'All' | 'Contents' | 'Formats', origin?: Origin): void;
  insertCells(sheetId: string, area: Area, shift: 'Down' | 'Right', origin: Origin): void;
  deleteCells(sheetId: string, area: Area, shift: 'Up' | 'Left', origin: Origin): void;
  merge(sheetId: string, area: Area, across: boolean): void;
  unmerge(sheetId: string, area: Area): void;
  sortRows(sheetId: string, area: Area, keys: readonly { column: number; ascending: boolean }[], origin: Origin): void;

  setRow(sheetId: string, row: number, info: { height?: number; auto?: boolean; hidden?: boolean }): void;
  setColumn(sheetId: string, column: number, info: { width?: number; hidden?: boolean }): void;
  autofitRows(sheetId: string, area: Area): void;
  autofitColumns(sheetId: string, area: Area): void;
  setSheetLook(sheetId: string, change: { tabColor?: string; showGridlines?: boolean; showHeadings?: boolean; defaultColumnWidth?: number; defaultRowHeight?: number; zoom?: number }): void;
  setFrozen(sheetId: string, rows: number, columns: number): void;
  setPage(sheetId: string, change: Partial<PageSetup>): void;
  protect(sheetId: string, protection: Protection | undefined): void;

  addTable(sheetId: string, area: Area, hasHeader: boolean, name?: string): Table;
  tableByName(name: string): { sheet: Sheet; table: Table } | undefined;
  renameTable(id: string, name: string): void;
  resizeTable(id: string, area: Area): void;
  deleteTable(id: string, keepCells: boolean): void;
  addTableRows(id: string, at: number | undefined, inputs: readonly (readonly (string | number | boolean | null)[])[], origin: Origin): void;
  deleteTableRow(id: string, index: number, origin: Origin): void;
  setTableLook(id: string, change: Partial<Pick<Table, 'style' | 'bandedRows' | 'bandedColumns' | 'firstColumn' | 'lastColumn' | 'filterButton'>>): void;
  /** Applies the filters of a table again, after its values changed. */
  reapplyFilters(id: string): void;
  filterTable(id: string, column: number, shown: readonly string[] | undefined): void;

  addName(name: string, formula: string, scope?: string): NamedItem;
  changeName(name: string, scope: string | undefined, change: { formula?: string; comment?: string; visible?: boolean }): void;
  deleteName(name: string, scope?: string): void;

  setValidation(sheetId: string, areas: readonly Area[], validation: Omit<Validation, 'areas'> | undefined): void;
  validationAt(sheetId: string, row: number, column: number): Validation | undefined;
  /** Whether a cell obeys its validation; without one it does. */
  isValid(sheetId: string, row: number, column: number): boolean;
  /** The texts that a list validation offers at this cell. */
  listAt(sheetId: string, row: number, column: number): readonly string[] | undefined;
  addRule(sheetId: string, rule: Omit<ConditionalRule, 'id' | 'priority'>): ConditionalRule;
  changeRule(sheetId: string, ruleId: string, change: Partial<ConditionalRule>): void;
  deleteRule(sheetId: string, ruleId: string): void;
  /** Takes the rules off an area; they stay on what is left of theirs. */
  clearRules(sheetId: string, area: Area): void;
  /** The cell's look after its conditional rules. */
  shownStyleAt(sheetId: string, row: number, column: number): CellStyle;

  addChart(sheetId: string, chart: Omit<Chart, 'id'>): Chart;
  changeChart(sheetId: string, chartId: string, change: Partial<Chart>): void;
  deleteChart(sheetId: string, chartId: string): void;

  /** The value of a formula as if it stood in a cell. */
  evaluate(formula: string, at: CellAt): Scalar;
  setProperties(change: Partial<Omit<DocumentProperties, 'custom'>>): void;
  /** A custom property of the document; undefined takes it away. */
  setDocumentProperty(key: string, value: string | number | boolean | Date | undefined): void;
  /** A custom property of a sheet; undefined takes it away. */
  setCustomProperty(sheetId: string, key: string, value: string | undefined): void;
  /** A formula as it reads when filled from one cell to another. */
  filled(formula: string, from: CellAt, to: CellAt): string;
  /** Replaces everything by what a file held; the book takes the objects over. Tells listeners of new sheets. */
  replaceWith(contents: BookContents): void;
  /** Brings formula results up to date now, also inside `together`. Costs nothing when nothing is due. */
  settle(): void;
  /** Calculates every formula again, e.g. because the day changed. */
  recalculate(): void;
  /** Runs `work` with one recalculation and one round of notices at its end. Returns what work returns. */
  together<T>(work: () => T): T;
  /** Tells of every change from now on. Returns the way to stop. */
  onChange(listener: (change: BookChange) => void): () => void;
  /** Tells at once when cells move because others were inserted or deleted: where each area of the sheet is afterwards, undefined when it is gone. */
  onMove(listener: (sheetId: string, where: (area: Area) => Area | undefined) => void): () => void;
  /** A deep, comparable picture of everything in the book, for tests ("as it was before"). */
  picture(): unknown;
}

/** What a file holds, ready to become a book. Formula results that the file has may stand in the cells; they are computed again. Ids of sheets and tables may be ''. */
export interface BookContents { name: string; sheets: Sheet[]; names: NamedItem[]; properties: DocumentProperties; date1904: boolean; activeSheet?: string }

/** The one seam to formulas. Reads the book, never writes it: results come back to the caller. */
export interface Calc {
  /** Forgets everything and reads the whole book. Returns every formula cell's result. */
  load(book: BookApi): CalcResult[];
  /** Something was written: these areas' inputs changed. Returns the formula cells whose result may have changed. */
  changed(book: BookApi, areas: readonly { sheetId: string; area: Area }[]): CalcResult[];
  /** Evaluates a formula as if it stood in a cell; `from` is the cell for which it was written (relative references move by the difference). */
  evaluate(book: BookApi, formula: string, at: CellAt, from?: CellAt): Scalar;
  /** The formula after cells moved, e.g. by inserted rows; references into deleted cells become #REF!. */
  moved(formula: string, on: { sheetName: string }, move: CellMove): string;
  /** The formula as it reads when filled from one cell to another. */
  filled(formula: string, from: CellAt, to: CellAt): string;
  /** The formula after a sheet, a table or a table column was renamed. */
  renamed(formula: string, what: { kind: 'sheet' | 'table' | 'name'; from: string; to: string } | { kind: 'column'; table: string; from: string; to: string }): string;
  /** What is wrong with a formula that cannot be entered; undefined when it can. */
  faultOf(formula: string): string | undefined;
}
export interface CalcResult { sheetId: string; row: number; column: number; value: Scalar }
export interface CellMove { kind: 'insertRows' | 'deleteRows' | 'insertColumns' | 'deleteColumns'; sheetName: string; at: number; count: number; /** Only the cells in these columns (when rows move) or rows (when columns move) take part; absent: the whole rows or columns. Inclusive. */ within?: { readonly first: number; readonly last: number } }
/** What the day and time are, for TODAY and NOW. */
export interface Clock { today(): number }
