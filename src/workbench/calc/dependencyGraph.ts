// Which formula reads which cells, kept so that a changed cell finds its readers at once. Knows no values and no functions.
import { LAST_COLUMN } from '../book/area';
import type { Area, Scalar } from '../book/model';
import type { FormulaShape } from './formulaShapes';

export type CalcState = 'clean' | 'dirty' | 'visiting';

/** A cell with a formula. */
export class FormulaCell {
  value: Scalar = null;
  state: CalcState = 'dirty';
  /** Single cells that it reads, as sheet and key in pairs; and areas. */
  readonly cells: { sheet: SheetGraph; key: number }[] = [];
  readonly areas: AreaNode[] = [];
  /** Computed anew each time; or when the day changes. */
  volatile: 'always' | 'clock' | undefined;
  /** Reads names, tables, or whole columns of tables: what must be looked at again when those change. */
  readsNames = false;
  readsTables = false;
  readsTableRows = false;
  constructor(readonly sheet: SheetGraph, readonly row: number, readonly column: number, readonly formula: string, readonly shape: FormulaShape) {}
}

/** An area that formulas read; equal areas are one. */
export class AreaNode {
  readonly readers = new Set<FormulaCell>();
  /** The pass in which its readers were last marked, and in which it was last found to hold nothing that is still due. */
  marked = -1;
  settled = -1;
  constructor(readonly sheet: SheetGraph, readonly area: Area) {}
}

const BLOCK = 128;
/** Areas of more blocks are looked through one by one, areas of more columns for the whole sheet. */
const MANY_BLOCKS = 8;
const MANY_COLUMNS = 64;
const COLUMNS = LAST_COLUMN + 1;

interface ColumnAreas { readonly blocks: Map<number, Set<AreaNode>>; readonly tall: Set<AreaNode> }

export function cellKey(row: number, column: number): number {
  return row * COLUMNS + column;
}

export class SheetGraph {
  readonly formulas = new Map<number, FormulaCell>();
  /** Column → row → formula, to find the formulas of an area without walking its cells. */
  private readonly columns = new Map<number, Map<number, FormulaCell>>();
  private readonly readers = new Map<number, Set<FormulaCell>>();
  private readonly areaNodes = new Map<string, AreaNode>();
  private readonly byColumn = new Map<number, ColumnAreas>();
  private readonly wide = new Set<AreaNode>();

  constructor(readonly id: string) {}

  add(cell: FormulaCell): void {
    this.formulas.set(cellKey(cell.row, cell.column), cell);
    let rows = this.columns.get(cell.column);
    if (!rows) this.columns.set(cell.column, (rows = new Map<number, FormulaCell>()));
    rows.set(cell.row, cell);
  }

  remove(cell: FormulaCell): void {
    this.formulas.delete(cellKey(cell.row, cell.column));
    const rows = this.columns.get(cell.column);
    rows?.delete(cell.row);
    if (rows?.size === 0) this.columns.delete(cell.column);
  }

  /** Every formula of an area, in no promised order. */
  *formulasIn(area: Area): Generator<FormulaCell> {
    for (const [column, rows] of this.columns) {
      if (column < area.left || column > area.right) continue;
      if (area.bottom - area.top < rows.size) {
        for (let row = area.top; row <= area.bottom; row++) {
          const cell = rows.get(row);
          if (cell) yield cell;
        }
      } else {
        for (const [row, cell] of rows) if (row >= area.top && row <= area.bottom) yield cell;
      }
    }
  }

  readCell(reader: FormulaCell, row: number, column: number): void {
    const key = cellKey(row, column);
    let readers = this.readers.get(key);
    if (!readers) this.readers.set(key, (readers = new Set()));
    if (readers.has(reader)) return;
    readers.add(reader);
    reader.cells.push({ sheet: this, key });
  }

