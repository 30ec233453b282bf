// The desk of copies and returns on the pretend Excel, through the real Office.js and with real files: copies drawn, filled in, taken in, a conflict chosen, merged, taken back.
import { build, planBuild } from '../../src/actions/buildLedger';
import { drawCopyFiles } from '../../src/actions/copyFiles';
import * as exchangeOverview from '../../src/actions/exchangeOverview';
import * as followLedger from '../../src/actions/followLedger';
import { lookAtWorkbook } from '../../src/actions/lookAtWorkbook';
import * as makeCopies from '../../src/actions/makeCopies';
import type { MadeFile } from '../../src/actions/reportFile';
import * as returnsReview from '../../src/actions/returnsReview';
import * as takeMergeBack from '../../src/actions/takeMergeBack';
import * as takeReturns from '../../src/actions/takeReturns';
import { answered } from '../../src/batch/answerCopy';
import { ExcelFault } from '../../src/excel/excelFault';
import { drawWorkbookFile } from '../../src/files/drawWorkbook';
import { startReading } from '../../src/files/readInWorker';
import { zipFiles } from '../../src/files/writeZip';
import { LiveLedger } from '../../src/pane/desks/liveLedger';
import { ReturnsDesk } from '../../src/pane/desks/returnsDesk';
import type { OpenExcel } from '../excel/harness';
import { openExcel } from '../excel/harness';
import { seedPlan } from './fakeWorkbook';

jest.setTimeout(240_000);

const open: OpenExcel[] = [];
afterEach(() => { for (const excel of open.splice(0)) excel.close(); });

interface OpenDesk { readonly excel: OpenExcel; readonly desk: ReturnsDesk; readonly stopped: string[]; readonly saved: MadeFile[] }

/** A workbook with the ledger of 2021 on 15 June, and the desk on it. `stopped` says at what an action was stopped, `saved` what the browser was given. */
async function openDesk(): Promise<OpenDesk> {
  const excel = await openExcel({ today: 44_362 });
  open.push(excel);
  const planning = await planBuild(excel.workbook, seedPlan(), []);
  if (planning.kind !== 'ready') throw new Error('A new workbook takes any plan.');
  await build(excel.workbook, planning.build, () => undefined);
  const stopped: string[] = [];
  const saved: MadeFile[] = [];
  const unasked = (): never => { throw new Error('The desk has no need of this.'); };
  const pause = (): Promise<void> => new Promise((done) => { setTimeout(done); });
  const loadWorkbook = (): Promise<OpenExcel['workbook']> => Promise.resolve(excel.workbook);
  const live = new LiveLedger({ loadWorkbook, loadFollow: () => Promise.resolve(followLedger), today: () => '2021-06-15', pause });
  const lookAgain = async (): Promise<void> => { await live.take(await lookAtWorkbook(excel.workbook)); };
  await lookAgain();
  const desk = new ReturnsDesk({
    loadWorkbook, loadLedgerActions: unasked, loadBody: unasked, today: () => '2021-06-15', now: () => '2021-06-15 10:20', live, lookAgain, pause,
    act: async (what, work) => {
      try {
        await work();
      } catch (error) {
        if (!(error instanceof ExcelFault)) throw error;
        stopped.push(`${what} ${error.doing} ${String(error.restored)}`);
      }
    },
    troubleOf: (error) => ({ kind: 'bug', message: String(error), stack: '' }),
    loadOverviewActions: () => Promise.resolve(exchangeOverview), loadCopyActions: () => Promise.resolve(makeCopies), loadTakeBackActions: () => Promise.resolve(takeMergeBack),
    loadReviewActions: () => Promise.resolve({ ...takeReturns, ...returnsReview, ...exchangeOverview }),
    drawCopies: (wanted) => drawCopyFiles(wanted, { workbook: () => Promise.resolve(drawWorkbookFile), archive: () => Promise.resolve(zipFiles), pause }),
    saveFile: (file) => {
      saved.push(file);
      return { name: file.name, href: '', letGo: () => undefined };
    },
    startReading: (files, listener) => Promise.resolve(startReading(files, listener, { makeWorker: () => undefined })),
    copyText: unasked,
  });
  return { excel, desk, stopped, saved };
}

