// A new sheet with all that a drawing can say, drawn through the real Office.js into the pretend Excel and read back from its book.
import { sheetSteps } from '../../src/excel/drawSheet';
import { runExcel } from '../../src/excel/run';
import type { Box, ChartDrawing, PageDrawing, SheetDrawing } from '../../src/sheets/drawing';
import { noChange } from '../../src/sheets/workbook';
import type { Sheet } from '../../src/workbench/book/model';
import type { OpenExcel } from './harness';
import { openExcel } from './harness';

jest.setTimeout(120_000);

let excel: OpenExcel;
beforeEach(async () => { excel = await openExcel(); });
afterEach(() => { excel.close(); });

const box = (row: number, column: number, rows: number, columns: number): Box => ({ row, column, rows, columns });
const page: PageDrawing = {
  orientation: 'landscape', margins: { top: 40, bottom: 41, left: 42, right: 43, header: 20, footer: 21 }, area: box(0, 0, 30, 6), footer: { left: '', center: '第 &P 页', right: '' },
};
const blank: SheetDrawing = {
  name: '双月汇总2021-06', formats: [], blocks: [], fills: [], looks: [], rules: [], columns: [], rows: [], validations: [], frozen: { rows: 0, columns: 0 }, page,
};
const chart: ChartDrawing = {
  name: '进度图', kind: 'barStacked', unit: 1, title: '各指标进度', at: box(10, 1, 8, 4), categories: box(2, 0, 3, 1),
  series: [{ name: '红', values: box(2, 1, 3, 1), color: '#C00000' }, { name: '黄', values: box(2, 2, 3, 1), color: '#FFC000' }, { name: '绿', values: box(2, 3, 3, 1), color: '#00B050' }],
};
const report: SheetDrawing = {
  ...blank,
  isFirst: true, tabColor: '#1F4E79',
  formats: [{ at: box(0, 0, 3, 1), format: '@' }],
  blocks: [
    { row: 0, column: 0, cells: [['双月汇总', null, null, null], ['指标名称', '红', '黄', '绿'], ['企业上市', 1, 0, 2], ['跨境贸易', 0, 1, 2], ['招商引资', 0, 0, 4]] },
    { row: 20, column: 0, cells: [['跨境贸易', '=1+1'], [null, '填报']] },
  ],
  merges: [box(0, 0, 1, 4), box(20, 0, 2, 1)],
  looks: [{ at: box(0, 0, 1, 4), look: { bold: true, horizontal: 'center' } }, { at: box(20, 0, 2, 2), look: { lines: '#000000', locked: false } }],
  columns: [{ column: 0, width: 90 }, { column: 1, width: 60 }],
  rows: [{ row: 0, rows: 1, height: 36 }],
  charts: [chart],
  page: { ...page, scale: 82, breaks: [19, 25] },
  protection: { sort: true, filter: false, formatRows: true, formatColumns: false },
};

async function draw(...sheets: readonly SheetDrawing[]): Promise<void> {
  expect(await excel.workbook.change({ ...noChange, newSheets: sheets }, () => undefined)).toEqual({ kind: 'written' });
}

