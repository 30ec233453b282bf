// Where a cell's content is typed: over the cell and in the formula bar, kept alike. Also catches the keys of the grid while nothing is edited.
import { words } from '../words';
import { element } from './element';

export type EditMode = 'ready' | 'typing' | 'editing';

/** What the editor needs to know and whom it tells. */
export interface EditorNeeds {
  /** The active cell's place on the page, and its look. */
  place(): { x: number; y: number; width: number; height: number; font: string; align: string; background: string; color: string; wrap: boolean } | undefined;
  /** The active cell's content as it is edited. */
  content(): string;
  /** What a screen reader says of the active cell. */
  spoken(): string;
  mayEdit(): Promise<boolean>;
  /** Puts the text into the cell; false means that editing goes on. */
  put(text: string, everywhere: boolean): Promise<boolean>;
  /** Editing ended by a key: where the active cell goes. */
  leave(key: 'Enter' | 'Tab' | 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight', back: boolean): void;
  modeChanged(mode: EditMode): void;
  /** A key while nothing is edited; true when it meant something. */
  key(event: KeyboardEvent): boolean;
}

export class CellEditor {
  readonly catcher: HTMLTextAreaElement;
  private current: EditMode = 'ready';
  private putting = false;

  constructor(private readonly surface: HTMLElement, readonly bar: HTMLTextAreaElement, private readonly needs: EditorNeeds) {
    this.catcher = element('textarea', { class: 'wb-cell-editor', rows: 1, spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off', 'data-mode': 'ready' });
    surface.append(this.catcher);
    this.catcher.addEventListener('keydown', (event) => this.keyInCell(event));
    this.catcher.addEventListener('input', () => this.typedInCell());
    this.catcher.addEventListener('compositionstart', () => { if (this.current === 'ready') this.begin('typing', ''); });
    bar.addEventListener('focus', () => { if (this.current === 'ready') void this.beginInBar(); });
    bar.addEventListener('input', () => {
      if (this.current === 'ready') this.begin('editing', bar.value, 'bar');
      this.catcher.value = bar.value;
      this.fit();
    });
    bar.addEventListener('keydown', (event) => this.keyInBar(event));
  }

  get mode(): EditMode {
    return this.current;
  }

  /** Gives the keyboard to the grid. */
  focus(): void {
    this.catcher.focus({ preventScroll: true });
  }

  /** The active cell is another, or shows something else. */
  follow(): void {
    if (this.current !== 'ready') {
      this.fit();
      return;
    }
    this.catcher.value = '';
    this.catcher.setAttribute('aria-label', this.needs.spoken());
    this.bar.value = this.needs.content();
    const place = this.needs.place();
    const page = this.surface.getBoundingClientRect();
    // The catcher waits at the cell, so that the window of an input method opens there.
    Object.assign(this.catcher.style, { left: `${Math.max(0, (place?.x ?? page.left) - page.left)}px`, top: `${Math.max(0, (place?.y ?? page.top) - page.top)}px`, width: '', height: '' });
  }

  /** F2 and double click: edits what the cell holds. */
  async edit(): Promise<void> {
    if (this.current !== 'ready' || !(await this.needs.mayEdit())) return;
    const text = this.needs.content();
    this.begin('editing', text);
    this.catcher.setSelectionRange(text.length, text.length);
  }

  /** Backspace: edits the cell as if it were empty. */
  async editEmpty(): Promise<void> {
    if (this.current === 'ready' && (await this.needs.mayEdit())) this.begin('typing', '');
  }

  /** Ends editing and keeps the text. False when it could not be kept and editing goes on. */
  async commit(everywhere = false): Promise<boolean> {
    if (this.current === 'ready') return true;
    if (this.putting) return false;
    this.putting = true;
    const text = this.catcher.value;
    const mode = this.current;
    this.end();
    try {
      if (await this.needs.put(text, everywhere)) return true;
      this.begin(mode, text);
      this.catcher.select();
      return false;
    } finally {
      this.putting = false;
    }
  }

  /** Ends editing and drops the text. */
  cancel(): void {
    if (this.current === 'ready') return;
    this.end();
    this.focus();
  }

  private begin(mode: 'typing' | 'editing', text: string, from: 'cell' | 'bar' = 'cell'): void {
    this.current = mode;
    this.catcher.dataset['mode'] = mode;
    this.catcher.value = text;
    if (from === 'cell') this.bar.value = text;
    const place = this.needs.place();
    if (place) Object.assign(this.catcher.style, { font: place.font, textAlign: place.align, background: place.background, color: place.color, whiteSpace: place.wrap ? 'pre-wrap' : 'pre' });
    this.catcher.setAttribute('aria-label', words.formulaBar.content);
    this.fit();
    this.needs.modeChanged(mode);
    if (from === 'cell') this.focus();
  }

  private end(): void {
    this.current = 'ready';
    this.catcher.dataset['mode'] = 'ready';
    this.catcher.removeAttribute('style');
    this.needs.modeChanged('ready');
    this.follow();
  }

  /** As large as its text, at least as the cell, at most to the edge of the grid. */
  private fit(): void {
    if (this.current === 'ready') return;
    const place = this.needs.place();
    if (!place) return;
    const page = this.surface.getBoundingClientRect();
    const left = Math.max(0, place.x - page.left);
    const top = Math.max(0, place.y - page.top);
    const { style } = this.catcher;
    Object.assign(style, { left: `${left}px`, top: `${top}px`, width: `${place.width}px`, height: `${place.height}px` });
    if (!place.wrap) style.width = `${Math.min(Math.max(place.width, this.catcher.scrollWidth + 6), page.width - left)}px`;
    if (this.catcher.scrollWidth > this.catcher.clientWidth) style.whiteSpace = 'pre-wrap';
    style.height = `${Math.min(Math.max(place.height, this.catcher.scrollHeight), Math.max(place.height, page.height - top))}px`;
  }

  private typedInCell(): void {
    if (this.current === 'ready') {
      const text = this.catcher.value;
      if (text === '') return;
      this.begin('typing', text);
      void this.needs.mayEdit().then((may) => { if (!may) this.cancel(); });
      return;
    }
    this.bar.value = this.catcher.value;
    this.fit();
  }

  private keyInCell(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229) return;
    if (this.current === 'ready') {
      if (this.needs.key(event)) {
        event.preventDefault();
        event.stopPropagation();
      }
      return;
    }
    this.keyWhileEditing(event, this.catcher);
  }

  private keyInBar(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229) return;
    if (this.current === 'ready' && event.key === 'Escape') this.focus();
    else if (this.current !== 'ready') this.keyWhileEditing(event, this.bar);
  }

  private keyWhileEditing(event: KeyboardEvent, field: HTMLTextAreaElement): void {
    const { key } = event;
    const isArrow = key === 'ArrowUp' || key === 'ArrowDown' || key === 'ArrowLeft' || key === 'ArrowRight';
    if (key === 'Enter' && event.altKey) {
      field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
      field.dispatchEvent(new Event('input'));
    } else if (key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      void this.commit(true).then(() => this.focus());
    } else if (key === 'Enter' || key === 'Tab' || (isArrow && this.current === 'typing' && field === this.catcher)) {
      void this.commit().then((done) => {
        if (done) this.needs.leave(key, event.shiftKey);
        this.focus();
      });
    } else if (key === 'Escape') {
      this.cancel();
    } else if (key === 'F2') {
      this.current = this.current === 'typing' ? 'editing' : 'typing';
      this.catcher.dataset['mode'] = this.current;
      this.needs.modeChanged(this.current);
    } else {
      event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private async beginInBar(): Promise<void> {
    if (!(await this.needs.mayEdit())) {
      this.focus();
      return;
    }
    if (this.current === 'ready' && document.activeElement === this.bar) this.begin('editing', this.bar.value, 'bar');
  }
}
