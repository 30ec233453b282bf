// Builds the ledger from a plan, or brings an existing one up to the plan (L1–L10): reads, then plans, then writes (X1). Knows no Excel.
import type { Plan } from '../core/plan';
import type { Problem } from '../core/problem';
import type { ChangeOutcome, LedgerWorkbook, Progress, WorkbookChange } from '../sheets/workbook';
import type { RebuildPlan } from '../core/ledgerMerge';
import type { WorkbookState } from './lookAtWorkbook';

/** What a build is going to do, to be shown before anything is written (I5, L7). */
export interface BuildPlan {
  readonly kind: 'new' | 'rebuild';
  readonly plan: Plan;
  /** Guesses made while the plan was read, and what is wrong in it. */
  readonly problems: readonly Problem[];
  /** Over an existing ledger: what stays, changes, comes and is gone. */
  readonly rebuild: RebuildPlan | undefined;
  /** Names of sheets that will be added. */
  readonly newSheets: readonly string[];
  readonly change: WorkbookChange;
}

/** A build ready to be confirmed, or why there can be none. */
export type BuildPlanning = { readonly kind: 'ready'; readonly build: BuildPlan; readonly state: WorkbookState } | { readonly kind: 'refused'; readonly problem: Problem; readonly state: WorkbookState };

export interface BuildChoices {
  /** 编号 of tasks whose changed official cells stay as the ledger has them. */
  readonly keepLedgerFor: ReadonlySet<string>;
}

/** Reads the workbook and plans the build. Writes nothing. */
export declare function planBuild(workbook: LedgerWorkbook, plan: Plan, problems: readonly Problem[], choices?: BuildChoices): Promise<BuildPlanning>;

/** Writes a planned build, whole or not at all (X1). */
export declare function build(workbook: LedgerWorkbook, planned: BuildPlan, onProgress: Progress): Promise<ChangeOutcome>;
