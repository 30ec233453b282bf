// Reads files that a person named, and says in one sentence why one cannot be read. Knows no plan and no ledger.
import { readFile } from 'node:fs/promises';
import { batchWords } from '../words/batch';
import { WrongUse } from './wrongUse';

/** The code of a fault of Node's own, e.g. ENOENT; undefined for any other fault. */
export function faultCode(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The bytes of a file. One that is not there or cannot be read ends the program with its name and the reason. */
export async function readInput(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = faultCode(error);
    throw code === undefined ? error : new WrongUse(batchWords.fileUnreadable(file, code));
  }
}
