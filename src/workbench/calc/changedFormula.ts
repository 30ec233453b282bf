// Formulas rewritten because something else changed: cells moved, a formula filled elsewhere, a sheet, table, column or name renamed. Works on the text, so that all else in it stays as typed.
import { parseA1Ref, type Token } from '@borgar/fx';
import { columnLetters, isOnSheet, LAST_COLUMN, LAST_ROW, quotedSheetName, withDeleted, withInserted } from '../book/area';
import type { Calc, CellMove } from '../book/bookApi';
import type { Area, CellAt } from '../book/model';
import { tokensOf } from './formula';

type Renaming = Parameters<Calc['renamed']>[1];

/** A cell reference as it is written: the sheet before it with its !, the area, and which edges are fixed. */
interface Written {
  readonly prefix: string;
  readonly sheet: string | undefined;
  readonly kind: 'cell' | 'range' | 'columns' | 'rows';
  readonly area: Area;
  readonly fixed: { readonly top: boolean; readonly left: boolean; readonly bottom: boolean; readonly right: boolean };
}

/** The formula after cells moved (Move or copy a formula; Insert or delete rows and columns). Fixed and relative references move alike; deleted ones become #REF!. */
export function movedFormula(formula: string, on: { sheetName: string }, move: CellMove): string {
  return rewritten(formula, (token) => {
    const ref = writtenReference(token);
    if (!ref || !sameText(ref.sheet ?? on.sheetName, move.sheetName)) return token.value;
    const area = movedArea(ref.area, move);
    return area && isOnSheet(area) ? referenceText(ref, area) : `${ref.prefix}#REF!`;
  });
}

function movedArea(area: Area, move: CellMove): Area | undefined {
  const along = move.kind.endsWith('Rows') ? 'rows' : 'columns';
  if (move.within) {
    const [first, last] = along === 'rows' ? [area.left, area.right] : [area.top, area.bottom];
    if (first < move.within.first || last > move.within.last) return area;
  }
  return move.kind.startsWith('insert') ? withInserted(area, along, move.at, move.count) : withDeleted(area, along, move.at, move.count);
}

/** A formula taken apart for filling: what stays as it is, and the references that move. */
export type FormulaPieces = readonly (string | Written)[];

/** Takes a formula apart, so that filling it into many cells reads it once. */
export function piecesOf(formula: string): FormulaPieces {
  const pieces: (string | Written)[] = [];
  for (const token of tokensOf(formula)) {
    const ref = writtenReference(token);
    const last = pieces.at(-1);
    if (ref) pieces.push(ref);
    else if (typeof last === 'string') pieces[pieces.length - 1] = last + token.value;
    else pieces.push(token.value);
  }
  return pieces;
}

/** The formula filled or copied from one cell to another: what is not fixed by $ moves along; what would leave the sheet becomes #REF!. */
export function filledFormula(formula: string, from: CellAt, to: CellAt, pieces: FormulaPieces = piecesOf(formula)): string {
  const [rows, columns] = [to.row - from.row, to.column - from.column];
  if (rows === 0 && columns === 0) return formula;
  let filled = '';
  for (const piece of pieces) filled += typeof piece === 'string' ? piece : filledReference(piece, rows, columns);
  return filled;
}

function shift(at: number, by: number, isFixed: boolean, isOpen: boolean): number {
  return isFixed || isOpen ? at : at + by;
}

function filledReference(ref: Written, rows: number, columns: number): string {
  const { area, fixed, kind } = ref;
  const [openRows, openColumns] = [kind === 'columns', kind === 'rows'];
  const top = shift(area.top, rows, fixed.top, openRows);
  const bottom = shift(area.bottom, rows, fixed.bottom, openRows);
  const left = shift(area.left, columns, fixed.left, openColumns);
  const right = shift(area.right, columns, fixed.right, openColumns);
  const flipRows = top > bottom || (top === bottom && left > right);
  const flipColumns = left > right || (left === right && top > bottom);
  const next: Area = { top: Math.min(top, bottom), bottom: Math.max(top, bottom), left: Math.min(left, right), right: Math.max(left, right) };
  if (!isOnSheet(next)) return `${ref.prefix}#REF!`;
  // Where one corner overtook the other, the marks go with their corners.
  return referenceText({
    ...ref,
    fixed: {
      top: flipRows ? fixed.bottom : fixed.top, bottom: flipRows ? fixed.top : fixed.bottom,
      left: flipColumns ? fixed.right : fixed.left, right: flipColumns ? fixed.left : fixed.right,
    },
  }, next);
}

/** The formula after a sheet, table, table column or name has another name. References like [@列] without a table's name are taken to mean the table named. */
export function renamedFormula(formula: string, what: Renaming): string {
  return rewritten(formula, (token) => {
    if (what.kind === 'sheet') return renamedSheet(token, what.from, what.to);
    const { prefix, rest } = parted(token.value);
    if (token.type === 'structured') {
      const bracket = rest.indexOf('[');
      const table = rest.slice(0, bracket);
      if (what.kind === 'table') return sameText(table, what.from) ? prefix + what.to + rest.slice(bracket) : token.value;
      if (what.kind === 'column' && (table === '' || sameText(table, what.table))) return prefix + table + renamedColumn(rest.slice(bracket), what.from, what.to);
      return token.value;
    }
    if (token.type === 'range_named' && what.kind !== 'column' && sameText(rest, what.from)) return prefix + what.to;
    return token.value;
  });
}

