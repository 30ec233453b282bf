// What Excel asks of a worksheet and its tables. Part of wellFormed.ts.
import { parseAddress } from '../../../src/workbench/book/area';
import type { Area } from '../../../src/workbench/book/model';
import { childOf, childrenOf, type XmlElement } from '../../../src/workbench/xlsx/xmlReader';
import { decodeXstring } from '../../../src/workbench/xlsx/xmlText';
import { formulaFaults, inOrder, type Package, type StyleCounts } from './wellFormed';

/** ECMA-376 Part 1, 18.3.1.99. */
const ORDER = (
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate '
  + 'customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks '
  + 'colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls '
  + 'webPublishItems tableParts extLst'
).split(' ');
const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA']);

interface SheetPart {
  readonly path: string;
  readonly root: XmlElement;
  readonly file: Package;
  readonly styles: StyleCounts;
  readonly texts: readonly string[];
  readonly isActive: boolean;
}
type Say = (fault: string) => void;

/** Gives the tables of the sheet. */
export function sheetFaults(part: SheetPart, sayAnywhere: Say): { path: string; root: XmlElement }[] {
  const { root, path, file } = part;
  const say = (fault: string) => { sayAnywhere(`${path}: ${fault}`); };
  inOrder(path, root, ORDER, sayAnywhere, ['conditionalFormatting']);
  const cells = cellFaults(part, say);
  columnFaults(childrenOf(childOf(root, 'cols'), 'col'), part.styles, say);
  const merges = childrenOf(childOf(root, 'mergeCells'), 'mergeCell').map((each) => area(each.attributes.ref, say));
  ruleFaults(root, part.styles, say);
  validationFaults(childOf(root, 'dataValidations'), say);
  viewFaults(part, say);
  for (const text of ['oddHeader', 'oddFooter'].map((name) => childOf(childOf(root, 'headerFooter'), name)?.text ?? '')) if (text.length > 255) say('a header or footer is over 255 characters');
  const fit = childOf(childOf(root, 'sheetPr'), 'pageSetUpPr')?.attributes.fitToPage;
  if ((fit === '1') !== (childOf(root, 'pageSetup')?.attributes.fitToWidth !== undefined)) say('fitToPage and fitToWidth do not go together');

  breakFaults(childOf(root, 'rowBreaks'), 1_048_575, 16_383, say);
  breakFaults(childOf(root, 'colBreaks'), 16_383, 1_048_575, say);

  const links = file.links(path);
  const wanted = (id: string | undefined, kind: string) => {
    const link = links.get(id ?? '');
    if (link?.kind !== kind) say(`${id} is not a ${kind}`);
    return link;
  };
  const drawing = childOf(root, 'drawing');
  if (drawing) drawingFaults(wanted(drawing.attributes['r:id'], 'drawing')?.target ?? '', file, say);
  const properties = childrenOf(childOf(root, 'customProperties'), 'customPr');
  for (const property of properties) wanted(property.attributes['r:id'], 'customProperty');
  if (new Set(properties.map((each) => each.attributes.name?.toLowerCase())).size !== properties.length) say('two properties of the sheet have one name');
  const tables = childrenOf(childOf(root, 'tableParts'), 'tablePart').flatMap((each) => {
    const target = wanted(each.attributes['r:id'], 'table')?.target ?? '';
    const table = file.xml(target);
    if (table) headerFaults(table, cells, (fault) => { sayAnywhere(`${target}: ${fault}`); });
    return table ? [{ path: target, root: table }] : [];
  });
  apart([...merges, ...tables.map((table) => area(table.root.attributes.ref, say))], 'merges and tables', say);
  return tables;
}

function area(text: string | undefined, say: Say): Area {
  const found = parseAddress(text ?? '');
  if (!found) say(`${text} is no address`);
  return found ?? { top: -1, left: -1, bottom: -1, right: -1 };
}

function areas(text: string | undefined, say: Say): Area[] {
  return (text ?? '').split(' ').map((each) => area(each, say));
}

function apart(list: readonly Area[], what: string, say: Say): void {
  list.forEach((a, index) => {
    for (const b of list.slice(index + 1)) if (a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right) say(`${what} overlap`);
  });
}

