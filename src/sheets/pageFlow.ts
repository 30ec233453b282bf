// Lays lines and tables onto printed pages: measures texts, sets row heights, begins pages and repeats table heads on them (B6). Knows no report.
import type { Block, Box, CellContent, FormatAt, Look, LookAt, RowDrawing, SheetDrawing } from './drawing';

/** A cell of a line: its first column of the grid, how many it takes, and what it holds. */
export interface FlowCell { readonly column: number; readonly span: number; readonly content: CellContent; readonly look?: Look; readonly format?: string }

/** A column of a table. Rows hold one content for each. */
export interface FlowColumn {
  readonly column: number;
  readonly span: number;
  readonly head: string;
  readonly look?: Look;
  readonly format?: string;
  /** Whoever lays the table merges the cells of this column. */
  readonly isMergedByCaller?: boolean;
}

export interface FlowTable {
  readonly columns: readonly FlowColumn[];
  readonly rows: readonly (readonly CellContent[])[];
  /** A look of its own for one cell, over that of its column. */
  readonly lookAt?: (row: number, column: number) => Look | undefined;
  /** Whether the head comes again on each page; not for a table from which a chart draws, for its cells must stand together. */
  readonly repeatsHead: boolean;
}

/** Excel's highest row is 409 points; what needs more goes over several rows that are merged, low ones, so that pages are filled. */
export const highestRow = 400;
const partOfRow = 120;
/** No row is lower than so many points. */
export const lowestRow = 17;
const padding = 8;

/** Height of a line of text, in sizes of its font: 宋体 needs 1.2, the fonts that stand in for it elsewhere up to this. */
const lineHeight = 1.45;
/** What is wrapped gets so much less room than there is: programs round the widths of characters when they print. */
const wrappedRoom = 0.94;

/** How many points high a text stands in a width, wrapped: a character beyond Latin-1 is as wide as the font is high, for 宋体 has Greek and signs so too, others are about half. Rather too high than too low. */
export function heightOfText(text: string, width: number, size: number): number {
  const room = Math.max(2, Math.floor(((width - padding) / size) * 2));
  const exact = linesOf(text, room);
  const lines = exact === text.split('\n').length ? exact : linesOf(text, Math.max(2, Math.floor(room * wrappedRoom)));
  return lines * size * lineHeight;
}

// How many lines a text takes where each holds so many half characters.
function linesOf(text: string, room: number): number {
  let lines = 0;
  for (const line of text.split('\n')) {
    let halves = 0;
    let used = 1;
    for (const character of line) {
      const wide = (character.codePointAt(0) ?? 0) > 0xff || '·×÷°±§'.includes(character) ? 2 : 1.1;
      if (halves + wide > room) {
        used += 1;
        halves = 0;
      }
      halves += wide;
    }
    lines += used;
  }
  return lines;
}

interface Parts {
  readonly blocks: Block[];
  readonly formats: FormatAt[];
  readonly looks: LookAt[];
  readonly merges: Box[];
  readonly mergesAcross: Box[];
  readonly rows: RowDrawing[];
  readonly breaks: number[];
}

/** Lines and tables as they come, one under the other, on pages of a given height. */
export class PageFlow {
  private next = 0;
  private used = 0;
  private readonly waiting: { readonly cell: FlowCell; readonly height: number }[] = [];
  private readonly parts: Parts = { blocks: [], formats: [], looks: [], merges: [], mergesAcross: [], rows: [], breaks: [] };

  /** Widths of the grid's columns and the room of a page, in points; how heads and cells of tables look. */
  constructor(private readonly widths: readonly number[], private readonly pageHeight: number, private readonly headLook: Look, private readonly cellLook: Look) {}

  /** The 0-based row that comes next. */
  get row(): number {
    return this.next;
  }

  /** What a page holds, in points. */
  get height(): number {
    return this.pageHeight;
  }

  /** What is left of the page, under the headings that wait. */
  get left(): number {
    return this.pageHeight - this.waiting.reduce((sum, each) => sum + each.height, this.used);
  }

