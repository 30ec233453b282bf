// How rows and problems are listed, and what becomes of a draft. Pure.
import * as fc from 'fast-check';
import type { JudgedRow } from '../../src/actions/judgeLedger';
import { groupRows, inOrder, onlyRows, tellingColumn } from '../../src/actions/listStatus';
import type { RowStatus } from '../../src/core/cellStatus';
import { filledOf } from '../../src/core/filled';
import { lightOf } from '../../src/core/light';
import type { Problem } from '../../src/core/problem';
import { statusOf } from '../../src/core/status';
import { areaOf, choicesOf, listProblems, noFilter, passes, renamed } from '../../src/pane/checkShape';
import type { Filling } from '../../src/pane/desks/fillDesk';
import { changedUnderneath, fillFields, typeInto } from '../../src/pane/desks/fillDesk';
import { seedPlan } from './fakeWorkbook';

const plan = seedPlan();

function judged(index: number, asOf: string, progress = '', doneOn = ''): JudgedRow {
  const task = { ...(plan.tasks[index] ?? plan.tasks[0]!), progress, doneOn };
  const { status, daysLeft, reason } = statusOf({ due: task.due, doneOn, asOf, warningDays: 30 });
  const filled = filledOf(progress);
  const light = lightOf({ status, filled: filled.filled, mustBeFilled: true });
  const row: RowStatus = { status, ...(daysLeft === undefined ? {} : { daysLeft }), filled: filled.filled, light: light.light, reasons: { status: reason, filled: filled.reason, light: light.reason } };
  return { row: index + 4, task, status: row };
}

describe('lists of where tasks stand', () => {
  const rows = plan.tasks.map((_, index) => judged(index, '2021-10-20', index % 3 === 0 ? '已开展' : '', index === 4 ? '2021-10-01' : ''));

  test('[S5] 逾期 stands first with the longest on top, then 未填报, then the rest, what is done last', () => {
    const listed = inOrder(rows);
    const ranks = listed.map(({ status }) => (status.status === '逾期' ? 0 : status.status === '已办结' || status.status === '逾期办结' ? 3 : status.filled === '未填报' ? 1 : 2));
    expect(ranks).toEqual([...ranks].sort());
    const late = listed.filter(({ status }) => status.status === '逾期').map(({ status }) => status.daysLeft ?? 0);
    expect(late).toEqual([...late].sort((a, b) => a - b));
    expect(late.length).toBeGreaterThan(2);
  });

  test('[C4] by indicator every task is in one group; by section in each of its sections', () => {
    expect(groupRows(rows, 'indicator').reduce((sum, group) => sum + group.rows.length, 0)).toBe(13);
    for (const by of ['sections', 'leaders', 'owners'] as const) {
      expect(groupRows(rows, by).reduce((sum, group) => sum + group.rows.length, 0)).toBe(plan.tasks.reduce((sum, task) => sum + new Set(task[by]).size, 0));
    }
  });

  test('[C1] the light of a group is its worst, and groups with 逾期 come first', () => {
    for (const group of groupRows(rows, 'indicator')) {
      if (group.overdue > 0) expect(group.light).toBe('红');
      expect(group.overdue).toBe(group.rows.filter(({ status }) => status.status === '逾期').length);
    }
    const overdue = groupRows(rows, 'owners').map((group) => group.overdue > 0);
    expect(overdue).toEqual([...overdue].sort((a, b) => Number(b) - Number(a)));
  });

  test('[C1] what is done counts as filled in', () => {
    const done = judged(2, '2021-10-20', '', '2021-09-01');
    expect(groupRows([done], 'indicator')[0]?.notFilled).toBe(0);
  });

  test('[C4] one word looked at alone is exactly the rows that have it', () => {
    expect(onlyRows(rows, undefined)).toHaveLength(13);
    expect(onlyRows(rows, { kind: 'status', word: '已办结' }).length + onlyRows(rows, { kind: 'status', word: '逾期办结' }).length).toBe(1);
    expect(onlyRows(rows, { kind: 'light', word: '红' }).every(({ status }) => status.light === '红')).toBe(true);
  });

  test.each<[string, JudgedRow, string]>([
    ['overdue', judged(2, '2021-12-31'), 'due'],
    ['near and not filled in', judged(2, '2021-06-18'), 'due'],
    ['only not filled in', judged(0, '2021-04-20'), 'progress'],
    ['filled in', judged(0, '2021-04-20', '已开展'), 'due'],
  ])('[C4] what is %s leads to the cell that tells', (_, row, column) => {
    expect(tellingColumn(row)).toBe(column);
  });

  test('[C4] no row is lost or doubled by the order', () => {
    fc.assert(fc.property(fc.array(fc.record({ index: fc.nat(12), asOf: fc.constantFrom('2021-04-20', '2021-07-01', '2022-01-01'), progress: fc.constantFrom('', '无', '已开展'), doneOn: fc.constantFrom('', '2021-05-05') })), (made) => {
      const some = made.map(({ index, asOf, progress, doneOn }) => judged(index, asOf, progress, doneOn));
      expect(new Set(inOrder(some))).toEqual(new Set(some));
      expect(groupRows(some, 'indicator').flatMap((group) => group.rows)).toHaveLength(some.length);
    }));
  });
});

