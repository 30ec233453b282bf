// What keeps a summary from being made: each time one sentence that names the place, and a workbook in which nothing changed (X3, L10, P1, B1, B5).
import type { SummaryWish } from '../../src/actions/makeSummary';
import { isPeriodName, planSummary } from '../../src/actions/makeSummary';
import { readReports } from '../../src/actions/listReports';
import { sayProblem } from '../../src/words/say';
import { FilledLedger, firstTask } from './summaryLedger';

jest.setTimeout(240_000);

let ledger: FilledLedger;
beforeEach(async () => {
  ledger = await FilledLedger.open();
  ledger.fill(0, { progress: '已走访（虚拟示例）' });
});
afterEach(() => { ledger.close(); });

async function expectRefused(sentence: RegExp, period = '2021-04', more: Partial<SummaryWish> = {}): Promise<void> {
  const before = ledger.book.picture();
  const planning = await ledger.plan(period, more);
  if (planning.kind !== 'refused') throw new Error(planning.kind);
  const said = sayProblem(planning.problem);
  expect(said).toMatch(sentence);
  expect(said).not.toMatch(/undefined|NaN|\n/);
  expect(ledger.book.picture()).toEqual(before);
}

test.each([
  ['outside the plan', '2021-05'], ['before the first date', '2021-02'], ['after the year', '2022-02'], ['ill-formed', '2021-4'], ['no period at all', '四月'], ['empty', ''],
])('[P1][X3] a period %s is refused, and the year’s periods are named', async (_, period) => {
  await expectRefused(/2021-04、2021-06、2021-08、2021-10、2021-12/, period);
});

test('[P1] what is a period’s name: a year and a month that there is', () => {
  expect(['2021-04', '2021-12', '2021-13', '2021-00', '2021-4', '21-04', '2021-04-20', '', ' 2021-04'].map(isPeriodName)).toEqual([true, true, false, false, false, false, false, false, false]);
});

test('[P1][X3] a calendar without any report in the year says which settings to look at', async () => {
  ledger.set('首次报送日', 44681);
  await expectRefused(/2021年没有一次报送.*首次报送日和报送间隔/);
});

test.each([
  ['首次报送日', '四月', /“设置”表.*首次报送日.*四月/], ['报送间隔（月）', '两个月', /“设置”表.*报送间隔.*两个月/], ['遇周末', '随便', /“设置”表.*遇周末.*随便/], ['年度', '二〇二一', /“设置”表.*年度.*二〇二一/],
] as const)('[L9][X3] 设置 with an unreadable %s', async (label, content, sentence) => {
  ledger.set(label, content);
  await expectRefused(sentence);
  const reports = await readReports(ledger.excel.workbook, '2021-06-18');
  expect(reports.kind).toBe('refused');
});

test('[B2][X3] a ledger without tasks', async () => {
  for (let index = 0; index < 13; index += 1) ledger.fill(index, { id: '', text: '' });
  await expectRefused(/“任务台账”表里一项任务也没有/);
});

test('[L6][B3] two rows under one 编号 would count one task twice: the cell is named', async () => {
  ledger.fill(3, { id: '2.1' });
  await expectRefused(/A8.*“2\.1”.*重复/);
});

test('[B1][L10] a sheet of that name that someone else made, empty or not, is not touched', async () => {
  const { id } = ledger.book.addSheet('双月汇总2021-04');
  await expectRefused(/双月汇总2021-04.*不是本加载项/);
  ledger.book.enter(id, 0, 0, '我的汇总');
  ledger.book.enter(id, 1, 0, '报送期：2021年6月');
  await expectRefused(/双月汇总2021-04.*不是本加载项/);
});

test('[L10] a sheet 报送历史 of someone else, and a table of that name elsewhere', async () => {
  const { id } = ledger.book.addSheet('报送历史');
  await expectRefused(/报送历史.*不是本加载项/);
  ledger.book.renameSheet(id, '别的表');
  ledger.book.writeInputs(id, { top: 0, left: 0, bottom: 1, right: 0 }, [['甲'], ['乙']], 'user');
  ledger.book.addTable(id, { top: 0, left: 0, bottom: 1, right: 0 }, true, '报送历史');
  await expectRefused(/别的表.*报送历史|报送历史.*别的表/);
});

