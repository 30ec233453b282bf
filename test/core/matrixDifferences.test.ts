// Body against matrix (I6, D8): each kind of difference when it is there, and none when it is not.
import fc from 'fast-check';
import { readDue } from '../../src/core/deadline';
import type { MatrixDifference } from '../../src/core/matrixDifferences';
import { compareWithBody, differencesAsProblems } from '../../src/core/matrixDifferences';
import type { Plan } from '../../src/core/plan';
import { differingPieces } from '../../src/core/textDifference';
import { body2021, plan2021, taskOf } from './plans';

const plan = plan2021();
const body = body2021();
const issued = compareWithBody(plan, body);

function withTask(id: string, changes: Parameters<typeof taskOf>[2]): Plan {
  return { ...plan, tasks: plan.tasks.map((task) => (task.id === id ? taskOf(plan, id, changes) : task)) };
}

/** What is different beyond the differences that the issued matrix has anyway. */
function beyondIssued(changed: Plan, changedBody = body): readonly MatrixDifference[] {
  const before = issued.map((difference) => JSON.stringify(difference));
  return compareWithBody(changed, changedBody).filter((difference) => !before.includes(JSON.stringify(difference)));
}

describe('body and matrix', () => {
  test('[D8] another deadline', () => {
    const due = readDue('2021年10月', { year: 2021 });
    expect(beyondIssued(withTask('3.1', { due }))).toEqual([{ kind: 'deadline', taskId: '3.1', body: '2021年12月', matrix: '2021年10月' }]);
    expect(differencesAsProblems(beyondIssued(withTask('3.1', { due })))).toEqual([{ rule: 'D8', kind: 'bodyDiffers', level: 'note', at: { taskId: '3.1', column: 'due' }, values: { body: '2021年12月', matrix: '2021年10月' } }]);
  });

  test('[D8] the same day in other words is the same deadline', () => {
    expect(beyondIssued(withTask('3.1', { due: readDue('2021年12月31日', { year: 2021 }) }))).toEqual([]);
    expect(beyondIssued(withTask('3.1', { due: readDue('二〇二一年十二月底前', { year: 2021 }) }))).toEqual([]);
  });

  test('[D8] a deadline that cannot be read differs from one that can', () => {
    expect(beyondIssued(withTask('3.1', { due: readDue('2021年13月', { year: 2021 }) }))).toEqual([{ kind: 'deadline', taskId: '3.1', body: '2021年12月', matrix: '2021年13月' }]);
  });

  test('[I6] other sections, or the same in another order', () => {
    expect(beyondIssued(withTask('4.1', { sections: ['外贸科', '法规科'] }))).toEqual([{ kind: 'sections', taskId: '4.1', body: '法规科、外贸科', matrix: '外贸科、法规科' }]);
  });

  test('[I6] another wording, with the pieces that differ', () => {
    const text = taskOf(plan, '3.1').text.replace('信用档案', '信用记录');
    expect(beyondIssued(withTask('3.1', { text }))).toMatchObject([{ kind: 'wording', taskId: '3.1', pieces: [{ one: '档案', other: '记录' }] }]);
  });

  test('[I6] spaces and line breaks are no wording', () => {
    expect(beyondIssued(withTask('3.1', { text: taskOf(plan, '3.1').text.replace('档案', '档 \n案') }))).toEqual([]);
  });

  test('[I6] a task that only one of the two has, and the counts that follow', () => {
    const without = { ...plan, tasks: plan.tasks.filter((task) => task.id !== '3.3') };
    expect(beyondIssued(without).map((difference) => difference.kind)).toEqual(['total', 'count', 'onlyInBody']);
    const more = { ...plan, tasks: [...plan.tasks, taskOf(plan, '3.1', { id: '3.5', text: '完全不同的新任务内容' })] };
    expect(beyondIssued(more)).toEqual([
      { kind: 'total', body: 13, matrix: 14 },
      { kind: 'count', indicator: '招标投标', body: 4, matrix: 5 },
      { kind: 'onlyInMatrix', taskId: '3.5', matrix: '完全不同的新任务内容' },
    ]);
  });

  test('[I6] an indicator that the body does not have', () => {
    expect(beyondIssued(withTask('1.1', { indicator: '办理破产' })).map((difference) => difference.kind)).toEqual(['count', 'onlyInBody', 'onlyInMatrix']);
  });

  test('[I6] a count of the body that is not what it lists', () => {
    const wrong = { ...body, indicators: body.indicators.map((indicator) => (indicator.indicator === '政务服务' ? { ...indicator, count: 4 } : indicator)) };
    expect(beyondIssued(plan, wrong).map((difference) => difference.kind)).toEqual(['total', 'bodyCount', 'count']);
  });

  test('[I6] the bureau leads where the body says that it joins in', () => {
    expect(beyondIssued(withTask('3.1', { leadUnit: '市商务局' }))).toEqual([{ kind: 'role', taskId: '3.1', body: 'support', matrix: '市商务局' }]);
  });

  test('[I6] each difference has a sentence’s key, and all are notes', () => {
    const all: readonly MatrixDifference[] = [...issued, ...beyondIssued({ ...plan, tasks: [taskOf(plan, '1.1', { indicator: '办理破产', leadUnit: '市商务局' })] })];
    expect(new Set(differencesAsProblems(all).map((problem) => problem.level))).toEqual(new Set(['note']));
  });
});

describe('where two texts part', () => {
  test('[I6] the pieces put in place of each other make one text the other', () => {
    const text = fc.string({ unit: fc.constantFrom('监', '督', '管', '和', '，'), maxLength: 24 });
    fc.assert(fc.property(text, text, (one, other) => {
      const pieces = differingPieces(one, other);
      expect(pieces.length === 0).toBe(one === other);
      // From the last to the first, so that the places before stay what they are.
      const built = [...pieces].reverse().reduce((whole, piece) => {
        expect(one.slice(0, piece.at).endsWith(piece.before)).toBe(true);
        expect(one.slice(piece.at, piece.at + piece.one.length)).toBe(piece.one);
        return whole.slice(0, piece.at) + piece.other + whole.slice(piece.at + piece.one.length);
      }, one);
      expect(built).toBe(other);
    }));
  });

  test('[I6] pieces that were put in or taken out are found as they are', () => {
    expect(differingPieces('实现对接信息共享', '实现对接和信息共享')).toEqual([{ one: '', other: '和', before: '实现对接', at: 4 }]);
    expect(differingPieces('同', '同')).toEqual([]);
    expect(differingPieces('甲乙丙丁', '甲丁')).toEqual([{ one: '乙丙', other: '', before: '甲', at: 1 }]);
    expect(differingPieces('甲一乙二丙', '甲1乙2丙').map((piece) => [piece.one, piece.other])).toEqual([['一', '1'], ['二', '2']]);
  });

  test('[X2] very long texts are compared by their ends', () => {
    const long = '长'.repeat(5000);
    expect(differingPieces(`头甲${long}乙尾`, `头丙${long}丁尾`)).toHaveLength(1);
  });
});
