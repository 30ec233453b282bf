// The one way from a file's bytes to its tables, or to the reason why there are none (R9). Knows which reader is for which kind; no file's meaning.
import type { FileRefusal, RawFile } from '../core/rawTable';
import { Refused } from './fileRefusal';
import { guardFile } from './guard';
import { readDocx } from './readDocx';
import type { ReadPace } from './readPace';
import { withoutPause } from './readPace';
import { readXlsx } from './readXlsx';

/** A file as read, or why it was not. */
export type FileReading = { readonly ok: true; readonly file: RawFile } | { readonly ok: false; readonly refusal: FileRefusal };

/** Reads whatever was sent back, by its content and not by its name (I1, R9, R12). A file that cannot be read is a refusal and never an error. */
export async function readFileTables(name: string, bytes: Uint8Array, pace: ReadPace = withoutPause): Promise<FileReading> {
  try {
    return { ok: true, file: await readGuarded(name, bytes, pace) };
  } catch (fault) {
    if (fault instanceof Refused) return { ok: false, refusal: fault.refusal };
    throw fault;
  }
}

async function readGuarded(name: string, bytes: Uint8Array, pace: ReadPace): Promise<RawFile> {
  const guarded = guardFile(bytes);
  switch (guarded.kind) {
    case 'xlsx':
      return readXlsx(name, guarded.parts, pace);
    case 'docx':
      return readDocx(name, guarded.parts, pace);
    case 'xls': {
      // A large package that few files need.
      const { readXls } = await import('./readXls');
      return readXls(name, guarded.bytes);
    }
    case 'csv': {
      const { readCsv } = await import('./readCsv');
      return readCsv(name, guarded.bytes);
    }
  }
}
