// The tables in the XML of a Word document, as Word shows them: what was struck out or hidden is not there, what was put in is. Knows no part around it.
import type { RawMerge, RawTable } from '../core/rawTable';
import { refuse } from './fileRefusal';
import { CellBudget, soundMerges, TableGrid } from './readGrid';
import { symbolOf } from './readDocxSymbol';
import type { XmlAttributes } from './readXml';
import { attributeOf, isOn } from './readXml';

/** A table that is being put together. */
interface OpenTable {
  readonly name: string;
  readonly grid: TableGrid;
  readonly merges: RawMerge[];
  row: number;
  /** By the column where a cell merged downwards begins: its place among the merges. */
  running: ReadonlyMap<number, number>;
}

interface OpenRow {
  column: number;
  isDeleted: boolean;
  readonly cells: { readonly column: number; readonly text: string }[];
  readonly downwards: { readonly column: number; readonly columns: number; readonly goesOn: boolean; readonly cell: number }[];
}

interface OpenCell {
  columns: number;
  downwards: 'no' | 'begins' | 'goesOn';
  /** Merged sideways in the old manner, as the right part of another. */
  isRightPart: boolean;
  text: string;
}

/** Content under these is not shown: struck out or moved away, readings above a character, and what stands in for drawings in old programs. */
const unseen = new Set(['del', 'moveFrom', 'rt', 'Fallback']);
/** A row of a table may not span more grid columns than Word has. */
const mostSpan = 1_000;

/** Follows a document element by element and gathers its tables; tables inside cells are text of their cells. */
export class WordTables {
  private readonly budget = new CellBudget();
  private readonly done: OpenTable[] = [];
  private readonly path: string[] = [];
  private table: OpenTable | undefined;
  private row: OpenRow | undefined;
  private cell: OpenCell | undefined;
  private tableDepth = 0;
  private hiddenDepth = 0;
  private isRunHidden = false;
  private isText = false;
  /** Of the content controls around: whether what they hold only prompts. */
  private readonly prompts: boolean[] = [];
  private isMarkDeleted = false;
  private paragraphBreak = false;
  private hasTextBetween = true;

  readonly open = (name: string, attributes: XmlAttributes): void => {
    const parent = this.path.at(-1) ?? '';
    this.path.push(name);
    if (unseen.has(name)) this.hiddenDepth += 1;
    if (name === 'sdt') this.prompts.push(false);
    if (name === 'showingPlcHdr') this.promptOnly(attributes);
    if (name === 'tbl') this.openTable();
    else if (name === 'p' && this.table === undefined) this.hasTextBetween = true;
    if (this.table === undefined) return;
    if (this.tableDepth === 1) this.openStructure(name, parent, attributes);
    if (this.cell !== undefined) this.openContent(name, parent, attributes);
  };

  readonly text = (piece: string): void => {
    if (this.isText) this.append(piece);
  };

  readonly close = (name: string): void => {
    this.path.pop();
    this.isText = false;
    if (unseen.has(name)) this.hiddenDepth -= 1;
    if (name === 'sdt') this.prompts.pop();
    if (name === 'r') this.isRunHidden = false;
    if (name === 'p' && this.cell !== undefined) this.closeParagraph();
    if (name === 'tc' && this.tableDepth === 1) this.closeCell();
    if (name === 'tr' && this.tableDepth === 1) this.closeRow();
    if (name === 'tbl') this.closeTable();
  };

  finish(): RawTable[] {
    return this.done.map(({ name, grid, merges }) => {
      const sound = soundMerges(merges);
      return { name, visibility: 'visible', cells: grid.finish(sound), merges: sound };
    });
  }

  private openTable(): void {
    this.tableDepth += 1;
    if (this.tableDepth > 1) return;
    const before = this.done.at(-1);
    // Word shows two tables without a paragraph between them as one.
    if (before !== undefined && !this.hasTextBetween) this.table = before;
    else {
      const name = String(this.done.length + 1);
      this.table = { name, grid: new TableGrid(name, this.budget), merges: [], row: 0, running: new Map() };
      this.done.push(this.table);
    }
    this.table.running = new Map();
    this.hasTextBetween = false;
  }

  private closeTable(): void {
    this.tableDepth -= 1;
    if (this.tableDepth === 0) this.table = undefined;
    // The text after a table inside a cell begins a line.
    else if (this.cell !== undefined && this.cell.text !== '') this.paragraphBreak = true;
  }

