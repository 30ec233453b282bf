// The cells of a range that are of one kind, as rectangles (Range.getSpecialCells). Knows formulas, constants and blanks.
// https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getspecialcells-member(1)
import { cellsIn, isFilled } from '../../book/cells';
import { HostFault } from '../../book/hostFault';
import type { Area } from '../../book/model';
import { NotSupported } from '../../notSupported';
import { oneOf } from '../arguments';
import type { RangeAt } from '../places';
import type { HostObject } from '../registry';
import type { Scene } from '../scene';
import { areaAt, sheetAt } from './sheetPlace';

/** The areas of the cells of a kind, column by column, each run of rows as one; neighbouring columns with the same runs are joined. */
export function specialCells(scene: Scene, at: RangeAt, args: readonly unknown[]): HostObject {
  const kind = oneOf(args[0], ['Formulas', 'Constants', 'Blanks'], 'cellType');
  if (kind === 'Blanks') throw new NotSupported('Range', 'getSpecialCells', 'of blanks');
  if (args[1] !== undefined && args[1] !== null && args[1] !== 'All') throw new NotSupported('Range', 'getSpecialCells', 'of one value type');
  const runs = new Map<number, { top: number; bottom: number }[]>();
  const area = areaAt(scene, at);
  const cells = [...cellsIn(sheetAt(scene, at.sheetId), area)].filter(({ cell }) => isFilled(cell) && (cell.formula !== undefined) === (kind === 'Formulas'));
  for (const { row, column } of cells.sort((one, other) => one.column - other.column || one.row - other.row)) {
    const found = runs.get(column) ?? [];
    const last = found.at(-1);
    if (last?.bottom === row - 1) last.bottom = row;
    else found.push({ top: row, bottom: row });
    runs.set(column, found);
  }
  const areas: Area[] = [];
  for (const [column, found] of runs) {
    for (const { top, bottom } of found) {
      const beside = areas.findIndex((other) => other.right === column - 1 && other.top === top && other.bottom === bottom);
      const left = areas[beside];
      if (left === undefined) areas.push({ top, bottom, left: column, right: column });
      else areas[beside] = { ...left, right: column };
    }
  }
  if (areas.length === 0) throw new HostFault('ItemNotFound', 'no cells of that kind');
  return scene.object('RangeAreas', { sheetId: at.sheetId, ranges: areas.map((each) => scene.range(at.sheetId, each).at) });
}
