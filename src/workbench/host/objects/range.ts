// Excel's Range: addresses, contents, neighbours and what is done to cells. Looks, rules and sorting are in files of their own.
import {
  addressOf, bounding, columnCount, intersection, isOnSheet, isWholeColumns, isWholeRows, LAST_COLUMN, LAST_ROW, offset, quotedSheetName, rowCount,
} from '../../book/area';
import { HostFault, invalid } from '../../book/hostFault';
import type { Area } from '../../book/model';
import { NotSupported } from '../../notSupported';
import { oneOf, optionalFlag, optionalOneOf, optionalWhole, wholeOf } from '../arguments';
import type { RangeAt } from '../places';
import { defineKind, orNull, type HostObject } from '../registry';
import type { Scene } from '../scene';
import { copyFrom } from './copying';
import { readCellProperties, readColumnProperties, readRowProperties, writeCellProperties, writeColumnProperties, writeRowProperties } from './cellProperties';
import { findIn } from './finding';
import { pixelsOf } from './geometry';
import { readFormulas, readNumberFormats, readTexts, readTypes, readValues, writeNumberFormats, writeValues } from './rangeValues';
import { rangeArgument } from './rangeArgument';
import { areaAt, sheetAt } from './sheetPlace';
import { specialCells } from './specialCells';
import { toR1C1 } from '../../book/r1c1';

function checked(area: Area | undefined): Area {
  if (!area || !isOnSheet(area)) throw invalid('the range leaves the sheet');
  return area;
}

function onSameSheet(scene: Scene, at: RangeAt, area: Area | undefined): HostObject {
  return scene.range(at.sheetId, checked(area));
}

function intersectionWith(scene: Scene, at: RangeAt, other: unknown): HostObject {
  const second = rangeArgument(scene, at, other);
  const common = second.sheetId === at.sheetId ? intersection(areaAt(scene, at), areaAt(scene, second)) : undefined;
  if (!common) throw new HostFault('ItemNotFound', 'the ranges do not meet');
  return scene.range(at.sheetId, common);
}

function usedWithin(scene: Scene, at: RangeAt, valuesOnly: unknown): Area | undefined {
  scene.book.settle();
  const used = scene.book.usedArea(at.sheetId, optionalFlag(valuesOnly, 'valuesOnly') ?? false);
  return used && intersection(used, areaAt(scene, at));
}

function setHidden(scene: Scene, at: RangeAt, along: 'rows' | 'columns', hidden: unknown): void {
  if (typeof hidden !== 'boolean') throw invalid('hidden is not true or false');
  const area = areaAt(scene, at);
  if (along === 'rows') for (let row = area.top; row <= area.bottom; row++) scene.book.setRow(at.sheetId, row, { hidden });
  else for (let column = area.left; column <= area.right; column++) scene.book.setColumn(at.sheetId, column, { hidden });
}

function commonHidden(scene: Scene, at: RangeAt, along: 'rows' | 'columns'): boolean | null {
  const area = areaAt(scene, at);
  const sheet = sheetAt(scene, at.sheetId);
  const [first, last, info] = along === 'rows' ? [area.top, area.bottom, sheet.rows] as const : [area.left, area.right, sheet.columns] as const;
  let count = 0;
  for (const [index, each] of info) if (index >= first && index <= last && each.hidden) count++;
  return count === 0 ? false : count === last - first + 1 ? true : null;
}

/** Where Ctrl and an arrow key lead from a cell: the end of the filled block, or the next filled cell, or the sheet's edge. */
function edgeFrom(scene: Scene, at: RangeAt, direction: 'Up' | 'Down' | 'Left' | 'Right'): { row: number; column: number } {
  scene.book.settle();
  const sheet = sheetAt(scene, at.sheetId);
  const filled = (row: number, column: number): boolean => (sheet.cells.get(row)?.get(column)?.value ?? null) !== null;
  const [down, right] = { Up: [-1, 0], Down: [1, 0], Left: [0, -1], Right: [0, 1] }[direction] as [number, number];
  const used = scene.book.usedArea(at.sheetId, true);
  let { top: row, left: column } = areaAt(scene, at);
  const inside = (r: number, c: number): boolean => r >= 0 && c >= 0 && r <= LAST_ROW && c <= LAST_COLUMN;
  const beyond = (r: number, c: number): boolean => !used || (down > 0 && r > used.bottom) || (right > 0 && c > used.right) || (down < 0 && r < used.top) || (right < 0 && c < used.left);
  const inBlock = filled(row, column) && inside(row + down, column + right) && filled(row + down, column + right);
  if (!inside(row + down, column + right)) return { row, column };
  do {
    row += down;
    column += right;
    if (inBlock ? !inside(row + down, column + right) || !filled(row + down, column + right) : filled(row, column)) return { row, column };
    if (!inBlock && beyond(row, column)) break;
  } while (inside(row + down, column + right));
  return { row: down > 0 ? LAST_ROW : down < 0 ? 0 : row, column: right > 0 ? LAST_COLUMN : right < 0 ? 0 : column };
}

