// The workbook that one section fills in (R1, R2): its tasks, three open columns, the rest locked, and what it knows itself by. Knows no Excel and no file.
import type { CopyBase, CopyIdentity, FillableColumn } from '../core/returnedMarks';
import { copyKey, copyMarks, copyProperties, copySheetRows, fillableColumns } from '../core/returnedMarks';
import type { OfficialColumn } from '../core/task';
import { officialColumns } from '../core/task';
import type { PlainDate } from '../core/plainDate';
import { isPlainDate } from '../core/plainDate';
import type { Box, CellContent, Look, SheetDrawing, WorkbookDrawing } from './drawing';
import { addressOf } from './drawing';
import { copyFileName, copyLines, copyPrompts, copyRefusals, copySheetName, remarkChoices } from './exchangeTitles';
import { ownMark } from './ledgerRules';
import { doneFormat } from './ledgerSheet';
import { bodyLook, centeredBodyLook, headerLook, landscapeMargins, lineLook, noteLook, strongFills, titleLook } from './looks';
import { footers, ledgerTitles } from './titles';

/** A task as a section's copy shows it: the official cells as they are shown, what is this section's own, and what the others wrote. */
export interface CopyTask {
  readonly id: string;
  readonly cells: Readonly<Record<OfficialColumn, string>>;
  readonly own: Readonly<Record<FillableColumn, string>>;
  readonly others: string;
}

/** What a section's copy is made of. */
export interface Copy {
  readonly identity: CopyIdentity;
  /** 台账标题. */
  readonly title: string;
  /** The section that takes the returns together. */
  readonly office: string;
  readonly cutOff: PlainDate;
  readonly tasks: readonly CopyTask[];
}

const headRow = 5;
const firstRow = headRow + 1;

type CopyColumn = 'id' | OfficialColumn | 'doneOn' | 'others' | 'key';
const copyColumns: readonly CopyColumn[] = ['id', ...officialColumns, 'doneOn', 'others', 'key'];
const titleOf = (column: CopyColumn): string => (column === 'others' ? copyMarks.othersTitle : column === 'key' ? copyMarks.keyTitle : ledgerTitles[column]);
const placeOf = (column: CopyColumn): number => copyColumns.indexOf(column);
const widths: Readonly<Record<CopyColumn, number>> = {
  id: 34, indicator: 58, leadUnit: 62, supportUnits: 96, text: 186, leaders: 46, sections: 46, owners: 46, due: 64, progress: 210, remark: 84, doneOn: 70, others: 150, key: 60,
};
const centered: ReadonlySet<CopyColumn> = new Set<CopyColumn>(['id', 'indicator', 'leadUnit', 'leaders', 'sections', 'owners', 'due', 'doneOn']);
const lastPrinted = placeOf('others');

/** Cells that are to be filled in stand out from the locked ones. */
const openLook: Look = { ...bodyLook, fill: '#FFF9DB', horizontal: 'left', locked: false };

function isFillable(column: CopyColumn): column is FillableColumn {
  return (fillableColumns as readonly string[]).includes(column);
}

function contentOf(task: CopyTask, column: CopyColumn, identity: CopyIdentity): CellContent {
  if (column === 'id') return task.id;
  if (column === 'others') return task.others === '' ? null : task.others;
  if (column === 'key') return copyKey({ plan: identity.plan, period: identity.period, section: identity.section, id: task.id });
  const text = isFillable(column) ? task.own[column] : task.cells[column];
  if (column === 'doneOn' && isPlainDate(text)) return { day: text };
  return text === '' ? null : text;
}

function lookOf(column: CopyColumn): Look {
  if (isFillable(column)) return column === 'doneOn' ? { ...openLook, horizontal: 'center' } : openLook;
  return centered.has(column) ? centeredBodyLook : { ...bodyLook, horizontal: 'left' };
}

/** What the copy was sent with (R4): the texts of its open cells. */
export function baseOf({ tasks }: Copy): CopyBase {
  return new Map(tasks.map(({ id, own }) => [id, own]));
}

/** Draws a section's workbook. Its document properties and file name go with it. */
export function drawCopy(copy: Copy): { readonly drawing: WorkbookDrawing; readonly properties: Readonly<Record<string, string>>; readonly file: string } {
  const { identity } = copy;
  const file = copyFileName(identity.section, identity.period);
  return {
    file, properties: copyProperties(identity),
    drawing: { sheets: [fillInSheet(copy, file), markSheet(copy)], names: [], opensOn: copySheetName },
  };
}

