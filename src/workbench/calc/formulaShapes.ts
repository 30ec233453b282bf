// One tree for all formulas that differ only by where they stand: =B5+1 in row 5 and =B6+1 in row 6. Knows no book.
import { scanCells } from '../book/formulaScan';
import { FormulaSyntaxError, readFormula, type FormulaNode } from './formula';

/** What formulas of one shape have in common. */
export interface FormulaShape {
  readonly root: FormulaNode;
  /** Set where the text cannot be read: such a cell shows #NAME?. */
  readonly unreadable?: string;
}

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
  const beams = scanCells(formula, (cell) => {
    if (cell.rowFixed && cell.columnFixed) return;
    key += `${formula.slice(done, cell.start)}\u0001${cell.rowFixed ? `R${cell.row}` : `r${cell.row - row}`}${cell.columnFixed ? `C${cell.column}` : `c${cell.column - column}`}\u0001`;
    done = cell.end;
  });
  if (beams) return undefined;
  return done === 0 ? formula : key + formula.slice(done);
}
