// Text with tabs between cells and lines between rows, as a spreadsheet puts it on the clipboard. Knows quotes, and no clipboard.
import type { RawFile, RawNote } from '../core/rawTable';
import { fileLimits } from './fileLimits';
import { refuse } from './fileRefusal';
import { CellBudget, TableGrid } from './readGrid';
import { isTooNarrow } from './readHtmlCell';
import { noProperties } from './readProperties';

/** Signs that no text has and no sheet takes. */
const unspeakable = /[\u0000-\u0008\u000b\u000e-\u001f]/g;

/** Reads text with tabs (I1, R12); text without a single tab is no table. */
export function readTabbed(name: string, text: string): RawFile {
  if (text.length > fileLimits.fileBytes) refuse('tooLarge', { what: 'file', megabytes: fileLimits.fileBytes / 1024 / 1024 });
  if (text.trim() === '') refuse('empty');
  if (!text.includes('\t')) refuse('noTable');
  const grid = new TableGrid('1', new CellBudget());
  let row = 0;
  let column = 0;
  let narrow: RawNote | undefined;
  for (const { text: cell, endsRow } of cellsOf(text)) {
    grid.set(row, column, cell);
    if (isTooNarrow(cell)) narrow = narrow === undefined ? { kind: 'tooNarrow', table: '1', count: 1, row, column } : { ...narrow, count: narrow.count + 1 };
    column = endsRow ? 0 : column + 1;
    row += endsRow ? 1 : 0;
    // A hundred million tabs are a small text and a large table.
    if (row > fileLimits.rowsInAll) refuse('tooManyCells', { what: 'rows', limit: fileLimits.rowsInAll, table: '1' });
  }
  const cells = grid.finish([]);
  if (cells.length === 0) refuse('noTable');
  return { name, kind: 'text', tables: [{ name: '1', visibility: 'visible', cells, merges: [] }], properties: noProperties(), savedAt: '', ...(narrow === undefined ? {} : { notes: [narrow] }) };
}

interface TextCell { readonly text: string; readonly endsRow: boolean }

/** Where each cell ends: at a tab, a line end, or the end of the text. */
const separators = /[\t\r\n]/g;

function* cellsOf(text: string): Generator<TextCell> {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  // Once a quote was found to be closed by nothing, so are those after it.
  let hasQuotes = true;
  while (at < text.length) {
    const quoted = hasQuotes && text[at] === '"' ? endOfQuoted(text, at) : undefined;
    if (quoted === text.length + 1) hasQuotes = false;
    let end: number;
    let cell: string;
    if (quoted !== undefined && quoted <= text.length) {
      end = quoted;
      cell = text.slice(at + 1, end - 1).replaceAll('""', '"');
    } else {
      separators.lastIndex = at;
      end = separators.exec(text)?.index ?? text.length;
      cell = text.slice(at, end);
    }
    yield { text: tidy(cell), endsRow: text[end] !== '\t' };
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
  }
}

/** The place after a quoted cell; undefined where the quote is a part of the text, one beyond the end where it is never closed. */
function endOfQuoted(text: string, start: number): number | undefined {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return text.length + 1;
    if (text[quote + 1] !== '"') {
      const after = text[quote + 1];
      return after === undefined || after === '\t' || after === '\r' || after === '\n' ? quote + 1 : undefined;
    }
    at = quote + 2;
  }
}

/** A blank that does not break is a blank; none stands at either end, and a line end is one sign. */
function tidy(cell: string): string {
  return cell.replace(/\r\n?/g, '\n').replace(unspeakable, '').replaceAll('\u00a0', ' ').trim();
}
