// Filtering and sorting of tables and ranges. Criteria become the set of texts that stay visible.
import { HostFault, invalid } from '../../book/hostFault';
import type { Table } from '../../book/model';
import { dataArea } from '../../book/tables';
import { NotSupported } from '../../notSupported';
import { listOf, oneOf, optionalFlag, optionalOneOf, optionalText, recordOf, textOf, wholeOf } from '../arguments';
import type { Places, TableAt } from '../places';
import { defineKind } from '../registry';
import type { Scene } from '../scene';
import { areaAt } from './sheetPlace';
import { tableAt } from './tables';

function columnTexts(scene: Scene, at: TableAt, index: number): { text: string; value: unknown }[] {
  const { sheet, table } = tableAt(scene, at);
  const data = dataArea(table);
  scene.book.settle();
  return Array.from({ length: data.bottom - data.top + 1 }, (_, r) => ({
    text: scene.book.textAt(sheet.id, data.top + r, data.left + index), value: scene.book.cellAt(sheet.id, data.top + r, data.left + index)?.value ?? null,
  }));
}

function pattern(text: string): RegExp {
  const source = text.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/~([*?])|(\*)|(\?)/g, (_all, kept: string | undefined, star: string | undefined) => (kept !== undefined ? `\\${kept}` : star !== undefined ? '.*' : '.'));
  return new RegExp(`^${source}$`, 'is');
}

/** A criterion such as ">=5", "=*港*", "<>" applied to one cell. */
function meets(criterion: string, cell: { text: string; value: unknown }): boolean {
  const [, sign = '=', rest = ''] = /^(>=|<=|<>|=|>|<)?([\s\S]*)$/.exec(criterion) ?? [];
  if (sign === '=' || sign === '<>') return pattern(rest).test(cell.text) === (sign === '=');
  const bound = Number(rest);
  const [a, b] = rest.trim() !== '' && !Number.isNaN(bound) && typeof cell.value === 'number' ? [cell.value, bound] : [cell.text, rest];
  if (typeof a !== typeof b || cell.value === null) return false;
  return sign === '>' ? a > b : sign === '<' ? a < b : sign === '>=' ? a >= b : a <= b;
}

function applyCriteria(scene: Scene, at: TableAt, index: number, given: unknown): void {
  const criteria = recordOf(given, 'criteria');
  const kind = oneOf(criteria.filterOn, ['Values', 'Custom', 'BottomItems', 'BottomPercent', 'CellColor', 'Dynamic', 'FontColor', 'TopItems', 'TopPercent', 'Icon'], 'filterOn');
  if (kind === 'Values') {
    const values = listOf(criteria.values, 'values').map((value) => {
      if (typeof value !== 'string') throw new NotSupported('Filter', 'apply', 'dates by grain');
      return value;
    });
    scene.book.filterTable(at.table, index, values);
    return;
  }
  if (kind !== 'Custom') throw new NotSupported('Filter', 'apply', kind);
  applyCustom(scene, at, index, textOf(criteria.criterion1, 'criterion1'), optionalText(criteria.criterion2, 'criterion2'), criteria.operator);
}

function applyCustom(scene: Scene, at: TableAt, index: number, first: string, second: string | undefined, operator: unknown): void {
  const both = optionalOneOf(operator, ['And', 'Or'], 'And', 'operator') === 'And';
  const cells = columnTexts(scene, at, index);
  const stays = cells.filter((cell) => (second === undefined ? meets(first, cell) : both ? meets(first, cell) && meets(second, cell) : meets(first, cell) || meets(second, cell)));
  scene.book.filterTable(at.table, index, [...new Set(stays.map((cell) => cell.text))]);
}

function criteriaOf(table: Table, index: number): Record<string, unknown> | null {
  const shown = table.filters.get(index);
  return shown ? { filterOn: 'Values', values: [...shown] } : null;
}

function indexOf(scene: Scene, at: Places['Filter']): number {
  const index = tableAt(scene, at).table.columns.indexOf(at.column);
  if (index < 0) throw new HostFault('ItemNotFound', 'the column was deleted');
  return index;
}

