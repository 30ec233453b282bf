// What a cell of HTML holds beneath what it shows: Excel, WPS and LibreOffice write the number and its format beside it. Knows their attributes, and no table.
import type { RawCell } from '../core/rawTable';
import { numberReader } from './readNumber';

/** Attributes by their names in small letters. */
export type HtmlAttributes = Readonly<Record<string, string>>;

/** Signs in place of a number for which its column was too narrow. */
export const isTooNarrow = (text: string): boolean => /^#{2,}$/.test(text);

/** The cell of a text that is shown (I1, D7): a true date is a day and a number a number where the program that wrote it says so; all else is the text. */
export function htmlCell(text: string, attributes: HtmlAttributes, format: string | undefined, date1904: boolean): RawCell {
  if (text === '') return '';
  const excel = attributes['x:num'];
  if (excel !== undefined) return numberCell(text, excel === '' ? text : excel, format ?? '', date1904);
  if (attributes['x:bool'] !== undefined) return truth.get(attributes['x:bool'].toUpperCase()) ?? truth.get(text.toUpperCase()) ?? text;
  const libreOffice = attributes['sdval'];
  if (libreOffice === undefined) return text;
  // Language; language of the format; the format itself, which may hold semicolons of its own.
  const own = (attributes['sdnum'] ?? '').split(';').slice(2).join(';');
  return /^boolean$/i.test(own) ? truth.get(text.toUpperCase()) ?? text : numberCell(text, libreOffice, own, false);
}

const truth: ReadonlyMap<string, boolean> = new Map([['TRUE', true], ['FALSE', false]]);

function numberCell(shown: string, written: string, format: string, date1904: boolean): RawCell {
  const value = Number(written.replace(/[\s,]/g, ''));
  if (written.trim() === '' || !Number.isFinite(value)) return shown;
  const cell = numberReader(format, date1904)(value);
  if (isTooNarrow(shown)) return cell;
  // What is seen decides where the format only decorates, and where none is known although there must be one: 44440 that shows 2021年9月1日.
  if (typeof cell === 'string') return shown;
  return typeof cell === 'number' && format === '' && !looksLike(shown, value) ? shown : cell;
}

const looksLike = (shown: string, value: number): boolean => Math.abs(Number(shown.replace(/[\s,]/g, '')) - value) <= Math.abs(value) * 1e-4;
