// The way of a ledger's copies out and back, for tests: a ledger in the pretend Excel, its copies as files, hands that fill them in, and taking them together. Expects nothing.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { build, planBuild } from '../../src/actions/buildLedger';
import type { CopiesPlan } from '../../src/actions/makeCopies';
import { planCopies, rememberCopies } from '../../src/actions/makeCopies';
import type { TakeBackPlan } from '../../src/actions/takeMergeBack';
import { planTakeBack, takeMergeBack } from '../../src/actions/takeMergeBack';
import type { MergePlan } from '../../src/actions/takeReturns';
import { asReturn, bringsAnything, merge, planMerge } from '../../src/actions/takeReturns';
import type { ConsolidateOptions } from '../../src/core/consolidation';
import type { Plan } from '../../src/core/plan';
import { toSerial } from '../../src/core/plainDate';
import type { ReturnedSheet } from '../../src/core/returnedTable';
import { drawWorkbookFile } from '../../src/files/drawWorkbook';
import { readFileTables } from '../../src/files/readFileTables';
import { ledgerColumnAt } from '../../src/sheets/ledgerSheet';
import { Book } from '../../src/workbench/book/book';
import { createCalc } from '../../src/workbench/calc';
import { openXlsx, saveXlsx } from '../../src/workbench/xlsx';
import { fileOf } from '../files/officePackages';
import { seedPlan } from '../sheets/seedPlan';
import type { OpenExcel } from './harness';
import { openExcel } from './harness';

/** A file on its way: its name and what is in it. */
export interface TestFile { readonly name: string; readonly bytes: Uint8Array }

/** What is typed into a copy, by 编号; '' empties a cell, and a day is typed as a day. */
export type Typed = Readonly<Record<string, { readonly progress?: string; readonly remark?: string; readonly doneOn?: string | { readonly day: string } }>>;

const openColumns = { progress: 'J', remark: 'K', doneOn: 'L' } as const;

/** A copy with its open cells filled in, as a spreadsheet program leaves it: the rest of the file stays byte for byte. */
export async function fillIn({ name, bytes }: TestFile, typed: Typed, savedAt: string, as = name): Promise<TestFile> {
  const [sheet] = fileOf(await readFileTables(name, bytes)).tables;
  const cells = Object.entries(typed).flatMap(([id, each]) => {
    const row = (sheet?.cells ?? []).findIndex(([first]) => first === id);
    if (row < 0) throw new Error(`${name} has no task ${id}`);
    return (Object.keys(each) as (keyof typeof openColumns)[]).map((column) => [`${openColumns[column]}${String(row + 1)}`, each[column] ?? ''] as const);
  });
  return { name: as, bytes: putCells(bytes, new Map(cells), savedAt) };
}

/** A file with other contents in some cells of its first sheet, by their addresses, and another time of saving. */
export function putCells(bytes: Uint8Array, cells: ReadonlyMap<string, string | { readonly day: string }>, savedAt: string): Uint8Array {
  const parts = unzipSync(bytes);
  const path = 'xl/worksheets/sheet1.xml';
  let xml = strFromU8(parts[path] ?? new Uint8Array());
  for (const [address, content] of cells) {
    const cell = new RegExp(`<c r="${address}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`);
    if (!cell.test(xml)) throw new Error(`no cell ${address}`);
    xml = xml.replace(cell, (_, style: string | undefined) => `<c r="${address}"${style ?? ''}${contentXml(content)}`);
  }
  parts[path] = strToU8(xml);
  const core = strFromU8(parts['docProps/core.xml'] ?? new Uint8Array());
  parts['docProps/core.xml'] = strToU8(core.replace(/(<dcterms:modified[^>]*>)[^<]*/, `$1${savedAt}`));
  return zipSync(parts);
}

function contentXml(content: string | { readonly day: string }): string {
  if (typeof content === 'object') return `><v>${String(toSerial(content.day))}</v></c>`;
  return content === '' ? '/>' : ` t="inlineStr"><is><t xml:space="preserve">${content.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</t></is></c>`;
}

/** A file as a return. */
export async function readReturn({ name, bytes }: TestFile): Promise<ReturnedSheet> {
  return asReturn(fileOf(await readFileTables(name, bytes)));
}

/** A ledger with its office. */
export class ReturnsScene {
  private constructor(public excel: OpenExcel) {}

  static async open(plan: Plan = seedPlan(), platform: 'PC' | 'web' = 'PC'): Promise<ReturnsScene> {
    const excel = await openExcel({ platform });
    const planning = await planBuild(excel.workbook, plan, []);
    if (planning.kind !== 'ready') throw new Error(JSON.stringify(planning));
    await build(excel.workbook, planning.build, () => undefined);
    return new ReturnsScene(excel);
  }

  close(): void { this.excel.close(); }

  /** Saves the workbook, closes it and opens it again. */
  async reopen(): Promise<void> {
    const bytes = await saveXlsx(this.excel.book);
    this.excel.close();
    const clock = { today: () => 44365 };
    const opened = await openXlsx(bytes, () => new Book({ calc: createCalc(clock), clock }));
    if (!(opened.book instanceof Book)) throw new Error('not a Book');
    this.excel = await openExcel({ book: opened.book });
  }

