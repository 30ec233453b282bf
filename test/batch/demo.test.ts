// The demonstration from beginning to end: what lies in its folder, and that everything invented says so.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContents } from '../../src/workbench/xlsx/readContents';
import { Terminal } from './terminal';

jest.setTimeout(240_000);

const terminal = new Terminal();
const { folder } = terminal;
afterAll(() => { terminal.close(); });

const sections = ['东盟科', '外贸科', '外资科', '审批科', '市场科', '法规科', '港口科'];
const copies = (period: string, of: readonly string[]): readonly string[] => of.map((section) => `回收表-${section}-${period}.xlsx`).sort();

test('[B1][R1][R8] the demonstration sends out, takes back and reports three times; each step leaves its files, and what is invented says so', async () => {
  const run = await terminal.run('demo', '--out', folder);
  expect([run.code, run.complained]).toEqual([0, []]);
  const said = run.said.join('\n');
  expect(readdirSync(folder).sort()).toEqual([
    '任务台账.xlsx', '分发-2021-04', '分发-2021-06', '分发-2021-08', '双月汇总2021-04.docx', '双月汇总2021-04.xlsx', '双月汇总2021-06.docx', '双月汇总2021-06.xlsx', '双月汇总2021-08.docx', '双月汇总2021-08.xlsx',
    '回收-2021-04', '回收-2021-06', '回收-2021-08',
  ].sort());
  for (const period of ['2021-04', '2021-06', '2021-08']) expect(readdirSync(join(folder, `分发-${period}`)).sort()).toEqual(copies(period, sections));
  // 法规科、市场科 and 东盟科 did not return in April.
  expect(readdirSync(join(folder, '回收-2021-04')).sort()).toEqual(copies('2021-04', ['外贸科', '外资科', '审批科', '港口科']));
  expect(said).toContain('2021-04：分发 7 份，收回 4 份');
  expect(said).toContain('收到 11 格，合并 11、未变 0、冲突 0、栏目外改动 0、待确认 0、对不上 0、未采用 0');

  const { contents } = readContents(new Uint8Array(readFileSync(join(folder, '任务台账.xlsx'))), '任务台账.xlsx');
  expect(contents.sheets.map(({ name }) => name)).toEqual(['双月汇总2021-08', '双月汇总2021-06', '双月汇总2021-04', '任务台账', '名册', '设置', '收发底稿', '回收登记', '合并记录', '报送历史']);
  const ledger = contents.sheets.find(({ name }) => name === '任务台账');
  const told = Array.from({ length: 13 }, (_, index) => JSON.stringify(ledger?.cells.get(4 + index)?.get(9)?.value ?? ''));
  expect(told.filter((text) => text !== '""').length).toBeGreaterThan(10);
  for (const text of told.filter((each) => each !== '""')) expect(text).toContain('虚拟示例');
});
