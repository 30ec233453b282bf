// The panel behind a table header's button: sort, and choose which values stay visible. Asks the book.
import type { BookApi } from '../book/bookApi';
import type { Sheet, Table } from '../book/model';
import { words } from '../words';
import { button, element } from './element';
import type { PersonActions } from './personActions';
import { openPanel } from './popups';

/** More values than this are not listed; searching narrows them down. */
const LISTED = 500;

/** The different texts of a table column, in order; what a filter offers. */
export function filterValues(book: BookApi, sheet: Sheet, table: Table, index: number): string[] {
  const texts = new Set<string>();
  const column = table.area.left + index;
  const last = table.hasTotals ? table.area.bottom - 1 : table.area.bottom;
  for (let row = table.area.top + (table.hasHeader ? 1 : 0); row <= last; row++) texts.add(book.textAt(sheet.id, row, column));
  return [...texts].sort((a, b) => (a === '' ? 1 : b === '' ? -1 : a.localeCompare(b, 'zh-CN', { numeric: true })));
}

/** Opens the panel under a header cell. */
export function openFilter(book: BookApi, actions: PersonActions, sheet: Sheet, table: Table, index: number, point: { x: number; y: number }, closed: () => void): void {
  const name = table.columns[index]?.name ?? '';
  const values = filterValues(book, sheet, table, index);
  const shown = new Set(table.filters.get(index) ?? values);
  const body = { ...table.area, top: table.area.top + (table.hasHeader ? 1 : 0), bottom: table.hasTotals ? table.area.bottom - 1 : table.area.bottom };
  const sort = (ascending: boolean) => {
    close();
    void actions.attempt(() => {
      book.sortRows(sheet.id, body, [{ column: table.area.left + index, ascending }], 'user');
      actions.undoList.forget();
    });
  };
  const filter = (texts: readonly string[] | undefined) => {
    close();
    void actions.attempt(() => book.filterTable(table.id, index, texts));
  };

  const search = element('input', { type: 'search', placeholder: words.filter.search, 'aria-label': words.filter.search, class: 'wb-filter-search' });
  const list = element('div', { class: 'wb-filter-list', role: 'group', 'aria-label': words.filter.title(name) });
  const matching = () => values.filter((text) => text.toLowerCase().includes(search.value.trim().toLowerCase()));
  const draw = () => {
    const found = matching();
    const all = element('input', { type: 'checkbox' });
    const chosen = found.filter((text) => shown.has(text)).length;
    all.checked = chosen === found.length;
    all.indeterminate = chosen > 0 && chosen < found.length;
    all.addEventListener('change', () => {
      for (const text of found) if (all.checked) shown.add(text);
      else shown.delete(text);
      draw();
    });
    list.replaceChildren(element('label', {}, all, words.filter.all), ...found.slice(0, LISTED).map((text) => {
      const box = element('input', { type: 'checkbox' });
      box.checked = shown.has(text);
      box.addEventListener('change', () => {
        if (box.checked) shown.add(text);
        else shown.delete(text);
        const now = found.filter((each) => shown.has(each)).length;
        all.checked = now === found.length;
        all.indeterminate = now > 0 && now < found.length;
        ok.disabled = shown.size === 0;
      });
      return element('label', {}, box, text === '' ? words.filter.blank : text);
    }));
    if (found.length > LISTED) list.append(element('p', { text: words.filter.moreValues(found.length - LISTED) }));
    ok.disabled = shown.size === 0;
  };
  const accept = () => {
    const narrowed = search.value.trim() === '' ? [...shown] : matching().filter((text) => shown.has(text));
    filter(narrowed.length === values.length ? undefined : narrowed);
  };
  const ok = button({ class: 'wb-button is-primary', text: words.filter.ok }, accept);
  const clear = button({ class: 'wb-menu-button', text: words.filter.clear(name), disabled: !table.filters.has(index) }, () => filter(undefined));
  const first = button({ class: 'wb-menu-button', text: words.filter.ascending }, () => sort(true));
  const panel = element('div', { role: 'dialog', 'aria-label': words.filter.title(name), class: 'wb-filter' },
    first, button({ class: 'wb-menu-button', text: words.filter.descending }, () => sort(false)),
    element('div', { class: 'wb-menu-line' }), clear, search, list,
    element('div', { class: 'wb-dialog-buttons' }, ok, button({ class: 'wb-button', text: words.filter.cancel }, () => close())));
  search.addEventListener('input', draw);
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || ok.disabled) return;
    // The grid gets the keyboard at once; the key must not reach it.
    event.preventDefault();
    accept();
  });
  draw();
  const close = openPanel(panel, point, closed);
  first.focus();
}
