// What a deadline cell says: a last valid day with its precision, no deadline at all, or why it cannot be read (D5–D7).
import type { PlainDate } from './plainDate';

/** How precisely the plan gave the day; decides how it is shown (L5). */
export type Precision = 'day' | 'tenDays' | 'month' | 'quarter' | 'half' | 'year';

/** Why a deadline text cannot be read (D2). */
export type UnreadReason = 'noSuchMonth' | 'noSuchDay' | 'twoDates' | 'notADate';

/** A deadline as read. `text` is always what stood there, untouched. */
export type Due =
  | { readonly kind: 'date'; readonly on: PlainDate; readonly precision: Precision; readonly text: string; readonly assumedYear: boolean }
  | { readonly kind: 'open'; readonly text: string; readonly recurring: boolean }
  | { readonly kind: 'unread'; readonly text: string; readonly reason: UnreadReason; readonly detail: string }
  | { readonly kind: 'empty'; readonly text: string };
