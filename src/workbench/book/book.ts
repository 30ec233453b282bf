// The workbook: one place where the parts (cells, tables, names, structure …) meet, recalculation happens and listeners are told. Strict as Excel.
import { cellArea } from './area';
import { autofitColumns, autofitRows } from './autofit';
import type { BookApi, BookContents, Calc, Clock, DocumentProperties, EntryResult } from './bookApi';
import type { BookState } from './bookState';
import { sheetOf } from './bookState';
import { cellOf, styleOf, usedAreaOf } from './cells';
import { ChangeKeeper } from './changeKeeper';
import { addChart, changeChart, deleteChart } from './charts';
import { clear } from './clearing';
import { enter } from './entering';
import { mergeArea, unmergeArea } from './merging';
import type { Area, BookChange, Cell, CellAt, CellStyle, Chart, ConditionalRule, NamedItem, Origin, PageSetup, Protection, Scalar, Selection, Sheet, Table, Validation } from './model';
import { addName, changeName, deleteName } from './names';
import { pictureOf } from './picture';
import { newProperties, setDocumentProperty, setProperties, setSheetProperty } from './properties';
import { protect } from './protection';
import { replaceContents } from './replacing';
import { addRule, changeRule, clearRules, deleteRule, shownStyle } from './ruleLooks';
import { newSheet, sameName, sheetId } from './sheet';
import { restyle, setColumn, setPage, setRow, setSheetLook, type SheetLook } from './sheetLooks';
import { activate, addSheet, deleteSheet, moveSheet, renameSheet, select, setVisibility } from './sheets';
import { shownText } from './shownText';
import { sortRows } from './sorting';
import { deleteCells, insertCells } from './structure';
import type { LookChange } from './styles';
import { addTable, deleteTable, noteCalculatedColumns, renameTable, resizeTable, setTableLook, type TableLook } from './tables';
import { filterTable, reapplyFilters } from './tableFilters';
import { addTableRows, deleteTableRow } from './tableRows';
import { isValid, listAt, setValidation, validationOf } from './validating';
import { writeInputs, type Input } from './writing';

export class Book implements BookApi {
  private readonly state: BookState;
  private readonly changes: ChangeKeeper;
  private readonly moveListeners = new Set<(sheetId: string, where: (area: Area) => Area | undefined) => void>();
  private readonly serials = { sheet: 0, table: 0, rule: 0, chart: 0 };

  constructor(parts: { calc: Calc; clock: Clock }, contents?: BookContents) {
    const first = newSheet(sheetId(++this.serials.sheet), 'Sheet1');
    const changes = new ChangeKeeper(parts.calc, this, () => noteCalculatedColumns(this.state));
    this.changes = changes;
    this.state = {
      calc: parts.calc, clock: parts.clock, sheets: [first], names: [], rewritten: new Map(), faults: new Map(), lastSelections: new Map(), properties: newProperties(), date1904: false, name: '工作簿1.xlsx',
      selection: { sheetId: first.id, areas: [cellArea(0, 0)], active: { row: 0, column: 0 } }, activeSheetId: first.id,
      touched: (id, area, origin, details) => changes.touched(id, area, origin, details),
      rearranged: () => changes.rearranged(),
      moved: (id, where) => { for (const listener of this.moveListeners) listener(id, where); },
      notice: (change) => changes.notice(change),
      serial: (what) => ++this.serials[what],
      settle: () => changes.settle(),
    };
    if (contents) this.replaceWith(contents);
  }

  get sheets(): readonly Sheet[] { return this.state.sheets; }
  get names(): readonly NamedItem[] { return this.state.names; }
  get properties(): DocumentProperties { return this.state.properties; }
  get date1904(): boolean { return this.state.date1904; }
  set date1904(on: boolean) { this.state.date1904 = on; }
  get today(): number { return Math.floor(this.state.clock.today()); }
  get name(): string { return this.state.name; }
  set name(name: string) { this.state.name = name; }
  get selection(): Selection { return this.state.selection; }
  get activeSheetId(): string { return this.state.activeSheetId; }

  sheetById(id: string): Sheet | undefined {
    return this.state.sheets.find((sheet) => sheet.id === id);
  }

  sheetByName(name: string): Sheet | undefined {
    // Formulas ask often and write names as they are: comparing as Excel does is dear.
    return this.state.sheets.find((sheet) => sheet.name === name) ?? this.state.sheets.find((sheet) => sameName(sheet.name, name));
  }

