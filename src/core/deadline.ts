// What a deadline cell says: a last valid day with its precision, no deadline at all, or why it cannot be read (D5–D7).
// Knows how such a day is shown (L5); knows no sheet.
import type { Precision, UnreadReason } from './dueText';
import { readDueText } from './dueText';
import type { PlainDate } from './plainDate';
import { dayParts, fromSerial, lastDayOfMonth } from './plainDate';

export type { Precision, UnreadReason } from './dueText';

/** A deadline as read. `text` is always what stood there, untouched; of a date that Excel held as a number, what was seen there. */
export type Due =
  | { readonly kind: 'date'; readonly on: PlainDate; readonly precision: Precision; readonly text: string; readonly assumedYear: boolean }
  | { readonly kind: 'open'; readonly text: string; readonly recurring: boolean }
  | { readonly kind: 'unread'; readonly text: string; readonly reason: UnreadReason; readonly detail: string }
  | { readonly kind: 'empty'; readonly text: string };

/** What a deadline cell is read by. */
export interface DueContext {
  /** The plan's year, for forms without one (D5). */
  readonly year: number;
  /** Whether the workbook counts its days from 1904 (D7). */
  readonly date1904?: boolean;
  /** The cell's number format, from which a true date regains its precision (L5). */
  readonly numberFormat?: string;
}

// A number outside these years is more likely a slip, such as 2021.9 typed for a month, than a deadline.
const firstYear = 1990;
const lastYear = 2199;

const quarterWords = ['一', '二', '三', '四'];

/** Reads a deadline cell: text by the forms of D5–D7, a number as Excel's day. What is none of these is never guessed (L5). */
export function readDue(value: string | number, context: DueContext): Due {
  if (typeof value === 'string') return { ...readDueText(value, context.year), text: value };
  const on = fromSerial(value, context.date1904);
  const year = on === undefined ? 0 : dayParts(on).year;
  if (on === undefined || year < firstYear || year > lastYear) {
    return { kind: 'unread', text: String(value), reason: 'notADate', detail: '' };
  }
  const precision = precisionShown(on, context.numberFormat);
  return { kind: 'date', on, precision, assumedYear: false, text: showDate(on, precision) };
}

/** A deadline as precisely as the plan gave it: 2021年9月, 2021年9月15日, 2021年第三季度 (L5). What is no date shows the text that it was. */
export function showDue(due: Due): string {
  return due.kind === 'date' ? showDate(due.on, due.precision) : due.text;
}

/** Excel's number format that shows a deadline as showDue does (L5); text keeps the text format, an empty cell is ready for a day. */
export function dueFormat(due: Due | undefined): string {
  if (due === undefined || due.kind === 'empty') return 'yyyy"年"m"月"d"日"';
  return due.kind === 'date' ? dateFormat(due.on, due.precision) : '@';
}

function showDate(on: PlainDate, precision: Precision): string {
  const { year, month, day } = dayParts(on);
  switch (precision) {
    case 'day': return `${year}年${month}月${day}日`;
    case 'month': return `${year}年${month}月`;
    default: return `${year}年${spanWord(precision, month, day)}`;
  }
}

function dateFormat(on: PlainDate, precision: Precision): string {
  const { month, day } = dayParts(on);
  switch (precision) {
    case 'day': return 'yyyy"年"m"月"d"日"';
    case 'month': return 'yyyy"年"m"月"';
    case 'tenDays': return `yyyy"年"m"月${tenDayWord(day)}"`;
    default: return `yyyy"年${spanWord(precision, month, day)}"`;
  }
}

function spanWord(precision: 'tenDays' | 'quarter' | 'half' | 'year', month: number, day: number): string {
  switch (precision) {
    case 'tenDays': return `${month}月${tenDayWord(day)}`;
    case 'quarter': return `第${quarterWords[Math.ceil(month / 3) - 1]}季度`;
    case 'half': return month <= 6 ? '上半年' : '下半年';
    case 'year': return '底';
  }
}

function tenDayWord(day: number): string {
  return day <= 10 ? '上旬' : day <= 20 ? '中旬' : '下旬';
}

// A format coarser than a day counts only where it tells the whole truth: the day is the last of what is shown.
function precisionShown(on: PlainDate, numberFormat: string | undefined): Precision {
  if (numberFormat === undefined) return 'day';
  const [format = ''] = numberFormat.split(';');
  for (const precision of ['year', 'half', 'quarter', 'tenDays'] as const) {
    if (format === dateFormat(on, precision) && on === spanEnd(on, precision)) return precision;
  }
  const codes = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  const monthsOnly = /m/i.test(codes) && /y/i.test(codes) && !/[dhs]/i.test(codes);
  const literals = (format.match(/"[^"]*"/g) ?? []).join('');
  return monthsOnly && !/旬/.test(literals) && on === spanEnd(on, 'month') ? 'month' : 'day';
}

function spanEnd(on: PlainDate, precision: 'month' | 'tenDays' | 'quarter' | 'half' | 'year'): PlainDate {
  const { year, month, day } = dayParts(on);
  switch (precision) {
    case 'tenDays': return day <= 20 ? `${on.slice(0, 8)}${day <= 10 ? '10' : '20'}` : lastDayOfMonth(year, month);
    case 'month': return lastDayOfMonth(year, month);
    case 'quarter': return lastDayOfMonth(year, Math.ceil(month / 3) * 3);
    case 'half': return lastDayOfMonth(year, month <= 6 ? 6 : 12);
    case 'year': return lastDayOfMonth(year, 12);
  }
}
