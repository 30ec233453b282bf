// Where cell references stand in a formula's text, found in one walk without reading the formula. Knows no meaning; texts, quoted names and brackets hide what is inside them.
import { LAST_COLUMN, LAST_ROW } from './area';

/** A cell reference as it stands in the text, from `start` to `end`; 0-based row and column, and whether a $ fixes them. */
export interface ScannedCell {
  start: number;
  end: number;
  row: number;
  column: number;
  rowFixed: boolean;
  columnFixed: boolean;
}

const [OTHER, DIGIT, LETTER, WORD] = [0, 1, 2, 3];
const [QUOTE, APOSTROPHE, BRACKET, CLOSING, DOLLAR, COLON, BLANK] = [34, 39, 91, 93, 36, 58, 32];

/** Signs up to 127 by what they can be part of; those from 161 on are signs of names, as Chinese ones are. */
const KINDS = new Uint8Array(128);
for (let code = 48; code <= 57; code++) KINDS[code] = DIGIT;
for (let code = 65; code <= 90; code++) KINDS[code] = KINDS[code + 32] = LETTER;
for (const sign of '_\\.?$') KINDS[sign.charCodeAt(0)] = WORD;

function kindOf(code: number): number {
  return code < 128 ? KINDS[code] ?? OTHER : code > 160 ? WORD : OTHER;
}

/**
 * Visits each cell reference of a formula from left to right, always with the same object. Returns whether the formula
 * also holds whole rows or columns without $ (A:B, 1:3), which are no cell references.
 */
export function scanCells(formula: string, visit: (cell: ScannedCell) => void): boolean {
  const cell: ScannedCell = { start: 0, end: 0, row: 0, column: 0, rowFixed: false, columnFixed: false };
  let beams = false;
  for (let at = 0; at < formula.length;) {
    const code = formula.charCodeAt(at);
    if (code === QUOTE || code === APOSTROPHE) at = afterQuoted(formula, at, code);
    else if (code === BRACKET) at = afterBracket(formula, at);
    else if (kindOf(code) === OTHER) at++;
    else {
      const end = endOfWord(formula, at, code);
      if (isCell(formula, at, end, cell)) visit(cell);
      else if (!beams && isBeamEnd(formula, at, end)) beams = true;
      at = end;
    }
  }
  return beams;
}

/** Behind a text or quoted name; inside, the sign is doubled. */
function afterQuoted(formula: string, start: number, sign: number): number {
  for (let at = start + 1; at < formula.length; at++) {
    if (formula.charCodeAt(at) !== sign) continue;
    if (formula.charCodeAt(at + 1) !== sign) return at + 1;
    at++;
  }
  return formula.length;
}

/** Behind the bracket that closes; an apostrophe takes the meaning from the sign after it. */
function afterBracket(formula: string, start: number): number {
  let depth = 0;
  for (let at = start; at < formula.length; at++) {
    const code = formula.charCodeAt(at);
    if (code === APOSTROPHE) at++;
    else if (code === BRACKET) depth++;
    else if (code === CLOSING && --depth === 0) return at + 1;
  }
  return formula.length;
}

/** Behind a word, name or reference; behind a number with its exponent, so that 1E5 is no cell. */
function endOfWord(formula: string, start: number, first: number): number {
  let at = start + 1;
  const isNumber = kindOf(first) === DIGIT;
  for (; at < formula.length; at++) {
    const code = formula.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === OTHER) {
      const isExponentSign = isNumber && (code === 43 || code === 45) && (formula.charCodeAt(at - 1) | BLANK) === 101;
      if (!isExponentSign) break;
    }
  }
  return at;
}

/** Whether the word is $A$1 or less $, and is neither a function, a sheet nor a table. */
function isCell(formula: string, start: number, end: number, cell: ScannedCell): boolean {
  let at = start;
  const columnFixed = formula.charCodeAt(at) === DOLLAR;
  if (columnFixed) at++;
  let column = 0;
  const letters = at;
  for (; at < end && kindOf(formula.charCodeAt(at)) === LETTER; at++) {
    if (at - letters === 3) return false;
    column = column * 26 + (formula.charCodeAt(at) | BLANK) - 96;
  }
  if (at === letters) return false;
  const rowFixed = formula.charCodeAt(at) === DOLLAR;
  if (rowFixed) at++;
  let row = 0;
  const digits = at;
  for (; at < end && kindOf(formula.charCodeAt(at)) === DIGIT; at++) row = row * 10 + formula.charCodeAt(at) - 48;
  if (at !== end || at === digits || formula.charCodeAt(digits) === 48 || at - digits > 7) return false;
  const after = formula.charCodeAt(end);
  if (after === 40 || after === 33 || after === BRACKET) return false;
  if (column - 1 > LAST_COLUMN || row - 1 > LAST_ROW) return false;
  cell.start = start;
  cell.end = end;
  cell.row = row - 1;
  cell.column = column - 1;
  cell.rowFixed = rowFixed;
  cell.columnFixed = columnFixed;
  return true;
}

/** A in A:B or 1 in 1:3. */
function isBeamEnd(formula: string, start: number, end: number): boolean {
  if (end - start > 7) return false;
  const kind = kindOf(formula.charCodeAt(start));
  if (kind === WORD || (kind === LETTER && end - start > 3)) return false;
  for (let at = start + 1; at < end; at++) if (kindOf(formula.charCodeAt(at)) !== kind) return false;
  let [before, after] = [start - 1, end];
  while (formula.charCodeAt(before) === BLANK) before--;
  while (formula.charCodeAt(after) === BLANK) after++;
  return formula.charCodeAt(before) === COLON || formula.charCodeAt(after) === COLON;
}
