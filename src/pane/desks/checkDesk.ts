// The checks as the pane holds them: run, listed, mended after a preview, taken back; notes hidden and brought back. Knows no React.
import type { LedgerCheck } from '../../actions/checkLedger';
import type { MendedLine } from '../../actions/mendingShown';
import type { Mending } from '../../actions/mendLedger';
import type { Judgement } from '../../actions/judgeLedger';
import type { Problem } from '../../core/problem';
import { WritableStore } from '../store';
import type { DeskBench, LedgerActions } from './deskBench';

/** What was found, and on what. */
interface Found { readonly state: LedgerCheck['state']; readonly judgement: Judgement }

/** A mending that waits for the person's word. */
export interface MendingPreview { readonly mending: Mending; readonly lines: readonly MendedLine[] }

/** What the last action came to. */
export type CheckOutcome =
  | { readonly kind: 'written'; readonly rows: number }
  | { readonly kind: 'mended'; readonly cells: number }
  | { readonly kind: 'takenBack'; readonly cells: number; readonly leftAlone: readonly string[] }
  | { readonly kind: 'hidden' | 'shown' }
  | { readonly kind: 'changedMeanwhile'; readonly sheet: string };

export interface CheckView {
  readonly busy: 'reading' | 'writing' | undefined;
  /** Whether the whole ledger is being checked, and not just something mended. */
  readonly checking: boolean;
  /** How many actions have ended: then the focus goes to what came of them. */
  readonly ended: number;
  /** How far the writing is; `of` is 0 until the workbook answers. */
  readonly progress: { readonly done: number; readonly of: number };
  readonly found: Found | undefined;
  readonly refused: Problem | 'noLedger' | undefined;
  readonly preview: MendingPreview | undefined;
  /** The last mending, which can be taken back. */
  readonly last: Mending | undefined;
  readonly outcome: CheckOutcome | undefined;
}

const beginning: CheckView = { busy: undefined, checking: false, ended: 0, progress: { done: 0, of: 0 }, found: undefined, refused: undefined, preview: undefined, last: undefined, outcome: undefined };

/** Holds the checks of the open ledger. */
export class CheckDesk extends WritableStore<CheckView> {
  constructor(private readonly bench: DeskBench) {
    super(beginning);
  }

  /** Checks every row and writes 核对结果. */
  readonly run = (): Promise<void> => this.work('check', 'reading', async (actions) => {
    const workbook = await this.bench.loadWorkbook();
    const planning = await actions.planCheck(workbook, this.bench.today(), await this.body());
    if (planning.kind !== 'ready') {
      this.change({ found: undefined, refused: planning.kind === 'refused' ? planning.problem : 'noLedger' });
      return;
    }
    const { check } = planning;
    this.change({ busy: 'writing', progress: { done: 0, of: 0 } });
    const outcome = await actions.writeCheck(workbook, check, (done, of) => { this.change({ progress: { done, of } }); });
    this.change({
      found: { state: check.state, judgement: check.judgement }, refused: undefined, preview: undefined,
      outcome: outcome.kind === 'written' ? { kind: 'written', rows: check.judgement.rows.length } : outcome,
    });
    await this.bench.lookAgain();
  });

  /** Shows what fixing these problems would write. */
  readonly previewFixes = (problems: readonly Problem[]): Promise<void> =>
    this.work('mend', 'reading', (actions) => this.preview(actions, (state) => actions.planFixes(state, problems)));

  /** Writes a name of the roster in place of the one that it lacks: the click on the offered name is the person's word (O2, O6). */
  readonly rename = (problem: Problem, text: string): Promise<void> => this.work('mend', 'writing', async (actions) => {
    const fresh = await this.read(actions);
    if (fresh !== undefined) await this.write(actions, actions.planCellText(fresh.state, problem.at, text));
  });

  readonly closePreview = (): void => { this.change({ preview: undefined }); };

