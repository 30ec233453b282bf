// A matrix or a notice that is being taken in, as the pane holds it: read, understood, corrected by the person, handed on to the preview. Writes nothing. Knows no React.
import type * as takeMatrix from '../../actions/takeMatrix';
import type * as takeNotice from '../../actions/takeNotice';
import type { TakenPeople } from '../../actions/takeNotice';
import type { ColumnKey, ColumnUse, MatrixChoices, MatrixGuess, MatrixReading, RowKey, RowUse } from '../../core/matrixReading';
import type { NoticeReading } from '../../core/notice';
import type { Plan, PlanSettings } from '../../core/plan';
import type { Problem } from '../../core/problem';
import type { FileRefusal, RawTable } from '../../core/rawTable';
import type { Roster } from '../../core/roster';
import type { readHtmlFile } from '../../files/readHtmlFile';
import type { FileReading } from '../../files/readFileTables';
import type { FileToRead, Reading } from '../../files/readInWorker';
import type { PastedContent, readPasted } from '../../files/readPasted';
import type { LookActions } from '../doors';
import type { FormField, FormOrigin, SettingsForm } from '../matrixForm';
import { prefillForm, settingsOf } from '../matrixForm';
import type { PlanSource } from '../state';
import { WritableStore } from '../store';
import type { DeskBench } from './deskBench';
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

/** Why nothing was taken in. */
export type NotTaken =
  | { readonly kind: 'file'; readonly name: string; readonly refusal: FileRefusal }
  | { readonly kind: 'problems'; readonly name: string; readonly problems: readonly Problem[] }
  | { readonly kind: 'nothingSelected' | 'emptySheet' | 'cancelled'; readonly name: string };

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
  readonly source: Extract<PlanSource, { kind: 'taken' }>;
  readonly tables: readonly RawTable[];
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

const emptyForm = prefillForm({ ledger: undefined, notice: undefined, matrix: undefined, today: '0000-01-01' });
const nobody: Roster = { people: [], sections: [] };
const beginning: MatrixView = {
  reading: undefined, sheets: [], notTaken: undefined, source: { kind: 'taken', from: 'file', name: '' }, tables: [], notice: undefined, yearGuesses: [], choices: {},
  ...emptyForm, faults: [], asked: 0, rosterFrom: 'none', rosters: {}, people: undefined, understood: undefined,
};
/** Pieces of a page that are read before others get their turn: some 15 ms. */
const piecesInOneGo = 4;

/** Whether the person has stopped a reading: what comes late is let go. */
type IsCancelled = () => boolean;

/** Holds the matrix. */
export class MatrixDesk extends WritableStore<MatrixView> {
  private actions: MatrixActions | undefined;
  private ledger: PlanSettings | undefined;
  private underWay: Reading | undefined;
  private cancelled: (() => void) | undefined;

