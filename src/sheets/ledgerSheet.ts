// The sheet 任务台账: the structured ledger as a drawing, and read back from one (L1–L5, L8). Knows no Excel.
import { dueFormat, showDue } from '../core/deadline';
import type { Plan } from '../core/plan';
import type { HelperColumn, LedgerColumn, Task } from '../core/task';
import { helperColumns, ledgerColumns } from '../core/task';
import type { Block, Box, CellContent, FillAt, FormatAt, Look, LookAt, SheetDrawing, ValidationDrawing } from './drawing';
import { addressOf } from './drawing';
import { ledgerRules } from './ledgerRules';
import { bodyLook, centeredBodyLook, fillInLook, headerLook, landscapeMargins, strongFills, lineLook, noteLook, titleLook } from './looks';
import { formulaColumns, statusFormulas } from './statusFormulas';
import { footers, helperTitles, labels, ledgerTitles, legend, names, prompts, refusals, separator, sheetNames, tableNames } from './titles';

/** 0-based row of the table's header. */
export const ledgerHeadRow = 3;
const firstRow = ledgerHeadRow + 1;
/** 0-based place of a column on the sheet as drawn: the ledger's own, then the hidden ones. */
export const ledgerColumnAt: ColumnPlaces = Object.fromEntries([...ledgerColumns, ...helperColumns].map((key, index) => [key, index])) as Record<LedgerColumn | HelperColumn, number>;
const width = ledgerColumns.length + helperColumns.length;
/** The last column that is printed: the ten official ones, the status and what was filled in (L8), so that on paper too a word stands for each colour (C2). */
const lastPrinted = ledgerColumnAt.filled;
const wholeColumn = 1_048_576;
/** Width of a column that a matrix brought and nobody here knows, in points. */
const otherWidth = 96;

/** Widths in points; together one A4 page wide at about seven tenths of the size. */
const widths: Readonly<Record<LedgerColumn, number>> = {
  id: 34, indicator: 62, leadUnit: 66, supportUnits: 112, text: 212, leaders: 47, sections: 47, owners: 47, due: 66,
  progress: 160, remark: 56, doneOn: 66, status: 56, daysLeft: 38, filled: 47, checked: 130,
};

const centered: ReadonlySet<LedgerColumn> = new Set<LedgerColumn>(['id', 'indicator', 'leadUnit', 'leaders', 'sections', 'owners', 'due', 'doneOn', 'status', 'daysLeft', 'filled']);
/** Columns that hold text whatever is typed into them. */
const textColumns: ReadonlySet<LedgerColumn> = new Set<LedgerColumn>(['id', 'indicator', 'leadUnit', 'supportUnits', 'text', 'leaders', 'sections', 'owners', 'progress', 'remark']);
/** Number format of 办结日期. */
export const doneFormat = 'yyyy-mm-dd';

function emptyAsNothing(text: string): string | null {
  return text === '' ? null : text;
}

/** What a cell of a task holds: names joined by 、, the deadline as a true date where it is one (L4, L5). */
export function ledgerCell(task: Task, column: LedgerColumn): CellContent {
  switch (column) {
    case 'id': return task.id;
    case 'indicator': return emptyAsNothing(task.indicator);
    case 'leadUnit': return emptyAsNothing(task.leadUnit);
    case 'supportUnits': return emptyAsNothing(task.supportUnits.join(separator));
    case 'text': return emptyAsNothing(task.text);
    case 'leaders': return emptyAsNothing(task.leaders.join(separator));
    case 'sections': return emptyAsNothing(task.sections.join(separator));
    case 'owners': return emptyAsNothing(task.owners.join(separator));
    case 'due': return task.due.kind === 'date' ? { day: task.due.on } : emptyAsNothing(showDue(task.due));
    case 'progress': return emptyAsNothing(task.progress);
    case 'remark': return emptyAsNothing(task.remark);
    case 'doneOn': return task.doneOn === '' ? emptyAsNothing(task.doneOnText ?? '') : { day: task.doneOn };
    case 'status': case 'daysLeft': case 'filled': case 'checked': return null;
  }
}

/** Number format of a task's cell: dates are shown as precisely as the plan gave them (L5). */
export function ledgerFormat(task: Task, column: LedgerColumn): string {
  if (textColumns.has(column)) return '@';
  switch (column) {
    case 'due': return dueFormat(task.due);
    case 'doneOn': return doneFormat;
    default: return 'General';
  }
}

/** Where the ledger's columns stand on a sheet, 0-based: people may have moved them. */
export type ColumnPlaces = Readonly<Record<LedgerColumn | HelperColumn, number>>;

