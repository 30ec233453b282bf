// batch summary: a workbook with a ledger in; the same with a period's summary out, and the Word report where it is asked for (B1–B5).
import { resolve } from 'node:path';
import type { SummaryPlan } from '../actions/makeSummary';
import { isPeriodName, makeSummary, planSummary } from '../actions/makeSummary';
import { now, today } from '../clock/today';
import type { PlainDate } from '../core/plainDate';
import { openOfficeWorkbook } from '../excel/officeWorkbook';
import { wordReport } from '../files/wordReport';
import { summaryDocument } from '../sheets/summaryDocument';
import { batchWords } from '../words/batch';
import { sayProblem } from '../words/say';
import { isFileThere, requireFolder, saveFile } from './outputFile';
import { takeDay, takeOptions } from './options';
import { startExcel } from './pretendExcel';
import { WrongUse } from './wrongUse';

interface SummaryArguments {
  readonly file: string;
  readonly period: string;
  readonly out: string;
  readonly docx: string | undefined;
  readonly asOf: PlainDate | undefined;
  readonly fromLedger: boolean;
  readonly force: boolean;
}

function readArguments(args: readonly string[]): SummaryArguments {
  const { values, positionals } = takeOptions(args, {
    period: { type: 'string' }, out: { type: 'string' }, docx: { type: 'string' }, 'as-of': { type: 'string' }, 'from-ledger': { type: 'boolean' }, force: { type: 'boolean' },
  }, 'summary');
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new WrongUse(batchWords.wrongArguments('summary'));
  if (values.period === undefined) throw new WrongUse(batchWords.noPeriod);
  if (!isPeriodName(values.period)) throw new WrongUse(batchWords.periodNotOne(values.period));
  if (values.out !== undefined && !values.out.toLowerCase().endsWith('.xlsx')) throw new WrongUse(batchWords.outNotXlsx(values.out));
  if (values.out !== undefined && resolve(values.out) === resolve(file)) throw new WrongUse(batchWords.sameOut);
  if (values.docx !== undefined && !values.docx.toLowerCase().endsWith('.docx')) throw new WrongUse(batchWords.docxNotDocx(values.docx));
  return {
    file, period: values.period, out: values.out ?? file, docx: values.docx, asOf: takeDay(values['as-of']), fromLedger: values['from-ledger'] === true, force: values.force === true,
  };
}

/** Makes the summary of a period. Without --out it is written into the ledger's own file, by way of a new file and a rename. Exit code 1 where the ledger has problems at error level. */
export async function summaryCommand(args: readonly string[], say: (line: string) => void): Promise<number> {
  const wanted = readArguments(args);
  for (const made of [wanted.out, ...(wanted.docx === undefined ? [] : [wanted.docx])]) {
    await requireFolder(made);
    if (made !== wanted.file && !wanted.force && await isFileThere(made)) throw new WrongUse(batchWords.fileThere(made));
  }
  const excel = await startExcel(wanted.file);
  try {
    if (excel.lost.length > 0) throw new WrongUse(batchWords.wouldLose(wanted.file, excel.lost));
    const workbook = openOfficeWorkbook();
    const plan = await planFor(wanted, () => planSummary(workbook, {
      period: wanted.period, from: wanted.fromLedger ? 'ledger' : 'undecided', ...(wanted.asOf === undefined ? {} : { judgedOn: wanted.asOf }), today: today(), madeAt: now(),
    }));
    const outcome = await makeSummary(workbook, plan, () => undefined);
    if (outcome.kind === 'changedMeanwhile') throw new Error('Nobody else writes into the pretend Excel of a terminal.');
    // The report is made before anything is written, so that neither file stands alone when the other cannot be made.
    const docx = wanted.docx === undefined ? undefined : await wordReport(summaryDocument(plan.summary, plan.madeAt), { savedAt: today() });
    await saveFile(wanted.out, await excel.save());
    if (wanted.docx !== undefined && docx !== undefined) await saveFile(wanted.docx, docx);
    for (const line of batchWords.reported({ file: wanted.out, sheet: plan.sheet, keptAs: plan.keptAs, from: plan.from, counts: plan.summary.counts, docx: wanted.docx })) say(line);
    for (const problem of plan.problems) say(`${batchWords.levels[problem.level]}${sayProblem(problem)}`);
    return plan.problems.some(({ level }) => level === 'error') ? 1 : 0;
  } finally {
    excel.close();
  }
}

async function planFor({ file, force }: SummaryArguments, planned: () => ReturnType<typeof planSummary>): Promise<SummaryPlan> {
  const planning = await planned();
  if (planning.kind === 'noLedger') throw new WrongUse(batchWords.noLedgerToReport(file));
  if (planning.kind === 'refused') throw new WrongUse(batchWords.notReported(file, sayProblem(planning.problem)));
  const { plan } = planning;
  if (plan.keptAs !== undefined && !force) throw new WrongUse(batchWords.summaryExists(file, plan.sheet, plan.keptAs));
  return plan;
}
