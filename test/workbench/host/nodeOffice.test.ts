// The unmodified Office.js in Node: that it believes itself in Excel for Windows, also several times in one process.
import { ExcelHost } from '../../../src/workbench/host/excelHost';
import { openOffice } from '../../../src/workbench/host/nodeOffice';
import { excelUnderTest, newBook, refusal } from './excelUnderTest';

describe('the unmodified Office.js in Node', () => {
  test('[W] it believes itself in Excel for Windows, in Chinese, with the declared sets', async () => {
    const { office } = await excelUnderTest();
    const { context } = office.Office;
    expect({ host: context.host, platform: context.platform, language: context.displayLanguage, content: context.contentLanguage, version: context.diagnostics.version })
      .toEqual({ host: 'Excel', platform: 'PC', language: 'zh-CN', content: 'zh-CN', version: '16.0.14332.20000' });
    expect(['1.14', '1.15'].map((version) => context.requirements.isSetSupported('ExcelApi', version))).toEqual([true, false]);
    expect(context.requirements.isSetSupported('DialogApi', '1.2')).toBe(true);
    expect(context.document.url).toBe('工作簿1.xlsx');
  });

  test('[W] the theme of Office is told, light and dark', async () => {
    const light = await excelUnderTest();
    expect(light.office.Office.context.officeTheme).toMatchObject({ bodyBackgroundColor: '#ffffff', bodyForegroundColor: '#262626' });
    light.office.close();
    const dark = await excelUnderTest({ theme: 'dark' });
    expect(dark.office.Office.context.officeTheme?.bodyBackgroundColor).toBe('#262626');
  });

  test('[W] several hosts one after another and at once keep apart', async () => {
    const books = [newBook(), newBook(), newBook()];
    for (const [index, book] of books.entries()) {
      const office = await openOffice(new ExcelHost(book));
      await office.Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[`第${index}本`]];
        await context.sync();
      });
      office.close();
    }
    expect(books.map((book) => book.cellAt(book.activeSheetId, 0, 0)?.value)).toEqual(['第0本', '第1本', '第2本']);
    const [one, two] = await Promise.all([openOffice(new ExcelHost(newBook())), openOffice(new ExcelHost(newBook()))]);
    expect(one.Excel).not.toBe(two.Excel);
    one.close();
    two.close();
  });

  test('[W] what it hands out belongs to the caller: arrays, dates, errors, promises', async () => {
    const { run, office } = await excelUnderTest();
    const promise = office.Excel.run(async (context) => { await context.sync(); });
    expect(promise).toBeInstanceOf(Promise);
    await promise;
    const values = await run(async (context, sheet) => {
      const range = sheet.getRange('A1:B1').load('values');
      await context.sync();
      return range.values;
    });
    expect(values).toBeInstanceOf(Array);
    const problem: unknown = await run(async (context) => { context.workbook.worksheets.getItem('x').load('name'); await context.sync(); }).catch((each: unknown) => each);
    expect(problem).toBeInstanceOf(Error);
  });

  test('[W] globals are set only when asked, and taken back', async () => {
    expect('Excel' in globalThis).toBe(false);
    const quiet = await openOffice(new ExcelHost(newBook()));
    expect('Excel' in globalThis).toBe(false);
    quiet.close();
    const loud = await openOffice(new ExcelHost(newBook()), { global: true });
    expect(globalThis.Excel).toBe(loud.Excel);
    expect(globalThis.Office).toBe(loud.Office);
    loud.close();
    expect('Excel' in globalThis).toBe(false);
  });

  test('[W] opening takes less than 300 ms', async () => {
    const began = Date.now();
    (await openOffice(new ExcelHost(newBook()))).close();
    expect(Date.now() - began).toBeLessThan(300);
  });

  test('[W] a ribbon button runs its function, and its completed() is noticed', async () => {
    const { office, host, book } = await excelUnderTest();
    const sources: string[] = [];
    office.Office.actions.associate('buildLedger', (event: Office.AddinCommands.Event) => {
      sources.push(event.source.id);
      void office.Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [['好']];
        await context.sync();
      }).then(() => event.completed());
    });
    await expect(host.runCommand('buildLedger', 'BuildButton')).resolves.toEqual({ completed: true });
    expect(sources).toEqual(['BuildButton']);
    expect(book.cellAt(book.activeSheetId, 0, 0)?.value).toBe('好');
    await expect(host.runCommand('noSuchFunction')).resolves.toEqual({ completed: false });
  });

  test('[W] document settings are kept', async () => {
    const { office } = await excelUnderTest();
    const { settings } = office.Office.context.document;
    settings.set('看过首页', true);
    await new Promise<void>((resolve, reject) => { settings.saveAsync((result) => { if (result.status === office.Office.AsyncResultStatus.Succeeded) resolve(); else reject(new Error(result.error.message)); }); });
    settings.remove('看过首页');
    await new Promise<void>((resolve) => { settings.refreshAsync(() => resolve()); });
    expect(settings.get('看过首页')).toBe(true);
  });

  test('[W] what Office.js asks beyond Excel and is not modelled fails by name', async () => {
    const { office, host } = await excelUnderTest();
    const status = await new Promise((resolve) => { office.Office.context.document.getSelectedDataAsync(office.Office.CoercionType.Text, (result) => resolve(result.status)); });
    expect(status).toBe('failed');
    expect(host.lacking.length).toBeGreaterThan(0);
  });

  test('[W] another workbook is opened through the workbench, or refused', async () => {
    const opened: (string | undefined)[] = [];
    const { office } = await excelUnderTest({ hooks: { createWorkbook: (base64) => opened.push(base64) } });
    await office.Excel.createWorkbook('UEs=');
    await office.Excel.createWorkbook();
    expect(opened).toEqual(['UEs=', undefined]);
    const alone = await excelUnderTest();
    expect((await refusal(Promise.resolve(alone.office.Excel.createWorkbook()))).message).toContain('NotSupported: WorkbookCreated.open');
  });

  test('[W] workbook.save without a place to save to is refused', async () => {
    const { run } = await excelUnderTest();
    expect((await refusal(run(async (context) => { context.workbook.save(); await context.sync(); }))).message).toContain('NotSupported: Workbook.save');
    const saved: string[] = [];
    const other = await excelUnderTest({ hooks: { save: () => saved.push('saved') } });
    await other.run(async (context) => { context.workbook.save('Save' as Excel.SaveBehavior); await context.sync(); });
    expect(saved).toEqual(['saved']);
  });
});
