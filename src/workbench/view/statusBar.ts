// The bottom line: what the person is doing, what the selection adds up to, and the zoom. Reads the book.
import { intersection } from '../book/area';
import type { BookApi } from '../book/bookApi';
import type { Selection } from '../book/model';
import { words } from '../words';
import type { EditMode } from './cellEditor';
import { button, drawings, element, icon } from './element';

/** What the numbers of a selection come to. */
export interface Totals { count: number; numbers: number; sum: number }

/** Counts and adds what a selection holds; hidden rows are left out, as Excel leaves out what a filter hides. */
export function totalsOf(book: BookApi, selection: Selection): Totals {
  const totals: Totals = { count: 0, numbers: 0, sum: 0 };
  const used = book.usedArea(selection.sheetId, true);
  const sheet = book.sheetById(selection.sheetId);
  if (!used || !sheet) return totals;
  for (const area of selection.areas) {
    const part = intersection(area, used);
    if (!part) continue;
    for (const [row, cells] of sheet.cells) {
      if (row < part.top || row > part.bottom || sheet.rows.get(row)?.hidden) continue;
      for (const [column, cell] of cells) {
        if (column < part.left || column > part.right || cell.value === null) continue;
        totals.count++;
        if (typeof cell.value !== 'number') continue;
        totals.numbers++;
        totals.sum += cell.value;
      }
    }
  }
  return totals;
}

/** How many records a filtered table shows, when the active sheet has one. */
export function filteredText(book: BookApi): string | undefined {
  const sheet = book.sheetById(book.activeSheetId);
  const table = sheet?.tables.find((each) => each.filters.size > 0);
  if (!sheet || !table) return undefined;
  const first = table.area.top + (table.hasHeader ? 1 : 0);
  const last = table.area.bottom - (table.hasTotals ? 1 : 0);
  let shown = 0;
  for (let row = first; row <= last; row++) if (!sheet.rows.get(row)?.hidden) shown++;
  return words.status.filtered(shown, last - first + 1);
}

const ZOOMS = [0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2];

export class StatusBar {
  readonly element: HTMLElement;
  private readonly mode = element('span', { class: 'wb-status-mode', role: 'status', text: words.status.ready });
  private readonly note = element('span', { class: 'wb-status-note' });
  private readonly totals = element('span', { class: 'wb-status-totals' });
  private readonly percent: HTMLButtonElement;
  private ratio = 1;
  private message: string | undefined;

  constructor(private readonly book: BookApi, private readonly zoomed: (ratio: number) => void, extra: Node) {
    const change = (by: 1 | -1) => {
      const at = ZOOMS.findIndex((each) => each >= this.ratio - 0.001);
      this.setZoom(ZOOMS[Math.max(0, Math.min(ZOOMS.length - 1, at + by))] ?? 1);
    };
    this.percent = button({ class: 'wb-zoom', title: words.status.zoomReset, 'aria-label': words.status.zoom, text: '100%' }, () => this.setZoom(1));
    this.element = element('div', { class: 'wb-status' }, this.mode, this.note, element('span', { class: 'wb-status-space' }), this.totals, extra,
      button({ class: 'wb-status-button', title: words.status.zoomOut, 'aria-label': words.status.zoomOut }, () => change(-1), icon(drawings.minus, 12)),
      this.percent,
      button({ class: 'wb-status-button', title: words.status.zoomIn, 'aria-label': words.status.zoomIn }, () => change(1), icon(drawings.plus, 12)));
  }

  /** The selection or the values changed. */
  follow(): void {
    const { count, numbers, sum } = totalsOf(this.book, this.book.selection);
    const parts = count > 1 ? [words.status.count(count)] : [];
    if (numbers > 1) parts.unshift(words.status.average(shown(sum / numbers)));
    if (numbers > 1) parts.push(words.status.sum(shown(sum)));
    this.totals.textContent = parts.join('    ');
    this.note.textContent = this.message ?? filteredText(this.book) ?? '';
  }

  modeChanged(mode: EditMode): void {
    this.mode.textContent = words.status[mode];
    this.message = undefined;
    this.follow();
  }

  /** A remark that stays until something else happens. */
  say(message: string | undefined): void {
    this.message = message;
    this.follow();
  }

  private setZoom(ratio: number): void {
    this.ratio = ratio;
    this.percent.textContent = `${Math.round(ratio * 100)}%`;
    this.zoomed(ratio);
  }
}

function shown(value: number): string {
  return String(Number(value.toPrecision(10)));
}
