// batch build: a plan file in, a workbook with the ledger out. Over an existing ledger file nothing filled in is lost (L7).
import { build, planBuild } from '../actions/buildLedger';
import { readJsonFile } from '../actions/readJsonFile';
import type { PlainDate } from '../core/plainDate';
import { parsePlan } from '../core/planFile';
import type { Plan } from '../core/plan';
import type { Problem } from '../core/problem';
import { openOfficeWorkbook } from '../excel/officeWorkbook';
import { batchWords } from '../words/batch';
import { sayProblem } from '../words/say';
import { readInput } from './inputFile';
import { isFileThere, requireFolder, saveFile } from './outputFile';
import { takeDay, takeOptions } from './options';
import type { PretendExcel } from './pretendExcel';
import { removeBlankSheets, startExcel } from './pretendExcel';
import { seedPlanFile } from './seeds';
import { WrongUse } from './wrongUse';

interface BuildArguments { readonly out: string; readonly from: string; readonly asOf: PlainDate | undefined; readonly force: boolean }

function readArguments(args: readonly string[]): BuildArguments {
  const { values, positionals } = takeOptions(args, { out: { type: 'string' }, from: { type: 'string' }, 'as-of': { type: 'string' }, force: { type: 'boolean' } }, 'build');
  if (positionals.length > 0) throw new WrongUse(batchWords.wrongArguments('build'));
  if (values.out === undefined) throw new WrongUse(batchWords.noOut);
  if (!values.out.toLowerCase().endsWith('.xlsx')) throw new WrongUse(batchWords.outNotXlsx(values.out));
  return { out: values.out, from: values.from ?? seedPlanFile, asOf: takeDay(values['as-of']), force: values.force === true };
}

/** Reads a plan file. What keeps it from being a plan ends the program with the problems named. */
async function readPlan(file: string): Promise<{ readonly plan: Plan; readonly problems: readonly Problem[] }> {
  const json = readJsonFile(await readInput(file), file);
  const parsed = json.ok ? parsePlan(json.value, file) : json;
  if (!parsed.ok) throw new WrongUse(batchWords.severalFaults(parsed.problems.filter((problem) => problem.level === 'error').map(sayProblem)));
  return { plan: parsed.value, problems: parsed.problems };
}

async function startOn(out: string, over: boolean): Promise<PretendExcel> {
  const excel = await startExcel(over ? out : undefined);
  if (over && excel.lost.length > 0) {
    excel.close();
    throw new WrongUse(batchWords.wouldLose(out, excel.lost));
  }
  return excel;
}

/** Builds the ledger of a plan into a workbook file. */
export async function buildCommand(args: readonly string[], say: (line: string) => void): Promise<number> {
  const { out, from, asOf, force } = readArguments(args);
  await requireFolder(out);
  const over = await isFileThere(out);
  if (over && !force) throw new WrongUse(batchWords.outExists(out));
  const { plan: read, problems } = await readPlan(from);
  const plan = asOf === undefined ? read : { ...read, settings: { ...read.settings, asOf } };
  const excel = await startOn(out, over);
  try {
    const workbook = openOfficeWorkbook();
    const planning = await planBuild(workbook, plan, problems);
    if (planning.kind === 'refused') throw new WrongUse(sayProblem(planning.problem));
    const outcome = await build(workbook, planning.build, () => undefined);
    if (outcome.kind === 'changedMeanwhile') throw new Error('Nobody else writes into the pretend Excel of a terminal.');
    if (!over) removeBlankSheets(excel);
    await saveFile(out, await excel.save());
    for (const line of batchWords.built(out, planning.build)) say(line);
    for (const problem of planning.build.problems) say(`${batchWords.levels[problem.level]}${sayProblem(problem)}`);
    return planning.build.problems.some((problem) => problem.level === 'error') ? 1 : 0;
  } finally {
    excel.close();
  }
}
