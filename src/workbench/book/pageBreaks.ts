// Manual page breaks of a sheet: where they may stand, and how they move with rows and columns. Knows no printer and no page size.
import { LAST_COLUMN, LAST_ROW } from './area';
import { invalid } from './hostFault';
import type { PageSetup } from './model';

export type BreakLine = 'rows' | 'columns';

/** Excel takes so many manual breaks of a kind (its table of limits). */
const MOST_BREAKS = 1026;

/** The rows or columns before which a page begins by a person's will, in order. */
export function breaksOf(page: PageSetup, line: BreakLine): readonly number[] {
  return (line === 'rows' ? page.rowBreaks : page.columnBreaks) ?? [];
}

/** The change of a page set-up that puts these breaks in the place of the old ones; none at all is not kept. */
export function withBreaks(line: BreakLine, breaks: readonly number[]): Partial<PageSetup> {
  const kept = breaks.length === 0 ? undefined : [...new Set(breaks)].sort((a, b) => a - b);
  return line === 'rows' ? { rowBreaks: kept } : { columnBreaks: kept };
}

/** Refuses breaks that no sheet can have: before its first row or column, off the sheet, or too many. */
export function checkBreaks(page: Partial<PageSetup>): void {
  for (const [breaks, last] of [[page.rowBreaks, LAST_ROW], [page.columnBreaks, LAST_COLUMN]] as const) {
    if (breaks === undefined) continue;
    if (breaks.length > MOST_BREAKS) throw invalid(`${breaks.length} page breaks; ${MOST_BREAKS} at most`);
    for (const at of breaks) if (!Number.isInteger(at) || at < 1 || at > last) throw invalid(`no page break before row or column ${at + 1}`);
  }
}

/** Breaks after rows or columns came or went: a break stays with the row under it, and goes with it. Cells that move within a part of a row leave them alone. */
export function movedBreaks(page: PageSetup, band: { along: BreakLine; at: number; count: number; whole: boolean }, kind: 'insert' | 'delete'): Partial<PageSetup> {
  const { rowBreaks, columnBreaks } = page;
  const kept = { ...(rowBreaks ? { rowBreaks } : {}), ...(columnBreaks ? { columnBreaks } : {}) };
  if (!band.whole) return kept;
  const last = band.along === 'rows' ? LAST_ROW : LAST_COLUMN;
  const moved = breaksOf(page, band.along).flatMap((at) => {
    if (at < band.at) return [at];
    if (kind === 'insert') return at + band.count <= last ? [at + band.count] : [];
    // The row under the break is gone, or stands first on the sheet now.
    return at < band.at + band.count || at - band.count < 1 ? [] : [at - band.count];
  });
  return { ...kept, ...withBreaks(band.along, moved) };
}
