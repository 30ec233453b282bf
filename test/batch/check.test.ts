// batch check: exit codes, the shape of --json, the six dates of 2021, and that the file is only read.
import { readFileSync } from 'node:fs';
import { fillings } from './checkReport';
import { lights } from '../../src/core/light';
import { statuses } from '../../src/core/status';
import { ledgerColumnAt, ledgerHeadRow } from '../../src/sheets/ledgerSheet';
import { seedPlanFile } from '../../src/batch/seeds';
import type { Book } from '../../src/workbench/book/book';
import type { CheckReport } from './checkReport';
import { reportFaults } from './checkReport';
import { sheetId, Terminal } from './terminal';
import { sixDates } from '../excel/sixDates';

jest.setTimeout(120_000);

const first = ledgerHeadRow + 1;
let terminal: Terminal;
beforeAll(async () => {
  terminal = new Terminal();
  await terminal.run('build', '--out', terminal.path('台账.xlsx'));
});
afterAll(() => { terminal.close(); });

async function report(file: string, ...more: readonly string[]): Promise<CheckReport & { readonly code: number }> {
  const ended = await terminal.run('check', terminal.path(file), '--json', ...more);
  expect(ended.complained).toEqual([]);
  const json: unknown = JSON.parse(ended.said.join('\n'));
  expect(reportFaults(json)).toEqual([]);
  return { ...(json as CheckReport), code: ended.code };
}

const changed = (name: string, change: (book: Book, sheet: string) => void): Promise<void> => terminal.workbook(name, (book) => { change(book, sheetId(book, '任务台账')); }, '台账.xlsx');
const given = <T extends string>(words: readonly T[], some: Partial<Record<T, number>>): Record<string, number> => ({ ...Object.fromEntries(words.map((word) => [word, 0])), ...some });

test.each(sixDates)('[S5][S6][S7] with nothing filled in, on %s the matrix of 2021 stands at %p', async (day, counts) => {
  const found = await report('台账.xlsx', '--as-of', day);
  expect(found).toMatchObject({ code: 0, asOf: day, counts: { status: given(statuses, counts), filled: given(fillings, { 未填报: 13 }) } });
  expect(found.rows).toHaveLength(13);
  if (day === '2021-07-01') {
    expect(found.rows.filter(({ status }) => status === '逾期')).toEqual([
      { id: '2.2', status: '逾期', days: -1, filled: '未填报', light: '红', reason: '完成时限是2021年6月30日，已超过1天；落实情况还没有填。' },
    ]);
  }
});

test('[I6] the matrix of 2021 as issued has no error and no warning; its differences of wording are notes, and the file is only read', async () => {
  const before = terminal.bytes('台账.xlsx');
  const found = await report('台账.xlsx', '--as-of', '2021-06-18');
  expect(found.problems.map(({ rule, level, id, column, cell }) => [rule, level, id, column, cell])).toEqual([
    ['I6', 'note', '2.1', '工作任务', 'E6'], ['I6', 'note', '2.2', '工作任务', 'E7'], ['I6', 'note', '2.3', '工作任务', 'E8'], ['I6', 'note', '3.4', '工作任务', 'E12'], ['I6', 'note', '4.1', '工作任务', 'E13'],
  ]);
  expect(terminal.bytes('台账.xlsx').equals(before)).toBe(true);
  expect(terminal.files()).toContain('台账.xlsx');
});

test('[L9] 基准日 is the one typed, else the one of 设置, else today by the machine', async () => {
  await terminal.run('build', '--out', terminal.path('定日.xlsx'), '--as-of', '2021-10-20');
  expect((await report('定日.xlsx')).asOf).toBe('2021-10-20');
  expect((await report('定日.xlsx', '--as-of', '2021-04-20')).asOf).toBe('2021-04-20');
  const before = localDay();
  const { asOf } = await report('台账.xlsx');
  expect([before, localDay()]).toContain(asOf);
  const spoken = async (...more: readonly string[]): Promise<string> => (await terminal.run('check', terminal.path('定日.xlsx'), ...more)).said[0] ?? '';
  expect(await spoken()).toMatch(/任务 13 项，基准日 2021年10月20日（按设置表）$/);
  expect(await spoken('--as-of', '2021-04-20')).toMatch(/基准日 2021年4月20日（按 --as-of）$/);
});

