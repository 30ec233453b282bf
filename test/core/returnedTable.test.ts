// Returned files as rows: merged cells filled in, heads and form lines left out, and all that tells whose a file is (I2, I3, R2).
import type { RawCell } from '../../src/core/rawTable';
import { periodOf, readReturned } from '../../src/core/returnedTable';
import { copyFile, ledger2021, plainFile } from './returns';

const ledger = ledger2021();
const progressOf = (cells: readonly (readonly RawCell[])[], merges: Parameters<typeof plainFile>[2] = {}) => readReturned(plainFile('甲.xlsx', cells, merges)).rows.map(({ cells: each }) => [each.text?.text, each.progress?.text]);

test('[R2][I3] a copy as it was sent: its rows by key, its marks, nothing left over', () => {
  const sheet = readReturned(copyFile(ledger, '外资科', { '1.1': { progress: '已开展', doneOn: { day: '2021-06-15' } } }));
  expect(sheet.rows.map(({ key }) => (typeof key === 'object' ? key.id : key))).toEqual(['1.1', '6.1']);
  expect(sheet.rows[0]?.cells).toMatchObject({ progress: { text: '已开展' }, doneOn: { text: '2021年6月15日' } });
  expect(sheet.claims.map(({ by, section, period }) => [by, section, period])).toEqual([['hiddenSheet', '外资科', '2021-06'], ['property', '外资科', '2021-06'], ['line', '外资科', '2021-06'], ['fileName', '外资科', '2021-06']]);
  expect([...(sheet.base ?? [])]).toEqual([['1.1', { progress: '', remark: '', doneOn: '' }], ['6.1', { progress: '', remark: '', doneOn: '' }]]);
  expect({ leftOut: sheet.leftOut, notes: sheet.notes, unread: sheet.unread }).toEqual({ leftOut: [], notes: [], unread: undefined });
});

test('[I2] a cell merged downwards fills its rows, an empty one stays empty', () => {
  const cells = [['责任科室', '工作任务', '落实情况'], ['外贸科', '甲', '一'], ['', '乙', '二'], ['', '丙', '三']];
  const sheet = readReturned(plainFile('甲.xlsx', cells, { merges: [{ row: 1, column: 0, rows: 2, columns: 1 }] }));
  expect(sheet.rows.map((row) => row.cells.sections?.text)).toEqual(['外贸科', '外贸科', undefined]);
});

test('[I2] one text merged over several tasks stands in each row, marked as shared', () => {
  const sheet = readReturned(plainFile('甲.xlsx', [['工作任务', '落实情况'], ['甲', '均已开展'], ['乙', ''], ['丙', '三']], { merges: [{ row: 1, column: 1, rows: 2, columns: 1 }] }));
  expect(sheet.rows.map(({ cells }) => [cells.progress?.text, cells.progress?.shared === undefined])).toEqual([['均已开展', false], ['均已开展', false], ['三', true]]);
  expect(sheet.rows[0]?.cells.progress?.shared).toBe(sheet.rows[1]?.cells.progress?.shared);
});

test('[I2] the rest of a row that is merged downwards whole is no row', () => {
  const merges = [0, 1].map((column) => ({ row: 1, column, rows: 2, columns: 1 }));
  expect(progressOf([['工作任务', '落实情况'], ['甲', '一'], ['', ''], ['乙', '二']], { merges })).toEqual([['甲', '一'], ['乙', '二']]);
});

test('[I3] heads said again and empty rows are left out, form lines are told apart from answers', () => {
  const cells = [
    ['填报科室：外贸科', '', ''], ['工作任务', '落实情况', '备注'], ['甲', '一', ''], ['', '  ', ''], ['工作任务', '落实情况', '备注'], ['乙', '二', ''],
    ['填报人：', '审核人：', ''], ['说明：本表按双月报送', '', ''], ['', '补充：另有三项正在推进', ''],
  ];
  expect(progressOf(cells)).toEqual([['甲', '一'], ['乙', '二'], [undefined, '补充：另有三项正在推进']]);
  expect(readReturned(plainFile('甲.xlsx', cells)).notes).toEqual(['填报人：  审核人：', '说明：本表按双月报送']);
});

test('[R8] an answer beside the words 填报人 is an answer', () => {
  expect(progressOf([['工作任务', '落实情况'], ['填报人：某科', '已开展']])).toEqual([['填报人：某科', '已开展']]);
});

test('[R12] what a cell brings is text, whatever it begins with; numbers and truth values are as they are seen', () => {
  expect(progressOf([['工作任务', '落实情况'], ['甲', '=1+1'], ['乙', 95], ['丙', true], ['丁', { day: '2021-06-15' }], ['戊', '@a']])).toEqual([['甲', '=1+1'], ['乙', '95'], ['丙', 'TRUE'], ['丁', '2021年6月15日'], ['戊', '@a']]);
});

