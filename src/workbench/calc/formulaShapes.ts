// One tree for all formulas that differ only by where they stand: =B5+1 in row 5 and =B6+1 in row 6. Knows no book.
import { columnOf, LAST_ROW } from '../book/area';
import { FormulaSyntaxError, readFormula, type FormulaNode } from './formula';

/** What formulas of one shape have in common. */
export interface FormulaShape {
  readonly root: FormulaNode;
  /** Set where the text cannot be read: such a cell shows #NAME?. */
  readonly unreadable?: string;
}

// In the order in which they must be tried: text and quoted names hide everything inside them, brackets hide column names.
const PIECES = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:'.|[^[\]']|\[(?:'.|[^\]'])*\])*\]|[$A-Za-z_\\\u00a1-\uffff][$A-Za-z0-9_.\\?\u00a1-\uffff]*|\d+(?:\.\d*)?(?:[eE][-+]?\d+)?/g;
const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$/;
const LONG_LIFE = 50_000;

export class FormulaShapes {
  private readonly shapes = new Map<string, FormulaShape>();
  /** Shapes by the exact text for formulas without relative references, the commonest case in tables. */
  private readonly plain = new Map<string, FormulaShape>();

  /** The shape of a formula standing at row and column. */
  shapeOf(formula: string, row: number, column: number): FormulaShape {
    const known = this.plain.get(formula);
    if (known) return known;
    const key = shapeKey(formula, row, column);
    if (key === formula) {
      const shape = read(formula, row, column);
      this.keep(this.plain, formula, shape);
      return shape;
    }
    const shared = key ?? `${formula}\u0000${row}\u0000${column}`;
    let shape = this.shapes.get(shared);
    if (!shape) this.keep(this.shapes, shared, (shape = read(formula, row, column)));
    return shape;
  }

  private keep(map: Map<string, FormulaShape>, key: string, shape: FormulaShape): void {
    // A book of unlike formulas must not grow this without end; what is dropped is read again.
    if (map.size >= LONG_LIFE) map.clear();
    map.set(key, shape);
  }
}

function read(formula: string, row: number, column: number): FormulaShape {
  try {
    return { root: readFormula(formula, row, column) };
  } catch (cause) {
    if (cause instanceof FormulaSyntaxError) return { root: { kind: 'value', value: { error: '#NAME?' } }, unreadable: cause.message };
    throw cause;
  }
}

/**
 * The text with every relative cell reference written as its distance; the text itself when it has none;
 * undefined when it holds whole rows or columns (A:B, 1:3), which are not worth telling apart and are read for each cell.
 */
export function shapeKey(formula: string, row: number, column: number): string | undefined {
  let key = '';
  let done = 0;
  PIECES.lastIndex = 0;
  for (let found = PIECES.exec(formula); found; found = PIECES.exec(formula)) {
    const piece = found[0];
    const first = piece.charCodeAt(0);
    if (first === 34 || first === 39 || first === 91) continue;
    const after = formula[PIECES.lastIndex];
    const cell = after === '(' || after === '!' || after === '[' ? null : CELL.exec(piece);
    if (!cell) {
      if (isBeamEnd(piece, formula, found.index)) return undefined;
      continue;
    }
    const at = columnOf(cell[2]!);
    const line = Number(cell[4]) - 1;
    if (at < 0 || line > LAST_ROW) continue;
    if (cell[1] && cell[3]) continue;
    key += `${formula.slice(done, found.index)}\u0001${cell[3] ? `R${line}` : `r${line - row}`}${cell[1] ? `C${at}` : `c${at - column}`}\u0001`;
    done = PIECES.lastIndex;
  }
  return done === 0 ? formula : key + formula.slice(done);
}

/** A in A:B or 1 in 1:3. With $ it is fixed and may be shared. */
function isBeamEnd(piece: string, formula: string, index: number): boolean {
  if (!/^(?:[A-Za-z]{1,3}|\d+)$/.test(piece)) return false;
  let [before, after] = [index - 1, index + piece.length];
  while (formula[before] === ' ') before--;
  while (formula[after] === ' ') after++;
  return formula[before] === ':' || formula[after] === ':';
}
