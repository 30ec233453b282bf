// Sheets that get another name while a new one takes theirs, and what is put back when a request fails, through the real Office.js on the pretend Excel.
import { ExcelFault } from '../../src/excel/excelFault';
import type { SheetDrawing } from '../../src/sheets/drawing';
import type { WorkbookChange } from '../../src/sheets/workbook';
import { noChange } from '../../src/sheets/workbook';
import type { OpenExcel } from './harness';
import { openExcel } from './harness';

jest.setTimeout(240_000);

const report = '双月汇总2021-06';
const keptReport = '双月汇总2021-06(旧1)';
const history = '报送历史';

let excel: OpenExcel;
beforeEach(async () => { excel = await openWithReport(); });
afterEach(() => { excel.close(); });

/** A workbook with a report that was sent, a history with a table, formulas and a name that look at the report, and a place where the person stands. */
async function openWithReport(): Promise<OpenExcel> {
  const opened = await openExcel();
  const { book } = opened;
  const put = (sheet: string, top: number, left: number, cells: readonly (readonly (string | number)[])[]): void => {
    book.writeInputs(sheet, { top, left, bottom: top + cells.length - 1, right: left + (cells[0]?.length ?? 1) - 1 }, cells, 'user');
  };
  const [first] = book.sheets;
  if (first === undefined) throw new Error('a new book has a sheet');
  const sent = book.addSheet(report);
  // Cells that once had a format of their own keep a look in the picture, and so they do when it is put back.
  for (const numberFormat of ['@', 'General']) book.restyle(sent.id, { top: 0, left: 0, bottom: 3, right: 0 }, { numberFormat });
  put(sent.id, 0, 0, [['双月汇总'], [12], ["'2021-12"], ["'=不是公式"]]);
  put(first.id, 0, 0, [[`='${report}'!A2*2`, '我的数据']]);
  book.addName('上期任务数', `='${report}'!$A$2`);
  const kept = book.addSheet(history);
  put(kept.id, 0, 0, [['编号', '落实情况', '净文'], ['1.1', '已公示', '=LEN(B2)'], ['2.1', '未公示', '=LEN(B3)'], ['2.2', '公示', '=LEN(B4)']]);
  book.addTable(kept.id, { top: 0, left: 0, bottom: 3, right: 2 }, true, history);
  book.activate(sent.id, 'user');
  book.select({ sheetId: sent.id, areas: [{ top: 1, left: 0, bottom: 2, right: 0 }], active: { row: 1, column: 0 } }, 'user');
  return opened;
}

const box = (row: number, column: number, rows: number, columns: number): { row: number; column: number; rows: number; columns: number } => ({ row, column, rows, columns });
const drawing: SheetDrawing = {
  name: report, isFirst: true, formats: [{ at: box(0, 0, 1, 1), format: '@' }], blocks: [{ row: 0, column: 0, cells: [['新的汇总', null], ['红', 3], ['绿', 10]] }], fills: [],
  merges: [box(0, 0, 1, 2)], looks: [{ at: box(0, 0, 3, 2), look: { bold: true, lines: '#000000' } }], rules: [], columns: [{ column: 0, width: 80 }], rows: [{ row: 0, rows: 1, height: 30 }], validations: [],
  charts: [{ name: '图', kind: 'barStacked', unit: 1, title: '进度', at: box(4, 0, 6, 3), categories: box(1, 0, 2, 1), series: [{ name: '件', values: box(1, 1, 2, 1), color: '#C00000' }] }],
  protection: { sort: false, filter: false, formatRows: true, formatColumns: true }, frozen: { rows: 1, columns: 0 },
  page: { orientation: 'landscape', margins: { top: 40, bottom: 40, left: 40, right: 40, header: 20, footer: 20 }, area: box(0, 0, 3, 2), scale: 90, breaks: [2], footer: { left: '', center: '&P', right: '' } },
};
const hidden: SheetDrawing = { ...drawing, name: '汇总底稿', isFirst: false, visibility: 'veryHidden', charts: [] };

