// How a file that was read travels from a Worker: in pieces so small that unpacking one is never felt. Knows no Worker, only the messages.
import type { RawCell, RawFile, RawTable } from '../core/rawTable';
import type { FileReading } from './readFileTables';
import { readFileTables } from './readFileTables';

/** What a Worker is asked. */
export interface ReadingQuestion { readonly name: string; readonly bytes: Uint8Array }

/** What it answers, one after another; `end` or `failed` is the last. */
export type ReadingAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'table'; readonly table: Omit<RawTable, 'cells'> }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly RawCell[])[] }
  | { readonly kind: 'end'; readonly reading: { readonly ok: true; readonly file: Omit<RawFile, 'tables' | 'properties'>; readonly properties: readonly (readonly [string, string])[] } | Extract<FileReading, { ok: false }> }
  | { readonly kind: 'failed'; readonly detail: string };

/** Cells and characters in one piece: some 3 ms of unpacking. */
const pieceWeight = 4_000;

/** Reads one file and gives the answers, piece by piece. */
export async function answerReading({ name, bytes }: ReadingQuestion, answer: (answer: ReadingAnswer) => void): Promise<void> {
  try {
    const reading = await readFileTables(name, bytes);
    if (!reading.ok) {
      answer({ kind: 'end', reading });
      return;
    }
    const { tables, properties, ...file } = reading.file;
    for (const { cells, ...table } of tables) {
      answer({ kind: 'table', table });
      for (const rows of inPieces(cells)) answer({ kind: 'rows', rows });
    }
    // As pairs: an object with a key such as __proto__ would not arrive as it went.
    answer({ kind: 'end', reading: { ok: true, file, properties: Object.entries(properties) } });
  } catch (fault) {
    answer({ kind: 'failed', detail: fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault) });
  }
}

function* inPieces(cells: readonly (readonly RawCell[])[]): Generator<readonly (readonly RawCell[])[]> {
  let from = 0;
  let weight = 0;
  for (let row = 0; row < cells.length; row += 1) {
    weight += 1 + (cells[row] ?? []).reduce<number>((sum, cell) => sum + 1 + (typeof cell === 'string' ? cell.length / 32 : 0), 0);
    if (weight < pieceWeight) continue;
    yield cells.slice(from, row + 1);
    from = row + 1;
    weight = 0;
  }
  if (from < cells.length) yield cells.slice(from);
}

/** Puts the pieces of one file together again. */
export class GatheredReading {
  private readonly tables: { readonly table: Omit<RawTable, 'cells'>; readonly cells: (readonly RawCell[])[] }[] = [];

  /** Takes one answer; gives the reading with the last of them. */
  take(answer: ReadingAnswer): FileReading | undefined {
    switch (answer.kind) {
      case 'ready':
        return undefined;
      case 'table':
        this.tables.push({ table: answer.table, cells: [] });
        return undefined;
      case 'rows': {
        const cells = this.tables.at(-1)?.cells;
        for (const row of answer.rows) cells?.push(row);
        return undefined;
      }
      case 'failed':
        return { ok: false, refusal: { kind: 'failed', values: { detail: answer.detail } } };
      case 'end':
        return answer.reading.ok ? { ok: true, file: this.fileOf(answer.reading) } : answer.reading;
    }
  }

  private fileOf({ file, properties }: Extract<Extract<ReadingAnswer, { kind: 'end' }>['reading'], { ok: true }>): RawFile {
    const own = Object.create(null) as Record<string, string>;
    for (const [key, value] of properties) own[key] = value;
    return { ...file, tables: this.tables.map(({ table, cells }) => ({ ...table, cells })), properties: own };
  }
}
