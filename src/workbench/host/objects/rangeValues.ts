// Reading and writing what a range holds: values, formulas, texts, number formats. Knows Excel's shapes: two-dimensional, '' for empty, '#N/A' for errors.
import { columnCount, rowCount } from '../../book/area';
import { styleAround } from '../../book/cells';
import { invalid } from '../../book/hostFault';
import type { Area, Cell, CellStyle, Scalar, Sheet } from '../../book/model';
import { isNumberFormat } from '../../book/numberText';
import { valueType } from '../eventPost';
import type { RangeAt } from '../places';
import type { Scene } from '../scene';
import { areaAt, sheetAt } from './sheetPlace';

/** Excel answers null for the contents of whole rows and columns: too many cells. */
const MOST_CELLS = 5_000_000;

export function isUnbounded(area: Area): boolean {
  return rowCount(area) * columnCount(area) > MOST_CELLS || rowCount(area) === 1_048_576 || columnCount(area) === 16_384;
}

function gridOf<T>(scene: Scene, at: RangeAt, read: (cell: Cell | undefined, row: number, column: number, sheet: Sheet) => T): T[][] | null {
  const area = areaAt(scene, at);
  if (isUnbounded(area)) return null;
  scene.book.settle();
  const sheet = sheetAt(scene, at.sheetId);
  const grid: T[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const cells = sheet.cells.get(row);
    const line: T[] = [];
    for (let column = area.left; column <= area.right; column++) line.push(read(cells?.get(column), row, column, sheet));
    grid.push(line);
  }
  return grid;
}

/** A value as it goes to an add-in. */
export function wireValue(value: Scalar): string | number | boolean {
  return value === null ? '' : typeof value === 'object' ? value.error : value;
}

export function readValues(scene: Scene, at: RangeAt): unknown {
  return gridOf(scene, at, (cell) => (cell === undefined ? '' : wireValue(cell.value)));
}

/** Formulas where there are some, else the constants as they are; the apostrophe of a quoted text is not returned. */
export function readFormulas(scene: Scene, at: RangeAt): unknown {
  return gridOf(scene, at, (cell) => (cell === undefined ? '' : cell.formula ?? wireValue(cell.value)));
}

export function readTexts(scene: Scene, at: RangeAt): unknown {
  return gridOf(scene, at, (cell, row, column, sheet) => (cell === undefined || cell.value === null ? '' : scene.book.textAt(sheet.id, row, column)));
}

export function readTypes(scene: Scene, at: RangeAt): unknown {
  return gridOf(scene, at, (cell) => valueType(cell?.value ?? null));
}

export function readNumberFormats(scene: Scene, at: RangeAt): unknown {
  return gridOf(scene, at, (cell, row, column, sheet) => (cell?.style ?? styleAround(sheet, row, column)).numberFormat);
}

function inputOf(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw invalid(`a value is neither text, number nor true or false: ${typeof value}`);
}

/** The inputs of a write in the shape of the range: one value for all cells, or exactly one for each. */
export function inputsFor(area: Area, value: unknown): (string | number | boolean | null)[][] {
  if (isUnbounded(area)) throw invalid('whole rows and columns cannot be written at once');
  if (!Array.isArray(value)) {
    const one = inputOf(value);
    return Array.from({ length: rowCount(area) }, () => new Array<string | number | boolean | null>(columnCount(area)).fill(one));
  }
  const lines: unknown[] = value;
  const shape = (): Error => invalid(`the values are ${lines.length} × ${Array.isArray(lines[0]) ? lines[0].length : 1}, the range is ${rowCount(area)} × ${columnCount(area)}`);
  if (lines.length !== rowCount(area)) throw shape();
  return lines.map((line) => {
    if (!Array.isArray(line) || line.length !== columnCount(area)) throw shape();
    return line.map(inputOf);
  });
}

/** Sets values or formulas as an add-in does: one for all cells, or an array of just the range's size. */
export function writeValues(scene: Scene, at: RangeAt, value: unknown): void {
  const area = areaAt(scene, at);
  scene.book.writeInputs(at.sheetId, area, inputsFor(area, value), 'addin');
}

/** Sets number formats; columns and whole ranges of one format are set in one go. */
export function writeNumberFormats(scene: Scene, at: RangeAt, value: unknown): void {
  const area = areaAt(scene, at);
  const set = (part: Area, format: string): void => {
    if (!isNumberFormat(format)) throw invalid(`no number format: ${format}`);
    scene.book.restyle(at.sheetId, part, { numberFormat: format });
  };
  if (!Array.isArray(value)) {
    if (typeof value !== 'string') throw invalid('a number format is not text');
    set(area, value);
    return;
  }
  const formats = inputsFor(area, value);
  for (const line of formats) for (const format of line) if (format !== null && (typeof format !== 'string' || !isNumberFormat(format))) throw invalid(`no number format: ${String(format)}`);
  for (let c = 0; c < columnCount(area); c++) {
    // Runs of one format down a column are set together.
    for (let r = 0; r < formats.length;) {
      const format = formats[r]?.[c];
      let end = r;
      while (end + 1 < formats.length && formats[end + 1]?.[c] === format) end++;
      if (typeof format === 'string') set({ top: area.top + r, bottom: area.top + end, left: area.left + c, right: area.left + c }, format);
      r = end + 1;
    }
  }
}

/** What all cells of a range have in common in their look; null where they differ. */
export function commonLook<T>(scene: Scene, at: RangeAt, look: (style: CellStyle) => T): T | null {
  const area = areaAt(scene, at);
  const sheet = sheetAt(scene, at.sheetId);
  let found: { value: T } | undefined;
  // Equal looks are one object, and looks are few.
  const seen = new Set<CellStyle>();
  const agrees = (style: CellStyle): boolean => {
    if (seen.has(style)) return true;
    seen.add(style);
    const value = look(style);
    if (found && found.value !== value) return false;
    found = { value };
    return true;
  };
  if (isUnbounded(area)) {
    for (const [row, cells] of sheet.cells) {
      if (row < area.top || row > area.bottom) continue;
      for (const [column, cell] of cells) if (column >= area.left && column <= area.right && !agrees(cell.style ?? styleAround(sheet, row, column))) return null;
    }
    if (!agrees(styleAround(sheet, area.top, area.left))) return null;
    return found ? found.value : null;
  }
  for (let row = area.top; row <= area.bottom; row++) {
    const cells = sheet.cells.get(row);
    for (let column = area.left; column <= area.right; column++) {
      if (!agrees(cells?.get(column)?.style ?? styleAround(sheet, row, column))) return null;
    }
  }
  return found ? found.value : null;
}

