// The matrix in the official form of 附件3 at the end of a summary (B2): ten columns, shared cells merged, no cell over the edge of a page. Knows no Excel.
import type { MergedColumn, SharedCell } from '../core/officialForm';
import { mergedColumns, sharedCells } from '../core/officialForm';
import type { ReportedTask } from '../core/report';
import type { OfficialColumn } from '../core/task';
import { officialColumns } from '../core/task';
import type { CellContent, Look } from './drawing';
import type { FlowColumn, PageFlow } from './pageFlow';
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
  const heights = heightsOf(flow, columns, rows, sharedCells(tasks));
  // The room that each task takes on its page.
  const taken = heights.map((height, index) => (index === tasks.length - 1 ? height + after : height));
  const head = flow.head(columns, heights[0] ?? 0);
  let from = 0;
  tasks.forEach((_, index) => {
    if (index === from || !beginsPage(flow, tasks, taken, from, index, head.height)) return;
    layPage(flow, { columns, rows, tasks, heights }, from, index);
    flow.newPage(head.height);
    from = index;
  });
  layPage(flow, { columns, rows, tasks, heights }, from, tasks.length);
  return head.row;
}

function isShared(column: OfficialColumn): column is MergedColumn {
  return (mergedColumns as readonly OfficialColumn[]).includes(column);
}

// A row is as high as what is its own; a shared cell needs its height of all its rows together.
function heightsOf(flow: PageFlow, columns: readonly FlowColumn[], rows: readonly (readonly CellContent[])[], shared: readonly SharedCell[]): readonly number[] {
  const inRun = new Set(shared.flatMap(({ column, from, count }) => Array.from({ length: count }, (_, index) => `${column} ${String(from + index)}`)));
  const heights = rows.map((row, index) => flow.rowHeight(columns, row.map((cell, place) => (inRun.has(`${officialColumns[place] ?? ''} ${String(index)}`) ? null : cell))));
  for (const { column, from, count } of shared) {
    const place = officialColumns.indexOf(column);
    const one = columns[place];
    if (one === undefined) continue;
    const needed = flow.rowHeight([one], [rows[from]?.[place] ?? null]);
    const missing = needed - heights.slice(from, from + count).reduce((sum, height) => sum + height, 0);
    if (missing > 0) for (let index = from; index < from + count; index += 1) heights[index] = (heights[index] ?? 0) + missing / count;
  }
  return heights;
}

// Before an indicator that the rest of the page does not hold, and before a task of one that no page holds.
function beginsPage(flow: PageFlow, tasks: readonly ReportedTask[], heights: readonly number[], from: number, index: number, headHeight: number): boolean {
  const sum = (first: number, last: number): number => heights.slice(first, last).reduce((total, height) => total + height, 0);
  const laid = sum(from, index);
  if (!flow.fits(laid + (heights[index] ?? 0))) return true;
  if (tasks[index]?.indicator === tasks[index - 1]?.indicator) return false;
  let end = index + 1;
  while (end < tasks.length && tasks[end]?.indicator === tasks[index]?.indicator) end += 1;
  const group = sum(index, end);
  return !flow.fits(laid + group) && flow.fitsOnePage(group + headHeight);
}

interface Matrix { readonly columns: readonly FlowColumn[]; readonly rows: readonly (readonly CellContent[])[]; readonly tasks: readonly ReportedTask[]; readonly heights: readonly number[] }

function layPage(flow: PageFlow, { columns, rows, tasks, heights }: Matrix, from: number, to: number): void {
  const shared = sharedCells(tasks.slice(from, to));
  const behind = new Set(shared.flatMap(({ column, from: first, count }) => Array.from({ length: count - 1 }, (_, index) => `${column} ${String(first + 1 + index)}`)));
  const shown = rows.slice(from, to).map((row, index) => row.map((cell, place) => (behind.has(`${officialColumns[place] ?? ''} ${String(index)}`) ? null : cell)));
  const starts = flow.body({ columns, rows: shown }, 0, shown.length, heights.slice(from, to));
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
