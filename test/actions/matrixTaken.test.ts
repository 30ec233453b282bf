// A matrix on a base as a plan, and what a notice gives beside it. Tables written by hand, with what a person reads from them.
import fc from 'fast-check';
import { beginMatrix, checkPlan, emptyRoster, takeMatrix, usualSettings } from '../../src/actions/takeMatrix';
import { compareWithNotice, planNotice, takePeople } from '../../src/actions/takeNotice';
import type { Plan } from '../../src/core/plan';
import type { RawTable } from '../../src/core/rawTable';
import { helperTitles, ledgerTitles } from '../../src/sheets/titles';
import { drawn } from '../core/matrixTables/drawn';

const base = { settings: usualSettings(2021), roster: emptyRoster };
const plan = (tables: readonly RawTable[]): Plan => {
  const taken = takeMatrix(tables, base, {});
  if (!taken.plan.ok) throw new Error('No plan.');
  return taken.plan.value;
};

describe('columns that nobody knows', () => {
  const table = drawn('1', [
    ['工作任务', '责任科室', '完成时限', '备注', '备注', '', '附栏', '附栏'],
    ['推进公示', '外贸科', '2021年6月', '甲', '乙', '丙', '丁', '戊'],
    ['公布目录', '外资科', '2021年7月', '', '', '己', '', '庚'],
  ]);

  test('[I3][L2] they stay with their task, under titles that no other column has', () => {
    const columns = plan([table]).otherColumns ?? [];
    expect(columns.map(({ title }) => title)).toEqual(expect.arrayContaining(['原表备注', '原表其他列2', '附栏']));
    const named = (title: string): readonly (readonly [string, string])[] => [...(columns.find((column) => column.title === title)?.texts ?? [])];
    expect(named('原表备注')).toEqual([['1.1', '乙']]);
    expect(named('原表其他列2')).toEqual([['1.1', '丙'], ['1.2', '己']]);
    expect(named('附栏')).toEqual([['1.1', '丁\n戊'], ['1.2', '庚']]);
  });

  test('[I3][L2] whatever their titles are, a table of Excel could have them', () => {
    const title = fc.oneof(fc.constantFrom('', ' ', '灯色', '备注', '附栏', '原表灯色', 'AB', 'ab', '附栏2', '剩余天数'), fc.string({ maxLength: 6 }));
    fc.assert(fc.property(fc.array(title, { minLength: 1, maxLength: 6 }), (titles) => {
      const { otherColumns = [] } = plan([drawn('1', [['工作任务', '责任科室', '完成时限', ...titles], ['推进公示', '外贸科', '2021年6月', ...titles.map(() => '有')]])]);
      const all = [...Object.values(ledgerTitles), ...Object.values(helperTitles), ...otherColumns.map((column) => column.title)].map((each) => each.toLowerCase());
      expect(new Set(all).size).toBe(all.length);
      expect(all.every((each) => each.trim() !== '')).toBe(true);
    }), { numRuns: 60 });
  });
});

describe('the checks', () => {
  const bare = drawn('1', [['工作任务', '责任人', '责任科室', '完成时限'], ['推进公示', '某人', '某科', '2021年13月'], ['公布目录', '', '', '']]);

  test('[O1][O2][D1][D2] without a roster only what the cells themselves say is said', () => {
    const taken = takeMatrix([bare], base, {});
    const said = taken.plan.problems.filter(({ at }) => at.taskId !== undefined).map(({ rule, at }) => `${rule} ${String(at.taskId)} ${String(at.column)}`);
    expect(said).toEqual(expect.arrayContaining(['D2 1.1 due', 'D1 1.2 due', 'O1 1.2 owners', 'O1 1.2 sections']));
    expect(said.filter((each) => /^O[25678]/.test(each))).toEqual([]);
  });

  test('[O2][O6] with one, each name that it lacks is named', () => {
    const { people } = takePeople('组长：张三丰 局长\n成员：李四光 外贸科科长');
    const made = plan([bare]);
    const said = checkPlan({ ...made, roster: people.roster }).map(({ rule, at }) => `${rule} ${String(at.taskId)}`);
    expect(said).toEqual(expect.arrayContaining(['O2 1.1', 'O6 1.1']));
  });
});

test('[D5][I5] what a matrix says of its year is a guess with its words', () => {
  const begun = beginMatrix([drawn('1', [['2022年重点工作分工表', '←', '←'], ['工作任务', '责任科室', '完成时限'], ['推进公示', '外贸科', '9月底前']])]);
  expect(begun.year).toBe(2022);
  expect(begun.titles).toEqual(['2022年重点工作分工表']);
  expect(begun.guesses.map(({ reason, text }) => [reason, text])).toEqual([['yearOfTitle', '2022年重点工作分工表']]);
});

test('[D5][I1] a notice on another year has its deadlines in that year', () => {
  const made = plan([drawn('1', [['工作任务', '责任科室', '完成时限'], ['推进公示', '外贸科', '9月底前'], ['公布目录', '外贸科', '2021年6月']])]);
  const moved = planNotice(made, { settings: usualSettings(2023), roster: emptyRoster });
  expect(made.tasks.map(({ due }) => (due.kind === 'date' ? due.on : due.kind))).toEqual(['2021-09-30', '2021-06-30']);
  expect(moved.tasks.map(({ due }) => (due.kind === 'date' ? due.on : due.kind))).toEqual(['2023-09-30', '2021-06-30']);
});

test('[I6] without a body nothing is compared', () => {
  expect(compareWithNotice(plan([drawn('1', [['工作任务', '责任科室', '完成时限'], ['推进公示', '外贸科', '2021年6月']])]), undefined)).toEqual([]);
});
