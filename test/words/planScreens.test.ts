// Words of 名册, 设置 and a new year: every sentence in good manners, whatever it is given.
import { newYearWords } from '../../src/words/newYear';
import { rosterScreenWords } from '../../src/words/rosterScreen';
import { sayRefusal, settingsScreenWords } from '../../src/words/settingsScreen';
import { faultsOf } from './tidy';

const date = { name: '2021-06', nominalOn: '2021-06-20', cutOff: '2021-06-18', nominalWeekday: 0, weekday: 5 } as const;
const { person, open, sectionGone, written } = rosterScreenWords;

const said: readonly string[] = [
  ...[rosterScreenWords, settingsScreenWords, newYearWords].flatMap((table) => Object.values<unknown>(table).flatMap((word) => (typeof word === 'string' ? [word] : typeof word === 'object' && word !== null ? Object.values(word as Readonly<Record<string, unknown>>).filter((each) => typeof each === 'string') : []))),
  ...([{ kind: 'empty' }, { kind: 'notADay' }, { kind: 'notAChoice' }, { kind: 'notWhole', from: 1, to: 12 }, { kind: 'otherYear', year: 2021 }, { kind: 'notLater', old: 2021 }] as const).map(sayRefusal),
  settingsScreenWords.due(date), settingsScreenWords.moved(date), settingsScreenWords.moved({ ...date, cutOff: '2021-06-21' }), settingsScreenWords.keptOnWeekend({ ...date, weekday: 0 }),
  settingsScreenWords.sum(5, 0), settingsScreenWords.sum(5, 1), settingsScreenWords.edited(['年度', '单位']), settingsScreenWords.saved(['年度']), settingsScreenWords.refused(2), settingsScreenWords.officeUnknown('督查科'), settingsScreenWords.datesTitle('2021'),
  person({ post: '', role: '成员', section: '' }), person({ post: '三级调研员', role: '成员', section: '综合科' }), person({ post: '综合科科长', role: '成员', section: '综合科' }),
  open('口岸科', []), open('口岸科', ['港口口岸科', '陆空口岸科']), sectionGone('综合科', []), sectionGone('综合科', ['综合']), rosterScreenWords.shortNames([]), rosterScreenWords.shortNames(['法规科', '公平科']),
  written({ added: 1, changed: 0, gone: 0, shortNames: 0 }), written({ added: 1, changed: 2, gone: 3, shortNames: 4 }), rosterScreenWords.counted(27, 16), rosterScreenWords.usedBy(2), rosterScreenWords.changedMeanwhile('名册'),
  newYearWords.previewTitle(2022), newYearWords.cleared(0), newYearWords.cleared(3), newYearWords.deadlinesText(11, 0), newYearWords.deadlinesText(11, 2), newYearWords.saved('任务台账'), newYearWords.refusedSaving('任务台账'), newYearWords.refusedCount(1),
];

test('[X3] every sentence is Chinese, polite and whole', () => {
  expect(said.length).toBeGreaterThan(100);
  expect(said.flatMap((sentence) => faultsOf(sentence).map((fault) => `${fault}: ${sentence}`))).toEqual([]);
});

test('[X3][L9] what was written is counted, and what was not is passed over', () => {
  expect(written({ added: 1, changed: 2, gone: 3, shortNames: 4 })).toBe('名册已写入：新增1人，变动2人，去掉3人，改简称的科室4个。请保存工作簿。');
  expect(written({ added: 0, changed: 0, gone: 0, shortNames: 1 })).toBe('名册已写入：改简称的科室1个。请保存工作簿。');
});
