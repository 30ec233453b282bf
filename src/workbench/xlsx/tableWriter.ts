// One table as its part. Knows the cells of its totals row, nothing else of the sheet.
import { addressOf } from '../book/area';
import { cellOf } from '../book/cells';
import type { Sheet, Table } from '../book/model';
import { formulaForFile } from './formulaText';
import { element, escapeText, XML_HEAD } from './xmlText';

/** `id` is unique among all tables of the file. */
export function tablePart(sheet: Sheet, table: Table, id: number): string {
  const { area, hasHeader, hasTotals } = table;
  const filtered = { ...area, bottom: area.bottom - (hasTotals ? 1 : 0) };
  return XML_HEAD + element('table', {
    xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main', id, name: table.name, displayName: table.name, ref: addressOf(area),
    headerRowCount: hasHeader ? undefined : 0, totalsRowCount: hasTotals ? 1 : undefined, totalsRowShown: hasTotals ? undefined : false,
  }, (hasHeader && (table.filterButton || table.filters.size > 0) ? element('autoFilter', { ref: addressOf(filtered) }, filtersXml(table)) : '')
    + element('tableColumns', { count: table.columns.length }, table.columns.map((_column, index) => columnXml(sheet, table, index)).join(''))
    + element('tableStyleInfo', {
      name: table.style || undefined, showFirstColumn: table.firstColumn, showLastColumn: table.lastColumn, showRowStripes: table.bandedRows, showColumnStripes: table.bandedColumns,
    }));
}

/** An empty text among those shown is the file's "blank". Without buttons a filter is kept, its button hidden. */
function filtersXml(table: Table): string {
  const columns = table.filterButton ? [...table.filters.keys()] : table.columns.map((_column, index) => index);
  return columns.sort((a, b) => a - b).map((index) => {
    const texts = table.filters.get(index);
    return element('filterColumn', { colId: index, hiddenButton: table.filterButton ? undefined : true }, texts === undefined ? '' : element('filters',
      { blank: texts.includes('') || undefined }, texts.filter((text) => text !== '').map((text) => element('filter', { val: text })).join('')));
  }).join('');
}

function columnXml(sheet: Sheet, table: Table, index: number): string {
  const column = table.columns[index]!;
  const total = table.hasTotals ? cellOf(sheet, table.area.bottom, table.area.left + index) : undefined;
  const calculated = column.calculated === undefined ? '' : `<calculatedColumnFormula>${escapeText(formulaForFile(column.calculated, table.name))}</calculatedColumnFormula>`;
  const totalFormula = total?.formula === undefined ? '' : `<totalsRowFormula>${escapeText(formulaForFile(total.formula, table.name))}</totalsRowFormula>`;
  return element('tableColumn', {
    id: index + 1, name: column.name, totalsRowFunction: totalFormula ? 'custom' : undefined,
    totalsRowLabel: !totalFormula && typeof total?.value === 'string' ? total.value : undefined,
  }, calculated + totalFormula);
}
