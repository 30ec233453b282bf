// A matrix that stands in the open workbook becomes the ledger, through the real Office.js on the pretend Excel: read, understood, planned, written, and brought in again over what was filled in.
import { build, planBuild } from '../../src/actions/buildLedger';
import { emptyRoster, takeMatrix, usualSettings } from '../../src/actions/takeMatrix';
import type { Plan } from '../../src/core/plan';
import type { OpenExcel } from './harness';
import { openExcel } from './harness';

jest.setTimeout(240_000);

let excel: OpenExcel;
let source = '';
beforeEach(async () => {
  excel = await openExcel();
  source = excel.book.addSheet('分工').id;
  const rows = [
    ['2021年重点工作分工表', '', '', '', '', ''],
    ['指标', '任务内容', '责任单位', '负责人', '完成时间', '资金来源'],
    ['一、口岸服务', '推进收费公示', '港口科', '邓 善', '9月底前', '=市财政'],
    ['', '推广两步申报', '港口科', '胡毅', '长期坚持', ''],
    ['二、外贸发展', '公布收费目录', '外贸科', '', '第三季度', '自筹'],
  ];
  rows.forEach((cells, row) => { cells.forEach((text, column) => {
    excel.book.restyle(source, { top: row, left: column, bottom: row, right: column }, { numberFormat: '@' });
    if (text !== '') excel.book.writeInputs(source, { top: row, left: column, bottom: row, right: column }, [[text]], 'user');
  }); });
  excel.book.merge(source, { top: 2, left: 0, bottom: 3, right: 0 }, false);
});
afterEach(() => { excel.close(); });

async function taken(): Promise<Plan> {
  const table = await excel.workbook.readTable({ kind: 'sheet', sheet: '分工' });
  if (table === undefined) throw new Error('nothing there');
  const { plan } = takeMatrix([table], { settings: { ...usualSettings(2021), unit: '市商务局' }, roster: emptyRoster }, {});
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  return plan.value;
}

async function write(plan: Plan): Promise<void> {
  const planning = await planBuild(excel.workbook, plan, []);
  if (planning.kind !== 'ready') throw new Error(JSON.stringify(planning.problem));
  expect((await build(excel.workbook, planning.build, () => undefined)).kind).toBe('written');
}

/** Cells of the ledger by the titles of its columns. */
function cells(...titles: readonly string[]): unknown[][] {
  const found = excel.book.tableByName('任务台账');
  if (found === undefined) throw new Error('no ledger');
  const { sheet, table: { area } } = found;
  const value = (row: number, column: number): unknown => excel.book.cellAt(sheet.id, row, column)?.value ?? null;
  const columns = titles.map((title) => Array.from({ length: area.right - area.left + 1 }, (_, index) => area.left + index).find((column) => value(area.top, column) === title) ?? -1);
  return Array.from({ length: area.bottom - area.top }, (_, index) => columns.map((column) => value(area.top + 1 + index, column)));
}

test('[I1][I2][I3][R12] the sheet becomes a ledger, with merges filled, ordinals off, a column of its own kept to the right, and no text become a formula', async () => {
  const before = excel.book.picture();
  const plan = await taken();
  expect(excel.book.picture()).toEqual(before);
  await write(plan);
  expect(cells('编号', '指标名称', '工作任务', '责任科室', '责任人', '资金来源')).toEqual([
    ['1.1', '口岸服务', '推进收费公示', '港口科', '邓善', '=市财政'],
    ['1.2', '口岸服务', '推广两步申报', '港口科', '胡毅', null],
    ['2.1', '外贸发展', '公布收费目录', '外贸科', null, '自筹'],
  ]);
  // 30 September 2021 as Excel keeps it.
  expect(cells('完成时限')).toEqual([[44469], ['长期坚持'], [44469]]);
});

test('[L7] the same matrix again keeps what was filled in', async () => {
  await write(await taken());
  const found = excel.book.tableByName('任务台账');
  if (found === undefined) throw new Error('no ledger');
  excel.book.enter(found.sheet.id, found.table.area.top + 1, 9, '已公示（虚拟示例）');
  excel.book.enter(source, 4, 1, '公布全部收费目录');
  await write(await taken());
  expect(cells('编号', '工作任务', '落实情况', '资金来源')).toEqual([
    ['1.1', '推进收费公示', '已公示（虚拟示例）', '=市财政'], ['1.2', '推广两步申报', null, null], ['2.1', '公布全部收费目录', null, '自筹'],
  ]);
});
