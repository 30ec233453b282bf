// Taking a merge back (R11) in the pretend Excel: whole, after saving and opening, cell by cell where someone wrote since; and merging again afterwards as if for the first time.
import { pastMerges, planTakeBack } from '../../src/actions/takeMergeBack';
import type { ReturnsScene as Scene, TestFile, Typed } from './returnsScene';
import { fillIn, putCells, ReturnsScene } from './returnsScene';

jest.setTimeout(240_000);

let scene: Scene;
let copies: ReadonlyMap<string, TestFile>;
let before: unknown;
beforeEach(async () => {
  scene = await ReturnsScene.open();
  // Something of every kind stands there already.
  scene.type('2.1', 'progress', '原有进展（虚拟示例）');
  scene.type('6.1', 'progress', '总体平稳（虚拟示例）\n【东盟科】参会1次（虚拟示例）');
  copies = await scene.distribute();
  before = scene.ledgerPicture();
});
afterEach(() => { scene.close(); });

const answer = async (section: string, typed: Typed, savedAt = '2021-06-17T08:00:00Z'): Promise<TestFile> => {
  const file = copies.get(section);
  if (file === undefined) throw new Error(`no copy for ${section}`);
  return fillIn(file, typed, savedAt);
};
const port = () => answer('港口科', { '2.1': { progress: '=并联改革推进（虚拟示例）', remark: '+86 759' }, '2.2': { progress: '已公示（虚拟示例）', doneOn: { day: '2021-06-10' } }, '6.1': { progress: '新增航线1条（虚拟示例）' } });
const investment = () => answer('外资科', { '1.1': { progress: '走访企业5家（虚拟示例）' }, '6.1': { progress: '引资2项（虚拟示例）' } });
const joint = '总体平稳（虚拟示例）\n【外资科】引资2项（虚拟示例）\n【东盟科】参会1次（虚拟示例）\n【港口科】新增航线1条（虚拟示例）';

test('[R11] whole: every cell of the ledger is what it was, looks, formats and formulas too; the log and 回收登记 say so', async () => {
  await scene.take([await port(), await investment()]);
  expect(scene.text('6.1', 'progress')).toBe(joint);
  expect(scene.ledgerPicture()).not.toEqual(before);
  const plan = await scene.takeBack(1);
  expect(plan.cells.map(({ id, column, before: old, standing }) => [id, column, old, standing])).toEqual([
    ['1.1', 'progress', '', 'untouched'], ['2.1', 'progress', '原有进展（虚拟示例）', 'untouched'], ['2.1', 'remark', '', 'untouched'], ['2.2', 'doneOn', '', 'untouched'], ['2.2', 'progress', '', 'untouched'],
    ['6.1', 'progress', '总体平稳（虚拟示例）\n【东盟科】参会1次（虚拟示例）', 'untouched'],
  ]);
  expect(scene.ledgerPicture()).toEqual(before);
  expect(new Set(scene.list('合并记录', '状态').map(([state]) => state))).toEqual(new Set(['已撤回']));
  expect(scene.list('回收登记', '科室', '是否回收', '最近回收时间', '文件').filter(([section]) => section === '港口科' || section === '外资科')).toEqual([['外资科', '未回收', '', ''], ['港口科', '未回收', '', '']]);
});

test('[R11] a day typed where a 办结日期 was taken back is a day', async () => {
  await scene.take([await port()]);
  await scene.takeBack(1);
  scene.type('2.2', 'doneOn', '2021-6-16');
  expect([scene.text('2.2', 'doneOn'), scene.text('2.2', 'status')]).toEqual(['2021-06-16', '已办结']);
});

test('[R11] after saving and opening', async () => {
  await scene.reopen();
  const opened = scene.ledgerPicture();
  await scene.take([await port(), await investment()]);
  await scene.reopen();
  await scene.takeBack(1);
  expect(JSON.parse(JSON.stringify(scene.ledgerPicture(), withoutIds))).toEqual(JSON.parse(JSON.stringify(opened, withoutIds)));
});

/** Ids are given anew when a file is opened, and a row's height is measured anew when its text changed. */
function withoutIds(key: string, value: unknown): unknown {
  return key === 'id' || key === 'rows' ? undefined : value;
}

