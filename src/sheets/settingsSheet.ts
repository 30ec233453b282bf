// The sheet 设置: the plan's settings and the year's reporting dates, as a drawing and read back from one (L9, P1–P3). Knows no Excel.
import type { PlanSettings } from '../core/plan';
import type { PlainDate } from '../core/plainDate';
import { fromSerial, parsePlainDate } from '../core/plainDate';
import type { Problem, Result } from '../core/problem';
import type { Block, CellContent, FormatAt, NameDrawing, SheetDrawing, ValidationDrawing } from './drawing';
import { addressOf, cellBox } from './drawing';
import { bodyLook, centeredBodyLook, fillInLook, headerLook, landscapeMargins, noteLook, titleLook } from './looks';
import { calendarHeads, footers, labels, nameComments, names, prompts, refusals, settingRows, settingsHeads, sheetNames, weekendRuleOf, weekendWords } from './titles';
import type { SettingKey } from './titles';

/** Which shape of the ledger this add-in writes; grows when the shape changes (X5). */
export const formatVersion = 2;

const headRow = 2;
const firstRow = headRow + 1;
const valueColumn = 1;
/** 0-based column of the sheet in which the settings' contents stand. */
export const settingValueColumn = valueColumn;
const calendarColumn = 4;
/** Twelve is every month. */
const calendarRows = 12;

const dayFormat = 'yyyy"年"m"月"d"日"';

/** Row of a setting on the sheet, 0-based. */
export function settingRow(key: SettingKey): number {
  return firstRow + settingRows.findIndex((row) => row.key === key);
}

