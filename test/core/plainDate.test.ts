// Days, months and Excel's serial numbers against cases, against the built-in calendar, and against each other.
import fc from 'fast-check';
import { addDays, addMonths, dayParts, daysBetween, daysInMonth, fromSerial, isPlainDate, lastDayOfMonth, makePlainDate, parsePlainDate, toSerial, weekday } from '../../src/core/plainDate';
import serials from '../cases/core/serials.json';

const days = fc.integer({ min: -200_000, max: 200_000 }).map((count) => addDays('2021-01-01', count));

describe('plain dates', () => {
  test('[D2] a day that the calendar has not is no day', () => {
    expect(makePlainDate(2021, 2, 29)).toBeUndefined();
    expect(makePlainDate(2024, 2, 29)).toBe('2024-02-29');
    expect(makePlainDate(1900, 2, 29)).toBeUndefined();
    expect(makePlainDate(2000, 2, 29)).toBe('2000-02-29');
    expect([makePlainDate(2021, 13, 1), makePlainDate(2021, 0, 1), makePlainDate(2021, 4, 31), makePlainDate(2021, 4, 0), makePlainDate(2021.5, 4, 1), makePlainDate(0, 1, 1)]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
    for (const text of ['2021-2-3', '2021-02-30', '2021-09-30T00:00', ' 2021-09-30', '', '20210930']) expect(parsePlainDate(text)).toBeUndefined();
    expect(isPlainDate('2021-09-30')).toBe(true);
    expect(isPlainDate(20210930)).toBe(false);
    expect(() => dayParts('2021-02-30')).toThrow();
    expect(() => addDays('9999-12-31', 1)).toThrow();
  });

  test('[D5] a month means its last day', () => {
    expect([1, 2, 4, 12].map((month) => lastDayOfMonth(2021, month))).toEqual(['2021-01-31', '2021-02-28', '2021-04-30', '2021-12-31']);
    expect(() => lastDayOfMonth(2021, 13)).toThrow();
  });

  test('[P1] the same day of a later month is its last where it is shorter', () => {
    expect(addMonths('2021-04-20', 2)).toBe('2021-06-20');
    expect(addMonths('2021-12-31', 2)).toBe('2022-02-28');
    expect(addMonths('2021-01-31', -2)).toBe('2020-11-30');
  });

  test('[P2] the weekday of any day is the built-in calendar’s', () => {
    expect(weekday('2021-06-20')).toBe(0);
    fc.assert(fc.property(days, (day) => weekday(day) === new Date(`${day}T00:00:00Z`).getUTCDay()));
  });

  test('[S5] days between two days are counted as the built-in calendar counts them', () => {
    expect(daysBetween('2021-06-30', '2021-07-01')).toBe(1);
    fc.assert(fc.property(days, days, (one, other) => daysBetween(one, other) === (Date.parse(other) - Date.parse(one)) / 86_400_000));
    fc.assert(fc.property(days, fc.integer({ min: -9999, max: 9999 }), (day, count) => daysBetween(day, addDays(day, count)) === count));
  });

  test.each(serials)('[D7] $date is Excel’s $serial (1904: $date1904)', ({ date, serial, date1904 }) => {
    expect(toSerial(date, date1904)).toBe(serial);
    expect(fromSerial(serial, date1904)).toBe(date);
    expect(fromSerial(serial + 0.75, date1904)).toBe(date);
  });

  test('[D7] numbers that are no day are none', () => {
    expect([0, 60, -1, 2958466, NaN, Infinity].map((serial) => fromSerial(serial))).toEqual(Array(6).fill(undefined));
    expect([-1, 2958466 - 1462].map((serial) => fromSerial(serial, true))).toEqual([undefined, undefined]);
    expect([toSerial('1899-12-31'), toSerial('1903-12-31', true)]).toEqual([undefined, undefined]);
  });

  test('[D7] every day from 1904 on survives both of Excel’s systems', () => {
    const later = fc.integer({ min: 0, max: 2_000_000 }).map((count) => addDays('1904-01-01', count));
    fc.assert(fc.property(later, fc.boolean(), (day, date1904) => fromSerial(toSerial(day, date1904) ?? NaN, date1904) === day));
    fc.assert(fc.property(later, (day) => (toSerial(day) ?? NaN) - (toSerial(day, true) ?? NaN) === 1462));
  });

  test('[D5] a month has as many days as the built-in calendar gives it', () => {
    fc.assert(fc.property(fc.integer({ min: 1800, max: 2400 }), fc.integer({ min: 1, max: 12 }), (year, month) => daysInMonth(year, month) === new Date(Date.UTC(year, month, 0)).getUTCDate()));
  });
});