  /** Writes what the preview shows. */
  readonly apply = (): Promise<void> => this.work('mend', 'writing', async (actions) => {
    const { preview } = this.getState();
    if (preview !== undefined) await this.write(actions, preview.mending);
  });

  /** Takes the last mending back, cell by cell. */
  readonly takeBack = (): Promise<void> => this.work('mend', 'writing', async (actions) => {
    const { last } = this.getState();
    if (last === undefined) return;
    const { takenBack, leftAlone } = await actions.takeBack(await this.bench.loadWorkbook(), last);
    this.change({ last: undefined });
    await this.read(actions);
    this.change({ outcome: { kind: 'takenBack', cells: takenBack, leftAlone: actions.mendedLines(leftAlone).map(({ cell }) => cell) } });
    await this.bench.lookAgain();
  });

  /** Hides a note for good, with the reason (and with its sentence, which stays readable in the workbook). */
  readonly hide = (problem: Problem, sentence: string, reason: string): Promise<void> => this.work('mend', 'writing', async (actions) => {
    await this.note(actions, async (state) => actions.hideNote(await this.bench.loadWorkbook(), state, problem, sentence, reason, this.bench.today()), { kind: 'hidden' });
  });

  /** Brings a hidden note back. */
  readonly showAgain = (problem: Problem): Promise<void> => this.work('mend', 'writing', async (actions) => {
    await this.note(actions, async (state) => actions.showHiddenNote(await this.bench.loadWorkbook(), state, problem), { kind: 'shown' });
  });

  private change(change: Partial<CheckView>): void {
    this.set({ ...this.getState(), ...change });
  }

  private work(stopped: 'check' | 'mend', busy: 'reading' | 'writing', work: (actions: LedgerActions) => Promise<void>): Promise<void> {
    return this.bench.act(stopped, async () => {
      this.change({ busy, checking: stopped === 'check', outcome: undefined, progress: { done: 0, of: 0 } });
      try {
        await work(await this.bench.loadLedgerActions());
      } finally {
        this.change({ busy: undefined, checking: false, ended: this.getState().ended + 1 });
      }
    });
  }

  private async body(): Promise<Awaited<ReturnType<DeskBench['loadBody']>>> {
    const settings = this.bench.live.getState().standing?.settings;
    return settings === undefined ? undefined : this.bench.loadBody(settings);
  }

  /** Reads and judges the ledger as it is now. */
  private async read(actions: LedgerActions): Promise<Found | undefined> {
    const reading = await actions.readJudgement(await this.bench.loadWorkbook(), this.bench.today(), await this.body());
    if (reading.kind !== 'judged') {
      this.change({ found: undefined, refused: reading.kind === 'refused' ? reading.problem : 'noLedger' });
      return undefined;
    }
    const found = { state: reading.state, judgement: reading.judgement };
    this.change({ found, refused: undefined });
    return found;
  }

  private async preview(actions: LedgerActions, plan: (state: Found['state']) => Mending): Promise<void> {
    const fresh = await this.read(actions);
    if (fresh === undefined) return;
    const mending = plan(fresh.state);
    this.change({ preview: { mending, lines: actions.mendedLines(mending.cells) } });
  }

  private async write(actions: LedgerActions, mending: Mending): Promise<void> {
    const outcome = await actions.applyMending(await this.bench.loadWorkbook(), mending);
    await this.read(actions);
    if (outcome.kind === 'written') this.change({ preview: undefined, last: mending, outcome: { kind: 'mended', cells: mending.cells.length } });
    // The preview was of other cells: it must be seen again before anything is written.
    else this.change({ preview: undefined, outcome });
    await this.bench.lookAgain();
  }

  private async note(actions: LedgerActions, write: (state: Found['state']) => ReturnType<LedgerActions['hideNote']>, done: CheckOutcome): Promise<void> {
    const fresh = await this.read(actions);
    if (fresh === undefined) return;
    const outcome = await write(fresh.state);
    await this.read(actions);
    this.change({ outcome: outcome.kind === 'written' ? done : outcome });
  }
}
