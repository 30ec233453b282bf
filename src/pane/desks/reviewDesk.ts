// Returned files as the pane holds them: being read, looked through, decided upon, merged. Writes nothing before 合并. Knows no React.
import type * as exchangeOverview from '../../actions/exchangeOverview';
import type * as returnsReview from '../../actions/returnsReview';
import type { ReviewChoices, ReviewItem } from '../../actions/returnsReview';
import type * as takeReturns from '../../actions/takeReturns';
import type { MergePlan } from '../../actions/takeReturns';
import type { CellCounts, Choice } from '../../core/consolidation';
import type { Problem } from '../../core/problem';
import type { FileRefusal } from '../../core/rawTable';
import type { ReturnedSheet } from '../../core/returnedTable';
import type { FileToRead, Reading, ReadingListener } from '../../files/readInWorker';
import type { ReviewFilter } from '../reviewShape';
import { noReviewFilter } from '../reviewShape';
import { WritableStore } from '../store';
import type { DeskBench } from './deskBench';
import type { ReportDoors } from './reportDesk';

/** Reading, planning and merging returns, loaded when they are asked for. */
export type ReviewActions = Pick<typeof takeReturns, 'asReturn' | 'planMerge' | 'planAgain' | 'merge' | 'bringsAnything'> & typeof returnsReview & Pick<typeof exchangeOverview, 'readSheetAsReturn'>;

/** What taking returns in needs from outside. */
export interface ReviewDoors extends Pick<ReportDoors, 'now'> {
  readonly loadReviewActions: () => Promise<ReviewActions>;
  /** Lets the browser draw and answer before the next slice of work. */
  readonly pause: () => Promise<void>;
  /** Reads files beside the pane; what reads them is loaded then. */
  readonly startReading: (files: readonly FileToRead[], listener: ReadingListener) => Promise<Reading>;
}

/** A file that could not be read (R9). */
export interface UnreadFile { readonly file: string; readonly refusal: FileRefusal }

/** What a merge came to, and what it left. */
export interface Merged { readonly batch: number; readonly period: string; readonly edits: number; readonly files: number; readonly cells: CellCounts; readonly open: number }

export interface ReviewView extends ReviewChoices {
  readonly busy: 'reading' | 'planning' | 'writing' | undefined;
  /** Files that are being read: how many are done, of how many, and which one's turn it is. */
  readonly reading: { readonly done: number; readonly of: number; readonly name: string } | undefined;
  /** How far the writing is; `of` is 0 until the workbook answers. */
  readonly progress: { readonly done: number; readonly of: number };
  readonly period: string;
  readonly returns: readonly ReturnedSheet[];
  readonly unread: readonly UnreadFile[];
  readonly plan: MergePlan | undefined;
  readonly items: readonly ReviewItem[];
  /** A choice was made that the plan does not have yet. */
  readonly isStale: boolean;
  readonly refused: Problem | 'noLedger' | 'sheetGone' | undefined;
  /** Set when someone wrote into the workbook after it was planned: nothing was merged. */
  readonly changedSheet: string | undefined;
  readonly filter: ReviewFilter;
  /** Keys of lines that were decided under this filter: they stay where they are until another is chosen. */
  readonly touched: ReadonlySet<string>;
  /** Key of the line that is looked at. */
  readonly current: string | undefined;
  readonly merged: Merged | undefined;
}

const beginning: ReviewView = {
  busy: undefined, reading: undefined, progress: { done: 0, of: 0 }, period: '', returns: [], unread: [], plan: undefined, items: [], isStale: false, refused: undefined, changedSheet: undefined,
  options: {}, skipped: new Set(), filter: noReviewFilter, touched: new Set(), current: undefined, merged: undefined,
};

/** Holds the returns that are being taken together. */
export class ReviewDesk extends WritableStore<ReviewView> {
  private actions: ReviewActions | undefined;
  private underWay: Reading | undefined;
  private isCancelled = false;

  constructor(private readonly bench: DeskBench & ReviewDoors) {
    super(beginning);
  }

  /** Forgets the files and what was decided. */
  readonly begin = (period: string): void => { this.set({ ...beginning, period }); };

