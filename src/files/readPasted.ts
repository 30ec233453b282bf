// What was pasted: a table of HTML where there is one, else text with tabs (I1). Knows that a clipboard brings both, and no clipboard itself.
import type { RawFile } from '../core/rawTable';
import { Refused } from './fileRefusal';
import type { FileReading } from './readFileTables';
import { readHtml } from './readHtml';
import { readOrRefuse } from './readOrRefuse';
import type { ReadPace } from './readPace';
import { withoutPause } from './readPace';
import { readTabbed } from './readTabbed';

/** What a clipboard holds of a table: Word, Excel and WPS put both there, other programs only text. */
export interface PastedContent { readonly html?: string; readonly text?: string }

/** By which a refusal calls what was pasted. */
const pastedName = '粘贴的内容';

/** Reads what was pasted, merges and true dates included where HTML brings them (I1, I2, R12, X4). What cannot be read is a refusal and never an error. */
export function readPasted(content: PastedContent, pace: ReadPace = withoutPause): Promise<FileReading> {
  return readOrRefuse(() => readEither(content, pace));
}

async function readEither({ html = '', text = '' }: PastedContent, pace: ReadPace): Promise<RawFile> {
  if (html.trim() === '') return readTabbed(pastedName, text);
  try {
    return await readHtml(pastedName, html, pace);
  } catch (fault) {
    // HTML without a table stands beside text with tabs where an editor coloured the text. Any other refusal holds: without its merges a table says something else.
    if (!(fault instanceof Refused) || fault.refusal.kind !== 'noTable' || !text.includes('\t')) throw fault;
    return readTabbed(pastedName, text);
  }
}
