// The form of a year and the cards of a matrix, worked out without a screen; and where the screen of a matrix leads. Pure.
import { beginMatrix, emptyRoster, takeMatrix, usualSettings } from '../../src/actions/takeMatrix';
import { takeNotice } from '../../src/actions/takeNotice';
import type { PlanSettings } from '../../src/core/plan';
import type { FormField } from '../../src/pane/matrixForm';
import { prefillForm, settingsOf } from '../../src/pane/matrixForm';
import { columnLines, filterCards, generalProblems, otherGuesses, pictureOf, rowLines, tableLines, taskCards } from '../../src/pane/matrixShape';
import type { PaneState } from '../../src/pane/state';
import { isBusy, nextState, wayBack } from '../../src/pane/state';
import { drawn, up } from '../core/matrixTables/drawn';

const today = '2021-06-18';
const ledger: PlanSettings = {
  title: '旧台账', unit: '湛江市商务局', year: 2021, issuedOn: '2021-03-23', office: '审批科', calendar: { firstCutOff: '2021-04-20', everyMonths: 2, weekendRule: 'after' }, warningDays: 15, asOf: '2021-05-01',
};
const nothing = { ledger: undefined, notice: undefined, matrix: undefined, today };

describe('the form', () => {
  test('[L9][P1] with nothing known only what is usual stands, and what nobody can know is asked for', () => {
    const { form, origins } = prefillForm(nothing);
    expect(form).toEqual({ title: '', unit: '', year: '2021', issuedOn: '', office: '', firstCutOff: '2021-02-20', everyMonths: '2', weekendRule: 'before', warningDays: '30' });
    expect(origins).toEqual({ year: 'usual', firstCutOff: 'usual', everyMonths: 'usual', weekendRule: 'usual', warningDays: 'usual' });
    expect(settingsOf(form, undefined, today).faults).toEqual(['title', 'unit', 'issuedOn']);
  });

  test('[L7][L9] a ledger of the same year fills it in whole', () => {
    const { form } = prefillForm({ ...nothing, ledger, matrix: { titles: ['附件3', '任务分工表'] } });
    const made = settingsOf(form, ledger, today);
    expect(made).toEqual({ settings: ledger, faults: [] });
  });

  test('[L7] of a ledger of another year the unit, office and rhythm are taken, and no day', () => {
    const { form, origins } = prefillForm({ ...nothing, ledger, matrix: { year: 2022, titles: ['附件3', '2022年任务分工表'] } });
    expect(form).toEqual({ title: '2022年任务分工表', unit: '湛江市商务局', year: '2022', issuedOn: '', office: '审批科', firstCutOff: '2022-02-20', everyMonths: '2', weekendRule: 'after', warningDays: '15' });
    expect(origins['title']).toBe('matrix');
    expect(settingsOf(form, ledger, today).settings.asOf).toBe('');
  });

  test('[I1] what a notice says comes first', () => {
    const notice = takeNotice('关于印发工作方案的通知\n各科室：\n每双月20日前报审批科汇总报送（首次报送时间为4月20日）。\n湛江市商务局\n2021年3月23日\n附件2\n组长：张三丰 局长\n成员：李四光 外贸科科长\n');
    const { form, origins } = prefillForm({ ...nothing, ledger: { ...ledger, year: 2020 }, notice });
    expect([form.year, form.issuedOn, form.firstCutOff, form.everyMonths]).toEqual(['2021', '2021-03-23', '2021-04-20', '2']);
    expect([origins['issuedOn'], origins['firstCutOff'], origins['everyMonths'], origins['weekendRule']]).toEqual(['notice', 'notice', 'notice', 'ledger']);
  });

  test.each<[FormField, string]>([
    ['title', ' '], ['unit', ''], ['year', '21'], ['year', '2021年'], ['year', '1989'], ['issuedOn', '2021年3月'], ['issuedOn', ''], ['firstCutOff', '2020-12-20'], ['everyMonths', '0'], ['everyMonths', '13'], ['everyMonths', '两个月'], ['warningDays', '-1'], ['warningDays', '367'],
  ])('[L9][P1] %s cannot be "%s"', (field, value) => {
    const { form } = prefillForm({ ...nothing, ledger });
    expect(settingsOf({ ...form, [field]: value }, ledger, today).faults).toContain(field);
  });
});

