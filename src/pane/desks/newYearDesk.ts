// A new year as the pane prepares it: what was typed, what would come of it, and the file (L7, P1). Nothing is written into the open workbook. Knows no React.
import type { NewYearPlan, NewYearWish } from '../../actions/newYear';
import type { NewYearField, NewYearTexts } from '../../actions/newYearForm';
import type { Problem } from '../../core/problem';
import { WritableStore } from '../store';
import type { PlanBench } from './planDesk';
import type { SavedFile } from './reportDesk';

export interface NewYearView {
  /** What was typed, by field; the others follow from the old year. */
  readonly edited: Readonly<Partial<NewYearTexts>>;
  readonly busy: 'planning' | 'drawing' | undefined;
  readonly plan: NewYearPlan | undefined;
  /** Why there can be none. */
  readonly refused: Problem | undefined;
  readonly saved: SavedFile | undefined;
  /** How often the preview was opened or left: the focus follows. */
  readonly moves: number;
}

const beginning: NewYearView = { edited: {}, busy: undefined, plan: undefined, refused: undefined, saved: undefined, moves: 0 };

/** Holds the preparation of a new year. */
export class NewYearDesk extends WritableStore<NewYearView> {
  constructor(private readonly bench: PlanBench) {
    super(beginning);
  }

  readonly edit = (field: NewYearField, text: string): void => { this.change({ edited: { ...this.getState().edited, [field]: text }, refused: undefined }); };

  /** Reads the ledger and shows the year that follows. Writes nothing. */
  readonly preview = (wish: Omit<NewYearWish, 'today'>): Promise<void> => this.bench.act('newYearPlan', () => this.work('planning', async () => {
    this.letGo();
    const [{ planNewYear }, workbook] = await Promise.all([this.bench.loadPlanActions(), this.bench.loadWorkbook()]);
    const planning = await planNewYear(workbook, { ...wish, today: this.bench.today() });
    if (planning.kind === 'ready') this.move({ plan: planning.plan, refused: undefined });
    else if (planning.kind === 'refused') this.change({ refused: planning.problem });
    else await this.bench.lookAgain();
  }));

  readonly closePreview = (): void => {
    this.letGo();
    this.move({ plan: undefined });
  };

  /** Draws the new workbook and has it saved; the open one stays as it is. */
  readonly save = (): Promise<void> => this.bench.act('newYearFile', () => this.work('drawing', async () => {
    const { plan } = this.getState();
    if (plan === undefined) return;
    this.letGo();
    const made = await this.bench.drawNewYear(plan, this.bench.today());
    const file = this.bench.saveFile(made);
    this.change({ saved: file === undefined ? { kind: 'refused', name: made.name } : { kind: 'saved', file } });
  }));

  private letGo(): void {
    const { saved } = this.getState();
    if (saved?.kind === 'saved') saved.file.letGo();
    this.change({ saved: undefined });
  }

  private async work(busy: NewYearView['busy'], work: () => Promise<void>): Promise<void> {
    this.change({ busy });
    try {
      await work();
    } finally {
      this.change({ busy: undefined });
    }
  }

  private move(change: Partial<NewYearView>): void {
    this.change({ ...change, moves: this.getState().moves + 1 });
  }

  private change(change: Partial<NewYearView>): void {
    this.set({ ...this.getState(), ...change });
  }
}
