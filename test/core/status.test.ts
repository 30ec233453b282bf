// Where a task stands (S1–S7, S9), what 落实情况 amounts to (F1–F4, S9) and which light they make (C1).
import fc from 'fast-check';
import { readDue } from '../../src/core/deadline';
import type { Filled } from '../../src/core/filled';
import { bareText, filledOf, isHollow, placeholderWords, saysDone } from '../../src/core/filled';
import { lightOf, lights, worstLight } from '../../src/core/light';
import { addDays, daysBetween } from '../../src/core/plainDate';
import type { Status } from '../../src/core/status';
import { isDone, statusOf, statuses } from '../../src/core/status';
import filled from '../cases/core/filled.json';
import hollow from '../cases/core/hollow.json';
import lightCases from '../cases/core/lights.json';
import says from '../cases/core/says-done.json';
import status from '../cases/core/status.json';
import { plan2021 } from './plans';

const plan = plan2021();

function countOn(asOf: string): Partial<Record<Status, number>> {
  const counts: Partial<Record<Status, number>> = {};
  for (const task of plan.tasks) {
    const { status: word } = statusOf({ due: task.due, doneOn: task.doneOn, asOf, warningDays: plan.settings.warningDays });
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

describe('status', () => {
  test.each(status)('[S1][S2][S3][S4][S5][S6][S7][S9] due $due, done $doneOn, on $asOf: $status', ({ due, doneOn, asOf, warningDays, status: word, daysLeft, kind }) => {
    const reading = statusOf({ due: readDue(due, { year: 2021 }), doneOn, asOf, warningDays });
    expect(reading.status).toBe(word);
    expect(reading.daysLeft ?? null).toBe(daysLeft);
    expect(`${reading.reason.rule} ${reading.reason.kind}`).toBe(kind);
  });

  test('[S5][S6][S7] the plan of 2021 with nothing filled in, through the year', () => {
    expect(countOn('2021-04-20')).toEqual({ 正常推进: 13 });
    expect(countOn('2021-06-18')).toEqual({ 临期: 1, 正常推进: 12 });
    expect(countOn('2021-07-01')).toEqual({ 逾期: 1, 正常推进: 12 });
    expect(countOn('2021-10-20')).toEqual({ 逾期: 6, 正常推进: 7 });
    expect(countOn('2021-12-10')).toEqual({ 逾期: 6, 临期: 7 });
    expect(countOn('2022-01-01')).toEqual({ 逾期: 13 });
  });

  test('[S5] days overdue and days left are the days between, and status only gets worse while nothing is done', () => {
    const order: readonly Status[] = ['正常推进', '临期', '逾期'];
    fc.assert(fc.property(fc.integer({ min: -400, max: 400 }), fc.nat(60), (offset, warningDays) => {
      const due = readDue('2021-09-30', { year: 2021 });
      const asOf = addDays('2021-09-30', offset);
      const today = statusOf({ due, doneOn: '', asOf, warningDays });
      const tomorrow = statusOf({ due, doneOn: '', asOf: addDays(asOf, 1), warningDays });
      expect(today.daysLeft).toBe(daysBetween(asOf, '2021-09-30'));
      expect(order.indexOf(tomorrow.status)).toBeGreaterThanOrEqual(order.indexOf(today.status));
    }));
  });

  test('[S2] done late stays done late, whenever it is looked at', () => {
    fc.assert(fc.property(fc.nat(3000), fc.nat(3000), (late, later) => {
      const doneOn = addDays('2021-10-01', late);
      expect(statusOf({ due: readDue('2021年9月', { year: 2021 }), doneOn, asOf: addDays(doneOn, later), warningDays: 30 }).status).toBe('逾期办结');
    }));
  });
});

describe('filled in', () => {
  test.each(filled)('[F1][F2][F3] $progress is $filled', ({ progress, previous, filled: word, kind }) => {
    const reading = filledOf(progress, previous ?? undefined);
    expect(reading.filled).toBe(word);
    expect(`${reading.reason.rule} ${reading.reason.kind}`).toBe(kind);
  });

  test('[F1] a placeholder stays one with any spaces and punctuation about it', () => {
    fc.assert(fc.property(fc.constantFrom(...placeholderWords), fc.constantFrom('', ' ', '。', '（', '\n', '——'), fc.constantFrom('', ' ', '。', '）', '\u3000'), (word, before, after) => filledOf(before + word + after).filled === '未填报'));
    // Words that bareText would not leave as they are could never match.
    for (const word of placeholderWords) expect(bareText(word)).toBe(word);
  });

  test.each(hollow)('[F4] $progress says nothing: $hollow', ({ progress, hollow: expected }) => {
    expect(isHollow(progress)).toBe(expected);
  });

  test.each(says)('[S9] $progress says done: $word', ({ progress, word }) => {
    expect(saysDone(progress)).toBe(word ?? undefined);
  });
});

describe('lights', () => {
  test.each(lightCases)('[C1] $status, $filled, must be filled: $mustBeFilled is $light', ({ status: word, filled: fill, mustBeFilled, light, kind }) => {
    const reading = lightOf({ status: word as Status, filled: fill as Filled, mustBeFilled });
    expect(reading).toMatchObject({ light, done: word === '已办结', reason: { rule: 'C1', kind } });
  });

  test('[C1] every combination has a light, and only what is done or filled in can be green', () => {
    for (const word of statuses) for (const fill of ['已填报', '未更新', '未填报'] as const) for (const mustBeFilled of [true, false]) {
      const { light } = lightOf({ status: word, filled: fill, mustBeFilled });
      expect(lights).toContain(light);
      if (light === '绿') expect(isDone(word) || fill === '已填报').toBe(true);
    }
  });

  test('[C1] the light of a group is its worst', () => {
    expect(worstLight(['绿', '红', '黄'])).toBe('红');
    expect(worstLight(['绿', '黄'])).toBe('黄');
    expect(worstLight([])).toBe('绿');
  });
});
