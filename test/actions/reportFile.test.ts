// A report as files: their names and kinds, and what is drawn for each. What the drawings become is proven in test/files.
import { strFromU8, unzipSync } from 'fflate';
import { drawReportFile } from '../../src/actions/reportFile';
import type { PeriodReport, ReportedTask } from '../../src/core/report';
import { summaryOf } from '../../src/core/summary';
import { drawWorkbookFile } from '../../src/files/drawWorkbook';
import { wordReport } from '../../src/files/wordReport';
import type { DocumentDrawing } from '../../src/sheets/document';
import type { WorkbookDrawing } from '../../src/sheets/drawing';

const task: ReportedTask = {
  id: '2.2', indicator: '跨境贸易', leadUnit: '市商务局', supportUnits: [], text: '公示收费', leaders: ['邓善'], sections: ['港口科'], owners: ['黄万红'], due: '2021年6月', progress: '已公示（虚拟示例）', remark: '', doneOn: '',
  status: '临期', daysLeft: 12, filled: '已填报', light: '黄',
};
const report: PeriodReport = { period: '2021-06', cutOff: '2021-06-18', judgedOn: '2021-06-18', weekendRule: 'before', title: '台账', unit: '湛江市商务局', office: '审批科', tasks: [task] };
const summary = summaryOf(report, []);
const bytes = new Uint8Array([7]);

test('[B2] the Word report is the summary’s document, named after its sheet, of the day on which it was made', async () => {
  const asked: [DocumentDrawing, unknown][] = [];
  const file = await drawReportFile('word', summary, '2021-06-15 10:20', {
    word: () => Promise.resolve((document, options) => { asked.push([document, options]); return Promise.resolve(bytes); }), workbook: () => Promise.reject(new Error('not asked for')),
  });
  expect(file).toEqual({ name: '双月汇总2021-06.docx', bytes, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' });
  expect(asked).toHaveLength(1);
  expect(asked[0]?.[1]).toEqual({ savedAt: '2021-06-15' });
  expect(JSON.stringify(asked[0]?.[0])).toContain('生成时间：2021-06-15 10:20');
});

test('[B1][B2] the workbook holds the summary’s sheet and no other', async () => {
  const asked: [WorkbookDrawing, unknown][] = [];
  const file = await drawReportFile('workbook', summary, '2021-06-15 10:20', {
    workbook: () => Promise.resolve((drawing, options) => { asked.push([drawing, options]); return Promise.resolve(bytes); }), word: () => Promise.reject(new Error('not asked for')),
  });
  expect(file).toEqual({ name: '双月汇总2021-06.xlsx', bytes, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
  expect(asked[0]?.[0].sheets.map(({ name }) => name)).toEqual(['双月汇总2021-06']);
  expect(asked[0]?.[0]).toMatchObject({ names: [], opensOn: '双月汇总2021-06' });
  expect(asked[0]?.[1]).toEqual({ savedAt: '2021-06-15' });
});

test.each(['word', 'workbook'] as const)('[B2] as a true %s it is a file that says its day', async (kind) => {
  const file = await drawReportFile(kind, summary, '2021-06-15 10:20', { word: () => Promise.resolve(wordReport), workbook: () => Promise.resolve(drawWorkbookFile) });
  const core = strFromU8(unzipSync(file.bytes)['docProps/core.xml'] ?? new Uint8Array());
  expect(core).toContain('2021-06-15');
  expect(core).not.toContain('10:20');
});
