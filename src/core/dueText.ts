// The grammar of deadline texts: which texts mean a day, which mean no deadline, and why any other cannot be read (D2, D5–D7). Knows no cell and no Excel number.
import { numeral, readChineseNumber } from './chineseNumber';
import { foldWidth, withoutBlanks } from './normalizeText';
import type { PlainDate } from './plainDate';
import { lastDayOfMonth, makePlainDate } from './plainDate';

/** How precisely the plan gave the day; decides how it is shown (L5). */
export type Precision = 'day' | 'tenDays' | 'month' | 'quarter' | 'half' | 'year';

/** Why a deadline text cannot be read (D2). */
export type UnreadReason = 'noSuchMonth' | 'noSuchDay' | 'twoDates' | 'notADate';

/** What a deadline text says. `detail` is the part of the text that the reason is about. */
export type DueTextReading =
  | { readonly kind: 'date'; readonly on: PlainDate; readonly precision: Precision; readonly assumedYear: boolean }
  | { readonly kind: 'open'; readonly recurring: boolean }
  | { readonly kind: 'unread'; readonly reason: UnreadReason; readonly detail: string }
  | { readonly kind: 'empty' };

const N = numeral;
const year = `(?:(${N}{4})年|今年|本年度?|当年)?`;
/** 前 includes what it names (D5); 完成 says nothing more. */
const end = /(?:以前|之前|前)?(?:完成|办结)?[。.;]?$/.source;
const within = '(?:底|末|内)?';

interface Form {
  readonly pattern: RegExp;
  readonly precision: Precision;
  /** Month and day from the groups behind the year. A day of 0 is the month's last. */
  readonly at: (groups: readonly number[], words: readonly string[]) => { readonly month: number; readonly day: number };
}

const tenDayEnds: Readonly<Record<string, number>> = { 上: 10, 中: 20, 下: 0 };

// The first group of each pattern is the year, absent where the plan's year is meant.
const forms: readonly Form[] = [
  { pattern: new RegExp(`^${year}(${N}{1,3})月份?(${N}{1,3})[日号]${end}`), precision: 'day', at: ([month = 0, day = 0]) => ({ month, day: day === 0 ? -1 : day }) },
  { pattern: new RegExp(`^${year}(${N}{1,3})月份?([上中下])旬${within}${end}`), precision: 'tenDays', at: ([month = 0], [, part = '']) => ({ month, day: tenDayEnds[part] ?? 0 }) },
  { pattern: new RegExp(`^${year}(${N}{1,3})月份?${within}${end}`), precision: 'month', at: ([month = 0]) => ({ month, day: 0 }) },
  { pattern: new RegExp(`^${year}第?([1-4一二三四])季度?${within}${end}`), precision: 'quarter', at: ([quarter = 0]) => ({ month: quarter * 3, day: 0 }) },
  { pattern: new RegExp(`^${year}([上下])半年度?${within}${end}`), precision: 'half', at: (_, [half = '']) => ({ month: half === '上' ? 6 : 12, day: 0 }) },
  { pattern: new RegExp(`^(?:(${N}{4})年年?|今年年?|本年度?|当年|年度?)(?:底|末|内|终)${end}`), precision: 'year', at: () => ({ month: 12, day: 0 }) },
  { pattern: new RegExp(`^${year}全年(?:内)?${end}`), precision: 'year', at: () => ({ month: 12, day: 0 }) },
  { pattern: new RegExp(`^([0-9]{4})([-/.])([0-9]{1,2})\\2([0-9]{1,2})${end}`), precision: 'day', at: ([, month = 0, day = 0]) => ({ month, day: day === 0 ? -1 : day }) },
  { pattern: new RegExp(`^([0-9]{4})[-/.]([0-9]{1,2})${end}`), precision: 'month', at: ([month = 0]) => ({ month, day: 0 }) },
];

/** The words that begin an open deadline (D6); also what a formula in the sheet has to look for (S8). */
export const openWords = ['长期', '持续', '常态', '常年'] as const;
const openPart = '(?:长期性?|持续性?|常态化?|常年)(?:坚持|推进|开展|执行|实施|落实|进行|保持|工作|任务)*';
const open = new RegExp(`^${openPart}(?:[、,;/和及]?${openPart})*[。.;]?$`);

