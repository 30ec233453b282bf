// batch build: a plan file in, a workbook with the ledger out. Over an existing ledger file nothing filled in is lost (L7).
import { access, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, planBuild } from '../actions/buildLedger';
import { isPlainDate } from '../core/plainDate';
import { parsePlan } from '../core/planFile';
import type { Plan } from '../core/plan';
import type { Problem } from '../core/problem';
import { openOfficeWorkbook } from '../excel/officeWorkbook';
import { batchWords } from '../words/batch';
import { sayProblem } from '../words/say';
import { writeFileAtOnce } from './fileAtOnce';
import type { PretendExcel } from './pretendExcel';
import { startExcel } from './pretendExcel';
import { WrongUse } from './wrongUse';

const seedPlan = fileURLToPath(new URL('../../seeds/plan-2021.json', import.meta.url));

interface BuildArguments { readonly out: string; readonly from: string; readonly asOf: string | undefined; readonly force: boolean }

function readArguments(args: readonly string[]): BuildArguments {
  const options = { out: { type: 'string' }, from: { type: 'string' }, 'as-of': { type: 'string' }, force: { type: 'boolean' } } as const;
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
  try {
    ({ values } = parseArgs({ args: [...args], options, allowPositionals: false }));
  } catch (error) {
    // Node's own words are English; the usage says what is right.
    throw error instanceof TypeError ? new WrongUse(batchWords.wrongArguments) : error;
  }
  const asOf = values['as-of'];
  if (values.out === undefined) throw new WrongUse(batchWords.noOut);
  if (!values.out.toLowerCase().endsWith('.xlsx')) throw new WrongUse(batchWords.outNotXlsx(values.out));
  if (asOf !== undefined && !isPlainDate(asOf)) throw new WrongUse(batchWords.asOfNotADay(asOf));
  return { out: values.out, from: values.from ?? seedPlan, asOf, force: values.force === true };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false);
}

/** Reads a plan file. What keeps it from being a plan ends the program with every problem named, one a line. */
async function readPlan(file: string): Promise<{ readonly plan: Plan; readonly problems: readonly Problem[] }> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    throw new WrongUse(batchWords.planUnreadable(file, error instanceof Error && 'code' in error && error.code === 'ENOENT'));
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new WrongUse(batchWords.planNotJson(file, error instanceof Error ? placeOf(error.message, text) : ''));
  }
  const parsed = parsePlan(json, file);
  if (!parsed.ok) throw new WrongUse(parsed.problems.filter((problem) => problem.level === 'error').map(sayProblem).join(' '));
  return { plan: parsed.value, problems: parsed.problems };
}

/** Line of a fault in JSON, from the position that V8 names. */
function placeOf(message: string, text: string): string {
  const position = /position (\d+)/.exec(message)?.[1];
  return position === undefined ? '' : String(text.slice(0, Number(position)).split('\n').length);
}

async function startOn(out: string, isThere: boolean): Promise<PretendExcel> {
  if (!isThere) return startExcel(undefined);
  let excel: PretendExcel;
  try {
    excel = await startExcel(out);
  } catch (error) {
    throw new WrongUse(batchWords.outUnreadable(out, error instanceof Error ? error.message : String(error)));
  }
  if (excel.lost.length > 0) {
    excel.close();
    throw new WrongUse(batchWords.wouldLose(out, excel.lost));
  }
  return excel;
}

/** Builds the ledger of a plan into a workbook file. */
export async function buildCommand(args: readonly string[]): Promise<number> {
  const { out, from, asOf, force } = readArguments(args);
  const isThere = await exists(out);
  if (isThere && !force) throw new WrongUse(batchWords.outExists(out));
  const { plan: read, problems } = await readPlan(from);
  const plan = asOf === undefined ? read : { ...read, settings: { ...read.settings, asOf } };
  const excel = await startOn(out, isThere);
  try {
    const workbook = openOfficeWorkbook();
    const planning = await planBuild(workbook, plan, problems);
    if (planning.kind === 'refused') throw new WrongUse(sayProblem(planning.problem));
    const outcome = await build(workbook, planning.build, () => undefined);
    if (outcome.kind === 'changedMeanwhile') throw new Error('Nobody else writes into the pretend Excel of a terminal.');
    if (!isThere) removeBlankSheets(excel);
    await writeFileAtOnce(out, await excel.save());
    for (const line of batchWords.built(out, planning.build)) process.stdout.write(`${line}\n`);
    for (const problem of planning.build.problems) process.stdout.write(`${batchWords.levels[problem.level]}${sayProblem(problem)}\n`);
    return planning.build.problems.some((problem) => problem.level === 'error') ? 1 : 0;
  } finally {
    excel.close();
  }
}

/** A new workbook begins with an empty sheet, as Excel's does; in a file that we make it is only in the way. */
function removeBlankSheets({ book }: PretendExcel): void {
  for (const sheet of [...book.sheets]) if (book.sheets.length > 1 && book.usedArea(sheet.id, false) === undefined) book.deleteSheet(sheet.id);
}
