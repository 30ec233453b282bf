// What the pane does when the person asks: looks, plans, builds, shows. Runs one thing at a time and tells the state how it went. Knows no React.
import type { SheetEdit } from '../actions/followLedger';
import type { WorkbookState } from '../actions/lookAtWorkbook';
import type { BuildPlan, BuildPlanning } from '../actions/buildLedger';
import type { Plan } from '../core/plan';
import type { PlainDate } from '../core/plainDate';
import type { Problem, Result } from '../core/problem';
import type { LedgerColumn } from '../core/task';
import { CheckDesk } from './desks/checkDesk';
import { FillDesk } from './desks/fillDesk';
import { LiveLedger } from './desks/liveLedger';
import { MatrixDesk } from './desks/matrixDesk';
import { PlanDesk } from './desks/planDesk';
import { ReportDesk } from './desks/reportDesk';
import { ReturnsDesk } from './desks/returnsDesk';
import { StatusDesk } from './desks/statusDesk';
import type { PaneDoors } from './doors';
import type { PickedFile } from './planSource';
import { otherGround } from './previewShape';
import type { Desk, PaneEvent, PaneState, PlanSource, Preview, Stopped, Trouble } from './state';
import { firstState, isBusy, isDesk, nextState, wayBack } from './state';

/** Where the person's wishes go. Promises end when the work has; they never reject, for every fault becomes a state. */
export interface Conductor {
  readonly getState: () => PaneState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly open: () => Promise<void>;
  readonly look: () => Promise<void>;
  /** `edits` where it is known which cells changed. */
  readonly workbookChanged: (edits?: readonly SheetEdit[]) => Promise<void>;
  /** Where the ledger's rows stand, kept up with the sheet. */
  readonly live: LiveLedger;
  readonly status: StatusDesk;
  readonly check: CheckDesk;
  readonly fillIn: FillDesk;
  readonly reports: ReportDesk;
  readonly returns: ReturnsDesk;
  readonly matrix: MatrixDesk;
  readonly plan: PlanDesk;
  readonly openDesk: (desk: Desk) => Promise<void>;
  readonly setAsOf: (day: PlainDate | '') => Promise<void>;
  /** Narrows the sheet to these tasks, or shows all again; says whether it was done. */
  readonly filterSheet: (ids: readonly string[] | undefined) => Promise<boolean>;
  readonly showTask: (row: number, column: LedgerColumn) => Promise<void>;
  readonly openSource: () => void;
  readonly openGuide: () => void;
  readonly goHome: () => Promise<void>;
  readonly goBack: () => Promise<void>;
  readonly preview: (source: { readonly kind: 'seed' } | { readonly kind: 'file'; readonly file: PickedFile }) => Promise<void>;
  readonly keepLedger: (tasks: readonly string[], keep: boolean) => void;
  readonly build: () => Promise<void>;
  readonly tryAgain: () => Promise<void>;
  readonly goToLedger: () => Promise<void>;
  readonly show: (sheet: string, cell: string) => Promise<void>;
}

/** An error as a trouble that can be shown: Excel's refusal, or a bug of ours. */
export function troubleOf(error: unknown, doors: Pick<PaneDoors, 'faultOf'>): Trouble {
  const fault = doors.faultOf(error);
  if (fault !== undefined) {
    return { kind: 'fault', fault: { kind: fault.kind, doing: fault.doing, code: fault.code, message: fault.message, restored: fault.restored } };
  }
  return error instanceof Error ? { kind: 'bug', message: `${error.name}: ${error.message}`, stack: error.stack ?? '' } : { kind: 'bug', message: String(error), stack: '' };
}

/** Opens the pane's work. `go` is what the address asks for: build, guide or nothing. */
export function createConductor(doors: PaneDoors, go: string | null): Conductor {
  return new PaneConductor(doors, go);
}