/** Formats of the table's rows from `row` on. Status columns are General: formulas will stand there. */
export function ledgerFormats(tasks: readonly Task[], row: number, places: ColumnPlaces = ledgerColumnAt): readonly FormatAt[] {
  return ledgerColumns.map((column): FormatAt => {
    const at = { row, column: places[column], rows: Math.max(tasks.length, 1), columns: 1 };
    if (column === 'due' && tasks.length > 0) return { at, format: tasks.map((task) => [ledgerFormat(task, 'due')]) };
    return { at, format: column === 'due' ? dueFormat(undefined) : textColumns.has(column) ? '@' : column === 'doneOn' ? doneFormat : 'General' };
  });
}

/** Formats of whole columns, so that a row typed under the table is read like those in it: 6.10 stays a number of a task. */
function columnFormats(): readonly FormatAt[] {
  return ledgerColumns.filter((column) => textColumns.has(column)).map((column) => ({ at: { row: 0, column: ledgerColumnAt[column], rows: wholeColumn, columns: 1 }, format: '@' }));
}

function lookOf(column: LedgerColumn): Look {
  if (column === 'progress' || column === 'remark') return fillInLook;
  if (column === 'doneOn') return { ...fillInLook, horizontal: 'center' };
  return centered.has(column) ? centeredBodyLook : { ...bodyLook, horizontal: 'left' };
}

/** Looks of the table's rows from `row` on. */
export function ledgerLooks(count: number, row: number, places: ColumnPlaces = ledgerColumnAt): readonly LookAt[] {
  return ledgerColumns.map((column) => ({ at: { row, column: places[column], rows: Math.max(count, 1), columns: 1 }, look: lookOf(column) }));
}

/** Drop-downs and date checks of the table's rows from `row` on. Lists help and refuse nothing: a cell may hold several names (L4). */
export function ledgerValidations(count: number, row: number, places: ColumnPlaces = ledgerColumnAt): readonly ValidationDrawing[] {
  const at = (column: LedgerColumn): Box => ({ row, column: places[column], rows: Math.max(count, 1), columns: 1 });
  return [
    { at: at('leaders'), rule: { kind: 'list', source: `=${names.leaders}` }, prompt: prompts.leaders, refusal: { kind: 'none' } },
    { at: at('sections'), rule: { kind: 'list', source: `=${names.sections}` }, prompt: prompts.sections, refusal: { kind: 'none' } },
    { at: at('owners'), rule: { kind: 'list', source: `=${names.people}` }, prompt: prompts.owners, refusal: { kind: 'none' } },
    { at: at('due'), rule: { kind: 'dayFrom', from: firstDay }, prompt: prompts.due, refusal: { kind: 'warning', ...refusals.due } },
    { at: at('doneOn'), rule: { kind: 'dayFrom', from: firstDay }, prompt: prompts.doneOn, refusal: { kind: 'stop', ...refusals.doneOn } },
  ];
}

/** The formulas of the table's rows from `row` on (S8). */
export function ledgerFills(count: number, row: number, places: ColumnPlaces = ledgerColumnAt): readonly FillAt[] {
  const formulas = statusFormulas((column) => `$${addressOf(row, places[column])}`);
  return formulaColumns.map((column) => ({ at: { row, column: places[column], rows: Math.max(count, 1), columns: 1 }, formula: formulas[column] }));
}

/** Any earlier day in a date cell is a slip of the keyboard. */
const firstDay = '2000-01-01';

/** Cells of the table's rows for tasks, in the order of the drawn columns. */
export function ledgerRows(tasks: readonly Task[]): readonly (readonly CellContent[])[] {
  return tasks.map((task) => ledgerColumns.map((column) => ledgerCell(task, column)));
}

/** The same cells column by column, for a table whose columns people have moved or added to. */
export function ledgerColumnBlocks(tasks: readonly Task[], row: number, places: ColumnPlaces): readonly Block[] {
  return ledgerColumns.map((column) => ({ row, column: places[column], cells: tasks.map((task) => [ledgerCell(task, column)]) }));
}

const asOfLine =
  `="${labels.asOfLine}"&TEXT(${names.asOf},"${labels.dayPattern}")&IF(ISNUMBER(设置_基准日),"","${labels.asOfToday}")` +
  `&"${labels.periodLine}"&${names.period}&"${labels.cutOffLine}"&TEXT(${names.cutOff},"${labels.dayPattern}")`;

