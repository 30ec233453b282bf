// The sheets that keep what went out and what came back: 收发底稿 (hidden), 合并记录, 回收登记 (R4, R5, R10, R11, R13). What stands in their rows; knows no Excel.
import type { SentCell, TakenCell } from '../core/consolidation';
import type { FillableColumn } from '../core/returnedMarks';
import { fillableColumns } from '../core/returnedMarks';
import type { CellContent } from './drawing';
import type { ExchangeColumn, MergeLogColumn, RegisterColumn } from './exchangeTitles';
import { exchangeKinds, exchangeLabels, exchangeTitles, fillableTitles, mergeLogTitles, registerTitles, registerWords, withdrawnWord } from './exchangeTitles';
import type { ListColumn, ListReading, ListRow, ListSheet } from './listSheet';
import { sheetNames } from './titles';

function columnsOf<Key extends string>(titles: Readonly<Record<Key, string>>, widths: Readonly<Partial<Record<NoInfer<Key>, number>>>, holds: Readonly<Partial<Record<NoInfer<Key>, ListColumn<Key>['holds']>>>, hidden: readonly NoInfer<Key>[] = []): readonly ListColumn<Key>[] {
  return (Object.keys(titles) as Key[]).map((key) => ({ key, title: titles[key], width: widths[key] ?? 60, holds: holds[key] ?? 'text', ...(hidden.includes(key) ? { hidden: true } : {}) }));
}

export const exchangeList: ListSheet<ExchangeColumn> = {
  name: sheetNames.exchange, title: exchangeLabels.exchangeTitle, note: exchangeLabels.exchangeNote, visibility: 'hidden', rowHeight: 18,
  columns: columnsOf(exchangeTitles, { text: 240, file: 160, savedAt: 120, at: 100 }, { batch: 'number' }),
};

export const mergeLogList: ListSheet<MergeLogColumn> = {
  name: sheetNames.mergeLog, title: exchangeLabels.logTitle, note: exchangeLabels.logNote, rowHeight: 'auto',
  columns: columnsOf(mergeLogTitles, { at: 96, batch: 36, file: 140, id: 40, old: 200, new: 200, decision: 84, reason: 100, state: 48 }, { batch: 'number' }, ['cellOld', 'cellNew']),
};

export const registerList: ListSheet<RegisterColumn> = {
  name: sheetNames.returns, title: exchangeLabels.registerTitle, note: exchangeLabels.registerNote, rowHeight: 'auto',
  columns: columnsOf(registerTitles, { section: 90, sentOn: 76, returnedAt: 100, file: 180, missing: 160 }, { tasks: 'number', filled: 'number' }),
};

/** A file that was taken: whose, for which report, saved when, taken when, in which merge. */
export interface TakenFile { readonly section: string; readonly file: string; readonly savedAt: string; readonly digest: string; readonly at: string; readonly batch: number }

/** What 收发底稿 says of one report. */
export interface Exchange {
  readonly sent: readonly SentCell[];
  /** The day on which each section's copy was made. */
  readonly sentOn: ReadonlyMap<string, string>;
  readonly taken: readonly TakenCell[];
  readonly files: readonly TakenFile[];
}

const empty: ListRow<ExchangeColumn> = { kind: '', period: '', batch: null, state: '', section: '', id: '', column: '', text: '', remark: '', doneOn: '', file: '', savedAt: '', digest: '', at: '' };

/** A row for a task that went out to a section: its three texts (R4). */
export function sentRow(period: string, section: string, id: string, texts: Readonly<Record<FillableColumn, string>>, at: string): ListRow<ExchangeColumn> {
  return { ...empty, kind: exchangeKinds.sent, period, section, id, text: texts.progress, remark: texts.remark, doneOn: texts.doneOn, at };
}

