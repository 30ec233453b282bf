// When reports are due (P1–P3): the cut-offs of a year and which of them is the current one. Knows no clock and no sheet.
import type { Calendar } from './plan';
import type { PlainDate } from './plainDate';
import { addDays, addMonths, dayParts, weekday } from './plainDate';

/** One report. */
export interface Period {
  /** Year and month of the day that the calendar names, e.g. 2021-06. */
  readonly name: string;
  /** The day that the calendar names, e.g. 2021-06-20. */
  readonly nominalOn: PlainDate;
  /** The day by which the report is due, the day itself included, weekends considered (P2), e.g. 2021-06-18. */
  readonly cutOff: PlainDate;
}

/** All reports of the plan's year, from the first day on in steps of the calendar's months, to the year's end (P1). */
export function periodsOf(calendar: Calendar, year: number): readonly Period[] {
  if (!Number.isInteger(calendar.everyMonths) || calendar.everyMonths < 1) throw new Error(`Not a number of months: ${calendar.everyMonths}`);
  const periods: Period[] = [];
  // Each day is counted from the first one: stepping on from 28 February would lose the 31st.
  for (let step = 0; ; step += calendar.everyMonths) {
    const nominalOn = addMonths(calendar.firstCutOff, step);
    if (dayParts(nominalOn).year > year) return periods;
    periods.push({ name: nominalOn.slice(0, 7), nominalOn, cutOff: moveFromWeekend(nominalOn, calendar) });
  }
}

/** The first report whose cut-off is on or after asOf, or the last of the year (P3); nothing where the year has none. */
export function currentPeriod(calendar: Calendar, year: number, asOf: PlainDate): Period | undefined {
  const periods = periodsOf(calendar, year);
  return periods.find((period) => period.cutOff >= asOf) ?? periods[periods.length - 1];
}

/** The report before this one in the year, or nothing for the first (F2, B2). */
export function periodBefore(calendar: Calendar, year: number, name: string): Period | undefined {
  const periods = periodsOf(calendar, year);
  return periods[periods.findIndex((period) => period.name === name) - 1];
}

/** Whether a cut-off of the year lies before asOf (C1); on the cut-off itself there is still time. */
export function isPastCutOff(calendar: Calendar, year: number, asOf: PlainDate): boolean {
  const [first] = periodsOf(calendar, year);
  return first !== undefined && first.cutOff < asOf;
}

function moveFromWeekend(day: PlainDate, calendar: Calendar): PlainDate {
  const on = weekday(day);
  if (calendar.weekendRule === 'keep' || (on !== 0 && on !== 6)) return day;
  if (calendar.weekendRule === 'before') return addDays(day, on === 6 ? -1 : -2);
  return addDays(day, on === 6 ? 2 : 1);
}
