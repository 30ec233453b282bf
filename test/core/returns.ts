// Copies as they come back, for the tests of taking them together: a ledger of the plan of 2021, a section's copy of it as a file, and hands that change it.
import { joinNames } from '../../src/core/names';
import type { LedgerSide, LedgerTask, SentCell } from '../../src/core/consolidation';
import { showDue } from '../../src/core/deadline';
import type { RawCell, RawFile, RawMerge, RawTable } from '../../src/core/rawTable';
import type { CopyBase } from '../../src/core/returnedMarks';
import { copyKey, copyMarks, copyProperties, copySheetRows } from '../../src/core/returnedMarks';
import type { ReturnedSheet } from '../../src/core/returnedTable';
import { readReturned } from '../../src/core/returnedTable';
import type { Task } from '../../src/core/task';
import { plan2021 } from './plans';

export const planId = '2021';
export const period = '2021-06';

/** A plan's task as the ledger shows it. */
export function ledgerTask(task: Task, cells: Partial<LedgerTask['cells']> = {}, doneOn = ''): LedgerTask {
  return {
    id: task.id, sections: task.sections, doneOn,
    cells: {
      indicator: task.indicator, leadUnit: task.leadUnit, supportUnits: joinNames(task.supportUnits), text: task.text, leaders: joinNames(task.leaders),
      sections: joinNames(task.sections), owners: joinNames(task.owners), due: showDue(task.due), progress: task.progress, remark: task.remark, ...cells,
    },
  };
}

/** The ledger of 2021 before anybody has reported, with some cells filled in. */
export function ledger2021(changes: Readonly<Record<string, Partial<LedgerTask['cells']> & { readonly doneOn?: string }>> = {}): LedgerSide {
  const plan = plan2021();
  const tasks = plan.tasks.map((task) => {
    const { doneOn = '', ...cells } = changes[task.id] ?? {};
    return ledgerTask(task, cells, doneOn);
  });
  return { plan: planId, period, year: 2021, roster: plan.roster, tasks };
}

/** What a section answers, by 编号. */
export type Answers = Readonly<Record<string, { readonly progress?: RawCell; readonly remark?: RawCell; readonly doneOn?: RawCell }>>;

/** How a copy was handled on its way. */
export interface Handling {
  readonly file?: string;
  readonly savedAt?: string;
  readonly kind?: RawFile['kind'];
  /** What the copy was sent with; nothing was sent where it does not say. */
  readonly base?: CopyBase;
  readonly without?: readonly ('key' | 'hiddenSheet' | 'property' | 'id' | 'lines')[];
  readonly period?: string;
  readonly plan?: string;
  readonly merges?: readonly RawMerge[];
  readonly change?: (cells: RawCell[][]) => RawCell[][];
}

export const heads = ['标识', '编号', '指标名称', '牵头单位', '配合单位', '工作任务', '分管领导', '责任科室', '责任人', '完成时限', '落实情况', '备注', '办结日期'];

/** A section's copy as a file that came back: title lines, the head, its tasks, the very hidden sheet and the properties (R1, R2). */
export function copyFile(ledger: LedgerSide, section: string, answers: Answers = {}, handling: Handling = {}): RawFile {
  const without = (part: NonNullable<Handling['without']>[number]): boolean => handling.without?.includes(part) === true;
  const identity = { plan: handling.plan ?? ledger.plan, period: handling.period ?? ledger.period, section, sentOn: '2021-06-01' };
  const tasks = ledger.tasks.filter((task) => task.sections.includes(section));
  const rows = tasks.map(({ id, cells }): RawCell[] => {
    const sent = handling.base?.get(id) ?? {};
    const answer = { ...sent, ...answers[id] };
    return [
      without('key') ? '' : copyKey({ ...identity, id }), without('id') ? '' : id, cells.indicator, cells.leadUnit, cells.supportUnits, cells.text, cells.leaders, cells.sections, cells.owners, cells.due,
      answer.progress ?? '', answer.remark ?? '', answer.doneOn ?? '',
    ];
  });
  const lines: RawCell[][] = without('lines') ? [] : [['', '工作任务落实情况回收表'], ['', `填报科室：${section}${'\u3000'.repeat(2)}报送期：2021年6月`]];
  const cells = [...lines, heads, ...rows];
  const base = handling.base ?? new Map(tasks.map(({ id }) => [id, { progress: '', remark: '', doneOn: '' }]));
  const sheet: RawTable = { name: '回收表', visibility: 'visible', cells: handling.change?.(cells.map((row) => [...row])) ?? cells, merges: handling.merges ?? [] };
  const hidden: RawTable = { name: copyMarks.sheet, visibility: 'veryHidden', cells: copySheetRows(identity, base), merges: [] };
  return {
    name: handling.file ?? `回收表-${section}-2021-06.xlsx`, kind: handling.kind ?? 'xlsx', savedAt: handling.savedAt ?? '2021-06-17T08:30:00Z',
    tables: without('hiddenSheet') ? [sheet] : [sheet, hidden], properties: without('property') ? {} : copyProperties(identity),
  };
}

/** A section's return, read. */
export function returned(ledger: LedgerSide, section: string, answers: Answers = {}, handling: Handling = {}): ReturnedSheet {
  return readReturned(copyFile(ledger, section, answers, handling));
}

/** A table alone, in a file of nobody's making. */
export function plainFile(name: string, cells: readonly (readonly RawCell[])[], more: Partial<RawFile> & { readonly merges?: readonly RawMerge[] } = {}): RawFile {
  const { merges = [], ...rest } = more;
  return { name, kind: 'xlsx', savedAt: '', properties: {}, tables: [{ name: 'Sheet1', visibility: 'visible', cells, merges }], ...rest };
}

/** The ledger after the edits were written. */
export function afterEdits(ledger: LedgerSide, edits: readonly { readonly id: string; readonly column: string; readonly new: string }[]): LedgerSide {
  return {
    ...ledger,
    tasks: ledger.tasks.map((task) => edits.filter(({ id }) => id === task.id).reduce<LedgerTask>((now, { column, new: text }) => (column === 'doneOn' ? { ...now, doneOn: text } : { ...now, cells: { ...now.cells, [column]: text } }), task)),
  };
}

/** The ledger's register of what was sent: nothing to every section of each task. */
export function sentEmpty(ledger: LedgerSide): readonly SentCell[] {
  return ledger.tasks.flatMap(({ id, sections }) => sections.flatMap((section) => (['progress', 'remark', 'doneOn'] as const).map((column) => ({ section, id, column, text: '' }))));
}
