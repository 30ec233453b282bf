// What a number in a cell is, by its number format: a number, a day, or a text that is seen. Knows formats and no file.
import { format as show, getFormatDateInfo, isDateFormat, isTextFormat, isValidFormat } from 'numfmt';
import { fromSerial } from '../core/plainDate';
import type { RawCell } from '../core/rawTable';

/** Turns the numbers of one number format into cells. */
export type NumberReader = (value: number) => RawCell;

/**
 * Formats that files name by number alone. 27 to 36 and 50 to 58 are the Chinese ones, which only Chinese programs write
 * (ECMA-376, part 1, 18.8.30).
 */
export const builtInFormats: readonly (readonly [number, string])[] = [
  [1, '0'], [2, '0.00'], [3, '#,##0'], [4, '#,##0.00'], [9, '0%'], [10, '0.00%'], [11, '0.00E+00'], [12, '# ?/?'], [13, '# ??/??'],
  [14, 'yyyy/m/d'], [15, 'd-mmm-yy'], [16, 'd-mmm'], [17, 'mmm-yy'], [18, 'h:mm AM/PM'], [19, 'h:mm:ss AM/PM'], [20, 'h:mm'], [21, 'h:mm:ss'], [22, 'yyyy/m/d h:mm'],
  [27, 'yyyy"年"m"月"'], [28, 'm"月"d"日"'], [29, 'm"月"d"日"'], [30, 'm-d-yy'], [31, 'yyyy"年"m"月"d"日"'], [32, 'h"时"mm"分"'], [33, 'h"时"mm"分"ss"秒"'],
  [34, 'h"时"mm"分"'], [35, 'h"时"mm"分"ss"秒"'], [36, 'yyyy"年"m"月"'],
  [37, '#,##0'], [38, '#,##0'], [39, '#,##0.00'], [40, '#,##0.00'], [45, 'mm:ss'], [46, '[h]:mm:ss'], [47, 'mm:ss.0'], [48, '##0.0E+0'], [49, '@'],
  [50, 'yyyy"年"m"月"'], [51, 'm"月"d"日"'], [52, 'yyyy"年"m"月"'], [53, 'm"月"d"日"'], [54, 'm"月"d"日"'], [55, 'h"时"mm"分"'], [56, 'h"时"mm"分"ss"秒"'], [57, 'yyyy"年"m"月"'], [58, 'm"月"d"日"'],
];
const builtIns = new Map(builtInFormats);

/** The format that a number of a file's own list stands for; 0 and unknown ones are General. */
export const builtInFormat = (id: number): string => builtIns.get(id) ?? 'General';

/** Digits, their grouping and the decimal point, and nothing that a person would miss if the number stood alone. */
const plain = /^[0#?.,]+$/;

/** What a number is by its format: a true date is a day, what is shown with words, signs or added zeros is the text that is seen, all else a number. */
export function numberReader(format: string, date1904: boolean): NumberReader {
  if (format === '' || /^general$/i.test(format) || !isValidFormat(format)) return (value) => value;
  const seen: NumberReader = (value) => {
    const text = show(format, value, { throws: false, dateErrorNumber: true }).trim();
    // A format may show nothing at all, or a row of #: the number is there all the same.
    return /^#*$/.test(text) ? value : text;
  };
  // A number in a text's format stands there digit by digit, fifteen of them, which are all that Excel has.
  if (isTextFormat(format)) return (value) => String(Number(value.toPrecision(15)));
  if (isDateFormat(format)) {
    const { year, month, day } = getFormatDateInfo(format);
    const isDay = Boolean(year) || Boolean(month) || Boolean(day);
    // A time of day is no day, and 29 February 1900 never was. Before all days Excel shows #.
    return (value) => (value < 0 ? value : isDay ? dayOr(value, date1904, seen, day ? undefined : format) : seen(value));
  }
  if (plain.test(format)) return (value) => keepingZeros(value, seen(value));
  // A scientific form hides digits that a number has.
  return /e[+-]/i.test(format) ? (value) => value : seen;
}

/** A format that shows no day goes with the day, for then a month is meant (L5). */
function dayOr(value: number, date1904: boolean, otherwise: NumberReader, format: string | undefined): RawCell {
  const day = fromSerial(value, date1904);
  return day === undefined ? otherwise(value) : { day, ...(format === undefined ? {} : { format }) };
}

/** 编号 2.10 is the number 2.1 with a zero to be seen, and 007 has two of them; 1,234 and a rounded number stay numbers. */
function keepingZeros(value: number, seen: RawCell): RawCell {
  return typeof seen === 'string' && !seen.includes(',') && Number(seen) === value && seen !== String(value) ? seen : value;
}
