// The list of what the pretend Excel lacks, asked for one by one: an entry that begins to work fails here.
import { BEHAVIOURS } from '../../../src/workbench/host/assumed';
import { apiSetOf } from '../../../src/workbench/host/apiSets';
import { GAPS } from '../../../src/workbench/host/gaps';
import { excelUnderTest, refusal } from './excelUnderTest';

type Ask = (objects: Record<string, OfficeExtension.ClientObject>) => void;

/** Arguments with which a method can be called at all; properties are loaded. */
const CALLS: Readonly<Record<string, readonly unknown[]>> = {
  'Range.getImage': [], 'Range.autoFill': ['A1:A3', 'FillDefault'], 'Range.flashFill': [], 'Range.getTables': [], 'Range.getDirectPrecedents': [], 'Range.group': ['ByRows'],
  'Range.moveTo': ['C1'], 'Range.removeDuplicates': [[0], true], 'Range.replaceAll': ['a', 'b', {}], 'Range.setDirty': [], 'Worksheet.copy': [], 'Worksheet.findAll': ['a', {}],
  'Workbook.insertWorksheetsFromBase64': ['UEs='], 'WorkbookProtection.protect': [], 'DataValidation.getInvalidCells': [], 'NamedItem.arrayValues': [], 'ChartAxes.getItem': ['Category'],
};

function asking(member: string): Ask {
  const [type = '', name = ''] = member.split('.');
  return (objects) => {
    const object = objects[type];
    if (!object) throw new Error(`the test has no ${type}`);
    const found = Reflect.get(object, name, object) as unknown;
    const args = CALLS[member];
    if (typeof found === 'function' && args) {
      const made = Reflect.apply(found, object, args) as unknown;
      if (typeof made === 'object' && made !== null && 'load' in made) (made as { load(names: string): unknown }).load('');
    } else if (typeof found === 'object' && found !== null && 'load' in found) {
      (found as { load(names: string): unknown }).load('');
    }
  };
}

function objectsOf(context: Excel.RequestContext, sheet: Excel.Worksheet): Record<string, OfficeExtension.ClientObject> {
  const range = sheet.getRange('A1:B2');
  const chart = sheet.charts.add('ColumnClustered', range, 'Auto');
  return {
    Range: range, RangeFormat: range.format, RangeFont: range.format.font, RangeFill: range.format.fill, Worksheet: sheet, Workbook: context.workbook, Application: context.workbook.application,
    WorkbookProtection: context.workbook.protection, ConditionalFormat: range.conditionalFormats.add('Custom'), DataValidation: range.dataValidation, HeaderFooterGroup: sheet.pageLayout.headersFooters,
    NamedItem: context.workbook.names.add('甲', range), Chart: chart, ChartAxes: chart.axes, ChartAxis: chart.axes.valueAxis,
  };
}

describe('what the pretend Excel lacks', () => {
  test.each(GAPS.map((gap) => [gap.member, gap.why]))('[W] %s is still refused by name (%s)', async (member) => {
    const [type = '', name = ''] = member.split('.');
    expect(apiSetOf(type, name)?.name).toBe(name);
    const { run, host } = await excelUnderTest();
    const { message } = await refusal(run(async (context, sheet) => {
      const objects = objectsOf(context, sheet);
      await context.sync();
      // A scalar property is loaded by name; objects and methods are reached and then loaded.
      if (isScalar(objects[type], name)) objects[type]?.context.load(objects[type], name);
      else asking(member)(objects);
      await context.sync();
    }));
    expect(message).toContain(`NotSupported: ${member}`);
    expect(host.lacking).toContain(member);
  });

  test('[W] gaps are listed once, behaviours have a source', () => {
    expect(new Set(GAPS.map((gap) => gap.member)).size).toBe(GAPS.length);
    expect(BEHAVIOURS.filter(({ source }) => !/^(https:\/\/(learn|support)\.microsoft\.com\/|office-js #\d+$|excel-win32-16\.01\.js$|assumed$)/.test(source))).toEqual([]);
  });
});

function isScalar(object: OfficeExtension.ClientObject | undefined, name: string): boolean {
  const names: unknown = object && Reflect.get(object, '_scalarPropertyNames');
  return Array.isArray(names) && names.includes(name);
}
