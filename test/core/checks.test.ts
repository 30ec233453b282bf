// The checks of tasks (O1–O8, D1–D5, S9, F4): for each rule one task that trips it and one that just does not.
import { checkDue, checkProgress, checkTasks } from '../../src/core/checks';
import type { CheckedTask } from '../../src/core/checks';
import { readDue } from '../../src/core/deadline';
import type { Problem } from '../../src/core/problem';
import type { Roster } from '../../src/core/roster';
import type { Task } from '../../src/core/task';
import { plan2021, taskOf } from './plans';

const plan = plan2021();
const context = { settings: plan.settings, roster: plan.roster };

/** The problems of one task among the others of 2021, which have none. */
function problemsOf(id: string, changes: Partial<Task>, written?: CheckedTask['written'], asOf?: string, roster: Roster = plan.roster): readonly Problem[] {
  const rows = plan.tasks.map((task): CheckedTask => (task.id === id ? { task: taskOf(plan, id, changes), ...(written === undefined ? {} : { written }) } : { task }));
  return checkTasks(rows, { ...context, roster, ...(asOf === undefined ? {} : { asOf }) });
}

const due = (text: string): Partial<Task> => ({ due: readDue(text, { year: 2021 }) });
const keys = (problems: readonly Problem[]): string[] => problems.map((problem) => `${problem.rule} ${problem.kind} ${problem.level} ${problem.at.taskId ?? ''} ${problem.at.column ?? ''}`);