class PaneConductor implements Conductor {
  private state: PaneState;
  private readonly listeners = new Set<() => void>();
  /** Looks are counted so that a slow one cannot write over a newer one. */
  private looks = 0;
  private acting = false;
  /** Readings of the workbook come one after another, so that an older one never writes over a newer. */
  private turn: Promise<void> = Promise.resolve();
  /** Edits that could not be read yet, for a cell was being typed in. */
  private missed: readonly SheetEdit[] = [];

  readonly live: LiveLedger;
  readonly status = new StatusDesk();
  readonly check: CheckDesk;
  readonly fillIn: FillDesk;
  readonly reports: ReportDesk;
  readonly returns: ReturnsDesk;
  readonly plan: PlanDesk;
  readonly matrix: MatrixDesk;

  constructor(private readonly doors: PaneDoors, private readonly go: string | null) {
    this.state = firstState(go, doors.memory.hasSeenGuide());
    this.live = new LiveLedger(doors);
    const bench = {
      ...doors, live: this.live,
      act: (stopped: Stopped, work: () => Promise<void>) => this.atDesk(stopped, work),
      lookAgain: () => this.look(),
      troubleOf: (error: unknown) => troubleOf(error, doors),
    };
    this.check = new CheckDesk(bench);
    this.fillIn = new FillDesk(bench);
    this.reports = new ReportDesk(bench);
    this.returns = new ReturnsDesk(bench);
    this.plan = new PlanDesk(bench);
    this.matrix = new MatrixDesk({ ...bench, openMatrix: () => { this.tell({ kind: 'openedMatrix' }); }, previewPlan: this.previewPlan });
  }

  readonly getState = (): PaneState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private tell(event: PaneEvent): void {
    const next = nextState(this.state, event);
    if (next === this.state) return;
    this.state = next;
    for (const listener of [...this.listeners]) listener();
  }

  /** Does one thing at a time: what is asked while another is under way is not begun. */
  private async once(stopped: Stopped, work: () => Promise<void>): Promise<void> {
    if (this.acting) return;
    this.acting = true;
    try {
      await work();
    } catch (error) {
      this.tell({ kind: 'stopped', stopped, trouble: troubleOf(error, this.doors) });
    } finally {
      this.acting = false;
    }
  }

  /** An action on one of the ledger's screens, which is not left before it is done. */
  private atDesk(stopped: Stopped, work: () => Promise<void>): Promise<void> {
    return this.once(stopped, async () => {
      this.tell({ kind: 'deskBusy', busy: true });
      try {
        await work();
      } finally {
        this.tell({ kind: 'deskBusy', busy: false });
      }
    });
  }

  readonly open = async (): Promise<void> => {
    await this.look();
    if (this.state.screen.at === 'task') await this.readSelection();
    // The ribbon's button is the person's click.
    if (this.go === 'check') await this.check.run();
    try {
      await this.doors.watch((edits) => { void this.workbookChanged(edits); }, (at) => { this.live.select(at); });
    } catch (error) {
      // Without events the pane still works: each screen looks again when it is opened. A fault that also stops looking has been shown by then.
      if (this.doors.faultOf(error) === undefined) this.tell({ kind: 'lookFailed', trouble: troubleOf(error, this.doors) });
    }
  };

  readonly look = (): Promise<void> => this.inTurn(() => this.lookNow());

  private inTurn(work: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(work);
    return this.turn;
  }

  private async lookNow(): Promise<void> {
    const { workbook } = this.state;
    // What is already shown stays until the answer is there; only a fault gives way to the skeleton.
    if (workbook.kind === 'trouble') this.tell({ kind: 'lookAgain' });
    this.looks += 1;
    const mine = this.looks;
    let state: WorkbookState;
    try {
      const { lookAtWorkbook } = await this.doors.loadLook();
      state = await lookAtWorkbook(await this.doors.loadWorkbook());
    } catch (error) {
      if (mine === this.looks) this.tell({ kind: 'lookFailed', trouble: troubleOf(error, this.doors) });
      return;
    }
    if (mine === this.looks) this.tell({ kind: 'looked', state });
    try {
      await this.live.take(state);
    } catch (error) {
      this.tell({ kind: 'lookFailed', trouble: troubleOf(error, this.doors) });
    }
  }

