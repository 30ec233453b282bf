// All formulas of one book with their results: loads them, follows changes, computes what is due. Knows no single function.
import { LAST_COLUMN } from '../book/area';
import type { CalcResult, Clock } from '../book/bookApi';
import type { Area, CellAt, Scalar, Sheet } from '../book/model';
import { NotSupported } from '../notSupported';
import { BookCells } from './bookCells';
import { DependencyGraph, FormulaCell, type AreaNode } from './dependencyGraph';
import type { CalcBook } from './environment';
import { Evaluator } from './evaluator';
import type { FormulaShapes } from './formulaShapes';
import { PrecedentsByShape, type Precedents } from './precedents';
import { recalculate } from './recalculation';
import { Structure } from './structure';
import { ArrayValue, AreaRef, isScalar, Missing, SPILL_ERROR, VALUE_ERROR, type Operand } from './value';

const LONGEST_TEXT = 32_767;
/** A change of more cells is matched against all readers instead of cell by cell. */
const MANY_CELLS = 512;

export class BookFormulas {
  private readonly graph = new DependencyGraph();
  private readonly cells = new BookCells(this.graph);
  private readonly evaluator: Evaluator;
  private readonly precedents: PrecedentsByShape;
  private structure: Structure | undefined;
  /** The day for which all results stand. */
  private computedDay = 0;
  /** Set while what is known may not fit the book: the next change loads all anew. */
  private stale = true;
  private readonly always = new Set<FormulaCell>();
  private readonly daily = new Set<FormulaCell>();

  private linked: FormulaCell | undefined;
  /** Takes down what `linked` reads; one object for all formulas, of which there may be a hundred thousand. */
  private readonly linking: Precedents = {
    area: (area) => {
      const sheet = this.graph.sheet(area.sheetId);
      if (area.isCell) sheet.readCell(this.current(), area.top, area.left);
      else sheet.readArea(this.current(), area);
    },
    volatile: (kind) => {
      const cell = this.current();
      if (cell.volatile !== 'always') cell.volatile = kind;
    },
    names: () => { this.current().readsNames = true; },
    tables: (rows) => {
      this.current().readsTables = true;
      if (rows) this.current().readsTableRows = true;
    },
  };

  constructor(private readonly clock: Clock, private readonly shapes: FormulaShapes) {
    this.evaluator = new Evaluator(this.cells, shapes);
    this.precedents = new PrecedentsByShape(shapes);
  }

  load(book: CalcBook): CalcResult[] {
    this.cells.start(book, this.clock.today());
    this.graph.clear();
    this.precedents.clear();
    this.always.clear();
    this.daily.clear();
    this.structure = new Structure(book);
    for (const sheet of book.sheets) {
      for (const [row, cells] of sheet.cells) {
        for (const [column, cell] of cells) if (cell.formula !== undefined) this.add(sheet.id, row, column, cell.formula);
      }
    }
    return this.computed([...this.graph.all()]);
  }

  changed(book: CalcBook, areas: readonly { sheetId: string; area: Area }[]): CalcResult[] {
    if (this.stale || book !== this.cells.current || !this.structure) return this.load(book);
    const dayBefore = this.computedDay;
    const structure = new Structure(book);
    const change = this.structure.changeTo(structure);
    if (change.kind === 'sheets') return this.load(book);
    this.cells.start(book, this.clock.today());
    this.structure = structure;
    if (change.kind !== 'none') this.precedents.clear();
    const due = new Set<FormulaCell>();
    for (const { sheetId, area } of areas) this.reread(sheetId, area, due);
    if (change.kind !== 'none') this.relink(change.kind === 'tableRows' ? change.between : undefined, due);
    for (const { sheetId, area } of areas) this.markReaders(sheetId, area, due);
    for (const cell of this.always) due.add(cell);
    if (Math.floor(this.cells.time) !== dayBefore) for (const cell of this.daily) due.add(cell);
    this.spread(due);
    return this.computed([...due]);
  }

  evaluate(book: CalcBook, formula: string, at: CellAt, from: CellAt = at): Scalar {
    return firstOf(this.operandOf(book, formula, at, from), this.evaluator);
  }

  private operandOf(book: CalcBook, formula: string, at: CellAt, from: CellAt): Operand {
    if (book !== this.cells.current) {
      this.cells.start(book, this.clock.today());
      this.graph.clear();
      this.stale = true;
    }
    this.cells.time = this.clock.today();
    const shape = this.shapes.shapeOf(formula.startsWith('=') ? formula : `=${formula}`, from.row, from.column);
    const sheet = book.sheetByName(at.sheet) ?? book.sheetById(at.sheet);
    if (!sheet) throw new Error(`no sheet ${at.sheet}`);
    return this.evaluator.standAt(sheet.id, at.row, at.column).evaluate(shape.root);
  }

  private add(sheetId: string, row: number, column: number, formula: string): FormulaCell {
    const sheet = this.graph.sheet(sheetId);
    const cell = new FormulaCell(sheet, row, column, formula, this.shapes.shapeOf(formula, row, column));
    sheet.add(cell);
    this.link(cell);
    return cell;
  }

  private link(cell: FormulaCell): void {
    this.linked = cell;
    this.precedents.collect(cell.shape, { sheetId: cell.sheet.id, row: cell.row, column: cell.column }, this.cells.book, this.linking);
    if (cell.volatile === 'always') this.always.add(cell);
    else if (cell.volatile === 'clock') this.daily.add(cell);
  }

  private current(): FormulaCell {
    if (!this.linked) throw new Error('no formula is being read');
    return this.linked;
  }

  private unlink(cell: FormulaCell): void {
    this.graph.unlink(cell);
    this.always.delete(cell);
    this.daily.delete(cell);
    cell.volatile = undefined;
  }

