// The criteria of COUNTIF and its kin, and wildcards. Knows no cells.
import type { Scalar } from '../book/model';
import type { IndexKey } from './environment';
import { compareScalars, foldedText, isError, sameNumber } from './value';
import { numberFromText } from '../book/typed';

export interface Criterion {
  accepts(value: Scalar): boolean;
  readonly acceptsBlank: boolean;
  /** Set when the criterion is plain equality: the key under which an index keeps what it accepts. */
  readonly key?: IndexKey;
}

/** The key of a value in an index for criteria, in which text that reads as a number is that number; undefined for blanks and errors. */
export function criterionKey(value: Scalar): IndexKey | undefined {
  if (typeof value === 'string') {
    const number = numberIn(value);
    return number === undefined ? `t${foldedText(value)}` : Number(number.toPrecision(15));
  }
  if (typeof value === 'number') return Number(value.toPrecision(15));
  return typeof value === 'boolean' ? value : undefined;
}

/** Text as a number for criteria. Dates count too: COUNTIF(…,"2021/9/30") finds true dates. */
function numberIn(text: string): number | undefined {
  return text !== '' && /\d/.test(text) ? numberFromText(text, 0) : undefined;
}

const OPERATOR = /^(<=|>=|<>|=|<|>)?([\s\S]*)$/;

/** What a criterion accepts: a value, or an operator with a value; text equality takes the wildcards ? and * and the escape ~. */
export function criterionOf(criterion: Scalar): Criterion {
  // An empty cell as criterion counts as 0 (COUNTIFS function).
  if (criterion === null) return equality(0);
  if (isError(criterion)) return { accepts: (value) => isError(value) && value.error === criterion.error, acceptsBlank: false };
  if (typeof criterion !== 'string') return equality(criterion);
  const [, operator, rest = ''] = OPERATOR.exec(criterion) ?? [];
  if (operator === undefined || operator === '=') return equalityText(rest, operator !== undefined);
  if (operator === '<>') {
    const same = equalityText(rest, true);
    // "<>" alone accepts everything that is not empty.
    return { accepts: (value) => !same.accepts(value), acceptsBlank: !same.acceptsBlank };
  }
  return ordered(operator, rest);
}

function equality(wanted: number | boolean): Criterion {
  if (typeof wanted === 'boolean') return { accepts: (value) => value === wanted, acceptsBlank: false, key: wanted };
  return {
    accepts: (value) => (typeof value === 'number' ? sameNumber(value, wanted) : typeof value === 'string' ? sameAsNumber(value, wanted) : false),
    acceptsBlank: false,
    key: Number(wanted.toPrecision(15)),
  };
}

function sameAsNumber(text: string, wanted: number): boolean {
  const number = numberIn(text);
  return number !== undefined && sameNumber(number, wanted);
}

function equalityText(text: string, withOperator: boolean): Criterion {
  // "" accepts empty cells and empty text; "=" only empty cells.
  if (text === '') return { accepts: (value) => value === null || (value === '' && !withOperator), acceptsBlank: true };
  const number = numberIn(text);
  if (number !== undefined) return equality(number);
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return equality(upper === 'TRUE');
  if (/^#(N\/A|VALUE!|REF!|DIV\/0!|NAME\?|NUM!|NULL!)$/.test(upper)) return { accepts: (value) => isError(value) && value.error === upper, acceptsBlank: false };
  if (hasWildcards(text)) {
    const shape = wildcardShape(text);
    return { accepts: (value) => typeof value === 'string' && shape.test(value), acceptsBlank: false };
  }
  const folded = foldedText(text);
  return { accepts: (value) => typeof value === 'string' && foldedText(value) === folded, acceptsBlank: false, key: `t${folded}` };
}

function ordered(operator: string, text: string): Criterion {
  const upper = text.toUpperCase();
  const wanted = numberIn(text) ?? (upper === 'TRUE' ? true : upper === 'FALSE' ? false : text);
  const fits = (order: number): boolean => (operator === '<' ? order < 0 : operator === '>' ? order > 0 : operator === '<=' ? order <= 0 : order >= 0);
  return {
    accepts: (value) => value !== null && typeof value === typeof wanted && !isError(value) && fits(compareScalars(value, wanted)),
    acceptsBlank: false,
  };
}

export function hasWildcards(text: string): boolean {
  return /[*?~]/.test(text);
}

const shapes = new Map<string, RegExp>();

/** A pattern for the whole of a text: ? one character, * any number, ~ takes the next as it is; letters without case. */
export function wildcardShape(text: string, anchored = true): RegExp {
  const key = `${anchored ? '^' : ''}${text}`;
  let shape = shapes.get(key);
  if (!shape) {
    let source = '';
    for (let at = 0; at < text.length; at++) {
      const sign = text.charAt(at);
      const next = text.charAt(at + 1);
      if (sign === '~' && /[*?~]/.test(next)) {
        source += `\\${next}`;
        at++;
      } else source += sign === '*' ? '[\\s\\S]*' : sign === '?' ? '[\\s\\S]' : sign.replace(/[\\^$.|+()[\]{}]/, '\\$&');
    }
    shape = new RegExp(anchored ? `^${source}$` : source, 'i');
    if (shapes.size > 1000) shapes.clear();
    shapes.set(key, shape);
  }
  return shape;
}
