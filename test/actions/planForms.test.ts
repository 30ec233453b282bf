// The forms over 设置 and of a new year, and another list of people for 名册, as plain functions: what is read back, and what no input can break.
import fc from 'fast-check';
import { judgeWorkbook } from '../../src/actions/lookAtWorkbook';
import type { LedgerState } from '../../src/actions/lookAtWorkbook';
import { newYearTexts, readNewYearTexts } from '../../src/actions/newYearForm';
import { planRosterWish } from '../../src/actions/rosterWish';
import type { SettingTexts } from '../../src/actions/settingsForm';
import { readSettingTexts, settingFields, settingTexts } from '../../src/actions/settingsForm';
import { yearDates } from '../../src/actions/yearDates';
import { cellsOf, ledgerSheets, seedPlan } from '../pane/fakeWorkbook';
import { drawSettings } from '../../src/sheets/settingsSheet';

/** The workbook with the ledger of 2021, its 设置 with these settings. */
function stateWith(settings = seedPlan().settings): LedgerState {
  const sheets = [...ledgerSheets(seedPlan()).slice(0, 2), cellsOf(drawSettings(settings))];
  const state = judgeWorkbook({
    sheets: sheets.map(({ name, isProtected }) => ({ name, isProtected })), names: [], structureProtected: false,
    tables: sheets.flatMap((sheet) => sheet.tables.map((table) => ({ name: table.name, sheet: sheet.name }))), cells: new Map(sheets.map((sheet) => [sheet.name, sheet])),
  });
  if (state.kind !== 'ledger') throw new Error(state.kind);
  return state;
}

