// Taking matrices in, over all plans and all cells: a plan laid out as a table comes back the same, nothing of a table is lost, and nothing makes the reader fall over or crawl.
import fc from 'fast-check';
import { readMatrix } from '../../src/core/matrixIn';
import { planFromMatrix } from '../../src/core/matrixPlan';
import type { ColumnUse, MatrixChoices, MatrixReading } from '../../src/core/matrixReading';
import { columnKey, rowKey } from '../../src/core/matrixReading';
import { rawText } from '../../src/core/matrixGrid';
import { sharedCells } from '../../src/core/officialForm';
import type { RawCell, RawMerge, RawTable } from '../../src/core/rawTable';
import type { OfficialColumn, Task } from '../../src/core/task';
import { readDue } from '../../src/core/deadline';
import { plan2021 } from './plans';

const { settings, roster } = plan2021();

// A plan at random: indicators with tasks, whose people are of the roster.
const indicators = ['获得信贷', '跨境贸易', '招标投标', '知识产权创造、运用和保护', '政务服务', '包容普惠创新', '办理破产'];
const units = ['市商务局', '市发改局', '湛江海关', '湛江港（集团）股份有限公司', '市政务服务数据管理局', '市税务局'];
const dues = ['2021年9月', '2021年12月31日', '2021年第三季度', '2021年上半年', '长期坚持', '每月28日前', '2021年底', '2021年10月中旬', '有序推进', ''];
const texts = ['推行通关放行并联改革。', '压缩出口通关时间至2.5个小时。', '落实“外资十条”（参照上海市做法）。', '建立“好差评”机制，明确评价规则；动态公布榜单。', '清理随附单证。'];
const leaders = roster.people.filter(({ role }) => role !== '成员').map(({ name }) => name);
const owners = roster.people.filter(({ role }) => role === '成员').map(({ name }) => name);
const sections = roster.sections.flatMap(({ name, shortNames }) => [name, ...shortNames]);
const some = (names: readonly string[], min: number, max: number): fc.Arbitrary<string[]> => fc.uniqueArray(fc.constantFrom(...names), { minLength: min, maxLength: max });

const taskDraft = fc.record({
  leadUnit: fc.constantFrom(...units), supportUnits: some(units, 0, 4), text: fc.tuple(fc.constantFrom(...texts), fc.nat(99)).map(([text, number]) => `围绕第${String(number)}号事项${text}`),
  leaders: some(leaders, 1, 3), sections: some(sections, 1, 3), owners: some(owners, 1, 3), due: fc.constantFrom(...dues),
  progress: fc.constantFrom('', '虚拟示例：已印发方案。', '虚拟示例：\n一是开展培训；\n二是上线系统。'), remark: fc.constantFrom('', '无', '虚拟示例'),
});
const tasksOfPlan = fc.uniqueArray(fc.constantFrom(...indicators), { minLength: 1, maxLength: 4 }).chain((names) =>
  fc.tuple(...names.map((indicator) => fc.array(taskDraft, { minLength: 1, maxLength: 4 }).map((drafts) => ({ indicator, drafts })))),
).map((groups) => groups.flatMap(({ indicator, drafts }, group) => drafts.map((draft, place): Task => ({ ...draft, id: `${String(group + 1)}.${String(place + 1)}`, indicator, due: readDue(draft.due, { year: 2021 }), doneOn: '' }))));

// How another office would lay the same plan out.
const synonyms: Readonly<Record<OfficialColumn, readonly string[]>> = {
  indicator: ['指标名称', '考核指标', '指\n标'], leadUnit: ['牵头单位', '牵头部门'], supportUnits: ['配合单位', '配合部门', '协办单位'], text: ['工作任务', '主要任务', '工作 内容'],
  leaders: ['分管领导', '责任领导'], sections: ['责任科室', '责任部门', '承办科室'], owners: ['责任人', '经办人', '责 任 人'], due: ['完成时限', '时间节点', '完成\n时间'],
  progress: ['落实情况', '进展情况'], remark: ['备注', '备  注'],
};
const columns = Object.keys(synonyms) as OfficialColumn[];
const spaced = (name: string): string => (name.length === 2 ? `${name.charAt(0)}  ${name.charAt(1)}` : name);
const ordinals: readonly ((number: number) => string)[] = [() => '', (n) => `（${'一二三四五六七八九'.charAt(n)}）`, (n) => `${String(n + 1)}. `, (n) => `${'一二三四五六七八九'.charAt(n)}、`, (n) => '①②③④⑤⑥⑦⑧⑨'.charAt(n), (n) => `(${String(n + 1)})`];

