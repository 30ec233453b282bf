// Says what the open workbook is: no ledger yet, a ledger, or something in the way. Changes nothing.
import type { PlanSettings } from '../core/plan';
import type { PlainDate } from '../core/plainDate';
import type { Problem } from '../core/problem';
import type { Roster } from '../core/roster';
import type { LedgerReading } from '../sheets/ledgerReading';
import { missingColumns, readLedger } from '../sheets/ledgerReading';
import { isRosterSheet, readRoster, rosterNames } from '../sheets/rosterSheet';
import { formatVersion, isSettingsSheet, readLastReported, readSettings, settingsNames } from '../sheets/settingsSheet';
import { separator, sheetNames, tableNames } from '../sheets/titles';
import type { LedgerWorkbook, SheetCells, WorkbookReading } from '../sheets/workbook';

/** What a workbook is to this add-in. */
export type WorkbookState =
  /** No ledger, and nothing that would be in the way of one. */
  | { readonly kind: 'none'; readonly reading: WorkbookReading }
  | { readonly kind: 'ledger'; readonly reading: WorkbookReading; readonly ledger: LedgerReading; readonly settings: PlanSettings | undefined; readonly roster: Roster | undefined; readonly judgedOn: PlainDate | undefined; readonly problems: readonly Problem[];
    /** The shape in which 设置 says that the sheets were written (X5). */
    readonly version: number;
    /** The period that was reported last; empty when none was (F2). */
    readonly lastReported: string }
  /** Something that must not be touched, or cannot be read, is in the way (L10, X5). The problem names it. */
  | { readonly kind: 'inTheWay'; readonly reading: WorkbookReading; readonly problem: Problem };

const ours = [sheetNames.ledger, sheetNames.roster, sheetNames.settings, sheetNames.hiddenNotes] as const;

/** A workbook that holds a ledger. */
export type LedgerState = Extract<WorkbookState, { kind: 'ledger' }>;

function inTheWay(reading: WorkbookReading, rule: string, kind: string, at: Problem['at'], values: Problem['values']): WorkbookState {
  return { kind: 'inTheWay', reading, problem: { rule, kind, level: 'error', at, values } };
}

/** Excel compares names of sheets without regard to case; ours are Chinese, so equality is enough. */
function cellsOf(reading: WorkbookReading, sheet: string): SheetCells | undefined {
  return reading.cells.get(sheet);
}

/** Judges a workbook from what was read of it. Pure. */
export function judgeWorkbook(reading: WorkbookReading): WorkbookState {
  const ledgerCells = cellsOf(reading, sheetNames.ledger);
  const rosterCells = cellsOf(reading, sheetNames.roster);
  const settingsCells = cellsOf(reading, sheetNames.settings);
  const table = ledgerCells?.tables.find((each) => each.name === tableNames.ledger);
  const tableElsewhere = reading.tables.find((each) => (each.name === tableNames.ledger && each.sheet !== sheetNames.ledger) || (each.name === tableNames.roster && each.sheet !== sheetNames.roster));
  if (tableElsewhere !== undefined) return inTheWay(reading, 'L10', 'tableOfAnother', { sheet: tableElsewhere.sheet }, { table: tableElsewhere.name, sheet: tableElsewhere.sheet });
  const foreign =
    ledgerCells !== undefined && table === undefined ? sheetNames.ledger
    : rosterCells !== undefined && !isRosterSheet(rosterCells.values) ? sheetNames.roster
    : settingsCells !== undefined && !isSettingsSheet(settingsCells.values) ? sheetNames.settings
    : undefined;
  if (foreign !== undefined) return inTheWay(reading, 'L10', 'sheetOfAnother', { sheet: foreign }, { sheet: foreign });
  const settings = settingsCells === undefined ? undefined : readSettings(settingsCells.values);
  if (settings?.ok === true && settings.value.version > formatVersion) {
    return inTheWay(reading, 'X5', 'newerVersion', { sheet: sheetNames.settings }, { version: settings.value.version, known: formatVersion });
  }
  if (ledgerCells === undefined || table === undefined) {
    const taken = rosterCells === undefined && settingsCells === undefined ? takenName(reading) : undefined;
    return taken === undefined ? { kind: 'none', reading } : inTheWay(reading, 'L10', 'nameOfAnother', {}, { name: taken });
  }
  const missing = missingColumns(ledgerCells.values, table);
  if (missing.length > 0) {
    return inTheWay(reading, 'L2', 'columnsMissing', { sheet: sheetNames.ledger }, { titles: missing.join(separator) });
  }
  const roster = rosterCells === undefined ? undefined : readRoster(rosterCells.values);
  return {
    kind: 'ledger', reading,
    ledger: readLedger(ledgerCells.values, table),
    settings: settings?.ok === true ? settings.value.settings : undefined,
    roster: roster?.ok === true ? roster.value : undefined,
    judgedOn: settings?.ok === true ? settings.value.judgedOn : undefined,
    problems: [...(settings?.problems ?? []), ...(roster?.problems ?? [])],
    version: settings?.ok === true ? settings.value.version : formatVersion,
    lastReported: readLastReported(reading.names),
  };
}

/** A named item of someone else that is called like one of ours. */
function takenName(reading: WorkbookReading): string | undefined {
  const wanted = new Set([...settingsNames(), ...rosterNames({ people: [], sections: [] })].map((each) => each.name));
  return reading.names.find((each) => wanted.has(each.name))?.name;
}

/** Reads the open workbook and says what it is. `also` names further sheets whose cells are wanted. */
export async function lookAtWorkbook(workbook: LedgerWorkbook, also: readonly string[] = []): Promise<WorkbookState> {
  return judgeWorkbook(await workbook.read([...ours, ...also]));
}
