// Several ranges of one sheet as one object, and the visible rows of a range.
import { addressOf, columnCount, quotedSheetName, rowCount } from '../../book/area';
import { invalid } from '../../book/hostFault';
import { NotSupported } from '../../notSupported';
import { optionalOneOf, wholeOf } from '../arguments';
import type { Places, RangeAt } from '../places';
import { defineKind } from '../registry';
import type { Scene } from '../scene';
import { readFormulas, readNumberFormats, readTexts, readTypes, readValues } from './rangeValues';
import { areaAt, sheetAt } from './sheetPlace';

type AreasAt = Places['RangeAreas'];

function addresses(scene: Scene, at: AreasAt): string {
  const name = quotedSheetName(sheetAt(scene, at.sheetId).name);
  return at.ranges.map((range) => `${name}!${addressOf(areaAt(scene, range))}`).join(',');
}

function only(at: AreasAt, member: string): RangeAt {
  const [first] = at.ranges;
  if (!first || at.ranges.length > 1) throw new NotSupported('RangeAreas', member, 'of several areas');
  return first;
}

export const rangeAreasKind = defineKind('RangeAreas', {
  referable: true,
  properties: {
    Address: { get: (at, scene) => addresses(scene, at) },
    AddressLocal: { get: (at, scene) => addresses(scene, at) },
    AreaCount: { get: (at) => at.ranges.length },
    CellCount: { get: (at, scene) => at.ranges.reduce((sum, range) => sum + rowCount(areaAt(scene, range)) * columnCount(range.area), 0) },
  },
  objects: {
    Areas: (at, scene) => scene.object('RangeAreasCollection', at),
    Worksheet: (at, scene) => scene.object('Worksheet', { id: at.sheetId }),
    Format: (at, scene) => scene.object('RangeFormat', only(at, 'format')),
    ConditionalFormats: (at, scene) => scene.object('ConditionalFormatCollection', only(at, 'conditionalFormats')),
    DataValidation: (at, scene) => scene.object('DataValidation', only(at, 'dataValidation')),
  },
  methods: {
    Clear: (at, [what], scene) => {
      const word = optionalOneOf(what, ['All', 'Contents', 'Formats'], 'All', 'applyTo');
      for (const range of at.ranges) scene.book.clear(at.sheetId, areaAt(scene, range), word);
    },
  },
});

export const rangeAreasCollectionKind = defineKind('RangeAreasCollection', {
  items: (at, scene) => at.ranges.map((range) => scene.object('Range', range)),
  methods: {
    GetCount: (at) => at.ranges.length,
    GetItemAt: (at, [index], scene) => {
      const range = at.ranges[wholeOf(index, 'index')];
      if (!range) throw invalid(`no area at ${String(index)}`);
      return scene.object('Range', range);
    },
  },
});

function visible(scene: Scene, range: RangeAt, grid: unknown): unknown {
  if (!Array.isArray(grid)) return grid;
  const sheet = sheetAt(scene, range.sheetId);
  const lines: unknown[] = grid;
  return lines.filter((_line, r) => !sheet.rows.get(range.area.top + r)?.hidden)
    .map((line) => (Array.isArray(line) ? (line as unknown[]).filter((_cell, c) => !sheet.columns.get(range.area.left + c)?.hidden) : line));
}

export const rangeViewKind = defineKind('RangeView', {
  properties: {
    Values: { get: (at, scene) => visible(scene, at.range, readValues(scene, at.range)) },
    Formulas: { get: (at, scene) => visible(scene, at.range, readFormulas(scene, at.range)) },
    Text: { get: (at, scene) => visible(scene, at.range, readTexts(scene, at.range)) },
    NumberFormat: { get: (at, scene) => visible(scene, at.range, readNumberFormats(scene, at.range)) },
    ValueTypes: { get: (at, scene) => visible(scene, at.range, readTypes(scene, at.range)) },
    RowCount: { get: (at, scene) => (visible(scene, at.range, readTypes(scene, at.range)) as unknown[]).length },
    ColumnCount: { get: (at, scene) => ((visible(scene, at.range, readTypes(scene, at.range)) as unknown[][])[0] ?? []).length },
  },
  methods: { GetRange: (at, _args, scene) => scene.object('Range', at.range) },
});
