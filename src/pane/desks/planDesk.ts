// The plan behind the ledger as the pane works on it: 名册, 设置 and the year that follows. Knows which desks there are, and no React.
import type * as editRoster from '../../actions/editRoster';
import type * as editSettings from '../../actions/editSettings';
import type { lookAtWorkbook } from '../../actions/lookAtWorkbook';
import type * as newYear from '../../actions/newYear';
import type { NewYearPlan } from '../../actions/newYear';
import type { MadeFile } from '../../actions/reportFile';
import type * as rosterWish from '../../actions/rosterWish';
import type * as settingsForm from '../../actions/settingsForm';
import type { PlainDate } from '../../core/plainDate';
import type { LinkedFile } from '../saveFile';
import type { DeskBench } from './deskBench';
import { NewYearDesk } from './newYearDesk';
import { RosterDesk } from './rosterDesk';
import { SettingsDesk } from './settingsDesk';

/** Reading and planning 名册, 设置 and a new year, loaded when they are asked for. */
export type PlanActions = typeof editRoster & typeof editSettings & typeof newYear & typeof rosterWish & typeof settingsForm & { readonly lookAtWorkbook: typeof lookAtWorkbook };

/** What these desks need beside the others. */
export interface PlanDoors {
  readonly loadPlanActions: () => Promise<PlanActions>;
  /** Draws a new year's workbook as a file; what draws it is loaded then. */
  readonly drawNewYear: (plan: NewYearPlan, today: PlainDate) => Promise<MadeFile>;
  /** Has the browser save a file; undefined where it refuses. */
  readonly saveFile: (file: MadeFile) => LinkedFile | undefined;
}

export type PlanBench = DeskBench & PlanDoors;

/** The desks of the plan. */
export class PlanDesk {
  readonly roster: RosterDesk;
  readonly settings: SettingsDesk;
  readonly newYear: NewYearDesk;

  constructor(bench: PlanBench) {
    this.roster = new RosterDesk(bench);
    this.settings = new SettingsDesk(bench);
    this.newYear = new NewYearDesk(bench);
  }
}
