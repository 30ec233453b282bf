// A drawing of a workbook as the bytes of an .xlsx. hucre writes the package and the charts, the parts that carry the sheets are written here
// (docs/decisions/files-that-go-out.md). Knows drawings, and neither Excel nor what a task is.
import type { Zippable } from 'fflate';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { WriteSheet } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import type { SheetDrawing, WorkbookDrawing } from '../sheets/drawing';
import { chartModel } from './drawChart';
import { formulaText, sheetPrefix } from './drawFormula';
import { layGrid } from './drawGrid';
import { fixedAddress, sheetPart } from './drawSheetPart';
import { StylePool } from './drawStyles';
import { tablePart } from './drawTable';
import { TextPool } from './drawTexts';
import { element, escapeText, xmlHead } from './drawXml';
import { fixedMoment, savedMoment } from './writeMoment';

type Parts = Record<string, Uint8Array>;

/** What a file says of itself beside its sheets. */
export interface FileOptions {
  /** Custom document properties, by which a copy knows itself (R2). */
  readonly properties?: Readonly<Record<string, string>>;
  /** The day ('2021-06-18') or moment ('2021-06-18T09:00:00Z') at which it is saved. Without it the file names none. */
  readonly savedAt?: string;
}

/** Renders a drawing as an .xlsx file. The same drawing and options give the same bytes. Throws an Error for what no file can hold. */
export async function drawWorkbookFile(drawing: WorkbookDrawing, options: FileOptions = {}): Promise<Uint8Array> {
  const sheets = inTabOrder(drawing.sheets);
  const shown = sheets.findIndex(({ name }) => name === drawing.opensOn);
  if (shown < 0 || sheets[shown]?.visibility !== undefined) throw new Error(`A drawing opens on a sheet that is not seen: ${drawing.opensOn}`);
  const parts = await emptyPackage(sheets, options);
  const styles = new StylePool();
  const texts = new TextPool();
  let tables = 0;
  sheets.forEach((sheet, index) => {
    const number = String(index + 1);
    // hucre numbers a sheet's relationships so: the charts' drawing first, then the table.
    const charts = (sheet.charts ?? []).length > 0 ? 'rId1' : undefined;
    const table = sheet.table === undefined ? undefined : charts === undefined ? 'rId1' : 'rId2';
    const grid = layGrid(sheet);
    if (sheet.table !== undefined) {
      tables += 1;
      replace(parts, `xl/tables/table${String(tables)}.xml`, tablePart(grid, sheet.table, tables));
    }
    if (charts !== undefined) nameCharts(parts, `xl/drawings/drawing${number}.xml`, sheet);
    replace(parts, `xl/worksheets/sheet${number}.xml`, sheetPart(sheet, grid, { styles, texts, isShown: index === shown, charts, table }));
  });
  replace(parts, 'xl/styles.xml', styles.part());
  replace(parts, 'xl/sharedStrings.xml', texts.part());
  replace(parts, 'xl/workbook.xml', workbookPart(drawing, sheets, shown));
  // hucre puts the present moment where none is given; the same drawing must give the same file.
  if (options.savedAt === undefined) replace(parts, 'docProps/core.xml', textOf(parts, 'docProps/core.xml').replace(/<dcterms:modified[^>]*>[^<]*<\/dcterms:modified>/, ''));
  const zipped: Zippable = Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path, [bytes, { mtime: fixedMoment }]]));
  return zipSync(zipped, { level: 6 });
}

/** Each sheet comes last, or first where it says so, as when Excel is asked for one after the other. */
function inTabOrder(sheets: readonly SheetDrawing[]): readonly SheetDrawing[] {
  return sheets.reduce<readonly SheetDrawing[]>((before, sheet) => (sheet.isFirst === true ? [sheet, ...before] : [...before, sheet]), []);
}

