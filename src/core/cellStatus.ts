// Where a row of the ledger stands, judged from its cells just as the sheet's own formulas judge it (S8). Knows cells' values; knows no sheet and no formula.
import type { Due } from './deadline';
import { readDue } from './deadline';
import { openWords } from './dueText';
import type { Filled } from './filled';
import { emptySpace, filledOf } from './filled';
import type { Light } from './light';
import { lightOf } from './light';
import type { PlainDate } from './plainDate';
import { dayParts, fromSerial } from './plainDate';
import type { Reason } from './problem';
import type { Status } from './status';
import { statusOf } from './status';

/** The cells from which a row is judged, as Excel gives them; days are serial numbers, '' is empty. */
export interface StatusCells {
  readonly due: string | number | boolean;
  readonly progress: string | number | boolean;
  readonly doneOn: string | number | boolean;
  /** 上期净文: 落实情况 of the last report as bareText leaves it, marked where it was 未更新 already then; empty where there is none (F2). */
  readonly previous: string;
}

/** By what rows are judged. */
export interface StatusYardstick {
  readonly asOf: PlainDate;
  readonly warningDays: number;
  /** Whether a cut-off lies before asOf (C1). */
  readonly mustBeFilled: boolean;
  /** Whether the current period has been reported already: then the last report's texts are this period's own (F2). */
  readonly isReported?: boolean;
}

/** What a row's cells come to. */
export interface RowStatus {
  readonly status: Status;
  readonly daysLeft?: number;
  readonly filled: Filled;
  readonly light: Light;
  /** Why: the rule of the status, of filling in, and of the light. */
  readonly reasons: { readonly status: Reason; readonly filled: Reason; readonly light: Reason };
}

/** Years outside which a number in a date cell is a slip and no day; as in readDue. */
export const firstYearOfDays = 1990;
export const lastYearOfDays = 2199;

/** Beginnings of recurring deadlines (D6) that a formula can look for. */
export const recurringBeginnings = ['每', '逐日', '逐周', '逐旬', '逐月', '逐季', '逐年', '按日', '按周', '按旬', '按月', '按季', '按半', '按年', '按双', '按单'] as const;
/** What cuts a text into clauses: then it says more than that something recurs. */
export const clauseMarks = ['，', '；', ',', ';'] as const;
/** Signs of a date, which an open deadline has none of. */
export const numerals: readonly string[] = [...'0123456789０１２３４５６７８９〇零一二两三四五六七八九十廿'];

const spaces = new Set<string>(emptySpace);

/** A text without the white space that a formula can take out. */
export function withoutSpaces(text: string): string {
  let bare = '';
  for (const character of text) if (!spaces.has(character)) bare += character;
  return bare;
}

/** Whether a deadline cell's text says that there is no deadline (D6), as far as a formula can tell. Everything that readDue reads so is among it. */
export function saysNoDeadline(text: string): boolean {
  const bare = withoutSpaces(text);
  if (openWords.some((word) => bare.startsWith(word))) return !numerals.some((sign) => bare.includes(sign));
  return recurringBeginnings.some((word) => bare.startsWith(word)) && !clauseMarks.some((mark) => bare.includes(mark));
}

/** The deadline for which a ledger's cell stands in its status: a true date, none (D6), or nothing to go by (S3). Text that only looks like a date is D3, to be mended first. */
export function dueOfCell(cell: StatusCells['due'], year: number): Due {
  if (typeof cell === 'number') return readDue(cell, { year });
  const text = String(cell);
  if (withoutSpaces(text) === '') return { kind: 'empty', text };
  return saysNoDeadline(text) ? { kind: 'open', text, recurring: !openWords.some((word) => withoutSpaces(text).startsWith(word)) } : { kind: 'unread', text, reason: 'notADate', detail: '' };
}

/** The day of a 办结日期 cell; nothing where it is empty or no date. */
export function dayOfCell(cell: StatusCells['doneOn']): PlainDate | '' {
  const day = typeof cell === 'number' ? fromSerial(cell) : undefined;
  if (day === undefined) return '';
  const { year } = dayParts(day);
  return year >= firstYearOfDays && year <= lastYearOfDays ? day : '';
}

/** What stands before a 上期净文 that was 未更新 in its own report. bareText leaves no such sign in a text. */
export const stillOldMark = '*';

/** The text against which a row is held (F2): that of the last report, unless that is the current period's own and was new in it. */
export function textBefore(previous: string, isReported: boolean): string | undefined {
  if (previous === '') return undefined;
  if (previous.startsWith(stillOldMark)) return previous.slice(stillOldMark.length);
  return isReported ? undefined : previous;
}

/** Judges a row from its cells (S1–S7, F1–F3, C1). */
export function judgeCells(cells: StatusCells, yardstick: StatusYardstick): RowStatus {
  const { asOf, warningDays, mustBeFilled, isReported = false } = yardstick;
  const { status, daysLeft, reason } = statusOf({ due: dueOfCell(cells.due, dayParts(asOf).year), doneOn: dayOfCell(cells.doneOn), asOf, warningDays });
  const filled = filledOf(String(cells.progress), textBefore(cells.previous, isReported));
  const light = lightOf({ status, filled: filled.filled, mustBeFilled });
  return {
    status, ...(daysLeft === undefined ? {} : { daysLeft }), filled: filled.filled, light: light.light,
    reasons: { status: reason, filled: filled.reason, light: light.reason },
  };
}
