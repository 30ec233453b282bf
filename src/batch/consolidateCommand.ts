// batch consolidate: a ledger and returned sheets in; the ledger with all that is beyond doubt merged out, the rest left and named (R3–R9).
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { sectionsAsWritten } from '../actions/returnsRegister';
import { asReturn, bringsAnything, merge, planMerge } from '../actions/takeReturns';
import type { MergePlan } from '../actions/takeReturns';
import { isPeriodName } from '../actions/makeSummary';
import { now, today } from '../clock/today';
import type { FileOutcome } from '../core/consolidation';
import { compareText } from '../core/consolidateLedger';
import type { FileRefusal } from '../core/rawTable';
import type { ReturnedSheet } from '../core/returnedTable';
import { openOfficeWorkbook } from '../excel/officeWorkbook';
import type { FileReading } from '../files/readFileTables';
import { readFileTables } from '../files/readFileTables';
import { batchWords } from '../words/batch';
import { consolidationWords, sayFileRefused } from '../words/consolidation';
import { titleOf } from '../words/fields';
import { sayLeftOvers } from '../words/leftOvers';
import { sayRefusal } from '../words/refusals';
import { sayProblem } from '../words/say';
import { currentPeriodOf } from './currentPeriodOf';
import { faultCode } from './inputFile';
import { takeOptions } from './options';
import { isFileThere, requireFolder, saveFile } from './outputFile';
import { startExcel } from './pretendExcel';
import { WrongUse } from './wrongUse';

interface ConsolidateArguments { readonly file: string; readonly returns: readonly string[]; readonly out: string; readonly period: string | undefined; readonly asJson: boolean; readonly force: boolean }

function readArguments(args: readonly string[]): ConsolidateArguments {
  const { values, positionals } = takeOptions(args, { out: { type: 'string' }, period: { type: 'string' }, json: { type: 'boolean' }, force: { type: 'boolean' } }, 'consolidate');
  const [file, ...returns] = positionals;
  if (file === undefined || returns.length === 0) throw new WrongUse(batchWords.wrongArguments('consolidate'));
  if (values.out === undefined) throw new WrongUse(batchWords.noOut);
  if (!values.out.toLowerCase().endsWith('.xlsx')) throw new WrongUse(batchWords.outNotXlsx(values.out));
  if (values.period !== undefined && !isPeriodName(values.period)) throw new WrongUse(batchWords.periodNotOne(values.period));
  return { file, returns, out: values.out, period: values.period, asJson: values.json === true, force: values.force === true };
}

/** A file that could not be read at all (R9). */
interface Unread { readonly file: string; readonly refusal: FileRefusal }

// A name that was typed wrong ends the program before anything is done; a file that is there and will not open is refused like any other (R9).
async function readReturn(path: string): Promise<FileReading> {
  const name = basename(path);
  const bytes = await readFile(path).catch((error: unknown) => {
    const code = faultCode(error);
    if (code === undefined) throw error;
    if (code === 'ENOENT') throw new WrongUse(batchWords.fileUnreadable(path, code));
    return undefined;
  });
  return bytes === undefined ? { ok: false, refusal: { kind: 'cannotOpen', values: {} } } : readFileTables(name, bytes);
}

async function readReturns(paths: readonly string[]): Promise<{ readonly read: readonly ReturnedSheet[]; readonly unread: readonly Unread[] }> {
  const read: ReturnedSheet[] = [];
  const unread: Unread[] = [];
  for (const path of paths) {
    const reading = await readReturn(path);
    if (reading.ok) read.push(asReturn(reading.file));
    else unread.push({ file: basename(path), refusal: reading.refusal });
  }
  return { read, unread };
}

/** The report that most of the returns say they are of; undefined where none says. */
function periodSaid(returns: readonly ReturnedSheet[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { claims, rows } of returns) {
    const key = rows.map((row) => row.key).find((each) => typeof each === 'object');
    const period = typeof key === 'object' ? key.period : claims.find((claim) => claim.period !== '')?.period;
    if (period !== undefined) counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  return [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? 1 : -1))[0]?.[0];
}

