// The sheet 报送历史 (B5): what each report said of each task, as a drawing and read back from one. Only grows; knows no Excel.
import { fillings } from '../core/summary';
import { lights } from '../core/light';
import type { PlainDate } from '../core/plainDate';
import { fromSerial, parsePlainDate } from '../core/plainDate';
import type { Problem, Result } from '../core/problem';
import type { PeriodReport, ReportedTask } from '../core/report';
import { readSectionReturns, writeSectionReturns } from '../core/sectionReturns';
import { statuses } from '../core/status';
import type { Box, CellContent, FormatAt, LookAt, SheetDrawing } from './drawing';
import { addressOf } from './drawing';
import type { HistoryColumn } from './historyTitles';
import { historyColumns, historyLabels, historyTitles } from './historyTitles';
import { bodyLook, headerLook, landscapeMargins, noteLook, titleLook } from './looks';
import type { ReadCell } from './settingsSheet';
import { footers, separator, sheetNames, tableNames, weekendRuleOf, weekendWords } from './titles';
import type { RowsAdded, SheetCells, TableAt } from './workbook';

/** A report as the history keeps it: which edition of its period it is, from 1 on, and when it was made. */
export interface KeptReport { readonly report: PeriodReport; readonly version: number; readonly madeAt: string }

const headRow = 2;
const width = historyColumns.length;
const dayColumns: ReadonlySet<HistoryColumn> = new Set<HistoryColumn>(['cutOff', 'judgedOn']);
const numberColumns: ReadonlySet<HistoryColumn> = new Set<HistoryColumn>(['version', 'daysLeft']);
const widths: Readonly<Partial<Record<HistoryColumn, number>>> = { supportUnits: 110, text: 200, progress: 200, title: 120, unit: 90, leadUnit: 80, remark: 70, cutOff: 70, judgedOn: 70, madeAt: 100 };
/** Higher than this a row of the history is not made: it is a record, not a page. */
const rowHeight = 32;

function cellsOf({ report, version, madeAt }: KeptReport, task: ReportedTask): readonly CellContent[] {
  const cells: Readonly<Record<HistoryColumn, CellContent>> = {
    period: report.period, version, cutOff: { day: report.cutOff }, judgedOn: { day: report.judgedOn }, weekendRule: weekendWords[report.weekendRule],
    title: report.title, unit: report.unit, office: report.office,
    id: task.id, indicator: task.indicator, leadUnit: task.leadUnit, supportUnits: task.supportUnits.join(separator), text: task.text,
    leaders: task.leaders.join(separator), sections: task.sections.join(separator), owners: task.owners.join(separator), due: task.due,
    progress: task.progress, remark: task.remark, doneOn: task.doneOn, status: task.status, daysLeft: task.daysLeft ?? null, filled: task.filled, light: task.light, returns: writeSectionReturns(task.returns ?? []), madeAt,
  };
  return historyColumns.map((column) => (cells[column] === '' ? null : cells[column]));
}

function formats(row: number, rows: number): readonly FormatAt[] {
  return historyColumns.map((column, index) => ({
    at: { row, column: index, rows, columns: 1 }, format: dayColumns.has(column) ? 'yyyy-mm-dd' : numberColumns.has(column) ? '0' : '@',
  }));
}

function looks(row: number, rows: number): readonly LookAt[] {
  return [{ at: { row, column: 0, rows, columns: width }, look: { ...bodyLook, wrap: false, vertical: 'top' } }];
}

