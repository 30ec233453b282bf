// Computes a formula's tree with Excel's rules for operators, references and names. Knows no single function and no order of calculation.
import { LAST_COLUMN, LAST_ROW } from '../book/area';
import type { Scalar, Sheet } from '../book/model';
import { NotSupported } from '../notSupported';
import type { CalcBook, Environment, IndexKey, IndexKind } from './environment';
import { areaAt, type AreaNode, type BinaryNode, type CallNode, type FormulaNode, type NameNode, type UnaryNode } from './formula';
import type { FormulaShapes } from './formulaShapes';
import { broadcast, elementOf } from './functionKinds';
import { functionNamed } from './functionTable';
import { arithmetic, joined, ordered } from './operators';
import { tableArea } from './tableReference';
import {
  ArrayValue, AreaRef, isError, isReference, isScalar, Missing, NAME_ERROR, NULL_ERROR, REF_ERROR, toNumber, UnionRef, VALUE_ERROR, type Operand,
} from './value';

/** Where values and what is known of the sheets come from. */
export interface CellSource {
  readonly book: CalcBook;
  valueAt(sheetId: string, row: number, column: number): Scalar;
  /** One past the last row and column that hold a cell. */
  usedRows(sheetId: string): number;
  usedColumns(sheetId: string): number;
  rowsHolding(area: AreaRef, kind: IndexKind, key: IndexKey): readonly number[] | undefined;
  isSubtotal(sheetId: string, row: number, column: number): boolean;
  now(): number;
}

const NAME_DEPTH = 64;

/** Computes formulas one after another, each as standing in the cell that `standAt` named last. */
export class Evaluator implements Environment {
  sheetId = '';
  row = 0;
  column = 0;
  private nameDepth = 0;

  constructor(private readonly cells: CellSource, private readonly shapes: FormulaShapes) {}

  get book(): CalcBook { return this.cells.book; }

  standAt(sheetId: string, row: number, column: number): this {
    this.sheetId = sheetId;
    this.row = row;
    this.column = column;
    return this;
  }

  now(): number { return this.cells.now(); }
  valueAt(sheetId: string, row: number, column: number): Scalar { return this.cells.valueAt(sheetId, row, column); }
  rowsHolding(area: AreaRef, kind: IndexKind, key: IndexKey): readonly number[] | undefined { return this.cells.rowsHolding(area, kind, key); }
  isSubtotal(sheetId: string, row: number, column: number): boolean { return this.cells.isSubtotal(sheetId, row, column); }

  evaluate(node: FormulaNode | undefined): Operand {
    if (node === undefined) return Missing.value;
    switch (node.kind) {
      case 'value': return node.value;
      case 'array': return node.value;
      case 'area': return this.area(node);
      case 'table': return tableArea(node, this.book, this.sheetId, this.row, this.column);
      case 'name': return this.name(node);
      case 'unary': return this.unary(node);
      case 'binary': return this.binary(node);
      case 'call': return this.call(node);
      case 'unsupported': throw new NotSupported('formula', node.what, node.text);
    }
  }

  single(operand: Operand): Scalar {
    if (typeof operand !== 'object' || operand === null) return operand;
    if (operand instanceof Missing) return null;
    if (isScalar(operand)) return operand;
    if (operand instanceof AreaRef) return operand.isCell ? this.valueAt(operand.sheetId, operand.top, operand.left) : this.intersected(operand);
    if (operand instanceof UnionRef) return VALUE_ERROR;
    return operand.at(0, 0);
  }

  arrayOf(operand: Operand): ArrayValue {
    if (operand instanceof ArrayValue) return operand;
    if (operand instanceof UnionRef) return new ArrayValue([[VALUE_ERROR]]);
    if (operand instanceof AreaRef) {
      const height = operand.bottom === LAST_ROW ? Math.max(1, this.usedHeight(operand)) : operand.height;
      const width = operand.right === LAST_COLUMN ? Math.max(1, this.usedWidth(operand)) : operand.width;
      return new ArrayValue(Array.from({ length: height }, (_, row) => Array.from({ length: width }, (_unused, column) => this.valueAt(operand.sheetId, operand.top + row, operand.left + column))));
    }
    return new ArrayValue([[this.single(operand)]]);
  }

