// What text reads as a number, a date or a time to Excel with Chinese (PRC) regional settings. Knows no cells, no formulas, no clock.
import { LAST_SERIAL, serialOfRealDay } from '../calc/serialDate';
import { NotSupported } from '../notSupported';

/** A number found in text, and the number format that Excel gives to a General cell for it. */
export interface ReadNumber { readonly value: number; readonly format?: string }

/**
 * Reads text as Excel reads it when typed: numbers, percentages, money, fractions, dates and times. Serial numbers are of the 1900 system.
 * `today` (a serial) gives the year of dates without one; without it such text is NotSupported.
 */
export function readNumber(text: string, today?: number): ReadNumber | undefined {
  const plain = halfWidth(text).trim();
  // Most text of an office holds no digit at all, and is settled here.
  if (plain.length > 60 || !/\d/.test(plain)) return undefined;
  return readPlainNumber(plain) ?? readFraction(plain) ?? readDateAndTime(plain, today);
}

/** Full-width digits and signs count as their half-width forms (assumed of the Chinese edition). Brackets and commas do not: （1） stays text. */
function halfWidth(text: string): string {
  return text.replace(/[０-９．％：／－＋]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

const NUMBER = /^(?<open>\()?(?<sign>[-+])?(?<money>[¥￥$])?(?<sign2>[-+])?(?<whole>\d{1,3}(?:,\d{3})+|\d*)(?<fraction>\.\d*)?(?<power>[eE][-+]?\d{1,3})?(?<percent>%)?(?<close>\))?$/;

function readPlainNumber(text: string): ReadNumber | undefined {
  const found = NUMBER.exec(text)?.groups;
  if (!found || (found.open === undefined) !== (found.close === undefined)) return undefined;
  if (found.sign !== undefined && found.sign2 !== undefined) return undefined;
  if (found.open !== undefined && (found.sign ?? found.sign2) !== undefined) return undefined;
  const whole = (found.whole ?? '').replaceAll(',', '');
  const fraction = found.fraction ?? '';
  if (whole === '' && fraction.length < 2) return undefined;
  const size = Number(`${firstDigits(whole, fraction)}${found.power ?? ''}`) / (found.percent ? 100 : 1);
  if (!Number.isFinite(size)) return undefined;
  const value = found.open !== undefined || (found.sign ?? found.sign2) === '-' ? -size : size;
  return { value: value === 0 ? 0 : value, ...formatOf(found, fraction.length > 1) };
}

function formatOf(found: Record<string, string | undefined>, decimals: boolean): { format?: string } {
  if (found.percent) return { format: decimals ? '0.00%' : '0%' };
  if (found.power) return { format: '0.00E+00' };
  if (found.money) {
    const sign = found.money === '$' ? '$' : '¥';
    const shape = decimals ? '#,##0.00' : '#,##0';
    return { format: `"${sign}"${shape};"${sign}"-${shape}` };
  }
  if (found.whole?.includes(',')) return { format: decimals ? '#,##0.00' : '#,##0' };
  return {};
}

/** Excel keeps the first 15 significant digits of what is typed; the others become zeros. */
function firstDigits(whole: string, fraction: string): string {
  const digits = whole.replace(/^0+/, '');
  if (digits.length > 15) return digits.slice(0, 15) + '0'.repeat(digits.length - 15);
  const rest = fraction.slice(1);
  const zeros = digits === '' ? (/^0*/.exec(rest)?.[0].length ?? 0) : 0;
  return `${digits || '0'}.${rest.slice(0, 15 - digits.length + zeros) || '0'}`;
}

function readFraction(text: string): ReadNumber | undefined {
  const found = /^([-+])?(\d{1,7}) (\d{1,3})\/(\d{1,3})$/.exec(text);
  if (!found || Number(found[4]) === 0) return undefined;
  const size = Number(found[2]) + Number(found[3]) / Number(found[4]);
  return { value: found[1] === '-' ? -size : size, format: found[4]!.length > 1 ? '# ??/??' : '# ?/?' };
}

function readDateAndTime(text: string, today: number | undefined): ReadNumber | undefined {
  const time = readTime(text);
  if (time) return time;
  const date = readDate(text, today);
  if (date) return date;
  const gap = text.indexOf(' ');
  if (gap < 0) return undefined;
  const timePart = readTime(text.slice(gap + 1).trim());
  if (!timePart || timePart.value >= 1) return undefined;
  const datePart = readDate(text.slice(0, gap), today);
  if (!datePart) return undefined;
  return { value: datePart.value + timePart.value, format: 'yyyy/m/d h:mm' };
}

const TIME = /^(?:(上午|下午) ?)?(\d{1,4})(?::(\d{1,2})(?::(\d{1,2}(?:\.\d{1,3})?))?|时(?:(\d{1,2})分(?:(\d{1,2})秒)?)?)?(?: ?([AaPp])(?:[Mm])?)?$/;

function readTime(text: string): ReadNumber | undefined {
  const found = TIME.exec(text);
  if (!found) return undefined;
  const [, half, hours, colonMinutes, colonSeconds, minutes, seconds, letter] = found;
  const chinese = text.includes('时');
  const twelve = half ?? letter;
  if (colonMinutes === undefined && !chinese && letter === undefined) return undefined;
  let hour = Number(hours);
  const minute = Number(colonMinutes ?? minutes ?? 0);
  const second = Number(colonSeconds ?? seconds ?? 0);
  if (minute > 59 || second >= 60 || hour > 9999) return undefined;
  if (twelve !== undefined) {
    if (hour > 12) return undefined;
    hour = (hour % 12) + (/[下Pp]/.test(twelve) ? 12 : 0);
  } else if (chinese && hour > 23) return undefined;
  return { value: (hour * 3600 + minute * 60 + second) / 86_400, format: timeFormat() };

  function timeFormat(): string {
    if (chinese) return colonSeconds ?? seconds ? 'h"时"mm"分"ss"秒"' : 'h"时"mm"分"';
    if (twelve !== undefined) return colonSeconds === undefined ? 'h:mm AM/PM' : 'h:mm:ss AM/PM';
    if (hour > 23) return '[h]:mm:ss';
    return colonSeconds === undefined ? 'h:mm' : 'h:mm:ss';
  }
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The forms of a day that Excel takes with Chinese settings; each says which of its groups are year, month and day. */
const DATES: readonly { shape: RegExp; format: string }[] = [
  { shape: /^(?<y>\d{4}|\d{2})(?<sep>[-/])(?<m>\d{1,2})\k<sep>(?<d>\d{1,2})$/, format: 'yyyy/m/d' },
  { shape: /^(?<y>\d{4}|\d{2})年(?<m>\d{1,2})月(?<d>\d{1,2})日$/, format: 'yyyy"年"m"月"d"日"' },
  { shape: /^(?<y>\d{4}|\d{2})年(?<m>\d{1,2})月$/, format: 'yyyy"年"m"月"' },
  { shape: /^(?<y>\d{4})[-/](?<m>\d{1,2})$/, format: 'mmm-yy' },
  { shape: /^(?<m>\d{1,2})[-/](?<y>\d{4})$/, format: 'mmm-yy' },
  { shape: /^(?<m>\d{1,2})月(?<d>\d{1,2})日$/, format: 'm"月"d"日"' },
  { shape: /^(?<m>\d{1,2})[-/](?<d>\d{1,2})$/, format: 'm"月"d"日"' },
  { shape: /^(?<d>\d{1,2})[- /](?<name>[A-Za-z]{3,9})[- /](?<y>\d{4}|\d{2})$/, format: 'd-mmm-yy' },
  { shape: /^(?<name>[A-Za-z]{3,9})[- /](?<y>\d{4})$/, format: 'mmm-yy' },
  { shape: /^(?<d>\d{1,2})[- /](?<name>[A-Za-z]{3,9})$/, format: 'd-mmm' },
];

function readDate(text: string, today: number | undefined): ReadNumber | undefined {
  for (const { shape, format } of DATES) {
    const found = shape.exec(text)?.groups;
    if (!found) continue;
    const month = found.name === undefined ? Number(found.m) : monthNamed(found.name);
    const day = found.d === undefined ? 1 : Number(found.d);
    if (month < 1 || month > 12 || day < 1 || day > 31) continue;
    const year = found.y === undefined ? thisYear(text, today) : fullYear(found.y);
    const value = serialOfRealDay(year, month, day);
    if (value !== undefined && value > 0 && value <= LAST_SERIAL) return { value, format };
  }
  return undefined;
}

function monthNamed(name: string): number {
  const lower = name.toLowerCase();
  const at = MONTHS.indexOf(lower.slice(0, 3));
  const full = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'][at];
  return full !== undefined && (lower.length === 3 || lower === full) ? at + 1 : 0;
}

/** Two digits mean 2000 to 2029 and 1930 to 1999, Excel's standing default. */
function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length > 2 ? year : year < 30 ? 2000 + year : 1900 + year;
}

function thisYear(text: string, today: number | undefined): number {
  if (today === undefined) throw new NotSupported('parseTyped', 'date without a year', `${text}: the clock is needed for it`);
  // 25569 is 1 January 1970 in the 1900 system.
  return new Date((Math.floor(today) - 25_569) * 86_400_000).getUTCFullYear();
}
