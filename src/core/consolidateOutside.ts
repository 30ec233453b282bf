// Whether a returned cell outside what a section fills in says something else than the ledger (R6): typesetting, ways of writing a day and short names aside.
import { sectionKey } from './attributed';
import type { LedgerTask } from './consolidation';
import type { LedgerIndex } from './consolidateLedger';
import { readDue } from './deadline';
import { splitNames, splitUnits } from './names';
import { foldWidth, withoutBlanks } from './normalizeText';
import { stripOrdinal } from './ordinals';
import type { ReturnedCell, ReturnedRow } from './returnedTable';
import { textKey } from './returnedText';
import type { Roster } from './roster';
import { namesOfPeople, namesOfSections } from './roster';
import type { OfficialColumn } from './task';
import { isTaskId } from './taskId';

/** The official columns that are not a section's to fill in (R1). */
export const lockedColumns = ['indicator', 'leadUnit', 'supportUnits', 'text', 'leaders', 'sections', 'owners', 'due'] as const satisfies readonly OfficialColumn[];
type LockedColumn = (typeof lockedColumns)[number];

/** A difference in a row, before anybody has judged it. */
export interface OutsideDifference {
  readonly column: OfficialColumn | 'id' | 'other';
  readonly title?: string;
  readonly old: string;
  readonly new: string;
}

/** What a row says otherwise than the ledger outside the columns to be filled in (R6). A cell that came back empty says nothing. */
export function outsideDifferences(row: ReturnedRow, task: LedgerTask, index: LedgerIndex): readonly OutsideDifference[] {
  const differences: OutsideDifference[] = [];
  const id = row.cells.id;
  // A plain running number beside the tasks is no 编号.
  if (id !== undefined && isTaskId(idText(id)) && !isSameId(id, task.id)) differences.push({ column: 'id', old: task.id, new: id.text });
  for (const column of lockedColumns) {
    const cell = row.cells[column];
    if (cell !== undefined && !saysSame(column, cell, task.cells[column], index)) differences.push({ column, old: task.cells[column], new: cell.text });
  }
  for (const { title, text } of row.others) differences.push({ column: 'other', title, old: '', new: text });
  return differences;
}

/** A cell's text as a 编号, widths and blanks aside. */
export function idText(cell: ReturnedCell): string {
  return withoutBlanks(foldWidth(cell.text));
}

/** Whether a cell says this 编号. Excel makes the number 2.1 of 2.10. */
export function isSameId(cell: ReturnedCell, id: string): boolean {
  return idText(cell) === id || (cell.number !== undefined && cell.number === Number(id));
}

/** The names in a cell of names, sections by their key, or the units. */
export function namesIn(column: 'leaders' | 'sections' | 'owners' | 'supportUnits', text: string, index: LedgerIndex): readonly string[] {
  if (column === 'supportUnits') return splitUnits(text);
  const known = knownNames(index.side.roster, column);
  return splitNames(text, known).names.map((name) => (column === 'sections' ? sectionKey(name, index.sectionOf) : name));
}

const known = new WeakMap<Roster, { readonly people: ReadonlySet<string>; readonly sections: ReadonlySet<string> }>();

function knownNames(roster: Roster, column: 'leaders' | 'sections' | 'owners'): ReadonlySet<string> {
  const names = known.get(roster) ?? { people: namesOfPeople(roster), sections: namesOfSections(roster) };
  known.set(roster, names);
  return column === 'sections' ? names.sections : names.people;
}

function saysSame(column: LockedColumn, cell: ReturnedCell, ledger: string, index: LedgerIndex): boolean {
  if (cell.text === ledger || plainText(cell.text) === plainText(ledger)) return true;
  switch (column) {
    case 'due': return isSameDue(cell, ledger, index.side.year);
    case 'leaders': case 'sections': case 'owners': case 'supportUnits':
      return namesIn(column, cell.text, index).join('、') === namesIn(column, ledger, index).join('、');
    default: return false;
  }
}

// 2021年9月, 44469 and 2021/9/30 are one day (D5, D7).
function isSameDue(cell: ReturnedCell, ledger: string, year: number): boolean {
  const serial = cell.number ?? (/^\s*\d{5}\s*$/.test(cell.text) ? Number(cell.text) : undefined);
  const [came, stands] = [readDue(serial ?? cell.text, { year }), readDue(ledger, { year })];
  return came.kind === 'date' && stands.kind === 'date' && came.on === stands.on;
}

// Punctuation of sentences gets lost and changed in retyping, and an ordinal is no part of the text (I4). A point, a dash or a sign beside figures means something.
function plainText(text: string): string {
  return withoutBlanks(foldWidth(stripOrdinal(textKey(text)).text)).replace(/[,，。、;:!?"'“”‘’„‟()《》〈〉「」【】[\]]|\.$/g, '');
}
