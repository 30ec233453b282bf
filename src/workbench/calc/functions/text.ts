// Functions on text. Positions count characters as Excel does, in UTF-16 units. Microsoft's page of each by its name.
import type { Scalar } from '../../book/model';
import { isNumberFormat, numberText } from '../../book/numberText';
import { hasWildcards, wildcardShape } from '../criteria';
import type { Environment } from '../environment';
import { each, many, whole, type SheetFunction } from '../functionKinds';
import { isError, Missing, NA_ERROR, NUM_ERROR, toNumber, toText, toTruth, VALUE_ERROR, type Operand } from '../value';
import { rounded } from './math';

/** Longest text that a cell can hold. */
const LONGEST = 32_767;

function fitting(text: string): Scalar {
  return text.length > LONGEST ? VALUE_ERROR : text;
}

function one(name: string, compute: (text: string) => Scalar): SheetFunction {
  return each(name, ['t'], ([text]) => compute(text));
}

function substitute(text: string, old: string, next: string, instance: number | undefined): Scalar {
  if (old === '' || !text.includes(old)) return instance !== undefined && instance < 1 ? VALUE_ERROR : text;
  if (instance === undefined) return fitting(text.replaceAll(old, () => next));
  const wanted = Math.trunc(instance);
  if (wanted < 1) return VALUE_ERROR;
  let at = -1;
  for (let count = 0; count < wanted; count++) {
    at = text.indexOf(old, at < 0 ? 0 : at + old.length);
    if (at < 0) return text;
  }
  return fitting(text.slice(0, at) + next + text.slice(at + old.length));
}

/** FIND looks for the exact characters; empty text is found where the search starts. */
function find(wanted: string, text: string, start: number): Scalar {
  const from = Math.trunc(start) - 1;
  if (from < 0 || from > text.length || (from === text.length && wanted !== '')) return VALUE_ERROR;
  const at = text.indexOf(wanted, from);
  return at < 0 ? VALUE_ERROR : at + 1;
}

/** SEARCH knows no case and takes wildcards. */
function search(wanted: string, text: string, start: number): Scalar {
  const from = Math.trunc(start) - 1;
  if (from < 0 || from > text.length || (from === text.length && wanted !== '')) return VALUE_ERROR;
  if (!hasWildcards(wanted)) return find(wanted.toUpperCase(), text.toUpperCase(), start);
  const at = text.slice(from).search(wildcardShape(wanted, false));
  return at < 0 ? VALUE_ERROR : at + from + 1;
}

/** First letter of each word large, the others small; any sign that is no letter parts words. */
function proper(text: string): string {
  return text.toLowerCase().replace(/(^|[^\p{L}])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase());
}

/** Code page 1252 serves as the letters of CHAR and CODE up to 255; Chinese characters of code page 936 are not kept here. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function characterOf(code: number): Scalar {
  const number = Math.trunc(code);
  if (number < 1 || number > 255) return VALUE_ERROR;
  return number >= 128 && number < 160 ? WINDOWS_1252.charAt(number - 128) : String.fromCharCode(number);
}

function codeOf(text: string): Scalar {
  if (text === '') return VALUE_ERROR;
  const special = WINDOWS_1252.indexOf(text.charAt(0));
  if (special >= 0) return special + 128;
  const code = text.charCodeAt(0);
  return code < 256 ? code : 63;
}

/** Joins every value; text that is too long is #VALUE!. */
function concat(args: readonly Operand[], env: Environment): Scalar {
  let joined = '';
  let fault: Scalar = null;
  for (const arg of args) {
    if (arg instanceof Missing) continue;
    env.each(arg, (value) => {
      const text = toText(value);
      if (isError(text)) fault ??= text;
      else joined += text;
    });
  }
  return fault ?? fitting(joined);
}

function textJoin(args: readonly Operand[], env: Environment): Scalar {
  const separators = env.arrayOf(args[0] ?? null).rows.flat().map(toText);
  const skips = toTruth(env.single(args[1] ?? null));
  if (isError(skips)) return skips;
  const texts: string[] = [];
  for (const arg of args.slice(2)) {
    for (const value of env.arrayOf(arg).rows.flat()) {
      const text = toText(value);
      if (isError(text)) return text;
      if (text !== '' || !skips) texts.push(text);
    }
  }
  let joined = texts[0] ?? '';
  for (let at = 1; at < texts.length; at++) {
    const separator = separators[(at - 1) % Math.max(1, separators.length)] ?? '';
    if (isError(separator)) return separator;
    joined += separator + (texts[at] ?? '');
  }
  return fitting(joined);
}

