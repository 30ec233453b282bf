// One cell three ways (R4): the whole table, and what counts as typesetting.
import type { Verdict } from '../../src/core/consolidateCells';
import { compareThreeWays } from '../../src/core/consolidateCells';
import { dayKey, digestOf, isBlankText, sameText, tidyLineEnds } from '../../src/core/returnedText';

const texts = ['', 'a', 'b', 'c'] as const;
const words: Readonly<Record<string, Verdict>> = { '-': 'nothing', '=': 'unchanged', t: 'take', x: 'bothChanged', '?': 'baseUnknown', o: 'cleared' };

// Written by hand: a line for what the ledger has (nothing, a, b, c), a character for what came back (nothing, a, b, c).
test.each<[string, string | undefined, readonly string[]]>([
  ['unknown', undefined, ['-ttt', '-=??', '-?=?', '-??=']],
  ['empty', '', ['-ttt', '-=xx', '-x=x', '-xx=']],
  ['a', 'a', ['-=xx', 'o=tt', 'o==x', 'o=x=']],
])('[R4] sent with %s: every case of ledger and return', (_, base, lines) => {
  const found = texts.map((ledger) => texts.map((returned) => compareThreeWays(base, ledger, returned)));
  expect(found).toEqual(lines.map((line) => [...line].map((sign) => words[sign])));
});

test('[R4] blanks are as empty as nothing, on each side', () => {
  for (const blank of [' ', '\n', '\u00a0', '\u3000\t', '_x000D_\n']) {
    expect(isBlankText(blank)).toBe(true);
    expect(texts.map((ledger) => texts.map((returned) => compareThreeWays(blank, ledger, returned)))).toEqual(texts.map((ledger) => texts.map((returned) => compareThreeWays('', ledger, returned))));
    expect([compareThreeWays('a', blank, 'b'), compareThreeWays('a', 'a', blank)]).toEqual(['bothChanged', 'cleared']);
  }
});

test.each([
  ['一\r\n二', '一\n二'], ['一_x000D_\n二', '一\n二'], ['一\r二', '一\n二'], ['一\v二', '一\n二'], ['一 \n二  ', '一\n二'], ['已\u00a0开展', '已 开展'], ['\ufeff已开展', '已开展'], ['\n已开展\n', '已开展'],
])('[R4] %j and %j differ in typesetting only', (one, other) => {
  expect(sameText(one, other)).toBe(true);
});

test.each([['已开展', '已开展。'], ['一\n二', '一二'], ['a', 'A'], ['2.5', '25'], ['已 开展', '已开展'], ['1', '１']])('[R4] %j and %j are two texts', (one, other) => {
  expect(sameText(one, other)).toBe(false);
});

test('[R8] what is written keeps every word and blank, line ends aside', () => {
  expect(tidyLineEnds('  一\r\n\r\n二_x000D_\n三\u00a0 _x000D_四\u2028五')).toBe('  一\n\n二\n三\u00a0 \n四\n五');
  expect(tidyLineEnds('=1+1\n@a')).toBe('=1+1\n@a');
});

test.each([['2021-06-10', '2021年6月10日'], ['2021/6/10', '2021.6.10'], ['6月10日', '2021-06-10']])('[R4][D7] the days %s and %s are one', (one, other) => {
  expect(dayKey(one, 2021)).toBe(dayKey(other, 2021));
});

test('[R4] a month is no day, and other texts are compared as texts', () => {
  expect(dayKey('2021年6月', 2021)).toBe('2021年6月');
  expect(dayKey('2021年6月', 2021)).not.toBe(dayKey('2021-06-30', 2021));
});

test('[R7] texts that differ have different marks', () => {
  const some = Array.from({ length: 5000 }, (_, at) => `第${String(at)}项`);
  expect(new Set([...some, '', '一二', '二一', '一\u0001二'].map(digestOf)).size).toBe(5004);
});