export const filterKind = defineKind('Filter', {
  properties: { Criteria: { get: (at, scene) => criteriaOf(tableAt(scene, at).table, indexOf(scene, at)) } },
  methods: {
    Apply: (at, [criteria], scene) => applyCriteria(scene, at, indexOf(scene, at), criteria),
    ApplyValuesFilter: (at, [values], scene) => applyCriteria(scene, at, indexOf(scene, at), { filterOn: 'Values', values }),
    ApplyCustomFilter: (at, [first, second, operator], scene) => applyCustom(scene, at, indexOf(scene, at), textOf(first, 'criteria1'), optionalText(second, 'criteria2'), operator),
    Clear: (at, _args, scene) => scene.book.filterTable(at.table, indexOf(scene, at), undefined),
  },
});

function tableOf(at: Places['AutoFilter'], member: string): TableAt {
  if ('table' in at) return at;
  throw new NotSupported('AutoFilter', member, 'on a sheet without table');
}

export const autoFilterKind = defineKind('AutoFilter', {
  properties: {
    Enabled: { get: (at, scene) => 'table' in at && tableAt(scene, at).table.filterButton },
    IsDataFiltered: { get: (at, scene) => 'table' in at && tableAt(scene, at).table.filters.size > 0 },
    Criteria: { get: (at, scene) => { if (!('table' in at)) return []; const { table } = tableAt(scene, at); return table.columns.map((_, index) => criteriaOf(table, index)); } },
  },
  methods: {
    Apply: (at, [, index, criteria], scene) => applyCriteria(scene, tableOf(at, 'apply'), wholeOf(index, 'columnIndex'), criteria),
    ClearCriteria: (at, _args, scene) => {
      const place = tableOf(at, 'clearCriteria');
      for (const index of [...tableAt(scene, place).table.filters.keys()]) scene.book.filterTable(place.table, index, undefined);
    },
    ClearColumnCriteria: (at, [index], scene) => scene.book.filterTable(tableOf(at, 'clearColumnCriteria').table, wholeOf(index, 'columnIndex'), undefined),
    Reapply: (at, _args, scene) => scene.book.reapplyFilters(tableOf(at, 'reapply').table),
    GetRange: (at, _args, scene) => { const { sheet, table } = tableAt(scene, tableOf(at, 'getRange')); return scene.range(sheet.id, table.area); },
    GetRangeOrNullObject: (at, _args, scene) => {
      if (!('table' in at)) return null;
      const { sheet, table } = tableAt(scene, at);
      return scene.range(sheet.id, table.area);
    },
  },
});

function sortKeys(fields: unknown): { column: number; ascending: boolean }[] {
  return listOf(fields, 'fields').map((field) => {
    const given = recordOf(field, 'a sort field');
    if (optionalOneOf(given.sortOn, ['Value', 'CellColor', 'FontColor', 'Icon'], 'Value', 'sortOn') !== 'Value') throw new NotSupported('SortField', 'sortOn', String(given.sortOn));
    return { column: wholeOf(given.key, 'key'), ascending: optionalFlag(given.ascending, 'ascending') ?? true };
  });
}

function checkKeys(keys: readonly { column: number }[], columns: number): void {
  if (keys.some(({ column }) => column < 0 || column >= columns)) throw invalid('a sort key is beyond the columns');
}

export const tableSortKind = defineKind('TableSort', {
  properties: { MatchCase: { get: () => false }, Method: { get: () => 'PinYin' } },
  methods: {
    Apply: (at, [fields, matchCase], scene) => {
      optionalFlag(matchCase, 'matchCase');
      const { sheet, table } = tableAt(scene, at);
      const keys = sortKeys(fields);
      checkKeys(keys, table.columns.length);
      scene.book.sortRows(sheet.id, dataArea(table), keys, 'addin');
      if (table.filters.size > 0) scene.book.reapplyFilters(table.id);
    },
    // Excel forgets the sort fields and leaves the rows where they are.
    Clear: (at, _args, scene) => { tableAt(scene, at); },
  },
});

export const rangeSortKind = defineKind('RangeSort', {
  methods: {
    Apply: (at, [fields, matchCase, hasHeaders, orientation], scene) => {
      optionalFlag(matchCase, 'matchCase');
      if (optionalOneOf(orientation, ['Rows', 'Columns'], 'Rows', 'orientation') !== 'Rows') throw new NotSupported('RangeSort', 'apply', 'columns');
      const area = areaAt(scene, at);
      const keys = sortKeys(fields);
      checkKeys(keys, area.right - area.left + 1);
      scene.book.sortRows(at.sheetId, optionalFlag(hasHeaders, 'hasHeaders') === true ? { ...area, top: area.top + 1 } : area, keys, 'addin');
    },
  },
});