interface Layout { readonly order: readonly OfficialColumn[]; readonly synonym: readonly number[]; readonly ordinal: number; readonly taskOrdinal: number; readonly isSpaced: boolean; readonly titleRows: number; readonly headEvery: number; readonly group: boolean; readonly headings: 'none' | 'merged' | 'inColumn' }
const layouts: fc.Arbitrary<Layout> = fc.record({
  order: fc.shuffledSubarray(columns, { minLength: columns.length }), synonym: fc.array(fc.nat(9), { minLength: columns.length, maxLength: columns.length }),
  ordinal: fc.nat(ordinals.length - 1), taskOrdinal: fc.nat(ordinals.length - 1), isSpaced: fc.boolean(), titleRows: fc.nat(2), headEvery: fc.constantFrom(0, 2, 3), group: fc.boolean(), headings: fc.constantFrom('none', 'none', 'merged', 'inColumn'),
});

function layOut(tasks: readonly Task[], given: Layout): RawTable {
  // Indicators in rows of their own have no column, or one that is empty beside the tasks.
  const layout = given.headings === 'merged' ? { ...given, order: given.order.filter((column) => column !== 'indicator') } : given;
  const titleOf = (column: OfficialColumn): string => synonyms[column][(layout.synonym[columns.indexOf(column)] ?? 0) % synonyms[column].length] ?? '';
  const head: RawCell[] = layout.order.map(titleOf);
  const groups = [...new Set(tasks.map(({ indicator }) => indicator))];
  const list = (names: readonly string[]): string => (layout.isSpaced ? names.map(spaced).join('\n') : names.join('、'));
  const cellOf = (task: Task, column: OfficialColumn): string => {
    switch (column) {
      case 'indicator': return `${(ordinals[layout.ordinal] ?? String)(groups.indexOf(task.indicator))}${task.indicator}`;
      case 'text': return `${(ordinals[layout.taskOrdinal] ?? String)(Number(task.id.split('.')[1]) - 1)}${task.text}`;
      case 'supportUnits': return task.supportUnits.join('、');
      case 'leaders': case 'sections': case 'owners': return list(task[column]);
      case 'due': return task.due.text;
      default: return task[column];
    }
  };
  const isPage = (index: number): boolean => index > 0 && layout.headEvery > 0 && index % layout.headEvery === 0;
  const beginsGroup = (index: number): boolean => tasks[index - 1]?.indicator !== tasks[index]?.indicator;
  const shared = sharedCells(tasks.map((task) => ({ ...task, due: task.due.text })) as unknown as Parameters<typeof sharedCells>[0], isPage).filter(({ column }) => layout.headings === 'none' || column !== 'indicator');
  const cells: RawCell[][] = Array.from({ length: layout.titleRows }, (_, row) => [row === 0 ? '2021年工作任务分工表' : '']);
  const merges: RawMerge[] = [];
  // Half of the tables have the people under a head of their own.
  const people = (['leaders', 'sections', 'owners'] as const).map((column) => layout.order.indexOf(column));
  const first = Math.min(...people);
  const isGrouped = layout.group && Math.max(...people) === first + 2;
  const addHead = (): void => {
    if (isGrouped) {
      merges.push({ row: cells.length, column: first, rows: 1, columns: 3 });
      head.forEach((_, column) => { if (column < first || column > first + 2) merges.push({ row: cells.length, column, rows: 2, columns: 1 }); });
      cells.push(head.map((title, column) => (column === first ? '责任分工' : column > first && column <= first + 2 ? '' : title)));
      cells.push(head.map((title, column) => (column >= first && column <= first + 2 ? title : '')));
    } else cells.push([...head]);
  };
  addHead();
  const rowOf = new Map<number, number>();
  tasks.forEach((task, index) => {
    if (isPage(index)) addHead();
    if (layout.headings !== 'none' && beginsGroup(index)) {
      const at = layout.headings === 'merged' ? 0 : layout.order.indexOf('indicator');
      const count = tasks.filter(({ indicator }) => indicator === task.indicator).length;
      if (layout.headings === 'merged') merges.push({ row: cells.length, column: 0, rows: 1, columns: layout.order.length });
      cells.push(layout.order.map((_, column) => (column === at ? `${cellOf(task, 'indicator')}${layout.titleRows > 0 ? `（${String(count)}项）` : ''}` : '')));
    }
    rowOf.set(index, cells.length);
    cells.push(layout.order.map((column) => {
      if (layout.headings !== 'none' && column === 'indicator') return '';
      const over = shared.find((each) => each.column === column && index > each.from && index < each.from + each.count);
      return over === undefined ? cellOf(task, column) : '';
    }));
  });
  for (const { column, from, count } of shared) merges.push({ row: rowOf.get(from) ?? 0, column: layout.order.indexOf(column), rows: count, columns: 1 });
  return { name: 'Sheet1', visibility: 'visible', cells, merges };
}

