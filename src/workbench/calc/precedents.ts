// What a formula reads, found from its tree without computing it. Knows names and tables, no values.
import type { CalcBook } from './environment';
import { areaAt, type CallNode, type FormulaNode } from './formula';
import type { FormulaShapes } from './formulaShapes';
import { describedFunction } from './functionTable';
import { nameOf } from './evaluator';
import { tableArea } from './tableReference';
import { AreaRef } from './value';

export interface Precedents {
  area(area: AreaRef): void;
  /** Something whose cells are known only when it is computed, or that the clock decides. */
  volatile(kind: 'always' | 'clock'): void;
  names(): void;
  /** `rows` when it reads more of a table than its own row. */
  tables(rows: boolean): void;
}

/** Functions that look at where a reference lies, never at what it holds. */
const PLACE_ONLY = new Set(['ROW', 'COLUMN', 'ROWS', 'COLUMNS', 'ISREF', 'SHEET']);
const NAME_DEPTH = 16;

/** Tells what a formula standing at a place reads. */
export function collectPrecedents(root: FormulaNode, at: { sheetId: string; row: number; column: number }, book: CalcBook, shapes: FormulaShapes, found: Precedents): void {
  const walk = (node: FormulaNode | undefined, depth: number): void => {
    if (node === undefined) return;
    switch (node.kind) {
      case 'area': {
        const sheetId = node.sheet === undefined ? at.sheetId : book.sheetByName(node.sheet)?.id;
        if (sheetId !== undefined) found.area(areaAt(node, sheetId, at.row, at.column));
        return;
      }
      case 'table': {
        found.tables(!node.sections.includes('this row'));
        const area = tableArea(node, book, at.sheetId, at.row, at.column);
        if (area instanceof AreaRef) found.area(area);
        return;
      }
      case 'name': {
        found.names();
        const item = nameOf(book, node, at.sheetId);
        if (item && depth < NAME_DEPTH) walk(shapes.shapeOf(item.formula, 0, 0).root, depth + 1);
        else if (!item && node.sheet === undefined && book.tableByName(node.name)) walk({ kind: 'table', table: node.name, sections: [], columns: [] }, depth);
        return;
      }
      case 'unary': walk(node.of, depth); return;
      case 'binary':
        // A1:INDEX(…) reads cells that only computing tells.
        if (node.operator === ':') found.volatile('always');
        walk(node.left, depth);
        walk(node.right, depth);
        return;
      case 'call': call(node, depth); return;
      default:
    }
  };
  const call = (node: CallNode, depth: number): void => {
    const kind = describedFunction(node.name)?.volatile;
    if (kind) found.volatile(kind);
    node.args.forEach((arg, index) => {
      const placeOnly = PLACE_ONLY.has(node.name) || (node.name === 'OFFSET' && index === 0);
      if (placeOnly && (arg?.kind === 'area' || arg?.kind === 'table')) {
        if (arg.kind === 'table') found.tables(!arg.sections.includes('this row'));
        return;
      }
      walk(arg, depth);
    });
  };
  walk(root, 0);
}