function fixed(value: number, decimals: number, plain: boolean): string {
  const digits = Math.trunc(decimals);
  const text = Math.abs(rounded(value, digits, 'near')).toFixed(Math.max(0, digits));
  const [before = '', after] = text.split('.');
  const grouped = plain ? before : before.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value < 0 && Number(text) !== 0 ? '-' : ''}${grouped}${after === undefined ? '' : `.${after}`}`;
}

/** TEXT shows the value as a cell with that format would; text that reads as a number counts as the number. */
function text(value: Scalar, pattern: string, env: Environment): Scalar {
  const number = typeof value === 'string' ? toNumber(value, env) : value ?? 0;
  const shown = isError(number) ? value : number;
  if (pattern === '') return '';
  if (typeof shown === 'boolean') return shown ? 'TRUE' : 'FALSE';
  if (!isNumberFormat(pattern)) return VALUE_ERROR;
  const result = numberText(shown, pattern, env.book.date1904);
  return /^#{8}$/.test(result) ? VALUE_ERROR : result;
}

/** Half-width forms of full-width letters, digits and signs (ASC), and the other way round (WIDECHAR, DBCS). */
function halfWidth(value: string): string {
  return value.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ');
}
function fullWidth(value: string): string {
  return value.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000');
}

/** Bytes as the ...B functions count them with Chinese settings: two for what is not ASCII. */
function byteLength(value: string): number {
  return [...value].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 128 ? 1 : 2), 0);
}

export const TEXT_FUNCTIONS: readonly SheetFunction[] = [
  each('LEFT', ['t', 'n?'], ([value, count = 1]) => (count < 0 ? VALUE_ERROR : value.slice(0, Math.trunc(count)))),
  each('RIGHT', ['t', 'n?'], ([value, count = 1]) => (count < 0 ? VALUE_ERROR : Math.trunc(count) === 0 ? '' : value.slice(-Math.trunc(count)))),
  each('MID', ['t', 'n', 'n'], ([value, start, count]) => (Math.trunc(start) < 1 || count < 0 ? VALUE_ERROR : value.slice(Math.trunc(start) - 1, Math.trunc(start) - 1 + Math.trunc(count)))),
  one('LEN', (value) => value.length),
  one('LENB', byteLength),
  each('FIND', ['t', 't', 'n?'], ([wanted, value, start = 1]) => find(wanted, value, start)),
  each('SEARCH', ['t', 't', 'n?'], ([wanted, value, start = 1]) => search(wanted, value, start)),
  each('SUBSTITUTE', ['t', 't', 't', 'n?'], ([value, old, next, instance]) => substitute(value, old, next, instance)),
  each('REPLACE', ['t', 'n', 'n', 't'], ([value, start, count, next]) => {
    const at = Math.trunc(start) - 1;
    return at < 0 || count < 0 ? VALUE_ERROR : fitting(value.slice(0, at) + next + value.slice(at + Math.trunc(count)));
  }),
  one('TRIM', (value) => value.replace(/ +/g, ' ').replace(/^ | $/g, '')),
  // eslint has no quarrel with control characters named by number.
  one('CLEAN', (value) => [...value].filter((sign) => sign.charCodeAt(0) >= 32).join('')),
  one('UPPER', (value) => value.toUpperCase()),
  one('LOWER', (value) => value.toLowerCase()),
  one('PROPER', proper),
  one('ASC', halfWidth),
  one('DBCS', fullWidth),
  each('EXACT', ['t', 't'], ([a, b]) => a === b),
  many('CONCATENATE', 1, () => 't', (texts) => fitting((texts as readonly string[]).join(''))),
  whole('CONCAT', 1, 255, concat),
  whole('TEXTJOIN', 3, 255, textJoin),
  each('REPT', ['t', 'n'], ([value, count]) => (count < 0 || value.length * Math.trunc(count) > LONGEST ? VALUE_ERROR : value.repeat(Math.trunc(count)))),
  each('TEXT', ['s', 't'], ([value, pattern], env) => text(value, pattern, env)),
  each('VALUE', ['s'], ([value], env) => (typeof value === 'boolean' ? VALUE_ERROR : toNumber(value, env))),
  each('NUMBERVALUE', ['t', 't?', 't?'], ([value, decimal = '.', group = ',']) => {
    const plain = value.replaceAll(' ', '').replaceAll(group.charAt(0) || ',', '').replace(decimal.charAt(0) || '.', '.');
    return plain === '' ? 0 : /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?%*$/.test(plain) ? Number(plain.replace(/%+$/, '')) / 100 ** (/%*$/.exec(plain)?.[0].length ?? 0) : VALUE_ERROR;
  }),
  each('CHAR', ['n'], ([code]) => characterOf(code)),
  one('CODE', codeOf),
  each('UNICHAR', ['n'], ([code]) => {
    const number = Math.trunc(code);
    if (number < 1 || number > 0x10ffff) return VALUE_ERROR;
    return number >= 0xd800 && number <= 0xdfff ? NA_ERROR : String.fromCodePoint(number);
  }),
  one('UNICODE', (value) => value.codePointAt(0) ?? VALUE_ERROR),
  each('FIXED', ['n', 'n?', 'b?'], ([value, decimals = 2, plain = false]) => (decimals > 127 ? VALUE_ERROR : fixed(value, decimals, plain))),
  each('DOLLAR', ['n', 'n?'], ([value, decimals = 2]) => (decimals > 127 ? NUM_ERROR : `${value < 0 ? '-' : ''}¥${fixed(Math.abs(value), decimals, false)}`)),
];
