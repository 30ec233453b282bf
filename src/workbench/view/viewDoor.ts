// What tests and the add-in's frames reach on this page by name: window.pretendExcel.
import type { BookApi } from '../book/bookApi';
import type { PageHost } from './hostSeam';
import type { Rect } from './gridView';

/** The view as seen from outside. */
export interface ViewDoor {
  /** Settles when the grid is drawn and the workbook asked for is open. */
  readonly ready: Promise<void>;
  /** Where a cell (or area) of the shown sheet is on the page, in CSS pixels. Throws when the sheet is another or does not exist. */
  cellRect(sheetName: string, address: string): Rect;
  /** Shows a sheet and scrolls until a cell is in sight. */
  reveal(sheetName: string, address: string): void;
  /** Whether changes of the workbook are not saved yet. */
  isUnsaved(): boolean;
}

export interface PretendExcel {
  readonly book: BookApi;
  /** The host behind the task pane's page. */
  readonly host: PageHost;
  /** The window.external for a page in a frame of this window. */
  external(page: Window): object;
  readonly view: ViewDoor;
}

declare global {
  interface Window { pretendExcel: PretendExcel }
}
