// Which report a ledger is at, for commands that are not told. Knows nothing of what is done for it.
import { readReports } from '../actions/listReports';
import type { PlainDate } from '../core/plainDate';
import type { LedgerWorkbook } from '../sheets/workbook';

/** The period of the ledger's 基准日, or of the day given; '' where there is none, which the action then says. */
export async function currentPeriodOf(workbook: LedgerWorkbook, day: PlainDate): Promise<string> {
  const reports = await readReports(workbook, day);
  return reports.kind === 'reports' ? (reports.entries.find(({ isCurrent }) => isCurrent)?.period.name ?? '') : '';
}
