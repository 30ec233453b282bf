// What a person fills in for tasks in the pane: a draft for each 编号, which is kept until it is saved or given up. Knows no React.
import type { Mending } from '../../actions/mendLedger';
import type { Problem } from '../../core/problem';
import type { Task } from '../../core/task';
import { WritableStore } from '../store';
import type { DeskBench } from './deskBench';

/** The cells that are filled in (L7). */
export const fillFields = ['progress', 'remark', 'doneOn'] as const;
export type FillField = (typeof fillFields)[number];

/** What stands in a task's cells. */
export type Filling = Readonly<Record<FillField, string>>;

/** What was typed for a task; `base` is what stood in the cell when typing began. */
export interface Draft { readonly base: Partial<Filling>; readonly typed: Partial<Filling> }

export type FillOutcome =
  | { readonly kind: 'saved' | 'undone' | 'leftAlone' | 'gone' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'changedMeanwhile'; readonly sheet: string };

export interface FillView {
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly saving: boolean;
  /** The last saving of each task, which can be taken back. */
  readonly saved: ReadonlyMap<string, Mending>;
  /** What the last saving came to, and of which task. */
  readonly outcome: { readonly id: string; readonly outcome: FillOutcome } | undefined;
}

/** What stands in a task's cells now. */
export function fillingOf(task: Task): Filling {
  return { progress: task.progress, remark: task.remark, doneOn: task.doneOn };
}

/** The draft after a field was typed in; undefined when nothing differs from the sheet any more. */
export function typeInto(draft: Draft | undefined, stands: Filling, field: FillField, text: string): Draft | undefined {
  const base = { ...draft?.base };
  const typed = { ...draft?.typed };
  if (text === stands[field]) {
    delete base[field];
    delete typed[field];
  } else {
    base[field] ??= stands[field];
    typed[field] = text;
  }
  return Object.keys(typed).length === 0 ? undefined : { base, typed };
}

/** Fields in which the sheet says something else by now than when typing began. */
export function changedUnderneath(draft: Draft | undefined, stands: Filling): readonly FillField[] {
  return fillFields.filter((field) => draft?.typed[field] !== undefined && draft.base[field] !== stands[field] && draft.typed[field] !== stands[field]);
}

/** Holds the drafts. */
export class FillDesk extends WritableStore<FillView> {
  constructor(private readonly bench: DeskBench) {
    super({ drafts: new Map(), saving: false, saved: new Map(), outcome: undefined });
  }

  readonly type = (task: Task, field: FillField, text: string): void => {
    this.setDraft(task.id, typeInto(this.getState().drafts.get(task.id), fillingOf(task), field, text));
  };

  /** Gives up what was typed, in one field or in all. */
  readonly discard = (task: Task, field?: FillField): void => {
    if (field === undefined) this.setDraft(task.id, undefined);
    else this.type(task, field, fillingOf(task)[field]);
  };

  /** Writes what was typed for a task into its row, wherever it stands by now. */
  readonly save = (id: string): Promise<void> => this.work(id, async () => {
    const draft = this.getState().drafts.get(id);
    if (draft === undefined) return undefined;
    const actions = await this.bench.loadLedgerActions();
    const workbook = await this.bench.loadWorkbook();
    const reading = await actions.readJudgement(workbook, this.bench.today());
    const row = reading.kind === 'judged' ? reading.judgement.rows.find(({ task }) => task.id === id) : undefined;
    if (reading.kind === 'refused') return { kind: 'refused', problem: reading.problem };
    if (reading.kind !== 'judged' || row === undefined) return { kind: 'gone' };
    const mending = actions.planFillIn(reading.state, row.row, draft.typed);
    if ('problem' in mending) return { kind: 'refused', problem: mending.problem };
    const outcome = await actions.applyMending(workbook, mending);
    if (outcome.kind !== 'written') return outcome;
    const { drafts, saved } = this.getState();
    this.set({ ...this.getState(), drafts: without(drafts, id), saved: new Map([...saved, [id, mending]]) });
    return { kind: 'saved' };
  });

  /** Takes the last saving of a task back. */
  readonly undo = (id: string): Promise<void> => this.work(id, async () => {
    const mending = this.getState().saved.get(id);
    if (mending === undefined) return undefined;
    const actions = await this.bench.loadLedgerActions();
    const { leftAlone } = await actions.takeBack(await this.bench.loadWorkbook(), mending);
    this.set({ ...this.getState(), saved: without(this.getState().saved, id) });
    return { kind: leftAlone.length === 0 ? 'undone' : 'leftAlone' };
  });

  private setDraft(id: string, draft: Draft | undefined): void {
    const { drafts, outcome } = this.getState();
    const others = without(drafts, id);
    this.set({ ...this.getState(), drafts: draft === undefined ? others : new Map([...others, [id, draft]]), outcome: outcome?.id === id ? undefined : outcome });
  }

  private work(id: string, work: () => Promise<FillOutcome | undefined>): Promise<void> {
    return this.bench.act('fillIn', async () => {
      this.set({ ...this.getState(), saving: true, outcome: undefined });
      try {
        const outcome = await work();
        this.set({ ...this.getState(), outcome: outcome === undefined ? undefined : { id, outcome } });
        await this.bench.lookAgain();
      } finally {
        this.set({ ...this.getState(), saving: false });
      }
    });
  }
}

function without<Value>(map: ReadonlyMap<string, Value>, id: string): ReadonlyMap<string, Value> {
  const rest = new Map(map);
  rest.delete(id);
  return rest;
}
