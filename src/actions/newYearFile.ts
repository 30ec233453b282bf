// A new year's workbook as a file to be saved. Knows what is drawn; how a file is written is handed in.
import type { PlainDate } from '../core/plainDate';
import type { drawWorkbookFile } from '../files/drawWorkbook';
import { sheetNames } from '../sheets/titles';
import type { NewYearPlan } from './newYear';
import { drawNewYear } from './newYear';
import type { MadeFile } from './reportFile';

/** Draws a new year's workbook as a file that is named after its year. */
export async function drawNewYearFile(plan: NewYearPlan, today: PlainDate, load: () => Promise<typeof drawWorkbookFile>): Promise<MadeFile> {
  const write = await load();
  return {
    name: `${sheetNames.ledger}${String(plan.plan.settings.year)}.xlsx`, bytes: await write(drawNewYear(plan), { savedAt: today }),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  };
}
