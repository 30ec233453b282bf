// What the drawings promise of themselves, before any Excel.
import type { Box, CellContent, SheetDrawing } from '../../src/sheets/drawing';
import { boxAddress } from '../../src/sheets/drawing';
import { drawLedger, ledgerColumnAt, ledgerHeadRow } from '../../src/sheets/ledgerSheet';
import { headerLook, lightFills, quiet } from '../../src/sheets/looks';
import { drawRoster, readRoster, rosterNames } from '../../src/sheets/rosterSheet';
import { drawSettings, settingContents, settingRow, settingsNames } from '../../src/sheets/settingsSheet';
import type { ReadCell } from '../../src/sheets/settingsSheet';
import { ledgerTitles } from '../../src/sheets/titles';
import { readSettings } from '../../src/sheets/settingsSheet';
import { toInput } from '../../src/excel/draw';
import { largePlan, seedPlan } from './seedPlan';

const plan = seedPlan();
const drawings: readonly [string, SheetDrawing][] = [['任务台账', drawLedger(plan)], ['名册', drawRoster(plan.roster)], ['设置', drawSettings(plan.settings)]];

function contains(box: Box, row: number, column: number): boolean {
  return row >= box.row && row < box.row + box.rows && column >= box.column && column < box.column + box.columns;
}

function formatAt(drawing: SheetDrawing, row: number, column: number): string {
  const found = drawing.formats.filter(({ at }) => contains(at, row, column)).at(-1);
  if (found === undefined) return 'General';
  return typeof found.format === 'string' ? found.format : (found.format[row - found.at.row]?.[column - found.at.column] ?? 'General');
}

function* cellsOf(drawing: SheetDrawing): Generator<{ row: number; column: number; content: CellContent }> {
  for (const block of drawing.blocks) for (const [r, line] of block.cells.entries()) for (const [c, content] of line.entries()) yield { row: block.row + r, column: block.column + c, content };
}

/** A drawing's cells as they would be read, without formulas' results. */
function asRead(drawing: SheetDrawing): ReadCell[][] {
  const grid: ReadCell[][] = [];
  for (const { row, column, content } of cellsOf(drawing)) {
    while (grid.length <= row) grid.push([]);
    const line = grid[row] ?? [];
    while (line.length <= column) line.push('');
    line[column] = content !== null && typeof content === 'object' && 'formula' in content ? '' : toInput(content);
  }
  return grid;
}

describe.each(drawings)('%s', (_, drawing) => {
  test('[L5] every text stands in a cell of the format text, so that Excel reads nothing into it', () => {
    const loose = [...cellsOf(drawing)].filter(({ row, column, content }) => typeof content === 'string' && formatAt(drawing, row, column) !== '@');
    expect(loose).toEqual([]);
  });

  test('[L5] no formula and no number stands in a cell of the format text', () => {
    const stuck = [...cellsOf(drawing)].filter(({ row, column, content }) => content !== null && typeof content !== 'string' && formatAt(drawing, row, column) === '@');
    expect(stuck).toEqual([]);
  });

  test('[L8] prints on A4 landscape with a page number', () => {
    expect(drawing.page.orientation).toBe('landscape');
    expect(drawing.page.footer.center).toContain('&P');
  });

  test('[L3] the header is frozen', () => {
    const head = drawing.table?.at.row ?? 2;
    expect(drawing.frozen.rows).toBe(head + 1);
  });
});

