// What Excel asks of a file before it opens it without repair, as far as it is known: ECMA-376 Part 1 and 2, and Excel's own stricter habits.
// Any workbook that the project makes can be run through faultsOf; it uses nothing of the writer.
import { strFromU8, unzipSync } from 'fflate';
import { childOf, childrenOf, parseXml, type XmlElement } from '../../../src/workbench/xlsx/xmlReader';
import { decodeXstring } from '../../../src/workbench/xlsx/xmlText';
import { sheetFaults, tableFaults } from './wellFormedSheet';

const ROOTS = ['[Content_Types].xml', '_rels/.rels'];
const XML_PART = /\.(?:xml|rels|vml)$/;

export interface Package {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly xml: (path: string) => XmlElement | undefined;
  /** Relationships of a part by id. */
  readonly links: (path: string) => ReadonlyMap<string, { kind: string; target: string }>;
}

/** Everything that would make Excel repair or refuse the file, in words; empty when nothing was found. */
export function faultsOf(bytes: Uint8Array): string[] {
  const parts = new Map(Object.entries(unzipSync(bytes)));
  const faults: string[] = [];
  const trees = new Map<string, XmlElement>();
  for (const [path, part] of parts) {
    if (!XML_PART.test(path)) continue;
    try {
      trees.set(path, parseXml(strFromU8(part)));
    } catch (error) {
      faults.push(`${path}: ${String(error)}`);
    }
  }
  const xml = (path: string) => trees.get(path);
  const links = (path: string) => {
    const cut = path.lastIndexOf('/') + 1;
    return new Map((xml(`${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`)?.children ?? []).map(({ attributes }) => [
      attributes.Id ?? '', { kind: (attributes.Type ?? '').split('/').at(-1) ?? '', target: resolved(path.slice(0, cut), attributes.Target ?? '') },
    ]));
  };
  const file: Package = { parts, xml, links };
  const say = (fault: string) => { faults.push(fault); };
  packageFaults(file, say);
  const styles = styleFaults(file, say);
  workbookFaults(file, styles, say);
  return faults;
}

function resolved(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '') path.push(step);
  }
  return path.join('/');
}

function packageFaults({ parts, xml }: Package, say: (fault: string) => void): void {
  for (const path of [...ROOTS, 'xl/workbook.xml', 'xl/styles.xml']) if (!parts.has(path)) say(`${path} is missing`);
  const types = xml('[Content_Types].xml');
  const extensions = new Set(childrenOf(types, 'Default').map((each) => each.attributes.Extension));
  const overrides = childrenOf(types, 'Override').map((each) => (each.attributes.PartName ?? '').slice(1));
  if (new Set(overrides).size !== overrides.length) say('a part has two content types');
  for (const path of overrides) if (!parts.has(path)) say(`a content type is given to ${path}, which is not there`);
  for (const path of parts.keys()) {
    if (path !== '[Content_Types].xml' && !overrides.includes(path) && !extensions.has(path.split('.').at(-1))) say(`${path} has no content type`);
    if (path.endsWith('.xml') && path.startsWith('xl/') && !overrides.includes(path)) say(`${path} has only the content type of any XML`);
    if (!path.endsWith('.rels')) continue;
    const list = xml(path)?.children ?? [];
    if (new Set(list.map((each) => each.attributes.Id)).size !== list.length) say(`${path} repeats an id`);
    const folder = path.replace(/_rels\/[^/]*$/, '');
    for (const { attributes } of list) {
      if (attributes.TargetMode !== 'External' && !parts.has(resolved(folder, attributes.Target ?? ''))) say(`${path} points to ${attributes.Target}, which is not there`);
    }
  }
}

/** How many looks and rule looks there are. */
export interface StyleCounts { readonly looks: number; readonly differences: number }

