// A new year from an old ledger, and 名册 and 设置 changed from the pane: planned and written through the real Office.js on the pretend Excel.
import { build, planBuild } from '../../src/actions/buildLedger';
import { planRosterEdit } from '../../src/actions/editRoster';
import { planSettingsEdit } from '../../src/actions/editSettings';
import type { LedgerState } from '../../src/actions/lookAtWorkbook';
import { lookAtWorkbook } from '../../src/actions/lookAtWorkbook';
import { applyMending, planFillIn } from '../../src/actions/mendLedger';
import { drawNewYear, planNewYear } from '../../src/actions/newYear';
import { ExcelFault } from '../../src/excel/excelFault';
import { drawWorkbookFile } from '../../src/files/drawWorkbook';
import { Book } from '../../src/workbench/book/book';
import { createCalc } from '../../src/workbench/calc';
import { openXlsx } from '../../src/workbench/xlsx';
import { seedPlan } from '../sheets/seedPlan';
import type { OpenExcel } from './harness';
import { openExcel } from './harness';

jest.setTimeout(240_000);

const today = '2021-12-20';
let excel: OpenExcel;
let ledger = '';
beforeEach(async () => {
  excel = await openExcel();
  const planning = await planBuild(excel.workbook, seedPlan(), []);
  if (planning.kind !== 'ready') throw new Error('refused');
  await build(excel.workbook, planning.build, () => undefined);
  ledger = excel.book.sheetByName('任务台账')?.id ?? '';
});
afterEach(() => { excel.close(); });

async function look(): Promise<LedgerState> {
  const state = await lookAtWorkbook(excel.workbook);
  if (state.kind !== 'ledger') throw new Error(state.kind);
  return state;
}

async function fill(row: number, filled: Parameters<typeof planFillIn>[2]): Promise<void> {
  const mending = planFillIn(await look(), row, filled);
  if ('problem' in mending) throw new Error('refused');
  await applyMending(excel.workbook, mending);
}

test('[L5][L7][P1] a new year has the same tasks with nothing filled in, months that stay months, and its own reports; the old ledger is not touched', async () => {
  await fill(5, { progress: '已联网（虚拟示例）', remark: '按月报', doneOn: '2021-09-15' });
  excel.book.enter(ledger, 6, 8, '2021-9-15');
  excel.book.restyle(ledger, { top: 7, left: 8, bottom: 7, right: 8 }, { numberFormat: '@' });
  excel.book.enter(ledger, 7, 8, '长期坚持');
  const before = excel.book.picture();
  const planning = await planNewYear(excel.workbook, { year: 2022, issuedOn: '2022-02-28', today });
  if (planning.kind !== 'ready') throw new Error(JSON.stringify(planning));
  expect(excel.book.picture()).toEqual(before);
  const { plan } = planning;
  expect(plan.cleared).toBe(1);
  expect(plan.deadlines.slice(0, 4).map(({ id, old, new: next, kind }) => [id, old, next, kind])).toEqual([
    ['1.1', '2021年12月', '2022年12月', 'moved'], ['2.1', '2021年9月', '2022年9月', 'moved'], ['2.2', '2021年9月15日', '2022年9月15日', 'moved'], ['2.3', '长期坚持', '长期坚持', 'kept'],
  ]);
  expect(plan.plan.tasks.every(({ progress, remark, doneOn }) => progress === '' && remark === '' && doneOn === '')).toBe(true);
  expect(plan.plan.settings).toMatchObject({ year: 2022, issuedOn: '2022-02-28', asOf: '', calendar: { firstCutOff: '2022-04-20', everyMonths: 2, weekendRule: 'before' } });
  // 20 February is before the first report; 20 August 2022 is a Saturday.
  expect(plan.periods.map(({ name, cutOff }) => [name, cutOff])).toEqual([['2022-04', '2022-04-20'], ['2022-06', '2022-06-20'], ['2022-08', '2022-08-19'], ['2022-10', '2022-10-20'], ['2022-12', '2022-12-20']]);

  const bytes = await drawWorkbookFile(drawNewYear(plan));
  const clock = { today: () => 44600 };
  const { book } = await openXlsx(bytes, () => new Book({ calc: createCalc(clock), clock }));
  excel.close();
  if (!(book instanceof Book)) throw new Error('not a Book');
  excel = await openExcel({ book, today: 44600 });
  const state = await look();
  expect([state.settings?.year, state.roster?.people.length, state.ledger.rows.length, state.problems]).toEqual([2022, 27, 13, []]);
  const sheet = excel.book.sheetByName('任务台账')?.id ?? '';
  expect([excel.book.textAt(sheet, 5, 8), excel.book.textAt(sheet, 5, 12), excel.book.textAt(sheet, 7, 12)]).toEqual(['2022年9月', '正常推进', '长期推进']);
});

