// The whole way of returns into the ledger (R3–R10, R12, R13) in the pretend Excel, through the real Office.js and real files. What stands where is written out by hand.
import { planTakeBack } from '../../src/actions/takeMergeBack';
import { merge, planMerge } from '../../src/actions/takeReturns';
import type { ConsolidateOptions, Decision } from '../../src/core/consolidation';
import type { LedgerWorkbook } from '../../src/sheets/workbook';
import { openXlsx, saveXlsx } from '../../src/workbench/xlsx';
import { Book } from '../../src/workbench/book/book';
import { createCalc } from '../../src/workbench/calc';
import type { TestFile, Typed } from './returnsScene';
import { fillIn, putCells, readReturn, ReturnsScene } from './returnsScene';

jest.setTimeout(240_000);

let scene: ReturnsScene;
let copies: ReadonlyMap<string, TestFile>;
beforeEach(async () => {
  scene = await ReturnsScene.open();
  copies = await scene.distribute();
});
afterEach(() => { scene.close(); });

const copy = (section: string): TestFile => {
  const file = copies.get(section);
  if (file === undefined) throw new Error(`no copy for ${section}`);
  return file;
};
const answer = (section: string, typed: Typed, savedAt = '2021-06-17T08:00:00Z', as?: string): Promise<TestFile> => fillIn(copy(section), typed, savedAt, as);

const foreignTrade = () => answer('外贸科', { '1.1': { progress: '对接上市企业2家（虚拟示例）' }, '3.1': { progress: '=报送3家（虚拟示例）', remark: '需要协调解决' }, '6.1': { progress: '参展3场（虚拟示例）' } });
const investment = () => answer('外资科', { '1.1': { progress: '走访企业5家（虚拟示例）' }, '6.1': { progress: '引资2项（虚拟示例）' } });
const port = () => answer('港口科', { '2.1': { progress: '-并联改革推进（虚拟示例）', remark: '+86 759' }, '2.2': { progress: '@收费清单已公示（虚拟示例）', doneOn: { day: '2021-06-10' } }, '6.1': { progress: '新增航线1条（虚拟示例）' } });
const asean = () => answer('东盟科', { '6.1': { progress: '参会2次（虚拟示例）\n签约1项' } });

test('[R5][R8][R12][S1] what four sections return stands in the ledger under their names, as text, and the formulas follow', async () => {
  const plan = await scene.take([await foreignTrade(), await investment(), await port(), await asean()]);
  expect(plan.consolidation.cells).toEqual({ returned: 12, merged: 12, unchanged: 0, conflicts: 0, outside: 0, guesses: 0, unmatched: 0, refused: 0 });
  expect(scene.text('1.1', 'progress')).toBe('【外贸科】对接上市企业2家（虚拟示例）\n【外资科】走访企业5家（虚拟示例）');
  expect([scene.text('3.1', 'progress'), scene.text('3.1', 'remark')]).toEqual(['【外贸科】=报送3家（虚拟示例）', '【外贸科】需要协调解决']);
  expect([scene.text('2.1', 'progress'), scene.text('2.1', 'remark'), scene.text('2.2', 'progress')]).toEqual(['-并联改革推进（虚拟示例）', '+86 759', '@收费清单已公示（虚拟示例）']);
  expect(scene.text('6.1', 'progress')).toBe('【外资科】引资2项（虚拟示例）\n【外贸科】参展3场（虚拟示例）\n【东盟科】参会2次（虚拟示例）\n签约1项\n【港口科】新增航线1条（虚拟示例）');
  const cell = (id: string, column: number) => scene.excel.book.cellAt(scene.ledger, scene.rowOf(id), column);
  for (const [id, column] of [['2.1', 9], ['2.1', 10], ['2.2', 9], ['3.1', 9]] as const) expect([id, cell(id, column)?.formula, typeof cell(id, column)?.value]).toEqual([id, undefined, 'string']);
  expect([cell('2.2', 11)?.value, scene.text('2.2', 'doneOn'), scene.text('2.2', 'status')]).toEqual([44357, '2021-06-10', '已办结']);
  expect([scene.text('2.1', 'filled'), scene.text('5.1', 'filled')]).toEqual(['已填报', '未填报']);
  expect(['2.3', '3.2', '4.1', '5.1'].map((id) => [scene.text(id, 'progress'), scene.text(id, 'remark'), scene.text(id, 'doneOn')])).toEqual(Array.from({ length: 4 }, () => ['', '', '']));
});

