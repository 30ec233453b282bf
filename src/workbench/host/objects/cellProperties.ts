// getCellProperties, getRowProperties, getColumnProperties and their setters: many looks in one request.
import { columnCount, quotedSheetName, addressOf, cellArea, rowCount } from '../../book/area';
import { widthOfPoints } from '../../book/columnWidth';
import { styleOf } from '../../book/cells';
import { invalid } from '../../book/hostFault';
import type { Area, CellStyle } from '../../book/model';
import { NotSupported } from '../../notSupported';
import { flagOf, listOf, numberOf, recordOf } from '../arguments';
import type { RangeAt } from '../places';
import type { Scene } from '../scene';
import { columnWidthOf, rowHeightOf } from './geometry';
import { changedSide, FILL_PARTS, FONT_PARTS, FORMAT_PARTS, PROTECTION_PARTS, type LookPart } from './looks';
import { areaAt, sheetAt } from './sheetPlace';

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function partNamed(parts: Record<string, LookPart>, group: string, name: string): LookPart {
  const part = Object.hasOwn(parts, pascal(name)) ? parts[pascal(name)] : undefined;
  if (!part) throw new NotSupported('Range', 'cell properties', `${group}.${name}`);
  return part;
}

function readGroup(parts: Record<string, LookPart>, group: string, wanted: unknown, style: CellStyle): Record<string, unknown> {
  const names = wanted === true ? Object.keys(parts).map((name) => name.charAt(0).toLowerCase() + name.slice(1)) : Object.entries(recordOf(wanted, group)).filter(([, on]) => on === true).map(([name]) => name);
  return Object.fromEntries(names.map((name) => [name, partNamed(parts, group, name).read(style)]));
}

function readFormat(wanted: Record<string, unknown>, style: CellStyle, sizes: { rowHeight: () => number; columnWidth: () => number }): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const [name, ask] of Object.entries(wanted)) {
    if (ask === undefined || ask === false || ask === null) continue;
    if (name === 'font') value.font = readGroup(FONT_PARTS, 'font', ask, style);
    else if (name === 'fill') value.fill = readGroup(FILL_PARTS, 'fill', ask, style);
    else if (name === 'protection') value.protection = readGroup(PROTECTION_PARTS, 'protection', ask, style);
    else if (name === 'borders') value.borders = { top: sideValue(style, 'top'), bottom: sideValue(style, 'bottom'), left: sideValue(style, 'left'), right: sideValue(style, 'right') };
    else if (name === 'rowHeight') value.rowHeight = sizes.rowHeight();
    else if (name === 'columnWidth') value.columnWidth = sizes.columnWidth();
    else value[name] = partNamed(FORMAT_PARTS, 'format', name).read(style);
  }
  return value;
}

function sideValue(style: CellStyle, edge: 'top' | 'bottom' | 'left' | 'right'): Record<string, string> {
  const side = style[edge];
  return side ? { style: side.line, color: side.color, weight: side.weight } : { style: 'None', color: '#000000', weight: 'Thin' };
}

function readOne(scene: Scene, at: RangeAt, wanted: Record<string, unknown>, row: number, column: number, address: Area): Record<string, unknown> {
  const sheet = sheetAt(scene, at.sheetId);
  const value: Record<string, unknown> = {};
  for (const [name, ask] of Object.entries(wanted)) {
    if (ask === undefined || ask === false || ask === null) continue;
    if (name === 'address' || name === 'addressLocal') value[name] = `${quotedSheetName(sheet.name)}!${addressOf(address)}`;
    else if (name === 'format') value.format = readFormat(recordOf(ask, 'format'), styleOf(sheet, row, column), { rowHeight: () => rowHeightOf(sheet, row), columnWidth: () => columnWidthOf(sheet, column) });
    else if (name === 'rowIndex') value.rowIndex = row;
    else if (name === 'columnIndex') value.columnIndex = column;
    else if (name === 'rowHidden') value.rowHidden = sheet.rows.get(row)?.hidden ?? false;
    else if (name === 'columnHidden') value.columnHidden = sheet.columns.get(column)?.hidden ?? false;
    else if (name === 'hidden') value.hidden = (sheet.rows.get(row)?.hidden ?? false) || (sheet.columns.get(column)?.hidden ?? false);
    else throw new NotSupported('Range', 'cell properties', name);
  }
  return value;
}

/** Range.getCellProperties: what was asked for of each cell. */
export function readCellProperties(scene: Scene, at: RangeAt, load: unknown): unknown {
  const area = areaAt(scene, at);
  const wanted = recordOf(load, 'cellPropertiesLoadOptions');
  return Array.from({ length: rowCount(area) }, (_r, r) => Array.from({ length: columnCount(area) }, (_c, c) => readOne(scene, at, wanted, area.top + r, area.left + c, cellArea(area.top + r, area.left + c))));
}

/** Range.getRowProperties: what was asked for of each row. */
export function readRowProperties(scene: Scene, at: RangeAt, load: unknown): unknown {
  const area = areaAt(scene, at);
  const wanted = recordOf(load, 'rowPropertiesLoadOptions');
  return Array.from({ length: rowCount(area) }, (_, r) => readOne(scene, at, wanted, area.top + r, area.left, { ...area, top: area.top + r, bottom: area.top + r }));
}

