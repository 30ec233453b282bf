// The matrix in the official form of 附件3 at the end of a summary (B2): ten columns, shared cells merged, no cell over the edge of a page. Knows no Excel.
import type { MergedColumn } from '../core/officialForm';
import { mergedColumns, sharedCells } from '../core/officialForm';
import type { ReportedTask } from '../core/report';
import type { OfficialColumn } from '../core/task';
import { officialColumns } from '../core/task';
import type { CellContent, Look } from './drawing';
import type { FlowColumn, PageFlow } from './pageFlow';
import { highestRow, lowestRow } from './pageFlow';
import { ledgerTitles, separator } from './titles';

/** Where each official column stands in the grid of the summary: its first column and how many it takes. */
export const matrixPlaces: Readonly<Record<OfficialColumn, readonly [number, number]>> = {
  indicator: [0, 1], leadUnit: [1, 1], supportUnits: [2, 2], text: [4, 4], leaders: [8, 1], sections: [9, 1], owners: [10, 1], due: [11, 1], progress: [12, 3], remark: [15, 1],
};
const leftColumns: ReadonlySet<OfficialColumn> = new Set<OfficialColumn>(['supportUnits', 'text', 'progress', 'remark']);

/** What the official form shows of a task in a column; several names stand one under the other, as in the notice. */
export function matrixText(task: ReportedTask, column: OfficialColumn): string {
  const cell = task[column];
  if (typeof cell === 'string') return cell;
  return cell.join(column === 'supportUnits' ? separator : '\n');
}

/** Lays the matrix; gives its head row, which is to be printed on each of its pages. An indicator stays on one page where one page holds it, and the last task on the page of what comes after it, so many points high. */
export function layMatrix(flow: PageFlow, tasks: readonly ReportedTask[], cellLook: Look, after: number): number {
  const columns: readonly FlowColumn[] = officialColumns.map((column) => ({
    column: matrixPlaces[column][0], span: matrixPlaces[column][1], head: ledgerTitles[column], look: { ...cellLook, ...(leftColumns.has(column) ? { horizontal: 'left' as const } : {}) },
    ...(isShared(column) ? { isMergedByCaller: true } : {}),
  }));
  const rows = tasks.map((task) => officialColumns.map((column): CellContent => matrixText(task, column)));
  const cells = rows.map((row) => columns.map((column, place) => flow.rowHeight([column], [row[place] ?? null])));
  const matrix: Matrix = { flow, columns, rows, tasks, cells, after };
  const head = flow.head(columns, Math.max(...cells[0] ?? [0]));
  let from = 0;
  tasks.forEach((_, index) => {
    if (index === from || !beginsPage(matrix, from, index, head.height)) return;
    layPage(matrix, from, index);
    flow.newPage(head.height);
    from = index;
  });
  layPage(matrix, from, tasks.length);
  return head.row;
}

interface Matrix {
  readonly flow: PageFlow;
  readonly columns: readonly FlowColumn[];
  readonly rows: readonly (readonly CellContent[])[];
  readonly tasks: readonly ReportedTask[];
  /** How high each cell would be alone. */
  readonly cells: readonly (readonly number[])[];
  /** Height of what comes after the last task, on the same page. */
  readonly after: number;
}

function isShared(column: OfficialColumn): column is MergedColumn {
  return (mergedColumns as readonly OfficialColumn[]).includes(column);
}

// A row is as high as what is its own; a shared cell needs its height of all its rows together. Of tasks that stand on one page: on the next one a shared cell begins anew.
function heightsOf({ tasks, cells }: Matrix, from: number, to: number): readonly number[] {
  const shared = sharedCells(tasks.slice(from, to));
  const inRun = new Set(shared.flatMap(({ column, from: first, count }) => Array.from({ length: count }, (_, index) => `${column} ${String(first + index)}`)));
  const heights = cells.slice(from, to).map((row, index) => Math.max(...row.filter((_, place) => !inRun.has(`${officialColumns[place] ?? ''} ${String(index)}`))));
  for (const { column, from: first, count } of shared) {
    const needed = cells[from + first]?.[officialColumns.indexOf(column)] ?? 0;
    const missing = needed - heights.slice(first, first + count).reduce((sum, height) => sum + height, 0);
    if (missing > 0) for (let index = first; index < first + count; index += 1) heights[index] = (heights[index] ?? 0) + missing / count;
  }
  return heights;
}

/** Height of tasks that stand on one page, with what comes after the last. */
function heightOf(matrix: Matrix, from: number, to: number): number {
  return heightsOf(matrix, from, to).reduce((sum, height) => sum + height, to === matrix.tasks.length ? matrix.after : 0);
}

// Before a task that the page does not hold any more, and before an indicator that would be torn there and that a page of its own holds.
function beginsPage(matrix: Matrix, from: number, index: number, headHeight: number): boolean {
  const { flow, tasks } = matrix;
  if (!flow.fits(heightOf(matrix, from, index + 1))) return true;
  if (tasks[index]?.indicator === tasks[index - 1]?.indicator) return false;
  // An indicator beyond what a page holds is torn anyway; so many tasks are never on one.
  const most = index + Math.ceil(flow.height / lowestRow);
  let end = index + 1;
  while (end < tasks.length && end <= most && tasks[end]?.indicator === tasks[index]?.indicator) end += 1;
  return !flow.fits(heightOf(matrix, from, end)) && flow.fitsOnePage(heightOf(matrix, index, end) + headHeight);
}

function layPage(matrix: Matrix, from: number, to: number): void {
  const { flow, columns, rows, tasks } = matrix;
  const shared = sharedCells(tasks.slice(from, to));
  const heights = heightsOf(matrix, from, to);
  // A shared cell of which a row goes over several pages.
  const torn = new Set(shared.filter(({ from: first, count }) => heights.slice(first, first + count).some((height) => height > highestRow)).map(({ column, from: first }) => `${column} ${String(first)}`));
  const isTorn = (index: number, place: number): boolean => torn.has(`${officialColumns[place] ?? ''} ${String(index)}`);
  const behind = new Set(shared.flatMap(({ column, from: first, count }) => Array.from({ length: count - 1 }, (_, index) => `${column} ${String(first + 1 + index)}`)));
  const shown = rows.slice(from, to).map((row, index) => row.map((cell, place) => (behind.has(`${officialColumns[place] ?? ''} ${String(index)}`) ? null : cell)));
  const starts = flow.body({ columns, rows: shown, lookAt: (index, place) => (isTorn(index, place) ? { vertical: 'top' } : undefined) }, 0, shown.length, heights);
  const counts = new Map(shared.map(({ column, from: first, count }) => [`${column} ${String(first)}`, count]));
  officialColumns.forEach((column, place) => {
    const span = columns[place];
    if (span === undefined || !isShared(column)) return;
    for (let index = 0; index < shown.length; index += 1) {
      if (behind.has(`${column} ${String(index)}`)) continue;
      const row = starts[index] ?? 0;
      flow.merge({ row, column: span.column, rows: (starts[index + (counts.get(`${column} ${String(index)}`) ?? 1)] ?? row + 1) - row, columns: span.span });
    }
  });
}
