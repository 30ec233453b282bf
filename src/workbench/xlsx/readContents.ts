// A whole file as the contents of a book, and what of it would be lost. Knows the parts of a package and the order in which they need one another.
import { addressOf, parseAddress, splitAddress } from '../book/area';
import type { BookContents } from '../book/bookApi';
import type { NamedItem, Selection, Sheet } from '../book/model';
import { Archive, readable } from './archive';
import { FileFault } from './fileFault';
import { formulaForScreen } from './formulaText';
import { Losses } from './losses';
import { REFUSED } from './lostWords';
import { Palette } from './palette';
import { readProperties } from './propertiesReader';
import { relationshipsOf, type Relationship } from './relationships';
import { readSheet } from './sheetReader';
import { StyleReader } from './styleReader';
import { childOf, childrenOf, isYes, XmlReader, type XmlElement } from './xmlReader';
import { decodeXstring } from './xmlText';

const VISIBILITY: Readonly<Record<string, Sheet['visibility']>> = { hidden: 'Hidden', veryHidden: 'VeryHidden' };

/** Reads a whole .xlsx into what a book consists of, with what the book cannot hold. */
export function readContents(bytes: Uint8Array, name: string): { contents: BookContents; selection: Omit<Selection, 'sheetId'> | undefined; lost: readonly string[] } {
  const archive = new Archive(bytes);
  const losses = new Losses();
  losses.addParts(archive.paths);
  const path = relationshipsOf(archive, '').find((each) => each.kind === 'officeDocument')?.target;
  if (path === undefined) throw new FileFault(REFUSED.notXlsx);
  if (path.endsWith('.bin')) throw new FileFault(REFUSED.binaryFormat);
  const workbook = archive.xml(path);
  if (!workbook) throw new FileFault(REFUSED.missing(path));
  const parts = relationshipsOf(archive, path);
  const partOf = (kind: string) => parts.find((each) => each.kind === kind)?.target ?? '';
  const theme = archive.xml(partOf('theme'));
  const stylesRoot = archive.xml(partOf('styles'));
  const styles = new StyleReader(stylesRoot, new Palette(theme, stylesRoot));
  for (const loss of styles.losses) losses.add(loss);
  if (childrenOf(childOf(stylesRoot, 'tableStyles'), 'tableStyle').length > 0) losses.add('tableStyles');
  const { lockStructure, lockWindows } = childOf(workbook, 'workbookProtection')?.attributes ?? {};
  if (isYes(lockStructure) || isYes(lockWindows)) losses.add('bookProtection');
  const date1904 = isYes(childOf(workbook, 'workbookPr')?.attributes.date1904);
  const texts = readTexts(archive, partOf('sharedStrings'), losses);

  const entries = childrenOf(childOf(workbook, 'sheets'), 'sheet');
  const activeTab = Number(childOf(childOf(workbook, 'bookViews'), 'workbookView')?.attributes.activeTab ?? 0);
  let selection: Omit<Selection, 'sheetId'> | undefined;
  let activeSheet: string | undefined;

  // Chart and dialogue sheets have no cells: they are reported by their paths, and the numbers of the others stay as they are
  const sheets = entries.map((entry, index): Sheet | undefined => {
    const part = sheetPartOf(entry, parts);
    if (part.kind !== 'worksheet') return undefined;
    const sheetName = decodeXstring(entry.attributes.name ?? '');
    const read = readable(part.target, () => readSheet(archive, part.target, `sheet${index}`, sheetName, { styles, texts, date1904, losses }));
    read.sheet.visibility = VISIBILITY[entry.attributes.state ?? ''] ?? 'Visible';
    if (index === activeTab) [activeSheet, selection] = [sheetName, read.selection];
    return read.sheet;
  });
  const kept = sheets.filter((sheet) => sheet !== undefined);
  const [firstKept] = kept;
  if (!firstKept) throw new FileFault(REFUSED.noSheets);

  // Excel shows one when a damaged file hides all
  if (!kept.some((sheet) => sheet.visibility === 'Visible')) firstKept.visibility = 'Visible';
  const names = readNames(childOf(workbook, 'definedNames'), sheets);
  const contents = { name, sheets: kept, names, properties: readProperties(archive), date1904, ...(activeSheet === undefined ? {} : { activeSheet }) };
  return { contents, selection, lost: losses.words() };
}

function sheetPartOf(entry: XmlElement, parts: readonly Relationship[]): Relationship {
  const part = parts.find((each) => each.id === entry.attributes['r:id']);
  if (!part) throw new FileFault(REFUSED.missing(entry.attributes.name ?? ''));
  return part;
}

/** Texts of the shared part; what is said about how to pronounce them is passed over. */
function readTexts(archive: Archive, path: string, losses: Losses): string[] {
  const texts: string[] = [];
  if (!archive.has(path)) return texts;
  readable(path, () => {
    const reader = new XmlReader(archive.text(path));
    for (let piece = reader.next(); piece !== 'end'; piece = reader.next()) {
      if (piece !== 'open' || reader.name !== 'si') continue;
      let text = '';
      for (const part of reader.readElement().children) {
        if (part.name === 't') text += part.text;
        if (part.name !== 'r') continue;
        text += childOf(part, 't')?.text ?? '';
        if (childOf(part, 'rPr')) losses.add('richText');
      }
      texts.push(decodeXstring(text));
    }
  });
  return texts;
}

/** Print areas and titles go to their sheets; other names that Excel keeps for itself have no place in a book. */
function readNames(list: XmlElement | undefined, sheets: readonly (Sheet | undefined)[]): NamedItem[] {
  return childrenOf(list, 'definedName').flatMap(({ attributes, text }): NamedItem[] => {
    const name = decodeXstring(attributes.name ?? '');
    const sheet = attributes.localSheetId === undefined ? undefined : sheets[Number(attributes.localSheetId)];
    const formula = decodeXstring(text);
    if (name.startsWith('_xlnm.')) {
      if (sheet) readPageName(name, formula, sheet);
      return [];
    }
    if (attributes.localSheetId !== undefined && !sheet) return [];
    return [{
      name, formula: formulaForScreen(formula), comment: decodeXstring(attributes.comment ?? ''), visible: !isYes(attributes.hidden), ...(sheet ? { scope: sheet.id } : {}),
    }];
  });
}

function readPageName(name: string, formula: string, sheet: Sheet): void {
  const areas = splitReferences(formula).map((each) => parseAddress(splitAddress(each).rest)).filter((area) => area !== undefined);
  const addresses = areas.map((area) => addressOf(area, true));
  if (name === '_xlnm.Print_Area' && addresses.length > 0) sheet.page.printArea = addresses.join(',');
  if (name !== '_xlnm.Print_Titles') return;
  areas.forEach((area, index) => {
    if (area.left === 0 && area.right === 16_383) sheet.page.titleRows = addresses[index]!;
    else sheet.page.titleColumns = addresses[index]!;
  });
}

/** A comma may stand in the name of a sheet, inside apostrophes. */
function splitReferences(formula: string): string[] {
  return formula.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
}
