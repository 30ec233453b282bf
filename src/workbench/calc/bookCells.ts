// What formulas read of a book: values of cells and earlier results, how far a sheet is in use, where a column holds a value. Knows no order of calculation.
import type { Scalar, Sheet } from '../book/model';
import { criterionKey } from './criteria';
import type { DependencyGraph } from './dependencyGraph';
import type { CalcBook, IndexKey, IndexKind } from './environment';
import type { CellSource } from './evaluator';
import { lookupKey } from './functions/lookup';
import { waitFor } from './recalculation';
import type { AreaRef } from './value';

/** Below so many cells looking is as quick as an index. */
const WORTH_INDEXING = 24;

interface Used { pass: number; size: number; rows: number; columns?: number }

export class BookCells implements CellSource {
  current: CalcBook | undefined;
  /** Number of the round of calculation; what was found in an earlier one no longer counts. */
  pass = 0;
  /** Whether a round is under way: then formulas still due must be waited for, and columns stand still. */
  running = false;
  time = 0;
  private lastSheet: Sheet | undefined;
  private readonly used = new Map<string, Used>();
  private readonly indexes = new Map<string, Map<IndexKey, number[]> | 'asked'>();

  constructor(private readonly graph: DependencyGraph) {}

  get book(): CalcBook {
    if (!this.current) throw new Error('no book is loaded');
    return this.current;
  }

  start(book: CalcBook, time: number): void {
    this.current = book;
    this.time = time;
    this.lastSheet = undefined;
    this.pass++;
    this.indexes.clear();
  }

  finish(): void {
    this.running = false;
    this.indexes.clear();
  }

  valueAt(sheetId: string, row: number, column: number): Scalar {
    // Neighbouring reads are of one sheet nearly always.
    if (this.lastSheet?.id !== sheetId) this.lastSheet = this.book.sheetById(sheetId);
    const cell = this.lastSheet?.cells.get(row)?.get(column);
    if (cell === undefined) return null;
    if (cell.formula === undefined) return cell.value;
    const known = this.graph.find(sheetId, row, column);
    if (!known) return cell.value;
    if (known.state !== 'clean') {
      if (!this.running) return known.value;
      waitFor(known);
    }
    return known.value;
  }

  now(): number {
    return this.time;
  }

  usedRows(sheetId: string): number {
    return this.usedOf(sheetId)?.rows ?? 0;
  }

  usedColumns(sheetId: string): number {
    const used = this.usedOf(sheetId);
    if (!used) return 0;
    if (used.columns === undefined) {
      let last = -1;
      for (const cells of this.book.sheetById(sheetId)?.cells.values() ?? []) for (const column of cells.keys()) if (column > last) last = column;
      used.columns = last + 1;
    }
    return used.columns;
  }

  private usedOf(sheetId: string): Used | undefined {
    const sheet = this.book.sheetById(sheetId);
    if (!sheet) return undefined;
    let used = this.used.get(sheetId);
    if (!used || used.pass !== this.pass || used.size !== sheet.cells.size) {
      let last = -1;
      for (const row of sheet.cells.keys()) if (row > last) last = row;
      used = { pass: this.pass, size: sheet.cells.size, rows: last + 1 };
      this.used.set(sheetId, used);
    }
    return used;
  }

  rowsHolding(area: AreaRef, kind: IndexKind, key: IndexKey): readonly number[] | undefined {
    // Between passes a book may change unseen, so nothing is kept then.
    if (!this.running) return undefined;
    const bottom = Math.min(area.bottom, this.usedRows(area.sheetId) - 1);
    if (bottom - area.top < WORTH_INDEXING) return undefined;
    const name = `${kind}${area.sheetId}:${area.left}:${area.top}:${area.bottom}`;
    const known = this.indexes.get(name);
    if (known === undefined) {
      // Worth building when a second formula asks.
      this.indexes.set(name, 'asked');
      return undefined;
    }
    const index = known === 'asked' ? this.indexOf(area, bottom, kind) : known;
    this.indexes.set(name, index);
    return index.get(key) ?? [];
  }

  private indexOf(area: AreaRef, bottom: number, kind: IndexKind): Map<IndexKey, number[]> {
    const keyOf = kind === 'lookup' ? lookupKey : criterionKey;
    const index = new Map<IndexKey, number[]>();
    for (let row = area.top; row <= bottom; row++) {
      const key = keyOf(this.valueAt(area.sheetId, row, area.left));
      if (key === undefined) continue;
      const rows = index.get(key);
      if (rows) rows.push(row);
      else index.set(key, [row]);
    }
    return index;
  }

  isSubtotal(sheetId: string, row: number, column: number): boolean {
    const root = this.graph.find(sheetId, row, column)?.shape.root;
    return root?.kind === 'call' && root.name === 'SUBTOTAL';
  }
}
