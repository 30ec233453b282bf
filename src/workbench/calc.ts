// The one seam to formulas: keeps a book's formulas computed, and moves, fills and renames what they refer to. Reads the book, never writes it.
import type { BookApi, Calc, CalcResult, Clock } from './book/bookApi';
import type { Area, CellAt, Scalar } from './book/model';
import { BookFormulas } from './calc/bookFormulas';
import { filledFormula, movedFormula, piecesOf, renamedFormula, type FormulaPieces } from './calc/changedFormula';
import { formulaFault } from './calc/formulaFault';
import { FormulaShapes } from './calc/formulaShapes';

/** A formula engine for one book after another, with the clock that TODAY and NOW read (a serial of the 1900 system; its fraction is the time of day). */
export function createCalc(clock: Clock): Calc {
  const shapes = new FormulaShapes();
  const formulas = new BookFormulas(clock, shapes);
  let filledLast: { formula: string; pieces: FormulaPieces } | undefined;
  return {
    load: (book: BookApi): CalcResult[] => formulas.load(book),
    changed: (book: BookApi, areas: readonly { sheetId: string; area: Area }[]): CalcResult[] => formulas.changed(book, areas),
    evaluate: (book: BookApi, formula: string, at: CellAt, from?: CellAt): Scalar => formulas.evaluate(book, formula, at, from),
    moved: movedFormula,
    filled: (formula, from, to) => {
      // One formula is filled into many cells one after another.
      if (filledLast?.formula !== formula) filledLast = { formula, pieces: piecesOf(formula) };
      return filledFormula(formula, from, to, filledLast.pieces);
    },
    renamed: renamedFormula,
    faultOf: formulaFault,
  };
}
