// A book of plain objects, just enough for formulas. The tests of the engine write cells here and hand the results back, as the real book does.
import type { BookApi, Calc, CalcResult } from '../../../src/workbench/book/bookApi';
import { parseAddress } from '../../../src/workbench/book/area';
import type { Area, Cell, NamedItem, Scalar, Sheet, Table } from '../../../src/workbench/book/model';
import type { CalcBook } from '../../../src/workbench/calc/environment';

export type Content = Scalar | undefined;

/** Sheets 一月 and so on by name, cells by address; text that begins with = is a formula. */
export class SmallBook implements CalcBook {
  readonly sheets: Sheet[] = [];
  readonly names: NamedItem[] = [];
  date1904 = false;

  constructor(sheets: Record<string, Record<string, Content>>) {
    for (const [name, cells] of Object.entries(sheets)) {
      const sheet = emptySheet(`{${this.sheets.length}}`, name);
      this.sheets.push(sheet);
      for (const [address, content] of Object.entries(cells)) {
        const area = areaOf(address);
        put(sheet, area.top, area.left, content);
      }
    }
  }

  sheetById(id: string): Sheet | undefined { return this.sheets.find((sheet) => sheet.id === id); }
  sheetByName(name: string): Sheet | undefined { return this.sheets.find((sheet) => sheet.name.toUpperCase() === name.toUpperCase()); }
  tableByName(name: string): { sheet: Sheet; table: Table } | undefined {
    for (const sheet of this.sheets) {
      const table = sheet.tables.find((each) => each.name.toUpperCase() === name.toUpperCase());
      if (table) return { sheet, table };
    }
    return undefined;
  }

  sheet(name: string): Sheet {
    const sheet = this.sheetByName(name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  }

  name(name: string, formula: string, scope?: string): this {
    this.names.push({ name, formula, comment: '', visible: true, ...(scope === undefined ? {} : { scope: this.sheet(scope).id }) });
    return this;
  }

  table(sheetName: string, name: string, address: string, columns: readonly string[], hasTotals = false): this {
    const sheet = this.sheet(sheetName);
    const area = areaOf(address);
    columns.forEach((column, index) => { put(sheet, area.top, area.left + index, column); });
    sheet.tables.push({
      id: String(sheet.tables.length + 1), name, area, columns: columns.map((column) => ({ name: column })), hasHeader: true, hasTotals, style: '',
      bandedRows: true, bandedColumns: false, firstColumn: false, lastColumn: false, filterButton: true, filters: new Map(),
    });
    return this;
  }

  set(sheetName: string, address: string, content: Content): { sheetId: string; area: Area } {
    const sheet = this.sheet(sheetName);
    const area = areaOf(address);
    put(sheet, area.top, area.left, content);
    return { sheetId: sheet.id, area };
  }

  cell(sheetName: string, address: string): Cell | undefined {
    const area = areaOf(address);
    return this.sheet(sheetName).cells.get(area.top)?.get(area.left);
  }

  value(sheetName: string, address: string): Scalar {
    return this.cell(sheetName, address)?.value ?? null;
  }

  take(results: readonly CalcResult[]): void {
    for (const { sheetId, row, column, value } of results) {
      const cell = this.sheetById(sheetId)?.cells.get(row)?.get(column);
      if (cell?.formula === undefined) throw new Error(`a result for a cell without formula: ${row},${column}`);
      cell.value = value;
    }
  }

  load(calc: Calc): this {
    this.take(calc.load(asBook(this)));
    return this;
  }
}

/** Calc's methods name the whole BookApi; what they use of it is CalcBook, which this book is. */
export function asBook(book: CalcBook): BookApi {
  return book as unknown as BookApi;
}

export function areaOf(address: string): Area {
  const area = parseAddress(address);
  if (!area) throw new Error(`no address: ${address}`);
  return area;
}

export function put(sheet: Sheet, row: number, column: number, content: Content): void {
  let cells = sheet.cells.get(row);
  if (!cells) sheet.cells.set(row, (cells = new Map<number, Cell>()));
  if (content === undefined || content === null) {
    cells.delete(column);
    if (cells.size === 0) sheet.cells.delete(row);
  } else if (typeof content === 'string' && content.startsWith('=')) cells.set(column, { value: null, formula: content });
  else cells.set(column, { value: content });
}

function emptySheet(id: string, name: string): Sheet {
  return {
    id, name, visibility: 'Visible', tabColor: '', cells: new Map(), rows: new Map(), columns: new Map(), defaultRowHeight: 15, defaultColumnWidth: 8.43,
    merges: [], tables: [], validations: [], rules: [], frozen: { rows: 0, columns: 0 },
    page: {
      orientation: 'portrait', margins: { top: 0, bottom: 0, left: 0, right: 0, header: 0, footer: 0 }, centerHorizontally: false, centerVertically: false,
      printGridlines: false, printHeadings: false, blackAndWhite: false, header: { left: '', center: '', right: '' }, footer: { left: '', center: '', right: '' },
    },
    showGridlines: true, showHeadings: true, charts: [], customProperties: new Map(),
  };
}
