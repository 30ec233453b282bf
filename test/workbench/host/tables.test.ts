// Tables through the real Office.js.
import { excelUnderTest, refusal, type ExcelUnderTest } from './excelUnderTest';

async function withTable(): Promise<ExcelUnderTest> {
  const excel = await excelUnderTest();
  await excel.run(async (context, sheet) => {
    sheet.getRange('A1:D3').formulas = [['编号', '事项', '天数', '两倍'], ['1.1', '甲', 3, ''], ['1.2', '乙', 5, '']];
    const table = sheet.tables.add('A1:D3', true);
    table.name = '任务台账';
    table.columns.getItem('两倍').getDataBodyRange().formulas = [['=[@天数]*2'], ['=[@天数]*2']];
    sheet.getRange('B2:B3').dataValidation.rule = { list: { inCellDropDown: true, source: '甲,乙,丙' } };
    const rule = sheet.getRange('A2:D3').conditionalFormats.add('Custom');
    rule.custom.rule.formula = '=$C2>4';
    rule.custom.format.fill.color = '#FFC7CE';
    await context.sync();
  });
  return excel;
}

describe('tables through the real Office.js', () => {
  test('[W] a table knows its parts', async () => {
    const { run } = await withTable();
    const read = await run(async (context) => {
      const table = context.workbook.tables.getItem('任务台账');
      const ranges = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange(), table.columns.getItem('天数').getRange()].map((range) => range.load('address'));
      table.load('name,style,showHeaders,showTotals,id');
      table.columns.load('items/name,items/id,items/index');
      table.rows.load('count');
      await context.sync();
      return { addresses: ranges.map((range) => range.address), columns: table.columns.items.map((column) => column.name), rows: table.rows.count, style: table.style };
    });
    expect(read).toEqual({ addresses: ['Sheet1!A1:D3', 'Sheet1!A1:D1', 'Sheet1!A2:D3', 'Sheet1!C1:C3'], columns: ['编号', '事项', '天数', '两倍'], rows: 2, style: 'TableStyleMedium2' });
  });

  test.each([
    ['another table there', 'InvalidOperation', (sheet: Excel.Worksheet) => { sheet.tables.add('D3:E5', true); }],
    ['a merge inside', 'InvalidOperation', (sheet: Excel.Worksheet) => { sheet.getRange('G1:H1').merge(); sheet.tables.add('G1:H3', true); }],
    ['merging its cells', 'InvalidOperation', (sheet: Excel.Worksheet) => { sheet.getRange('A2:B2').merge(); }],
    ['a name like a cell', 'InvalidArgument', (sheet: Excel.Worksheet) => { sheet.tables.getItem('任务台账').name = 'AB12'; }],
    ['a name with a space', 'InvalidArgument', (sheet: Excel.Worksheet) => { sheet.tables.getItem('任务台账').name = '任务 台账'; }],
    ['a missing table', 'ItemNotFound', (sheet: Excel.Worksheet) => { sheet.tables.getItem('别的').name = '甲'; }],
    ['a half of it pushed down', 'InsertDeleteConflict', (sheet: Excel.Worksheet) => { sheet.getRange('B2').insert('Down'); }],
    ['a row of the wrong width', 'InvalidArgument', (sheet: Excel.Worksheet) => { sheet.tables.getItem('任务台账').rows.add(undefined, [['1.3']]); }],
  ])('[W] refused: %s', async (_what, code, attempt) => {
    const { run } = await withTable();
    expect((await refusal(run(async (context, sheet) => {
      attempt(sheet);
      await context.sync();
    }))).code).toBe(code);
  });

  test('[W] a table name and a defined name cannot be the same', async () => {
    const { run } = await withTable();
    expect((await refusal(run(async (context, sheet) => {
      context.workbook.names.add('任务台账', sheet.getRange('A1'));
      await context.sync();
    }))).code).toBe('ItemAlreadyExists');
  });

  test('[W] header texts are made unique and are text', async () => {
    const { run } = await excelUnderTest();
    const names = await run(async (context, sheet) => {
      sheet.getRange('A1:D1').values = [['名', '名', 2021, '']];
      const table = sheet.tables.add('A1:D2', true);
      table.getHeaderRowRange().load('values');
      table.columns.load('items/name');
      await context.sync();
      return table.columns.items.map((column) => column.name);
    });
    expect(names).toEqual(['名', '名2', '2021', '列4']);
  });

  test('[W] writing over a header renames the column, also in formulas', async () => {
    const { run, book } = await withTable();
    await run(async (context, sheet) => {
      sheet.getRange('C1').values = [['剩余天数']];
      await context.sync();
    });
    expect(book.tableByName('任务台账')?.table.columns.map((column) => column.name)).toEqual(['编号', '事项', '剩余天数', '两倍']);
    expect(book.cellAt(book.activeSheetId, 1, 3)?.formula).toContain('剩余天数');
  });

  test('[W] added rows take formulas, validations and rules; what stands below moves down', async () => {
    const { run, book } = await withTable();
    await run(async (context, sheet) => {
      sheet.getRange('A4').values = [['页脚']];
      sheet.tables.getItem('任务台账').rows.add(undefined, [['1.3', '丙', 9, '']]);
      await context.sync();
    });
    const id = book.activeSheetId;
    expect(book.tableByName('任务台账')?.table.area).toMatchObject({ top: 0, bottom: 3 });
    expect(book.cellAt(id, 3, 3)).toMatchObject({ formula: '=[@天数]*2', value: 18 });
    expect(book.cellAt(id, 4, 0)?.value).toBe('页脚');
    expect(book.validationAt(id, 3, 1)?.type).toBe('list');
    expect(book.shownStyleAt(id, 3, 0).fillColor).toBe('#FFC7CE');
    expect(book.shownStyleAt(id, 1, 0).fillColor).toBe('');
  });

  test('[W] deleting rows keeps one empty row at the end', async () => {
    const { run, book } = await withTable();
    await run(async (context, sheet) => {
      const { rows } = sheet.tables.getItem('任务台账');
      rows.getItemAt(0).delete();
      rows.getItemAt(0).delete();
      await context.sync();
    });
    expect(book.tableByName('任务台账')?.table.area).toMatchObject({ top: 0, bottom: 1 });
    expect(book.cellAt(book.activeSheetId, 1, 0)?.value ?? null).toBeNull();
  });

  test('[W] resizing, converting and deleting', async () => {
    const { run, book } = await withTable();
    await run(async (context, sheet) => {
      sheet.tables.getItem('任务台账').resize('A1:D6');
      await context.sync();
    });
    expect(book.tableByName('任务台账')?.table.area.bottom).toBe(5);
    expect((await refusal(run(async (context, sheet) => {
      sheet.tables.getItem('任务台账').resize('A2:D6');
      await context.sync();
    }))).code).toBe('InvalidArgument');
    await run(async (context, sheet) => {
      sheet.tables.getItem('任务台账').convertToRange();
      await context.sync();
    });
    expect(book.tableByName('任务台账')).toBeUndefined();
    expect(book.cellAt(book.activeSheetId, 0, 0)?.value).toBe('编号');
  });

  test('[W] sorting takes whole rows along, filtering hides rows', async () => {
    const { run, book } = await withTable();
    const read = await run(async (context, sheet) => {
      const table = sheet.tables.getItem('任务台账');
      table.sort.apply([{ key: 2, ascending: false }]);
      const body = table.getDataBodyRange().load('values');
      table.columns.getItem('事项').filter.applyValuesFilter(['甲']);
      const view = table.getDataBodyRange().getVisibleView().load('values');
      await context.sync();
      table.clearFilters();
      await context.sync();
      return [body.values, view.values];
    });
    expect(read).toEqual([[[1.2, '乙', 5, 10], [1.1, '甲', 3, 6]], [[1.1, '甲', 3, 6]]]);
    expect([...(book.sheets[0]?.rows.values() ?? [])].some((row) => row.hidden)).toBe(false);
  });

  test('[W] inserting sheet rows moves tables, formulas, merges, validations, rules, names and print areas', async () => {
    const { run, book } = await withTable();
    await run(async (context, sheet) => {
      context.workbook.names.add('基准日', sheet.getRange('F2'));
      sheet.getRange('F2').formulas = [['=SUM(C2:C3)']];
      sheet.getRange('F3:G3').merge();
      sheet.pageLayout.setPrintArea('A1:G3');
      await context.sync();
      const kept = sheet.getRange('C3').load('address');
      await context.sync();
      sheet.getRange('2:3').insert('Down');
      kept.load('address,values');
      await context.sync();
      expect([kept.address, kept.values]).toEqual(['Sheet1!C5', [[5]]]);
    });
    const [sheet] = book.sheets;
    expect(sheet?.tables[0]?.area).toEqual({ top: 0, left: 0, bottom: 4, right: 3 });
    expect(book.cellAt(sheet?.id ?? '', 3, 5)?.formula).toBe('=SUM(C4:C5)');
    expect(sheet?.merges).toEqual([{ top: 4, bottom: 4, left: 5, right: 6 }]);
    expect(sheet?.validations[0]?.areas).toEqual([{ top: 3, bottom: 4, left: 1, right: 1 }]);
    expect(sheet?.rules[0]?.areas).toEqual([{ top: 3, bottom: 4, left: 0, right: 3 }]);
    expect(sheet?.rules[0]?.rule).toMatchObject({ formula: '$C4>4' });
    expect(book.names[0]?.formula).toBe('=Sheet1!$F$4');
    expect(sheet?.page.printArea).toBe('$A$1:$G$5');
  });
});