describe('owners', () => {
  test('[O1][O2][O3][O4][O5][O6][O7][O8] the matrix as issued has nothing to say', () => {
    const rows = plan.tasks.map((task) => ({ task, written: { leaders: task.leaders.join('、'), sections: task.sections.join('、'), owners: task.owners.join('、') } }));
    expect(checkTasks(rows, { ...context, asOf: '2021-04-20' })).toEqual([]);
  });

  test('[O1] empty 责任人, 责任科室, 分管领导; an emptiness is no matter of counting', () => {
    expect(keys(problemsOf('1.1', { owners: [] }))).toEqual(['O1 empty error 1.1 owners']);
    expect(keys(problemsOf('1.1', { sections: [] }))).toEqual(['O1 empty error 1.1 sections']);
    expect(keys(problemsOf('1.1', { leaders: [] }))).toEqual(['O1 empty error 1.1 leaders']);
  });

  test('[O2] a name that the roster does not have, with the nearest that it has', () => {
    expect(problemsOf('1.1', { owners: ['邓喜', '黄万红'] })).toEqual([{ rule: 'O2', kind: 'unknownName', level: 'error', at: { taskId: '1.1', column: 'owners' }, values: { name: '邓喜', nearest: '邓善' } }]);
    expect(problemsOf('1.1', { owners: ['邓善', '黄万红'] })).toEqual([]);
  });

  test('[O3] untidy names, with the fix where it is certain', () => {
    const at = { taskId: '1.1', column: 'owners' };
    const tidy = '邓善、黄万红';
    expect(problemsOf('1.1', {}, { owners: '邓 善、黄万红' })).toEqual([{ rule: 'O3', kind: 'spacesInside', level: 'warning', at, values: { text: '邓 善、黄万红', tidy }, fix: { column: 'owners', text: tidy } }]);
    expect(keys(problemsOf('1.1', {}, { owners: '邓善，黄万红' }))).toEqual(['O3 separator warning 1.1 owners']);
    expect(problemsOf('1.1', {}, { owners: '邓善、黄万红、邓善' })).toMatchObject([{ kind: 'twice', fix: { text: tidy } }]);
    expect(keys(problemsOf('1.1', {}, { sections: '外贸科\n外资科' }))).toEqual(['O3 separator warning 1.1 sections']);
    expect(problemsOf('1.1', {}, { owners: tidy, sections: '外贸科、外资科', leaders: '张光强、李颖' })).toEqual([]);
    expect(problemsOf('1.1', {}, { owners: '' })).toEqual([]);
  });

  test('[O3] names that are a guess get no fix', () => {
    const [problem] = problemsOf('1.1', {}, { owners: '邓喜 黄万红' });
    expect(problem).toMatchObject({ rule: 'O3', kind: 'separator' });
    expect(problem?.fix).toBeUndefined();
  });

  test('[O4] not as many people as sections', () => {
    expect(problemsOf('1.1', { owners: ['邓善'] })).toEqual([{ rule: 'O4', kind: 'ownersNotSections', level: 'warning', at: { taskId: '1.1', column: 'owners' }, values: { count: 1, sections: 2 } }]);
    expect(keys(problemsOf('1.1', { leaders: ['张光强', '李颖', '车洁'] }))).toEqual(['O4 leadersNotSections warning 1.1 leaders']);
    expect(problemsOf('1.1', { owners: ['邓善'], sections: ['外贸科'], leaders: ['张光强'] })).toEqual([]);
  });

  test('[O5] a person in the place of another section', () => {
    const swapped = problemsOf('1.1', { owners: ['黄万红', '邓善'] });
    expect(keys(swapped)).toEqual(['O5 notOfSection warning 1.1 owners', 'O5 notOfSection warning 1.1 owners']);
    expect(swapped[0]?.values).toEqual({ name: '黄万红', section: '对外贸易科', own: '外资管理科', place: 1 });
    expect(problemsOf('1.1', { owners: ['黄万红', '邓善'], sections: ['外资科', '外贸科'], leaders: ['李颖', '张光强'] })).toEqual([]);
  });

  test('[O6] sections that are none, or might be two', () => {
    expect(problemsOf('2.1', { sections: ['口岸科'] })).toMatchObject([{ rule: 'O6', kind: 'ambiguousSection', level: 'error', values: { name: '口岸科', sections: '港口口岸科、陆空口岸科' } }]);
    expect(problemsOf('2.1', { sections: ['港务科'] })).toMatchObject([{ rule: 'O6', kind: 'unknownSection', level: 'error', values: { name: '港务科', nearest: '港口口岸科' } }]);
    expect(problemsOf('2.1', { sections: ['港岸科'] })).toMatchObject([{ rule: 'O6', kind: 'abbreviation', level: 'note' }]);
    expect(problemsOf('2.1', { sections: ['港口口岸科'] })).toEqual([]);
  });

  test('[O7] another 分管领导 than in most other rows', () => {
    expect(problemsOf('2.1', { leaders: ['李颖'] })).toMatchObject([{ rule: 'O7', kind: 'otherLeader', level: 'warning', at: { taskId: '2.1', column: 'leaders' }, values: { section: '港口科', leader: '李颖', usual: '车洁', rows: 3 } }]);
    // 市场科 stands in four rows, two and two: of the three others, two have the other leader, which is most of them.
    const half = plan.tasks.map((task): CheckedTask => ({ task: task.id === '3.1' || task.id === '3.2' ? { ...task, leaders: ['张光强', '车洁'] } : task }));
    expect(checkTasks(half, context).map((problem) => [problem.at.taskId, problem.values['usual']])).toEqual([['3.1', '彭国坚'], ['3.2', '彭国坚'], ['3.3', '车洁'], ['3.4', '车洁']]);
    // 港口科 stands in four rows too: where one row differs from each of the others, no leader has most of them.
    const apart = plan.tasks.filter((task) => task.indicator === '跨境贸易').map((task, index): CheckedTask => ({ task: { ...task, leaders: [['车洁', '李颖', '张光强'][index] ?? ''] } }));
    expect(checkTasks(apart, context)).toEqual([]);
    // One section in one row has no other rows to differ from.
    expect(problemsOf('4.1', { leaders: ['车洁', '张光强'] })).toEqual([]);
  });

  test('[O8] a 分管领导 who does not lead', () => {
    expect(problemsOf('4.1', { leaders: ['蔡方培', '张光强'] })).toMatchObject([{ rule: 'O8', kind: 'notALeader', level: 'error', at: { taskId: '4.1', column: 'leaders' }, values: { name: '蔡方培', post: '公平贸易与法规科科长' } }]);
    expect(problemsOf('4.1', { leaders: ['杨文光', '张光强'] })).toEqual([]);
  });
});