/** Draws the sheet with its first report. */
export function drawHistory(kept: KeptReport): SheetDrawing {
  const rows = Math.max(kept.report.tasks.length, 1);
  const first = headRow + 1;
  return {
    name: sheetNames.history,
    tabColor: '#7F7F7F',
    formats: [{ at: { row: 0, column: 0, rows: first, columns: width }, format: '@' }, ...formats(first, rows)],
    blocks: [
      { row: 0, column: 0, cells: [[historyLabels.title]] }, { row: 1, column: 0, cells: [[historyLabels.note]] },
      { row: headRow, column: 0, cells: [historyColumns.map((column) => historyTitles[column]), ...kept.report.tasks.map((task) => cellsOf(kept, task))] },
    ],
    fills: [],
    looks: [
      { at: { row: 0, column: 0, rows: 1, columns: 1 }, look: { ...titleLook, horizontal: 'left' } }, { at: { row: 1, column: 0, rows: 1, columns: 1 }, look: noteLook },
      { at: { row: headRow, column: 0, rows: 1, columns: width }, look: headerLook }, ...looks(first, rows),
    ],
    rules: [],
    columns: historyColumns.map((column, index) => ({ column: index, width: widths[column] ?? 56 })),
    rows: [{ row: 0, rows: 1, height: 30 }, { row: 1, rows: 1, height: 20 }, { row: headRow, rows: 1, height: 24 }, { row: first, rows, height: rowHeight }],
    table: { name: tableNames.history, at: { row: headRow, column: 0, rows: rows + 1, columns: width }, style: 'TableStyleLight1', bandedRows: false },
    validations: [],
    frozen: { rows: first, columns: 0 },
    page: {
      orientation: 'landscape', margins: landscapeMargins, area: { row: 0, column: 0, rows: 1_048_576, columns: width },
      titleRows: { from: headRow, to: headRow }, footer: { left: '', center: footers.page, right: '' },
    },
  };
}

/** A further report, under the others. */
export function historyRowsAdded(kept: KeptReport, table: TableAt): RowsAdded {
  const row = table.row + table.rows;
  const rows = kept.report.tasks.length;
  return {
    sheet: sheetNames.history, table: tableNames.history, count: rows, width, row,
    formats: formats(row, rows), blocks: [{ row, column: 0, cells: kept.report.tasks.map((task) => cellsOf(kept, task)) }], fills: [],
    looks: looks(row, rows), validations: [], rows: [{ row, rows, height: rowHeight }],
  };
}

/** Whether a sheet is the history that this add-in makes (L10): its table has every title. */
export function isHistorySheet(cells: SheetCells): boolean {
  const table = cells.tables.find(({ name }) => name === tableNames.history);
  return table !== undefined && historyColumns.every((column) => placesOf(cells, table).has(column));
}

function placesOf(cells: SheetCells, table: TableAt): ReadonlyMap<HistoryColumn, number> {
  const head = cells.values[table.row] ?? [];
  const places = new Map<HistoryColumn, number>();
  for (const column of historyColumns) {
    const index = Array.from({ length: table.columns }, (_, at) => String(head[table.column + at] ?? '').trim()).indexOf(historyTitles[column]);
    if (index >= 0) places.set(column, table.column + index);
  }
  return places;
}

interface HistoryRow { readonly row: number; readonly at: (column: HistoryColumn) => ReadCell; readonly cell: (column: HistoryColumn) => Box }

/** Reads the reports back, every edition of each period, in the order of the sheet (B5). A cell that someone changed into what cannot be one is a problem with its place. */
export function readHistory(cells: SheetCells): Result<readonly KeptReport[]> {
  const table = cells.tables.find(({ name }) => name === tableNames.history);
  if (table === undefined) return { ok: true, value: [], problems: [] };
  const places = placesOf(cells, table);
  const missing = historyColumns.filter((column) => !places.has(column)).map((column) => historyTitles[column]);
  if (missing.length > 0) {
    return { ok: false, problems: [{ rule: 'B5', kind: 'historyColumnsMissing', level: 'error', at: { sheet: sheetNames.history }, values: { titles: missing.join(separator) } }] };
  }
  const problems: Problem[] = [];
  const reports = new Map<string, { kept: Omit<KeptReport, 'report'>; report: Omit<PeriodReport, 'tasks'>; tasks: ReportedTask[]; ids: Set<string> }>();
  for (let row = table.row + 1; row < table.row + table.rows; row += 1) {
    const line = cells.values[row] ?? [];
    const historyRow: HistoryRow = { row, at: (column) => line[places.get(column) ?? -1] ?? '', cell: (column) => ({ row, column: places.get(column) ?? 0, rows: 1, columns: 1 }) };
    if (historyColumns.every((column) => String(historyRow.at(column)).trim() === '')) continue;
    readRow(historyRow, reports, problems);
  }
  const value = [...reports.values()].map(({ kept, report, tasks }) => ({ ...kept, report: { ...report, tasks } }));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value, problems };
}