/** A row for a cell that was taken, or decided upon (R5). */
export function takenRow(period: string, batch: number, { section, id, column, text, stamp }: TakenCell, at: string): ListRow<ExchangeColumn> {
  return { ...empty, kind: exchangeKinds.taken, period, batch, section, id, column: fillableTitles[column], text, file: stamp.file, savedAt: stamp.savedAt, digest: stamp.digest, at };
}

/** A row for a file that was taken (R13). */
export function fileRow(period: string, { section, file, savedAt, digest, at, batch }: TakenFile): ListRow<ExchangeColumn> {
  return { ...empty, kind: exchangeKinds.file, period, batch, section, file, savedAt, digest, at };
}

/** What 收发底稿 says of a report; of several rows on one cell the last counts, and what was taken back does not. */
export function exchangeOf(reading: ListReading<ExchangeColumn> | undefined, period: string): Exchange {
  const sent = new Map<string, SentCell>();
  const sentOn = new Map<string, string>();
  const taken = new Map<string, TakenCell>();
  const files: TakenFile[] = [];
  for (const row of reading?.rows ?? []) {
    const { text } = row;
    if (text('period').trim() !== period || text('state').trim() === withdrawnWord) continue;
    const [kind, section, id] = [text('kind').trim(), text('section').trim(), text('id').trim()];
    const stamp = { savedAt: text('savedAt'), file: text('file'), digest: text('digest') };
    if (kind === exchangeKinds.sent) {
      sentOn.set(section, text('at').slice(0, 10));
      const texts: Readonly<Record<FillableColumn, string>> = { progress: text('text'), remark: text('remark'), doneOn: text('doneOn') };
      for (const column of fillableColumns) sent.set(`${section} ${id} ${column}`, { section, id, column, text: texts[column] });
    } else if (kind === exchangeKinds.taken) {
      const column = fillableColumns.find((each) => fillableTitles[each] === text('column').trim());
      if (column !== undefined) taken.set(`${section} ${id} ${column}`, { section, id, column, text: text('text'), stamp });
    } else if (kind === exchangeKinds.file) files.push({ section, ...stamp, at: text('at'), batch: Number(row.at('batch')) });
  }
  return { sent: [...sent.values()], sentOn, taken: [...taken.values()], files };
}

/** A line of 合并记录. `state` is empty, or says that it was taken back. */
export interface MergeLogEntry {
  /** 0-based row on the sheet. */
  readonly row: number;
  readonly at: string;
  readonly batch: number;
  readonly file: string;
  readonly section: string;
  readonly id: string;
  /** Title of the ledger's column. */
  readonly column: string;
  readonly old: string;
  readonly new: string;
  readonly decision: string;
  readonly reason: string;
  readonly state: string;
  /** The whole cell before and after the merge. */
  readonly cellOld: string;
  readonly cellNew: string;
}

/** The lines of 合并记录, in the order of the sheet. */
export function readMergeLog(reading: ListReading<MergeLogColumn>): readonly MergeLogEntry[] {
  return reading.rows.map(({ row, at, text }) => ({
    row, at: text('at'), batch: Number(at('batch')), file: text('file'), section: text('section'), id: text('id').trim(), column: text('column').trim(), old: text('old'), new: text('new'),
    decision: text('decision'), reason: text('reason'), state: text('state').trim(), cellOld: text('cellOld'), cellNew: text('cellNew'),
  }));
}

/** How a section stands with a report (R13). */
export interface RegisterEntry { readonly section: string; readonly sentOn: string; readonly returnedAt: string; readonly file: string; readonly tasks: number; readonly filled: number; readonly missing: readonly string[] }

/** A line of 回收登记. */
export function registerRow(period: string, { section, sentOn, returnedAt, file, tasks, filled, missing }: RegisterEntry): ListRow<RegisterColumn> {
  const returned: CellContent = returnedAt !== '' ? registerWords.yes : sentOn === '' ? registerWords.notSent : registerWords.no;
  return { period, section, sentOn, returned, returnedAt, file, tasks, filled, missing: missing.join('、') };
}
