// Checking and colouring ledgers of 13 to 20,000 tasks: requests (X2), bytes and time for each row, side by side; first with something to write in every fifth row, then with nothing.
import { performance } from 'node:perf_hooks';
import { planCheck, writeCheck } from '../src/actions/checkLedger';
import { ledgerColumnAt, ledgerHeadRow } from '../src/sheets/ledgerSheet';
import type { BenchExcel } from './benchExcel';
import { benchExcel, buildIn, costOf, megabytes, planOf, printTable, sizes } from './benchExcel';

const day = '2021-06-18';

async function check(excel: BenchExcel): Promise<void> {
  const planning = await planCheck(excel.workbook, day);
  if (planning.kind !== 'ready') throw new Error(planning.kind);
  await writeCheck(excel.workbook, planning.check, () => undefined);
}

/** Spoils every fifth row, and takes away the colours, so that there is something to find, to write and to colour. */
function spoil({ book }: BenchExcel, size: number): void {
  const ledger = book.sheetByName('任务台账');
  if (ledger === undefined) throw new Error('There is no ledger.');
  const first = ledgerHeadRow + 1;
  book.together(() => {
    for (let row = first; row < first + size; row += 5) {
      book.writeInputs(ledger.id, { top: row, left: ledgerColumnAt.owners, bottom: row, right: ledgerColumnAt.owners }, [['黄万宏']], 'user');
    }
    for (const { id } of [...ledger.rules]) book.deleteRule(ledger.id, id);
  });
}

async function measure(): Promise<void> {
  const rows: (string | number)[][] = [];
  const perRowAt200 = { spoilt: 0, clean: 0 };
  for (const size of [200, ...sizes]) {
    const excel = await benchExcel();
    await buildIn(excel, planOf(size));
    spoil(excel, size);
    for (const kind of ['spoilt', 'clean'] as const) {
      const cost = await costOf(excel, () => check(excel));
      const perRow = cost.ms / size;
      if (size === 200) perRowAt200[kind] = perRow;
      rows.push([kind, size, cost.requests, megabytes(cost.sent), megabytes(cost.received), cost.ms.toFixed(0), (cost.ms - cost.excelMs).toFixed(0), perRow.toFixed(2), size < 200 ? '' : (perRow / perRowAt200[kind]).toFixed(2)]);
    }
    excel.close();
  }
  // The first 200 only warm everything.
  printTable(['ledger', 'tasks', 'requests', 'sent MB', 'received MB', 'ms', 'of it not Excel', 'ms a row', 'against 200'], rows.slice(2));
}

const started = performance.now();
void measure().then(() => { process.stdout.write(`${((performance.now() - started) / 1000).toFixed(0)} s in all\n`); });