const day = fc.tuple(fc.integer({ min: 1990, max: 2199 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
const words = fc.string({ minLength: 1, maxLength: 20 }).map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');

describe('the form over 设置', () => {
  test('[L9] whatever settings the sheet holds come back from the form as they were', () => {
    const settings = fc.record({
      title: words, unit: words, office: words, issuedOn: day, warningDays: fc.integer({ min: 0, max: 366 }), asOf: fc.oneof(fc.constant(''), day),
      everyMonths: fc.integer({ min: 1, max: 12 }), weekendRule: fc.constantFrom('before' as const, 'after' as const, 'keep' as const), firstCutOff: day,
    }).map(({ everyMonths, weekendRule, firstCutOff, ...rest }) => ({ ...rest, year: Number(firstCutOff.slice(0, 4)), calendar: { firstCutOff, everyMonths, weekendRule } }));
    fc.assert(fc.property(settings, (given) => {
      const texts = settingTexts(stateWith(given));
      if (texts === undefined) throw new Error('no sheet');
      expect(readSettingTexts(texts, undefined)).toMatchObject({ settings: given, refusals: {} });
    }), { numRuns: 60 });
  });

  test('[X3][L9] no input breaks it: each field is either read or refused, and nothing refused is saved', () => {
    const any = fc.record(Object.fromEntries(settingFields.map((field) => [field, fc.oneof(fc.string(), day, fc.integer().map(String))]))) as unknown as fc.Arbitrary<SettingTexts>;
    fc.assert(fc.property(any, (texts) => {
      const { settings, refusals } = readSettingTexts(texts, undefined);
      expect(settings === undefined).toBe(Object.keys(refusals).length > 0);
    }), { numRuns: 200 });
  });

  test('[L9] digits of full width are digits, and a line break in a title is typesetting', () => {
    const texts = settingTexts(stateWith());
    if (texts === undefined) throw new Error('no sheet');
    const { settings } = readSettingTexts({ ...texts, everyMonths: '３', title: '某某市商务局\n工作任务台账' }, undefined);
    expect([settings?.calendar.everyMonths, settings?.title]).toEqual([3, '某某市商务局工作任务台账']);
  });

  test('[P2] each date says from which weekday it was moved: 20 June 2021 is a Sunday, 20 November a Saturday', () => {
    const dates = yearDates({ firstCutOff: '2021-06-20', everyMonths: 5, weekendRule: 'before' }, 2021);
    expect(dates).toEqual([
      { name: '2021-06', nominalOn: '2021-06-20', cutOff: '2021-06-18', nominalWeekday: 0, weekday: 5 },
      { name: '2021-11', nominalOn: '2021-11-20', cutOff: '2021-11-19', nominalWeekday: 6, weekday: 5 },
    ]);
  });
});

describe('the form of a new year', () => {
  const { settings } = seedPlan();

  test('[L7] a leap day of the notice becomes the last of February, and a typed year carries the days with it', () => {
    expect(newYearTexts({ ...settings, year: 2024, title: '2024年台账', issuedOn: '2024-02-29' }, {})).toEqual({ year: '2025', title: '2025年台账', issuedOn: '2025-02-28', firstCutOff: '2022-04-20' });
    expect(newYearTexts(settings, { year: '2024' })).toMatchObject({ issuedOn: '2024-03-04', firstCutOff: '2024-04-20' });
    expect(newYearTexts(settings, { year: '20' })).toMatchObject({ year: '20', firstCutOff: '2022-04-20' });
  });

  test('[X3] no input breaks it, and a wish is of a later year and has a report', () => {
    const text = fc.oneof(fc.string(), day, fc.integer({ min: 2000, max: 2300 }).map(String));
    fc.assert(fc.property(fc.record({ year: text, title: text, issuedOn: text, firstCutOff: text }), (texts) => {
      const { wish, refusals, dates } = readNewYearTexts(texts, settings);
      expect(wish === undefined).toBe(Object.keys(refusals).length > 0);
      if (wish !== undefined) expect([wish.year > 2021, (dates?.length ?? 0) > 0]).toEqual([true, true]);
    }), { numRuns: 200 });
  });
});

describe('another list of people', () => {
  const none = new Set<string>();

  test('[L9] nobody is lost: whoever is in 名册 is in it afterwards, unless it was said that he goes', () => {
    const { people } = seedPlan().roster;
    const line = fc.constantFrom(...people).chain((person) => fc.constantFrom(`${person.role}：${person.name}  ${person.post}`, `成员：${person.name}  综合科科长`, `副组长：${person.name}`));
    fc.assert(fc.property(fc.array(line, { maxLength: 8 }), fc.subarray(people.map(({ name }) => name), { maxLength: 4 }), (lines, leave) => {
      const plan = planRosterWish(stateWith(), { text: lines.join('\n'), leave: new Set(leave), confirmed: none });
      const listed = new Set(lines.map((each) => /：(\S+)/.exec(each)?.[1]));
      const gone = people.map(({ name }) => name).filter((name) => leave.includes(name) && !listed.has(name));
      expect(plan.edit.gone.map(({ name }) => name)).toEqual(gone);
      expect(plan.edit.added).toEqual([]);
    }), { numRuns: 60 });
  });

  test('[L9] a line that stands twice is one person; a section that somebody is left of keeps its short name', () => {
    const plan = planRosterWish(stateWith(), { text: '成员：胡毅  港口口岸科科长\n胡毅  港口口岸科科长\n周志安  港口口岸科副科长\n', leave: new Set(), confirmed: none });
    expect([plan.edit.added, plan.edit.changed.map(({ new: person }) => [person.name, person.section]), plan.edit.shortNames]).toEqual([[], [['周志安', '港口口岸科']], []]);
    expect(plan.sectionsGone.map(({ name }) => name)).toEqual(['办公室']);
  });

  test('[O6] a short name that was confirmed is written where it still fits one section, and nowhere else', () => {
    const state = stateWith();
    const bare = { ...state, roster: { people: seedPlan().roster.people, sections: seedPlan().roster.sections.map(({ name }) => ({ name, shortNames: [] })) } };
    const plan = planRosterWish(bare, { text: undefined, leave: none, confirmed: new Set(['外贸科', '督查科']) });
    expect(plan.edit.shortNames).toEqual([{ section: '对外贸易科', old: [], new: ['外贸科'] }]);
    expect(plan.canWrite).toBe(true);
  });
});
