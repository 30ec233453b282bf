// Text with commas, semicolons or tabs, in the encodings that Excel and WPS write. Knows no sheet; every cell stays a text.
import { parseCsv } from 'hucre/csv';
import type { RawFile } from '../core/rawTable';
import { fileLimits } from './fileLimits';
import { refuse, refuseAsDamaged } from './fileRefusal';
import { CellBudget, TableGrid } from './readGrid';
import { noProperties } from './readProperties';

/** Control characters that no text file has. */
const unspeakable = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/** Reads a .csv in UTF-8, UTF-16 with its mark, or else GB18030 (I1, R12). */
export function readCsv(name: string, bytes: Uint8Array): RawFile {
  const { text, delimiter } = withoutSeparatorLine(decodeText(bytes));
  checkPlaces(text, delimiter);
  const table = name.replace(/\.[^.]*$/, '');
  const grid = new TableGrid(table, new CellBudget());
  parseCsv(text, { delimiter, skipBom: false }).forEach((row, index) => {
    row.forEach((cell, column) => grid.set(index, column, String(cell ?? '').replace(/\r\n?/g, '\n')));
  });
  const cells = grid.finish([]);
  if (cells.length === 0) refuse('empty');
  return { name, kind: 'csv', tables: [{ name: table, visibility: 'visible', cells, merges: [] }], properties: noProperties(), savedAt: '' };
}

/** The text of a file in UTF-8, UTF-16 with its mark, or GB18030. Refused where it is none of them. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return strictly('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return strictly('utf-16be', bytes);
  const text = utf8(bytes) ?? strictly('gb18030', bytes);
  if (unspeakable.test(text)) refuse('notATable', { what: 'unknown' });
  return text;
}

/** The text where it is UTF-8. One that only ends inside a character is a file that was cut off, and not in another encoding. */
function utf8(bytes: Uint8Array): string | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text: string;
  try {
    text = decoder.decode(bytes, { stream: true });
  } catch {
    // Not UTF-8, so it is looked at in the other encoding.
    return undefined;
  }
  try {
    return text + decoder.decode();
  } catch (fault) {
    return /[^\u0000-\u007f]/.test(text) ? refuseAsDamaged(fault) : undefined;
  }
}

function strictly(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (fault) {
    return refuseAsDamaged(fault);
  }
}

/** Excel takes a first line such as sep=; for the separator, and so do those who write one. */
function withoutSeparatorLine(text: string): { text: string; delimiter: string } {
  const line = /^sep=([,;\t])\r?\n?/i.exec(text);
  if (line !== null) return { text: text.slice(line[0].length), delimiter: line[1] ?? ',' };
  return { text, delimiter: commonest(text.slice(0, 100_000)) };
}

/** The separator that stands most often outside of quotes; a comma where none does. */
function commonest(sample: string): string {
  const found = new Map([[',', 0], [';', 0], ['\t', 0]]);
  let isQuoted = false;
  for (const sign of sample) {
    // A doubled quote inside a text leaves it and comes back at once.
    if (sign === '"') isQuoted = !isQuoted;
    const count = isQuoted ? undefined : found.get(sign);
    if (count !== undefined) found.set(sign, count + 1);
  }
  return [...found].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

/** Thirty million commas are a small file and a large table. */
function checkPlaces(text: string, delimiter: string): void {
  let places = 0;
  for (let at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, at + 1)) places += 1;
  if (places > fileLimits.places) refuse('tooManyCells', { what: 'cells', limit: fileLimits.cells });
}