test('[R10][R13] 合并记录 has a line for every section\'s part of every cell; 回收登记 says who returned, when and what is missing', async () => {
  await scene.take([await investment(), await port()], {}, '2021-06-18 09:00');
  await scene.take([await foreignTrade()], {}, '2021-06-18 15:30');
  expect(scene.list('合并记录', '时间', '批次', '文件', '科室', '编号', '栏目', '原内容', '新内容', '处理', '理由', '状态')).toEqual([
    ['2021-06-18 09:00', '1', '回收表-外资科-2021-06.xlsx', '外资科', '1.1', '落实情况', '', '走访企业5家（虚拟示例）', '直接采用', '', ''],
    ['2021-06-18 09:00', '1', '回收表-港口科-2021-06.xlsx', '港口科', '2.1', '落实情况', '', '-并联改革推进（虚拟示例）', '直接采用', '', ''],
    ['2021-06-18 09:00', '1', '回收表-港口科-2021-06.xlsx', '港口科', '2.1', '备注', '', '+86 759', '直接采用', '', ''],
    ['2021-06-18 09:00', '1', '回收表-港口科-2021-06.xlsx', '港口科', '2.2', '办结日期', '', '2021-06-10', '直接采用', '', ''],
    ['2021-06-18 09:00', '1', '回收表-港口科-2021-06.xlsx', '港口科', '2.2', '落实情况', '', '@收费清单已公示（虚拟示例）', '直接采用', '', ''],
    ['2021-06-18 09:00', '1', '回收表-外资科-2021-06.xlsx', '外资科', '6.1', '落实情况', '', '引资2项（虚拟示例）', '直接采用', '', ''],
    ['2021-06-18 09:00', '1', '回收表-港口科-2021-06.xlsx', '港口科', '6.1', '落实情况', '', '新增航线1条（虚拟示例）', '直接采用', '', ''],
    ['2021-06-18 15:30', '2', '回收表-外贸科-2021-06.xlsx', '外贸科', '1.1', '落实情况', '', '对接上市企业2家（虚拟示例）', '直接采用', '', ''],
    ['2021-06-18 15:30', '2', '回收表-外贸科-2021-06.xlsx', '外贸科', '3.1', '落实情况', '', '=报送3家（虚拟示例）', '直接采用', '', ''],
    ['2021-06-18 15:30', '2', '回收表-外贸科-2021-06.xlsx', '外贸科', '3.1', '备注', '', '需要协调解决', '直接采用', '', ''],
    ['2021-06-18 15:30', '2', '回收表-外贸科-2021-06.xlsx', '外贸科', '6.1', '落实情况', '', '参展3场（虚拟示例）', '直接采用', '', ''],
  ]);
  expect(scene.list('合并记录', '编号', '原单元格', '新单元格').filter(([id]) => id === '1.1')).toEqual([['1.1', '', '【外资科】走访企业5家（虚拟示例）'], ['1.1', '【外资科】走访企业5家（虚拟示例）', '【外贸科】对接上市企业2家（虚拟示例）\n【外资科】走访企业5家（虚拟示例）']]);
  expect(scene.list('回收登记', '科室', '是否回收', '最近回收时间', '文件', '任务数', '已填报', '缺填')).toEqual([
    ['法规科', '未回收', '', '', '1', '0', '4.1'], ['市场科', '未回收', '', '', '4', '0', '3.1、3.2、3.3、3.4'],
    ['外贸科', '已回收', '2021-06-18 15:30', '回收表-外贸科-2021-06.xlsx', '7', '3', '3.2、3.3、3.4、4.1'], ['外资科', '已回收', '2021-06-18 09:00', '回收表-外资科-2021-06.xlsx', '2', '2', ''],
    ['港口科', '已回收', '2021-06-18 09:00', '回收表-港口科-2021-06.xlsx', '4', '3', '2.3'], ['东盟科', '未回收', '', '', '1', '0', '6.1'], ['审批科', '未回收', '', '', '3', '0', '5.1、5.2、5.3'],
  ]);
});