function drawn(name = blank.name): Sheet {
  const sheet = excel.book.sheetByName(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

const area = (top: number, left: number, bottom: number, right: number): unknown => ({ top, left, bottom, right });
const sideOf = (row: number, column: number): unknown => {
  const { top, bottom, left, right } = excel.book.styleAt(drawn().id, row, column);
  return [top?.color, bottom?.color, left?.color, right?.color];
};

describe('a report', () => {
  beforeEach(async () => { await draw(report); });

  test('[B2] stands merged as the official form, what stood in the first cell kept, with lines round what was merged', () => {
    expect(drawn().merges).toEqual([area(0, 0, 0, 3), area(20, 0, 21, 0)]);
    expect(excel.book.textAt(drawn().id, 0, 0)).toBe('双月汇总');
    expect(excel.book.textAt(drawn().id, 20, 0)).toBe('跨境贸易');
    expect(excel.book.textAt(drawn().id, 21, 1)).toBe('填报');
    expect(sideOf(20, 0)).toEqual(['#000000', '#000000', '#000000', '#000000']);
    expect(sideOf(21, 0)).toEqual(['#000000', '#000000', '#000000', '#000000']);
  });

  test('[B2] has a native chart of exactly its series, in their colours, over the cells that it was given', () => {
    const { charts, id } = drawn();
    expect(charts).toHaveLength(1);
    expect(charts[0]).toMatchObject({
      name: '进度图', type: 'BarStacked', title: '各指标进度',
      series: [
        { name: '红', values: "'双月汇总2021-06'!$B$3:$B$5", categories: "'双月汇总2021-06'!$A$3:$A$5", color: '#C00000' },
        { name: '黄', values: "'双月汇总2021-06'!$C$3:$C$5", categories: "'双月汇总2021-06'!$A$3:$A$5", color: '#FFC000' },
        { name: '绿', values: "'双月汇总2021-06'!$D$3:$D$5", categories: "'双月汇总2021-06'!$A$3:$A$5", color: '#00B050' },
      ],
      // The first category on top, the scale under the last.
      options: { legendPosition: 'Bottom', legendVisible: true, 'categoryAxis.reversed': true, 'categoryAxis.position': 'Maximum', 'valueAxis.minimum': 0, 'valueAxis.majorUnit': 1 },
      // Column A is 90 points wide; row 1 is 36 points high and the nine rows under it 14.25. B is 60 points wide, C to E 54.
      left: 90, top: 36 + 9 * 14.25, width: 60 + 3 * 54, height: 8 * 14.25,
    });
    expect(excel.book.sheetById(id)?.cells.get(12)).toBeUndefined();
  });

  test('[B6] is printed at its own scale, each part on a page of its own', () => {
    const { page: printed } = drawn();
    expect(printed).toMatchObject({ scale: 82, orientation: 'landscape', printArea: '$A$1:$F$30', rowBreaks: [19, 25] });
    expect(printed.fit).toBeUndefined();
  });

  test('[R1] is protected without a password: locked cells keep what they hold, the others can be filled in', () => {
    const { id, protection } = drawn();
    expect(protection).toMatchObject({ options: { allowSort: true, allowAutoFilter: false, allowFormatRows: true, allowFormatColumns: false, allowInsertRows: false } });
    expect(protection?.password).toBeUndefined();
    expect(excel.book.enter(id, 2, 1, '7')).toMatchObject({ taken: false, because: 'protected' });
    expect(excel.book.enter(id, 21, 1, '已报')).toEqual({ taken: true });
  });

  test('[B1] is the first tab, and the person stays where he was', () => {
    expect(excel.book.sheets[0]?.name).toBe('双月汇总2021-06');
    expect(excel.book.sheetById(excel.book.activeSheetId)?.name).toBe('Sheet1');
  });
});

test('[B2] columns are charted in the order in which they stand, over cells in a row too', async () => {
  const across: ChartDrawing = { ...chart, kind: 'columnStacked', categories: box(1, 1, 1, 3), series: [{ name: '企业上市', values: box(2, 1, 1, 3), color: '#1F4E79' }, { name: '跨境贸易', values: box(3, 1, 1, 3), color: '#7F7F7F' }] };
  await draw({ ...report, charts: [across] });
  expect(drawn().charts[0]).toMatchObject({
    type: 'ColumnStacked',
    series: [
      { name: '企业上市', values: "'双月汇总2021-06'!$B$3:$D$3", categories: "'双月汇总2021-06'!$B$2:$D$2" },
      { name: '跨境贸易', values: "'双月汇总2021-06'!$B$4:$D$4", categories: "'双月汇总2021-06'!$B$2:$D$2" },
    ],
  });
});

test.each([['hidden', 'Hidden'], ['veryHidden', 'VeryHidden']] as const)('[R1] a %s sheet is drawn whole before it is hidden', async (visibility, expected) => {
  await draw({ ...report, name: '分发信息', visibility }, blank);
  expect(drawn('分发信息')).toMatchObject({ visibility: expected, merges: [area(0, 0, 0, 3), area(20, 0, 21, 0)] });
  expect(drawn('分发信息').protection).toBeDefined();
  expect(drawn()).toMatchObject({ visibility: 'Visible' });
});

test('[B6] without a scale a sheet is fitted to one page\'s width', async () => {
  await draw(blank);
  expect(drawn().page.fit).toEqual({ wide: 1 });
  expect(drawn().page.scale).toBeUndefined();
  expect(drawn()).toMatchObject({ merges: [], charts: [], visibility: 'Visible' });
  expect(drawn().protection).toBeUndefined();
});

test('[B2] an area that is merged across has one cell in each row', async () => {
  await draw({ ...blank, blocks: [{ row: 0, column: 0, cells: [['一', null, null], ['二', null, null]] }], mergesAcross: [box(0, 0, 2, 3)] });
  expect(drawn().merges).toEqual([area(0, 0, 0, 2), area(1, 0, 1, 2)]);
  expect([0, 1].map((row) => excel.book.textAt(drawn().id, row, 0))).toEqual(['一', '二']);
});

test('[X2] 3,000 merges and 1,000 looks take as many requests as three, and on the web none is refused for its size', async () => {
  const count = async (rows: number): Promise<number> => {
    excel.close();
    excel = await openExcel({ platform: 'web' });
    const cells = Array.from({ length: rows }, (_, index) => [`指标${String(index)}`, null]);
    await draw({
      ...blank, blocks: [{ row: 0, column: 0, cells }], merges: cells.map((_, index) => box(index, 0, 1, 2)),
      looks: cells.slice(0, 1000).map((_, index) => ({ at: box(index, 0, 1, 2), look: { bold: true } })),
    });
    expect(drawn().merges).toHaveLength(rows);
    return excel.host.requests.filter(({ n }) => n !== undefined).length;
  };
  const few = await count(3);
  expect(await count(3000)).toBe(few);
});

test('[X2] no step puts more into a request than it is weighed with, or the size limit could be passed unseen', async () => {
  await draw({ ...blank, name: '另表' });
  await runExcel('writing', async (context) => { context.workbook.worksheets.add(blank.name); await context.sync(); });
  const long = '把每一项工作落到实处，把每一个环节衔接起来。'.repeat(20);
  const whole: SheetDrawing = {
    ...report,
    blocks: [...report.blocks, { row: 40, column: 0, cells: Array.from({ length: 60 }, (_, index) => [long, index, null, { formula: `=SUM(B${String(index + 1)}:B40)` }]) }],
    looks: [...report.looks, { at: box(40, 0, 60, 4), look: { font: '仿宋', size: 12, bold: false, color: '#000000', fill: '#FFFFFF', horizontal: 'left', vertical: 'top', wrap: true, lines: '#7F7F7F', locked: true } }],
    fills: [{ at: box(40, 4, 60, 1), formula: '=IF(B41="","",B41+1)' }],
    merges: Array.from({ length: 400 }, (_, index) => box(200 + index, 10, 1, 5)),
    table: { name: '表甲', at: box(39, 0, 61, 6), style: 'TableStyleLight1', bandedRows: true },
    validations: [{ at: box(40, 0, 60, 1), rule: { kind: 'list', source: ['已办结', '未办结'] }, prompt: { title: '请选', message: '从名单里选一个，或直接填写。' }, refusal: { kind: 'stop', title: '请选', message: '请从名单里选一个，或清空本格。' } }],
    rules: [{ at: box(40, 0, 60, 4), formula: 'AND(N("任务台账配色")=0,$B41>0)', look: { fill: '#FFFFFF', color: '#000000', bold: true }, stop: true }],
    page: { ...report.page, breaks: Array.from({ length: 50 }, (_, index) => 60 + index * 10), titleRows: { from: 0, to: 1 } },
    visibility: 'hidden',
  };
  const steps = sheetSteps(whole);
  expect(steps.length).toBeGreaterThan(15);
  const weighed: (readonly [number, number])[] = [];
  await runExcel('writing', async (context) => {
    for (const step of steps) {
      step.ask(context);
      await context.sync();
      weighed.push([step.bytes, excel.host.requests.at(-1)?.requestBytes ?? Infinity]);
    }
  });
  // A request alone has some bytes of its own, whatever is in it.
  expect(weighed.filter(([bytes, real]) => real > bytes + 300)).toEqual([]);
});
