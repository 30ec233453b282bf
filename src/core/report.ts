// What one report said (B5): each task as it stood then, with its words. Knows no sheet, no clock and no sentence.
import type { Filled } from './filled';
import type { Light } from './light';
import type { WeekendRule } from './plan';
import type { PlainDate } from './plainDate';
import type { SectionReturn } from './sectionReturns';
import type { Status } from './status';
import type { TaskId } from './task';

/** A task as a report shows it. Lists keep the order of the ledger; `due` and `doneOn` are texts as they are shown. */
export interface ReportedTask {
  readonly id: TaskId;
  readonly indicator: string;
  readonly leadUnit: string;
  readonly supportUnits: readonly string[];
  readonly text: string;
  readonly leaders: readonly string[];
  /** The lead first. */
  readonly sections: readonly string[];
  readonly owners: readonly string[];
  /** 完成时限 as precisely as the plan gave it, e.g. 2021年9月. */
  readonly due: string;
  readonly progress: string;
  readonly remark: string;
  /** 办结日期, e.g. 2021-09-15; empty when there is none. */
  readonly doneOn: string;
  readonly status: Status;
  /** Days to the deadline, negative when overdue; absent for what is done or has no day to count to. */
  readonly daysLeft?: number;
  readonly filled: Filled;
  readonly light: Light;
  /** How its sections stood with their returns (R13); absent where nothing was sent out for this report. */
  readonly returns?: readonly SectionReturn[];
}

/** One report of one period, whole: from it the summary is made, and made again the same a year later (P3, B5). */
export interface PeriodReport {
  /** e.g. 2021-06. */
  readonly period: string;
  readonly cutOff: PlainDate;
  /** The day on which status is judged: the cut-off unless told otherwise (P3). */
  readonly judgedOn: PlainDate;
  /** What a cut-off on a weekend did (P2); the report prints it. */
  readonly weekendRule: WeekendRule;
  /** 台账标题, e.g. 湛江市商务局“营商环境整治提升年”活动 工作任务台账. */
  readonly title: string;
  readonly unit: string;
  /** The section that takes the reports together. */
  readonly office: string;
  /** In the order of the ledger's indicators and numbers. */
  readonly tasks: readonly ReportedTask[];
}