test('[R5] the same returns a second time change nothing, after saving and opening the workbook as well', async () => {
  const files = [await foreignTrade(), await investment(), await port(), await asean()];
  await scene.take(files);
  const before = scene.excel.book.picture();
  for (const again of [files, [...files].reverse(), files.slice(1, 2)]) {
    const plan = await scene.take(again, {}, '2021-06-19 09:00');
    expect([plan.consolidation.edits, plan.consolidation.cells.merged, plan.consolidation.cells.unchanged]).toEqual([[], 0, again.length === 4 ? 12 : 2]);
  }
  expect(scene.excel.book.picture()).toEqual(before);
  await scene.reopen();
  const opened = scene.ledgerPicture();
  expect((await scene.take(files)).consolidation.edits).toEqual([]);
  expect(scene.ledgerPicture()).toEqual(opened);
});

test('[R5] a newer return of a section replaces that section\'s text only, and an older one that comes late changes nothing', async () => {
  await scene.take([await foreignTrade(), await investment(), await port(), await asean()]);
  const before = scene.text('1.1', 'progress');
  const newer = await answer('外贸科', { '1.1': { progress: '对接上市企业2家（虚拟示例）' }, '3.1': { progress: '=报送3家（虚拟示例）', remark: '需要协调解决' }, '6.1': { progress: '参展4场（虚拟示例）' } }, '2021-06-18T08:00:00Z');
  const plan = await scene.take([newer], {}, '2021-06-18 17:00');
  expect(plan.consolidation.edits.map(({ id, column }) => `${id} ${column}`)).toEqual(['6.1 progress']);
  expect(scene.text('6.1', 'progress')).toBe('【外资科】引资2项（虚拟示例）\n【外贸科】参展4场（虚拟示例）\n【东盟科】参会2次（虚拟示例）\n签约1项\n【港口科】新增航线1条（虚拟示例）');
  expect(scene.text('1.1', 'progress')).toBe(before);
  expect(scene.list('合并记录', '批次', '科室', '编号', '原内容', '新内容').slice(-1)).toEqual([['2', '外贸科', '6.1', '参展3场（虚拟示例）', '参展4场（虚拟示例）']]);
  const late = await scene.take([await foreignTrade()], {}, '2021-06-18 18:00');
  expect(late.consolidation.edits).toEqual([]);
  expect(late.consolidation.files[0]?.setApart).toEqual([expect.objectContaining({ kind: 'olderReturn', id: '6.1', column: 'progress', text: '参展3场（虚拟示例）' })]);
  expect(scene.text('6.1', 'progress')).toContain('参展4场');
});

test('[R5][R7] the joint task 6.1, answered by all four in any order and by one of them twice, comes out the same', async () => {
  const older = await answer('外贸科', { '6.1': { progress: '参展1场（虚拟示例）' } }, '2021-06-10T08:00:00Z', '外贸科初稿.xlsx');
  const files = { 资: await answer('外资科', { '6.1': { progress: '引资2项（虚拟示例）' } }), 贸: await answer('外贸科', { '6.1': { progress: '参展3场（虚拟示例）' } }), 初: older, 盟: await asean(), 港: await answer('港口科', { '6.1': { progress: '新增航线1条（虚拟示例）' } }) };
  const wanted = '【外资科】引资2项（虚拟示例）\n【外贸科】参展3场（虚拟示例）\n【东盟科】参会2次（虚拟示例）\n签约1项\n【港口科】新增航线1条（虚拟示例）';
  // A line is an order; what stands together is taken together.
  for (const order of ['资贸初盟港', '港盟初贸资', '初 贸 资 盟 港', '贸 初 港 盟 资', '港 盟资 初 贸 贸', '盟 贸初 资港 初']) {
    scene.close();
    scene = await ReturnsScene.open();
    await scene.distribute();
    for (const together of order.split(' ')) await scene.take([...together].map((each) => files[each as keyof typeof files]));
    expect([order, scene.text('6.1', 'progress')]).toEqual([order, wanted]);
    expect(scene.list('回收登记', '科室', '是否回收').filter(([, word]) => word === '已回收').map(([section]) => section)).toEqual(['外贸科', '外资科', '港口科', '东盟科']);
  }
});

