// Large tables and awkward ones are read in steps that grow with their cells: counted, for a clock would tell of the machine.
import { readMatrix } from '../../src/core/matrixIn';
import { planFromMatrix } from '../../src/core/matrixPlan';
import type { RawCell, RawMerge, RawTable } from '../../src/core/rawTable';
import { plan2021 } from './plans';

const { settings, roster } = plan2021();
const head = ['指标名称', '牵头单位', '配合单位', '工作任务', '分管领导', '责任科室', '责任人', '完成时限', '落实情况', '备注'];
const task = (at: number): RawCell[] => [`（一）指标${String(at % 50)}`, '市商务局', '市税务局、市财政局', `${String(at)}. 推进第${String(at)}项工作。`, '张光强\n李 颖', '外贸科\n外资科', '邓 善\n黄万红', '9月底前', '虚拟示例', ''];
const times = (count: number, row: (at: number) => RawCell[]): RawCell[][] => Array.from({ length: count }, (_, at) => row(at));

/** A table that counts how often a cell of it is looked at. */
function counted(cells: readonly (readonly RawCell[])[], merges: readonly RawMerge[]): { readonly table: RawTable; readonly reads: () => number } {
  let reads = 0;
  const rows = cells.map((row) => new Proxy(row, { get: (target, key, receiver) => { if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1; return Reflect.get(target, key, receiver) as unknown; } }));
  return { table: { name: '1', visibility: 'visible', cells: rows, merges }, reads: () => reads };
}

const shapes: Readonly<Record<string, (rows: number) => { readonly cells: RawCell[][]; readonly merges: RawMerge[] }>> = {
  'a plain table': (rows) => ({ cells: [head, ...times(rows, task)], merges: [] }),
  'a task that never ends': (rows) => ({ cells: [head, task(0), ...times(rows, () => ['', '', '', '继续推进，', '', '', '', '', '', ''])], merges: [] }),
  'headings alone': (rows) => ({ cells: [head, ...times(rows, (at) => [`一、指标${String(at)}`])], merges: [] }),
  'a new head in every other row': (rows) => ({ cells: [head, ...times(rows, (at) => (at % 2 === 0 ? (at % 4 === 0 ? [...head].reverse() : head) : task(at)))], merges: [] }),
  'merges that cover all': (rows) => ({ cells: [head, ...times(rows, task)], merges: Array.from({ length: rows }, (_, row) => ({ row, column: row % 10, rows: 1e9, columns: 1e9 })) }),
  'titles without end': (rows) => ({ cells: times(rows, () => ['2021年工作任务分工表']), merges: [] }),
};

test.each(Object.keys(shapes))('[I1][X3] %s: twice the rows are at most some twice the looks', (name) => {
  const looks = [150, 300].map((rows) => {
    const { cells, merges } = shapes[name]?.(rows) ?? { cells: [], merges: [] };
    const { table, reads } = counted(cells, merges);
    readMatrix([table], { year: 2021, roster });
    expect(reads()).toBeGreaterThan(0);
    return reads();
  });
  expect((looks[1] ?? 0) / (looks[0] ?? 1)).toBeLessThan(2.3);
});

test('[I1][I3] five thousand tasks in a hundred columns are all read, and every unknown column is kept', () => {
  const columns = Array.from({ length: 90 }, (_, at) => `栏目${String(at)}`);
  const cells = [[...head, ...columns], ...times(5000, (at) => [...task(at), ...columns.map((title, place) => (place % 10 === 0 ? `${title}的第${String(at)}格` : ''))])];
  const reading = readMatrix([{ name: '大表', visibility: 'visible', cells, merges: [] }], { year: 2021, roster });
  const made = planFromMatrix(reading, { settings, roster });
  expect(made.ok && made.value.tasks).toHaveLength(5000);
  expect(reading.otherColumns).toHaveLength(9);
  expect(reading.tasks[4999]?.others[8]).toEqual({ title: '栏目80', text: '栏目80的第4999格', from: [{ table: 0, row: 5000, column: 90 }] });
  // Fifty indicators of a hundred tasks each, numbered in the order in which they come.
  expect(made.ok && made.value.tasks[4999]?.id).toBe('50.100');
});
