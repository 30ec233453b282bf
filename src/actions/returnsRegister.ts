// How each section stands with a report (R13): sent, returned, filled in, missing; and the sheet 回收登记 that shows it. Changes nothing.
import { sectionKey } from '../core/attributed';
import { compareStamps, sectionsByRoster } from '../core/consolidateLedger';
import type { LedgerTask } from '../core/consolidation';
import type { MissingItem } from '../core/missingItems';
import { missingItems } from '../core/missingItems';
import type { Exchange, RegisterEntry, TakenFile } from '../sheets/exchangeSheets';
import { registerList, registerRow } from '../sheets/exchangeSheets';
import { drawList, listRowsAdded } from '../sheets/listSheet';
import { sheetNames } from '../sheets/titles';
import type { ColumnEdit, WorkbookChange } from '../sheets/workbook';
import type { NewCell } from './columnEdit';
import { columnEdit } from './columnEdit';
import type { ExchangeGround } from './ledgerSide';

/** A section with all that is known of its return. `section` is the roster's full name, `shown` what the ledger calls it. */
export interface SectionStanding {
  readonly section: string;
  readonly shown: string;
  readonly sentOn: string;
  readonly returned: TakenFile | undefined;
  readonly tasks: number;
  readonly done: number;
  readonly filled: number;
  readonly missing: readonly MissingItem[];
}

/** What the ledger calls each section, by the roster's full name. */
export function sectionsAsWritten({ roster, side }: Pick<ExchangeGround, 'roster' | 'side'>): ReadonlyMap<string, string> {
  const sectionOf = sectionsByRoster(roster);
  const written = new Map<string, string>();
  for (const task of side.tasks) for (const name of task.sections) if (!written.has(sectionKey(name, sectionOf))) written.set(sectionKey(name, sectionOf), name);
  return written;
}

/** How the sections stand; 未更新 is told against the last report before this one. */
export function sectionStandings({ roster, side, period, before }: Pick<ExchangeGround, 'roster' | 'side' | 'period' | 'before'>, exchange: Exchange, tasks: readonly LedgerTask[]): readonly SectionStanding[] {
  const sectionOf = sectionsByRoster(roster);
  const texts = before === undefined ? undefined : new Map(before.tasks.map((task) => [task.id, task.progress]));
  const shown = sectionsAsWritten({ roster, side });
  const sentOn = new Map([...exchange.sentOn].map(([section, day]) => [sectionKey(section, sectionOf), day]));
  const files = new Map<string, TakenFile>();
  // Of several files of one merge the newest is the one that speaks (R5).
  for (const file of [...exchange.files].sort((one, other) => one.batch - other.batch || compareStamps(one, other))) files.set(sectionKey(file.section, sectionOf), file);
  return missingItems({ roster, tasks, asOf: period.cutOff, ...(texts === undefined ? {} : { before: texts }) }).map((items) => ({
    ...items, shown: shown.get(items.section) ?? items.section, sentOn: sentOn.get(items.section) ?? '', returned: files.get(items.section),
  }));
}

function entryOf({ shown, sentOn, returned, tasks, filled, done, missing }: SectionStanding): RegisterEntry {
  return { section: shown, sentOn, returnedAt: returned?.at ?? '', file: returned?.file ?? '', tasks, filled: filled + done, missing: missing.map(({ id }) => id) };
}

/** What brings 回收登记 up to how the sections stand: cells that changed, rows that came; the sheet itself where there is none. */
export function registerChange({ lists, period }: ExchangeGround, standings: readonly SectionStanding[]): Pick<WorkbookChange, 'newSheets' | 'rowsAdded' | 'edits'> {
  const rows = standings.map((each) => ({ section: each.shown, cells: registerRow(period.name, entryOf(each)) }));
  const { register } = lists;
  if (register === undefined) return { newSheets: [drawList(registerList, rows.map(({ cells }) => cells))], rowsAdded: [], edits: [] };
  const present = new Map(register.rows.filter(({ text }) => text('period').trim() === period.name).map((row) => [row.text('section').trim(), row]));
  const added = rows.filter(({ section }) => !present.has(section)).map((row) => row.cells);
  const edits = registerList.columns.flatMap(({ key }): readonly ColumnEdit[] => {
    const cells = new Map<number, NewCell>();
    for (const row of rows) {
      const stands = present.get(row.section);
      const cell = row.cells[key];
      if (stands !== undefined && stands.at(key) !== (cell ?? '')) cells.set(stands.row, { cell: cell === '' ? null : cell, format: undefined });
    }
    return cells.size === 0 ? [] : [columnEdit(sheetNames.returns, register.places.get(key) ?? 0, cells)];
  });
  return { newSheets: [], rowsAdded: added.length === 0 ? [] : [listRowsAdded(registerList, added, register.table)], edits };
}
