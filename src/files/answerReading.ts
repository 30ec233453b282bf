// Reads a file where the pane is not, and tells of it in pieces so small that unpacking one is never felt. Knows no Worker, only the messages.
import type { RawCell } from '../core/rawTable';
import type { ReadingAnswer, ReadingQuestion } from './readAnswers';
import { readFileTables } from './readFileTables';

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
    for (const { cells, merges, ...table } of tables) {
      answer({ kind: 'table', table });
      for (let at = 0; at < merges.length; at += pieceWeight) answer({ kind: 'merges', merges: merges.slice(at, at + pieceWeight) });
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
