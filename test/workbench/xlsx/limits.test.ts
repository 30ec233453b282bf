// What a file cannot hold is refused when saving, by place; and a large book takes seconds, not minutes.
import { openXlsx, saveXlsx } from '../../../src/workbench/xlsx';
import { newProperties } from '../../../src/workbench/book/properties';
import type { Cell, Sheet } from '../../../src/workbench/book/model';
import { newSheet } from '../../../src/workbench/book/sheet';
import { UNWRITABLE } from '../../../src/workbench/xlsx/lostWords';
import { makeBook } from './plainCalc';

const saved = (change: (sheet: Sheet) => void) => {
  const sheet = newSheet('a', '台账');
  change(sheet);
  return saveXlsx(makeBook({ name: 'x.xlsx', sheets: [sheet], names: [], properties: newProperties(), date1904: false }));
};
const area = [{ top: 1, left: 1, bottom: 1, right: 1 }];

describe('[W] what a file cannot hold', () => {
  test('[W] the longest text of a cell is kept, a longer one refused by its place', async () => {
    const longest = '长'.repeat(32_767);
    const { book } = await openXlsx(await saved((sheet) => { sheet.cells.set(0, new Map([[0, { value: longest }]])); }), makeBook);
    expect(book.cellAt(book.sheets[0]!.id, 0, 0)?.value).toBe(longest);
    await expect(saved((sheet) => { sheet.cells.set(3, new Map([[2, { value: `${longest}长` }]])); })).rejects.toThrow(UNWRITABLE.textTooLong('台账!C4', 32_768));
  });

  test('[W] a list of words over 255 characters, an over-long message, an over-long header', async () => {
    const validation = { areas: area, type: 'list' as const, ignoreBlanks: true, inCellDropDown: true };
    await expect(saved((sheet) => { sheet.validations.push({ ...validation, formula1: '甲'.repeat(256) }); })).rejects.toThrow(UNWRITABLE.listTooLong('台账!B2', 256));
    await expect(saved((sheet) => { sheet.validations.push({ ...validation, formula1: '甲', prompt: { title: '', message: '甲'.repeat(256), show: true } }); })).rejects.toThrow(UNWRITABLE.messageTooLong('台账!B2', 256, 255));
    await expect(saved((sheet) => { sheet.page.header.center = '甲'.repeat(260); })).rejects.toThrow(UNWRITABLE.headerTooLong('台账', 262));
  });

  test('[W] 20,000 rows of 20 columns are saved and opened within seconds', async () => {
    const start = performance.now();
    const bytes = await saved((sheet) => {
      for (let row = 0; row < 20_000; row++) sheet.cells.set(row, new Map(Array.from({ length: 20 }, (_, column): [number, Cell] => [column, { value: column % 3 ? `第${row}项工作，第${column}列` : row * column }])));
    });
    const middle = performance.now();
    const { book } = await openXlsx(bytes, makeBook);
    expect(book.cellAt(book.sheets[0]!.id, 19_999, 19)?.value).toBe('第19999项工作，第19列');
    // Alone it is 1.5 and 1 second; the bound leaves room for a slow machine at work on other things
    expect([middle - start < 15_000, performance.now() - middle < 15_000]).toEqual([true, true]);
  }, 60_000);
});