  /** Reads files and plans what they change, together with those that are there already. */
  readonly takeFiles = (files: readonly FileToRead[]): Promise<void> => (files.length === 0 ? Promise.resolve() : this.work('returnsRead', 'reading', async (actions) => {
    this.isCancelled = false;
    const read: ReturnedSheet[] = [];
    const unread: UnreadFile[] = [];
    this.change({ reading: { done: 0, of: files.length, name: files[0]?.name ?? '' } });
    this.underWay = await this.bench.startReading(files, {
      onBegin: (index) => { this.change({ reading: { done: index, of: files.length, name: files[index]?.name ?? '' } }); },
      onFile: (index, reading) => {
        if (reading.ok) read.push(actions.asReturn(reading.file));
        else unread.push({ file: files[index]?.name ?? '', refusal: reading.refusal });
      },
    });
    if (this.isCancelled) this.underWay.cancel();
    const isFinished = await this.underWay.finished;
    this.underWay = undefined;
    if (isFinished) await this.add(actions, read, unread);
  }));

  /** Ends the reading; what was read of these files is let go. */
  readonly cancelReading = (): void => {
    this.isCancelled = true;
    this.underWay?.cancel();
  };

  /** Takes a sheet of the open workbook as a return. */
  readonly takeSheet = (sheet: string): Promise<void> => this.work('returnsRead', 'reading', async (actions) => {
    const file = await actions.readSheetAsReturn(await this.bench.loadWorkbook(), sheet, this.bench.now());
    if (file === undefined) this.change({ refused: 'sheetGone' });
    else await this.add(actions, [actions.asReturn(file)], []);
  });

  /** Leaves a file out again. */
  readonly removeFile = (digest: string, file: string): Promise<void> => this.work('returnsRead', 'planning', (actions) =>
    this.plan(actions, this.getState().returns.filter((each) => each.digest !== digest || each.file !== file)));

  readonly removeUnread = (file: string): void => { this.change({ unread: this.getState().unread.filter((each) => each.file !== file) }); };

  /** Says whose a file is. */
  readonly giveSection = (digest: string, section: string): void => {
    const { options } = this.getState();
    const sections = new Map(options.sections);
    if (section === '') sections.delete(digest);
    else sections.set(digest, section);
    this.decide({ options: { ...options, sections } }, []);
  };

  /** Lets returns of another report in all the same. */
  readonly letInPeriod = (period: string): void => {
    const { options } = this.getState();
    this.decide({ options: { ...options, otherPeriods: new Set([...(options.otherPeriods ?? []), period]) } }, []);
  };

  /** Chooses on conflicts; undefined takes the choice back (R4). */
  readonly chooseConflicts = (items: readonly ReviewItem[], choice: Choice | undefined): void => {
    const { options } = this.getState();
    const decisions = new Map(options.decisions);
    for (const { of } of conflictsAmong(items)) {
      if (choice === undefined) decisions.delete(of.key);
      // A day cannot be two.
      else if (choice !== 'both' || of.column !== 'doneOn') decisions.set(of.key, { seen: of.seen, choice });
    }
    this.decide({ options: { ...options, decisions } }, items);
  };

  /** Confirms guesses, or looks past them; undefined takes that back (I5). */
  readonly chooseGuesses = (items: readonly ReviewItem[], choice: 'confirmed' | 'skipped' | undefined): void => {
    const { options } = this.getState();
    const confirmed = new Set(options.confirmed);
    const skipped = new Set(this.getState().skipped);
    for (const item of items) {
      if (item.kind !== 'guess') continue;
      put(confirmed, item.of.key, choice === 'confirmed');
      put(skipped, item.of.key, choice === 'skipped');
    }
    this.decide({ options: { ...options, confirmed }, skipped }, items);
  };

  /** Accepts an outside change with a reason, looks past it, or takes that back (R6). */
  readonly chooseOutside = (item: ReviewItem, choice: { readonly reason: string } | 'skipped' | undefined): void => {
    if (item.kind !== 'outside' || !item.of.acceptable) return;
    const { options } = this.getState();
    const acceptedOutside = new Map(options.acceptedOutside);
    acceptedOutside.delete(item.of.key);
    if (typeof choice === 'object') acceptedOutside.set(item.of.key, choice.reason);
    const skipped = new Set(this.getState().skipped);
    put(skipped, item.of.key, choice === 'skipped');
    this.decide({ options: { ...options, acceptedOutside }, skipped }, [item]);
  };

