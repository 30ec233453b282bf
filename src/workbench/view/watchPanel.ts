// Shows what the add-in asked of Excel: each request with its actions, time, bytes and outcome; and lets requests be slow or fail, for trying.
import { words } from '../words';
import { button, drawings, element, icon } from './element';
import type { RequestRecord } from '../host/requests';
import type { PageHost } from './hostSeam';

const KEPT = 300;
const DELAYS = [0, 500, 2000, 8000];

export class WatchPanel {
  readonly element: HTMLElement;
  /** The button on the status bar that opens and closes the panel. */
  readonly opener: HTMLButtonElement;
  private readonly body = element('tbody');
  private readonly empty = element('p', { class: 'wb-watch-empty', text: words.watch.empty });
  private readonly totals = element('span', { class: 'wb-watch-totals' });
  private readonly notes = element('ul', { class: 'wb-watch-notes', hidden: true });
  private readonly slow: HTMLSelectElement;
  private readonly failing: HTMLInputElement;
  private readonly code: HTMLSelectElement;
  private readonly hosts = new Set<PageHost>();
  private arranged: (() => void)[] = [];
  private sums = { requests: 0, ms: 0, out: 0, back: 0, failed: 0 };

  constructor(private readonly toggled: () => void) {
    this.opener = button({ class: 'wb-watch-opener', title: words.watch.show, 'aria-expanded': 'false', 'aria-controls': 'wb-watch', 'data-command': 'watch' }, () => this.toggle(), icon(drawings.pulse, 14), element('span', { text: words.watch.title }));
    this.slow = element('select', { 'aria-label': words.watch.slow, title: words.watch.slowTip }, ...DELAYS.map((ms) => element('option', { value: ms, text: ms === 0 ? words.watch.noDelay : words.watch.delay(ms) })));
    this.failing = element('input', { type: 'checkbox', 'data-command': 'fail-next' });
    this.code = element('select', { 'aria-label': words.watch.failCode }, ...Object.entries(words.watch.faults).map(([value, text]) => element('option', { value, text })));
    for (const control of [this.slow, this.failing, this.code]) control.addEventListener('change', () => this.arrange());
    const { columns } = words.watch;
    this.element = element('section', { class: 'wb-watch', id: 'wb-watch', 'aria-label': words.watch.title, hidden: true },
      element('div', { class: 'wb-watch-head' },
        element('h2', { text: words.watch.title }), this.totals,
        element('span', { class: 'wb-status-space' }),
        element('label', { title: words.watch.slowTip }, words.watch.slow, this.slow),
        element('label', { title: words.watch.failTip }, this.failing, words.watch.failNext), this.code,
        button({ class: 'wb-link', text: words.watch.clear }, () => this.clear()),
        button({ class: 'wb-pane-button', title: words.watch.hide, 'aria-label': words.watch.hide }, () => this.toggle(), icon(drawings.close, 12))),
      element('div', { class: 'wb-watch-body', tabindex: '0', role: 'region', 'aria-label': words.watch.title }, this.notes, this.empty,
        element('table', {}, element('thead', {}, element('tr', {}, ...[columns.number, columns.what, columns.actions, columns.ms, columns.out, columns.back, columns.result].map((text) => element('th', { scope: 'col', text })))), this.body)));
    this.drawTotals();
  }

  toggle(): void {
    this.element.hidden = !this.element.hidden;
    this.opener.setAttribute('aria-expanded', String(!this.element.hidden));
    this.toggled();
    if (!this.element.hidden) this.scrollToEnd();
  }

  /** Follows a host. Returns the way to stop. */
  watch(host: PageHost): () => void {
    this.hosts.add(host);
    this.arrange();
    const stop = host.onRequest((record) => this.add(record));
    return () => {
      stop();
      this.hosts.delete(host);
      this.arrange();
    };
  }

  /** Remarks on the manifest: what of it is not drawn. */
  note(remarks: readonly string[]): void {
    this.notes.hidden = remarks.length === 0;
    this.notes.replaceChildren(...remarks.map((text) => element('li', { text })));
  }

  private add(record: RequestRecord): void {
    // Requests that only give references back are the library's own tidying.
    if (record.n === undefined) return;
    const { sums } = this;
    sums.requests++;
    sums.ms += record.ms;
    sums.out += record.requestBytes;
    sums.back += record.responseBytes;
    if (record.error) sums.failed++;
    const what = record.objects.join(' · ');
    const result = record.error ? `${record.error.code}：${record.error.message}` : words.watch.ok;
    const cells = [String(sums.requests), what, String(record.actions), String(Math.round(record.ms)), words.watch.bytes(record.requestBytes), words.watch.bytes(record.responseBytes), result];
    this.body.append(element('tr', { class: record.error ? 'is-error' : undefined }, ...cells.map((text, index) => element('td', { text, title: index === 1 || index === 6 ? text : undefined }))));
    while (this.body.children.length > KEPT) this.body.firstElementChild?.remove();
    this.empty.hidden = true;
    if (record.error && this.failing.checked) {
      this.failing.checked = false;
      this.arrange();
    }
    this.drawTotals();
    if (!this.element.hidden) this.scrollToEnd();
  }

  private clear(): void {
    this.sums = { requests: 0, ms: 0, out: 0, back: 0, failed: 0 };
    this.body.replaceChildren();
    this.empty.hidden = false;
    this.drawTotals();
  }

  private drawTotals(): void {
    const { requests, ms, out, back, failed } = this.sums;
    const text = words.watch.totals(requests, String(Math.round(ms)), words.watch.bytes(out), words.watch.bytes(back));
    this.totals.textContent = failed > 0 ? `${text}，${words.watch.failures(failed)}` : text;
    this.opener.title = requests > 0 ? text : words.watch.show;
  }

  /** One fault strikes a request at most, so the failure stands before the delay and carries it too. */
  private arrange(): void {
    for (const callOff of this.arranged) callOff();
    this.arranged = [];
    const delay = Number(this.slow.value);
    for (const host of this.hosts) {
      if (this.failing.checked) {
        const isLost = this.code.value === 'answerLost';
        this.arranged.push(host.faults.add({ when: 'next', fails: isLost ? 'answerLost' : 'before', ...(isLost ? {} : { code: this.code.value }), ...(delay > 0 ? { delay } : {}) }));
      }
      if (delay > 0) this.arranged.push(host.faults.add({ when: () => true, delay, times: Infinity }));
    }
    this.element.classList.toggle('is-armed', this.failing.checked || delay > 0);
    this.opener.classList.toggle('is-armed', this.failing.checked || delay > 0);
  }

  private scrollToEnd(): void {
    const scrolled = this.element.querySelector('.wb-watch-body');
    if (scrolled) scrolled.scrollTop = scrolled.scrollHeight;
  }
}
