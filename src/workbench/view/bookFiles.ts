// New, open and save: the workbook to and from files on this machine. Knows the two doors of the file room and the browser's.
import type { BookApi } from '../book/bookApi';
import { newProperties } from '../book/properties';
import { newSheet } from '../book/sheet';
import { openXlsx, saveXlsx } from '../xlsx';
import { words } from '../words';
import type { Dialogs } from './dialogs';
import { element } from './element';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface BookFilesNeeds {
  /** Another workbook stands in the book now. */
  replaced(): void;
  changed(isUnsaved: boolean): void;
}

/** The file side of the one book on the page. */
export class BookFiles {
  private unsaved = false;
  private loading = false;
  private made = 1;

  constructor(private readonly book: BookApi, private readonly dialogs: Dialogs, private readonly needs: BookFilesNeeds) {
    book.onChange((change) => {
      // Looking around, and results that were computed again, are no changes of the workbook.
      if (this.loading || change.kind === 'selection' || change.kind === 'activated' || change.kind === 'calculated') return;
      this.mark(true);
    });
    window.addEventListener('beforeunload', (event) => {
      if (!this.unsaved) return;
      event.preventDefault();
      event.returnValue = words.file.leave;
    });
  }

  get isUnsaved(): boolean {
    return this.unsaved;
  }

  async newBook(): Promise<void> {
    if (!(await this.mayDrop())) return;
    this.replace(() => this.book.replaceWith({ name: words.newBookName(++this.made), sheets: [newSheet('', 'Sheet1')], names: [], properties: newProperties(), date1904: false }));
  }

  /** Lets the person choose a file, and opens it. */
  async choose(): Promise<void> {
    if (!(await this.mayDrop())) return;
    const picker = element('input', { type: 'file', accept: `.xlsx,${XLSX}`, hidden: true, 'data-command': 'file-picker' });
    document.body.append(picker);
    picker.addEventListener('change', () => {
      const [file] = picker.files ?? [];
      picker.remove();
      if (file) void this.openFile(file);
    });
    picker.addEventListener('cancel', () => picker.remove());
    picker.click();
  }

  async openFile(file: File): Promise<void> {
    if (!/\.xls[xm]$/i.test(file.name)) {
      await this.dialogs.tell(words.dialog.title, words.file.wrongKind(file.name), 'stop');
      return;
    }
    await this.openBytes(new Uint8Array(await file.arrayBuffer()), file.name);
  }

  /** Opens a workbook served beside the page. */
  async openAddress(address: string): Promise<void> {
    const name = decodeURIComponent(new URL(address, location.href).pathname.split('/').pop() ?? address);
    const answer = await fetch(address);
    if (!answer.ok) {
      await this.dialogs.tell(words.dialog.title, words.file.cannotOpen(name, words.file.cannotFetch(answer.status)), 'stop');
      return;
    }
    await this.openBytes(new Uint8Array(await answer.arrayBuffer()), name);
  }

  /** The workbook as a file that the browser saves. */
  async save(): Promise<void> {
    let bytes: Uint8Array;
    try {
      bytes = await saveXlsx(this.book);
    } catch (problem) {
      await this.dialogs.tell(words.dialog.title, words.file.cannotSave(reasonOf(problem)), 'stop');
      return;
    }
    const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: XLSX }));
    const link = element('a', { href: address, download: this.book.name.replace(/(\.xls[xm]?)?$/i, '.xlsx'), hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    this.mark(false);
  }

  private async openBytes(bytes: Uint8Array, name: string): Promise<void> {
    let lost: readonly string[] = [];
    this.loading = true;
    try {
      ({ lost } = await openXlsx(bytes, () => this.book, name));
    } catch (problem) {
      await this.dialogs.tell(words.dialog.title, words.file.cannotOpen(name, reasonOf(problem)), 'stop');
      return;
    } finally {
      this.loading = false;
    }
    this.mark(false);
    this.needs.replaced();
    if (lost.length > 0) await this.dialogs.tell(words.dialog.title, words.file.lost(name, lost), 'information');
  }

  private replace(work: () => void): void {
    this.loading = true;
    try {
      work();
    } finally {
      this.loading = false;
    }
    this.mark(false);
    this.needs.replaced();
  }

  private async mayDrop(): Promise<boolean> {
    if (!this.unsaved) return true;
    const answer = await this.dialogs.ask({
      title: words.dialog.title, message: words.file.dropChanges(this.book.name), kind: 'question',
      answers: [{ id: 'drop', label: words.file.drop }, { id: 'keep', label: words.file.keep }],
    });
    return answer === 'drop';
  }

  private mark(unsaved: boolean): void {
    if (this.unsaved === unsaved) return;
    this.unsaved = unsaved;
    this.needs.changed(unsaved);
  }
}

function reasonOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
