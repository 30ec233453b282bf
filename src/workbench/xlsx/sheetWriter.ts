// One sheet as a worksheet part: its elements in the order that ECMA-376 Part 1, 18.3.1.99 sets (Excel repairs files that differ). Knows no other part's content.
import { addressOf, columnLetters } from '../book/area';
import { styleAround } from '../book/cells';
import type { Cell, CellStyle, ColumnInfo, RowInfo, Scalar, Selection, Sheet, Table } from '../book/model';
import { FileFault } from './fileFault';
import { FILE_ERRORS } from './fileNames';
import { formulaForFile } from './formulaText';
import { UNWRITABLE } from './lostWords';
import { pageParts } from './pageWriter';
import { protectionPart } from './protectionPart';
import { rulesPart } from './ruleWriter';
import type { SharedText } from './sharedText';
import { argb, type StyleWriter } from './styleWriter';
import { validationsPart } from './validationWriter';
import { element, escapeText, XML_HEAD } from './xmlText';

/** What a sheet needs to know of the rest of the file. */
export interface SheetSurroundings {
  readonly styles: StyleWriter;
  readonly texts: SharedText;
  /** The selection, when this sheet is the active one. */
  readonly selection: Selection | undefined;
  /** Relationship ids of the parts that belong to the sheet. */
  readonly drawing: string | undefined;
  readonly tables: readonly string[];
  readonly properties: readonly { name: string; id: string }[];
}

/** The whole part. */
export function worksheetPart(sheet: Sheet, around: SheetSurroundings): string {
  const { styles } = around;
  const fit = sheet.page.fit !== undefined;
  const properties = (sheet.tabColor ? element('tabColor', { rgb: argb(sheet.tabColor) }) : '') + (fit ? '<pageSetUpPr fitToPage="1"/>' : '');
  const rows = sheetRows(sheet, around);
  return `${XML_HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" `
    + 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    + (properties && element('sheetPr', {}, properties))
    + element('dimension', { ref: rows.used })
    + viewPart(sheet, around.selection)
    + element('sheetFormatPr', { defaultColWidth: sheet.defaultColumnWidth, defaultRowHeight: sheet.defaultRowHeight })
    + columnsPart(sheet, styles)
    + element('sheetData', {}, rows.xml)
    + protectionPart(sheet.protection)
    + (sheet.merges.length ? element('mergeCells', { count: sheet.merges.length }, sheet.merges.map((merge) => element('mergeCell', { ref: addressOf(merge) })).join('')) : '')
    + rulesPart(sheet, styles)
    + validationsPart(sheet)
    + pageParts(sheet)
    + (around.properties.length ? element('customProperties', {}, around.properties.map(({ name, id }) => element('customPr', { name, 'r:id': id })).join('')) : '')
    + (around.drawing === undefined ? '' : element('drawing', { 'r:id': around.drawing }))
    + (around.tables.length ? element('tableParts', { count: around.tables.length }, around.tables.map((id) => element('tablePart', { 'r:id': id })).join('')) : '')
    + '</worksheet>';
}

function viewPart(sheet: Sheet, selection: Selection | undefined): string {
  const { rows, columns } = sheet.frozen;
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : columns > 0 ? 'topRight' : rows > 0 ? 'bottomLeft' : undefined;
  const frozen = pane && element('pane', {
    xSplit: columns || undefined, ySplit: rows || undefined, topLeftCell: columnLetters(columns) + (rows + 1), activePane: pane, state: 'frozen',
  });
  let selected = '';
  if (selection) {
    const { active, areas } = selection;
    const holder = areas.findIndex((area) => active.row >= area.top && active.row <= area.bottom && active.column >= area.left && active.column <= area.right);
    selected = element('selection', {
      pane, activeCell: columnLetters(active.column) + (active.row + 1), activeCellId: holder > 0 ? holder : undefined,
      sqref: areas.map((area) => addressOf(area)).join(' '),
    });
  }
  return element('sheetViews', {}, element('sheetView', {
    showGridLines: sheet.showGridlines ? undefined : false, showRowColHeaders: sheet.showHeadings ? undefined : false, tabSelected: selection ? true : undefined,
    zoomScale: sheet.zoom, zoomScaleNormal: sheet.zoom, workbookViewId: 0,
  }, (frozen ?? '') + selected));
}

function columnsPart(sheet: Sheet, styles: StyleWriter): string {
  let xml = '';
  const columns = [...sheet.columns].filter(([, info]) => info.width !== undefined || info.hidden || info.style).sort(([a], [b]) => a - b);
  for (let at = 0; at < columns.length;) {
    const [first, info] = columns[at]!;
    let last = first;
    while (columns[at + 1]?.[0] === last + 1 && sameColumn(columns[at + 1]![1], info)) { at++; last++; }
    at++;

    // A width is required in practice: Excel takes a missing one for zero
    xml += element('col', {
      min: first + 1, max: last + 1, width: info.width ?? sheet.defaultColumnWidth, style: info.style && styles.numberOf(info.style),
      hidden: info.hidden || undefined, customWidth: info.width === undefined ? undefined : true,
    });
  }
  return xml && element('cols', {}, xml);
}

