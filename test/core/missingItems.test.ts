// What each section still owes a report (R13): its own text, for this period, on tasks that are not done.
import { missingItems } from '../../src/core/missingItems';
import { ledger2021 } from './returns';

type Changes = Parameters<typeof ledger2021>[0];
const missing = (changes: Changes, before?: Readonly<Record<string, string>>) => {
  const { roster, tasks } = ledger2021(changes);
  const items = missingItems({ roster, tasks, asOf: '2021-06-18', ...(before === undefined ? {} : { before: new Map(Object.entries(before)) }) });
  return new Map(items.map((each) => [each.section, each]));
};
const idsOf = (found: ReturnType<typeof missing>, section: string): readonly string[] => found.get(section)?.missing.map(({ id, why, leads }) => `${id} ${why} ${leads ? 'leads' : 'joins'}`) ?? [];

test('[R13] before anybody has reported, each section lacks each of its tasks, leading or joining', () => {
  const found = missing({});
  expect([...found.keys()]).toEqual(['公平贸易与法规科', '市场规划管理科', '对外贸易科', '外资管理科', '港口口岸科', '东盟事务科', '行政审批科']);
  expect(idsOf(found, '外资管理科')).toEqual(['1.1 未填报 joins', '6.1 未填报 leads']);
  expect(found.get('对外贸易科')).toMatchObject({ tasks: 7, done: 0, filled: 0 });
});

test('[R13] of a joint task only those are named whose own text is missing; a placeholder is no text', () => {
  const found = missing({ '6.1': { progress: '总体良好\n【外资科】已开展\n【外贸科】无\n【港口科】已梳理' }, '1.1': { progress: '【外资科】已开展' } });
  expect(idsOf(found, '外资管理科')).toEqual([]);
  expect(found.get('外资管理科')).toMatchObject({ tasks: 2, filled: 2 });
  expect(idsOf(found, '港口口岸科')).not.toContain('6.1 未填报 joins');
  expect(idsOf(found, '对外贸易科')).toContain('6.1 未填报 joins');
  expect(idsOf(found, '东盟事务科')).toEqual(['6.1 未填报 joins']);
});

test('[R13][F2] what says the same as in the last report is missing, by each section’s own text', () => {
  const found = missing({ '6.1': { progress: '【外资科】已开展\n【东盟科】已走访三国' } }, { '6.1': '【外资科】已开展。\n【东盟科】已走访两国' });
  expect(idsOf(found, '外资管理科')).toEqual(['1.1 未填报 joins', '6.1 未更新 leads']);
  expect(idsOf(found, '东盟事务科')).toEqual([]);
});

test('[R13][S9] a task that is done needs nothing new; one done after the day is not yet done, nor is one whose day is none', () => {
  const found = missing({ '2.1': { doneOn: '2021-06-18' }, '2.2': { doneOn: '2021-06-19' }, '2.3': { doneOn: '六月底' } });
  expect(idsOf(found, '港口口岸科')).toEqual(['2.2 未填报 leads', '2.3 未填报 leads', '6.1 未填报 joins']);
  expect(found.get('港口口岸科')).toMatchObject({ tasks: 4, done: 1, filled: 0 });
});

test('[R13] a section that the roster does not know is named as the task names it', () => {
  const { roster, tasks } = ledger2021();
  const items = missingItems({ roster, asOf: '2021-06-18', tasks: tasks.slice(1, 2).map((task) => ({ ...task, sections: ['巡查科', '港口科', '港口口岸科', ''] })) });
  expect(items.map(({ section, missing: each }) => [section, each.map(({ leads }) => leads)])).toEqual([['港口口岸科', [false]], ['巡查科', [true]]]);
});