describe('lists of problems', () => {
  const rows = plan.tasks.map((_, index) => judged(index, '2021-06-18'));
  const problem = (rule: string, level: Problem['level'], at: Problem['at'], values: Problem['values'] = {}): Problem => ({ rule, kind: 'x', level, at, values });
  const listed = listProblems([
    problem('I6', 'note', {}), problem('O3', 'warning', { cell: 'H9' }), problem('D2', 'error', { cell: 'I12' }), problem('D2', 'error', { cell: 'I6' }),
  ], rows);

  test('[O2] the worst come first, then by row; each knows its task', () => {
    expect(listed.map((each) => each.problem.at.cell)).toEqual(['I6', 'I12', 'H9', undefined]);
    expect(listed.map((each) => each.task?.id)).toEqual([plan.tasks[1]?.id, plan.tasks[7]?.id, plan.tasks[4]?.id, undefined]);
  });

  test.each<[string, string]>([['O7', 'owners'], ['D3', 'deadline'], ['D8', 'body'], ['I6', 'body'], ['S9', 'progress'], ['F4', 'progress'], ['L6', 'number'], ['X3', 'other']])('[D8] %s is about %s', (rule, area) => {
    expect(areaOf(problem(rule, 'note', {}))).toBe(area);
  });

  test('[O1] a filter lets through what has all that is chosen', () => {
    const section = plan.tasks[1]?.sections[0] ?? '';
    expect(listed.filter((each) => passes(each, noFilter))).toHaveLength(4);
    expect(listed.filter((each) => passes(each, { ...noFilter, level: 'error' }))).toHaveLength(2);
    expect(listed.filter((each) => passes(each, { ...noFilter, area: 'owners' }))).toHaveLength(1);
    expect(listed.filter((each) => passes(each, { ...noFilter, section })).every((each) => each.task?.sections.includes(section))).toBe(true);
    expect(choicesOf(listed).areas).toEqual(['deadline', 'owners', 'body']);
  });

  test('[O2] an offered name takes the place of the one that the roster lacks, and only there', () => {
    const task = { ...(plan.tasks[3] ?? plan.tasks[0]!), owners: ['胡一', '邓善'] };
    const unknown = problem('O2', 'error', { column: 'owners' }, { name: '胡一', nearest: '胡毅' });
    expect(renamed({ problem: unknown, task })).toEqual({ name: '胡毅', text: '胡毅、邓善' });
    expect(renamed({ problem: { ...unknown, values: { name: '胡一', nearest: '' } }, task })).toBeUndefined();
    expect(renamed({ problem: { ...unknown, at: { column: 'due' } }, task })).toBeUndefined();
    expect(renamed({ problem: unknown, task: undefined })).toBeUndefined();
  });
});

describe('drafts', () => {
  const stands: Filling = { progress: '原文', remark: '', doneOn: '' };

  test('[L7] a draft keeps what stood there, and goes when it says the same as the sheet', () => {
    const draft = typeInto(undefined, stands, 'progress', '新文');
    expect(draft).toEqual({ base: { progress: '原文' }, typed: { progress: '新文' } });
    expect(typeInto(draft, stands, 'progress', '原文')).toBeUndefined();
  });

  test('[L7] a cell that someone changed meanwhile is told of, unless both say the same', () => {
    const draft = typeInto(undefined, stands, 'progress', '新文');
    expect(changedUnderneath(draft, stands)).toEqual([]);
    expect(changedUnderneath(draft, { ...stands, progress: '别人的' })).toEqual(['progress']);
    expect(changedUnderneath(draft, { ...stands, progress: '新文' })).toEqual([]);
    expect(changedUnderneath(draft, { ...stands, remark: '别人的' })).toEqual([]);
  });

  test('[L7] whatever is typed in whatever order, a draft holds exactly the fields that differ', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...fillFields), fc.constantFrom('', '原文', '新文', '2021-09-15'))), (steps) => {
      const last: Record<string, string> = { ...stands };
      let draft: ReturnType<typeof typeInto>;
      for (const [field, text] of steps) {
        draft = typeInto(draft, stands, field, text);
        last[field] = text;
      }
      expect(draft?.typed ?? {}).toEqual(Object.fromEntries(fillFields.filter((field) => last[field] !== stands[field]).map((field) => [field, last[field]])));
    }));
  });
});
