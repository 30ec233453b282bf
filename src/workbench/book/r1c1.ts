// Formulas written relative to their own cell, as formulasR1C1 reads them. Constants stay as they are.
import { scanCells } from './formulaScan';
import type { Area } from './model';

function part(letter: 'R' | 'C', absolute: boolean, index: number, own: number): string {
  if (absolute) return `${letter}${index + 1}`;
  return index === own ? letter : `${letter}[${index - own}]`;
}

/** The A1 references of a formula as R1C1, outside of texts and sheet names. Two cells that were filled from one another have the same. */
export function formulaR1C1(formula: string, row: number, column: number): string {
  let form = '';
  let done = 0;
  scanCells(formula, (cell) => {
    form += formula.slice(done, cell.start) + part('R', cell.rowFixed, cell.row, row) + part('C', cell.columnFixed, cell.column, column);
    done = cell.end;
  });
  return done === 0 ? formula : form + formula.slice(done);
}

/** A grid of formulas of an area, in R1C1. */
export function toR1C1(grid: unknown, area: Area): unknown {
  if (!Array.isArray(grid)) return grid;
  return grid.map((line: unknown, r) => (Array.isArray(line) ? line.map((value: unknown, c) => (typeof value === 'string' && value.startsWith('=') ? formulaR1C1(value, area.top + r, area.left + c) : value)) : line));
}
