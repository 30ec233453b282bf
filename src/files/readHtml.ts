// HTML from end to end: piece by piece, within limits, and never as a part of the page (X4). Knows no table's insides, and no bytes.
import { Parser } from 'htmlparser2';
import type { RawFile } from '../core/rawTable';
import { refuse } from './fileRefusal';
import { HtmlTables } from './readHtmlTables';
import type { ReadPace } from './readPace';
import { pieceBytes } from './readPace';
import { noProperties } from './readProperties';

/** Some seconds at worst, for HTML that is made to be dear; Excel copies some thousands of rows with less. */
const mostMegabytes = 10;
/** The parser keeps what is never closed until the end and looks through it at each end tag. */
const mostUnclosed = 10_000;

/** Reads the tables of HTML (I1, I2). No picture, style or program of it is asked for, and nothing of it becomes an element of a document. */
export async function readHtml(name: string, html: string, pace: ReadPace): Promise<RawFile> {
  if (html.length > mostMegabytes * 1024 * 1024) refuse('tooLarge', { what: 'file', megabytes: mostMegabytes });
  const tables = new HtmlTables(/<!--\s*StartFragment/i.test(html));
  let unclosed = 0;
  const parser = new Parser({
    onopentag: (tag, attributes) => {
      unclosed += 1;
      if (unclosed > mostUnclosed) refuse('damaged');
      tables.open(tag, attributes);
    },
    onclosetag: (tag) => {
      unclosed -= 1;
      tables.close(tag);
    },
    ontext: tables.text,
    oncomment: tables.remark,
    onprocessinginstruction: (_, data) => tables.remark(data),
  });
  for (let at = startOf(html); at < html.length; at += pieceBytes) {
    parser.write(html.slice(at, at + pieceBytes));
    const pause = pace();
    if (pause !== undefined) await pause;
  }
  parser.end();
  const { tables: found, notes } = tables.finish();
  if (found.length === 0) refuse('noTable');
  return { name, kind: 'html', tables: found, properties: noProperties(), savedAt: '', ...(notes.length === 0 ? {} : { notes }) };
}

/** Windows puts a few lines with places in front of HTML on the clipboard, and some programs hand them on. */
function startOf(html: string): number {
  return /^\ufeff?Version:\d/.test(html) ? Math.max(html.indexOf('<'), 0) : 0;
}
