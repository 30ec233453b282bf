// The plan of 2021 is what the notice says: every phrase stands there, and counts, deadlines and sections agree with the body.
import { showDue } from '../../src/core/deadline';
import { compareWithBody } from '../../src/core/matrixDifferences';
import { periodsOf } from '../../src/core/period';
import type { Section } from '../../src/core/roster';
import { sectionNamed } from '../../src/core/roster';
import { body2021, plan2021, seedJson } from '../core/plans';
import { bodyPart, matrixPart, noticeText, phrasesIn, rosterPart, shortestPhrase } from './notice';

const plan = plan2021();
const body = body2021();
const { roster, settings, tasks } = plan;

describe('the matrix of 2021', () => {
  test('[I6] has 13 tasks, 1/3/4/1/3/1 by indicator, numbered through', () => {
    const counts = new Map<string, number>();
    for (const task of tasks) counts.set(task.indicator, (counts.get(task.indicator) ?? 0) + 1);
    expect([...counts]).toEqual([['获得信贷', 1], ['跨境贸易', 3], ['招标投标', 4], ['知识产权创造、运用和保护', 1], ['政务服务', 3], ['包容普惠创新', 1]]);
    expect(tasks.map((task) => task.id)).toEqual(['1.1', '2.1', '2.2', '2.3', '3.1', '3.2', '3.3', '3.4', '4.1', '5.1', '5.2', '5.3', '6.1']);
  });

  test('[I1] every 工作任务 stands in the matrix, in the matrix’s order, cut by columns only where pages end', () => {
    let from = 0;
    const cuts = new Map<string, readonly string[]>();
    for (const task of tasks) {
      const phrases = phrasesIn(matrixPart.slice(from), task.text);
      expect([task.id, phrases === undefined]).toEqual([task.id, false]);
      from += matrixPart.slice(from).indexOf(phrases?.[0] ?? '');
      if (phrases !== undefined && phrases.length > 1) cuts.set(task.id, phrases);
      for (const phrase of phrases ?? []) expect(phrase.length).toBeGreaterThanOrEqual(shortestPhrase);
    }
    // Two rows run over a page's end, where the flattened page puts the other columns in between.
    expect([...cuts.keys()]).toEqual(['2.2', '5.3']);
    expect(cuts.get('2.2')?.map((phrase) => phrase.slice(0, 4))).toEqual(['梳理跨境', '通关，扩']);
    expect(cuts.get('5.3')?.map((phrase) => phrase.slice(0, 4))).toEqual(['梳理与海', '务服务高']);
  });

  test('[I1] every unit, name, section and deadline stands in the matrix', () => {
    for (const task of tasks) {
      const cells = [task.indicator, task.leadUnit, ...task.supportUnits, ...task.leaders, ...task.sections, ...task.owners, showDue(task.due)];
      for (const cell of cells) expect([task.id, cell, phrasesIn(matrixPart, cell)]).toEqual([task.id, cell, expect.anything()]);
    }
    // What columns cut: the indicators' narrow column.
    const cut = (cell: string): boolean => !matrixPart.includes(cell);
    expect(new Set(tasks.flatMap((task) => [task.indicator, task.leadUnit, ...task.supportUnits, ...task.leaders, ...task.sections, ...task.owners, showDue(task.due)]).filter(cut))).toEqual(new Set());
  });

  test('[I2] supporting units stand together as one cell of the matrix', () => {
    for (const task of tasks) {
      const phrases = phrasesIn(matrixPart, task.supportUnits.join('、'));
      // 2.2 runs over a page's end after 市财政局、.
      expect([task.id, phrases?.length]).toEqual([task.id, task.id === '2.2' ? 2 : 1]);
    }
  });

  test('[I2] leaders, sections and owners stand together as one group of the matrix, and merged groups are shared', () => {
    const group = (id: string): string => {
      const task = tasks.find((each) => each.id === id);
      return [...(task?.leaders ?? []), ...(task?.sections ?? []), ...(task?.owners ?? []), task === undefined ? '' : showDue(task.due)].join('');
    };
    for (const task of tasks.filter((each) => each.id !== '2.2')) expect([task.id, matrixPart.includes(group(task.id))]).toEqual([task.id, true]);
    // 车洁 and 港口科 cover the first two rows of 跨境贸易: of the second only 胡毅 and its deadline are printed.
    expect(matrixPart).toContain('车洁港口科胡毅2021年9月');
    expect(matrixPart).toContain('胡毅2021年6月');
    // One group covers the four rows of 招标投标, another the first two of 政务服务.
    const times = (text: string): number => matrixPart.split(text).length - 1;
    expect(new Set(['3.1', '3.2', '3.3', '3.4'].map(group)).size).toBe(1);
    expect(times(group('3.1'))).toBe(1);
    expect(group('5.1')).toBe(group('5.2'));
    expect([times(group('5.1')), times(group('5.3'))]).toEqual([1, 1]);
    expect(times('车洁港口科')).toBe(2);
  });

  test('[I2] what the seed reads into a cell that the flattened page leaves open is this and no more', () => {
    // 市相关单位 is printed twice for three rows: the second is merged over 5.2 and 5.3 (seeds/README.md).
    expect(matrixPart.split('市相关单位')).toHaveLength(3);
    expect(tasks.filter((task) => task.supportUnits.join() === '市相关单位').map((task) => task.id)).toEqual(['5.1', '5.2', '5.3']);
    // The lead of 招标投标 changes with its fourth row.
    expect(tasks.filter((task) => task.indicator === '招标投标').map((task) => task.leadUnit)).toEqual(['市发改局', '市发改局', '市发改局', '市政务服务数据管理局']);
    expect(matrixPart.indexOf('市政务服务数据管理局')).toBeLessThan(matrixPart.indexOf('推进建设智慧监管系统'));
    expect(matrixPart.indexOf('市政务服务数据管理局')).toBeGreaterThan(matrixPart.indexOf('加大对评标专家管理力度'));
  });

  test('[L4] no cell carries typesetting, and nothing is filled in yet', () => {
    for (const task of tasks) {
      expect([task.indicator, task.leadUnit, task.text, ...task.supportUnits, ...task.leaders, ...task.sections, ...task.owners].filter((cell) => /\s/.test(cell))).toEqual([]);
      expect([task.progress, task.remark, task.doneOn]).toEqual(['', '', '']);
    }
  });
});

