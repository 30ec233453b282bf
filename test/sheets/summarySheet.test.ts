// The drawn summary as a whole: what the first page holds, that nothing overlaps or is cut, that pages hold what stands on them; with texts as long as a cell can be (B2, B6).
import fc from 'fast-check';
import type { ReportedTask } from '../../src/core/report';
import { summaryOf } from '../../src/core/summary';
import type { Box, CellContent, SheetDrawing } from '../../src/sheets/drawing';
import { drawSummary } from '../../src/sheets/summarySheet';
import { showDue } from '../../src/core/deadline';
import { anyTasks, reportOf, taskOf } from './reports';
import { seedPlan } from './seedPlan';

const madeAt = '2021-06-18 09:00';
const draw = (tasks: readonly ReportedTask[], before: readonly ReportedTask[] = []): SheetDrawing =>
  drawSummary(summaryOf(reportOf(tasks), before.length === 0 ? [] : [reportOf(before, { period: '2021-04' })]), madeAt);
const seedTasks = (some: (index: number) => Partial<ReportedTask> = () => ({})): readonly ReportedTask[] =>
  seedPlan().tasks.map((task, index) => taskOf({ ...task, due: showDue(task.due), progress: '', filled: '未填报', light: '红', ...some(index) }));

const end = (drawing: SheetDrawing): number => drawing.page.area.rows;
const heightsOf = (drawing: SheetDrawing): readonly number[] => {
  const heights: number[] = [];
  for (const { row, rows, height } of drawing.rows) for (let index = row; index < row + rows; index += 1) heights[index] = height as number;
  return heights;
};
const cellsOf = (drawing: SheetDrawing): ReadonlyMap<string, CellContent> => {
  const cells = new Map<string, CellContent>();
  for (const { row, column, cells: lines } of drawing.blocks) lines.forEach((line, down) => { line.forEach((content, across) => { if (content !== null && content !== '') cells.set(`${String(row + down)} ${String(column + across)}`, content); }); });
  return cells;
};
const everyMerge = (drawing: SheetDrawing): readonly Box[] => [
  ...(drawing.merges ?? []), ...(drawing.mergesAcross ?? []).flatMap(({ row, column, rows, columns }) => Array.from({ length: rows }, (_, index) => ({ row: row + index, column, rows: 1, columns }))),
];
/** The first row of each page, and the end. */
const pagesOf = (drawing: SheetDrawing): readonly (readonly [number, number])[] => {
  const starts = [0, ...(drawing.page.breaks ?? []), end(drawing)];
  return starts.slice(1).map((next, index) => [starts[index] ?? 0, next]);
};
const rowWith = (drawing: SheetDrawing, text: string): number => Number([...cellsOf(drawing)].find(([, content]) => typeof content === 'string' && content.includes(text))?.[0].split(' ')[0] ?? -1);
/** What an A4 page across holds when the grid is fitted to its width, in points of the grid. */
const capacity = ({ page: { margins }, columns }: SheetDrawing): number => ((595.3 - margins.top - margins.bottom) * columns.reduce((sum, { width }) => sum + width, 0)) / (841.9 - margins.left - margins.right);

/** Nothing overlaps, is cut or goes over the edge of a page. Collects what is wrong: an expectation for each cell would take minutes. */
function expectSound(drawing: SheetDrawing, hasTallRows = false): void {
  const wrong: string[] = [];
  const need = (holds: boolean, what: string): void => { if (!holds) wrong.push(what); };
  const merges = everyMerge(drawing);
  const covered = new Map<string, string>();
  for (const { row, column, rows, columns } of merges) {
    need(rows * columns > 1 && row + rows <= end(drawing) && column + columns <= 16, `${String(row)} ${String(column)} is a merge of one cell or over the edge`);
    for (let down = row; down < row + rows; down += 1) {
      for (let across = column; across < column + columns; across += 1) {
        const place = `${String(down)} ${String(across)}`;
        need(!covered.has(place), `${place} is merged twice`);
        covered.set(place, `${String(row)} ${String(column)}`);
      }
    }
  }
  const cells = cellsOf(drawing);
  for (const place of cells.keys()) need((covered.get(place) ?? place) === place, `${place} is hidden under a merge`);

  // Every row has a height that Excel takes, and every text the room of 宋体: 1.2 of its size a line.
  const heights = heightsOf(drawing);
  const high = (from: number, rows: number): number => heights.slice(from, from + rows).reduce((sum, each) => sum + each, 0);
  need(heights.length === end(drawing) && heights.every((height) => height <= 409), 'a row has no height, or one that Excel does not take');
  const merged = new Map(merges.map((box) => [`${String(box.row)} ${String(box.column)}`, box]));
  for (const [place, content] of cells) {
    if (typeof content !== 'string') continue;
    const [row = 0, column = 0] = place.split(' ').map(Number);
    const { rows, columns } = merged.get(place) ?? { rows: 1, columns: 1 };
    const room = (drawing.columns.slice(column, column + columns).reduce((sum, { width }) => sum + width, 0) - 5) / 10;
    const lines = content.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].reduce((wide, each) => wide + ((each.codePointAt(0) ?? 0) > 255 ? 1 : 0.5), 0) / room)), 0);
    need(high(row, rows) + 1 >= lines * 12, `${place} is cut: ${content.slice(0, 20)}`);
  }

  // Pages hold what stands on them, and begin within no cell.
  const head = drawing.page.titleRows?.from ?? 0;
  const texts = (row: number): string => { const content = cells.get(`${String(row)} 0`); return typeof content === 'string' ? content : ''; };
  for (const [from, to] of pagesOf(drawing)) {
    need(from < to, `page ${String(from)} is empty`);
    need(!/^[一二三四五六七八九]、/.test(texts(to - 1)), `page ${String(from)} ends with a heading`);
    need(hasTallRows || high(from, to - from) + (from > head ? heights[head] ?? 0 : 0) <= capacity(drawing), `page ${String(from)} is too high`);
    for (const { row, rows } of merges) need(!(row < from && from < row + rows), `page ${String(from)} begins within a cell`);
  }
  for (const { at } of drawing.charts ?? []) {
    for (const { row, column, rows, columns } of merges) need(!(row < at.row + at.rows && at.row < row + rows && column < at.column + at.columns && at.column < column + columns), `${String(row)} is merged under the chart`);
    for (const place of cells.keys()) need(!(at.row <= Number(place.split(' ')[0]) && Number(place.split(' ')[0]) < at.row + at.rows), `${place} stands under the chart`);
  }
  expect(wrong).toEqual([]);
}

