// A matrix or a notice that is being taken in, as the pane holds it: read, understood, corrected by the person, handed on to the preview. Writes nothing. Knows no React.
import type * as takeMatrix from '../../actions/takeMatrix';
import type * as takeNotice from '../../actions/takeNotice';
import type { TakenPeople } from '../../actions/takeNotice';
import type { ColumnKey, ColumnUse, MatrixChoices, MatrixGuess, MatrixReading, RowKey, RowUse } from '../../core/matrixReading';
import type { NoticeReading } from '../../core/notice';
import type { Plan, PlanSettings } from '../../core/plan';
import type { Problem } from '../../core/problem';
import type { RawNote, RawTable } from '../../core/rawTable';
import type { Roster } from '../../core/roster';
import type { readHtmlFile } from '../../files/readHtmlFile';
import type { FileToRead } from '../../files/readInWorker';
import type { PastedContent, readPasted } from '../../files/readPasted';
import type { LookActions } from '../doors';
import type { FormField, FormOrigin, SettingsForm } from '../matrixForm';
import { prefillForm, settingsOf } from '../matrixForm';
import type { PlanSource } from '../state';
import { WritableStore } from '../store';
import type { DeskBench } from './deskBench';
import type { Found, IsCancelled, NotTaken, TakenSource } from './matrixReader';
import { MatrixReader } from './matrixReader';
import type { ReviewDoors } from './reviewDesk';

/** Understanding a matrix and a notice, loaded when one is taken in. */
export type MatrixActions = typeof takeMatrix & typeof takeNotice;

/** What taking a matrix in needs from outside. */
export interface MatrixDoors extends Pick<ReviewDoors, 'startReading' | 'pause'> {
  readonly loadMatrixActions: () => Promise<MatrixActions>;
  /** Readers of what is no file of tables: a saved page, what was pasted, plain text. */
  readonly loadMatrixFiles: () => Promise<{ readonly readHtmlFile: typeof readHtmlFile; readonly readPasted: typeof readPasted; readonly decodeText: (bytes: Uint8Array) => string }>;
  readonly loadLook: () => Promise<LookActions>;
  readonly loadSeed: () => Promise<unknown>;
  readonly readPlan: (json: unknown, file: string) => Promise<{ readonly ok: true; readonly value: Plan } | { readonly ok: false }>;
}

interface MatrixBench extends DeskBench, MatrixDoors {
  /** Goes to the screen of the matrix. */
  readonly openMatrix: () => void;
  /** Plans the build and shows it (I5, L7). */
  readonly previewPlan: (source: PlanSource, plan: Plan, problems: readonly Problem[]) => Promise<void>;
}

/** Where the people come from. */
export type RosterFrom = 'workbook' | 'pasted' | 'seed' | 'none';

/** What was understood, by the choices so far. */
export interface Understood {
  /** Absent for a notice, whose tasks stand in no cells. */
  readonly reading: MatrixReading | undefined;
  /** Absent where there is no task, or a text that no cell can hold. */
  readonly plan: Plan | undefined;
  readonly problems: readonly Problem[];
}

export interface MatrixView {
  readonly reading: { readonly name: string } | undefined;
  readonly sheets: readonly string[];
  readonly notTaken: NotTaken | undefined;
  readonly source: TakenSource;
  readonly tables: readonly RawTable[];
  /** Cells that the file shows and that could not be taken. */
  readonly notes: readonly RawNote[];
  readonly notice: NoticeReading | undefined;
  readonly yearGuesses: readonly MatrixGuess[];
  readonly choices: MatrixChoices;
  readonly form: SettingsForm;
  readonly origins: Readonly<Partial<Record<FormField, FormOrigin>>>;
  /** Fields that cannot stand. They are shown once the person has asked for the preview. */
  readonly faults: readonly FormField[];
  readonly asked: number;
  readonly rosterFrom: RosterFrom;
  readonly rosters: Readonly<Partial<Record<RosterFrom, Roster>>>;
  readonly people: TakenPeople['people'] | undefined;
  readonly understood: Understood | undefined;
}

