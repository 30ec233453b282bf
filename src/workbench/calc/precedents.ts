// What a formula reads, found from its tree without computing it. Knows names and tables, no values.
import type { CalcBook } from './environment';
import { areaAt, type AreaNode, type CallNode, type FormulaNode } from './formula';
import type { FormulaShape, FormulaShapes } from './formulaShapes';
import { describedFunction } from './functionTable';
import { nameOf } from './evaluator';
import { tableArea } from './tableReference';
import { AreaRef } from './value';

export interface Precedents {
  area(area: AreaRef): void;
  /** The same, as it stands in the tree: the cells follow from the formula's place. */
  relative?(node: AreaNode, sheetId: string): void;
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
        if (sheetId === undefined) return;
        if (found.relative) found.relative(node, sheetId);
        else found.area(areaAt(node, sheetId, at.row, at.column));
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

/** What formulas of one shape on one sheet read, each at its own place. */
interface SharedPrecedents {
  readonly areas: readonly { readonly node: AreaNode; readonly sheetId: string }[];
  readonly names: boolean;
  readonly volatile: 'always' | 'clock' | undefined;
}

/** Finds what formulas read once for all that share a tree. Holds as long as sheets, names and tables stay as they are. */
export class PrecedentsByShape {
  private readonly known = new Map<FormulaShape, Map<string, SharedPrecedents | undefined>>();

  constructor(private readonly shapes: FormulaShapes) {}

  /** Forgets all, after sheets, names or tables changed. */
  clear(): void {
    this.known.clear();
  }

  /** Tells what a formula of a shape standing at a place reads. */
  collect(shape: FormulaShape, at: { sheetId: string; row: number; column: number }, book: CalcBook, found: Precedents): void {
    let sheets = this.known.get(shape);
    if (!sheets) this.known.set(shape, (sheets = new Map<string, SharedPrecedents | undefined>()));
    if (!sheets.has(at.sheetId)) sheets.set(at.sheetId, this.shared(shape, at, book));
    const shared = sheets.get(at.sheetId);
    if (!shared) {
      collectPrecedents(shape.root, at, book, this.shapes, found);
      return;
    }
    for (const { node, sheetId } of shared.areas) found.area(areaAt(node, sheetId, at.row, at.column));
    if (shared.names) found.names();
    if (shared.volatile) found.volatile(shared.volatile);
  }

  /** Undefined where a table is read: which of its cells depends on the row. */
  private shared(shape: FormulaShape, at: { sheetId: string; row: number; column: number }, book: CalcBook): SharedPrecedents | undefined {
    const areas: { node: AreaNode; sheetId: string }[] = [];
    const seen = { names: false, tables: false, always: false, clock: false };
    collectPrecedents(shape.root, at, book, this.shapes, {
      area: () => { seen.tables = true; },
      relative: (node, sheetId) => { areas.push({ node, sheetId }); },
      volatile: (kind) => { seen[kind] = true; },
      names: () => { seen.names = true; },
      tables: () => { seen.tables = true; },
    });
    return seen.tables ? undefined : { areas, names: seen.names, volatile: seen.always ? 'always' : seen.clock ? 'clock' : undefined };
  }
}