describe('the body of 2021', () => {
  test('[I6] every task of the body stands in 附件1 §四 with its deadline right behind it', () => {
    for (const indicator of body.indicators) {
      for (const task of indicator.tasks) expect([task.text, bodyPart.includes(`${task.text}（完成时限：${task.due}）`)]).toEqual([task.text, true]);
    }
  });

  test('[I6] count, role and sections are those of each indicator’s closing sentence', () => {
    const closings = [...bodyPart.matchAll(/该项工作我局作为(牵头|配合)单位，涉及(\d+)个指标，按照科室职责和分工，由(.+?)负责。/g)];
    expect(body.indicators.map((indicator) => [indicator.role === 'lead' ? '牵头' : '配合', String(indicator.count), indicator.sections])).toEqual(
      closings.map(([, role, count, sections = '']) => [role, count, sections.split(/[会、]/)]),
    );
    expect(body.indicators.reduce((sum, indicator) => sum + indicator.tasks.length, 0)).toBe(13);
    expect(body.indicators.map((indicator) => bodyPart.includes(`）${indicator.indicator}。`))).toEqual(Array(6).fill(true));
  });

  test('[I6][D8] matrix and body agree in counts, roles, deadlines and sections; their wordings differ in these places', () => {
    const differences = compareWithBody(plan, body);
    expect(differences.filter((difference) => difference.kind !== 'wording')).toEqual([]);
    expect(differences.flatMap((difference) => (difference.kind === 'wording' ? difference.pieces.map((piece) => [difference.taskId, piece.before, piece.one, piece.other]) : []))).toEqual([
      ['2.1', '节并联改革。', '', '（参照上海市做法）'],
      ['2.2', '报容错机制。', '', '（参照上海市做法）'],
      ['2.3', '.5个小时。', '', '（参照上海市做法）'],
      ['3.4', '在线全流程监', '督', '管'],
      ['3.4', '部门实现对接', '', '和'],
      ['4.1', '纷高效化解。', '', '（参照北京市做法）'],
    ]);
  });

  test('[I6] the wordings that differ stand in their own part of the notice and not in the other', () => {
    for (const [inBody, inMatrix] of [['在线全流程监督提供通道', '在线全流程监管提供通道'], ['实现对接信息共享', '实现对接和信息共享']] as const) {
      expect([bodyPart.includes(inBody), matrixPart.includes(inBody), bodyPart.includes(inMatrix), matrixPart.includes(inMatrix)]).toEqual([true, false, false, true]);
    }
    expect(bodyPart).not.toContain('参照');
    expect(matrixPart.match(/（参照.{2,3}做法）/g)).toEqual(['（参照上海市做法）', '（参照上海市做法）', '（参照上海市做法）', '（参照北京市做法）']);
  });
});

