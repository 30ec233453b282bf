// 未更新 in the workbook itself, without the add-in: what a report changes in the ledger at once, and what from the day after the cut-off (F2, B5).
import { planCheck } from '../../src/actions/checkLedger';
import { ledgerColumnAt } from '../../src/sheets/ledgerSheet';
import { FilledLedger, firstTask } from './summaryLedger';

jest.setTimeout(120_000);

let ledger: FilledLedger;
beforeEach(async () => { ledger = await FilledLedger.open({ asOf: '2021-04-19' }); });
afterEach(() => { ledger.close(); });

const words = (): readonly string[] => [0, 1, 2, 3].map((index) => ledger.shown(index, 'filled'));
const kept = (index: number): string => ledger.book.textAt(ledger.id, firstTask + index, ledgerColumnAt.previous);
/** What the code says of the same rows. */
async function judged(): Promise<readonly string[]> {
  const planning = await planCheck(ledger.excel.workbook, '2021-04-19');
  if (planning.kind !== 'ready') throw new Error('refused');
  return planning.check.judgement.rows.slice(0, 4).map(({ status }) => status.filled);
}

test('[F2][B5] after April’s report nothing turns 未更新 until the cut-off is over; then what says the same does, and what is renewed does not', async () => {
  ledger.fill(0, { progress: '已走访 12 家（虚拟示例）' });
  ledger.fill(1, { progress: '已公示（虚拟示例）' });
  ledger.fill(2, { progress: '暂无。' });
  const before = words();
  expect(before).toEqual(['已填报', '已填报', '未填报', '未填报']);
  await ledger.report('2021-04');
  expect(words()).toEqual(before);
  expect([0, 1, 2, 3].map(kept)).toEqual(['已走访12家虚拟示例', '已公示虚拟示例', '', '']);

  ledger.setAsOf('2021-04-20');
  expect([words(), await judged()]).toEqual([before, before]);
  ledger.setAsOf('2021-04-21');
  ledger.fill(0, { progress: '已走访，12 家。（虚拟示例）' });
  expect([words(), await judged()]).toEqual([['未更新', '未更新', '未填报', '未填报'], ['未更新', '未更新', '未填报', '未填报']]);
  expect(ledger.shown(0, 'light')).toBe('黄');
  ledger.fill(1, { progress: '已公示 2 次（虚拟示例）' });
  ledger.fill(2, { progress: '已启动（虚拟示例）' });
  expect([words(), await judged()]).toEqual([['未更新', '已填报', '已填报', '未填报'], ['未更新', '已填报', '已填报', '未填报']]);

  // June's report: the first stays as it is said to be in it, the others count as said.
  await ledger.report('2021-06', { madeAt: '2021-06-18 09:00' });
  expect(ledger.read('2021-06').table('总体情况')[0]).toMatchObject({ 已填报: '2', 未更新: '1', 未填报: '10' });
  expect([words(), await judged()]).toEqual([['未更新', '已填报', '已填报', '未填报'], ['未更新', '已填报', '已填报', '未填报']]);
  expect(kept(0)).toBe('*已走访12家虚拟示例');
  ledger.fill(0, { progress: '已走访 20 家（虚拟示例）' });
  expect([words()[0], (await judged())[0]]).toEqual(['已填报', '已填报']);
  ledger.setAsOf('2021-06-19');
  expect([words(), await judged()]).toEqual([['已填报', '未更新', '未更新', '未填报'], ['已填报', '未更新', '未更新', '未填报']]);
});

test('[F2][L6] sorted and saved in between, each task is held against its own last text; a task that came since has none', async () => {
  ledger.fill(0, { progress: '同一句话（虚拟示例）' });
  ledger.fill(1, { progress: '另一句话（虚拟示例）' });
  await ledger.report('2021-04');
  ledger.setAsOf('2021-04-21');
  ledger.book.sortRows(ledger.id, { top: firstTask, left: 0, bottom: firstTask + 12, right: 19 }, [{ column: 0, ascending: false }], 'user');
  expect([ledger.shown(12, 'filled'), ledger.shown(11, 'filled')]).toEqual(['未更新', '未更新']);
  ledger.fill(13, { id: '6.2', text: '新任务', progress: '同一句话（虚拟示例）' });
  expect(ledger.shown(13, 'filled')).toBe('已填报');
  await ledger.report('2021-06', { madeAt: '2021-06-18 09:00' });
  expect(ledger.read('2021-06').table('总体情况')[0]).toMatchObject({ 任务总数: '14', 已填报: '1', 未更新: '2' });
});

test('[F2][P3] an older period reported afterwards changes nothing in the ledger; the period reported last stays', async () => {
  ledger.setAsOf('2021-06-10');
  ledger.fill(0, { progress: '六月的话（虚拟示例）' });
  await ledger.report('2021-06', { madeAt: '2021-06-10 09:00' });
  const standing = (): unknown => [[0, 1, 2].map(kept), words(), ledger.book.names.find(({ name }) => name === '末次报送期')?.formula];
  const before = standing();
  expect(before).toEqual([['六月的话虚拟示例', '', ''], ['已填报', '未填报', '未填报', '未填报'], '="2021-06"']);
  ledger.fill(1, { progress: '补报（虚拟示例）' });
  await ledger.report('2021-04', { madeAt: '2021-06-10 10:00' });
  ledger.fill(1, { progress: '' });
  expect(standing()).toEqual(before);
});