  /** All that was laid. */
  drawn(): Pick<SheetDrawing, 'blocks' | 'formats' | 'looks' | 'rows'> & { readonly merges: readonly Box[]; readonly mergesAcross: readonly Box[]; readonly breaks: readonly number[] } {
    return this.parts;
  }

  /** Begins a page, unless one has just begun. `repeated` is the height of rows that Excel repeats on it. */
  newPage(repeated = 0): void {
    if (this.used === 0 || this.next === 0) return;
    this.parts.breaks.push(this.next);
    this.used = repeated;
  }

  /** Whether so many points still fit on the page. */
  fits(height: number): boolean {
    return this.used + height <= this.pageHeight;
  }

  /** Whether an empty page holds so many points. */
  fitsOnePage(height: number): boolean {
    return height <= this.pageHeight;
  }

  /** Makes one cell of several; a single cell stays as it is. */
  merge(box: Box): void {
    if (box.rows * box.columns > 1) this.parts.merges.push(box);
  }

  /** A heading, which goes to the page of whatever comes next. */
  heading(cell: FlowCell, height: number): void {
    this.waiting.push({ cell, height });
  }

  /** A line of cells, as high as its texts need or as said; on one page with so many points of what comes after it. */
  line(cells: readonly FlowCell[], height?: number, together = 0): void {
    const needed = Math.min(409, height ?? Math.max(lowestRow, ...cells.map((cell) => this.heightOf(cell.content, cell.column, cell.span, cell.look))));
    this.makeRoom(needed + together);
    this.lay(cells, needed);
  }

  private lay(cells: readonly FlowCell[], height: number): void {
    for (const { column, span, content, look, format } of cells) {
      const at = { row: this.next, column, rows: 1, columns: span };
      this.parts.blocks.push({ row: this.next, column, cells: [[content]] });
      if (look !== undefined) this.parts.looks.push({ at, look });
      if (format !== undefined) this.parts.formats.push({ at, format });
      if (span > 1) this.parts.merges.push(at);
    }
    this.take(1, height);
  }

  // Begins a page where this one does not hold so much, and lays the headings that wait for it.
  private makeRoom(height: number): void {
    const waiting = this.waiting.splice(0);
    if (!this.fits(waiting.reduce((sum, each) => sum + each.height, height))) this.newPage();
    for (const each of waiting) this.lay([each.cell], each.height);
  }

  /** Rows in which nothing stands, for a chart; all on one page. */
  reserve(rows: number, height: number): { readonly row: number; readonly rows: number } {
    this.makeRoom(rows * height);
    const row = this.next;
    this.take(rows, height);
    return { row, rows };
  }

  /** Keeps what follows together with at least so many points of what comes after it. */
  keepWithNext(height: number): void {
    if (!this.fits(height)) this.newPage();
  }

  /** A table; gives the rows in which its body stands, the first and how many, head rows on later pages among them. */
  table(table: FlowTable): { readonly row: number; readonly rows: number } {
    const heights = table.rows.map((row) => this.rowHeight(table.columns, row));
    this.head(table.columns, heights[0] ?? 0);
    const first = this.next;
    let from = 0;
    let waiting = 0;
    heights.forEach((height, index) => {
      if (table.repeatsHead && index > from && !this.fits(waiting + height)) {
        this.body(table, from, index, heights);
        this.newPage();
        this.head(table.columns, height);
        from = index;
        waiting = 0;
      }
      waiting += height;
    });
    this.body(table, from, heights.length, heights);
    return { row: first, rows: this.next - first };
  }

  /** How high a row of a table is. */
  rowHeight(columns: readonly FlowColumn[], row: readonly CellContent[]): number {
    return Math.max(lowestRow, ...columns.map((column, index) => this.heightOf(row[index] ?? null, column.column, column.span, column.look) + 2));
  }