function localDay(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

test('[I6] a ledger of another unit is not held against the body of this one', async () => {
  const plan = JSON.parse(readFileSync(seedPlanFile, 'utf8')) as { settings: { unit: string } };
  expect(plan.settings.unit).not.toBe('');
  await terminal.run('build', '--out', terminal.path('外单位.xlsx'), '--from', terminal.plan((each) => { each.settings['unit'] = '某市商务局（虚拟示例）'; }, '外单位.json'));
  expect((await report('外单位.xlsx', '--as-of', '2021-06-18')).problems).toEqual([]);
});

test('[O2][D2][D3][S1][S4] errors end with 1; each problem has its cell, its sentence and its fix where one is certain', async () => {
  await changed('有误.xlsx', (book, sheet) => {
    const put = (row: number, column: keyof typeof ledgerColumnAt, value: string): void => {
      book.restyle(sheet, { top: row, left: ledgerColumnAt[column], bottom: row, right: ledgerColumnAt[column] }, { numberFormat: '@' });
      book.enter(sheet, row, ledgerColumnAt[column], value);
    };
    put(first, 'owners', '邓善、黄万宏');
    put(first + 1, 'due', '2021年13月');
    put(first + 2, 'due', '2021年6月');
    put(first + 3, 'due', '长期坚持');
    put(first + 4, 'owners', '邓 善');
    book.enter(sheet, first + 5, ledgerColumnAt.doneOn, '2021-6-10');
  });
  const found = await report('有误.xlsx', '--as-of', '2021-06-18');
  expect(found.code).toBe(1);
  const about = (id: string): CheckReport['problems'] => found.problems.filter((problem) => problem.id === id && problem.level !== 'note');
  expect(about('1.1')).toMatchObject([{ rule: 'O2', level: 'error', column: '责任人', cell: 'H5' }]);
  expect(about('1.1')[0]?.message).toMatch(/“黄万宏”.*“黄万红”/);
  expect(about('1.1')[0]).not.toHaveProperty('fix');
  expect(about('2.1')).toMatchObject([{ rule: 'D2', level: 'error', column: '完成时限', cell: 'I6' }]);
  expect(about('2.2')).toMatchObject([{ rule: 'D3', level: 'warning', column: '完成时限', cell: 'I7', fix: { column: '完成时限', text: '2021年6月', on: '2021-06-30' } }]);
  expect(found.problems.find(({ rule }) => rule === 'O3')).toMatchObject({ cell: 'H9', fix: { column: '责任人', text: '邓善' } });
  const row = (id: string): CheckReport['rows'][number] | undefined => found.rows.find((each) => each.id === id);
  expect([row('2.1')?.status, row('2.2')?.status, row('2.3')?.status]).toEqual(['时限待核', '时限待核', '长期推进']);
  expect(row('2.3')?.days).toBeNull();
  expect(found.rows[5]).toMatchObject({ status: '已办结', days: null, light: '绿' });
  const ended = await terminal.run('check', terminal.path('有误.xlsx'), '--as-of', '2021-06-18');
  expect(ended.code).toBe(1);
  expect(ended.said).toHaveLength(5 + found.problems.length);
  expect(ended.said[1]).toMatch(/^进度状态：/);
  for (const { message } of found.problems) expect(ended.said.some((line) => line.endsWith(message))).toBe(true);
});

test('[L6] a 编号 that is a number, given twice, missing or ill-formed is told with its row', async () => {
  await changed('编号.xlsx', (book, sheet) => {
    const at = { top: first, left: ledgerColumnAt.id, bottom: first, right: ledgerColumnAt.id };
    book.restyle(sheet, at, { numberFormat: 'General' });
    book.writeInputs(sheet, at, [[1.1]], 'user');
    book.enter(sheet, first + 2, ledgerColumnAt.id, '2.1');
    book.enter(sheet, first + 4, ledgerColumnAt.id, '');
    book.enter(sheet, first + 5, ledgerColumnAt.id, '甲');
  });
  const found = await report('编号.xlsx', '--as-of', '2021-06-18');
  expect(found.problems.filter(({ rule }) => rule === 'L6').map(({ level, cell, message }) => [level, cell, message.replace(/。.*/, '')])).toEqual([
    ['warning', 'A5', '“任务台账”表第5行的编号1.1是数字，不是文字，可能与其他编号混淆（如 2.1 与 2.10）'],
    ['error', 'A7', '“任务台账”表A7单元格（任务2.1）的编号“2.1”与第6行重复'],
    ['error', 'A9', '“任务台账”表A9单元格的编号是空的'],
    ['error', 'A10', '“任务台账”表A10单元格（任务甲）的编号“甲”写法不对'],
  ]);
});

test('[S8] the words of the report are those that the formulas of the sheet show', async () => {
  await terminal.run('build', '--out', terminal.path('同词.xlsx'), '--as-of', '2021-10-20');
  const book = await terminal.open('同词.xlsx');
  const sheet = sheetId(book, '任务台账');
  const found = await report('同词.xlsx');
  found.rows.forEach((row, index) => {
    const shown = (column: keyof typeof ledgerColumnAt): string => book.textAt(sheet, first + index, ledgerColumnAt[column]);
    expect([row.id, row.status, String(row.days ?? ''), row.filled, row.light]).toEqual([shown('id'), shown('status'), shown('daysLeft'), shown('filled'), shown('light')]);
  });
  expect(found.rows.map(({ light }) => light)).toEqual(found.rows.map(() => expect.stringMatching(new RegExp(`^[${lights.join('')}]$`)) as string));
});

describe('[X3] what cannot be checked ends with 2 and one line', () => {
  test.each<[string, (at: Terminal) => Promise<readonly string[]>, RegExp]>([
    ['no file named', () => Promise.resolve([]), /check 台账\.xlsx/],
    ['a file too many', (at) => Promise.resolve([at.path('台账.xlsx'), at.path('台账.xlsx')]), /参数写法不对.*check 台账\.xlsx/],
    ['an unknown option', (at) => Promise.resolve([at.path('台账.xlsx'), '--force']), /参数写法不对/],
    ['a day that is none', (at) => Promise.resolve([at.path('台账.xlsx'), '--as-of', '2021-13-01']), /基准日“2021-13-01”不是日期/],
    ['a file that is not there', (at) => Promise.resolve([at.path('没有.xlsx')]), /没有\.xlsx”打不开：没有这个文件/],
    ['a folder', (at) => Promise.resolve([at.folder]), /打不开：这是一个文件夹/],
    ['what is no workbook', (at) => Promise.resolve([at.plan()]), /方案\.json”打不开/],
    ['a workbook without a ledger', async (at) => { await at.workbook('空.xlsx', () => undefined); return [at.path('空.xlsx')]; }, /空\.xlsx”里没有任务台账/],
    ['a sheet of someone else', async (at) => {
      await at.workbook('别人.xlsx', (book) => { book.renameSheet(book.sheets[0]?.id ?? '', '任务台账'); });
      return [at.path('别人.xlsx')];
    }, /任务台账.*不是本加载项建立的/],
    ['a ledger without 设置', async (at) => {
      await at.workbook('缺设置.xlsx', (book) => { book.deleteSheet(sheetId(book, '设置')); }, '台账.xlsx');
      return [at.path('缺设置.xlsx')];
    }, /没有找到“设置”表/],
  ])('[X3] %s', async (_, prepare, where) => {
    const args = await prepare(terminal);
    for (const more of [[], ['--json']]) {
      const ended = await terminal.run('check', ...args, ...more);
      expect(ended).toMatchObject({ code: 2, said: [] });
      expect(ended.complained).toHaveLength(1);
      expect(ended.complained[0]).toMatch(where);
      expect(ended.complained[0]).not.toMatch(/\n|Error|undefined/);
    }
  });
});
