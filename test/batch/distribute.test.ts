// batch distribute: the files that lie in the folder, what the ledger remembers of them, and that nothing that stands there is overwritten.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFileTables } from '../../src/files/readFileTables';
import { fileOf } from '../files/officePackages';
import { faultsOf } from '../workbench/xlsx/wellFormed';
import type { Ended } from './terminal';
import { sheetId, Terminal } from './terminal';

jest.setTimeout(120_000);

let terminal: Terminal;
beforeEach(async () => {
  terminal = new Terminal();
  mkdirSync(terminal.path('分发'));
  expect((await terminal.run('build', '--out', terminal.path('台账.xlsx'), '--as-of', '2021-06-01')).code).toBe(0);
});
afterEach(() => { terminal.close(); });

const distribute = (...more: readonly string[]): Promise<Ended> => terminal.run('distribute', terminal.path('台账.xlsx'), '--out', terminal.path('分发'), ...more);
const sent = (): readonly string[] => readdirSync(terminal.path('分发')).sort();
const names = ['东盟科', '外贸科', '外资科', '审批科', '市场科', '法规科', '港口科'].map((section) => `回收表-${section}-2021-06.xlsx`).sort();

test('[R1][R2] seven sound files for the report of 基准日, and a line for each of them', async () => {
  const ended = await distribute();
  expect(ended).toMatchObject({ code: 0, complained: [] });
  expect(ended.said[0]).toBe(`已生成 7 份分发表，请于 2021年6月18日 前收回；分发情况已记入 ${terminal.path('台账.xlsx')}`);
  expect(ended.said.slice(1).map((line) => line.replace(terminal.folder, '')).sort()).toEqual([
    '东盟科：/分发/回收表-东盟科-2021-06.xlsx（任务 1 项）', '外贸科：/分发/回收表-外贸科-2021-06.xlsx（任务 7 项）', '外资科：/分发/回收表-外资科-2021-06.xlsx（任务 2 项）', '审批科：/分发/回收表-审批科-2021-06.xlsx（任务 3 项）',
    '市场科：/分发/回收表-市场科-2021-06.xlsx（任务 4 项）', '法规科：/分发/回收表-法规科-2021-06.xlsx（任务 1 项）', '港口科：/分发/回收表-港口科-2021-06.xlsx（任务 4 项）',
  ].sort());
  expect(sent()).toEqual(names);
  for (const name of names) expect([name, faultsOf(readFileSync(join(terminal.path('分发'), name)))]).toEqual([name, []]);
  const copy = fileOf(await readFileTables('x.xlsx', readFileSync(terminal.path('分发/回收表-法规科-2021-06.xlsx'))));
  expect(copy.properties['分发表报送期']).toBe('2021-06');
  expect(copy.tables[0]?.cells.slice(6).map(([id]) => id)).toEqual(['4.1']);
});

test('[R4][R13] the ledger file remembers what went out', async () => {
  await distribute('--period', '2021-08');
  const book = await terminal.open('台账.xlsx');
  const [exchange, register] = [sheetId(book, '收发底稿'), sheetId(book, '回收登记')];
  expect(Array.from({ length: 22 }, (_, row) => [book.textAt(exchange, 3 + row, 0), book.textAt(exchange, 3 + row, 1)])).toEqual(Array.from({ length: 22 }, () => ['发出', '2021-08']));
  expect(Array.from({ length: 7 }, (_, row) => book.textAt(register, 3 + row, 3))).toEqual(Array.from({ length: 7 }, () => '未回收'));
  expect(sent()).toEqual(names.map((name) => name.replace('2021-06', '2021-08')));
});

test('[X3][R8] a copy that lies there already may be filled in: nothing is overwritten and the ledger stays as it was, until --force', async () => {
  writeFileSync(terminal.path('分发/回收表-港口科-2021-06.xlsx'), '已填好的');
  const before = terminal.bytes('台账.xlsx');
  const ended = await distribute();
  expect(ended).toMatchObject({ code: 2, said: [] });
  expect(ended.complained).toEqual([expect.stringMatching(/回收表-港口科-2021-06\.xlsx”已经存在，可能已有人填写.*--force/)]);
  expect([sent(), readFileSync(terminal.path('分发/回收表-港口科-2021-06.xlsx'), 'utf8'), terminal.bytes('台账.xlsx').equals(before)]).toEqual([['回收表-港口科-2021-06.xlsx'], '已填好的', true]);
  expect((await distribute('--force')).code).toBe(0);
  expect(sent()).toEqual(names);
});

describe('[X3] wrong use ends with one line that says what is right, and nothing is written', () => {
  test.each<[string, () => Promise<Ended>, RegExp]>([
    ['no ledger named', () => terminal.run('distribute', '--out', terminal.path('分发')), /参数写法不对.*distribute 台账\.xlsx --out/],
    ['a file too many', () => distribute(terminal.path('多余.xlsx')), /参数写法不对/],
    ['no --out', () => terminal.run('distribute', terminal.path('台账.xlsx')), /--out 文件夹/],
    ['a folder that is not there', () => terminal.run('distribute', terminal.path('台账.xlsx'), '--out', terminal.path('没有')), /没有“.*没有”这个文件夹/],
    ['a file for a folder', () => terminal.run('distribute', terminal.path('台账.xlsx'), '--out', terminal.path('台账.xlsx')), /没有“.*台账\.xlsx”这个文件夹/],
    ['a report in another form', () => distribute('--period', '6月'), /报送期“6月”写法不对.*2021-06/],
    ['a report that the year does not have', () => distribute('--period', '2021-07'), /没有生成分发表：本年没有“2021-07”这一期.*2021-06/],
    ['a ledger that is not there', () => terminal.run('distribute', terminal.path('没有.xlsx'), '--out', terminal.path('分发')), /没有\.xlsx.*打不开：没有这个文件/],
  ])('[X3] %s', async (_, run, where) => {
    const before = terminal.bytes('台账.xlsx');
    const ended = await run();
    expect(ended).toMatchObject({ code: 2, said: [] });
    expect(ended.complained).toEqual([expect.stringMatching(where)]);
    expect(ended.complained[0]).not.toMatch(/\n|Error|undefined/);
    expect([terminal.files(), sent(), terminal.bytes('台账.xlsx').equals(before)]).toEqual([['分发', '台账.xlsx'], [], true]);
  });

  test('[X3] a workbook without a ledger', async () => {
    await terminal.workbook('别的.xlsx', (book) => { book.enter(book.sheets[0]?.id ?? '', 0, 0, '别的内容'); });
    expect(await terminal.run('distribute', terminal.path('别的.xlsx'), '--out', terminal.path('分发'))).toMatchObject({ code: 2, said: [], complained: [expect.stringMatching(/别的\.xlsx”里没有任务台账/)] });
    expect(sent()).toEqual([]);
  });
});
