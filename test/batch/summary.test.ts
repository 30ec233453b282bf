// batch summary: exit codes, what is said, where files go, and a past report made again after the ledger went on (B1–B5, P3, X3).
import { ledgerColumnAt, ledgerHeadRow } from '../../src/sheets/ledgerSheet';
import type { Book } from '../../src/workbench/book/book';
import { sheetId, Terminal } from './terminal';

jest.setTimeout(240_000);

const first = ledgerHeadRow + 1;
let terminal: Terminal;
beforeAll(async () => {
  terminal = new Terminal();
  await terminal.run('build', '--out', terminal.path('台账.xlsx'), '--as-of', '2021-04-19');
});
afterAll(() => { terminal.close(); });

const put = (book: Book, index: number, column: keyof typeof ledgerColumnAt, text: string): void => {
  const sheet = sheetId(book, '任务台账');
  book.restyle(sheet, { top: first + index, left: ledgerColumnAt[column], bottom: first + index, right: ledgerColumnAt[column] }, { numberFormat: '@' });
  book.enter(sheet, first + index, ledgerColumnAt[column], text);
};
const setAsOf = (book: Book, serial: number): void => { book.writeInputs(sheetId(book, '设置'), { top: 12, left: 1, bottom: 12, right: 1 }, [[serial]], 'user'); };
const copy = (name: string, change: (book: Book) => void = () => undefined): Promise<void> => terminal.workbook(name, change, '台账.xlsx');
const tabs = async (name: string): Promise<readonly string[]> => (await terminal.open(name)).sheets.map((sheet) => sheet.name).filter((sheet) => sheet.startsWith('双月汇总'));

