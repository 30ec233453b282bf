// A workbook of the .xlsx form: its parts and how they lead to one another. Knows what the parts are for, and of a sheet's cells only that they are read elsewhere.
import type { RawFile, RawNote, RawTable } from '../core/rawTable';
import { fileLimits } from './fileLimits';
import { refuse } from './fileRefusal';
import type { NumberReader } from './readNumber';
import { builtInFormat, numberReader } from './readNumber';
import { CellBudget } from './readGrid';
import type { ReadPace } from './readPace';
import { readProperties } from './readProperties';
import { readRelations } from './readRelations';
import { decodeXstring, readSheet } from './readSheet';
import { attributeOf, readXml } from './readXml';
import type { ZipParts } from './readZip';

interface SheetEntry {
  readonly name: string;
  readonly relation: string;
  readonly visibility: RawTable['visibility'];
}

/** Reads a workbook of the .xlsx or .xlsm form (I1, R12). */
export async function readXlsx(name: string, parts: ZipParts, pace: ReadPace): Promise<RawFile> {
  const relations = await readRelations(parts, '', pace);
  const path = relations.find(({ kind }) => kind === 'officeDocument')?.target;
  if (path === undefined || !parts.has(path)) refuse('damaged');
  const workbook = await readWorkbook(parts, path, pace);
  const workbookRelations = await readRelations(parts, path, pace);
  // Some programs lead to parts that they never write.
  const partOf = (kind: string): string | undefined => workbookRelations.find((relation) => relation.kind === kind && parts.has(relation.target))?.target;
  const texts = await readTexts(parts, partOf('sharedStrings'), pace);
  const numbers = await readNumberFormats(parts, partOf('styles'), workbook.date1904, pace);
  const budget = new CellBudget();
  const tables: RawTable[] = [];
  const notes: RawNote[] = [];
  for (const entry of workbook.sheets) {
    const relation = workbookRelations.find(({ id }) => id === entry.relation);
    if (relation === undefined) refuse('damaged');
    // Sheets that are a chart or an old dialogue have no cells.
    if (relation.kind !== 'worksheet') continue;
    const sheet = await readSheet(parts, relation.target, { name: entry.name, texts, numbers, budget }, pace);
    tables.push({ name: entry.name, visibility: entry.visibility, cells: sheet.cells, merges: sheet.merges });
    if (sheet.note !== undefined) notes.push(sheet.note);
  }
  if (tables.length === 0) refuse('damaged');
  return { name, kind: 'xlsx', tables, ...(await readProperties(parts, relations, pace)), ...(notes.length === 0 ? {} : { notes }) };
}

async function readWorkbook(parts: ZipParts, path: string, pace: ReadPace): Promise<{ sheets: readonly SheetEntry[]; date1904: boolean }> {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  await readXml(parts, path, {
    open: (name, attributes) => {
      // Newer programs write a second workbookPr among their extensions.
      if (name === 'workbookPr') date1904 ||= ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      if (sheets.length >= fileLimits.sheets) refuse('tooManySheets', { limit: fileLimits.sheets });
      // Excel's names have 31 characters at most.
      if ((attributes['name'] ?? '').length > fileLimits.columns) refuse('damaged');
      const state = attributes['state'];
      sheets.push({
        name: decodeXstring(attributes['name'] ?? ''),
        relation: attributeOf(attributes, 'id') ?? '',
        visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
      });
    },
  }, pace);
  return { sheets, date1904 };
}

/** Texts that the cells share. How they are pronounced stands among them and is left out. */
async function readTexts(parts: ZipParts, path: string | undefined, pace: ReadPace): Promise<readonly string[]> {
  const texts: string[] = [];
  if (path === undefined) return texts;
  let text = '';
  let isText = false;
  let pronounced = 0;
  await readXml(parts, path, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') pronounced += 1;
      isText = name === 't' && pronounced === 0;
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') pronounced -= 1;
      if (name !== 'si') return;
      if (texts.length >= fileLimits.cells) refuse('tooManyCells', { what: 'cells', limit: fileLimits.cells });
      texts.push(decodeXstring(text));
    },
    text: (piece) => {
      if (isText) text += piece;
    },
  }, pace);
  return texts;
}

/** How the numbers of each look of a cell are read, by the look's number. */
async function readNumberFormats(parts: ZipParts, path: string | undefined, date1904: boolean, pace: ReadPace): Promise<readonly NumberReader[]> {
  const formats = new Map<number, string>();
  const ids: number[] = [];
  let isCellLook = false;
  if (path !== undefined) {
    await readXml(parts, path, {
      open: (name, attributes) => {
        if (name === 'numFmt') formats.set(Number(attributes['numFmtId']), decodeXstring(attributes['formatCode'] ?? ''));
        if (name === 'cellXfs') isCellLook = true;
        if (name === 'xf' && isCellLook) ids.push(Number(attributes['numFmtId'] ?? 0));
      },
      close: (name) => {
        if (name === 'cellXfs') isCellLook = false;
      },
    }, pace);
  }
  const readers = new Map<number, NumberReader>();
  return ids.map((id) => {
    const reader = readers.get(id) ?? numberReader(formats.get(id) ?? builtInFormat(id), date1904);
    readers.set(id, reader);
    return reader;
  });
}
