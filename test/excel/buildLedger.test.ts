// Building the ledger in the pretend Excel, through the real Office.js.
import { build, planBuild } from '../../src/actions/buildLedger';
import { lookAtWorkbook } from '../../src/actions/lookAtWorkbook';
import type { Plan } from '../../src/core/plan';
import { toSerial } from '../../src/core/plainDate';
import { ExcelFault } from '../../src/excel/excelFault';
import type { Sheet } from '../../src/workbench/book/model';
import { largePlan, seedPlan } from '../sheets/seedPlan';
import type { OpenExcel } from './harness';
import { openExcel } from './harness';

// Thousands of rows, and every request failing in every way, take their time on a slow machine.
jest.setTimeout(240_000);

let excel: OpenExcel;
beforeEach(async () => { excel = await openExcel(); });
afterEach(() => { excel.close(); });

const plan = seedPlan();

/** Everything that a person or another program can see of the book. Excel numbers conditional formats anew when they are put back; the number means nothing. */
function seen({ book }: OpenExcel): unknown {
  return JSON.parse(JSON.stringify(book.picture(), (key, value: unknown) =>
    key === 'rules' && Array.isArray(value) ? value.map((rule: Record<string, unknown>) => ({ ...rule, id: '' })) : value), undefined) as unknown;
}

/** How many requests Excel has answered. */
function answered({ host }: OpenExcel): number {
  return host.requests.reduce((most, { n }) => Math.max(most, n ?? 0), 0);
}

async function buildIn({ workbook }: OpenExcel, from: Plan = plan): Promise<void> {
  const planning = await planBuild(workbook, from, []);
  if (planning.kind !== 'ready') throw new Error(`refused: ${JSON.stringify(planning.problem)}`);
  expect(await build(workbook, planning.build, () => undefined)).toEqual({ kind: 'written' });
}

