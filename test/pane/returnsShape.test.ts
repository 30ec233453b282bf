// The lines of a review as they are shown: where two texts part, which lines pass a filter, where a key leads.
import fc from 'fast-check';
import type { ReviewItem } from '../../src/actions/returnsReview';
import { textParts } from '../../src/actions/returnsReview';
import { countKinds, itemsShown, lineAfterKey, noReviewFilter } from '../../src/pane/reviewShape';

const joined = (parts: readonly { readonly text: string }[]): string => parts.map(({ text }) => text).join('');
const same = (parts: readonly { readonly text: string; readonly differs: boolean }[]): string => joined(parts.filter(({ differs }) => !differs));

test('[R4] the pieces of two texts give the texts again, and what is not marked stands in both', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '，', '\n'), maxLength: 30 });
  fc.assert(fc.property(text, text, (old, next) => {
    const parts = textParts(old, next);
    expect(joined(parts.old)).toBe(old);
    expect(joined(parts.new)).toBe(next);
    expect(same(parts.old)).toBe(same(parts.new));
  }));
});

test.each([
  ['已完成3项', '已完成5项', ['已完成', '3*', '项'], ['已完成', '5*', '项']],
  ['', '新的', [], ['新的*']],
  ['旧的', '', ['旧的*'], []],
  ['一样', '一样', ['一样'], ['一样']],
  ['甲乙', '甲丙乙', ['甲', '乙'], ['甲', '丙*', '乙']],
])('[R4] %j beside %j', (old, next, before, after) => {
  const parts = textParts(old, next);
  const shown = (of: typeof parts.old): readonly string[] => of.map(({ text, differs }) => `${text}${differs ? '*' : ''}`);
  expect(shown(parts.old)).toEqual(before);
  expect(shown(parts.new)).toEqual(after);
});

const item = (key: string, kind: 'merged' | 'unmatched', file: string): ReviewItem =>
  (kind === 'merged'
    ? { key, kind, file, section: '', id: '1.1', of: { column: 'progress', old: '', new: '', assumedYear: false } }
    : { key, kind, file, section: '', id: '', of: { kind: 'noTask', table: '', row: 0, texts: [] } });
const items = [item('a', 'merged', '甲'), item('b', 'unmatched', '甲'), item('c', 'merged', '乙')];

test.each([
  [noReviewFilter, ['a', 'b', 'c']],
  [{ ...noReviewFilter, kind: 'merged' as const }, ['a', 'c']],
  [{ ...noReviewFilter, file: '甲' }, ['a', 'b']],
  [{ ...noReviewFilter, kind: 'merged' as const, file: '甲' }, ['a']],
  [{ ...noReviewFilter, forMe: true }, ['b']],
])('[R8] under %j', (filter, keys) => {
  expect(itemsShown(items, filter, ({ key }) => key === 'b').map(({ key }) => key)).toEqual(keys);
});

test('[R8] kinds are counted of one file and of all', () => {
  expect([...countKinds(items, '')]).toEqual([['merged', 2], ['unmatched', 1]]);
  expect([...countKinds(items, '乙')]).toEqual([['merged', 1]]);
});

test.each([
  ['ArrowDown', -1, 3, 0], ['ArrowDown', 0, 3, 1], ['ArrowDown', 2, 3, 2], ['ArrowUp', 0, 3, 0], ['ArrowUp', -1, 3, 0], ['ArrowUp', 2, 3, 1], ['Home', 2, 3, 0], ['End', 0, 3, 2], ['ArrowDown', -1, 0, undefined], ['Enter', 1, 3, undefined],
])('[R4] %s from line %i of %i leads to %s', (key, from, lines, to) => {
  expect(lineAfterKey(key, from, lines)).toBe(to);
});
