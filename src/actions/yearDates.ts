// The year's reports with the weekdays by which they fall, to be looked through before they are written (P1, P2). Decides nothing; knows no Excel.
import type { Period } from '../core/period';
import { periodsOf } from '../core/period';
import type { Calendar } from '../core/plan';
import type { Weekday } from '../core/plainDate';
import { weekday } from '../core/plainDate';

/** One report of the year: the day that the calendar names and the day by which it is due, each with its weekday. */
export interface YearDate extends Period { readonly nominalWeekday: Weekday; readonly weekday: Weekday }

/** The reports of a year, in order (P1, P2). */
export function yearDates(calendar: Calendar, year: number): readonly YearDate[] {
  return periodsOf(calendar, year).map((period) => ({ ...period, nominalWeekday: weekday(period.nominalOn), weekday: weekday(period.cutOff) }));
}
