// A table as a file brings it, before anybody knows what its columns mean, and why a file brought none. Knows no file format and no ledger.
import type { PlainDate } from './plainDate';

/** What a cell brings. A text is a text, whatever it begins with (R12); a day is a true date of the file; '' is an empty cell. */
export type RawCell = string | number | boolean | RawDay;

/** A true date. `format` is its number format where that shows no day: a month then means its last day (L5). */
export interface RawDay { readonly day: PlainDate; readonly format?: string }

/** A merged rectangle; only its first cell holds anything. 0-based. */
export interface RawMerge { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }

/** One sheet of a workbook, or one table of a document. */
export interface RawTable {
  /** Name of the sheet; of a document's table: its place from 1 on. */
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** From A1 on; rows may be of different lengths. */
  readonly cells: readonly (readonly RawCell[])[];
  readonly merges: readonly RawMerge[];
}

/** What kinds of file can be read (I1). `xls` is WPS's .et as well, which has the same form; `html` and `text` are pasted, or a saved page. */
export type RawKind = 'xlsx' | 'xls' | 'csv' | 'docx' | 'html' | 'text';

/** Cells that a file shows and that could not be taken: how many of a table, and the first of them. 0-based. */
export interface RawNote {
  /** A formula whose result the file does not hold: its cell is ''. Or ### in place of a number for which its column was too narrow: its cell is those signs. */
  readonly kind: 'formulaWithoutResult' | 'tooNarrow';
  readonly table: string;
  readonly count: number;
  readonly row: number;
  readonly column: number;
}

/** A file as read. */
export interface RawFile {
  readonly name: string;
  readonly kind: RawKind;
  readonly tables: readonly RawTable[];
  /** Custom document properties by name; made without a prototype, for a file may call one __proto__. */
  readonly properties: Readonly<Record<string, string>>;
  /** When its program last saved it, as it says itself, e.g. 2021-06-17T08:30:00Z; empty where it does not say. */
  readonly savedAt: string;
  /** What was seen in it and could not be taken; absent where there is nothing of the kind. */
  readonly notes?: readonly RawNote[];
}

/** Why a file is not read (R9). The sentence stands in words/. */
export type FileRefusalKind =
  | 'empty'
  | 'encrypted'
  | 'damaged'
  /** Not what its name says; values.what: picture, pdf, archive, presentation, program, unknown. */
  | 'notATable'
  /** A table in a form that is not read; values.what: xlsb, openDocument, doc, oldXls, xml2003, rtf. */
  | 'otherFormat'
  /** A page of HTML that is called .xls. */
  | 'oldHtml'
  /** A document without a table. */
  | 'noTable'
  /** values.what: file or content, with values.megabytes; parts; memory. */
  | 'tooLarge'
  | 'tookTooLong'
  /** The machine did not hand the file over: moved, removed, held by another program. */
  | 'cannotOpen'
  /** A mistake in here, not in the file; values.detail is for whoever mends it. */
  | 'failed'
  | 'tooManySheets'
  /** values.what: cells, rows, columns or text (of one cell), with values.limit; values.table where it is known. */
  | 'tooManyCells';

/** A file that is refused, with what its sentence needs (R9). */
export interface FileRefusal {
  readonly kind: FileRefusalKind;
  readonly values: Readonly<Record<string, string | number>>;
}
