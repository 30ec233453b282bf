// Rows of a table: adding and deleting them, with the cells below moved where they are in the way.
import { cellArea, columnCount } from './area';
import type { BookState } from './bookState';
import { cellOf, ensureCell, styleOf } from './cells';
import { HostFault, invalid } from './hostFault';
import type { Area, Origin, Sheet } from './model';
import { checkAllowed } from './protection';
import { deleteCells, insertCells } from './structure';
import { dataArea, extendLooks, fillCalculated, isFreeBelow, noteCalculatedColumns, tableOf } from './tables';
import { entryOf, writeInputs, type Input } from './writing';

/** Adds rows before the row `at`, or at the end. Calculated columns fill where nothing is given; looks, validations and rules extend. */
export function addTableRows(state: BookState, id: string, at: number | undefined, inputs: readonly (readonly Input[])[], origin: Origin): void {
  const { sheet, table } = tableOf(state, id);
  if (inputs.length === 0) return;
  noteCalculatedColumns(state);
  const width = columnCount(table.area);
  if (inputs.some((line) => line.length !== width)) throw invalid(`a table row has ${width} cells`);
  checkAllowed(sheet);
  const data = dataArea(table);
  const size = data.bottom - data.top + 1;
  const index = at === undefined || at === -1 ? size : at;
  if (!Number.isInteger(index) || index < 0 || index > size) throw invalid(`the table has no place for a row at ${index}`);
  const count = inputs.length;
  const area = { top: data.top + index, bottom: data.top + index + count - 1, left: data.left, right: data.right };
  // Parsed before anything moves, so that a refused input leaves the table as it was.
  for (const line of inputs) line.forEach((input, c) => { if (input !== null) entryOf(state, input, styleOf(sheet, data.bottom, data.left + c).numberFormat, area.top, data.left + c); });
  if (index < size) {
    insertCells(state, sheet.id, area, 'Down', origin);
    if (index === 0) looksFromBelow(sheet, area);
  } else {
    if (table.hasTotals || !isFreeBelow(sheet, table, count)) insertCells(state, sheet.id, area, 'Down', origin);
    // Inserting right below does not make the table longer; with totals it does, since the totals move.
    table.area = { ...table.area, bottom: table.hasTotals ? table.area.bottom : area.bottom };
    for (let row = area.top; row <= area.bottom; row++) extendLooks(sheet, table, row);
  }
  writeInputs(state, sheet.id, area, inputs, origin);
  for (let row = area.top; row <= area.bottom; row++) fillCalculated(state, sheet, table, row);
  state.rearranged();
  state.notice({ kind: 'structure', sheetId: sheet.id });
}

/** A row put in at the top looks like the rows of the table, not like its header. */
function looksFromBelow(sheet: Sheet, area: Area): void {
  for (let column = area.left; column <= area.right; column++) {
    const style = cellOf(sheet, area.bottom + 1, column)?.style;
    for (let row = area.top; row <= area.bottom; row++) {
      const cell = ensureCell(sheet, row, column);
      if (style) cell.style = style;
      else delete cell.style;
    }
  }
}

/** Deletes one row; the cells below the table's columns move up. The last row is emptied instead, as in Excel. */
export function deleteTableRow(state: BookState, id: string, index: number, origin: Origin): void {
  const { sheet, table } = tableOf(state, id);
  const data = dataArea(table);
  if (!Number.isInteger(index) || index < 0 || data.top + index > data.bottom) throw new HostFault('ItemNotFound', `the table has no row ${index}`);
  deleteCells(state, sheet.id, { ...cellArea(data.top + index, data.left), right: data.right }, 'Up', origin);
}
