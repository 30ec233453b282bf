// How a value looks through its number format in Excel with Chinese (PRC) settings. Knows no cells and no column widths.
import { format, getFormatDateInfo, isDateFormat, isValidFormat } from 'numfmt';
import type { Scalar } from './model';
import { NotSupported } from '../notSupported';
import { DAYS_1904, LAST_SERIAL } from '../calc/serialDate';

/** What a cell shows for a value, as wide a column as it takes; dates that do not exist show as Excel's row of #. */
export function numberText(value: Scalar, numberFormat: string, date1904: boolean): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'string' && numberFormat === 'General') return value;
  const look = lookOf(numberFormat);
  if (typeof value === 'string') return format(look.pattern, value);
  if (!look.isDate) return format(look.pattern, value);
  const serial = date1904 && look.hasDay ? value + DAYS_1904 : value;
  if (serial < 0 || serial >= LAST_SERIAL + 1) return HASHES;
  return format(withWeekday(look.pattern, serial), serial);
}

/** Excel's code for a number format that cannot be read: the person is told instead. */
export function isNumberFormat(numberFormat: string): boolean {
  return isValidFormat(plainPattern(numberFormat));
}

const HASHES = '########';

interface Look { readonly pattern: string; readonly isDate: boolean; readonly hasDay: boolean }
const looks = new Map<string, Look>();

function lookOf(numberFormat: string): Look {
  let look = looks.get(numberFormat);
  if (!look) {
    const pattern = plainPattern(numberFormat);
    const isDate = isDateFormat(pattern);
    const info = isDate ? getFormatDateInfo(pattern) : undefined;
    look = { pattern, isDate, hasDay: info !== undefined && (info.year || info.month || info.day || /a{3}/i.test(pattern)) };
    looks.set(numberFormat, look);
  }
  return look;
}

/** The pattern in the international codes that numfmt reads. Month and day names stay English, as Excel shows them with Chinese settings (Dec-21). */
function plainPattern(numberFormat: string): string {
  if (/\[DBNum\d\]/i.test(numberFormat)) throw new NotSupported('numberFormat', 'DBNum', numberFormat);
  return outsideQuotes(numberFormat, (codes) => {
    const general = codes.replaceAll('G/通用格式', 'General');
    return /上午\/下午/.test(general) ? general.replaceAll('上午/下午', '[$-804]AM/PM') : general;
  });
}

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

/** aaaa shows as 星期四 and aaa as 四 with Chinese settings; numfmt has other words for them. */
function withWeekday(pattern: string, serial: number): string {
  if (!/a{3}/i.test(pattern)) return pattern;
  const name = WEEKDAYS[(Math.floor(serial) + 6) % 7] ?? '';
  return outsideQuotes(pattern, (codes) => codes.replace(/a{4,}/gi, `"星期${name}"`).replace(/a{3}/gi, `"${name}"`));
}

function outsideQuotes(pattern: string, change: (codes: string) => string): string {
  return pattern.split(/("[^"]*")/).map((part, index) => (index % 2 ? part : change(part))).join('');
}
