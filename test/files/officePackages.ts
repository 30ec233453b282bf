// Small .xlsx and .docx files written part by part, for what no program at hand would write. Knows the form of files, not how they are read.
import { strToU8, zipSync } from 'fflate';
import type { FileReading } from '../../src/files/readFileTables';
import type { FileRefusal, RawCell, RawFile } from '../../src/core/rawTable';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelation = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface SheetPart {
  readonly name?: string;
  readonly state?: string;
  /** What stands in the worksheet element. */
  readonly xml: string;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  /** What stands in styleSheet. */
  readonly styles?: string;
  /** What stands in sst. */
  readonly texts?: string;
  /** Attributes of workbookPr. */
  readonly workbookPr?: string;
  /** Further parts by path, or other ones in the place of those that are made. */
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

const partsOf = ({ sheets, styles, texts, workbookPr = '', more = {} }: WorkbookParts): Record<string, string | Uint8Array> => ({
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  '_rels/.rels': `<Relationships xmlns="${packageRelation}"><Relationship Id="r1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relation}"><workbookPr ${workbookPr}/><sheets>${sheets.map(({ name, state }, index) => `<sheet name="${escaped(name ?? `表${String(index + 1)}`)}" sheetId="${String(index + 1)}" r:id="s${String(index)}"${state === undefined ? '' : ` state="${state}"`}/>`).join('')}</sheets><extLst><ext xmlns:x15="urn:x15"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRelation}">${sheets.map((_, index) => `<Relationship Id="s${String(index)}" Type="${relation}/worksheet" Target="worksheets/sheet${String(index + 1)}.xml"/>`).join('')}${texts === undefined ? '' : `<Relationship Id="texts" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/>`}${styles === undefined ? '' : `<Relationship Id="looks" Type="${relation}/styles" Target="/xl/styles.xml"/>`}</Relationships>`,
  ...(texts === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${main}">${texts}</sst>` }),
  ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>` }),
  ...Object.fromEntries(sheets.map(({ xml }, index) => [`xl/worksheets/sheet${String(index + 1)}.xml`, `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${main}">${xml}</worksheet>`])),
  ...more,
});

/** A zip of texts and bytes by their paths. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>, level: 0 | 1 | 6 | 9 = 6): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part])), { level });
}

/** A workbook file of the given parts; large ones are packed lightly, to save the tests' time. */
export function workbookOf(parts: WorkbookParts): Uint8Array {
  const isLarge = parts.sheets.some(({ xml }) => xml.length > 1_000_000);
  return zipOf(partsOf(parts), isLarge ? 1 : 6);
}

/** A workbook of one sheet with the given rows of XML. */
export function sheetOf(rows: string, more: Omit<WorkbookParts, 'sheets'> = {}): Uint8Array {
  return workbookOf({ sheets: [{ xml: `<sheetData>${rows}</sheetData>` }], ...more });
}

/** A document with the given body. */
export function documentOf(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${packageRelation}"><Relationship Id="r1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${word}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
    ...more,
  });
}

/** The file that was read; a refusal fails the test by name. */
export function fileOf(reading: FileReading): RawFile {
  if (!reading.ok) throw new Error(`refused: ${JSON.stringify(reading.refusal)}`);
  return reading.file;
}

/** Why a file was refused; one that was read fails the test. */
export function refusalOf(reading: FileReading): FileRefusal {
  if (reading.ok) throw new Error(`read: ${reading.file.name}`);
  return reading.refusal;
}

/** A row up to its last cell with contents. */
export function withoutEmptyEnd(cells: readonly RawCell[]): readonly RawCell[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === '') end -= 1;
  return cells.slice(0, end);
}
