// Where a command's files go: whether the folder is there, whether something stands in the way, and the writing. Knows nothing of what is written.
import { access, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { batchWords } from '../words/batch';
import { writeFileAtOnce } from './fileAtOnce';
import { faultCode } from './inputFile';
import { WrongUse } from './wrongUse';

/** A folder that is missing is found out before the work, not after it. */
export async function requireFolder(file: string): Promise<void> {
  const folder = dirname(resolve(file));
  if (!(await stat(folder).then((found) => found.isDirectory(), () => false))) throw new WrongUse(batchWords.noFolder(folder));
}

/** Whether something stands at a path. */
export function isFileThere(file: string): Promise<boolean> {
  return access(file).then(() => true, () => false);
}

/** Writes a file whole or not at all; what keeps it from being written ends the program with the reason. */
export async function saveFile(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFileAtOnce(file, bytes);
  } catch (error) {
    const code = faultCode(error);
    throw code === undefined ? error : new WrongUse(batchWords.notWritten(file, code));
  }
}
