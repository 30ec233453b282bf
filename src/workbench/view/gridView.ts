// What the page asks of a grid on screen, and what the grid tells it. The only words between the page and the spreadsheet component.
import type { Area, Selection } from '../book/model';
import type { Place } from './navigation';

/** In CSS pixels of the page. */
export interface Rect { x: number; y: number; width: number; height: number }

/** What a person did with the pointer in the grid. The grid itself changes nothing: whoever listens asks the book. */
export interface GridEvents {
  selected(areas: Area[], active: Place): void;
  doubleClicked(at: Place): void;
  menuAsked(point: { x: number; y: number }, at: Place | undefined): void;
  columnsResized(columns: readonly { from: number; to: number }[], width: number): void;
  rowsResized(rows: readonly { from: number; to: number }[], height: number): void;
  rowsFitted(rows: readonly { from: number; to: number }[]): void;
  columnsFitted(columns: readonly { from: number; to: number }[]): void;
  filled(source: Area, target: Area): void;
  frozen(rows: number, columns: number): void;
  /** Scrolled, zoomed or laid out anew: what floats over cells must find its place again. */
  moved(): void;
}

/** A grid on screen. It draws what the book holds and holds nothing itself. */
export interface GridView {
  /** Brings a sheet to the front; its data is read now, if it was not before. */
  show(sheetId: string): void;
  /** Something changed on a sheet: in an area, or anywhere. What is on screen follows, with scroll position and selection kept. */
  refresh(sheetId: string, area?: Area): void;
  /** Forgets sheets that are gone. */
  prune(): void;
  select(selection: Selection): void;
  /** Scrolls as little as needed to have a cell in sight. */
  reveal(sheetId: string, at: Place): void;
  /** Where cells are on the page; `inSight` is false when they are scrolled away (also partly), and undefined means the sheet is not shown. */
  rectOf(sheetId: string, area: Area): (Rect & { inSight: boolean }) | undefined;
  /** The part of the page in which a cell can be seen: beside and below the headers and what is frozen, unless it is frozen itself. */
  paneOf(sheetId: string, at: Place): Rect | undefined;
  /** How many rows a page down moves. */
  pageRows(): number;
  zoom(): number;
  setZoom(ratio: number): void;
  /** Column pixels that would show the longest text of these rows. */
  widthFor(sheetId: string, column: number): number;
}