/** Rows and cells in order, values that fit their types. Gives the texts of the cells by address. */
function cellFaults({ root, styles, texts }: SheetPart, say: Say): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let lastRow = 0;
  for (const row of childOf(root, 'sheetData')?.children ?? []) {
    const number = Number(row.attributes.r);
    if (!(number > lastRow && number <= 1_048_576)) say(`row ${number} after row ${lastRow}`);
    lastRow = number;
    if (Number(row.attributes.ht ?? 0) > 409.5) say(`row ${number} is ${row.attributes.ht} points high`);
    let lastColumn = -1;
    for (const cell of row.children) {
      const { r = '', s = '0', t = 'n' } = cell.attributes;
      const place = area(r, say);
      if (place.top !== number - 1 || place.left <= lastColumn) say(`the cell ${r} is out of order`);
      lastColumn = place.left;
      if (Number(s) >= styles.looks) say(`the cell ${r} has look ${s} of ${styles.looks}`);
      inOrder(r, cell, ['f', 'v', 'is'], say);
      const formula = childOf(cell, 'f');
      if (formula) for (const fault of formulaFaults(decodeXstring(formula.text))) say(`${r}: ${fault}`);
      const value = childOf(cell, 'v')?.text;
      if (t === 's') {
        const text = texts[Number(value)];
        if (value === undefined || text === undefined) say(`${r} is no text ${value}`);
        else if (text.length > 32_767) say(`${r} has ${text.length} characters`);
        found.set(r, text ?? '');
      } else if (t === 'n') {
        if (value !== undefined && (value === '' || !Number.isFinite(Number(value)))) say(`${r} is no number: ${value}`);
      } else if (t === 'b') {
        if (value !== '0' && value !== '1') say(`${r} is neither true nor false: ${value}`);
      } else if (t === 'e') {
        if (!ERRORS.has(value ?? '')) say(`${r} is no error: ${value}`);
      } else if (t !== 'str' || !formula) say(`${r} has type ${t}`);
    }
  }
  return found;
}

function columnFaults(columns: readonly XmlElement[], styles: StyleCounts, say: Say): void {
  let last = 0;
  for (const { attributes: { min, max, width, style } } of columns) {
    if (!(Number(min) > last && Number(max) >= Number(min) && Number(max) <= 16_384)) say(`columns ${min} to ${max} after ${last}`);
    last = Number(max);
    if (!(Number(width) >= 0 && Number(width) <= 255)) say(`columns ${min} to ${max} are ${width} wide`);
    if (Number(style ?? 0) >= styles.looks) say(`columns ${min} to ${max} have look ${style}`);
  }
}

function ruleFaults(root: XmlElement, styles: StyleCounts, say: Say): void {
  const priorities = new Set<number>();
  for (const group of childrenOf(root, 'conditionalFormatting')) {
    areas(group.attributes.sqref, say);
    for (const { attributes, children } of childrenOf(group, 'cfRule')) {
      const priority = Number(attributes.priority);
      if (!(priority >= 1) || priorities.has(priority)) say(`a rule has priority ${attributes.priority}`);
      priorities.add(priority);
      if (attributes.dxfId !== undefined && Number(attributes.dxfId) >= styles.differences) say(`a rule has look ${attributes.dxfId} of ${styles.differences}`);
      const between = /between/i.test(attributes.operator ?? '');
      if (children.length !== (attributes.type === 'cellIs' && between ? 2 : 1)) say(`a rule ${attributes.type} has ${children.length} formulas`);
      for (const formula of children) for (const fault of [...formulaFaults(decodeXstring(formula.text)), ...structured(formula.text)]) say(`a rule: ${fault}`);
    }
  }
}

