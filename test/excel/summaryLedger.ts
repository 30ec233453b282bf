// A filled ledger in the pretend Excel and reports made of it, for tests of the summary; and a summary's sheet read back by its labels, as a person reads it.
import { build, planBuild } from '../../src/actions/buildLedger';
import type { SummaryPlan, SummaryPlanning, SummaryWish } from '../../src/actions/makeSummary';
import { makeSummary, planSummary } from '../../src/actions/makeSummary';
import type { Plan } from '../../src/core/plan';
import { toSerial } from '../../src/core/plainDate';
import { ledgerColumnAt, ledgerHeadRow } from '../../src/sheets/ledgerSheet';
import type { Book } from '../../src/workbench/book/book';
import type { Area, Sheet } from '../../src/workbench/book/model';
import { seedPlan } from '../sheets/seedPlan';
import type { OpenExcel } from './harness';
import { openExcel } from './harness';

/** What may be put into a row: days as '2021-09-30', everything else as text. */
export type Fill = Partial<Record<'id' | 'indicator' | 'leadUnit' | 'supportUnits' | 'text' | 'leaders' | 'sections' | 'owners' | 'due' | 'progress' | 'remark' | 'doneOn', string>>;

/** 0-based row of the first task. */
export const firstTask = ledgerHeadRow + 1;

/** An Excel with a ledger in it, and what a person or the add-in does there. */
export class FilledLedger {
  private constructor(readonly excel: OpenExcel) {}

  /** Builds a plan's ledger; 基准日 as given. */
  static async open(options: { readonly plan?: Plan; readonly asOf?: string; readonly platform?: 'PC' | 'web'; readonly book?: Book } = {}): Promise<FilledLedger> {
    const excel = await openExcel({ ...(options.platform === undefined ? {} : { platform: options.platform }), ...(options.book === undefined ? {} : { book: options.book }) });
    const ledger = new FilledLedger(excel);
    if (options.book !== undefined) return ledger;
    const plan = options.plan ?? seedPlan();
    const planning = await planBuild(excel.workbook, { ...plan, settings: { ...plan.settings, asOf: options.asOf ?? '2021-04-10' } }, []);
    if (planning.kind !== 'ready') throw new Error('refused');
    await build(excel.workbook, planning.build, () => undefined);
    return ledger;
  }

  get book(): Book { return this.excel.book; }
  close(): void { this.excel.close(); }
  sheet(name: string): Sheet {
    const found = this.book.sheetByName(name);
    if (found === undefined) throw new Error(`no sheet ${name}`);
    return found;
  }
  get id(): string { return this.sheet('任务台账').id; }

  /** Types into a task's row: `index` counts the rows of the table from 0 on. */
  fill(index: number, cells: Fill): void {
    this.book.together(() => {
      for (const [column, content] of Object.entries(cells) as [keyof Fill, string][]) {
        const [row, at] = [firstTask + index, ledgerColumnAt[column]];
        const day = (column === 'due' || column === 'doneOn') && /^\d{4}-\d{2}-\d{2}$/.test(content) ? toSerial(content) : undefined;
        const area = { top: row, left: at, bottom: row, right: at };
        if (day === undefined) this.book.restyle(this.id, area, { numberFormat: '@' });
        else this.book.restyle(this.id, area, { numberFormat: 'yyyy-mm-dd' });
        // Typed under a table, a number makes the table grow.
        if (column === 'id') this.book.enter(this.id, row, at, content);
        else this.book.writeInputs(this.id, area, [[day ?? content]], 'user');
      }
    });
  }

  /** What the ledger's own formulas show. */
  shown(index: number, column: 'status' | 'filled' | 'light' | 'daysLeft'): string { return this.book.textAt(this.id, firstTask + index, ledgerColumnAt[column]); }

  /** Sets the content of a setting by its label. */
  set(label: string, content: string | number): void {
    const { id } = this.sheet('设置');
    const row = Array.from({ length: 20 }, (_, each) => each).find((each) => this.book.textAt(id, each, 0) === label);
    if (row === undefined) throw new Error(`no setting ${label}`);
    this.book.writeInputs(id, { top: row, left: 1, bottom: row, right: 1 }, [[content]], 'user');
  }

  setAsOf(day: string): void { this.set('基准日', toSerial(day) ?? 0); }

