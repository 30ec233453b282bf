// Files that LibreOffice, openpyxl and python-docx made, against what they hold, written out by hand. fixtures/README.md says how they came about.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RawCell } from '../../src/core/rawTable';
import { readFileTables } from '../../src/files/readFileTables';
import { fileOf, refusalOf } from './officePackages';

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(__dirname, 'fixtures', name)));
const read = async (name: string) => fileOf(await readFileTables(name, bytesOf(name)));

/** 回收表 as every program kept it. */
const shown: readonly (readonly (RawCell | { readonly monthOf: string })[])[] = [
  ['2021年6月任务填报表'],
  ['编号', '工作任务', '完成时限', '落实情况', '办结日期', '备注'],
  [2.1, '推进通关便利化', { monthOf: '2021-09-30' }, '虚拟示例：已完成第一步。\n第二步正在推进。', { day: '2021-06-17' }],
  // 编号 2.10, a number with a zero to be seen; the row is hidden and counts.
  ['2.10', '压缩边境合规时间', '长期坚持', '=1+1', '2021-06-15', '+加'],
  ['3.1', '引进 <b>外资</b> & 项目', { day: '2021-12-31' }, '虚拟示例：两项任务合写', '', '@所有人'],
  ['3.2', '稳住外贸基本盘', '2021-12', '', '', '-减'],
  [],
  ['85%', 44469, '12', '12:00', true, 1234.5],
];
const computed: readonly (readonly RawCell[])[] = [['第9行', 18, '#DIV/0!'], ['第10行', 20, { day: '2021-08-31' }], ['第11行', 22]];
const merges = [
  { row: 0, column: 0, rows: 1, columns: 6 },
  { row: 4, column: 3, rows: 2, columns: 1 },
];

/** Cells with a day whose format shows only the month marked so, for each program writes the format in its own way. */
const months = (cells: readonly (readonly RawCell[])[] | undefined): unknown =>
  cells?.map((row) => row.map((cell) => (typeof cell === 'object' && cell.format !== undefined && /^yyyy.+m.+$/.test(cell.format) ? { monthOf: cell.day } : cell)));

describe('workbooks of other programs', () => {
  test.each([
    ['libreoffice.xlsx', 'xlsx', '2026-11-25T14:49:14Z'],
    ['libreoffice-from-ods.xlsx', 'xlsx', '2026-11-25T14:49:14Z'],
    ['libreoffice.xls', 'xls', '2026-11-25T14:49:14Z'],
  ])('[I1][I2][R12] %s', async (name, kind, savedAt) => {
    const file = await read(name);
    expect(file).toMatchObject({ name, kind, savedAt });
    expect(file.tables.map((table) => [table.name, table.visibility])).toEqual([['回收表', 'visible'], ['说明', 'hidden'], ['分发标识', 'hidden'], ['__proto__', 'visible']]);
    expect(months(file.tables[0]?.cells)).toEqual([...shown, ...computed]);
    expect(file.tables[0]?.merges).toEqual(merges);
    expect(file.tables.slice(1).map((table) => table.cells)).toEqual([[[], ['', '隐藏的说明']], [['标识', '2021|2021-06|外贸科']], [['constructor']]]);
    expect(file.notes).toBeUndefined();
  });

  test.each(['libreoffice.xlsx', 'libreoffice-from-ods.xlsx', 'libreoffice.xls'])('[R2] %s keeps the properties that it was sent with', async (name) => {
    const { properties } = await read(name);
    expect(properties['任务分发标识']).toBe('2021|2021-06|外贸科');
    expect(Object.entries(properties)).toContainEqual(['__proto__', '无害']);
    expect(Object.getPrototypeOf(properties)).toBeNull();
  });

  test('[I1][R12] openpyxl.xlsx, whose formulas have no results, says so', async () => {
    const file = await read('openpyxl.xlsx');
    expect(months(file.tables[0]?.cells)).toEqual(shown);
    expect(file.tables.map(({ visibility }) => visibility)).toEqual(['visible', 'hidden', 'veryHidden', 'visible']);
    expect(file.notes).toEqual([{ kind: 'formulaWithoutResult', table: '回收表', count: 8, row: 8, column: 0 }]);
  });

  test('[D7] openpyxl-1904.xlsx counts its days from 1904 on', async () => {
    expect((await read('openpyxl-1904.xlsx')).tables[0]?.cells).toEqual([[{ day: '2021-09-30' }, '文本']]);
  });
});

