// The ledger that the pane follows: an edit re-reads its own rows and no others, whatever the size of the ledger. Calls are counted, no time is measured.
import * as followLedger from '../../src/actions/followLedger';
import type { SheetEdit } from '../../src/actions/followLedger';
import { judgeLedger } from '../../src/actions/judgeLedger';
import { judgeWorkbook, lookAtWorkbook } from '../../src/actions/lookAtWorkbook';
import type { Plan } from '../../src/core/plan';
import { LiveLedger } from '../../src/pane/desks/liveLedger';
import type { FakeWorkbook } from './fakeWorkbook';
import { fakeWorkbook, ledgerSheets, seedPlan } from './fakeWorkbook';

const day = '2021-06-18';
const sheet = '任务台账';

/** The plan with so many tasks. */
function largePlan(count: number): Plan {
  const plan = seedPlan();
  return { ...plan, tasks: Array.from({ length: count }, (_, index) => ({ ...(plan.tasks[index % plan.tasks.length] ?? plan.tasks[0]!), id: `1.${String(index + 1)}` })) };
}

interface Followed { readonly workbook: FakeWorkbook; readonly live: LiveLedger; readonly pauses: () => number; readonly first: number; readonly progress: number }

async function follow(plan: Plan): Promise<Followed> {
  const workbook = fakeWorkbook(ledgerSheets(plan));
  let pauses = 0;
  const live = new LiveLedger({ loadWorkbook: () => Promise.resolve(workbook), loadFollow: () => Promise.resolve(followLedger), today: () => day, pause: () => { pauses += 1; return Promise.resolve(); } });
  await live.take(await lookAtWorkbook(workbook));
  const { ledger } = live.at()?.ledger ?? {};
  if (ledger === undefined) throw new Error('No ledger is followed.');
  return { workbook, live, pauses: () => pauses, first: ledger.nextRow - ledger.bodyRows, progress: ledger.columns.progress };
}

const edit = (row: number, to = row): SheetEdit => ({ sheet, address: row === to ? `K${String(row + 1)}` : `K${String(row + 1)}:K${String(to + 1)}`, onlyCells: true });

test('[X2] in a ledger of 5,000 rows one edit reads one row, and the counts follow', async () => {
  const { workbook, live, first, progress } = await follow(largePlan(5000));
  const before = live.getState().standing?.counts;
  expect(before?.filled['未填报']).toBe(5000);
  const { reads } = workbook;
  workbook.type(sheet, first + 3210, progress, '已召开两次专题会，印发方案');
  const edits = [edit(first + 3210)];
  expect(live.canFollow(edits)).toBe(true);
  await live.follow(edits);
  expect(workbook.rowsRead).toEqual([[first + 3210, 1]]);
  expect(workbook.reads).toBe(reads);
  const { standing } = live.getState();
  expect(standing?.counts.filled).toEqual({ 已填报: 1, 未更新: 0, 未填报: 4999 });
  expect(standing?.rows).toHaveLength(5000);
  expect(standing?.rows[3210]?.task.progress).toBe('已召开两次专题会，印发方案');
});

test('[X2] a long ledger is judged in slices, others taking their turn between them', async () => {
  const { pauses } = await follow(largePlan(5000));
  expect(pauses()).toBe(5000 / followLedger.rowsPerSlice - 1);
  expect((await follow(seedPlan())).pauses()).toBe(0);
});

test('[S8] what is judged in slices and followed row by row is what is judged at once', async () => {
  const { workbook, live, first, progress } = await follow(largePlan(600));
  for (const [index, text] of ['已完成', '', '无', '正在推进'].entries()) workbook.type(sheet, first + 100 + index * 2, progress, text);
  await live.follow([edit(first + 100), edit(first + 102, first + 106)]);
  expect(workbook.rowsRead).toEqual([[first + 100, 1], [first + 102, 5]]);
  const state = judgeWorkbook(await workbook.read(['任务台账', '名册', '设置']));
  if (state.kind !== 'ledger' || state.settings === undefined || state.roster === undefined) throw new Error('The ledger is gone.');
  const whole = judgeLedger(state.ledger, { settings: state.settings, roster: state.roster, today: day, lastReported: state.lastReported });
  expect(live.getState().standing?.rows).toEqual(whole.rows);
  expect(live.getState().standing?.counts).toEqual(whole.counts);
});

test('[X2] a row that is emptied is gone, and one that is filled comes back in its place', async () => {
  const { workbook, live, first } = await follow(seedPlan());
  const line = workbook.sheets[0]?.values[first + 4] ?? [];
  line.forEach((_, column) => { workbook.type(sheet, first + 4, column, ''); });
  await live.follow([edit(first + 4)]);
  expect(live.getState().standing?.rows).toHaveLength(12);
  line.forEach((value, column) => { workbook.type(sheet, first + 4, column, value); });
  await live.follow([edit(first + 4)]);
  expect(live.getState().standing?.rows.map(({ row }) => row)).toEqual(Array.from({ length: 13 }, (_, index) => first + index));
});

test.each<[string, (first: number) => SheetEdit, boolean]>([
  ['a cell of a task', (first) => edit(first + 1), true],
  ['several columns of a task', (first) => ({ sheet, address: `$B$${String(first + 1)}:$K$${String(first + 2)}`, onlyCells: true }), true],
  ['a cell of a sheet that is not ours', () => ({ sheet: '别的表', address: 'A:A', onlyCells: false }), true],
  ['a cell of 设置', () => ({ sheet: '设置', address: 'B12', onlyCells: true }), false],
  ['a cell of 名册', () => ({ sheet: '名册', address: 'A5', onlyCells: true }), false],
  ['the header', (first) => edit(first - 1), false],
  ['the row under the table', (first) => edit(first + 13), false],
  ['a row that was put in', (first) => ({ sheet, address: `${String(first + 2)}:${String(first + 2)}`, onlyCells: false }), false],
  ['a whole column', () => ({ sheet, address: 'K:K', onlyCells: true }), false],
  ['more rows than are read by themselves', (first) => edit(first, first + followLedger.rowsFollowed), false],
])('[X2] %s can be followed: %#', async (_, of, can) => {
  const { live, first } = await follow(seedPlan());
  expect(live.canFollow([of(first)])).toBe(can);
});

test.each<[string, { readonly first: number; readonly last: number } | undefined]>([
  ['K7', { first: 6, last: 6 }], ['$K$7:$L$9', { first: 6, last: 8 }], ['5:6', { first: 4, last: 5 }], ["'任务台账'!K7", { first: 6, last: 6 }], ['K:K', undefined], ['K7,L9', undefined], ['', undefined],
])('[X2] the rows of %s', (address, rows) => {
  expect(followLedger.rowsOfAddress(address)).toEqual(rows);
});

test('[C4] the selection is followed on the ledger, and stays with the task when it goes elsewhere', async () => {
  const { live, workbook, first } = await follow(seedPlan());
  live.select({ sheet, address: `C${String(first + 3)}:D${String(first + 4)}` });
  expect(live.getState().selectedRow).toBe(first + 2);
  live.select({ sheet: '设置', address: 'B2' });
  expect(live.getState().selectedRow).toBe(first + 2);
  workbook.selected = { sheet, row: first + 5, column: 0 };
  await live.readSelection();
  expect(live.getState().selectedRow).toBe(first + 5);
});