/** A package with as many sheets, tables and charts as are drawn, and nothing in its sheets. */
async function emptyPackage(sheets: readonly SheetDrawing[], { properties = {}, savedAt }: FileOptions): Promise<Parts> {
  const made = sheets.map((sheet, index): WriteSheet => ({
    name: `S${String(index + 1)}`,
    // One text, so that hucre provides for the part of shared texts.
    rows: [['-']],
    ...(sheet.table === undefined ? {} : { tables: [{ name: `T${String(index)}`, range: 'A1:A2', columns: [{ name: '-' }] }] }),
    charts: (sheet.charts ?? []).map((chart) => chartModel(sheet.name, chart)),
  }));
  const moment = savedAt === undefined ? {} : { created: savedMoment(savedAt), modified: savedMoment(savedAt) };
  return unzipSync(await writeXlsx({ sheets: made, properties: { ...moment, custom: { ...properties } } }));
}

function textOf(parts: Parts, path: string): string {
  const part = parts[path];
  if (part === undefined) throw new Error(`hucre wrote no ${path}`);
  return strFromU8(part);
}

function replace(parts: Parts, path: string, xml: string): void {
  textOf(parts, path);
  parts[path] = strToU8(xml);
}

/** hucre calls its charts Chart 1, Chart 2 …; ours are found again by their names. */
function nameCharts(parts: Parts, path: string, sheet: SheetDrawing): void {
  let index = -1;
  replace(parts, path, textOf(parts, path).replace(/(<xdr:cNvPr id="\d+" name=")[^"]*"/g, (_, open: string) => {
    index += 1;
    return `${open}${escapeText(sheet.charts?.[index]?.name ?? '').replaceAll('"', '&quot;')}"`;
  }));
}

function workbookPart(drawing: WorkbookDrawing, sheets: readonly SheetDrawing[], shown: number): string {
  const firstSeen = sheets.findIndex(({ visibility }) => visibility === undefined);
  const tabs = sheets.map(({ name, visibility }, index) => element('sheet', { name, sheetId: index + 1, state: visibility, 'r:id': `rId${String(index + 1)}` }));
  const names = namesXml(drawing, sheets);
  return `${xmlHead}${element(
    'workbook',
    { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships' },
    [
      element('workbookPr', { defaultThemeVersion: 124226 }),
      element('bookViews', {}, element('workbookView', {
        xWindow: 0, yWindow: 0, windowWidth: 24000, windowHeight: 12000, firstSheet: firstSeen > 0 ? firstSeen : undefined, activeTab: shown > 0 ? shown : undefined,
      })),
      element('sheets', {}, tabs.join('')),
      names === '' ? '' : element('definedNames', {}, names),
      // No formula carries a result: whoever opens the file works all of them out.
      '<calcPr calcId="191029" fullCalcOnLoad="1"/>',
    ].join(''),
  )}`;
}

interface FileName { readonly name: string; readonly formula: string; readonly comment?: string; readonly sheet?: number }

function namesXml(drawing: WorkbookDrawing, sheets: readonly SheetDrawing[]): string {
  const all: FileName[] = drawing.names.map(({ name, formula, comment }) => ({ name, formula: formulaText(formula), ...(comment === '' ? {} : { comment }) }));
  sheets.forEach(({ name, page }, sheet) => {
    all.push({ name: '_xlnm.Print_Area', formula: `${sheetPrefix(name)}${fixedAddress(page.area)}`, sheet });
    if (page.titleRows !== undefined) all.push({ name: '_xlnm.Print_Titles', formula: `${sheetPrefix(name)}$${String(page.titleRows.from + 1)}:$${String(page.titleRows.to + 1)}`, sheet });
  });
  // Excel writes names in this order.
  const order = ({ name, sheet }: FileName): string => `${name.toLowerCase()}\u0000${String((sheet ?? -1) + 1).padStart(6, '0')}`;
  return all
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map(({ name, formula, comment, sheet }) => element('definedName', { name, comment, localSheetId: sheet }, escapeText(formula)))
    .join('');
}
