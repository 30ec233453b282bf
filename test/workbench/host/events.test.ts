// Events of the pretend Excel, as they arrive in handlers of the real Office.js.
import { cellArea } from '../../../src/workbench/book/area';
import { excelUnderTest } from './excelUnderTest';

describe('events through the real Office.js', () => {
  test('[W] a change by a person arrives at the sheet, the sheets and the table, with who and where', async () => {
    const { run, book, host } = await excelUnderTest();
    const seen: unknown[] = [];
    await run(async (context, sheet) => {
      sheet.getRange('A1:B2').values = [['编号', '事项'], ['1.1', '']];
      const table = sheet.tables.add('A1:B2', true);
      await context.sync();
      sheet.onChanged.add(async (event) => { seen.push(['sheet', event.address, event.changeType, event.source, event.triggerSource, event.details?.valueAfter]); await Promise.resolve(); });
      context.workbook.worksheets.onChanged.add(async (event) => { seen.push(['sheets', event.address, event.worksheetId === book.activeSheetId]); await Promise.resolve(); });
      table.onChanged.add(async (event) => { seen.push(['table', event.address]); await Promise.resolve(); });
      await context.sync();
    });
    book.enter(book.activeSheetId, 1, 1, '正在推进');
    await host.settled();
    expect(seen).toEqual(expect.arrayContaining([['sheet', 'B2', 'RangeEdited', 'Local', 'Unknown', '正在推进'], ['sheets', 'B2', true], ['table', 'B2']]));
    expect(seen).toHaveLength(3);
  });

  test('[W] an add-in hears of its own writing too, and can tell', async () => {
    const { run, host } = await excelUnderTest();
    const sources: string[] = [];
    await run(async (context, sheet) => {
      sheet.onChanged.add(async (event) => { sources.push(event.triggerSource); await Promise.resolve(); });
      await context.sync();
      sheet.getRange('A1').values = [['一']];
      await context.sync();
    });
    await host.settled();
    expect(sources).toEqual(['ThisLocalAddin']);
  });

  test('[W] an event hands out the range that changed', async () => {
    const { run, book, host, office } = await excelUnderTest();
    const values: unknown[] = [];
    await run(async (context, sheet) => {
      sheet.onChanged.add(async (event) => {
        await office.Excel.run(async (own) => {
          const range = event.getRangeOrNullObject(own).load('values,address');
          await own.sync();
          values.push([range.address, range.values]);
        });
      });
      await context.sync();
    });
    book.enter(book.activeSheetId, 2, 1, '正在推进');
    await host.settled();
    expect(values).toEqual([['Sheet1!B3', [['正在推进']]]]);
  });

  test('[W] inserted rows say so', async () => {
    const { run, book, host } = await excelUnderTest();
    const seen: unknown[] = [];
    await run(async (context, sheet) => {
      sheet.onChanged.add(async (event) => { seen.push([event.changeType, event.address, event.changeDirectionState?.insertShiftDirection]); await Promise.resolve(); });
      await context.sync();
    });
    book.insertCells(book.activeSheetId, { top: 1, bottom: 2, left: 0, right: 16_383 }, 'Down', 'user');
    await host.settled();
    expect(seen).toEqual([['RowInserted', '2:3', 'Down']]);
  });

  test('[W] selection, activation, adding and deleting sheets, calculation', async () => {
    const { run, book, host } = await excelUnderTest();
    const seen: unknown[] = [];
    const first = book.activeSheetId;
    await run(async (context, sheet) => {
      sheet.getRange('B1').formulas = [['=A1*2']];
      sheet.onSelectionChanged.add(async (event) => { seen.push(['selection', event.address]); await Promise.resolve(); });
      sheet.onCalculated.add(async () => { seen.push(['calculated']); await Promise.resolve(); });
      context.workbook.onSelectionChanged.add(async () => { seen.push(['workbook selection']); await Promise.resolve(); });
      const { worksheets } = context.workbook;
      worksheets.onActivated.add(async (event) => { seen.push(['activated', event.worksheetId === first]); await Promise.resolve(); });
      worksheets.onDeactivated.add(async (event) => { seen.push(['deactivated', event.worksheetId === first]); await Promise.resolve(); });
      worksheets.onAdded.add(async () => { seen.push(['added']); await Promise.resolve(); });
      worksheets.onDeleted.add(async () => { seen.push(['deleted']); await Promise.resolve(); });
      await context.sync();
    });
    await host.settled();
    seen.length = 0;
    book.select({ sheetId: first, areas: [cellArea(2, 2)], active: { row: 2, column: 2 } }, 'user');
    await host.settled();
    expect(seen.splice(0)).toEqual([['selection', 'C3'], ['workbook selection']]);
    book.enter(first, 0, 0, '4');
    await host.settled();
    expect(seen.splice(0)).toEqual([['calculated']]);
    const other = book.addSheet('二');
    book.activate(other.id, 'user');
    await host.settled();
    expect(seen.splice(0)).toEqual([['added'], ['deactivated', true], ['activated', false]]);
    book.deleteSheet(other.id);
    await host.settled();
    expect(seen.splice(0)).toEqual(expect.arrayContaining([['deleted'], ['activated', true]]));
  });

  test('[W] a handler that was removed hears nothing more', async () => {
    const { run, book, host, office } = await excelUnderTest();
    const seen: string[] = [];
    const handle = await run(async (context, sheet) => {
      const added = sheet.onChanged.add(async (event) => { seen.push(event.address); await Promise.resolve(); });
      await context.sync();
      return added;
    });
    book.enter(book.activeSheetId, 0, 0, '一');
    await host.settled();
    await office.Excel.run(handle.context as Excel.RequestContext, async (context) => {
      handle.remove();
      await context.sync();
    });
    book.enter(book.activeSheetId, 1, 0, '二');
    await host.settled();
    expect(seen).toEqual(['A1']);
  });
});
