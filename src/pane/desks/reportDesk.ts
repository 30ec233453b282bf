// The reports as the pane holds them: the year as it was read, a period's preview, what was made and its files. Knows no React.
import type * as listReports from '../../actions/listReports';
import type { ReportEntry, ReportsReading } from '../../actions/listReports';
import type * as makeSummary from '../../actions/makeSummary';
import type { SummaryPlan } from '../../actions/makeSummary';
import type { MadeFile, ReportFileKind } from '../../actions/reportFile';
import type { Problem } from '../../core/problem';
import type { Summary } from '../../core/summary';
import type { LinkedFile } from '../saveFile';
import type { Trouble } from '../state';
import { WritableStore } from '../store';
import type { DeskBench } from './deskBench';

/** Reading and making reports, loaded when they are asked for. */
export type ReportActions = typeof listReports & typeof makeSummary;

/** What a desk of reports needs beside the others. */
export interface ReportDoors {
  /** The time of day with its day, e.g. '2021-06-18 15:32'. */
  readonly now: () => string;
  readonly loadReportActions: () => Promise<ReportActions>;
  /** Draws a report as a file; what draws it is loaded then. */
  readonly drawReport: (kind: ReportFileKind, summary: Summary, madeAt: string) => Promise<MadeFile>;
  /** Has the browser save a file; undefined where it refuses. */
  readonly saveFile: (file: MadeFile) => LinkedFile | undefined;
}

export type ReportSource = 'ledger' | 'history';

/** A summary that waits for the person's word, or the reason why there can be none. */
export interface ReportPreview {
  readonly period: string;
  readonly planned: { readonly kind: 'ready'; readonly plan: SummaryPlan } | { readonly kind: 'refused'; readonly problem: Problem } | { readonly kind: 'noLedger' };
  /** Set when the workbook changed after an earlier preview. */
  readonly changedSheet: string | undefined;
}

/** A summary that stands: just made, or taken from 报送历史 to be saved. */
export interface StandingReport {
  readonly period: string;
  readonly summary: Summary;
  readonly madeAt: string;
  /** Its sheet where it stands in the workbook. */
  readonly sheet: string | undefined;
  /** Made by the last click; otherwise the edition that the history keeps. */
  readonly made: { readonly keptAs: string | undefined; readonly errors: number } | { readonly version: number };
}

/** What came of saving a file. */
export type SavedFile = { readonly kind: 'saved'; readonly file: LinkedFile } | { readonly kind: 'refused'; readonly name: string };

export interface ReportView {
  /** The year's reports as they were read last. */
  readonly reading: ReportsReading | undefined;
  /** Why they could not be read. */
  readonly unread: Trouble | undefined;
  readonly busy: 'planning' | 'writing' | 'drawing' | undefined;
  /** The period that is being made. */
  readonly period: string;
  /** How far the writing is; `of` is 0 until the workbook answers. */
  readonly progress: { readonly done: number; readonly of: number };
  readonly preview: ReportPreview | undefined;
  readonly standing: StandingReport | undefined;
  readonly saved: SavedFile | undefined;
  /** The section whose missing tasks are listed. */
  readonly section: string | undefined;
  /** How often a preview or a report that stands was left for the list: then the focus goes back there. */
  readonly closed: number;
}

const beginning: ReportView = {
  reading: undefined, unread: undefined, busy: undefined, period: '', progress: { done: 0, of: 0 }, preview: undefined, standing: undefined, saved: undefined, section: undefined, closed: 0,
};

/** Holds the reports of the open ledger. */
export class ReportDesk extends WritableStore<ReportView> {
  private actions: ReportActions | undefined;
  /** Readings are counted, so that a slow one cannot write over a newer one. */
  private readings = 0;

  constructor(private readonly bench: DeskBench & ReportDoors) {
    super(beginning);
  }

  /** Reads which reports stand. What is shown stays until the answer is there. */
  readonly refresh = async (): Promise<void> => {
    this.readings += 1;
    const mine = this.readings;
    try {
      const actions = await this.load();
      const reading = await actions.readReports(await this.bench.loadWorkbook(), this.bench.today());
      if (mine === this.readings) this.change({ reading, unread: undefined });
    } catch (error) {
      if (mine === this.readings) this.change({ unread: this.bench.troubleOf(error) });
    }
  };