describe('[B5][X3] a history that was edited by hand', () => {
  const titles = { period: '报送期', version: '版次', cutOff: '截止日', judgedOn: '判断日', weekendRule: '遇周末', status: '进度状态', daysLeft: '剩余天数', filled: '填报状态', light: '灯色', madeAt: '生成时间' } as const;
  const width = (): number => ledger.book.tableByName('报送历史')?.table.area.right ?? 0;
  const columnOf = (title: string): number => Array.from({ length: width() + 1 }, (_, column) => ledger.book.textAt(ledger.sheet('报送历史').id, 2, column)).indexOf(title);
  const put = (row: number, column: keyof typeof titles, value: string | number): void => {
    const at = columnOf(titles[column]);
    expect(at).toBeGreaterThanOrEqual(0);
    ledger.book.writeInputs(ledger.sheet('报送历史').id, { top: row, left: at, bottom: row, right: at }, [[value]], 'user');
  };
  beforeEach(async () => { await ledger.report('2021-04'); });

  test.each<[string, () => void, RegExp]>([
    ['a title renamed', () => { put(2, 'status', '状态'); }, /“报送历史”表的表头缺少进度状态/],
    ['a status that is none', () => { put(4, 'status', '快好了'); }, /报送历史.*U5.*进度状态“快好了”/],
    ['a filling that is none', () => { put(5, 'filled', ''); }, /报送历史.*W6.*填报状态/],
    ['a light that is none', () => { put(6, 'light', '蓝'); }, /报送历史.*X7.*灯色“蓝”/],
    ['a broken cut-off', () => { put(3, 'cutOff', '四月二十'); }, /报送历史.*C4.*截止日“四月二十”/],
    ['a broken day of judging', () => { put(3, 'judgedOn', ''); }, /报送历史.*D4.*判断日/],
    ['a weekend rule that is none', () => { put(3, 'weekendRule', '随便'); }, /报送历史.*E4.*遇周末“随便”/],
    ['a period that is none', () => { put(3, 'period', '四月'); }, /报送历史.*A4.*报送期“四月”/],
    ['version 0', () => { put(3, 'version', 0); }, /报送历史.*B4.*版次“0”/],
    ['days left that are no number', () => { put(3, 'daysLeft', '很多'); }, /报送历史.*V4.*剩余天数“很多”/],
    ['a time that is none', () => { put(3, 'madeAt', '上午'); }, /报送历史.*[A-Z]4.*生成时间“上午”/],
    ['a row doubled', () => {
      const { id } = ledger.sheet('报送历史');
      const row = Array.from({ length: width() + 1 }, (_, column) => ledger.book.cellAt(id, 4, column)?.value ?? null);
      for (const column of row.keys()) ledger.book.restyle(id, { top: 16, left: column, bottom: 16, right: column }, { numberFormat: ledger.book.styleAt(id, 4, column).numberFormat });
      ledger.book.writeInputs(id, { top: 16, left: 0, bottom: 16, right: width() }, [row.map((value) => (typeof value === 'object' ? '' : value))], 'user');
      ledger.book.resizeTable(ledger.book.tableByName('报送历史')?.table.id ?? '', { top: 2, left: 0, bottom: 16, right: width() });
    }, /2021-04第1版里任务2\.1出现了两次/],
  ])('%s', async (_, edit, sentence) => {
    edit();
    await expectRefused(sentence, '2021-06');
    await expectRefused(sentence, '2021-04', { from: 'history' });
    const reports = await readReports(ledger.excel.workbook, '2021-06-18');
    if (reports.kind !== 'refused') throw new Error(reports.kind);
    expect(sayProblem(reports.problem)).toMatch(sentence);
  });

  test('made again from a history that never had the period', async () => {
    await expectRefused(/“报送历史”里没有2021-06的内容/, '2021-06', { from: 'history' });
  });

  test('protected against editing: nothing can be kept there, but a past report can be made again', async () => {
    ledger.setAsOf('2021-06-10');
    ledger.book.protect(ledger.sheet('报送历史').id, { options: {} });
    await expectRefused(/“报送历史”表受保护/, '2021-06');
    expect(await ledger.report('2021-04', { madeAt: '2021-06-10 09:00' })).toMatchObject({ from: 'history' });
  });
});

test('[X3] a workbook whose structure is protected takes no new sheet', async () => {
  // The pretend Excel cannot protect a workbook's structure; so what is read of it is said to be protected.
  const { workbook } = ledger.excel;
  const planning = await planSummary({ ...workbook, read: async (sheets) => ({ ...(await workbook.read(sheets)), structureProtected: true }) }, { period: '2021-04', from: 'undecided', today: '2021-06-18', madeAt: '2021-04-19 09:00' });
  if (planning.kind !== 'refused') throw new Error(planning.kind);
  expect(sayProblem(planning.problem)).toMatch(/工作簿.*结构.*保护/);
});

test('[S3][X3] a ledger whose deadlines cannot be read is reported all the same: they are counted as 时限待核 and told', async () => {
  for (let index = 0; index < 13; index += 1) ledger.fill(index, { due: index < 7 ? '2021年13月' : '另行通知' });
  const plan = await ledger.report('2021-04');
  expect(ledger.read('2021-04').table('总体情况')[0]).toMatchObject({ 任务总数: '13', 时限待核: '13', 正常推进: '0' });
  expect(plan.problems.filter(({ level, rule }) => level === 'error' && rule === 'D2').map(({ at }) => at.cell)).toEqual(Array.from({ length: 13 }, (_, index) => `I${String(firstTask + index + 1)}`));
  expect(ledger.read('2021-04').matrix()[0]?.['完成时限']).toBe('2021年13月');
});
