// Excel's Table and TableCollection.
import { columnCount, rowCount } from '../../book/area';
import { HostFault, invalid } from '../../book/hostFault';
import type { Sheet, Table } from '../../book/model';
import { dataArea } from '../../book/tables';
import { NotSupported } from '../../notSupported';
import { flagOf, isOf, textOf, wholeOf } from '../arguments';
import { EVENTS, EVERYWHERE } from '../eventPost';
import type { RangeAt, TableAt } from '../places';
import { defineKind, orNull, type HostObject } from '../registry';
import type { Scene } from '../scene';
import { listeners } from './listening';
import { rangeArgument } from './rangeArgument';
import { areaAt } from './sheetPlace';

/** A table and its sheet; ItemNotFound when it is gone. */
export function tableAt(scene: Scene, at: TableAt): { sheet: Sheet; table: Table } {
  for (const sheet of scene.book.sheets) for (const table of sheet.tables) if (table.id === at.table) return { sheet, table };
  throw new HostFault('ItemNotFound', 'the table was deleted');
}

function tablesIn(scene: Scene, sheetId: string | undefined): Table[] {
  return scene.book.sheets.filter((sheet) => sheetId === undefined || sheet.id === sheetId).flatMap((sheet) => sheet.tables);
}

function place(scene: Scene, table: Table): HostObject {
  return scene.object('Table', { table: table.id });
}

/** A table of a collection by id or name. */
function tableNamed(scene: Scene, sheetId: string | undefined, key: unknown): HostObject {
  const name = typeof key === 'number' ? String(key) : textOf(key, 'the name of a table');
  const tables = tablesIn(scene, sheetId);
  const byName = scene.book.tableByName(name)?.table;
  const table = tables.find((each) => each.id === name) ?? tables.find((each) => each === byName);
  if (!table) throw new HostFault('ItemNotFound', `no table ${name}`);
  return place(scene, table);
}

/** Where a new table comes: a range, or an address on this sheet or on the one that the address names. */
function newPlace(scene: Scene, sheetId: string | undefined, address: unknown): RangeAt {
  if (isOf(address, 'Range')) return address.at;
  const found = rangeArgument(scene, { sheetId: sheetId ?? scene.book.activeSheetId }, address);
  if (sheetId !== undefined && found.sheetId !== sheetId) throw invalid('the address is on another sheet');
  return found;
}

export const tablesKind = defineKind('TableCollection', {
  properties: { Count: { get: (at, scene) => tablesIn(scene, at.sheetId).length } },
  items: (at, scene) => tablesIn(scene, at.sheetId).map((table) => place(scene, table)),
  item: (at, key, scene) => tableNamed(scene, at.sheetId, key),
  methods: {
    Add: (at, [address, hasHeaders], scene) => {
      const range = newPlace(scene, at.sheetId, address);
      return place(scene, scene.book.addTable(range.sheetId, areaAt(scene, range), flagOf(hasHeaders, 'hasHeaders')));
    },
    GetCount: (at, _args, scene) => tablesIn(scene, at.sheetId).length,
    GetItem: (at, [key], scene) => tableNamed(scene, at.sheetId, key),
    GetItemOrNullObject: (at, [key], scene) => orNull(() => tableNamed(scene, at.sheetId, key)),
    GetItemAt: (at, [index], scene) => {
      const table = tablesIn(scene, at.sheetId)[wholeOf(index, 'index')];
      if (!table) throw invalid(`no table at ${String(index)}`);
      return place(scene, table);
    },
    ...listeners<{ readonly sheetId?: string }>((at) => at.sheetId ?? EVERYWHERE, { DataChangedEvent: EVENTS.tableChanged, AddedEvent: EVENTS.tableAdded, DeletedEvent: EVENTS.tableDeleted }),
  },
});

function setLook(scene: Scene, at: TableAt, change: Parameters<Scene['book']['setTableLook']>[1]): void {
  tableAt(scene, at);
  scene.book.setTableLook(at.table, change);
}

