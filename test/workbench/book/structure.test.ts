// Rows and columns that come and go, and what moves with them.
import fc from 'fast-check';
import { addressOf, columnLetters, columnOf, isOnSheet, overlap, parseAddress, splitAddress, withDeleted, withInserted, without } from '../../../src/workbench/book/area';
import { Book } from '../../../src/workbench/book/book';
import { HostFault } from '../../../src/workbench/book/hostFault';
import type { Area } from '../../../src/workbench/book/model';
import { checkItemName } from '../../../src/workbench/book/names';
import { checkSheetName } from '../../../src/workbench/book/sheet';
import { createCalc } from '../../../src/workbench/calc';

const anArea = fc.tuple(fc.nat(40), fc.nat(12), fc.nat(40), fc.nat(12)).map(([a, b, c, d]): Area => ({ top: Math.min(a, c), bottom: Math.max(a, c), left: Math.min(b, d), right: Math.max(b, d) }));

function codeOf(work: () => void): string {
  try {
    work();
  } catch (fault) {
    if (fault instanceof HostFault) return fault.code;
    throw fault;
  }
  return 'taken';
}

describe('rectangles', () => {
  test('[W] an address reads back as its rectangle', () => {
    fc.assert(fc.property(anArea, fc.boolean(), (area, absolute) => { expect(parseAddress(addressOf(area, absolute))).toEqual(area); }));
    fc.assert(fc.property(fc.nat(16_383), (column) => { expect(columnOf(columnLetters(column))).toBe(column); }));
    expect(['A:C', '2:5', '$A$1', 'XFD1048576'].map(parseAddress).every((area) => area && isOnSheet(area))).toBe(true);
    expect(['XFE1', 'A1048577', 'A', '1', 'A1:B', ''].map(parseAddress)).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
    expect(splitAddress("'张''三 表'!A1")).toEqual({ sheet: "张'三 表", rest: 'A1' });
  });

  test('[W] cutting a hole leaves the rest, once', () => {
    fc.assert(fc.property(anArea, anArea, (area, hole) => {
      const parts = without(area, hole);
      const size = (each: Area): number => (each.bottom - each.top + 1) * (each.right - each.left + 1);
      const cut = overlap(area, hole) ? (Math.min(area.bottom, hole.bottom) - Math.max(area.top, hole.top) + 1) * (Math.min(area.right, hole.right) - Math.max(area.left, hole.left) + 1) : 0;
      expect(parts.reduce((sum, part) => sum + size(part), 0)).toBe(size(area) - cut);
      expect(parts.some((part) => overlap(part, hole))).toBe(false);
    }));
  });

  test('[W] what was inserted and deleted again is as before', () => {
    fc.assert(fc.property(anArea, fc.constantFrom('rows' as const, 'columns' as const), fc.nat(40), fc.integer({ min: 1, max: 5 }), (area, kind, at, count) => {
      expect(withDeleted(withInserted(area, kind, at, count), kind, at, count)).toEqual(area);
    }));
  });
});

describe('names', () => {
  test.each(['基准日', '任务台账', '_a.b', '甲1', 'AAAA1', '\\x', 'é'])('[W] taken: %s', (name) => { expect(codeOf(() => checkItemName(name))).toBe('taken'); });
  test.each(['', '1甲', 'A1', 'xfd10', 'R1C1', 'r', 'C', 'a b', 'a-b', '甲（一）', 'x'.repeat(256), 'TRUE'])('[W] refused: %s', (name) => { expect(codeOf(() => checkItemName(name))).toBe('InvalidArgument'); });
  test.each(['双月汇总2021-06(旧1)', '一'.repeat(31), "a'b", 'Historie'])('[W] a sheet may be called %s', (name) => { expect(codeOf(() => checkSheetName(name))).toBe('taken'); });
  test.each(['', "a'", 'history', 'a\tb'])('[W] a sheet may not be called %j', (name) => { expect(codeOf(() => checkSheetName(name))).toBe('InvalidArgument'); });
});