  each(operand: Operand, visit: (value: Scalar, fromCell: boolean, row: number, column: number, sheetId: string) => void): void {
    if (operand instanceof AreaRef) {
      this.eachCell(operand, visit);
    } else if (operand instanceof UnionRef) {
      for (const area of operand.areas) this.eachCell(area, visit);
    } else if (operand instanceof ArrayValue) {
      operand.rows.forEach((line, row) => line.forEach((value, column) => visit(value, true, row, column, '')));
    } else {
      visit(this.single(operand), false, 0, 0, '');
    }
  }

  private eachCell(area: AreaRef, visit: (value: Scalar, fromCell: boolean, row: number, column: number, sheetId: string) => void): void {
    const sheet = this.book.sheetById(area.sheetId);
    if (!sheet) return;
    const bottom = area.top + this.usedHeight(area) - 1;
    const right = area.left + this.usedWidth(area) - 1;
    for (let row = area.top; row <= bottom; row++) {
      const line = sheet.cells.get(row);
      if (!line) continue;
      for (let column = area.left; column <= right; column++) {
        const cell = line.get(column);
        if (cell === undefined || (cell.value === null && cell.formula === undefined)) continue;
        const value = cell.formula === undefined ? cell.value : this.valueAt(area.sheetId, row, column);
        if (value !== null) visit(value, true, row, column, area.sheetId);
      }
    }
  }

  usedHeight(area: AreaRef): number {
    return Math.max(0, Math.min(area.bottom, this.cells.usedRows(area.sheetId) - 1) - area.top + 1);
  }

  usedWidth(area: AreaRef): number {
    return area.right - area.left < 64 ? area.width : Math.max(0, Math.min(area.right, this.cells.usedColumns(area.sheetId) - 1) - area.left + 1);
  }

  referenceIn(text: string): Operand {
    const shape = this.shapes.shapeOf(`=${text.trim()}`, this.row, this.column);
    if (shape.unreadable !== undefined || !['area', 'name', 'table'].includes(shape.root.kind)) return REF_ERROR;
    const operand = this.evaluate(shape.root);
    return isReference(operand) ? operand : REF_ERROR;
  }

  isRowHidden(sheetId: string, row: number, filteredOnly: boolean): boolean {
    const sheet = this.book.sheetById(sheetId);
    if (sheet?.rows.get(row)?.hidden !== true) return false;
    return !filteredOnly || isFiltered(sheet, row);
  }

  private area(node: AreaNode): Operand {
    if (node.sheet === undefined) return areaAt(node, this.sheetId, this.row, this.column);
    const sheet = this.book.sheetByName(node.sheet);
    return sheet ? areaAt(node, sheet.id, this.row, this.column) : REF_ERROR;
  }

  private name(node: NameNode): Operand {
    const item = nameOf(this.book, node, this.sheetId);
    if (!item) {
      if (node.sheet === undefined && this.book.tableByName(node.name)) {
        return tableArea({ kind: 'table', table: node.name, sections: [], columns: [] }, this.book, this.sheetId, this.row, this.column);
      }
      return NAME_ERROR;
    }
    if (this.nameDepth >= NAME_DEPTH) return NAME_ERROR;
    this.nameDepth++;
    try {
      // A name's relative references are kept as seen from A1.
      return this.evaluate(this.shapes.shapeOf(item.formula, 0, 0).root);
    } finally {
      this.nameDepth--;
    }
  }

  private call(node: CallNode): Operand {
    return functionNamed(node.name, node.args.length)?.call(node.args, this) ?? NAME_ERROR;
  }

  private unary(node: UnaryNode): Operand {
    const operand = this.evaluate(node.of);
    if (node.operator === '@') return operand instanceof AreaRef ? this.intersected(operand) : this.single(operand);
    if (node.operator === '#') throw new NotSupported('formula', 'spilled range', '#');
    // Excel's unary plus changes nothing, not even text.
    if (node.operator === '+') return operand;
    const compute = (value: Scalar): Scalar => {
      const number = toNumber(value, this);
      return isError(number) ? number : node.operator === '%' ? number / 100 : number === 0 ? 0 : -number;
    };
    if (this.isSingle(operand)) return compute(this.single(operand));
    const array = this.arrayOf(operand);
    return broadcast([array], (row, column) => compute(array.at(row, column)));
  }

