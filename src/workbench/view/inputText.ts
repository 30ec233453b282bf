// What stands in the formula bar for a cell: the text that, typed again, gives the same cell. Knows no screen.
import { format, getFormatDateInfo, isDateFormat, isPercentFormat } from 'numfmt';
import type { Cell, Scalar } from '../book/model';
import { parseTyped } from '../book/typed';

const DAYS_1904 = 1462;

/** The text that a person edits for a cell, as Excel with Chinese settings shows it: 2021/9/30, 12%, '00123, =A1. */
export function inputText(cell: Cell | undefined, numberFormat: string, date1904: boolean): string {
  if (!cell) return '';
  if (cell.formula !== undefined) return cell.formula;
  if (cell.quoted && typeof cell.value === 'string') return `'${cell.value}`;
  return valueText(cell.value, numberFormat, date1904);
}

function valueText(value: Scalar, numberFormat: string, date1904: boolean): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'object') return value.error;
  if (isDateFormat(numberFormat)) return dateText(value, numberFormat, date1904);
  if (isPercentFormat(numberFormat)) return `${plain(value * 100)}%`;
  return plain(value);
}

function dateText(serial: number, numberFormat: string, date1904: boolean): string {
  const { year, month, day } = getFormatDateInfo(numberFormat);
  const isTimeOnly = !year && !month && !day && serial < 1;
  if (isTimeOnly) return format('h:mm:ss', serial);
  const shown = date1904 ? serial + DAYS_1904 : serial;
  return shown < 0 ? plain(serial) : format(Number.isInteger(serial) ? 'yyyy/m/d' : 'yyyy/m/d h:mm:ss', shown);
}

/** Fifteen digits, as Excel keeps them, without the tail that binary arithmetic leaves. */
function plain(value: number): string {
  return String(Number(value.toPrecision(15)));
}

/** The input that gives this very text: as it is, or marked as text where it would be read as a number, a date or a formula. `today` gives dates such as 1/2 their year. */
export function literalInput(text: string, numberFormat: string, date1904: boolean, today: number): string {
  if (text === '') return '';
  const read = parseTyped(text, numberFormat, date1904, today);
  return read.value === text && read.formula === undefined ? text : `'${text}`;
}
