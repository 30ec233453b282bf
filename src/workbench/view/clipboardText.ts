// Cells as text for the clipboard and back: tab-separated, as Excel writes and reads it. Pure.

/** Rows of texts, with quotes where a text holds tabs, line breaks or quotes. */
export function toTabbed(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\r\n');
}

function quoted(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Reads tab-separated text. A quote only counts at the start of a cell; one line break at the very end is no row. */
export function fromTabbed(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  const end = text.replace(/\r?\n$/, '').length;
  while (at <= end) {
    let cell = '';
    if (text[at] === '"' && closingQuote(text, at, end) >= 0) {
      const close = closingQuote(text, at, end);
      cell = text.slice(at + 1, close).replaceAll('""', '"').replaceAll('\r\n', '\n');
      at = close + 1;
    } else {
      const from = at;
      while (at < end && text[at] !== '\t' && text[at] !== '\n' && text[at] !== '\r') at++;
      cell = text.slice(from, at);
    }
    rows.at(-1)?.push(cell);
    if (at >= end) break;
    if (text[at] === '\t') at++;
    else {
      at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
      rows.push([]);
    }
  }
  return rows;
}

/** Where a quoted cell ends; -1 when the quote is only a character. */
function closingQuote(text: string, open: number, end: number): number {
  for (let at = open + 1; at < end; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"' && at + 1 < end) { at++; continue; }
    const after = text[at + 1];
    return at + 1 >= end || after === '\t' || after === '\n' || after === '\r' ? at : -1;
  }
  return -1;
}

/** A plain table for programs that paste HTML. */
export function toHtml(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `<td>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</td>`;
  return `<table>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`;
}
