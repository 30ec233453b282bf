// Lines and tables on printed pages: heights, breaks, heads that come again, rows higher than Excel makes one (B6).
import fc from 'fast-check';
import type { FlowColumn } from '../../src/sheets/pageFlow';
import { heightOfText, PageFlow } from '../../src/sheets/pageFlow';

const page = 200;
const newFlow = (): PageFlow => new PageFlow([100, 100, 100], page, { size: 10 }, { size: 10 });
const columns: readonly FlowColumn[] = [{ column: 0, span: 1, head: '编号' }, { column: 1, span: 2, head: '内容' }];
const heightAt = (flow: PageFlow, row: number): number => flow.drawn().rows.find((each) => each.row <= row && row < each.row + each.rows)?.height as number;
const textAt = (flow: PageFlow, row: number, column: number): unknown => {
  const block = flow.drawn().blocks.find((each) => each.row <= row && row < each.row + each.cells.length && each.column <= column && column < each.column + (each.cells[0]?.length ?? 0));
  return block?.cells[row - block.row]?.[column - block.column];
};

test('[B6] a text needs a line for what stands in one, and more where it is wrapped or has line breaks of its own', () => {
  const lines = (text: string, width: number): number => heightOfText(text, width, 10) / heightOfText('一', 500, 10);
  expect([lines('', 100), lines('一二三', 38), lines('一二三四', 38), lines('ABCDEF', 50), lines('甲\n乙\n丙', 500)]).toEqual([1, 1, 2, 1, 3]);
  // Sixty characters in a width of ten: seven lines, for programs that print them a little wider.
  expect(lines('字'.repeat(60), 108)).toBe(7);
  // A width in which nothing fits still ends.
  expect(heightOfText('字字字', 1, 10)).toBeGreaterThan(30);
});

test('[B6] no text is ever given less room than 宋体 takes in Excel', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('字', '。', 'a', '8', ' ', '\n'), maxLength: 400 }), fc.integer({ min: 40, max: 400 }), (text, width) => {
    // By hand: whole characters as wide as the font is high, half ones half as wide, 1.2 of its height a line, 5 points beside the text.
    const room = (width - 5) / 10;
    const lines = text.split('\n').map((line) => Math.max(1, Math.ceil([...line].reduce((sum, each) => sum + (/[a8 ]/.test(each) ? 0.5 : 1), 0) / room)));
    expect(heightOfText(text, width, 10)).toBeGreaterThanOrEqual(lines.reduce((sum, each) => sum + each, 0) * 12);
  }));
});

test('[B6] a table goes on on the next page under its head, and no row is torn', () => {
  const flow = newFlow();
  flow.line([{ column: 0, span: 3, content: '标题' }], 40);
  const body = flow.table({ columns, repeatsHead: true, rows: Array.from({ length: 20 }, (_, index) => [`1.${String(index + 1)}`, '内容']) });
  const { breaks, rows } = flow.drawn();
  // 40 and a head of 20.5 leave 139.5 points, seven rows of 18.5; a new page holds nine under its head.
  expect(heightAt(flow, 1)).toBe(20.5);
  expect(heightAt(flow, 2)).toBe(18.5);
  expect(breaks).toEqual([9, 19]);
  for (const row of breaks) expect([textAt(flow, row, 0), textAt(flow, row, 1)]).toEqual(['编号', '内容']);
  expect(body).toEqual({ row: 2, rows: 22 });
  expect(rows.reduce((sum, each) => sum + each.rows, 0)).toBe(flow.row);
});

test('[B6] a table that a chart draws from stands together and has its head once', () => {
  const flow = newFlow();
  const body = flow.table({ columns, repeatsHead: false, rows: Array.from({ length: 20 }, (_, index) => [`1.${String(index + 1)}`, '内容']) });
  expect(body).toEqual({ row: 1, rows: 20 });
  expect(flow.drawn().breaks).toEqual([]);
});

test('[B6] a head is never the last on a page, nor a heading without what it is of', () => {
  const flow = newFlow();
  flow.line([{ column: 0, span: 3, content: '占满' }], 165);
  flow.table({ columns, repeatsHead: true, rows: [['1.1', '内容']] });
  expect(flow.drawn().breaks).toEqual([1]);
  // 200 points, 120 of them taken: the heading, the head and a first row of 48 points need 88.5.
  const other = newFlow();
  other.line([{ column: 0, span: 3, content: '占满' }], 120);
  other.heading({ column: 0, span: 3, content: '小标题' }, 20);
  other.table({ columns, repeatsHead: true, rows: [['1.1', '内容\n内容\n内容'], ['1.2', '内容']] });
  expect(other.drawn().breaks).toEqual([1]);
  expect([textAt(other, 1, 0), textAt(other, 2, 0), textAt(other, 3, 0)]).toEqual(['小标题', '编号', '1.1']);
  // What no page holds begins where it is.
  const tall = newFlow();
  tall.line([{ column: 0, span: 3, content: '占满' }], 120);
  tall.heading({ column: 0, span: 3, content: '小标题' }, 20);
  tall.table({ columns, repeatsHead: true, rows: [['1.1', '字'.repeat(400)]] });
  expect(tall.drawn().breaks).toEqual([]);
});

test('[B6] a row higher than Excel makes one goes over several rows, each column merged downwards, as high together as its text needs', () => {
  const flow = newFlow();
  const text = '字'.repeat(5000);
  flow.table({ columns, repeatsHead: true, rows: [['1.1', '内容'], ['1.2', text], ['1.3', '内容']] });
  const { merges, mergesAcross } = flow.drawn();
  const [tall] = merges.filter(({ column, rows }) => column === 1 && rows > 1);
  if (tall === undefined) throw new Error('no tall cell');
  const heights = Array.from({ length: tall.rows }, (_, index) => heightAt(flow, tall.row + index));
  expect(Math.max(...heights)).toBeLessThanOrEqual(409);
  // 192 points hold 19 characters: 264 lines of 12 points at least.
  expect(heights.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(264 * 12);
  expect(merges).toContainEqual({ row: tall.row, column: 0, rows: tall.rows, columns: 1 });
  expect(tall.columns).toBe(2);
  expect(textAt(flow, tall.row, 1)).toBe(text);
  // The rows before and after it are merged across on their own.
  expect(mergesAcross.filter(({ row }) => row > 0).map(({ row, rows }) => [row, rows])).toEqual([[1, 1], [tall.row + tall.rows + 1, 1]]);
});

test('[B6] a chart’s rows are all on one page', () => {
  const flow = newFlow();
  flow.line([{ column: 0, span: 3, content: '占满' }], 100);
  expect(flow.reserve(8, 15)).toEqual({ row: 1, rows: 8 });
  expect(flow.drawn().breaks).toEqual([1]);
  expect(flow.fits(80)).toBe(true);
  expect(flow.fits(81)).toBe(false);
});

test('[B6] a page is not begun twice, and never before the first row', () => {
  const flow = newFlow();
  flow.newPage();
  flow.line([{ column: 0, span: 3, content: '一' }], 20);
  flow.newPage();
  flow.newPage();
  flow.line([{ column: 0, span: 3, content: '二' }], 20);
  expect(flow.drawn().breaks).toEqual([1]);
});