/** What making a period's report again asks of a workbook, all at once. */
const again: WorkbookChange = {
  ...noChange,
  sheetsRenamed: [{ from: report, to: keptReport }],
  newSheets: [drawing, hidden],
  names: [{ name: '上期任务数', formula: `='${report}'!$B$2`, comment: '' }, { name: '本期任务数', formula: `='${report}'!$B$3`, comment: '' }],
  // The old report is named as it was called before, in the middle of a change in which the new one has its name.
  edits: [{ sheet: report, row: 1, column: 0, cells: [13, '旧', { formula: `='${report}'!B2` }], formats: [undefined, '@', undefined] }],
  rowsAdded: [{
    sheet: history, table: history, count: 2, width: 3, row: 4, formats: [{ at: box(4, 0, 2, 2), format: '@' }], blocks: [{ row: 4, column: 0, cells: [['1.1', '=已公示'], ['2.1', '公示三次']] }],
    fills: [{ at: box(4, 2, 2, 1), formula: '=LEN(B5)' }], looks: [], validations: [], rows: [{ row: 4, rows: 2, height: 'auto' }],
  }],
  refills: [{ sheet: history, fills: [{ at: box(1, 2, 3, 1), formula: '=LEN(B2)+0' }] }],
  opensOn: report,
};

const attempt = (change: WorkbookChange): Promise<unknown> => excel.workbook.change(change, () => undefined).catch((error: unknown) => error);
const answered = (): number => excel.host.requests.reduce((most, { n }) => Math.max(most, n ?? 0), 0);
const idOfSheet = (name: string): string => excel.book.sheetByName(name)?.id ?? `no sheet ${name}`;
const shown = (sheet: string, row: number, column: number): string => excel.book.textAt(idOfSheet(sheet), row, column);
const formula = (sheet: string, row: number, column: number): string | undefined => excel.book.cellAt(idOfSheet(sheet), row, column)?.formula;