describe('the roster of 2021', () => {
  test('[L9] 27 people of 附件2 in its order, each with name and post as printed', () => {
    expect(roster.people).toHaveLength(27);
    const printed = rosterPart.slice(0, rosterPart.indexOf('领导小组下设办公室'));
    const listed = roster.people.map((person) => person.name + person.post).join('');
    expect(printed.replace(/附件2|组长：|副组长：|成员：/g, '').replace(/副$/, '')).toBe(listed);
  });

  test('[O8] one 组长, ten 副组长, sixteen 成员', () => {
    const roles = roster.people.map((person) => person.role);
    expect([...new Set(roles)].map((role) => [role, roles.filter((each) => each === role).length])).toEqual([['组长', 1], ['副组长', 10], ['成员', 16]]);
    for (const [role, first] of [['组长', '杨文光'], ['副组长', '车洁'], ['成员', '周志安']]) expect(rosterPart).toContain(`${role ?? ''}：${first ?? ''}`);
  });

  test('[O5] each 成员 is of the section that the post names', () => {
    for (const person of roster.people) {
      if (person.role === '成员') expect(person.post.startsWith(person.section) && person.section !== '').toBe(true);
      else expect(person.section).toBe('');
    }
    expect(roster.sections.map((section) => section.name)).toEqual(roster.people.filter((person) => person.section !== '').map((person) => person.section));
  });

  test('[O6] short names are those that the notice uses, and each means one section', () => {
    const shortNames = roster.sections.flatMap((section: Section) => section.shortNames.map((name) => [name, section.name]));
    expect(shortNames).toEqual([['法规科', '公平贸易与法规科'], ['市场科', '市场规划管理科'], ['外贸科', '对外贸易科'], ['外资科', '外资管理科'], ['港口科', '港口口岸科'], ['东盟科', '东盟事务科'], ['贸促会', '市贸促会办公室'], ['审批科', '行政审批科']]);
    for (const [short = '', full] of shortNames) {
      expect(noticeText).toContain(short);
      expect(sectionNamed(roster, short)?.name).toBe(full);
    }
    const used = new Set([...tasks.flatMap((task) => task.sections), ...body.indicators.flatMap((indicator) => indicator.sections), settings.office]);
    expect([...used].filter((name) => sectionNamed(roster, name) === undefined)).toEqual([]);
  });
});

describe('the settings of 2021', () => {
  test('[P1][P2] the calendar is the notice’s', () => {
    expect(noticeText).toContain('每双月20日前报审批科汇总报送（首次报送时间为4月20日）');
    expect(periodsOf(settings.calendar, settings.year).map((period) => period.cutOff)).toEqual(['2021-04-20', '2021-06-18', '2021-08-20', '2021-10-20', '2021-12-20']);
  });

  test('[D4] the day of issue, unit and title are the notice’s', () => {
    expect(settings).toMatchObject({ issuedOn: '2021-03-04', year: 2021, unit: '湛江市商务局', office: '审批科', warningDays: 30, asOf: '' });
    expect(noticeText).toContain('湛江市商务局2021年3月4日印发');
    expect(settings.title.endsWith('工作任务台账')).toBe(true);
    expect(noticeText).toContain(settings.title.slice(0, -'工作任务台账'.length));
  });

  test('[I1] the seed holds no key that the reader does not know', () => {
    expect(Object.keys(seedJson('plan-2021.json') as object)).toEqual(['settings', 'roster', 'tasks']);
  });
});