/** Every filled cell with where it went, or the ones that went nowhere. */
function lostCells(tables: readonly RawTable[], reading: MatrixReading): readonly string[] {
  const read = new Set(reading.parts.map(({ table }) => table));
  const found = new Set([
    ...reading.tasks.flatMap(({ cells, others }) => [...Object.values(cells), ...others].flatMap(({ from }) => from)),
    ...reading.leftOut.map(({ at }) => at),
  ].map(({ table, row, column }) => `${String(table)}:${String(row)}:${String(column)}`));
  const lost: string[] = [];
  tables.forEach((table, index) => {
    if (!read.has(index)) return;
    table.cells.forEach((row, r) => row.forEach((cell, c) => {
      const repeats = table.merges.some((each) => (r !== each.row || c !== each.column) && r >= each.row && r < each.row + each.rows && c >= each.column && c < each.column + each.columns
        && rawText(table.cells[each.row]?.[each.column] ?? '') === rawText(cell));
      if (rawText(cell).replace(/[\s\u200b]/g, '') !== '' && !repeats && !found.has(`${String(index)}:${String(r)}:${String(c)}`)) lost.push(`${String(index)}:${String(r)}:${String(c)} ${rawText(cell)}`);
    }));
  });
  // Tables that were not read are named whole.
  const named = new Set(reading.tablesLeftOut.map(({ table }) => table));
  tables.forEach(({ cells }, index) => {
    if (!read.has(index) && !named.has(index) && cells.some((row) => row.some((cell) => rawText(cell).replace(/[\s\u200b]/g, '') !== ''))) lost.push(`table ${String(index)}`);
  });
  return lost;
}

describe('a plan laid out as a table', () => {
  test('[I2][I3][I4][L4][L6] comes back as the same plan, whatever its order, titles, ordinals, merges and pages', () => {
    fc.assert(fc.property(tasksOfPlan, layouts, (tasks, layout) => {
      const reading = readMatrix([layOut(tasks, layout)], { year: 2021, roster });
      const made = planFromMatrix(reading, { settings, roster });
      expect(made.ok && made.value.tasks).toEqual(tasks);
    }), { numRuns: 300 });
  });

  test('[I1] loses no cell', () => {
    fc.assert(fc.property(tasksOfPlan, layouts, (tasks, layout) => {
      const table = layOut(tasks, layout);
      expect(lostCells([table], readMatrix([table], { year: 2021, roster }))).toEqual([]);
    }), { numRuns: 150 });
  });
});