/** Takes returns together. Exit code 0: everything merged or unchanged; 1: something needs a person. */
export async function consolidateCommand(args: readonly string[], say: (line: string) => void): Promise<number> {
  const { file, returns, out, period, asJson, force } = readArguments(args);
  await requireFolder(out);
  if (out !== file && !force && await isFileThere(out)) throw new WrongUse(batchWords.fileThere(out));
  const { read, unread } = await readReturns(returns);
  const excel = await startExcel(file);
  try {
    if (excel.lost.length > 0) throw new WrongUse(batchWords.wouldLose(file, excel.lost));
    const workbook = openOfficeWorkbook();
    const plan = await planFor(file, async () => planMerge(workbook, period ?? periodSaid(read) ?? await currentPeriodOf(workbook, today()), read, {}));
    if (bringsAnything(plan)) {
      const outcome = await merge(workbook, plan, now(), () => undefined);
      if (outcome.kind === 'changedMeanwhile') throw new Error('Nobody else writes into the pretend Excel of a terminal.');
    }
    await saveFile(out, await excel.save());
    if (asJson) say(JSON.stringify(asJsonReport(plan, unread), null, 2));
    else for (const line of linesOf(out, plan, unread)) say(line);
    return needsPerson(plan, unread) ? 1 : 0;
  } finally {
    excel.close();
  }
}

async function planFor(file: string, planned: () => ReturnType<typeof planMerge>): Promise<MergePlan> {
  const planning = await planned();
  if (planning.kind === 'noLedger') throw new WrongUse(batchWords.noLedgerToMerge(file));
  if (planning.kind === 'refused') throw new WrongUse(batchWords.notMerged(file, sayProblem(planning.problem)));
  return planning.plan;
}

function needsPerson({ consolidation: { cells, files } }: MergePlan, unread: readonly Unread[]): boolean {
  return unread.length > 0 || files.some(({ refused }) => refused !== undefined) || cells.conflicts + cells.outside + cells.guesses + cells.unmatched + cells.refused > 0;
}

/** What --json prints. `refused` says why a file was not taken; of one that was taken in part, which of its cells were not. */
function asJsonReport({ consolidation: { files, cells }, ground }: MergePlan, unread: readonly Unread[]): unknown {
  const written = sectionsAsWritten(ground);
  const read = files.map((each) => ({
    file: each.file, section: written.get(each.section) ?? each.section, matched: each.matched, merged: each.merged, unchanged: each.unchanged,
    conflicts: each.conflicts.map(titled), outside: each.outside.map(titled), guesses: each.guesses.map(withTitles), unmatched: each.unmatched.map(withTitles), ...refusedPart(each),
  }));
  const not = unread.map(({ file, refusal }) => ({
    file, section: '', matched: 0, merged: 0, unchanged: 0, conflicts: [], outside: [], guesses: [], unmatched: [], refused: { kind: refusal.kind, message: sayRefusal(file, refusal) },
  }));
  return { files: [...read, ...not].sort((one, other) => compareText(one.file, other.file)), cells };
}

/** Columns are called as on the sheet. */
function titled<Entry extends { readonly column?: string; readonly title?: string }>(entry: Entry): Entry {
  return entry.column === undefined ? entry : { ...entry, column: entry.title ?? titleOf(entry.column) };
}

function withTitles<Entry extends { readonly column?: string; readonly texts: readonly { readonly column: string; readonly text: string }[] }>(entry: Entry): unknown {
  return { ...titled(entry), texts: entry.texts.map(({ column, text }) => ({ ...(column === 'other' ? {} : { column: titleOf(column) }), text })) };
}

function refusedPart({ file, refused, setApart }: FileOutcome): { readonly refused?: unknown } {
  if (refused !== undefined) return { refused: { ...refused, message: sayFileRefused(file, refused) } };
  return setApart.length === 0 ? {} : { refused: { kind: 'cells', cells: setApart.map((each) => ({ ...titled(each), message: consolidationWords.setApart[each.kind] })) } };
}

function linesOf(out: string, { consolidation, ground }: MergePlan, unread: readonly Unread[]): readonly string[] {
  const written = sectionsAsWritten(ground);
  return [
    batchWords.merged(out, ground.period.name, consolidation.edits.length),
    ...consolidation.files.flatMap((outcome) => [lineOf(outcome, written), ...(outcome.refused === undefined ? sayLeftOvers(outcome) : [])]),
    ...unread.map(({ file, refusal }) => sayRefusal(file, refusal)),
    batchWords.cellsCounted(consolidation.cells),
  ];
}

function lineOf({ file, section, cells, refused }: FileOutcome, written: ReadonlyMap<string, string>): string {
  return refused === undefined ? batchWords.fileMerged(file, written.get(section) ?? section, cells) : sayFileRefused(file, refused);
}
