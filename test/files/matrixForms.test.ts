// 附件3 of 2021 from everywhere: files and clipboards that other programs made, or that are made by hand after their shapes. Each gives the cells and merges of the notice, and the thirteen tasks.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx';
import { readMatrix } from '../../src/core/matrixIn';
import { planFromMatrix } from '../../src/core/matrixPlan';
import type { RawCell, RawFile } from '../../src/core/rawTable';
import type { FileReading } from '../../src/files/readFileTables';
import { readFileTables } from '../../src/files/readFileTables';
import { readHtmlFile } from '../../src/files/readHtmlFile';
import { readPasted } from '../../src/files/readPasted';
import { plan2021 } from '../core/plans';
import { bare, matrixCells, matrixMerges, sorted, titledCells, titledMerges } from './matrixTable';
import { fileOf } from './officePackages';

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(join(__dirname, 'fixtures/matrix', name)));
const textOf = (name: string): string => new TextDecoder().decode(fixture(name));
const file = (name: string) => (): Promise<FileReading> => readFileTables(name, fixture(name));
const page = (name: string) => (): Promise<FileReading> => readHtmlFile(name, fixture(name));
const pasted = (name: string) => (): Promise<FileReading> => readPasted({ html: textOf(name), text: 'ignored\ttext' });

const plan = plan2021();

/** The tasks of the plan that these tables make. */
function tasksOf({ tables }: RawFile): unknown {
  const made = planFromMatrix(readMatrix(tables, { year: 2021, roster: plan.roster }), { settings: plan.settings, roster: plan.roster });
  return made.ok ? made.value.tasks : made;
}

const textIn = (cell: RawCell | undefined): string => (typeof cell === 'string' ? cell : '');

/** The table drawn by the package docx, which the reader does not use. */
async function ofPackageDocx(): Promise<Uint8Array> {
  const covered = (row: number, column: number): boolean => matrixMerges.some((merge) => merge.column === column && row > merge.row && row < merge.row + merge.rows);
  const begins = (row: number, column: number): boolean => matrixMerges.some((merge) => merge.column === column && row === merge.row);
  const rows = matrixCells.map((cells, row) => new TableRow({
    children: Array.from({ length: 10 }, (_, column) => new TableCell({
      children: textIn(cells[column]).split('\n').map((line) => new Paragraph(line)),
      ...(covered(row, column) ? { verticalMerge: VerticalMergeType.CONTINUE } : begins(row, column) ? { verticalMerge: VerticalMergeType.RESTART } : {}),
    })),
  }));
  return Packer.pack(new Document({ sections: [{ children: [new Paragraph('附件3'), new Table({ rows })] }] }), 'uint8array');
}

describe('with the merges of the notice', () => {
  test.each<[string, () => Promise<FileReading>, boolean]>([
    ['.docx of python-docx', file('python-docx.docx'), false],
    ['.docx of LibreOffice Writer', file('libreoffice.docx'), false],
    ['.docx of the package docx', async () => readFileTables('表.docx', await ofPackageDocx()), false],
    ['.xlsx of openpyxl', file('openpyxl.xlsx'), true],
    ['.xls of LibreOffice Calc', file('libreoffice.xls'), true],
    ['HTML of LibreOffice Calc', page('libreoffice-calc.html'), true],
    ['HTML of LibreOffice Writer', page('libreoffice-writer.html'), false],
    ['a page of the web in GB 2312', page('web-page.html'), false],
    ["Word's clipboard", pasted('word-clipboard.html'), false],
    ["Excel's clipboard", pasted('excel-clipboard.html'), false],
    ["WPS Spreadsheets' clipboard", pasted('wps-sheet-clipboard.html'), false],
    ["WPS Writer's clipboard", pasted('wps-writer-clipboard.html'), false],
  ])('[I1][I2] %s', async (_, read, hasTitle) => {
    const found = fileOf(await read());
    expect(found.tables).toHaveLength(1);
    expect(bare(found.tables[0]?.cells ?? [])).toEqual(hasTitle ? titledCells : matrixCells);
    expect(sorted(found.tables[0]?.merges ?? [])).toEqual(hasTitle ? titledMerges : matrixMerges);
    expect(found.notes).toBeUndefined();
    expect(tasksOf(found)).toEqual(plan.tasks);
  });
});

describe('in forms without merges', () => {
  test('[I1][I2] .csv of LibreOffice: what a merge covered is empty', async () => {
    const found = fileOf(await file('libreoffice.csv')());
    expect(bare(found.tables[0]?.cells ?? [])).toEqual(titledCells);
    expect(found.tables[0]?.merges).toEqual([]);
  });

  test('[I1][I2] text with tabs, as Excel puts it beside its HTML', async () => {
    const found = fileOf(await readPasted({ text: textOf('excel-clipboard.txt') }));
    expect(bare(found.tables[0]?.cells ?? [])).toEqual(matrixCells);
    expect(found.tables[0]?.merges).toEqual([]);
    expect(found.kind).toBe('text');
  });

  test.each<[string, () => Promise<FileReading>]>([
    ['.csv', file('libreoffice.csv')],
    ['text with tabs', () => readPasted({ text: textOf('excel-clipboard.txt') })],
  ])('[I2] %s gives the same tasks once the offered columns are filled from above', async (_, read) => {
    const { tables } = fileOf(await read());
    const offers = readMatrix(tables, { year: 2021, roster: plan.roster }).offers.map(({ key }) => key);
    const made = planFromMatrix(readMatrix(tables, { year: 2021, roster: plan.roster, choices: { filledDown: offers } }), { settings: plan.settings, roster: plan.roster });
    expect(made.ok && made.value.tasks).toEqual(plan.tasks);
  });
});

describe('with true days in 完成时限', () => {
  const days = ['2021-12-01', '2021-09-01', '2021-06-01', '2021-09-01', '2021-12-01', '', '', '', '2021-09-01', '2021-09-01', '', '2021-12-01', '2021-12-01'].map((day) => (day === '' ? '' : { day }));

  test.each<[string, () => Promise<FileReading>]>([
    ['.xlsx of openpyxl', file('openpyxl-days.xlsx')],
    ['HTML of LibreOffice Calc', page('libreoffice-calc-days.html')],
  ])('[I1][L5][D7] %s: days come as days, and the tasks are the same', async (_, read) => {
    const found = fileOf(await read());
    // A workbook says with the day that only its month is shown.
    expect(found.tables[0]?.cells.slice(2).map((row) => { const cell = row[7] ?? ''; return typeof cell === 'object' ? { day: cell.day } : cell; })).toEqual(days);
    expect(tasksOf(found)).toEqual(plan.tasks);
  });
});
