// A table as a file brings it, before anybody knows what its columns mean. Knows no file format and no ledger.
import type { PlainDate } from './plainDate';

/** What a cell brings. A text is a text, whatever it begins with (R12); a day is a true date of the file; '' is an empty cell. */
export type RawCell = string | number | boolean | { readonly day: PlainDate };

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

/** What kinds of file can be read (I1). `et` is WPS's own, in the form of an .xls. */
export type RawKind = 'xlsx' | 'xls' | 'csv' | 'docx';

/** A file as read. */
export interface RawFile {
  readonly name: string;
  readonly kind: RawKind;
  readonly tables: readonly RawTable[];
  /** Custom document properties by name. */
  readonly properties: Readonly<Record<string, string>>;
  /** When its program last saved it, as it says itself, e.g. 2021-06-17T08:30:00Z; empty where it does not say. */
  readonly savedAt: string;
}