interface Beside extends Pick<MatrixView, 'rosters' | 'rosterFrom'> { readonly ledger: PlanSettings | undefined }

const emptyForm = prefillForm({ ledger: undefined, notice: undefined, matrix: undefined, today: '0000-01-01' });
const nobody: Roster = { people: [], sections: [] };
const beginning: MatrixView = {
  reading: undefined, sheets: [], notTaken: undefined, source: { kind: 'taken', from: 'file', name: '' }, tables: [], notes: [], notice: undefined, yearGuesses: [], choices: {},
  ...emptyForm, faults: [], asked: 0, rosterFrom: 'none', rosters: {}, people: undefined, understood: undefined,
};

/** Holds the matrix. */
export class MatrixDesk extends WritableStore<MatrixView> {
  private actions: MatrixActions | undefined;
  private ledger: PlanSettings | undefined;
  private readonly reader: MatrixReader;
  private cancelled: (() => void) | undefined;

  constructor(private readonly bench: MatrixBench) {
    super(beginning);
    this.reader = new MatrixReader(bench);
  }

  /** Names the sheets that a matrix may stand on. */
  readonly listSheets = async (): Promise<void> => {
    try {
      const { sheets } = await (await this.bench.loadWorkbook()).read([]);
      this.change({ sheets: sheets.map(({ name }) => name) });
    } catch (error) {
      // The selected area can be read without the list; a bug is shown.
      if (this.bench.troubleOf(error).kind === 'bug') throw error;
      this.change({ sheets: [] });
    }
  };

  /** Reads a file of tables, a saved page, or a notice as plain text (I1). */
  readonly takeFile = (file: FileToRead): Promise<void> => this.take(file.name, (isCancelled) => this.reader.file(file, isCancelled));

  /** Reads what was pasted (I1). */
  readonly takePasted = (content: PastedContent): Promise<void> => this.take('', () => this.reader.pasted(content));

  /** Reads a sheet of the open workbook, or what is selected there (I1). */
  readonly takeSheet = (sheet: string | undefined): Promise<void> => this.take(sheet ?? '', () => this.reader.sheet(sheet));

  /** Reads the text of a notice as a draft (I1). */
  readonly takeNotice = (text: string): Promise<void> => this.take('', async () => ({ kind: 'notice', source: { kind: 'taken', from: 'notice', name: '' }, notice: (await this.load()).takeNotice(text) }));

  readonly cancel = (): void => {
    this.reader.cancel();
    this.cancelled?.();
  };

  readonly chooseTable = (table: number): void => { this.choose({ table }); };

  readonly chooseHead = (table: number, row: number, rows: number): void => { this.choose({ heads: { ...this.getState().choices.heads, [table]: { row, rows } } }); };

  readonly chooseContinued = (table: number, isContinued: boolean): void => { this.choose({ continued: { ...this.getState().choices.continued, [table]: isContinued } }); };

  readonly chooseColumn = (key: ColumnKey, use: ColumnUse): void => { this.choose({ columns: { ...this.getState().choices.columns, [key]: use } }); };

  /** Uses a row otherwise; undefined takes that back. */
  readonly chooseRow = (key: RowKey, use: RowUse | undefined): void => {
    const { [key]: _, ...others } = this.getState().choices.rows ?? {};
    this.choose({ rows: use === undefined ? others : { ...others, [key]: use } });
  };

  /** Fills the empty cells of a column from above, or takes its days as days and not as months (I2). */
  readonly chooseOfColumn = (what: 'filledDown' | 'firstDays', key: ColumnKey, isChosen: boolean): void => {
    const others = (this.getState().choices[what] ?? []).filter((each) => each !== key);
    this.choose({ [what]: isChosen ? [...others, key] : others });
  };

