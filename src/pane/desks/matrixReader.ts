// Gets tables or a notice from where the person said: a file, a saved page, the clipboard, a sheet that stands open (I1). Knows who reads what; no screen, and nothing of what the tables mean.
import type { NoticeReading } from '../../core/notice';
import type { Problem } from '../../core/problem';
import type { FileRefusal, RawNote, RawTable } from '../../core/rawTable';
import type { FileReading } from '../../files/readFileTables';
import type { FileToRead, Reading } from '../../files/readInWorker';
import type { PastedContent } from '../../files/readPasted';
import type { LedgerWorkbook } from '../../sheets/workbook';
import type { PlanSource } from '../state';
import type { MatrixActions, MatrixDoors } from './matrixDesk';

/** A matrix or a notice, and where it was found. */
export type TakenSource = Extract<PlanSource, { kind: 'taken' }>;

/** Why nothing was taken in. */
export type NotTaken =
  | { readonly kind: 'file'; readonly name: string; readonly refusal: FileRefusal }
  | { readonly kind: 'problems'; readonly name: string; readonly problems: readonly Problem[] }
  | { readonly kind: 'nothingSelected' | 'emptySheet' | 'cancelled'; readonly name: string };

/** What was found at a source. */
export type Found =
  | { readonly kind: 'tables'; readonly source: TakenSource; readonly tables: readonly RawTable[]; readonly notes: readonly RawNote[] }
  | { readonly kind: 'notice'; readonly source: TakenSource; readonly notice: NoticeReading }
  | { readonly kind: 'notTaken'; readonly notTaken: NotTaken };

/** Whether the person has stopped a reading: what comes late is let go. */
export type IsCancelled = () => boolean;

interface ReaderBench extends MatrixDoors {
  readonly loadWorkbook: () => Promise<LedgerWorkbook>;
}

/** Pieces of a page that are read before others get their turn: some 15 ms. */
const piecesInOneGo = 4;

/** Reads sources. */
export class MatrixReader {
  private underWay: Reading | undefined;

  constructor(private readonly bench: ReaderBench) {}

  /** Ends the Worker of a file that is being read. */
  cancel(): void {
    this.underWay?.cancel();
  }

  /** Reads a file of tables, a saved page, or a notice as plain text. */
  async file(file: FileToRead, isCancelled: IsCancelled): Promise<Found | undefined> {
    const notice = /\.txt$/i.test(file.name) ? await this.noticeIn(file) : undefined;
    if (notice !== undefined) return { kind: 'notice', source: { kind: 'taken', from: 'notice', name: file.name }, notice };
    const reading = await this.tablesIn(file);
    const isPage = reading !== undefined && !reading.ok && reading.refusal.kind === 'oldHtml' && !isCancelled();
    return found({ kind: 'taken', from: 'file', name: file.name }, isPage ? await this.pageIn(file) : reading);
  }

  /** Reads what was pasted. */
  async pasted(content: PastedContent): Promise<Found | undefined> {
    const { readPasted } = await this.bench.loadMatrixFiles();
    return found({ kind: 'taken', from: 'pasted', name: '' }, await readPasted(content, this.pace()));
  }

  /** Reads a sheet of the open workbook, or what is selected there; of a single cell its sheet is meant. */
  async sheet(sheet: string | undefined): Promise<Found> {
    const workbook = await this.bench.loadWorkbook();
    const selected = sheet === undefined ? await workbook.readTable({ kind: 'selection' }) : undefined;
    const isOneCell = selected === undefined || selected.cells.flat().filter((cell) => cell !== '').length <= 1;
    const name = sheet ?? selected?.name ?? (await workbook.selection())?.sheet;
    const table = name !== undefined && isOneCell ? await workbook.readTable({ kind: 'sheet', sheet: name }) : selected;
    if (table === undefined) return { kind: 'notTaken', notTaken: { kind: name === undefined ? 'nothingSelected' : 'emptySheet', name: name ?? '' } };
    return { kind: 'tables', source: { kind: 'taken', from: 'sheet', name: table.name }, tables: [table], notes: [] };
  }

  /** A text that is a notice's; undefined for a table as text, which is read as a file of tables. */
  private async noticeIn(file: FileToRead): Promise<NoticeReading | undefined> {
    const [{ takeNotice }, { decodeText }] = await Promise.all([this.load(), this.bench.loadMatrixFiles()]);
    let text: string;
    try {
      text = decodeText(await file.bytes());
    } catch {
      // What keeps it from being read is said by the reader of files, whose turn is next.
      return undefined;
    }
    const notice = takeNotice(text);
    return notice.draft === undefined ? undefined : notice;
  }

  private async tablesIn(file: FileToRead): Promise<FileReading | undefined> {
    let reading: FileReading | undefined;
    this.underWay = await this.bench.startReading([file], { onFile: (_, read) => { reading = read; } });
    await this.underWay.finished;
    this.underWay = undefined;
    return reading;
  }

  private async pageIn(file: FileToRead): Promise<FileReading> {
    const { readHtmlFile } = await this.bench.loadMatrixFiles();
    return readHtmlFile(file.name, await file.bytes(), this.pace());
  }

  private pace(): () => Promise<void> | undefined {
    let pieces = 0;
    return () => {
      pieces += 1;
      return pieces % piecesInOneGo === 0 ? this.bench.pause() : undefined;
    };
  }

  private load(): Promise<MatrixActions> {
    return this.bench.loadMatrixActions();
  }
}

function found(source: TakenSource, reading: FileReading | undefined): Found | undefined {
  if (reading === undefined) return undefined;
  return reading.ok ? { kind: 'tables', source, tables: reading.file.tables, notes: reading.file.notes ?? [] } : { kind: 'notTaken', notTaken: { kind: 'file', name: source.name, refusal: reading.refusal } };
}
