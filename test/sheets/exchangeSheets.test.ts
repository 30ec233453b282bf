// The sheets that keep what went out and came back (R4, R5, R10, R13): what is written into them is read out of them, whatever it is and however their columns stand.
import fc from 'fast-check';
import type { FillableColumn } from '../../src/core/returnedMarks';
import { fillableColumns } from '../../src/core/returnedMarks';
import type { SheetDrawing } from '../../src/sheets/drawing';
import { exchangeList, exchangeOf, fileRow, mergeLogList, readMergeLog, registerList, registerRow, sentRow, takenRow } from '../../src/sheets/exchangeSheets';
import { copyFileName } from '../../src/sheets/exchangeTitles';
import { drawList, listHeadRow, listRowsAdded, readList } from '../../src/sheets/listSheet';
import type { ListReading, ListRow, ListSheet } from '../../src/sheets/listSheet';
import type { ReadCell } from '../../src/sheets/settingsSheet';
import type { SheetCells, TableAt } from '../../src/sheets/workbook';

/** A drawn list as Excel gives it back: empty cells are ''. */
function asRead({ name, blocks, table }: SheetDrawing): SheetCells {
  const values: ReadCell[][] = [];
  for (const { row, column, cells } of blocks) cells.forEach((line, at) => line.forEach((cell, place) => {
    if (typeof cell === 'object' && cell !== null) throw new Error('A list holds texts and numbers.');
    (values[row + at] ??= [])[column + place] = cell ?? '';
  }));
  if (table === undefined) throw new Error('A list is a table.');
  return { name, isProtected: false, values, tables: [{ name: table.name, ...table.at }], ownRules: [], otherRules: [], formulaCounts: new Map() };
}

function reading<Key extends string>(list: ListSheet<Key>, rows: readonly ListRow<Key>[], change: (cells: SheetCells) => SheetCells = (cells) => cells): ListReading<Key> {
  const found = readList(list, change(asRead(drawList(list, rows))));
  if ('missing' in found) throw new Error(found.missing.join());
  return found;
}

const stamp = { savedAt: '2021-06-17T08:00:00Z', file: '回收表-港口科-2021-06.xlsx', digest: 'a1' };

test('[R4][R5] of several rows on one cell the last counts, those of another report do not, nor those taken back', () => {
  const taken = (text: string, batch: number) => takenRow('2021-06', batch, { section: '港口科', id: '2.1', column: 'progress', text, stamp }, '2021-06-18 09:00');
  const rows = [
    sentRow('2021-06', '港口科', '2.1', { progress: '初', remark: '', doneOn: '' }, '2021-06-01'), sentRow('2021-04', '港口科', '2.1', { progress: '四月', remark: '', doneOn: '' }, '2021-04-01'),
    sentRow('2021-06', '港口科', '2.1', { progress: '再', remark: '见附件', doneOn: '2021-06-10' }, '2021-06-09'), taken('一', 1), taken('二', 2), { ...taken('三', 3), state: '已撤回' },
    fileRow('2021-06', { section: '港口科', ...stamp, at: '2021-06-18 09:00', batch: 1 }), { ...fileRow('2021-06', { section: '外资科', ...stamp, at: '2021-06-18 09:00', batch: 1 }), state: '已撤回' },
  ];
  const exchange = exchangeOf(reading(exchangeList, rows), '2021-06');
  expect(exchange.sent).toEqual([{ section: '港口科', id: '2.1', column: 'progress', text: '再' }, { section: '港口科', id: '2.1', column: 'remark', text: '见附件' }, { section: '港口科', id: '2.1', column: 'doneOn', text: '2021-06-10' }]);
  expect([...exchange.sentOn]).toEqual([['港口科', '2021-06-09']]);
  expect(exchange.taken).toEqual([{ section: '港口科', id: '2.1', column: 'progress', text: '二', stamp }]);
  expect(exchange.files).toEqual([{ section: '港口科', ...stamp, at: '2021-06-18 09:00', batch: 1 }]);
  expect(exchangeOf(undefined, '2021-06')).toEqual({ sent: [], sentOn: new Map(), taken: [], files: [] });
});

const anyText = fc.oneof(fc.string(), fc.constantFrom('', '=1+1', '+86', '-', '@甲', '2.10', '2021-12', ' 前后有空 ', '一\n二', '【外贸科】甲', 'TRUE', '__proto__'));

