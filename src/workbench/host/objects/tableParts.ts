// Columns and rows of Excel's tables.
import { rowCount } from '../../book/area';
import { HostFault, invalid } from '../../book/hostFault';
import type { Area, Table, TableColumn } from '../../book/model';
import { sameName } from '../../book/sheet';
import { dataArea } from '../../book/tables';
import { isOf, listOf, optionalFlag, optionalText, optionalWhole, textOf, wholeOf } from '../arguments';
import type { TableAt } from '../places';
import { defineKind, orNull, type HostObject } from '../registry';
import type { Scene } from '../scene';
import { inputsFor, readValues, writeValues } from './rangeValues';
import { tableAt, tableSize } from './tables';

type ColumnAt = TableAt & { readonly column: TableColumn };
type RowAt = TableAt & { readonly index: number };

function indexOf(scene: Scene, at: ColumnAt): number {
  const index = tableAt(scene, at).table.columns.indexOf(at.column);
  if (index < 0) throw new HostFault('ItemNotFound', 'the column was deleted');
  return index;
}

function columnArea(scene: Scene, at: ColumnAt, rows: (table: Table) => Area): { sheetId: string; area: Area } {
  const { sheet, table } = tableAt(scene, at);
  const left = table.area.left + indexOf(scene, at);
  return { sheetId: sheet.id, area: { ...rows(table), left, right: left } };
}

function columnRange(scene: Scene, at: ColumnAt, rows: (table: Table) => Area): HostObject {
  const { sheetId, area } = columnArea(scene, at, rows);
  return scene.range(sheetId, area);
}

/** A column by its name or its id; ids are the places from 1 on. */
function columnNamed(scene: Scene, at: TableAt, key: unknown): HostObject {
  const { columns } = tableAt(scene, at).table;
  const column = typeof key === 'number' ? columns[key - 1] : columns.find((each) => sameName(each.name, textOf(key, 'the name of a column')));
  if (!column) throw new HostFault('ItemNotFound', `no column ${String(key)}`);
  return scene.object('TableColumn', { table: at.table, column });
}

function columnAtIndex(scene: Scene, at: TableAt, index: unknown): HostObject {
  const column = tableAt(scene, at).table.columns[wholeOf(index, 'index')];
  if (!column) throw invalid(`no column at ${String(index)}`);
  return scene.object('TableColumn', { table: at.table, column });
}

function addColumn(scene: Scene, at: TableAt, [index, values, name]: readonly unknown[]): HostObject {
  const { sheet, table } = tableAt(scene, at);
  const width = table.columns.length;
  const given = optionalWhole(index, 'index');
  const place = given === undefined || given === -1 ? width : given;
  if (place < 0 || place > width) throw invalid(`no place for a column at ${place}`);
  const column: Area = { ...table.area, left: table.area.left + place, right: table.area.left + place };
  if (place < width) scene.book.insertCells(sheet.id, column, 'Right', 'addin');
  else {
    if (sheetHasBeside(scene, sheet.id, column)) scene.book.insertCells(sheet.id, column, 'Right', 'addin');
    scene.book.resizeTable(table.id, { ...table.area, right: column.left });
  }
  const range = { sheetId: sheet.id, area: column };
  if (values !== undefined && values !== null) {
    const lines = Array.isArray(values) ? values as unknown[] : [[values]];
    // Values come with the header or for the data alone.
    const area = lines.length === rowCount(column) ? column : { ...dataArea(tableAt(scene, at).table), left: column.left, right: column.right };
    writeValues(scene, { ...range, area }, values);
  }
  const title = optionalText(name, 'name');
  if (title !== undefined) writeValues(scene, { ...range, area: { ...column, bottom: column.top } }, [[`'${title}`]]);
  return columnAtIndex(scene, at, place);
}

function sheetHasBeside(scene: Scene, sheetId: string, area: Area): boolean {
  const sheet = scene.book.sheetById(sheetId);
  for (let row = area.top; row <= area.bottom; row++) if ((sheet?.cells.get(row)?.get(area.left)?.value ?? null) !== null) return true;
  return false;
}

export const tableColumnsKind = defineKind('TableColumnCollection', {
  properties: { Count: { get: (at, scene) => tableAt(scene, at).table.columns.length } },
  items: (at, scene) => tableAt(scene, at).table.columns.map((column) => scene.object('TableColumn', { table: at.table, column })),
  item: (at, key, scene) => columnNamed(scene, at, key),
  methods: {
    Add: (at, args, scene) => addColumn(scene, at, args),
    GetCount: (at, _args, scene) => tableAt(scene, at).table.columns.length,
    GetItem: (at, [key], scene) => columnNamed(scene, at, key),
    GetItemOrNullObject: (at, [key], scene) => orNull(() => columnNamed(scene, at, key)),
    GetItemAt: (at, [index], scene) => columnAtIndex(scene, at, index),
  },
});

