// The one vocabulary for what a sheet looks like: cells, looks, table, rules, page. Plain data; knows no Excel and no file format.
import type { PlainDate } from '../core/plainDate';

/** A rectangle of cells. Row and column are 0-based from A1. */
export interface Box { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }

/** What a cell holds. A string is text and stays text, whatever it begins with; `null` is an empty cell. */
export type CellContent = string | number | { readonly day: PlainDate } | { readonly formula: string } | null;

/** A rectangle of contents. */
export interface Block { readonly row: number; readonly column: number; readonly cells: readonly (readonly CellContent[])[] }

export type Horizontal = 'left' | 'center' | 'right' | 'acrossSelection';
export type Vertical = 'top' | 'center' | 'bottom';

/** A formula filled down one column; it is written for the first row. */
export interface FillAt { readonly at: Box; readonly formula: string }

/** A colour that follows from the cells (C3). The formula is written for the rectangle's first cell, without '='; it must hold `ownMark`. */
export interface RuleDrawing { readonly at: Box; readonly formula: string; readonly look: { readonly fill?: string; readonly color?: string; readonly bold?: boolean }; readonly stop: boolean }

/** How cells look. What is left out stays as it is. Sizes are points, colours '#RRGGBB'. */
export interface Look {
  readonly font?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly horizontal?: Horizontal;
  readonly vertical?: Vertical;
  readonly wrap?: boolean;
  /** Colour of thin lines round every cell. */
  readonly lines?: string;
  readonly locked?: boolean;
}

export interface LookAt { readonly at: Box; readonly look: Look }

/** Number formats of a rectangle: one for all, or one for each cell. '@' is text. */
export interface FormatAt { readonly at: Box; readonly format: string | readonly (readonly string[])[] }

export interface ColumnDrawing { readonly column: number; /** In points. */ readonly width: number; readonly hidden?: boolean }

/** A row height in points, or 'auto': as high as its wrapped text needs, and growing with it. */
export interface RowDrawing { readonly row: number; readonly rows: number; readonly height: number | 'auto' }

export interface TableDrawing { readonly name: string; /** Header and body. */ readonly at: Box; readonly style: string; readonly bandedRows: boolean }

export interface ValidationDrawing {
  readonly at: Box;
  readonly rule:
    /** Drop-down from a formula such as '=人员名单' or from a few words. */
    | { readonly kind: 'list'; readonly source: string | readonly string[] }
    | { readonly kind: 'dayFrom'; readonly from: PlainDate }
    | { readonly kind: 'wholeNumber'; readonly min: number; readonly max: number };
  readonly prompt: { readonly title: string; readonly message: string };
  /** 'none': anything may be typed, the list only helps. */
  readonly refusal: { readonly kind: 'none' } | { readonly kind: 'stop' | 'warning'; readonly title: string; readonly message: string };
}

/** A named item. The formula begins with '='. */
export interface NameDrawing { readonly name: string; readonly formula: string; readonly comment: string }

export interface PageDrawing {
  readonly orientation: 'landscape' | 'portrait';
  /** Margins in points. */
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number; readonly header: number; readonly footer: number };
  readonly area: Box;
  /** Rows printed on top of each page, 0-based, inclusive. */
  readonly titleRows?: { readonly from: number; readonly to: number };
  /** Percent of the natural size. Without it the sheet is fitted to one page's width, and Excel passes over `breaks`. */
  readonly scale?: number;
  /** 0-based rows that begin a page. */
  readonly breaks?: readonly number[];
  readonly footer: { readonly left: string; readonly center: string; readonly right: string };
}

/** A native chart over cells in which nothing stands. One series for each block of values; all blocks are as long as the categories. */
export interface ChartDrawing {
  /** By which the chart is known on its sheet. */
  readonly name: string;
  readonly kind: 'barStacked' | 'columnStacked';
  readonly title: string;
  readonly at: Box;
  readonly categories: Box;
  /** From one line of the scale to the next; whole things are counted in whole steps. */
  readonly unit: number;
  readonly series: readonly { readonly name: string; readonly values: Box; readonly color: string }[];
}

/** A sheet that is protected without a password: locked cells keep what they hold. What else may still be done there. */
export interface ProtectionDrawing { readonly sort: boolean; readonly filter: boolean; readonly formatRows: boolean; readonly formatColumns: boolean }

/** A whole sheet. */
export interface SheetDrawing {
  readonly name: string;
  readonly tabColor?: string;
  /** Whether it becomes the first tab; else it comes last. */
  readonly isFirst?: boolean;
  /** Without it the sheet is seen. A veryHidden one can only be shown again by a program. */
  readonly visibility?: 'hidden' | 'veryHidden';
  /** Rectangles of one cell each; only the first cell of each holds anything. */
  readonly merges?: readonly Box[];
  /** Rectangles of which each row is one cell. */
  readonly mergesAcross?: readonly Box[];
  readonly charts?: readonly ChartDrawing[];
  readonly protection?: ProtectionDrawing;
  readonly formats: readonly FormatAt[];
  readonly blocks: readonly Block[];
  readonly fills: readonly FillAt[];
  readonly looks: readonly LookAt[];
  /** In the order in which they are asked. */
  readonly rules: readonly RuleDrawing[];
  readonly columns: readonly ColumnDrawing[];
  readonly rows: readonly RowDrawing[];
  readonly table?: TableDrawing;
  readonly validations: readonly ValidationDrawing[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly page: PageDrawing;
}

/** The sheets of a workbook with the names that they share. */
export interface WorkbookDrawing {
  readonly sheets: readonly SheetDrawing[];
  readonly names: readonly NameDrawing[];
  /** Which sheet is shown first. */
  readonly opensOn: string;
}

/** 'J7' for row 6, column 9. */
export function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${String(row + 1)}`;
}

/** 'A' for 0, 'AA' for 26. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** 'A4:P17' for a box. */
export function boxAddress(box: Box): string {
  return `${addressOf(box.row, box.column)}:${addressOf(box.row + box.rows - 1, box.column + box.columns - 1)}`;
}

/** A box of one cell. */
export function cellBox(row: number, column: number): Box {
  return { row, column, rows: 1, columns: 1 };
}
