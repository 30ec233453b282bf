// Every number of a summary's sheet, counted again here by hand from what was put into the ledger (B2, B3). Uses nothing of core/summary.ts, core/status.ts or core/filled.ts.
import fc from 'fast-check';
import { toSerial } from '../../src/core/plainDate';
import { seedPlan } from '../sheets/seedPlan';
import type { SummaryOnSheet, TableRows } from './summaryLedger';
import { FilledLedger } from './summaryLedger';

jest.setTimeout(240_000);

/** A task as it is put into a row. Deadlines and 办结日期 are days or words; `before` is what it said in April. */
interface Told { readonly id: string; readonly indicator: string; readonly sections: string; readonly leaders: string; readonly owners: string; readonly due: string; readonly doneOn: string; readonly before: string; readonly progress: string }

/** How a task stands in June, worked out here from the rules' own words. */
interface Stands extends Told { readonly status: string; readonly filled: string; readonly light: string; readonly left: number | undefined }

const cutOff = '2021-06-18';
const statuses = ['已办结', '逾期办结', '正常推进', '临期', '逾期', '长期推进', '时限待核'];
const fillings = ['已填报', '未更新', '未填报'];
const daysTo = (day: string): number => (toSerial(day) ?? 0) - (toSerial(cutOff) ?? 0);
const isDay = (text: string): boolean => /^\d{4}-/.test(text);
const isSaid = (text: string): boolean => text !== '' && text !== '无' && text !== '——';
const bare = (text: string): string => text.replace(/[，。 （）]/g, '');

function standOf(told: Told): Stands {
  const { due, doneOn, before, progress } = told;
  const isDone = doneOn !== '' && doneOn <= cutOff;
  const status = isDone ? (isDay(due) && doneOn > due ? '逾期办结' : '已办结')
    : !isDay(due) ? (due === '长期坚持' || due === '每季度' ? '长期推进' : '时限待核')
    : due < cutOff ? '逾期' : daysTo(due) <= 30 ? '临期' : '正常推进';
  const filled = !isSaid(progress) ? '未填报' : isSaid(before) && bare(before) === bare(progress) ? '未更新' : '已填报';
  const light = status === '逾期' || (!isDone && filled === '未填报') ? '红'
    : status === '逾期办结' || (!isDone && (status === '临期' || status === '时限待核' || filled === '未更新')) ? '黄' : '绿';
  return { ...told, status, filled, light, left: ['逾期', '临期', '正常推进'].includes(status) ? daysTo(due) : undefined };
}

const names = (cell: string): readonly string[] => cell.split('、').filter((name) => name !== '');
const count = (tasks: readonly Stands[], of: (task: Stands) => boolean): number => tasks.filter(of).length;
const isDone = ({ status }: Stands): boolean => status === '已办结' || status === '逾期办结';
const percent = (part: number, whole: number): string => `${(Math.round((part * 1000) / whole) / 10).toFixed(1)}%`;
const worst = (tasks: readonly Stands[]): string => ['红', '黄', '绿'].find((light) => tasks.some((task) => task.light === light)) ?? '';

/** The counts of some tasks as the sheet writes them, without the rates. */
function counted(tasks: readonly Stands[]): Record<string, string> {
  const of = (words: readonly string[], word: (task: Stands) => string): [string, string][] => words.map((each) => [each, String(count(tasks, (task) => word(task) === each))]);
  return Object.fromEntries([['任务总数', String(tasks.length)], ...of(statuses, ({ status }) => status), ...of(fillings, ({ filled }) => filled)]);
}
function withRates(tasks: readonly Stands[]): Record<string, string> {
  return { ...counted(tasks), 完成率: percent(count(tasks, isDone), tasks.length), 填报率: percent(count(tasks, (task) => isDone(task) || task.filled === '已填报'), tasks.length) };
}

function groups(tasks: readonly Stands[], by: (task: Stands) => readonly string[]): readonly (readonly [string, readonly Stands[]])[] {
  const found = [...new Set(tasks.flatMap((task) => { const of = by(task); return of.length === 0 ? ['（未填）'] : of; }))];
  return found.map((name) => [name, tasks.filter((task) => (by(task).length === 0 ? name === '（未填）' : by(task).includes(name)))]);
}

const added = (rows: TableRows, title: string): number => rows.reduce((sum, row) => sum + Number(row[title]), 0);