test('[R11] a cell that was changed since is left and listed; it goes back when a person chooses it', async () => {
  await scene.take([await port()]);
  scene.type('2.1', 'progress', '办公室改过（虚拟示例）');
  const first = await scene.takeBack(1);
  expect(first.cells.filter(({ standing }) => standing === 'changed')).toEqual([{ id: '2.1', column: 'progress', before: '原有进展（虚拟示例）', merged: '=并联改革推进（虚拟示例）', now: '办公室改过（虚拟示例）', standing: 'changed' }]);
  expect([scene.text('2.1', 'progress'), scene.text('2.1', 'remark'), scene.text('2.2', 'progress'), scene.text('2.2', 'doneOn')]).toEqual(['办公室改过（虚拟示例）', '', '', '']);
  expect(scene.list('合并记录', '编号', '栏目', '状态')).toEqual([['2.1', '落实情况', ''], ['2.1', '备注', '已撤回'], ['2.2', '办结日期', '已撤回'], ['2.2', '落实情况', '已撤回'], ['6.1', '落实情况', '已撤回']]);
  // A return of which something still stands is still returned.
  expect(scene.list('回收登记', '科室', '是否回收').filter(([section]) => section === '港口科')).toEqual([['港口科', '已回收']]);
  await scene.takeBack(1, ['2.1 progress']);
  expect(scene.ledgerPicture()).toEqual(before);
  expect(scene.list('回收登记', '科室', '是否回收').filter(([section]) => section === '港口科')).toEqual([['港口科', '未回收']]);
});

test('[R11][L6] after the ledger was sorted, each cell goes back to its task', async () => {
  await scene.take([await port()]);
  scene.excel.book.sortRows(scene.ledger, { top: 4, left: 0, bottom: 16, right: 19 }, [{ column: 0, ascending: false }], 'user');
  await scene.takeBack(1);
  expect(scene.excel.book.textAt(scene.ledger, 4, 0)).toBe('6.1');
  expect([scene.text('2.1', 'progress'), scene.text('2.2', 'progress'), scene.text('2.2', 'doneOn'), scene.text('6.1', 'progress')]).toEqual(['原有进展（虚拟示例）', '', '', '总体平稳（虚拟示例）\n【东盟科】参会1次（虚拟示例）']);
});

test('[R11] a task that is gone is said to be gone, and the others go back', async () => {
  await scene.take([await port()]);
  const [table] = scene.excel.book.sheetByName('任务台账')?.tables ?? [];
  scene.excel.book.deleteTableRow(table?.id ?? '', scene.rowOf('2.2') - 4, 'user');
  const plan = await scene.takeBack(1);
  expect(plan.cells.filter(({ standing }) => standing === 'gone').map(({ id, column }) => `${id} ${column}`)).toEqual(['2.2 doneOn', '2.2 progress']);
  expect([scene.text('2.1', 'progress'), scene.text('2.1', 'remark')]).toEqual(['原有进展（虚拟示例）', '']);
});

test('[R11] what was taken back once cannot be taken back again, and a merge that never was is refused', async () => {
  await scene.take([await port()]);
  await scene.takeBack(1);
  const picture = scene.excel.book.picture();
  for (const batch of [1, 7]) expect(await planTakeBack(scene.excel.workbook, '2021-06', batch)).toMatchObject({ kind: 'refused', problem: { rule: 'R11', kind: 'noSuchMerge', values: { batch } } });
  expect(scene.excel.book.picture()).toEqual(picture);
});

