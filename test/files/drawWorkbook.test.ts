// Drawings as .xlsx files: the same workbook as Excel would be asked for, well formed, and nothing in it taken for something else.
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { build, planBuild } from '../../src/actions/buildLedger';
import type { FileOptions } from '../../src/files/drawWorkbook';
import { drawWorkbookFile } from '../../src/files/drawWorkbook';
import { readFileTables } from '../../src/files/readFileTables';
import type { SheetDrawing, WorkbookDrawing } from '../../src/sheets/drawing';
import { Book } from '../../src/workbench/book/book';
import type { BookApi } from '../../src/workbench/book/bookApi';
import { createCalc } from '../../src/workbench/calc';
import { openXlsx } from '../../src/workbench/xlsx';
import { openExcel } from '../excel/harness';
import { libreOfficeVersion, throughLibreOffice } from '../excel/libreOffice';
import { seedPlan } from '../sheets/seedPlan';
import { compared } from '../workbench/xlsx/compared';
import { faultsOf } from '../workbench/xlsx/wellFormed';
import { awkwardTexts, bareSheet, sampleDrawing } from './drawSample';

const clock = { today: () => 44365 };

async function opened(bytes: Uint8Array): Promise<BookApi> {
  return (await openXlsx(bytes, () => new Book({ calc: createCalc(clock), clock }))).book;
}

