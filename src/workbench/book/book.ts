// The workbook: one place where the parts (cells, tables, names, structure …) meet, recalculation happens and listeners are told. Strict as Excel.
import { cellArea, isOnSheet, isWholeColumns, isWholeRows, overlap, parseAddress, splitAddress, without } from './area';
import { autofitColumns, autofitRows } from './autofit';
import type { BookApi, BookContents, Calc, Clock, DocumentProperties, EntryResult } from './bookApi';
import type { BookState } from './bookState';
import { sheetOf } from './bookState';
import { cellOf, restyleArea, styleOf, usedAreaOf } from './cells';
import { ChangeKeeper } from './changeKeeper';
import { enter } from './entering';
import { HostFault, invalid } from './hostFault';
import { mergeArea, unmergeArea } from './merging';
import type { Area, BookChange, Cell, CellAt, CellStyle, Chart, ConditionalRule, NamedItem, Origin, PageSetup, Protection, Scalar, Selection, Sheet, Table, Validation } from './model';
import { addName, changeName, deleteName } from './names';
import { numberText } from './numberText';
import { pictureOf } from './picture';
import { checkAllowed } from './protection';
import { addRule, changeRule, deleteRule, shownStyle } from './ruleLooks';
import { newSheet, sameName, sheetId } from './sheet';
import { activate, addSheet, deleteSheet, moveSheet, renameSheet, select, setVisibility } from './sheets';
import { sortRows } from './sorting';
import { deleteCells, insertCells } from './structure';
import type { LookChange } from './styles';
import { addTable, applyFilters, deleteTable, filterTable, noteCalculatedColumns, renameTable, resizeTable, tableOf } from './tables';
import { addTableRows, deleteTableRow } from './tableRows';
import { isTaken, listOf, setValidation, validationOf } from './validating';
import { clearArea, writeInputs, type Input } from './writing';

