// The formulas by which the ledger judges itself, with the add-in absent (S8): the same words as core/cellStatus.ts. Only functions that Excel 2016, WPS and LibreOffice have.
import { clauseMarks, firstYearOfDays, lastYearOfDays, numerals, recurringBeginnings, stillOldMark } from '../core/cellStatus';
import { openWords } from '../core/dueText';
import { emptyMarks, emptySpace, placeholderWords } from '../core/filled';
import type { HelperColumn, LedgerColumn } from '../core/task';
import { lightWords, names, statusWords } from './titles';

/** The columns from which the formulas judge and into which they write. */
type JudgedColumn = LedgerColumn | HelperColumn;

const controls: Readonly<Record<string, string>> = { '\t': 'CHAR(9)', '\n': 'CHAR(10)', '\r': 'CHAR(13)' };

/** A text as a formula writes it. */
function quoted(text: string): string {
  return controls[text] ?? `"${text.replaceAll('"', '""')}"`;
}

/** A formula's text without certain characters, one SUBSTITUTE inside the other; Excel nests 64 deep. */
function without(text: string, characters: readonly string[]): string {
  return characters.reduce((inner, character) => `SUBSTITUTE(${inner},${quoted(character)},"")`, text);
}

function list(words: readonly string[]): string {
  return `{${words.map((word) => `"${word.replaceAll('"', '""')}"`).join(',')}}`;
}

/** Whether a text is one of some words. Not by MATCH: it takes a * in the text for any text. SUMPRODUCT makes every program take the list as a list. */
function isOneOf(text: string, words: readonly string[]): string {
  return `SUMPRODUCT(--(${text}=${list(words)}))>0`;
}

/** Whether a text begins with one of some words. */
function beginsWith(text: string, words: readonly string[]): string {
  const lengths = [...new Set(words.map((word) => word.length))];
  const each = lengths.map((length) => isOneOf(`LEFT(${text},${String(length)})`, words.filter((word) => word.length === length)));
  return each.length === 1 ? (each[0] ?? '') : `OR(${each.join(',')})`;
}

/** How many of some signs stand in a text. */
function signsIn(text: string, signs: readonly string[]): string {
  return `SUMPRODUCT(--ISNUMBER(FIND(${list(signs)},${text})))`;
}

function isDay(cell: string): string {
  return `IF(ISNUMBER(${cell}),AND(${cell}>=DATE(${String(firstYearOfDays)},1,1),${cell}<DATE(${String(lastYearOfDays + 1)},1,1)),FALSE)`;
}

/** Columns that hold formulas. */
export const formulaColumns = ['bareDue', 'bareProgress', 'status', 'daysLeft', 'filled', 'light'] as const;

/** The formulas of a row by column; `at` gives the reference to a column's cell in that row, e.g. $I5. */
export function statusFormulas(at: (column: JudgedColumn) => string): Readonly<Record<(typeof formulaColumns)[number], string>> {
  const due = at('due');
  const doneOn = at('doneOn');
  const status = at('status');
  const filled = at('filled');
  const bareDue = at('bareDue');
  const bareProgress = at('bareProgress');
  const previous = at('previous');
  const noTask = `AND(${at('id')}="",${at('text')}="")`;
  const done = `IF(${isDay(doneOn)},INT(${doneOn})<=${names.asOf},FALSE)`;
  const open =
    `OR(AND(${beginsWith(bareDue, openWords)},${signsIn(bareDue, numerals)}=0),` +
    `AND(${beginsWith(bareDue, recurringBeginnings)},${signsIn(bareDue, clauseMarks)}=0))`;
  const w = statusWords;
  return {
    bareDue: `=IF(ISTEXT(${due}),${without(due, emptySpace)},"")`,
    bareProgress: `=LOWER(${without(`${at('progress')}&""`, [...emptySpace, ...emptyMarks])})`,
    status:
      `=IF(${noTask},"",IF(${done},IF(${isDay(due)},IF(INT(${doneOn})<=INT(${due}),"${w.done}","${w.doneLate}"),"${w.done}"),` +
      `IF(${isDay(due)},IF(INT(${due})<${names.asOf},"${w.overdue}",IF(INT(${due})-${names.asOf}<=${names.warningDays},"${w.dueSoon}","${w.onCourse}")),` +
      `IF(${open},"${w.open}","${w.dueUnread}"))))`,
    daysLeft: `=IF(OR(${status}="${w.overdue}",${status}="${w.dueSoon}",${status}="${w.onCourse}"),INT(${due})-${names.asOf},"")`,
    filled:
      `=IF(${noTask},"",IF(OR(${bareProgress}="",${isOneOf(bareProgress, placeholderWords)}),"${w.notFilled}",` +
      `IF(OR(AND(${previous}<>"",EXACT(${bareProgress},LOWER(${previous})),${names.lastReported}<${names.period}),EXACT("${stillOldMark}"&${bareProgress},LOWER(${previous}))),"${w.notRenewed}","${w.filled}")))`,
    light:
      `=IF(${status}="","",IF(${status}="${w.overdue}","${lightWords.red}",IF(${status}="${w.done}","${lightWords.green}",IF(${status}="${w.doneLate}","${lightWords.yellow}",` +
      `IF(AND(${filled}="${w.notFilled}",${names.cutOffPassed}),"${lightWords.red}",` +
      `IF(OR(${status}="${w.dueSoon}",${status}="${w.dueUnread}",${filled}<>"${w.filled}"),"${lightWords.yellow}","${lightWords.green}"))))))`,
  };
}
