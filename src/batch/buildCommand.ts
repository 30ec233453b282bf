// batch build: a plan in, from a file of any kind (I1), a workbook with the ledger out. Over an existing ledger file nothing filled in is lost (L7).
import type { BuildPlan } from '../actions/buildLedger';
import { build, planBuild } from '../actions/buildLedger';
import type { PlainDate } from '../core/plainDate';
import type { Plan } from '../core/plan';
import type { Problem } from '../core/problem';
import { openOfficeWorkbook } from '../excel/officeWorkbook';
import { batchWords } from '../words/batch';
import { sayProblem } from '../words/say';
import { isFileThere, requireFolder, saveFile } from './outputFile';
import { takeDay, takeOptions } from './options';
import type { PlanInput } from './planInput';
import { readPlanInput } from './planInput';
import type { PretendExcel } from './pretendExcel';
import { removeBlankSheets, startExcel } from './pretendExcel';
import { seedPlanFile } from './seeds';
import { WrongUse } from './wrongUse';

interface BuildArguments {
  /** Absent where the plan is only to be printed. */
  readonly out: string | undefined;
  readonly from: string;
  readonly notice: string | undefined;
  readonly asOf: PlainDate | undefined;
  readonly asJson: boolean;
  readonly force: boolean;
}

function readArguments(args: readonly string[]): BuildArguments {
  const { values, positionals } = takeOptions(args, {
    out: { type: 'string' }, from: { type: 'string' }, notice: { type: 'string' }, 'as-of': { type: 'string' }, json: { type: 'boolean' }, force: { type: 'boolean' },
  }, 'build');
  if (positionals.length > 0) throw new WrongUse(batchWords.wrongArguments('build'));
  if (values.out === undefined && values.json !== true) throw new WrongUse(batchWords.noOut);
  if (values.out?.toLowerCase().endsWith('.xlsx') === false) throw new WrongUse(batchWords.outNotXlsx(values.out));
  return { out: values.out, from: values.from ?? seedPlanFile, notice: values.notice, asOf: takeDay(values['as-of']), asJson: values.json === true, force: values.force === true };
}

async function startOn(out: string, over: boolean): Promise<PretendExcel> {
  const excel = await startExcel(over ? out : undefined);
  if (over && excel.lost.length > 0) {
    excel.close();
    throw new WrongUse(batchWords.wouldLose(out, excel.lost));
  }
  return excel;
}

/** Builds the ledger of a plan into a workbook file; with --json the plan is printed as it was understood, with guesses and problems (I5). */
export async function buildCommand(args: readonly string[], say: (line: string) => void): Promise<number> {
  const wanted = readArguments(args);
  if (wanted.out !== undefined) {
    await requireFolder(wanted.out);
    if (!wanted.force && await isFileThere(wanted.out)) throw new WrongUse(batchWords.outExists(wanted.out));
  }
  const input = await readPlanInput(wanted.from, wanted.notice);
  const plan = wanted.asOf === undefined ? input.plan : { ...input.plan, settings: { ...input.plan.settings, asOf: wanted.asOf } };
  const built = wanted.out === undefined ? undefined : await buildInto(wanted.out, plan, input.problems);
  const problems = built?.problems ?? input.problems;
  if (wanted.asJson) say(JSON.stringify(asJsonReport(plan, input.guesses, problems), null, 2));
  else if (built !== undefined && wanted.out !== undefined) {
    for (const line of batchWords.built(wanted.out, built)) say(line);
    if (input.guesses.length > 0) say(batchWords.guessed(input.guesses.length));
    for (const problem of problems) say(`${batchWords.levels[problem.level]}${sayProblem(problem)}`);
  }
  return problems.some((problem) => problem.level === 'error') ? 1 : 0;
}

async function buildInto(out: string, plan: Plan, problems: readonly Problem[]): Promise<BuildPlan> {
  const over = await isFileThere(out);
  const excel = await startOn(out, over);
  try {
    const workbook = openOfficeWorkbook();
    const planning = await planBuild(workbook, plan, problems);
    if (planning.kind === 'refused') throw new WrongUse(sayProblem(planning.problem));
    const outcome = await build(workbook, planning.build, () => undefined);
    if (outcome.kind === 'changedMeanwhile') throw new Error('Nobody else writes into the pretend Excel of a terminal.');
    if (!over) removeBlankSheets(excel);
    await saveFile(out, await excel.save());
    return planning.build;
  } finally {
    excel.close();
  }
}

/** What --json prints. Columns that nobody knows are texts by 编号. */
function asJsonReport({ settings, roster, tasks, otherColumns = [] }: Plan, guesses: PlanInput['guesses'], problems: readonly Problem[]): unknown {
  return {
    plan: { settings, roster, tasks, otherColumns: otherColumns.map(({ title, texts }) => ({ title, texts: Object.fromEntries(texts) })) },
    guesses: guesses.map(({ guess, sentence }) => ({ ...guess, message: sentence })),
    problems: problems.map((problem) => ({ rule: problem.rule, kind: problem.kind, level: problem.level, id: problem.at.taskId ?? null, column: problem.at.column ?? null, message: sayProblem(problem) })),
  };
}
