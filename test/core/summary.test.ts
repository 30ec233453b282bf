// What a summary counts where a case is easily got wrong (B2, B3); that it counts right is shown on the sheet by test/excel/summaryCounts.test.ts.
import fc from 'fast-check';
import { countTasks, inReportOrder, rateOf, summaryOf } from '../../src/core/summary';
import { anyTasks, reportOf, taskOf } from '../sheets/reports';

test('[B3] whatever the tasks, each total is the sum of its parts, by indicator too', () => {
  fc.assert(fc.property(anyTasks(20), (tasks) => {
    const { counts, byIndicator, bySection } = summaryOf(reportOf(tasks), []);
    const sum = (of: Readonly<Record<string, number>>): number => Object.values(of).reduce((total, each) => total + each, 0);
    expect([sum(counts.status), sum(counts.filled), sum(counts.light), counts.tasks]).toEqual([tasks.length, tasks.length, tasks.length, tasks.length]);
    expect(byIndicator.reduce((total, group) => total + group.counts.tasks, 0)).toBe(tasks.length);
    expect(byIndicator.reduce((total, group) => total + group.counts.reported, 0)).toBe(counts.reported);
    expect(bySection.reduce((total, { lead }) => total + lead, 0)).toBe(tasks.length);
    for (const { lead, joining, counts: inside } of bySection) expect(lead + joining).toBe(inside.tasks);
  }));
});

test('[B3] a section named twice in one task counts it once; a task without sections stands under the empty name', () => {
  const { bySection } = summaryOf(reportOf([taskOf({ sections: ['外贸科', '外贸科'], owners: ['邓善', '邓善'] }), taskOf({ id: '1.2', sections: [], owners: [] })]), []);
  expect(bySection.map(({ name, lead, joining, owners }) => [name, lead, joining, owners])).toEqual([['外贸科', 1, 0, ['邓善']], ['', 1, 0, []]]);
});

test('[B2] whose a name is nobody guesses where their numbers differ', () => {
  const { bySection } = summaryOf(reportOf([taskOf({ sections: ['外贸科', '港口科'], owners: ['邓善'] }), taskOf({ id: '1.2', sections: ['港口科'], owners: ['胡毅'] })]), []);
  expect(bySection.map(({ name, owners }) => [name, owners])).toEqual([['外贸科', []], ['港口科', ['胡毅']]]);
});

test('[B2] what is done counts as reported, whatever it says, and is not asked for again', () => {
  const tasks = [taskOf({ status: '已办结', filled: '未填报' }), taskOf({ id: '1.2', status: '逾期办结', filled: '未更新' }), taskOf({ id: '1.3', filled: '未填报' })];
  const { counts, notFilled } = summaryOf(reportOf(tasks), []);
  expect([counts.done, counts.reported, notFilled.map(({ id }) => id)]).toEqual([2, 2, ['1.3']]);
});

test('[B2] overdue tasks come with the longest first, those to be filled in with the nearest deadline first and those without one last', () => {
  const late = [-3, -90, -14].map((daysLeft, index) => taskOf({ id: `1.${String(index + 1)}`, status: '逾期', light: '红', daysLeft }));
  const { daysLeft: _, ...open } = taskOf({ id: '2.1', status: '长期推进', filled: '未填报' });
  const empty = [open, ...[40, 5].map((daysLeft, index) => taskOf({ id: `3.${String(index + 1)}`, filled: '未填报', daysLeft }))];
  const { overdue, notFilled } = summaryOf(reportOf([...late, ...empty]), []);
  expect(overdue.map(({ id }) => id)).toEqual(['1.2', '1.3', '1.1']);
  expect(notFilled.map(({ id }) => id)).toEqual(['3.2', '3.1', '2.1']);
});

test('[P3][B2] only reports of earlier periods count, in whatever order they come, and the nearest is the one before', () => {
  const of = (period: string, count: number): ReturnType<typeof reportOf> => reportOf(Array.from({ length: count }, (_, index) => taskOf({ id: `1.${String(index + 1)}` })), { period });
  const { before, trend } = summaryOf(of('2021-08', 3), [of('2021-10', 9), of('2021-06', 2), of('2021-08', 7), of('2021-04', 1)]);
  expect(before).toMatchObject({ period: '2021-06', counts: { tasks: 2 } });
  expect(trend.map(({ period, counts }) => [period, counts.tasks])).toEqual([['2021-04', 1], ['2021-06', 2], ['2021-08', 3]]);
});

test('[B2] rates are in per cent to one place, and there is none of nothing', () => {
  expect([rateOf(1, 13), rateOf(2, 3), rateOf(13, 13), rateOf(0, 13), rateOf(1, 2000), rateOf(0, 0)]).toEqual([7.7, 66.7, 100, 0, 0.1, undefined]);
  expect(countTasks([])).toMatchObject({ tasks: 0, done: 0, reported: 0 });
});

test('[L6] a report lists by number, whatever the order of the rows; what has none comes last', () => {
  const ids = ['2.10', '10.1', '', '2.9', '甲', '1.1'];
  expect(inReportOrder(ids.map((id) => taskOf({ id }))).map(({ id }) => id)).toEqual(['1.1', '2.9', '2.10', '10.1', '', '甲']);
});

test('[F1][B2] a placeholder in place of nothing is no change; a text that was taken away is one', () => {
  const change = (before: string, now: string): readonly unknown[] => {
    const { changes, renewed } = summaryOf(reportOf([taskOf({ progress: now })]), [reportOf([taskOf({ progress: before })], { period: '2021-04' })]);
    return [renewed, changes.length];
  };
  expect([change('', '无'), change('暂无。', '/'), change('已公示。', '已公示'), change('已公示', ''), change('', '已公示'), change('已公示一次', '已公示两次')])
    .toEqual([[0, 0], [0, 0], [0, 0], [1, 0], [1, 0], [1, 0]]);
});
