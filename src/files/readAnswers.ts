// How a file that was read travels from a Worker, and how its pieces are put together again. Knows the messages, no Worker, and nothing of reading: it stands in the pane's first load.
import type { RawCell, RawFile, RawMerge, RawTable } from '../core/rawTable';
import type { FileReading } from './readFileTables';

/** What a Worker is asked. */
export interface ReadingQuestion { readonly name: string; readonly bytes: Uint8Array }

/** What it answers, one after another; `end` or `failed` is the last. */
export type ReadingAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'table'; readonly table: Pick<RawTable, 'name' | 'visibility'> }
  | { readonly kind: 'merges'; readonly merges: readonly RawMerge[] }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly RawCell[])[] }
  | { readonly kind: 'end'; readonly reading: { readonly ok: true; readonly file: Omit<RawFile, 'tables' | 'properties'>; readonly properties: readonly (readonly [string, string])[] } | Extract<FileReading, { ok: false }> }
  | { readonly kind: 'failed'; readonly detail: string };

/** Puts the pieces of one file together again. */
export class GatheredReading {
  private readonly tables: { readonly table: Pick<RawTable, 'name' | 'visibility'>; readonly cells: (readonly RawCell[])[]; readonly merges: RawMerge[] }[] = [];

  /** Takes one answer; gives the reading with the last of them. */
  take(answer: ReadingAnswer): FileReading | undefined {
    switch (answer.kind) {
      case 'ready':
        return undefined;
      case 'table':
        this.tables.push({ table: answer.table, cells: [], merges: [] });
        return undefined;
      case 'merges':
        this.tables.at(-1)?.merges.push(...answer.merges);
        return undefined;
      case 'rows':
        this.tables.at(-1)?.cells.push(...answer.rows);
        return undefined;
      case 'failed':
        return { ok: false, refusal: { kind: 'failed', values: { detail: answer.detail } } };
      case 'end':
        return answer.reading.ok ? { ok: true, file: this.fileOf(answer.reading) } : answer.reading;
    }
  }

  private fileOf({ file, properties }: Extract<Extract<ReadingAnswer, { kind: 'end' }>['reading'], { ok: true }>): RawFile {
    const own = Object.create(null) as Record<string, string>;
    for (const [key, value] of properties) own[key] = value;
    return { ...file, tables: this.tables.map(({ table, cells, merges }) => ({ ...table, cells, merges })), properties: own };
  }
}
