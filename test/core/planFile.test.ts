// Plan files: the seed is taken, each fault is named with its place, and nothing makes the reader itself fall over.
import fc from 'fast-check';
import { parseBody } from '../../src/core/planBody';
import { parsePlan } from '../../src/core/planFile';
import type { Problem } from '../../src/core/problem';
import { compareTaskIds, indicatorNumberOf, isTaskId, nextId } from '../../src/core/taskId';
import faults from '../cases/core/plan-faults.json';
import { seedJson, withValue } from './plans';

const seed = seedJson('plan-2021.json');
const taskCount = 13;

/** The seed with a case's change. 'tasks.*.x' means every task; texts that JSON cannot hold conveniently stand for themselves by name. */
function changed(change: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(change).reduce<unknown>((json, [path, given]) => {
    const value = given === 'REMOVED' ? undefined : spellOut(given);
    const paths = path.includes('*') ? Array.from({ length: taskCount }, (_, index) => path.replace('*', String(index))) : [path];
    return paths.reduce((each, one) => withValue(each, one, value), json);
  }, seed);
}

function spellOut(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spellOut);
  if (value === 'HALF') return '半\ud842';
  if (typeof value !== 'string' || !value.startsWith('LONG ')) return value;
  return '长'.repeat(Number(value.slice(5)));
}

describe('a plan file', () => {
  test('[I1] the plan of 2021 is taken without a word', () => {
    const read = parsePlan(seed, 'plan-2021.json');
    expect(read.ok).toBe(true);
    expect(read.problems).toEqual([]);
  });

  test.each(faults)('[I1][L2][L6][D2][O2][O6][X3][R12] $title', ({ change, taken, problem }) => {
    const read = parsePlan(changed(change), 'plan.json');
    expect(read.problems).toContainEqual(expect.objectContaining(problem));
    expect(read.ok).toBe(taken);
    // A file is refused for an error only, and one that is taken names what to mend.
    if (!read.ok) expect(read.problems.some((each) => each.level === 'error')).toBe(true);
  });

  test('[L2] a column that is missing everywhere is one fault and not thirteen', () => {
    const read = parsePlan(changed({ 'tasks.*.owners': 'REMOVED' }), 'plan.json');
    expect(read.problems.map((problem) => problem.kind)).toEqual(['lacksColumn']);
  });

  test('[L5] a deadline that cannot be read stays the text that it was', () => {
    const read = parsePlan(changed({ 'tasks.1.due': '2021年13月' }), 'plan.json');
    expect(read.ok && read.value.tasks[1]?.due).toEqual({ kind: 'unread', text: '2021年13月', reason: 'noSuchMonth', detail: '13' });
  });

  test('[R12] text that looks like a formula arrives as those characters', () => {
    for (const text of ['=1+1', '+3', '-无', '@x', '=HYPERLINK("a")']) {
      const read = parsePlan(changed({ 'tasks.1.text': text }), 'plan.json');
      expect(read.ok && read.value.tasks[1]?.text).toBe(text);
    }
  });

  test('[X3] the longest text that a cell takes is taken, one more is not', () => {
    expect(parsePlan(changed({ 'tasks.1.text': 'LONG 32767' }), 'plan.json').ok).toBe(true);
    expect(parsePlan(changed({ 'tasks.1.text': 'LONG 32768' }), 'plan.json').ok).toBe(false);
  });

  test('[I1] what is no object at all is refused by name', () => {
    for (const json of [null, [], 'x', 5, true, undefined]) {
      const read = parsePlan(json, 'plan.json');
      expect(read.ok).toBe(false);
      expect(read.problems).toEqual([expect.objectContaining({ rule: 'I1', kind: 'notAnObject', at: { file: 'plan.json' } })]);
    }
  });

  test('[I1] all faults are named at once', () => {
    const read = parsePlan(changed({ 'tasks.1.owners': 'REMOVED', 'tasks.2.id': '1.1', 'settings.year': 'x', 'roster.people.0.role': 'x' }), 'plan.json');
    expect(new Set(read.problems.map((problem) => problem.kind))).toEqual(new Set(['lacksField', 'repeatedId', 'wrongType', 'notAChoice']));
  });

  test('[I1] whatever stands at any place of the file, the reader answers with a value or with errors', () => {
    const paths = ['settings', 'roster', 'tasks', 'settings.calendar', 'settings.year', 'settings.calendar.everyMonths', 'roster.people', 'roster.people.3', 'roster.sections.2', 'roster.sections.2.shortNames', 'tasks.4', 'tasks.4.id', 'tasks.4.due', 'tasks.4.leaders', 'tasks.4.supportUnits', 'tasks.4.doneOn'];
    fc.assert(fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 2 }), (path, value) => {
      const read = parsePlan(withValue(seed, path, value), 'plan.json');
      expect(read.ok || read.problems.some((problem: Problem) => problem.level === 'error')).toBe(true);
      for (const problem of read.problems) expect(problem.at.file).toBe('plan.json');
    }), { numRuns: 200 });
  });

  test('[I1] nothing of a task is dropped: every text of the file is in the plan or in a problem', () => {
    fc.assert(fc.property(fc.constantFrom('text', 'leadUnit', 'progress', 'remark', 'due', 'doneOn'), fc.string({ unit: fc.constantFrom('甲', '乙', '，', '9', '月', '=') , minLength: 1, maxLength: 8 }), (field, text) => {
      const read = parsePlan(changed({ [`tasks.1.${field}`]: text }), 'plan.json');
      expect(read.ok && JSON.stringify(read.value.tasks[1])).toContain(JSON.stringify(text).slice(1, -1));
    }));
  });

  test('[X2] 20,000 tasks take time in proportion', () => {
    const tasks = (seed as { tasks: { id: string }[] }).tasks;
    const large = (count: number): unknown => withValue(seed, 'tasks', Array.from({ length: count }, (_, index) => ({ ...tasks[index % tasks.length], id: `${tasks[index % tasks.length]?.id.split('.')[0] ?? ''}.${index + 1}` })));
    const time = (count: number): number => {
      const json = large(count);
      const begun = performance.now();
      expect(parsePlan(json, 'plan.json').ok).toBe(true);
      return performance.now() - begun;
    };
    time(2000);
    const small = Math.min(time(2000), time(2000), time(2000));
    const all = Math.min(time(20_000), time(20_000));
    // Ten times the rows; what grows with their square would take a hundred times as long.
    expect(all).toBeLessThan(small * 30 + 200);
  });
});

