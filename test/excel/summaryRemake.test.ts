// Two reports in a row with what changed between them; reports made again, from the ledger and from the history (B2, B4, B5, P3).
import { saveXlsx } from '../../src/workbench/xlsx';
import { Book } from '../../src/workbench/book/book';
import { createCalc } from '../../src/workbench/calc';
import { openXlsx } from '../../src/workbench/xlsx';
import { FilledLedger, firstTask } from './summaryLedger';

jest.setTimeout(240_000);

let ledger: FilledLedger;
beforeEach(async () => { ledger = await FilledLedger.open(); });
afterEach(() => { ledger.close(); });

const tabs = (): readonly string[] => ledger.book.sheets.map(({ name }) => name);

/** Everything of a sheet but its name, its place and the line with the time at which it was made. */
function drawn(name: string): string {
  const { sheets } = ledger.book.picture() as { sheets: (Record<string, unknown> & { name: string; cells: Record<string, Record<string, unknown>>; charts: Record<string, unknown>[] })[] };
  const sheet = sheets.find((each) => each.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  const { id: _, name: __, cells, charts, ...rest } = sheet;
  const { 2: madeLine, ...others } = cells;
  expect(JSON.stringify(madeLine)).toContain('生成时间');
  return JSON.stringify({ ...rest, cells: others, charts: charts.map(({ id: ___, ...chart }) => chart) }).replaceAll(name, '本表');
}

test('[B2] two reports in a row: every kind of change is named, once, with what was and what is', async () => {
  ledger.fill(4, { progress: '已印发方案（虚拟示例）' });
  ledger.fill(5, { progress: '已印发方案（虚拟示例）' });
  await ledger.report('2021-04');
  ledger.fill(1, { doneOn: '2021-06-10', progress: '已全部并联（虚拟示例）' });
  ledger.fill(2, { due: '2021-10-31' });
  ledger.fill(3, { owners: '胡毅、邓善', sections: '港口科、外贸科', leaders: '车洁、张光强' });
  ledger.fill(4, { progress: '已印发方案，已建库（虚拟示例）' });
  ledger.fill(5, { progress: '已印发方案。（虚拟示例）' });
  ledger.fill(6, { text: '加大对评标专家的管理力度。' });
  ledger.fill(13, { id: '6.2', indicator: '包容普惠创新', text: '新任务', leaders: '李颖', sections: '外资科', owners: '黄万红', due: '2021-12-31', progress: '已启动（虚拟示例）' });
  ledger.book.deleteCells(ledger.id, { top: firstTask + 12, left: 0, bottom: firstTask + 12, right: 19 }, 'Up', 'user');
  await ledger.report('2021-06', { madeAt: '2021-06-18 10:00' });

  const june = ledger.read('2021-06');
  expect(june.under('与上期相比的变化')).toBe('落实情况与上期不同的共 2 项；进度、时限和分工有变化的列在下表。');
  expect(june.table('与上期相比的变化').map((row) => [row['编号'], row['上期'], row['本期'], row['变化']])).toEqual([
    ['2.1', '正常推进、未填报', '已办结、已填报', '进度由正常推进变为已办结；落实情况有更新'],
    ['2.2', '正常推进、未填报', '正常推进、未填报', '完成时限由2021年6月改为2021年10月31日'],
    ['2.3', '正常推进、未填报', '正常推进、未填报', '分管领导、责任科室、责任人有调整'],
    ['3.3', '正常推进、未填报', '正常推进、未填报', '工作任务的文字有修改'],
    ['6.1', '正常推进、未填报', '—', '台账中已没有这项任务'],
    ['6.2', '—', '正常推进、已填报', '本期新增的任务'],
  ]);
  // By hand: in April 13 tasks, 2 filled in; in June 13, one done, 3.1 renewed, 3.2 as it was, 6.2 new.
  expect(june.table('总体情况')).toEqual([
    { '': '本期（2021年6月）', 任务总数: '13', 已办结: '1', 逾期办结: '0', 正常推进: '12', 临期: '0', 逾期: '0', 长期推进: '0', 时限待核: '0', 已填报: '3', 未更新: '1', 未填报: '9', 完成率: '7.7%', 填报率: '23.1%' },
    { '': '上期（2021年4月）', 任务总数: '13', 已办结: '0', 逾期办结: '0', 正常推进: '13', 临期: '0', 逾期: '0', 长期推进: '0', 时限待核: '0', 已填报: '2', 未更新: '0', 未填报: '11', 完成率: '0.0%', 填报率: '15.4%' },
    { '': '增减', 任务总数: '0', 已办结: '+1', 逾期办结: '0', 正常推进: '-1', 临期: '0', 逾期: '0', 长期推进: '0', 时限待核: '0', 已填报: '+1', 未更新: '+1', 未填报: '-2', 完成率: '+7.7', 填报率: '+7.7' },
  ]);
  expect(june.table('历次报送').map((row) => [row['报送期'], row['已办结'], row['已填报'], row['填报率']])).toEqual([['2021年4月', '0', '2', '15.4%'], ['2021年6月', '1', '3', '23.1%']]);
  expect(ledger.read('2021-04').under('与上期相比的变化')).toBe('这是第一次报送，没有上期可比。');
});

test('[B1][B4] a period reported again becomes the first tab; the sheets before it keep their contents under (旧1), (旧2)', async () => {
  ledger.fill(0, { progress: '第一稿（虚拟示例）' });
  await ledger.report('2021-04');
  const first = drawn('双月汇总2021-04');
  expect(tabs()[0]).toBe('双月汇总2021-04');
  ledger.fill(0, { progress: '第二稿（虚拟示例）' });
  const planning = await ledger.plan('2021-04', { madeAt: '2021-04-19 11:00' });
  expect(planning).toMatchObject({ kind: 'ready', plan: { keptAs: '双月汇总2021-04(旧1)', from: 'ledger' } });
  await ledger.report('2021-04', { madeAt: '2021-04-19 11:00' });
  await ledger.report('2021-04', { madeAt: '2021-04-19 12:00' });
  expect(tabs().filter((name) => name.startsWith('双月汇总'))).toEqual(['双月汇总2021-04', '双月汇总2021-04(旧2)', '双月汇总2021-04(旧1)']);
  expect(drawn('双月汇总2021-04(旧1)')).toBe(first);
  expect(ledger.read('2021-04').matrix()[0]?.['落实情况']).toBe('第二稿（虚拟示例）');
  // Every edition is kept; the last one counts.
  const history = ledger.sheet('报送历史').id;
  expect(Array.from({ length: 39 }, (_, row) => ledger.book.textAt(history, 3 + row, 1))).toEqual(['1', '2', '3'].flatMap((version) => Array.from({ length: 13 }, () => version)));
  expect(ledger.book.textAt(history, 42, 1)).toBe('');
});

test('[B1][B2] the sheet holds values and no formula, and its chart draws from the table of indicators over cells in which nothing stands', async () => {
  ledger.fill(0, { progress: '=1+1（虚拟示例）', remark: '@（虚拟示例）', text: '+86 "引号"' });
  await ledger.report('2021-04');
  const { sheet, lines } = ledger.read('2021-04');
  for (const row of sheet.cells.values()) for (const cell of row.values()) expect(cell.formula).toBeUndefined();
  expect(ledger.read('2021-04').matrix()[0]).toMatchObject({ 工作任务: '+86 "引号"', 落实情况: '=1+1（虚拟示例）', 备注: '@（虚拟示例）' });
  const [chart] = sheet.charts;
  const head = lines.findIndex(([first]) => first === '指标');
  expect(chart?.series.map(({ name, values, categories }) => [name, values, categories])).toEqual([['正常推进', `'双月汇总2021-04'!$G$${String(head + 2)}:$G$${String(head + 7)}`, `'双月汇总2021-04'!$A$${String(head + 2)}:$A$${String(head + 7)}`]]);
  const top = ledger.read('2021-04').rowOf('各指标进度') + 1;
  for (const line of lines.slice(top, head)) expect(line.every((text) => text === '')).toBe(true);
  expect(head - top).toBeGreaterThan(5);
});

describe('[P3][B5] a report of a past period, made again after the ledger went on, is the old sheet in every cell', () => {
  async function goOn(): Promise<void> {
    ledger.fill(0, { progress: '已走访 12 家（虚拟示例）', remark: '已报市政府' });
    ledger.fill(3, { due: '2021-04-10' });
    ledger.fill(4, { due: '长期坚持', progress: '  长期\n推进  ' });
    ledger.fill(5, { due: '另行通知', doneOn: '快了' });
    ledger.fill(7, { sections: '', owners: '邓善、黄万红', leaders: '' });
    await ledger.report('2021-04');
    ledger.fill(0, { progress: '已走访 20 家（虚拟示例）' });
    ledger.fill(6, { progress: '新（虚拟示例）' });
    ledger.setAsOf('2021-06-17');
    await ledger.report('2021-06', { madeAt: '2021-06-17 09:00' });
  }
  async function changeAll(): Promise<void> {
    ledger.fill(0, { text: '换了的任务', progress: '换了的内容（虚拟示例）', remark: '', due: '2021-05-01', owners: '黄万红', doneOn: '2021-06-30' });
    ledger.fill(3, { due: '2022-03-31', indicator: '另一指标' });
    ledger.fill(13, { id: '1.2', indicator: '获得信贷', text: '新增任务', sections: '外贸科', owners: '邓善', leaders: '张光强', due: '2021-12-31' });
    ledger.book.deleteCells(ledger.id, { top: firstTask + 9, left: 0, bottom: firstTask + 9, right: 19 }, 'Up', 'user');
    ledger.book.sortRows(ledger.id, { top: firstTask, left: 0, bottom: firstTask + 12, right: 19 }, [{ column: 7, ascending: false }], 'user');
    ledger.set('台账标题', '另一标题工作台账');
    ledger.set('单位', '另一单位');
    ledger.set('汇总科室', '综合科');
    ledger.set('遇周末', '顺延到周一');
    ledger.set('临期提醒天数', 365);
    ledger.setAsOf('2021-10-19');
    await ledger.report('2021-08', { madeAt: '2021-10-19 09:00' });
    await ledger.report('2021-10', { madeAt: '2021-10-19 09:30' });
  }

  test.each(['2021-04', '2021-06'])('%s', async (period) => {
    await goOn();
    const sheet = `双月汇总${period}`;
    const before = drawn(sheet);
    const history = (): unknown => (ledger.book.picture() as { sheets: { name: string }[] }).sheets.find(({ name }) => name === '报送历史');
    await changeAll();
    const kept = JSON.stringify(history());
    const plan = await ledger.report(period, { madeAt: '2022-03-01 15:00' });
    expect(plan).toMatchObject({ from: 'history', sheet, keptAs: `${sheet}(旧1)`, problems: [] });
    expect(drawn(sheet)).toBe(before);
    expect(drawn(`${sheet}(旧1)`)).toBe(before);
    expect(ledger.read(period).lines[2]?.[0]).toMatch(/生成时间：2022-03-01 15:00$/);
    expect(JSON.stringify(history())).toBe(kept);
  });

  test('also when the old sheet is gone, the history was sorted by hand, the file was saved and opened, and the calendar has no such period any more', async () => {
    await goOn();
    const before = drawn('双月汇总2021-04');
    await changeAll();
    const history = ledger.sheet('报送历史');
    ledger.book.deleteSheet(ledger.sheet('双月汇总2021-04').id);
    ledger.book.sortRows(history.id, { top: 3, left: 0, bottom: 3 + 4 * 13 - 1, right: ledger.book.tableByName('报送历史')?.table.area.right ?? 0 }, [{ column: 17, ascending: true }], 'user');
    ledger.set('首次报送日', 44348);
    const bytes = await saveXlsx(ledger.book);
    ledger.close();
    const clock = { today: () => 44365 };
    ledger = await FilledLedger.open({ book: (await openXlsx(bytes, () => new Book({ calc: createCalc(clock), clock }))).book as Book });
    expect(await ledger.report('2021-04', { madeAt: '2022-03-01 15:00' })).toMatchObject({ from: 'history', keptAs: undefined });
    expect(drawn('双月汇总2021-04')).toBe(before);
  });

  test('also when the report before it was corrected in the meantime: what it was held against then still counts', async () => {
    await goOn();
    const before = drawn('双月汇总2021-06');
    ledger.setAsOf('2021-08-19');
    ledger.fill(0, { progress: '四月的改正（虚拟示例）', doneOn: '2021-04-01' });
    await ledger.report('2021-04', { from: 'ledger', madeAt: '2021-08-19 08:00' });
    await ledger.report('2021-06', { madeAt: '2021-08-19 09:00' });
    expect(drawn('双月汇总2021-06')).toBe(before);
    // The next report counts with the corrected one.
    await ledger.report('2021-08', { madeAt: '2021-08-19 10:00' });
    expect(ledger.read('2021-08').table('历次报送').map((row) => [row['报送期'], row['已办结']])).toEqual([['2021年4月', '1'], ['2021年6月', '0'], ['2021年8月', '1']]);
  });
});

test('[P3] a report judges status on its cut-off, whatever the 基准日, unless told otherwise', async () => {
  ledger.fill(2, { due: '2021-06-18' });
  ledger.fill(3, { due: '2021-06-17' });
  ledger.setAsOf('2021-04-21');
  await ledger.report('2021-06');
  expect(ledger.read('2021-06').lines[1]?.[0]).toBe('报送期：2021年6月　报送截止日：2021年6月18日（遇周末提前到周五）　进度判断日：2021年6月18日');
  expect(ledger.read('2021-06').table('总体情况')[0]).toMatchObject({ 逾期: '1', 临期: '1', 正常推进: '11' });
  await ledger.report('2021-06', { judgedOn: '2021-06-25', madeAt: '2021-06-25 09:00' });
  expect(ledger.read('2021-06').lines[1]?.[0]).toMatch(/进度判断日：2021年6月25日$/);
  expect(ledger.read('2021-06').table('总体情况')[0]).toMatchObject({ 逾期: '2', 临期: '0', 正常推进: '11' });
});

test('[B2][B5][X2] texts as long as a cell can be, with line breaks and rare characters, are reported, kept, and made again from the history', async () => {
  const longest = `已走访\n𠮷林路（虚拟示例）；${'字'.repeat(32_767)}`.slice(0, 32_767);
  ledger.fill(0, { progress: longest, remark: '一行\n'.repeat(400) });
  ledger.fill(12, { progress: '已推进（虚拟示例）。'.repeat(500) });
  await ledger.report('2021-04');
  const before = drawn('双月汇总2021-04');
  // Rows that a text needs beyond one stand merged under its first.
  const told = ledger.read('2021-04').matrix().filter((row, index, rows) => index === 0 || JSON.stringify(row) !== JSON.stringify(rows[index - 1]));
  expect(told.map((row) => (row['落实情况'] ?? '').length)).toEqual([32_767, ...Array.from({ length: 11 }, () => 0), 5000]);
  expect(told[0]?.['落实情况']).toBe(longest);
  ledger.fill(0, { progress: '短了（虚拟示例）' });
  ledger.setAsOf('2021-06-10');
  await ledger.report('2021-04', { madeAt: '2021-06-10 09:00' });
  expect(drawn('双月汇总2021-04')).toBe(before);
  await ledger.report('2021-06', { madeAt: '2021-06-10 10:00' });
  expect(ledger.read('2021-06').table('总体情况')[0]).toMatchObject({ 已填报: '1', 未更新: '1', 未填报: '11' });
});
