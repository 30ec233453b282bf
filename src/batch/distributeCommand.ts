// batch distribute: a workbook with a ledger in; one workbook for each section out (R1), and what went out remembered in the ledger (R4, R13).
import { join } from 'node:path';
import type { CopiesPlan } from '../actions/makeCopies';
import { planCopies, rememberCopies } from '../actions/makeCopies';
import { isPeriodName } from '../actions/makeSummary';
import { today } from '../clock/today';
import { openOfficeWorkbook } from '../excel/officeWorkbook';
import { drawWorkbookFile } from '../files/drawWorkbook';
import { batchWords } from '../words/batch';
import { sayProblem } from '../words/say';
import { currentPeriodOf } from './currentPeriodOf';
import { takeOptions } from './options';
import { isFileThere, requireFolder, saveFile } from './outputFile';
import { startExcel } from './pretendExcel';
import { WrongUse } from './wrongUse';

interface DistributeArguments { readonly file: string; readonly out: string; readonly period: string | undefined; readonly force: boolean }

function readArguments(args: readonly string[]): DistributeArguments {
  const { values, positionals } = takeOptions(args, { out: { type: 'string' }, period: { type: 'string' }, force: { type: 'boolean' } }, 'distribute');
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new WrongUse(batchWords.wrongArguments('distribute'));
  if (values.out === undefined) throw new WrongUse(batchWords.noOutFolder);
  if (values.period !== undefined && !isPeriodName(values.period)) throw new WrongUse(batchWords.periodNotOne(values.period));
  return { file, out: values.out, period: values.period, force: values.force === true };
}

/** Draws a copy for each section into a folder. A copy that stands there already may be filled in, so it is replaced only with --force. */
export async function distributeCommand(args: readonly string[], say: (line: string) => void): Promise<number> {
  const { file, out, period, force } = readArguments(args);
  await requireFolder(join(out, 'any.xlsx'));
  const excel = await startExcel(file);
  try {
    if (excel.lost.length > 0) throw new WrongUse(batchWords.wouldLose(file, excel.lost));
    const workbook = openOfficeWorkbook();
    const day = today();
    const plan = await planFor(file, async () => planCopies(workbook, { period: period ?? await currentPeriodOf(workbook, day), sentOn: day }));
    const files = await Promise.all(plan.copies.map(async (copy) => ({ ...copy, path: join(out, copy.file), bytes: await drawWorkbookFile(copy.drawing, { properties: copy.properties, savedAt: day }) })));
    for (const { path } of files) if (!force && await isFileThere(path)) throw new WrongUse(batchWords.copyThere(path));
    const outcome = await rememberCopies(workbook, plan, () => undefined);
    if (outcome.kind === 'changedMeanwhile') throw new Error('Nobody else writes into the pretend Excel of a terminal.');
    // The ledger first: a copy that is not remembered could not be compared when it comes back.
    await saveFile(file, await excel.save());
    for (const { path, bytes } of files) await saveFile(path, bytes);
    for (const line of batchWords.distributed(file, plan.cutOff, files.map(({ path, section, tasks }) => ({ path, section, tasks })))) say(line);
    return 0;
  } finally {
    excel.close();
  }
}

async function planFor(file: string, planned: () => ReturnType<typeof planCopies>): Promise<CopiesPlan> {
  const planning = await planned();
  if (planning.kind === 'noLedger') throw new WrongUse(batchWords.noLedgerToSend(file));
  if (planning.kind === 'refused') throw new WrongUse(batchWords.notSent(file, sayProblem(planning.problem)));
  return planning.plan;
}