export const tableColumnKind = defineKind('TableColumn', {
  id: (at, scene) => indexOf(scene, at) + 1,
  properties: {
    Id: { get: (at, scene) => indexOf(scene, at) + 1 },
    Index: { get: (at, scene) => indexOf(scene, at) },
    Name: {
      get: (at, scene) => { indexOf(scene, at); return at.column.name; },
      set: (at, value, scene) => {
        const name = textOf(value, 'name');
        const { columns } = tableAt(scene, at).table;
        if (name === '' || columns.some((each) => each !== at.column && sameName(each.name, name))) throw invalid(`the column name ${name} is empty or taken`);
        const place = columnArea(scene, at, (table) => ({ ...table.area, bottom: table.area.top }));
        writeValues(scene, place, [[`'${name}`]]);
      },
    },
    Values: {
      get: (at, scene) => readValues(scene, columnArea(scene, at, (table) => table.area)),
      set: (at, value, scene) => writeValues(scene, columnArea(scene, at, (table) => table.area), value),
    },
  },
  objects: { Filter: (at, scene) => scene.object('Filter', at) },
  methods: {
    GetRange: (at, _args, scene) => columnRange(scene, at, (table) => table.area),
    GetDataBodyRange: (at, _args, scene) => columnRange(scene, at, dataArea),
    GetHeaderRowRange: (at, _args, scene) => columnRange(scene, at, (table) => ({ ...table.area, bottom: table.area.top })),
    GetTotalRowRange: (at, _args, scene) => {
      if (!tableAt(scene, at).table.hasTotals) throw new HostFault('ItemNotFound', 'the table has no totals row');
      return columnRange(scene, at, (table) => ({ ...table.area, top: table.area.bottom }));
    },
    Delete: (at, _args, scene) => {
      const { sheetId, area } = columnArea(scene, at, (table) => table.area);
      if (tableAt(scene, at).table.columns.length === 1) throw new HostFault('InvalidOperation', 'the last column of a table cannot be deleted');
      scene.book.deleteCells(sheetId, area, 'Left', 'addin');
    },
  },
});

function rowArea(scene: Scene, at: RowAt): { sheetId: string; area: Area } {
  const { sheet, table } = tableAt(scene, at);
  const data = dataArea(table);
  const row = data.top + at.index;
  if (at.index < 0 || row > data.bottom) throw new HostFault('ItemNotFound', `the table has no row ${at.index}`);
  return { sheetId: sheet.id, area: { ...data, top: row, bottom: row } };
}

function rowAtIndex(scene: Scene, at: TableAt, index: unknown): HostObject {
  const n = wholeOf(index, 'index');
  const { rows } = tableSize(tableAt(scene, at).table);
  if (n < 0 || n >= rows) throw invalid(`no row at ${n}`);
  return scene.object('TableRow', { table: at.table, index: n });
}

function addRows(scene: Scene, at: TableAt, [index, values, always]: readonly unknown[]): HostObject {
  optionalFlag(always, 'alwaysInsert');
  const { table } = tableAt(scene, at);
  const size = tableSize(table);
  const given = optionalWhole(index, 'index');
  const place = given === undefined || given === -1 ? size.rows : given;
  if (place < 0 || place > size.rows) throw invalid(`no place for a row at ${place}`);
  const lines = values === undefined || values === null ? [new Array<null>(size.columns).fill(null)] : Array.isArray(values) ? listOf(values, 'values') : new Array<unknown>(1).fill(new Array<unknown>(size.columns).fill(values));
  const inputs = inputsFor({ top: 0, left: 0, bottom: lines.length - 1, right: size.columns - 1 }, lines);
  scene.book.addTableRows(table.id, place === size.rows ? undefined : place, inputs, 'addin');
  return scene.object('TableRow', { table: at.table, index: place });
}

export const tableRowsKind = defineKind('TableRowCollection', {
  properties: { Count: { get: (at, scene) => tableSize(tableAt(scene, at).table).rows } },
  items: (at, scene) => Array.from({ length: tableSize(tableAt(scene, at).table).rows }, (_, index) => scene.object('TableRow', { table: at.table, index })),
  item: (at, key, scene) => rowAtIndex(scene, at, key),
  methods: {
    Add: (at, args, scene) => addRows(scene, at, args),
    DeleteRowsAt: (at, [index, count], scene) => {
      const first = wholeOf(index, 'index');
      for (let n = optionalWhole(count, 'count') ?? 1; n > 0; n--) scene.book.deleteTableRow(tableAt(scene, at).table.id, first, 'addin');
    },
    DeleteRows: (at, [rows], scene) => {
      const indexes = listOf(rows, 'rows').map((row) => (isOf(row, 'TableRow') ? row.at.index : wholeOf(row, 'a row')));
      for (const index of [...new Set(indexes)].sort((a, b) => b - a)) scene.book.deleteTableRow(tableAt(scene, at).table.id, index, 'addin');
    },
    GetCount: (at, _args, scene) => tableSize(tableAt(scene, at).table).rows,
    GetItemAt: (at, [index], scene) => rowAtIndex(scene, at, index),
  },
});

export const tableRowKind = defineKind('TableRow', {
  properties: {
    Index: { get: (at, scene) => { rowArea(scene, at); return at.index; } },
    Values: { get: (at, scene) => readValues(scene, rowArea(scene, at)), set: (at, value, scene) => writeValues(scene, rowArea(scene, at), value) },
  },
  methods: {
    GetRange: (at, _args, scene) => { const { sheetId, area } = rowArea(scene, at); return scene.range(sheetId, area); },
    Delete: (at, _args, scene) => { rowArea(scene, at); scene.book.deleteTableRow(at.table, at.index, 'addin'); },
  },
});