describe('the cards', () => {
  const table = drawn('1', [
    ['2021年任务分工表', '', '', '', ''],
    ['指标名称', '工作任务', '责任单位', '说明', '完成时限'],
    ['一、口岸', '推进公示', '港口科', '', '9月底前'],
    [up, '公布目录', '外贸科', '每月', ''],
    ['合计', '2项', '', '', ''],
  ]);
  const taken = takeMatrix([table], { settings: usualSettings(2021), roster: emptyRoster }, {});
  const understood = { reading: taken.reading, plan: taken.plan.ok ? taken.plan.value : undefined, problems: taken.plan.problems };
  const cards = taskCards(understood);
  const { guesses: yearGuesses } = beginMatrix([table]);

  test('[I5] each field has what stood there where it differs, with its cell and its reasons', () => {
    const [first] = cards;
    const indicator = first?.fields.find(({ column }) => column === 'indicator');
    expect([indicator?.written, indicator?.at, indicator?.guesses.map(({ reason }) => reason)]).toEqual(['一、口岸', { table: 0, row: 2, column: 0 }, ['ordinalOff']]);
    expect(first?.fields.find(({ column }) => column === 'text')?.written).toBeUndefined();
  });

  test('[I2][I5] a merged cell is shown on each task that it covers', () => {
    expect(cards.map((card) => card.fields[0]?.at)).toEqual([{ table: 0, row: 2, column: 0 }, { table: 0, row: 2, column: 0 }]);
  });

  test('[I5] each guess stands somewhere: on a card, beside a column, among the others, or with what was left out', () => {
    const onCards = cards.flatMap((card) => [...card.guesses, ...card.fields.flatMap(({ guesses }) => guesses)]);
    const beside = columnLines(taken.reading, [table], []).flatMap(({ guesses }) => guesses);
    const others = otherGuesses(taken.reading, cards, yearGuesses);
    const left = taken.reading.guesses.filter(({ reason }) => reason === 'leftOutRow');
    const shown = new Set([...onCards, ...beside, ...others, ...left].map(({ key }) => key));
    expect(taken.reading.guesses.filter(({ key }) => !shown.has(key))).toEqual([]);
    expect(others.map(({ reason }) => reason)).toContain('yearOfTitle');
  });

  test('[D1][I5] each problem stands on a card or with the general ones, and the filters find it', () => {
    const on = cards.flatMap(({ problems }) => problems);
    expect(on.length + generalProblems(understood).length).toBe(understood.problems.length);
    expect(on.some(({ rule, at }) => rule === 'D1' && at.taskId === '1.2')).toBe(true);
    expect(filterCards(cards, 'problems')).toEqual(cards.filter(({ problems }) => problems.length > 0));
    expect(filterCards(cards, 'all')).toHaveLength(2);
  });

  test('[I5] the rows are listed with what they say, and a picture shows the beginning', () => {
    expect(rowLines(taken.reading, [table]).map(({ row, text }) => [row.row, row.kind, text])).toEqual([
      [0, 'aboveHead', '2021年任务分工表'], [1, 'head', '指标名称 · 工作任务 · 责任单位 · 说明 · 完成时限'], [2, 'task', '一、口岸 · 推进公示 · 港口科 · 9月底前'], [3, 'task', '公布目录 · 外贸科 · 每月'], [4, 'leftOut', '合计 · 2项'],
    ]);
    expect(pictureOf(table)[1]).toEqual(['指标名称', '工作任务', '责任单位', '说明', '完成时限']);
    expect(pictureOf({ ...table, cells: [] })).toEqual([]);
  });

  test('[I1] tables that could not be the matrix come last', () => {
    const tables = [drawn('1', [['甲', '乙']]), { ...table, name: '2' }];
    const { reading } = takeMatrix(tables, { settings: usualSettings(2021), roster: emptyRoster }, {});
    expect(tableLines(reading, tables).map(({ table: place, likeness }) => [place, likeness])).toEqual([[1, 'likeliest'], [0, 'unlikely']]);
  });
});

describe('where it leads', () => {
  const on = (screen: PaneState['screen']): PaneState => ({ screen, workbook: { kind: 'looking' }, moves: 1 });

  test('[X1] from the matrix back to the sources, from what was refused of it back to it', () => {
    expect(wayBack(on({ at: 'matrix', busy: false }))).toEqual({ kind: 'openedSource' });
    expect(wayBack(on({ at: 'matrix', busy: true }))).toBeUndefined();
    const problem = { rule: 'L7', kind: 'otherYear', level: 'error' as const, at: {}, values: {} };
    const refused = nextState(on({ at: 'matrix', busy: true }), { kind: 'planRefused', problem, source: { kind: 'taken', from: 'pasted', name: '' } });
    expect(wayBack(refused)).toEqual({ kind: 'openedMatrix' });
    expect(wayBack(nextState(refused, { kind: 'planRefused', problem, source: { kind: 'seed' } }))).toEqual({ kind: 'openedSource' });
  });

  test('[X3] a trouble of the matrix leads back to it, one of the sources does not', () => {
    const trouble = { kind: 'bug' as const, message: '', stack: '' };
    expect(wayBack(nextState(on({ at: 'matrix', busy: true }), { kind: 'stopped', stopped: 'plan', trouble }))).toEqual({ kind: 'openedMatrix' });
    expect(wayBack(nextState(on({ at: 'source', busy: true, refused: undefined }), { kind: 'stopped', stopped: 'plan', trouble }))).toEqual({ kind: 'wentHome' });
  });

  test('[X1] while a reading is under way the screen cannot be left', () => {
    const busy = nextState(on({ at: 'source', busy: false, refused: undefined }), { kind: 'deskBusy', busy: true });
    expect(isBusy(busy)).toBe(true);
    expect(nextState(busy, { kind: 'wentHome' })).toBe(busy);
    expect(isBusy(nextState(busy, { kind: 'openedMatrix' }))).toBe(false);
  });
});