/** Everything of a sheet but its name, its place and the line with the time at which it was made. */
async function drawn(file: string, name: string): Promise<string> {
  const { sheets } = (await terminal.open(file)).picture() as { sheets: (Record<string, unknown> & { name: string; cells: Record<string, unknown>; charts: Record<string, unknown>[] })[] };
  const sheet = sheets.find((each) => each.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  const { id: _, name: __, cells: { 2: madeLine, ...cells }, charts, ...rest } = sheet;
  expect(JSON.stringify(madeLine)).toContain('生成时间');
  return JSON.stringify({ ...rest, cells, charts: charts.map(({ id: ___, ...chart }) => chart) }).replaceAll(name, '本表');
}

test('[B1][B5] without --out the report is written into the ledger’s own file, and nothing else is left beside it', async () => {
  await copy('自身.xlsx', (book) => { put(book, 0, 'progress', '已走访（虚拟示例）'); });
  const before = terminal.files();
  const ended = await terminal.run('summary', terminal.path('自身.xlsx'), '--period', '2021-04');
  expect(ended).toMatchObject({ code: 0, complained: [] });
  expect(ended.said.join('\n')).toMatch(/双月汇总2021-04/);
  expect(terminal.files()).toEqual(before);
  const book = await terminal.open('自身.xlsx');
  expect(book.sheets[0]?.name).toBe('双月汇总2021-04');
  expect(book.textAt(sheetId(book, '报送历史'), 3, 17)).toBe('已走访（虚拟示例）');
  expect(book.names.find(({ name }) => name === '末次报送期')?.formula).toBe('="2021-04"');
});

test('[B4] a report that is there is only made again with --force, and is kept', async () => {
  await copy('再来.xlsx');
  await terminal.run('summary', terminal.path('再来.xlsx'), '--period', '2021-04');
  const before = terminal.bytes('再来.xlsx');
  const refused = await terminal.run('summary', terminal.path('再来.xlsx'), '--period', '2021-04');
  expect(refused).toMatchObject({ code: 2, said: [] });
  expect(refused.complained).toEqual([expect.stringMatching(/双月汇总2021-04.*--force.*双月汇总2021-04\(旧1\)/)]);
  expect(terminal.bytes('再来.xlsx').equals(before)).toBe(true);
  expect((await terminal.run('summary', terminal.path('再来.xlsx'), '--period', '2021-04', '--force')).code).toBe(0);
  expect(await tabs('再来.xlsx')).toEqual(['双月汇总2021-04', '双月汇总2021-04(旧1)']);
});

test('[B5] --out leaves the ledger alone; --docx makes the Word report beside it', async () => {
  await copy('留着.xlsx');
  const before = terminal.bytes('留着.xlsx');
  const ended = await terminal.run('summary', terminal.path('留着.xlsx'), '--period', '2021-06', '--out', terminal.path('新.xlsx'), '--docx', terminal.path('新.docx'));
  expect(ended.code).toBe(0);
  expect(terminal.bytes('留着.xlsx').equals(before)).toBe(true);
  expect(await tabs('新.xlsx')).toEqual(['双月汇总2021-06']);
  expect(terminal.bytes('新.docx').subarray(0, 2).toString()).toBe('PK');
  expect(ended.said.join('\n')).toContain('新.docx');
  // Neither is written over unasked.
  for (const args of [['--out', terminal.path('新.xlsx')], ['--out', terminal.path('又.xlsx'), '--docx', terminal.path('新.docx')]]) {
    const again = await terminal.run('summary', terminal.path('留着.xlsx'), '--period', '2021-06', ...args);
    expect(again).toMatchObject({ code: 2, said: [] });
    expect(again.complained).toEqual([expect.stringMatching(/新\.(xlsx|docx)/)]);
  }
  expect(terminal.files()).not.toContain('又.xlsx');
});

test('[S3][X3] deadlines that cannot be read: the report is made, counts them as 时限待核, names each cell and ends with 1', async () => {
  await copy('时限.xlsx', (book) => { for (const index of [0, 1, 2]) put(book, index, 'due', '2021年13月'); });
  const ended = await terminal.run('summary', terminal.path('时限.xlsx'), '--period', '2021-04');
  expect(ended.code).toBe(1);
  for (const cell of ['I5', 'I6', 'I7']) expect(ended.said.filter((line) => line.includes(cell))).toHaveLength(1);
  const book = await terminal.open('时限.xlsx');
  const sheet = sheetId(book, '双月汇总2021-04');
  const lines = Array.from({ length: 30 }, (_, row) => Array.from({ length: 16 }, (__, column) => book.textAt(sheet, row, column)));
  const head = lines.find((line) => line.includes('时限待核')) ?? [];
  const now = lines.find(([label = '']) => label.startsWith('本期')) ?? [];
  expect([now[head.indexOf('时限待核')], now[head.indexOf('正常推进')], now[head.indexOf('任务总数')]]).toEqual(['3', '10', '13']);
});

test('[P3][B5] a past report made again with --force after the ledger went on is the old sheet in every cell', async () => {
  const run = async (...args: readonly string[]): Promise<void> => { expect(await terminal.run('summary', terminal.path('后来.xlsx'), ...args)).toMatchObject({ complained: [] }); };
  await copy('后来.xlsx', (book) => { put(book, 0, 'progress', '第一次（虚拟示例）'); put(book, 4, 'due', '长期坚持'); });
  await run('--period', '2021-04');
  const april = await drawn('后来.xlsx', '双月汇总2021-04');
  await terminal.workbook('后来.xlsx', (book) => { setAsOf(book, 44360); put(book, 0, 'progress', '第二次（虚拟示例）'); put(book, 5, 'doneOn', '2021-6-1'); }, '后来.xlsx');
  await run('--period', '2021-06');
  const june = await drawn('后来.xlsx', '双月汇总2021-06');
  await terminal.workbook('后来.xlsx', (book) => {
    setAsOf(book, 44480);
    put(book, 0, 'text', '别的任务');
    put(book, 1, 'due', '2021-4-1');
    put(book, 3, 'owners', '邓善');
    book.writeInputs(sheetId(book, '设置'), { top: 3, left: 1, bottom: 3, right: 1 }, [['别的标题']], 'user');
    book.sortRows(sheetId(book, '任务台账'), { top: first, left: 0, bottom: first + 12, right: 19 }, [{ column: 4, ascending: true }], 'user');
  }, '后来.xlsx');
  await run('--period', '2021-08');
  await run('--period', '2021-04', '--force');
  await run('--period', '2021-06', '--force');
  expect(await drawn('后来.xlsx', '双月汇总2021-04')).toBe(april);
  expect(await drawn('后来.xlsx', '双月汇总2021-06')).toBe(june);
  expect(await drawn('后来.xlsx', '双月汇总2021-06(旧1)')).toBe(june);
  // From the ledger as it is now only when that is said.
  await run('--period', '2021-04', '--from-ledger', '--force');
  expect(await drawn('后来.xlsx', '双月汇总2021-04')).not.toBe(april);
  expect(await drawn('后来.xlsx', '双月汇总2021-04(旧2)')).toBe(april);
});

describe('[X3] wrong use ends with 2, one line, and no file touched', () => {
  test.each<[string, (at: Terminal) => Promise<readonly string[]> | readonly string[], RegExp]>([
    ['no file named', () => ['--period', '2021-04'], /summary 台账\.xlsx/],
    ['no period', (at) => [at.path('台账.xlsx')], /没有写哪一期.*--period/],
    ['an ill-formed period', (at) => [at.path('台账.xlsx'), '--period', '2021年4月'], /“2021年4月”写法不对/],
    ['a period outside the plan', (at) => [at.path('台账.xlsx'), '--period', '2021-05'], /2021-05.*2021-04、2021-06/],
    ['a period before the first date', (at) => [at.path('台账.xlsx'), '--period', '2021-02'], /2021-02.*2021-04、2021-06/],
    ['a file too many', (at) => [at.path('台账.xlsx'), at.path('台账.xlsx'), '--period', '2021-04'], /参数写法不对/],
    ['an unknown option', (at) => [at.path('台账.xlsx'), '--period', '2021-04', '--forced'], /参数写法不对/],
    ['a day that is none', (at) => [at.path('台账.xlsx'), '--period', '2021-04', '--as-of', '2021-02-30'], /2021-02-30.*不是日期/],
    ['an --out that is no workbook', (at) => [at.path('台账.xlsx'), '--period', '2021-04', '--out', at.path('新.csv')], /新\.csv/],
    ['a --docx that is no Word file', (at) => [at.path('台账.xlsx'), '--period', '2021-04', '--docx', at.path('新.pdf')], /新\.pdf.*\.docx/],
    ['the ledger itself as --out', (at) => [at.path('台账.xlsx'), '--period', '2021-04', '--out', at.path('台账.xlsx')], /--out/],
    ['a folder that is not there', (at) => [at.path('台账.xlsx'), '--period', '2021-04', '--out', at.path('无此夹/新.xlsx')], /无此夹/],
    ['a file that is not there', (at) => [at.path('没有.xlsx'), '--period', '2021-04'], /没有\.xlsx”打不开/],
    ['what is no workbook', (at) => [at.plan(), '--period', '2021-04'], /方案\.json”打不开/],
    ['a workbook without a ledger', async (at) => { await at.workbook('空.xlsx', () => undefined); return [at.path('空.xlsx'), '--period', '2021-04']; }, /空\.xlsx”里没有任务台账/],
    ['an unreadable 设置', async (at) => {
      await at.workbook('坏设置.xlsx', (book) => { book.writeInputs(sheetId(book, '设置'), { top: 9, left: 1, bottom: 9, right: 1 }, [['若干']], 'user'); }, '台账.xlsx');
      return [at.path('坏设置.xlsx'), '--period', '2021-04'];
    }, /设置.*报送间隔.*若干/],
    ['a sheet of that name by someone else', async (at) => { await at.workbook('占名.xlsx', (book) => { book.addSheet('双月汇总2021-04'); }, '台账.xlsx'); return [at.path('占名.xlsx'), '--period', '2021-04', '--force']; }, /双月汇总2021-04.*不是本加载项/],
    ['two tasks under one number', async (at) => { await at.workbook('重号.xlsx', (book) => { put(book, 1, 'id', '1.1'); }, '台账.xlsx'); return [at.path('重号.xlsx'), '--period', '2021-04']; }, /A6.*1\.1.*重复/],
  ])('[X3] %s', async (_, prepare, sentence) => {
    const args = await prepare(terminal);
    const files = terminal.files();
    const bytes = files.map((name) => terminal.bytes(name).toString('base64'));
    const ended = await terminal.run('summary', ...args);
    expect(ended).toMatchObject({ code: 2, said: [] });
    expect(ended.complained).toEqual([expect.stringMatching(sentence)]);
    expect(ended.complained[0]).not.toMatch(/\n|Error|undefined/);
    expect(terminal.files()).toEqual(files);
    expect(terminal.files().map((name) => terminal.bytes(name).toString('base64'))).toEqual(bytes);
  });
});
