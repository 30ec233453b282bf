// Lists of names and units (L4, O3, I5), typesetting (L4) and ordinals (I4).
import fc from 'fast-check';
import { likeness } from '../../src/core/likeness';
import { joinNames, splitNames, splitUnits } from '../../src/core/names';
import { bareText } from '../../src/core/filled';
import { comparableText, foldWidth, normalizeText } from '../../src/core/normalizeText';
import { stripOrdinal } from '../../src/core/ordinals';
import names from '../cases/core/names.json';
import ordinals from '../cases/core/ordinals.json';
import typesetting from '../cases/core/typesetting.json';
import units from '../cases/core/units.json';
import { plan2021 } from './plans';

const people = plan2021().roster.people.map((person) => person.name);
const known = new Set(people);
const someNames = fc.uniqueArray(fc.constantFrom(...people), { minLength: 1, maxLength: 5 });

describe('names in a cell', () => {
  test.each(names)('[L4] $input', ({ input, names: expected, known: given, guesses, oddities }) => {
    const read = splitNames(input, given === null ? undefined : new Set(given));
    expect(read.names).toEqual(expected);
    expect(read.guesses.map((guess) => guess.kind)).toEqual(guesses);
    expect([...read.oddities].sort()).toEqual([...oddities].sort());
  });

  test('[I5] a guess says what it was made of', () => {
    expect(splitNames('车洁、张光强 李 颖').guesses).toEqual([{ kind: 'spaces', text: '张光强 李 颖', names: ['张光强', '李颖'] }]);
  });

  test('[L4] what is joined is taken apart again', () => {
    fc.assert(fc.property(someNames, fc.boolean(), (list, withRoster) => {
      expect(splitNames(joinNames(list), withRoster ? known : undefined)).toEqual({ names: list, guesses: [], oddities: [] });
    }));
  });

  test('[L4] typesetting of names changes nothing but is seen', () => {
    const spaced = (name: string): string => (name.length === 2 ? [...name].join('  ') : name);
    fc.assert(fc.property(someNames, fc.constantFrom('、', '，', ',', ';', '；', '\n', '/'), (list, separator) => {
      expect(splitNames(list.map(spaced).join(separator)).names).toEqual(list);
    }));
  });

  test('[L4] with the roster, spaces alone part every list without a guess', () => {
    const spaced = (name: string): string => (name.length === 2 ? [...name].join(' ') : name);
    fc.assert(fc.property(someNames, (list) => {
      const read = splitNames(list.map(spaced).join(' '), known);
      expect(read.names).toEqual(list);
      expect(read.guesses).toEqual([]);
    }));
  });

  test('[L4] no character of a name is ever lost', () => {
    const cell = fc.array(fc.constantFrom('邓', '善', '张', '光', '强', '科', ' ', '  ', '\n', '、', '，', ';', '\u3000'), { maxLength: 14 }).map((parts) => parts.join(''));
    fc.assert(fc.property(cell, fc.boolean(), (text, withRoster) => {
      const read = splitNames(text, withRoster ? known : undefined);
      expect(read.names.join('')).toBe(text.replace(/[\s、，;]/g, ''));
      expect(read.names.every((name) => name !== '')).toBe(true);
    }));
  });

  test.each(units)('[L4] units in $input', ({ input, units: expected }) => {
    expect(splitUnits(input)).toEqual(expected);
  });
});

describe('typesetting', () => {
  test.each(typesetting)('[L4] $input', ({ input, text }) => {
    expect(normalizeText(input)).toBe(text);
  });

  test('[L4] what is without typesetting stays as it is, and once is enough', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => normalizeText(normalizeText(text)) === normalizeText(text)));
    for (const task of plan2021().tasks) expect(normalizeText(task.text)).toBe(task.text);
  });

  test('[I4] full-width and half-width forms are the same', () => {
    expect(foldWidth('（１．Ａ％　）')).toBe('(1.A% )');
    expect(comparableText('推广“两步申报”，ＯＫ。')).toBe(comparableText('推广"两步 申报",ok'));
  });

  test('[F2] a bare text has neither spaces nor punctuation', () => {
    expect(bareText(' 已开展，“培训”——３次。\n')).toBe('已开展培训３次');
  });

  test('[R3] likeness is 1 for the same words, 0 for none in common, and the same both ways', () => {
    expect(likeness('在线监督。', '在线 监督')).toBe(1);
    expect(likeness('甲乙', '丙丁')).toBe(0);
    expect(likeness('实现对接信息共享', '实现对接和信息共享')).toBeGreaterThan(0.7);
    fc.assert(fc.property(fc.string(), fc.string(), (one, other) => {
      const like = likeness(one, other);
      expect(like).toBe(likeness(other, one));
      expect(like).toBeGreaterThanOrEqual(0);
      expect(like).toBeLessThanOrEqual(1);
    }));
  });
});

describe('ordinals', () => {
  test.each(ordinals)('[I4] $input', ({ input, ordinal, text }) => {
    expect(stripOrdinal(input)).toEqual(ordinal === null ? { text } : { ordinal, text });
  });
});
