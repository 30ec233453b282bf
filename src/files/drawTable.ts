// A drawing's table as its part: columns called as the header row says, with the formulas that new rows take on (L3). Knows one sheet's cells.
import type { TableDrawing } from '../sheets/drawing';
import { boxAddress } from '../sheets/drawing';
import { formulaText, moverOf } from './drawFormula';
import type { Grid } from './drawGrid';
import { element, escapeText, xmlHead } from './drawXml';

/** The table part; `id` is unique among the tables of the file. Throws when the header row does not name each column once: Excel would repair the file. */
export function tablePart(grid: Grid, table: TableDrawing, id: number): string {
  const titles = headerTexts(grid, table);
  const ref = boxAddress(table.at);
  const columns = titles.map((name, index) => {
    const calculated = calculatedFormula(grid, table, index);
    return element('tableColumn', { id: index + 1, name }, calculated === undefined ? '' : element('calculatedColumnFormula', {}, escapeText(formulaText(calculated))));
  });
  return `${xmlHead}${element(
    'table',
    { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main', id, name: table.name, displayName: table.name, ref, totalsRowShown: false },
    `${element('autoFilter', { ref })}${element('tableColumns', { count: columns.length }, columns.join(''))}` +
      element('tableStyleInfo', { name: table.style, showFirstColumn: false, showLastColumn: false, showRowStripes: table.bandedRows, showColumnStripes: false }),
  )}`;
}

function headerTexts(grid: Grid, { name, at }: TableDrawing): readonly string[] {
  const titles = Array.from({ length: at.columns }, (_, index) => {
    const content = grid.rows.get(at.row)?.get(at.column + index)?.content;
    return typeof content === 'string' ? content : '';
  });
  if (titles.includes('') || new Set(titles.map((title) => title.toLowerCase())).size !== titles.length) throw new Error(`The header of the table ${name} does not name each column once: ${titles.join('、')}`);
  return titles;
}

/** The formula that stands in a whole column of the table, each row having its own of it; given as the first row has it. */
function calculatedFormula(grid: Grid, { at }: TableDrawing, index: number): string | undefined {
  const formulaIn = (row: number): string | undefined => {
    const content = grid.rows.get(row)?.get(at.column + index)?.content;
    return content !== null && typeof content === 'object' && 'formula' in content ? content.formula : undefined;
  };
  const first = formulaIn(at.row + 1);
  if (first === undefined) return undefined;
  const moved = moverOf(first);
  const rows = Array.from({ length: at.rows - 1 }, (_, down) => down);
  return rows.every((down) => formulaIn(at.row + 1 + down) === moved(down)) ? first : undefined;
}
