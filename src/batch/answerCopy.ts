// Fills in a section's copy as a person of that section would, in the pretend Excel. For the demonstration; knows copies, and no ledger.
import { parsePlainDate, toSerial } from '../core/plainDate';
import { copySheetName } from '../sheets/exchangeTitles';
import { ledgerTitles } from '../sheets/titles';
import { Book } from '../workbench/book/book';
import { createCalc } from '../workbench/calc';
import { todayClock } from '../workbench/todayClock';
import { openXlsx, saveXlsx } from '../workbench/xlsx';

/** What a section answers, by 编号. */
export type TaskAnswers = Readonly<Record<string, { readonly progress?: string; readonly remark?: string; readonly doneOn?: string }>>;
/** What sections answer, by their name in the ledger. */
export type SectionAnswers = Readonly<Record<string, TaskAnswers>>;

const columns = ['progress', 'remark', 'doneOn'] as const;

/** A copy with the answers in its open cells. */
export async function answered(copy: Uint8Array, answers: TaskAnswers): Promise<Uint8Array> {
  const clock = todayClock();
  const { book } = await openXlsx(copy, () => new Book({ calc: createCalc(clock), clock }), copySheetName);
  const sheet = book.sheetByName(copySheetName);
  if (sheet === undefined) throw new Error('A copy has lost its sheet.');
  const used = book.usedArea(sheet.id, true);
  const text = (row: number, column: number): string => book.textAt(sheet.id, row, column);
  const width = (used?.right ?? 0) + 1;
  const rows = Array.from({ length: (used?.bottom ?? 0) + 1 }, (_, row) => row);
  const head = rows.find((row) => text(row, 0) === ledgerTitles.id) ?? 0;
  const places = new Map(columns.map((column) => [column, Array.from({ length: width }, (_, at) => at).find((at) => text(head, at) === ledgerTitles[column]) ?? 0]));
  for (const row of rows.filter((each) => each > head)) {
    const answer = answers[text(row, 0)];
    if (answer === undefined) continue;
    for (const column of columns) {
      const said = answer[column];
      const at = places.get(column) ?? 0;
      const day = column === 'doneOn' && said !== undefined ? parsePlainDate(said) : undefined;
      if (said !== undefined) book.writeInputs(sheet.id, { top: row, left: at, bottom: row, right: at }, [[day === undefined ? said : (toSerial(day) ?? said)]], 'user');
    }
  }
  return saveXlsx(book);
}