function renamedSheet(token: Token, from: string, to: string): string {
  const { prefix, rest } = parted(token.value);
  if (prefix === '' || !/^(range|range_beam|range_named|structured|error)$/.test(token.type)) return token.value;
  const quoted = prefix.startsWith("'");
  const name = quoted ? prefix.slice(1, -2).replaceAll("''", "'") : prefix.slice(0, -1);
  const sheets = name.split(':');
  if (!sheets.some((sheet) => sameText(sheet, from))) return token.value;
  const next = sheets.map((sheet) => (sameText(sheet, from) ? to : sheet));
  const first = next[0] ?? to;
  // A span of sheets is quoted as one: 'a b:c'!A1.
  const text = next.length === 1 ? quotedSheetName(first) : next.every((sheet) => quotedSheetName(sheet) === sheet) ? next.join(':') : `'${next.join(':').replaceAll("'", "''")}'`;
  return `${text}!${rest}`;
}

const NEEDS_BRACKETS = /[^\p{L}\p{N}_.]/u;

/** Column names inside the brackets of a structured reference; the signs [ ] # ' @ in a name carry an apostrophe. */
function renamedColumn(brackets: string, from: string, to: string): string {
  const escaped = to.replace(/[[\]#'@]/g, "'$&");
  const isIt = (written: string): boolean => sameText(written.trim().replace(/'(.)/g, '$1'), from);
  const inner = brackets.slice(1, -1);
  if (/(^|[^'])\[/.test(inner)) {
    return `[${inner.replace(/\[((?:'.|[^[\]'])*)\]/g, (all, written: string) => (!written.startsWith('#') && isIt(written) ? `[${escaped}]` : all))}]`;
  }
  if (inner.startsWith('#')) return brackets;
  if (inner.startsWith('@')) {
    if (!isIt(inner.slice(1))) return brackets;
    return NEEDS_BRACKETS.test(to) ? `[@[${escaped}]]` : `[@${to}]`;
  }
  return isIt(inner) ? `[${escaped}]` : brackets;
}

function rewritten(formula: string, next: (token: Token) => string): string {
  return tokensOf(formula).map(next).join('');
}

/** A token's sheet with its !, and what comes after. */
function parted(text: string): { prefix: string; rest: string } {
  if (text.startsWith("'")) {
    const end = /^'(?:[^']|'')*'!/.exec(text)?.[0].length ?? 0;
    return { prefix: text.slice(0, end), rest: text.slice(end) };
  }
  const bracket = text.indexOf('[', text.startsWith('[') ? text.indexOf(']') + 1 : 0);
  const mark = (bracket < 0 ? text : text.slice(0, bracket)).lastIndexOf('!', text.endsWith('#REF!') ? text.length - 6 : undefined);
  return { prefix: text.slice(0, mark + 1), rest: text.slice(mark + 1) };
}

function writtenReference(token: Token): Written | undefined {
  if (token.type !== 'range' && token.type !== 'range_beam') return undefined;
  const found = parseA1Ref(token.value);
  if (!found || !('range' in found)) return undefined;
  const context = found.context ?? [];
  // Other workbooks and spans of sheets do not move with this book's cells.
  if (context.length > 1 || context[0]?.startsWith('[') || context[0]?.includes(':')) return undefined;
  const { range } = found;
  const { prefix, rest } = parted(token.value);
  const [noRows, noColumns] = [range.top === null, range.left === null];
  return {
    prefix,
    sheet: context[0],
    kind: noRows ? 'columns' : noColumns ? 'rows' : rest.includes(':') ? 'range' : 'cell',
    area: { top: range.top ?? 0, left: range.left ?? 0, bottom: range.bottom ?? LAST_ROW, right: range.right ?? LAST_COLUMN },
    fixed: { top: range.$top === true, left: range.$left === true, bottom: range.$bottom === true, right: range.$right === true },
  };
}

function columnText(at: number, isFixed: boolean): string {
  return (isFixed ? '$' : '') + columnLetters(at);
}

function rowText(at: number, isFixed: boolean): string {
  return (isFixed ? '$' : '') + String(at + 1);
}

function referenceText({ prefix, kind, fixed, area: before }: Written, area: Area): string {
  if (kind === 'columns') return `${prefix}${columnText(area.left, fixed.left)}:${columnText(area.right, fixed.right)}`;
  if (kind === 'rows') return `${prefix}${rowText(area.top, fixed.top)}:${rowText(area.bottom, fixed.bottom)}`;
  const first = columnText(area.left, fixed.left) + rowText(area.top, fixed.top);
  if (kind === 'cell' && before.top === before.bottom) return prefix + first;
  return `${prefix}${first}:${columnText(area.right, fixed.right)}${rowText(area.bottom, fixed.bottom)}`;
}

function sameText(a: string, b: string): boolean {
  return a === b || a.toUpperCase() === b.toUpperCase();
}