  sheet(name: string): string {
    const found = this.excel.book.sheetByName(name);
    if (found === undefined) throw new Error(`no sheet ${name}`);
    return found.id;
  }

  get ledger(): string { return this.sheet('任务台账'); }

  /** 0-based row of a task. */
  rowOf(id: string): number {
    for (let row = 4; row < 4000; row += 1) if (this.excel.book.textAt(this.ledger, row, 0) === id) return row;
    throw new Error(`no task ${id}`);
  }

  text(id: string, column: keyof typeof ledgerColumnAt): string { return this.excel.book.textAt(this.ledger, this.rowOf(id), ledgerColumnAt[column]); }

  type(id: string, column: keyof typeof ledgerColumnAt, typed: string): void {
    const result = this.excel.book.enter(this.ledger, this.rowOf(id), ledgerColumnAt[column], typed);
    if (!result.taken) throw new Error(result.message);
  }

  /** A sheet's lines from its heads on, as they read. */
  list(name: string, ...titles: readonly string[]): readonly (readonly string[])[] {
    const { book } = this.excel;
    const id = this.sheet(name);
    const used = book.usedArea(id, true);
    const lines = Array.from({ length: (used?.bottom ?? 0) - 1 }, (_, row) => Array.from({ length: (used?.right ?? 0) + 1 }, (__, column) => book.textAt(id, row + 2, column)));
    const places = titles.map((title) => lines[0]?.indexOf(title) ?? -1);
    if (places.includes(-1)) throw new Error(`${name} has ${(lines[0] ?? []).join('、')}`);
    return lines.slice(1).map((line) => places.map((place) => line[place] ?? ''));
  }

  async planCopies(period = '2021-06', sentOn = '2021-06-01', sections?: ReadonlySet<string>): Promise<CopiesPlan> {
    const planning = await planCopies(this.excel.workbook, { period, sentOn, ...(sections === undefined ? {} : { sections }) });
    if (planning.kind !== 'ready') throw new Error(JSON.stringify(planning));
    return planning.plan;
  }

  /** Sends every section its copy: the files, by what the ledger calls the section. */
  async distribute(period = '2021-06', sentOn = '2021-06-01', sections?: ReadonlySet<string>): Promise<ReadonlyMap<string, TestFile>> {
    const plan = await this.planCopies(period, sentOn, sections);
    const files = new Map<string, TestFile>();
    for (const { section, file, drawing, properties } of plan.copies) files.set(section, { name: file, bytes: await drawWorkbookFile(drawing, { properties, savedAt: sentOn }) });
    const outcome = await rememberCopies(this.excel.workbook, plan, () => undefined);
    if (outcome.kind !== 'written') throw new Error(JSON.stringify(outcome));
    return files;
  }

  async plan(files: readonly (TestFile | ReturnedSheet)[], options: ConsolidateOptions = {}, period = '2021-06'): Promise<MergePlan> {
    const returns = await Promise.all(files.map(async (file) => ('bytes' in file ? readReturn(file) : file)));
    const planning = await planMerge(this.excel.workbook, period, returns, options);
    if (planning.kind !== 'ready') throw new Error(JSON.stringify(planning));
    return planning.plan;
  }

  /** Takes files together and writes what is beyond doubt or was decided. */
  async take(files: readonly (TestFile | ReturnedSheet)[], options: ConsolidateOptions = {}, at = '2021-06-18 09:00', period = '2021-06'): Promise<MergePlan> {
    const plan = await this.plan(files, options, period);
    if (bringsAnything(plan)) {
      const outcome = await merge(this.excel.workbook, plan, at, () => undefined);
      if (outcome.kind !== 'written') throw new Error(JSON.stringify(outcome));
    }
    return plan;
  }

  async planBack(batch: number, period = '2021-06'): Promise<TakeBackPlan> {
    const planning = await planTakeBack(this.excel.workbook, period, batch);
    if (planning.kind !== 'ready') throw new Error(JSON.stringify(planning));
    return planning.plan;
  }

  async takeBack(batch: number, alsoChanged: readonly string[] = [], period?: string): Promise<TakeBackPlan> {
    const plan = await this.planBack(batch, period);
    const outcome = await takeMergeBack(this.excel.workbook, plan, new Set(alsoChanged));
    if (outcome.kind !== 'written') throw new Error(JSON.stringify(outcome));
    return plan;
  }

  /** Requests that Excel has answered so far. */
  answered(): number { return this.excel.host.requests.filter(({ n }) => n !== undefined).length; }

  /** All cells of the ledger with their looks, formats and formulas, and its rules, without what numbers and dates of drawing distinguish. */
  ledgerPicture(): unknown {
    const picture = this.excel.book.picture() as { readonly sheets: readonly { readonly name: string }[] };
    return picture.sheets.find(({ name }) => name === '任务台账');
  }
}
