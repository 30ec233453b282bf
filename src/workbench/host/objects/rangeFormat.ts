// Excel's RangeFormat and what hangs on it: font, fill, protection. Sizes of rows and columns are here too, borders in rangeBorders.ts.
import { widthOfPoints } from '../../book/columnWidth';
import { invalid } from '../../book/hostFault';
import { numberOf } from '../arguments';
import type { RangeAt } from '../places';
import { defineKind, type Property } from '../registry';
import type { Scene } from '../scene';
import { columnWidthOf, rowHeightOf } from './geometry';
import { FILL_PARTS, FONT_PARTS, FORMAT_PARTS, PROTECTION_PARTS, type LookPart } from './looks';
import { commonLook } from './rangeValues';
import { areaAt, sheetAt } from './sheetPlace';

function lookProperties(parts: Record<string, LookPart>): Record<string, Property<RangeAt>> {
  return Object.fromEntries(Object.entries(parts).map(([name, part]): [string, Property<RangeAt>] => [name, {
    get: (at, scene) => commonLook(scene, at, (style) => part.read(style)),
    set: (at, value, scene) => scene.book.restyle(at.sheetId, areaAt(scene, at), part.change(value)),
  }]));
}

function common(first: number, last: number, size: (index: number) => number): number | null {
  // Far beyond what is used all rows are alike.
  const end = Math.min(last, first + 100_000);
  const value = size(first);
  for (let index = first + 1; index <= end; index++) if (size(index) !== value) return null;
  return value;
}

function setHeights(scene: Scene, at: RangeAt, value: unknown): void {
  const height = numberOf(value, 'rowHeight');
  const { top, bottom } = areaAt(scene, at);
  if (bottom - top > 200_000) throw invalid('too many rows for one height');
  for (let row = top; row <= bottom; row++) scene.book.setRow(at.sheetId, row, { height });
}

function setWidths(scene: Scene, at: RangeAt, value: unknown): void {
  const width = widthOfPoints(numberOf(value, 'columnWidth'));
  const { left, right } = areaAt(scene, at);
  for (let column = left; column <= right; column++) scene.book.setColumn(at.sheetId, column, { width });
}

export const rangeFormatKind = defineKind('RangeFormat', {
  properties: {
    ...lookProperties(FORMAT_PARTS),
    RowHeight: { get: (at, scene) => { const sheet = sheetAt(scene, at.sheetId); return common(areaAt(scene, at).top, at.area.bottom, (row) => rowHeightOf(sheet, row)); }, set: (at, value, scene) => setHeights(scene, at, value) },
    ColumnWidth: { get: (at, scene) => { const sheet = sheetAt(scene, at.sheetId); return common(areaAt(scene, at).left, at.area.right, (column) => columnWidthOf(sheet, column)); }, set: (at, value, scene) => setWidths(scene, at, value) },
  },
  objects: {
    Font: (at, scene) => scene.object('RangeFont', at),
    Fill: (at, scene) => scene.object('RangeFill', at),
    Protection: (at, scene) => scene.object('FormatProtection', at),
    Borders: (at, scene) => scene.object('RangeBorderCollection', at),
  },
  methods: {
    AutofitRows: (at, _args, scene) => scene.book.autofitRows(at.sheetId, areaAt(scene, at)),
    AutofitColumns: (at, _args, scene) => scene.book.autofitColumns(at.sheetId, areaAt(scene, at)),
    AdjustIndent: (at, [amount], scene) => {
      const by = numberOf(amount, 'amount');
      const indent = commonLook(scene, at, (style) => style.indent) ?? 0;
      scene.book.restyle(at.sheetId, areaAt(scene, at), { indent: Math.max(0, Math.min(250, indent + by)) });
    },
  },
});

export const rangeFontKind = defineKind('RangeFont', { properties: lookProperties(FONT_PARTS) });

export const rangeFillKind = defineKind('RangeFill', {
  properties: lookProperties(FILL_PARTS),
  methods: { Clear: (at, _args, scene) => scene.book.restyle(at.sheetId, areaAt(scene, at), { fillColor: '' }) },
});

export const formatProtectionKind = defineKind('FormatProtection', { properties: lookProperties(PROTECTION_PARTS) });
