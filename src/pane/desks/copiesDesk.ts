// Copies that go out, as the pane holds them: which sections, as what, and the files that were made. Knows no React.
import type { CopiesAs, CopiesToDraw } from '../../actions/copyFiles';
import type * as makeCopies from '../../actions/makeCopies';
import type { MadeFile } from '../../actions/reportFile';
import type { PlainDate } from '../../core/plainDate';
import type { Problem } from '../../core/problem';
import { WritableStore } from '../store';
import type { DeskBench } from './deskBench';
import type { ReportDoors, SavedFile } from './reportDesk';

/** Planning and remembering copies, loaded when they are asked for. */
export type CopyActions = Pick<typeof makeCopies, 'planCopies' | 'rememberCopies'>;

/** What copies need from outside. */
export interface CopyDoors extends Pick<ReportDoors, 'saveFile'> {
  readonly loadCopyActions: () => Promise<CopyActions>;
  /** Draws copies as files; what draws them is loaded then. */
  readonly drawCopies: (wanted: CopiesToDraw) => Promise<readonly MadeFile[]>;
}

/** A file that was made, and what came of saving it once that was tried. */
export interface CopyFile { readonly file: MadeFile; readonly saved: SavedFile | undefined }

/** Copies that were made and remembered in the ledger. */
export interface MadeCopies {
  readonly period: string;
  readonly cutOff: PlainDate;
  readonly sections: readonly { readonly section: string; readonly tasks: number }[];
  readonly as: CopiesAs;
  readonly files: readonly CopyFile[];
}

export interface CopiesView {
  readonly busy: 'drawing' | 'writing' | undefined;
  /** How far the writing is; `of` is 0 until the workbook answers. */
  readonly progress: { readonly done: number; readonly of: number };
  /** Sections that get none. */
  readonly left: ReadonlySet<string>;
  readonly as: CopiesAs;
  readonly made: MadeCopies | undefined;
  readonly refused: Problem | 'noLedger' | undefined;
  /** Set when someone wrote into the workbook while the copies were drawn: nothing was remembered, no file given out. */
  readonly changedSheet: string | undefined;
}

const beginning: CopiesView = { busy: undefined, progress: { done: 0, of: 0 }, left: new Set(), as: 'archive', made: undefined, refused: undefined, changedSheet: undefined };

/** Holds the copies of the open ledger. */
export class CopiesDesk extends WritableStore<CopiesView> {
  constructor(private readonly bench: DeskBench & CopyDoors) {
    super(beginning);
  }

  /** Begins anew, with every section. */
  readonly begin = (): void => {
    this.letGo();
    this.set(beginning);
  };

  readonly choose = (sections: readonly string[], isWanted: boolean): void => {
    const left = new Set(this.getState().left);
    for (const section of sections) {
      if (isWanted) left.delete(section);
      else left.add(section);
    }
    this.change({ left });
  };

  readonly handOutAs = (as: CopiesAs): void => { this.change({ as }); };

  /** Makes the copies of a report for these sections, and remembers them in the ledger (R1, R4, R13). */
  readonly make = (period: string, sections: readonly string[]): Promise<void> => this.bench.act('copies', async () => {
    const { as } = this.getState();
    this.change({ busy: 'drawing', progress: { done: 0, of: 0 }, refused: undefined, changedSheet: undefined });
    try {
      const { planCopies, rememberCopies } = await this.bench.loadCopyActions();
      const workbook = await this.bench.loadWorkbook();
      const planning = await planCopies(workbook, { period, sentOn: this.bench.today(), sections: new Set(sections) });
      if (planning.kind !== 'ready') {
        this.change({ refused: planning.kind === 'refused' ? planning.problem : 'noLedger' });
        return;
      }
      const { plan } = planning;
      const files = await this.bench.drawCopies({ copies: plan.copies, as, period, madeOn: this.bench.today() });
      this.change({ busy: 'writing' });
      // The ledger first: a copy that is not remembered could not be compared when it comes back.
      const outcome = await rememberCopies(workbook, plan, (done, of) => { this.change({ progress: { done, of } }); });
      if (outcome.kind === 'changedMeanwhile') {
        this.change({ changedSheet: outcome.sheet });
        return;
      }
      const made = { period, cutOff: plan.cutOff, sections: plan.copies.map(({ section, tasks }) => ({ section, tasks })), as };
      // One file goes out by itself; several would have the browser ask about each.
      this.change({ made: { ...made, files: files.map((file) => ({ file, saved: files.length === 1 ? this.handOut(file) : undefined })) } });
      await this.bench.lookAgain();
    } finally {
      this.change({ busy: undefined });
    }
  });

  /** Has the browser save one of the files. */
  readonly save = (file: MadeFile): void => {
    const { made } = this.getState();
    if (made === undefined) return;
    this.change({ made: { ...made, files: made.files.map((each) => {
      if (each.file !== file) return each;
      if (each.saved?.kind === 'saved') each.saved.file.letGo();
      return { file, saved: this.handOut(file) };
    }) } });
  };

  private handOut(file: MadeFile): SavedFile {
    const link = this.bench.saveFile(file);
    return link === undefined ? { kind: 'refused', name: file.name } : { kind: 'saved', file: link };
  }

  private letGo(): void {
    for (const { saved } of this.getState().made?.files ?? []) if (saved?.kind === 'saved') saved.file.letGo();
  }

  private change(change: Partial<CopiesView>): void {
    this.set({ ...this.getState(), ...change });
  }
}
