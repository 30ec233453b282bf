// A summary is made whole or not at all (X1), and asks Excel as often for many tasks as for few (X2).
import { makeSummary } from '../../src/actions/makeSummary';
import { ExcelFault } from '../../src/excel/excelFault';
import { largePlan } from '../sheets/seedPlan';
import { FilledLedger } from './summaryLedger';

jest.setTimeout(400_000);

let ledger: FilledLedger;
afterEach(() => { ledger.close(); });

async function prepare(...before: readonly string[]): Promise<void> {
  ledger = await FilledLedger.open({ asOf: '2021-06-10' });
  ledger.fill(0, { progress: '已走访（虚拟示例）' });
  for (const period of before) await ledger.report(period);
  ledger.fill(0, { progress: '已走访两次（虚拟示例）' });
  // Something to mend on the way, too.
  ledger.book.writeInputs(ledger.id, { top: 6, left: 12, bottom: 6, right: 12 }, [['已办结']], 'user');
}

// Rules that were taken off and put back have new ids of Excel's own.
const seen = (): unknown => JSON.parse(JSON.stringify(ledger.book.picture(), (key, value: unknown) => (key === 'rules' && Array.isArray(value) ? value.map((rule: Record<string, unknown>) => ({ ...rule, id: '' })) : value))) as unknown;
const answered = (): number => ledger.excel.host.requests.reduce((most, { n }) => Math.max(most, n ?? 0), 0);

test.each<[string, readonly string[], string]>([
  ['the first report', [], '2021-04'],
  ['a further report', ['2021-04'], '2021-06'],
  ['the current period again', ['2021-04', '2021-06'], '2021-06'],
  ['a past period from the history', ['2021-04'], '2021-04'],
])('[X1] %s: when a request fails, before, half-way or with its answer lost, the workbook is as before', async (_, reported, period) => {
  await prepare(...reported);
  const from = ledger.excel.host.requests.length;
  await ledger.report(period, { madeAt: '2021-06-10 10:00' });
  const actions = ledger.excel.host.requests.slice(from).filter(({ n }) => n !== undefined).map((request) => request.actions);
  ledger.close();
  await prepare(...reported);
  const before = seen();
  for (const [index, count] of actions.entries()) {
    for (const fails of ['before', 'answerLost', { afterActions: Math.max(1, Math.floor(count / 2)) }] as const) {
      ledger.excel.host.faults.clear();
      ledger.excel.host.faults.add({ when: answered() + index + 1, fails, code: 'GeneralException' });
      const fault: unknown = await (async () => {
        const planning = await ledger.plan(period, { madeAt: '2021-06-10 10:00' });
        if (planning.kind !== 'ready') throw new Error(planning.kind);
        await makeSummary(ledger.excel.workbook, planning.plan, () => undefined);
      })().then(() => 'nothing failed', (error: unknown) => error);
      expect(fault).toBeInstanceOf(ExcelFault);
      expect((fault as ExcelFault).restored).toBe((fault as ExcelFault).doing === 'writing' ? true : undefined);
      expect(seen()).toEqual(before);
    }
  }
  expect(actions.length).toBeGreaterThan(4);
});

test('[X1] someone changed the ledger between the question and the answer: nothing is written, and the sheet is named', async () => {
  await prepare();
  const planning = await ledger.plan('2021-04');
  if (planning.kind !== 'ready') throw new Error(planning.kind);
  ledger.fill(3, { progress: '刚刚补填（虚拟示例）' });
  const before = seen();
  expect(await makeSummary(ledger.excel.workbook, planning.plan, () => undefined)).toEqual({ kind: 'changedMeanwhile', sheet: '任务台账' });
  expect(seen()).toEqual(before);
});

/** Makes two reports of so many tasks and says what was asked of Excel. */
async function asked(size: number, platform: 'PC' | 'web' = 'PC'): Promise<{ readonly requests: readonly number[]; readonly largest: number; readonly sent: number }> {
  const plan = largePlan(size);
  const tasks = plan.tasks.map((task, index) => ({ ...task, sections: [`科室${String(index % 60)}`, `科室${String((index * 7 + 1) % 60)}`], progress: `已推进第 ${String(index)} 项（虚拟示例）` }));
  ledger = await FilledLedger.open({ plan: { ...plan, tasks }, asOf: '2021-06-10', platform });
  const { host } = ledger.excel;
  const start = host.requests.length;
  const counted = async (period: string): Promise<number> => {
    const from = host.requests.length;
    await ledger.report(period, { madeAt: '2021-06-10 10:00' });
    return host.requests.slice(from).filter(({ n }) => n !== undefined).length;
  };
  const requests = [await counted('2021-04'), await counted('2021-06')];
  const bytes = host.requests.slice(start).map(({ requestBytes }) => requestBytes);
  return { requests, largest: Math.max(...bytes), sent: bytes.reduce((sum, each) => sum + each, 0) };
}

test('[X2] requests are as many for 200 tasks of 60 sections as for 13', async () => {
  const small = await asked(13);
  ledger.close();
  expect((await asked(200)).requests).toEqual(small.requests);
});

test('[X2] 2,000 tasks of 60 sections: what is more than 5 MB is split and nothing else, and every task and section is there', async () => {
  const { requests, largest, sent } = await asked(2000, 'web');
  expect(largest).toBeLessThan(5 * 1_048_576);
  // Nine requests each where nothing has to be split; a part is at least half full.
  expect(requests[0] ?? 0).toBeLessThanOrEqual(9 + Math.ceil(sent / 2 / (2.5 * 1_048_576)));
  const sheet = ledger.read('2021-06');
  expect(sheet.table('按责任科室')).toHaveLength(60);
  expect(sheet.matrix()).toHaveLength(2000);
  expect(sheet.matrix().map((row) => row['落实情况']).sort()).toEqual(Array.from({ length: 2000 }, (_, index) => `已推进第 ${String(index)} 项（虚拟示例）`).sort());
});
