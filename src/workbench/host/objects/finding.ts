// Range.find: the next cell with a text. Knows Excel's criteria: complete match, case, direction.
import { cellArea } from '../../book/area';
import { invalid } from '../../book/hostFault';
import type { Area } from '../../book/model';
import { optionalFlag, optionalOneOf, recordOf, textOf } from '../arguments';
import type { RangeAt } from '../places';
import type { Scene } from '../scene';
import { areaAt, sheetAt } from './sheetPlace';
import { wireValue } from './rangeValues';

/** The first cell, row by row, whose formula or value has the text; from the end when searching backwards. */
export function findIn(scene: Scene, at: RangeAt, text: unknown, criteria: unknown): Area | undefined {
  const sought = textOf(text, 'text');
  if (sought === '') throw invalid('nothing to find');
  const given = criteria === undefined || criteria === null ? {} : recordOf(criteria, 'criteria');
  const complete = optionalFlag(given.completeMatch, 'completeMatch') ?? false;
  const exactCase = optionalFlag(given.matchCase, 'matchCase') ?? false;
  const backwards = optionalOneOf(given.searchDirection, ['Forward', 'Backwards'], 'Forward', 'searchDirection') === 'Backwards';
  const fold = (value: string): string => (exactCase ? value : value.toLowerCase());
  scene.book.settle();
  const sheet = sheetAt(scene, at.sheetId);
  const area = areaAt(scene, at);
  const rows = [...sheet.cells.keys()].filter((row) => row >= area.top && row <= area.bottom).sort((a, b) => a - b);
  if (backwards) rows.reverse();
  for (const row of rows) {
    const columns = [...(sheet.cells.get(row)?.keys() ?? [])].filter((column) => column >= area.left && column <= area.right).sort((a, b) => a - b);
    if (backwards) columns.reverse();
    for (const column of columns) {
      const cell = sheet.cells.get(row)?.get(column);
      const shown = fold(String(cell?.formula ?? wireValue(cell?.value ?? null)));
      if (complete ? shown === fold(sought) : shown.includes(fold(sought))) return cellArea(row, column);
    }
  }
  return undefined;
}
