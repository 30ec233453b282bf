// Sending out and taking back as the pane holds it: which report, where its sections stand, and which of its screens is looked at. Knows no React.
import type * as exchangeOverview from '../../actions/exchangeOverview';
import type { OverviewReading } from '../../actions/exchangeOverview';
import type { Trouble } from '../state';
import { WritableStore } from '../store';
import type { CopyDoors } from './copiesDesk';
import { CopiesDesk } from './copiesDesk';
import type { DeskBench } from './deskBench';
import type { ReviewDoors } from './reviewDesk';
import { ReviewDesk } from './reviewDesk';
import type { TakeBackDoors } from './takeBackDesk';
import { TakeBackDesk } from './takeBackDesk';

/** Looking at where copies and returns stand, loaded when it is asked for. */
export type OverviewActions = Pick<typeof exchangeOverview, 'readOverview'>;

/** What the desk needs beside the others. */
export interface ReturnDoors extends CopyDoors, ReviewDoors, TakeBackDoors {
  readonly loadOverviewActions: () => Promise<OverviewActions>;
  /** Puts a text on the clipboard; false where that is not allowed. */
  readonly copyText: (text: string) => Promise<boolean>;
}

/** The screens of the desk: where all stand, sending out, choosing files, looking them through, taking a merge back. */
export type ReturnsAt = 'overview' | 'copies' | 'source' | 'review' | 'takeBack';

export interface ReturnsView {
  readonly at: ReturnsAt;
  /** How often the person has gone on to another of these screens: the focus follows only then. */
  readonly moves: number;
  /** The report that the person chose; until then it is the current one. */
  readonly chosen: string | undefined;
  readonly reading: OverviewReading | undefined;
  /** Why it could not be read. */
  readonly unread: Trouble | undefined;
  /** The section whose reminder is open. */
  readonly reminding: string | undefined;
}

/** Holds it. */
export class ReturnsDesk extends WritableStore<ReturnsView> {
  readonly copies: CopiesDesk;
  readonly review: ReviewDesk;
  readonly back: TakeBackDesk;
  /** Readings are counted, so that a slow one cannot write over a newer one. */
  private readings = 0;

  constructor(private readonly bench: DeskBench & ReturnDoors) {
    super({ at: 'overview', moves: 0, chosen: undefined, reading: undefined, unread: undefined, reminding: undefined });
    this.copies = new CopiesDesk(bench);
    this.review = new ReviewDesk(bench);
    this.back = new TakeBackDesk(bench);
  }

  /** The report that is looked at; '' where the year has none. */
  readonly period = (): string => this.getState().chosen ?? this.bench.live.getState().standing?.period?.name ?? '';

  /** Reads where the report's copies and returns stand. What is shown stays until the answer is there. */
  readonly refresh = async (): Promise<void> => {
    this.readings += 1;
    const mine = this.readings;
    try {
      const { readOverview } = await this.bench.loadOverviewActions();
      const reading = await readOverview(await this.bench.loadWorkbook(), this.period());
      if (mine === this.readings) this.change({ reading, unread: undefined });
    } catch (error) {
      if (mine === this.readings) this.change({ unread: this.bench.troubleOf(error) });
    }
  };

  readonly choosePeriod = (chosen: string): Promise<void> => {
    this.change({ chosen, reminding: undefined });
    return this.refresh();
  };

  readonly remind = (section: string): void => { this.change({ reminding: this.getState().reminding === section ? undefined : section }); };

  readonly copyText = (text: string): Promise<boolean> => this.bench.copyText(text);

  readonly toOverview = (): void => { this.go('overview'); };

  readonly toCopies = (): void => {
    this.copies.begin();
    this.go('copies');
  };

  /** Goes to choosing files. Files of another report were decided upon for that one, so they are let go. */
  readonly toSource = (): void => {
    const { period, merged } = this.review.getState();
    if (period !== this.period() || merged !== undefined) this.review.begin(this.period());
    this.go('source');
  };

  readonly toReview = (): void => { this.go('review'); };

  /** Shows what taking a merge back would do. */
  readonly toTakeBack = async (period: string, batch: number): Promise<void> => {
    this.go('takeBack');
    await this.back.begin(period, batch);
  };

  private go(at: ReturnsAt): void {
    this.change({ at, moves: this.getState().moves + 1 });
  }

  private change(change: Partial<ReturnsView>): void {
    this.set({ ...this.getState(), ...change });
  }
}
