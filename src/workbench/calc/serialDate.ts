// Excel's serial numbers and the days and times that they stand for, with the 29 February 1900 that never was. Knows no clock and no formats.

const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
/** 31 December 9999. */
export const LAST_SERIAL = 2_958_465;
/** Days between the two systems' first days. */
export const DAYS_1904 = 1462;

export interface CalendarDay { readonly year: number; readonly month: number; readonly day: number }

/** The day of a serial number in the 1900 system; undefined outside 0 … 31 December 9999. Serial 0 is 0 January 1900 and 60 is 29 February 1900, as in Excel. */
export function dayOfSerial(serial: number): CalendarDay | undefined {
  const whole = Math.floor(serial);
  if (!(whole >= 0 && whole <= LAST_SERIAL)) return undefined;
  if (whole === 0) return { year: 1900, month: 1, day: 0 };
  if (whole === 60) return { year: 1900, month: 2, day: 29 };
  const date = new Date(EPOCH + (whole < 60 ? whole + 1 : whole) * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The serial of year, month and day in the 1900 system, months and days running over as DATE lets them; undefined outside what Excel knows. */
export function serialOfDay(year: number, month: number, day: number): number | undefined {
  if (year === 1900 && month === 2 && day === 29) return 60;
  const time = Date.UTC(2000, 0, 1);
  const date = new Date(time);
  date.setUTCFullYear(year, month - 1, day);
  const days = Math.round((date.getTime() - EPOCH) / DAY_MS);
  const serial = days < 61 ? days - 1 : days;
  return serial >= 0 && serial <= LAST_SERIAL ? serial : undefined;
}

/** Days of a month; February 1900 has 29 to Excel. */
export function daysInMonth(year: number, month: number): number {
  if (year === 1900 && month === 2) return 29;
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The serial of a real day of the calendar; undefined when there is no such day. */
export function serialOfRealDay(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return serialOfDay(year, month, day);
}

export interface TimeOfDay { readonly hour: number; readonly minute: number; readonly second: number }

/** The clock time in a serial's fraction, to the second, as HOUR, MINUTE and SECOND see it. */
export function timeOfSerial(serial: number): TimeOfDay {
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400) % 86_400;
  return { hour: Math.floor(seconds / 3600), minute: Math.floor((seconds % 3600) / 60), second: seconds % 60 };
}
