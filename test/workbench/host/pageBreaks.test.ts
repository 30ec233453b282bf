// Manual page breaks through the real Office.js.
import { excelUnderTest, refusal } from './excelUnderTest';

describe('page breaks through the real Office.js', () => {
  test('[W] breaks stand before the first cell of a range, given as an address or a range, in the order of rows', async () => {
    const { run, book } = await excelUnderTest();
    const read = await run(async (context, sheet) => {
      sheet.horizontalPageBreaks.add('A12:E20');
      sheet.horizontalPageBreaks.add(sheet.getRange('C5'));
      sheet.verticalPageBreaks.add('D1');
      await context.sync();
      const rows = sheet.horizontalPageBreaks.load('items/rowIndex,items/columnIndex');
      const columns = sheet.verticalPageBreaks.load('items/rowIndex,items/columnIndex');
      const count = sheet.horizontalPageBreaks.getCount();
      const second = sheet.horizontalPageBreaks.getItem(1).load('rowIndex');
      const after = sheet.verticalPageBreaks.getItem(0).getCellAfterBreak().load('address');
      await context.sync();
      return [rows.items.map((each) => [each.rowIndex, each.columnIndex]), columns.items.map((each) => [each.rowIndex, each.columnIndex]), count.value, second.rowIndex, after.address];
    });
    expect(read).toEqual([[[4, 0], [11, 0]], [[0, 3]], 2, 11, 'Sheet1!D1']);
    expect(book.sheets[0]?.page).toMatchObject({ rowBreaks: [4, 11], columnBreaks: [3] });
  });

  test('[W] a break set twice is one; one is deleted alone, and all of a kind together', async () => {
    const { run, book } = await excelUnderTest();
    const before = book.picture();
    await run(async (context, sheet) => {
      for (const address of ['A5', 'B5', 'A9', 'A12']) sheet.horizontalPageBreaks.add(address);
      sheet.verticalPageBreaks.add('C1');
      await context.sync();
      const breaks = sheet.horizontalPageBreaks.load('items');
      await context.sync();
      expect(breaks.items).toHaveLength(3);
      breaks.items[1]?.delete();
      await context.sync();
      expect(book.sheets[0]?.page.rowBreaks).toEqual([4, 11]);
      sheet.horizontalPageBreaks.removePageBreaks();
      await context.sync();
      expect(book.sheets[0]?.page).toMatchObject({ columnBreaks: [2] });
      expect(book.sheets[0]?.page).not.toHaveProperty('rowBreaks');
      expect(book.picture()).not.toEqual(before);
      sheet.verticalPageBreaks.removePageBreaks();
      await context.sync();
    });
    expect(book.picture()).toEqual(before);
  });

  test.each<[string, (sheet: Excel.Worksheet, other: Excel.Worksheet) => void, string]>([
    ['before row 1', (sheet) => { sheet.horizontalPageBreaks.add('B1'); }, 'InvalidArgument'],
    ['before column A', (sheet) => { sheet.verticalPageBreaks.add('A7'); }, 'InvalidArgument'],
    ['on another sheet', (sheet, other) => { sheet.horizontalPageBreaks.add(other.getRange('A5')); }, 'InvalidArgument'],
    ['that is no place', (sheet) => { sheet.horizontalPageBreaks.add('第五行'); }, 'InvalidArgument'],
    ['that is not there', (sheet) => { sheet.horizontalPageBreaks.getItem(0).delete(); }, 'InvalidArgument'],
  ])('[W] a page break %s is refused', async (_what, attempt, code) => {
    const { run, book } = await excelUnderTest();
    book.addSheet('名册');
    const before = book.picture();
    expect((await refusal(run(async (context, sheet) => {
      attempt(sheet, context.workbook.worksheets.getItem('名册'));
      await context.sync();
    }))).code).toBe(code);
    expect(book.picture()).toEqual(before);
  });

  test('[W] Excel takes 1,026 breaks of a kind', async () => {
    const { run, book } = await excelUnderTest();
    book.setPage(book.activeSheetId, { rowBreaks: Array.from({ length: 1026 }, (_, index) => index + 1) });
    expect((await refusal(run(async (context, sheet) => {
      sheet.horizontalPageBreaks.add('A5000');
      await context.sync();
    }))).code).toBe('InvalidArgument');
  });

  test.each<[string, (sheet: Excel.Worksheet) => void, number[] | undefined, number[] | undefined]>([
    ['rows inserted above', (sheet) => { sheet.getRange('2:4').insert('Down'); }, [7, 12], [3]],
    ['a row inserted right at a break', (sheet) => { sheet.getRange('5:5').insert('Down'); }, [5, 10], [3]],
    ['rows inserted below', (sheet) => { sheet.getRange('20:21').insert('Down'); }, [4, 9], [3]],
    ['a row deleted above', (sheet) => { sheet.getRange('2:2').delete('Up'); }, [3, 8], [3]],
    ['the row under a break deleted', (sheet) => { sheet.getRange('5:5').delete('Up'); }, [8], [3]],
    ['all rows above a break deleted', (sheet) => { sheet.getRange('1:4').delete('Up'); }, [5], [3]],
    ['every row with a break deleted', (sheet) => { sheet.getRange('3:30').delete('Up'); }, undefined, [3]],
    ['columns inserted', (sheet) => { sheet.getRange('A:B').insert('Right'); }, [4, 9], [5]],
    ['a column deleted', (sheet) => { sheet.getRange('D:D').delete('Left'); }, [4, 9], undefined],
    ['only some cells moved', (sheet) => { sheet.getRange('A2:B3').insert('Down'); }, [4, 9], [3]],
  ])('[W] breaks stay with the row under them: %s', async (_what, change, rows, columns) => {
    const { run, book } = await excelUnderTest();
    await run(async (context, sheet) => {
      sheet.horizontalPageBreaks.add('A5');
      sheet.horizontalPageBreaks.add('A10');
      sheet.verticalPageBreaks.add('D1');
      await context.sync();
      change(sheet);
      await context.sync();
    });
    expect([book.sheets[0]?.page.rowBreaks, book.sheets[0]?.page.columnBreaks]).toEqual([rows, columns]);
  });

  test('[W] breaks stay where they are while the sheet is fitted to pages', async () => {
    const { run, book } = await excelUnderTest();
    await run(async (context, sheet) => {
      sheet.horizontalPageBreaks.add('A5');
      sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
      await context.sync();
      sheet.pageLayout.zoom = { scale: 80 };
      await context.sync();
    });
    expect(book.sheets[0]?.page).toMatchObject({ scale: 80, rowBreaks: [4] });
  });
});