/** The filled block around a range, bounded by empty rows and columns. */
function surrounding(scene: Scene, at: RangeAt): Area {
  scene.book.settle();
  const sheet = sheetAt(scene, at.sheetId);
  let area = areaAt(scene, at);
  const any = (part: Area): boolean => {
    for (let row = Math.max(0, part.top); row <= Math.min(LAST_ROW, part.bottom); row++) {
      const cells = sheet.cells.get(row);
      if (cells) for (let column = Math.max(0, part.left); column <= Math.min(LAST_COLUMN, part.right); column++) if ((cells.get(column)?.value ?? null) !== null) return true;
    }
    return false;
  };
  for (let grew = true; grew;) {
    grew = false;
    const { top, bottom, left, right } = area;
    if (top > 0 && any({ top: top - 1, bottom: top - 1, left: left - 1, right: right + 1 })) { area = { ...area, top: top - 1 }; grew = true; }
    if (bottom < LAST_ROW && any({ top: bottom + 1, bottom: bottom + 1, left: left - 1, right: right + 1 })) { area = { ...area, bottom: bottom + 1 }; grew = true; }
    if (left > 0 && any({ top: area.top - 1, bottom: area.bottom + 1, left: left - 1, right: left - 1 })) { area = { ...area, left: left - 1 }; grew = true; }
    if (right < LAST_COLUMN && any({ top: area.top - 1, bottom: area.bottom + 1, left: right + 1, right: right + 1 })) { area = { ...area, right: right + 1 }; grew = true; }
  }
  return area;
}

function clearWhat(value: unknown): 'All' | 'Contents' | 'Formats' {
  const what = optionalOneOf(value, ['All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks', 'ResetContents'], 'All', 'applyTo');
  if (what !== 'All' && what !== 'Formats' && what !== 'Contents') throw new NotSupported('Range', 'clear', what);
  return what;
}

