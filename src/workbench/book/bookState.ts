// What the parts of a book share: its data, the formula engine, and the notebook of what changed. Knows none of the parts.
import type { Calc, Clock, DocumentProperties } from './bookApi';
import { HostFault } from './hostFault';
import type { Area, BookChange, NamedItem, Origin, Selection, Sheet } from './model';

export interface BookState {
  readonly calc: Calc;
  readonly clock: Clock;
  readonly sheets: Sheet[];
  readonly names: NamedItem[];
  readonly properties: DocumentProperties;
  date1904: boolean;
  name: string;
  selection: Selection;
  activeSheetId: string;
  /** Inputs changed: formulas that read them are due, and whoever listens is told. */
  touched(sheetId: string, area: Area, origin: Origin, details?: (BookChange & { kind: 'cells' })['details']): void;
  /** Cells or names moved: every formula is due. */
  rearranged(): void;
  /** Cells moved just now: where each area of the sheet is afterwards, undefined when it is gone. */
  moved(sheetId: string, where: (area: Area) => Area | undefined): void;
  notice(change: BookChange): void;
  /** What was selected on sheets that are not active now. */
  readonly lastSelections: Map<string, Selection>;
  /** Tables whose data was written over: their calculated columns are to be looked at again. */
  readonly rewritten: Map<string, Area>;
  /** What is wrong with formulas, by their R1C1 form: filled-down formulas are read once. */
  readonly faults: Map<string, string | undefined>;
  /** A new number, never used before in this book. */
  serial(what: 'sheet' | 'table' | 'rule' | 'chart'): number;
  /** Brings formula results up to date now. */
  settle(): void;
}

/** The sheet of an id; ItemNotFound when it is gone. */
export function sheetOf(state: BookState, id: string): Sheet {
  const sheet = state.sheets.find((each) => each.id === id);
  if (!sheet) throw new HostFault('ItemNotFound', `no sheet ${id}`);
  return sheet;
}
