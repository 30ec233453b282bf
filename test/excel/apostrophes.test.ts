// Texts that begin with an apostrophe, written, written over and put back through the real Office.js on the pretend Excel.
import { noChange } from '../../src/sheets/workbook';
import type { WorkbookChange } from '../../src/sheets/workbook';
import { ExcelFault } from '../../src/excel/excelFault';
import type { OpenExcel } from './harness';
import { openExcel } from './harness';

let excel: OpenExcel;
let sheet = '';
beforeEach(async () => {
  excel = await openExcel();
  sheet = excel.book.addSheet('文字').id;
});
afterEach(() => { excel.close(); });

const texts = ["'引号开头（虚拟示例）", "''两个", "'", "中间'有一个", "'=1+1"];
const write = (cells: readonly string[]): WorkbookChange => ({ ...noChange, edits: [{ sheet: '文字', row: 0, column: 0, cells, formats: cells.map(() => '@') }] });
const stands = (): readonly string[] => texts.map((_, row) => excel.book.textAt(sheet, row, 0));

test('[R8][R12] a text keeps the apostrophe with which it begins, and reads back as it was written', async () => {
  await excel.workbook.change(write(texts), () => undefined);
  expect(stands()).toEqual(texts);
  const read = (await excel.workbook.read(['文字'])).cells.get('文字')?.values.map(([text]) => text);
  expect(read).toEqual(texts);
  // Written again from what was read, nothing changes.
  await excel.workbook.change(write((read ?? []).map(String)), () => undefined);
  expect(stands()).toEqual(texts);
});

test('[X1] when writing over such texts fails, they are put back with their apostrophes', async () => {
  await excel.workbook.change(write(texts), () => undefined);
  const before = excel.book.picture();
  const answered = (): number => excel.host.requests.reduce((most, { n }) => Math.max(most, n ?? 0), 0);
  const from = answered();
  await excel.workbook.change(write(texts.map(() => '新内容')), () => undefined);
  const requests = answered() - from;
  await excel.workbook.change(write(texts), () => undefined);
  expect(excel.book.picture()).toEqual(before);
  for (let index = 1; index <= requests; index += 1) {
    excel.host.faults.clear();
    excel.host.faults.add({ when: answered() + index, fails: 'answerLost', code: 'GeneralException' });
    const fault: unknown = await excel.workbook.change(write(texts.map(() => '新内容')), () => undefined).then(() => 'nothing failed', (error: unknown) => error);
    expect(fault).toBeInstanceOf(ExcelFault);
    expect(stands()).toEqual(texts);
  }
});
