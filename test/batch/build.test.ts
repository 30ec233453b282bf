// batch build: what stands in the file, what is refused, and that nothing half-built is left behind.
import { mkdirSync, writeFileSync } from 'node:fs';
import { ledgerColumnAt, ledgerHeadRow } from '../../src/sheets/ledgerSheet';
import { ledgerColumns } from '../../src/core/task';
import { ledgerTitles } from '../../src/sheets/titles';
import type { Book } from '../../src/workbench/book/book';
import { faultsOf } from '../workbench/xlsx/wellFormed';
import { seedPlan } from '../sheets/seedPlan';
import type { Ended, PlanJson } from './terminal';
import { sheetId, Terminal } from './terminal';

jest.setTimeout(120_000);

const first = ledgerHeadRow + 1;
let terminal: Terminal;
beforeEach(() => { terminal = new Terminal(); });
afterEach(() => { terminal.close(); });

const build = (...more: readonly string[]): Promise<Ended> => terminal.run('build', '--out', terminal.path('台账.xlsx'), ...more);
const text = (book: Book, row: number, column: keyof typeof ledgerColumnAt): string => book.textAt(sheetId(book, '任务台账'), row, ledgerColumnAt[column]);

/** Refused: exit code 2, one line that says where, and no file beside those that were there. */
function expectRefused(ended: Ended, where: RegExp, files: readonly string[]): void {
  expect(ended).toMatchObject({ code: 2, said: [] });
  expect(ended.complained).toHaveLength(1);
  expect(ended.complained[0]).toMatch(where);
  expect(ended.complained[0]).not.toMatch(/\n|Error|undefined/);
  expect(terminal.files()).toEqual(files);
}

test('[L1][L2][L3] builds the plan of 2021 into a file that holds its sheets, its table and its thirteen rows', async () => {
  const ended = await build();
  expect(ended).toMatchObject({ code: 0, complained: [] });
  expect(ended.said.join('\n')).toContain('任务 13 项（获得信贷 1、跨境贸易 3、招标投标 4、知识产权创造、运用和保护 1、政务服务 3、包容普惠创新 1），名册 27 人');
  expect(terminal.files()).toEqual(['台账.xlsx']);
  expect(faultsOf(terminal.bytes('台账.xlsx'))).toEqual([]);
  const book = await terminal.open('台账.xlsx');
  expect(book.sheets.map(({ name }) => name)).toEqual(['任务台账', '名册', '设置']);
  const ledger = book.sheetByName('任务台账');
  expect(ledger?.tables.map(({ name, area }) => [name, area.bottom - area.top])).toEqual([['任务台账', 13]]);
  expect(ledger?.merges).toEqual([]);
  expect(ledgerColumns.map((column) => text(book, ledgerHeadRow, column))).toEqual(ledgerColumns.map((column) => ledgerTitles[column]));
  seedPlan().tasks.forEach((task, index) => {
    expect({ id: text(book, first + index, 'id'), text: text(book, first + index, 'text'), owners: text(book, first + index, 'owners') }).toEqual({ id: task.id, text: task.text, owners: task.owners.join('、') });
    expect(typeof book.cellAt(sheetId(book, '任务台账'), first + index, ledgerColumnAt.due)?.value).toBe('number');
  });
});

test('[S8][C3] the built file judges itself on the 基准日 that was asked for', async () => {
  await build('--as-of', '2021-07-01');
  const book = await terminal.open('台账.xlsx');
  const words = Array.from({ length: 13 }, (_, index) => text(book, first + index, 'status'));
  expect(words.filter((word) => word === '逾期')).toHaveLength(1);
  expect(text(book, first + 2, 'daysLeft')).toBe('-1');
  expect(book.sheetByName('任务台账')?.rules.length).toBeGreaterThan(4);
});

