// Cut-offs of a year (P1, P2) and the current one (P3).
import fc from 'fast-check';
import { currentPeriod, isPastCutOff, periodBefore, periodsOf } from '../../src/core/period';
import type { WeekendRule } from '../../src/core/plan';
import { addDays, weekday } from '../../src/core/plainDate';
import current from '../cases/core/current-period.json';
import periods from '../cases/core/periods.json';

const calendar = { firstCutOff: '2021-04-20', everyMonths: 2, weekendRule: 'before' as const };

describe('periods', () => {
  test.each(periods)('[P1][P2] $title', ({ first, every, rule, year, cutOffs, names }) => {
    const found = periodsOf({ firstCutOff: first, everyMonths: every, weekendRule: rule as WeekendRule }, year);
    expect(found.map((period) => period.cutOff)).toEqual(cutOffs);
    expect(found.map((period) => period.name)).toEqual(names);
  });

  test.each(current)('[P3] on $asOf the current period is $name', ({ asOf, name }) => {
    expect(currentPeriod(calendar, 2021, asOf)?.name).toBe(name);
  });

  test('[P3] a year without reports has no current period', () => {
    expect(currentPeriod(calendar, 2020, '2020-06-01')).toBeUndefined();
  });

  test('[F2] the period before, none before the first', () => {
    expect(periodBefore(calendar, 2021, '2021-06')?.name).toBe('2021-04');
    expect(periodBefore(calendar, 2021, '2021-04')).toBeUndefined();
  });

  test('[C1] on the cut-off itself there is still time', () => {
    expect(isPastCutOff(calendar, 2021, '2021-04-20')).toBe(false);
    expect(isPastCutOff(calendar, 2021, '2021-04-21')).toBe(true);
  });

  test('[P1] steps that make no sense are a bug, not an endless list', () => {
    expect(() => periodsOf({ ...calendar, everyMonths: 0 }, 2021)).toThrow();
  });

  test('[P2] a moved cut-off is never on a weekend, never far from its day, and moves the right way', () => {
    const first = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('1990-01-01', count));
    fc.assert(fc.property(first, fc.integer({ min: 1, max: 12 }), fc.constantFrom<WeekendRule>('before', 'after'), (firstCutOff, everyMonths, weekendRule) => {
      for (const { nominalOn, cutOff } of periodsOf({ firstCutOff, everyMonths, weekendRule }, Number(firstCutOff.slice(0, 4)))) {
        expect([0, 6]).not.toContain(weekday(cutOff));
        expect(weekendRule === 'before' ? cutOff <= nominalOn && cutOff >= addDays(nominalOn, -2) : cutOff >= nominalOn && cutOff <= addDays(nominalOn, 2)).toBe(true);
      }
    }));
  });
});