  private openStructure(name: string, parent: string, attributes: XmlAttributes): void {
    const value = attributeOf(attributes, 'val');
    if (name === 'tr') this.row = { column: 0, isDeleted: false, cells: [], downwards: [] };
    else if (name === 'tc') this.openCell();
    // What a row or a cell was like before a change that is tracked stands one level deeper.
    else if (parent === 'trPr' && this.path.at(-3) === 'tr' && this.row !== undefined) {
      if (name === 'gridBefore') this.row.column = spanOf(value, 0);
      if (name === 'del') this.row.isDeleted = true;
    } else if (parent === 'tcPr' && this.path.at(-3) === 'tc' && this.cell !== undefined) {
      if (name === 'gridSpan') this.cell.columns = spanOf(value, 1);
      if (name === 'vMerge') this.cell.downwards = value === 'restart' ? 'begins' : 'goesOn';
      if (name === 'hMerge') this.cell.isRightPart = value !== 'restart';
    }
  }

  private openCell(): void {
    if (this.row === undefined) refuse('damaged');
    this.cell = { columns: 1, downwards: 'no', isRightPart: false, text: '' };
    this.paragraphBreak = false;
  }

  private openContent(name: string, parent: string, attributes: XmlAttributes): void {
    switch (name) {
      case 'p':
        this.isMarkDeleted = false;
        break;
      case 'vanish':
        if (parent === 'rPr' && this.path.at(-3) === 'r') this.isRunHidden = isOn(attributeOf(attributes, 'val'));
        break;
      case 'del':
      case 'moveFrom':
        // The end of the paragraph itself was struck out: what follows goes on in its line.
        if (parent === 'rPr' && this.path.at(-3) === 'pPr') this.isMarkDeleted = true;
        break;
      case 't':
        this.isText = true;
        break;
      case 'tab':
      case 'ptab':
        if (parent === 'r') this.append('\t');
        break;
      case 'br':
      case 'cr':
        if (parent === 'r' && !['page', 'column'].includes(attributeOf(attributes, 'type') ?? '')) this.append('\n');
        break;
      case 'noBreakHyphen':
        this.append('-');
        break;
      case 'sym':
        this.append(symbolOf(attributeOf(attributes, 'font') ?? '', attributeOf(attributes, 'char') ?? ''));
        break;
      default:
    }
  }

  /** A content control that nobody filled in shows a prompt, which is no text of the document. */
  private promptOnly(attributes: XmlAttributes): void {
    if (this.prompts.length > 0) this.prompts[this.prompts.length - 1] = isOn(attributeOf(attributes, 'val'));
  }

  private append(text: string): void {
    if (this.cell === undefined || this.hiddenDepth > 0 || this.isRunHidden || this.prompts.includes(true)) return;
    if (this.paragraphBreak) this.cell.text += '\n';
    this.paragraphBreak = false;
    this.cell.text += text;
  }

  /** Paragraphs become lines; empty ones between two texts stay as empty lines. */
  private closeParagraph(): void {
    if (this.cell === undefined || this.isMarkDeleted) return;
    if (this.paragraphBreak) this.cell.text += '\n';
    this.paragraphBreak = this.cell.text !== '';
  }

  private closeCell(): void {
    const { row, cell } = this;
    if (row === undefined || cell === undefined) return;
    this.cell = undefined;
    const left = row.cells.at(-1);
    if (!(cell.isRightPart && left !== undefined)) row.cells.push({ column: row.column, text: cell.text.replace(/^\n+|\n+$/g, '') });
    if (cell.downwards !== 'no' || cell.columns > 1) {
      row.downwards.push({ column: row.column, columns: cell.columns, goesOn: cell.downwards === 'goesOn', cell: row.cells.length - 1 });
    }
    row.column += cell.columns;
    if (row.column > mostSpan) refuse('tooManyCells', { what: 'columns', limit: mostSpan, table: this.table?.name ?? '' });
  }

  /** A cell that goes on from above belongs to the one above; whatever stands in it is not shown. */
  private closeRow(): void {
    const { table, row } = this;
    this.row = undefined;
    if (table === undefined || row === undefined || row.isDeleted) return;
    const running = new Map<number, number>();
    const covered = new Set<number>();
    for (const { column, columns, goesOn, cell } of row.downwards) {
      const above = goesOn ? table.running.get(column) : undefined;
      const merge = above === undefined ? undefined : table.merges[above];
      if (above !== undefined && merge !== undefined && merge.columns === columns) {
        table.merges[above] = { ...merge, rows: merge.rows + 1 };
        running.set(column, above);
        covered.add(cell);
      } else {
        running.set(column, table.merges.push({ row: table.row, column, rows: 1, columns }) - 1);
      }
    }
    row.cells.forEach(({ column, text }, index) => {
      if (!covered.has(index)) table.grid.set(table.row, column, text);
    });
    table.running = running;
    table.row += 1;
  }
}

function spanOf(value: string | undefined, otherwise: number): number {
  const span = Number(value ?? otherwise);
  if (!Number.isInteger(span) || span < 0) refuse('damaged');
  return Math.max(span, otherwise);
}
