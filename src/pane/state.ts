// Where the person is in the pane and what is known of the workbook, as plain states and what leads from one to the next. Pure: knows no Excel and no React.
import type { BuildPlan } from '../actions/buildLedger';
import type { WorkbookState } from '../actions/lookAtWorkbook';
import type { Plan } from '../core/plan';
import type { Problem } from '../core/problem';
import type { Doing, FaultKind } from '../excel/excelFault';

/** What went wrong in an action: Excel refused, or the add-in has a bug. */
export type Trouble =
  | { readonly kind: 'fault'; readonly fault: { readonly kind: FaultKind; readonly doing: Doing; readonly code: string; readonly message: string; readonly restored: boolean | undefined } }
  | { readonly kind: 'bug'; readonly message: string; readonly stack: string };

/** What the pane knows of the open workbook. */
export type WorkbookView =
  | { readonly kind: 'looking' }
  | { readonly kind: 'known'; readonly state: WorkbookState }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

/** Where a plan comes from. */
export type PlanSource =
  | { readonly kind: 'seed' }
  | { readonly kind: 'file'; readonly name: string }
  /** A matrix or a notice that was taken in; `name` is that of the file or sheet, empty for what was pasted. */
  | { readonly kind: 'taken'; readonly from: 'file' | 'sheet' | 'pasted' | 'notice'; readonly name: string };

/** A build as it is shown before anything is written. */
export interface Preview {
  readonly source: PlanSource;
  readonly plan: Plan;
  /** Guesses made while the plan was read. */
  readonly readingProblems: readonly Problem[];
  readonly build: BuildPlan;
  /** 编号 of the tasks whose changed cells are to stay as the ledger has them. */
  readonly keep: ReadonlySet<string>;
}

/** Which part of the pane's work a trouble stopped. */
export type Stopped = 'look' | 'plan' | 'build' | 'show' | 'check' | 'mend' | 'fillIn' | 'asOf' | 'filter' | 'reportPlan' | 'report' | 'reportFile' | 'copies' | 'returnsRead' | 'merge' | 'takeBack' | 'rosterPlan' | 'roster' | 'settings' | 'newYearPlan' | 'newYearFile';

/** Screens of a ledger that stands: where its tasks stand, its checks, the task of the selected row, copies and returns, the reports of the year. */
export const desks = ['status', 'check', 'task', 'returns', 'reports'] as const;
/** Screens of the plan behind the ledger, to which the first screen leads: its people, its settings, the year that follows. */
export const planDesks = ['roster', 'settings', 'newYear'] as const;
export type Desk = (typeof desks)[number] | (typeof planDesks)[number];

export type Screen =
  | { readonly at: 'guide'; readonly first: boolean }
  | { readonly at: 'home' }
  /** `busy` while the plan and the workbook are read; `refused` when the chosen file is no plan. */
  | { readonly at: 'source'; readonly busy: boolean; readonly refused: { readonly name: string; readonly problems: readonly Problem[] } | undefined }
  /** A matrix as understood, beside the original; `busy` while the build is planned. */
  | { readonly at: 'matrix'; readonly busy: boolean }
  | { readonly at: 'refused'; readonly problem: Problem; readonly source?: PlanSource }
  /** `changedSheet` when the workbook changed after an earlier preview. */
  | { readonly at: 'preview'; readonly preview: Preview; readonly changedSheet: string | undefined }
  /** `of` is 0 until the first answer of the workbook. */
  | { readonly at: 'writing'; readonly preview: Preview; readonly done: number; readonly of: number }
  | { readonly at: 'done'; readonly preview: Preview }
  /** `busy` while an action of the screen is under way. */
  | { readonly at: Desk; readonly busy: boolean }
  /** `desk` is the screen of the ledger that the trouble came up on. */
  | { readonly at: 'trouble'; readonly stopped: Stopped; readonly trouble: Trouble; readonly preview: Preview | undefined; readonly desk: Desk | undefined; readonly isOfMatrix?: boolean };

export interface PaneState {
  readonly screen: Screen;
  readonly workbook: WorkbookView;
  /** How often the person has gone to another screen: the focus follows only then. */
  readonly moves: number;
}

export type PaneEvent =
  | { readonly kind: 'looked'; readonly state: WorkbookState }
  | { readonly kind: 'lookFailed'; readonly trouble: Trouble }
  | { readonly kind: 'lookAgain' }
  | { readonly kind: 'wentHome' }
  | { readonly kind: 'openedGuide' }
  | { readonly kind: 'openedSource' }
  | { readonly kind: 'openedMatrix' }
  | { readonly kind: 'openedDesk'; readonly desk: Desk }
  | { readonly kind: 'deskBusy'; readonly busy: boolean }
  | { readonly kind: 'planAsked' }
  | { readonly kind: 'planUnreadable'; readonly name: string; readonly problems: readonly Problem[] }
  | { readonly kind: 'planRefused'; readonly problem: Problem; readonly source?: PlanSource }
  | { readonly kind: 'planned'; readonly preview: Preview; readonly changedSheet: string | undefined }
  | { readonly kind: 'keptLedger'; readonly tasks: readonly string[]; readonly keep: boolean }
  | { readonly kind: 'buildBegan' }
  | { readonly kind: 'progressed'; readonly done: number; readonly of: number }
  | { readonly kind: 'built' }
  | { readonly kind: 'backToPreview' }
  | { readonly kind: 'stopped'; readonly stopped: Stopped; readonly trouble: Trouble };

