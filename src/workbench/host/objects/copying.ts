// Range.copyFrom: values, formulas, looks or all, repeated to fill the target as Excel repeats them.
import { columnCount, isOnSheet, overlap, rowCount } from '../../book/area';
import { styleOf } from '../../book/cells';
import { invalid } from '../../book/hostFault';
import type { Area, CellStyle } from '../../book/model';
import { NotSupported } from '../../notSupported';
import { isOf, optionalFlag, optionalOneOf } from '../arguments';
import type { RangeAt } from '../places';
import type { Scene } from '../scene';
import { rangeArgument } from './rangeArgument';
import { areaAt, sheetAt } from './sheetPlace';
import { wireValue } from './rangeValues';

type Input = string | number | boolean | null;

/** Copies another range here. A target of one cell takes the source's size; a larger one is filled with repetitions. */
export function copyFrom(scene: Scene, at: RangeAt, args: readonly unknown[]): void {
  const [given, type, skip, transpose] = args;
  if (isOf(given, 'RangeAreas')) throw new NotSupported('Range', 'copyFrom', 'several areas');
  const source = rangeArgument(scene, at, given);
  const what = optionalOneOf(type, ['All', 'Formulas', 'Values', 'Formats', 'Link'], 'All', 'copyType');
  if (what === 'Link') throw new NotSupported('Range', 'copyFrom', 'links');
  if (optionalFlag(transpose, 'transpose')) throw new NotSupported('Range', 'copyFrom', 'transposed');
  const skipBlanks = optionalFlag(skip, 'skipBlanks') ?? false;
  const from = areaAt(scene, source);
  const to = areaAt(scene, at);
  const tall = Math.max(rowCount(from), Math.floor(rowCount(to) / rowCount(from)) * rowCount(from));
  const wide = Math.max(columnCount(from), Math.floor(columnCount(to) / columnCount(from)) * columnCount(from));
  const target: Area = { top: to.top, left: to.left, bottom: to.top + tall - 1, right: to.left + wide - 1 };
  if (!isOnSheet(target)) throw invalid('the copy leaves the sheet');
  const sourceSheet = sheetAt(scene, source.sheetId);
  // Formulas are copied as they are; only values must be up to date.
  if (what === 'Values') scene.book.settle();
  const lines: Input[][] = [];
  const styles: CellStyle[][] = [];
  for (let r = 0; r < tall; r++) {
    const line: Input[] = [];
    const looks: CellStyle[] = [];
    for (let c = 0; c < wide; c++) {
      const row = from.top + (r % rowCount(from));
      const column = from.left + (c % columnCount(from));
      const cell = sourceSheet.cells.get(row)?.get(column);
      looks.push(styleOf(sourceSheet, row, column));
      const formula = cell?.formula !== undefined && what !== 'Values'
        ? scene.filled(cell.formula, { sheet: sourceSheet.name, row, column }, { sheet: sheetAt(scene, at.sheetId).name, row: target.top + r, column: target.left + c })
        : undefined;
      const value = cell?.value ?? null;
      // Texts keep being texts: an apostrophe stops them from being parsed again.
      const input: Input = formula ?? (typeof value === 'string' && value !== '' ? `'${value}` : wireValue(value));
      line.push(skipBlanks && value === null && formula === undefined ? null : input);
    }
    lines.push(line);
    styles.push(looks);
  }
  if (what === 'All' || what === 'Formats') {
    styles.forEach((looks, r) => looks.forEach((style, c) => {
      const place = { top: target.top + r, bottom: target.top + r, left: target.left + c, right: target.left + c };
      scene.book.restyle(at.sheetId, place, { ...BARE_SIDES, ...style });
    }));
  }
  if (what !== 'Formats') scene.book.writeInputs(at.sheetId, target, lines, 'addin');
  if (what === 'All') {
    const merges = sourceSheet.merges.filter((merge) => overlap(merge, from));
    for (const merge of merges) {
      const [down, right] = [target.top - from.top, target.left - from.left];
      scene.book.merge(at.sheetId, { top: merge.top + down, bottom: merge.bottom + down, left: merge.left + right, right: merge.right + right }, false);
    }
  }
}

const BARE_SIDES: Partial<CellStyle> = {
  top: { line: 'None', weight: 'Thin', color: '' }, bottom: { line: 'None', weight: 'Thin', color: '' }, left: { line: 'None', weight: 'Thin', color: '' }, right: { line: 'None', weight: 'Thin', color: '' },
};