  /** Plans a report. */
  plan(period: string, more: Partial<SummaryWish> = {}): Promise<SummaryPlanning> {
    return planSummary(this.excel.workbook, { period, from: 'undecided', today: '2021-06-18', madeAt: '2021-04-19 09:00', ...more });
  }

  /** Makes a report. */
  async report(period: string, more: Partial<SummaryWish> = {}): Promise<SummaryPlan> {
    const planning = await this.plan(period, more);
    if (planning.kind !== 'ready') throw new Error(JSON.stringify(planning));
    expect(await makeSummary(this.excel.workbook, planning.plan, () => undefined)).toEqual({ kind: 'written' });
    return planning.plan;
  }

  read(period: string): SummaryOnSheet { return new SummaryOnSheet(this.book, `双月汇总${period}`); }
}

/** A table of the sheet: a text for each title, row by row. */
export type TableRows = readonly Readonly<Record<string, string>>[];

/** A summary's sheet as text. Knows where nothing stands: it looks for labels. */
export class SummaryOnSheet {
  readonly lines: readonly (readonly string[])[];
  readonly sheet: Sheet;

  constructor(book: Book, name: string) {
    const sheet = book.sheetByName(name);
    if (sheet === undefined) throw new Error(`no sheet ${name}`);
    this.sheet = sheet;
    const used = book.usedArea(sheet.id, true);
    this.lines = Array.from({ length: (used?.bottom ?? -1) + 1 }, (_, row) => Array.from({ length: 16 }, (__, column) => book.textAt(sheet.id, row, column)));
  }

  /** 0-based row of a heading, whatever its ordinal. */
  rowOf(heading: string): number {
    const row = this.lines.findIndex(([first = '']) => new RegExp(`^[一二三四五六七八九十]、${heading}(?:（|$)`).test(first));
    if (row < 0) throw new Error(`no heading ${heading}`);
    return row;
  }

  /** The line under a heading, or a later one. */
  under(heading: string, line = 1): string { return this.lines[this.rowOf(heading) + line]?.[0] ?? ''; }

  /** The table under a heading: its head is the first line with a text beyond the first column. */
  table(heading: string): TableRows {
    const start = this.rowOf(heading) + 1;
    const isTable = (line: readonly string[]): boolean => line.slice(1).some((text) => text !== '');
    const headAt = this.lines.findIndex((line, row) => row >= start && isTable(line));
    const head = this.lines[headAt] ?? [];
    const rows: Record<string, string>[] = [];
    for (const line of this.lines.slice(headAt + 1)) {
      if (!isTable(line)) {
        if (line.every((text) => text === '')) continue;
        break;
      }
      if (line[0]?.startsWith('填报人') === true) break;
      if (line.join('|') === head.join('|')) continue;
      rows.push(Object.fromEntries(head.flatMap((title, column) => (title === '' && column > 0 ? [] : [[title, line[column] ?? '']]))));
    }
    return rows;
  }

  /** The matrix with every shared cell filled down again, as it is read. */
  matrix(): TableRows {
    const start = this.rowOf('各项指标工作任务落实情况') + 1;
    const head = this.lines[start] ?? [];
    const end = this.lines.findIndex(([first = '']) => first.startsWith('填报人'));
    const holds = (area: Area, row: number, column: number): boolean => area.top <= row && row <= area.bottom && area.left <= column && column <= area.right;
    const rows: Record<string, string>[] = [];
    for (let row = start + 1; row < end; row += 1) {
      const textAt = (column: number): string => {
        const merged = this.sheet.merges.find((area) => holds(area, row, column));
        return this.lines[merged?.top ?? row]?.[merged?.left ?? column] ?? '';
      };
      rows.push(Object.fromEntries(head.flatMap((title, column) => (title === '' ? [] : [[title, textAt(column)]]))));
    }
    return rows;
  }

  /** How many rows of the sheet a cell of the matrix takes that begins in a row, by the title of its column. */
  spanAt(row: number, title: string): number {
    const column = (this.lines[this.rowOf('各项指标工作任务落实情况') + 1] ?? []).indexOf(title);
    const merged = this.sheet.merges.find((area) => area.top === row && area.left === column);
    return merged === undefined ? 1 : merged.bottom - merged.top + 1;
  }
}
