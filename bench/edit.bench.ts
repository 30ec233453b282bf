// An edit in a ledger of 5,000 rows: how long until it is judged, and how long the add-in holds the thread at a time, on which a person also types. Beside it a small ledger.
import { performance } from 'node:perf_hooks';
import type { FollowedLedger, SheetEdit } from '../src/actions/followLedger';
import { beginFollowing, editedRows, followRows } from '../src/actions/followLedger';
import { groupings, groupRows, inOrder } from '../src/actions/listStatus';
import { judgeWorkbook } from '../src/actions/lookAtWorkbook';
import { quietMilliseconds, watchWorkbook } from '../src/excel/watch';
import { ledgerColumnAt, ledgerHeadRow } from '../src/sheets/ledgerSheet';
import { sheetNames } from '../src/sheets/titles';
import type { BenchExcel } from './benchExcel';
import { benchExcel, buildIn, costOf, planOf, printTable } from './benchExcel';

const edits = 20;
const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Reads and judges the whole ledger as the pane does when it opens, and says how long each stretch without a pause was. */
async function open({ workbook }: BenchExcel): Promise<{ readonly followed: FollowedLedger; readonly longest: number }> {
  const reading = await workbook.read([sheetNames.ledger, sheetNames.roster, sheetNames.settings, sheetNames.hiddenNotes]);
  let last = performance.now();
  const stretches: number[] = [];
  const mark = (): void => { stretches.push(performance.now() - last); last = performance.now(); };
  const state = judgeWorkbook(reading);
  if (state.kind !== 'ledger') throw new Error(state.kind);
  mark();
  const followed = await beginFollowing(state, '2021-06-18', async () => {
    mark();
    await new Promise((next) => { setImmediate(next); });
    last = performance.now();
  });
  mark();
  if (followed === undefined) throw new Error('设置 cannot be read.');
  return { followed, longest: Math.max(...stretches) };
}

async function measure(): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const size of [13, 13, 500, 5_000]) {
    const excel = await benchExcel();
    await buildIn(excel, planOf(size));
    const opened = await open(excel);
    let { followed } = opened;
    let heard: (edits: readonly SheetEdit[]) => void = () => undefined;
    const stop = await watchWorkbook((found) => { heard(found ?? []); });
    const ledger = excel.book.sheetByName(sheetNames.ledger)?.id ?? '';
    const whole: number[] = [];
    const own: number[] = [];
    let requests = 0;
    for (let count = 0; count < edits; count += 1) {
      const row = ledgerHeadRow + 1 + ((count * 7919) % size);
      const event = new Promise<readonly SheetEdit[]>((done) => { heard = done; });
      const started = performance.now();
      excel.book.enter(ledger, row, ledgerColumnAt.progress, `已完成第 ${String(count)} 步（虚拟示例）`);
      const found = await event;
      const cost = await costOf(excel, async () => { followed = await followRows(excel.workbook, followed, editedRows(followed, found) ?? []); });
      whole.push(performance.now() - started);
      own.push(cost.ms - cost.excelMs);
      requests = Math.max(requests, cost.requests);
    }
    const listed = performance.now();
    for (const by of groupings) groupRows(inOrder(followed.standing.rows), by);
    const lists = (performance.now() - listed) / groupings.length;
    await stop();
    excel.close();
    rows.push([size, median(whole).toFixed(0), Math.max(...whole).toFixed(0), requests, median(own).toFixed(1), Math.max(...own).toFixed(1), opened.longest.toFixed(1), lists.toFixed(1)]);
  }
  // The first 13 only warm everything.
  printTable(['tasks', 'typed to judged, median ms', 'longest ms', 'requests', 'own work, median ms', 'longest ms', 'longest stretch at opening, ms', 'lists for the screen, ms'], rows.slice(1));
  process.stdout.write(`"Typed to judged" holds the ${String(quietMilliseconds)} ms that the add-in waits for the end of a burst. "Own work" is what it does on the thread for one edit; the pretend Excel's work is not in it.\n`);
}

void measure();
