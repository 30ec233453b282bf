// A file that is refused, on its way up to the one place that makes a value of it. Knows no format and no sentence.
import type { FileRefusal, FileRefusalKind } from '../core/rawTable';

/** Thrown inside this room and caught in readFileTables: whoever asks for a file gets the refusal as a value (R9). */
export class Refused extends Error {
  readonly refusal: FileRefusal;

  constructor(refusal: FileRefusal, cause?: unknown) {
    super(`The file is refused: ${refusal.kind}`, { cause });
    this.name = 'Refused';
    this.refusal = refusal;
  }
}

/** Refuses the file that is being read (R9). */
export function refuse(kind: FileRefusalKind, values: FileRefusal['values'] = {}): never {
  throw new Refused({ kind, values });
}

/** What a library or the platform throws over bytes that are not what they should be is damage of the file, not a bug here. */
export function refuseAsDamaged(fault: unknown): never {
  throw fault instanceof Refused ? fault : new Refused({ kind: 'damaged', values: {} }, fault);
}