test('[B4] a report made again stands under its name, and the old one beside it under another, with all that looked at it still looking at it', async () => {
  const old = idOfSheet(report);
  expect(await attempt(again)).toEqual({ kind: 'written' });
  expect(excel.book.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([[report, 'Visible'], ['Sheet1', 'Visible'], [keptReport, 'Visible'], [history, 'Visible'], ['汇总底稿', 'VeryHidden']]);
  expect(idOfSheet(keptReport)).toBe(old);
  expect([shown(report, 0, 0), shown(keptReport, 0, 0), shown(keptReport, 1, 0), shown(keptReport, 2, 0)]).toEqual(['新的汇总', '双月汇总', '13', '旧']);
  expect(formula('Sheet1', 0, 0)).toBe(`='${keptReport}'!A2*2`);
  expect(formula(keptReport, 3, 0)).toBe(`='${report}'!B2`);
  expect(excel.book.names.map(({ name, formula: text }) => [name, text])).toEqual([['上期任务数', `='${report}'!$B$2`], ['本期任务数', `='${report}'!$B$3`]]);
  expect(excel.book.activeSheetId).toBe(idOfSheet(report));
  expect(excel.book.tableByName(history)?.table.area.bottom).toBe(5);
});

test('[B4] several reports move up one after the other', async () => {
  excel.book.addSheet(keptReport);
  const [first, second] = [idOfSheet(report), idOfSheet(keptReport)];
  await attempt({ ...noChange, sheetsRenamed: [{ from: keptReport, to: '双月汇总2021-06(旧2)' }, { from: report, to: keptReport }], newSheets: [drawing] });
  expect([idOfSheet(keptReport), idOfSheet('双月汇总2021-06(旧2)')]).toEqual([first, second]);
  expect([first, second]).not.toContain(idOfSheet(report));
});

describe('[X1][L10] when a request fails while names of sheets move, the workbook is as before', () => {
  const situations: readonly [string, number, () => void, WorkbookChange][] = [
    ['with the old name taken at once by a new sheet', 1, () => undefined, again],
    ['with two names that move up', 4, () => { excel.book.addSheet(keptReport); }, { ...again, sheetsRenamed: [{ from: keptReport, to: '双月汇总2021-06(旧2)' }, { from: report, to: keptReport }] }],
    ['with cells in the filled column that hold something else', 4, () => {
      excel.book.writeInputs(idOfSheet(history), { top: 1, left: 2, bottom: 1, right: 2 }, [["'001"]], 'user');
    }, again],
  ];

  test.each(situations)('%s', async (_, step, prepare, change) => {
    prepare();
    const from = answered();
    expect(await attempt(change)).toEqual({ kind: 'written' });
    const actions = excel.host.requests.filter(({ n }) => n !== undefined && n > from).map((request) => request.actions);
    excel.close();
    excel = await openWithReport();
    prepare();
    const before = excel.book.picture();
    let halfway = 0;
    for (const [index, count] of actions.entries()) {
      // The request that writes is broken off after each of its actions in turn, or after every fourth.
      const places = index === actions.length - 1 ? Array.from({ length: Math.ceil((count - 1) / step) }, (__, at) => ({ afterActions: at * step + 1 })) : [{ afterActions: 1 }];
      for (const fails of ['before', 'answerLost', ...places] as const) {
        excel.host.faults.clear();
        excel.host.faults.add({ when: answered() + index + 1, fails, code: 'GeneralException' });
        const fault = await attempt(change);
        expect(fault).toBeInstanceOf(ExcelFault);
        expect((fault as ExcelFault).restored).toBe((fault as ExcelFault).doing === 'writing' ? true : undefined);
        expect(excel.book.picture()).toEqual(before);
        halfway += 1;
      }
    }
    expect(halfway).toBeGreaterThan(120 / step);
  });

  test('a name that someone else has taken is refused, and nothing of his is touched', async () => {
    const { id } = excel.book.addSheet(keptReport);
    excel.book.writeInputs(id, { top: 0, left: 0, bottom: 0, right: 0 }, [['别人的']], 'user');
    const before = excel.book.picture();
    expect(await attempt(again)).toMatchObject({ kind: 'nameTaken', restored: true });
    expect(excel.book.picture()).toEqual(before);
  });

  test('a sheet that stood there under the name of a new one is never deleted', async () => {
    const before = excel.book.picture();
    expect(await attempt({ ...again, sheetsRenamed: [] })).toMatchObject({ kind: 'nameTaken', restored: true });
    expect(excel.book.picture()).toEqual(before);
  });

  test('a sheet that someone else renamed meanwhile keeps his name, and his new sheet stays; cells are put back all the same', async () => {
    const old = idOfSheet(report);
    let isDone = false;
    excel.host.faults.add({ when: ({ objects }) => objects.includes('Merge'), fails: 'answerLost', code: 'GeneralException' });
    excel.host.onRequest(({ error }) => {
      if (error === undefined || isDone) return;
      isDone = true;
      excel.book.renameSheet(old, '他改的名');
      excel.book.addSheet('他的新表');
    });
    expect(await attempt(again)).toMatchObject({ doing: 'writing', restored: true });
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(['Sheet1', '他改的名', history, '他的新表']);
    expect([shown('他改的名', 1, 0), shown('他改的名', 2, 0), formula('Sheet1', 0, 0)]).toEqual(['12', '2021-12', '=他改的名!A2*2']);
    expect(excel.book.activeSheetId).toBe(old);
  });

  test('a sheet that is gone is refused', async () => {
    const before = excel.book.picture();
    expect(await attempt({ ...noChange, sheetsRenamed: [{ from: '没有的表', to: '另名' }] })).toMatchObject({ kind: 'gone', restored: true });
    expect(excel.book.picture()).toEqual(before);
  });
});
