// A sheet or a selection read as a table of unknown meaning, through the real Office.js on the pretend Excel.
import type { OpenExcel } from './harness';
import { openExcel } from './harness';

jest.setTimeout(240_000);

let excel: OpenExcel;
let sheet = '';
beforeEach(async () => {
  excel = await openExcel();
  sheet = excel.book.addSheet('分工表').id;
  const put = (row: number, column: number, value: string | number | boolean, format?: string): void => {
    if (format !== undefined) excel.book.restyle(sheet, { top: row, left: column, bottom: row, right: column }, { numberFormat: format });
    excel.book.writeInputs(sheet, { top: row, left: column, bottom: row, right: column }, [[value]], 'user');
  };
  put(2, 1, '指标名称');
  put(2, 2, '完成时限');
  put(3, 1, '跨境贸易');
  put(3, 2, 44469, 'yyyy"年"m"月"');
  put(4, 2, 44469);
  put(5, 2, 0.5, 'h:mm');
  put(5, 1, '=1+1');
  put(6, 1, true);
  excel.book.merge(sheet, { top: 3, left: 1, bottom: 4, right: 1 }, false);
  excel.book.merge(sheet, { top: 7, left: 1, bottom: 7, right: 2 }, false);
  put(7, 1, '合计');
});
afterEach(() => { excel.close(); });

test('[I1][I2] a sheet is read from A1 on, with true days as days, results of formulas, and what is merged', async () => {
  expect(await excel.workbook.readTable({ kind: 'sheet', sheet: '分工表' })).toEqual({
    name: '分工表', visibility: 'visible',
    cells: [[], [], ['', '指标名称', '完成时限'], ['', '跨境贸易', { day: '2021-09-30', format: 'yyyy"年"m"月"' }], ['', '', 44469], ['', 2, 0.5], ['', true, ''], ['', '合计', '']],
    merges: [{ row: 3, column: 1, rows: 2, columns: 1 }, { row: 7, column: 1, rows: 1, columns: 2 }],
  });
});

test('[I1] of a selection only what is selected is read, at its place on the sheet; an empty one is nothing', async () => {
  excel.book.activate(sheet, 'user');
  excel.book.select({ sheetId: sheet, areas: [{ top: 2, left: 1, bottom: 4, right: 1 }], active: { row: 2, column: 1 } }, 'user');
  expect(await excel.workbook.readTable({ kind: 'selection' })).toEqual({
    name: '分工表', visibility: 'visible', cells: [[], [], ['', '指标名称'], ['', '跨境贸易'], ['', '']], merges: [{ row: 3, column: 1, rows: 2, columns: 1 }],
  });
  excel.book.select({ sheetId: sheet, areas: [{ top: 20, left: 5, bottom: 22, right: 6 }], active: { row: 20, column: 5 } }, 'user');
  expect(await excel.workbook.readTable({ kind: 'selection' })).toBeUndefined();
  expect(await excel.workbook.readTable({ kind: 'sheet', sheet: 'Sheet1' })).toBeUndefined();
});

test('[X2] a long table is read in pieces and comes whole', async () => {
  const long = excel.book.addSheet('长表').id;
  excel.book.writeInputs(long, { top: 0, left: 0, bottom: 5999, right: 1 }, Array.from({ length: 6000 }, (_, row) => [row + 1, `第${String(row + 1)}项`]), 'user');
  const table = await excel.workbook.readTable({ kind: 'sheet', sheet: '长表' });
  expect(table?.cells).toHaveLength(6000);
  expect(table?.cells[5999]).toEqual([6000, '第6000项']);
});
