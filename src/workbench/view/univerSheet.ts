// One sheet of the book as Univer's data: sizes, merges, frozen panes. Cells are not in it: Univer asks for those one by one.
import type { BooleanNumber, IColumnData, IFreeze, IRange, IRowData, IWorksheetData } from '@univerjs/core';
import type { Area, Sheet } from '../book/model';
import { columnPixels, rowPixels, shownExtent } from './sheetLayout';

// Univer's own numbers, by value: this file is pure and does not load Univer.
const [NO, YES]: readonly [BooleanNumber.FALSE, BooleanNumber.TRUE] = [0, 1];

/** An area in Univer's words. */
export function rangeOf(area: Area): IRange {
  return { startRow: area.top, startColumn: area.left, endRow: area.bottom, endColumn: area.right };
}

/** Univer's range as an area of the book. */
export function areaOf(range: IRange): Area {
  return { top: range.startRow, left: range.startColumn, bottom: range.endRow, right: range.endColumn };
}

/** The parts of a sheet that Univer must know beforehand. */
export interface SheetShape {
  rowData: Record<number, IRowData>;
  columnData: Record<number, IColumnData>;
  merges: IRange[];
  freeze: IFreeze;
  rowCount: number;
  columnCount: number;
  showGridlines: BooleanNumber;
  rowHeader: { width: number; hidden: BooleanNumber };
  columnHeader: { height: number; hidden: BooleanNumber };
  defaultRowHeight: number;
  defaultColumnWidth: number;
}

/** Reads the shape of a sheet. `runs` are cells drawn as one that are no merges. */
export function shapeOf(sheet: Sheet, used: Area | undefined, reach: Area | undefined, runs: readonly Area[]): SheetShape {
  const extent = shownExtent(used, reach);
  const rowData: Record<number, IRowData> = {};
  for (const [row, info] of sheet.rows) {
    if (row >= extent.rows || (info.height === undefined && !info.hidden)) continue;
    rowData[row] = {
      ...(info.height === undefined ? {} : { h: rowPixels(info.height) }),
      hd: info.hidden || info.height === 0 ? YES : NO,
      ia: NO,
    };
  }
  const columnData: Record<number, IColumnData> = {};
  for (const [column, info] of sheet.columns) {
    if (column >= extent.columns || (info.width === undefined && !info.hidden)) continue;
    columnData[column] = {
      ...(info.width === undefined ? {} : { w: columnPixels(info.width) }),
      hd: info.hidden || info.width === 0 ? YES : NO,
    };
  }
  const { rows, columns } = sheet.frozen;
  const hidden = sheet.showHeadings ? NO : YES;
  return {
    rowData,
    columnData,
    merges: [...sheet.merges, ...runs].map(rangeOf),
    freeze: { startRow: rows > 0 ? rows : -1, startColumn: columns > 0 ? columns : -1, ySplit: rows, xSplit: columns },
    rowCount: extent.rows,
    columnCount: extent.columns,
    showGridlines: sheet.showGridlines ? YES : NO,
    rowHeader: { width: 36, hidden },
    columnHeader: { height: 20, hidden },
    defaultRowHeight: rowPixels(sheet.defaultRowHeight),
    defaultColumnWidth: columnPixels(sheet.defaultColumnWidth),
  };
}

/** Whether two shapes need the same layout. */
export function sameShape(a: SheetShape, b: SheetShape): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A whole sheet in Univer's form. */
export function worksheetOf(id: string, name: string, shape: SheetShape, zoom: number): Partial<IWorksheetData> & { id: string; name: string } {
  const { merges, ...rest } = shape;
  return { id, name, cellData: {}, mergeData: merges, zoomRatio: zoom, ...rest };
}