/** Range.getColumnProperties: what was asked for of each column. */
export function readColumnProperties(scene: Scene, at: RangeAt, load: unknown): unknown {
  const area = areaAt(scene, at);
  const wanted = recordOf(load, 'columnPropertiesLoadOptions');
  return Array.from({ length: columnCount(area) }, (_, c) => readOne(scene, at, wanted, area.top, area.left + c, { ...area, left: area.left + c, right: area.left + c }));
}

function groupChange(parts: Record<string, LookPart>, group: string, given: unknown): Partial<CellStyle> {
  return Object.assign({}, ...Object.entries(recordOf(given, group)).filter(([, value]) => value !== undefined && value !== null).map(([name, value]) => partNamed(parts, group, name).change(value))) as Partial<CellStyle>;
}

function formatChange(given: Record<string, unknown>, before: CellStyle): { look: Partial<CellStyle>; rowHeight?: number; columnWidth?: number } {
  let look: Partial<CellStyle> = {};
  const sizes: { rowHeight?: number; columnWidth?: number } = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null) continue;
    if (name === 'font') look = { ...look, ...groupChange(FONT_PARTS, 'font', value) };
    else if (name === 'fill') look = { ...look, ...groupChange(FILL_PARTS, 'fill', value) };
    else if (name === 'protection') look = { ...look, ...groupChange(PROTECTION_PARTS, 'protection', value) };
    else if (name === 'borders') look = { ...look, ...bordersChange(value, before) };
    else if (name === 'rowHeight') sizes.rowHeight = numberOf(value, 'rowHeight');
    else if (name === 'columnWidth') sizes.columnWidth = numberOf(value, 'columnWidth');
    else look = { ...look, ...partNamed(FORMAT_PARTS, 'format', name).change(value) };
  }
  return { look, ...sizes };
}

function bordersChange(given: unknown, before: CellStyle): Partial<CellStyle> {
  const change: Partial<Record<'top' | 'bottom' | 'left' | 'right', CellStyle['top']>> = {};
  for (const [edge, value] of Object.entries(recordOf(given, 'borders'))) {
    if (value === undefined || value === null) continue;
    if (edge !== 'top' && edge !== 'bottom' && edge !== 'left' && edge !== 'right') throw new NotSupported('Range', 'cell properties', `borders.${edge}`);
    let side = before[edge];
    const parts = recordOf(value, edge);
    // The style comes first: a weight alone would otherwise be overwritten.
    for (const name of ['style', 'color', 'weight'] as const) if (parts[name] !== undefined && parts[name] !== null) side = changedSide(side, name === 'style' ? 'Style' : name === 'color' ? 'Color' : 'Weight', parts[name]);
    if (side) change[edge] = side;
  }
  return change;
}

function writeOne(scene: Scene, at: RangeAt, given: unknown, area: Area): void {
  const properties = recordOf(given, 'properties');
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (name === 'format') {
      const { look, rowHeight, columnWidth } = formatChange(recordOf(value, 'format'), scene.book.styleAt(at.sheetId, area.top, area.left));
      if (Object.keys(look).length > 0) scene.book.restyle(at.sheetId, area, look);
      if (rowHeight !== undefined) for (let row = area.top; row <= area.bottom; row++) scene.book.setRow(at.sheetId, row, { height: rowHeight });
      if (columnWidth !== undefined) for (let column = area.left; column <= area.right; column++) scene.book.setColumn(at.sheetId, column, { width: widthOfPoints(columnWidth) });
    } else if (name === 'rowHidden') {
      for (let row = area.top; row <= area.bottom; row++) scene.book.setRow(at.sheetId, row, { hidden: flagOf(value, name) });
    } else if (name === 'columnHidden') {
      for (let column = area.left; column <= area.right; column++) scene.book.setColumn(at.sheetId, column, { hidden: flagOf(value, name) });
    } else {
      throw new NotSupported('Range', 'cell properties', name);
    }
  }
}

/** Range.setCellProperties: a look for each cell. */
export function writeCellProperties(scene: Scene, at: RangeAt, given: unknown): void {
  const area = areaAt(scene, at);
  const lines = listOf(given, 'cellPropertiesData');
  if (lines.length !== rowCount(area)) throw invalid(`${lines.length} rows of properties for ${rowCount(area)} rows`);
  lines.forEach((line, r) => {
    const each = listOf(line, 'cellPropertiesData');
    if (each.length !== columnCount(area)) throw invalid(`${each.length} properties for ${columnCount(area)} columns`);
    each.forEach((properties, c) => writeOne(scene, at, properties, cellArea(area.top + r, area.left + c)));
  });
}

/** Range.setRowProperties: height, visibility and look of each row. */
export function writeRowProperties(scene: Scene, at: RangeAt, given: unknown): void {
  const area = areaAt(scene, at);
  const lines = listOf(given, 'rowPropertiesData');
  if (lines.length !== rowCount(area)) throw invalid(`${lines.length} properties for ${rowCount(area)} rows`);
  lines.forEach((properties, r) => writeOne(scene, at, properties, { ...area, top: area.top + r, bottom: area.top + r }));
}

/** Range.setColumnProperties: width, visibility and look of each column. */
export function writeColumnProperties(scene: Scene, at: RangeAt, given: unknown): void {
  const area = areaAt(scene, at);
  const lines = listOf(given, 'columnPropertiesData');
  if (lines.length !== columnCount(area)) throw invalid(`${lines.length} properties for ${columnCount(area)} columns`);
  lines.forEach((properties, c) => writeOne(scene, at, properties, { ...area, left: area.left + c, right: area.left + c }));
}
