// The texts of all cells, each once, as the shared strings part of a file. Knows only texts.
import { element, escapeText, XML_HEAD } from './xmlText';

export class SharedText {
  private readonly at = new Map<string, number>();
  private uses = 0;

  /** The number by which cells name this text. */
  numberOf(text: string): number {
    this.uses++;
    let number = this.at.get(text);
    if (number === undefined) this.at.set(text, (number = this.at.size));
    return number;
  }

  part(): string {
    let items = '';
    for (const text of this.at.keys()) items += `<si>${textElement(text)}</si>`;
    return XML_HEAD + element('sst', { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main', count: this.uses, uniqueCount: this.at.size }, items);
  }
}

/** Blanks at the ends and line breaks are kept only where the file says so. */
export function textElement(text: string): string {
  return /^\s|\s$|[\n\t]| {2}/.test(text) ? `<t xml:space="preserve">${escapeText(text)}</t>` : `<t>${escapeText(text)}</t>`;
}
