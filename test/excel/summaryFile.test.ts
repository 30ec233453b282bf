// The summary in its .xlsx: whole parts, and what other programs find in it, where they are installed: openpyxl its merges, chart and page, LibreOffice the same and as many pages as were laid (B2, B6).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { saveXlsx } from '../../src/workbench/xlsx';
import { libreOfficeVersion } from './libreOffice';
import { FilledLedger } from './summaryLedger';

jest.setTimeout(400_000);

const sheets = ['双月汇总2021-08', '双月汇总2021-06', '双月汇总2021-04'];
let folder = '';
let file = '';
let bytes: Uint8Array = new Uint8Array();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-summary-'));
  file = join(folder, '汇总.xlsx');
  const ledger = await FilledLedger.open({ asOf: '2021-08-10' });
  ledger.fill(0, { progress: '已走访 12 家后备企业 & 建库 <初稿>（虚拟示例）。' });
  await ledger.report('2021-04');
  ledger.fill(2, { progress: '收费清单已公示（虚拟示例）。', doneOn: '2021-06-10' });
  await ledger.report('2021-06', { madeAt: '2021-06-17 09:00' });
  for (let index = 4; index < 10; index += 1) ledger.fill(index, { progress: '已按方案推进，形成阶段性成果（虚拟示例）。'.repeat(index === 6 ? 12 : 1), due: index === 5 ? '2021-07-31' : '2021-12-31' });
  await ledger.report('2021-08', { madeAt: '2021-08-10 09:00' });
  // Only the summaries: pages are counted. They hold values and want nothing of the other sheets.
  for (const { id, name } of [...ledger.book.sheets]) if (!sheets.includes(name)) ledger.book.deleteSheet(id);
  bytes = await saveXlsx(ledger.book);
  ledger.close();
  writeFileSync(file, bytes);
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

test('[B2] every part of the file is well-formed, and each sheet has its chart', () => {
  const parts = unzipSync(bytes);
  const faults: string[] = [];
  for (const [path, part] of Object.entries(parts).filter(([name]) => /\.(xml|rels)$/.test(name))) {
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => { faults.push(`${path}: ${error.message}`); });
    parser.write(strFromU8(part)).close();
  }
  expect(faults).toEqual([]);
  expect(Object.keys(parts).filter((path) => /^xl\/charts\/chart\d+\.xml$/.test(path))).toHaveLength(3);
});

/** What is asked of openpyxl; it answers in JSON. */
const question = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
def series(s):
    return [s.tx.v if s.tx is not None else None, s.cat.strRef.f, s.val.numRef.f]
def last(sheet, anchor):
    # The 0-based row in which a chart ends; its height counts from the top of its first row, in EMU of 1/12700 point.
    if hasattr(anchor, 'to'): return anchor.to.row
    rest = (anchor._from.rowOff + anchor.ext.height) / 12700 - 0.5
    row = anchor._from.row
    while rest > sheet.row_dimensions[row + 1].height:
        rest -= sheet.row_dimensions[row + 1].height
        row += 1
    return row
