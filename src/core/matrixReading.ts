// What reading a matrix comes to: the draft of a plan, from which cells each of its words came, what was guessed, and what a person may choose otherwise (I1–I5).
// Knows no file format, no screen and no sentence.
import type { Meaning } from './columnMeaning';
import type { Problem } from './problem';
import type { Task } from './task';

/** Where a cell stands: the place of its table in the list, and row and column from A1 on; all 0-based. */
export interface CellAt { readonly table: number; readonly row: number; readonly column: number }

/** Columns of a task that a matrix can bring. */
export type TaskField = Exclude<Meaning, 'key'>;

/** What a column is used for: a field of the task, 责任科室 and 责任人 in one, ordinals, or kept to the right as it is, or nothing. */
export type ColumnUse = TaskField | 'sectionsAndOwners' | 'ordinal' | 'kept' | 'leftOut';

/** What a row is used for. `joined` goes on with the row above; parted from it again, it is a `task`. */
export type RowUse = 'task' | 'joined' | 'indicator' | 'leftOut';

/** Rows and columns are named so, that a choice holds whatever else is chosen. */
export type RowKey = `${number}:${number}`;
export type ColumnKey = `${number}/${number}`;

/** How a row is named in choices. */
export function rowKey(table: number, row: number): RowKey {
  return `${table}:${row}`;
}

/** How a column is named in choices. */
export function columnKey(table: number, column: number): ColumnKey {
  return `${table}/${column}`;
}

/** What a person decided in the preview, against what was guessed (I5). */
export interface MatrixChoices {
  /** The table to read. */
  readonly table?: number;
  /** Where the head of a table stands, by the table's place; `rows: 0` is a table without one. */
  readonly heads?: Readonly<Record<number, { readonly row: number; readonly rows: number }>>;
  readonly columns?: Readonly<Record<ColumnKey, ColumnUse>>;
  readonly rows?: Readonly<Record<RowKey, RowUse>>;
  /** Columns whose empty cells say the same as the one above (I2: never without being asked). */
  readonly filledDown?: readonly ColumnKey[];
  /** Columns in which the first of a month, as Excel keeps a typed 2021年9月, is that day and not the month. */
  readonly firstDays?: readonly ColumnKey[];
  /** Whether a table goes on with the one before it. */
  readonly continued?: Readonly<Record<number, boolean>>;
}

/** Why a cell stands in no task and in no kept column. */
export type LeftOutReason =
  | 'aboveHead' | 'head' | 'headRepeated' | 'titleRepeated' | 'pageNumber' | 'total' | 'note' | 'formLine'
  /** A heading under which no task stands, or one beside a column of indicators. */
  | 'headingAlone' | 'outerHeading'
  /** Ordinals, what the ledger works out itself, the hidden key of a copy. */
  | 'ordinal' | 'workedOut' | 'copyKey' | 'byChoice';

export interface LeftOut { readonly at: CellAt; readonly text: string; readonly reason: LeftOutReason }

/** Why something was taken for what it was taken for. */
export type GuessReason =
  // of a table
  | 'tableGoesOn' | 'bestTable'
  // of the year
  | 'yearOfTitle' | 'yearOfDeadlines'
  // of a column
  | 'titleWithin' | 'unitsForSections' | 'twoInOne' | 'secondUnderTitle' | 'ordinalsOnly' | 'headChanges'
  // of a row
  | 'headingRow' | 'textGoesOn' | 'listGoesOn' | 'noTaskText' | 'sharedTask' | 'leftOutRow'
  // of a cell
  | 'ordinalOff' | 'countOff' | 'typesetting' | 'namesBySpaces' | 'namesJoined' | 'namesRunTogether' | 'unitsByLines' | 'placeholder'
  | 'leadMarked' | 'sameAsAbove' | 'sideways' | 'partedInTwo' | 'filledFromAbove' | 'yearAssumed' | 'monthTyped' | 'tenthTask';

/** One guess (I5): where, what of, what stood there and what it was taken for. Of a column or a row `understood` is its use. */
export interface MatrixGuess {
  readonly key: string;
  readonly at: CellAt;
  readonly what: 'table' | 'year' | 'column' | 'row' | 'cell';
  readonly reason: GuessReason;
  readonly text: string;
  readonly understood: string;
}

/** A column of the table, with what it is used for and why. */
export interface MatrixColumn {
  readonly key: ColumnKey;
  readonly column: number;
  readonly title: string;
  readonly use: ColumnUse;
  readonly by: 'title' | 'choice' | 'unknown' | 'second' | 'content';
}

/** A stretch of rows under one head. Several where a table goes on in the next one, or says its head anew in another order. */
export interface MatrixPart {
  readonly table: number;
  readonly head: { readonly row: number; readonly rows: number };
  /** The first row under the head, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly columns: readonly MatrixColumn[];
}

/** A row of the table that was read, as the preview shows it. `task` is a place in `tasks`. */
export interface MatrixRow {
  readonly key: RowKey;
  readonly table: number;
  readonly row: number;
  readonly kind: 'aboveHead' | 'head' | 'empty' | RowUse;
  readonly reason?: LeftOutReason;
  readonly task?: number;
}

/** A cell of a task: what stood there, what was understood, and the raw cells from which it came. */
export interface MatrixCell {
  readonly written: string;
  readonly text: string;
  readonly from: readonly CellAt[];
}

/** A column that is kept, with what a task has in it. */
export interface OtherCell { readonly title: string; readonly text: string; readonly from: readonly CellAt[] }

/** A task as read. Its 编号 is '' where the table gives none that can be kept. */
export interface MatrixTask {
  readonly task: Task;
  readonly rows: readonly RowKey[];
  readonly cells: Readonly<Record<TaskField, MatrixCell>>;
  readonly others: readonly OtherCell[];
  /** 完成时限 as a file had it, to be read again when the plan's year is known. */
  readonly due: string | number;
}

/** A column that has empty cells under filled ones: a person may have them filled from above (I2). */
export interface FillOffer { readonly key: ColumnKey; readonly use: TaskField; readonly cells: number; readonly chosen: boolean }

/** A table that could be the matrix, the best first. */
export interface MatrixCandidate {
  readonly table: number;
  readonly name: string;
  readonly score: number;
  readonly titles: readonly string[];
  /** Rows under the head that hold anything, those of the tables that go on with it among them. */
  readonly rows: number;
  readonly goesOnIn: readonly number[];
}

/** A matrix as read: a draft of the plan, and everything that a preview needs to show it beside the original. */
export interface MatrixReading {
  readonly candidates: readonly MatrixCandidate[];
  /** Absent where no table could be read. */
  readonly table?: number;
  readonly parts: readonly MatrixPart[];
  readonly rows: readonly MatrixRow[];
  readonly tasks: readonly MatrixTask[];
  /** Titles of the kept columns, in their order. */
  readonly otherColumns: readonly string[];
  readonly leftOut: readonly LeftOut[];
  /** Tables that were not read, with their filled cells. */
  readonly tablesLeftOut: readonly { readonly table: number; readonly name: string; readonly cells: number }[];
  readonly guesses: readonly MatrixGuess[];
  readonly problems: readonly Problem[];
  readonly offers: readonly FillOffer[];
  /** The lines above the head, such as the table's title. */
  readonly titles: readonly string[];
  /** The year by which deadlines without one were read; absent where nothing says it. */
  readonly year?: number;
}
