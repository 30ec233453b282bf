// Requests to the pretend Excel: counted, slow, failing.
import { excelUnderTest, newBook, refusal } from './excelUnderTest';

describe('requests: counted, slow, failing', () => {
  test('[W] one sync is one request, however many actions; giving references back has no number', async () => {
    const { run, host } = await excelUnderTest();
    const heard: (number | undefined)[] = [];
    host.onRequest((record) => heard.push(record.n));
    await run(async (context, sheet) => {
      const range = sheet.getRange('A1:B2');
      range.values = [['一', '二'], ['三', '四']];
      range.load('values');
      await context.sync();
      range.format.font.bold = true;
      await context.sync();
    });
    await host.settled();
    expect(host.requests.filter((record) => record.n !== undefined).map((record) => record.n)).toEqual([1, 2]);
    expect(heard.filter((n) => n !== undefined)).toEqual([1, 2]);
    const [first] = host.requests;
    expect(first?.objects).toEqual(expect.arrayContaining(['GetRange', 'Values']));
    expect(first?.requestBytes).toBeGreaterThan(300);
    expect(first?.responseBytes).toBeGreaterThan(50);
  });

  test('[W] a fault before anything: the book is as it was', async () => {
    const { run, host, book } = await excelUnderTest();
    const before = book.picture();
    host.faults.add({ when: 'next', fails: 'before', code: 'GeneralException' });
    const { code, message } = await refusal(run(async (context, sheet) => {
      sheet.getRange('A1').values = [['一']];
      await context.sync();
    }));
    expect({ code, message }).toEqual({ code: 'GeneralException', message: '处理请求时出现内部错误。' });
    expect(book.picture()).toEqual(before);
  });

  test('[W] a fault half-way: what came before is done', async () => {
    const { run, host, book } = await excelUnderTest();
    host.faults.add({ when: (request) => request.objects.includes('Values'), fails: { afterActions: 20 } });
    await refusal(run(async (context, sheet) => {
      for (let row = 1; row <= 10; row++) sheet.getRange(`A${row}`).values = [[row]];
      await context.sync();
    }));
    const done = book.usedArea(book.activeSheetId, true);
    expect(done).toBeDefined();
    expect(done?.bottom).toBeLessThan(9);
  });

  test('[W] a lost answer: everything is done and the add-in hears of a failure', async () => {
    const { run, host, book } = await excelUnderTest();
    host.faults.add({ when: 2, fails: 'answerLost', code: 'RequestAborted' });
    await run(async (context) => { context.workbook.load('name'); await context.sync(); });
    expect((await refusal(run(async (context, sheet) => {
      sheet.getRange('A1').values = [['一']];
      await context.sync();
    }))).code).toBe('RequestAborted');
    expect(book.cellAt(book.activeSheetId, 0, 0)?.value).toBe('一');
  });

  test('[W] a fault strikes as often as told, and can be called off', async () => {
    const { run, host } = await excelUnderTest();
    const ask = (): Promise<unknown> => run(async (context) => { context.workbook.load('name'); await context.sync(); });
    host.faults.add({ when: () => true, fails: 'before', times: 2 });
    await refusal(ask());
    await refusal(ask());
    await ask();
    host.faults.add({ when: 'next', fails: 'before' })();
    await ask();
  });

  test('[W] a slow request takes its time, and later ones wait for it', async () => {
    const { run, host } = await excelUnderTest();
    host.faults.add({ when: 'next', delay: 60 });
    const order: string[] = [];
    await Promise.all([
      run(async (context) => { context.workbook.load('name'); await context.sync(); order.push('slow'); }),
      run(async (context) => { context.workbook.load('name'); await context.sync(); order.push('next'); }),
    ]);
    expect(order).toEqual(['slow', 'next']);
    expect(host.requests[0]?.ms).toBeGreaterThanOrEqual(55);
  });

  test('[W] while somebody types in a cell, requests fail, or wait when told to', async () => {
    const { run, host, office } = await excelUnderTest();
    const end = host.startCellEdit();
    const { code } = await refusal(run(async (context) => { context.workbook.load('name'); await context.sync(); }));
    expect(code).toBe('InvalidOperationInCellEditMode');
    let done = false;
    const waiting = office.Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.load('name');
      await context.sync();
      done = true;
    });
    await new Promise((resolve) => { setTimeout(resolve, 30); });
    expect(done).toBe(false);
    end();
    await waiting;
    expect(done).toBe(true);
  });

  test('[X2] Excel on the web takes 5 MB a request and gives 5 MB an answer; on Windows there is no such limit', async () => {
    const rows = Array.from({ length: 400 }, () => ['港'.repeat(5_000)]);
    const write = async (context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<void> => {
      sheet.getRange('A1:A400').values = rows;
      await context.sync();
    };
    const web = await excelUnderTest({ platform: 'web' });
    expect((await refusal(web.run(write))).code).toBe('RequestPayloadSizeLimitExceeded');
    expect(web.book.usedArea(web.book.activeSheetId, true)).toBeUndefined();
    const book = newBook();
    const windows = await excelUnderTest({}, book);
    await windows.run(write);
    windows.office.close();
    const again = await excelUnderTest({ platform: 'web' }, book);
    expect((await refusal(again.run(async (context, sheet) => {
      sheet.getRange('A1:A400').load('values');
      await context.sync();
    }))).code).toBe('ResponsePayloadSizeLimitExceeded');
  });

  test('[W] a member that came after the declared set is not found', async () => {
    const { run } = await excelUnderTest({ requirementSets: { ExcelApi: '1.8' } });
    const { code, message } = await refusal(run(async (context, sheet) => {
      sheet.pageLayout.load('orientation');
      await context.sync();
    }));
    expect(code).toBe('ApiNotFound');
    expect(message).toMatch(/API/);
    const later = await excelUnderTest();
    expect((await refusal(later.run(async (context, sheet) => {
      sheet.getRange('A1').load('valuesAsJson');
      await context.sync();
    }))).code).toBe('ApiNotFound');
  });

  test('[W] what the pretend Excel lacks is refused by name and listed', async () => {
    const { run, host } = await excelUnderTest();
    const { message } = await refusal(run(async (context, sheet) => {
      sheet.getRange('A1').getImage();
      await context.sync();
    }));
    expect(message).toContain('NotSupported: Range.getImage');
    await refusal(run(async (context) => {
      context.workbook.pivotTables.load('items/name');
      await context.sync();
    }));
    expect(host.lacking).toEqual(['Range.getImage', 'Workbook.pivotTables']);
  });

  test('[W] a property that nothing has is InvalidArgument', async () => {
    const { run } = await excelUnderTest();
    expect((await refusal(run(async (context, sheet) => {
      sheet.getRange('A1').load('worth');
      await context.sync();
    }))).code).toBe('InvalidArgument');
  });

  test('[W] a tracked range follows its cells over requests, and one whose cells were deleted is gone', async () => {
    const { run, book, office } = await excelUnderTest();
    const kept = await run(async (context, sheet) => {
      const range = sheet.getRange('B5');
      context.trackedObjects.add(range);
      range.values = [['此处']];
      await context.sync();
      return range;
    });
    const id = book.activeSheetId;
    book.insertCells(id, { top: 0, bottom: 1, left: 0, right: 16_383 }, 'Down', 'user');
    await office.Excel.run(kept, async (context) => {
      kept.load('address,values');
      await context.sync();
    });
    expect([kept.address, kept.values]).toEqual(['Sheet1!B7', [['此处']]]);
    book.deleteCells(id, { top: 6, bottom: 6, left: 0, right: 16_383 }, 'Up', 'user');
    expect((await refusal(office.Excel.run(kept, async (context) => {
      kept.load('values');
      await context.sync();
    }))).code).toBe('ItemNotFound');
  });
});
