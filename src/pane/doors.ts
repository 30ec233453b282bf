// What the pane needs from outside itself, handed in by index.tsx: the workbook, the plan files, the day, a memory. Knows no Excel.
import type { build, planBuild } from '../actions/buildLedger';
import type { SheetEdit } from '../actions/followLedger';
import type { goToLedger } from '../actions/goToLedger';
import type { lookAtWorkbook } from '../actions/lookAtWorkbook';
import type { Plan, PlanSettings } from '../core/plan';
import type { PlanBody } from '../core/planBody';
import type { PlainDate } from '../core/plainDate';
import type { Result } from '../core/problem';
import type { ExcelFault } from '../excel/excelFault';
import type { LedgerWorkbook } from '../sheets/workbook';
import type { LedgerActions } from './desks/deskBench';
import type { FollowActions } from './desks/liveLedger';
import type { MatrixDoors } from './desks/matrixDesk';
import type { PlanDoors } from './desks/planDesk';
import type { ReportDoors } from './desks/reportDesk';
import type { ReturnDoors } from './desks/returnsDesk';

/** The actions of building, loaded when they are needed. */
export interface BuildActions {
  readonly planBuild: typeof planBuild;
  readonly build: typeof build;
}

/** The actions of looking at a workbook. They are loaded while the first screen is drawn already. */
export interface LookActions {
  readonly lookAtWorkbook: typeof lookAtWorkbook;
  readonly goToLedger: typeof goToLedger;
}

/** Remembers between two openings of the pane that the guide was seen. */
export interface PaneMemory {
  hasSeenGuide(): boolean;
  rememberGuide(): void;
}

export interface PaneDoors extends ReportDoors, ReturnDoors, MatrixDoors, PlanDoors {
  /** The open workbook; what reads and writes it is loaded while the first screen is drawn already. */
  readonly loadWorkbook: () => Promise<LedgerWorkbook>;
  readonly today: () => PlainDate;
  readonly loadLook: () => Promise<LookActions>;
  readonly loadBuild: () => Promise<BuildActions>;
  /** The built-in plan as it stands in its file. */
  readonly loadSeed: () => Promise<unknown>;
  /** Reads a plan from parsed JSON; the file's name is for its problems. */
  readonly readPlan: (json: unknown, file: string) => Promise<Result<Plan>>;
  readonly loadFollow: () => Promise<FollowActions>;
  readonly loadLedgerActions: () => Promise<LedgerActions>;
  /** The body's own list where the add-in has it for this plan (I6). */
  readonly loadBody: (settings: PlanSettings) => Promise<PlanBody | undefined>;
  /** Lets the browser draw and answer before the next slice of work. */
  readonly pause: () => Promise<void>;
  /** Calls back when the workbook changed on this machine, with the edits where they are known, and when the selection moved; gives the way to stop. */
  readonly watch: (onChanged: (edits?: readonly SheetEdit[]) => void, onSelected: (at: Pick<SheetEdit, 'sheet' | 'address'>) => void) => Promise<() => Promise<void>>;
  /** An error that is Excel's refusal; undefined for one that is a bug. */
  readonly faultOf: (error: unknown) => ExcelFault | undefined;
  readonly memory: PaneMemory;
}