function expectSheet(sheet: SummaryOnSheet, tasks: readonly Stands[]): void {
  // Totals, and each of them the sum of its parts.
  const [now] = sheet.table('总体情况');
  expect(now).toEqual({ '': '本期（2021年6月）', ...withRates(tasks) });
  for (const words of [statuses, fillings]) expect(words.reduce((sum, word) => sum + Number(now?.[word]), 0)).toBe(tasks.length);
  const lightLine = sheet.lines.find(([first = '']) => first.startsWith('红灯')) ?? [];
  const lights = ['红', '黄', '绿'].map((light) => count(tasks, (task) => task.light === light));
  expect(lightLine.filter((text) => text !== '').map((text) => Number(/灯 (\d+) 项/.exec(text)?.[1]))).toEqual(lights);
  expect(lights.reduce((sum, each) => sum + each, 0)).toBe(tasks.length);

  // By indicator: a part of the whole each, and the last line is their sum.
  const byIndicator = sheet.table('各指标进度');
  expect(byIndicator.slice(0, -1)).toEqual(groups(tasks, ({ indicator }) => [indicator]).map(([name, inside]) => ({ 指标: name, 灯: worst(inside), ...withRates(inside) })));
  expect(byIndicator[byIndicator.length - 1]).toEqual({ 指标: '合计', 灯: '', ...withRates(tasks) });
  for (const title of ['任务总数', ...statuses, ...fillings]) expect(String(added(byIndicator.slice(0, -1), title))).toBe(now?.[title]);

  // By section: a joint task once for each of its sections.
  const bySection = sheet.table('按责任科室');
  expect(bySection).toEqual(groups(tasks, ({ sections }) => names(sections)).map(([name, inside]) => ({
    责任科室: name, 灯: worst(inside),
    ...Object.fromEntries(['任务总数', ...fillings, '逾期', '临期', '已办结', '逾期办结'].map((title) => [title, counted(inside)[title] ?? ''])),
    牵头: String(count(inside, ({ sections }) => (names(sections)[0] ?? '（未填）') === name)), 配合: String(count(inside, ({ sections }) => names(sections).slice(1).includes(name))),
    责任人: [...new Set(inside.flatMap(({ sections, owners }) => names(sections).flatMap((section, index) => (section === name && names(sections).length === names(owners).length ? [names(owners)[index] ?? ''] : []))))].join('、'),
  })));
  expect(added(bySection, '牵头')).toBe(tasks.length);
  expect(added(bySection, '任务总数')).toBe(tasks.reduce((sum, { sections }) => sum + Math.max(1, names(sections).length), 0));

  const byLeader = sheet.table('按分管领导');
  expect(byLeader.map(({ 分管科室: _, ...row }) => row)).toEqual(groups(tasks, ({ leaders }) => names(leaders)).map(([name, inside]) => ({ 分管领导: name, 灯: worst(inside), ...counted(inside) })));

  // The lists: who answers, and for how long it is overdue.
  const overdue = tasks.filter(({ status }) => status === '逾期');
  expect(sheet.lines[sheet.rowOf('逾期任务')]?.[0]).toContain(`（${String(overdue.length)} 项）`);
  if (overdue.length > 0) {
    const rows = sheet.table('逾期任务');
    expect([...rows].sort((one, other) => (one['编号'] ?? '').localeCompare(other['编号'] ?? '')).map((row) => [row['编号'], row['指标'], row['责任科室'], row['责任人'], row['分管领导'], row['逾期天数']]))
      .toEqual([...overdue].sort((one, other) => one.id.localeCompare(other.id)).map((task) => [task.id, task.indicator, names(task.sections).join('\n'), names(task.owners).join('\n'), names(task.leaders).join('\n'), String(-(task.left ?? 0))]));
    const days = rows.map((row) => Number(row['逾期天数']));
    expect(days).toEqual([...days].sort((one, other) => other - one));
  } else expect(sheet.under('逾期任务')).toBe('本期没有逾期任务。');
  const notFilled = tasks.filter((task) => task.filled === '未填报' && !isDone(task));
  expect(sheet.lines[sheet.rowOf('未填报任务')]?.[0]).toContain(`（${String(notFilled.length)} 项）`);
  if (notFilled.length > 0) expect(sheet.table('未填报任务').map((row) => [row['编号'], row['进度']]).sort()).toEqual(notFilled.map(({ id, status }) => [id, status]).sort());

  // What became of the words since April.
  const renewed = tasks.filter(({ before, progress }) => (isSaid(before) ? bare(before) : '') !== (isSaid(progress) ? bare(progress) : '')).length;
  expect(sheet.under('与上期相比的变化')).toContain(renewed === 0 ? '与上期相同' : `共 ${String(renewed)} 项`);
  // The matrix says of each task what it was told, in the order of the numbers.
  expect(sheet.matrix().map((row) => [row['指标名称'], row['责任科室'], row['责任人'], row['落实情况']]))
    .toEqual(tasks.map((task) => [task.indicator, names(task.sections).join('\n'), names(task.owners).join('\n'), task.progress]));
}

