// What the official form merges (B2): neighbouring rows of one indicator that say the same in a column. Knows no sheet.
import type { ReportedTask } from './report';

/** Columns of the official form whose equal neighbours stand as one cell. 工作任务, 落实情况 and 备注 are each task's own. */
export const mergedColumns = ['indicator', 'leadUnit', 'supportUnits', 'leaders', 'sections', 'owners', 'due'] as const;
export type MergedColumn = (typeof mergedColumns)[number];

/** A run of tasks that share a cell: from the 0-based `from` on, `count` of them. */
export interface SharedCell { readonly column: MergedColumn; readonly from: number; readonly count: number }

function shownIn(task: ReportedTask, column: MergedColumn): string {
  const cell = task[column];
  return typeof cell === 'string' ? cell : cell.join('、');
}

/** The cells that neighbouring tasks share, each of two tasks and more. Empty cells are never one; `startsAt` tells where a page begins, over which no cell goes. */
export function sharedCells(tasks: readonly ReportedTask[], startsAt: (index: number) => boolean = () => false): readonly SharedCell[] {
  return mergedColumns.flatMap((column) => {
    const runs: { column: MergedColumn; from: number; count: number }[] = [];
    tasks.forEach((task, index) => {
      const above = tasks[index - 1];
      const last = runs[runs.length - 1];
      const joins = above !== undefined && last !== undefined && !startsAt(index) && above.indicator === task.indicator
        && shownIn(task, column) !== '' && shownIn(above, column) === shownIn(task, column);
      if (joins) last.count += 1;
      else runs.push({ column, from: index, count: 1 });
    });
    return runs.filter(({ count }) => count > 1);
  });
}
