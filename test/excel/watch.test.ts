// The pane hears of changes in the workbook, through the real Office.js.
import { quietMilliseconds, watchWorkbook } from '../../src/excel/watch';
import type { OpenExcel } from './harness';
import { openExcel } from './harness';

let excel: OpenExcel;
beforeEach(async () => { excel = await openExcel(); });
afterEach(() => { excel.close(); });

const quiet = async (): Promise<void> => {
  await excel.host.settled();
  await new Promise((done) => { setTimeout(done, quietMilliseconds + 150); });
};

test('[X3] a cell that is typed in, a sheet that comes and one that goes are heard of', async () => {
  let heard = 0;
  const stop = await watchWorkbook(() => { heard += 1; });
  excel.book.enter(excel.book.activeSheetId, 0, 0, '改动');
  await quiet();
  expect(heard).toBe(1);
  const added = excel.book.addSheet('新表');
  await quiet();
  expect(heard).toBe(2);
  excel.book.deleteSheet(added.id);
  await quiet();
  expect(heard).toBe(3);
  await stop();
});

test('[X2] a burst of changes is heard of once', async () => {
  let heard = 0;
  const stop = await watchWorkbook(() => { heard += 1; });
  for (let row = 0; row < 20; row += 1) excel.book.enter(excel.book.activeSheetId, row, 0, `第${String(row)}行`);
  await quiet();
  expect(heard).toBe(1);
  await stop();
});

test('[X3] after stopping nothing is heard', async () => {
  let heard = 0;
  const stop = await watchWorkbook(() => { heard += 1; });
  await stop();
  excel.book.enter(excel.book.activeSheetId, 0, 0, '改动');
  await quiet();
  expect(heard).toBe(0);
});

