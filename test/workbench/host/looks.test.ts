// Looks, rules, validation and the rest, through the real Office.js.
import { excelUnderTest, refusal } from './excelUnderTest';

describe('looks, rules, validation and the rest through the real Office.js', () => {
  test('[W] formats are set and read; mixed ones read as null', async () => {
    const { run, book } = await excelUnderTest();
    const read = await run(async (context, sheet) => {
      const range = sheet.getRange('A1:B2');
      range.format.font.set({ name: '仿宋', size: 12, bold: true, color: 'red' });
      range.format.fill.color = '#FFEEDD';
      range.format.wrapText = true;
      range.format.horizontalAlignment = 'CenterAcrossSelection';
      range.format.columnWidth = 108;
      range.format.rowHeight = 30;
      sheet.getRange('B2').format.font.size = 14;
      range.load('format/wrapText,format/horizontalAlignment,format/columnWidth,format/rowHeight,format/font/name,format/font/size,format/font/color,format/fill/color');
      await context.sync();
      return { ...range.format.toJSON() };
    });
    expect(read).toMatchObject({ wrapText: true, horizontalAlignment: 'CenterAcrossSelection', columnWidth: 108, rowHeight: 30, font: { name: '仿宋', size: null, color: '#FF0000' }, fill: { color: '#FFEEDD' } });
    expect(book.sheets[0]?.columns.get(0)?.width).toBe(18);
  });

  test('[W] borders: edges and inner lines', async () => {
    const { run, book } = await excelUnderTest();
    await run(async (context, sheet) => {
      const { borders } = sheet.getRange('A1:B2').format;
      for (const edge of ['EdgeTop', 'InsideHorizontal'] as const) {
        const border = borders.getItem(edge);
        border.style = 'Continuous';
        border.weight = 'Medium';
        border.color = '#808080';
      }
      await context.sync();
    });
    const id = book.activeSheetId;
    const line = { line: 'Continuous', weight: 'Medium', color: '#808080' };
    expect(book.styleAt(id, 0, 0)).toMatchObject({ top: line, bottom: line });
    expect(book.styleAt(id, 1, 1)).toMatchObject({ top: line });
    expect(book.styleAt(id, 1, 1).bottom).toBeUndefined();
    const style = await run(async (context, sheet) => {
      const border = sheet.getRange('A1:B1').format.borders.getItem('EdgeTop').load('style,weight,color');
      await context.sync();
      return [border.style, border.weight, border.color];
    });
    expect(style).toEqual(['Continuous', 'Medium', '#808080']);
  });

  test.each([
    ['a colour', (range: Excel.Range) => { range.format.fill.color = '#12'; }], ['an alignment', (range: Excel.Range) => { range.format.horizontalAlignment = 'Middle' as 'Center'; }],
    ['a font size', (range: Excel.Range) => { range.format.font.size = 0; }], ['a number format', (range: Excel.Range) => { range.numberFormat = [['[']]; }],
    ['a row height', (range: Excel.Range) => { range.format.rowHeight = 500; }], ['an address', (range: Excel.Range) => { range.worksheet.getRange('A0').load('address'); }],
    ['a place off the sheet', (range: Excel.Range) => { range.getOffsetRange(-1, 0).load('address'); }],
  ])('[W] refused: %s that Excel does not know', async (_what, attempt) => {
    const { run } = await excelUnderTest();
    expect((await refusal(run(async (context, sheet) => {
      attempt(sheet.getRange('A1'));
      await context.sync();
    }))).code).toBe('InvalidArgument');
  });

  test('[W] many looks in one request, and read back', async () => {
    const { run } = await excelUnderTest();
    const read = await run(async (context, sheet) => {
      const range = sheet.getRange('A1:B1');
      range.setCellProperties([[{ format: { fill: { color: '#FF0000' } } }, { format: { font: { bold: true } } }]]);
      const cells = range.getCellProperties({ address: true, format: { fill: { color: true }, font: { bold: true } } });
      const columns = range.getColumnProperties({ columnHidden: true });
      await context.sync();
      return [cells.value, columns.value];
    });
    expect(read).toEqual([
      [[{ address: 'Sheet1!A1', format: { fill: { color: '#FF0000' }, font: { bold: false } } }, { address: 'Sheet1!B1', format: { fill: { color: '#FFFFFF' }, font: { bold: true } } }]],
      [{ columnHidden: false }, { columnHidden: false }],
    ]);
  });

  test('[W] conditional formats: custom, cell value, text; priority, stop, clearing', async () => {
    const { run, book } = await excelUnderTest();
    const read = await run(async (context, sheet) => {
      sheet.getRange('A1:A3').values = [['逾期'], ['正常'], [5]];
      const range = sheet.getRange('A1:A3');
      const text = range.conditionalFormats.add('ContainsText');
      text.textComparison.rule = { operator: 'Contains', text: '逾' };
      text.textComparison.format.font.color = '#C00000';
      const value = range.conditionalFormats.add('CellValue');
      value.cellValue.rule = { formula1: '4', operator: 'GreaterThan' };
      value.cellValue.format.fill.color = '#FFFF00';
      const custom = range.conditionalFormats.add('Custom');
      custom.custom.rule.formula = '=$A1="正常"';
      custom.custom.format.fill.color = '#00FF00';
      custom.stopIfTrue = true;
      range.conditionalFormats.load('items/type,items/priority,items/stopIfTrue');
      custom.custom.rule.load('formula');
      await context.sync();
      return { items: range.conditionalFormats.items.map((item) => [item.type, item.priority, item.stopIfTrue]), formula: custom.custom.rule.formula };
    });
    expect(read).toEqual({ items: [['Custom', 0, true], ['CellValue', 1, false], ['ContainsText', 2, false]], formula: '=$A1="正常"' });
    const id = book.activeSheetId;
    expect([0, 1, 2].map((row) => { const style = book.shownStyleAt(id, row, 0); return [style.fontColor, style.fillColor]; })).toEqual([['#C00000', '#FFFF00'], ['#000000', '#00FF00'], ['#000000', '#FFFF00']]);
    await run(async (context, sheet) => {
      sheet.getRange('A2').conditionalFormats.clearAll();
      await context.sync();
    });
    expect(book.shownStyleAt(id, 1, 0).fillColor).toBe('');
    expect(book.shownStyleAt(id, 2, 0).fillColor).toBe('#FFFF00');
  });

  test('[W] validation is set and read in the shape of Office.js', async () => {
    const { run } = await excelUnderTest();
    const read = await run(async (context, sheet) => {
      const date = sheet.getRange('A1:A9').dataValidation;
      date.rule = { date: { formula1: '2021-01-01', operator: 'GreaterThanOrEqualTo' } };
      date.prompt = { showPrompt: true, title: '办结日期', message: '如 2021-09-30' };
      date.errorAlert = { showAlert: true, style: 'Warning', title: '办结日期', message: '请填日期' };
      const list = sheet.getRange('B1').dataValidation;
      list.rule = { list: { inCellDropDown: true, source: sheet.getRange('D1:D3') } };
      for (const each of [date, list]) each.load('rule,type,prompt,errorAlert,ignoreBlanks');
      const mixed = sheet.getRange('A1:B1').dataValidation.load('type');
      await context.sync();
      return [date.rule, date.type, date.prompt, date.errorAlert, list.rule, list.type, mixed.type];
    });
    expect(read).toEqual([
      { date: { formula1: 44_197, operator: 'GreaterThanOrEqualTo' } }, 'Date', { showPrompt: true, title: '办结日期', message: '如 2021-09-30' },
      { showAlert: true, style: 'Warning', title: '办结日期', message: '请填日期' }, { list: { inCellDropDown: true, source: '=Sheet1!$D$1:$D$3' } }, 'List', 'Inconsistent',
    ]);
  });

  test('[W] finding, edges, used ranges and neighbours', async () => {
    const { run } = await excelUnderTest();
    const addresses = await run(async (context, sheet) => {
      sheet.getRange('B2:D4').values = [['编号', '事项', '天数'], ['1.1', '甲事', 3], ['1.2', '乙事', 5]];
      sheet.getRange('F9').format.fill.color = '#FF0000';
      const ranges = [
        sheet.getUsedRange(), sheet.getUsedRange(true), sheet.getRange('A1:Z99').findOrNullObject('乙', { completeMatch: false }), sheet.getRange('B2').getRangeEdge('Down'), sheet.getRange('C3').getSurroundingRegion(),
        sheet.getRange('B2').getExtendedRange('Right'), sheet.getRange('B2:C3').getIntersection('C3:D4'), sheet.getRange('B2').getBoundingRect('D4'), sheet.getRange('B2:D4').getLastCell(), sheet.getRange('B2').getEntireRow(),
        sheet.getRange('B2').getResizedRange(1, 1), sheet.getRange('B2').getOffsetRange(1, 1), sheet.getRange('B2:D4').getColumn(1), sheet.getRange('B2').getRowsBelow(2), sheet.getRangeByIndexes(0, 0, 2, 3), sheet.getCell(4, 4),
      ].map((range) => range.load('address'));
      const nothing = sheet.getRange('A1:B2').getIntersectionOrNullObject('D4:E5').load('address');
      await context.sync();
      return [...ranges.map((range) => range.address.replace('Sheet1!', '')), nothing.isNullObject];
    });
    expect(addresses).toEqual(['B2:F9', 'B2:D4', 'C4', 'B4', 'B2:D4', 'B2:D2', 'C3', 'B2:D4', 'D4', '2:2', 'B2:C3', 'C3', 'C2:C4', 'B3:B4', 'A1:C2', 'E5', true]);
  });

  test('[W] copyFrom copies formulas in step, texts as texts, looks too', async () => {
    const { run, book } = await excelUnderTest();
    await run(async (context, sheet) => {
      sheet.getRange('A1:B1').formulas = [["'00123", '=A1&"号"']];
      sheet.getRange('A1').format.font.bold = true;
      sheet.getRange('A2:B4').copyFrom('A1:B1');
      await context.sync();
    });
    const id = book.activeSheetId;
    expect(book.cellAt(id, 3, 0)).toMatchObject({ value: '00123', quoted: true });
    expect(book.cellAt(id, 3, 1)).toMatchObject({ formula: '=A4&"号"', value: '00123号' });
    expect(book.styleAt(id, 3, 0).bold).toBe(true);
  });

  test('[W] names: of a range, of a formula, of a constant; of the workbook and of a sheet', async () => {
    const { run } = await excelUnderTest();
    const read = await run(async (context, sheet) => {
      const { names } = context.workbook;
      names.add('基准日', sheet.getRange('B1'), '空着就是今天');
      names.add('预警天数', '=30');
      sheet.names.add('本表', '=Sheet1!$C$1');
      names.load('items/name,items/formula,items/type,items/value,items/comment,items/scope');
      const missing = names.getItemOrNullObject('本表').load('name');
      const range = names.getItem('基准日').getRange().load('address');
      await context.sync();
      return { names: names.items.map((item): unknown[] => [item.name, item.formula, item.type, item.value, item.comment, item.scope]), missing: missing.isNullObject, address: range.address };
    });
    expect(read).toEqual({
      names: [['基准日', '=Sheet1!$B$1', 'Range', 'Sheet1!$B$1', '空着就是今天', 'Workbook'], ['预警天数', '=30', 'Integer', 30, '', 'Workbook']], missing: true, address: 'Sheet1!B1',
    });
  });

  test('[W] document properties and settings', async () => {
    const { run, book } = await excelUnderTest();
    const read = await run(async (context) => {
      const { properties, settings } = context.workbook;
      properties.title = '任务台账';
      properties.custom.add('台账版本', 3);
      settings.add('看过首页', { yes: true });
      const version = properties.custom.getItemOrNullObject('台账版本').load('value,type');
      const seen = settings.getItemOrNullObject('看过首页').load('value');
      const none = settings.getItemOrNullObject('没有').load('value');
      await context.sync();
      return [version.value, version.type, seen.value, none.isNullObject] as unknown[];
    });
    expect(read).toEqual([3, 'Number', { yes: true }, true]);
    expect(book.properties).toMatchObject({ title: '任务台账' });
  });

  test('[W] a chart takes its series from a block and is placed over cells', async () => {
    const { run, book } = await excelUnderTest();
    await run(async (context, sheet) => {
      sheet.getRange('A1:C3').values = [['指标', '已办结', '逾期'], ['跨境贸易', 3, 1], ['港口', 2, 0]];
      const chart = sheet.charts.add('BarStacked', sheet.getRange('A1:C3'), 'Columns');
      chart.title.text = '各指标状态';
      chart.setPosition('E1', 'J12');
      chart.series.getItemAt(1).format.fill.setSolidColor('#C00000');
      await context.sync();
    });
    expect(book.sheets[0]?.charts[0]).toMatchObject({
      type: 'BarStacked', title: '各指标状态', left: 216, width: 324,
      series: [{ name: '已办结', values: 'Sheet1!$B$2:$B$3', categories: 'Sheet1!$A$2:$A$3' }, { name: '逾期', values: 'Sheet1!$C$2:$C$3', color: '#C00000' }],
    });
  });
});
