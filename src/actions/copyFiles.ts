// Copies as files to be handed out: one workbook for each section, or all of them in one archive (R1). Knows what is drawn; how a file is written is handed in.
import type { PlainDate } from '../core/plainDate';
import type { drawWorkbookFile } from '../files/drawWorkbook';
import type { zipFiles } from '../files/writeZip';
import type { PlannedCopy } from './makeCopies';
import type { MadeFile } from './reportFile';

/** As what copies are handed out. */
export type CopiesAs = 'archive' | 'files';

/** What is asked for: the copies of one report, made on a day. */
export interface CopiesToDraw { readonly copies: readonly PlannedCopy[]; readonly as: CopiesAs; readonly period: string; readonly madeOn: PlainDate }

/** What writes the files, each loaded when it is needed; and a pause between two of them, in which the screen is drawn. */
export interface CopyWriters {
  readonly workbook: () => Promise<typeof drawWorkbookFile>;
  readonly archive: () => Promise<typeof zipFiles>;
  readonly pause: () => Promise<void>;
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Draws copies into files (R1). */
export async function drawCopyFiles({ copies, as, period, madeOn }: CopiesToDraw, writers: CopyWriters): Promise<readonly MadeFile[]> {
  const write = await writers.workbook();
  const files: MadeFile[] = [];
  for (const { file, drawing, properties } of copies) {
    await writers.pause();
    files.push({ name: file, bytes: await write(drawing, { properties, savedAt: madeOn }), type: workbookType });
  }
  if (as === 'files') return files;
  const zip = await writers.archive();
  return [{ name: `分发表-${period}.zip`, bytes: zip(files), type: 'application/zip' }];
}
