// The pane hears of changes in the workbook, through the real Office.js.
import type { WatchedEdit } from '../../src/excel/watch';
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


test('[X2] the cells of a burst are named with their sheet, and sheets that come and go name none', async () => {
  const heard: (readonly WatchedEdit[] | undefined)[] = [];
  const stop = await watchWorkbook((edits) => { heard.push(edits); });
  const { name } = excel.book.sheets.find(({ id }) => id === excel.book.activeSheetId) ?? { name: '' };
  excel.book.enter(excel.book.activeSheetId, 4, 9, '改动');
  excel.book.enter(excel.book.activeSheetId, 6, 0, '改动');
  await quiet();
  expect(heard).toEqual([[{ sheet: name, address: 'J5', onlyCells: true }, { sheet: name, address: 'A7', onlyCells: true }]]);
  const added = excel.book.addSheet('新表');
  await quiet();
  expect(heard[1]).toBeUndefined();
  excel.book.enter(added.id, 1, 1, '改动');
  await quiet();
  expect(heard[2]).toEqual([{ sheet: '新表', address: 'B2', onlyCells: true }]);
  await stop();
});

test('[C4] the selection is heard of with its sheet', async () => {
  const heard: unknown[] = [];
  const stop = await watchWorkbook(() => undefined, (at) => { heard.push(at); });
  const sheetId = excel.book.activeSheetId;
  const { name } = excel.book.sheets.find(({ id }) => id === sheetId) ?? { name: '' };
  excel.book.select({ sheetId, areas: [{ top: 4, left: 2, bottom: 4, right: 2 }], active: { row: 4, column: 2 } }, 'user');
  await quiet();
  expect(heard).toContainEqual({ sheet: name, address: 'C5' });
  await stop();
});
