// When Excel fails while copies are remembered, returns merged or a merge taken back, the workbook is as before (X1); and how often Excel is asked does not hang on how much there is (X2).
import { rememberCopies } from '../../src/actions/makeCopies';
import { takeMergeBack } from '../../src/actions/takeMergeBack';
import { asReturn, merge } from '../../src/actions/takeReturns';
import type { Plan } from '../../src/core/plan';
import type { RawCell } from '../../src/core/rawTable';
import type { ReturnedSheet } from '../../src/core/returnedTable';
import { ExcelFault } from '../../src/excel/excelFault';
import { largePlan, seedPlan } from '../sheets/seedPlan';
import type { TestFile } from './returnsScene';
import { fillIn, ReturnsScene } from './returnsScene';

jest.setTimeout(400_000);

let scene: ReturnsScene;
afterEach(() => { scene.close(); });

const answered = (): number => scene.excel.host.requests.reduce((most, { n }) => Math.max(most, n ?? 0), 0);
/** A rule that is drawn again gets another id. */
const seen = (): unknown => JSON.parse(JSON.stringify(scene.excel.book.picture(), (key, value: unknown) => (key === 'rules' && Array.isArray(value) ? value.map((rule: Record<string, unknown>) => ({ ...rule, id: '' })) : value))) as unknown;

async function answer(copies: ReadonlyMap<string, TestFile>, section: string, text: string, savedAt: string): Promise<TestFile> {
  const file = copies.get(section);
  if (file === undefined) throw new Error(`no copy for ${section}`);
  return fillIn(file, { '6.1': { progress: text, ...(section === '外资科' ? { doneOn: { day: '2021-06-16' } } : {}) } }, savedAt);
}

describe('[X1] when a request fails, the workbook is as before', () => {
  let files: readonly TestFile[] = [];
  const nothing = async (): Promise<void> => { scene.type('6.1', 'progress', '=总体平稳（虚拟示例）'); return Promise.resolve(); };
  const sent = async (): Promise<void> => {
    await nothing();
    const copies = await scene.distribute();
    files = [await answer(copies, '外资科', '引资2项（虚拟示例）', '2021-06-17T08:00:00Z'), await answer(copies, '港口科', '=新增航线1条（虚拟示例）', '2021-06-17T09:00:00Z')];
  };
  const taken = async (): Promise<void> => { await sent(); await scene.take(files.slice(0, 1)); };
  const partly = async (): Promise<void> => { await taken(); scene.type('6.1', 'remark', '办公室的话（虚拟示例）'); };
  const mergeNow = async (): Promise<unknown> => merge(scene.excel.workbook, await scene.plan(files), '2021-06-18 09:00', () => undefined);
  const acts: readonly [string, () => Promise<void>, () => Promise<unknown>][] = [
    ['remembering copies for the first time', nothing, async () => rememberCopies(scene.excel.workbook, await scene.planCopies(), () => undefined)],
    ['remembering copies for another report', sent, async () => rememberCopies(scene.excel.workbook, await scene.planCopies('2021-08'), () => undefined)],
    ['merging for the first time', sent, mergeNow],
    ['merging again', taken, mergeNow],
    ['taking a merge back', partly, async () => takeMergeBack(scene.excel.workbook, await scene.planBack(1), new Set())],
  ];

  test.each(acts)('[X1] %s', async (_, prepare, act) => {
    scene = await ReturnsScene.open();
    await prepare();
    const from = answered();
    await act();
    const actions = scene.excel.host.requests.filter(({ n }) => n !== undefined && n > from).map((request) => request.actions);
    expect(actions.length).toBeGreaterThan(4);
    scene.close();
    scene = await ReturnsScene.open();
    await prepare();
    const before = seen();
    let written = 0;
    for (const [index, count] of actions.entries()) {
      for (const fails of ['before', 'answerLost', { afterActions: 1 }, { afterActions: Math.max(1, Math.floor(count / 2)) }, { afterActions: Math.max(1, count - 1) }] as const) {
        scene.excel.host.faults.clear();
        scene.excel.host.faults.add({ when: answered() + index + 1, fails, code: 'GeneralException' });
        const fault: unknown = await act().then(() => 'nothing failed', (error: unknown) => error);
        expect(fault).toBeInstanceOf(ExcelFault);
        expect((fault as ExcelFault).restored).toBe((fault as ExcelFault).doing === 'writing' ? true : undefined);
        if ((fault as ExcelFault).doing === 'writing') written += 1;
        expect(seen()).toEqual(before);
      }
    }
    expect(written).toBeGreaterThanOrEqual(5);
    // And when nothing fails any more, it is done.
    scene.excel.host.faults.clear();
    expect(await act()).toEqual({ kind: 'written' });
  });
});

