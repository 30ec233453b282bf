// A joint task's text in one cell: whatever the sections write, it can be taken apart again exactly (R5).
import fc from 'fast-check';
import { joinAttributed, parseAttributed } from '../../src/core/attributed';
import { sectionsByRoster } from '../../src/core/consolidateLedger';
import { plan2021 } from './plans';

const sectionOf = sectionsByRoster(plan2021().roster);
const sections = ['外资科', '外贸科', '东盟科', '港口科'];
const keys = ['外资管理科', '对外贸易科', '东盟事务科', '港口口岸科'];

describe('a joint cell', () => {
  test('[R5] each text stands under its section, in the order of 责任科室', () => {
    const own = new Map([['港口口岸科', '丁'], ['外资管理科', '甲\n乙']]);
    expect(joinAttributed({ nobodys: '', own }, sections, sectionOf)).toBe('【外资科】甲\n乙\n【港口科】丁');
  });

  test('[R5] a section is known by its full name, its short name and with blanks in the mark', () => {
    const { own, nobodys } = parseAttributed('【对外贸易科】甲\n【 港口 科 】乙\n\u3000【外资科】丙', sections, sectionOf);
    expect(nobodys).toBe('');
    expect([...own]).toEqual([['对外贸易科', '甲'], ['港口口岸科', '乙'], ['外资管理科', '丙']]);
  });

  test('[R5] what stands under no name is nobody’s and comes first, whatever it is', () => {
    const read = parseAttributed('各科室均已开展。\n【说明】见附件\n【外贸科】甲', sections, sectionOf);
    expect(read.nobodys).toBe('各科室均已开展。\n【说明】见附件');
    expect(joinAttributed({ ...read, own: new Map([...read.own, ['外资管理科', '乙']]) }, sections, sectionOf)).toBe('各科室均已开展。\n【说明】见附件\n【外资科】乙\n【外贸科】甲');
  });

  test('[R5] the block of a section that is not the task’s is nobody’s and keeps its mark', () => {
    const read = parseAttributed('【外贸科】甲\n【审批科】乙\n丙\n【港口科】丁', ['外贸科', '港口科'], sectionOf);
    expect(read.nobodys).toBe('【审批科】乙\n丙');
    expect([...read.own]).toEqual([['对外贸易科', '甲'], ['港口口岸科', '丁']]);
    expect(parseAttributed(joinAttributed(read, ['外贸科', '港口科'], sectionOf), ['外贸科', '港口科'], sectionOf)).toEqual(read);
  });

  test('[R5] two blocks of one section are its text, one after the other', () => {
    expect(parseAttributed('【外贸科】甲\n【港口科】乙\n【外贸科】丙', sections, sectionOf).own.get('对外贸易科')).toBe('甲\n丙');
  });

  test('[R5] a task of one section has plain text without a mark', () => {
    expect(joinAttributed({ nobodys: '', own: new Map([['对外贸易科', '【外贸科】甲']]) }, ['外贸科'], sectionOf)).toBe('【外贸科】甲');
    expect(parseAttributed('【港口科】甲\n乙', ['外贸科'], sectionOf).own.get('对外贸易科')).toBe('【港口科】甲\n乙');
  });

  test('[R5] a line of a text that looks like a mark is seen as it was written and read as text', () => {
    const own = new Map([['外资管理科', '甲\n【外贸科】已会签']]);
    const cell = joinAttributed({ nobodys: '', own }, sections, sectionOf);
    expect(cell.replace(/\u200b/g, '')).toBe('【外资科】甲\n【外贸科】已会签');
    expect([...parseAttributed(cell, sections, sectionOf).own]).toEqual([...own]);
  });

  const piece = fc.constantFrom('甲', '\n', '【', '】', '【外贸科】', '【港口口岸科】', '【审批科】', '【某科】', '\u200b', ' ', '\u3000', '\r', '=1+1');
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

  test('[R5] taken apart and put together are exact inverses for any texts', () => {
    fc.assert(fc.property(fc.oneof(text, fc.string()), fc.array(fc.oneof(text, fc.string()), { minLength: 4, maxLength: 4 }), fc.integer({ min: 2, max: 4 }), (nobodys, texts, count) => {
      const own = new Map(keys.slice(0, count).flatMap((key, at) => (texts[at] === undefined || texts[at] === '' ? [] : [[key, texts[at]] as const])));
      const read = parseAttributed(joinAttributed({ nobodys, own }, sections.slice(0, count), sectionOf), sections.slice(0, count), sectionOf);
      expect(read.nobodys).toBe(nobodys);
      expect(read.own).toEqual(own);
    }), { numRuns: 600, examples: [
      ['【审批科】', ['', '', '', ''], 2], ['\u200b【外贸科】', ['\n', '', '', ''], 2], ['\n', ['\n【外贸科】', '\u200b\u200b【审批科】\n\u200b【审批科】', '', ''], 3], ['【审批科】甲\n\u200b【外贸科】', ['甲', '乙', '', ''], 2],
    ] });
  });

  test('[R5] replacing one section’s text leaves every other text as it was', () => {
    fc.assert(fc.property(text, fc.integer({ min: 0, max: 3 }), text, (cell, whose, words) => {
      const before = parseAttributed(cell, sections, sectionOf);
      const after = parseAttributed(joinAttributed({ ...before, own: new Map([...before.own, [keys[whose] ?? '', words]]) }, sections, sectionOf), sections, sectionOf);
      expect(after.nobodys).toBe(before.nobodys);
      for (const key of keys) expect(after.own.get(key) ?? '').toBe(key === keys[whose] ? words : (before.own.get(key) ?? ''));
    }), { numRuns: 500 });
  });
});
