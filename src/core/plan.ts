// The year's plan: who, what, by when, and when it is reported. Knows no sheet and no file format.
import type { PlainDate } from './plainDate';
import type { Roster } from './roster';
import type { Task, TaskId } from './task';

/** What a cut-off on a weekend does (P2). */
export type WeekendRule = 'before' | 'after' | 'keep';

/** When the plan is reported (P1–P2). */
export interface Calendar {
  readonly firstCutOff: PlainDate;
  readonly everyMonths: number;
  readonly weekendRule: WeekendRule;
}

/** Settings of the plan that people edit on the sheet 设置 (L9). */
export interface PlanSettings {
  /** e.g. 湛江市商务局“营商环境整治提升年”活动 工作任务台账 */
  readonly title: string;
  /** 单位 */
  readonly unit: string;
  readonly year: number;
  /** The day that the notice was issued (D4). */
  readonly issuedOn: PlainDate;
  /** The section that takes the reports together, e.g. 审批科. */
  readonly office: string;
  readonly calendar: Calendar;
  /** Days before the deadline from which a task is 临期, the day itself included (S6). */
  readonly warningDays: number;
  /** 基准日; empty means today (L9). */
  readonly asOf: PlainDate | '';
}

/** A column of unknown meaning that a matrix brought: kept to the right of the ledger's own (I3). Texts by 编号; what is missing is empty. */
export interface OtherColumn { readonly title: string; readonly texts: ReadonlyMap<TaskId, string> }

export interface Plan {
  readonly settings: PlanSettings;
  readonly roster: Roster;
  readonly tasks: readonly Task[];
  readonly otherColumns?: readonly OtherColumn[];
}