// Cells at random, among them everything that means something to the reader.
const words = [
  '', '', '工作任务', '责任科室', '完成时限', '指标名称', '牵头单位', '责任单位及责任人', '编号', '序号', '备注', '落实情况', '进度状态', '标识', '合计', '注：按季调度', '填表人：', '一、跨境贸易（3 项）', '（二）', '1', '2.3', '①',
  '第一，推进', '推进通关', '推进通关，', '，并完成。', '压缩时间。', '外贸科', '邓 善', '同上', '无', '—', '2021年9月', '长期', '每月', '13月', '第3页', '附件3', 'constructor', '__proto__', '\u200b', '（', '”', '牵头：', '（牵头）', '会会会',
];
const anyCell: fc.Arbitrary<RawCell> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...words) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
  { weight: 1, arbitrary: fc.constantFrom<RawCell>(1, 2.1, NaN, Infinity, -5, 44469, true, false, { day: '2021-09-01' }, { day: '9999-12-31' }) },
);
const anyMerge: fc.Arbitrary<RawMerge> = fc.record({ row: fc.integer({ min: -1, max: 8 }), column: fc.integer({ min: -1, max: 8 }), rows: fc.constantFrom(1, 1, 2, 3, 1e9, 0), columns: fc.constantFrom(1, 1, 2, 4, 1e9, 0) });
const head: RawCell[] = ['指标名称', '工作任务', '责任科室', '完成时限', '联系电话', '责任人'];
const anyTable: fc.Arbitrary<RawTable> = fc.record({
  name: fc.constantFrom('1', '2', 'Sheet1', ''), visibility: fc.constantFrom('visible', 'hidden', 'veryHidden'),
  cells: fc.tuple(fc.boolean(), fc.array(fc.array(anyCell, { maxLength: 7 }), { maxLength: 9 })).map(([hasHead, rows]) => (hasHead ? [head, ...rows] : rows)),
  merges: fc.array(anyMerge, { maxLength: 5 }),
});
const uses: ColumnUse[] = ['id', 'indicator', 'text', 'sections', 'sectionsAndOwners', 'ordinal', 'kept', 'leftOut', 'due', 'doneOn'];
const anyChoices: fc.Arbitrary<MatrixChoices> = fc.record({
  table: fc.nat(3), heads: fc.dictionary(fc.constantFrom('0', '1'), fc.record({ row: fc.integer({ min: -1, max: 9 }), rows: fc.nat(4) })),
  columns: fc.array(fc.tuple(fc.nat(1), fc.nat(6), fc.constantFrom(...uses))).map((each) => Object.fromEntries(each.map(([table, column, use]) => [columnKey(table, column), use]))),
  rows: fc.array(fc.tuple(fc.nat(1), fc.nat(9), fc.constantFrom('task' as const, 'joined' as const, 'indicator' as const, 'leftOut' as const))).map((each) => Object.fromEntries(each.map(([table, row, use]) => [rowKey(table, row), use]))),
  filledDown: fc.array(fc.tuple(fc.nat(1), fc.nat(6)).map(([table, column]) => columnKey(table, column))), firstDays: fc.constant([columnKey(0, 3)]), continued: fc.dictionary(fc.constantFrom('1', '2'), fc.boolean()),
}, { requiredKeys: [] });

describe('any cells', () => {
  test('[I1][X3] throw nothing and lose nothing, whatever is chosen', () => {
    fc.assert(fc.property(fc.array(anyTable, { maxLength: 3 }), fc.option(anyChoices, { nil: undefined }), (tables, choices) => {
      const reading = readMatrix(tables, { year: 2021, roster, ...(choices === undefined ? {} : { choices }) });
      expect(lostCells(tables, reading)).toEqual([]);
      const made = planFromMatrix(reading, { settings, roster });
      if (reading.tasks.length === 0) expect(made.problems.some(({ level }) => level === 'error')).toBe(true);
      if (made.ok) expect(new Set(made.value.tasks.map(({ id }) => id)).size).toBe(made.value.tasks.length);
      // Each guess has a name of its own, by which the preview marks it.
      expect(new Set(reading.guesses.map(({ key }) => key)).size).toBe(reading.guesses.length);
    }), { numRuns: 1500 });
  });

  test('[I1] tables that were not read are named with their cells', () => {
    const other: RawTable = { name: '通讯录', visibility: 'visible', cells: [['姓名', '电话'], ['车洁', '']], merges: [] };
    const { tablesLeftOut } = readMatrix([other, { name: '分工', visibility: 'visible', cells: [head, ['甲', '乙', '外贸科', '', '', '']], merges: [] }], {});
    expect(tablesLeftOut).toEqual([{ table: 0, name: '通讯录', cells: 3 }]);
  });
});