  readonly workbookChanged = async (edits?: readonly SheetEdit[]): Promise<void> => {
    // Only the first screen and those of the ledger show what the workbook is; the others look again before they write (X1).
    if ((this.state.screen.at !== 'home' && !isDesk(this.state.screen.at)) || this.acting) return;
    if (edits === undefined || !this.live.canFollow(edits)) await this.look();
    else await this.inTurn(() => this.follow(edits));
  };

  private async follow(edits: readonly SheetEdit[]): Promise<void> {
    const all = [...this.missed, ...edits];
    try {
      await this.live.follow(all);
      this.missed = [];
    } catch (error) {
      // What was typed is read with the next edit, or when the person asks for it; nothing is written meanwhile.
      this.missed = all;
      this.live.fellBehind(troubleOf(error, this.doors));
    }
  }

  readonly openDesk: Conductor['openDesk'] = async (desk) => {
    this.tell({ kind: 'openedDesk', desk });
    if (desk === 'task') await this.readSelection();
  };

  private async readSelection(): Promise<void> {
    try {
      await this.live.readSelection();
    } catch (error) {
      // Without it the person is asked to select a row; a bug is shown.
      if (this.doors.faultOf(error) === undefined) throw error;
    }
  }

  readonly setAsOf: Conductor['setAsOf'] = (day) => this.atDesk('asOf', async () => {
    const [{ lookAtWorkbook }, { planAsOf, applyMending }, workbook] = await Promise.all([this.doors.loadLook(), this.doors.loadLedgerActions(), this.doors.loadWorkbook()]);
    // Someone may write into 设置 at the same moment: what is asked for is clear, so it is planned anew on what stands there now.
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const state = await lookAtWorkbook(workbook);
      if (state.kind !== 'ledger' || (await applyMending(workbook, planAsOf(state, day))).kind === 'written') break;
    }
    await this.look();
  });

  readonly filterSheet: Conductor['filterSheet'] = async (ids) => {
    let done = false;
    await this.once('filter', async () => {
      const { showOnlyTasks } = await this.doors.loadFollow();
      await showOnlyTasks(await this.doors.loadWorkbook(), ids);
      done = true;
    });
    return done;
  };

  readonly showTask: Conductor['showTask'] = (row, column) => this.once('show', async () => {
    const followed = this.live.at();
    if (followed !== undefined) await followed.actions.showTaskCell(await this.doors.loadWorkbook(), followed.ledger, row, column);
  });

  readonly openSource = (): void => { this.tell({ kind: 'openedSource' }); };

  readonly openGuide = (): void => { this.tell({ kind: 'openedGuide' }); };

  readonly goHome = async (): Promise<void> => {
    if (isBusy(this.state)) return;
    if (this.state.screen.at === 'guide') this.doors.memory.rememberGuide();
    this.tell({ kind: 'wentHome' });
    await this.look();
  };

  readonly goBack = async (): Promise<void> => {
    const back = wayBack(this.state);
    if (back === undefined) return;
    if (back.kind === 'wentHome') await this.goHome();
    else this.tell(back);
  };

  readonly preview: Conductor['preview'] = (source) =>
    this.once('plan', async () => {
      if (this.state.screen.at !== 'source') return;
      this.tell({ kind: 'planAsked' });
      const named: PlanSource = source.kind === 'seed' ? { kind: 'seed' } : { kind: 'file', name: source.file.name };
      const read = await this.readPlan(source);
      if (!read.ok) {
        this.tell({ kind: 'planUnreadable', name: named.kind === 'file' ? named.name : '', problems: read.problems });
        return;
      }
      await this.previewPlan(named, read.value, read.problems);
    });

  private readonly previewPlan = async (source: PlanSource, plan: Plan, readingProblems: readonly Problem[]): Promise<void> => {
    this.tellPlanned(await this.planFor(plan, readingProblems, new Set()), { source, plan, readingProblems, keep: new Set() }, undefined);
  };

  private async readPlan(source: { readonly kind: 'seed' } | { readonly kind: 'file'; readonly file: PickedFile }): Promise<Result<Plan>> {
    if (source.kind === 'file') return (await import('./planSource')).readPlanFile(source.file, this.doors.readPlan);
    return this.doors.readPlan(await this.doors.loadSeed(), '');
  }

  private async planFor(plan: Plan, problems: readonly Problem[], keep: ReadonlySet<string>): Promise<BuildPlanning> {
    const { planBuild } = await this.doors.loadBuild();
    return planBuild(await this.doors.loadWorkbook(), plan, problems, { keepLedgerFor: keep });
  }

  private tellPlanned(planning: BuildPlanning, about: Omit<Preview, 'build'>, changedSheet: string | undefined): void {
    if (planning.kind === 'refused') this.tell({ kind: 'planRefused', problem: planning.problem, source: about.source });
    else this.tell({ kind: 'planned', preview: { ...about, build: planning.build }, changedSheet });
  }

  readonly keepLedger: Conductor['keepLedger'] = (tasks, keep) => { this.tell({ kind: 'keptLedger', tasks, keep }); };

  readonly build = (): Promise<void> =>
    this.once('build', async () => {
      const { screen } = this.state;
      if (screen.at !== 'preview') return;
      const { preview } = screen;
      this.tell({ kind: 'buildBegan' });
      const chosen = preview.keep.size === 0 ? preview.build : await this.planChosen(preview);
      if (chosen === undefined) return;
      const { build } = await this.doors.loadBuild();
      const outcome = await build(await this.doors.loadWorkbook(), chosen, (done, of) => { this.tell({ kind: 'progressed', done, of }); });
      if (outcome.kind === 'written') {
        this.tell({ kind: 'built' });
        return;
      }
      const again = await this.planFor(preview.plan, preview.readingProblems, new Set());
      this.tellPlanned(again, { ...preview, keep: new Set() }, outcome.sheet);
    });

  readonly tryAgain = async (): Promise<void> => {
    const { screen } = this.state;
    if (screen.at !== 'trouble') return;
    if (screen.stopped !== 'build') {
      this.tell({ kind: screen.isOfMatrix === true ? 'openedMatrix' : 'openedSource' });
      return;
    }
    this.tell({ kind: 'backToPreview' });
    await this.build();
  };

  // What the person chose to keep changes what is written, so the build is planned again. If it can't be, or the cells are others by now than those shown, the person is told and nothing comes back.
  private async planChosen(preview: Preview): Promise<BuildPlan | undefined> {
    const planning = await this.planFor(preview.plan, preview.readingProblems, preview.keep);
    const otherSheet = planning.kind === 'ready' ? otherGround(preview.build, planning.build) : undefined;
    if (planning.kind === 'ready' && otherSheet === undefined) return planning.build;
    this.tellPlanned(planning, preview, otherSheet);
    return undefined;
  }

  readonly goToLedger = (): Promise<void> => this.once('show', async () => {
    const { goToLedger } = await this.doors.loadLook();
    // Somebody may have deleted the ledger since: then what the workbook is has to be looked at again.
    if ((await goToLedger(await this.doors.loadWorkbook())) === 'noLedger') {
      this.tell({ kind: 'wentHome' });
      await this.look();
    }
  });

  readonly show: Conductor['show'] = (sheet, cell) => this.once('show', async () => (await this.doors.loadWorkbook()).show(sheet, cell));
}
