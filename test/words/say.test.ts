// Problems as sentences: what a person reads for each fault of the data.
import type { Problem } from '../../src/core/problem';
import { parsePlan } from '../../src/core/planFile';
import { sayProblem, sentenceKey } from '../../src/words/say';
import { problemSentences } from '../../src/words/problems';
import { producedProblems } from './producedProblems';
import { faultsOf } from './tidy';
import seed from '../../seeds/plan-2021.json';

const problem = (rule: string, kind: string, at: Problem['at'] = {}, values: Problem['values'] = {}, level: Problem['level'] = 'error'): Problem => ({ rule, kind, level, at, values });
const produced = producedProblems();
const keysOf = (key: string): ReadonlySet<string> => new Set(produced.filter((each) => `${each.rule ?? key.split('.')[0] ?? ''}.${each.kind}` === key).flatMap((each) => [...each.keys]));

describe('a sentence for every problem', () => {
  test('[X3] the sources are read well enough to find what is known to be there', () => {
    const keys = new Set(produced.map((each) => `${each.rule ?? ''}.${each.kind}`));
    // One of each way of making a problem: a literal, a helper, a helper of a helper, a function handed on, a type's texts, a table.
    for (const key of ['L10.sheetOfAnother', 'L9.rosterNoName', 'S6.outOfBounds', 'S9.doneOnUnread', 'D2.noSuchMonth', 'O3.spacesInside', 'I5.namesJoined', 'L7.gone', 'L7.unnumbered', 'I1.notJson']) expect(keys).toContain(key);
    expect(keys.size).toBeGreaterThan(80);
  });

  test('[X3] every problem that core, sheets, actions and pane can find has its own sentence', () => {
    const without = produced.filter(({ rule, kind }) => (rule === undefined ? !Object.keys(problemSentences).some((key) => key.endsWith(`.${kind}`)) : !(`${rule}.${kind}` in problemSentences)));
    expect(without.map(({ rule, kind, where }) => `${rule ?? ''}.${kind} at ${where}`)).toEqual([]);
  });

  test('[X3] no sentence is left over that nothing can say', () => {
    const kinds = new Set(produced.map(({ rule, kind }) => `${rule ?? ''}.${kind}`));
    const changed = new Set(produced.filter(({ rule }) => rule === undefined).map(({ kind }) => kind));
    expect(Object.keys(problemSentences).filter((key) => !kinds.has(key) && !changed.has(key.split('.')[1] ?? ''))).toEqual([]);
  });

  test.each(Object.keys(problemSentences))('[X3] %s: whole, polite, and of values that its problem brings', (key) => {
    const [rule = '', kind = ''] = key.split('.');
    const asked = new Set<string>();
    const values = new Proxy<Record<string, string | number>>({}, {
      get: (_, name) => {
        asked.add(String(name));
        return '值';
      },
    });
    const sentence = sayProblem(problem(rule, kind, { taskId: '2.3', column: 'due' }, values));
    expect(faultsOf(sentence)).toEqual([]);
    expect(sentence).toMatch(/。$/);
    const brought = keysOf(key);
    // A problem that is only given another kind brings the values of the first.
    if (produced.some((each) => each.rule !== undefined && each.kind === kind)) expect([...asked].filter((name) => !brought.has(name))).toEqual([]);
  });

  test.each(Object.keys(problemSentences))('[X3] %s: says what to do, unless it only tells what was done', (key) => {
    const [rule = '', kind = ''] = key.split('.');
    const sentence = sayProblem(problem(rule, kind, { taskId: '2.3', column: 'due' }, new Proxy<Record<string, string>>({}, { get: () => '值' })));
    const tellsOnly = ['I4.ordinal', 'L4.typesetting', 'L7.filledKept', 'L9.peopleAdded', 'L9.peopleKept', 'L9.settingKept', 'R12.formulaLike'];
    expect(/请/.test(sentence)).toBe(!tellsOnly.includes(key));
  });
});

