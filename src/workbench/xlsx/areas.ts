// Lists of rectangles as files write them. Knows addresses only.
import { addressOf, LAST_COLUMN, LAST_ROW, parseAddress } from '../book/area';
import type { Area } from '../book/model';

/** A1:B2 C3, separated by blanks. */
export function areasText(areas: readonly Area[]): string {
  return areas.map((area) => addressOf(area)).join(' ');
}

/** Addresses that are none are left out; the callers report an element without any. */
export function parseAreas(text: string | undefined): Area[] {
  return (text ?? '').trim().split(/\s+/).map((each) => parseAddress(each)).filter((area): area is Area => area !== undefined).map((area) => ({
    top: area.top, left: area.left, bottom: Math.min(area.bottom, LAST_ROW), right: Math.min(area.right, LAST_COLUMN),
  }));
}
