// How the lines of returned sheets are looked through: by file, by kind, by whether they wait for a person. Pure; decides nothing.
import type { ReviewItem, ReviewKind } from '../actions/returnsReview';

/** What is looked at. `forMe`: what a person decides on. A file is known by its name. */
export interface ReviewFilter { readonly kind: ReviewKind | undefined; readonly forMe: boolean; readonly file: string }

export const noReviewFilter: ReviewFilter = { kind: undefined, forMe: false, file: '' };

/** The lines that pass. `isShown` says of a line that waits, or was decided while it was looked at. */
export function itemsShown(items: readonly ReviewItem[], filter: ReviewFilter, isShown: (item: ReviewItem) => boolean): readonly ReviewItem[] {
  return items.filter((item) => (filter.kind === undefined || item.kind === filter.kind) && (filter.file === '' || item.file === filter.file) && (!filter.forMe || isShown(item)));
}

/** How many lines of each kind there are, of one file or of all. */
export function countKinds(items: readonly ReviewItem[], file: string): ReadonlyMap<ReviewKind, number> {
  const counts = new Map<ReviewKind, number>();
  for (const item of items) if (file === '' || item.file === file) counts.set(item.kind, (counts.get(item.kind) ?? 0) + 1);
  return counts;
}

/** Where a key leads from the n-th of some lines; undefined for keys that lead nowhere. */
export function lineAfterKey(key: string, at: number, lines: number): number | undefined {
  if (lines === 0) return undefined;
  switch (key) {
    case 'ArrowDown': return Math.min(at + 1, lines - 1);
    case 'ArrowUp': return Math.max(at - 1, 0);
    case 'Home': return 0;
    case 'End': return lines - 1;
    default: return undefined;
  }
}
