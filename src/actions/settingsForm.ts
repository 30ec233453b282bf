// The form over the sheet 设置: what stands there as texts, and what a person typed read back, each field with its refusal (L9, P1, P2). Pure; knows no Excel.
import type { PlanSettings } from '../core/plan';
import type { PlainDate } from '../core/plainDate';
import { dayParts, fromSerial, parsePlainDate } from '../core/plainDate';
import { foldWidth } from '../core/normalizeText';
import type { Roster } from '../core/roster';
import { sectionNamed } from '../core/roster';
import type { ReadCell } from '../sheets/settingsSheet';
import { settingCell } from '../sheets/settingsSheet';
import { sheetNames, weekendRuleOf, weekendWords } from '../sheets/titles';
import type { LedgerState } from './lookAtWorkbook';
import type { YearDate } from './yearDates';
import { yearDates } from './yearDates';

/** Settings that people change, in the order of the sheet. */
export const settingFields = ['title', 'unit', 'year', 'issuedOn', 'office', 'firstCutOff', 'everyMonths', 'weekendRule', 'warningDays', 'asOf'] as const;
export type SettingField = (typeof settingFields)[number];

/** What stands in the fields: days as 2021-06-18, the weekend rule by its word. */
export type SettingTexts = Readonly<Record<SettingField, string>>;

/** Why a field cannot be saved as it is. */
export type FieldRefusal =
  | { readonly kind: 'empty' | 'notADay' | 'notAChoice' }
  | { readonly kind: 'notWhole'; readonly from: number; readonly to: number }
  | { readonly kind: 'otherYear'; readonly year: number };

export interface SettingsForm {
  /** Absent as long as a field is refused. */
  readonly settings: PlanSettings | undefined;
  readonly refusals: Readonly<Partial<Record<SettingField, FieldRefusal>>>;
  /** The year's reports, as soon as what they hang on can be read. */
  readonly dates: readonly YearDate[] | undefined;
  /** Whether the roster has the office that takes the reports together. */
  readonly isOfficeKnown: boolean;
}

const days: ReadonlySet<SettingField> = new Set<SettingField>(['issuedOn', 'firstCutOff', 'asOf']);

/** What the sheet 设置 says, field by field; what cannot be read stays the text that it is. Undefined where there is no such sheet. */
export function settingTexts(state: LedgerState): SettingTexts | undefined {
  const cells = state.reading.cells.get(sheetNames.settings)?.values;
  if (cells === undefined) return undefined;
  const textOf = (field: SettingField): string => shownText(field, settingCell(cells, field)?.value ?? '');
  return {
    title: textOf('title'), unit: textOf('unit'), year: textOf('year'), issuedOn: textOf('issuedOn'), office: textOf('office'),
    firstCutOff: textOf('firstCutOff'), everyMonths: textOf('everyMonths'), weekendRule: textOf('weekendRule'), warningDays: textOf('warningDays'), asOf: textOf('asOf'),
  };
}

function shownText(field: SettingField, value: ReadCell): string {
  const day = days.has(field) && typeof value === 'number' ? fromSerial(value) : undefined;
  return day ?? String(value).trim();
}

/** Words of the weekend rules, in the order in which they are offered (P2). */
export const weekendChoices: readonly string[] = Object.values(weekendWords);

/** Reads what a person typed. A day counts where it is of the years 1990 to 2199, as in a ledger (S3). */
export function readSettingTexts(texts: SettingTexts, roster: Roster | undefined): SettingsForm {
  const refusals: Partial<Record<SettingField, FieldRefusal>> = {};
  const wordsOf = (field: SettingField): string => {
    const text = texts[field].replace(/\s*[\r\n]+\s*/g, '').trim();
    if (text === '') refusals[field] = { kind: 'empty' };
    return text;
  };
  const dayOf = (field: SettingField): PlainDate | undefined => {
    const day = readDay(texts[field]);
    if (day === undefined) refusals[field] = { kind: texts[field].trim() === '' ? 'empty' : 'notADay' };
    return day;
  };
  const wholeOf = (field: SettingField, from: number, to: number): number | undefined => {
    const whole = readWhole(texts[field], from, to);
    if (whole === undefined) refusals[field] = { kind: 'notWhole', from, to };
    return whole;
  };
  const [title, unit, year, issuedOn, office] = [wordsOf('title'), wordsOf('unit'), wholeOf('year', 1990, 2199), dayOf('issuedOn'), wordsOf('office')];
  const [firstCutOff, everyMonths, weekendRule] = [dayOf('firstCutOff'), wholeOf('everyMonths', 1, 12), weekendRuleOf(texts.weekendRule)];
  if (weekendRule === undefined) refusals.weekendRule = { kind: 'notAChoice' };
  if (firstCutOff !== undefined && year !== undefined && dayParts(firstCutOff).year !== year) refusals.firstCutOff = { kind: 'otherYear', year };
  const warningDays = wholeOf('warningDays', 0, 366);
  const asOf = texts.asOf.trim() === '' ? '' : dayOf('asOf');
  const isOfficeKnown = roster === undefined || office === '' || sectionNamed(roster, office) !== undefined;
  if (year === undefined || firstCutOff === undefined || everyMonths === undefined || weekendRule === undefined || refusals.firstCutOff !== undefined) {
    return { settings: undefined, refusals, dates: undefined, isOfficeKnown };
  }
  const calendar = { firstCutOff, everyMonths, weekendRule };
  const dates = yearDates(calendar, year);
  if (issuedOn === undefined || warningDays === undefined || asOf === undefined || Object.keys(refusals).length > 0) return { settings: undefined, refusals, dates, isOfficeKnown };
  return { settings: { title, unit, year, issuedOn, office, calendar, warningDays, asOf }, refusals, dates, isOfficeKnown };
}

/** A whole number within bounds, in any width of digits; undefined for anything else. */
export function readWhole(text: string, from: number, to: number): number | undefined {
  const plain = foldWidth(text).trim();
  const number = /^\d{1,4}$/.test(plain) ? Number(plain) : NaN;
  return number >= from && number <= to ? number : undefined;
}

/** A day of the years 1990 to 2199, written as 2021-06-18; undefined for anything else. */
export function readDay(text: string): PlainDate | undefined {
  const day = parsePlainDate(text.trim());
  if (day === undefined) return undefined;
  const { year } = dayParts(day);
  return year >= 1990 && year <= 2199 ? day : undefined;
}