/** Where the pane begins: with the guide the first time, with building when the ribbon asks for it. */
export function firstState(go: string | null, hasSeenGuide: boolean): PaneState {
  const screen: Screen =
    go === 'guide' ? { at: 'guide', first: !hasSeenGuide }
    : go === 'build' ? { at: 'source', busy: false, refused: undefined }
    : isDesk(go) ? { at: go, busy: false }
    : hasSeenGuide ? { at: 'home' }
    : { at: 'guide', first: true };
  return { screen, workbook: { kind: 'looking' }, moves: 0 };
}

/** Whether a word names a screen of the ledger. */
export function isDesk(word: string | null): word is Desk {
  return [...desks, ...planDesks].some((desk) => desk === word);
}

/** Whether an action is under way that must not be left or started twice. */
export function isBusy(state: PaneState): boolean {
  return state.screen.at === 'writing' || ('busy' in state.screen && state.screen.busy);
}

function moveTo(state: PaneState, screen: Screen): PaneState {
  return { ...state, screen, moves: state.moves + 1 };
}

/** The state after an event. An event that does not fit the screen (it came late) changes nothing. */
export function nextState(state: PaneState, event: PaneEvent): PaneState {
  const { screen } = state;
  switch (event.kind) {
    case 'looked': return { ...state, workbook: { kind: 'known', state: event.state } };
    case 'lookFailed': return { ...state, workbook: { kind: 'trouble', trouble: event.trouble } };
    case 'lookAgain': return { ...state, workbook: { kind: 'looking' } };
    case 'wentHome': return isBusy(state) ? state : moveTo(state, { at: 'home' });
    case 'openedGuide': return isBusy(state) ? state : moveTo(state, { at: 'guide', first: false });
    case 'openedSource': return isBusy(state) ? state : moveTo(state, { at: 'source', busy: false, refused: undefined });
    case 'openedDesk': return isBusy(state) || screen.at === event.desk ? state : moveTo(state, { at: event.desk, busy: false });
    // The reading or the trouble that leads there is still under way then.
    case 'openedMatrix': return moveTo(state, { at: 'matrix', busy: false });
    case 'deskBusy': return 'busy' in screen ? { ...state, screen: { ...screen, busy: event.busy } } : state;
    case 'planAsked': return { ...state, screen: { at: 'source', busy: true, refused: undefined } };
    case 'planUnreadable':
      return screen.at === 'source' ? { ...state, screen: { at: 'source', busy: false, refused: { name: event.name, problems: event.problems } } } : state;
    case 'planRefused': return moveTo(state, { at: 'refused', problem: event.problem, ...(event.source === undefined ? {} : { source: event.source }) });
    case 'planned': return moveTo(state, { at: 'preview', preview: event.preview, changedSheet: event.changedSheet });
    case 'keptLedger': return screen.at === 'preview' ? { ...state, screen: { ...screen, preview: keepLedger(screen.preview, event.tasks, event.keep) } } : state;
    case 'buildBegan': return screen.at === 'preview' ? moveTo(state, { at: 'writing', preview: screen.preview, done: 0, of: 0 }) : state;
    case 'progressed': return screen.at === 'writing' ? { ...state, screen: { ...screen, done: event.done, of: event.of } } : state;
    case 'built': return screen.at === 'writing' ? moveTo(state, { at: 'done', preview: screen.preview }) : state;
    case 'backToPreview': return screen.at === 'trouble' && screen.preview !== undefined ? moveTo(state, { at: 'preview', preview: screen.preview, changedSheet: undefined }) : state;
    case 'stopped': return moveTo(state, { at: 'trouble', stopped: event.stopped, trouble: event.trouble, preview: 'preview' in screen ? screen.preview : undefined, desk: isDesk(screen.at) ? screen.at : undefined, ...(screen.at === 'matrix' ? { isOfMatrix: true } : {}) });
  }
}

function keepLedger(preview: Preview, tasks: readonly string[], keep: boolean): Preview {
  const kept = new Set(preview.keep);
  for (const task of tasks) {
    if (keep) kept.add(task);
    else kept.delete(task);
  }
  return { ...preview, keep: kept };
}

/** Where Esc and the way back lead; undefined where there is no way back. */
export function wayBack(state: PaneState): PaneEvent | undefined {
  if (isBusy(state)) return undefined;
  switch (state.screen.at) {
    case 'home': case 'writing': return undefined;
    case 'guide': case 'source': case 'done': case 'status': case 'check': case 'task': case 'returns': case 'reports': case 'roster': case 'settings': case 'newYear': return { kind: 'wentHome' };
    case 'matrix': return { kind: 'openedSource' };
    case 'preview': return { kind: state.screen.preview.source.kind === 'taken' ? 'openedMatrix' : 'openedSource' };
    case 'refused': return { kind: state.screen.source?.kind === 'taken' ? 'openedMatrix' : 'openedSource' };
    case 'trouble':
      if (state.screen.isOfMatrix === true) return { kind: 'openedMatrix' };
      if (state.screen.desk !== undefined) return { kind: 'openedDesk', desk: state.screen.desk };
      return state.screen.preview !== undefined && state.screen.stopped === 'build' ? { kind: 'backToPreview' } : { kind: 'wentHome' };
  }
}
