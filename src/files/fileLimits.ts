// How much of a file is taken in. Far above any return, far below what would stop a pane (R9). Knows numbers only.

const megabyte = 1024 * 1024;

export const fileLimits = {
  /** Bytes of the file itself. */
  fileBytes: 30 * megabyte,
  /** Parts of a zip. */
  parts: 5_000,
  /** Bytes of all parts of a zip together, unpacked. */
  unpackedBytes: 300 * megabyte,
  /** Unpacked against packed. Sheets reach 20 to 60; beyond this a small file is a bomb, from `ratioFrom` bytes on. */
  ratio: 250,
  ratioFrom: 20 * megabyte,
  sheets: 200,
  /** Cells with contents, in the whole file. */
  cells: 2_000_000,
  /** Columns of a table, counted from A. */
  columns: 1_000,
  /** Rows with contents, of a table. */
  rows: 100_000,
  /** Places of all tables together, from A1 to the last cell of each row: a far cell drags empty ones along. */
  places: 10_000_000,
  /** Rows of all tables together, empty ones too. */
  rowsInAll: 2_000_000,
  /** Characters of one cell; Excel itself has 32,767. */
  textLength: 100_000,
  /** Own properties of a document, and the merges of a table. */
  properties: 1_000,
  merges: 100_000,
  /** Elements inside elements. */
  depth: 250,
} as const;
