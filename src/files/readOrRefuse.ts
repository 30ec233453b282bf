// A reading of this room as whoever asks gets it: what was read, or why not. Knows no format.
import type { RawFile } from '../core/rawTable';
import { Refused } from './fileRefusal';
import type { FileReading } from './readFileTables';

/** Makes a value of a refusal (R9); a mistake in here stays an error. */
export async function readOrRefuse(read: () => Promise<RawFile>): Promise<FileReading> {
  try {
    return { ok: true, file: await read() };
  } catch (fault) {
    if (fault instanceof Refused) return { ok: false, refusal: fault.refusal };
    throw fault;
  }
}
