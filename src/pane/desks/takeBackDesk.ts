// Taking a merge back, as the pane holds it: what would be put back, which changed cells a person wants back too, and what came of it (R11). Knows no React.
import type * as takeMergeBack from '../../actions/takeMergeBack';
import type { TakeBackPlan } from '../../actions/takeMergeBack';
import type { Problem } from '../../core/problem';
import { WritableStore } from '../store';
import type { DeskBench } from './deskBench';

/** Planning and doing it, loaded when it is asked for. */
export type TakeBackActions = Pick<typeof takeMergeBack, 'planTakeBack' | 'takeMergeBack' | 'cellName'>;

export interface TakeBackDoors { readonly loadTakeBackActions: () => Promise<TakeBackActions> }

export interface TakeBackView {
  readonly busy: 'reading' | 'writing' | undefined;
  readonly plan: TakeBackPlan | undefined;
  /** Of the cells that someone changed since, those that are to be put back all the same, by name. */
  readonly alsoChanged: ReadonlySet<string>;
  readonly refused: Problem | 'noLedger' | undefined;
  readonly changedSheet: string | undefined;
  /** How many cells went back, and how many of the merge's were left. */
  readonly done: { readonly batch: number; readonly back: number; readonly left: number } | undefined;
}

const beginning: TakeBackView = { busy: undefined, plan: undefined, alsoChanged: new Set(), refused: undefined, changedSheet: undefined, done: undefined };

/** Holds it. */
export class TakeBackDesk extends WritableStore<TakeBackView> {
  constructor(private readonly bench: DeskBench & TakeBackDoors) {
    super(beginning);
  }

  /** Shows what taking a merge back would do. Writes nothing. */
  readonly begin = (period: string, batch: number): Promise<void> => this.work('reading', async (actions) => {
    this.set({ ...beginning, busy: 'reading' });
    await this.plan(actions, period, batch);
  });

  readonly choose = (names: readonly string[], isWanted: boolean): void => {
    const alsoChanged = new Set(this.getState().alsoChanged);
    for (const name of names) {
      if (isWanted) alsoChanged.add(name);
      else alsoChanged.delete(name);
    }
    this.change({ alsoChanged });
  };

  /** Takes the merge back. */
  readonly takeBack = (): Promise<void> => this.work('writing', async (actions) => {
    const { plan, alsoChanged } = this.getState();
    if (plan === undefined) return;
    const outcome = await actions.takeMergeBack(await this.bench.loadWorkbook(), plan, alsoChanged);
    if (outcome.kind === 'changedMeanwhile') {
      // What was shown is of other cells by now: it must be seen again.
      await this.plan(actions, plan.ground.period.name, plan.batch);
      this.change({ changedSheet: outcome.sheet });
      return;
    }
    const back = plan.cells.filter((cell) => cell.standing === 'untouched' || (cell.standing === 'changed' && alsoChanged.has(actions.cellName(cell)))).length;
    this.change({ plan: undefined, done: { batch: plan.batch, back, left: plan.cells.length - back } });
    await this.bench.lookAgain();
  });

  private async plan(actions: TakeBackActions, period: string, batch: number): Promise<void> {
    const planning = await actions.planTakeBack(await this.bench.loadWorkbook(), period, batch);
    if (planning.kind === 'ready') this.change({ plan: planning.plan, alsoChanged: new Set(), refused: undefined });
    else this.change({ plan: undefined, refused: planning.kind === 'refused' ? planning.problem : 'noLedger' });
  }

  private change(change: Partial<TakeBackView>): void {
    this.set({ ...this.getState(), ...change });
  }

  private work(busy: TakeBackView['busy'], work: (actions: TakeBackActions) => Promise<void>): Promise<void> {
    return this.bench.act('takeBack', async () => {
      this.change({ busy, changedSheet: undefined });
      try {
        await work(await this.bench.loadTakeBackActions());
      } finally {
        this.change({ busy: undefined });
      }
    });
  }
}
