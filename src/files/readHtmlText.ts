// The text of one cell of HTML, line by line, as a browser would show it. Knows blanks, breaks and tabs, and no element.
import { fileLimits } from './fileLimits';
import { refuse } from './fileRefusal';
import type { HtmlWhite } from './readHtmlStyles';

/** Signs that no text has and no sheet takes. */
const unspeakable = /[\u0000-\u0008\u000b\u000e-\u001f]/g;

/** Gathers the text of a cell: blanks of the source are one blank, a break that stays inside the text is kept, blanks that do not break are blanks. */
export class HtmlText {
  private readonly lines: string[] = [];
  private line = '';
  /** Whether the line holds something that is seen, be it a blank. */
  private isOpen = false;
  private endsInBlank = false;
  private length = 0;

  append(piece: string, white: HtmlWhite): void {
    // What is far too long is not gathered to its end.
    if (this.length > fileLimits.textLength * 2) refuse('tooManyCells', { what: 'text', limit: fileLimits.textLength, table: '' });
    const text = piece.replace(unspeakable, '');
    if (white === 'collapsed') this.appendCollapsed(text);
    else {
      text.split(/\r\n?|\n/).forEach((line, index) => {
        if (index > 0) this.breakLine();
        if (white === 'lines') this.appendCollapsed(line);
        else if (line !== '') this.put(line, false);
      });
    }
  }

  /** A line ends here, even one without text. */
  breakLine(): void {
    if (this.lines.length > fileLimits.textLength) refuse('tooManyCells', { what: 'text', limit: fileLimits.textLength, table: '' });
    this.lines.push(this.line);
    this.line = '';
    this.isOpen = false;
    this.endsInBlank = false;
  }

  /** What comes next stands on a line of its own. */
  breakBlock(): void {
    if (this.isOpen) this.breakLine();
  }

  appendTabs(count: number): void {
    if (count > 0) this.put('\t'.repeat(count), true);
  }

  finish(): string {
    const lines = [...this.lines, this.line].map((line) => withoutBlanks(line.replaceAll('\u00a0', ' '), false));
    return withoutBlanks(lines.join('\n'), true);
  }

  private appendCollapsed(text: string): void {
    const flat = text.replace(/[ \t\r\n\f]+/g, ' ');
    // A blank at the start of a line, or after another, is not seen.
    const seen = flat.startsWith(' ') && (!this.isOpen || this.endsInBlank) ? flat.slice(1) : flat;
    if (seen !== '') this.put(seen, seen.endsWith(' '));
  }

  private put(text: string, endsInBlank: boolean): void {
    this.line += text;
    this.length += text.length;
    this.isOpen = true;
    this.endsInBlank = endsInBlank;
  }
}

/** Without blanks at the end, and with `everywhere` without line ends around it and blanks before it too. */
function withoutBlanks(text: string, everywhere: boolean): string {
  const isBlank = (at: number): boolean => text[at] === ' ' || text[at] === '\t' || (everywhere && text[at] === '\n');
  let to = text.length;
  while (to > 0 && isBlank(to - 1)) to -= 1;
  let from = 0;
  if (everywhere) while (from < to && isBlank(from)) from += 1;
  return text.slice(from, to);
}