  /** Rows of a table that stand under its head already; each over as many of the sheet's rows as its height needs. Gives the first row of each, and of what follows. */
  body(table: Pick<FlowTable, 'columns' | 'rows' | 'lookAt'>, from: number, to: number, heights: readonly number[]): readonly number[] {
    if (to <= from) return [this.next];
    const { columns } = table;
    const [left, right] = [Math.min(...columns.map(({ column }) => column)), Math.max(...columns.map(({ column, span }) => column + span))];
    const top = this.next;
    const starts: number[] = [];
    const own: LookAt[] = [];
    const cells: CellContent[][] = [];
    for (let index = from; index < to; index += 1) {
      const height = heights[index] ?? lowestRow;
      const rows = height > highestRow ? Math.ceil(height / partOfRow) : 1;
      starts.push(this.next);
      const line: CellContent[] = Array.from({ length: right - left }, () => null);
      columns.forEach(({ column }, place) => { line[column - left] = table.rows[index]?.[place] ?? null; });
      cells.push(line, ...Array.from({ length: rows - 1 }, () => Array.from({ length: right - left }, (): CellContent => null)));
      if (rows > 1) for (const { column, span } of columns.filter((each) => each.isMergedByCaller !== true)) this.parts.merges.push({ row: this.next, column, rows, columns: span });
      columns.forEach((column, place) => {
        // In a row that goes over several pages a short text stands at its top, and not torn in its middle.
        const look = rows > 1 ? { ...table.lookAt?.(index, place), vertical: 'top' as const } : table.lookAt?.(index, place);
        if (look !== undefined) own.push({ at: { row: this.next, column: column.column, rows, columns: column.span }, look: { ...this.cellLook, ...column.look, ...look } });
      });
      this.take(rows, height / rows);
    }
    this.parts.blocks.push({ row: top, column: left, cells });
    for (const { column, span, look, format } of columns) {
      const at = { row: top, column, rows: this.next - top, columns: span };
      this.parts.looks.push({ at, look: { ...this.cellLook, ...look } });
      if (format !== undefined) this.parts.formats.push({ at, format });
    }
    this.parts.looks.push(...own);
    this.mergeAcross(columns, starts, top);
    return [...starts, this.next];
  }

  /** A table's head, on the same page as at least its first row. */
  head(columns: readonly FlowColumn[], firstRow: number): { readonly row: number; readonly height: number } {
    const height = Math.max(20, ...columns.map((column) => this.heightOf(column.head, column.column, column.span, this.headLook) + 4));
    const above = this.waiting.reduce((sum, each) => sum + each.height, height);
    // What no page holds begins wherever its turn comes.
    this.line(columns.map(({ column, span, head }) => ({ column, span, content: head, look: this.headLook })), height, above + firstRow <= this.pageHeight ? firstRow : 0);
    return { row: this.next - 1, height };
  }

  // Rows of one height each are merged across together, those over several rows were merged one by one.
  private mergeAcross(columns: readonly FlowColumn[], starts: readonly number[], top: number): void {
    const wide = columns.filter(({ span, isMergedByCaller }) => span > 1 && isMergedByCaller !== true);
    const ends = [...starts.slice(1), this.next];
    let run: { from: number; to: number } | undefined;
    const close = (): void => {
      if (run !== undefined) for (const { column, span } of wide) this.parts.mergesAcross.push({ row: run.from, column, rows: run.to - run.from, columns: span });
      run = undefined;
    };
    starts.forEach((start, index) => {
      const end = ends[index] ?? top;
      if (end - start > 1) close();
      else run = { from: run?.from ?? start, to: end };
    });
    close();
  }

  private heightOf(content: CellContent, column: number, span: number, look: Look | undefined): number {
    if (typeof content !== 'string') return 0;
    const width = this.widths.slice(column, column + span).reduce((sum, each) => sum + each, 0);
    return heightOfText(content, width, look?.size ?? this.cellLook.size ?? 10.5) + 2;
  }

  private take(rows: number, height: number): void {
    const rounded = Math.ceil(height * 4) / 4;
    const last = this.parts.rows[this.parts.rows.length - 1];
    if (last !== undefined && last.height === rounded && last.row + last.rows === this.next) this.parts.rows[this.parts.rows.length - 1] = { ...last, rows: last.rows + rows };
    else this.parts.rows.push({ row: this.next, rows, height: rounded });
    this.next += rows;
    this.used += rows * rounded;
  }
}