test('[R13] of two returns of a section in one merge 回收登记 names the newer one', async () => {
  const older = await answer('外贸科', { '6.1': { progress: '参展1场（虚拟示例）' } }, '2021-06-10T08:00:00Z', '外贸科终稿.xlsx');
  await scene.take([older, await answer('外贸科', { '6.1': { progress: '参展3场（虚拟示例）' } }, '2021-06-17T08:00:00Z', '外贸科初稿.xlsx')]);
  expect(scene.list('回收登记', '科室', '文件').filter(([, file]) => file !== '')).toEqual([['外贸科', '外贸科初稿.xlsx']]);
});

describe('[R4] what both sides changed', () => {
  beforeEach(() => {
    scene.type('2.1', 'progress', '办公室核实：已并联3个环节（虚拟示例）');
    scene.type('2.3', 'doneOn', '2021-6-11');
  });
  const returned = () => answer('港口科', { '2.1': { progress: '已并联5个环节（虚拟示例）' }, '2.2': { progress: '已公示（虚拟示例）' }, '2.3': { doneOn: { day: '2021-06-15' } } });

  test('[R4] waits for a person, and the rest is merged', async () => {
    const plan = await scene.take([await returned()]);
    expect(plan.consolidation.files[0]?.conflicts.map(({ kind, id, column, base, ledger, returned: came }) => [kind, id, column, base, ledger, came])).toEqual([
      ['bothChanged', '2.1', 'progress', '', '办公室核实：已并联3个环节（虚拟示例）', '已并联5个环节（虚拟示例）'], ['bothChanged', '2.3', 'doneOn', '', '2021-06-11', expect.stringMatching(/^2021\D0?6\D15/)],
    ]);
    expect([scene.text('2.1', 'progress'), scene.text('2.2', 'progress'), scene.text('2.3', 'doneOn')]).toEqual(['办公室核实：已并联3个环节（虚拟示例）', '已公示（虚拟示例）', '2021-06-11']);
    expect(scene.list('合并记录', '编号', '栏目')).toEqual([['2.2', '落实情况']]);
  });

  const choose = async (choices: Readonly<Record<string, Decision['choice']>>): Promise<ConsolidateOptions> => {
    const plan = await scene.plan([await returned()]);
    return { decisions: new Map((plan.consolidation.files[0]?.conflicts ?? []).flatMap(({ key, seen, id }) => (choices[id] === undefined ? [] : [[key, { seen, choice: choices[id] }]]))) };
  };
  const chosen: readonly [string, Decision['choice'], string, string][] = [
    ['the returned text', 'returned', '已并联5个环节（虚拟示例）', '采用回收内容'],
    ['both', 'both', '办公室核实：已并联3个环节（虚拟示例）\n已并联5个环节（虚拟示例）', '两者都保留'],
    ['words of one\'s own', { own: '=核定为4个环节（虚拟示例）' }, '=核定为4个环节（虚拟示例）', '改为自拟内容'],
  ];
  test.each(chosen)('[R4][R10] %s, once chosen, stands in the ledger and in the log, and is not asked again', async (_, choice, text, word) => {
    await scene.take([await returned()], await choose({ '2.1': choice, '2.3': 'returned' }));
    expect([scene.text('2.1', 'progress'), scene.text('2.3', 'doneOn')]).toEqual([text, '2021-06-15']);
    expect(scene.list('合并记录', '编号', '栏目', '原内容', '新内容', '处理').filter(([id]) => id !== '2.2')).toEqual([
      ['2.1', '落实情况', '办公室核实：已并联3个环节（虚拟示例）', text, word], ['2.3', '办结日期', '2021-06-11', '2021-06-15', '采用回收内容'],
    ]);
    const again = await scene.take([await returned()]);
    expect([again.consolidation.edits, again.consolidation.files[0]?.conflicts]).toEqual([[], []]);
  });

  test('[R4][R8] the ledger\'s text, once chosen, stays; the returned one is counted as set apart, and is not asked again', async () => {
    const plan = await scene.take([await returned()], await choose({ '2.1': 'ledger' }));
    expect(scene.text('2.1', 'progress')).toBe('办公室核实：已并联3个环节（虚拟示例）');
    expect(plan.consolidation.files[0]?.setApart).toEqual([expect.objectContaining({ kind: 'ledgerChosen', id: '2.1', text: '已并联5个环节（虚拟示例）' })]);
    const again = await scene.plan([await returned()]);
    expect(again.consolidation.files[0]?.conflicts.map(({ id }) => id)).toEqual(['2.3']);
  });

  test('[R4] a choice made on another text than stands there is no choice', async () => {
    const options = await choose({ '2.1': 'returned', '2.3': 'returned' });
    scene.type('2.1', 'progress', '办公室再核实：4个环节（虚拟示例）');
    await scene.take([await returned()], options);
    expect([scene.text('2.1', 'progress'), scene.text('2.3', 'doneOn')]).toEqual(['办公室再核实：4个环节（虚拟示例）', '2021-06-15']);
  });
});

