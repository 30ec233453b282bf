// Sizes on screen, cells drawn as one, and how much of a sheet is laid out.
import { columnPixels, columnWidth, centredRuns, grownOverMerges, rowPixels, rowPoints, shownExtent } from '../../../src/workbench/view/sheetLayout';
import { sameShape, shapeOf } from '../../../src/workbench/view/univerSheet';
import { bookForView, write } from './books';

const area = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });

describe('the layout of a sheet', () => {
  test('[W] widths and heights go to pixels and back', () => {
    for (const width of [0, 2.25, 9, 36.5, 255]) expect(columnWidth(columnPixels(width))).toBe(width);
    for (const points of [0, 14.25, 30, 409.5]) expect(rowPoints(rowPixels(points))).toBe(points);
  });

  test('[W] lays out what is used with room below, whatever must be reached, and never more than Excel has', () => {
    expect(shownExtent(undefined)).toEqual({ rows: 1000, columns: 52 });
    expect(shownExtent(area(0, 0, 5008, 19))).toEqual({ rows: 5500, columns: 52 });
    expect(shownExtent(undefined, area(0, 0, 1_048_575, 16_383))).toEqual({ rows: 1_048_576, columns: 16_384 });
  });

  test('[W] text centred across a selection is drawn over the empty cells that ask for the same, and no further', () => {
    const { book, sheet } = bookForView();
    write(book, sheet, 0, 0, [['标题', null, null, '另一个', null]]);
    book.restyle(sheet.id, area(0, 0, 0, 4), { horizontal: 'CenterAcrossSelection' });
    expect(centredRuns(sheet, () => book.styleAt(sheet.id, 0, 0))).toEqual([area(0, 0, 0, 2), area(0, 3, 0, 4)]);
  });

  test('[W] a merge in the way is not drawn over', () => {
    const { book, sheet } = bookForView();
    write(book, sheet, 0, 0, [['标题']]);
    book.restyle(sheet.id, area(0, 0, 0, 3), { horizontal: 'CenterAcrossSelection' });
    book.merge(sheet.id, area(0, 2, 1, 2), false);
    expect(centredRuns(sheet, (row, column) => book.styleAt(sheet.id, row, column))).toEqual([]);
  });

  test('[W] a selection grows until no merge stands half inside it', () => {
    const merges = [area(0, 0, 1, 1), area(1, 2, 3, 2)];
    expect(grownOverMerges(area(1, 1, 1, 2), merges)).toEqual(area(0, 0, 3, 2));
    expect(grownOverMerges(area(5, 5, 5, 5), merges)).toEqual(area(5, 5, 5, 5));
  });

  test('[W] merges, frozen panes, hidden rows and sizes reach the grid, and only they ask for a new layout', () => {
    const { book, sheet } = bookForView();
    book.merge(sheet.id, area(0, 0, 0, 3), false);
    book.setFrozen(sheet.id, 3, 1);
    book.setRow(sheet.id, 4, { hidden: true });
    book.setRow(sheet.id, 5, { height: 30 });
    book.setColumn(sheet.id, 2, { width: 20 });
    const shape = shapeOf(sheet, undefined, undefined, []);
    expect(shape).toMatchObject({
      merges: [{ startRow: 0, startColumn: 0, endRow: 0, endColumn: 3 }],
      freeze: { ySplit: 3, xSplit: 1, startRow: 3, startColumn: 1 },
      rowData: { 4: { hd: 1 }, 5: { h: 40, hd: 0 } },
      columnData: { 2: { w: 160 } },
    });
    book.enter(sheet.id, 9, 9, '甲');
    expect(sameShape(shape, shapeOf(sheet, book.usedArea(sheet.id, false), undefined, []))).toBe(true);
    book.setRow(sheet.id, 4, { hidden: false });
    expect(sameShape(shape, shapeOf(sheet, book.usedArea(sheet.id, false), undefined, []))).toBe(false);
  });
});