export const rangeKind = defineKind('Range', {
  referable: true,
  properties: {
    Address: { get: (at, scene) => `${quotedSheetName(sheetAt(scene, at.sheetId).name)}!${addressOf(areaAt(scene, at))}` },
    AddressLocal: { get: (at, scene) => `${quotedSheetName(sheetAt(scene, at.sheetId).name)}!${addressOf(areaAt(scene, at))}` },
    CellCount: { get: (at, scene) => { const count = rowCount(areaAt(scene, at)) * columnCount(at.area); return count > 2_147_483_647 ? -1 : count; } },
    ColumnCount: { get: (at, scene) => columnCount(areaAt(scene, at)) },
    ColumnIndex: { get: (at, scene) => areaAt(scene, at).left },
    RowCount: { get: (at, scene) => rowCount(areaAt(scene, at)) },
    RowIndex: { get: (at, scene) => areaAt(scene, at).top },
    Formulas: { get: (at, scene) => readFormulas(scene, at), set: (at, value, scene) => writeValues(scene, at, value) },
    FormulasLocal: { get: (at, scene) => readFormulas(scene, at), set: (at, value, scene) => writeValues(scene, at, value) },
    FormulasR1C1: { get: (at, scene) => toR1C1(readFormulas(scene, at), areaAt(scene, at)) },
    Values: { get: (at, scene) => readValues(scene, at), set: (at, value, scene) => writeValues(scene, at, value) },
    Text: { get: (at, scene) => readTexts(scene, at) },
    ValueTypes: { get: (at, scene) => readTypes(scene, at) },
    NumberFormat: { get: (at, scene) => readNumberFormats(scene, at), set: (at, value, scene) => writeNumberFormats(scene, at, value) },
    Hidden: { get: (at, scene) => commonHidden(scene, at, 'rows') === true || commonHidden(scene, at, 'columns') === true },
    RowHidden: { get: (at, scene) => commonHidden(scene, at, 'rows'), set: (at, value, scene) => setHidden(scene, at, 'rows', value) },
    ColumnHidden: { get: (at, scene) => commonHidden(scene, at, 'columns'), set: (at, value, scene) => setHidden(scene, at, 'columns', value) },
    IsEntireColumn: { get: (at, scene) => isWholeColumns(areaAt(scene, at)) },
    IsEntireRow: { get: (at, scene) => isWholeRows(areaAt(scene, at)) },
    Top: { get: (at, scene) => pixelsOf(sheetAt(scene, at.sheetId), areaAt(scene, at)).top },
    Left: { get: (at, scene) => pixelsOf(sheetAt(scene, at.sheetId), areaAt(scene, at)).left },
    Height: { get: (at, scene) => pixelsOf(sheetAt(scene, at.sheetId), areaAt(scene, at)).height },
    Width: { get: (at, scene) => pixelsOf(sheetAt(scene, at.sheetId), areaAt(scene, at)).width },
    HasSpill: { get: () => false },
  },
  objects: {
    Worksheet: (at, scene) => scene.object('Worksheet', { id: at.sheetId }),
    Format: (at, scene) => scene.object('RangeFormat', at),
    Sort: (at, scene) => scene.object('RangeSort', at),
    DataValidation: (at, scene) => scene.object('DataValidation', at),
    ConditionalFormats: (at, scene) => scene.object('ConditionalFormatCollection', at),
  },
  methods: {
    GetCell: (at, [row, column], scene) => {
      const area = areaAt(scene, at);
      const [r, c] = [area.top + wholeOf(row, 'row'), area.left + wholeOf(column, 'column')];
      return onSameSheet(scene, at, { top: r, bottom: r, left: c, right: c });
    },
    GetRow: (at, [row], scene) => {
      const area = areaAt(scene, at);
      const r = area.top + wholeOf(row, 'row');
      return onSameSheet(scene, at, { ...area, top: r, bottom: r });
    },
    GetColumn: (at, [column], scene) => {
      const area = areaAt(scene, at);
      const c = area.left + wholeOf(column, 'column');
      return onSameSheet(scene, at, { ...area, left: c, right: c });
    },
    GetLastRow: (at, _args, scene) => scene.range(at.sheetId, { ...areaAt(scene, at), top: at.area.bottom }),
    GetLastColumn: (at, _args, scene) => scene.range(at.sheetId, { ...areaAt(scene, at), left: at.area.right }),
    GetLastCell: (at, _args, scene) => scene.range(at.sheetId, { ...areaAt(scene, at), top: at.area.bottom, left: at.area.right }),
    GetEntireRow: (at, _args, scene) => scene.range(at.sheetId, { ...areaAt(scene, at), left: 0, right: LAST_COLUMN }),
    GetEntireColumn: (at, _args, scene) => scene.range(at.sheetId, { ...areaAt(scene, at), top: 0, bottom: LAST_ROW }),
    GetOffsetRange: (at, [rows, columns], scene) => onSameSheet(scene, at, offset(areaAt(scene, at), wholeOf(rows, 'rowOffset'), wholeOf(columns, 'columnOffset'))),
    GetResizedRange: (at, [rows, columns], scene) => {
      const area = areaAt(scene, at);
      return onSameSheet(scene, at, { ...area, bottom: area.bottom + wholeOf(rows, 'deltaRows'), right: area.right + wholeOf(columns, 'deltaColumns') });
    },
    GetAbsoluteResizedRange: (at, [rows, columns], scene) => {
      const area = areaAt(scene, at);
      return onSameSheet(scene, at, { ...area, bottom: area.top + wholeOf(rows, 'numRows') - 1, right: area.left + wholeOf(columns, 'numColumns') - 1 });
    },
    GetRowsAbove: (at, [count], scene) => {
      const [area, n] = [areaAt(scene, at), optionalWhole(count, 'count') ?? 1];
      return onSameSheet(scene, at, n < 0 ? { ...area, top: area.bottom + 1, bottom: area.bottom - n } : { ...area, top: area.top - n, bottom: area.top - 1 });
    },
    GetRowsBelow: (at, [count], scene) => {
      const [area, n] = [areaAt(scene, at), optionalWhole(count, 'count') ?? 1];
      return onSameSheet(scene, at, n < 0 ? { ...area, top: area.top + n, bottom: area.top - 1 } : { ...area, top: area.bottom + 1, bottom: area.bottom + n });
    },
    GetColumnsBefore: (at, [count], scene) => {
      const [area, n] = [areaAt(scene, at), optionalWhole(count, 'count') ?? 1];
      return onSameSheet(scene, at, { ...area, left: area.left - n, right: area.left - 1 });
    },
    GetColumnsAfter: (at, [count], scene) => {
      const [area, n] = [areaAt(scene, at), optionalWhole(count, 'count') ?? 1];
      return onSameSheet(scene, at, { ...area, left: area.right + 1, right: area.right + n });
    },
    GetBoundingRect: (at, [other], scene) => {
      const second = rangeArgument(scene, at, other);
      if (second.sheetId !== at.sheetId) throw invalid('the ranges are on different sheets');
      return scene.range(at.sheetId, bounding(areaAt(scene, at), areaAt(scene, second)));
    },
    GetIntersection: (at, [other], scene) => intersectionWith(scene, at, other),
    GetIntersectionOrNullObject: (at, [other], scene) => orNull(() => intersectionWith(scene, at, other)),
    GetUsedRange: (at, [valuesOnly], scene) => scene.range(at.sheetId, usedWithin(scene, at, valuesOnly) ?? { ...areaAt(scene, at), bottom: at.area.top, right: at.area.left }),
    GetUsedRangeOrNullObject: (at, [valuesOnly], scene) => {
      const used = usedWithin(scene, at, valuesOnly);
      return used ? scene.range(at.sheetId, used) : null;
    },
    GetSpecialCells: (at, args, scene) => specialCells(scene, at, args),
    GetSpecialCellsOrNullObject: (at, args, scene) => orNull(() => specialCells(scene, at, args)),
    GetSurroundingRegion: (at, _args, scene) => scene.range(at.sheetId, surrounding(scene, at)),
    GetRangeEdge: (at, [direction], scene) => {
      const { row, column } = edgeFrom(scene, at, oneOf(direction, ['Up', 'Down', 'Left', 'Right'], 'direction'));
      return scene.range(at.sheetId, { top: row, bottom: row, left: column, right: column });
    },
    GetExtendedRange: (at, [direction], scene) => {
      const { row, column } = edgeFrom(scene, at, oneOf(direction, ['Up', 'Down', 'Left', 'Right'], 'direction'));
      return scene.range(at.sheetId, bounding(areaAt(scene, at), { top: row, bottom: row, left: column, right: column }));
    },
    GetMergedAreasOrNullObject: (at, _args, scene) => {
      const area = areaAt(scene, at);
      // Only merges whose first cell is in the range are found (office-js 3611).
      const merges = sheetAt(scene, at.sheetId).merges.filter((merge) => merge.top >= area.top && merge.top <= area.bottom && merge.left >= area.left && merge.left <= area.right);
      return merges.length === 0 ? null : scene.object('RangeAreas', { sheetId: at.sheetId, ranges: merges.map((merge) => scene.range(at.sheetId, merge).at) });
    },
    GetVisibleView: (at, _args, scene) => scene.object('RangeView', { range: scene.range(at.sheetId, areaAt(scene, at)).at }),
    GetCellProperties: (at, [load], scene) => readCellProperties(scene, at, load),
    GetRowProperties: (at, [load], scene) => readRowProperties(scene, at, load),
    GetColumnProperties: (at, [load], scene) => readColumnProperties(scene, at, load),
    SetCellProperties: (at, [properties], scene) => writeCellProperties(scene, at, properties),
    SetRowProperties: (at, [properties], scene) => writeRowProperties(scene, at, properties),
    SetColumnProperties: (at, [properties], scene) => writeColumnProperties(scene, at, properties),
    // Office.js cuts large grids into pieces of 1,500 cells and asks first whether the whole fits.
    _ValidateArraySize: (at, [rows, columns], scene) => {
      const area = areaAt(scene, at);
      if (rows !== rowCount(area) || columns !== columnCount(area)) throw invalid(`the values are ${String(rows)} × ${String(columns)}, the range is ${rowCount(area)} × ${columnCount(area)}`);
    },
    Clear: (at, [what], scene) => scene.book.clear(at.sheetId, areaAt(scene, at), clearWhat(what)),
    Insert: (at, [shift], scene) => {
      const area = areaAt(scene, at);
      scene.book.insertCells(at.sheetId, area, oneOf(shift, ['Down', 'Right'], 'shift'), 'addin');
      return scene.range(at.sheetId, area);
    },
    Delete: (at, [shift], scene) => scene.book.deleteCells(at.sheetId, areaAt(scene, at), oneOf(shift, ['Up', 'Left'], 'shift'), 'addin'),
    Merge: (at, [across], scene) => scene.book.merge(at.sheetId, areaAt(scene, at), optionalFlag(across, 'across') ?? false),
    Unmerge: (at, _args, scene) => scene.book.unmerge(at.sheetId, areaAt(scene, at)),
    CopyFrom: (at, args, scene) => copyFrom(scene, at, args),
    Calculate: (_at, _args, scene) => scene.book.recalculate(),
    Select: (at, _args, scene) => {
      const area = areaAt(scene, at);
      scene.book.select({ sheetId: at.sheetId, areas: [area], active: { row: area.top, column: area.left } }, 'addin');
    },
    Find: (at, [text, criteria], scene) => {
      const found = findIn(scene, at, text, criteria);
      if (!found) throw new HostFault('ItemNotFound', `nothing found for ${String(text)}`);
      return scene.range(at.sheetId, found);
    },
    FindOrNullObject: (at, [text, criteria], scene) => {
      const found = findIn(scene, at, text, criteria);
      return found ? scene.range(at.sheetId, found) : null;
    },
  },
});
