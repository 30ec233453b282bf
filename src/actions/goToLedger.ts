// Shows the first task of the ledger. Changes nothing.
import { addressOf } from '../sheets/drawing';
import { sheetNames, tableNames } from '../sheets/titles';
import type { LedgerWorkbook } from '../sheets/workbook';

/** Goes to the first task on the ledger sheet, wherever its table stands by now; says when there is no ledger. */
export async function goToLedger(workbook: LedgerWorkbook): Promise<'shown' | 'noLedger'> {
  const { cells } = await workbook.read([sheetNames.ledger]);
  const table = cells.get(sheetNames.ledger)?.tables.find((each) => each.name === tableNames.ledger);
  if (table === undefined) return 'noLedger';
  await workbook.show(sheetNames.ledger, addressOf(table.row + 1, table.column));
  return 'shown';
}
