// Many files, one after another, beside the pane: in a Worker that can be ended, or where there is none in slices on this thread. Knows no file's meaning and no screen.
import type { FileReading } from './readFileTables';
import { Refused } from './fileRefusal';
import type { ReadingAnswer, ReadingQuestion } from './readAnswers';
import { GatheredReading } from './readAnswers';
import type { ReadPace } from './readPace';

/** A file that a person chose; its bytes are asked for when its turn comes. */
export interface FileToRead {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
}

/** What is told on the way. */
export interface ReadingListener {
  /** A file's turn has come. */
  readonly onBegin?: (index: number) => void;
  /** A file was read or refused; the others go on (R9). */
  readonly onFile: (index: number, reading: FileReading) => void;
}

export interface ReadingOptions {
  /** After so long a file is refused and its Worker is ended. */
  readonly secondsPerFile?: number;
  /** How a Worker is made, or nothing where there are none. */
  readonly makeWorker?: () => ReadingWorker | undefined;
}

/** A reading under way. */
export interface Reading {
  /** Fulfilled when all files were told, true, or when it was cancelled, false. */
  readonly finished: Promise<boolean>;
  /** Ends it at once: nothing is told from here on. */
  readonly cancel: () => void;
}

/** As much of a Worker as is used here. */
export interface ReadingWorker {
  onmessage: ((event: { readonly data: ReadingAnswer }) => void) | null;
  onerror: ((event: unknown) => void) | null;
  readonly postMessage: (question: ReadingQuestion, transfer: Transferable[]) => void;
  readonly terminate: () => void;
}

const usualSeconds = 30;
/** Pieces that are read on this thread before others get their turn: some 15 ms. */
const piecesInOneGo = 4;

/** A Worker of the platform, where it has them. Its script lies beside the page, so no other address is asked (X4). */
function platformWorker(): ReadingWorker | undefined {
  return typeof Worker === 'undefined' ? undefined : (new Worker(new URL('./readWorker.ts', import.meta.url)) as unknown as ReadingWorker);
}

/** Reads the files one after another without holding up whoever asks (R9). */
export function startReading(files: readonly FileToRead[], listener: ReadingListener, options: ReadingOptions = {}): Reading {
  const reader = new FilesReader(options.secondsPerFile ?? usualSeconds, options.makeWorker ?? platformWorker);
  return { finished: readAll(files, listener, reader), cancel: () => reader.cancel() };
}

async function readAll(files: readonly FileToRead[], listener: ReadingListener, reader: FilesReader): Promise<boolean> {
  for (const [index, file] of files.entries()) {
    if (reader.isCancelled) break;
    listener.onBegin?.(index);
    const reading = await reader.read(file);
    // Nothing is told after a cancel, not even what was nearly there.
    if (!reader.isCancelled) listener.onFile(index, reading);
  }
  reader.end();
  return !reader.isCancelled;
}

const refused = (kind: 'tookTooLong' | 'cannotOpen' | 'failed', values: Readonly<Record<string, string>> = {}): FileReading => ({ ok: false, refusal: { kind, values } });

class FilesReader {
  isCancelled = false;
  private worker: ReadingWorker | undefined;
  /** Whether a Worker has ever answered. One that never did cannot be had here: its script may be kept from loading. */
  private hasAnswered = false;
  private isWithoutWorker = false;
  private stop: ((reading: FileReading) => void) | undefined;
  private readonly seconds: number;
  private readonly makeWorker: () => ReadingWorker | undefined;

  constructor(seconds: number, makeWorker: () => ReadingWorker | undefined) {
    this.seconds = seconds;
    this.makeWorker = makeWorker;
  }

  cancel(): void {
    this.isCancelled = true;
    this.end();
    this.stop?.(refused('tookTooLong'));
  }

  end(): void {
    this.worker?.terminate();
    this.worker = undefined;
  }

  async read(file: FileToRead): Promise<FileReading> {
    let bytes: Uint8Array;
    try {
      bytes = await file.bytes();
    } catch (fault) {
      return refused('cannotOpen', { detail: String(fault) });
    }
    if (this.isCancelled) return refused('tookTooLong');
    const worker = this.isWithoutWorker ? undefined : (this.worker ?? this.newWorker());
    if (worker === undefined) return this.readHere(file.name, bytes);
    const reading = await this.readThere(worker, file.name, bytes);
    if (reading !== undefined) return reading;
    this.isWithoutWorker = true;
    // The bytes went to the Worker that never came to life; they are asked for again.
    return this.read(file);
  }

  private newWorker(): ReadingWorker | undefined {
    try {
      this.worker = this.makeWorker();
    } catch {
      // A platform that forbids Workers says so by throwing: then it is read here.
      this.isWithoutWorker = true;
    }
    return this.worker;
  }

  /** Nothing when the Worker could not be started at all. */
  private readThere(worker: ReadingWorker, name: string, bytes: Uint8Array): Promise<FileReading | undefined> {
    const gathered = new GatheredReading();
    return new Promise((resolve) => {
      const settle = (reading: FileReading | undefined, isWorkerSpent: boolean): void => {
        clearTimeout(timer);
        this.stop = undefined;
        worker.onmessage = null;
        worker.onerror = null;
        if (isWorkerSpent) this.end();
        resolve(reading);
      };
      const timer = setTimeout(() => settle(refused('tookTooLong'), true), this.seconds * 1000);
      this.stop = (reading) => settle(reading, true);
      worker.onmessage = ({ data }) => {
        this.hasAnswered = true;
        const reading = gathered.take(data);
        if (reading !== undefined) settle(reading, false);
      };
      // A Worker that has answered before and falls now ran out of memory over this file.
      worker.onerror = () => settle(this.hasAnswered ? { ok: false, refusal: { kind: 'tooLarge', values: { what: 'memory' } } } : undefined, true);
      worker.postMessage({ name, bytes }, [bytes.buffer as ArrayBuffer]);
    });
  }

  private async readHere(name: string, bytes: Uint8Array): Promise<FileReading> {
    let isLate = false;
    let pieces = 0;
    const timer = setTimeout(() => {
      isLate = true;
    }, this.seconds * 1000);
    const pace: ReadPace = () => {
      pieces += 1;
      if (isLate || this.isCancelled) throw new Refused({ kind: 'tookTooLong', values: {} });
      return pieces % piecesInOneGo === 0 ? new Promise((resolve) => setTimeout(resolve, 0)) : undefined;
    };
    try {
      // Where there are Workers, nothing of this is loaded into the pane.
      const { readFileTables } = await import('./readFileTables');
      return await readFileTables(name, bytes, pace);
    } catch (fault) {
      return refused('failed', { detail: fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault) });
    } finally {
      clearTimeout(timer);
    }
  }
}