test('[B2][B6] the first page holds the lights, two sentences, the totals, the chart and the table of indicators, and nothing after them', () => {
  const late = (index: number): Partial<ReportedTask> => (index < 5 ? { status: '逾期', daysLeft: -100 - index, leaders: ['张光强', '李颖', '王华榕', '车洁'], sections: ['外贸科', '外资科', '东盟科', '港口科'] } : {});
  // With nothing overdue, and with sentences that take two lines and three.
  for (const drawing of [draw(seedTasks()), draw(seedTasks(), seedTasks()), draw(seedTasks(late), seedTasks())]) {
    expectSound(drawing);
    const [, second] = pagesOf(drawing);
    const next = rowWith(drawing, '三、按责任科室');
    expect(second?.[0]).toBe(next);
    for (const text of ['红灯', '共 13 项任务', '请', '一、总体情况', '二、各指标进度', '包容普惠创新', '合计']) expect(rowWith(drawing, text)).toBeLessThan(next);
    expect(drawing.charts?.[0]?.at.row).toBeLessThan(next);
    expect(drawing.page).toMatchObject({ orientation: 'landscape', titleRows: { from: rowWith(drawing, '配合单位') }, footer: { center: '第 &P 页，共 &N 页' } });
    expect(drawing.page.scale).toBeUndefined();
  }
});

test('[B2] the official form begins a page of its own, keeps each indicator of 2021 on one page, and the names to sign stand under the last task', () => {
  for (const progress of ['', '已推进（虚拟示例）', '已按方案推进，形成阶段性成果并报送（虚拟示例）。'.repeat(4)]) {
    const drawing = draw(seedTasks(() => ({ progress })));
    const pages = pagesOf(drawing).map(([from]) => from);
    const head = drawing.page.titleRows?.from ?? 0;
    expect(pages).toContain(head - 1);
    const signing = rowWith(drawing, '填报人：');
    expect(signing).toBe(end(drawing) - 1);
    expect(pages).not.toContain(signing);
    const indicators = everyMerge(drawing).filter(({ column, row, rows }) => column === 0 && row > head && rows > 1);
    expect(indicators.map(({ row, rows }) => [cellsOf(drawing).get(`${String(row)} 0`), rows])).toEqual([['跨境贸易', 3], ['招标投标', 4], ['政务服务', 3]]);
  }
});

test('[B6] the lines for names never stand alone on a page, however long the last task is, unless it fills a page', () => {
  const alone = Array.from({ length: 31 }, (_, lines) => lines).filter((lines) => {
    const drawing = draw(seedTasks((index) => (index === 12 ? { progress: '一行\n'.repeat(lines) } : {})));
    return pagesOf(drawing).some(([from]) => from === rowWith(drawing, '填报人：'));
  });
  expect(alone).toEqual([]);
});

test('[B2][B6] whatever the tasks say, nothing overlaps, nothing is cut, and pages hold what stands on them', () => {
  fc.assert(fc.property(anyTasks(14), anyTasks(14), (tasks, before) => { expectSound(draw(tasks, before)); }), { numRuns: 200 });
});

const long = (length: number): string => '已走访企业，形成清单（虚拟示例）。'.repeat(Math.ceil(length / 17)).slice(0, length);

