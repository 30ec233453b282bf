// Sends each section its part (R1, R2): plans one workbook for each, and what the ledger has to remember of them (R4). Draws no file; knows no Excel.
import { parseAttributed, sectionKey } from '../core/attributed';
import { sectionsByRoster } from '../core/consolidateLedger';
import type { LedgerTask } from '../core/consolidation';
import type { PlainDate } from '../core/plainDate';
import type { Problem } from '../core/problem';
import { tidyLineEnds } from '../core/returnedText';
import { exchangeList, sentRow } from '../sheets/exchangeSheets';
import type { WorkbookDrawing } from '../sheets/drawing';
import { drawList, listRowsAdded } from '../sheets/listSheet';
import type { CopyTask } from '../sheets/returnSheet';
import { drawCopy } from '../sheets/returnSheet';
import { sheetNames } from '../sheets/titles';
import type { ChangeOutcome, LedgerWorkbook, Progress, WorkbookChange } from '../sheets/workbook';
import { noChange } from '../sheets/workbook';
import type { ExchangeGround } from './ledgerSide';
import { exchangeHindrance, planIdOf, readExchangeGround } from './ledgerSide';
import { registerChange, sectionStandings } from './returnsRegister';

/** A section's copy, ready to be drawn into a file. */
export interface PlannedCopy {
  /** As the ledger writes it. */
  readonly section: string;
  readonly file: string;
  readonly tasks: number;
  readonly drawing: WorkbookDrawing;
  readonly properties: Readonly<Record<string, string>>;
}

export interface CopiesPlan { readonly copies: readonly PlannedCopy[]; readonly cutOff: PlainDate; readonly change: WorkbookChange }

export type CopiesPlanning = { readonly kind: 'ready'; readonly plan: CopiesPlan } | { readonly kind: 'refused'; readonly problem: Problem } | { readonly kind: 'noLedger' };

/** What is asked for; without sections every section gets its copy. */
export interface CopiesWish { readonly period: string; readonly sentOn: PlainDate; readonly sections?: ReadonlySet<string> }

/** Reads the ledger and plans a copy for each section (R1). Writes nothing. */
export async function planCopies(workbook: LedgerWorkbook, wish: CopiesWish): Promise<CopiesPlanning> {
  const reading = await readExchangeGround(workbook, wish.period);
  if (reading.kind !== 'ground') return reading;
  const { ground } = reading;
  const hindrance = exchangeHindrance(ground, [sheetNames.exchange, sheetNames.returns], ground.lists.exchange === undefined || ground.lists.register === undefined);
  if (hindrance !== undefined) return { kind: 'refused', problem: hindrance };
  const made = copiesOf(ground, wish);
  if (made.length === 0) return { kind: 'refused', problem: { rule: 'R1', kind: 'noSections', level: 'error', at: { sheet: sheetNames.ledger }, values: {} } };
  return { kind: 'ready', plan: { copies: made.map(({ copy }) => copy), cutOff: ground.period.cutOff, change: changeOf(ground, made, wish) } };
}

/** Remembers in the ledger what went out (R4, R13), whole or not at all (X1). To be done once the files are drawn. */
export async function rememberCopies(workbook: LedgerWorkbook, plan: CopiesPlan, onProgress: Progress): Promise<ChangeOutcome> {
  return workbook.change(plan.change, onProgress);
}

interface MadeCopy { readonly copy: PlannedCopy; readonly shown: string; readonly tasks: readonly CopyTask[] }

function copiesOf({ settings, roster, period, side }: ExchangeGround, { sentOn, sections }: CopiesWish): readonly MadeCopy[] {
  const sectionOf = sectionsByRoster(roster);
  const bySection = new Map<string, { shown: string; tasks: LedgerTask[] }>();
  for (const task of side.tasks) {
    const seen = new Set<string>();
    for (const written of task.sections) {
      const key = sectionKey(written, sectionOf);
      if (key === '' || seen.has(key)) continue;
      seen.add(key);
      const group = bySection.get(key) ?? { shown: written, tasks: [] };
      group.tasks.push(task);
      bySection.set(key, group);
    }
  }
  return [...bySection].filter(([, { shown }]) => sections?.has(shown) ?? true).map(([key, { shown, tasks }]) => {
    const copied = tasks.map((task) => copyTask(task, key, sectionOf));
    const { drawing, properties, file } = drawCopy({ identity: { plan: planIdOf(settings), period: period.name, section: shown, sentOn }, title: settings.title, office: settings.office, cutOff: period.cutOff, tasks: copied });
    return { copy: { section: shown, file, tasks: copied.length, drawing, properties }, shown, tasks: copied };
  });
}

// Of a joint task the section gets its own text to go on with; what the others wrote stands beside it (R1).
function copyTask(task: LedgerTask, section: string, sectionOf: (written: string) => string | undefined): CopyTask {
  const progress = parseAttributed(tidyLineEnds(task.cells.progress), task.sections, sectionOf);
  const remark = parseAttributed(tidyLineEnds(task.cells.remark), task.sections, sectionOf);
  const others = [
    ...(progress.nobodys === '' ? [] : [progress.nobodys]),
    ...[...progress.own].filter(([key, text]) => key !== section && text !== '').map(([key, text]) => `【${task.sections.find((written) => sectionKey(written, sectionOf) === key) ?? key}】${text}`),
  ];
  return { id: task.id, cells: task.cells, own: { progress: progress.own.get(section) ?? '', remark: remark.own.get(section) ?? '', doneOn: task.doneOn }, others: others.join('\n') };
}

function changeOf(ground: ExchangeGround, made: readonly MadeCopy[], { sentOn }: CopiesWish): WorkbookChange {
  const { state, lists, period, exchange } = ground;
  const rows = made.flatMap(({ shown, tasks }) => tasks.map(({ id, own }) => sentRow(period.name, shown, id, own, sentOn)));
  const sent = { ...exchange, sentOn: new Map([...exchange.sentOn, ...made.map(({ shown }) => [shown, sentOn] as const)]) };
  const register = registerChange(ground, sectionStandings(ground, sent, ground.side.tasks));
  return {
    ...noChange,
    newSheets: [...(lists.exchange === undefined ? [drawList(exchangeList, rows)] : []), ...register.newSheets],
    rowsAdded: [...(lists.exchange === undefined ? [] : [listRowsAdded(exchangeList, rows, lists.exchange.table)]), ...register.rowsAdded],
    edits: register.edits,
    plannedOn: [...state.reading.cells.values()],
  };
}