/** The text of a cell of the ledger, by task and title. */
function cellOf({ book }: OpenExcel, id: string, title: string): string {
  const { sheet, row, column } = placeOf({ book }, id, title);
  return book.textAt(sheet, row, column);
}
function placeOf({ book }: Pick<OpenExcel, 'book'>, id: string, title: string): { readonly sheet: string; readonly row: number; readonly column: number } {
  const found = book.tableByName('任务台账');
  if (found === undefined) throw new Error('No ledger.');
  const { sheet, table } = found;
  const columns = Array.from({ length: table.area.right - table.area.left + 1 }, (_, at) => table.area.left + at);
  const rows = Array.from({ length: table.area.bottom - table.area.top }, (_, at) => table.area.top + 1 + at);
  const row = rows.find((each) => book.textAt(sheet.id, each, table.area.left) === id);
  const column = columns.find((each) => book.textAt(sheet.id, table.area.top, each) === title);
  if (row === undefined || column === undefined) throw new Error(`No cell ${id} ${title}.`);
  return { sheet: sheet.id, row, column };
}
function type(excel: OpenExcel, id: string, title: string, text: string): void {
  const { sheet, row, column } = placeOf(excel, id, title);
  excel.book.writeInputs(sheet, { top: row, left: column, bottom: row, right: column }, [[text]], 'user');
}

/** Copies for two sections, filled in. */
async function twoReturns({ desk }: OpenDesk): Promise<readonly { readonly name: string; readonly bytes: () => Promise<Uint8Array> }[]> {
  desk.copies.handOutAs('files');
  await desk.copies.make('2021-06', ['外贸科', '港口科']);
  const files = desk.copies.getState().made?.files ?? [];
  const answers = { '外贸科': { '3.1': { progress: '信用档案目录已征求意见（虚拟示例）' } }, '港口科': { '2.2': { progress: '拟公示27项（虚拟示例）' }, '2.3': { progress: '约谈企业3家（虚拟示例）', remark: '=1+1' } } };
  return Promise.all(files.map(async ({ file }) => {
    const bytes = await answered(file.bytes, file.name.includes('外贸科') ? answers['外贸科'] : answers['港口科']);
    return { name: file.name, bytes: () => Promise.resolve(Uint8Array.from(bytes)) };
  }));
}

test('[R1][R13] copies are drawn, remembered in the ledger and handed out; one archive goes out by itself, several files on request', async () => {
  const { desk, excel, saved } = await openDesk();
  await desk.copies.make('2021-06', ['外贸科', '港口科']);
  expect(saved.map(({ name, type: kind }) => [name, kind])).toEqual([['分发表-2021-06.zip', 'application/zip']]);
  expect(desk.copies.getState().made?.sections).toEqual([{ section: '外贸科', tasks: 7 }, { section: '港口科', tasks: 4 }]);
  expect(excel.book.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['收发底稿', '回收登记']));
  await desk.refresh();
  const { reading } = desk.getState();
  if (reading?.kind !== 'overview') throw new Error('The overview was not read.');
  expect(reading.overview.standings.filter(({ sentOn }) => sentOn === '2021-06-15').map(({ shown }) => shown)).toEqual(['外贸科', '港口科']);

  desk.copies.begin();
  desk.copies.handOutAs('files');
  await desk.copies.make('2021-06', ['外贸科']);
  // A single file goes out by itself too; of several the browser would ask about each.
  expect(saved.map(({ name }) => name)).toEqual(['分发表-2021-06.zip', '回收表-外贸科-2021-06.xlsx']);
  desk.copies.begin();
  desk.copies.handOutAs('files');
  await desk.copies.make('2021-06', ['外贸科', '港口科']);
  expect(saved).toHaveLength(2);
  const [, second] = desk.copies.getState().made?.files ?? [];
  if (second === undefined) throw new Error('There is no second copy.');
  desk.copies.save(second.file);
  expect(saved[2]).toBe(second.file);
  expect(desk.copies.getState().made?.files.map(({ saved: each }) => each?.kind)).toEqual([undefined, 'saved']);
});

