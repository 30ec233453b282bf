// Texts of returned cells: what of them is typesetting, what is written into the ledger, and a short mark by which a text is known again. Knows no sheet.
import { readDue } from './deadline';
import type { PlainDate } from './plainDate';

/** A text as it is written into the ledger: the same words, with line ends as Excel has them. Nothing else is touched (R8). */
export function tidyLineEnds(text: string): string {
  // _x000D_ is how Excel's files spell a carriage return; some programs hand it on unread. \v is Word's line break.
  return text.replace(/_x000D_(?=\r?\n)/gi, '').replace(/_x000D_/gi, '\n').replace(/\r\n?|[\v\f\u2028\u2029]/g, '\n');
}

// Most texts have no typesetting in them, and looking is quicker than replacing.
const typeset = /[\r\v\f\u2028\u2029\u00a0\u3000\u200b-\u200d\u2060\ufeff]|_x000D_|[ \t](?:\n|$)/i;
const visible = /[^\s\u200b-\u200d\u2060]/;

/** What two texts are compared by (R4): line ends, the kind of a space, blanks at the end of a line and around the text are typesetting. */
export function textKey(text: string): string {
  if (!typeset.test(text)) return text.trim();
  return tidyLineEnds(text).replace(/[\u00a0\u3000]/g, ' ').replace(/[\u200b-\u200d\u2060\ufeff]/g, '').replace(/[ \t]+(?=\n|$)/g, '').trim();
}

/** Whether two texts are the same but for typesetting (R4). */
export function sameText(one: string, other: string): boolean {
  return one === other || textKey(one) === textKey(other);
}

/** Whether there is nothing in a cell but blanks. */
export function isBlankText(text: string): boolean {
  return !visible.test(text) || (text.includes('_') && textKey(text) === '');
}

/** The day that a text or a number of 办结日期 means, or nothing: a month is not a day. `assumedYear` where the plan's year was taken (D5). */
export function dayOf(text: string | number, year: number): { readonly on: PlainDate; readonly assumedYear: boolean } | undefined {
  const due = readDue(text, { year });
  return due.kind === 'date' && due.precision === 'day' ? { on: due.on, assumedYear: due.assumedYear } : undefined;
}

/** What two texts of 办结日期 are compared by: the day, where both say one. */
export function dayKey(text: string, year: number): string {
  return dayOf(text, year)?.on ?? textKey(text);
}

const { imul } = Math;

/** A short mark by which a text is known again; texts that differ have different ones but for rare accidents. */
export function digestOf(text: string): string {
  // Kept within 32 signed bits all along: anything larger is slow.
  let one = 0x811c9dc5 | 0;
  let other = 0x9e3779b9 | 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = imul(one ^ code, 0x01000193);
    other = imul(other ^ (code + at), 0x85ebca6b);
    other ^= other >>> 13;
  }
  return [one, other].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}