export const tableKind = defineKind('Table', {
  id: (at) => at.table,
  properties: {
    Id: { get: (at) => at.table },
    LegacyId: { get: (at) => at.table },
    Name: { get: (at, scene) => tableAt(scene, at).table.name, set: (at, value, scene) => { tableAt(scene, at); scene.book.renameTable(at.table, textOf(value, 'name')); } },
    Style: { get: (at, scene) => tableAt(scene, at).table.style, set: (at, value, scene) => setLook(scene, at, { style: styleName(value) }) },
    ShowHeaders: { get: (at, scene) => tableAt(scene, at).table.hasHeader, set: (at, value, scene) => { if (!flagOf(value, 'showHeaders') || !tableAt(scene, at).table.hasHeader) throw new NotSupported('Table', 'showHeaders', 'changing it'); } },
    ShowTotals: { get: (at, scene) => tableAt(scene, at).table.hasTotals, set: (at, value, scene) => { if (flagOf(value, 'showTotals') !== tableAt(scene, at).table.hasTotals) throw new NotSupported('Table', 'showTotals', 'changing it'); } },
    ShowBandedRows: { get: (at, scene) => tableAt(scene, at).table.bandedRows, set: (at, value, scene) => setLook(scene, at, { bandedRows: flagOf(value, 'showBandedRows') }) },
    ShowBandedColumns: { get: (at, scene) => tableAt(scene, at).table.bandedColumns, set: (at, value, scene) => setLook(scene, at, { bandedColumns: flagOf(value, 'showBandedColumns') }) },
    HighlightFirstColumn: { get: (at, scene) => tableAt(scene, at).table.firstColumn, set: (at, value, scene) => setLook(scene, at, { firstColumn: flagOf(value, 'highlightFirstColumn') }) },
    HighlightLastColumn: { get: (at, scene) => tableAt(scene, at).table.lastColumn, set: (at, value, scene) => setLook(scene, at, { lastColumn: flagOf(value, 'highlightLastColumn') }) },
    ShowFilterButton: { get: (at, scene) => tableAt(scene, at).table.filterButton, set: (at, value, scene) => setLook(scene, at, { filterButton: flagOf(value, 'showFilterButton') }) },
  },
  objects: {
    Columns: (at, scene) => scene.object('TableColumnCollection', at),
    Rows: (at, scene) => scene.object('TableRowCollection', at),
    Worksheet: (at, scene) => scene.object('Worksheet', { id: tableAt(scene, at).sheet.id }),
    Sort: (at, scene) => scene.object('TableSort', at),
    AutoFilter: (at, scene) => scene.object('AutoFilter', at),
  },
  methods: {
    GetRange: (at, _args, scene) => { const { sheet, table } = tableAt(scene, at); return scene.range(sheet.id, table.area); },
    GetDataBodyRange: (at, _args, scene) => { const { sheet, table } = tableAt(scene, at); return scene.range(sheet.id, dataArea(table)); },
    GetHeaderRowRange: (at, _args, scene) => {
      const { sheet, table } = tableAt(scene, at);
      if (!table.hasHeader) throw new HostFault('ItemNotFound', 'the table has no header row');
      return scene.range(sheet.id, { ...table.area, bottom: table.area.top });
    },
    GetTotalRowRange: (at, _args, scene) => {
      const { sheet, table } = tableAt(scene, at);
      if (!table.hasTotals) throw new HostFault('ItemNotFound', 'the table has no totals row');
      return scene.range(sheet.id, { ...table.area, top: table.area.bottom });
    },
    Resize: (at, [range], scene) => {
      const { sheet } = tableAt(scene, at);
      const to = rangeArgument(scene, { sheetId: sheet.id }, range);
      if (to.sheetId !== sheet.id) throw invalid('a table cannot leave its sheet');
      scene.book.resizeTable(at.table, areaAt(scene, to));
    },
    ConvertToRange: (at, _args, scene) => {
      const { sheet, table } = tableAt(scene, at);
      const { area } = table;
      scene.book.deleteTable(at.table, true);
      return scene.range(sheet.id, area);
    },
    Delete: (at, _args, scene) => { tableAt(scene, at); scene.book.deleteTable(at.table, false); },
    ClearFilters: (at, _args, scene) => { for (const column of [...tableAt(scene, at).table.filters.keys()]) scene.book.filterTable(at.table, column, undefined); },
    ReapplyFilters: (at, _args, scene) => { tableAt(scene, at); scene.book.reapplyFilters(at.table); },
    ...listeners<TableAt>((at) => at.table, { DataChangedEvent: EVENTS.tableChanged, SelectionChangedEvent: EVENTS.tableSelection }),
  },
});

function styleName(value: unknown): string {
  const name = textOf(value, 'style');
  if (name !== '' && !/^TableStyle(Light([1-9]|1\d|2[01])|Medium([1-9]|1\d|2[0-8])|Dark([1-9]|1[01]))$/.test(name)) throw invalid(`no table style ${name}`);
  return name;
}

/** How many cells a table's rows have, for checks of what is given for them. */
export function tableSize(table: Table): { rows: number; columns: number } {
  const data = dataArea(table);
  return { rows: rowCount(data), columns: columnCount(data) };
}