describe('[L7] over a file that is there', () => {
  test('[L7] nothing is written without --force', async () => {
    await build();
    const before = terminal.bytes('台账.xlsx');
    expectRefused(await build(), /台账\.xlsx.*已经存在.*--force/, ['台账.xlsx']);
    expect(terminal.bytes('台账.xlsx').equals(before)).toBe(true);
  });

  test('[L7] with --force what was filled in is kept, and what the plan changed is told', async () => {
    await build();
    await terminal.workbook('台账.xlsx', (book) => {
      const sheet = sheetId(book, '任务台账');
      book.enter(sheet, first + 2, ledgerColumnAt.progress, '已公示收费清单（虚拟示例）');
      book.enter(sheet, first + 2, ledgerColumnAt.doneOn, '2021-6-10');
      book.enter(sheet, first + 3, ledgerColumnAt.remark, '等待上级文件（虚拟示例）');
    }, '台账.xlsx');
    const from = terminal.plan((plan) => { task(plan, 0)['text'] = '换了说法的任务（虚拟示例）。'; });
    const ended = await build('--force', '--from', from);
    expect(ended.code).toBe(0);
    expect(ended.said.join('\n')).toContain('改动 1 处');
    const book = await terminal.open('台账.xlsx');
    expect([text(book, first + 2, 'progress'), text(book, first + 2, 'doneOn'), text(book, first + 3, 'remark')]).toEqual(['已公示收费清单（虚拟示例）', '2021-06-10', '等待上级文件（虚拟示例）']);
    expect([text(book, first, 'text'), text(book, first + 2, 'status')]).toEqual(['换了说法的任务（虚拟示例）。', '已办结']);
    expect(terminal.files()).toEqual(['台账.xlsx', '方案.json']);
  });

  test('[L10] a sheet of someone else that is called 任务台账 is refused and stays as it is', async () => {
    await terminal.workbook('台账.xlsx', (book) => {
      const [sheet] = book.sheets;
      if (sheet === undefined) throw new Error('A new workbook has a sheet.');
      book.renameSheet(sheet.id, '任务台账');
      book.enter(sheet.id, 0, 0, '别人的内容');
    });
    const before = terminal.bytes('台账.xlsx');
    expectRefused(await build('--force'), /任务台账.*不是本加载项建立的/, ['台账.xlsx']);
    expect(terminal.bytes('台账.xlsx').equals(before)).toBe(true);
  });

  test('[X3] what is no workbook is refused with the reason and stays as it is', async () => {
    writeFileSync(terminal.path('台账.xlsx'), '这不是工作簿');
    expectRefused(await build('--force'), /台账\.xlsx.*打不开/, ['台账.xlsx']);
    expect(terminal.bytes('台账.xlsx').toString()).toBe('这不是工作簿');
  });
});

function task(plan: PlanJson, index: number): Record<string, unknown> {
  const found = plan.tasks[index];
  if (found === undefined) throw new Error(`no task ${String(index)}`);
  return found;
}

describe('[I1] a plan file that is none is refused, with the place', () => {
  const refused: readonly [string, (plan: PlanJson) => unknown, RegExp][] = [
    ['a column that every task lacks', (plan) => { for (const each of plan.tasks) delete each['sections']; }, /方案\.json.*缺少“?责任科室/],
    ['a column that one task lacks', (plan) => { delete task(plan, 3)['due']; }, /任务2\.3（第4项）缺少“?完成时限/],
    ['a 编号 given twice', (plan) => { task(plan, 4)['id'] = '2.3'; }, /2\.3.*与第4项重复/],
    ['a cell of 40,000 characters', (plan) => { task(plan, 2)['progress'] = '长'.repeat(40_000); }, /任务2\.2（第3项）的落实情况有40000个字.*32767/],
    ['a control character', (plan) => { task(plan, 2)['remark'] = '甲\u0001乙'; }, /任务2\.2（第3项）的备注的第2个字/],
    ['a 基准日 that is none', (plan) => { plan.settings['asOf'] = '2021-02-30'; }, /基准日.*2021-02-30/],
    ['a list that is a text', (plan) => { task(plan, 0)['owners'] = 3; }, /任务1\.1（第1项）的责任人.*数字/],
  ];
  test.each(refused)('[I1] %s', async (_, change, where) => {
    expectRefused(await build('--from', terminal.plan(change)), where, ['方案.json']);
  });

  test('[I1] what is no JSON is refused with its line', async () => {
    writeFileSync(terminal.path('方案.json'), '{\n"settings": {},\n"roster" {}\n}');
    expectRefused(await build('--from', terminal.path('方案.json')), /方案\.json.*第3行/, ['方案.json']);
  });

  test('[I1] what is no UTF-8 is refused with what to do', async () => {
    writeFileSync(terminal.path('方案.json'), Buffer.from([0x7b, 0xd5, 0xbf, 0xbd, 0xad, 0x7d]));
    expectRefused(await build('--from', terminal.path('方案.json')), /方案\.json.*UTF-8/, ['方案.json']);
  });

  test('[I1] with faults in every row, the first few are named and the rest counted', async () => {
    expectRefused(await build('--from', terminal.plan((plan) => { for (const each of plan.tasks) each['text'] = 3; })), /任务1\.1.*另有21处/, ['方案.json']);
  });
});

