// The cells of one sheet: reaching them, walking over them, the area in use. Knows nothing of tables, rules or who writes.
import { bounding, cellArea } from './area';
import type { Area, Cell, CellStyle, Sheet } from './model';
import { DEFAULT_STYLE, restyled, type LookChange } from './styles';

export function cellOf(sheet: Sheet, row: number, column: number): Cell | undefined {
  return sheet.cells.get(row)?.get(column);
}

/** The cell, made if there is none. A new one takes the look of its row or column. */
export function ensureCell(sheet: Sheet, row: number, column: number): Cell {
  return ensureIn(sheet, ensureRow(sheet, row), row, column);
}

function ensureRow(sheet: Sheet, row: number): Map<number, Cell> {
  let cells = sheet.cells.get(row);
  if (!cells) sheet.cells.set(row, (cells = new Map<number, Cell>()));
  return cells;
}

function ensureIn(sheet: Sheet, cells: Map<number, Cell>, row: number, column: number): Cell {
  let cell = cells.get(column);
  if (!cell) {
    const style = sheet.rows.get(row)?.style ?? sheet.columns.get(column)?.style;
    cell = style ? { value: null, style } : { value: null };
    cells.set(column, cell);
  }
  return cell;
}

/** Puts a cell at a place, or takes it away. */
export function putCell(sheet: Sheet, row: number, column: number, cell: Cell | undefined): void {
  const cells = sheet.cells.get(row);
  if (cell) {
    if (cells) cells.set(column, cell);
    else sheet.cells.set(row, new Map([[column, cell]]));
  } else if (cells?.delete(column) && cells.size === 0) {
    sheet.cells.delete(row);
  }
}

/** Takes a cell away when it holds nothing and looks like nothing. */
export function dropIfBare(sheet: Sheet, row: number, column: number): void {
  const cell = cellOf(sheet, row, column);
  if (cell && cell.value === null && cell.formula === undefined && (cell.style === undefined || cell.style === styleAround(sheet, row, column))) {
    putCell(sheet, row, column, undefined);
  }
}

/** The look that a cell without its own has from its row or column. */
export function styleAround(sheet: Sheet, row: number, column: number): CellStyle {
  return sheet.rows.get(row)?.style ?? sheet.columns.get(column)?.style ?? DEFAULT_STYLE;
}

export function styleOf(sheet: Sheet, row: number, column: number): CellStyle {
  return cellOf(sheet, row, column)?.style ?? styleAround(sheet, row, column);
}

/** Every existing cell within an area, row by row; the order inside a row is that of writing. */
export function* cellsIn(sheet: Sheet, area: Area): Generator<{ row: number; column: number; cell: Cell }> {
  for (const [row, cells] of rowsIn(sheet, area)) {
    if (area.right - area.left + 1 < cells.size) {
      for (let column = area.left; column <= area.right; column++) {
        const cell = cells.get(column);
        if (cell) yield { row, column, cell };
      }
    } else {
      for (const [column, cell] of [...cells]) if (column >= area.left && column <= area.right) yield { row, column, cell };
    }
  }
}

/** The rows of an area that have cells at all. */
export function* rowsIn(sheet: Sheet, area: Area): Generator<[number, Map<number, Cell>]> {
  if (area.bottom - area.top + 1 < sheet.cells.size) {
    for (let row = area.top; row <= area.bottom; row++) {
      const cells = sheet.cells.get(row);
      if (cells) yield [row, cells];
    }
  } else {
    for (const entry of [...sheet.cells]) if (entry[0] >= area.top && entry[0] <= area.bottom) yield entry;
  }
}

export function isFilled(cell: Cell | undefined): boolean {
  return cell !== undefined && (cell.value !== null || cell.formula !== undefined);
}

/** Whether any cell of the area holds a value or formula. */
export function anyFilled(sheet: Sheet, area: Area): boolean {
  for (const { cell } of cellsIn(sheet, area)) if (isFilled(cell)) return true;
  return false;
}

/** The smallest area with every cell that holds something (or, unless valuesOnly, looks like something). */
export function usedAreaOf(sheet: Sheet, valuesOnly: boolean): Area | undefined {
  let used: Area | undefined;
  for (const [row, cells] of sheet.cells) {
    let left = Infinity;
    let right = -1;
    for (const [column, cell] of cells) {
      if (!isFilled(cell) && (valuesOnly || cell.style === undefined || cell.style === DEFAULT_STYLE)) continue;
      if (column < left) left = column;
      if (column > right) right = column;
    }
    if (right < 0) continue;
    const line = { top: row, bottom: row, left, right };
    used = used ? bounding(used, line) : line;
  }
  if (!valuesOnly) for (const merge of sheet.merges) used = used ? bounding(used, merge) : merge;
  return used;
}

/** Changes the look of every cell of an area; whole rows and columns keep it as their own look, so that no million cells are made. */
export function restyleArea(sheet: Sheet, area: Area, change: LookChange, whole: 'rows' | 'columns' | undefined): void {
  if (whole === 'columns') {
    for (let column = area.left; column <= area.right; column++) {
      const info = sheet.columns.get(column);
      sheet.columns.set(column, { ...info, style: restyled(info?.style ?? DEFAULT_STYLE, change) });
    }
    for (const [row, info] of sheet.rows) {
      // Where a row's look meets the column's change, the crossing becomes a cell of its own.
      if (info.style) for (let column = area.left; column <= area.right; column++) ensureCell(sheet, row, column);
    }
    for (const { cell, column } of cellsIn(sheet, area)) cell.style = restyled(cell.style ?? sheet.columns.get(column)?.style ?? DEFAULT_STYLE, change);
    return;
  }
  if (whole === 'rows') {
    for (let row = area.top; row <= area.bottom; row++) {
      const info = sheet.rows.get(row);
      for (const [column, columnInfo] of sheet.columns) if (columnInfo.style && !info?.style) ensureCell(sheet, row, column);
      sheet.rows.set(row, { ...info, style: restyled(info?.style ?? DEFAULT_STYLE, change) });
    }
    for (const { cell } of cellsIn(sheet, area)) cell.style = restyled(cell.style ?? DEFAULT_STYLE, change);
    return;
  }
  // One lookup per distinct look: areas are large and looks are few.
  const seen = new Map<CellStyle, CellStyle>();
  let [last, lastAfter]: (CellStyle | undefined)[] = [];
  const restyleCell = (cell: Cell): void => {
    const before = cell.style ?? DEFAULT_STYLE;
    let after = before === last ? lastAfter : seen.get(before);
    if (!after) seen.set(before, (after = restyled(before, change)));
    [last, lastAfter] = [before, after];
    if (after !== DEFAULT_STYLE || cell.style !== undefined) cell.style = after;
  };
  for (let row = area.top; row <= area.bottom; row++) {
    const cells = ensureRow(sheet, row);
    let met = 0;
    // Walking a row's cells is quicker than asking for each, and mostly they are all there.
    cells.forEach((cell, column) => {
      if (column < area.left || column > area.right) return;
      met++;
      restyleCell(cell);
    });
    if (met === area.right - area.left + 1) continue;
    for (let column = area.left; column <= area.right; column++) if (!cells.has(column)) restyleCell(ensureIn(sheet, cells, row, column));
  }
}

/** The area of a single cell or, in a merge, of the merge. */
export function mergeAround(sheet: Sheet, row: number, column: number): Area {
  return sheet.merges.find((merge) => row >= merge.top && row <= merge.bottom && column >= merge.left && column <= merge.right) ?? cellArea(row, column);
}
