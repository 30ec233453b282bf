// References inside formulas: moved down for a further row, made whole for a file. Knows how formulas are spelt, never what they give.

const lastRow = 1_048_576;
const lastColumn = 16_384;

/** The pieces in which nothing moves, and then the ones that might be references. Order matters: text and quoted names may hold anything. */
const pieces = new RegExp(
  [
    '"(?:[^"]|"")*"', // text
    "'(?:[^']|'')*'!", // the quoted name of a sheet, before its reference
    '\\[(?:[^\\[\\]]|\\[[^\\[\\]]*\\])*\\]', // columns of a table
    '#[A-Z0-9/]+[!?]?', // errors
    '\\$?\\d+:\\$?\\d+', // whole rows
    '\\d+(?:\\.\\d*)?(?:[Ee][+-]?\\d+)?', // numbers; before names, because 1E5 is one
    '[\\p{L}\\p{N}_.$\\\\?]+[!(]?', // names, functions, sheets and references
  ].join('|'),
  'gu',
);

const cellReference = /^(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})$/i;

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function movedRow(dollar: string, row: string, by: number): string | undefined {
  if (dollar === '$') return `$${row}`;
  const moved = Number(row) + by;
  return moved >= 1 && moved <= lastRow ? String(moved) : undefined;
}

/** What no reference can reach any more: Excel's own word for it. */
const lost = '#REF!';

function movedPiece(piece: string, by: number): string {
  const rows = /^(\$?)(\d+):(\$?)(\d+)$/.exec(piece);
  if (rows !== null) {
    const [from, to] = [movedRow(rows[1] ?? '', rows[2] ?? '', by), movedRow(rows[3] ?? '', rows[4] ?? '', by)];
    return from === undefined || to === undefined ? lost : `${from}:${to}`;
  }
  const cell = cellReference.exec(piece);
  if (cell === null || columnNumber(cell[2] ?? '') > lastColumn || Number(cell[4]) > lastRow) return piece;
  const row = movedRow(cell[3] ?? '', cell[4] ?? '', by);
  return row === undefined ? lost : `${cell[1] ?? ''}${cell[2] ?? ''}${row}`;
}

/** Gives the formula as it reads so many rows further down: relative rows move, $ holds them, texts, names of sheets and names stay. Read once, so that a fill over thousands of rows is quick. */
export function moverOf(formula: string): (by: number) => string {
  const still: string[] = [];
  const moving: string[] = [];
  let from = 0;
  for (const { 0: piece, index } of formula.matchAll(pieces)) {
    if (movedPiece(piece, 1) === piece) continue;
    still.push(formula.slice(from, index));
    moving.push(piece);
    from = index + piece.length;
  }
  const end = formula.slice(from);
  return (by) => (by === 0 ? formula : `${still.map((before, index) => `${before}${movedPiece(moving[index] ?? '', by)}`).join('')}${end}`);
}

/** Functions of Excel 2013, which files write with a prefix; without it Excel shows #NAME?. */
const prefixed = new Set(['DAYS', 'IFNA', 'ISOWEEKNUM', 'NUMBERVALUE', 'XOR']);
/** Functions that Excel 2016 does not have: no sheet of ours may need them (S8). */
const tooNew = new Set(['CONCAT', 'FILTER', 'IFS', 'LET', 'MAXIFS', 'MINIFS', 'SEQUENCE', 'SORT', 'SWITCH', 'TEXTJOIN', 'UNIQUE', 'XLOOKUP', 'XMATCH']);

/** Most formulas call none of them and need no second look. */
const notable = new RegExp(`\\[@|(?:${[...prefixed, ...tooNew].join('|')})\\(`, 'i');

/** A formula as a file holds it: without '='. Throws where a drawing asks for what not every program of the office can work out (S8). */
export function formulaText(formula: string): string {
  const body = formula.startsWith('=') ? formula.slice(1) : formula;
  if (!notable.test(body)) return body;
  return body.replace(pieces, (piece) => {
    if (piece.startsWith('[@')) throw new Error(`A drawing names a column of its own row as [@…]; a file wants the cell: ${formula}`);
    if (!piece.endsWith('(')) return piece;
    const name = piece.slice(0, -1).toUpperCase();
    if (tooNew.has(name)) throw new Error(`A drawing uses ${name}, which Excel 2016 does not have: ${formula}`);
    return prefixed.has(name) ? `_xlfn.${piece}` : piece;
  });
}

/** The name of a sheet before a reference: in quotes where it is not a plain word. */
export function sheetPrefix(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !cellReference.test(name) && !/^(?:r|c|rc|true|false)$/i.test(name) && !/^r\d*c\d*$/i.test(name);
  return isPlain ? `${name}!` : `'${name.replaceAll("'", "''")}'!`;
}
