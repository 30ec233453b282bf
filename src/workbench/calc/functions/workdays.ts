// Working days: weekends and holidays left out. Microsoft's pages "NETWORKDAYS function", "WORKDAY.INTL function".
import type { CellError, Scalar } from '../../book/model';
import type { Environment } from '../environment';
import { many, type ArgumentKind, type SheetFunction } from '../functionKinds';
import { DAYS_1904, LAST_SERIAL } from '../serialDate';
import { isError, NUM_ERROR, toNumber, VALUE_ERROR, type Operand } from '../value';

/** Monday first: true is a day off. */
type Week = readonly boolean[];
const SATURDAY_SUNDAY: Week = [false, false, false, false, false, true, true];

/** The days off of a weekend argument: its number (1–7, 11–17) or seven signs 0 and 1 from Monday. */
function weekOf(weekend: Scalar | undefined): Week | CellError {
  if (weekend === undefined || weekend === null) return SATURDAY_SUNDAY;
  if (typeof weekend === 'string' && /^[01]{7}$/.test(weekend)) return weekend === '1111111' ? VALUE_ERROR : [...weekend].map((sign) => sign === '1');
  const number = toNumber(weekend);
  if (isError(number)) return number;
  const way = Math.trunc(number);
  const days = Array.from({ length: 7 }, (_, day) => day);
  // 1 is Saturday and Sunday, 2 Sunday and Monday …; 11 is Sunday alone, 12 Monday alone …
  if (way >= 1 && way <= 7) return days.map((day) => day === (way + 4) % 7 || day === (way + 5) % 7);
  if (way >= 11 && way <= 17) return days.map((day) => day === (way - 11 + 6) % 7);
  return NUM_ERROR;
}

function holidaysOf(operand: Operand | undefined, env: Environment): Set<number> | CellError {
  const days = new Set<number>();
  let fault: CellError | undefined;
  if (operand !== undefined) {
    env.each(operand, (value) => {
      if (value === null) return;
      const number = toNumber(value, env);
      if (isError(number)) fault ??= number;
      else days.add(Math.floor(number));
    });
  }
  return fault ?? days;
}

function isOff(serial: number, week: Week, holidays: ReadonlySet<number>, env: Environment): boolean {
  // 0 is Monday; serial 2 is a Monday to Excel.
  return week[(serial + (env.book.date1904 ? DAYS_1904 : 0) + 5) % 7] === true || holidays.has(serial);
}

function networkDays(from: number, to: number, week: Week, holidays: ReadonlySet<number>, env: Environment): Scalar {
  const [a, b] = [Math.floor(Math.min(from, to)), Math.floor(Math.max(from, to))];
  if (a < 0 || b > LAST_SERIAL) return NUM_ERROR;
  let count = 0;
  for (let serial = a; serial <= b; serial++) if (!isOff(serial, week, holidays, env)) count++;
  return from > to ? -count : count;
}

function workday(from: number, days: number, week: Week, holidays: ReadonlySet<number>, env: Environment): Scalar {
  const step = days < 0 ? -1 : 1;
  let serial = Math.floor(from);
  for (let left = Math.abs(Math.trunc(days)); left > 0;) {
    serial += step;
    if (serial < 0 || serial > LAST_SERIAL) return NUM_ERROR;
    if (!isOff(serial, week, holidays, env)) left--;
  }
  return serial;
}

function described(name: string, kinds: readonly ArgumentKind[], compute: typeof networkDays): SheetFunction {
  const international = kinds.length === 4;
  return {
    ...many(name, 2, (index) => kinds[index] ?? 'e', (values, whole, env) => {
      const week = weekOf(international ? values[2] : undefined);
      if (isError(week)) return week;
      const holidays = holidaysOf(whole[kinds.length - 1], env);
      if (isError(holidays)) return holidays;
      return compute(Number(values[0]), Number(values[1]), week, holidays, env);
    }),
    max: kinds.length,
  };
}

export const WORKDAY_FUNCTIONS: readonly SheetFunction[] = [
  described('NETWORKDAYS', ['n', 'n', 'w'], networkDays),
  described('NETWORKDAYS.INTL', ['n', 'n', 's', 'w'], networkDays),
  described('WORKDAY', ['n', 'n', 'w'], workday),
  described('WORKDAY.INTL', ['n', 'n', 's', 'w'], workday),
];
