// What a person decides in the preview holds against what was guessed, and what cannot be read is said.
import { readMatrix } from '../../src/core/matrixIn';
import { giveNumbers, planFromMatrix } from '../../src/core/matrixPlan';
import { readOrdinal } from '../../src/core/matrixOrdinals';
import type { MatrixChoices, MatrixReading } from '../../src/core/matrixReading';
import type { RawTable } from '../../src/core/rawTable';
import { drawn, left, up } from './matrixTables/drawn';
import { headingRows } from './matrixTables/headingRows';
import { overPages } from './matrixTables/overPages';
import { unitsAndPeople } from './matrixTables/unitsAndPeople';
import { plan2021 } from './plans';

const { settings, roster } = plan2021();
const read = (tables: readonly RawTable[], choices: MatrixChoices = {}): MatrixReading => readMatrix(tables, { year: 2022, roster, choices });
const textsOf = (reading: MatrixReading): readonly string[] => reading.tasks.map(({ task }) => task.text);
const kinds = (reading: MatrixReading): readonly string[] => reading.problems.map(({ rule, kind }) => `${rule}.${kind}`);

describe('choices', () => {
  test('[I5] rows joined by a guess are parted, and others joined, by their keys', () => {
    expect(textsOf(read(unitsAndPeople.tables))[1]).toBe('规范进出口环节中介收费');
    const parted = read(unitsAndPeople.tables, { rows: { '0:3': 'task' } });
    expect(parted.tasks.map(({ task }) => task.owners.join())).toEqual(['胡毅', '邓善', '黄万红', '孙媛媛', '孙媛媛', '蔡方培,邓善']);
    expect(parted.guesses.some(({ reason }) => reason === 'sharedTask')).toBe(false);
    const joined = read(unitsAndPeople.tables, { rows: { '0:5': 'joined' } });
    expect(joined.tasks).toHaveLength(4);
    expect(joined.tasks[2]?.rows).toEqual(['0:4', '0:5']);
  });

  test('[I5] a row left out is taken in, a task is left out, a row is made the indicator', () => {
    const [table] = overPages.tables.slice(1, 2);
    if (table === undefined) throw new Error('no table');
    const reading = read([table], { rows: { '0:6': 'task', '0:1': 'leftOut', '0:2': 'indicator' } });
    expect(reading.rows.map(({ kind, reason }) => reason ?? kind)).toEqual(['head', 'byChoice', 'indicator', 'headRepeated', 'task', 'task', 'task']);
    expect(reading.leftOut.filter(({ at }) => at.row === 1).map(({ reason }) => reason)).toContain('byChoice');
  });

  test('[I3][I5] a column is given another meaning, and one of two takes the place of the other', () => {
    const table = drawn('表', [['事项', '说明内容', '科室', '完成时限'], ['推广电子口岸。', '跨境贸易', '港口科', '6月']]);
    expect(kinds(read([table]))).toEqual(['I1.noMatrix']);
    const chosen = read([table], { table: 0, heads: { 0: { row: 0, rows: 1 } }, columns: { '0/0': 'text', '0/1': 'indicator', '0/2': 'sections' } });
    expect(chosen.tasks.map(({ task }) => [task.text, task.indicator, task.sections])).toEqual([['推广电子口岸。', '跨境贸易', ['港口科']]]);
    expect(chosen.parts[0]?.columns.map(({ use, by }) => `${use} ${by}`)).toEqual(['text choice', 'indicator choice', 'sections choice', 'due title']);

    const two = drawn('表', [['工作任务', '责任单位', '责任科室'], ['甲。', '市商务局', '外贸科']]);
    expect(read([two]).tasks[0]?.task.sections).toEqual(['外贸科']);
    expect(read([two], { columns: { '0/1': 'sections' } }).tasks[0]).toMatchObject({ task: { sections: ['市商务局'] }, others: [{ title: '责任科室', text: '外贸科' }] });
    expect(read([two], { columns: { '0/2': 'leftOut' } }).leftOut).toContainEqual({ at: { table: 0, row: 1, column: 2 }, text: '外贸科', reason: 'byChoice' });
  });

  test('[I1] another table, and whether one goes on with it', () => {
    const one = drawn('处室一', [['工作任务', '责任科室', '责任人'], ['甲。', '外贸科', '邓善']]);
    const two = drawn('处室二', [['工作任务', '责任科室', '责任人', '完成时限'], ['乙。', '外资科', '黄万红', '6月']]);
    const best = read([one, two]);
    expect([best.table, best.candidates.map(({ table }) => table), textsOf(best), best.tablesLeftOut.map(({ name }) => name)]).toEqual([1, [1, 0], ['乙。'], ['处室一']]);
    expect(best.guesses.map(({ reason }) => reason)).toContain('bestTable');
    expect(textsOf(read([one, two], { table: 0 }))).toEqual(['甲。']);
    expect(textsOf(read([one, two], { table: 0, continued: { 1: true } }))).toEqual(['甲。', '乙。']);
    const pages = [drawn('1', [['工作任务', '责任科室'], ['甲。', '外贸科']]), drawn('2', [['乙。', '外资科']])];
    expect(textsOf(read(pages))).toEqual(['甲。', '乙。']);
    expect(textsOf(read(pages, { continued: { 1: false } }))).toEqual(['甲。']);
  });

  test('[I3] a table without a head is read when a person names its columns', () => {
    const table = drawn('1', [['推广电子口岸。', '港口科'], ['压缩通关时间。', '外贸科']]);
    const reading = read([table], { table: 0, heads: { 0: { row: 0, rows: 0 } }, columns: { '0/0': 'text', '0/1': 'sections' } });
    expect(textsOf(reading)).toEqual(['推广电子口岸。', '压缩通关时间。']);
  });

  test('[D5][L5] the first of a month is the month until a person says that it is the day; a format that shows the day settles it', () => {
    const table = drawn('表', [['工作任务', '完成时限'], ['甲。', { day: '2022-09-01' }]]);
    const due = (reading: MatrixReading): unknown => reading.tasks[0]?.task.due;
    expect(due(read([table]))).toEqual({ kind: 'date', on: '2022-09-30', precision: 'month', text: '2022年9月', assumedYear: false });
    expect(due(read([table], { firstDays: ['0/1'] }))).toMatchObject({ on: '2022-09-01', precision: 'day' });
    const shown = { day: '2022-09-01', format: 'yyyy"年"m"月"d"日"' };
    expect(due(read([{ ...table, cells: [['工作任务', '完成时限'], ['甲。', shown]] }]))).toMatchObject({ on: '2022-09-01', precision: 'day' });
    const month = { day: '2022-09-30', format: 'yyyy"年"m"月"' };
    expect(due(read([{ ...table, cells: [['工作任务', '完成时限'], ['甲。', month]] }]))).toMatchObject({ on: '2022-09-30', precision: 'month' });
  });

  test('[I2] filling from above is offered with its count, and taken back where it is no longer chosen', () => {
    const table = drawn('表', [['指标名称', '工作任务', '完成时限'], ['', '甲。', '6月'], ['政务服务', '乙。', ''], ['', '丙。', ''], [up, '丁。', '9月']]);
    expect(read([table]).offers).toEqual([{ key: '0/2', use: 'due', cells: 2, chosen: false }, { key: '0/0', use: 'indicator', cells: 2, chosen: false }]);
    const filled = read([table], { filledDown: ['0/0'] });
    expect(filled.tasks.map(({ task }) => task.indicator)).toEqual(['', '政务服务', '政务服务', '政务服务']);
    expect(filled.offers.find(({ key }) => key === '0/0')).toEqual({ key: '0/0', use: 'indicator', cells: 2, chosen: true });
    // What is filled still says from which cell.
    expect(filled.tasks[3]?.cells.indicator.from).toEqual([{ table: 0, row: 2, column: 0 }]);
  });
});

