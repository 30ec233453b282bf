// The form of a new year: what follows from the old one until a person says otherwise, and what was typed read back, each field with its refusal (P1, L7). Pure; knows no Excel.
import type { PlanSettings } from '../core/plan';
import type { PlainDate } from '../core/plainDate';
import { addMonths, dayParts } from '../core/plainDate';
import type { NewYearWish } from './newYear';
import type { FieldRefusal } from './settingsForm';
import { readDay, readWhole } from './settingsForm';
import type { YearDate } from './yearDates';
import { yearDates } from './yearDates';

export const newYearFields = ['year', 'title', 'issuedOn', 'firstCutOff'] as const;
export type NewYearField = (typeof newYearFields)[number];
export type NewYearTexts = Readonly<Record<NewYearField, string>>;

/** Why a field cannot be used as it is. */
export type NewYearRefusal = FieldRefusal | { readonly kind: 'notLater'; readonly old: number };

export interface NewYearForm {
  /** Absent as long as a field is refused. */
  readonly wish: Omit<NewYearWish, 'today'> | undefined;
  readonly refusals: Readonly<Partial<Record<NewYearField, NewYearRefusal>>>;
  readonly dates: readonly YearDate[] | undefined;
}

/** What stands in the fields: what was typed, and what follows from the year that was typed for the rest. */
export function newYearTexts(settings: PlanSettings, edited: Partial<NewYearTexts>): NewYearTexts {
  const typed = edited.year === undefined ? undefined : laterYear(edited.year, settings);
  const year = typed ?? settings.year + 1;
  const later = (day: PlainDate): PlainDate => addMonths(day, (year - settings.year) * 12);
  return {
    year: edited.year ?? String(year),
    title: edited.title ?? settings.title.replaceAll(String(settings.year), String(year)),
    issuedOn: edited.issuedOn ?? later(settings.issuedOn),
    firstCutOff: edited.firstCutOff ?? later(settings.calendar.firstCutOff),
  };
}

function laterYear(text: string, settings: PlanSettings): number | undefined {
  return readWhole(text, settings.year + 1, 2199);
}

/** Reads what stands in the fields. */
export function readNewYearTexts(texts: NewYearTexts, settings: PlanSettings): NewYearForm {
  const refusals: Partial<Record<NewYearField, NewYearRefusal>> = {};
  const year = laterYear(texts.year, settings);
  if (year === undefined) refusals.year = { kind: 'notLater', old: settings.year };
  const title = texts.title.replace(/\s*[\r\n]+\s*/g, '').trim();
  if (title === '') refusals.title = { kind: 'empty' };
  const dayOf = (field: 'issuedOn' | 'firstCutOff'): PlainDate | undefined => {
    const day = readDay(texts[field]);
    if (day === undefined) refusals[field] = { kind: texts[field].trim() === '' ? 'empty' : 'notADay' };
    return day;
  };
  const [issuedOn, firstCutOff] = [dayOf('issuedOn'), dayOf('firstCutOff')];
  if (firstCutOff !== undefined && year !== undefined && dayParts(firstCutOff).year !== year) refusals.firstCutOff = { kind: 'otherYear', year };
  if (year === undefined || firstCutOff === undefined || refusals.firstCutOff !== undefined) return { wish: undefined, refusals, dates: undefined };
  const dates = yearDates({ ...settings.calendar, firstCutOff }, year);
  if (issuedOn === undefined || title === '') return { wish: undefined, refusals, dates };
  return { wish: { year, title, issuedOn, firstCutOff }, refusals, dates };
}