function sheetIn(book: BookApi, name: string): BookApi['sheets'][number] {
  const sheet = book.sheets.find((each) => each.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

const part = (bytes: Uint8Array, path: string): string => strFromU8(unzipSync(bytes)[path] ?? new Uint8Array());
const oneSheet = (more: Partial<SheetDrawing>): WorkbookDrawing => ({ sheets: [bareSheet('表', more)], names: [], opensOn: '表' });

/** The drawing of the ledger of 2021, as the action makes it. */
async function seedDrawing(plan = seedPlan()): Promise<{ readonly drawing: WorkbookDrawing; readonly asked: unknown }> {
  const excel = await openExcel();
  try {
    const planning = await planBuild(excel.workbook, plan, []);
    if (planning.kind !== 'ready') throw new Error('refused');
    await build(excel.workbook, planning.build, () => undefined);
    const { newSheets: sheets, names, opensOn = '' } = planning.build.change;
    return { drawing: { sheets, names, opensOn }, asked: compared(excel.book) };
  } finally {
    excel.close();
  }
}

interface SheetPicture {
  readonly name: string;
  readonly page: { readonly margins: Readonly<Record<string, number>> };
  readonly rows: Readonly<Record<string, { readonly height?: number; readonly auto?: boolean }>>;
  readonly validations: readonly { readonly type: string }[];
}

/** What two programs may measure otherwise is left out: margins beyond a thousandth, heights that fit their text, and the arrow that only lists have. */
function withoutMeasures(picture: unknown, names: readonly string[]): unknown {
  const { sheets, names: named } = picture as { readonly sheets: readonly SheetPicture[]; readonly names: unknown };
  return {
    named,
    sheets: names.map((name) => sheets.find((sheet) => sheet.name === name)).map((sheet) => sheet && {
      ...sheet,
      page: { ...sheet.page, margins: Object.fromEntries(Object.entries(sheet.page.margins).map(([side, points]) => [side, points.toFixed(3)])) },
      rows: Object.fromEntries(Object.entries(sheet.rows).map(([row, info]) => [row, info.auto === true ? { ...info, height: 'fitted' } : info])),
      validations: sheet.validations.map((each) => (each.type === 'list' ? each : { ...each, inCellDropDown: false })),
    }),
  };
}

describe('the ledger of 2021 as a file', () => {
  test('[L1][L3][L5][L8][C3][S8] is the workbook that Excel is asked for, cell by cell', async () => {
    const { drawing, asked } = await seedDrawing();
    const bytes = await drawWorkbookFile(drawing);
    expect(faultsOf(bytes)).toEqual([]);
    const book = await opened(bytes);
    const names = ['任务台账', '名册', '设置'];
    expect(withoutMeasures(compared(book), names)).toEqual(withoutMeasures(asked, names));
    expect(book.sheets.map(({ name }) => name)).toEqual(names);
  });

  test('[L8] rows are high enough for what is written in them', async () => {
    const { drawing } = await seedDrawing();
    const { rows } = sheetIn(await opened(await drawWorkbookFile(drawing)), '任务台账');
    // 3.4: 工作任务 has 119 letters, nineteen to a line of 212 points at 10.5: seven lines, of 10.5 × 1.32 points each.
    expect(rows.get(11)?.height).toBeGreaterThanOrEqual(7 * 13.86);
    expect(rows.get(11)?.height).toBeLessThanOrEqual(9 * 13.86);
    expect(rows.get(11)?.auto).toBe(true);
  });
});

describe('every word of the vocabulary', () => {
  let bytes = new Uint8Array();
  let book: BookApi;
  beforeAll(async () => {
    bytes = new Uint8Array(await drawWorkbookFile(sampleDrawing, { savedAt: '2021-06-18', properties: { 台账副本: '外贸科|2021-06' } }));
    book = await opened(bytes);
  });
  const main = (): BookApi['sheets'][number] => sheetIn(book, '双月汇总2021-06(旧1)');

  test('[L3] the file is well formed', () => {
    expect(faultsOf(bytes)).toEqual([]);
  });

  test('[B1] sheets come in their order, hidden ones hidden, and the right one is shown', () => {
    expect(book.sheets.map(({ name, visibility }) => `${name} ${visibility}`)).toEqual(['双月汇总2021-06(旧1) Visible', '任务台账 Visible', '设 置 Visible', '名册 Hidden', '标识 VeryHidden']);
    expect(book.activeSheetId).toBe(sheetIn(book, '设 置').id);
    expect(main().tabColor).toBe('#1F4E79');
    expect(book.sheets.every(({ showGridlines }) => !showGridlines)).toBe(true);
  });

  test('[R12] awkward texts are the texts that they were, in a column of texts and elsewhere', async () => {
    expect(awkwardTexts.map((_, row) => main().cells.get(row)?.get(5)?.value)).toEqual([...awkwardTexts]);
    expect(awkwardTexts.every((_, row) => main().cells.get(row)?.get(5)?.formula === undefined)).toBe(true);
    const general = sheetIn(await opened(await drawWorkbookFile(oneSheet({ blocks: [{ row: 0, column: 0, cells: [[...awkwardTexts]] }] }))), '表').cells.get(0);
    expect(awkwardTexts.map((_, column) => general?.get(column)?.value)).toEqual([...awkwardTexts]);
    // The first four begin like formulas: they stay text even when someone edits the cell.
    expect(awkwardTexts.map((_, column) => general?.get(column)?.quoted === true)).toEqual(awkwardTexts.map((_, index) => index < 4));
  });

  test('[L5] days are true days, numbers numbers, formulas formulas, each in its format', () => {
    const row = main().cells.get(2);
    expect([0, 1, 2, 3].map((column) => [row?.get(column)?.value, row?.get(column)?.style?.numberFormat])).toEqual([
      ['获得信贷', 'General'], [44469, 'yyyy"年"m"月"'], [0.231, '0.0%'], [12, '#,##0'],
    ]);
    expect(row?.get(4)?.formula).toBe('=D3-2');
  });

  test('[S8] a fill moves down row by row, and leaves texts and names of sheets alone', () => {
    expect([2, 3, 4].map((at) => main().cells.get(at)?.get(6)?.formula)).toEqual(['=IF($D3>0,"D3",D$2&\'设 置\'!A1)', '=IF($D4>0,"D3",D$2&\'设 置\'!A2)', '=IF($D5>0,"D3",D$2&\'设 置\'!A3)']);
  });

  test('[L8] looks: fonts, fills, lines, alignment, wrapping, and what may be filled in', () => {
    const title = main().cells.get(0)?.get(4)?.style;
    expect(title).toMatchObject({ fontName: '黑体', fontSize: 18, bold: true, fontColor: '#112233', fillColor: '#EEF0F2', horizontal: 'CenterAcrossSelection', vertical: 'Center', wrap: false, locked: true });
    const cell = main().cells.get(2)?.get(3)?.style;
    const line = { line: 'Continuous', weight: 'Thin', color: '#A6A6A6' };
    expect(cell).toMatchObject({ wrap: true, locked: false, horizontal: 'Right', vertical: 'Bottom', top: line, bottom: line, left: line, right: line });
  });

  test('[C3] rules keep their order, place, look and whether they stop', () => {
    expect(main().rules.map(({ priority, stopIfTrue, rule, look }) => [priority, stopIfTrue, rule.type === 'custom' ? rule.formula : '', look])).toEqual([
      [0, true, '$D3<0', { fillColor: '#FDECEC', fontColor: '#5C0000', bold: true }],
      [1, false, 'AND($D3>9,$A3<>"<无>")', { fontColor: '#1E4620' }],
      [2, false, '$A3=""', { fillColor: '#FFF8E1', bold: false }],
    ]);
    expect(main().rules[1]?.areas).toEqual([{ top: 2, bottom: 4, left: 3, right: 3 }]);
  });

  test('[L4][R1] checks of what is typed', () => {
    expect(main().validations.map(({ type, operator, formula1, formula2, alert }) => [type, operator, formula1, formula2, alert?.show, alert?.style])).toEqual([
      ['list', undefined, '提前,"顺延"', undefined, true, 'stop'],
      ['date', 'greaterThanOrEqual', '=DATE(2000,1,1)', undefined, true, 'warning'],
      ['whole', 'between', '0', '366', true, 'stop'],
      ['list', undefined, '=名单', undefined, false, 'information'],
    ]);
    expect(main().validations[0]?.prompt).toEqual({ title: '请选', message: '从名单中选。', show: true });
  });

  test('[L2] widths, hidden columns, heights, frozen panes, merges', () => {
    // 60 points are 80 pixels, ten characters of 等线 11.
    expect([0, 1, 7].map((column) => [main().columns.get(column)?.width, main().columns.get(column)?.hidden ?? false])).toEqual([[10, false], [12.5, false], [8, true]]);
    expect(main().rows.get(0)).toEqual({ height: 34 });
    expect(main().frozen).toEqual({ rows: 2, columns: 1 });
    expect(sheetIn(book, '设 置').frozen).toEqual({ rows: 0, columns: 2 });
    expect(main().merges).toEqual([
      { top: 6, bottom: 8, left: 0, right: 0 }, { top: 6, bottom: 6, left: 1, right: 3 }, { top: 7, bottom: 7, left: 2, right: 3 }, { top: 8, bottom: 8, left: 2, right: 3 },
    ]);
  });

  test('[L8][B6] the page: size, breaks, margins, footer, area and title rows', () => {
    expect(main().page).toMatchObject({
      orientation: 'portrait', paper: 'a4', scale: 85, rowBreaks: [6, 12], printArea: '$A$1:$F$20', centerHorizontally: true,
      margins: { top: 72, bottom: 36, left: 18, right: 9, header: 4.5, footer: 27 }, footer: { left: '左 & 右', center: '第 &P 页，共 &N 页', right: '' },
    });
    expect(main().page.fit).toBeUndefined();
    expect(sheetIn(book, '设 置').page).toMatchObject({ orientation: 'landscape', fit: { wide: 1 }, printArea: '$A:$B', titleRows: '$1:$2' });
  });

  test('[L3] tables with their formulas for new rows', () => {
    expect(sheetIn(book, '名册').tables[0]).toMatchObject({ name: '名册', area: { top: 0, bottom: 2, left: 0, right: 1 }, style: 'TableStyleMedium2', bandedRows: false, filterButton: true, columns: [{ name: '姓名' }, { name: '用名', calculated: '=A2&""' }] });
    // One row holds a number: new rows take on no formula.
    expect(sheetIn(book, '任务台账').tables[0]?.columns).toEqual([{ name: '编号' }, { name: '天数' }]);
  });

  test('[R1] protection has no password and allows what is said', () => {
    expect(main().protection).toEqual({ options: { allowAutoFilter: true, allowFormatColumns: true, allowSort: true } });
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).toContain('<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" sort="0" autoFilter="0"/>');
  });

  test('[B2] native charts lie exactly over their cells', () => {
    const [bars, columns] = main().charts;
    expect(bars).toMatchObject({
      name: '各指标进度', type: 'BarStacked', title: '各指标任务进度（项）', left: 0,
      series: [
        { name: '已办结', values: "'双月汇总2021-06(旧1)'!$D$3:$D$4", categories: "'双月汇总2021-06(旧1)'!$A$3:$A$4", color: '#2E7D32' },
        { name: '逾期 & 未填', values: "'双月汇总2021-06(旧1)'!$C$3:$C$4", categories: "'双月汇总2021-06(旧1)'!$A$3:$A$4", color: '#B71C1C' },
      ],
      options: { legendPosition: 'Bottom', 'categoryAxis.reversed': true },
    });
    // Columns of 60, 75 and three of 54 points; eight rows of 14.25.
    expect([bars?.width, bars?.height]).toEqual([297, 114]);
    expect(columns).toMatchObject({ name: '历次', type: 'ColumnStacked', left: 60, width: 183, options: { legendPosition: 'Bottom' } });
  });

  test('[R1] names, properties and the day of saving', () => {
    expect(book.names.map(({ name, formula, comment }) => [name, formula, comment])).toEqual([['名单', '=名册!$A$2:$A$3', '可选的人 & 名'], ['基准日', "='设 置'!$A$1", '']]);
    expect([...book.properties.custom]).toEqual([['台账副本', '外贸科|2021-06']]);
    expect(part(bytes, 'docProps/core.xml')).toContain('<dcterms:modified xsi:type="dcterms:W3CDTF">2021-06-18T00:00:00Z</dcterms:modified>');
    expect(part(bytes, 'docProps/core.xml')).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2021-06-18T00:00:00Z</dcterms:created>');
  });

  test('[S8] whoever opens the file works everything out: no formula brings a result', () => {
    expect(part(bytes, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).not.toMatch(/<\/f><v>/);
  });
});

describe('what is drawn comes back', () => {
  test('[R1][R12] the reader of returns finds the sheets, hidden ones too, every text as it was, the days as days, and the property', async () => {
    const read = await readFileTables('外贸科.xlsx', await drawWorkbookFile(sampleDrawing, { savedAt: '2021-06-18', properties: { 台账副本: '外贸科 & "2021-06"' } }));
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    expect(read.file.tables.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['双月汇总2021-06(旧1)', 'visible'], ['任务台账', 'visible'], ['设 置', 'visible'], ['名册', 'hidden'], ['标识', 'veryHidden'],
    ]);
    const [main] = read.file.tables;
    expect(awkwardTexts.map((_, row) => main?.cells[row]?.[5])).toEqual([...awkwardTexts]);
    expect(main?.cells[2]?.slice(0, 4)).toEqual(['获得信贷', { day: '2021-09-30', format: 'yyyy"年"m"月"' }, '23.1%', 12]);
    expect(main?.merges).toContainEqual({ row: 6, column: 0, rows: 3, columns: 1 });
    expect({ ...read.file.properties }).toEqual({ 台账副本: '外贸科 & "2021-06"' });
    expect(read.file.savedAt).toBe('2021-06-18T00:00:00Z');
  });
});

describe('any drawing', () => {
  test('[P3] the same drawing gives the same bytes, and no moment where none is said', async () => {
    const one = await drawWorkbookFile(sampleDrawing);
    expect(await drawWorkbookFile(sampleDrawing)).toEqual(one);
    expect(part(one, 'docProps/core.xml')).not.toContain('dcterms:modified');
  });

  test('[R12] any text comes back as it was and no formula', async () => {
    const text = fc.tuple(fc.constantFrom('', '=', '+', '-', '@', "'", '_x0009_', ' '), fc.string({ unit: 'binary', maxLength: 30 })).map((parts) => parts.join('')).filter((each) => each !== '' && !/[\ud800-\udfff]/.test(each));
    await fc.assert(fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
      const bytes = await drawWorkbookFile(oneSheet({ blocks: [{ row: 0, column: 0, cells: texts.map((each) => [each]) }] }));
      expect(faultsOf(bytes)).toEqual([]);
      const { cells } = sheetIn(await opened(bytes), '表');
      expect(texts.map((_, row) => cells.get(row)?.get(0)?.value)).toEqual(texts);
      expect(texts.filter((_, row) => cells.get(row)?.get(0)?.formula !== undefined)).toEqual([]);
    }), { numRuns: 60, seed: 20210304 });
  });

  test('[B2] rows make room for merged text, and hold it', async () => {
    const long = '落实情况一共写了五十个字所以在一百二十磅宽的格子里要占五行才放得下这样两行合起来必须够高才看得见全部文字了';
    const { rows } = sheetIn(await opened(await drawWorkbookFile(oneSheet({
      blocks: [{ row: 0, column: 0, cells: [[long]] }], looks: [{ at: { row: 0, column: 0, rows: 2, columns: 2 }, look: { size: 10, wrap: true } }],
      columns: [{ column: 0, width: 60 }, { column: 1, width: 60 }], merges: [{ row: 0, column: 0, rows: 2, columns: 2 }], rows: [{ row: 0, rows: 2, height: 'auto' }],
    }))), '表');
    const heights = [rows.get(0)?.height ?? 0, rows.get(1)?.height ?? 0];
    expect((heights[0] ?? 0) + (heights[1] ?? 0)).toBeGreaterThanOrEqual(5 * 13.2);
    expect(rows.get(0)?.auto).not.toBe(true);
  });

  test.each<[string, WorkbookDrawing, FileOptions | undefined, RegExp]>([
    ['opens on a hidden sheet', { ...sampleDrawing, opensOn: '名册' }, undefined, /名册/],
    ['opens on no sheet', { ...sampleDrawing, opensOn: '汇总' }, undefined, /汇总/],
    ['a header without a title', oneSheet({ table: { name: '表一', at: { row: 0, column: 0, rows: 2, columns: 2 }, style: '', bandedRows: false } }), undefined, /does not name each column/],
    ['a day that Excel does not know', oneSheet({ blocks: [{ row: 0, column: 0, cells: [[{ day: '1800-01-01' }]] }] }), undefined, /1800-01-01/],
    ['a number that is none', oneSheet({ blocks: [{ row: 0, column: 0, cells: [[Number.NaN]] }] }), undefined, /no number/],
    ['a text beyond what a cell takes', oneSheet({ blocks: [{ row: 0, column: 0, cells: [['字'.repeat(32_768)]] }] }), undefined, /A1/],
    ['a prompt beyond what Excel takes', oneSheet({ validations: [{ at: { row: 0, column: 0, rows: 1, columns: 1 }, rule: { kind: 'list', source: ['一'] }, prompt: { title: '', message: '字'.repeat(256) }, refusal: { kind: 'none' } }] }), undefined, /255/],
    ['a moment without a zone', sampleDrawing, { savedAt: '2021-06-18T09:00' }, /2021-06-18T09:00/],
    ['a day that no year has', sampleDrawing, { savedAt: '2021-13-01' }, /2021-13-01/],
  ])('[X3] %s: refused aloud, for it is a bug', async (_, drawing, options, said) => {
    await expect(drawWorkbookFile(drawing, options)).rejects.toThrow(said);
  });
});

const version = libreOfficeVersion();
if (version === undefined) {
  test('[S8] LibreOffice is not installed here, so its part of the proof is made elsewhere', () => {
    expect(libreOfficeVersion()).toBeUndefined();
  });
} else {
  test(`[S5][S8] in ${version} the file's own formulas say what is overdue`, async () => {
    const plan = seedPlan();
    const { drawing } = await seedDrawing({ ...plan, settings: { ...plan.settings, asOf: '2021-07-01' } });
    const file = throughLibreOffice(new Map([['ledger', await drawWorkbookFile(drawing)]])).get('ledger') ?? new Uint8Array();
    const { cells } = sheetIn(await opened(file), '任务台账');
    const words = Array.from({ length: 13 }, (_x, index) => cells.get(4 + index)?.get(12)?.value);
    // Only 2.2 was due by the end of June.
    expect(words).toEqual(['正常推进', '正常推进', '逾期', ...Array.from({ length: 10 }, () => '正常推进')]);
  }, 240_000);
}