test('[R11] an older merge under a newer one: the newer one\'s cells stay, and when the newer one went back first the older one goes back whole', async () => {
  await scene.take([await port()], {}, '2021-06-18 09:00');
  await scene.take([await investment(), await answer('港口科', { '2.1': { progress: '=并联改革完成（虚拟示例）', remark: '+86 759' }, '2.2': { progress: '已公示（虚拟示例）', doneOn: { day: '2021-06-10' } }, '6.1': { progress: '新增航线1条（虚拟示例）' } }, '2021-06-18T08:00:00Z')], {}, '2021-06-18 15:00');
  const { ground, cells } = await scene.planBack(1);
  expect(pastMerges(ground)).toEqual([
    { batch: 2, at: '2021-06-18 15:00', files: ['回收表-外资科-2021-06.xlsx', '回收表-港口科-2021-06.xlsx'], cells: 3, isTakenBack: false }, { batch: 1, at: '2021-06-18 09:00', files: ['回收表-港口科-2021-06.xlsx'], cells: 5, isTakenBack: false },
  ]);
  expect(cells.filter(({ standing }) => standing === 'changed').map(({ id, column, now }) => [id, column, now])).toEqual([['2.1', 'progress', '=并联改革完成（虚拟示例）'], ['6.1', 'progress', joint]]);
  await scene.takeBack(2);
  expect([scene.text('2.1', 'progress'), scene.text('1.1', 'progress')]).toEqual(['=并联改革推进（虚拟示例）', '']);
  await scene.takeBack(1);
  expect(scene.ledgerPicture()).toEqual(before);
  expect(pastMerges((await scene.plan([])).ground).map(({ isTakenBack }) => isTakenBack)).toEqual([true, true]);
});

test('[R11][R5] merging the same files again after taking them back is as merging them for the first time', async () => {
  const files = [await port(), await investment()];
  const first = await scene.take(files);
  const merged = scene.ledgerPicture();
  await scene.takeBack(1);
  const again = await scene.take(files, {}, '2021-06-18 17:00');
  expect(again.consolidation).toEqual(first.consolidation);
  expect(again.batch).toBe(2);
  expect(scene.ledgerPicture()).toEqual(merged);
  expect(scene.list('回收登记', '科室', '最近回收时间').filter(([section]) => section === '港口科')).toEqual([['港口科', '2021-06-18 17:00']]);
  await scene.takeBack(2);
  expect(scene.ledgerPicture()).toEqual(before);
});

test('[R11][R6] an outside change that was accepted goes back as well, 完成时限 as a day and as precise as it was', async () => {
  const filled = await port();
  const file = { name: filled.name, bytes: putCells(filled.bytes, new Map([['I7', '2021年10月15日'], ['I9', '长期坚持']]), '2021-06-17T08:00:00Z') };
  const outside = (await scene.plan([file])).consolidation.files[0]?.outside ?? [];
  await scene.take([file], { acceptedOutside: new Map(outside.map(({ key }) => [key, '局长办公会同意'])) });
  expect([scene.text('2.1', 'due'), scene.text('2.3', 'due'), scene.text('2.3', 'status')]).toEqual(['2021年10月15日', '长期坚持', '长期推进']);
  await scene.takeBack(1);
  expect(scene.ledgerPicture()).toEqual(before);
});

test('[R11] a merge of another report goes back in its own, from wherever the person is', async () => {
  await scene.distribute('2021-08', '2021-08-01');
  const files = [await port()];
  await scene.take(files);
  const planning = await planTakeBack(scene.excel.workbook, '2021-08', 1);
  if (planning.kind !== 'ready') throw new Error(JSON.stringify(planning));
  expect(planning.plan.ground.period.name).toBe('2021-06');
  await scene.takeBack(1, [], '2021-08');
  expect(scene.list('回收登记', '报送期', '科室', '是否回收').filter(([, section]) => section === '港口科')).toEqual([['2021-06', '港口科', '未回收'], ['2021-08', '港口科', '未回收']]);
  expect((await scene.plan(files)).consolidation.cells).toMatchObject({ merged: 5, unchanged: 0 });
});

test('[R11][L7] of two rows with one 编号 the one that was written goes back', async () => {
  for (const [column, typed] of [[0, '2.1'], [4, '后来抄的一行'], [6, '港口科'], [9, '抄来的话（虚拟示例）']] as const) scene.excel.book.enter(scene.ledger, 17, column, typed);
  const doubled = scene.ledgerPicture();
  await scene.take([await port()]);
  const plan = await scene.takeBack(1);
  expect(plan.cells.map(({ standing }) => standing)).toEqual(['untouched', 'untouched', 'untouched', 'untouched', 'untouched']);
  expect(scene.ledgerPicture()).toEqual(doubled);
});
