// What the desks (checks, filling in, reports) work with: the doors, one action at a time, and a look at the workbook when they are done.
import type * as checkLedger from '../../actions/checkLedger';
import type * as mendingShown from '../../actions/mendingShown';
import type * as mendLedger from '../../actions/mendLedger';
import type { PlanBody } from '../../core/planBody';
import type { PlanSettings } from '../../core/plan';
import type { PlainDate } from '../../core/plainDate';
import type { LedgerWorkbook } from '../../sheets/workbook';
import type { Stopped, Trouble } from '../state';
import type { LiveLedger } from './liveLedger';

/** Checking and mending a ledger, loaded when it is asked for. */
export type LedgerActions = typeof checkLedger & typeof mendLedger & typeof mendingShown;

export interface DeskBench {
  readonly loadWorkbook: () => Promise<LedgerWorkbook>;
  readonly loadLedgerActions: () => Promise<LedgerActions>;
  /** The body's own list where the add-in has it for this plan (I6). */
  readonly loadBody: (settings: PlanSettings) => Promise<PlanBody | undefined>;
  readonly today: () => PlainDate;
  readonly live: LiveLedger;
  /** Does one thing at a time; a fault becomes the screen that tells of it. */
  readonly act: (stopped: Stopped, work: () => Promise<void>) => Promise<void>;
  /** Looks at the workbook anew after something was written. */
  readonly lookAgain: () => Promise<void>;
  /** An error as a trouble that can be shown in its place. */
  readonly troubleOf: (error: unknown) => Trouble;
}