describe('deadlines', () => {
  test('[D1] empty', () => {
    expect(keys(problemsOf('2.1', due('')))).toEqual(['D1 empty error 2.1 due']);
    expect(problemsOf('2.1', due('长期'))).toEqual([]);
  });

  test('[D2] unreadable, with the reason', () => {
    expect(['2021年13月', '2021年2月30日', '2021年6月、9月', '尽快'].map((text) => problemsOf('2.1', due(text))[0]?.kind)).toEqual(['noSuchMonth', 'noSuchDay', 'twoDates', 'notADate']);
    expect(problemsOf('2.1', due('2021年12月'))).toEqual([]);
  });

  test('[D3] a text that reads as a date, with the true day as the fix', () => {
    expect(problemsOf('2.1', due('２０２１年９月'), { due: '２０２１年９月' })).toEqual([
      { rule: 'D3', kind: 'textNotDate', level: 'warning', at: { taskId: '2.1', column: 'due' }, values: { text: '２０２１年９月', shown: '2021年9月' }, fix: { column: 'due', text: '2021年9月', on: '2021-09-30' } },
    ]);
    expect(problemsOf('2.1', {}, { due: 44469 })).toEqual([]);
    expect(problemsOf('2.1', due('长期'), { due: '长期' })).toEqual([]);
  });

  test('[D4] before the notice, or outside the year; the notice’s own day and the year’s last are neither', () => {
    expect(checkDue(taskOf(plan, '2.1', due('2021年3月3日')), undefined, plan.settings)).toMatchObject([{ rule: 'D4', kind: 'beforeNotice', level: 'warning' }]);
    expect(checkDue(taskOf(plan, '2.1', due('2022年1月')), undefined, plan.settings)).toMatchObject([{ rule: 'D4', kind: 'outsideYear', level: 'warning' }]);
    expect(checkDue(taskOf(plan, '2.1', due('2020年12月')), undefined, plan.settings)).toMatchObject([{ rule: 'D4', kind: 'beforeNotice' }]);
    expect(checkDue(taskOf(plan, '2.1', due('2021年3月4日')), undefined, plan.settings)).toEqual([]);
    expect(checkDue(taskOf(plan, '2.1', due('2021年12月31日')), undefined, plan.settings)).toEqual([]);
  });

  test('[D5] a form without a year says that it took the plan’s', () => {
    expect(problemsOf('2.1', due('9月底前'))).toMatchObject([{ rule: 'D5', kind: 'assumedYear', level: 'note', values: { text: '9月底前', shown: '2021年9月', year: 2021 } }]);
    expect(problemsOf('2.1', due('2021年9月底前'))).toEqual([]);
  });
});

describe('what was filled in', () => {
  test('[S9] done by the words but not by the date', () => {
    expect(problemsOf('2.2', { progress: '收费清单公示已完成。' })).toMatchObject([{ rule: 'S9', kind: 'saysDone', level: 'note', at: { taskId: '2.2', column: 'progress' }, values: { word: '已完成' } }]);
    expect(problemsOf('2.2', { progress: '收费清单公示已完成。', doneOn: '2021-06-20' })).toEqual([]);
    expect(problemsOf('2.2', { progress: '收费清单公示基本完成。' })).toEqual([]);
  });

  test('[S9] done in days to come', () => {
    expect(problemsOf('2.2', { doneOn: '2021-06-21' }, undefined, '2021-06-20')).toMatchObject([{ rule: 'S9', kind: 'doneAfterAsOf', level: 'note', values: { doneOn: '2021-06-21', asOf: '2021-06-20' } }]);
    expect(problemsOf('2.2', { doneOn: '2021-06-20' }, undefined, '2021-06-20')).toEqual([]);
  });

  test('[S9] a 办结日期 that is no day, or a day as text', () => {
    expect(checkProgress(taskOf(plan, '2.2', { doneOnText: '六月底' }), undefined)).toMatchObject([{ rule: 'S9', kind: 'doneOnUnread', level: 'error', at: { column: 'doneOn' } }]);
    expect(checkProgress(taskOf(plan, '2.2', { doneOnText: '2021.6.25' }), undefined)).toMatchObject([{ rule: 'S9', kind: 'doneOnText', level: 'warning', fix: { column: 'doneOn', text: '2021年6月25日', on: '2021-06-25' } }]);
    // Without a year it would be a guess.
    expect(checkProgress(taskOf(plan, '2.2', { doneOnText: '6月25日' }), undefined)).toMatchObject([{ kind: 'doneOnUnread' }]);
  });

  test('[F4] hollow text', () => {
    expect(problemsOf('2.2', { progress: '正在按计划推进。' })).toMatchObject([{ rule: 'F4', kind: 'hollow', level: 'note', values: { text: '正在按计划推进。' } }]);
    expect(problemsOf('2.2', { progress: '正在按计划推进，已公示 12 家。' })).toEqual([]);
    expect(problemsOf('2.2', { progress: '无' })).toEqual([]);
  });
});