describe('what cannot be read', () => {
  test('[I1][X3] no table, no matrix among the tables, a head without tasks', () => {
    expect(read([]).problems).toEqual([{ rule: 'I1', kind: 'noTable', level: 'error', at: {}, values: {} }]);
    const other = read([drawn('1', [['姓名', '电话'], ['车洁', '1']])]);
    expect(other.problems).toEqual([{ rule: 'I1', kind: 'noMatrix', level: 'error', at: {}, values: { tables: 1, found: '姓名、电话' } }]);
    expect(other.table).toBeUndefined();
    expect(other.tablesLeftOut).toEqual([{ table: 0, name: '1', cells: 4 }]);
    const empty = read([drawn('表', [['工作任务', '责任科室'], ['合计', '0项']])]);
    expect(kinds(empty)).toEqual(['I1.noTaskRows']);
    expect(planFromMatrix(empty, { settings, roster }).ok).toBe(false);
    expect(planFromMatrix({ ...empty, problems: [] }, { settings, roster }).problems.map(({ kind }) => kind)).toEqual(['noTaskRows']);
  });

  test('[X3][R12] a text that no cell holds keeps the plan from being made; one like a formula is noted', () => {
    const long = planFromMatrix(read([drawn('表', [['工作任务', '责任科室'], ['长'.repeat(40000), '外贸科']])]), { settings, roster });
    expect(long.ok).toBe(false);
    expect(long.problems).toContainEqual({ rule: 'X3', kind: 'textTooLong', level: 'error', at: { taskId: '1.1', column: 'text' }, values: { length: 40000, limit: 32767 } });
    const formula = planFromMatrix(read([drawn('表', [['工作任务', '责任科室', '备注'], ['甲。', '外贸科', '=1+1']])]), { settings, roster });
    expect(formula.ok && formula.value.tasks[0]?.remark).toBe('=1+1');
    expect(formula.problems.map(({ kind }) => kind)).toContain('formulaLike');
  });

  test('[L6] numbers that are none, and second ones, are said and given anew', () => {
    const table = drawn('表', [['编号', '工作任务', '指标'], ['1.1', '甲。', '子'], ['1.1', '乙。', '子'], ['3.2', '丙。', '丑'], ['壬-4', '丁。', '丑'], ['', '戊。', '寅'], ['1.01', '己。', '卯']]);
    const made = planFromMatrix(read([table]), { settings, roster });
    expect(made.ok && made.value.tasks.map(({ id }) => id)).toEqual(['1.1', '1.2', '3.2', '3.3', '2.1', '4.1']);
    expect(made.problems.filter(({ rule }) => rule === 'L6').map(({ kind, at, values }) => [kind, at.cell, values])).toEqual([
      ['idTwice', 'A3', { id: '1.1', first: 1 }], ['idNotKept', 'A5', { id: '壬-4' }], ['idNotKept', 'A7', { id: '1.01' }],
    ]);
    expect(giveNumbers([])).toEqual([]);
  });

  test('[D5] without a year anywhere a deadline without one stays as it was, and is read in the plan’s year', () => {
    const table = drawn('表', [['工作任务', '完成时限'], ['甲。', '9月底前'], ['乙。', '2023.6.30']]);
    const alone = readMatrix([drawn('表', [['工作任务', '完成时限'], ['甲。', '9月底前']])], { roster });
    expect(alone.year).toBeUndefined();
    expect(alone.tasks[0]?.task.due).toMatchObject({ kind: 'unread', text: '9月底前' });
    const made = planFromMatrix(alone, { settings: { ...settings, year: 2024 }, roster });
    expect(made.ok && made.value.tasks[0]?.due).toMatchObject({ kind: 'date', on: '2024-09-30', assumedYear: true });
    // Other deadlines say the year, as a guess; the plan's year then counts before it.
    const said = readMatrix([table], { roster });
    expect([said.year, said.guesses[0]?.reason, said.tasks[0]?.task.due]).toEqual([2023, 'yearOfDeadlines', expect.objectContaining({ on: '2023-09-30' })]);
    const other = planFromMatrix(said, { settings: { ...settings, year: 2022 }, roster });
    expect(other.ok && other.value.tasks.map(({ due }) => due.kind === 'date' && due.on)).toEqual(['2022-09-30', '2023-06-30']);
  });
});