function sheet(name: string): Sheet {
  const found = excel.book.sheetByName(name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

function valueAt(name: string, row: number, column: number): unknown {
  return excel.book.cellAt(sheet(name).id, row, column)?.value ?? null;
}

describe('in a new workbook', () => {
  beforeEach(async () => { await buildIn(excel); });

  test('[L3] a table 任务台账 stands on the sheet 任务台账, under title, 基准日 line and legend', () => {
    const { table } = excel.book.tableByName('任务台账') ?? {};
    expect(table?.area).toEqual({ top: 3, left: 0, bottom: 16, right: 19 });
    expect(table?.columns.map(({ name }) => name).join(' ')).toBe('编号 指标名称 牵头单位 配合单位 工作任务 分管领导 责任科室 责任人 完成时限 落实情况 备注 办结日期 进度状态 剩余天数 填报状态 核对结果 时限净文 落实净文 上期净文 灯色');
    expect(valueAt('任务台账', 0, 0)).toBe(plan.settings.title);
    expect(valueAt('任务台账', 1, 0)).toBe('基准日：2021年6月18日（今天）　当前报送期：2021-06　截止日：2021年6月18日');
    expect(valueAt('任务台账', 2, 0)).toBe('图例');
  });

  test('[L1] no cell of the ledger is merged', () => {
    expect(sheet('任务台账').merges).toEqual([]);
  });

  test('[L1][L4][L5] every row holds what the plan says, the deadline as a true date', () => {
    plan.tasks.forEach((task, index) => {
      const row = Array.from({ length: 16 }, (_, column) => valueAt('任务台账', 4 + index, column));
      expect(row).toEqual([
        task.id, task.indicator, task.leadUnit, task.supportUnits.join('、'), task.text, task.leaders.join('、'), task.sections.join('、'), task.owners.join('、'),
        task.due.kind === 'date' ? toSerial(task.due.on) : null, null, null, null, expect.stringMatching(/^(正常推进|临期)$/), expect.any(Number), '未填报', null,
      ]);
    });
  });

  test('[L5] the deadline is shown as 2021年12月', () => {
    expect(excel.book.textAt(sheet('任务台账').id, 4, 8)).toBe('2021年12月');
  });

  test('[L3] header frozen, drop-downs and date checks in place', () => {
    const { id, frozen } = sheet('任务台账');
    expect(frozen).toEqual({ rows: 4, columns: 1 });
    expect(excel.book.listAt(id, 4, 5)).toEqual(['杨文光', '车洁', '彭国坚', '张光强', '李颖', '李平军', '王华榕', '李康琪', '蔡里强', '余伟强', '吴政']);
    expect(excel.book.listAt(id, 16, 6)).toContain('港口科');
    expect(excel.book.listAt(id, 16, 7)).toHaveLength(27);
    expect(excel.book.validationAt(id, 10, 11)).toMatchObject({ type: 'date' });
  });

  test('[L5] a 办结日期 that is no date is refused, one that is a date is taken', () => {
    const { id } = sheet('任务台账');
    expect(excel.book.enter(id, 4, 11, '快了')).toMatchObject({ taken: false, because: 'validation', title: '请填日期' });
    expect(excel.book.enter(id, 4, 11, '2021-9-15')).toEqual({ taken: true });
    expect(valueAt('任务台账', 4, 11)).toBe(toSerial('2021-09-15'));
  });

  test('[L4] several names may be typed where a list is offered', () => {
    expect(excel.book.enter(sheet('任务台账').id, 4, 5, '张光强、李颖、车洁')).toEqual({ taken: true });
  });

  test('[L8] prints on A4 landscape, one page wide, header repeated, page number in the footer', () => {
    const { page } = sheet('任务台账');
    expect(page).toMatchObject({ orientation: 'landscape', fit: { wide: 1 }, titleRows: '$4:$4' });
    expect(page.paper?.toLowerCase()).toBe('a4');
    expect(page.footer.center).toContain('&P');
    expect(page.printArea).toMatch(/\$?A:\$?O/);
  });

  test('[L9] 名册 and 设置 are there, with names for the settings', () => {
    expect(valueAt('名册', 3, 0)).toBe('杨文光');
    expect(valueAt('名册', 20, 5)).toBe('外贸科');
    expect(excel.book.tableByName('名册')?.table.area).toEqual({ top: 2, left: 0, bottom: 29, right: 5 });
    expect(excel.book.names.map(({ name }) => name)).toEqual(expect.arrayContaining(['基准日', '当前报送期', '当前截止日', '设置_年度', '领导名单', '科室名单', '人员名单']));
  });

  test('[P1][P2] the year\'s reporting dates stand on 设置 as formulas', () => {
    const dates = [0, 1, 2, 3, 4, 5].map((index) => [valueAt('设置', 3 + index, 4), excel.book.textAt(sheet('设置').id, 3 + index, 6)]);
    expect(dates).toEqual([
      ['2021-04', '2021年4月20日'], ['2021-06', '2021年6月18日'], ['2021-08', '2021年8月20日'], ['2021-10', '2021年10月20日'], ['2021-12', '2021年12月20日'], ['', ''],
    ]);
    excel.book.enter(sheet('设置').id, 10, 1, '不变');
    expect(excel.book.textAt(sheet('设置').id, 4, 6)).toBe('2021年6月20日');
    excel.book.enter(sheet('设置').id, 10, 1, '顺延到周一');
    expect(excel.book.textAt(sheet('设置').id, 4, 6)).toBe('2021年6月21日');
  });

  test('[L9][P3] 基准日 typed into 设置 moves the line above the ledger', () => {
    excel.book.enter(sheet('设置').id, 12, 1, '2021-10-21');
    expect(valueAt('任务台账', 1, 0)).toBe('基准日：2021年10月21日　当前报送期：2021-12　截止日：2021年12月20日');
    excel.book.enter(sheet('设置').id, 12, 1, '2022-3-1');
    expect(valueAt('任务台账', 1, 0)).toBe('基准日：2022年3月1日　当前报送期：2021-12　截止日：2021年12月20日');
  });

  test('[L3] a row typed under the table joins it, with its drop-downs', () => {
    const { id } = sheet('任务台账');
    excel.book.enter(id, 17, 0, '6.2');
    expect(excel.book.tableByName('任务台账')?.table.area.bottom).toBe(17);
    expect(valueAt('任务台账', 17, 0)).toBe('6.2');
    expect(excel.book.listAt(id, 17, 7)).toHaveLength(27);
  });

  test('[L9] the workbook is known as a ledger of 2021 with 13 tasks', async () => {
    const state = await lookAtWorkbook(excel.workbook);
    expect(state).toMatchObject({ kind: 'ledger', settings: plan.settings, roster: plan.roster, problems: [] });
    if (state.kind === 'ledger') expect(state.ledger.rows).toHaveLength(13);
  });

  test('[L7] building the same plan again changes nothing at all', async () => {
    const before = excel.book.picture();
    await buildIn(excel);
    expect(excel.book.picture()).toEqual(before);
  });
});

describe('over an existing ledger', () => {
  beforeEach(async () => { await buildIn(excel); });
  const changed: Plan = {
    ...plan,
    tasks: [
      ...plan.tasks.filter(({ id }) => id !== '3.2').map((task) => (task.id === '2.2' ? { ...task, owners: ['邓海波'], due: { kind: 'date' as const, on: '2021-07-31', precision: 'month' as const, text: '2021年7月', assumedYear: false } } : task)),
      { ...(plan.tasks[0] ?? fail()), id: '1.2', text: '建立企业上市后备资源库动态更新机制。' },
    ],
  };

  function fail(): never { throw new Error('The seed has tasks.'); }

  test('[L7] what people filled in stays, in its row, after sorting too', async () => {
    const { id } = sheet('任务台账');
    excel.book.enter(id, 6, 9, '已完成收费事项梳理（虚拟示例）');
    excel.book.enter(id, 6, 10, '=1+1 不是公式');
    excel.book.enter(id, 6, 11, '2021-6-10');
    excel.book.sortRows(id, { top: 4, left: 0, bottom: 16, right: 19 }, [{ column: 8, ascending: true }], 'user');
    await buildIn(excel, changed);
    const row = Array.from({ length: 18 }, (_, index) => index).find((index) => valueAt('任务台账', index, 0) === '2.2') ?? -1;
    expect([7, 8, 9, 10, 11].map((column) => valueAt('任务台账', row, column))).toEqual(['邓海波', toSerial('2021-07-31'), '已完成收费事项梳理（虚拟示例）', '=1+1 不是公式', toSerial('2021-06-10')]);
  });

  test('[L7] the difference is known before anything is written: kept, changed, added, gone', async () => {
    const before = excel.book.picture();
    const planning = await planBuild(excel.workbook, changed, []);
    expect(planning.kind).toBe('ready');
    if (planning.kind !== 'ready') return;
    expect(planning.build.rebuild?.counts).toMatchObject({ kept: 11, changed: 1, added: 1, gone: 1, changes: 2 });
    expect(planning.build.problems).toContainEqual(expect.objectContaining({ rule: 'L7', kind: 'gone' }));
    expect(excel.book.picture()).toEqual(before);
  });

  test('[L7] tasks that the plan no longer has stay; new ones come under the others', async () => {
    await buildIn(excel, changed);
    const ids = Array.from({ length: 14 }, (_, index) => valueAt('任务台账', 4 + index, 0));
    expect(ids).toEqual(['1.1', '2.1', '2.2', '2.3', '3.1', '3.2', '3.3', '3.4', '4.1', '5.1', '5.2', '5.3', '6.1', '1.2']);
    expect(excel.book.tableByName('任务台账')?.table.area.bottom).toBe(17);
    expect(excel.book.textAt(sheet('任务台账').id, 17, 8)).toBe('2021年12月');
  });

  test('[L7] a task whose difference is kept by choice stays as the ledger has it', async () => {
    const planning = await planBuild(excel.workbook, changed, [], { keepLedgerFor: new Set(['2.2']) });
    if (planning.kind !== 'ready') throw new Error('refused');
    await build(excel.workbook, planning.build, () => undefined);
    expect(valueAt('任务台账', 6, 7)).toBe('胡毅');
  });

  test('[I3] columns that people added and moved stay as they are', async () => {
    const { id } = sheet('任务台账');
    excel.book.insertCells(id, { top: 0, left: 3, bottom: 1_048_575, right: 3 }, 'Right', 'user');
    excel.book.enter(id, 3, 3, '督办号');
    excel.book.enter(id, 6, 3, '督2021-7');
    await buildIn(excel, changed);
    expect(valueAt('任务台账', 6, 3)).toBe('督2021-7');
    expect(valueAt('任务台账', 6, 8)).toBe('邓海波');
    expect(valueAt('任务台账', 17, 0)).toBe('1.2');
    expect(valueAt('任务台账', 17, 5)).toBe('建立企业上市后备资源库动态更新机制。');
    expect(valueAt('任务台账', 17, 3)).toBeNull();
  });

  test.each([18, 19, 25])('[L7] what stands under the table, in row %i, is not written over', async (row) => {
    excel.book.writeInputs(sheet('任务台账').id, { top: row, left: 1, bottom: row, right: 1 }, [['以上由审批科汇总']], 'user');
    await buildIn(excel, { ...changed, tasks: [...changed.tasks, ...changed.tasks.slice(0, 4).map((task, index) => ({ ...task, id: `7.${String(index + 1)}` }))] });
    const below = Array.from({ length: 40 }, (_, index) => valueAt('任务台账', index, 1)).filter((value) => value === '以上由审批科汇总');
    expect(below).toHaveLength(1);
    expect(Array.from({ length: 5 }, (_, index) => valueAt('任务台账', 17 + index, 0))).toEqual(['1.2', '7.1', '7.2', '7.3', '7.4']);
  });

  test('[L7] a plan of another year is refused, untouched', async () => {
    const before = excel.book.picture();
    const planning = await planBuild(excel.workbook, { ...plan, settings: { ...plan.settings, year: 2022 } }, []);
    expect(planning).toMatchObject({ kind: 'refused', problem: { rule: 'L7', kind: 'otherYear' } });
    expect(excel.book.picture()).toEqual(before);
  });

  test('[L9] people whom 名册 lacks come to it; what people edited there and on 设置 stays', async () => {
    excel.book.enter(sheet('名册').id, 3, 1, '市商务局党组书记、局长');
    excel.book.enter(sheet('设置').id, 11, 1, '15');
    const more = { ...plan, roster: { ...plan.roster, people: [...plan.roster.people, { name: '邓贡', post: '综合科副科长', role: '成员' as const, section: '综合科' }] } };
    const planning = await planBuild(excel.workbook, more, []);
    if (planning.kind !== 'ready') throw new Error('refused');
    expect(planning.build.problems.map(({ rule, kind }) => `${rule} ${kind}`)).toEqual(expect.arrayContaining(['L9 peopleAdded', 'L9 peopleKept', 'L9 settingKept']));
    await build(excel.workbook, planning.build, () => undefined);
    expect(valueAt('名册', 3, 1)).toBe('市商务局党组书记、局长');
    expect(valueAt('名册', 30, 0)).toBe('邓贡');
    expect(valueAt('设置', 11, 1)).toBe(15);
    expect(excel.book.listAt(sheet('任务台账').id, 4, 7)).toContain('邓贡');
  });

  test('[L9] a 设置 or 名册 that was deleted is drawn again', async () => {
    excel.book.deleteSheet(sheet('设置').id);
    excel.book.deleteSheet(sheet('名册').id);
    await buildIn(excel);
    expect(valueAt('任务台账', 1, 0)).toMatch(/^基准日：2021年6月18日/);
    expect(excel.book.listAt(sheet('任务台账').id, 4, 7)).toHaveLength(27);
  });

  test('[X1] a ledger that changed between preview and build is not written to', async () => {
    const planning = await planBuild(excel.workbook, changed, []);
    if (planning.kind !== 'ready') throw new Error('refused');
    excel.book.enter(sheet('任务台账').id, 6, 9, '刚填的');
    const before = excel.book.picture();
    expect(await build(excel.workbook, planning.build, () => undefined)).toEqual({ kind: 'changedMeanwhile', sheet: '任务台账' });
    expect(excel.book.picture()).toEqual(before);
  });

  test('[X3] a protected ledger is refused before anything is written, by name', async () => {
    excel.book.protect(sheet('任务台账').id, { options: {} });
    const before = excel.book.picture();
    expect(await planBuild(excel.workbook, changed, [])).toMatchObject({ kind: 'refused', problem: { rule: 'X3', kind: 'sheetProtected', values: { sheet: '任务台账' } } });
    expect(excel.book.picture()).toEqual(before);
  });

  test('[X5] a ledger of a newer add-in is refused, untouched', async () => {
    excel.book.writeInputs(sheet('设置').id, { top: 13, left: 1, bottom: 13, right: 1 }, [[7]], 'user');
    expect(await planBuild(excel.workbook, plan, [])).toMatchObject({ kind: 'refused', problem: { rule: 'X5', kind: 'newerVersion', values: { version: 7, known: 2 } } });
  });

  test('[L2] a ledger that lost a column is refused with the column named', async () => {
    excel.book.enter(sheet('任务台账').id, 3, 9, '进展');
    expect(await planBuild(excel.workbook, plan, [])).toMatchObject({ kind: 'refused', problem: { rule: 'L2', kind: 'columnsMissing', values: { titles: '落实情况' } } });
  });
});

describe('where something of someone else is in the way', () => {
  test.each(['任务台账', '名册', '设置'])('[L10] a sheet %s of someone else is refused, untouched', async (name) => {
    const { id } = excel.book.addSheet(name);
    excel.book.enter(id, 0, 0, '我的表');
    const before = excel.book.picture();
    expect(await planBuild(excel.workbook, plan, [])).toMatchObject({ kind: 'refused', problem: { rule: 'L10', kind: 'sheetOfAnother', values: { sheet: name } } });
    expect(excel.book.picture()).toEqual(before);
  });

  test('[L10] an empty sheet of that name is someone else\'s too', async () => {
    excel.book.addSheet('任务台账');
    expect(await planBuild(excel.workbook, plan, [])).toMatchObject({ kind: 'refused', problem: { kind: 'sheetOfAnother' } });
  });

  test('[L10] a table of that name elsewhere, or a name that formulas use, is refused by name', async () => {
    excel.book.addName('基准日', '=1');
    expect(await planBuild(excel.workbook, plan, [])).toMatchObject({ kind: 'refused', problem: { kind: 'nameOfAnother', values: { name: '基准日' } } });
    excel.book.deleteName('基准日');
    const [first] = excel.book.sheets;
    if (first === undefined) throw new Error('no sheet');
    excel.book.enter(first.id, 0, 0, '标题');
    excel.book.addTable(first.id, { top: 0, left: 0, bottom: 2, right: 0 }, true, '任务台账');
    expect(await planBuild(excel.workbook, plan, [])).toMatchObject({ kind: 'refused', problem: { kind: 'tableOfAnother' } });
  });

  test('[L10] other sheets are left as they are', async () => {
    const [first] = excel.book.sheets;
    if (first === undefined) throw new Error('no sheet');
    excel.book.enter(first.id, 0, 0, '我的数据');
    await buildIn(excel);
    expect(excel.book.sheets.map(({ name }) => name)).toEqual([first.name, '任务台账', '名册', '设置']);
    expect(excel.book.cellAt(first.id, 0, 0)?.value).toBe('我的数据');
  });
});

test('[X2] as many requests for 2,000 tasks as for 13, for building and for building again', async () => {
  const count = async (size: number): Promise<number[]> => {
    excel.close();
    excel = await openExcel();
    await buildIn(excel, largePlan(size));
    const built = answered(excel);
    const other = largePlan(size);
    await buildIn(excel, { ...other, tasks: other.tasks.map((task) => ({ ...task, leadUnit: `${task.leadUnit}（改）` })) });
    return [built, answered(excel) - built];
  };
  const small = await count(13);
  expect(await count(2000)).toEqual(small);
});

test('[X2] on the web, a rebuild that changes more than 5 MB of text is split instead of refused', async () => {
  excel.close();
  excel = await openExcel({ platform: 'web' });
  const large = largePlan(2000);
  await buildIn(excel, large);
  const long = '把每一项工作落到实处，把每一个环节衔接起来。'.repeat(60);
  await buildIn(excel, { ...large, tasks: large.tasks.map((task) => ({ ...task, text: `${task.text}${long}` })) });
  expect(String(valueAt('任务台账', 2003, 4))).toHaveLength((large.tasks[1999]?.text.length ?? 0) + long.length);
});

describe('[X1] when a request fails', () => {
  const first = plan.tasks[0];
  if (first === undefined) throw new Error('The seed has tasks.');
  const other: Plan = { ...plan, tasks: [...plan.tasks.slice(1).map((task) => ({ ...task, leadUnit: `${task.leadUnit}（改）` })), { ...first, id: '1.2' }] };

  function ledgerId(open: OpenExcel): string {
    const ledger = open.book.sheetByName('任务台账');
    if (ledger === undefined) throw new Error('no ledger');
    return ledger.id;
  }

  async function filledIn(open: OpenExcel): Promise<void> {
    await buildIn(open);
    open.book.enter(ledgerId(open), 5, 9, '=不是公式');
    open.book.enter(ledgerId(open), 8, 2, '00123');
    open.book.restyle(ledgerId(open), { top: 9, left: 2, bottom: 9, right: 2 }, { numberFormat: 'General' });
    open.book.enter(ledgerId(open), 9, 2, "'2021-12");
  }

  const situations: readonly [string, (open: OpenExcel) => Promise<void>, Plan][] = [
    ['in a new workbook', () => Promise.resolve(), plan],
    ['over a ledger with things filled in', filledIn, other],
    ['over a ledger with something close under it', async (open) => { await filledIn(open); open.book.writeInputs(ledgerId(open), { top: 18, left: 1, bottom: 18, right: 1 }, [['表下的话']], 'user'); }, other],
    ['over a ledger with someone\'s own name for a cell close under it', async (open) => {
      await filledIn(open);
      open.book.writeInputs(ledgerId(open), { top: 18, left: 1, bottom: 18, right: 1 }, [['表下的话']], 'user');
      open.book.addName('我的备注', '=任务台账!$B$19');
    }, other],
    ['over a ledger with something further down', async (open) => { await filledIn(open); open.book.writeInputs(ledgerId(open), { top: 30, left: 1, bottom: 30, right: 1 }, [['远处的话']], 'user'); }, other],
    ['over a ledger without 设置 and 名册', async (open) => {
      await buildIn(open);
      for (const name of ['设置', '名册']) {
        const found = open.book.sheetByName(name);
        if (found !== undefined) open.book.deleteSheet(found.id);
      }
    }, other],
  ];

  async function attempt(next: Plan): Promise<unknown> {
    const planning = await planBuild(excel.workbook, next, []);
    if (planning.kind !== 'ready') throw new Error('refused');
    return build(excel.workbook, planning.build, () => undefined);
  }

  test.each(situations)('%s, before, half-way, at the end or after it, the workbook is as before', async (_, prepare, next) => {
    // How many requests the whole action takes, and how many actions each, counted on a workbook of its own.
    await prepare(excel);
    const from = answered(excel);
    await attempt(next);
    const actions = excel.host.requests.filter(({ n }) => n !== undefined && n > from).map((request) => request.actions);
    expect(actions.length).toBeGreaterThan(3);
    excel.close();
    excel = await openExcel();
    await prepare(excel);
    const before = seen(excel);
    for (const [index, count] of actions.entries()) {
      const halves = [0.02, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 1].map((part) => ({ afterActions: Math.max(1, Math.floor((count - 1) * part)) }));
      for (const fails of ['before', 'answerLost', ...halves] as const) {
        excel.host.faults.clear();
        excel.host.faults.add({ when: answered(excel) + index + 1, fails, code: 'GeneralException' });
        const fault: unknown = await attempt(next).then(() => 'nothing failed', (error: unknown) => error);
        expect(fault).toBeInstanceOf(ExcelFault);
        // Before anything is written there is nothing to put back; from then on it is said that it was.
        expect((fault as ExcelFault).restored).toBe((fault as ExcelFault).doing === 'writing' ? true : undefined);
        if (index === actions.length - 1) expect((fault as ExcelFault).doing).toBe('writing');
        expect(seen(excel)).toEqual(before);
      }
    }
  });

  test('a workbook that cannot be put back is said to be so', async () => {
    await attempt(plan);
    const writing = answered(excel);
    excel.close();
    excel = await openExcel();
    excel.host.faults.add({ when: ({ n }) => n >= writing, fails: { afterActions: 30 }, code: 'GeneralException', times: 50 });
    const fault: unknown = await attempt(plan).then(() => 'nothing failed', (error: unknown) => error);
    expect(fault).toBeInstanceOf(ExcelFault);
    expect(fault).toMatchObject({ doing: 'writing', restored: false });
  });
});
