// One table from its part. Knows nothing of the cells under it.
import { parseAddress } from '../book/area';
import type { Table } from '../book/model';
import { formulaForScreen } from './formulaText';
import type { Losses } from './losses';
import { childOf, childrenOf, isYes, type XmlElement } from './xmlReader';
import { decodeXstring } from './xmlText';

/** undefined: the part names no area. The id is for the book to give. */
export function readTable(root: XmlElement, losses: Losses): Table | undefined {
  const { attributes } = root;
  const area = parseAddress(attributes.ref ?? '');
  if (!area) return undefined;
  const name = decodeXstring(attributes.displayName ?? attributes.name ?? '');
  const style = childOf(root, 'tableStyleInfo')?.attributes ?? {};
  const filter = childOf(root, 'autoFilter');
  if (childOf(root, 'sortState') ?? childOf(filter, 'sortState')) losses.add('sorting');
  const filterColumns = childrenOf(filter, 'filterColumn');
  return {
    id: attributes.id ?? '', name, area, hasHeader: attributes.headerRowCount !== '0', hasTotals: Number(attributes.totalsRowCount ?? 0) > 0,
    style: style.name ?? '', bandedRows: isYes(style.showRowStripes), bandedColumns: isYes(style.showColumnStripes),
    firstColumn: isYes(style.showFirstColumn), lastColumn: isYes(style.showLastColumn),
    filterButton: filter !== undefined && !(filterColumns.length > 0 && filterColumns.length === area.right - area.left + 1 && filterColumns.every((column) => isYes(column.attributes.hiddenButton))),
    filters: readFilters(filterColumns, losses),
    columns: childrenOf(childOf(root, 'tableColumns'), 'tableColumn').map((column) => {
      const calculated = childOf(column, 'calculatedColumnFormula');
      if (calculated && isYes(calculated.attributes.array)) losses.add('arrayFormulas');
      return { name: decodeXstring(column.attributes.name ?? ''), ...(calculated ? { calculated: formulaForScreen(decodeXstring(calculated.text), name) } : {}) };
    }),
  };
}

function readFilters(columns: readonly XmlElement[], losses: Losses): Table['filters'] {
  const filters: Table['filters'] = new Map();
  for (const column of columns) {
    const shown = childOf(column, 'filters');
    if (column.children.some((child) => child.name !== 'filters') || childOf(shown, 'dateGroupItem')) losses.add('otherFilters');
    if (!shown || childOf(shown, 'dateGroupItem')) continue;
    const texts = childrenOf(shown, 'filter').map((each) => decodeXstring(each.attributes.val ?? ''));
    filters.set(Number(column.attributes.colId), isYes(shown.attributes.blank) ? [...texts, ''] : texts);
  }
  return filters;
}
