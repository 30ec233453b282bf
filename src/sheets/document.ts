// The vocabulary for a written document: sections of pages with titles, paragraphs and tables. Plain data; how it looks on paper (GB/T 9704) and how Word spells it is no matter here.

/** A cell of a table, over one row and column or several. Line breaks in the text are kept. */
export interface DocumentCell {
  readonly text: string;
  readonly rows?: number;
  readonly columns?: number;
  /** Without it the text is centred. */
  readonly align?: 'left';
  readonly bold?: boolean;
}

/** A table. A row holds the cells that begin in it, from left to right; what a cell above reaches into is not said again. */
export interface DocumentTable {
  /** Widths of the columns, as parts of the page's width. */
  readonly widths: readonly number[];
  /** Rows that come again on each page; none for a table without a head. */
  readonly head: readonly (readonly DocumentCell[])[];
  readonly body: readonly (readonly DocumentCell[])[];
  /** Size of its letters in points: 小四 or 五号. */
  readonly size: 12 | 10.5;
}

/** What follows one another on the pages of a section. */
export type DocumentPart =
  | { readonly kind: 'title'; readonly text: string }
  /** A centred line under the title. */
  | { readonly kind: 'line'; readonly text: string }
  /** Kept on the same page as what follows it. */
  | { readonly kind: 'heading'; readonly rank: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Small print under a table. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'table'; readonly table: DocumentTable }
  /** Places for signatures, beside one another over the width of the page. */
  | { readonly kind: 'signing'; readonly labels: readonly string[] };

/** Pages of one orientation. A section begins on a new page. */
export interface DocumentSection { readonly orientation: 'portrait' | 'landscape'; readonly parts: readonly DocumentPart[] }

/** A whole document. `title` is what the file calls itself; what stands on the first page is a part. */
export interface DocumentDrawing { readonly title: string; readonly sections: readonly DocumentSection[] }
