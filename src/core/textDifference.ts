// Where two wordings of one sentence part: the pieces that differ, as few and as whole as can be. Knows nothing of what they say.

/** A place where two texts differ; one side may be empty. `at` is the 0-based place in the first text, `before` what the first has just before it. */
export interface TextPiece {
  readonly one: string;
  readonly other: string;
  readonly before: string;
  readonly at: number;
}

// Comparing takes time and room in proportion to the product of the lengths, so what is very long is compared by its ends only.
const longestTable = 4_000_000;
const shownBefore = 6;

/** The pieces in which two texts differ, in order; none where they are the same (I6). */
export function differingPieces(one: string, other: string): readonly TextPiece[] {
  let head = 0;
  while (head < one.length && head < other.length && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < one.length - head && tail < other.length - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail += 1;
  const a = one.slice(head, one.length - tail);
  const b = other.slice(head, other.length - tail);
  if (a === '' && b === '') return [];
  if (a === '' || b === '' || a.length * b.length > longestTable) return [{ one: a, other: b, at: head, before: beforeIn(one, head) }];
  return placesOf(a, b).map((place) => ({ one: place.one, other: place.other, at: head + place.at, before: beforeIn(one, head + place.at) }));
}

// The longest common subsequence: rows from the ends, so that walking it goes forwards.
function placesOf(a: string, b: string): Omit<TextPiece, 'before'>[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = a[i] === b[j] ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  const pieces: Omit<TextPiece, 'before'>[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const fromI = i;
    const fromJ = j;
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i] === b[j])) {
      if (j >= b.length || (i < a.length && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))) i += 1;
      else j += 1;
    }
    if (i > fromI || j > fromJ) pieces.push({ one: a.slice(fromI, i), other: b.slice(fromJ, j), at: fromI });
    while (i < a.length && j < b.length && a[i] === b[j]) {
      i += 1;
      j += 1;
    }
  }
  return pieces;
}

function beforeIn(text: string, at: number): string {
  return text.slice(Math.max(0, at - shownBefore), at);
}