test('[R2] of several sheets the one with our keys is read, though another looks better', () => {
  // All columns but three were deleted from the copy.
  const copy = copyFile(ledger, '外资科', { '1.1': { progress: '新' } }, { change: (cells) => cells.map((row) => [row[0] ?? '', row[5] ?? '', row[10] ?? '']) });
  const other = { name: '汇总', visibility: 'visible' as const, merges: [], cells: [['编号', '指标名称', '牵头单位', '工作任务', '落实情况', '备注'], ['1.1', '', '', '甲', '旧', '']] };
  const sheet = readReturned({ ...copy, tables: [other, ...copy.tables] });
  expect(sheet.rows[0]?.cells.progress?.text).toBe('新');
  expect(sheet.leftOut).toEqual([{ table: '汇总', cells: 1 }]);
});

test('[I3] without keys the sheet whose head says most is read, hidden ones only when there is no other', () => {
  const small = { name: '一', visibility: 'visible' as const, merges: [], cells: [['任务', '进展'], ['甲', '乙']] };
  const large = { name: '二', visibility: 'visible' as const, merges: [], cells: [['工作任务', '责任科室', '落实情况'], ['丙', '外贸科', '丁']] };
  const hidden = { ...large, name: '三', visibility: 'hidden' as const, cells: [['编号', '工作任务', '责任科室', '落实情况', '备注'], ['1', '戊', '', '己', '']] };
  const read = (...tables: (typeof small | typeof hidden)[]) => readReturned(plainFile('甲.xlsx', [], { tables })).rows.map((row) => row.cells.progress?.text);
  expect(read(small, hidden, large)).toEqual(['丁']);
  expect(read(hidden)).toEqual(['己']);
});

test('[R8] all tables of a document are read, also the second half of one that was cut in two', () => {
  const tables = [
    { name: '1', visibility: 'visible' as const, merges: [], cells: [['工作任务', '落实情况'], ['甲', '一']] },
    { name: '2', visibility: 'visible' as const, merges: [], cells: [['乙', '二']] },
    { name: '3', visibility: 'visible' as const, merges: [], cells: [['签字', '盖章', '日期']] },
    { name: '4', visibility: 'visible' as const, merges: [], cells: [['主要任务', '进展情况', '备注'], ['丙', '三', '']] },
  ];
  expect(readReturned(plainFile('甲.docx', [], { kind: 'docx', tables })).rows.map(({ table, cells }) => [table, cells.progress?.text])).toEqual([['1', '一'], ['2', '二'], ['4', '三']]);
});

test('[R9] a file without any such table says how much it holds', () => {
  expect(readReturned(plainFile('甲.xlsx', [['姓名', '电话'], ['某人', '1'], ['', '']]))).toMatchObject({ rows: [], unread: 4 });
});

test.each([
  ['回收表-外贸科-2021-06.xlsx', '外贸科', '2021-06'], ['回收表－外贸科－2021年6月（定稿）.xls', '外贸科', '2021-06'], ['回收表-外贸科-2021-06 (1).xlsx', '外贸科', '2021-06'],
])('[R2] the name %s says whose and for when', (name, section, when) => {
  expect(readReturned(plainFile(name, [['工作任务', '落实情况'], ['甲', '一']])).claims).toEqual([{ by: 'fileName', plan: '', period: when, section, sentOn: '' }]);
});

test.each([
  [['填报科室：外贸科  报送期：2021年6月'], '外贸科', '2021-06'], [['填报科室', '外贸科', '报送期', '2021年6月'], '外贸科', '2021-06'], [['填报科室：', '外贸科', '报送期：', '2021-06'], '外贸科', '2021-06'], [['报送部门：外贸科 填报人：某人'], '外贸科', ''], [['科室:港口 科'], '港口科', ''],
])('[R2] the line %j says whose and for when', (line, section, when) => {
  const [claim] = readReturned(plainFile('甲.xlsx', [line, ['工作任务', '落实情况'], ['甲', '一']])).claims;
  expect([claim?.section ?? '', claim?.period ?? '']).toEqual([section, when]);
});

test.each([['2021-06', '2021-06'], ['2021年6月', '2021-06'], ['２０２１．６', '2021-06'], ['2021-06-01', '2021-06'], ['2021-13', ''], ['六月', '']])('[P1] %s is the report %j', (text, name) => {
  expect(periodOf(text)).toBe(name);
});

test('[R7] the same words in another order of rows, with other typesetting, have the same digest; other words have another', () => {
  const rows = [['甲', '一 \r\n二'], ['乙', '三']];
  const digest = (cells: string[][]) => readReturned(plainFile('甲.xlsx', [['工作任务', '落实情况'], ...cells])).digest;
  expect(digest([['乙', '三'], ['甲', '一\n二']])).toBe(digest(rows));
  expect(digest([['甲', '一'], ['乙', '三']])).not.toBe(digest(rows));
  expect(digest([['乙', '一\n二'], ['甲', '三']])).not.toBe(digest(rows));
});

test('[R2] a changed key is kept apart from none', () => {
  const file = copyFile(ledger, '外资科', {}, { change: (cells) => cells.map((row, at) => (at === 3 ? [`${typeof row[0] === 'string' ? row[0] : ''}X`, ...row.slice(1)] : at === 4 ? ['', ...row.slice(1)] : row)) });
  expect(readReturned(file).rows.map(({ key }) => key)).toEqual(['changed', undefined]);
});
