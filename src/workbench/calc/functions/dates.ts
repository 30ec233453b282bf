// Functions on days and times as serial numbers. Today comes from outside. Microsoft's page of each by its name.
import type { CellError, Scalar } from '../../book/model';
import { readNumber } from '../../book/typedNumber';
import type { Environment } from '../environment';
import { each, type SheetFunction } from '../functionKinds';
import { DAYS_1904, dayOfSerial, daysInMonth, serialOfDay, timeOfSerial, type CalendarDay } from '../serialDate';
import { isError, NUM_ERROR, VALUE_ERROR, type Operand } from '../value';

/** A serial of the book's date system as one of the 1900 system, and back. */
function from1904(env: Environment): number {
  return env.book.date1904 ? DAYS_1904 : 0;
}

/** The calendar day of a serial; #NUM! where Excel has none. */
function dayAt(serial: number, env: Environment): CalendarDay | CellError {
  return (serial < 0 ? undefined : dayOfSerial(serial + from1904(env))) ?? NUM_ERROR;
}

function serialAt(year: number, month: number, day: number, env: Environment): Scalar {
  const serial = serialOfDay(year, month, day);
  return serial === undefined || serial - from1904(env) < 0 ? NUM_ERROR : serial - from1904(env);
}

function part(name: string, of: (day: CalendarDay) => number): SheetFunction {
  return each(name, ['n'], ([serial], env) => {
    const day = dayAt(serial, env);
    return isError(day) ? day : of(day);
  });
}

function timePart(name: string, of: 'hour' | 'minute' | 'second'): SheetFunction {
  return each(name, ['n'], ([serial]) => (serial < 0 ? NUM_ERROR : timeOfSerial(serial)[of]));
}

/** Years 0 to 1899 count from 1900 (DATE function). */
function date(year: number, month: number, day: number, env: Environment): Scalar {
  const whole = Math.trunc(year);
  if (whole < 0 || whole > 9999) return NUM_ERROR;
  const base = env.book.date1904 ? 1904 : 1900;
  return serialAt(whole < base ? whole + 1900 : whole, Math.trunc(month), Math.trunc(day), env);
}

/** The n-th month from a day; `last` gives its last day, otherwise the same day or the month's last. */
function monthsFrom(serial: number, months: number, last: boolean, env: Environment): Scalar {
  const day = dayAt(serial, env);
  if (isError(day)) return day;
  const index = day.year * 12 + day.month - 1 + Math.trunc(months);
  const [year, month] = [Math.floor(index / 12), (index % 12 + 12) % 12 + 1];
  if (year < 1900 || year > 9999) return NUM_ERROR;
  return serialAt(year, month, last ? daysInMonth(year, month) : Math.min(day.day, daysInMonth(year, month)), env);
}

/** Day of the week in the ways of WEEKDAY's second argument; Monday first from 11 on shifts by one day each. */
function weekday(serial: number, type: number, env: Environment): Operand {
  if (isError(dayAt(serial, env))) return NUM_ERROR;
  // 0 is Sunday; serial 1 is a Sunday to Excel.
  const day = (Math.floor(serial + from1904(env)) + 6) % 7;
  const way = Math.trunc(type);
  if (way === 1) return day + 1;
  if (way === 2) return ((day + 6) % 7) + 1;
  if (way === 3) return (day + 6) % 7;
  if (way >= 11 && way <= 17) return ((day - (way - 10) + 7) % 7) + 1;
  return NUM_ERROR;
}

/** ISO week: the one that holds the year's first Thursday. */
function isoWeek(serial: number, env: Environment): Operand {
  const whole = Math.floor(serial);
  const thursday = whole - ((Math.floor(whole + from1904(env)) + 5) % 7) + 3;
  const day = dayAt(thursday, env);
  if (isError(day)) return day;
  const first = serialAt(day.year, 1, 1, env);
  return isError(first) ? first : Math.floor((thursday - Number(first)) / 7) + 1;
}

function weekNumber(serial: number, type: number, env: Environment): Operand {
  if (Math.trunc(type) === 21) return isoWeek(serial, env);
  const day = dayAt(serial, env);
  if (isError(day)) return day;
  const starts: Record<number, number> = { 1: 0, 2: 1, 11: 1, 12: 2, 13: 3, 14: 4, 15: 5, 16: 6, 17: 0 };
  const start = starts[Math.trunc(type)];
  const first = serialAt(day.year, 1, 1, env);
  if (start === undefined || isError(first)) return NUM_ERROR;
  const lead = (((Number(first) + from1904(env) + 6) % 7) - start + 7) % 7;
  return Math.floor((Math.floor(serial) - Number(first) + lead) / 7) + 1;
}