/** Where each part of the legend stands: first column and number of columns. */
const legendPlaces: readonly { readonly column: number; readonly columns: number }[] = [
  { column: ledgerColumnAt.indicator, columns: 2 },
  { column: ledgerColumnAt.supportUnits, columns: 2 },
  { column: ledgerColumnAt.leaders, columns: 4 },
];

/** Draws the sheet 任务台账 for a plan (L1–L5, L8). The columns of status are in place and empty. */
export function drawLedger(plan: Plan): SheetDrawing {
  const count = Math.max(plan.tasks.length, 1);
  const others = plan.otherColumns ?? [];
  const whole = width + others.length;
  const otherBox = { row: firstRow, column: width, rows: count, columns: others.length };
  const head = [...ledgerColumns.map((column) => ledgerTitles[column]), ...helperColumns.map((column) => helperTitles[column]), ...others.map(({ title }) => title)];
  const printed = lastPrinted + 1;
  return {
    name: sheetNames.ledger,
    tabColor: '#1F4E79',
    formats: [
      ...columnFormats(),
      { at: { row: 0, column: 0, rows: 2, columns: width }, format: 'General' },
      { at: { row: 2, column: 0, rows: 2, columns: whole }, format: '@' },
      ...ledgerFormats(plan.tasks, firstRow),
      ...(others.length === 0 ? [] : [{ at: otherBox, format: '@' }]),
    ],
    blocks: [
      { row: 0, column: 0, cells: [[{ formula: '=设置_台账标题' }]] },
      { row: 1, column: 0, cells: [[{ formula: asOfLine }]] },
      { row: 2, column: 0, cells: [[labels.legend]] },
      ...legend.map((entry, index) => ({ row: 2, column: legendPlaces[index]?.column ?? 0, cells: [[entry.text]] })),
      { row: ledgerHeadRow, column: 0, cells: [head] },
      { row: firstRow, column: 0, cells: ledgerRows(plan.tasks) },
      ...(others.length === 0 ? [] : [{ row: firstRow, column: width, cells: plan.tasks.map(({ id }) => others.map(({ texts }) => emptyAsNothing(texts.get(id) ?? ''))) }]),
    ],
    looks: [
      { at: { row: 0, column: 0, rows: 1, columns: printed }, look: titleLook },
      { at: { row: 1, column: 0, rows: 1, columns: printed }, look: lineLook },
      { at: { row: 2, column: 0, rows: 1, columns: 1 }, look: noteLook },
      ...legend.map((entry, index): LookAt => ({
        at: { row: 2, column: legendPlaces[index]?.column ?? 0, rows: 1, columns: legendPlaces[index]?.columns ?? 1 },
        look: { ...noteLook, horizontal: 'acrossSelection', color: strongFills[entry.light].ink, fill: strongFills[entry.light].fill },
      })),
      { at: { row: ledgerHeadRow, column: 0, rows: 1, columns: whole }, look: headerLook },
      ...ledgerLooks(plan.tasks.length, firstRow),
      ...(others.length === 0 ? [] : [{ at: otherBox, look: { ...bodyLook, horizontal: 'left' as const } }]),
    ],
    columns: [
      ...ledgerColumns.map((column) => ({ column: ledgerColumnAt[column], width: widths[column] })),
      ...helperColumns.map((column) => ({ column: ledgerColumnAt[column], width: 48, hidden: true })),
      ...others.map((_, index) => ({ column: width + index, width: otherWidth })),
    ],
    fills: ledgerFills(plan.tasks.length, firstRow),
    rules: ledgerRules(plan.tasks.length, firstRow, ledgerColumnAt),
    rows: [
      { row: 0, rows: 1, height: 34 }, { row: 1, rows: 1, height: 20 }, { row: 2, rows: 1, height: 20 }, // High enough that the filter buttons stand under the titles.
      { row: ledgerHeadRow, rows: 1, height: 44 },
      { row: firstRow, rows: count, height: 'auto' },
    ],
    table: { name: tableNames.ledger, at: { row: ledgerHeadRow, column: 0, rows: count + 1, columns: whole }, style: 'TableStyleLight1', bandedRows: false },
    validations: ledgerValidations(plan.tasks.length, firstRow),
    frozen: { rows: firstRow, columns: 1 },
    page: {
      orientation: 'landscape', margins: landscapeMargins, area: { row: 0, column: 0, rows: wholeColumn, columns: printed },
      titleRows: { from: ledgerHeadRow, to: ledgerHeadRow }, footer: { left: '', center: footers.page, right: '' },
    },
  };
}