/** As the text export shows it: texts only, results of formulas among them. */
const exported: readonly (readonly string[])[] = [
  ['2021年6月任务填报表'],
  ['编号', '工作任务', '完成时限', '落实情况', '办结日期', '备注'],
  ['2.1', '推进通关便利化', '2021年9月', '虚拟示例：已完成第一步。\n第二步正在推进。', '2021-06-17'],
  ['2.10', '压缩边境合规时间', '长期坚持', '=1+1', '2021-06-15', '+加'],
  ['3.1', '引进 <b>外资</b> & 项目', '2021/12/31', '虚拟示例：两项任务合写', '', '@所有人'],
  ['3.2', '稳住外贸基本盘', '2021-12', '', '', '-减'],
  [],
  ['85%', '44469', '12', '12:00', 'TRUE', '1,234.50'],
  ['第9行', '18', '#DIV/0!'],
  ['第10行', '20', '2021年8月31日'],
  ['第11行', '22'],
];

test.each(['libreoffice-utf8.csv', 'libreoffice-gb18030.csv'])('[I1][R12] %s is texts in rows', async (name) => {
  const file = await read(name);
  expect(file).toMatchObject({ kind: 'csv', savedAt: '' });
  expect(file.tables).toEqual([{ name: name.replace('.csv', ''), visibility: 'visible', cells: exported, merges: [] }]);
});

test.each(['python-docx.docx', 'libreoffice.docx'])('[I1][I2][R12] %s has the grid that Word shows', async (name) => {
  const file = await read(name);
  expect(file).toMatchObject({ kind: 'docx', savedAt: '2013-12-23T23:15:00Z' });
  expect(file.tables).toEqual([
    {
      name: '1',
      visibility: 'visible',
      cells: [
        ['编号', '工作任务', '落实情况', '备注'],
        ['2.1', '推进通关便利化', '虚拟示例：第一段\n第二行\n第二段', '两行合写'],
        ['2.2', '压缩边境合规时间', '内一\n内二'],
        ['合计', '', '=SUM(A1)'],
      ],
      merges: [{ row: 1, column: 3, rows: 2, columns: 1 }, { row: 3, column: 0, rows: 1, columns: 2 }],
    },
    { name: '2', visibility: 'visible', cells: [['甲', '乙']], merges: [] },
  ]);
});

test.each([
  ['libreoffice-locked.xls', { kind: 'encrypted', values: {} }],
  ['libreoffice-page.xls', { kind: 'oldHtml', values: {} }],
  ['libreoffice.doc', { kind: 'otherFormat', values: { what: 'doc' } }],
  ['libreoffice.ods', { kind: 'otherFormat', values: { what: 'openDocument' } }],
])('[R9] %s is refused by name', async (name, refusal) => {
  expect(refusalOf(await readFileTables(name, bytesOf(name)))).toEqual(refusal);
});

test('[R9] what a file is called does not matter: a workbook named .csv, a text named .xlsx', async () => {
  expect(fileOf(await readFileTables('表.csv', bytesOf('libreoffice.xlsx'))).kind).toBe('xlsx');
  expect(fileOf(await readFileTables('表.xlsx', bytesOf('libreoffice-utf8.csv'))).kind).toBe('csv');
  expect(fileOf(await readFileTables('表.docx', bytesOf('libreoffice.xls'))).kind).toBe('xls');
});
