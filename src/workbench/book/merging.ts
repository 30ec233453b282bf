// Merging cells. Knows the rules of merges among themselves and against tables.
import { cellArea, columnCount, isOnSheet, overlap, rowCount } from './area';
import { cellsIn, dropIfBare } from './cells';
import { sheetOf, type BookState } from './bookState';
import { HostFault, invalid } from './hostFault';
import { checkAllowed } from './protection';
import type { Area } from './model';

/** Merges an area, or each of its rows. The first cell keeps its value, the others lose theirs; merges inside are absorbed; tables refuse. */
export function mergeArea(state: BookState, sheetId: string, area: Area, across: boolean): void {
  const sheet = sheetOf(state, sheetId);
  if (!isOnSheet(area)) throw invalid('the area leaves the sheet');
  checkAllowed(sheet);
  if (sheet.tables.some((table) => overlap(table.area, area))) throw new HostFault('InvalidOperation', 'cells of a table cannot be merged');
  const parts = across && rowCount(area) > 1
    ? Array.from({ length: rowCount(area) }, (_, index) => ({ ...area, top: area.top + index, bottom: area.top + index }))
    : [area];
  if (across && sheet.merges.some((merge) => overlap(merge, area) && rowCount(merge) > 1)) unmergeArea(state, sheetId, area);
  for (const part of parts) {
    const touching = sheet.merges.filter((merge) => overlap(merge, part));
    if (touching.some((merge) => merge.top < part.top || merge.bottom > part.bottom || merge.left < part.left || merge.right > part.right)) {
      // Excel widens the new merge over the ones that it touches; refusing is safer than guessing where cells go.
      throw new HostFault('InvalidOperation', 'the area cuts through a merge');
    }
    sheet.merges = sheet.merges.filter((merge) => !touching.includes(merge));
    if (rowCount(part) * columnCount(part) < 2) continue;
    for (const { row, column, cell } of [...cellsIn(sheet, part)]) {
      if (row === part.top && column === part.left) continue;
      cell.value = null;
      delete cell.formula;
      delete cell.quoted;
      dropIfBare(sheet, row, column);
    }
    sheet.merges.push({ ...part });
  }
  state.touched(sheetId, area, 'addin');
  state.notice({ kind: 'structure', sheetId });
}

/** Takes apart every merge that the area touches. */
export function unmergeArea(state: BookState, sheetId: string, area: Area): void {
  const sheet = sheetOf(state, sheetId);
  checkAllowed(sheet);
  const rest = sheet.merges.filter((merge) => !overlap(merge, area));
  if (rest.length === sheet.merges.length) return;
  sheet.merges = rest;
  state.notice({ kind: 'structure', sheetId });
}

/** Whether a place is inside a merge without being its first cell, where values cannot stand. */
export function isBehindMerge(merges: readonly Area[], row: number, column: number): boolean {
  const here = cellArea(row, column);
  return merges.some((merge) => overlap(merge, here) && (merge.top !== row || merge.left !== column));
}