test('[L7] a year that is none, or not a later one, is refused', async () => {
  for (const year of [2021, 2020, 20210, NaN, 2022.5]) {
    expect(await planNewYear(excel.workbook, { year, today })).toMatchObject({ kind: 'refused', problem: { rule: 'L7', kind: 'notALaterYear' } });
  }
});

test('[L9][O6] another list of people becomes 名册: leaders first, the drop-downs with them; who comes, changes and goes is said before', async () => {
  const state = await look();
  const roster = state.roster ?? { people: [], sections: [] };
  const people = [
    ...roster.people.filter(({ name }) => name !== '吴政').map((person) => (person.name === '孙媛媛' ? { ...person, post: '行政审批科科长' } : person)),
    { name: '周志安', post: '办公室主任', role: '成员' as const, section: '办公室' },
  ].filter((person, index, all) => all.findIndex(({ name }) => name === person.name) === index);
  const sections = roster.sections.map((section) => (section.name === '综合科' ? { ...section, shortNames: ['综合'] } : section));
  const edit = planRosterEdit(state, { people, sections });
  expect(edit.gone.map(({ name }) => name)).toEqual(['吴政']);
  expect(edit.changed.map(({ old, new: next }) => [old.name, old.post, next.post])).toEqual([['孙媛媛', '行政审批科副科长', '行政审批科科长']]);
  expect(edit.shortNames.map(({ section, new: next }) => [section, next])).toEqual([['综合科', ['综合']]]);
  await excel.workbook.change(edit.change, () => undefined);
  const after = await look();
  expect(after.problems).toEqual([]);
  expect(after.roster?.people.map(({ name }) => name)).toEqual(people.map(({ name }) => name));
  expect(after.roster?.sections.find(({ name }) => name === '综合科')?.shortNames).toEqual(['综合']);
  const leaders = excel.book.names.find(({ name }) => name === '领导名单')?.formula;
  expect(leaders).toBe(`=名册!$A$4:$A$${String(3 + people.filter(({ role }) => role !== '成员').length)}`);
});

test('[L9] a column that people added to 名册 goes with its person', async () => {
  const roster = excel.book.sheetByName('名册')?.id ?? '';
  excel.book.enter(roster, 2, 6, '电话');
  const put = (row: number, text: string): void => {
    excel.book.restyle(roster, { top: row, left: 6, bottom: row, right: 6 }, { numberFormat: '@' });
    excel.book.writeInputs(roster, { top: row, left: 6, bottom: row, right: 6 }, [[text]], 'user');
  };
  const rowOf = (name: string): number => Array.from({ length: 40 }, (_, row) => row).find((row) => excel.book.textAt(roster, row, 0) === name) ?? -1;
  for (const [name, phone] of [['车洁', '0759-1'], ['吴政', '0759-2'], ['孙媛媛', '007']] as const) put(rowOf(name), phone);
  const state = await look();
  const present = state.roster ?? { people: [], sections: [] };
  const edit = planRosterEdit(state, { ...present, people: present.people.filter(({ name }) => name !== '彭国坚' && name !== '吴政') });
  await excel.workbook.change(edit.change, () => undefined);
  expect([excel.book.textAt(roster, rowOf('车洁'), 6), excel.book.textAt(roster, rowOf('孙媛媛'), 6)]).toEqual(['0759-1', '007']);
  const phones = Array.from({ length: 40 }, (_, row) => excel.book.textAt(roster, row, 6)).filter((text) => text !== '');
  expect(phones).toEqual(['电话', '0759-1', '007']);
});

