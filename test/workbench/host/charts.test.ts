// Charts of a report through the real Office.js: made of nothing but what it asks for.
import { excelUnderTest, refusal, type ExcelUnderTest } from './excelUnderTest';

/** A small table by 指标, as a report has it. */
async function withTable(): Promise<ExcelUnderTest> {
  const excel = await excelUnderTest();
  await excel.run(async (context, sheet) => {
    sheet.getRange('A1:D3').values = [['指标', '红', '黄', '绿'], ['跨境贸易', 1, 0, 3], ['开放平台', 0, 2, 5]];
    await context.sync();
  });
  return excel;
}

describe('charts through the real Office.js', () => {
  test('[W] a chart whose series are deleted and made anew, named, titled, placed and turned round', async () => {
    const { run, book } = await withTable();
    const read = await run(async (context, sheet) => {
      const chart = sheet.charts.add('BarStacked', sheet.getRange('A1:D3'), 'Columns');
      const series = chart.series.load('items/name');
      await context.sync();
      const { items } = series;
      expect(items.map((each) => each.name)).toEqual(['红', '黄', '绿']);
      for (const each of items.reverse()) each.delete();
      for (const [index, [name, color]] of ([['正常', '#548235'], ['亮红灯', '#c00000']] as const).entries()) {
        const made = chart.series.add(name);
        made.setValues(sheet.getRange(index === 0 ? 'D2:D3' : 'B2:B3'));
        made.setXAxisValues(sheet.getRange('A2:A3'));
        made.format.fill.setSolidColor(color);
      }
      chart.name = '各指标灯色';
      chart.title.text = '各指标灯色';
      chart.legend.position = 'Right';
      chart.setPosition('F2', 'K12');
      chart.axes.categoryAxis.reversePlotOrder = true;
      chart.axes.categoryAxis.position = 'Maximum';
      chart.axes.valueAxis.majorGridlines.visible = false;
      chart.axes.valueAxis.minimum = 0;
      chart.axes.valueAxis.majorUnit = 2;
      await context.sync();
      chart.load('name,left,top,width,height,chartType,axes/categoryAxis/reversePlotOrder,axes/categoryAxis/visible,axes/valueAxis/maximum,axes/valueAxis/majorUnit,axes/valueAxis/majorGridlines/visible,legend/position');
      const count = chart.series.getCount();
      await context.sync();
      const { categoryAxis, valueAxis } = chart.axes;
      const found: unknown[] = [chart.name, chart.chartType, chart.legend.position, categoryAxis.reversePlotOrder, categoryAxis.visible, valueAxis.majorUnit, valueAxis.maximum, valueAxis.majorGridlines.visible, count.value];
      return found;
    });
    expect(read).toEqual(['各指标灯色', 'BarStacked', 'Right', true, true, 2, 6, false, 2]);
    expect(book.sheets[0]?.charts).toHaveLength(1);
    expect(book.sheets[0]?.charts[0]).toMatchObject({
      name: '各指标灯色', title: '各指标灯色', left: 270, top: 14.25, width: 324, height: 156.75,
      series: [
        { name: '正常', values: 'Sheet1!$D$2:$D$3', categories: 'Sheet1!$A$2:$A$3', color: '#548235' },
        { name: '亮红灯', values: 'Sheet1!$B$2:$B$3', categories: 'Sheet1!$A$2:$A$3', color: '#C00000' },
      ],
    });
  });

  test('[W] an axis has Excel\'s usual ways until told otherwise, and \'\' gives the scale back to Excel', async () => {
    const { run } = await withTable();
    const read = await run(async (context, sheet) => {
      const chart = sheet.charts.add('ColumnStacked', sheet.getRange('A1:D3'), 'Columns');
      const wanted = 'minimum,maximum,majorUnit,reversePlotOrder,visible,position,majorGridlines/visible';
      const told = (axis: Excel.ChartAxis) => [axis.minimum, axis.maximum, axis.majorUnit, axis.reversePlotOrder, axis.visible, axis.position, axis.majorGridlines.visible] as unknown[];
      const { categoryAxis, valueAxis } = chart.axes;
      categoryAxis.load(wanted);
      valueAxis.load(wanted);
      await context.sync();
      const first = [told(categoryAxis), told(valueAxis)];
      valueAxis.minimum = 2;
      valueAxis.maximum = 20;
      valueAxis.majorUnit = 6;
      valueAxis.visible = false;
      categoryAxis.majorGridlines.visible = true;
      valueAxis.load(wanted);
      categoryAxis.load(wanted);
      await context.sync();
      const second = [told(categoryAxis), told(valueAxis)];
      valueAxis.minimum = '';
      valueAxis.maximum = '';
      valueAxis.majorUnit = '';
      valueAxis.load(wanted);
      await context.sync();
      return [...first, ...second, told(valueAxis)];
    });
    // 4 and 7 stand on the axis: with a twentieth of room that is 8, in steps of one
    expect(read).toEqual([
      [null, null, null, false, true, 'Automatic', false], [0, 8, 1, false, true, 'Automatic', true],
      [null, null, null, false, true, 'Automatic', true], [2, 20, 6, false, false, 'Automatic', true],
      [0, 8, 1, false, false, 'Automatic', true],
    ]);
  });

  test.each<[string, (chart: Excel.Chart, sheet: Excel.Worksheet) => void, string]>([
    ['a step of nought', (chart) => { chart.axes.valueAxis.majorUnit = 0; }, 'InvalidArgument'],
    ['a scale that is no number', (chart) => { chart.axes.valueAxis.maximum = '很多'; }, 'InvalidArgument'],
    ['a scale on the axis of categories', (chart) => { chart.axes.categoryAxis.maximum = 3; }, 'NotSupported'],
    ['a crossing somewhere between', (chart) => { chart.axes.valueAxis.position = 'Custom'; }, 'NotSupported'],
    ['a series among the others', (chart) => { chart.series.add('中间', 1); }, 'NotSupported'],
    ['values that are no range', (chart) => { chart.series.getItemAt(0).setValues('A1:A2' as unknown as Excel.Range); }, 'InvalidArgument'],
  ])('[W] refused: %s', async (_what, attempt, code) => {
    const { run, book } = await withTable();
    book.addChart(book.activeSheetId, { name: '图', type: 'ColumnStacked', source: 'Sheet1!$A$1:$D$3', seriesBy: 'Columns', left: 0, top: 0, width: 300, height: 200, options: {}, series: [{ name: '红', values: 'Sheet1!$B$2:$B$3' }, { name: '黄', values: 'Sheet1!$C$2:$C$3' }] });
    const before = book.picture();
    expect((await refusal(run(async (context, sheet) => {
      attempt(sheet.charts.getItem('图'), sheet);
      await context.sync();
    }))).code).toBe(code);
    expect(book.picture()).toEqual(before);
  });

  test('[W] a chart points to its cells after rows come and the sheet is renamed; a deleted one is gone', async () => {
    const { run, book } = await withTable();
    await run(async (context, sheet) => {
      const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:D3'), 'Rows');
      await context.sync();
      sheet.getRange('1:2').insert('Down');
      sheet.name = '双月汇总2021-06';
      await context.sync();
      expect(book.sheets[0]?.charts[0]?.series[1]).toMatchObject({ name: '开放平台', values: "'双月汇总2021-06'!$B$5:$D$5", categories: "'双月汇总2021-06'!$B$3:$D$3" });
      chart.delete();
      await context.sync();
    });
    expect(book.sheets[0]?.charts).toEqual([]);
  });
});