  /** Takes back what was said of these lines. */
  readonly takeBackChoices = (items: readonly ReviewItem[]): void => {
    this.chooseConflicts(items, undefined);
    this.chooseGuesses(items, undefined);
    for (const item of items) this.chooseOutside(item, undefined);
  };

  readonly setFilter = (filter: ReviewFilter): void => { this.change({ filter, touched: new Set(), current: undefined }); };

  readonly setCurrent = (current: string | undefined): void => { this.change({ current }); };

  /** Writes what is decided, and leaves the rest (R4–R10). */
  readonly merge = (): Promise<void> => this.work('merge', 'writing', async (actions) => {
    this.planNow(actions);
    const { plan, period, items } = this.getState();
    if (plan === undefined || !actions.bringsAnything(plan)) return;
    const outcome = await actions.merge(await this.bench.loadWorkbook(), plan, this.bench.now(), (done, of) => { this.change({ progress: { done, of } }); });
    if (outcome.kind === 'changedMeanwhile') {
      await this.plan(actions, plan.returns);
      this.change({ changedSheet: outcome.sheet });
      return;
    }
    const { consolidation: { files, edits, cells }, batch } = plan;
    const taken = files.filter(({ refused }) => refused === undefined).length;
    this.change({ merged: { batch, period, edits: edits.length, files: taken, cells, open: items.filter((item) => actions.isOpen(item, this.getState())).length } });
    await this.bench.lookAgain();
  });

  /** Goes on with what the merge left, on the ledger as it is now. */
  readonly goOn = (): Promise<void> => this.work('returnsRead', 'planning', async (actions) => {
    this.change({ merged: undefined, current: undefined, touched: new Set() });
    await this.plan(actions, this.getState().returns);
  });

  private async add(actions: ReviewActions, read: readonly ReturnedSheet[], unread: readonly UnreadFile[]): Promise<void> {
    this.change({ busy: 'planning', reading: undefined, unread: [...this.getState().unread, ...unread], current: undefined });
    await this.plan(actions, [...this.getState().returns, ...read]);
  }

  private async plan(actions: ReviewActions, returns: readonly ReturnedSheet[]): Promise<void> {
    const planning = await actions.planMerge(await this.bench.loadWorkbook(), this.getState().period, returns, this.getState().options);
    if (planning.kind === 'ready') this.take(actions, planning.plan);
    else this.change({ plan: undefined, items: [], refused: planning.kind === 'refused' ? planning.problem : 'noLedger' });
    this.change({ returns });
  }

  private take(actions: ReviewActions, plan: MergePlan): void {
    this.change({ plan, items: actions.reviewItems(plan.consolidation, plan.ground), isStale: false, refused: undefined });
  }

  /** Shows a choice at once; what it does to all the rest is worked out when the screen has answered. */
  private decide(change: Partial<ReviewView>, items: readonly ReviewItem[]): void {
    const { isStale, touched } = this.getState();
    this.change({ ...change, touched: new Set([...touched, ...items.map(({ key }) => key)]), isStale: true, changedSheet: undefined });
    if (isStale) return;
    void this.bench.pause().then(() => {
      if (this.actions !== undefined) this.planNow(this.actions);
    }).catch((error: unknown) => this.bench.act('returnsRead', () => Promise.reject(error instanceof Error ? error : new Error(String(error)))));
  }

  private planNow(actions: ReviewActions): void {
    const { plan, options, isStale } = this.getState();
    if (plan !== undefined && isStale) this.take(actions, actions.planAgain(plan, options));
  }

  private change(change: Partial<ReviewView>): void {
    this.set({ ...this.getState(), ...change });
  }

  private work(stopped: 'returnsRead' | 'merge', busy: ReviewView['busy'], work: (actions: ReviewActions) => Promise<void>): Promise<void> {
    return this.bench.act(stopped, async () => {
      this.change({ busy, progress: { done: 0, of: 0 }, changedSheet: undefined, refused: undefined });
      try {
        await work(this.actions ??= await this.bench.loadReviewActions());
      } finally {
        this.change({ busy: undefined, reading: undefined });
      }
    });
  }
}

function conflictsAmong(items: readonly ReviewItem[]): readonly Extract<ReviewItem, { kind: 'conflict' }>[] {
  return items.flatMap((item) => (item.kind === 'conflict' ? [item] : []));
}

function put(set: Set<string>, key: string, isIn: boolean): void {
  if (isIn) set.add(key);
  else set.delete(key);
}
