// A report as a file to be sent: the Word report, or a workbook with the summary alone (B2). Knows what is drawn; how a file is written is handed in.
import type { Summary } from '../core/summary';
import type { drawWorkbookFile } from '../files/drawWorkbook';
import type { wordReport } from '../files/wordReport';
import { summaryDocument } from '../sheets/summaryDocument';
import { drawSummary } from '../sheets/summarySheet';
import { summarySheetName } from '../sheets/summaryTitles';

/** As what a report can be sent. */
export type ReportFileKind = 'word' | 'workbook';

/** A file that was made, with the kind by which browsers and mail know it. */
export interface MadeFile { readonly name: string; readonly bytes: Uint8Array; readonly type: string }

/** What writes the files, each loaded when it is needed. */
export interface ReportWriters {
  readonly word: () => Promise<typeof wordReport>;
  readonly workbook: () => Promise<typeof drawWorkbookFile>;
}

/** Draws a report as a file that is named after its sheet and says the day on which the report was made. */
export async function drawReportFile(kind: ReportFileKind, summary: Summary, madeAt: string, writers: ReportWriters): Promise<MadeFile> {
  const sheet = summarySheetName(summary.report.period);
  // A time without its zone would be another one elsewhere; the day is enough.
  const savedAt = madeAt.slice(0, 10);
  if (kind === 'word') {
    const write = await writers.word();
    return { name: `${sheet}.docx`, bytes: await write(summaryDocument(summary, madeAt), { savedAt }), type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' };
  }
  const write = await writers.workbook();
  return {
    name: `${sheet}.xlsx`, bytes: await write({ sheets: [drawSummary(summary, madeAt)], names: [], opensOn: sheet }, { savedAt }),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  };
}
