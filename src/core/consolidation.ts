// What taking returns together is given and what comes of it (R3–R9), as types: the ledger's side, the person's choices, and the account of every cell. Decides nothing.
import type { LedgerColumn, OfficialColumn, TaskId } from './task';
import type { Roster } from './roster';
import type { IdentityBy, IdentityClaim } from './returnedTable';
import type { FillableColumn } from './returnedMarks';

/** Which of two returns is the newer: by the time of saving, then by name, then by digest (R5). */
export interface Stamp {
  readonly savedAt: string;
  readonly file: string;
  readonly digest: string;
}

/** A task as the ledger has it now: all official cells as they are shown, 办结日期 as 2021-06-15 or the text that stands there. */
export interface LedgerTask {
  readonly id: TaskId;
  /** 责任科室 taken apart, the lead first. */
  readonly sections: readonly string[];
  readonly cells: Readonly<Record<OfficialColumn, string>>;
  readonly doneOn: string;
}

/** What a section's cell was sent with, by the ledger's own register (R4). */
export interface SentCell { readonly section: string; readonly id: TaskId; readonly column: FillableColumn; readonly text: string }

/** What was last taken of a section's cell, or decided upon (R5): the returned text and whose return it was. */
export interface TakenCell extends SentCell { readonly stamp: Stamp }

/** The ledger, as far as returns are concerned. */
export interface LedgerSide {
  readonly plan: string;
  /** The report that is being taken together, e.g. 2021-06. */
  readonly period: string;
  /** For days without a year (D5). */
  readonly year: number;
  readonly roster: Roster;
  readonly tasks: readonly LedgerTask[];
  readonly sent?: readonly SentCell[];
  readonly taken?: readonly TakenCell[];
}

/** What a person chose in a conflict. `both`: the ledger's text and then the returned one, each on lines of its own. */
export type Choice = 'ledger' | 'returned' | 'both' | { readonly own: string };

/** A choice. It holds as long as what was seen is what stands there: `seen` is the conflict's. */
export interface Decision { readonly seen: string; readonly choice: Choice }

/** What a person has said so far. All keys are free of files and of their order, so they hold when more files come. */
export interface ConsolidateOptions {
  /** Whose a file is, by its digest: for files that do not say so themselves. */
  readonly sections?: ReadonlyMap<string, string>;
  /** Other reports whose returns are let in all the same. */
  readonly otherPeriods?: ReadonlySet<string>;
  /** Keys of confirmed guesses. */
  readonly confirmed?: ReadonlySet<string>;
  /** By key of the conflict. */
  readonly decisions?: ReadonlyMap<string, Decision>;
  /** Outside changes that are wanted, by their key, each with the person's reason (R6). */
  readonly acceptedOutside?: ReadonlyMap<string, string>;
}

/** How a row was known (R3). */
export type MatchedBy = 'key' | 'id' | 'text' | 'likeness';

/** Where a returned cell stood. The row is 0-based in its table. */
export interface ReturnedPlace { readonly table: string; readonly row: number }

/** Why a cell must be chosen on. `bothChanged`: ledger and return both differ from what was sent. `baseUnknown`: they differ and it is not known what was sent. `cleared`: what was sent came back empty. `severalRows`: the file has several texts for it. `notLead`: 办结日期 of a joint task is the lead section's to give. */
export type ConflictKind = 'bothChanged' | 'baseUnknown' | 'cleared' | 'severalRows' | 'notLead';

/** A cell on which a person must choose (R4). `cells` of the file's filled cells hang on it. */
export interface Conflict extends ReturnedPlace {
  readonly key: string;
  readonly seen: string;
  readonly kind: ConflictKind;
  readonly id: TaskId;
  readonly column: FillableColumn;
  readonly base: string | undefined;
  readonly ledger: string;
  readonly returned: string;
  readonly cells: number;
  /** Absent while nobody has chosen. */
  readonly choice?: Choice;
}

/** A change in a column that is not the section's to fill in, in other sections' words within a joint cell, or text in a column of its own making (`title`) (R6). */
export interface OutsideChange extends ReturnedPlace {
  readonly key: string;
  readonly id: TaskId;
  readonly column: OfficialColumn | 'id' | 'other';
  /** Of a column of unknown meaning. */
  readonly title?: string;
  readonly old: string;
  readonly new: string;
  /** A 编号 never changes, an unknown column has no place in the ledger (L6), and others' words come from their own returns. */
  readonly acceptable: boolean;
  readonly reason?: string;
}

/** Why a match is a guess. `likeness`: the text is only like the task's. `keyElsewhere`: the row's hidden key is of another task than its text. `idOnly`: nothing but the 编号 tells. `shared`: one cell is merged over several tasks. */
export type GuessKind = 'likeness' | 'keyElsewhere' | 'idOnly' | 'shared';

