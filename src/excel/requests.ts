// Packs steps into as few requests to Excel as its size limit allows (X2). Knows nothing of what the steps do.

/** One thing to ask of Excel, with about how many bytes it puts into the request. */
export interface Step { readonly bytes: number; readonly ask: (context: Excel.RequestContext) => void }

/** Excel on the web takes 5 MB a request; what Office.js wraps around the contents needs room too. */
export const requestLimit = 4_000_000;

/** Groups steps, or what is to be read, in their order into requests below the limit. */
export function packRequests<T extends { readonly bytes: number }>(steps: readonly T[], limit: number = requestLimit): readonly (readonly T[])[] {
  const requests: T[][] = [];
  let current: T[] = [];
  let bytes = 0;
  for (const step of steps) {
    if (current.length > 0 && bytes + step.bytes > limit) {
      requests.push(current);
      current = [];
      bytes = 0;
    }
    current.push(step);
    bytes += step.bytes;
  }
  if (current.length > 0) requests.push(current);
  return requests;
}

/** About how many bytes a value takes in a request, and hardly ever more: a Chinese character is three, a number has up to twenty digits. */
export function weigh(value: string | number | boolean | null): number {
  return typeof value === 'string' ? value.length * 3 + 3 : 20;
}

/** Splits rows so that no piece is heavier than the limit. Returns pieces with the index of their first row. */
export function splitRows<T extends readonly (string | number | boolean | null)[]>(rows: readonly T[], limit: number = requestLimit): readonly { readonly from: number; readonly rows: readonly T[]; readonly bytes: number }[] {
  const pieces: { from: number; rows: T[]; bytes: number }[] = [];
  let piece: { from: number; rows: T[]; bytes: number } | undefined;
  rows.forEach((row, index) => {
    const bytes = row.reduce<number>((sum, cell) => sum + weigh(cell), 3);
    if (piece === undefined || piece.bytes + bytes > limit) {
      piece = { from: index, rows: [], bytes: 0 };
      pieces.push(piece);
    }
    piece.rows.push(row);
    piece.bytes += bytes;
  });
  return pieces;
}