  readonly setField = (field: FormField, value: string): void => {
    const { form, origins } = this.getState();
    this.change({ form: { ...form, [field]: value }, origins: { ...origins, [field]: 'person' } });
    // Only these two change what was understood; a year that is being typed would have every deadline read anew at each key.
    if (field === 'issuedOn' || (field === 'year' && /^\d{4}$/.test(value.trim()))) this.understandNow();
    else this.settle();
  };

  /** Takes the people from elsewhere; the built-in ones are read when they are asked for. */
  readonly chooseRoster = (rosterFrom: RosterFrom): Promise<void> => this.bench.act('plan', async () => {
    if (rosterFrom === 'seed' && this.getState().rosters.seed === undefined) {
      const plan = await this.bench.readPlan(await this.bench.loadSeed(), '');
      if (plan.ok) this.change({ rosters: { ...this.getState().rosters, seed: plan.value.roster } });
    }
    this.change({ rosterFrom });
    this.understand();
  });

  /** Takes pasted people (O2, O6); a whole notice fills in the empty fields of the form as well, and its body is compared (I6). */
  readonly pastePeople = (text: string): Promise<void> => this.bench.act('plan', async () => {
    const { people, notice } = (await this.load()).takePeople(text);
    const { rosters, form, origins } = this.getState();
    const hasPeople = people.roster.people.length > 0;
    this.change({ people, ...(hasPeople ? { rosters: { ...rosters, pasted: people.roster }, rosterFrom: 'pasted' as const } : {}) });
    if (notice !== undefined) {
      const said = prefillForm({ ledger: undefined, notice, matrix: undefined, today: this.bench.today() });
      const taken = Object.fromEntries(Object.entries(said.origins).filter(([field, origin]) => origin === 'notice' && origins[field as FormField] !== 'person').map(([field]) => [field, said.form[field as FormField]]));
      const from = Object.fromEntries(Object.keys(taken).map((field) => [field, 'notice' as const]));
      this.change({ notice, form: { ...form, ...taken }, origins: { ...origins, ...from } });
    }
    this.understand();
  });

  /** Goes on to the preview of the build, where every field of the form can stand. */
  readonly preview = (): Promise<void> => this.bench.act('plan', async () => {
    this.change({ asked: this.getState().asked + 1 });
    const { faults, source, understood } = this.getState();
    if (faults.length === 0 && understood?.plan !== undefined) await this.bench.previewPlan(source, understood.plan, understood.problems);
  });

  private async take(name: string, read: (isCancelled: IsCancelled) => Promise<Found | undefined>): Promise<void> {
    await this.bench.act('plan', async () => {
      let isCancelled = false;
      const cancelled = new Promise<void>((resolve) => {
        this.cancelled = () => { isCancelled = true; resolve(); };
      });
      this.change({ reading: { name }, notTaken: undefined });
      const work = async (): Promise<void> => {
        await this.bench.pause();
        const found = await read(() => isCancelled);
        const known = await this.lookBeside();
        await this.load();
        if (!isCancelled && found !== undefined) this.show(found, known);
      };
      try {
        await Promise.race([work(), cancelled]);
        if (isCancelled) this.change({ notTaken: { kind: 'cancelled', name } });
      } finally {
        this.cancelled = undefined;
        this.change({ reading: undefined });
      }
    });
  }

  private show(found: Found, known: Beside): void {
    switch (found.kind) {
      case 'notTaken': return this.change({ notTaken: found.notTaken });
      case 'tables': return this.showTables(found, known);
      case 'notice': return this.showNotice(found.source, found.notice, known);
    }
  }