/** A match that counts once a person confirms it (I5, R3). For `shared` it is of one column. */
export interface Guess extends ReturnedPlace {
  readonly key: string;
  readonly kind: GuessKind;
  readonly id: TaskId;
  readonly column?: FillableColumn;
  readonly rowText: string;
  readonly taskText: string;
  readonly likeness: number;
  /** What it would bring. */
  readonly texts: readonly { readonly column: LedgerColumn | 'other'; readonly text: string }[];
  readonly confirmed: boolean;
}

/** Why a row belongs to no task. `ambiguous`: it fits several tasks and nothing decides. */
export type UnmatchedKind = 'noTask' | 'ambiguous';

/** A row that belongs to no task, with all that stands in it (R3, R8). */
export interface UnmatchedRow extends ReturnedPlace {
  readonly kind: UnmatchedKind;
  readonly texts: readonly { readonly column: LedgerColumn | 'other'; readonly text: string }[];
}

/** Why a cell is set apart. `olderReturn`: a newer return of the section says something else. `notYourTask`: the section is not among the task's. `tooLong`: the cell would be longer than Excel's. `otherPlan`, `otherPeriod`: the row's key says so. `otherTable`: it stands in a further table of the file. `ledgerChosen`: a person kept the ledger's text. */
export type SetApartKind = 'olderReturn' | 'notYourTask' | 'notADay' | 'severalDays' | 'tooLong' | 'otherPlan' | 'otherPeriod' | 'otherTable' | 'ledgerChosen';

/** Filled cells that are not taken, with the reason. `cells` is 1 but for a table that was left out. */
export interface SetApart extends ReturnedPlace {
  readonly kind: SetApartKind;
  readonly id?: TaskId;
  readonly column?: FillableColumn;
  readonly text: string;
  readonly cells: number;
}

/** Why a file is not taken at all (R9). */
export type FileRefused =
  | { readonly kind: 'noTable' }
  | { readonly kind: 'otherPlan'; readonly found: string; readonly wanted: string }
  | { readonly kind: 'otherPeriod'; readonly found: string; readonly wanted: string }
  /** A person must say whose it is; `candidates` is what it might be. */
  | { readonly kind: 'askSection'; readonly candidates: readonly string[] };

/** How it was known whose a file is. */
export type SectionKnownBy = 'given' | 'key' | IdentityBy | 'rows';

/** Each filled cell that came back, counted once under what became of it (R8). `returned` is the sum of the others. */
export interface CellCounts {
  readonly returned: number;
  readonly merged: number;
  readonly unchanged: number;
  readonly conflicts: number;
  readonly outside: number;
  readonly guesses: number;
  readonly unmatched: number;
  readonly refused: number;
}

/** What one file brings. */
export interface FileOutcome {
  readonly file: string;
  readonly digest: string;
  readonly savedAt: string;
  /** '' where it is not known. */
  readonly section: string;
  readonly knownBy?: SectionKnownBy;
  readonly claims: readonly IdentityClaim[];
  /** Rows that belong to a task, confirmed guesses among them. */
  readonly matched: number;
  readonly rows: readonly (ReturnedPlace & { readonly id: TaskId; readonly by: MatchedBy })[];
  readonly merged: number;
  readonly unchanged: number;
  readonly conflicts: readonly Conflict[];
  readonly outside: readonly OutsideChange[];
  readonly guesses: readonly Guess[];
  readonly unmatched: readonly UnmatchedRow[];
  readonly setApart: readonly SetApart[];
  readonly refused?: FileRefused;
  readonly cells: CellCounts;
  /** Rows whose hidden key was changed by hand. */
  readonly changedKeys: number;
  readonly notes: readonly string[];
}

/** What one section's return does to a cell: its own text before and after, and by what it was decided (R10). */
export interface EditPart {
  readonly file: string;
  readonly section: string;
  readonly old: string;
  readonly new: string;
  readonly decision: 'taken' | 'returned' | 'both' | 'own' | 'accepted';
  /** The person's reason for an outside change. */
  readonly reason?: string;
  /** 办结日期 was given without a year, so the plan's was taken (D5). */
  readonly assumedYear?: true;
}

/** A cell of the ledger that gets another content. */
export interface LedgerEdit {
  readonly id: TaskId;
  readonly column: OfficialColumn | 'doneOn';
  readonly old: string;
  readonly new: string;
  readonly parts: readonly EditPart[];
}

/** What taking the returns together comes to. Written by nobody yet (X1). */
export interface Consolidation {
  /** By name of the file, whatever the order in which they came (R7). */
  readonly files: readonly FileOutcome[];
  /** In the order of the ledger. */
  readonly edits: readonly LedgerEdit[];
  readonly cells: CellCounts;
  /** What the ledger's register has to remember of this, in place of what it had of the same cells. */
  readonly taken: readonly TakenCell[];
}