/** The words that begin a recurring deadline (D6); also what a formula in the sheet has to look for (S8). */
export const recurringWords = ['每', '逐', '按'] as const;
const recurring = new RegExp(
  `^(?:每|逐|按)(?:一|${N}{1,2}个|个|${N}(?=[月年周季]))?(?:工作日|双月|单月|季度|半年|年度|星期|日|天|周|旬|月|季|年)` +
    `((?:[首末次][月周]|第?${N}{1,3}(?:个)?(?:月份?|日|号|周))*)(?:[上中下]旬)?(?:底|末|初|中|内)?(?:以前|之前|前)?` +
    `(?:至少|不少于)?(?:${N}{1,2}次)?${/(?:完成|报送|上报|报告|汇报|更新|推进|开展|检查|调度|通报|总结)*[。.;]?$/.source}`,
);

const dateToken = new RegExp(
  `(?:${N}{4}年)?${N}{1,3}月份?(?:${N}{1,3}[日号])?|[0-9]{4}([-/.])[0-9]{1,2}(?:\\1[0-9]{1,2})?|(?:${N}{4}年)?第?${N}季度?|(?:${N}{4}年)?[上下]半年|(?:${N}{4}年年?|今年|年)[底末内]|全年`,
  'g',
);
/** 6-9月, 6月30日、31日: the first date leaves out what the second says. */
const shortRange = new RegExp(`(?<!${N})${N}{1,2}(?:月份?|[日号]|季度?)?[-~—–至到、和及,;/]${N}{1,2}(?:月|[日号]|季度?)`);

/** Reads the text of a deadline; a form without a year takes the plan's year and says so (D5–D7). */
export function readDueText(text: string, planYear: number): DueTextReading {
  const compact = withoutBlanks(foldWidth(withoutTimeOfDay(text)));
  if (compact === '') return { kind: 'empty' };
  if (open.test(compact)) return { kind: 'open', recurring: false };
  const repeats = recurring.exec(compact);
  if (repeats) return checkRecurring(repeats[1] ?? '', compact);
  for (const form of forms) {
    const found = form.pattern.exec(compact);
    if (found) return readForm(form, found, planYear, compact);
  }
  return { kind: 'unread', ...whyNot(text, compact) };
}

function readForm(form: Form, found: RegExpExecArray, planYear: number, compact: string): DueTextReading {
  const [, yearWord, ...rest] = found;
  const words = rest.map((word) => word ?? '');
  const numbers = words.map((word) => readChineseNumber(word));
  const spelt = yearWord === undefined ? planYear : readChineseNumber(yearWord);
  const { month, day } = form.at(numbers.map((number) => number ?? NaN), words);
  if (spelt === undefined || spelt < 1900 || Number.isNaN(month) || Number.isNaN(day)) return unread('notADate', '');
  if (month < 1 || month > 12) return unread('noSuchMonth', String(month));
  const on = day === 0 ? lastDayOfMonth(spelt, month) : makePlainDate(spelt, month, day);
  if (on === undefined) return unread('noSuchDay', compact);
  return { kind: 'date', on, precision: form.precision, assumedYear: yearWord === undefined };
}

// 每月32日前 names a day that no month has.
function checkRecurring(places: string, compact: string): DueTextReading {
  for (const found of places.matchAll(new RegExp(`(${N}{1,3})(月|日|号)`, 'g'))) {
    const number = readChineseNumber(found[1] ?? '');
    if (number === undefined) return unread('notADate', '');
    if (found[2] === '月' && (number < 1 || number > 12)) return unread('noSuchMonth', String(number));
    if (found[2] !== '月' && (number < 1 || number > 31)) return unread('noSuchDay', compact);
  }
  return { kind: 'open', recurring: true };
}

function whyNot(text: string, compact: string): { readonly reason: UnreadReason; readonly detail: string } {
  // Where a space or a line break parts two dates they may run together without it, so both forms are looked at.
  for (const form of [compact, foldWidth(text)]) {
    const dates = form.match(dateToken) ?? [];
    if (dates.length > 1) return { reason: 'twoDates', detail: dates.join('、') };
    const range = shortRange.exec(form);
    if (range) return { reason: 'twoDates', detail: range[0] };
  }
  return { reason: 'notADate', detail: '' };
}

function unread(reason: UnreadReason, detail: string): DueTextReading {
  return { kind: 'unread', reason, detail };
}

// Files give dates as 2021-09-30T00:00:00, clipboards as 2021/9/30 0:00: the time of day means nothing here.
function withoutTimeOfDay(text: string): string {
  return foldWidth(text).replace(/^(\s*[0-9]{4}([-/.])[0-9]{1,2}\2[0-9]{1,2})[T\s]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?Z?\s*$/, '$1');
}