const ids = seedPlan().tasks.map(({ id }) => id);
const anyNames = (pool: readonly string[], most: number): fc.Arbitrary<string> => fc.subarray([...pool], { maxLength: most }).map((chosen) => chosen.join('、'));
const anyText = fc.constantFrom('', '无', '——', '已走访企业（虚拟示例）', '已走访企业，（虚拟示例）。', '已公示 3 次（虚拟示例）');
const anyTold = (id: string): fc.Arbitrary<Told> => fc.record({
  id: fc.constant(id),
  indicator: fc.constantFrom('获得信贷', '跨境贸易', '招标投标'),
  sections: anyNames(['外贸科', '外资科', '港口科', '审批科'], 4), leaders: anyNames(['张光强', '李颖', '车洁'], 3), owners: anyNames(['邓善', '黄万红', '胡毅'], 3),
  due: fc.constantFrom('2021-03-31', '2021-06-17', '2021-06-18', '2021-07-18', '2021-07-19', '2021-12-31', '长期坚持', '每季度', '另行通知', ''),
  doneOn: fc.constantFrom('', '', '2021-03-31', '2021-06-18', '2021-06-19'),
  before: anyText, progress: anyText,
});
const anyLedger = fc.tuple(...ids.map(anyTold)).filter((tasks) => tasks.every(({ sections, owners }) => sections !== '' || owners !== ''));

async function reportedTwice(tasks: readonly Told[]): Promise<FilledLedger> {
  const ledger = await FilledLedger.open();
  tasks.forEach(({ id: _, before, progress: __, doneOn: ___, ...cells }, index) => { ledger.fill(index, { ...cells, progress: before }); });
  await ledger.report('2021-04');
  tasks.forEach(({ doneOn, progress }, index) => { ledger.fill(index, { progress, doneOn }); });
  await ledger.report('2021-06', { madeAt: '2021-06-18 10:00' });
  return ledger;
}

test('[B2][B3][S1][S5][F2] whatever stands in a ledger, the sheet says what is counted by hand, and every total is the sum of its parts', async () => {
  await fc.assert(fc.asyncProperty(anyLedger, async (tasks) => {
    const ledger = await reportedTwice(tasks);
    try {
      expectSheet(ledger.read('2021-06'), tasks.map(standOf));
    } finally {
      ledger.close();
    }
  }), { numRuns: 12 });
});

const given: readonly [string, readonly Partial<Told>[]][] = [
  ['the matrix of 2021 with nothing filled in', []],
  ['each word once', [
    { doneOn: '2021-06-18', due: '2021-06-18', progress: '已办结（虚拟示例）' }, { doneOn: '2021-06-18', due: '2021-06-17' }, { due: '2021-07-19', progress: '新（虚拟示例）' }, { due: '2021-07-18', before: '同（虚拟示例）', progress: '同，（虚拟示例）。' },
    { due: '2021-06-17' }, { due: '长期坚持' }, { due: '另行通知' },
  ]],
  ['a placeholder where nothing stood', [{ progress: '无' }, { before: '暂无进展（虚拟示例）', progress: '——' }]],
  ['every task overdue', ids.map(() => ({ due: '2021-05-31' }))],
  ['every task done', ids.map(() => ({ due: '2021-12-31', doneOn: '2021-04-20' }))],
  ['every task of all sections', ids.map(() => ({ sections: '外贸科、外资科、港口科、市场科、法规科、审批科、东盟科', leaders: '张光强、李颖', owners: '邓善、黄万红' }))],
];

test.each(given)('[B2][B3] %s', async (_, some) => {
  const tasks = seedPlan().tasks.map((task, index): Told => ({
    id: task.id, indicator: task.indicator, sections: task.sections.join('、'), leaders: task.leaders.join('、'), owners: task.owners.join('、'),
    due: task.due.kind === 'date' ? task.due.on : '', doneOn: '', before: '', progress: '', ...some[index],
  }));
  const ledger = await reportedTwice(tasks);
  try {
    expectSheet(ledger.read('2021-06'), tasks.map(standOf));
  } finally {
    ledger.close();
  }
});