print(json.dumps([{
  'name': sheet.title,
  'merges': [str(each) for each in sheet.merged_cells.ranges],
  'first': [[cell.value for cell in row[:1]][0] for row in sheet.iter_rows()],
  'formulas': sum(1 for row in sheet.iter_rows() for cell in row if cell.data_type == 'f'),
  'titles': sheet.print_title_rows, 'area': sheet.print_area, 'breaks': [each.id for each in sheet.row_breaks.brk],
  'wide': sheet.page_setup.fitToWidth, 'tall': sheet.page_setup.fitToHeight, 'fit': sheet.sheet_properties.pageSetUpPr.fitToPage,
  'paper': str(sheet.page_setup.paperSize), 'orientation': sheet.page_setup.orientation, 'footer': sheet.oddFooter.center.text,
  'charts': [{'series': [series(s) for s in chart.ser], 'from': chart.anchor._from.row, 'to': last(sheet, chart.anchor)} for chart in sheet._charts],
} for sheet in book.worksheets]))
`;

interface Seen {
  readonly name: string; readonly merges: readonly string[]; readonly first: readonly (string | null)[]; readonly formulas: number;
  readonly titles: string; readonly area: unknown; readonly breaks: readonly number[]; readonly wide: number; readonly tall: number; readonly fit: boolean; readonly paper: string; readonly orientation: string; readonly footer: string;
  readonly charts: readonly { readonly series: readonly (readonly string[])[]; readonly from: number; readonly to: number }[];
}

/** A Python that has openpyxl: the first on the path, or the system's own. */
const python = ['python3', '/usr/bin/python3'].find((each) => spawnSync(each, ['-c', 'import openpyxl'], { timeout: 60_000 }).status === 0);

function askOpenpyxl(path: string): readonly Seen[] {
  const asked = spawnSync(python ?? '', ['-c', question, path], { encoding: 'utf8', timeout: 120_000 });
  if (asked.status !== 0) throw new Error(asked.stderr);
  return JSON.parse(asked.stdout) as readonly Seen[];
}

/** The rows of a merged cell in the first column under a row, by what stands in it. */
function indicatorsUnder({ merges, first }: Seen, head: number): readonly (readonly [string, number])[] {
  return merges.flatMap((merge) => {
    const [, from, to] = /^A(\d+):A(\d+)$/.exec(merge) ?? [];
    return from === undefined || Number(from) <= head ? [] : [[first[Number(from) - 1] ?? '', Number(to) - Number(from) + 1] as const];
  }).sort(([one], [other]) => (one < other ? -1 : 1));
}

function expectSummary(seen: Seen): void {
  const head = seen.first.indexOf('指标名称') + 1;
  expect(indicatorsUnder(seen, head)).toEqual([['招标投标', 4], ['政务服务', 3], ['跨境贸易', 3]]);
  expect(seen.formulas).toBe(0);
  expect(seen).toMatchObject({ wide: 1, fit: true, paper: '9', orientation: 'landscape', footer: '第 &P 页，共 &N 页', titles: `$${String(head)}:$${String(head)}` });
  const heading = seen.first.indexOf('二、各指标进度') + 1;
  const table = seen.first.indexOf('指标') + 1;
  const [chart] = seen.charts;
  expect(seen.charts).toHaveLength(1);
  // Rows of the anchor count from 0: the chart begins in the row under its heading and ends above the table.
  expect(chart?.from).toBe(heading);
  expect(chart?.to).toBeLessThan(table - 1);
  expect(chart?.to).toBeGreaterThan(heading + 4);
  for (const line of seen.first.slice(heading, table - 1)) expect(line).toBeNull();
  const [from, to] = [String(table + 1), String(table + 6)];
  expect(seen.first.slice(table, table + 7)).toEqual(['获得信贷', '跨境贸易', '招标投标', '知识产权创造、运用和保护', '政务服务', '包容普惠创新', '合计']);
  for (const [, categories, values] of chart?.series ?? []) {
    expect(categories).toBe(`'${seen.name}'!$A$${from}:$A$${to}`);
    expect(values).toMatch(new RegExp(`^'${seen.name}'!\\$([E-K])\\$${from}:\\$\\1\\$${to}$`));
  }
}

if (python === undefined) {
  test('[B2] openpyxl is not installed here, so its part of the proof is made elsewhere', () => { expect(python).toBeUndefined(); });
} else {
  test('[B1][B2][B6] openpyxl finds the sheets in their order, the merges of the official form, the chart over empty cells with its ranges, and the page', () => {
    const found = askOpenpyxl(file);
    expect(found.map(({ name }) => name)).toEqual(sheets);
    for (const seen of found) expectSummary(seen);
    expect(found.map(({ charts }) => charts[0]?.series.map(([name]) => name))).toEqual([['已办结', '正常推进', '逾期'], ['已办结', '正常推进'], ['正常推进']]);
    for (const { first, breaks } of found) {
      // A break's number is the last row before it: the sections’ table and the official form begin pages.
      expect(breaks).toContain(first.indexOf('三、按责任科室'));
      expect(breaks).toContain(first.findIndex((text) => text?.endsWith('、各项指标工作任务落实情况') === true));
      expect(breaks).not.toContain(first.findIndex((text) => text?.startsWith('填报人') === true));
    }
  });
}

const version = libreOfficeVersion();
if (version === undefined) {
  test('[B6] LibreOffice is not installed here, so its part of the proof is made elsewhere', () => { expect(libreOfficeVersion()).toBeUndefined(); });
} else {
  test(`[B2][B6] ${version} opens it, prints it one page wide on as many pages as were laid, and gives it back with merges, chart and page`, () => {
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const convert = (to: string, out: string): void => {
      const run = spawnSync('soffice', [`-env:UserInstallation=${profile}`, '--headless', '--norestore', '--convert-to', to, '--outdir', out, file], { encoding: 'utf8', timeout: 240_000 });
      if (run.error !== undefined || run.status !== 0) throw new Error(`soffice: ${String(run.error ?? run.stderr)}`);
    };
    convert('pdf', folder);
    const pdf = readFileSync(join(folder, '汇总.pdf')).toString('latin1');
    const laid = (unzipSync(bytes));
    const breaks = Object.entries(laid).filter(([path]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(path)).map(([, part]) => (strFromU8(part).match(/<brk /g) ?? []).length);
    expect(breaks).toHaveLength(3);
    expect((pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length).toBe(breaks.reduce((sum, each) => sum + each + 1, 0));
    if (python === undefined) return;
    const out = join(folder, 'back');
    convert('xlsx', out);
    const found = askOpenpyxl(join(out, '汇总.xlsx'));
    expect(found.map(({ name }) => name)).toEqual(sheets);
    for (const seen of found) {
      const head = seen.first.indexOf('指标名称') + 1;
      expect(indicatorsUnder(seen, head)).toEqual([['招标投标', 4], ['政务服务', 3], ['跨境贸易', 3]]);
      expect(seen.charts).toHaveLength(1);
      expect(seen.titles).toBe(`$${String(head)}:$${String(head)}`);
    }
  });
}