function absolute(row: number, column: number): string {
  return addressOf(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}

/** Absolute reference to a setting's cell, with its sheet. */
export function settingReference(key: SettingKey): string {
  return `${sheetNames.settings}!${absolute(settingRow(key), valueColumn)}`;
}

/** What the settings' cells hold, by key. */
export function settingContents(settings: PlanSettings): Readonly<Record<SettingKey, CellContent>> {
  return {
    title: settings.title,
    unit: settings.unit,
    year: settings.year,
    issuedOn: { day: settings.issuedOn },
    office: settings.office,
    firstCutOff: { day: settings.calendar.firstCutOff },
    everyMonths: settings.calendar.everyMonths,
    weekendRule: weekendWords[settings.calendar.weekendRule],
    warningDays: settings.warningDays,
    asOf: settings.asOf === '' ? null : { day: settings.asOf },
    version: formatVersion,
    judgedOn: { formula: `=${names.asOf}` },
  };
}

function calendarFormulas(index: number): CellContent[] {
  const row = firstRow + index;
  const nominal = addressOf(row, calendarColumn + 1);
  const first = absolute(settingRow('firstCutOff'), valueColumn);
  const every = absolute(settingRow('everyMonths'), valueColumn);
  const year = absolute(settingRow('year'), valueColumn);
  const rule = absolute(settingRow('weekendRule'), valueColumn);
  const day = `EDATE(${first},${every}*${String(index)})`;
  return [
    { formula: `=IF(${nominal}="","",TEXT(${nominal},"yyyy-mm"))` },
    { formula: `=IF(AND(ISNUMBER(${first}),ISNUMBER(${every}),ISNUMBER(${year})),IF(AND(${every}>=1,${day}<=DATE(${year},12,31)),${day},""),"")` },
    {
      formula:
        `=IF(${nominal}="","",${nominal}+IF(${rule}="${weekendWords.before}",-MAX(0,WEEKDAY(${nominal},2)-5),` +
        `IF(AND(${rule}="${weekendWords.after}",WEEKDAY(${nominal},2)>5),8-WEEKDAY(${nominal},2),0)))`,
    },
  ];
}

/** Number format of a setting's cell. */
export function settingFormat(key: SettingKey): string {
  switch (key) {
    case 'issuedOn': case 'firstCutOff': case 'asOf': case 'judgedOn': return dayFormat;
    case 'year': case 'everyMonths': case 'warningDays': case 'version': return '0';
    case 'title': case 'unit': case 'office': case 'weekendRule': return '@';
  }
}

function settingValidations(): ValidationDrawing[] {
  const at = (key: SettingKey): ValidationDrawing['at'] => cellBox(settingRow(key), valueColumn);
  return [
    { at: at('weekendRule'), rule: { kind: 'list', source: Object.values(weekendWords) }, prompt: prompts.weekendRule, refusal: { kind: 'stop', ...refusals.weekendRule } },
    { at: at('asOf'), rule: { kind: 'dayFrom', from: '2000-01-01' }, prompt: prompts.asOf, refusal: { kind: 'stop', ...refusals.asOf } },
    { at: at('everyMonths'), rule: { kind: 'wholeNumber', min: 1, max: 12 }, prompt: prompts.number, refusal: { kind: 'stop', ...refusals.months } },
    { at: at('warningDays'), rule: { kind: 'wholeNumber', min: 0, max: 366 }, prompt: prompts.number, refusal: { kind: 'stop', ...refusals.days } },
  ];
}

/** Draws the sheet 设置. */
export function drawSettings(settings: PlanSettings): SheetDrawing {
  const contents = settingContents(settings);
  const rows: CellContent[][] = settingRows.map((row) => [row.label, contents[row.key], row.note]);
  const calendar = Array.from({ length: calendarRows }, (_, index) => calendarFormulas(index));
  const blocks: Block[] = [
    { row: 0, column: 0, cells: [[labels.settingsTitle]] },
    { row: 1, column: 0, cells: [[labels.settingsNote]] },
    { row: headRow, column: 0, cells: [[...settingsHeads], ...rows] },
    { row: headRow, column: calendarColumn, cells: [[...calendarHeads], ...calendar] },
  ];
  const formats: FormatAt[] = [
    { at: { row: 0, column: 0, rows: firstRow, columns: 3 }, format: '@' },
    { at: { row: headRow, column: calendarColumn, rows: 1, columns: 3 }, format: '@' },
    { at: { row: firstRow, column: 0, rows: rows.length, columns: 1 }, format: '@' },
    { at: { row: firstRow, column: valueColumn, rows: rows.length, columns: 1 }, format: settingRows.map((row) => [settingFormat(row.key)]) },
    { at: { row: firstRow, column: 2, rows: rows.length, columns: 1 }, format: '@' },
    { at: { row: firstRow, column: calendarColumn + 1, rows: calendarRows, columns: 2 }, format: dayFormat },
  ];
  const bottom = firstRow + Math.max(rows.length, calendarRows);
  return {
    name: sheetNames.settings,
    tabColor: '#7F7F7F',
    formats,
    blocks,
    looks: [
      { at: { row: 0, column: 0, rows: 1, columns: 7 }, look: titleLook },
      { at: { row: 1, column: 0, rows: 1, columns: 7 }, look: noteLook },
      { at: { row: headRow, column: 0, rows: 1, columns: 3 }, look: headerLook },
      { at: { row: headRow, column: calendarColumn, rows: 1, columns: 3 }, look: headerLook },
      { at: { row: firstRow, column: 0, rows: rows.length, columns: 1 }, look: { ...bodyLook, bold: true } },
      { at: { row: firstRow, column: valueColumn, rows: rows.length, columns: 1 }, look: fillInLook },
      { at: { row: firstRow, column: 2, rows: rows.length, columns: 1 }, look: bodyLook },
      { at: { row: firstRow, column: calendarColumn, rows: calendarRows, columns: 3 }, look: centeredBodyLook },
    ],
    fills: [],
    rules: [],
    columns: [
      { column: 0, width: 96 }, { column: 1, width: 250 }, { column: 2, width: 290 }, { column: 3, width: 18 },
      { column: 4, width: 66 }, { column: 5, width: 102 }, { column: 6, width: 102 },
    ],
    rows: [
      { row: 0, rows: 1, height: 30 }, { row: 1, rows: 1, height: 20 }, { row: headRow, rows: 1, height: 24 },
      { row: firstRow, rows: bottom - firstRow, height: 24 },
      { row: settingRow('title'), rows: 1, height: 'auto' },
    ],
    validations: settingValidations(),
    frozen: { rows: firstRow, columns: 0 },
    page: {
      orientation: 'landscape', margins: landscapeMargins, area: { row: 0, column: 0, rows: bottom, columns: 7 },
      footer: { left: '', center: footers.page, right: '' },
    },
  };
}

/** The named items of the settings, and those that follow from them: 基准日, 当前报送期, 当前截止日. */
export function settingsNames(): NameDrawing[] {
  const periods = `=${sheetNames.settings}!${absolute(firstRow, calendarColumn)}:${absolute(firstRow + calendarRows - 1, calendarColumn)}`;
  const cutOffs = `=${sheetNames.settings}!${absolute(firstRow, calendarColumn + 2)}:${absolute(firstRow + calendarRows - 1, calendarColumn + 2)}`;
  const place = `MIN(COUNTIF(${names.cutOffs},"<"&${names.asOf})+1,COUNT(${names.cutOffs}))`;
  const current = (list: string): string => `=IF(COUNT(${names.cutOffs})=0,"",INDEX(${list},${place}))`;
  return [
    ...settingRows.map((row) => ({ name: row.name, formula: `=${settingReference(row.key)}`, comment: nameComments.setting })),
    { name: names.asOf, formula: `=IF(ISNUMBER(${settingReference('asOf')}),INT(${settingReference('asOf')}),TODAY())`, comment: nameComments.asOf },
    { name: names.periods, formula: periods, comment: nameComments.periods },
    { name: names.cutOffs, formula: cutOffs, comment: nameComments.cutOffs },
    { name: names.cutOffPassed, formula: `=COUNTIF(${names.cutOffs},"<"&${names.asOf})>0`, comment: nameComments.cutOffPassed },
    lastReportedName(''),
    { name: names.period, formula: current(names.periods), comment: nameComments.period },
    { name: names.cutOff, formula: current(names.cutOffs), comment: nameComments.cutOff },
  ];
}

/** The name that tells the ledger's formulas which period was reported last (F2); empty when none was. */
export function lastReportedName(period: string): NameDrawing {
  return { name: names.lastReported, formula: `="${period}"`, comment: nameComments.lastReported };
}

/** The period that was reported last, from the workbook's names; empty when none was. */
export function readLastReported(present: readonly { readonly name: string; readonly formula: string }[]): string {
  return /^="(\d{4}-\d{2})"$/.exec(present.find(({ name }) => name === names.lastReported)?.formula ?? '')?.[1] ?? '';
}

/** What a cell gives when it is read: text, a number (dates are serial numbers), or true and false; '' is empty. */
export type ReadCell = string | number | boolean;

/** The sheet 设置 as read: settings with their rows, and the format version that it was written in. */
export interface SettingsReading {
  readonly settings: PlanSettings;
  readonly version: number;
  /** The day by which the sheets' own formulas judge: 基准日, or the day that the workbook takes for today. */
  readonly judgedOn: PlainDate | undefined;
}

/** Whether a sheet's cells look like the sheet 设置 that this add-in makes (L10). */
export function isSettingsSheet(cells: readonly (readonly ReadCell[])[]): boolean {
  return settingsHeads.every((head, column) => cells[headRow]?.[column] === head) && cells.some((row) => row[0] === settingRows[settingRows.length - 1]?.label);
}

/** The cell of a setting in what was read, found by its label: people may have moved the rows. */
export function settingCell(cells: readonly (readonly ReadCell[])[], key: SettingKey): { readonly row: number; readonly value: ReadCell } | undefined {
  const label = settingRows.find((row) => row.key === key)?.label;
  const row = cells.findIndex((cell, index) => index > headRow && cell[0] === label);
  return row < 0 ? undefined : { row, value: cells[row]?.[valueColumn] ?? '' };
}

function readDay(value: ReadCell): PlainDate | undefined {
  if (typeof value === 'number') return fromSerial(value);
  return typeof value === 'string' ? parsePlainDate(value.trim()) : undefined;
}

/** Reads the sheet 设置 (L9). Problems name the cell that cannot be read. */
export function readSettings(cells: readonly (readonly ReadCell[])[]): Result<SettingsReading> {
  const problems: Problem[] = [];
  const wrong = (key: SettingKey, kind: string, value: ReadCell): void => {
    const row = settingCell(cells, key)?.row ?? settingRow(key);
    const label = settingRows.find((each) => each.key === key)?.label ?? key;
    problems.push({ rule: 'L9', kind, level: 'error', at: { sheet: sheetNames.settings, cell: addressOf(row, valueColumn) }, values: { label, text: String(value) } });
  };
  const textOf = (key: SettingKey): string => String(settingCell(cells, key)?.value ?? '').trim();
  const numberOf = (key: SettingKey, min: number, max: number): number => {
    const value = settingCell(cells, key)?.value ?? '';
    const number = typeof value === 'number' ? value : Number(String(value).trim() || NaN);
    if (Number.isInteger(number) && number >= min && number <= max) return number;
    wrong(key, 'settingNotANumber', value);
    return min;
  };
  const dayOf = (key: SettingKey): PlainDate => {
    const value = settingCell(cells, key)?.value ?? '';
    const day = readDay(value);
    if (day === undefined) wrong(key, 'settingNotADay', value);
    return day ?? '2000-01-01';
  };
  const weekendWord = textOf('weekendRule');
  const weekendRule = weekendRuleOf(weekendWord);
  if (weekendRule === undefined) wrong('weekendRule', 'settingNotAChoice', weekendWord);
  const asOf = settingCell(cells, 'asOf')?.value ?? '';
  const settings: PlanSettings = {
    title: textOf('title'),
    unit: textOf('unit'),
    year: numberOf('year', 1900, 9999),
    issuedOn: dayOf('issuedOn'),
    office: textOf('office'),
    calendar: { firstCutOff: dayOf('firstCutOff'), everyMonths: numberOf('everyMonths', 1, 12), weekendRule: weekendRule ?? 'before' },
    warningDays: numberOf('warningDays', 0, 366),
    asOf: asOf === '' ? '' : dayOf('asOf'),
  };
  const version = numberOf('version', 1, 9999);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { settings, version, judgedOn: readDay(settingCell(cells, 'judgedOn')?.value ?? '') }, problems };
}
