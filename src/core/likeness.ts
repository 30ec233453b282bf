// How alike two texts are, by the pairs of neighbouring characters that they share. Knows nothing of what the texts say.
import { comparableText } from './normalizeText';

/** From 0 (nothing in common) to 1 (the same but for spaces and punctuation): twice the shared pairs of characters over all pairs. */
export function likeness(one: string, other: string): number {
  const a = comparableText(one);
  const b = comparableText(other);
  if (a === b) return 1;
  const pairs = countPairs(a);
  let shared = 0;
  for (let i = 0; i + 1 < b.length; i += 1) {
    const pair = b.slice(i, i + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      shared += 1;
      pairs.set(pair, left - 1);
    }
  }
  const all = Math.max(a.length - 1, 0) + Math.max(b.length - 1, 0);
  return all === 0 ? 0 : (2 * shared) / all;
}

function countPairs(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i += 1) {
    const pair = text.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}