/** Rules and validations cannot name a table. */
function structured(formula: string): string[] {
  return /\[/.test(formula.replace(/"(?:[^"]|"")*"/g, '')) ? [`names a table: ${formula}`] : [];
}

function validationFaults(list: XmlElement | undefined, say: Say): void {
  const all = childrenOf(list, 'dataValidation');
  if (list && Number(list.attributes.count) !== all.length) say('the count of validations is wrong');
  apart(all.flatMap((each) => areas(each.attributes.sqref, say)), 'validations', say);
  for (const { attributes, children } of all) {
    const text = (name: string) => decodeXstring(attributes[name] ?? '').length;
    if (text('promptTitle') > 32 || text('errorTitle') > 32 || text('prompt') > 255 || text('error') > 255) say('a message of a validation is too long');
    const [first] = children.map((child) => decodeXstring(child.text));
    if (first === undefined) say(`a validation ${attributes.type} without formula`);
    for (const child of children) for (const fault of [...formulaFaults(decodeXstring(child.text)), ...structured(child.text)]) say(`a validation: ${fault}`);
    if (attributes.type === 'list' && first?.startsWith('"') && first.length - 2 > 255) say('a list of words is over 255 characters');
  }
}

/** Page breaks are counted, in order, on the sheet, and run across it. */
function breakFaults(list: XmlElement | undefined, last: number, across: number, say: Say): void {
  if (!list) return;
  const breaks = childrenOf(list, 'brk').map((each) => each.attributes);
  if (breaks.length === 0 || Number(list.attributes.count) !== breaks.length || Number(list.attributes.manualBreakCount) !== breaks.filter((each) => each.man === '1').length) say(`${list.name}: the counts are wrong`);
  let before = 0;
  for (const { id, max } of breaks) {
    if (!(Number(id) > before && Number(id) <= last)) say(`${list.name}: a break at ${id} after ${before}`);
    before = Number(id);
    if (Number(max) !== across) say(`${list.name}: a break that ends at ${max}`);
  }
}

function viewFaults({ root, isActive }: SheetPart, say: Say): void {
  const view = childOf(childOf(root, 'sheetViews'), 'sheetView');
  if ((view?.attributes.tabSelected === '1') !== isActive) say('the selected tab is not the active sheet');
  const zoom = Number(view?.attributes.zoomScale ?? 100);
  if (!(zoom >= 10 && zoom <= 400)) say(`the zoom is ${zoom}`);
  const selection = childOf(view, 'selection');
  if (!selection) return;
  const active = area(selection.attributes.activeCell, say);
  const chosen = areas(selection.attributes.sqref, say)[Number(selection.attributes.activeCellId ?? 0)];
  if (!chosen || active.top < chosen.top || active.top > chosen.bottom || active.left < chosen.left || active.left > chosen.right) say('the active cell is outside of the selection');
  const pane = childOf(view, 'pane');
  if ((pane?.attributes.activePane ?? 'topLeft') !== (selection.attributes.pane ?? 'topLeft')) say('the selection is in another pane than the active one');
}

function drawingFaults(path: string, file: Package, say: Say): void {
  const ids = new Set<string>();
  for (const anchor of file.xml(path)?.children ?? []) {
    const frame = childOf(anchor, 'graphicFrame');
    const id = childOf(childOf(frame, 'nvGraphicFramePr'), 'cNvPr')?.attributes.id ?? '';
    if (ids.has(id)) say(`${path}: two things have the number ${id}`);
    ids.add(id);
    const chart = childOf(childOf(childOf(frame, 'graphic'), 'graphicData'), 'chart')?.attributes['r:id'];
    const target = file.links(path).get(chart ?? '');
    if (target?.kind !== 'chart' || !file.xml(target.target)) say(`${path}: ${chart} is no chart`);
    const size = childOf(anchor, 'ext')?.attributes;
    if (size && !(Number.isInteger(Number(size.cx)) && Number(size.cx) >= 0 && Number.isInteger(Number(size.cy)))) say(`${path}: a size of ${size.cx} by ${size.cy}`);
  }
}

/** Above a table stands what its columns are called, as text. */
function headerFaults(table: XmlElement, cells: ReadonlyMap<string, string>, say: Say): void {
  const place = area(table.attributes.ref, say);
  const columns = childrenOf(childOf(table, 'tableColumns'), 'tableColumn');
  if (columns.length !== place.right - place.left + 1) say(`${columns.length} columns in ${table.attributes.ref}`);
  if (table.attributes.headerRowCount === '0') return;
  const texts = [...cells].filter(([address]) => {
    const cell = area(address, say);
    return cell.top === place.top && cell.left >= place.left && cell.left <= place.right;
  }).map(([, text]) => text);
  const names = columns.map((column) => decodeXstring(column.attributes.name ?? ''));
  if (texts.join('\u0000') !== names.join('\u0000')) say(`the header is ${texts.join('、')}, the columns are ${names.join('、')}`);
}

/** Tables have numbers, names and columns of their own. */
export function tableFaults(tables: readonly { path: string; root: XmlElement }[], say: Say): void {
  const [ids, names] = [new Set<string>(), new Set<string>()];
  for (const { path, root } of tables) {
    inOrder(path, root, ['autoFilter', 'sortState', 'tableColumns', 'tableStyleInfo', 'extLst'], say);
    const { id = '', displayName = '', name } = root.attributes;
    if (!(Number(id) > 0) || ids.has(id)) say(`${path}: the number ${id}`);
    ids.add(id);
    if (displayName === '' || displayName !== name || names.has(displayName.toLowerCase()) || /\s/.test(displayName)) say(`${path}: the name ${displayName}`);
    names.add(displayName.toLowerCase());
    const columns = childrenOf(childOf(root, 'tableColumns'), 'tableColumn');
    const texts = columns.map((column) => (column.attributes.name ?? '').toLowerCase());
    if (texts.includes('') || new Set(texts).size !== texts.length) say(`${path}: two columns have one name, or one has none`);
    if (new Set(columns.map((column) => column.attributes.id)).size !== columns.length) say(`${path}: two columns have one number`);
    for (const formula of columns.flatMap((column) => column.children)) for (const fault of formulaFaults(decodeXstring(formula.text))) say(`${path}: ${fault}`);
    for (const filter of childrenOf(childOf(root, 'autoFilter'), 'filterColumn')) {
      if (Number(filter.attributes.colId) >= columns.length) say(`${path}: a filter on column ${filter.attributes.colId}`);
      if (childOf(filter, 'filters')?.children.length === 0 && childOf(filter, 'filters')?.attributes.blank !== '1') say(`${path}: a filter that shows nothing`);
    }
  }
}
