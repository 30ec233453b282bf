// One row of the matrix: a task, its ten official cells and its number. Knows no sheet, no file and no sentence.
import type { Due } from './deadline';
import type { PlainDate } from './plainDate';

/** A task's number such as '2.3': the third task of the second indicator (L6). Never changes, never reused. */
export type TaskId = string;

/** One task of the plan. Lists keep the order in which the notice gives them. */
export interface Task {
  readonly id: TaskId;
  /** 指标名称 without its ordinal, e.g. 跨境贸易. */
  readonly indicator: string;
  /** 牵头单位, as written (one unit, or several that the notice joins). */
  readonly leadUnit: string;
  /** 配合单位, in the notice's order. */
  readonly supportUnits: readonly string[];
  /** 工作任务. */
  readonly text: string;
  /** 分管领导, one for each section, in the same order. */
  readonly leaders: readonly string[];
  /** 责任科室, the lead first. */
  readonly sections: readonly string[];
  /** 责任人, in the order of the sections. */
  readonly owners: readonly string[];
  /** 完成时限, read or kept as the text that it was. */
  readonly due: Due;
  /** 落实情况. */
  readonly progress: string;
  /** 备注. */
  readonly remark: string;
  /** 办结日期: a day; or the text that stands there when it is not one; empty when not done. */
  readonly doneOn: PlainDate | '';
  readonly doneOnText?: string;
}

/** The ten official columns of 附件3 in their order, and then what the ledger adds (L2). */
export const officialColumns = [
  'indicator', 'leadUnit', 'supportUnits', 'text', 'leaders', 'sections', 'owners', 'due', 'progress', 'remark',
] as const;
export type OfficialColumn = (typeof officialColumns)[number];

export const ledgerColumns = [
  'id', ...officialColumns, 'doneOn', 'status', 'daysLeft', 'filled', 'checked',
] as const;
export type LedgerColumn = (typeof ledgerColumns)[number];

/** Hidden columns behind the ledger's own, from which its formulas judge (L2, S8). */
export const helperColumns = ['bareDue', 'bareProgress', 'previous', 'light'] as const;
export type HelperColumn = (typeof helperColumns)[number];