function fillInSheet(copy: Copy, file: string): SheetDrawing {
  const { identity, tasks } = copy;
  const width = copyColumns.length;
  const rows = Math.max(tasks.length, 1);
  const over = (column: CopyColumn): Box => ({ row: firstRow, column: placeOf(column), rows, columns: 1 });
  const line = (row: number): Box => ({ row, column: 0, rows: 1, columns: lastPrinted + 1 });
  const cell = (column: CopyColumn): string => `$${addressOf(firstRow, placeOf(column))}`;
  return {
    name: copySheetName, tabColor: '#1F4E79',
    formats: [{ at: { row: 0, column: 0, rows: firstRow + rows, columns: width }, format: '@' }, { at: over('doneOn'), format: doneFormat }],
    blocks: [
      { row: 0, column: 0, cells: [[copyLines.title(copy.title, identity.section)], [copyLines.who(identity.section, identity.period)], [copyLines.when(copy.office, copy.cutOff, file)], [copyLines.what], [copyLines.joint]] },
      { row: headRow, column: 0, cells: [copyColumns.map(titleOf), ...tasks.map((task) => copyColumns.map((column) => contentOf(task, column, identity)))] },
    ],
    fills: [],
    merges: [0, 1, 2, 3, 4].map(line),
    looks: [
      { at: line(0), look: { ...titleLook, horizontal: 'center', wrap: true } }, { at: line(1), look: { ...lineLook, bold: true } }, { at: line(2), look: { ...lineLook, bold: true, color: strongFills.red.ink, wrap: true } },
      { at: line(3), look: { ...lineLook, wrap: true } }, { at: line(4), look: { ...noteLook, wrap: true } },
      { at: { row: headRow, column: 0, rows: 1, columns: width }, look: headerLook },
      ...copyColumns.map((column) => ({ at: over(column), look: lookOf(column) })),
    ],
    rules: [
      // An open task that says nothing yet stays coloured until it is filled in; alive in WPS too.
      { at: over('progress'), formula: `AND(${cell('id')}<>"",LEN(TRIM(${cell('progress')}))=0,${cell('doneOn')}="",${ownMark})`, look: { fill: strongFills.yellow.fill, color: strongFills.yellow.ink }, stop: false },
    ],
    columns: copyColumns.map((column, index) => ({ column: index, width: widths[column], ...(column === 'key' ? { hidden: true } : {}) })),
    rows: [
      { row: 0, rows: 1, height: 34 }, { row: 1, rows: 2, height: 20 }, { row: 3, rows: 2, height: 20 }, { row: headRow, rows: 1, height: 30 }, { row: firstRow, rows, height: 'auto' },
    ],
    validations: [
      { at: over('doneOn'), rule: { kind: 'dayFrom', from: '2000-01-01' }, prompt: copyPrompts.doneOn, refusal: { kind: 'stop', ...copyRefusals.doneOn } },
      { at: over('remark'), rule: { kind: 'list', source: remarkChoices }, prompt: copyPrompts.remark, refusal: { kind: 'none' } },
    ],
    protection: { sort: false, filter: true, formatRows: true, formatColumns: true },
    frozen: { rows: firstRow, columns: 1 },
    page: {
      orientation: 'landscape', margins: landscapeMargins, area: { row: 0, column: 0, rows: firstRow + rows, columns: lastPrinted + 1 },
      titleRows: { from: headRow, to: headRow }, footer: { left: '', center: footers.page, right: '' },
    },
  };
}

// What the copy knows itself by even where the key column was deleted, and what it was sent with.
function markSheet(copy: Copy): SheetDrawing {
  const rows = copySheetRows(copy.identity, baseOf(copy));
  const width = Math.max(...rows.map((row) => row.length));
  return {
    name: copyMarks.sheet, visibility: 'veryHidden',
    formats: [{ at: { row: 0, column: 0, rows: rows.length, columns: width }, format: '@' }],
    blocks: [{ row: 0, column: 0, cells: rows.map((row) => Array.from({ length: width }, (_, column) => (row[column] === undefined || row[column] === '' ? null : row[column]))) }],
    fills: [], looks: [], rules: [], columns: [], rows: [], validations: [], frozen: { rows: 0, columns: 0 },
    page: { orientation: 'portrait', margins: landscapeMargins, area: { row: 0, column: 0, rows: rows.length, columns: width }, footer: { left: '', center: footers.page, right: '' } },
  };
}