test('[R3][R4][R8][R10][R11][R12] returned files are read, a conflict waits until it is chosen, all is written at once and taken back', async () => {
  const opened = await openDesk();
  const { desk, excel } = opened;
  const files = await twoReturns(opened);
  type(excel, '2.2', '落实情况', '收费事项已全部公示（虚拟示例）');
  desk.review.begin('2021-06');
  await desk.review.takeFiles(files);
  const { plan, items } = desk.review.getState();
  expect(plan?.consolidation.cells).toEqual({ returned: 4, merged: 3, unchanged: 0, conflicts: 1, outside: 0, guesses: 0, unmatched: 0, refused: 0 });
  expect(items.map(({ kind, id, section }) => [kind, id, section])).toEqual([['conflict', '2.2', '港口科'], ['merged', '2.3', '港口科'], ['merged', '2.3', '港口科'], ['merged', '3.1', '外贸科']]);
  expect(cellOf(excel, '3.1', '落实情况')).toBe('');

  await desk.review.merge();
  expect(desk.review.getState().merged).toMatchObject({ batch: 1, edits: 3, files: 2, open: 1 });
  expect(cellOf(excel, '2.2', '落实情况')).toBe('收费事项已全部公示（虚拟示例）');
  expect(cellOf(excel, '2.3', '备注')).toBe('=1+1');
  const { sheet, row, column } = placeOf(excel, '2.3', '备注');
  expect(excel.book.cellAt(sheet, row, column)?.formula).toBeUndefined();

  await desk.review.goOn();
  const [conflict] = desk.review.getState().items.filter(({ kind }) => kind === 'conflict');
  if (conflict === undefined) throw new Error('The conflict is gone.');
  desk.review.chooseConflicts([conflict], 'both');
  expect(returnsReview.choiceOf(conflict, desk.review.getState())).toBe('both');
  await desk.review.merge();
  expect(desk.review.getState().merged).toMatchObject({ batch: 2, edits: 1, open: 0 });
  expect(cellOf(excel, '2.2', '落实情况')).toBe('收费事项已全部公示（虚拟示例）\n拟公示27项（虚拟示例）');

  await desk.refresh();
  const { reading } = desk.getState();
  if (reading?.kind !== 'overview') throw new Error('The overview was not read.');
  expect(reading.overview.merges.map(({ batch, period, cells, isTakenBack }) => [batch, period, cells, isTakenBack])).toEqual([[2, '2021-06', 1, false], [1, '2021-06', 3, false]]);
  type(excel, '2.3', '落实情况', '合并以后又改过（虚拟示例）');
  await desk.toTakeBack('2021-06', 1);
  expect(desk.back.getState().plan?.cells.map(({ id, standing }) => [id, standing])).toEqual([['2.3', 'changed'], ['2.3', 'untouched'], ['3.1', 'untouched']]);
  desk.back.choose(['2.3 progress'], true);
  await desk.back.takeBack();
  expect(desk.back.getState().done).toEqual({ batch: 1, back: 3, left: 0 });
  expect([cellOf(excel, '2.3', '落实情况'), cellOf(excel, '2.3', '备注'), cellOf(excel, '3.1', '落实情况')]).toEqual(['', '', '']);
  expect(cellOf(excel, '2.2', '落实情况')).toBe('收费事项已全部公示（虚拟示例）\n拟公示27项（虚拟示例）');
});