function styleFaults({ xml }: Package, say: (fault: string) => void): StyleCounts {
  const root = xml('xl/styles.xml');
  inOrder('xl/styles.xml', root, ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'], say);
  const list = (name: string) => childOf(root, name)?.children ?? [];
  for (const each of root?.children ?? []) {
    if (each.attributes.count !== undefined && Number(each.attributes.count) !== each.children.length) say(`styles: ${each.name} says ${each.attributes.count} and has ${each.children.length}`);
  }
  const patterns = list('fills').slice(0, 2).map((fill) => childOf(fill, 'patternFill')?.attributes.patternType);
  if (patterns.join() !== 'none,gray125') say(`styles: the first fills are ${patterns.join()}`);
  const ids = list('numFmts').map((each) => Number(each.attributes.numFmtId));
  if (ids.some((id) => id < 164) || new Set(ids).size !== ids.length) say('styles: number formats repeat a number or take one of Excel');
  for (const format of list('numFmts')) if ((format.attributes.formatCode ?? '').length > 255) say('styles: a number format is over 255 characters');
  for (const font of list('fonts')) if ((childOf(font, 'name')?.attributes.val ?? '').length > 31) say('styles: a font name is over 31 characters');
  for (const xf of [...list('cellStyleXfs'), ...list('cellXfs')]) {
    const { fontId, fillId, borderId, numFmtId } = xf.attributes;
    if (Number(fontId) >= list('fonts').length || Number(fillId) >= list('fills').length || Number(borderId) >= list('borders').length) say('styles: a look points to nothing');
    if (Number(numFmtId) >= 164 && !ids.includes(Number(numFmtId))) say(`styles: no number format ${numFmtId}`);
    const { textRotation, indent } = childOf(xf, 'alignment')?.attributes ?? {};
    if (textRotation !== undefined && !(Number(textRotation) <= 180 || textRotation === '255')) say(`styles: a rotation of ${textRotation}`);
    if (indent !== undefined && !(Number(indent) >= 0 && Number(indent) <= 250)) say(`styles: an indent of ${indent}`);
  }
  for (const difference of list('dxfs')) inOrder('dxf', difference, ['font', 'numFmt', 'fill', 'alignment', 'border', 'protection'], say);
  return { looks: list('cellXfs').length, differences: list('dxfs').length };
}

function workbookFaults(file: Package, styles: StyleCounts, say: (fault: string) => void): void {
  const path = 'xl/workbook.xml';
  const root = file.xml(path);
  inOrder(path, root, ['fileVersion', 'workbookPr', 'workbookProtection', 'bookViews', 'sheets', 'externalReferences', 'definedNames', 'calcPr', 'pivotCaches', 'extLst'], say);
  const sheets = childrenOf(childOf(root, 'sheets'), 'sheet');
  const names = sheets.map((sheet) => decodeXstring(sheet.attributes.name ?? ''));
  if (new Set(names.map((name) => name.toLowerCase())).size !== names.length) say('two sheets have one name');
  for (const name of names) if (name.length === 0 || name.length > 31 || /[\\/?*[\]:]|^'|'$/.test(name)) say(`the sheet name ${name} is none`);
  if (new Set(sheets.map((sheet) => sheet.attributes.sheetId)).size !== sheets.length) say('two sheets have one number');
  const active = Number(childOf(childOf(root, 'bookViews'), 'workbookView')?.attributes.activeTab ?? 0);
  if (sheets[active]?.attributes.state !== undefined) say('the active sheet is hidden');

  const links = file.links(path);
  const tables: { path: string; root: XmlElement }[] = [];
  const texts = (file.xml('xl/sharedStrings.xml')?.children ?? []).map((item) => decodeXstring((childOf(item, 't')?.text ?? '') + childrenOf(item, 'r').map((run) => childOf(run, 't')?.text ?? '').join('')));
  sheets.forEach((sheet, index) => {
    const part = links.get(sheet.attributes['r:id'] ?? '');
    const tree = part && file.xml(part.target);
    if (!part || !tree) return say(`the sheet ${names[index]} has no part`);
    const own = sheetFaults({ path: part.target, root: tree, file, styles, texts, isActive: index === active }, say);
    for (const table of own) tables.push(table);
  });
  tableFaults(tables, say);
  const tableNames = tables.map((table) => (table.root.attributes.displayName ?? '').toLowerCase());
  nameFaults(childrenOf(childOf(root, 'definedNames'), 'definedName'), sheets.length, tableNames, say);
}

function nameFaults(names: readonly XmlElement[], sheets: number, tables: readonly string[], say: (fault: string) => void): void {
  let last = '';
  for (const { attributes, text } of names) {
    const name = decodeXstring(attributes.name ?? '').toLowerCase();
    const key = `${name}\u0000${attributes.localSheetId === undefined ? '' : attributes.localSheetId.padStart(6, '0')}`;
    if (key === last) say(`the name ${name} stands twice`);
    if (key < last) say(`the name ${name} is out of order`);
    last = key;
    if (attributes.localSheetId !== undefined && Number(attributes.localSheetId) >= sheets) say(`the name ${name} belongs to no sheet`);
    if (attributes.localSheetId === undefined && tables.includes(name)) say(`the name ${name} is also a table's`);
    if (text === '' || text.startsWith('=')) say(`the name ${name} refers to ${text}`);
    if (name.startsWith('_xlnm.') && attributes.localSheetId === undefined) say(`${name} belongs to no sheet`);
    if ((attributes.comment ?? '').length > 255) say(`the comment of ${name} is over 255 characters`);
    for (const fault of formulaFaults(decodeXstring(text))) say(`the name ${name}: ${fault}`);
  }
}

/** Children in the order that the schema sets, each once unless it may repeat. */
export function inOrder(where: string, parent: XmlElement | undefined, order: readonly string[], say: (fault: string) => void, repeated: readonly string[] = []): void {
  let last = -1;
  for (const { name } of parent?.children ?? []) {
    const at = order.indexOf(name);
    if (at < 0) say(`${where}: no element ${name} belongs here`);
    else if (at < last || (at === last && !repeated.includes(name))) say(`${where}: ${name} is out of order`);
    last = Math.max(last, at);
  }
}

/** Some of the functions that files write with a prefix; enough to notice that it was forgotten. */
const PREFIXED = /(?<![\w.])(?:IFS|SWITCH|TEXTJOIN|CONCAT|XLOOKUP|XMATCH|MAXIFS|MINIFS|IFNA|LET|LAMBDA|FILTER|SORT|SORTBY|UNIQUE|SEQUENCE|DAYS|ISOWEEKNUM|NUMBERVALUE|STDEV\.S|RANK\.EQ|CEILING\.MATH|FORMULATEXT|XOR)\(/i;

/** What is wrong with a formula as a file writes it. */
export function formulaFaults(formula: string): string[] {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')*'!/g, "''!");
  return [
    ...(formula === '' ? ['an empty formula'] : []), ...(formula.startsWith('=') ? ['a formula begins with ='] : []),
    ...(formula.length > 8192 ? ['a formula is over 8192 characters'] : []), ...(/\[@/.test(bare) ? [`"this row" is not spelt out: ${formula}`] : []),
    ...(PREFIXED.test(bare) ? [`a newer function lacks its prefix: ${formula}`] : []),
  ];
}