test('[R4] what was sent and came back empty is asked about, and once chosen it is empty and stays a cell of days', async () => {
  scene.close();
  scene = await ReturnsScene.open();
  scene.type('2.2', 'doneOn', '2021-6-10');
  copies = await scene.distribute();
  const cleared = await answer('港口科', { '2.2': { doneOn: '' } });
  const [conflict] = (await scene.plan([cleared])).consolidation.files[0]?.conflicts ?? [];
  expect(conflict).toMatchObject({ kind: 'cleared', id: '2.2', column: 'doneOn', ledger: '2021-06-10', returned: '' });
  await scene.take([cleared], { decisions: new Map([[conflict?.key ?? '', { seen: conflict?.seen ?? '', choice: 'returned' }]]) });
  expect(scene.text('2.2', 'doneOn')).toBe('');
  scene.type('2.2', 'doneOn', '2021-6-16');
  expect([scene.text('2.2', 'doneOn'), scene.text('2.2', 'status')]).toEqual(['2021-06-16', '已办结']);
});

test('[R4][S1] 办结日期 of a joint task is the lead section\'s to give; another one\'s waits for a person', async () => {
  const plan = await scene.take([await answer('外贸科', { '6.1': { doneOn: { day: '2021-06-15' } } })]);
  expect(plan.consolidation.files[0]?.conflicts).toEqual([expect.objectContaining({ kind: 'notLead', id: '6.1', column: 'doneOn', ledger: '' })]);
  expect(scene.text('6.1', 'doneOn')).toBe('');
  await scene.take([await answer('外资科', { '6.1': { doneOn: { day: '2021-06-16' } } })]);
  expect([scene.text('6.1', 'doneOn'), scene.text('6.1', 'status')]).toEqual(['2021-06-16', '已办结']);
});

test('[R6][R10] changes outside the open cells are listed and not made; the one that is accepted with a reason is made and logged', async () => {
  const filled = await answer('港口科', { '2.1': { progress: '已并联5个环节（虚拟示例）' } });
  const file = { name: filled.name, bytes: putCells(filled.bytes, new Map([['I7', '2021年10月'], ['H7', '胡毅、邓善'], ['C8', '市发改局']]), '2021-06-17T08:00:00Z') };
  const before = ['due', 'owners', 'leadUnit'].map((column) => scene.text('2.1', column as 'due'));
  const plan = await scene.take([file]);
  const outside = plan.consolidation.files[0]?.outside ?? [];
  expect(outside.map(({ id, column, old, new: came, acceptable }) => [id, column, old, came, acceptable])).toEqual([
    ['2.1', 'owners', '胡毅', '胡毅、邓善', true], ['2.1', 'due', '2021年9月', '2021年10月', true], ['2.2', 'leadUnit', '市商务局', '市发改局', true],
  ]);
  expect(['due', 'owners', 'leadUnit'].map((column) => scene.text('2.1', column as 'due'))).toEqual(before);
  expect(plan.consolidation.cells).toMatchObject({ returned: 4, merged: 1, outside: 3 });
  const due = outside.find(({ column }) => column === 'due');
  await scene.take([file], { acceptedOutside: new Map([[due?.key ?? '', '局长办公会同意延期']]) }, '2021-06-18 16:00');
  expect([scene.text('2.1', 'due'), scene.text('2.1', 'owners'), scene.text('2.2', 'leadUnit')]).toEqual(['2021年10月', '胡毅', '市商务局']);
  expect(scene.excel.book.cellAt(scene.ledger, scene.rowOf('2.1'), 8)?.value).toBe(44500);
  expect(scene.list('合并记录', '编号', '栏目', '原内容', '新内容', '处理', '理由').slice(-1)).toEqual([['2.1', '完成时限', '2021年9月', '2021年10月', '接受栏目外改动', '局长办公会同意延期']]);
});

