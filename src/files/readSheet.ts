// The cells of one worksheet part: values as they stand in the file, results in place of formulas. Knows no workbook around it.
import { parsePlainDate } from '../core/plainDate';
import type { RawCell, RawMerge, RawNote, RawTable } from '../core/rawTable';
import { refuse } from './fileRefusal';
import type { NumberReader } from './readNumber';
import type { CellBudget } from './readGrid';
import { soundMerges, TableGrid } from './readGrid';
import type { ReadPace } from './readPace';
import type { XmlAttributes } from './readXml';
import { readXml } from './readXml';
import type { ZipParts } from './readZip';

/** What the cells of a sheet need from around it. */
export interface SheetContext {
  readonly name: string;
  readonly texts: readonly string[];
  readonly numbers: readonly NumberReader[];
  readonly budget: CellBudget;
}

const lastRow = 1_048_576;
const lastColumn = 16_384;

/** Turns _xHHHH_ back into characters (ST_Xstring, ECMA-376, part 1, 22.9.2.19); a line ends with one sign, whoever wrote it. */
export function decodeXstring(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))).replace(/\r\n?/g, '\n') : text;
}

/** A cell's address, from 0 on; an address that no sheet has is damage. */
function placeOf(reference: string): { row: number; column: number } {
  let at = 0;
  let column = 0;
  for (; at < reference.length && reference.charCodeAt(at) >= 65; at += 1) column = column * 26 + (reference.charCodeAt(at) & 31);
  const row = Number(reference.slice(at));
  if (!(row >= 1 && row <= lastRow && Number.isInteger(row) && column >= 1 && column <= lastColumn)) refuse('damaged');
  return { row: row - 1, column: column - 1 };
}

function mergeOf(reference: string): RawMerge {
  const [from = '', to = from] = reference.replace(/\$/g, '').split(':');
  const [first, last] = [placeOf(from), placeOf(to)];
  return { row: first.row, column: first.column, rows: last.row - first.row + 1, columns: last.column - first.column + 1 };
}

/** Follows a worksheet part element by element. */
class SheetListener {
  readonly grid: TableGrid;
  readonly merges: RawMerge[] = [];
  note: RawNote | undefined;
  private readonly context: SheetContext;
  private inData = false;
  private row = -1;
  private column = -1;
  private cellRow = -1;
  private type = '';
  private look = 0;
  private hasFormula = false;
  private value = '';
  private collects = false;
  private inText = false;
  private pronounced = 0;

  constructor(context: SheetContext) {
    this.context = context;
    this.grid = new TableGrid(context.name, context.budget);
  }

  readonly open = (name: string, attributes: XmlAttributes): void => {
    if (!this.inData) {
      if (name === 'sheetData') this.inData = true;
      else if (name === 'mergeCell') this.merges.push(mergeOf(attributes['ref'] ?? ''));
      return;
    }
    switch (name) {
      case 'row':
        this.beginRow(attributes['r']);
        break;
      case 'c':
        this.beginCell(attributes);
        break;
      case 'f':
        this.hasFormula = true;
        break;
      case 'v':
        this.collects = true;
        break;
      case 'is':
        this.inText = true;
        break;
      case 'rPh':
        this.pronounced += 1;
        break;
      case 't':
        this.collects = this.inText && this.pronounced === 0;
        break;
      default:
    }
  };

  readonly text = (piece: string): void => {
    if (this.collects) this.value += piece;
  };

  readonly close = (name: string): void => {
    if (!this.inData) return;
    this.collects = false;
    if (name === 'c') this.endCell();
    else if (name === 'rPh') this.pronounced -= 1;
    else if (name === 'is') this.inText = false;
    else if (name === 'sheetData') this.inData = false;
  };

  private beginRow(reference: string | undefined): void {
    this.row = reference === undefined ? this.row + 1 : Number(reference) - 1;
    if (!(Number.isInteger(this.row) && this.row >= 0 && this.row < lastRow)) refuse('damaged');
    this.column = -1;
  }

  /** A cell without an address stands to the right of the one before it. */
  private beginCell(attributes: XmlAttributes): void {
    const reference = attributes['r'];
    const place = reference === undefined ? { row: this.row, column: this.column + 1 } : placeOf(reference);
    this.cellRow = place.row;
    this.column = place.column;
    this.type = attributes['t'] ?? 'n';
    this.look = Number(attributes['s'] ?? 0);
    this.hasFormula = false;
    this.value = '';
    this.inText = false;
  }

  private endCell(): void {
    if (this.value !== '') this.grid.set(this.cellRow, this.column, this.cell());
    else if (this.hasFormula && this.type !== 'str') this.missResult();
  }

  private cell(): RawCell {
    switch (this.type) {
      case 's':
        return this.context.texts[Number(this.value)] ?? refuse('damaged');
      case 'b':
        return this.value.trim() === '1' || this.value.trim() === 'true';
      case 'd':
        return dayOf(this.value);
      case 'n':
        return this.number();
      default:
        return decodeXstring(this.value);
    }
  }

  private number(): RawCell {
    const value = Number(this.value);
    if (this.value.trim() === '' || !Number.isFinite(value)) return this.value.trim();
    const reader = this.context.numbers[this.look];
    return reader === undefined ? value : reader(value);
  }

  private missResult(): void {
    const { name } = this.context;
    this.note = this.note === undefined ? { kind: 'formulaWithoutResult', table: name, count: 1, row: this.cellRow, column: this.column } : { ...this.note, count: this.note.count + 1 };
  }
}

/** Some programs write a date as it is read: 2021-09-30 or 2021-09-30T00:00:00. */
function dayOf(text: string): RawCell {
  const day = parsePlainDate(text.slice(0, 10));
  return day === undefined ? text : { day };
}

/** Reads a worksheet part (I1, I2, R12). */
export async function readSheet(parts: ZipParts, path: string, context: SheetContext, pace: ReadPace): Promise<Pick<RawTable, 'cells' | 'merges'> & { note: RawNote | undefined }> {
  const listener = new SheetListener(context);
  await readXml(parts, path, listener, pace);
  const merges = soundMerges(listener.merges);
  return { cells: listener.grid.finish(merges), merges, note: listener.note };
}