describe('places', () => {
  const due = { text: '2021年13月', detail: '13' };
  test.each<[string, Problem['at'], string]>([
    ['a cell of a sheet', { sheet: '任务台账', cell: 'J7', column: 'due' }, '“任务台账”表J7单元格的完成时限“2021年13月”读不出来：没有13月。请改成日期，如 2021-12-31，或写“长期坚持”。'],
    ['a cell alone', { cell: 'J7', column: 'due' }, 'J7单元格的完成时限“2021年13月”读不出来：没有13月。请改成日期，如 2021-12-31，或写“长期坚持”。'],
    ['a task', { taskId: '2.3', column: 'due' }, '任务2.3的完成时限“2021年13月”读不出来：没有13月。请改成日期，如 2021-12-31，或写“长期坚持”。'],
    ['a task of a file', { file: '方案', index: 4, taskId: '2.3', column: 'due' }, '方案文件“方案”中任务2.3（第4项）的完成时限“2021年13月”读不出来：没有13月。请改成日期，如 2021-12-31，或写“长期坚持”。'],
    ['a task of a file without a number', { file: '方案', index: 4, column: 'due' }, '方案文件“方案”中第4项任务的完成时限“2021年13月”读不出来：没有13月。请改成日期，如 2021-12-31，或写“长期坚持”。'],
    ['the built-in plan', { file: '', taskId: '2.3', column: 'due' }, '内置方案中任务2.3的完成时限“2021年13月”读不出来：没有13月。请改成日期，如 2021-12-31，或写“长期坚持”。'],
  ])('[D2] %s is named', (_, at, sentence) => {
    expect(sayProblem(problem('D2', 'noSuchMonth', at, due))).toBe(sentence);
  });

  test('[X3] a note on a task does not repeat the file', () => {
    expect(sayProblem(problem('D5', 'assumedYear', { file: '方案', taskId: '2.3', column: 'due' }, { text: '9月', shown: '2021年9月', year: 2021 }, 'note'))).toBe('任务2.3的完成时限“9月”没有写年份，按2021年9月处理。如果不对，请写明年份。');
  });

  test('[X3] a long text is quoted by its beginning, on one line', () => {
    const sentence = sayProblem(problem('F4', 'hollow', { taskId: '1.1', column: 'progress' }, { text: `正在\n推进${'推'.repeat(40000)}` }));
    expect(sentence.length).toBeLessThan(120);
    expect(sentence).toContain('…”');
    expect(sentence).not.toContain('\n');
  });

  test('[X3] a problem without a sentence still names its place', () => {
    expect(sayProblem(problem('Z9', 'neverHeardOf', { sheet: '设置', cell: 'B4' }))).toBe('“设置”表B4单元格需要核对。请检查后改正，再试一次。');
  });
});

describe('sentences of real faults', () => {
  type Json = Record<string, unknown>;
  const changedTask = (change: Json): unknown => ({ ...seed, tasks: seed.tasks.map((task, index) => (index === 3 ? { ...task, ...change } : task)) });
  const said = (json: unknown): readonly string[] => parsePlan(json, '方案甲').problems.map(sayProblem);

  test.each<[string, unknown, string]>([
    ['I1', [], '方案文件“方案甲”的方案应是一组内容，现在是列表。请对照内置方案的写法改正。'],
    ['I1', { ...seed, tasks: undefined }, '方案文件“方案甲”缺少任务清单。请补上后再试。'],
    ['L2', { ...seed, tasks: seed.tasks.map(({ due: _, ...task }) => task) }, '方案文件“方案甲”的任务清单缺少“完成时限”一列。请补上后再试。'],
    ['L6', changedTask({ id: '1.1' }), '方案文件“方案甲”中任务1.1（第4项）的编号“1.1”与第1项重复。请改成没有用过的编号。'],
    ['D2', changedTask({ due: '2021年13月' }), '方案文件“方案甲”中任务2.3（第4项）的完成时限“2021年13月”读不出来：没有13月。请改成日期，如 2021-12-31，或写“长期坚持”。'],
    ['O2', changedTask({ owners: ['胡一'] }), '方案文件“方案甲”中任务2.3（第4项）的责任人中的“胡一”不在名册里。是否应为“胡毅”？请核对后改正，或在名册中补上。'],
    ['R12', changedTask({ text: '=SUM(1,2)' }), '任务2.3（第4项）的工作任务以“=”开头（“=SUM(1,2)”），会原样写成文字，不会当作公式计算。'],
    ['X3', changedTask({ progress: '长'.repeat(40000) }), '方案文件“方案甲”中任务2.3（第4项）的落实情况有40000个字，超过了 Excel 一个单元格32767个字的上限。请缩短后再试。'],
    ['O8', { ...seed, roster: { ...seed.roster, people: seed.roster.people.map((person, index) => (index === 2 ? { ...person, role: '科员' } : person)) } }, '方案文件“方案甲”中名册第3条的角色“科员”不对。只能是组长、副组长、成员之一，请改正后再试。'],
  ])('[%s] a plan file with one fault', (_, json, sentence) => {
    expect(said(json)).toContain(sentence);
  });

  test('[X3] no sentence of a thoroughly spoilt file has a hole in it', () => {
    const spoilt = {
      settings: { title: 3, unit: '局', year: 20210, issuedOn: '2021-02-30', office: '没有这个科', calendar: { firstCutOff: '2020-04-20', everyMonths: 0, weekendRule: '往后' }, warningDays: 'x', extra: 1 },
      roster: { people: [{ name: '', post: '科长', role: '成员', section: '甲科' }, { name: '胡毅', post: '', role: '', section: '乙科' }, { name: '胡毅', post: '', role: '成员', section: '乙科' }, 7], sections: [{ name: '乙科', shortNames: ['丙科'] }, { name: '丁科', shortNames: ['丙科', 3] }] },
      tasks: [{ id: 'x' }, null, { id: '1.1', indicator: '（一）甲', leadUnit: ' 市 局 ', supportUnits: '市局', text: '', leaders: '胡毅 邓 善', sections: ['丙科'], owners: [3], due: '六月、七月', other: 1 }],
    };
    const sentences = said(spoilt);
    expect(sentences.length).toBeGreaterThan(15);
    for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|需要核对。请检查后改正|null/);
  });
});

test('[X3] a sentence is found by rule and kind', () => {
  expect(sentenceKey({ rule: 'D2', kind: 'notADate' })).toBe('D2.notADate');
});