  readArea(reader: FormulaCell, area: Area): void {
    const key = `${area.top},${area.left},${area.bottom},${area.right}`;
    let node = this.areaNodes.get(key);
    if (!node) {
      node = new AreaNode(this, { top: area.top, left: area.left, bottom: area.bottom, right: area.right });
      this.areaNodes.set(key, node);
      this.place(node, (set, item) => set.add(item));
    }
    if (node.readers.has(reader)) return;
    node.readers.add(reader);
    reader.areas.push(node);
  }

  forgetCell(reader: FormulaCell, key: number): void {
    const readers = this.readers.get(key);
    readers?.delete(reader);
    if (readers?.size === 0) this.readers.delete(key);
  }

  forgetArea(reader: FormulaCell, node: AreaNode): void {
    node.readers.delete(reader);
    if (node.readers.size > 0) return;
    const { area } = node;
    this.areaNodes.delete(`${area.top},${area.left},${area.bottom},${area.right}`);
    this.place(node, (set, item) => set.delete(item));
  }

  readersOfCell(row: number, column: number): ReadonlySet<FormulaCell> | undefined {
    return this.readers.get(cellKey(row, column));
  }

  /** The areas that hold a cell. */
  *areasAt(row: number, column: number): Generator<AreaNode> {
    const held = this.byColumn.get(column);
    if (held) {
      const block = held.blocks.get(Math.floor(row / BLOCK));
      if (block) for (const node of block) if (row >= node.area.top && row <= node.area.bottom) yield node;
      for (const node of held.tall) if (row >= node.area.top && row <= node.area.bottom) yield node;
    }
    for (const node of this.wide) {
      const { area } = node;
      if (row >= area.top && row <= area.bottom && column >= area.left && column <= area.right) yield node;
    }
  }

  /** Everything that reads any cell of an area: readers of single cells, and areas that overlap it. */
  *readersAround(area: Area): Generator<ReadonlySet<FormulaCell> | AreaNode> {
    for (const [key, readers] of this.readers) {
      const [row, column] = [Math.floor(key / COLUMNS), key % COLUMNS];
      if (row >= area.top && row <= area.bottom && column >= area.left && column <= area.right) yield readers;
    }
    for (const node of this.areaNodes.values()) {
      const its = node.area;
      if (its.top <= area.bottom && area.top <= its.bottom && its.left <= area.right && area.left <= its.right) yield node;
    }
  }

  private place(node: AreaNode, change: (set: Set<AreaNode>, node: AreaNode) => void): void {
    const { area } = node;
    if (area.right - area.left >= MANY_COLUMNS) {
      change(this.wide, node);
      return;
    }
    const [first, last] = [Math.floor(area.top / BLOCK), Math.floor(area.bottom / BLOCK)];
    for (let column = area.left; column <= area.right; column++) {
      let held = this.byColumn.get(column);
      if (!held) this.byColumn.set(column, (held = { blocks: new Map(), tall: new Set() }));
      if (last - first >= MANY_BLOCKS) {
        change(held.tall, node);
        continue;
      }
      for (let at = first; at <= last; at++) {
        let block = held.blocks.get(at);
        if (!block) held.blocks.set(at, (block = new Set()));
        change(block, node);
      }
    }
  }
}

/** The sheets' graphs of one book. */
export class DependencyGraph {
  private readonly sheets = new Map<string, SheetGraph>();

  sheet(id: string): SheetGraph {
    let sheet = this.sheets.get(id);
    if (!sheet) this.sheets.set(id, (sheet = new SheetGraph(id)));
    return sheet;
  }

  find(sheetId: string, row: number, column: number): FormulaCell | undefined {
    return this.sheets.get(sheetId)?.formulas.get(cellKey(row, column));
  }

  *all(): Generator<FormulaCell> {
    for (const sheet of this.sheets.values()) yield* sheet.formulas.values();
  }

  clear(): void {
    this.sheets.clear();
  }

  /** Forgets what a formula reads, before it is read anew or taken away. */
  unlink(cell: FormulaCell): void {
    for (const { sheet, key } of cell.cells) sheet.forgetCell(cell, key);
    for (const node of cell.areas) node.sheet.forgetArea(cell, node);
    cell.cells.length = 0;
    cell.areas.length = 0;
  }
}
