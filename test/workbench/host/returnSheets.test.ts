// What a workbook that goes out to be filled in needs of Excel, through the real Office.js: names, places, hiding, merges, locks, marks of its own.
import { excelUnderTest, refusal } from './excelUnderTest';

describe('a sheet that is made ready to be sent', () => {
  test('[W] renamed, the sheet keeps its table, its names, its own settings, and every reference to it', async () => {
    const { run, book } = await excelUnderTest();
    await run(async (context, sheet) => {
      sheet.getRange('A1:B3').values = [['编号', '落实情况'], ['1.1', '甲'], ['1.2', '']];
      const table = sheet.tables.add('A1:B3', true);
      table.name = '任务台账';
      sheet.names.add('本页', sheet.getRange('A2:A3'));
      context.workbook.names.add('编号们', sheet.getRange('A2:A3'));
      sheet.pageLayout.setPrintArea('A1:B3');
      sheet.customProperties.add('键', '1');
      const other = context.workbook.worksheets.add('统计');
      other.getRange('A1:A3').formulas = [['=COUNTA(任务台账[编号])'], ['=Sheet1!B2'], ['=COUNTA(编号们)']];
      await context.sync();
      sheet.name = '分发 2021(外贸)';
      await context.sync();
      sheet.load('name');
      const printed = sheet.pageLayout.getPrintArea().load('address');
      const formulas = other.getRange('A1:A3').load('formulas,values');
      const found = context.workbook.tables.getItem('任务台账').worksheet.load('name');
      const own = sheet.names.getItem('本页').load('formula');
      const mark = sheet.customProperties.getItem('键').load('value');
      await context.sync();
      expect([sheet.name, found.name, printed.address, mark.value]).toEqual(['分发 2021(外贸)', '分发 2021(外贸)', "'分发 2021(外贸)'!A1:B3", '1']);
      expect(formulas.formulas).toEqual([['=COUNTA(任务台账[编号])'], ["='分发 2021(外贸)'!B2"], ['=COUNTA(编号们)']]);
      expect(formulas.values).toEqual([[2], ['甲'], [2]]);
      expect(own.formula).toBe("='分发 2021(外贸)'!$A$2:$A$3");
    });
    expect(book.sheetByName('Sheet1')).toBeUndefined();
  });

  test('[W] a sheet moves to the first place, and others make room', async () => {
    const { run, book } = await excelUnderTest();
    await run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.add('二');
      const third = worksheets.add('三');
      third.position = 0;
      third.load('position');
      await context.sync();
      expect(third.position).toBe(0);
    });
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(['三', 'Sheet1', '二']);
    expect((await refusal(run(async (_context, sheet) => {
      sheet.position = 3;
      await sheet.context.sync();
    }))).code).toBe('InvalidArgument');
  });

  test('[W] a very hidden sheet can be written and read, and is not among those that a person can show', async () => {
    const { run, book } = await excelUnderTest();
    const read = await run(async (context) => {
      const key = context.workbook.worksheets.add('_钥匙');
      key.visibility = 'VeryHidden';
      key.getRange('A1').values = [['R2021']];
      await context.sync();
      const range = key.getRange('A1').load('values');
      key.load('visibility');
      const next = context.workbook.worksheets.getItem('Sheet1').getNextOrNullObject(true).load('name');
      await context.sync();
      return [range.values, key.visibility, next.isNullObject];
    });
    expect(read).toEqual([[['R2021']], 'VeryHidden', true]);
    expect(book.activeSheetId).toBe(book.sheets[0]?.id);
  });

  test('[W] a merge keeps the first cell\'s text and the frame around all of it', async () => {
    const { run, book } = await excelUnderTest();
    const read = await run(async (context, sheet) => {
      const block = sheet.getRange('A2:A4');
      sheet.getRange('A2').values = [['跨境贸易']];
      block.merge();
      for (const edge of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const) {
        const border = block.format.borders.getItem(edge);
        border.style = 'Continuous';
        border.weight = 'Thin';
        border.color = '#000000';
      }
      block.format.verticalAlignment = 'Center';
      block.format.wrapText = true;
      await context.sync();
      const values = sheet.getRange('A1:A5').load('values');
      const merged = sheet.getRange('A1:C9').getMergedAreasOrNullObject().load('address');
      await context.sync();
      return [values.values, merged.address];
    });
    expect(read).toEqual([[[''], ['跨境贸易'], [''], [''], ['']], 'Sheet1!A2:A4']);
    const id = book.activeSheetId;
    const line = { line: 'Continuous', weight: 'Thin', color: '#000000' };
    expect(book.styleAt(id, 1, 0)).toMatchObject({ top: line, left: line, right: line, vertical: 'Center', wrap: true });
    expect(book.styleAt(id, 1, 0).bottom).toBeUndefined();
    expect(book.styleAt(id, 2, 0)).toMatchObject({ left: line, right: line });
    expect(book.styleAt(id, 3, 0)).toMatchObject({ left: line, right: line, bottom: line });
  });

  test('[W] merging drops what stands behind the first cell, row by row when asked', async () => {
    const { run, book } = await excelUnderTest();
    await run(async (context, sheet) => {
      sheet.getRange('A1:C2').values = [['标题', '落下', 1], ['', '也落下', 2]];
      sheet.getRange('A1:C2').merge(true);
      await context.sync();
    });
    expect(book.sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }, { top: 1, left: 0, bottom: 1, right: 2 }]);
    expect([0, 1, 2].map((column) => book.cellAt(book.activeSheetId, 0, column)?.value ?? null)).toEqual(['标题', null, null]);
  });

  test('[W] a sheet protected without password: unlocked cells are filled in, sorted and filtered, rows and columns sized; locked ones and what was not allowed stay', async () => {
    const { run, book } = await excelUnderTest();
    const allowed = { allowSort: true, allowAutoFilter: true, allowFormatRows: true, allowFormatColumns: true };
    await run(async (context, sheet) => {
      sheet.getRange('A1:B3').values = [['任务', '落实情况'], ['甲', ''], ['乙', '']];
      sheet.getRange('B2:B3').format.protection.locked = false;
      sheet.protection.protect(allowed);
      await context.sync();
      sheet.getRange('B2:B3').values = [['已发布（虚拟示例）'], ['正在推进（虚拟示例）']];
      sheet.getRange('2:2').format.rowHeight = 40;
      sheet.getRange('A:A').format.columnWidth = 90;
      sheet.protection.load('protected,options');
      await context.sync();
      expect(sheet.protection.protected).toBe(true);
      expect(sheet.protection.options).toMatchObject({ ...allowed, allowFormatCells: false, allowInsertRows: false, selectionMode: 'Normal' });
    });
    expect(book.sheets[0]?.protection).not.toHaveProperty('password');
    const before = book.picture();
    for (const attempt of [
      (sheet: Excel.Worksheet) => { sheet.getRange('A2').values = [['改']]; },
      (sheet: Excel.Worksheet) => { sheet.getRange('A2:B2').values = [['改', '改']]; },
      (sheet: Excel.Worksheet) => { sheet.getRange('B2').format.fill.color = '#FF0000'; },
      (sheet: Excel.Worksheet) => { sheet.getRange('2:2').delete('Up'); },
      (sheet: Excel.Worksheet) => { sheet.charts.add('Pie', sheet.getRange('A1:B3')); },
    ]) {
      expect((await refusal(run(async (context, sheet) => {
        attempt(sheet);
        await context.sync();
      }))).code).toBe('AccessDenied');
    }
    expect(book.picture()).toEqual(before);
    await run(async (context, sheet) => {
      sheet.protection.unprotect();
      sheet.getRange('A2').values = [['丙']];
      await context.sync();
    });
    expect(book.cellAt(book.activeSheetId, 1, 0)?.value).toBe('丙');
  });

  test('[W] properties of the document keep their kind, are found without regard to case, and one that is set again is changed', async () => {
    const { run, book } = await excelUnderTest();
    const read = await run(async (context) => {
      const { custom } = context.workbook.properties;
      custom.add('ReturnKey', 'R2021-外贸');
      custom.add('任务数', 13);
      custom.add('已发', true);
      await context.sync();
      custom.add('returnkey', 'R2021-口岸');
      const key = custom.getItem('RETURNKEY').load('key,value,type');
      const missing = custom.getItemOrNullObject('没有');
      const count = custom.getCount();
      missing.load('key');
      await context.sync();
      const found: unknown[] = [key.key, key.value, key.type, missing.isNullObject, count.value];
      return found;
    });
    expect(read).toEqual(['ReturnKey', 'R2021-口岸', 'String', true, 3]);
    expect([...book.properties.custom]).toEqual([['ReturnKey', 'R2021-口岸'], ['任务数', 13], ['已发', true]]);
  });
});
