// What the report says of each section's return, made on the pretend Excel and made again from the history (R13, B5, P3).
import { makeSummary, planSummary } from '../../src/actions/makeSummary';
import type { SummaryPlan } from '../../src/actions/makeSummary';
import { summaryDocument } from '../../src/sheets/summaryDocument';
import type { TestFile } from './returnsScene';
import { ReturnsScene, fillIn } from './returnsScene';

jest.setTimeout(240_000);

let scene: ReturnsScene;
beforeEach(async () => { scene = await ReturnsScene.open(); });
afterEach(() => { scene.close(); });

async function planned(period: string, madeAt: string, from: 'ledger' | 'history' | 'undecided' = 'undecided'): Promise<SummaryPlan> {
  const planning = await planSummary(scene.excel.workbook, { period, from, today: '2021-06-17', madeAt });
  if (planning.kind !== 'ready') throw new Error(JSON.stringify(planning));
  return planning.plan;
}

/** The rows of the sheet under the heading, by their first cell. */
function shown(sheet: string): readonly (readonly string[])[] {
  const { book } = scene.excel;
  const id = book.sheetByName(sheet)?.id ?? '';
  const used = book.usedArea(id, true);
  const rows = Array.from({ length: (used?.bottom ?? 0) + 1 }, (_, row) => [0, 2, 4, 6, 9].map((column) => book.textAt(id, row, column)));
  const head = rows.findIndex(([first]) => (first ?? '').endsWith('、各科室分发与回收'));
  return head < 0 ? [] : rows.slice(head + 2, rows.findIndex(([first], index) => index > head && /、按分管领导$/.test(first ?? '')));
}

test('[R13][B2] the report tells of each section when its copy went out and came back, and which of its tasks it left empty; made again later it says the same', async () => {
  const copies = await scene.distribute();
  const copyOf = (section: string): TestFile => {
    const found = copies.get(section);
    if (found === undefined) throw new Error(section);
    return found;
  };
  const text = { progress: '已办理（虚拟示例）' };
  await scene.take([
    await fillIn(copyOf('港口科'), { '2.1': text, '2.2': { ...text, doneOn: { day: '2021-06-09' } } }, '2021-06-16T01:00:00Z'),
    await fillIn(copyOf('外贸科'), { '3.1': text, '6.1': text }, '2021-06-16T02:00:00Z'),
  ]);
  const first = await planned('2021-06', '2021-06-17 15:00');
  await makeSummary(scene.excel.workbook, first, () => undefined);
  const rows = shown('双月汇总2021-06');
  const line = (section: string): readonly string[] | undefined => rows.find(([name]) => name === section);
  expect(rows).toHaveLength(7);
  expect(line('港口科')?.slice(1, 2)).toEqual(['4']);
  expect(line('港口科')?.[4]).toBe('2.3、6.1');
  expect(line('外贸科')?.[4]).toBe('1.1、3.2、3.3、3.4、4.1');
  expect(line('审批科')?.slice(3)).toEqual(['未收回', '5.1、5.2、5.3']);
  expect(line('港口科')?.[3]).not.toBe('未收回');
  const said = JSON.stringify(summaryDocument(first.summary, first.madeAt));
  expect(said).toContain('各科室分发与回收');
  expect(said).toContain('2.3、6.1');

  // Later another section returns; the report of June, made again from the history, is as it was.
  await scene.take([await fillIn(copyOf('审批科'), { '5.1': text }, '2021-06-20T01:00:00Z')]);
  const again = await planned('2021-06', '2021-06-17 15:00', 'history');
  expect(again.summary).toEqual(first.summary);
  await makeSummary(scene.excel.workbook, again, () => undefined);
  expect(shown('双月汇总2021-06')).toEqual(rows);
  // From the ledger it tells of the return that came since.
  const now = await planned('2021-06', '2021-06-21 09:00', 'ledger');
  expect(now.summary.returns.find(({ section }) => section === '审批科')?.missing).toEqual(['5.2', '5.3']);
});

test('[R13] where nothing was sent out for the period, the report has no such table', async () => {
  const plan = await planned('2021-06', '2021-06-17 15:00');
  expect(plan.summary.returns).toEqual([]);
  await makeSummary(scene.excel.workbook, plan, () => undefined);
  expect(shown('双月汇总2021-06')).toEqual([]);
  expect(JSON.stringify(summaryDocument(plan.summary, plan.madeAt))).not.toContain('各科室分发与回收');
});
