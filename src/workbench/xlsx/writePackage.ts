// The whole file. hucre writes the package (content types, relationships, theme, document properties, charts); the parts that carry
// the book replace its own, because hucre's drop what a book must keep: docs/decisions/spreadsheet-files.md has the list.
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import type { BookApi, DocumentProperties } from '../book/bookApi';
import { DEFAULT_STYLE } from '../book/styles';
import { drawingPart, hucreChart, markedChart } from './chartWriter';
import { FileFault } from './fileFault';
import { UNWRITABLE } from './lostWords';
import { SharedText } from './sharedText';
import { worksheetPart } from './sheetWriter';
import { StyleWriter } from './styleWriter';
import { tablePart } from './tableWriter';
import { workbookPart } from './workbookWriter';
import { element, escapeAttribute } from './xmlText';

type Parts = Record<string, Uint8Array>;

/** Equal books give equal bytes: no moment of writing is stored. */
const MOMENT = new Date(1980, 0, 1);

/** Writes a whole book as the bytes of an .xlsx. */
export async function writePackage(book: BookApi): Promise<Uint8Array> {
  if (!book.sheets.some((sheet) => sheet.visibility === 'Visible')) throw new FileFault(UNWRITABLE.noVisibleSheet);
  const parts = await emptyPackage(book);
  const styles = new StyleWriter(DEFAULT_STYLE);
  const texts = new SharedText();
  let tableNumber = 0;
  let chartNumber = 0;
  let propertyNumber = 0;
  book.sheets.forEach((sheet, index) => {
    const number = index + 1;

    // hucre gives the relationships of a sheet in this order: the drawing, then the tables
    let relationship = 0;
    const drawing = sheet.charts.length > 0 ? `rId${++relationship}` : undefined;
    const tables = sheet.tables.map((table) => {
      parts[`xl/tables/table${++tableNumber}.xml`] = strToU8(tablePart(sheet, table, tableNumber));
      return `rId${++relationship}`;
    });
    const properties = [...sheet.customProperties].map(([name, value]) => {
      const path = `customProperty${++propertyNumber}.bin`;
      addProperty(parts, number, path, `rId${++relationship}`, value);
      return { name, id: `rId${relationship}` };
    });
    for (const chart of sheet.charts) {
      const path = `xl/charts/chart${++chartNumber}.xml`;
      parts[path] = strToU8(markedChart(strFromU8(needed(parts, path)), chart));
    }
    if (drawing !== undefined) parts[`xl/drawings/drawing${number}.xml`] = strToU8(drawingPart(sheet));
    const selection = sheet.id === book.activeSheetId ? book.selection : undefined;
    parts[`xl/worksheets/sheet${number}.xml`] = strToU8(worksheetPart(sheet, { styles, texts, selection, drawing, tables, properties }));
  });
  parts['xl/styles.xml'] = strToU8(styles.part());
  parts['xl/sharedStrings.xml'] = strToU8(texts.part());
  parts['xl/workbook.xml'] = strToU8(workbookPart(book));
  correctProperties(parts, book.properties);
  const zipped: Zippable = Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path, [bytes, { mtime: MOMENT }]]));
  return zipSync(zipped, { level: 6 });
}

/** A package with as many sheets, tables and charts as the book has, but nothing in its sheets. */
async function emptyPackage(book: BookApi): Promise<Parts> {
  const sheets = book.sheets.map((sheet, index): WriteSheet => ({
    name: `S${index + 1}`,
    // One text, so that hucre provides for the part of shared texts
    rows: [['-']],
    tables: sheet.tables.map((table, at) => ({ name: `T${at}`, range: 'A1:A2', columns: table.columns.map(({ name }) => ({ name })) })),
    charts: sheet.charts.map(hucreChart),
  }));
  return unzipSync(await writeXlsx({ sheets, properties: hucreProperties(book.properties) }));
}

function hucreProperties(properties: DocumentProperties): NonNullable<Parameters<typeof writeXlsx>[0]['properties']> {
  const { title, subject, author, keywords, comments, lastAuthor, company, manager, category, created, modified, custom } = properties;
  return {
    title, subject, creator: author, keywords, description: comments, lastModifiedBy: lastAuthor, company, manager, category,
    ...(created ? { created } : {}), ...(modified ? { modified } : {}), custom: Object.fromEntries(custom),
  };
}

function correctProperties(parts: Parts, properties: DocumentProperties): void {
  // hucre stamps the present moment where the book has none
  if (!properties.modified) patch(parts, 'docProps/core.xml', (xml) => xml.replace(/<dcterms:modified[^>]*>[^<]*<\/dcterms:modified>/, ''));

  // hucre writes every whole number as a 32-bit one; larger ones would be damage
  if (properties.custom.size > 0) {
    patch(parts, 'docProps/custom.xml', (xml) => xml.replace(/<vt:i4>(-?[\d.e+]+)<\/vt:i4>/g, (whole, digits: string) => {
      const value = Number(digits);
      return value === (value | 0) ? whole : `<vt:r8>${digits}</vt:r8>`;
    }));
  }
}

/** A property of a sheet is a part of its own, in UTF-16; hucre knows none. */
function addProperty(parts: Parts, sheet: number, file: string, id: string, value: string): void {
  const bytes = new Uint8Array(value.length * 2);
  for (let at = 0; at < value.length; at++) new DataView(bytes.buffer).setUint16(at * 2, value.charCodeAt(at), true);
  parts[`xl/${file}`] = bytes;
  patch(parts, '[Content_Types].xml', (xml) => xml.replace('</Types>', element('Override', {
    PartName: `/xl/${file}`, ContentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty',
  }) + '</Types>'));
  const path = `xl/worksheets/_rels/sheet${sheet}.xml.rels`;
  parts[path] ??= strToU8('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>');
  patch(parts, path, (xml) => xml.replace('</Relationships>', '<Relationship '
    + `Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customProperty" Target="../${escapeAttribute(file)}"/></Relationships>`));
}

function patch(parts: Parts, path: string, change: (xml: string) => string): void {
  parts[path] = strToU8(change(strFromU8(needed(parts, path))));
}

function needed(parts: Parts, path: string): Uint8Array {
  const part = parts[path];
  if (!part) throw new Error(`hucre wrote no ${path}`);
  return part;
}
