// batch check: a workbook with a ledger in; where every task stands and what is wrong with it out, for a person or as JSON. Writes no file.
import { judgeState } from '../actions/checkLedger';
import type { Judgement } from '../actions/judgeLedger';
import type { LedgerState } from '../actions/lookAtWorkbook';
import { lookAtWorkbook } from '../actions/lookAtWorkbook';
import { today } from '../clock/today';
import type { PlainDate } from '../core/plainDate';
import type { Problem } from '../core/problem';
import { openOfficeWorkbook } from '../excel/officeWorkbook';
import { sheetNames } from '../sheets/titles';
import { batchWords } from '../words/batch';
import { titleOf } from '../words/fields';
import { sayRow } from '../words/reasons';
import { sayProblem } from '../words/say';
import { takeDay, takeOptions } from './options';
import { startExcel } from './pretendExcel';
import { bodyFor } from './seeds';
import { WrongUse } from './wrongUse';

interface CheckArguments { readonly file: string; readonly asOf: PlainDate | undefined; readonly asJson: boolean }

function readArguments(args: readonly string[]): CheckArguments {
  const { values, positionals } = takeOptions(args, { 'as-of': { type: 'string' }, json: { type: 'boolean' } }, 'check');
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new WrongUse(batchWords.wrongArguments('check'));
  return { file, asOf: takeDay(values['as-of']), asJson: values.json === true };
}

/** Checks the ledger in a workbook file (O, D, S9, F4, I6) and says where its tasks stand (S, F, C). */
export async function checkCommand(args: readonly string[], say: (line: string) => void): Promise<number> {
  const { file, asOf, asJson } = readArguments(args);
  const { judgement, problems } = await judgeFile(file, asOf);
  if (asJson) say(JSON.stringify(asJsonReport(judgement, problems), null, 2));
  else for (const line of linesOf(file, judgement, problems, asOf)) say(line);
  return problems.some((problem) => problem.level === 'error') ? 1 : 0;
}

/** A ledger judged, and all problems of its workbook: those of 设置 and 名册 before those of the rows. */
interface JudgedFile { readonly judgement: Judgement; readonly problems: readonly Problem[] }

async function judgeFile(file: string, asOf: PlainDate | undefined): Promise<JudgedFile> {
  const excel = await startExcel(file);
  try {
    const found = await lookAtWorkbook(openOfficeWorkbook());
    if (found.kind === 'none') throw new WrongUse(batchWords.noLedger(file));
    if (found.kind === 'inTheWay') throw new WrongUse(batchWords.refused(file, sayProblem(found.problem)));
    const state = onDay(found, asOf);
    const judged = judgeState(state, today(), state.settings === undefined ? undefined : await bodyFor(state.settings));
    if (judged.kind === 'refused') throw new WrongUse(batchWords.refused(file, sayProblem(judged.problem)));
    return { judgement: judged.judgement, problems: [...state.problems, ...judged.judgement.problems] };
  } finally {
    excel.close();
  }
}

/** The same ledger on the day that was typed; without one, what the file worked out as its day when it was last saved gives way to today. */
function onDay(state: LedgerState, asOf: PlainDate | undefined): LedgerState {
  const { settings } = state;
  return { ...state, judgedOn: undefined, settings: asOf === undefined || settings === undefined ? settings : { ...settings, asOf } };
}

function linesOf(file: string, judgement: Judgement, problems: readonly Problem[], asOf: PlainDate | undefined): readonly string[] {
  return [
    ...batchWords.checked(file, { ...judgement, problems }, asOf === undefined ? 'own' : 'typed'),
    ...problems.map((problem) => `${batchWords.levels[problem.level]}${sayProblem(problem)}`),
  ];
}

/** What --json prints: the words of RULES.md where the sheet has them, null where there is nothing to say. */
function asJsonReport({ asOf, counts, rows }: Judgement, problems: readonly Problem[]): unknown {
  return {
    asOf,
    counts: { status: counts.status, filled: counts.filled, light: counts.light },
    rows: rows.map(({ task, status }) => ({ id: task.id, status: status.status, days: status.daysLeft ?? null, filled: status.filled, light: status.light, reason: sayRow(status) })),
    problems: problems.map((problem) => ({
      rule: problem.rule, level: problem.level, id: problem.at.taskId ?? null, column: problem.at.column === undefined ? null : titleOf(problem.at.column),
      cell: cellOf(problem.at), message: sayProblem(problem), ...(problem.fix === undefined ? {} : { fix: { ...problem.fix, column: titleOf(problem.fix.column) } }),
    })),
  };
}

/** H5 on the ledger itself, 设置!B7 on another sheet. */
function cellOf({ sheet, cell }: Problem['at']): string | null {
  if (cell === undefined) return null;
  return sheet === undefined || sheet === sheetNames.ledger ? cell : `${sheet}!${cell}`;
}