describe('[D2] what a person can mend in the ledger is built, and told', () => {
  const told: readonly [string, (plan: PlanJson) => unknown, number, RegExp][] = [
    ['2021年13月', (plan) => { task(plan, 3)['due'] = '2021年13月'; }, 1, /^错误：.*任务2\.3（第4项）的完成时限“2021年13月”读不出来：没有13月/m],
    ['a name that the roster does not know', (plan) => { task(plan, 0)['owners'] = ['邓善', '黄万宏']; }, 1, /^错误：.*任务1\.1（第1项）的责任人中的“黄万宏”.*“黄万红”/m],
    ['text that begins with =', (plan) => { task(plan, 1)['progress'] = '=1+1（虚拟示例）'; }, 0, /^说明：.*任务2\.1（第2项）的落实情况以“=”开头/m],
  ];
  test.each(told)('[D2][O2][R12] %s', async (_, change, code, line) => {
    const ended = await build('--from', terminal.plan(change));
    expect(ended).toMatchObject({ code, complained: [] });
    expect(ended.said.join('\n')).toMatch(line);
    expect(terminal.files()).toEqual(['台账.xlsx', '方案.json']);
  });

  test('[L5][R12] it stays as the text that it was', async () => {
    await build('--from', terminal.plan((plan) => { task(plan, 3)['due'] = '2021年13月'; task(plan, 1)['progress'] = '=1+1（虚拟示例）'; }));
    const book = await terminal.open('台账.xlsx');
    expect([text(book, first + 3, 'due'), text(book, first + 3, 'status'), text(book, first + 1, 'progress')]).toEqual(['2021年13月', '时限待核', '=1+1（虚拟示例）']);
    expect(book.cellAt(sheetId(book, '任务台账'), first + 1, ledgerColumnAt.progress)?.formula).toBeUndefined();
  });
});

describe('[X3] wrong use ends with one line that says what is right', () => {
  test.each<[string, () => Promise<Ended>, RegExp]>([
    ['no command', () => terminal.run(), /没有写要做什么.*build.*check/],
    ['an unknown command', () => terminal.run('toString'), /不认识“toString”.*build.*check/],
    ['an unknown option', () => build('--loud'), /参数写法不对.*build --out/],
    ['a file too many', () => build('多余.xlsx'), /参数写法不对/],
    ['no --out', () => terminal.run('build'), /--out/],
    ['--out without a name', () => terminal.run('build', '--out'), /参数写法不对/],
    ['another kind of file', () => terminal.run('build', '--out', terminal.path('台账.docx')), /台账\.docx.*\.xlsx/],
    ['a folder that is not there', () => terminal.run('build', '--out', terminal.path('没有/台账.xlsx')), /没有“.*没有”这个文件夹/],
    ['a plan file that is not there', () => build('--from', terminal.path('没有.json')), /没有\.json.*打不开：没有这个文件/],
    ['a folder for a plan file', () => build('--from', terminal.folder), /打不开：这是一个文件夹/],
    ['a day that is none', () => build('--as-of', '2021-02-30'), /基准日“2021-02-30”不是日期/],
    ['a day in another form', () => build('--as-of', '6月18日'), /基准日“6月18日”不是日期/],
  ])('[X3] %s', async (_, run, where) => { expectRefused(await run(), where, []); });

  test('[X3] a folder that is called like a workbook is left alone', async () => {
    mkdirSync(terminal.path('台账.xlsx'));
    expectRefused(await build('--force'), /打不开：这是一个文件夹/, ['台账.xlsx']);
  });
});
