// A calendar day without clock or time zone. Knows leap years and Excel's serial numbers, and not what day it is today.

/** A calendar day such as '2021-09-30'. Always valid when it comes out of this file's functions. */
export type PlainDate = string;

/** The parts of a calendar day; the month counts from 1. */
export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** 0 is Sunday, 6 is Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const iso = /^(\d{4})-(\d{2})-(\d{2})$/;
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

// Days since 1970-01-01 of the days that Excel's two systems call 1 (as 1900 counts from March 1900 on) and 0.
const serial1900 = 25569;
const serial1904 = 24107;
// Excel takes 1900 for a leap year: its number 60 is a 29 February that never was.
// https://learn.microsoft.com/office/troubleshoot/excel/wrongly-assumes-1900-is-leap-year
const noSuchLeapDay = 60;
const lastSerial1900 = 2958465;

/** The last day of a month: 28 to 31. The month counts from 1. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (lengths[month - 1] ?? 0);
}

/** The day of these parts, or nothing where the calendar has no such day (D2). Years are 1 to 9999. */
export function makePlainDate(year: number, month: number, day: number): PlainDate | undefined {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!whole || year < 1 || year > 9999 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Reads '2021-09-30', and nothing else, as a day. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const found = iso.exec(text);
  return found ? makePlainDate(Number(found[1]), Number(found[2]), Number(found[3])) : undefined;
}

/** Whether this is a day that the calendar has, written as '2021-09-30'. */
export function isPlainDate(value: unknown): value is PlainDate {
  return typeof value === 'string' && parsePlainDate(value) !== undefined;
}

/** Year, month and day. Throws for what is no day: whoever holds a PlainDate has had it checked. */
export function dayParts(date: PlainDate): DayParts {
  if (!isPlainDate(date)) throw new Error(`Not a plain date: ${String(date)}`);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The day so many days later, or earlier for a negative number. Throws beyond the years 1 to 9999. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return ofDayNumber(dayNumber(date) + days);
}

/** The same day of the month so many months later, or the month's last day where it is shorter (P1). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = dayParts(date);
  const count = year * 12 + (month - 1) + months;
  const toYear = Math.floor(count / 12);
  const toMonth = count - toYear * 12 + 1;
  return held(makePlainDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth))), `${date} + ${months} months`);
}

/** Days from one day to another: 1 from today to tomorrow, negative when the second is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The last day of the month (D5: a month means its last day). Throws for a month that is none. */
export function lastDayOfMonth(year: number, month: number): PlainDate {
  return held(makePlainDate(year, month, daysInMonth(year, month)), `${year}-${month}`);
}

/** The day of the week (P2). */
export function weekday(date: PlainDate): Weekday {
  // 1970-01-01 was a Thursday.
  const day = (dayNumber(date) + 4) % 7;
  return (day < 0 ? day + 7 : day) as Weekday;
}

/** Excel's number for the day (D7), or nothing where Excel has none: before 1900, or before 1904 in that system. */
export function toSerial(date: PlainDate, date1904 = false): number | undefined {
  const number = dayNumber(date);
  if (date1904) return number + serial1904 >= 0 ? number + serial1904 : undefined;
  const serial = number + serial1900;
  if (serial > noSuchLeapDay) return serial;
  return serial - 1 >= 1 ? serial - 1 : undefined;
}

/** The day of Excel's number (D7), its time of day left out, or nothing where the number is no day. */
export function fromSerial(serial: number, date1904 = false): PlainDate | undefined {
  if (!Number.isFinite(serial)) return undefined;
  const whole = Math.floor(serial);
  if (date1904) return whole < 0 || whole > lastSerial1900 - 1462 ? undefined : ofDayNumber(whole - serial1904);
  if (whole < 1 || whole === noSuchLeapDay || whole > lastSerial1900) return undefined;
  return ofDayNumber(whole - serial1900 + (whole < noSuchLeapDay ? 1 : 0));
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

// Days since 1970-01-01, counted in years that begin in March so that the leap day comes last.
// https://howardhinnant.github.io/date_algorithms.html#days_from_civil
function dayNumber(date: PlainDate): number {
  const { year, month, day } = dayParts(date);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function ofDayNumber(number: number): PlainDate {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return held(makePlainDate(year, month, day), `day ${number}`);
}

function held(date: PlainDate | undefined, what: string): PlainDate {
  if (date === undefined) throw new Error(`Outside the calendar: ${what}`);
  return date;
}