function readRow(row: HistoryRow, reports: Map<string, { kept: Omit<KeptReport, 'report'>; report: Omit<PeriodReport, 'tasks'>; tasks: ReportedTask[]; ids: Set<string> }>, problems: Problem[]): void {
  const text = (column: HistoryColumn): string => String(row.at(column));
  const wrong = (column: HistoryColumn): void => {
    const { row: at, column: place } = row.cell(column);
    problems.push({ rule: 'B5', kind: 'historyCellUnread', level: 'error', at: { sheet: sheetNames.history, cell: addressOf(at, place) }, values: { label: historyTitles[column], text: text(column) } });
  };
  const word = <Word extends string>(column: HistoryColumn, words: readonly Word[]): Word | undefined => {
    const found = words.find((each) => each === text(column).trim());
    if (found === undefined) wrong(column);
    return found;
  };
  const day = (column: HistoryColumn): PlainDate => {
    const value = row.at(column);
    const found = typeof value === 'number' ? fromSerial(value) : parsePlainDate(String(value).trim());
    if (found === undefined) wrong(column);
    return found ?? '2000-01-01';
  };
  const period = text('period').trim();
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) wrong('period');
  const version = Number(row.at('version'));
  if (!Number.isInteger(version) || version < 1) wrong('version');
  const madeAt = text('madeAt').trim();
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(madeAt)) wrong('madeAt');
  const left = row.at('daysLeft');
  if (left !== '' && !Number.isInteger(left)) wrong('daysLeft');
  const weekendRule = weekendRuleOf(text('weekendRule').trim());
  if (weekendRule === undefined) wrong('weekendRule');
  const names = (column: HistoryColumn): readonly string[] => text(column).split(separator).filter((name) => name !== '');
  const task: ReportedTask = {
    id: text('id').trim(), indicator: text('indicator'), leadUnit: text('leadUnit'), supportUnits: names('supportUnits'), text: text('text'),
    leaders: names('leaders'), sections: names('sections'), owners: names('owners'), due: text('due'), progress: text('progress'), remark: text('remark'), doneOn: text('doneOn'),
    status: word('status', statuses) ?? '时限待核', ...(typeof left === 'number' ? { daysLeft: left } : {}), filled: word('filled', fillings) ?? '未填报', light: word('light', lights) ?? '黄',
    ...(text('returns') === '' ? {} : { returns: readSectionReturns(text('returns')) }),
  };
  const key = `${period} ${String(version)}`;
  const report = { period, cutOff: day('cutOff'), judgedOn: day('judgedOn'), weekendRule: weekendRule ?? 'before', title: text('title'), unit: text('unit'), office: text('office') };
  const found = reports.get(key);
  if (found === undefined) reports.set(key, { kept: { version, madeAt }, report, tasks: [task], ids: new Set([task.id]) });
  else if (task.id !== '' && found.ids.has(task.id)) {
    const { row: at, column } = row.cell('id');
    problems.push({ rule: 'B5', kind: 'historyRepeated', level: 'error', at: { sheet: sheetNames.history, cell: addressOf(at, column) }, values: { period, version, id: task.id } });
  } else {
    found.tasks.push(task);
    found.ids.add(task.id);
  }
}

/** The last edition of each period: what counts as having been reported. With `asAt`, what counted then: editions made later do not change what an earlier report was held against (P3). */
export function lastEditions(kept: readonly KeptReport[], asAt?: string): readonly KeptReport[] {
  const last = new Map<string, KeptReport>();
  for (const each of kept) {
    if (asAt !== undefined && each.madeAt > asAt) continue;
    const known = last.get(each.report.period);
    if (known === undefined || known.version < each.version) last.set(each.report.period, each);
  }
  return [...last.values()].sort((one, other) => (one.report.period < other.report.period ? -1 : 1));
}