  private binary(node: BinaryNode): Operand {
    const { operator } = node;
    if (operator === ':' || operator === ' ' || operator === ',') return this.combined(operator, this.evaluate(node.left), this.evaluate(node.right));
    const left = this.evaluate(node.left);
    const right = this.evaluate(node.right);
    if (this.isSingle(left) && this.isSingle(right)) return this.computed(operator, this.single(left), this.single(right));
    const [a, b] = [this.arrayOf(left), this.arrayOf(right)];
    return broadcast([a, b], (row, column) => this.computed(operator, elementOf(a, row, column), elementOf(b, row, column)));
  }

  private computed(operator: Exclude<BinaryNode['operator'], ':' | ' ' | ','>, left: Scalar, right: Scalar): Scalar {
    switch (operator) {
      case '+': case '-': case '*': case '/': case '^': return arithmetic(operator, left, right, this);
      case '&': return joined(left, right);
      default: return ordered(operator, left, right);
    }
  }

  private combined(operator: ':' | ' ' | ',', left: Operand, right: Operand): Operand {
    if (isError(left)) return left;
    if (isError(right)) return right;
    if (!isReference(left) || !isReference(right)) return VALUE_ERROR;
    if (operator === ',') return new UnionRef([...areasOf(left), ...areasOf(right)]);
    if (!(left instanceof AreaRef) || !(right instanceof AreaRef) || left.sheetId !== right.sheetId) return VALUE_ERROR;
    if (operator === ':') {
      return new AreaRef(left.sheetId, Math.min(left.top, right.top), Math.min(left.left, right.left), Math.max(left.bottom, right.bottom), Math.max(left.right, right.right));
    }
    const [top, bottom] = [Math.max(left.top, right.top), Math.min(left.bottom, right.bottom)];
    const [first, last] = [Math.max(left.left, right.left), Math.min(left.right, right.right)];
    return top > bottom || first > last ? NULL_ERROR : new AreaRef(left.sheetId, top, first, bottom, last);
  }

  private isSingle(operand: Operand): boolean {
    if (typeof operand !== 'object' || operand === null) return true;
    return operand instanceof AreaRef ? operand.isCell : isScalar(operand) || operand instanceof Missing;
  }

  /** Implicit intersection: of a column the cell in this row, of a row the cell in this column. */
  private intersected(area: AreaRef): Scalar {
    if (area.isCell) return this.valueAt(area.sheetId, area.top, area.left);
    if (area.left === area.right && this.row >= area.top && this.row <= area.bottom) return this.valueAt(area.sheetId, this.row, area.left);
    if (area.top === area.bottom && this.column >= area.left && this.column <= area.right) return this.valueAt(area.sheetId, area.top, this.column);
    const inside = this.row >= area.top && this.row <= area.bottom && this.column >= area.left && this.column <= area.right;
    return inside ? this.valueAt(area.sheetId, this.row, this.column) : VALUE_ERROR;
  }
}

/** The named item that a formula on a sheet sees: the sheet's own before the workbook's. */
export function nameOf(book: CalcBook, node: NameNode, sheetId: string): CalcBook['names'][number] | undefined {
  const { name } = node;
  const folded = name.toUpperCase();
  const scope = node.sheet === undefined ? sheetId : book.sheetByName(node.sheet)?.id;
  let global: CalcBook['names'][number] | undefined;
  for (const item of book.names) {
    if (item.name !== name && (item.name.length !== name.length || item.name.toUpperCase() !== folded)) continue;
    if (item.scope !== undefined && item.scope === scope) return item;
    if (item.scope === undefined) global = item;
  }
  return global;
}

function areasOf(operand: AreaRef | UnionRef): readonly AreaRef[] {
  return operand instanceof AreaRef ? [operand] : operand.areas;
}

function isFiltered(sheet: Sheet, row: number): boolean {
  return sheet.tables.some((table) => table.filters.size > 0 && row > table.area.top && row <= table.area.bottom);
}
