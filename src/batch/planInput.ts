// The plan of batch build, from whatever file it stands in (I1): a plan file, a matrix in Word, a workbook, a table of text or a page, or a notice's text. Builds nothing.
import { basename, extname } from 'node:path';
import { readJsonFile } from '../actions/readJsonFile';
import { checkPlan, emptyRoster, takeMatrix, usualSettings } from '../actions/takeMatrix';
import { today } from '../clock/today';
import { readMatrix } from '../core/matrixIn';
import type { MatrixGuess } from '../core/matrixReading';
import type { PlanBase } from '../core/matrixPlan';
import { readNotice } from '../core/notice';
import type { NoticeGuess, NoticeReading } from '../core/notice';
import { dayParts } from '../core/plainDate';
import type { Plan } from '../core/plan';
import { parsePlan } from '../core/planFile';
import type { Problem } from '../core/problem';
import type { RawTable } from '../core/rawTable';
import type { RosterGuess } from '../core/rosterText';
import { Refused } from '../files/fileRefusal';
import { decodeText } from '../files/readCsv';
import { readFileTables } from '../files/readFileTables';
import { readHtmlFile } from '../files/readHtmlFile';
import { readPasted } from '../files/readPasted';
import { batchWords } from '../words/batch';
import { sayMatrixGuess, sayNoticeGuess, sayRosterGuess } from '../words/matrix';
import { sayRefusal } from '../words/refusals';
import { sayProblem } from '../words/say';
import { readInput } from './inputFile';
import { WrongUse } from './wrongUse';

/** A plan as read from a file, with what was guessed on the way, each with its sentence (I5), and what is wrong. */
export interface PlanInput {
  readonly plan: Plan;
  readonly guesses: readonly { readonly guess: MatrixGuess | NoticeGuess | RosterGuess; readonly sentence: string }[];
  readonly problems: readonly Problem[];
}

/** Reads the plan in a file. `notice` is the text of the notice that the matrix belongs to: it says the settings and the people. What keeps it from being a plan ends the program with the reason. */
export async function readPlanInput(file: string, notice: string | undefined): Promise<PlanInput> {
  switch (extname(file).toLowerCase()) {
    case '.json': return readPlanFile(file);
    case '.txt': return fromText(file, await readText(file), notice);
    default: return fromTables(file, await readTables(file), notice === undefined ? undefined : await readNoticeFile(notice));
  }
}

async function readPlanFile(file: string): Promise<PlanInput> {
  const json = readJsonFile(await readInput(file), file);
  const parsed = json.ok ? parsePlan(json.value, file) : json;
  if (!parsed.ok) throw refusedFor(parsed.problems);
  return { plan: parsed.value, guesses: [], problems: parsed.problems };
}

function refusedFor(problems: readonly Problem[]): WrongUse {
  return new WrongUse(batchWords.severalFaults(problems.filter(({ level }) => level === 'error').map(sayProblem)));
}

async function readText(file: string): Promise<string> {
  const bytes = await readInput(file);
  try {
    return decodeText(bytes);
  } catch (fault) {
    throw fault instanceof Refused ? new WrongUse(sayRefusal(basename(file), fault.refusal)) : fault;
  }
}

async function readNoticeFile(file: string): Promise<NoticeReading> {
  return readNotice(await readText(file));
}

// A text with tabs is a table that was copied out of a sheet; any other is a notice.
async function fromText(file: string, text: string, notice: string | undefined): Promise<PlanInput> {
  if (!text.includes('\t')) return fromNotice(file, readNotice(text));
  const pasted = await readPasted({ text });
  if (!pasted.ok) throw new WrongUse(sayRefusal(basename(file), pasted.refusal));
  return fromTables(file, pasted.file.tables, notice === undefined ? undefined : await readNoticeFile(notice));
}

function noticeGuesses({ guesses, rosterGuesses }: NoticeReading): PlanInput['guesses'] {
  return [...guesses.map((guess) => ({ guess, sentence: sayNoticeGuess(guess) })), ...rosterGuesses.map((guess) => ({ guess, sentence: sayRosterGuess(guess) }))];
}

function fromNotice(file: string, reading: NoticeReading): PlanInput {
  const { draft, problems } = reading;
  if (draft === undefined) throw refusedFor(problems.map((problem) => ({ ...problem, at: { ...problem.at, file: basename(file) } })));
  return { plan: draft, guesses: noticeGuesses(reading), problems: [...problems, ...checkPlan(draft)] };
}

async function readTables(file: string): Promise<readonly RawTable[]> {
  const bytes = await readInput(file);
  const name = basename(file);
  const reading = /\.html?$/i.test(file) ? await readHtmlFile(name, bytes) : await readFileTables(name, bytes);
  if (!reading.ok) throw new WrongUse(sayRefusal(name, reading.refusal));
  return reading.file.tables;
}

function fromTables(file: string, tables: readonly RawTable[], notice: NoticeReading | undefined): PlanInput {
  const said = notice?.draft?.settings;
  const year = said?.year ?? readMatrix(tables, {}).year ?? dayParts(today()).year;
  const base: PlanBase = { settings: said ?? usualSettings(year), roster: notice?.roster ?? emptyRoster };
  const { reading, plan } = takeMatrix(tables, base, {});
  if (!plan.ok) throw refusedFor(plan.problems.map((problem) => ({ ...problem, at: { ...problem.at, file: basename(file) } })));
  return {
    plan: plan.value,
    guesses: [...reading.guesses.map((guess) => ({ guess, sentence: sayMatrixGuess(guess) })), ...(notice === undefined ? [] : noticeGuesses(notice))],
    // That the notice's own matrix is no table in its text does not matter: the table is at hand.
    problems: [...(notice?.problems ?? []).filter(({ kind }) => kind !== 'tableAsText'), ...plan.problems],
  };
}