describe('[X2] how often Excel is asked', () => {
  /** A return of a section, as a table alone: a text for each of its tasks. */
  function returnOf(plan: Plan, section: string, number: number): ReturnedSheet {
    const rows = plan.tasks.filter(({ sections }) => sections.includes(section)).map(({ id, text }): RawCell[] => [id, text, `第${String(number)}次报送（虚拟示例）`]);
    const name = `${section}-${String(number)}.xlsx`;
    return asReturn({ name, kind: 'xlsx', savedAt: `2021-06-17T08:${String(number % 60).padStart(2, '0')}:00Z`, properties: {}, tables: [{ name: 'Sheet1', visibility: 'visible', merges: [], cells: [['编号', '工作任务', '落实情况'], ...rows] }] });
  }

  async function asked(plan: Plan, sections: readonly string[]): Promise<readonly number[]> {
    scene = await ReturnsScene.open(plan);
    const counts: number[] = [];
    const counted = async (act: () => Promise<unknown>): Promise<void> => { const from = scene.answered(); await act(); counts.push(scene.answered() - from); };
    await counted(async () => rememberCopies(scene.excel.workbook, await scene.planCopies(), () => undefined));
    await counted(async () => { expect((await scene.take(sections.map((section, number) => returnOf(plan, section, number)))).consolidation.cells.merged).toBeGreaterThan(0); });
    await counted(async () => scene.takeBack(1));
    await counted(async () => scene.take(sections.slice(0, 1).map((section) => returnOf(plan, section, 59))));
    return counts;
  }

  /** So many tasks, each of one section: then no sheet is longer than what is read at a time. */
  const ofOneSection = (plan: Plan): Plan => ({ ...plan, tasks: plan.tasks.map((task) => ({ ...task, sections: task.sections.slice(0, 1), leaders: task.leaders.slice(0, 1), owners: task.owners.slice(0, 1) })) });

  test('[X2] for 2,000 tasks as for 13, to remember copies, to merge, to take back and to merge again', async () => {
    const small = await asked(ofOneSection(seedPlan()), ['港口科']);
    scene.close();
    expect(await asked(ofOneSection(largePlan(2000)), ['港口科'])).toEqual(small);
  });

  test('[X2] where 收发底稿 has thousands of rows it is read in pieces of 2,500, and nothing else is asked more often', async () => {
    const small = await asked(seedPlan(), ['外贸科', '外资科']);
    scene.close();
    // 3,383 rows went out and the merge adds 1,386, which is two pieces; they are read when an action is planned and once more before it is written.
    const [remembering = 0, ...others] = small;
    expect(await asked(largePlan(2000), ['外贸科', '外资科'])).toEqual([remembering, ...others.map((count) => count + 2)]);
    expect(scene.list('收发底稿', '类别').filter(([kind]) => kind === '发出')).toHaveLength(3383);
  });

  test('[X2] for 60 returns as for one', async () => {
    const all = ['外贸科', '外资科', '港口科', '市场科', '法规科', '审批科', '东盟科'];
    const one = await asked(seedPlan(), ['外贸科']);
    scene.close();
    expect(await asked(seedPlan(), Array.from({ length: 60 }, (_, number) => all[number % all.length] ?? ''))).toEqual(one);
  });
});