test('[R4][R12] any text that went out or was taken comes back to the letter', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('外贸科', '外资科'), fc.constantFrom('1.1', '2.10', '6.1'), fc.constantFrom<FillableColumn>(...fillableColumns), anyText, anyText), { minLength: 1, maxLength: 8 }), (cells) => {
    const rows = cells.flatMap(([section, id, column, text, other]) => [
      sentRow('2021-06', section, id, { progress: text, remark: other, doneOn: '' }, '2021-06-01'), takenRow('2021-06', 1, { section, id, column, text: other, stamp }, '2021-06-18 09:00'),
    ]);
    const { sent, taken } = exchangeOf(reading(exchangeList, rows), '2021-06');
    const last = <Value>(entries: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> => new Map(entries);
    expect(new Map(sent.map(({ section, id, column, text }) => [`${section} ${id} ${column}`, text]))).toEqual(last(cells.flatMap(([section, id, , text, other]) => [[`${section} ${id} progress`, text], [`${section} ${id} remark`, other], [`${section} ${id} doneOn`, '']])));
    expect(new Map(taken.map(({ section, id, column, text }) => [`${section} ${id} ${column}`, text]))).toEqual(last(cells.map(([section, id, column, , other]) => [`${section} ${id} ${column}`, other])));
  }));
});

test('[R10][R11] 合并记录 is read by its titles: columns moved, one put in, a blank line left out, each line with its row', () => {
  const row = { at: '2021-06-18 09:00', batch: 1, file: '甲.xlsx', section: '外资科', id: '6.1', column: '落实情况', old: '', new: '=1', decision: '直接采用', reason: '', state: '', cellOld: '旧', cellNew: '新' } as const;
  const blank = Object.fromEntries(Object.keys(row).map((key) => [key, ''])) as unknown as ListRow<keyof typeof row>;
  const turned = (cells: SheetCells): SheetCells => ({
    ...cells, values: cells.values.map((line, at) => (at < listHeadRow ? line : [at === listHeadRow ? '我的记号' : '√', ...[...line].reverse()])), tables: cells.tables.map((table): TableAt => ({ ...table, columns: table.columns + 1 })),
  });
  const found = reading(mergeLogList, [row, blank, { ...row, batch: 2, id: '2.10' }], (cells) => {
    const { values, ...rest } = turned(cells);
    return { ...rest, values: values.map((line, at) => (at === listHeadRow + 2 ? line.map(() => '') : line)) };
  });
  expect(readMergeLog(found)).toEqual([{ row: 3, ...row }, { row: 5, ...row, batch: 2, id: '2.10' }]);
});

test('[L10] a sheet without the table of its name is not this list, and one that lost titles says which', () => {
  const cells = asRead(drawList(registerList, []));
  expect(readList(registerList, { ...cells, tables: [] })).toEqual({ missing: ['报送期', '科室', '分发日期', '是否回收', '最近回收时间', '文件', '任务数', '已填报', '缺填'] });
  expect(readList(registerList, undefined)).toHaveProperty('missing');
  const renamed = { ...cells, values: cells.values.map((line, at) => (at === listHeadRow ? line.map((cell) => (cell === '科室' ? '处室' : cell === '文件' ? '文件名' : cell)) : line)) };
  expect(readList(registerList, renamed)).toEqual({ missing: ['科室', '文件'] });
});

test('[R13] 回收登记 says 已回收, 未回收 or 未分发', () => {
  const of = (sentOn: string, returnedAt: string): unknown => registerRow('2021-06', { section: '外资科', sentOn, returnedAt, file: '', tasks: 2, filled: 1, missing: ['1.1', '6.1'] });
  expect([of('2021-06-01', '2021-06-18 09:00'), of('2021-06-01', ''), of('', ''), of('', '2021-06-18 09:00')]).toEqual([
    expect.objectContaining({ returned: '已回收', returnedAt: '2021-06-18 09:00', missing: '1.1、6.1' }), expect.objectContaining({ returned: '未回收' }), expect.objectContaining({ returned: '未分发', tasks: 2, filled: 1 }), expect.objectContaining({ returned: '已回收', sentOn: '' }),
  ]);
});

test('[R10] further rows go under the others, with the formats of their columns', () => {
  const rows = [registerRow('2021-06', { section: '外资科', sentOn: '', returnedAt: '', file: '', tasks: 2, filled: 1, missing: [] })];
  const added = listRowsAdded(registerList, rows, { name: '回收登记', row: 2, column: 0, rows: 8, columns: 9 });
  expect(added).toMatchObject({ sheet: '回收登记', table: '回收登记', count: 1, row: 10, width: 9, blocks: [{ row: 10, column: 0, cells: [['2021-06', '外资科', null, '未分发', null, null, 2, 1, null]] }] });
  expect(added.formats.map(({ at, format }) => [at.row, at.column, format])).toEqual(['@', '@', '@', '@', '@', '@', '0', '0', '@'].map((format, column) => [10, column, format]));
});

test.each([['外贸科', '回收表-外贸科-2021-06.xlsx'], ['外贸/外资科', '回收表-外贸外资科-2021-06.xlsx'], ['A:*?"<>|\\科 室', '回收表-A科室-2021-06.xlsx']])('[R1] the file of %s is called %s', (section, file) => {
  expect(copyFileName(section, '2021-06')).toBe(file);
});