  /** Takes in what now stands in an area: formulas gone, new or other. */
  private reread(sheetId: string, area: Area, due: Set<FormulaCell>): void {
    const sheet = this.cells.book.sheetById(sheetId);
    const graph = this.graph.sheet(sheetId);
    for (const known of [...graph.formulasIn(area)]) {
      if (sheet?.cells.get(known.row)?.get(known.column)?.formula === known.formula) {
        due.add(known);
        continue;
      }
      this.unlink(known);
      graph.remove(known);
      due.delete(known);
    }
    if (!sheet) return;
    forEachFormula(sheet, area, (row, column, formula) => {
      if (!this.graph.find(sheetId, row, column)) due.add(this.add(sheetId, row, column, formula));
    });
  }

  /** Finds anew what formulas read through names and tables; with `between` only tables grew or shrank by those rows. */
  private relink(between: readonly { sheetId: string; area: Area }[] | undefined, due: Set<FormulaCell>): void {
    const again = new Set<FormulaCell>();
    for (const cell of this.graph.all()) if (between ? cell.readsTableRows : cell.readsNames || cell.readsTables) again.add(cell);
    for (const { sheetId, area } of between ?? []) for (const cell of this.graph.sheet(sheetId).formulasIn(area)) if (cell.readsTables) again.add(cell);
    for (const cell of again) {
      this.unlink(cell);
      this.link(cell);
      due.add(cell);
    }
  }

  private markReaders(sheetId: string, area: Area, due: Set<FormulaCell>): void {
    const graph = this.graph.sheet(sheetId);
    if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > MANY_CELLS) {
      for (const readers of graph.readersAround(area)) {
        if ('readers' in readers) this.markArea(readers, due);
        else for (const reader of readers) due.add(reader);
      }
      return;
    }
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) this.markReadersOf(sheetId, row, column, due);
    }
  }

  private markReadersOf(sheetId: string, row: number, column: number, due: Set<FormulaCell>): void {
    const graph = this.graph.sheet(sheetId);
    for (const reader of graph.readersOfCell(row, column) ?? []) due.add(reader);
    for (const node of graph.areasAt(row, column)) this.markArea(node, due);
  }

  private markArea(node: AreaNode, due: Set<FormulaCell>): void {
    if (node.marked === this.cells.pass) return;
    node.marked = this.cells.pass;
    for (const reader of node.readers) due.add(reader);
  }

  /** Adds everything that depends on what is due. A set hands out members that are added while it is walked. */
  private spread(due: Set<FormulaCell>): void {
    for (const cell of due) this.markReadersOf(cell.sheet.id, cell.row, cell.column, due);
  }

  private computed(due: readonly FormulaCell[]): CalcResult[] {
    for (const cell of due) cell.state = 'dirty';
    this.cells.running = true;
    this.stale = true;
    this.computedDay = Math.floor(this.cells.time);
    try {
      recalculate(due, this.cells.pass, (cell) => { cell.value = this.resultOf(cell); });
      this.stale = false;
    } finally {
      this.cells.finish();
    }
    return due.map((cell) => ({ sheetId: cell.sheet.id, row: cell.row, column: cell.column, value: cell.value }));
  }

  private resultOf(cell: FormulaCell): Scalar {
    const operand = this.evaluator.standAt(cell.sheet.id, cell.row, cell.column).evaluate(cell.shape.root);
    if (operand instanceof AreaRef ? !operand.isCell : operand instanceof ArrayValue && operand.height * operand.width !== 1) return this.spilled(cell);
    const value = firstOf(operand, this.evaluator);
    if (value === null) return 0;
    return typeof value === 'string' && value.length > LONGEST_TEXT ? VALUE_ERROR : value;
  }

  /** Many results in one cell: #SPILL! inside a table, as in Excel; elsewhere Excel would fill the cells around, which is not done here. */
  private spilled(cell: FormulaCell): Scalar {
    const inTable = this.cells.book.sheetById(cell.sheet.id)?.tables.some(({ area }) => cell.row >= area.top && cell.row <= area.bottom && cell.column >= area.left && cell.column <= area.right);
    if (inTable) return SPILL_ERROR;
    throw new NotSupported('formula', 'spilled result', cell.formula);
  }
}

/** The value of an operand, of several the first; a reference to several cells gives its first cell, as rules and validations see it. */
function firstOf(operand: Operand, evaluator: Evaluator): Scalar {
  if (operand instanceof AreaRef) return evaluator.valueAt(operand.sheetId, operand.top, operand.left);
  if (operand instanceof ArrayValue) return operand.at(0, 0);
  if (operand instanceof Missing) return null;
  return isScalar(operand) ? operand : VALUE_ERROR;
}

function forEachFormula(sheet: Sheet, area: Area, visit: (row: number, column: number, formula: string) => void): void {
  const line = (row: number, cells: Sheet['cells'] extends Map<number, infer C> ? C : never): void => {
    if (area.right - area.left < Math.min(cells.size, LAST_COLUMN)) {
      for (let column = area.left; column <= area.right; column++) {
        const formula = cells.get(column)?.formula;
        if (formula !== undefined) visit(row, column, formula);
      }
    } else {
      for (const [column, cell] of cells) if (cell.formula !== undefined && column >= area.left && column <= area.right) visit(row, column, cell.formula);
    }
  };
  if (area.bottom - area.top < sheet.cells.size) {
    for (let row = area.top; row <= area.bottom; row++) {
      const cells = sheet.cells.get(row);
      if (cells) line(row, cells);
    }
  } else {
    for (const [row, cells] of sheet.cells) if (row >= area.top && row <= area.bottom) line(row, cells);
  }
}
