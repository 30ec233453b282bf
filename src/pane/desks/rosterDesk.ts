// 名册 as the pane changes it: a pasted list, what would come of it, what the person decided (L9, O6). Knows no React.
import type { LedgerState } from '../../actions/lookAtWorkbook';
import type { RosterPlan } from '../../actions/rosterWish';
import { WritableStore } from '../store';
import type { PlanActions, PlanBench } from './planDesk';

/** How many came, changed and went, and how many short names, by the last writing. */
export interface WrittenRoster { readonly added: number; readonly changed: number; readonly gone: number; readonly shortNames: number }

export interface RosterView {
  readonly at: 'list' | 'paste' | 'preview';
  /** The pasted text; it stays until it was written. */
  readonly text: string;
  readonly plan: RosterPlan | undefined;
  /** People whom the list lacks and who are to go. */
  readonly leave: ReadonlySet<string>;
  /** Short names that were confirmed. */
  readonly confirmed: ReadonlySet<string>;
  readonly busy: 'reading' | 'writing' | undefined;
  readonly changedSheet: string | undefined;
  readonly written: WrittenRoster | undefined;
  /** How often another of its screens was opened: the focus follows. */
  readonly moves: number;
}

const beginning: RosterView = { at: 'list', text: '', plan: undefined, leave: new Set(), confirmed: new Set(), busy: undefined, changedSheet: undefined, written: undefined, moves: 0 };

/** Holds the work on 名册. */
export class RosterDesk extends WritableStore<RosterView> {
  /** What the plan that is shown was made on. */
  private ground: { readonly actions: PlanActions; readonly state: LedgerState; readonly text: string | undefined } | undefined;

  constructor(private readonly bench: PlanBench) {
    super(beginning);
  }

  readonly toList = (): void => { this.move({ at: 'list', plan: undefined, changedSheet: undefined }); };

  readonly toPaste = (): void => { this.move({ at: 'paste', plan: undefined, changedSheet: undefined, written: undefined }); };

  readonly type = (text: string): void => { this.change({ text }); };

  /** Reads the pasted list and shows what would come of it. Writes nothing. */
  readonly read = (): Promise<void> => this.look(this.getState().text);

  /** Shows the short names that the ledger uses and 名册 lacks. Writes nothing. */
  readonly proposeShortNames = (): Promise<void> => this.look(undefined);

  readonly letGo = (name: string, goes: boolean): void => { this.decide({ leave: withOrWithout(this.getState().leave, name, goes) }); };

  readonly confirm = (shortName: string, isConfirmed: boolean): void => { this.decide({ confirmed: withOrWithout(this.getState().confirmed, shortName, isConfirmed) }); };

  /** Writes what is shown, whole or not at all (X1). */
  readonly write = (): Promise<void> => this.bench.act('roster', () => this.work('writing', async () => {
    const { plan } = this.getState();
    if (plan?.canWrite !== true || this.ground === undefined) return;
    const outcome = await (await this.bench.loadWorkbook()).change(plan.edit.change, () => undefined);
    if (outcome.kind !== 'written') {
      // The preview was of other cells: it must be seen again before anything is written.
      await this.plan(this.ground.text);
      this.change({ changedSheet: outcome.sheet });
      return;
    }
    await this.bench.lookAgain();
    const { added, changed, gone, shortNames } = plan.edit;
    this.move({ ...beginning, written: { added: added.length, changed: changed.length, gone: gone.length, shortNames: shortNames.length } });
  }));

  private look(text: string | undefined): Promise<void> {
    return this.bench.act('rosterPlan', () => this.work('reading', async () => {
      this.change({ leave: new Set(), confirmed: new Set(), changedSheet: undefined, written: undefined });
      await this.plan(text);
    }));
  }

  private async plan(text: string | undefined): Promise<void> {
    const [actions, workbook] = await Promise.all([this.bench.loadPlanActions(), this.bench.loadWorkbook()]);
    const state = await actions.lookAtWorkbook(workbook);
    if (state.kind !== 'ledger') {
      await this.bench.lookAgain();
      return;
    }
    this.ground = { actions, state, text };
    this.move({ at: 'preview', plan: this.planned() });
  }

  private decide(decided: Pick<RosterView, 'leave'> | Pick<RosterView, 'confirmed'>): void {
    this.change(decided);
    this.change({ plan: this.planned() });
  }

  private planned(): RosterPlan | undefined {
    const { leave, confirmed } = this.getState();
    return this.ground?.actions.planRosterWish(this.ground.state, { text: this.ground.text, leave, confirmed });
  }

  private async work(busy: RosterView['busy'], work: () => Promise<void>): Promise<void> {
    this.change({ busy });
    try {
      await work();
    } finally {
      this.change({ busy: undefined });
    }
  }

  private move(change: Partial<RosterView>): void {
    this.change({ ...change, moves: this.getState().moves + 1 });
  }

  private change(change: Partial<RosterView>): void {
    this.set({ ...this.getState(), ...change });
  }
}

function withOrWithout(names: ReadonlySet<string>, name: string, isIn: boolean): ReadonlySet<string> {
  const changed = new Set(names);
  if (isIn) changed.add(name);
  else changed.delete(name);
  return changed;
}
