// One worksheet part as a sheet of a book. Knows the elements of a worksheet; what has no place in a book is reported as lost.
import { parseAddress } from '../book/area';
import type { Area, Selection, Sheet } from '../book/model';
import { newSheet } from '../book/sheet';
import { DEFAULT_STYLE } from '../book/styles';
import type { Archive } from './archive';
import { parseAreas } from './areas';
import { CellReader, type CellSurroundings } from './cellReader';
import { readCharts } from './chartReader';
import { readPage } from './pageReader';
import { readProtection } from './protectionPart';
import { relationshipsOf } from './relationships';
import { readRules } from './ruleReader';
import { readTable } from './tableReader';
import { readValidations } from './validationReader';
import { childOf, childrenOf, isYes, XmlReader, type XmlElement } from './xmlReader';
import { decodeXstring } from './xmlText';

/** The sheet, and the selection that the file keeps for it. */
export function readSheet(archive: Archive, path: string, id: string, name: string, around: CellSurroundings): { sheet: Sheet; selection: Omit<Selection, 'sheetId'> | undefined } {
  const sheet = newSheet(id, name);
  const parts = relationshipsOf(archive, path);
  const { losses, styles } = around;
  for (const { target } of parts.filter((each) => each.kind === 'table')) {
    const root = archive.xml(target);
    const table = root && readTable(root, losses);
    if (table) sheet.tables.push(table);
  }
  const elements = new Map<string, XmlElement>();
  const ruleGroups: XmlElement[] = [];
  const reader = new XmlReader(archive.text(path));
  for (let piece = reader.next(); piece !== 'end'; piece = reader.next()) {
    if (piece !== 'open' || reader.depth === 1) continue;
    const part = reader.name;

    // The looks of columns have to be known before the cells, which come after them in every file
    if (part === 'sheetData') new CellReader(sheet, around).read(reader);
    else {
      const element = reader.readElement();
      if (part === 'conditionalFormatting') ruleGroups.push(element);
      else elements.set(part, element);
      if (part === 'cols') readColumns(element, sheet, around);
      if (part === 'sheetFormatPr') readDefaults(element, sheet);
      losses.addElement(part);
    }
  }
  readExtensions(elements.get('extLst'), sheet, ruleGroups, around);
  sheet.tabColor = styles.colorOf(childOf(elements.get('sheetPr'), 'tabColor')) ?? '';
  sheet.merges = childrenOf(elements.get('mergeCells'), 'mergeCell').map((merge) => parseAddress(merge.attributes.ref ?? '')).filter((area): area is Area => area !== undefined);
  sheet.rules = readRules(ruleGroups, styles, losses);
  const validations = elements.get('dataValidations');
  if (validations) sheet.validations.unshift(...readValidations(validations));
  sheet.page = readPage(elements, losses);
  const protection = readProtection(elements.get('sheetProtection')?.attributes ?? {});
  if (protection) sheet.protection = protection.protection;
  if (protection?.hasPassword) losses.add('sheetPassword');
  for (const property of childrenOf(elements.get('customProperties'), 'customPr')) {
    const bytes = archive.bytes(parts.find((each) => each.id === property.attributes['r:id'])?.target ?? '');
    if (bytes) sheet.customProperties.set(decodeXstring(property.attributes.name ?? ''), utf16(bytes));
  }
  const selection = readView(childOf(elements.get('sheetViews'), 'sheetView'), sheet, around);
  for (const { target } of parts.filter((each) => each.kind === 'drawing')) sheet.charts.push(...readCharts(archive, target, sheet, losses));
  return { sheet, selection };
}

/** A TextDecoder would replace lone halves of surrogate pairs. */
function utf16(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) text += String.fromCharCode(bytes[at]! | (bytes[at + 1]! << 8));
  return text;
}

function readDefaults({ attributes }: XmlElement, sheet: Sheet): void {
  const [width, height] = [Number(attributes.defaultColWidth), Number(attributes.defaultRowHeight)];
  if (width > 0) sheet.defaultColumnWidth = width;
  if (height > 0) sheet.defaultRowHeight = height;
}

function readColumns(list: XmlElement, sheet: Sheet, { styles, losses }: CellSurroundings): void {
  for (const { attributes } of childrenOf(list, 'col')) {
    const { min, max, width, customWidth, hidden, style, outlineLevel } = attributes;
    if (outlineLevel !== undefined && outlineLevel !== '0') losses.add('outline');
    const look = style === undefined ? DEFAULT_STYLE : styles.lookOf(Number(style)).style;

    // Writers other than Excel leave out customWidth
    const isOwn = width !== undefined && (isYes(customWidth) || Number(width) !== sheet.defaultColumnWidth);
    const info = { ...(isOwn ? { width: Number(width) } : {}), ...(isYes(hidden) ? { hidden: true } : {}), ...(look === DEFAULT_STYLE ? {} : { style: look }) };
    if (Object.keys(info).length === 0) continue;
    for (let column = Math.max(1, Number(min)); column <= Math.min(16_384, Number(max)); column++) sheet.columns.set(column - 1, { ...info });
  }
}

function readView(view: XmlElement | undefined, sheet: Sheet, { losses }: CellSurroundings): Omit<Selection, 'sheetId'> | undefined {
  const { showGridLines, showRowColHeaders, zoomScale, rightToLeft } = view?.attributes ?? {};
  sheet.showGridlines = showGridLines === undefined || isYes(showGridLines);
  sheet.showHeadings = showRowColHeaders === undefined || isYes(showRowColHeaders);
  if (zoomScale !== undefined && Number(zoomScale) > 0) sheet.zoom = Number(zoomScale);
  if (isYes(rightToLeft)) losses.add('rightToLeft');
  const pane = childOf(view, 'pane')?.attributes;
  if (pane?.state?.startsWith('frozen')) sheet.frozen = { rows: Number(pane.ySplit ?? 0), columns: Number(pane.xSplit ?? 0) };
  else if (pane) losses.add('splitPanes');
  const selections = childrenOf(view, 'selection');
  const chosen = selections.find((each) => each.attributes.pane === pane?.activePane) ?? selections.at(-1);
  const active = parseAddress(chosen?.attributes.activeCell ?? 'A1');
  const areas = parseAreas(chosen?.attributes.sqref ?? 'A1');
  return active && areas.length > 0 ? { areas, active: { row: active.top, column: active.left } } : undefined;
}

function readExtensions(list: XmlElement | undefined, sheet: Sheet, ruleGroups: XmlElement[], { losses }: CellSurroundings): void {
  for (const extension of childrenOf(list, 'ext').flatMap((each) => each.children)) {
    if (extension.name === 'dataValidations') sheet.validations.push(...readValidations(extension));
    else if (extension.name === 'sparklineGroups') losses.add('sparklines');
    else if (extension.name === 'conditionalFormattings') {
      for (const group of childrenOf(extension, 'conditionalFormatting')) {
        // Data bars and icon sets have a second half here; their first half is reported already
        if (childrenOf(group, 'cfRule').some((rule) => rule.attributes.priority !== undefined)) ruleGroups.push(group);
      }
    }
  }
}
