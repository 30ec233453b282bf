// A page that was saved as a file, whatever its name: .html, .htm, or .xls that is HTML. Knows encodings; the page is read elsewhere.
import type { RawFile } from '../core/rawTable';
import { fileLimits } from './fileLimits';
import { refuse } from './fileRefusal';
import type { FileReading } from './readFileTables';
import { readHtml } from './readHtml';
import { readOrRefuse } from './readOrRefuse';
import type { ReadPace } from './readPace';
import { withoutPause } from './readPace';
import { recogniseContent } from './recogniseContent';

/** Reads the tables of a saved page (I1). A returned sheet of this form is refused all the same: only a matrix is taken from it. */
export function readHtmlFile(name: string, bytes: Uint8Array, pace: ReadPace = withoutPause): Promise<FileReading> {
  return readOrRefuse(() => readPage(name, bytes, pace));
}

async function readPage(name: string, bytes: Uint8Array, pace: ReadPace): Promise<RawFile> {
  if (bytes.length > fileLimits.fileBytes) refuse('tooLarge', { what: 'file', megabytes: fileLimits.fileBytes / 1024 / 1024 });
  const content = recogniseContent(bytes);
  if (content === 'empty') refuse('empty');
  if (content !== 'html') refuse('notATable', { what: 'unknown' });
  const text = decodePage(bytes);
  // A page and its pictures in one archive, as in a letter: what is in it is encoded once more.
  if (/^\s*mime-version:/i.test(text.slice(0, 200))) refuse('oldHtml');
  return readHtml(name, text, pace);
}

/** By its mark; else UTF-8 where it is that throughout, whatever the page says, for pages are changed from one to the other and keep what they said; else as it says, else GB18030. */
function decodePage(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded('utf-16le', bytes) ?? refuse('damaged');
  if (first === 0xfe && second === 0xff) return decoded('utf-16be', bytes) ?? refuse('damaged');
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  const isBig5 = /<meta[^>]{0,200}charset\s*=\s*["']?\s*big5/i.test(head);
  return decoded('utf-8', bytes) ?? (isBig5 ? decoded('big5', bytes) : undefined) ?? decoded('gb18030', bytes) ?? refuse('damaged');
}

function decoded(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // The platform's way of saying that the bytes are in another encoding.
    return undefined;
  }
}
