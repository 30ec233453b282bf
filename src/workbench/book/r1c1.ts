// Formulas written relative to their own cell, as formulasR1C1 reads them. Constants stay as they are.
import { columnOf } from './area';
import type { Area } from './model';

function part(letter: 'R' | 'C', absolute: boolean, index: number, own: number): string {
  if (absolute) return `${letter}${index + 1}`;
  return index === own ? letter : `${letter}[${index - own}]`;
}

/** The A1 references of a formula as R1C1, outside of texts and sheet names. Two cells that were filled from one another have the same. */
export function formulaR1C1(formula: string, row: number, column: number): string {
  return formula.split(/("(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\])/).map((piece, index) => (index % 2 === 1 ? piece : piece.replace(
    /(?<![\p{L}\p{N}_.$])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(])/gu,
    (whole, columnMark: string, letters: string, rowMark: string, digits: string) => {
      const at = columnOf(letters);
      return at < 0 ? whole : part('R', rowMark === '$', Number(digits) - 1, row) + part('C', columnMark === '$', at, column);
    },
  ))).join('');
}

/** A grid of formulas of an area, in R1C1. */
export function toR1C1(grid: unknown, area: Area): unknown {
  if (!Array.isArray(grid)) return grid;
  return grid.map((line: unknown, r) => (Array.isArray(line) ? line.map((value: unknown, c) => (typeof value === 'string' && value.startsWith('=') ? formulaR1C1(value, area.top + r, area.left + c) : value)) : line));
}