test.each<[string, (index: number) => Partial<ReportedTask>]>([
  ['5,000 characters', (index) => (index === 3 ? { progress: long(5000) } : {})],
  ['32,767 characters, all that a cell holds', (index) => (index === 12 ? { progress: long(32_767) } : {})],
  ['500 lines', (index) => (index === 0 ? { progress: '一行\n'.repeat(500) } : {})],
  ['long texts in every column', (index) => (index === 5 ? { progress: long(3000), remark: long(900), text: long(2000), leadUnit: long(300), indicator: long(300), supportUnits: Array.from({ length: 60 }, (_, each) => `配合单位${String(each)}`) } : {})],
  ['a shared cell higher than its rows', (index) => (index < 4 && index > 0 ? { supportUnits: Array.from({ length: 60 }, (_, each) => `配合单位${String(each)}`), leadUnit: long(500) } : {})],
])('[B2][B6] %s: all of it is there, in rows that Excel takes', (_, some) => {
  const tasks = seedTasks(some);
  const drawing = draw(tasks, seedTasks());
  expectSound(drawing, true);
  const texts = new Set(cellsOf(drawing).values());
  for (const { progress, remark, text } of tasks) for (const said of [progress, remark, text]) if (said !== '') expect(texts.has(said)).toBe(true);
});

test('[B2][B6] sixty indicators: the chart’s ranges are the whole table, which stands together', () => {
  const tasks = Array.from({ length: 60 }, (_, index) => taskOf({ id: `${String(index + 1)}.1`, indicator: `指标${String(index + 1)}`, status: index % 2 === 0 ? '正常推进' : '逾期', daysLeft: index % 2 === 0 ? 40 : -index }));
  const drawing = draw(tasks);
  expectSound(drawing, true);
  const [chart] = drawing.charts ?? [];
  const first = rowWith(drawing, '指标1');
  expect(chart?.categories).toEqual({ row: first, column: 0, rows: 60, columns: 1 });
  expect(chart?.series.map(({ name, values }) => [name, values.row, values.rows, cellsOf(drawing).get(`${String(first + 1)} ${String(values.column)}`)])).toEqual([['正常推进', first, 60, 0], ['逾期', first, 60, 1]]);
  expect(cellsOf(drawing).get(`${String(first + 59)} 0`)).toBe('指标60');
  expect(cellsOf(drawing).get(`${String(first + 60)} 0`)).toBe('合计');
});

test('[B2][B3] a task without indicator, sections and leaders stands under （未填）, and the sentence asks for what is missing', () => {
  const bare: Partial<ReportedTask> = { indicator: '', sections: [], leaders: [], owners: [], filled: '未填报', progress: '', light: '红' };
  const drawing = draw([taskOf(bare)]);
  expectSound(drawing);
  expect([...cellsOf(drawing).values()].filter((content) => content === '（未填）')).toHaveLength(3);
  expect(rowWith(drawing, '请督促填报：未填报的任务都没有写责任科室，请先补上。')).toBeGreaterThan(0);
  const late = draw([taskOf({ ...bare, id: '', status: '逾期', daysLeft: -5 })]);
  expect(rowWith(late, '未编号的任务 逾期 5 天（未写分管领导和责任科室）')).toBeGreaterThan(0);
});

test('[B2] the sentence names six sections at most and counts the others; three overdue tasks at most', () => {
  const tasks = Array.from({ length: 8 }, (_, index) => taskOf({ id: `1.${String(index + 1)}`, sections: [`科室${String(index + 1)}`], filled: '未填报' }));
  expect(rowWith(draw(tasks), '请督促填报：科室1、科室2、科室3、科室4、科室5、科室6 等 8 个科室。')).toBeGreaterThan(0);
  const late = tasks.map((task, index): ReportedTask => ({ ...task, status: '逾期', daysLeft: -index - 1 }));
  expect(rowWith(draw(late), '请重点关注：1.8 逾期 8 天（张光强，科室8）；1.7 逾期 7 天（张光强，科室7）；1.6 逾期 6 天（张光强，科室6）；另有 5 项逾期。')).toBeGreaterThan(0);
});

// encodeURIComponent throws at half a character.
test('[B2] names with quotes arrive as they are, and a shortened text is cut between characters', () => {
  const text = `${'字'.repeat(37)}𠮷𠮷𠮷𠮷𠮷`;
  const drawing = draw([taskOf({ owners: ['邓"善"'], sections: ["外'贸科"], text, filled: '未填报' })]);
  const texts = [...cellsOf(drawing).values()].filter((content) => typeof content === 'string');
  expect(texts).toContain('邓"善"');
  expect(texts).toContain("外'贸科");
  expect(texts).toContain(`${'字'.repeat(37)}𠮷……`);
  for (const each of texts) expect(encodeURIComponent(each)).not.toBe('');
});

test('[B3] under the sections’ and the leaders’ tables it says that a joint task counts several times', () => {
  const drawing = draw(seedTasks());
  const texts = [...cellsOf(drawing).values()];
  expect(texts).toContain('一项任务有几个责任科室的，在每个科室各计一次，所以本表各科室之和可能大于任务总数；总体情况中每项任务只计一次。');
  expect(texts).toContain('一项任务有几位分管领导的，在每位名下各计一次。');
});