describe('任务台账', () => {
  const drawing = drawLedger(plan);

  test('[L1] one row for each task and no merge: the vocabulary of drawings has none for a table', () => {
    expect(drawing.table?.at.rows).toBe(plan.tasks.length + 1);
  });

  test('[L2] columns stand in the official order, the added ones after them', () => {
    const head = drawing.blocks.find((block) => block.row === ledgerHeadRow)?.cells[0];
    expect(head).toEqual(['编号', '指标名称', '牵头单位', '配合单位', '工作任务', '分管领导', '责任科室', '责任人', '完成时限', '落实情况', '备注', '办结日期', '进度状态', '剩余天数', '填报状态', '核对结果', '时限净文', '落实净文', '上期净文', '灯色']);
  });

  test('[L5] the deadline is a day, shown as precisely as the plan gave it', () => {
    const due = [...cellsOf(drawing)].find(({ row, column }) => row === ledgerHeadRow + 1 && column === ledgerColumnAt.due);
    expect(due?.content).toEqual({ day: '2021-12-31' });
    expect(formatAt(drawing, ledgerHeadRow + 1, ledgerColumnAt.due)).toBe('yyyy"年"m"月"');
  });

  test('[L8][C2] the printed columns are the ten official ones and the words that stand for the colours, at no less than 70 percent of the size', () => {
    const printed = drawing.columns.filter(({ column }) => contains(drawing.page.area, 0, column));
    expect(printed.map(({ column }) => column)).toEqual(Array.from({ length: ledgerColumnAt.filled + 1 }, (_, index) => index));
    const width = printed.reduce((sum, { width: each }) => sum + each, 0);
    const paper = (297 / 25.4) * 72 - drawing.page.margins.left - drawing.page.margins.right;
    expect(paper / width).toBeGreaterThan(0.7);
  });

  test('[L3] a plan without tasks still has a table with one empty row', () => {
    expect(drawLedger({ ...plan, tasks: [] }).table?.at.rows).toBe(2);
  });

  test('[X2] the drawing has as many parts for 2,000 tasks as for 13', () => {
    const large = drawLedger(largePlan(2000));
    expect([large.blocks, large.formats, large.looks, large.validations, large.rows].map((part) => part.length)).toEqual([drawing.blocks, drawing.formats, drawing.looks, drawing.validations, drawing.rows].map((part) => part.length));
  });

  test('[L2] every column has a title of its own', () => {
    expect(new Set(Object.values(ledgerTitles)).size).toBe(Object.values(ledgerTitles).length);
  });
});

describe('名册 and 设置', () => {
  test('[L9] the roster read back from its drawing is the roster', () => {
    expect(readRoster(asRead(drawRoster(plan.roster)))).toEqual({ ok: true, value: plan.roster, problems: [] });
  });

  test('[L9] the settings read back from their drawing are the settings', () => {
    expect(readSettings(asRead(drawSettings(plan.settings)))).toEqual({ ok: true, value: { settings: plan.settings, version: 2, judgedOn: undefined }, problems: [] });
    const dated = { ...plan.settings, asOf: '2021-06-18' };
    expect(readSettings(asRead(drawSettings(dated)))).toMatchObject({ ok: true, value: { settings: dated } });
  });

  test.each([['year', 'zwei'], ['issuedOn', 'gestern'], ['weekendRule', '随便'], ['everyMonths', 13], ['warningDays', -1], ['firstCutOff', '']] as const)('[L9] a setting %s of %p is a problem that names its cell', (key, value) => {
    const cells = asRead(drawSettings(plan.settings));
    const line = cells[settingRow(key)];
    if (line === undefined) throw new Error('The setting has a row.');
    line[1] = value;
    const read = readSettings(cells);
    expect(read.ok).toBe(false);
    expect(read.problems).toEqual([expect.objectContaining({ rule: 'L9', level: 'error', at: { sheet: '设置', cell: `B${String(settingRow(key) + 1)}` } })]);
  });

  test('[L9] 基准日 empty means today', () => {
    expect(settingContents(plan.settings).asOf).toBeNull();
    expect(settingsNames().find(({ name }) => name === '基准日')?.formula).toContain('TODAY()');
  });

  test('[L9] the list of leaders ends where the members begin', () => {
    const formulas = Object.fromEntries(rosterNames(plan.roster).map(({ name, formula }) => [name, formula]));
    expect(formulas).toEqual({ 领导名单: '=名册!$A$4:$A$14', 科室名单: '=名册!$F$15:$F$30', 人员名单: '=名册!$A$4:$A$30' });
  });
});

/** Relative luminance, WCAG 2.1. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test.each([
  ...Object.entries(lightFills).map(([name, { ink, fill }]) => [name, ink, fill] as const),
  ['header', headerLook.color ?? '', headerLook.fill ?? ''] as const,
  ['note', quiet, '#FFFFFF'] as const,
])('[C2] the text of %s has a contrast of at least 4.5 to 1', (_, ink, fill) => {
  const [light = 0, dark = 0] = [luminance(ink), luminance(fill)].sort((a, b) => b - a);
  expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5);
});

test('[L2] addresses are written as in Excel', () => {
  expect(boxAddress({ row: 3, column: 0, rows: 14, columns: 28 })).toBe('A4:AB17');
});
