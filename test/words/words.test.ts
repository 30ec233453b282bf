// The words as a whole: every sentence in good manners, every column called as on the sheet, every refusal of Excel with something to do.
import { ledgerTitles, settingRows } from '../../src/sheets/titles';
import type { Doing, FaultKind } from '../../src/excel/excelFault';
import { ExcelFault } from '../../src/excel/excelFault';
import { fieldTitles } from '../../src/words/fields';
import { sayDay } from '../../src/words/days';
import { sayFault } from '../../src/words/say';
import { asKeys } from '../../src/words/keyLanguage';
import { buildWords } from '../../src/words/build';
import { bugWords } from '../../src/words/faults';
import { frameWords } from '../../src/words/frame';
import { checkWords } from '../../src/words/check';
import { fillInWords } from '../../src/words/fillIn';
import { guideWords } from '../../src/words/guide';
import { homeWords } from '../../src/words/home';
import { reportWords } from '../../src/words/reports';
import { statusWords } from '../../src/words/status';
import { faultsOf } from './tidy';

/** All tables of the pane. */
const paneWords = { frame: frameWords, guide: guideWords, home: homeWords, build: buildWords, status: statusWords, check: checkWords, fillIn: fillInWords, reports: reportWords, bug: bugWords, fields: fieldTitles };

/** Sample values for the functions of the words: a text and a number, except where something else is taken. */
const plain: readonly (readonly unknown[])[] = [['值', 2], [3, 2]];
const others: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'status.listAnd': [[['值', '值']]],
  'status.lightsPicture': [[13, ['值', '值']]],
  'status.groupNote': [[0, 0, 3], [1, 2, 3]],
  'status.standing': [['值', undefined], ['值', -2], ['值', 0], ['值', 2]],
  'status.asOfLabel': [['2021-06-18', true], ['2021-06-18', false]],
  'status.asOfNow': [['2021-06-18', true], ['2021-06-18', false]],
  'status.period': [['2021-06', '2021-06-18']],
  'check.leftAlone': [[['值', '值']]],
  'check.cell': [['值', '', '值'], ['值', '2.3', '值']],
  'fillIn.changedInSheet': [['值', ''], ['值', '值']],
  'reports.period': [['2021-06'], ['值']],
  'reports.daysLeft': [[3], [0], [-2]],
  'reports.weekend': [
    [{ nominalOn: '2021-06-20', cutOff: '2021-06-18' }, 'before'], [{ nominalOn: '2021-06-20', cutOff: '2021-06-21' }, 'after'], [{ nominalOn: '2021-06-20', cutOff: '2021-06-20' }, 'keep'],
    [{ nominalOn: '2021-04-20', cutOff: '2021-04-20' }, 'before'],
  ],
  'reports.fillingSum': [[13, 8, 2, 3]],
  'reports.historyLabel': [['2021-06', '逾期2天', '未填报']],
  'reports.missed': [[['2021-04']], [['2021-04', '2021-06']]],
  'reports.entryMade': [['值', 2, true], ['值', 2, false]],
  'reports.counted': [
    [{ tasks: 13, done: 2, status: { 逾期: 1, 临期: 3, 逾期办结: 1 }, filled: { 已填报: 4, 未更新: 5, 未填报: 4 } }],
    [{ tasks: 13, done: 0, status: { 逾期: 0, 临期: 0, 逾期办结: 0 }, filled: { 已填报: 0, 未更新: 0, 未填报: 13 } }],
  ],
  'reports.compared': [['2021-04', 2, -1], ['2021-04', 0, 3]],
  'home.ledgerTitle': [[2021], [undefined]],
  'home.said.ledger': [[2021, 13], [undefined, 13]],
  'build.list': [[['值', '值']]],
  'build.doneSheets': [[['值', '值']]],
  'build.doneDifference': [[{ kept: 1, changed: 2, added: 4, gone: 5 }]],
  'build.cellsOf': [[0, 0], [2, 3]],
  'build.goneOf': [[0], [2]],
  'build.goneLabel': [['', '值'], ['2.3', '值']],
};
/** Every sentence of a table with its key. */
function sentencesOf(table: object, path = ''): { readonly key: string; readonly sentence: string }[] {
  return Object.entries(table).flatMap(([name, value]: [string, unknown]) => {
    const key = path === '' ? name : `${path}.${name}`;
    if (typeof value === 'string') return [{ key, sentence: value }];
    if (typeof value === 'object' && value !== null) return sentencesOf(value, key);
    if (typeof value !== 'function') return [];
    return (others[key] ?? plain).map((sample) => ({ key, sentence: String((value as (...given: unknown[]) => unknown)(...sample)) }));
  });
}