describe('shapes', () => {
  test('[I4] ordinals of every style are known, numbers in a sentence are not', () => {
    expect(['一、甲', '（一）甲', '(1) 甲', '1. 甲', '1、甲', '①甲', '第一，甲', '第2项：甲', '⑴甲', '㈡甲', '任务三：甲', '三 甲', '1.2 甲', '１．甲', '十二、甲'].map((text) => readOrdinal(text)?.text)).toEqual(Array.from({ length: 15 }, () => '甲'));
    expect(['2.5个小时内办结', '第一时间响应', '一网通办', '100%办结', '2021年工作', '三年行动', '甲、乙', '一、', '12 月底前完成', '100 家企业', '三 年行动'].map((text) => readOrdinal(text)?.text)).toEqual(Array.from({ length: 11 }, () => undefined));
    expect(['一、甲', '1.甲', '（二）甲', '②甲', '㈡甲'].map((text) => readOrdinal(text)?.style)).toEqual(['chinese', 'digits', 'chinese', 'digits', 'chinese']);
  });

  test('[I2] a cell that is empty under a filled one is not filled, one that is merged is', () => {
    const table = drawn('表', [['指标名称', '工作任务', '责任科室'], ['政务服务', '甲。', '审批科'], [up, '乙。', ''], ['', '丙。', up]]);
    expect(read([table]).tasks.map(({ task }) => [task.indicator, task.sections])).toEqual([['政务服务', ['审批科']], ['政务服务', []], ['', []]]);
  });

  test('[I3] a title in one cell over the head is no part of it, though a column’s title stands in it', () => {
    const reading = readMatrix([drawn('表', [['2025年重点工作任务分工表', '', ''], ['工作任务', '责任分工', left], [up, '责任科室', '责任人'], ['甲。', '外贸科', '邓善']])], { roster });
    expect(reading.parts[0]?.head).toEqual({ row: 1, rows: 2 });
    expect([reading.titles, reading.year]).toEqual([['2025年重点工作任务分工表'], 2025]);
    expect(reading.tasks.map(({ task }) => [task.text, task.sections, task.owners])).toEqual([['甲。', ['外贸科'], ['邓善']]]);
  });

  test('[I4] a list that is numbered as headings are and still to be filled in is a list of tasks', () => {
    const reading = read([drawn('表', [['序号', '工作任务', '责任科室'], ['一', '推广电子口岸', ''], ['二', '压缩通关时间', ''], ['三、政策支持', left, left]])]);
    expect(textsOf(reading)).toEqual(['推广电子口岸', '压缩通关时间']);
    expect(reading.leftOut.map(({ reason }) => reason).slice(3)).toEqual(['ordinal', 'ordinal', 'headingAlone']);
  });

  test('[I4] a heading of another count than its tasks is said', () => {
    const { problems } = readMatrix(headingRows.tables, {});
    expect(problems.filter(({ rule }) => rule === 'I6')).toEqual([{ rule: 'I6', kind: 'groupCount', level: 'warning', at: { sheet: 'Sheet1', cell: 'A8' }, values: { indicator: '口岸建设', said: 3, found: 2 } }]);
  });

  test('[I3] where tasks do not end with a full stop, only a comma or a mark tells that a row goes on', () => {
    const reading = read([drawn('表', [
      ['工作任务', '责任科室', '完成时限'],
      ['推进通关便利化，', '港口科', '6月'], ['压缩通关时间', '', ''],
      ['推广电子口岸', '港口科', '6月'], ['、电子单证', '', ''],
      ['培育外贸新业态', '外贸科', '6月'], ['举办展会', '', ''],
    ])]);
    expect(textsOf(reading)).toEqual(['推进通关便利化，压缩通关时间', '推广电子口岸、电子单证', '培育外贸新业态', '举办展会']);
  });

  test('[I3] one task cell over rows that say the same deadline is one task with that deadline', () => {
    const reading = read([drawn('表', [['工作任务', '责任科室', '分管领导', '完成时限'], ['甲。', '外贸科', '车洁', '2022年8月'], [up, '外资科', '车洁', '2022年8月']])]);
    // A leader who has both sections stands once for each (O4).
    expect(reading.tasks.map(({ task }) => [task.text, task.sections, task.leaders, task.due.text])).toEqual([['甲。', ['外贸科', '外资科'], ['车洁', '车洁'], '2022年8月']]);
  });

  test('[I3] notes in single cells and in two, one under the other, are no tasks', () => {
    const reading = read([drawn('表', [['指标', '工作任务', '责任科室'], ['政务服务', '甲。', '审批科'], ['注：', '1.本表按季调度', ''], ['', '2.以市级方案为准', ''], ['联系人：', '孙媛媛', '']])]);
    expect(textsOf(reading)).toEqual(['甲。']);
    expect(reading.leftOut.filter(({ reason }) => reason !== 'head').map(({ reason, text }) => `${reason} ${text}`)).toEqual(['note 注：', 'note 1.本表按季调度', 'note 2.以市级方案为准', 'formLine 联系人：', 'formLine 孙媛媛']);
  });

  test('[I2] a title that is merged down into the rows is no word of theirs, and where merges overlap the first counts', () => {
    const table = drawn('表', [['指标名称', '工作任务', '责任科室'], [up, '甲。', '审批科'], ['政务服务', '乙。', up]]);
    expect(read([table], { heads: { 0: { row: 0, rows: 1 } } }).tasks.map(({ task }) => task.indicator)).toEqual(['', '政务服务']);
    const overlapping = { ...table, merges: [{ row: 1, column: 2, rows: 2, columns: 1 }, { row: 1, column: 1, rows: 2, columns: 2 }] };
    expect(read([overlapping], { heads: { 0: { row: 0, rows: 1 } } }).tasks.map(({ task }) => task.sections)).toEqual([['审批科'], ['审批科']]);
  });

  test('[I4] a task that names its own indicator keeps it under a heading', () => {
    const reading = read([drawn('表', [['指标名称', '工作任务', '责任科室'], ['一、口岸提效', left, left], ['', '甲。', '港口科'], ['', '乙。', '港口科'], ['跨境贸易', '丙。', '港口科']])]);
    expect(reading.tasks.map(({ task }) => task.indicator)).toEqual(['口岸提效', '口岸提效', '跨境贸易']);
  });

  test('[I3] codes in a column of numbers are kept as they are', () => {
    const reading = read([drawn('表', [['项目编号', '工作任务', '责任科室'], ['ZJ-01', '甲。', '外贸科'], ['ZJ-02', '乙。', '外资科']])]);
    expect(reading.tasks.map(({ task, others }) => [task.id, others.map(({ text }) => text)])).toEqual([['', ['ZJ-01']], ['', ['ZJ-02']]]);
    expect(reading.otherColumns).toEqual(['项目编号']);
  });

  test('[I1] a table of a document goes on only in one of the same head or, without a head, the same width; a hidden sheet comes after a seen one', () => {
    const first = drawn('1', [['工作任务', '责任科室'], ['甲。', '外贸科']]);
    expect(textsOf(read([first, drawn('2', [['姓名', '电话', '邮箱'], ['车洁', '1', '2']])]))).toEqual(['甲。']);
    expect(textsOf(read([first, drawn('2', [['工作任务', '落实情况'], ['乙。', '虚拟示例']])]))).toEqual(['甲。']);
    const [hidden, seen] = [drawn('旧', [['工作任务', '责任科室', '责任人', '完成时限'], ['旧。', '外贸科', '邓善', '6月']], 'hidden'), drawn('新', [['工作任务', '责任科室', '责任人'], ['新。', '外贸科', '邓善']])];
    expect(textsOf(read([hidden, seen]))).toEqual(['新。']);
    expect(textsOf(read([hidden]))).toEqual(['旧。']);
  });
});
