// Checks the ledger: judges every row, and writes in a few words what it found into 核对结果 (O, D, S9, F4, I6). Keeps formulas and colours whole on the way.
import type { PlanBody } from '../core/planBody';
import type { PlainDate } from '../core/plainDate';
import type { Problem } from '../core/problem';
import { checkText } from '../sheets/checkWords';
import { readHiddenNotes } from '../sheets/hiddenNotesSheet';
import { sheetNames } from '../sheets/titles';
import type { ChangeOutcome, ColumnEdit, LedgerWorkbook, Progress, WorkbookChange } from '../sheets/workbook';
import { noChange } from '../sheets/workbook';
import type { NewCell } from './columnEdit';
import { columnEdit } from './columnEdit';
import type { Judgement } from './judgeLedger';
import { judgeLedger } from './judgeLedger';
import type { LedgerState } from './lookAtWorkbook';
import { lookAtWorkbook } from './lookAtWorkbook';
import { planUpkeep, upgradeEdits, upgradeNames } from './upkeep';

/** A ledger as it was judged, and what writing 核对结果 changes. */
export interface LedgerCheck {
  readonly state: LedgerState;
  readonly judgement: Judgement;
  readonly change: WorkbookChange;
}

/** A check ready to be written, or why there can be none. */
export type CheckPlanning =
  | { readonly kind: 'ready'; readonly check: LedgerCheck }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'noLedger' };

/** Reads and judges the ledger, and plans what its column 核对结果 is to say. Writes nothing. */
export async function planCheck(workbook: LedgerWorkbook, today: PlainDate, body?: PlanBody): Promise<CheckPlanning> {
  const state = await lookAtWorkbook(workbook);
  if (state.kind === 'inTheWay') return { kind: 'refused', problem: state.problem };
  if (state.kind === 'none') return { kind: 'noLedger' };
  const judged = judgeState(state, today, body);
  if (judged.kind === 'refused') return judged;
  const change: WorkbookChange = {
    ...noChange, names: upgradeNames(state), edits: [...checkEdits(state, judged.judgement), ...upgradeEdits(state)], ...planUpkeep(state), plannedOn: [...state.reading.cells.values()],
  };
  const locked = state.reading.sheets.find((sheet) => sheet.isProtected && sheet.name === sheetNames.ledger);
  if (locked !== undefined && !isNothing(change)) return { kind: 'refused', problem: { rule: 'X3', kind: 'sheetProtected', level: 'error', at: { sheet: locked.name }, values: { sheet: locked.name } } };
  return { kind: 'ready', check: { state, judgement: judged.judgement, change } };
}

/** Judges a ledger that was read, on the day by which its own formulas judge; `today` serves where the workbook does not say.  Refused where 设置 or 名册 cannot be read or are not there: the problem names the cell or the sheet. */
export function judgeState(state: LedgerState, today: PlainDate, body?: PlanBody): { readonly kind: 'judged'; readonly judgement: Judgement } | { readonly kind: 'refused'; readonly problem: Problem } {
  const unreadable = state.problems.find((problem) => problem.level === 'error');
  if (unreadable !== undefined) return { kind: 'refused', problem: unreadable };
  const { settings, roster } = state;
  if (settings === undefined || roster === undefined) {
    const sheet = settings === undefined ? sheetNames.settings : sheetNames.roster;
    return { kind: 'refused', problem: { rule: 'L9', kind: 'sheetMissing', level: 'error', at: { sheet }, values: { sheet } } };
  }
  const hidden = readHiddenNotes(state.reading.cells.get(sheetNames.hiddenNotes)?.values ?? []);
  return { kind: 'judged', judgement: judgeLedger(state.ledger, { settings, roster, today: state.judgedOn ?? today, lastReported: state.lastReported, hidden, ...(body === undefined ? {} : { body }) }) };
}

/** 核对结果 of each row where it says something else now. */
function checkEdits(state: LedgerState, judgement: Judgement): readonly ColumnEdit[] {
  const { ledger } = state;
  const byCellRow = new Map<number, Problem[]>();
  for (const problem of judgement.problems) {
    const row = rowOf(problem);
    if (row === undefined) continue;
    const found = byCellRow.get(row);
    if (found === undefined) byCellRow.set(row, [problem]);
    else found.push(problem);
  }
  const cells = new Map<number, NewCell>();
  for (const { row, cells: stands } of ledger.rows) {
    const text = checkText(byCellRow.get(row) ?? []);
    if (String(stands.checked) !== text) cells.set(row, { cell: text === '' ? null : text, format: '@' });
  }
  return cells.size === 0 ? [] : [columnEdit(sheetNames.ledger, ledger.columns.checked, cells)];
}

/** 0-based row of a problem's cell on the ledger. */
function rowOf({ at }: Problem): number | undefined {
  const row = at.sheet === sheetNames.ledger ? /\d+$/.exec(at.cell ?? '')?.[0] : undefined;
  return row === undefined ? undefined : Number(row) - 1;
}

function isNothing(change: WorkbookChange): boolean {
  return change.edits.length + change.refills.length + change.rules.length + change.rowsAdded.length + change.newSheets.length + change.names.length === 0;
}

/** Writes a planned check, whole or not at all (X1); does not even ask Excel where nothing changes. */
export async function writeCheck(workbook: LedgerWorkbook, check: LedgerCheck, onProgress: Progress): Promise<ChangeOutcome> {
  return isNothing(check.change) ? { kind: 'written' } : workbook.change(check.change, onProgress);
}

/** Reads and judges the ledger without planning to write. */
export async function readJudgement(workbook: LedgerWorkbook, today: PlainDate, body?: PlanBody): Promise<{ readonly kind: 'judged'; readonly judgement: Judgement; readonly state: LedgerState } | Exclude<CheckPlanning, { kind: 'ready' }>> {
  const state = await lookAtWorkbook(workbook);
  if (state.kind === 'inTheWay') return { kind: 'refused', problem: state.problem };
  if (state.kind === 'none') return { kind: 'noLedger' };
  const judged = judgeState(state, today, body);
  return judged.kind === 'refused' ? judged : { ...judged, state };
}
