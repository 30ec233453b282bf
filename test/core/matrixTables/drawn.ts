// How the cases of this folder are written down: tables drawn with marks for merged cells, and the tasks that a person reads from them.
import type { MatrixChoices, MatrixReading } from '../../../src/core/matrixReading';
import type { RawCell, RawMerge, RawTable } from '../../../src/core/rawTable';

/** In a drawing: merged with the cell above, with the cell to the left. */
export const up = '↑';
export const left = '←';

/** A table from its drawing: rows of cells, in which ↑ goes on with the cell above and ← with the one to the left. */
export function drawn(name: string, rows: readonly (readonly RawCell[])[], visibility: RawTable['visibility'] = 'visible'): RawTable {
  const merges = new Map<string, { row: number; column: number; rows: number; columns: number }>();
  const origin: { row: number; column: number }[][] = [];
  rows.forEach((cells, row) => {
    const line: { row: number; column: number }[] = [];
    origin.push(line);
    cells.forEach((cell, column) => {
      const from = cell === up ? origin[row - 1]?.[column] : cell === left ? line[column - 1] : { row, column };
      if (from === undefined) throw new Error(`Nothing to merge with at ${String(row)}, ${String(column)}`);
      line.push(from);
      if (cell !== up && cell !== left) return;
      const key = `${String(from.row)}:${String(from.column)}`;
      const merge = merges.get(key) ?? { ...from, rows: 1, columns: 1 };
      merges.set(key, { ...from, rows: Math.max(merge.rows, row - from.row + 1), columns: Math.max(merge.columns, column - from.column + 1) });
    });
  });
  const found: RawMerge[] = [...merges.values()];
  return { name, visibility, cells: rows.map((cells) => cells.map((cell) => (cell === up || cell === left ? '' : cell))), merges: found };
}

/** A task as a person reads it from the table. Lists are joined with 、; the deadline is as it is shown, followed by the day, or by 无期限 or 读不出. */
export interface ReadTask {
  readonly id: string;
  readonly indicator: string;
  readonly leadUnit?: string;
  readonly supportUnits?: string;
  readonly text: string;
  readonly leaders?: string;
  readonly sections?: string;
  readonly owners?: string;
  readonly due?: string;
  readonly progress?: string;
  readonly remark?: string;
  readonly doneOn?: string;
  readonly others?: Readonly<Record<string, string>>;
}

/** One case: what a file brings, and what a person reads in it. */
export interface MatrixCase {
  readonly title: string;
  readonly tables: readonly RawTable[];
  readonly year?: number;
  readonly choices?: MatrixChoices;
  readonly tasks: readonly ReadTask[];
  /** Reason and text of what is no task, heads apart. */
  readonly leftOut: readonly string[];
  /** Reason and place of the guesses that the case is about, e.g. `headingRow A5`. */
  readonly guesses: readonly string[];
  readonly problems: readonly string[];
}

/** The guesses of a reading in the short form of the cases. */
export function saidGuesses(reading: MatrixReading): readonly string[] {
  return reading.guesses.map(({ reason, at }) => `${reason} ${at.table === reading.table ? '' : `${String(at.table)}!`}${String.fromCharCode(65 + at.column)}${String(at.row + 1)}`);
}
