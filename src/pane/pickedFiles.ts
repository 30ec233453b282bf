// Files that a person picked or dropped, as what reads them takes them: their bytes are asked for one after another. Knows the page, and no format.
import type { FileToRead } from '../files/readInWorker';

/** The files of a picker or of a drop. */
export function pickedFiles(files: Iterable<File> | ArrayLike<File>): readonly FileToRead[] {
  return Array.from(files).map((file) => ({ name: file.name, bytes: async () => new Uint8Array(await file.arrayBuffer()) }));
}
