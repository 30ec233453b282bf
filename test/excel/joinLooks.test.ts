// Looks that are joined make the same sheet as looks drawn one by one: judged by a small sheet of its own.
import fc from 'fast-check';
import { joinLooks } from '../../src/excel/joinLooks';
import type { LookAt } from '../../src/sheets/drawing';

const size = 6;

/** What a sheet looks like after some looks: the last fill and weight of each cell, and the last colour of each line; neighbours share the line between them. */
function sheetAfter(looks: readonly LookAt[]): unknown {
  const seen = new Map<string, unknown>();
  for (const { at, look } of looks) {
    for (let row = at.row; row < at.row + at.rows; row += 1) {
      for (let column = at.column; column < at.column + at.columns; column += 1) {
        if (look.fill !== undefined) seen.set(`fill ${String(row)} ${String(column)}`, look.fill);
        if (look.bold !== undefined) seen.set(`bold ${String(row)} ${String(column)}`, look.bold);
        if (look.lines === undefined) continue;
        for (const line of [`above ${String(row)} ${String(column)}`, `above ${String(row + 1)} ${String(column)}`, `left of ${String(row)} ${String(column)}`, `left of ${String(row)} ${String(column + 1)}`]) seen.set(line, look.lines);
      }
    }
  }
  return Object.fromEntries([...seen].sort(([one], [other]) => (one < other ? -1 : 1)));
}

const box = fc.record({ row: fc.nat(size), column: fc.nat(size), rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 3 }) });
const look = fc.constantFrom({ fill: '#FFFFFF' }, { fill: '#000000' }, { bold: true }, { lines: '#111111' }, { lines: '#222222' }, { lines: '#111111', fill: '#FFFFFF' }, { bold: false, fill: '#000000', lines: '#222222' });

test('[X2] joined looks make the same sheet, in no more rectangles', () => {
  fc.assert(fc.property(fc.array(fc.record({ at: box, look }), { maxLength: 12 }), (looks) => {
    const joined = joinLooks(looks);
    expect(joined.length).toBeLessThanOrEqual(looks.length);
    expect(sheetAfter(joined)).toEqual(sheetAfter(looks));
  }), { numRuns: 3000 });
});

test('[X2] a head of sixteen cells is one rectangle, and so is a table of equal columns under it', () => {
  const head = Array.from({ length: 16 }, (_, column) => ({ at: { row: 0, column, rows: 1, columns: 1 }, look: { bold: true, lines: '#111111' } }));
  const body = Array.from({ length: 16 }, (_, column) => ({ at: { row: 1, column, rows: 9, columns: 1 }, look: { lines: '#111111' } }));
  expect(joinLooks([...head, ...body])).toEqual([
    { at: { row: 0, column: 0, rows: 1, columns: 16 }, look: { bold: true, lines: '#111111' } },
    { at: { row: 1, column: 0, rows: 9, columns: 16 }, look: { lines: '#111111' } },
  ]);
});

test('[X2] what another look lies between, or draws the shared line of, is not joined', () => {
  const at = (row: number): LookAt['at'] => ({ row, column: 0, rows: 1, columns: 1 });
  const between: LookAt[] = [{ at: at(0), look: { fill: '#FFFFFF' } }, { at: at(1), look: { fill: '#000000' } }, { at: at(1), look: { fill: '#FFFFFF' } }];
  expect(joinLooks(between)).toEqual(between);
  const shared: LookAt[] = [{ at: at(0), look: { lines: '#111111' } }, { at: at(2), look: { lines: '#222222' } }, { at: at(1), look: { lines: '#111111' } }];
  expect(joinLooks(shared)).toEqual(shared);
});
