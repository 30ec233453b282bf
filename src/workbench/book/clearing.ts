// Clearing an area with everything that gives it a look: contents, formats, rules, validations, merges.
import { overlap } from './area';
import { sheetOf, type BookState } from './bookState';
import { unmergeArea } from './merging';
import type { Area, Origin } from './model';
import { clearRules } from './ruleLooks';
import { setValidation } from './validating';
import { clearArea } from './writing';

/** Clears an area as Excel's Clear does: contents alone, or formats with rules and merges; All takes validations too. */
export function clear(state: BookState, sheetId: string, area: Area, what: 'All' | 'Contents' | 'Formats', origin: Origin): void {
  clearArea(state, sheetId, area, what, origin);
  if (what === 'Contents') return;
  clearRules(state, sheetId, area);
  if (what === 'All') setValidation(state, sheetId, [area], undefined);
  if (sheetOf(state, sheetId).merges.some((merge) => overlap(merge, area))) unmergeArea(state, sheetId, area);
}