describe('the body’s file', () => {
  test('[I1] is taken, and its faults are named', () => {
    const body = seedJson('body-2021.json');
    expect(parseBody(body, 'body.json')).toMatchObject({ ok: true, problems: [] });
    for (const [path, value, kind] of [['indicators.1.role', 'x', 'notAChoice'], ['indicators.1.count', undefined, 'lacksField'], ['indicators.1.tasks.0', 1, 'notAnObject'], ['indicators.1.sections', ['a', 2], 'wrongType'], ['unit', 3, 'wrongType']] as const) {
      const read = parseBody(withValue(body, path, value), 'body.json');
      expect(read.ok).toBe(false);
      expect(read.problems.map((problem) => problem.kind)).toContain(kind);
    }
    expect(parseBody([], 'body.json').ok).toBe(false);
  });
});

describe('编号', () => {
  test('[L6] is indicator, full stop, number', () => {
    expect(['1.1', '12.345'].map(isTaskId)).toEqual([true, true]);
    expect(['1', '1.', '.1', '0.1', '1.0', '01.1', '1.01', '1.1.1', ' 1.1', '1．1', ''].map(isTaskId)).toEqual(Array(11).fill(false));
    expect([indicatorNumberOf('12.3'), indicatorNumberOf('x')]).toEqual([12, undefined]);
  });

  test('[L6] sorts by numbers and not by characters', () => {
    expect(['2.10', '10.1', '2.9', 'x', '1.1', 'a'].sort(compareTaskIds)).toEqual(['1.1', '2.9', '2.10', '10.1', 'a', 'x']);
  });

  test('[L6] the next number is after the highest that ever was', () => {
    expect(nextId(['2.1', '2.2', '2.3'], 2)).toBe('2.4');
    // 2.3 is gone from the plan, but its number was used.
    expect(nextId(['2.1', '2.7', '3.9', '', '二.8'], 2)).toBe('2.8');
    expect(nextId([], 5)).toBe('5.1');
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 99 })).map(([one, two]) => `${one}.${two}`)), fc.integer({ min: 1, max: 9 }), (ids, indicator) => {
      expect(ids).not.toContain(nextId(ids, indicator));
      expect(isTaskId(nextId(ids, indicator))).toBe(true);
    }));
  });
});