/** The file properties of a new book. */
export function newProperties(): DocumentProperties {
  return { title: '', subject: '', author: '', keywords: '', comments: '', lastAuthor: '', company: '', manager: '', category: '', custom: new Map() };
}

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
    return this.text(sheetOf(this.state, id), row, column);
  }

  private text(sheet: Sheet, row: number, column: number): string {
    const value = cellOf(sheet, row, column)?.value ?? null;
    return value === null ? '' : numberText(value, styleOf(sheet, row, column).numberFormat, this.state.date1904);
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
    this.together(() => {
      const sheet = sheetOf(this.state, id);
      if (!isOnSheet(area)) throw invalid('the area leaves the sheet');
      checkAllowed(sheet, typeof change === 'object' && ('locked' in change || 'formulaHidden' in change) ? undefined : 'allowFormatCells');
      restyleArea(sheet, area, change, isWholeColumns(area) ? 'columns' : isWholeRows(area) ? 'rows' : undefined);
      this.changes.notice({ kind: 'look', sheetId: id });
    });
  }

  clear(id: string, area: Area, what: 'All' | 'Contents' | 'Formats', origin: Origin = 'addin'): void {
    this.together(() => {
      clearArea(this.state, id, area, what, origin);
      if (what === 'Contents') return;
      // Formats go with everything that gives a look: rules, validations (All), merges.
      const sheet = sheetOf(this.state, id);
      this.clearRules(id, area);
      if (what === 'All') setValidation(this.state, id, [area], undefined);
      if (sheet.merges.some((merge) => overlap(merge, area))) unmergeArea(this.state, id, area);
    });
  }

  clearRules(id: string, area: Area): void {
    this.together(() => {
      const sheet = sheetOf(this.state, id);
      checkAllowed(sheet, 'allowFormatCells');
      for (const rule of [...sheet.rules]) {
        if (!rule.areas.some((each) => overlap(each, area))) continue;
        const rest = rule.areas.flatMap((each) => without(each, area));
        if (rest.length > 0) rule.areas = rest;
        else deleteRule(this.state, sheet.id, rule.id);
      }
      this.changes.notice({ kind: 'look', sheetId: id });
    });
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
    this.together(() => {
      const sheet = sheetOf(this.state, id);
      checkAllowed(sheet, 'allowFormatRows');
      if (info.height !== undefined && !(info.height >= 0 && info.height <= 409.5)) throw invalid(`no row height ${info.height}`);
      sheet.rows.set(row, { ...sheet.rows.get(row), ...info, ...(info.height !== undefined && info.auto === undefined ? { auto: false } : {}) });
      this.changes.notice({ kind: 'look', sheetId: id });
    });
  }

  setColumn(id: string, column: number, info: { width?: number; hidden?: boolean }): void {
    this.together(() => {
      const sheet = sheetOf(this.state, id);
      checkAllowed(sheet, 'allowFormatColumns');
      if (info.width !== undefined && !(info.width >= 0 && info.width <= 255)) throw invalid(`no column width ${info.width}`);
      sheet.columns.set(column, { ...sheet.columns.get(column), ...info });
      this.changes.notice({ kind: 'look', sheetId: id });
    });
  }

  autofitRows(id: string, area: Area): void {
    this.together(() => {
      this.settle();
      const sheet = sheetOf(this.state, id);
      checkAllowed(sheet, 'allowFormatRows');
      autofitRows(sheet, area, (row, column) => this.text(sheet, row, column));
      this.changes.notice({ kind: 'look', sheetId: id });
    });
  }

  autofitColumns(id: string, area: Area): void {
    this.together(() => {
      this.settle();
      const sheet = sheetOf(this.state, id);
      checkAllowed(sheet, 'allowFormatColumns');
      autofitColumns(sheet, area, (row, column) => this.text(sheet, row, column));
      this.changes.notice({ kind: 'look', sheetId: id });
    });
  }

  setSheetLook(id: string, change: { tabColor?: string; showGridlines?: boolean; showHeadings?: boolean; defaultColumnWidth?: number; defaultRowHeight?: number; zoom?: number }): void {
    this.together(() => {
      Object.assign(sheetOf(this.state, id), change);
      this.changes.notice({ kind: 'look', sheetId: id });
    });
  }

  setFrozen(id: string, rows: number, columns: number): void {
    this.together(() => {
      sheetOf(this.state, id).frozen = { rows, columns };
      this.changes.notice({ kind: 'look', sheetId: id });
    });
  }

  setPage(id: string, change: Partial<PageSetup>): void {
    this.together(() => {
      const sheet = sheetOf(this.state, id);
      for (const address of [change.printArea, change.titleRows, change.titleColumns]) {
        if (address !== undefined && address.split(',').some((part) => !parseAddress(splitAddress(part).rest))) throw invalid(`no address for the page: ${address}`);
      }
      const page = { ...sheet.page, ...change };
      sheet.page = Object.fromEntries(Object.entries(page).filter(([, value]) => value !== undefined)) as unknown as PageSetup;
      this.changes.notice({ kind: 'look', sheetId: id });
    });
  }

  protect(id: string, protection: Protection | undefined): void {
    this.together(() => {
      const sheet = sheetOf(this.state, id);
      if (protection) sheet.protection = protection;
      else delete sheet.protection;
      this.changes.notice({ kind: 'structure', sheetId: id });
    });
  }

  addTable(id: string, area: Area, hasHeader: boolean, name?: string): Table {
    return this.together(() => {
      // Headers are taken as shown; only a header that is a formula needs its result.
      const heads = this.sheetById(id)?.cells.get(area.top)?.values() ?? [];
      if ([...heads].some((cell) => cell.formula !== undefined)) this.settle();
      return addTable(this.state, id, area, hasHeader, name, (first) => insertCells(this.state, id, first, 'Down', 'addin'));
    });
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

  setTableLook(id: string, change: Partial<Pick<Table, 'style' | 'bandedRows' | 'bandedColumns' | 'firstColumn' | 'lastColumn' | 'filterButton'>>): void {
    this.together(() => {
      const { sheet, table } = tableOf(this.state, id);
      Object.assign(table, change);
      this.changes.notice({ kind: 'look', sheetId: sheet.id });
    });
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
    this.together(() => {
      this.settle();
      const { sheet } = tableOf(this.state, id);
      filterTable(this.state, id, column, shown, (row, at) => this.text(sheet, row, at));
    });
  }

  /** Applies the filters of a table again, after its values changed. */
  reapplyFilters(id: string): void {
    this.together(() => {
      this.settle();
      const { sheet, table } = tableOf(this.state, id);
      applyFilters(sheet, table, (row, at) => this.text(sheet, row, at));
      this.changes.notice({ kind: 'structure', sheetId: sheet.id });
    });
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
    this.settle();
    const sheet = sheetOf(this.state, id);
    const validation = validationOf(sheet, row, column);
    return validation === undefined || isTaken(this.state, this, sheet, validation, row, column, cellOf(sheet, row, column)?.value ?? null);
  }

  listAt(id: string, row: number, column: number): readonly string[] | undefined {
    const sheet = sheetOf(this.state, id);
    const validation = validationOf(sheet, row, column);
    return validation?.type === 'list' ? listOf(this.state, this, sheet, validation, row, column) : undefined;
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
    return this.together(() => {
      const sheet = sheetOf(this.state, id);
      checkAllowed(sheet, 'allowEditObjects');
      const made: Chart = { ...chart, id: `{${(++this.serials.chart).toString(16).toUpperCase().padStart(8, '0')}-00CA-0000-0000-000000000000}` };
      sheet.charts.push(made);
      this.changes.notice({ kind: 'look', sheetId: id });
      return made;
    });
  }

  changeChart(id: string, chartId: string, change: Partial<Chart>): void {
    this.together(() => {
      Object.assign(this.chart(id, chartId), change);
      this.changes.notice({ kind: 'look', sheetId: id });
    });
  }

  deleteChart(id: string, chartId: string): void {
    this.together(() => {
      const sheet = sheetOf(this.state, id);
      sheet.charts.splice(sheet.charts.indexOf(this.chart(id, chartId)), 1);
      this.changes.notice({ kind: 'look', sheetId: id });
    });
  }

  private chart(id: string, chartId: string): Chart {
    const chart = sheetOf(this.state, id).charts.find((each) => each.id === chartId);
    if (!chart) throw new HostFault('ItemNotFound', `no chart ${chartId}`);
    return chart;
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
    this.together(() => {
      for (const [name, value] of Object.entries(change)) if (typeof value === 'string' && value.length > 255) throw invalid(`the property ${name} has ${value.length} characters; 255 at most`);
      Object.assign(this.state.properties, change);
      this.changes.notice({ kind: 'names' });
    });
  }

  setDocumentProperty(key: string, value: string | number | boolean | Date | undefined): void {
    this.together(() => {
      if (typeof value === 'string' && value.length > 255) throw invalid(`the property ${key} has ${value.length} characters; 255 at most`);
      if (value === undefined) this.state.properties.custom.delete(key);
      else this.state.properties.custom.set(key, value);
      this.changes.notice({ kind: 'names' });
    });
  }

  setCustomProperty(id: string, key: string, value: string | undefined): void {
    this.together(() => {
      const { customProperties } = sheetOf(this.state, id);
      const known = [...customProperties.keys()].find((each) => each.toLowerCase() === key.toLowerCase()) ?? key;
      if (value === undefined) customProperties.delete(known);
      else customProperties.set(known, value);
      this.changes.notice({ kind: 'structure', sheetId: id });
    });
  }

  filled(formula: string, from: CellAt, to: CellAt): string {
    return this.state.calc.filled(formula, from, to);
  }

  replaceWith(contents: BookContents): void {
    this.together(() => {
      const { state } = this;
      const sheets = contents.sheets.map((sheet): Sheet => ({ ...sheet, id: sheetId(++this.serials.sheet) }));
      const scopes = new Map(contents.sheets.map((sheet, index) => [sheet.id, sheets[index]!.id]));
      for (const sheet of sheets) {
        for (const table of sheet.tables) table.id = String(++this.serials.table);
        for (const rule of sheet.rules) rule.id = `{${(++this.serials.rule).toString(16).toUpperCase().padStart(8, '0')}-00CF-0000-0000-000000000000}`;
        for (const chart of sheet.charts) chart.id = `{${(++this.serials.chart).toString(16).toUpperCase().padStart(8, '0')}-00CA-0000-0000-000000000000}`;
      }
      const shown = sheets.find((sheet) => sheet.name === contents.activeSheet && sheet.visibility === 'Visible') ?? sheets.find((sheet) => sheet.visibility === 'Visible');
      if (!shown) throw invalid('a workbook needs one visible sheet');
      state.sheets.splice(0, Infinity, ...sheets);
      state.names.splice(0, Infinity, ...contents.names.map((item) => (item.scope === undefined ? { ...item } : { ...item, scope: scopes.get(item.scope) ?? item.scope })));
      Object.assign(state.properties, newProperties(), contents.properties);
      state.date1904 = contents.date1904;
      state.name = contents.name;
      state.activeSheetId = shown.id;
      state.selection = { sheetId: shown.id, areas: [cellArea(0, 0)], active: { row: 0, column: 0 } };
      state.lastSelections.clear();
      state.rearranged();
      this.changes.notice({ kind: 'sheets' });
      this.changes.notice({ kind: 'names' });
      for (const sheet of sheets) this.changes.notice({ kind: 'structure', sheetId: sheet.id });
    });
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