function sameColumn(a: ColumnInfo, b: ColumnInfo): boolean {
  return a.width === b.width && (a.hidden ?? false) === (b.hidden ?? false) && a.style === b.style;
}

function sheetRows(sheet: Sheet, around: SheetSurroundings): { xml: string; used: string } {
  const numbers = new Set<number>(sheet.rows.keys());
  for (const row of sheet.cells.keys()) numbers.add(row);
  const parts: string[] = [];
  let [left, right, top, bottom] = [Infinity, -1, Infinity, -1];
  for (const row of [...numbers].sort((a, b) => a - b)) {
    const info = sheet.rows.get(row);
    const line = sheet.cells.get(row);
    let cells = '';
    for (const column of line ? inOrder(line) : []) {
      const xml = cellXml(sheet, row, column, line!.get(column)!, info, around);
      if (xml === '') continue;
      cells += xml;
      if (column < left) left = column;
      if (column > right) right = column;
    }
    const attributes = rowAttributes(info, around.styles);
    if (cells === '' && attributes === '') continue;
    if (cells !== '') [top, bottom] = [Math.min(top, row), row];
    parts.push(cells === '' ? `<row r="${row + 1}"${attributes}/>` : `<row r="${row + 1}"${attributes}>${cells}</row>`);
  }
  return { xml: parts.join(''), used: right < 0 ? 'A1' : addressOf({ top, left, bottom, right }) };
}

function inOrder(line: ReadonlyMap<number, Cell>): readonly number[] {
  const columns = [...line.keys()];
  for (let at = 1; at < columns.length; at++) if (columns[at - 1]! > columns[at]!) return columns.sort((a, b) => a - b);
  return columns;
}

/** A height that Excel chose is written without customHeight, so that Excel chooses again when the text grows. */
function rowAttributes(info: RowInfo | undefined, styles: StyleWriter): string {
  if (!info) return '';
  return (info.style ? ` s="${styles.numberOf(info.style)}" customFormat="1"` : '') + (info.height === undefined ? '' : ` ht="${info.height}"`)
    + (info.hidden ? ' hidden="1"' : '') + (info.height !== undefined && !info.auto ? ' customHeight="1"' : '');
}

function cellXml(sheet: Sheet, row: number, column: number, cell: Cell, info: RowInfo | undefined, around: SheetSurroundings): string {
  const { styles } = around;

  // A cell of a file never takes the look of its row or column: it has to name it
  const style: CellStyle = cell.style ?? info?.style ?? styleAround(sheet, row, column);
  const number = styles.numberOf(style, cell.quoted === true && cell.formula === undefined);
  const open = `<c r="${columnLetters(column)}${row + 1}"${number === 0 ? '' : ` s="${number}"`}`;
  if (cell.formula !== undefined) {
    const table = sheet.tables.find((each) => isInside(each, row, column));
    return `${open}${resultXml(cell.value, `<f>${escapeText(formulaForFile(cell.formula, table?.name))}</f>`)}`;
  }
  const header = headerText(sheet, row, column);
  const { value } = cell;
  const text = header ?? (typeof value === 'string' ? value : undefined);
  if (text !== undefined) {
    if (text.length > 32767) throw new FileFault(UNWRITABLE.textTooLong(`${sheet.name}!${columnLetters(column)}${row + 1}`, text.length));
    return `${open} t="s"><v>${around.texts.numberOf(text)}</v></c>`;
  }
  if (value === null) return number === 0 && cell.style === undefined ? '' : `${open}/>`;
  return `${open}${resultXml(value, '')}`;
}

function isInside({ area }: Table, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** The header of a table is text equal to the column's name, or Excel repairs the file. */
function headerText(sheet: Sheet, row: number, column: number): string | undefined {
  for (const { area, columns, hasHeader } of sheet.tables) {
    if (hasHeader && row === area.top && column >= area.left && column <= area.right) return columns[column - area.left]?.name;
  }
  return undefined;
}

function resultXml(value: Scalar, formula: string): string {
  if (typeof value === 'number') return Number.isFinite(value) ? `>${formula}<v>${value}</v></c>` : ` t="e">${formula}<v>#NUM!</v></c>`;
  if (typeof value === 'boolean') return ` t="b">${formula}<v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'string') return ` t="str">${formula}<v>${escapeText(value)}</v></c>`;
  if (value === null) return `>${formula}</c>`;
  return ` t="e">${formula}<v>${FILE_ERRORS.has(value.error) ? value.error : '#VALUE!'}</v></c>`;
}