  /** What the reports said of a task, the latest first; nothing until they were read. */
  readonly ofTask = (id: string): ReturnType<ReportActions['reportsOfTask']> | undefined => {
    const { reading } = this.getState();
    return this.actions === undefined || reading?.kind !== 'reports' ? undefined : this.actions.reportsOfTask(reading.kept, id);
  };

  readonly toggleSection = (name: string): void => { this.change({ section: this.getState().section === name ? undefined : name }); };

  /** Shows what the report of a period would say. Writes nothing. */
  readonly preview = (period: string, from: ReportSource | 'undecided' = 'undecided'): Promise<void> =>
    this.work('reportPlan', 'planning', period, () => this.plan(period, from, undefined));

  readonly closePreview = (): void => { this.change({ preview: undefined, closed: this.getState().closed + 1 }); };

  /** Writes what the preview shows: its button is the answer to the question whether there shall be another sheet (B4). */
  readonly make = (): Promise<void> => {
    const { preview } = this.getState();
    if (preview?.planned.kind !== 'ready') return Promise.resolve();
    const { period, planned: { plan } } = preview;
    return this.work('report', 'writing', period, async () => {
      const { makeSummary } = await this.load();
      const outcome = await makeSummary(await this.bench.loadWorkbook(), plan, (done, of) => { this.change({ progress: { done, of } }); });
      if (outcome.kind !== 'written') {
        // The preview was of other cells: it must be seen again before anything is written.
        await this.plan(period, plan.from, outcome.sheet);
        return;
      }
      const errors = plan.problems.filter(({ level }) => level === 'error').length;
      this.stand({ period, summary: plan.summary, madeAt: plan.madeAt, sheet: plan.sheet, made: { keptAs: plan.keptAs, errors } });
      await this.bench.lookAgain();
    });
  };

  /** Takes a report out of 报送历史 as it was made, so that it can be saved once more. Writes nothing. */
  readonly openMade = (entry: ReportEntry): Promise<void> => this.work('reportPlan', 'planning', entry.period.name, async () => {
    const { made, period: { name: period }, sheet } = entry;
    if (made === undefined) return;
    const planned = await this.planned(period, 'history', made.madeAt);
    if (planned.kind === 'ready') this.stand({ period, summary: planned.plan.summary, madeAt: made.madeAt, sheet, made: { version: made.version } });
    else this.change({ preview: { period, planned, changedSheet: undefined } });
  });

  /** Saves the report that stands as a file. */
  readonly save = (kind: ReportFileKind): Promise<void> => this.work('reportFile', 'drawing', this.getState().period, async () => {
    const { standing } = this.getState();
    if (standing === undefined) return;
    this.letGo();
    const made = await this.bench.drawReport(kind, standing.summary, standing.madeAt);
    const file = this.bench.saveFile(made);
    this.change({ saved: file === undefined ? { kind: 'refused', name: made.name } : { kind: 'saved', file } });
  });

  /** Leaves the report that stands for the list of all. */
  readonly closeStanding = (): void => {
    this.letGo();
    this.change({ standing: undefined, closed: this.getState().closed + 1 });
  };

  private stand(standing: StandingReport): void {
    this.letGo();
    this.change({ preview: undefined, standing });
  }

  private letGo(): void {
    const { saved } = this.getState();
    if (saved?.kind === 'saved') saved.file.letGo();
    this.change({ saved: undefined });
  }

  private async plan(period: string, from: ReportSource | 'undecided', changedSheet: string | undefined): Promise<void> {
    this.change({ preview: { period, planned: await this.planned(period, from, this.bench.now()), changedSheet } });
  }

  private async planned(period: string, from: ReportSource | 'undecided', madeAt: string): Promise<ReportPreview['planned']> {
    const { planSummary } = await this.load();
    return planSummary(await this.bench.loadWorkbook(), { period, from, today: this.bench.today(), madeAt });
  }

  private async load(): Promise<ReportActions> {
    return (this.actions ??= await this.bench.loadReportActions());
  }

  private change(change: Partial<ReportView>): void {
    this.set({ ...this.getState(), ...change });
  }

  private work(stopped: 'reportPlan' | 'report' | 'reportFile', busy: ReportView['busy'], period: string, work: () => Promise<void>): Promise<void> {
    return this.bench.act(stopped, async () => {
      this.change({ busy, period, progress: { done: 0, of: 0 } });
      try {
        await work();
      } finally {
        this.change({ busy: undefined });
      }
    });
  }
}
