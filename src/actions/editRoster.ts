// Brings the sheet 名册 to another list of people and sections (L9, O6): what comes, changes and goes is shown first. Plans; knows no Excel.
import type { Person, Roster } from '../core/roster';
import type { ColumnEdit, RowsAdded, SheetCells, TableAt, WorkbookChange } from '../sheets/workbook';
import { noChange } from '../sheets/workbook';
import { drawRoster, inSheetOrder, rosterColumns, rosterHeadRow, rosterNames, rosterRow, rosterRowsAdded } from '../sheets/rosterSheet';
import { rosterTitles, sheetNames, tableNames } from '../sheets/titles';
import type { NewCell } from './columnEdit';
import { columnEdit } from './columnEdit';
import type { LedgerState } from './lookAtWorkbook';

/** A person whose post, role or section is another. */
export interface ChangedPerson { readonly old: Person; readonly new: Person }

/** What another roster does to 名册, to be shown before it is written (I5). */
export interface RosterEdit {
  readonly added: readonly Person[];
  readonly changed: readonly ChangedPerson[];
  readonly gone: readonly Person[];
  /** Sections whose short names are others, with both lists. */
  readonly shortNames: readonly { readonly section: string; readonly old: readonly string[]; readonly new: readonly string[] }[];
  readonly change: WorkbookChange;
}

/** Plans the sheet 名册 for a roster: every row is written in its place, leaders first, for the drop-downs go by it. */
export function planRosterEdit(state: LedgerState, wanted: Roster): RosterEdit {
  const present = state.roster ?? { people: [], sections: [] };
  const before = new Map(present.people.map((person) => [person.name, person]));
  const after = new Map(wanted.people.map((person) => [person.name, person]));
  const shortOf = (roster: Roster, section: string): readonly string[] => roster.sections.find(({ name }) => name === section)?.shortNames ?? [];
  return {
    added: wanted.people.filter(({ name }) => !before.has(name)),
    changed: wanted.people.flatMap((person) => { const old = before.get(person.name); return old !== undefined && !samePerson(old, person) ? [{ old, new: person }] : []; }),
    gone: present.people.filter(({ name }) => !after.has(name)),
    shortNames: wanted.sections.flatMap(({ name, shortNames }) => { const old = shortOf(present, name); return old.join() === shortNames.join() ? [] : [{ section: name, old, new: shortNames }]; }),
    change: changeTo(state, wanted),
  };
}

function samePerson(one: Person, other: Person): boolean {
  return one.post === other.post && one.role === other.role && one.section === other.section;
}

function changeTo(state: LedgerState, wanted: Roster): WorkbookChange {
  const cells = state.reading.cells.get(sheetNames.roster);
  const table = cells?.tables.find(({ name }) => name === tableNames.roster);
  const plannedOn = cells === undefined ? [] : [cells];
  if (table === undefined) return { ...noChange, newSheets: [drawRoster(wanted)], names: rosterNames(wanted), plannedOn };
  const people = inSheetOrder(wanted);
  const body = table.rows - 1;
  const first = rosterHeadRow + 1;
  const stands = cells?.values ?? [];
  const rows = people.slice(0, body).map((person) => rosterRow(person, wanted));
  const edits = rosterTitles.slice(0, -1).flatMap((_, column): readonly ColumnEdit[] => {
    const edited = new Map<number, NewCell>();
    for (let index = 0; index < body; index += 1) {
      const text = rows[index]?.[column] ?? '';
      if (String(stands[first + index]?.[column] ?? '') !== text) edited.set(first + index, { cell: text === '' ? null : text, format: '@' });
    }
    return edited.size === 0 ? [] : [columnEdit(sheetNames.roster, column, edited)];
  });
  const inPlace = people.slice(0, body);
  const moved = ownColumnsMoved(cells, table, first, body, inPlace);
  const added: readonly RowsAdded[] = people.length <= body ? [] : [rosterRowsAdded(people.slice(body), wanted, first + body)];
  return { ...noChange, edits: [...edits, ...moved], rowsAdded: added, names: rosterNames({ ...wanted, people }), plannedOn };
}

// Columns that people added to the right, such as telephone numbers, go with their person. A column of formulas stays: what it works out follows the row.
function ownColumnsMoved(cells: SheetCells | undefined, table: TableAt, first: number, body: number, inPlace: readonly Person[]): readonly ColumnEdit[] {
  const stands = cells?.values ?? [];
  const formulas = cells?.formulaCounts.get(tableNames.roster);
  const rowOf = new Map<string, number>();
  for (let index = body - 1; index >= 0; index -= 1) rowOf.set(String(stands[first + index]?.[0] ?? '').trim(), first + index);
  return Array.from({ length: Math.max(0, table.columns - rosterColumns) }, (_, index) => table.column + rosterColumns + index).flatMap((column): readonly ColumnEdit[] => {
    if ((formulas?.get(column) ?? 0) > 0) return [];
    const edited = new Map<number, NewCell>();
    for (let index = 0; index < body; index += 1) {
      const person = inPlace[index];
      const from = person === undefined ? undefined : rowOf.get(person.name);
      const value = from === undefined ? '' : (stands[from]?.[column] ?? '');
      if ((stands[first + index]?.[column] ?? '') === value) continue;
      edited.set(first + index, { cell: value === '' ? null : typeof value === 'boolean' ? String(value) : value, format: typeof value === 'string' && value !== '' ? '@' : undefined });
    }
    return edited.size === 0 ? [] : [columnEdit(sheetNames.roster, column, edited)];
  });
}
