// The reader of deadlines (D2, D5–D7) and how they are shown (L5), case by case, and that reading what is shown gives the same day.
import fc from 'fast-check';
import type { Due, Precision } from '../../src/core/deadline';
import { dueFormat, readDue, showDue } from '../../src/core/deadline';
import { openWords, recurringWords } from '../../src/core/dueText';
import { addDays, dayParts, lastDayOfMonth, makePlainDate, toSerial } from '../../src/core/plainDate';
import lastValidDay from '../cases/core/due-last-valid-day.json';
import otherForms from '../cases/core/due-other-forms.json';
import shown from '../cases/core/due-shown.json';
import unread from '../cases/core/due-unread.json';
import withoutDeadline from '../cases/core/due-without-deadline.json';

const year = 2021;

/** Any deadline that a plan can give: the last day of a span, or a day. */
const anyDue: fc.Arbitrary<Extract<Due, { kind: 'date' }>> = fc
  .tuple(fc.integer({ min: 1990, max: 2199 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), fc.constantFrom<Precision>('day', 'tenDays', 'month', 'quarter', 'half', 'year'))
  .map(([inYear, month, day, precision]) => {
    const end = lastDayOfMonth(inYear, month);
    const on = {
      day: makePlainDate(inYear, month, day) ?? end,
      tenDays: day <= 20 ? (makePlainDate(inYear, month, day <= 10 ? 10 : 20) ?? end) : end,
      month: end,
      quarter: lastDayOfMonth(inYear, Math.ceil(month / 3) * 3),
      half: lastDayOfMonth(inYear, month <= 6 ? 6 : 12),
      year: lastDayOfMonth(inYear, 12),
    }[precision];
    return { kind: 'date', on, precision, text: '', assumedYear: false };
  });

describe('reading a deadline', () => {
  test.each(lastValidDay)('[D5] $input is $on', ({ input, year: planYear, ...expected }) => {
    expect(readDue(input, { year: planYear })).toEqual({ kind: 'date', text: input, ...expected });
  });

  test.each(withoutDeadline)('[D6] $input sets no deadline', ({ input, recurring }) => {
    expect(readDue(input, { year })).toEqual({ kind: 'open', text: input, recurring });
    // What a formula in the sheet goes by.
    expect([...openWords, ...recurringWords].some((word) => input.replace(/\s/g, '').startsWith(word))).toBe(true);
  });

  test.each(otherForms)('[D7] $input is $on', ({ input, year: planYear, ...expected }) => {
    expect(readDue(input, { year: planYear })).toEqual({ kind: 'date', text: input, ...expected });
  });

  test.each(unread)('[D2] $input cannot be read: $reason', ({ input, reason, detail }) => {
    expect(readDue(input, { year })).toEqual({ kind: 'unread', text: input, reason, detail });
  });

  test('[D1] an empty cell is empty, not unread', () => {
    for (const text of ['', ' ', '\n\u3000']) expect(readDue(text, { year })).toEqual({ kind: 'empty', text });
  });

  test('[D7] Excel’s days of 1900 and 1904 are read, with the precision of their format', () => {
    expect(readDue(44469, { year })).toMatchObject({ kind: 'date', on: '2021-09-30', precision: 'day', assumedYear: false, text: '2021年9月30日' });
    expect(readDue(44469.5, { year })).toMatchObject({ on: '2021-09-30' });
    expect(readDue(43007, { year, date1904: true })).toMatchObject({ on: '2021-09-30' });
    expect(readDue(44469, { year, numberFormat: 'yyyy"年"m"月";@' })).toMatchObject({ precision: 'month', text: '2021年9月' });
    expect(readDue(44469, { year, numberFormat: '[$-804]yyyy"年"m"月"' })).toMatchObject({ precision: 'month' });
    expect(readDue(44469, { year, numberFormat: 'yyyy-mm-dd' })).toMatchObject({ precision: 'day' });
  });

  test('[L5] a format coarser than the day that the cell holds does not hide the day', () => {
    expect(readDue(44454, { year, numberFormat: 'yyyy"年"m"月"' })).toMatchObject({ on: '2021-09-15', precision: 'day' });
    expect(readDue(44469, { year, numberFormat: 'yyyy"年第二季度"' })).toMatchObject({ on: '2021-09-30', precision: 'day' });
  });

  test('[D2] a number that is no likely day is not taken for one', () => {
    for (const number of [2021.9, 2021, 20210930, 0, -5, NaN, 60]) expect(readDue(number, { year })).toMatchObject({ kind: 'unread', reason: 'notADate', text: String(number) });
  });

  test('[D7] any text is read without a fault, and kept as it was', () => {
    const pieces = fc.array(fc.constantFrom('2021', '年', '9', '13', '月', '日', '底', '前', '第', '三', '季度', '上半年', '每', '长期', '、', '-', '/', ' ', '\n', '二〇', '十', '旬', '上'), { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(fc.property(fc.oneof(pieces, fc.string({ unit: 'binary' })), (text) => {
      const due = readDue(text, { year });
      expect(due.text).toBe(text);
      if (due.kind === 'date') expect(dayParts(due.on).year).toBeGreaterThanOrEqual(1900);
    }));
  });

  test('[D7] spaces and line breaks anywhere change nothing', () => {
    const all = [...lastValidDay, ...otherForms.filter((each) => !each.input.includes(':'))].map((each) => each.input);
    fc.assert(fc.property(fc.constantFrom(...all), fc.array(fc.nat(40), { maxLength: 6 }), fc.constantFrom(' ', '\n', '\u3000', '\u00a0'), (input, places, blank) => {
      const spaced = places.reduce((text, place) => text.slice(0, place % (text.length + 1)) + blank + text.slice(place % (text.length + 1)), input);
      expect({ ...readDue(spaced, { year }), text: '' }).toEqual({ ...readDue(input, { year }), text: '' });
    }));
  });
});

describe('showing a deadline', () => {
  test.each(shown)('[L5] $input is shown as $shown', ({ input, shown: text, format }) => {
    const due = readDue(input, { year });
    expect(showDue(due)).toBe(text);
    expect(dueFormat(due)).toBe(format);
  });

  test('[L5] what is shown reads as the same day and the same precision', () => {
    fc.assert(fc.property(anyDue, (due) => {
      expect(readDue(showDue(due), { year: 1999 })).toEqual({ ...due, text: showDue(due) });
    }), { numRuns: 500 });
  });

  test('[L5] day and format together bring back what the plan gave', () => {
    fc.assert(fc.property(anyDue, fc.boolean(), (due, date1904) => {
      const serial = toSerial(due.on, date1904) ?? NaN;
      expect(readDue(serial, { year: 1999, date1904, numberFormat: dueFormat(due) })).toEqual({ ...due, text: showDue(due) });
    }), { numRuns: 500 });
  });

  test('[L5] the day itself never depends on the format', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 70_000 }), anyDue, (count, due) => {
      const on = addDays('1990-01-01', count);
      expect(readDue(toSerial(on) ?? NaN, { year: 1999, numberFormat: dueFormat(due) })).toMatchObject({ kind: 'date', on });
    }));
  });
});