  private showTables({ source, tables, notes }: Extract<Found, { kind: 'tables' }>, { ledger, ...known }: Beside): void {
    const { actions } = this;
    if (actions === undefined) return;
    const said = actions.beginMatrix(tables);
    if (tables.length === 0) {
      // Where a table is no matrix the person may still say what it means; without any there is nothing to show.
      const { plan } = actions.takeMatrix(tables, { settings: actions.usualSettings(Number(this.bench.today().slice(0, 4))), roster: nobody }, {});
      this.change({ notTaken: { kind: 'problems', name: source.name, problems: plan.problems } });
      return;
    }
    this.begin(ledger, { source, tables, notes, yearGuesses: said.guesses, ...prefillForm({ ledger, notice: undefined, matrix: said, today: this.bench.today() }), ...known });
  }

  private showNotice(source: TakenSource, notice: NoticeReading, { ledger, ...known }: Beside): void {
    if (notice.draft === undefined) {
      this.change({ notTaken: { kind: 'problems', name: source.name, problems: notice.problems } });
      return;
    }
    const hasPeople = notice.roster.people.length > 0;
    this.begin(ledger, {
      source, notice, ...prefillForm({ ledger, notice, matrix: undefined, today: this.bench.today() }), ...known,
      ...(hasPeople ? { rosters: { ...known.rosters, pasted: notice.roster }, rosterFrom: 'pasted' as const, people: { roster: notice.roster, guesses: notice.rosterGuesses, problems: [] } } : {}),
    });
  }

  private begin(ledger: PlanSettings | undefined, view: Partial<MatrixView>): void {
    const { sheets, reading } = this.getState();
    this.ledger = ledger;
    this.set({ ...beginning, sheets, reading, ...view });
    this.understand();
    this.bench.openMatrix();
  }

  /** What the open workbook knows already: its settings and its people. */
  private async lookBeside(): Promise<Beside> {
    const { lookAtWorkbook } = await this.bench.loadLook();
    const state = await lookAtWorkbook(await this.bench.loadWorkbook());
    const { settings: ledger, roster } = state.kind === 'ledger' ? state : { settings: undefined, roster: undefined };
    return roster === undefined || roster.people.length === 0 ? { ledger, rosters: {}, rosterFrom: 'none' } : { ledger, rosters: { workbook: roster }, rosterFrom: 'workbook' };
  }

  private choose(change: MatrixChoices): void {
    this.change({ choices: { ...this.getState().choices, ...change } });
    this.understandNow();
  }

  /** Takes the form's settings into the plan as it was understood. */
  private settle(): void {
    const { form, understood } = this.getState();
    const { settings, faults } = settingsOf(form, this.ledger, this.bench.today());
    this.change({ faults, understood: understood?.plan === undefined ? understood : { ...understood, plan: { ...understood.plan, settings } } });
  }

  /** Outside of an action a bug has nobody who would show it. */
  private understandNow(): void {
    try {
      this.understand();
    } catch (error) {
      void this.bench.act('plan', () => Promise.reject(error instanceof Error ? error : new Error(String(error))));
    }
  }

  private understand(): void {
    const { form, tables, notice, choices, rosterFrom, rosters } = this.getState();
    const { actions } = this;
    if (actions === undefined) return;
    const { settings, faults } = settingsOf(form, this.ledger, this.bench.today());
    const base = { settings, roster: rosters[rosterFrom] ?? nobody };
    if (tables.length === 0 && notice?.draft !== undefined) {
      const plan = actions.planNotice(notice.draft, base);
      this.change({ faults, understood: { reading: undefined, plan: plan.tasks.length === 0 ? undefined : plan, problems: [...notice.problems, ...actions.checkPlan(plan)] } });
      return;
    }
    const { reading, plan } = actions.takeMatrix(tables, base, choices);
    const compared = plan.ok ? actions.compareWithNotice(plan.value, notice?.body) : [];
    this.change({ faults, understood: { reading, plan: plan.ok ? plan.value : undefined, problems: [...plan.problems, ...compared] } });
  }

  private async load(): Promise<MatrixActions> {
    return (this.actions ??= await this.bench.loadMatrixActions());
  }

  private change(change: Partial<MatrixView>): void {
    this.set({ ...this.getState(), ...change });
  }
}
