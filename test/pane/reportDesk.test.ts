// The desk of reports on the pretend Excel, through the real Office.js: a summary made and made again; a request that fails half-way leaves the workbook as it was.
import { build, planBuild } from '../../src/actions/buildLedger';
import * as listReports from '../../src/actions/listReports';
import * as makeSummary from '../../src/actions/makeSummary';
import { ExcelFault } from '../../src/excel/excelFault';
import { ReportDesk } from '../../src/pane/desks/reportDesk';
import type { DeskBench } from '../../src/pane/desks/deskBench';
import { LiveLedger } from '../../src/pane/desks/liveLedger';
import type { OpenExcel } from '../excel/harness';
import { openExcel } from '../excel/harness';
import { seedPlan } from './fakeWorkbook';

jest.setTimeout(240_000);

interface OpenDesk { readonly excel: OpenExcel; readonly desk: ReportDesk; readonly stopped: string[]; readonly looked: () => number }

const open: OpenExcel[] = [];
afterEach(() => { for (const excel of open.splice(0)) excel.close(); });

/** Opens a workbook with the ledger of 2021 on 15 June, and the desk on it. `stopped` says at what an action was stopped. */
async function openDesk(): Promise<OpenDesk> {
  const excel = await openExcel({ today: 44_362 });
  open.push(excel);
  const planning = await planBuild(excel.workbook, seedPlan(), []);
  if (planning.kind !== 'ready') throw new Error('A new workbook takes any plan.');
  await build(excel.workbook, planning.build, () => undefined);
  const stopped: string[] = [];
  let looked = 0;
  const unasked = (): never => { throw new Error('The desk of reports has no need of this.'); };
  const loadWorkbook: DeskBench['loadWorkbook'] = () => Promise.resolve(excel.workbook);
  const bench: DeskBench = {
    loadWorkbook, loadLedgerActions: unasked, loadBody: unasked, today: () => '2021-06-15', live: new LiveLedger({ loadWorkbook, loadFollow: unasked, today: unasked, pause: unasked }),
    act: async (what, work) => {
      try {
        await work();
      } catch (error) {
        if (!(error instanceof ExcelFault)) throw error;
        stopped.push(`${what} ${error.doing} ${String(error.restored)}`);
      }
    },
    lookAgain: () => { looked += 1; return Promise.resolve(); },
    troubleOf: (error) => ({ kind: 'bug', message: String(error), stack: '' }),
  };
  const desk = new ReportDesk({ ...bench, now: () => '2021-06-15 10:20', loadReportActions: () => Promise.resolve({ ...listReports, ...makeSummary }), drawReport: unasked, saveFile: unasked });
  return { excel, desk, stopped, looked: () => looked };
}

/** All that a person could see, but for the numbers that Excel gives its rules. */
const seen = ({ book }: OpenExcel): unknown => JSON.parse(JSON.stringify(book.picture(), (key, value: unknown) => (key === 'rules' && Array.isArray(value) ? value.map((rule: Record<string, unknown>) => ({ ...rule, id: '' })) : value)));
const answered = ({ host }: OpenExcel): number => host.requests.reduce((most, { n }) => Math.max(most, n ?? 0), 0);
const sheetsOf = ({ book }: OpenExcel): readonly string[] => book.sheets.map(({ name }) => name);
const titleOf = ({ book }: OpenExcel, sheet: string): string => book.textAt(book.sheetByName(sheet)?.id ?? '', 0, 0);

