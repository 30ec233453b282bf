// What a report said, kept on 报送历史 and read back word for word (B5, P3).
import fc from 'fast-check';
import type { PeriodReport } from '../../src/core/report';
import { toSerial } from '../../src/core/plainDate';
import type { CellContent, SheetDrawing } from '../../src/sheets/drawing';
import type { KeptReport } from '../../src/sheets/historySheet';
import { drawHistory, historyRowsAdded, lastEditions, readHistory } from '../../src/sheets/historySheet';
import type { ReadCell } from '../../src/sheets/settingsSheet';
import type { SheetCells } from '../../src/sheets/workbook';
import { anyTasks, reportOf, taskOf } from './reports';

const asRead = (content: CellContent): ReadCell => {
  if (content === null) return '';
  if (typeof content !== 'object') return content;
  return 'day' in content ? (toSerial(content.day) ?? '') : content.formula;
};

/** The cells of a drawn history and of what was put under it, as Excel gives them when they are read. */
function cellsOf(drawing: SheetDrawing, ...added: readonly ReturnType<typeof historyRowsAdded>[]): SheetCells {
  const values: ReadCell[][] = [];
  for (const { row, column, cells } of [...drawing.blocks, ...added.flatMap(({ blocks }) => blocks)]) {
    cells.forEach((line, index) => { line.forEach((content, place) => { (values[row + index] ??= [])[column + place] = asRead(content); }); });
  }
  const table = drawing.table;
  if (table === undefined) throw new Error('A history is a table.');
  const rows = table.at.rows + added.reduce((sum, { count }) => sum + count, 0);
  return { name: '报送历史', isProtected: false, values, tables: [{ name: table.name, row: table.at.row, column: table.at.column, rows, columns: table.at.columns }], ownRules: [], otherRules: [], formulaCounts: new Map() };
}

const kept = (report: PeriodReport, version = 1, madeAt = '2021-06-18 09:00'): KeptReport => ({ report, version, madeAt });

test('[B5][P3] whatever a report says, it comes back from the sheet as it was', () => {
  fc.assert(fc.property(anyTasks(6), anyTasks(6), fc.constantFrom('before', 'after', 'keep'), (april, june, weekendRule) => {
    const [one, other] = [kept(reportOf(april, { period: '2021-04', weekendRule })), kept(reportOf(june, { title: '"标题"\n二', unit: '=单位' }), 3, '2021-06-17 23:59')];
    const drawing = drawHistory(one);
    const at = drawing.table?.at;
    if (at === undefined) throw new Error('A history is a table.');
    const read = readHistory(cellsOf(drawing, historyRowsAdded(other, { name: '报送历史', ...at })));
    expect(read).toEqual({ ok: true, value: [one, other], problems: [] });
  }));
});

test('[B5] blank rows are passed over, and columns that people moved are found by their titles', () => {
  const cells = cellsOf(drawHistory(kept(reportOf([taskOf(), taskOf({ id: '1.2' })]))));
  const moved = { ...cells, values: [...cells.values.map((line) => [...line].reverse()), []], tables: cells.tables.map((table) => ({ ...table, rows: table.rows + 1 })) };
  expect(readHistory(moved)).toMatchObject({ ok: true, value: [{ version: 1, report: { tasks: [{ id: '1.1' }, { id: '1.2' }] } }] });
});

test('[B5] no text of a task is taken for a number, a date or a formula: all its columns are text, the days are days', () => {
  const { formats, blocks } = drawHistory(kept(reportOf([taskOf({ progress: '=1+1', remark: '2021-6-1' })])));
  const head = blocks.find(({ row }) => row === 2)?.cells[0] ?? [];
  const formatOf = (column: number): unknown => formats.filter(({ at }) => at.row <= 3 && 3 < at.row + at.rows && at.column <= column && column < at.column + at.columns).map(({ format }) => format).pop();
  const others = head.flatMap((title, column) => (formatOf(column) === '@' ? [] : [[title, formatOf(column)]]));
  expect(others).toEqual([['版次', '0'], ['截止日', 'yyyy-mm-dd'], ['判断日', 'yyyy-mm-dd'], ['剩余天数', '0']]);
  expect(head).toEqual(expect.arrayContaining(['编号', '工作任务', '完成时限', '落实情况', '备注', '办结日期', '生成时间']));
});

test('[B4][B5][P3] of several editions the highest counts, wherever it stands; asked for an earlier time, the highest of then', () => {
  const of = (period: string, version: number, madeAt: string): KeptReport => kept(reportOf([taskOf()], { period }), version, madeAt);
  const all = [of('2021-06', 2, '2021-06-18 10:00'), of('2021-04', 1, '2021-04-19 09:00'), of('2021-04', 3, '2021-08-19 09:00'), of('2021-06', 1, '2021-06-18 09:00'), of('2021-04', 2, '2021-04-20 09:00')];
  const named = (editions: readonly KeptReport[]): readonly string[] => editions.map(({ report, version }) => `${report.period} ${String(version)}`);
  expect(named(lastEditions(all))).toEqual(['2021-04 3', '2021-06 2']);
  expect(named(lastEditions(all, '2021-06-18 10:00'))).toEqual(['2021-04 2', '2021-06 2']);
  expect(named(lastEditions(all, '2021-04-19 09:00'))).toEqual(['2021-04 1']);
});
