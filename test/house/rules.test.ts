// RULES.md and the tests cite each other: no rule without a test, no test without a rule.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesYetToCome } from './rulesYetToCome';
import type { TestTitle } from './sources';
import { codeUnder, root, testsIn } from './sources';

const rules = [...readFileSync(join(root, 'RULES.md'), 'utf8').matchAll(/^[-*] \**([A-Z]\d+)\b/gm)].map((match) => match[1] ?? '');
const tests = codeUnder('test').filter((file) => /\.test\.tsx?$/.test(file.path)).flatMap(testsIn);

/** Tags beside the rules: W is what the pretend Excel does, H is how this house is kept. */
const otherTags = ['W', 'H'];
/** A table of cases may bring the rule of each case: `test.each(…)('[%s] …')`. */
const isFromTable = (tag: string): boolean => tag === '%s' || tag.startsWith('$');

/** `[S5]`, `[S5][L3]` and `[S5, L3]` at the beginning of a title. */
const tagsOf = ({ titles }: TestTitle): string[] =>
  titles.flatMap((title) => /^(?:\[[^\]]*\]\s*)+/.exec(title)?.[0].match(/[^\s[\],、]+/g) ?? []);

const at = (test: TestTitle): string => `${test.path}:${String(test.line)} ${test.titles.join(' › ')}`;

describe('rules and tests', () => {
  test('[H] RULES.md numbers every rule once, without gaps', () => {
    expect(rules.length).toBeGreaterThan(60);
    const seen = new Map<string, number>();
    for (const rule of rules) {
      const letter = rule.slice(0, 1);
      expect(rule).toBe(`${letter}${String((seen.get(letter) ?? 0) + 1)}`);
      seen.set(letter, (seen.get(letter) ?? 0) + 1);
    }
  });

  test('[H] every test begins with the rule that it proves', () => {
    expect(tests.length).toBeGreaterThan(50);
    expect(tests.filter((each) => tagsOf(each).length === 0).map(at)).toEqual([]);
  });

  test('[H] every rule that a test cites stands in RULES.md', () => {
    expect(tests.filter((each) => tagsOf(each).some((tag) => !rules.includes(tag) && !otherTags.includes(tag) && !isFromTable(tag))).map(at)).toEqual([]);
  });

  test('[H] every rule is cited by a test, but for those listed as yet to come', () => {
    const cited = new Set(tests.flatMap(tagsOf));
    expect(rules.filter((rule) => !cited.has(rule) && !rulesYetToCome.includes(rule))).toEqual([]);
  });

  test('[H] a rule that is proven leaves the list of those to come', () => {
    const cited = new Set(tests.flatMap(tagsOf));
    expect(rulesYetToCome.filter((rule) => cited.has(rule))).toEqual([]);
    expect(rulesYetToCome.filter((rule) => !rules.includes(rule))).toEqual([]);
  });
});