test('[B1][B4][X1] planned, nothing is written; made, the sheet stands and is shown; made again, the old one stands beside it', async () => {
  const { excel, desk, stopped, looked } = await openDesk();
  await desk.refresh();
  const { reading } = desk.getState();
  expect(reading?.kind === 'reports' ? reading.entries.map(({ period, standing }) => [period.name, standing]) : reading).toEqual([['2021-04', 'missed'], ['2021-06', 'next'], ['2021-08', 'later'], ['2021-10', 'later'], ['2021-12', 'later']]);
  const before = seen(excel);
  await desk.preview('2021-06');
  expect(seen(excel)).toEqual(before);
  expect(desk.getState().preview?.planned).toMatchObject({ kind: 'ready', plan: { sheet: '双月汇总2021-06', from: 'ledger' } });
  await desk.make();
  expect(stopped).toEqual([]);
  expect(looked()).toBe(1);
  expect(sheetsOf(excel)).toEqual(expect.arrayContaining(['双月汇总2021-06', '报送历史']));
  expect(titleOf(excel, '双月汇总2021-06')).toMatch(/工作任务落实情况汇总表$/);
  expect(excel.book.activeSheetId).toBe(excel.book.sheetByName('双月汇总2021-06')?.id);
  expect(desk.getState()).toMatchObject({ preview: undefined, standing: { period: '2021-06', sheet: '双月汇总2021-06', made: { keptAs: undefined } } });
  const first = excel.book.sheetByName('双月汇总2021-06')?.id;
  desk.closeStanding();
  await desk.preview('2021-06');
  expect(desk.getState().preview?.planned).toMatchObject({ kind: 'ready', plan: { keptAs: '双月汇总2021-06(旧1)' } });
  await desk.make();
  expect(excel.book.sheetByName('双月汇总2021-06(旧1)')?.id).toBe(first);
  await desk.refresh();
  const again = desk.getState().reading;
  expect(again?.kind === 'reports' ? again.entries[1] : again).toMatchObject({ standing: 'made', made: { madeAt: '2021-06-15 10:20', version: 2 }, sheet: '双月汇总2021-06' });
  expect(desk.ofTask('2.2')).toMatchObject([{ period: '2021-06', task: { status: '临期', filled: '未填报' } }]);
});

test.each([0.1, 0.4, 0.7, 1])('[X1][X3] a request that is broken off after %s of its actions leaves the workbook as it was, and the preview can be written still', async (part) => {
  const counted = await openDesk();
  await counted.desk.preview('2021-06');
  const from = answered(counted.excel);
  await counted.desk.make();
  const actions = counted.excel.host.requests.filter(({ n }) => n !== undefined && n > from).map((request) => request.actions);
  const longest = actions.indexOf(Math.max(...actions));
  open.splice(0).forEach((excel) => { excel.close(); });
  const { excel, desk, stopped } = await openDesk();
  await desk.preview('2021-06');
  const before = seen(excel);
  excel.host.faults.add({ when: answered(excel) + longest + 1, fails: { afterActions: Math.max(1, Math.floor(((actions[longest] ?? 1) - 1) * part)) }, code: 'GeneralException' });
  await desk.make();
  expect(stopped).toEqual(['report writing true']);
  expect(seen(excel)).toEqual(before);
  expect(desk.getState()).toMatchObject({ busy: undefined, standing: undefined, preview: { period: '2021-06' } });
  excel.host.faults.clear();
  await desk.make();
  expect(sheetsOf(excel)).toContain('双月汇总2021-06');
});

test('[X1] what someone types after the preview stops the writing and brings a new preview', async () => {
  const { excel, desk, stopped } = await openDesk();
  await desk.preview('2021-06');
  const ledger = excel.book.sheetByName('任务台账');
  excel.book.enter(ledger?.id ?? '', 4, 9, '已召开专题会（虚拟示例）');
  await desk.make();
  expect(stopped).toEqual([]);
  expect(sheetsOf(excel)).not.toContain('双月汇总2021-06');
  expect(desk.getState().preview).toMatchObject({ changedSheet: '任务台账', planned: { plan: { summary: { counts: { filled: { 已填报: 1, 未填报: 12 } } } } } });
  await desk.make();
  expect(sheetsOf(excel)).toContain('双月汇总2021-06');
});

test('[X2] a reading that is overtaken by a newer one changes nothing', async () => {
  const { excel, desk } = await openDesk();
  const slow = desk.refresh();
  await desk.preview('2021-06');
  await desk.make();
  const quick = desk.refresh();
  await Promise.all([slow, quick]);
  const { reading } = desk.getState();
  expect(reading?.kind === 'reports' ? reading.entries[1]?.standing : reading).toBe('made');
  expect(sheetsOf(excel)).toContain('报送历史');
});