test('[X1][R4] what someone writes while returns are looked through stops the merge; choices stay where what was seen still stands', async () => {
  const opened = await openDesk();
  const { desk, excel } = opened;
  const files = await twoReturns(opened);
  type(excel, '2.2', '落实情况', '甲（虚拟示例）');
  desk.review.begin('2021-06');
  await desk.review.takeFiles(files);
  const [conflict] = desk.review.getState().items.filter(({ kind }) => kind === 'conflict');
  if (conflict === undefined) throw new Error('There is no conflict.');
  desk.review.chooseConflicts([conflict], 'returned');
  type(excel, '3.1', '备注', '刚写的（虚拟示例）');
  await desk.review.merge();
  expect(desk.review.getState()).toMatchObject({ changedSheet: '任务台账', merged: undefined });
  expect(cellOf(excel, '2.2', '落实情况')).toBe('甲（虚拟示例）');
  const [again] = desk.review.getState().items.filter(({ kind }) => kind === 'conflict');
  expect(again === undefined ? undefined : returnsReview.choiceOf(again, desk.review.getState())).toBe('returned');
  type(excel, '2.2', '落实情况', '乙（虚拟示例）');
  await desk.review.merge();
  const [other] = desk.review.getState().items.filter(({ kind }) => kind === 'conflict');
  expect(other === undefined ? 'none' : returnsReview.choiceOf(other, desk.review.getState())).toBeUndefined();
  await desk.review.merge();
  expect(cellOf(excel, '2.2', '落实情况')).toBe('乙（虚拟示例）');
  expect(cellOf(excel, '2.3', '落实情况')).toBe('约谈企业3家（虚拟示例）');
});

test('[R9] a file that cannot be read and one that takes too long to wait for leave the others as they are', async () => {
  const opened = await openDesk();
  const { desk } = opened;
  const [first, second] = await twoReturns(opened);
  if (first === undefined || second === undefined) throw new Error('No copies were made.');
  desk.review.begin('2021-06');
  await desk.review.takeFiles([{ name: '空.xlsx', bytes: () => Promise.resolve(new Uint8Array()) }, first]);
  expect(desk.review.getState().unread).toEqual([{ file: '空.xlsx', refusal: { kind: 'empty', values: {} } }]);
  expect(desk.review.getState().returns).toHaveLength(1);
  const reading = desk.review.takeFiles([{ name: second.name, bytes: () => new Promise(() => undefined) }]);
  await new Promise((done) => { setTimeout(done, 20); });
  expect(desk.review.getState().reading).toMatchObject({ done: 0, of: 1, name: second.name });
  desk.review.cancelReading();
  await Promise.race([reading, new Promise((done) => { setTimeout(done, 200); })]);
  expect(desk.review.getState().returns).toHaveLength(1);
});

test('[R2][I2] a sheet of the open workbook is taken as a return, and the newest', async () => {
  const { desk, excel } = await openDesk();
  const { book } = excel;
  const sheet = book.sheetByName('Sheet1') ?? book.sheets[0];
  if (sheet === undefined) throw new Error('The workbook has no other sheet.');
  const task = cellOf(excel, '2.2', '工作任务');
  const due = placeOf(excel, '2.2', '完成时限');
  const serial = book.cellAt(due.sheet, due.row, due.column)?.value ?? '';
  book.writeInputs(sheet.id, { top: 0, left: 0, bottom: 2, right: 2 }, [['填报科室：港口科', '', ''], ['工作任务', '完成时限', '落实情况'], [task, typeof serial === 'number' ? serial : '', '拟公示27项（虚拟示例）']], 'user');
  desk.review.begin('2021-06');
  await desk.refresh();
  const { reading } = desk.getState();
  expect(reading?.kind === 'overview' ? reading.overview.otherSheets : []).toEqual([sheet.name]);
  await desk.review.takeSheet(sheet.name);
  const { plan } = desk.review.getState();
  expect(plan?.consolidation.files).toMatchObject([{ section: '港口口岸科', knownBy: 'line', savedAt: '2021-06-15T10:20', matched: 1, outside: [] }]);
  expect(plan?.consolidation.edits).toMatchObject([{ id: '2.2', column: 'progress', new: '拟公示27项（虚拟示例）' }]);
  await desk.review.takeSheet('没有这张表');
  expect(desk.review.getState().refused).toBe('sheetGone');
});
