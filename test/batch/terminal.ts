// A terminal for tests: runs a command in this process, in a folder of its own, and keeps what was said.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBatch } from '../../src/batch/runBatch';
import { Book } from '../../src/workbench/book/book';
import { createCalc } from '../../src/workbench/calc';
import { openXlsx, saveXlsx } from '../../src/workbench/xlsx';
import seed from '../../seeds/plan-2021.json';

/** What a command left behind. */
export interface Ended { readonly code: number; readonly said: readonly string[]; readonly complained: readonly string[] }

const clock = { today: () => 44365 };
const makeBook = (): Book => new Book({ calc: createCalc(clock), clock });

/** A folder that goes away after the tests, and what is done in it. */
export class Terminal {
  readonly folder = mkdtempSync(join(tmpdir(), 'ledger-batch-'));

  path(name: string): string { return join(this.folder, name); }
  files(): readonly string[] { return readdirSync(this.folder).sort(); }
  bytes(name: string): Buffer { return readFileSync(this.path(name)); }
  close(): void { rmSync(this.folder, { recursive: true, force: true }); }

  async run(...args: readonly string[]): Promise<Ended> {
    const said: string[] = [];
    const complained: string[] = [];
    const code = await runBatch(args, (line) => { said.push(line); }, (line) => { complained.push(line); });
    return { code, said, complained };
  }

  /** Writes a plan file: the one of 2021, changed. */
  plan(change: (plan: PlanJson) => unknown = () => undefined, name = '方案.json'): string {
    const plan = structuredClone(seed) as unknown as PlanJson;
    change(plan);
    writeFileSync(this.path(name), JSON.stringify(plan, null, 2));
    return this.path(name);
  }

  /** The workbook in a file, in the pretend Excel's own words. */
  async open(name: string): Promise<Book> {
    return (await openXlsx(this.bytes(name), makeBook, name)).book as Book;
  }

  /** Writes a workbook into a file: a new one, or one that is there, changed. */
  async workbook(name: string, change: (book: Book) => void, from?: string): Promise<void> {
    const book = from === undefined ? makeBook() : await this.open(from);
    change(book);
    writeFileSync(this.path(name), await saveXlsx(book));
  }
}

/** A plan file as JSON, as far as tests change it. */
export interface PlanJson {
  settings: Record<string, unknown>;
  roster: Record<string, unknown>;
  tasks: Record<string, unknown>[];
}

/** The id of a sheet by its name. */
export function sheetId(book: Book, name: string): string {
  const found = book.sheetByName(name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found.id;
}