  addSheet(name?: string, position?: number): Sheet {
    return this.together(() => addSheet(this.state, name, position));
  }

  deleteSheet(id: string): void {
    this.together(() => deleteSheet(this.state, id));
  }

  renameSheet(id: string, name: string): void {
    this.together(() => renameSheet(this.state, id, name));
  }

  moveSheet(id: string, position: number): void {
    this.together(() => moveSheet(this.state, id, position));
  }

  setVisibility(id: string, visibility: Sheet['visibility']): void {
    this.together(() => setVisibility(this.state, id, visibility));
  }

  activate(id: string, origin: Origin): void {
    this.together(() => activate(this.state, id, origin));
  }

  select(selection: Selection, origin: Origin): void {
    this.together(() => select(this.state, selection, origin));
  }

  cellAt(id: string, row: number, column: number): Cell | undefined {
    return cellOf(sheetOf(this.state, id), row, column);
  }

  styleAt(id: string, row: number, column: number): CellStyle {
    return styleOf(sheetOf(this.state, id), row, column);
  }

  textAt(id: string, row: number, column: number): string {
    return shownText(this.state, sheetOf(this.state, id), row, column);
  }

  usedArea(id: string, valuesOnly: boolean): Area | undefined {
    return usedAreaOf(sheetOf(this.state, id), valuesOnly);
  }

  enter(id: string, row: number, column: number, typed: string): EntryResult {
    return this.together(() => enter(this.state, this, id, row, column, typed));
  }

  writeInputs(id: string, area: Area, inputs: readonly (readonly Input[])[], origin: Origin): void {
    this.together(() => writeInputs(this.state, id, area, inputs, origin));
  }

  restyle(id: string, area: Area, change: LookChange): void {
    this.together(() => restyle(this.state, id, area, change));
  }

  clear(id: string, area: Area, what: 'All' | 'Contents' | 'Formats', origin: Origin = 'addin'): void {
    this.together(() => clear(this.state, id, area, what, origin));
  }

  clearRules(id: string, area: Area): void {
    this.together(() => clearRules(this.state, id, area));
  }

  insertCells(id: string, area: Area, shift: 'Down' | 'Right', origin: Origin): void {
    this.together(() => insertCells(this.state, id, area, shift, origin));
  }

  deleteCells(id: string, area: Area, shift: 'Up' | 'Left', origin: Origin): void {
    this.together(() => deleteCells(this.state, id, area, shift, origin));
  }

  merge(id: string, area: Area, across: boolean): void {
    this.together(() => mergeArea(this.state, id, area, across));
  }

  unmerge(id: string, area: Area): void {
    this.together(() => unmergeArea(this.state, id, area));
  }

  sortRows(id: string, area: Area, keys: readonly { column: number; ascending: boolean }[], origin: Origin): void {
    this.together(() => {
      this.settle();
      sortRows(this.state, id, area, keys, origin);
    });
  }

  setRow(id: string, row: number, info: { height?: number; auto?: boolean; hidden?: boolean }): void {
    this.together(() => setRow(this.state, id, row, info));
  }

  setColumn(id: string, column: number, info: { width?: number; hidden?: boolean }): void {
    this.together(() => setColumn(this.state, id, column, info));
  }

  autofitRows(id: string, area: Area): void {
    this.together(() => autofitRows(this.state, id, area));
  }

  autofitColumns(id: string, area: Area): void {
    this.together(() => autofitColumns(this.state, id, area));
  }

  setSheetLook(id: string, change: SheetLook): void {
    this.together(() => setSheetLook(this.state, id, change));
  }

  setFrozen(id: string, rows: number, columns: number): void {
    this.together(() => setSheetLook(this.state, id, { frozen: { rows, columns } }));
  }

  setPage(id: string, change: Partial<PageSetup>): void {
    this.together(() => setPage(this.state, id, change));
  }

  protect(id: string, protection: Protection | undefined): void {
    this.together(() => protect(this.state, id, protection));
  }

  addTable(id: string, area: Area, hasHeader: boolean, name?: string): Table {
    return this.together(() => addTable(this.state, id, area, hasHeader, name, (first) => insertCells(this.state, id, first, 'Down', 'addin')));
  }

  tableByName(name: string): { sheet: Sheet; table: Table } | undefined {
    for (const sheet of this.state.sheets) for (const table of sheet.tables) if (sameName(table.name, name)) return { sheet, table };
    return undefined;
  }

  renameTable(id: string, name: string): void {
    this.together(() => renameTable(this.state, id, name));
  }