  constructor(private readonly bench: MatrixBench) {
    super(beginning);
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
  readonly takeFile = (file: FileToRead): Promise<void> => this.take(file.name, async (isCancelled) => {
    if (/\.txt$/i.test(file.name) && await this.takeTextFile(file, isCancelled)) return;
    let reading = await this.readFile(file);
    if (reading !== undefined && !reading.ok && reading.refusal.kind === 'oldHtml') reading = await this.readPage(file, isCancelled);
    if (reading !== undefined && !isCancelled()) await this.takeReading({ kind: 'taken', from: 'file', name: file.name }, reading, isCancelled);
  });

  /** Reads what was pasted (I1). */
  readonly takePasted = (content: PastedContent): Promise<void> => this.take('', async (isCancelled) => {
    const { readPasted } = await this.bench.loadMatrixFiles();
    const reading = await readPasted(content, this.pace());
    if (!isCancelled()) await this.takeReading({ kind: 'taken', from: 'pasted', name: '' }, reading, isCancelled);
  });

  /** Reads a sheet of the open workbook, or what is selected there; of a single cell its sheet is meant (I1). */
  readonly takeSheet = (sheet: string | undefined): Promise<void> => this.take(sheet ?? '', async (isCancelled) => {
    const workbook = await this.bench.loadWorkbook();
    const selected = sheet === undefined ? await workbook.readTable({ kind: 'selection' }) : undefined;
    const isOneCell = selected === undefined || selected.cells.flat().filter((cell) => cell !== '').length <= 1;
    const name = sheet ?? selected?.name ?? (await workbook.selection())?.sheet;
    const table = name !== undefined && isOneCell ? await workbook.readTable({ kind: 'sheet', sheet: name }) : selected;
    if (table === undefined) this.change({ notTaken: { kind: name === undefined ? 'nothingSelected' : 'emptySheet', name: name ?? '' } });
    else await this.takeTables({ kind: 'taken', from: 'sheet', name: table.name }, [table], isCancelled);
  });

  /** Reads the text of a notice as a draft (I1). */
  readonly takeNotice = (text: string, name = ''): Promise<void> => this.take(name, async (isCancelled) => {
    const { takeNotice } = await this.load();
    await this.showNotice(takeNotice(text), name, isCancelled);
  });

  readonly cancel = (): void => {
    this.underWay?.cancel();
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
    // A year that is being typed would have every deadline read anew at each key.
    if (field !== 'year' || /^\d{4}$/.test(value.trim())) this.understandNow();
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

  private async take(name: string, work: (isCancelled: IsCancelled) => Promise<void>): Promise<void> {
    await this.bench.act('plan', async () => {
      let isCancelled = false;
      const cancelled = new Promise<void>((resolve) => {
        this.cancelled = () => { isCancelled = true; resolve(); };
      });
      this.change({ reading: { name }, notTaken: undefined });
      try {
        await this.bench.pause();
        await Promise.race([work(() => isCancelled), cancelled]);
        if (isCancelled) this.change({ notTaken: { kind: 'cancelled', name } });
      } finally {
        this.underWay = undefined;
        this.cancelled = undefined;
        this.change({ reading: undefined });
      }
    });
  }

  /** A text that is a notice's; a table as text is read as a file of tables. */
  private async takeTextFile(file: FileToRead, isCancelled: IsCancelled): Promise<boolean> {
    const [{ takeNotice }, { decodeText }] = await Promise.all([this.load(), this.bench.loadMatrixFiles()]);
    let text: string;
    try {
      text = decodeText(await file.bytes());
    } catch {
      // What keeps it from being read is said by the reader of files, whose turn is next.
      return false;
    }
    const notice = takeNotice(text);
    if (notice.draft === undefined) return false;
    await this.showNotice(notice, file.name, isCancelled);
    return true;
  }

  private async readFile(file: FileToRead): Promise<FileReading | undefined> {
    let found: FileReading | undefined;
    this.underWay = await this.bench.startReading([file], { onFile: (_, reading) => { found = reading; } });
    await this.underWay.finished;
    return found;
  }

  private async readPage(file: FileToRead, isCancelled: IsCancelled): Promise<FileReading> {
    const { readHtmlFile } = await this.bench.loadMatrixFiles();
    const bytes = await file.bytes();
    return isCancelled() ? { ok: false, refusal: { kind: 'tookTooLong', values: {} } } : readHtmlFile(file.name, bytes, this.pace());
  }

  private pace(): () => Promise<void> | undefined {
    let pieces = 0;
    return () => {
      pieces += 1;
      return pieces % piecesInOneGo === 0 ? this.bench.pause() : undefined;
    };
  }

  private async takeReading(source: MatrixView['source'], reading: FileReading, isCancelled: IsCancelled): Promise<void> {
    if (reading.ok) await this.takeTables(source, reading.file.tables, isCancelled);
    else this.change({ notTaken: { kind: 'file', name: source.name, refusal: reading.refusal } });
  }

  private async takeTables(source: MatrixView['source'], tables: readonly RawTable[], isCancelled: IsCancelled): Promise<void> {
    const [{ beginMatrix, takeMatrix, emptyRoster, usualSettings }, known] = await Promise.all([this.load(), this.lookBeside()]);
    const said = beginMatrix(tables);
    // Where no table could be the matrix, the person may still say which one is; with no table at all there is nothing to show.
    const first = takeMatrix(tables, { settings: usualSettings(said.year ?? Number(this.bench.today().slice(0, 4))), roster: emptyRoster }, {});
    if (tables.length === 0) {
      this.change({ notTaken: { kind: 'problems', name: source.name, problems: first.plan.problems } });
      return;
    }
    this.begin(isCancelled, { source, tables, yearGuesses: said.guesses, ...prefillForm({ ledger: this.ledger, notice: undefined, matrix: said, today: this.bench.today() }), ...known });
  }

  private async showNotice(notice: NoticeReading, name: string, isCancelled: IsCancelled): Promise<void> {
    const known = await this.lookBeside();
    if (notice.draft === undefined) {
      this.change({ notTaken: { kind: 'problems', name, problems: notice.problems } });
      return;
    }
    const hasPeople = notice.roster.people.length > 0;
    this.begin(isCancelled, {
      source: { kind: 'taken', from: 'notice', name }, notice, ...prefillForm({ ledger: this.ledger, notice, matrix: undefined, today: this.bench.today() }), ...known,
      ...(hasPeople ? { rosters: { ...known.rosters, pasted: notice.roster }, rosterFrom: 'pasted' as const, people: { roster: notice.roster, guesses: notice.rosterGuesses, problems: [] } } : {}),
    });
  }

  private begin(isCancelled: IsCancelled, view: Partial<MatrixView>): void {
    if (isCancelled()) return;
    const { sheets, reading } = this.getState();
    this.set({ ...beginning, sheets, reading, ...view });
    this.understand();
    this.bench.openMatrix();
  }

  /** What the open workbook knows already: its settings and its people. */
  private async lookBeside(): Promise<Pick<MatrixView, 'rosters' | 'rosterFrom'>> {
    const { lookAtWorkbook } = await this.bench.loadLook();
    const state = await lookAtWorkbook(await this.bench.loadWorkbook());
    this.ledger = state.kind === 'ledger' ? state.settings : undefined;
    const roster = state.kind === 'ledger' ? state.roster : undefined;
    return roster === undefined || roster.people.length === 0 ? { rosters: {}, rosterFrom: 'none' } : { rosters: { workbook: roster }, rosterFrom: 'workbook' };
  }

  private choose(change: MatrixChoices): void {
    this.change({ choices: { ...this.getState().choices, ...change } });
    this.understandNow();
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
