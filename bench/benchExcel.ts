// What the measurements share: a pretend Excel under the real Office.js, plans of any size, and tables of figures. Asserts nothing.
import { performance } from 'node:perf_hooks';
import { build, planBuild } from '../src/actions/buildLedger';
import type { Plan } from '../src/core/plan';
import { parsePlan } from '../src/core/planFile';
import { openOfficeWorkbook } from '../src/excel/officeWorkbook';
import type { LedgerWorkbook } from '../src/sheets/workbook';
import { Book } from '../src/workbench/book/book';
import { createCalc } from '../src/workbench/calc';
import { ExcelHost } from '../src/workbench/host/excelHost';
import { openOffice } from '../src/workbench/host/nodeOffice';
import seed from '../seeds/plan-2021.json';

/** Sizes of ledgers that are measured side by side. */
export const sizes = [13, 200, 2_000, 20_000] as const;

/** 18 June 2021, as Excel counts days. */
const measuredOn = 44_365;

/** An Excel without a screen, with a new workbook. */
export interface BenchExcel { readonly book: Book; readonly host: ExcelHost; readonly workbook: LedgerWorkbook; close(): void }

/** Starts an Excel; on the web a request may hold 5 MB. */
export async function benchExcel(platform: 'PC' | 'web' = 'PC'): Promise<BenchExcel> {
  const clock = { today: () => measuredOn };
  const book = new Book({ calc: createCalc(clock), clock });
  const host = new ExcelHost(book, { platform });
  const office = await openOffice(host, { global: true });
  return { book, host, workbook: openOfficeWorkbook(), close: () => { office.close(); } };
}

/** A plan of so many tasks, made by repeating those of 2021 under numbers of their own. */
export function planOf(count: number): Plan {
  const parsed = parsePlan(seed, '');
  if (!parsed.ok) throw new Error('seeds/plan-2021.json is no plan.');
  const { tasks } = parsed.value;
  return { ...parsed.value, tasks: Array.from({ length: count }, (_, index) => ({ ...like(tasks, index), id: `${String((index % 6) + 1)}.${String(index + 1)}` })) };
}

function like<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('The plan of 2021 has tasks.');
  return found;
}

/** Builds a plan's ledger. */
export async function buildIn({ workbook }: BenchExcel, plan: Plan): Promise<void> {
  const planning = await planBuild(workbook, plan, []);
  if (planning.kind !== 'ready') throw new Error(`refused: ${planning.problem.rule} ${planning.problem.kind}`);
  await build(workbook, planning.build, () => undefined);
}

/** What some work cost: its own time with Excel's answers, the time within Excel alone, and what went over the wire. */
export interface Cost { readonly ms: number; readonly excelMs: number; readonly requests: number; readonly sent: number; readonly largest: number; readonly received: number }

/** Runs some work and says what it cost. */
export async function costOf({ host }: BenchExcel, work: () => Promise<unknown>): Promise<Cost> {
  const from = host.requests.length;
  const started = performance.now();
  await work();
  const ms = performance.now() - started;
  const asked = host.requests.slice(from).filter(({ n }) => n !== undefined);
  const sum = (of: (request: (typeof asked)[number]) => number): number => asked.reduce((total, each) => total + of(each), 0);
  return {
    ms, excelMs: sum((each) => each.ms), requests: asked.length, sent: sum(({ requestBytes }) => requestBytes),
    largest: Math.max(0, ...asked.map(({ requestBytes }) => requestBytes)), received: sum(({ responseBytes }) => responseBytes),
  };
}

/** Bytes as megabytes with two places. */
export function megabytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(2);
}

/** Prints a table: a line of titles, then the rows. */
export function printTable(titles: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const lines = [titles, ...rows].map((row) => row.map(String));
  const widths = titles.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  for (const line of lines) process.stdout.write(`${line.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  ')}\n`);
}