  resizeTable(id: string, area: Area): void {
    this.together(() => resizeTable(this.state, id, area));
  }

  setTableLook(id: string, change: TableLook): void {
    this.together(() => setTableLook(this.state, id, change));
  }

  deleteTable(id: string, keepCells: boolean): void {
    this.together(() => deleteTable(this.state, id, keepCells));
  }

  addTableRows(id: string, at: number | undefined, inputs: readonly (readonly Input[])[], origin: Origin): void {
    this.together(() => addTableRows(this.state, id, at, inputs, origin));
  }

  deleteTableRow(id: string, index: number, origin: Origin): void {
    this.together(() => deleteTableRow(this.state, id, index, origin));
  }

  filterTable(id: string, column: number, shown: readonly string[] | undefined): void {
    this.together(() => filterTable(this.state, id, column, shown));
  }

  reapplyFilters(id: string): void {
    this.together(() => reapplyFilters(this.state, id));
  }

  addName(name: string, formula: string, scope?: string): NamedItem {
    return this.together(() => addName(this.state, name, formula, scope));
  }

  changeName(name: string, scope: string | undefined, change: { formula?: string; comment?: string; visible?: boolean }): void {
    this.together(() => changeName(this.state, name, scope, change));
  }

  deleteName(name: string, scope?: string): void {
    this.together(() => deleteName(this.state, name, scope));
  }

  setValidation(id: string, areas: readonly Area[], validation: Omit<Validation, 'areas'> | undefined): void {
    this.together(() => setValidation(this.state, id, areas, validation));
  }

  validationAt(id: string, row: number, column: number): Validation | undefined {
    return validationOf(sheetOf(this.state, id), row, column);
  }

  isValid(id: string, row: number, column: number): boolean {
    return isValid(this.state, this, sheetOf(this.state, id), row, column);
  }

  listAt(id: string, row: number, column: number): readonly string[] | undefined {
    return listAt(this.state, this, sheetOf(this.state, id), row, column);
  }

  addRule(id: string, rule: Omit<ConditionalRule, 'id' | 'priority'>): ConditionalRule {
    return this.together(() => addRule(this.state, id, rule));
  }

  changeRule(id: string, ruleId: string, change: Partial<ConditionalRule>): void {
    this.together(() => changeRule(this.state, id, ruleId, change));
  }

  deleteRule(id: string, ruleId: string): void {
    this.together(() => deleteRule(this.state, id, ruleId));
  }

  shownStyleAt(id: string, row: number, column: number): CellStyle {
    return shownStyle(this.state, this, sheetOf(this.state, id), row, column);
  }

  addChart(id: string, chart: Omit<Chart, 'id'>): Chart {
    return this.together(() => addChart(this.state, id, chart));
  }

  changeChart(id: string, chartId: string, change: Partial<Chart>): void {
    this.together(() => changeChart(this.state, id, chartId, change));
  }

  deleteChart(id: string, chartId: string): void {
    this.together(() => deleteChart(this.state, id, chartId));
  }

  together<T>(work: () => T): T {
    return this.changes.together(work);
  }

  settle(): void {
    this.changes.settle();
  }

  recalculate(): void {
    this.together(() => {
      this.state.rearranged();
      for (const sheet of this.state.sheets) this.changes.notice({ kind: 'calculated', sheetId: sheet.id });
    });
  }

  evaluate(formula: string, at: CellAt): Scalar {
    this.settle();
    return this.state.calc.evaluate(this, formula, at);
  }

  setProperties(change: Partial<Omit<DocumentProperties, 'custom'>>): void {
    this.together(() => setProperties(this.state, change));
  }

  setDocumentProperty(key: string, value: string | number | boolean | Date | undefined): void {
    this.together(() => setDocumentProperty(this.state, key, value));
  }

  setCustomProperty(id: string, key: string, value: string | undefined): void {
    this.together(() => setSheetProperty(this.state, id, key, value));
  }

  filled(formula: string, from: CellAt, to: CellAt): string {
    return this.state.calc.filled(formula, from, to);
  }

  replaceWith(contents: BookContents): void {
    this.together(() => replaceContents(this.state, contents));
  }

  onChange(listener: (change: BookChange) => void): () => void {
    return this.changes.onChange(listener);
  }

  onMove(listener: (sheetId: string, where: (area: Area) => Area | undefined) => void): () => void {
    this.moveListeners.add(listener);
    return () => { this.moveListeners.delete(listener); };
  }

  picture(): unknown {
    this.settle();
    return pictureOf(this.state);
  }
}