describe('inserting and deleting', () => {
  function filled(): { book: Book; id: string } {
    const clock = { today: () => 44_365 };
    const book = new Book({ calc: createCalc(clock), clock });
    const id = book.activeSheetId;
    book.writeInputs(id, { top: 0, left: 0, bottom: 5, right: 3 }, Array.from({ length: 6 }, (_, r) => [r, r * 10, `=A${r + 1}+B${r + 1}`, `第${r}行`]), 'addin');
    book.setRow(id, 3, { height: 40 });
    return { book, id };
  }

  test('[W] rows put in and taken out again leave the book as it was', () => {
    fc.assert(fc.property(fc.nat(7), fc.integer({ min: 1, max: 4 }), (at, count) => {
      const { book, id } = filled();
      const before = book.picture();
      const rows = { top: at, bottom: at + count - 1, left: 0, right: 16_383 };
      book.insertCells(id, rows, 'Down', 'user');
      book.deleteCells(id, rows, 'Up', 'user');
      expect(book.picture()).toEqual(before);
    }), { numRuns: 30 });
  });

  test('[W] the same for columns, and for a block of cells', () => {
    fc.assert(fc.property(fc.nat(5), fc.integer({ min: 1, max: 3 }), fc.boolean(), (at, count, whole) => {
      const { book, id } = filled();
      const before = book.picture();
      const block = { top: whole ? 0 : 1, bottom: whole ? 1_048_575 : 2, left: at, right: at + count - 1 };
      book.insertCells(id, block, 'Right', 'user');
      book.deleteCells(id, block, 'Left', 'user');
      expect(book.picture()).toEqual(before);
    }), { numRuns: 30 });
  });

  test('[W] references to deleted cells become #REF!', () => {
    const { book, id } = filled();
    book.deleteCells(id, { top: 0, bottom: 1_048_575, left: 0, right: 0 }, 'Left', 'user');
    expect(book.cellAt(id, 2, 1)).toMatchObject({ formula: '=#REF!+A3', value: { error: '#REF!' } });
  });

  test('[W] merges are not torn, filled cells do not leave the sheet', () => {
    const { book, id } = filled();
    book.merge(id, { top: 8, bottom: 9, left: 0, right: 1 }, false);
    expect(codeOf(() => book.insertCells(id, { top: 8, bottom: 8, left: 0, right: 0 }, 'Down', 'user'))).toBe('InsertDeleteConflict');
    book.writeInputs(id, { top: 1_048_575, bottom: 1_048_575, left: 0, right: 0 }, [['末']], 'addin');
    expect(codeOf(() => book.insertCells(id, { top: 0, bottom: 0, left: 0, right: 16_383 }, 'Down', 'user'))).toBe('InsertDeleteConflict');
  });

  test('[W] merging keeps the first cell alone, and writing behind a merge is ignored', () => {
    const { book, id } = filled();
    book.merge(id, { top: 0, bottom: 1, left: 0, right: 1 }, false);
    book.writeInputs(id, { top: 0, bottom: 1, left: 0, right: 1 }, [['一', '二'], ['三', '四']], 'addin');
    book.unmerge(id, { top: 0, bottom: 0, left: 0, right: 0 });
    expect([[0, 0], [0, 1], [1, 0], [1, 1]].map(([row = 0, column = 0]) => book.cellAt(id, row, column)?.value ?? null)).toEqual(['一', null, null, null]);
  });

  test('[W] a refused input leaves the whole write undone', () => {
    const { book, id } = filled();
    const before = book.picture();
    expect(codeOf(() => book.writeInputs(id, { top: 0, bottom: 0, left: 0, right: 1 }, [['新', '=SUM(']], 'addin'))).toBe('InvalidArgument');
    expect(book.picture()).toEqual(before);
  });

  test('[W] sorting keeps rows whole, empties last, formulas in step', () => {
    const { book, id } = filled();
    book.sortRows(id, { top: 0, left: 0, bottom: 5, right: 3 }, [{ column: 0, ascending: false }], 'user');
    expect(book.cellAt(id, 0, 3)?.value).toBe('第5行');
    expect(book.cellAt(id, 0, 2)).toMatchObject({ formula: '=A1+B1', value: 55 });
  });
});