describe('[R9] what is not of this ledger or this report', () => {
  test('[R9] a copy of another plan is refused with both names, and the others go on', async () => {
    scene.close();
    scene = await ReturnsScene.open();
    scene.excel.book.enter(scene.sheet('设置'), 4, 1, '雷州市商务局');
    const stranger = await fillIn((await scene.distribute()).get('外资科') ?? copy('外资科'), { '1.1': { progress: '走访企业9家（虚拟示例）' } }, '2021-06-17T08:00:00Z', '别处的.xlsx');
    scene.close();
    scene = await ReturnsScene.open();
    copies = await scene.distribute();
    const plan = await scene.take([stranger, await port()]);
    expect(plan.consolidation.files.map(({ file, refused, merged }) => [file, refused, merged])).toEqual([
      ['别处的.xlsx', { kind: 'otherPlan', found: '雷州市商务局2021', wanted: '湛江市商务局2021' }, 0], ['回收表-港口科-2021-06.xlsx', undefined, 5],
    ]);
    expect(scene.text('1.1', 'progress')).toBe('');
  });

  test('[R9][R8] a copy of another report is refused until a person lets it in; its cells are counted as refused', async () => {
    const april = await scene.distribute('2021-04', '2021-04-01');
    const late = await fillIn(april.get('审批科') ?? copy('审批科'), { '5.1': { progress: '已上线12项（虚拟示例）' } }, '2021-06-17T08:00:00Z');
    const plan = await scene.take([late]);
    expect(plan.consolidation.files[0]).toMatchObject({ refused: { kind: 'otherPeriod', found: '2021-04', wanted: '2021-06' }, cells: { returned: 1, refused: 1 } });
    expect(scene.text('5.1', 'progress')).toBe('');
    expect(scene.list('回收登记', '报送期', '科室', '是否回收').filter(([, section]) => section === '审批科')).toEqual([['2021-06', '审批科', '未回收'], ['2021-04', '审批科', '未回收']]);
    await scene.take([late], { otherPeriods: new Set(['2021-04']) });
    expect(scene.text('5.1', 'progress')).toBe('已上线12项（虚拟示例）');
  });
});

describe('[X1] between looking and merging', () => {
  test.each<[string, () => void]>([
    ['a cell of the ledger changed', () => { scene.type('5.1', 'progress', '刚改的（虚拟示例）'); }],
    ['the ledger was sorted', () => { scene.excel.book.sortRows(scene.ledger, { top: 4, left: 0, bottom: 16, right: 19 }, [{ column: 0, ascending: false }], 'user'); }],
  ])('[X1][L6] %s: nothing is written, and it is said where', async (_, act) => {
    const plan = await scene.plan([await port()]);
    act();
    const before = scene.excel.book.picture();
    expect(await merge(scene.excel.workbook, plan, '2021-06-18 09:00', () => undefined)).toEqual({ kind: 'changedMeanwhile', sheet: '任务台账' });
    expect(scene.excel.book.picture()).toEqual(before);
  });
});

test('[L6][L7] the ledger sorted, its columns moved and a column of one\'s own put in: each text finds its cell by 编号 and title', async () => {
  const { book } = scene.excel;
  book.insertCells(scene.ledger, { top: 3, left: 9, bottom: 16, right: 9 }, 'Right', 'user');
  book.enter(scene.ledger, 3, 9, '督办意见');
  book.sortRows(scene.ledger, { top: 4, left: 0, bottom: 16, right: 20 }, [{ column: 0, ascending: false }], 'user');
  await scene.take([await port()]);
  const row = scene.rowOf('2.2');
  expect([book.textAt(scene.ledger, row, 9), book.textAt(scene.ledger, row, 10), book.textAt(scene.ledger, row, 12)]).toEqual(['', '@收费清单已公示（虚拟示例）', '2021-06-10']);
});