test('[L9] a longer list adds rows with the names of the drop-downs; a missing 名册 is drawn', async () => {
  const state = await look();
  const roster = state.roster ?? { people: [], sections: [] };
  const deputies = roster.people.filter(({ role }) => role === '副组长').slice(0, 2).map((person, index) => ({ ...person, name: ['某某甲', '某某乙'][index] ?? '', post: '四级调研员' }));
  const edit = planRosterEdit(state, { ...roster, people: [...roster.people, ...deputies] });
  expect(edit.added).toHaveLength(2);
  await excel.workbook.change(edit.change, () => undefined);
  const after = await look();
  expect(after.roster?.people).toHaveLength(roster.people.length + 2);
  expect(after.roster?.people.slice(0, 13).every(({ role }) => role !== '成员')).toBe(true);
  const sheet = excel.book.sheetByName('名册');
  expect((await excel.workbook.read(['名册'])).cells.get('名册')?.tables[0]?.rows).toBe(1 + roster.people.length + 2);
  excel.book.deleteSheet(sheet?.id ?? '');
  const without = await look();
  const drawn = planRosterEdit(without, roster);
  expect(drawn.added).toHaveLength(roster.people.length);
  await excel.workbook.change(drawn.change, () => undefined);
  expect((await look()).roster?.people).toHaveLength(roster.people.length);
});

test('[L9][P1][P2] other settings write only the rows that differ, and the year’s dates follow', async () => {
  const state = await look();
  if (state.settings === undefined) throw new Error('no settings');
  const wanted = { ...state.settings, warningDays: 15, calendar: { ...state.settings.calendar, weekendRule: 'after' as const } };
  const edit = planSettingsEdit(state, wanted);
  expect(edit.changed).toEqual(['weekendRule', 'warningDays']);
  expect(edit.periods.map(({ cutOff }) => cutOff)).toEqual(['2021-04-20', '2021-06-21', '2021-08-20', '2021-10-20', '2021-12-20']);
  await excel.workbook.change(edit.change, () => undefined);
  expect((await look()).settings).toEqual(wanted);
  expect(planSettingsEdit(await look(), wanted)).toMatchObject({ changed: [], change: { edits: [] } });
});

test.each(['roster', 'settings'] as const)('[X1] when a request fails while %s is being changed, the workbook is as before', async (what) => {
  const state = await look();
  const roster = state.roster ?? { people: [], sections: [] };
  if (state.settings === undefined) throw new Error('no settings');
  const { change } = what === 'roster'
    ? planRosterEdit(state, { ...roster, people: [...roster.people.slice(1), { name: '某某甲', post: '科长', role: '成员', section: '办公室' }, { name: '某某乙', post: '科长', role: '成员', section: '办公室' }] })
    : planSettingsEdit(state, { ...state.settings, unit: '某市商务局', warningDays: 7 });
  const before = excel.book.picture();
  const from = excel.host.requests.length;
  await excel.workbook.change(change, () => undefined);
  const counts = excel.host.requests.slice(from).filter(({ n }) => n !== undefined).map(({ actions }) => actions);
  excel.close();
  excel = await openExcel();
  const planning = await planBuild(excel.workbook, seedPlan(), []);
  if (planning.kind !== 'ready') throw new Error('refused');
  await build(excel.workbook, planning.build, () => undefined);
  expect(excel.book.picture()).toEqual(before);
  for (const [index, count] of counts.entries()) {
    for (const fails of ['before', 'answerLost', { afterActions: Math.max(1, Math.floor(count / 2)) }] as const) {
      excel.host.faults.clear();
      const answered = excel.host.requests.reduce((most, { n }) => Math.max(most, n ?? 0), 0);
      excel.host.faults.add({ when: answered + index + 1, fails, code: 'GeneralException' });
      const fault: unknown = await excel.workbook.change(change, () => undefined).then(() => 'nothing failed', (error: unknown) => error);
      expect(fault).toBeInstanceOf(ExcelFault);
      expect(excel.book.picture()).toEqual(before);
    }
  }
});
