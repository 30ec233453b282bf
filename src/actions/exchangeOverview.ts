// Where sending out and taking back stand (R11, R13): the year's reports, each section with one of them, the merges so far, and sheets that may be returns. Reads; changes nothing.
import type { Period } from '../core/period';
import { periodsOf } from '../core/period';
import type { Problem } from '../core/problem';
import type { RawFile } from '../core/rawTable';
import { periodOfSheet } from '../sheets/summaryTitles';
import { sheetNames } from '../sheets/titles';
import type { LedgerWorkbook } from '../sheets/workbook';
import type { ExchangeGround } from './ledgerSide';
import { readExchangeGround } from './ledgerSide';
import type { SectionStanding } from './returnsRegister';
import { sectionStandings } from './returnsRegister';
import type { PastMerge } from './takeMergeBack';
import { pastMerges } from './takeMergeBack';

/** A merge with the report that it was of. */
export interface PeriodMerge extends PastMerge { readonly period: string }

/** How sending out and taking back stand for one report. */
export interface ExchangeOverview {
  readonly period: Period;
  readonly periods: readonly Period[];
  /** The section that takes the returns together. */
  readonly office: string;
  readonly standings: readonly SectionStanding[];
  readonly merges: readonly PeriodMerge[];
  /** Sheets that the add-in did not make: a returned sheet may stand among them. */
  readonly otherSheets: readonly string[];
}

export type OverviewReading = { readonly kind: 'overview'; readonly overview: ExchangeOverview } | { readonly kind: 'refused'; readonly problem: Problem } | { readonly kind: 'noLedger' };

/** Reads where a report's copies and returns stand. */
export async function readOverview(workbook: LedgerWorkbook, period: string): Promise<OverviewReading> {
  const reading = await readExchangeGround(workbook, period);
  return reading.kind === 'ground' ? { kind: 'overview', overview: overviewOf(reading.ground) } : reading;
}

/** Where a report's copies and returns stand on a ledger that was read. */
export function overviewOf(ground: ExchangeGround): ExchangeOverview {
  const { state, settings, period, exchange, side } = ground;
  const own = new Set<string>(Object.values(sheetNames));
  return {
    period, periods: periodsOf(settings.calendar, settings.year), office: settings.office, standings: sectionStandings(ground, exchange, side.tasks),
    merges: pastMerges(ground).map((merge) => ({ ...merge, period: periodOfMerge(ground, merge.batch) })),
    otherSheets: state.reading.sheets.map(({ name }) => name).filter((name) => !own.has(name) && periodOfSheet(name) === undefined),
  };
}

// 合并记录 does not name the report; 收发底稿 does.
function periodOfMerge({ lists, period }: ExchangeGround, batch: number): string {
  const row = lists.exchange?.rows.find(({ at }) => at('batch') !== '' && Number(at('batch')) === batch);
  return row?.text('period').trim() ?? period.name;
}

/** A sheet of the open workbook as a file that came back; undefined where it is gone. Which of its cells are merged is not asked, for asking clears Excel's undo. `at` is when it was read, e.g. '2021-06-18 15:32'. */
export async function readSheetAsReturn(workbook: LedgerWorkbook, sheet: string, at: string): Promise<RawFile | undefined> {
  const reading = await workbook.read([sheet]);
  const cells = reading.cells.get(sheet);
  if (cells === undefined) return undefined;
  // What is open now is the newest of its section (R5).
  return { name: sheet, kind: 'xlsx', savedAt: at.replace(' ', 'T'), properties: {}, tables: [{ name: sheet, visibility: 'visible', cells: cells.values, merges: [] }] };
}