/** Whole years, months or days between, as DATEDIF counts; the first day must not be later. */
function dateDif(from: number, to: number, unit: string, env: Environment): Scalar {
  const [a, b] = [dayAt(from, env), dayAt(to, env)];
  if (isError(a)) return a;
  if (isError(b)) return b;
  if (Math.floor(from) > Math.floor(to)) return NUM_ERROR;
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
  switch (unit.toUpperCase()) {
    case 'Y': return Math.floor(months / 12);
    case 'M': return months;
    case 'D': return Math.floor(to) - Math.floor(from);
    case 'YM': return months % 12;
    case 'MD': {
      if (b.day >= a.day) return b.day - a.day;
      const before = b.month === 1 ? daysInMonth(b.year - 1, 12) : daysInMonth(b.year, b.month - 1);
      return b.day + before - a.day;
    }
    case 'YD': {
      const year = b.month > a.month || (b.month === a.month && b.day >= a.day) ? b.year : b.year - 1;
      const start = serialAt(year, a.month, a.day, env);
      return isError(start) ? start : Math.floor(to) - Number(start);
    }
    default: return NUM_ERROR;
  }
}

function textSerial(text: string, env: Environment): number | undefined {
  const read = readNumber(text, Math.floor(env.now()));
  return read?.format !== undefined && /[yd]|m"月|h|\[h/.test(read.format) ? read.value : undefined;
}

/** 360-day years of 30-day months; `european` moves a 31st to the 30th without a look at the other day. */
function days360(from: number, to: number, european: boolean, env: Environment): Scalar {
  const [a, b] = [dayAt(from, env), dayAt(to, env)];
  if (isError(a)) return a;
  if (isError(b)) return b;
  const isLast = (day: CalendarDay): boolean => day.day === daysInMonth(day.year, day.month);
  const first = european ? Math.min(a.day, 30) : isLast(a) ? 30 : a.day;
  if (european) return (b.year - a.year) * 360 + (b.month - a.month) * 30 + Math.min(b.day, 30) - first;
  const runsOver = isLast(b) && first < 30;
  const second = runsOver ? 1 : isLast(b) && b.day === 31 ? 30 : b.day;
  return (b.year - a.year) * 360 + (b.month + (runsOver ? 1 : 0) - a.month) * 30 + second - first;
}

export const DATE_FUNCTIONS: readonly SheetFunction[] = [
  each('DATE', ['n', 'n', 'n'], ([year, month, day], env) => date(year, month, day, env)),
  each('TODAY', [], (_args, env) => Math.floor(env.now()) - from1904(env), { volatile: 'clock' }),
  each('NOW', [], (_args, env) => env.now() - from1904(env), { volatile: 'always' }),
  part('YEAR', (day) => day.year),
  part('MONTH', (day) => day.month),
  part('DAY', (day) => day.day),
  timePart('HOUR', 'hour'),
  timePart('MINUTE', 'minute'),
  timePart('SECOND', 'second'),
  each('TIME', ['n', 'n', 'n'], ([hour, minute, second]) => {
    const seconds = Math.trunc(hour) * 3600 + Math.trunc(minute) * 60 + Math.trunc(second);
    return seconds < 0 ? NUM_ERROR : (seconds % 86_400) / 86_400;
  }),
  each('WEEKDAY', ['n', 'n?'], ([serial, type = 1], env) => weekday(serial, type, env)),
  each('WEEKNUM', ['n', 'n?'], ([serial, type = 1], env) => weekNumber(serial, type, env)),
  each('ISOWEEKNUM', ['n'], ([serial], env) => isoWeek(serial, env)),
  each('EOMONTH', ['n', 'n'], ([serial, months], env) => monthsFrom(serial, months, true, env)),
  each('EDATE', ['n', 'n'], ([serial, months], env) => monthsFrom(serial, months, false, env)),
  each('DATEVALUE', ['t'], ([text], env) => {
    const serial = textSerial(text, env);
    return serial === undefined ? VALUE_ERROR : Math.floor(serial) - (serial >= 1 ? from1904(env) : 0);
  }),
  each('TIMEVALUE', ['t'], ([text], env) => {
    const serial = textSerial(text, env);
    return serial === undefined ? VALUE_ERROR : serial - Math.floor(serial);
  }),
  each('DATEDIF', ['n', 'n', 't'], ([from, to, unit], env) => dateDif(from, to, unit, env)),
  each('DAYS', ['n', 'n'], ([to, from]) => Math.floor(to) - Math.floor(from)),
  each('DAYS360', ['n', 'n', 'b?'], ([from, to, european = false], env) => days360(from, to, european, env)),
];
