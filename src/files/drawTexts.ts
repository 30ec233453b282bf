// The texts of all cells of a file, each once. Knows texts only, not where they stand.
import { element, escapeText, xmlHead } from './drawXml';

/** Gathers texts while sheets are written; `part` is the shared strings part with all of them. */
export class TextPool {
  private readonly places = new Map<string, number>();
  private uses = 0;

  /** The number by which a cell names this text. */
  numberOf(text: string): number {
    this.uses += 1;
    let place = this.places.get(text);
    if (place === undefined) this.places.set(text, (place = this.places.size));
    return place;
  }

  /** The whole part. */
  part(): string {
    const items = [...this.places.keys()].map((text) => `<si>${textXml(text)}</si>`).join('');
    return `${xmlHead}${element('sst', { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main', count: this.uses, uniqueCount: this.places.size }, items)}`;
  }
}

/** Blanks at the ends and line breaks are kept only where the file says so. */
function textXml(text: string): string {
  return /^\s|\s$|[\n\t]| {2}/.test(text) ? `<t xml:space="preserve">${escapeText(text)}</t>` : `<t>${escapeText(text)}</t>`;
}
