// Counts in words, such as 获得信贷 1、跨境贸易 3. Knows no sentence.

/** How often each word comes, in the order in which the words first come. */
export function countWords(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${word} ${String(count)}`).join('、');
}
