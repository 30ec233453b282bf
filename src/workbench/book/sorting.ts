// Sorting rows by their values, as Excel orders them. Knows nothing of who asks for which order.
import { intersection, overlap } from './area';
import { sheetOf, type BookState } from './bookState';
import { cellOf, putCell } from './cells';
import { HostFault } from './hostFault';
import type { Area, Cell, Origin, Scalar } from './model';
import { checkAllowed, checkWritable } from './protection';

const collator = new Intl.Collator('zh-CN', { numeric: false, sensitivity: 'base' });

function kind(value: Scalar): number {
  if (value === null) return 4;
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : typeof value === 'boolean' ? 2 : 3;
}

function compare(a: Scalar, b: Scalar, ascending: boolean): number {
  // Empty cells come last in both directions.
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  const difference = kind(a) !== kind(b) ? kind(a) - kind(b)
    : typeof a === 'string' && typeof b === 'string' ? collator.compare(a, b)
      : typeof a === 'object' ? 0 : Number(a) - Number(b);
  return ascending ? difference : -difference;
}

/** Sorts the rows of an area by columns counted from its left; cells take their looks along, formulas read as if filled. */
export function sortRows(state: BookState, sheetId: string, area: Area, keys: readonly { column: number; ascending: boolean }[], origin: Origin): void {
  const sheet = sheetOf(state, sheetId);
  checkAllowed(sheet, 'allowSort');
  checkWritable(sheet, area);
  if (sheet.merges.some((merge) => overlap(merge, area))) throw new HostFault('InvalidOperation', 'an area with merged cells cannot be sorted');
  const used = intersection(area, { top: area.top, bottom: Math.min(area.bottom, Math.max(...sheet.cells.keys(), area.top)), left: area.left, right: area.right });
  if (!used) return;
  const rows = Array.from({ length: used.bottom - used.top + 1 }, (_, index) => used.top + index);
  const ordered = [...rows].sort((a, b) => {
    for (const key of keys) {
      const column = area.left + key.column;
      const difference = compare(cellOf(sheet, a, column)?.value ?? null, cellOf(sheet, b, column)?.value ?? null, key.ascending);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  const taken = ordered.map((row) => {
    const line = new Map<number, Cell>();
    for (const [column, cell] of sheet.cells.get(row) ?? []) if (column >= area.left && column <= area.right) line.set(column, cell);
    return { row, line };
  });
  for (const { row, line } of taken) for (const column of line.keys()) putCell(sheet, row, column, undefined);
  taken.forEach(({ row: from, line }, index) => {
    const row = used.top + index;
    for (const [column, cell] of line) {
      if (cell.formula !== undefined && from !== row) cell.formula = state.calc.filled(cell.formula, { sheet: sheet.name, row: from, column }, { sheet: sheet.name, row, column });
      putCell(sheet, row, column, cell);
    }
  });
  state.rearranged();
  state.touched(sheetId, used, origin);
}
