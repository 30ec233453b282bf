// Cells of a worksheet, read piece by piece. Knows values and formulas; dates stay the serial numbers that they are in the file.
import { columnOf } from '../book/area';
import type { Cell, Scalar, Sheet } from '../book/model';
import { DEFAULT_STYLE } from '../book/styles';
import { FileFault } from './fileFault';
import { formulaForScreen, SharedFormula } from './formulaText';
import type { Losses } from './losses';
import { REFUSED } from './lostWords';
import type { StyleReader } from './styleReader';
import { isYes, type XmlReader } from './xmlReader';
import { decodeXstring } from './xmlText';

/** More cells than an office's workbook ever has; a hostile file gets no further. */
export const CELL_LIMIT = 5_000_000;

/** What cells need to know of the rest of the file. */
export interface CellSurroundings {
  readonly styles: StyleReader;
  readonly texts: readonly string[];
  readonly date1904: boolean;
  readonly losses: Losses;
}

export class CellReader {
  private readonly shared = new Map<string, SharedFormula>();
  private count = 0;

  constructor(private readonly sheet: Sheet, private readonly around: CellSurroundings) {}

  /** Reads the sheetData element just opened. */
  read(reader: XmlReader): void {
    const depth = reader.depth;
    let row = -1;
    let column = -1;
    for (;;) {
      const piece = reader.next();
      if (piece === 'close' && reader.depth < depth) return;
      if (piece !== 'open') continue;
      if (reader.name === 'row') {
        const { attributes } = reader;

        // Writers may leave out the numbers of rows and cells that follow one another
        row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1;
        column = -1;
        this.readRow(row, attributes);
      } else if (reader.name === 'c') {
        const { attributes } = reader;
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r.replace(/\d+$/, ''));
        this.readCell(reader, row, column, attributes);
      }
    }
  }

  private readRow(row: number, { ht, customHeight, hidden, s, customFormat, outlineLevel }: Readonly<Record<string, string>>): void {
    if (outlineLevel !== undefined && outlineLevel !== '0') this.around.losses.add('outline');
    const style = s !== undefined && isYes(customFormat) ? this.around.styles.lookOf(Number(s)).style : DEFAULT_STYLE;
    const info = {
      ...(ht === undefined ? {} : { height: Number(ht), ...(isYes(customHeight) ? {} : { auto: true }) }),
      ...(isYes(hidden) ? { hidden: true } : {}), ...(style === DEFAULT_STYLE ? {} : { style }),
    };
    if (Object.keys(info).length > 0) this.sheet.rows.set(row, info);
  }

  private readCell(reader: XmlReader, row: number, column: number, { r, s, t }: Readonly<Record<string, string>>): void {
    if (++this.count > CELL_LIMIT) throw new FileFault(REFUSED.tooManyCells(this.sheet.name, CELL_LIMIT));
    let content = '';
    let formula: string | undefined;
    let richText = '';
    const depth = reader.depth;
    for (let piece = reader.next(); piece !== 'close' || reader.depth >= depth; piece = reader.next()) {
      if (piece !== 'open') continue;
      if (reader.name === 'v') content = textInside(reader);
      else if (reader.name === 'f') formula = this.readFormula(reader, r ?? '', row, column);
      else if (reader.name === 'is') {
        const element = reader.readElement();
        if (element.children.some((run) => run.children.some((child) => child.name === 'rPr'))) this.around.losses.add('richText');
        richText = element.children.map((part) => (part.name === 't' ? part.text : part.name === 'r' ? part.children.filter((each) => each.name === 't').map((each) => each.text).join('') : '')).join('');
      }
    }
    if (row < 0 || column < 0 || row > 1_048_575) return;
    const look = this.around.styles.lookOf(Number(s ?? 0));
    const value = t === 'inlineStr' ? decodeXstring(richText) : this.valueOf(t, content, formula !== undefined);

    // A cell without look of its own would take that of its row or column, so an ordinary one among them has to say so
    const isPlain = look.style === DEFAULT_STYLE && this.sheet.rows.get(row)?.style === undefined && this.sheet.columns.get(column)?.style === undefined;
    if (value === null && formula === undefined && isPlain) return;
    const cell: Cell = { value };
    if (formula !== undefined) cell.formula = formula;
    if (look.quoted && typeof value === 'string' && formula === undefined) cell.quoted = true;
    if (!isPlain) cell.style = look.style;
    const line = this.sheet.cells.get(row);
    if (line) line.set(column, cell);
    else this.sheet.cells.set(row, new Map([[column, cell]]));
  }

  private readFormula(reader: XmlReader, cell: string, row: number, column: number): string | undefined {
    const { t, si, ref } = reader.attributes;
    let text = decodeXstring(textInside(reader));
    if (t === 'dataTable') {
      this.around.losses.add('dataTables');
      return undefined;
    }
    if (t === 'array') this.around.losses.add('arrayFormulas');
    if (t === 'shared' && si !== undefined) {
      const shared = this.shared.get(si);
      if (text !== '' && ref !== undefined) this.shared.set(si, new SharedFormula(text, cell));
      else if (text === '' && shared) text = shared.at(cell);
    }
    if (text === '') return undefined;
    const table = this.sheet.tables.find(({ area }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right);
    return formulaForScreen(text, table?.name);
  }

  private valueOf(type: string | undefined, content: string, hasFormula: boolean): Scalar {
    switch (type) {
      case 's': return this.around.texts[Number(content)] ?? null;
      case 'str': return content === '' && !hasFormula ? null : decodeXstring(content);
      case 'b': return isYes(content);
      case 'e': return { error: content };
      case 'd': return serialOf(content, this.around.date1904);
      default: return content === '' || Number.isNaN(Number(content)) ? null : Number(content);
    }
  }
}

function textInside(reader: XmlReader): string {
  const depth = reader.depth;
  let text = '';
  for (let piece = reader.next(); piece !== 'close' || reader.depth >= depth; piece = reader.next()) if (piece === 'text') text += reader.text;
  return text;
}

/** Moments written as ISO 8601 (openpyxl and strict files) become serial numbers like all others; what is no moment stays text. */
function serialOf(text: string, date1904: boolean): Scalar {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(text);
  const time = /^T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?$/.exec(text);
  const part = (hours = '0', minutes = '0', seconds = '0') => (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  if (time) return part(time[1], time[2], time[3]);
  if (!match) return text;
  const days = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86_400_000;

  // Day 0 is 30 December 1899 (from March 1900 on), or 1 January 1904
  const serial = days + (date1904 ? 24_107 : 25_569);
  return (!date1904 && serial < 61 ? serial - 1 : serial) + part(match[4], match[5], match[6]);
}
