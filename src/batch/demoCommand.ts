// batch demo: one plan through a year's half, as an office would do it: the ledger, three times copies out, invented answers in, the report. Everything lands in one folder.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, planBuild } from '../actions/buildLedger';
import type { CopiesPlan } from '../actions/makeCopies';
import { planCopies, rememberCopies } from '../actions/makeCopies';
import { makeSummary, planSummary } from '../actions/makeSummary';
import { lookAtWorkbook } from '../actions/lookAtWorkbook';
import { applyMending, planAsOf } from '../actions/mendLedger';
import { asReturn, merge, planMerge } from '../actions/takeReturns';
import type { PlainDate } from '../core/plainDate';
import type { Problem } from '../core/problem';
import { openOfficeWorkbook } from '../excel/officeWorkbook';
import { drawWorkbookFile } from '../files/drawWorkbook';
import { readFileTables } from '../files/readFileTables';
import { wordReport } from '../files/wordReport';
import { summaryDocument } from '../sheets/summaryDocument';
import { drawSummary } from '../sheets/summarySheet';
import type { LedgerWorkbook } from '../sheets/workbook';
import { batchWords } from '../words/batch';
import { sayProblem } from '../words/say';
import { answered } from './answerCopy';
import type { SectionAnswers } from './answerCopy';
import { takeOptions } from './options';
import { saveFile } from './outputFile';
import { removeBlankSheets, startExcel } from './pretendExcel';
import { readAnswers, readSeedPlan } from './seeds';
import { WrongUse } from './wrongUse';

/** When each report of the demonstration is sent out, taken together and made. */
const days: Readonly<Record<string, { readonly sentOn: PlainDate; readonly takenOn: PlainDate }>> = {
  '2021-04': { sentOn: '2021-04-06', takenOn: '2021-04-19' }, '2021-06': { sentOn: '2021-06-04', takenOn: '2021-06-17' }, '2021-08': { sentOn: '2021-08-04', takenOn: '2021-08-18' },
};

/** Runs the demonstration into a folder, which it makes anew. */
export async function demoCommand(args: readonly string[], say: (line: string) => void): Promise<number> {
  const { values, positionals } = takeOptions(args, { out: { type: 'string' } }, 'demo');
  if (positionals.length > 0 || values.out === undefined) throw new WrongUse(batchWords.wrongArguments('demo'));
  const out = values.out;
  const plan = await readSeedPlan();
  const answers = await readAnswers();
  await mkdir(out, { recursive: true });
  const excel = await startExcel(undefined);
  try {
    const workbook = openOfficeWorkbook();
    const planning = await planBuild(workbook, plan, []);
    if (planning.kind !== 'ready') throw refusedBy(planning.problem);
    await build(workbook, planning.build, () => undefined);
    removeBlankSheets(excel);
    for (const line of batchWords.built(join(out, batchWords.ledgerFile), planning.build)) say(line);
    for (const [period, bySection] of Object.entries(answers)) await onePeriod(workbook, period, bySection, out, say);
    await saveFile(join(out, batchWords.ledgerFile), await excel.save());
    say(batchWords.demoDone(join(out, batchWords.ledgerFile)));
    return 0;
  } finally {
    excel.close();
  }
}

function refusedBy(problem: Problem): WrongUse {
  return new WrongUse(sayProblem(problem));
}

async function onePeriod(workbook: LedgerWorkbook, period: string, answers: SectionAnswers, out: string, say: (line: string) => void): Promise<void> {
  const { sentOn, takenOn } = days[period] ?? { sentOn: `${period}-01`, takenOn: `${period}-15` };
  await setAsOf(workbook, sentOn);
  const copies = await planCopies(workbook, { period, sentOn });
  if (copies.kind !== 'ready') throw copies.kind === 'refused' ? refusedBy(copies.problem) : new Error('The demonstration has lost its ledger.');
  const sent = await drawCopies(copies.plan, join(out, batchWords.folders.sent(period)), sentOn);
  await rememberCopies(workbook, copies.plan, () => undefined);
  const returned = await fillIn(sent, answers, join(out, batchWords.folders.returned(period)));
  await setAsOf(workbook, takenOn);
  const merging = await planMerge(workbook, period, await Promise.all(returned.map(async ({ file, bytes }) => {
    const reading = await readFileTables(file, bytes);
    if (!reading.ok) throw new Error(`A return of the demonstration cannot be read: ${file}`);
    return asReturn(reading.file);
  })), {});
  if (merging.kind !== 'ready') throw merging.kind === 'refused' ? refusedBy(merging.problem) : new Error('The demonstration has lost its ledger.');
  await merge(workbook, merging.plan, `${takenOn} 10:00`, () => undefined);
  say(batchWords.demoPeriod(period, sent.length, returned.length, merging.plan.consolidation.cells));
  const madeAt = `${takenOn} 15:30`;
  const summary = await planSummary(workbook, { period, from: 'undecided', today: takenOn, madeAt });
  if (summary.kind !== 'ready') throw summary.kind === 'refused' ? refusedBy(summary.problem) : new Error('The demonstration has lost its ledger.');
  await makeSummary(workbook, summary.plan, () => undefined);
  const docx = join(out, `${summary.plan.sheet}.docx`);
  const alone = join(out, `${summary.plan.sheet}.xlsx`);
  await saveFile(docx, await wordReport(summaryDocument(summary.plan.summary, madeAt), { savedAt: takenOn }));
  await saveFile(alone, await drawWorkbookFile({ sheets: [drawSummary(summary.plan.summary, madeAt)], names: [], opensOn: summary.plan.sheet }, { savedAt: takenOn }));
  for (const line of batchWords.reported({ file: alone, sheet: summary.plan.sheet, keptAs: undefined, from: 'ledger', counts: summary.plan.summary.counts, docx })) say(line);
}

async function setAsOf(workbook: LedgerWorkbook, day: PlainDate): Promise<void> {
  const state = await lookAtWorkbook(workbook);
  if (state.kind === 'ledger') await applyMending(workbook, planAsOf(state, day));
}

interface NamedBytes { readonly file: string; readonly section: string; readonly bytes: Uint8Array }

async function drawCopies(plan: CopiesPlan, folder: string, sentOn: PlainDate): Promise<readonly NamedBytes[]> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return Promise.all(plan.copies.map(async ({ file, section, drawing, properties }) => {
    const bytes = await drawWorkbookFile(drawing, { properties, savedAt: sentOn });
    await saveFile(join(folder, file), bytes);
    return { file, section, bytes };
  }));
}

// Sections without an answer do not return their copy: the demonstration shows that too.
async function fillIn(sent: readonly NamedBytes[], answers: SectionAnswers, folder: string): Promise<readonly NamedBytes[]> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const returned = await Promise.all(sent.filter(({ section }) => answers[section] !== undefined).map(async (copy) => ({ ...copy, bytes: await answered(copy.bytes, answers[copy.section] ?? {}) })));
  for (const { file, bytes } of returned) await saveFile(join(folder, file), bytes);
  return returned;
}