test('[L7] of two rows with one 编号 the first is judged and written, as everywhere', async () => {
  const { book } = scene.excel;
  for (const [column, typed] of [[0, '2.1'], [4, '后来抄的一行'], [6, '港口科'], [9, '抄来的话（虚拟示例）']] as const) book.enter(scene.ledger, 17, column, typed);
  await scene.take([await port()]);
  expect([scene.text('2.1', 'progress'), book.textAt(scene.ledger, 17, 9), book.textAt(scene.ledger, 17, 10)]).toEqual(['-并联改革推进（虚拟示例）', '抄来的话（虚拟示例）', '']);
});

test('[X3] where sheets may not be added, a merge that needs one is refused before anything is written, and one that needs none goes on', async () => {
  const isProtected: LedgerWorkbook = { ...scene.excel.workbook, read: async (sheets) => ({ ...(await scene.excel.workbook.read(sheets)), structureProtected: true }) };
  expect(await planMerge(isProtected, '2021-06', [await readReturn(await port())], {})).toMatchObject({ kind: 'refused', problem: { rule: 'X3', kind: 'structureProtected' } });
  await scene.take([await investment()]);
  const planning = await planMerge(isProtected, '2021-06', [await readReturn(await port())], {});
  expect(planning.kind).toBe('ready');
  expect(await planTakeBack(isProtected, '2021-06', 1)).toMatchObject({ kind: 'ready' });
});

test('[R8][R12] texts of every kind reach the ledger to the letter, and sent out and come back again they are unchanged', async () => {
  const texts: readonly string[] = [
    '=HYPERLINK("x")', "=SUM('甲 乙'!A1)", '{=1}', '  前后有空格  ', '行一\n\n行三', '\t制表', '😀表情', '<b>&amp;</b>', '2021-12', '00123', 'TRUE', '#N/A', '１２３', '1e5', '【外贸科】自己写的括号', '长'.repeat(32_000),
  ];
  const cells = ['2.1', '2.2', '2.3', '5.1', '5.2', '5.3'].flatMap((id) => [[id, 'progress'], [id, 'remark']] as const);
  for (const some of [texts.slice(0, 12), texts.slice(12)]) {
    const typed: Record<string, Record<string, string>> = {};
    some.forEach((text, at) => { const [id, column] = cells[at] ?? ['', '']; (typed[id] ??= {})[column] = text; });
    const of = (section: string): Typed => Object.fromEntries(Object.entries(typed).filter(([id]) => id.startsWith(section === '港口科' ? '2.' : '5.')));
    const files = [await answer('港口科', of('港口科')), await answer('审批科', of('审批科'))];
    await scene.take(files);
    expect(some.map((_, at) => { const [id, column] = cells[at] ?? ['2.1', 'progress']; return scene.excel.book.cellAt(scene.ledger, scene.rowOf(id), column === 'progress' ? 9 : 10)?.value; })).toEqual(some);
    const sentAgain = await scene.distribute('2021-06', '2021-06-20');
    await scene.reopen();
    const plan = await scene.plan([...files, ...['港口科', '审批科'].flatMap((section) => { const file = sentAgain.get(section); return file === undefined ? [] : [{ ...file, name: `再发-${section}.xlsx` }]; })]);
    expect([plan.consolidation.edits, plan.consolidation.cells]).toEqual([[], expect.objectContaining({ merged: 0, conflicts: 0, refused: 0, unchanged: 2 * some.length })]);
    scene.close();
    scene = await ReturnsScene.open();
    copies = await scene.distribute();
  }
});

test('[R4] a copy that Excel itself saved, with its cells typed in there, merges as any other', async () => {
  const clock = { today: () => 44365 };
  const { book } = await openXlsx(copy('港口科').bytes, () => new Book({ calc: createCalc(clock), clock }));
  const sheet = book.sheetByName('填报表')?.id ?? '';
  expect([book.enter(sheet, 7, 9, '=不是公式（虚拟示例）'), book.enter(sheet, 7, 11, '2021-6-10')]).toEqual([{ taken: true }, { taken: true }]);
  const plan = await scene.take([{ name: '回收表-港口科-2021-06.xlsx', bytes: await saveXlsx(book) }]);
  expect(plan.consolidation.files[0]?.knownBy).toBe('key');
  expect([scene.text('2.2', 'progress'), scene.text('2.2', 'doneOn')]).toEqual(['=不是公式（虚拟示例）', '2021-06-10']);
});
