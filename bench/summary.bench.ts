// Making summaries of ledgers of 13 to 2,000 tasks: requests (X2), bytes and time for each task, side by side; a first report, a second one, and a past one from the history.
import { performance } from 'node:perf_hooks';
import { makeSummary, planSummary } from '../src/actions/makeSummary';
import { ledgerColumnAt, ledgerHeadRow } from '../src/sheets/ledgerSheet';
import type { BenchExcel } from './benchExcel';
import { benchExcel, buildIn, costOf, megabytes, planOf, printTable } from './benchExcel';

/** Beyond this no bureau has tasks; the reports of a year stand in one history. */
const counts = [13, 200, 2_000] as const;
const kinds = [['first', '2021-04', 'ledger'], ['second', '2021-06', 'ledger'], ['past again', '2021-04', 'history']] as const;

async function report(excel: BenchExcel, period: string, from: 'ledger' | 'history'): Promise<void> {
  const planning = await planSummary(excel.workbook, { period, from, today: '2021-06-18', madeAt: '2021-06-18 09:00' });
  if (planning.kind !== 'ready') throw new Error(planning.kind);
  await makeSummary(excel.workbook, planning.plan, () => undefined);
}

/** Every second task says something, and each names two of sixty sections. */
function fillIn({ book }: BenchExcel, size: number): void {
  const ledger = book.sheetByName('任务台账');
  if (ledger === undefined) throw new Error('There is no ledger.');
  const put = (row: number, column: number, text: string): void => { book.writeInputs(ledger.id, { top: row, left: column, bottom: row, right: column }, [[text]], 'user'); };
  book.together(() => {
    for (let index = 0; index < size; index += 1) {
      const row = ledgerHeadRow + 1 + index;
      put(row, ledgerColumnAt.sections, `科室${String(index % 60)}、科室${String((index * 7 + 1) % 60)}`);
      if (index % 2 === 0) put(row, ledgerColumnAt.progress, `已推进第 ${String(index)} 项工作，形成阶段性成果（虚拟示例）`);
    }
  });
}

async function measure(): Promise<void> {
  const rows: (string | number)[][] = [];
  const perTaskAt200 = new Map<string, number>();
  for (const size of [200, ...counts]) {
    const excel = await benchExcel();
    await buildIn(excel, planOf(size));
    fillIn(excel, size);
    for (const [kind, period, from] of kinds) {
      const cost = await costOf(excel, () => report(excel, period, from));
      const perTask = cost.ms / size;
      if (size === 200) perTaskAt200.set(kind, perTask);
      rows.push([kind, size, cost.requests, megabytes(cost.sent), megabytes(cost.largest), megabytes(cost.received), cost.ms.toFixed(0), (cost.ms - cost.excelMs).toFixed(0), perTask.toFixed(2), size < 200 ? '' : (perTask / (perTaskAt200.get(kind) ?? perTask)).toFixed(2)]);
    }
    excel.close();
  }
  // The first 200 only warm everything.
  printTable(['report', 'tasks', 'requests', 'sent MB', 'largest MB', 'received MB', 'ms', 'of it not Excel', 'ms a task', 'against 200'], rows.slice(kinds.length));
}

const started = performance.now();
void measure().then(() => { process.stdout.write(`${((performance.now() - started) / 1000).toFixed(0)} s in all\n`); });