const all = sentencesOf(paneWords);

test('[X3] there are sentences of every screen to look at', () => {
  for (const screen of ['frame', 'guide', 'home', 'build', 'status', 'check', 'fillIn', 'reports', 'bug']) expect(all.some(({ key }) => key.startsWith(`${screen}.`))).toBe(true);
  const functions = all.filter(({ sentence }) => /值|3|2/.test(sentence));
  expect(functions.length).toBeGreaterThan(20);
});

test.each(all.map(({ key, sentence }) => [key, sentence] as const))('[X3] %s is in good manners: %s', (_, sentence) => {
  expect(faultsOf(sentence)).toEqual([]);
});

test('[L2] columns are called as on the ledger', () => {
  for (const [column, title] of Object.entries(ledgerTitles)) expect(fieldTitles[column]).toBe(title);
});

test('[L9] settings are called as on the settings sheet', () => {
  for (const { key, label } of settingRows) if (key !== 'version') expect(fieldTitles[key]).toBe(label);
});

describe('refusals of Excel', () => {
  const kinds: Record<FaultKind, true> = { protected: true, editing: true, tooLarge: true, gone: true, nameTaken: true, unsupported: true, busy: true, lost: true, unknown: true };
  const doings: Record<Doing, true> = { reading: true, writing: true, checking: true, restoring: true, showing: true };
  const cases = Object.keys(kinds).flatMap((kind) => Object.keys(doings).flatMap((doing) => [undefined, true, false].map((restored) => [kind as FaultKind, doing as Doing, restored] as const)));

  test.each(cases)('[X3] %s while %s, put back: %s', (kind, doing, restored) => {
    const said = sayFault(new ExcelFault(kind, doing, 'Code', 'Message', restored));
    for (const sentence of Object.values(said)) {
      expect(faultsOf(sentence)).toEqual([]);
      expect(sentence).toMatch(/。$/);
    }
    expect(said.todo).toMatch(/请/);
  });

  test('[X1] what became of the workbook is said', () => {
    const state = (restored: boolean | undefined): string => sayFault(new ExcelFault('busy', 'writing', '', '', restored)).state;
    expect(state(undefined)).toBe('没有写入任何内容。');
    expect(state(true)).toContain('已恢复原样');
    expect(state(false)).toContain('没能完全恢复');
  });

  test('[X1] a workbook that was not put back is not to be saved, whatever the cause', () => {
    for (const kind of Object.keys(kinds)) expect(sayFault(new ExcelFault(kind as FaultKind, 'writing', '', '', false)).todo).toContain('请不要保存');
  });
});

describe('the test language', () => {
  test('[X3] shows every key and nothing else', () => {
    const shown = asKeys(paneWords);
    expect(asKeys(paneWords)).toBe(shown);
    expect(shown.home.build).toBe('⟦home.build⟧');
    expect(shown.guide.steps[1]?.title).toBe('⟦guide.steps.1.title⟧');
    expect(shown.home.tasks(13)).toBe('⟦home.tasks⟧');
    for (const { key, sentence } of sentencesOf(shown)) expect(sentence).toBe(`⟦${key}⟧`);
  });
});

test('[L5] a day is said without leading noughts, other text as it is', () => {
  expect(sayDay('2021-06-08')).toBe('2021年6月8日');
  expect(sayDay('长期坚持')).toBe('长期坚持');
});
