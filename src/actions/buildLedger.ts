// Builds the ledger from a plan, or brings an existing one up to the plan (L1–L10): reads, then plans, then writes (X1). Knows no Excel.
import type { CellChange, RebuildPlan } from '../core/ledgerMerge';
import { planRebuild } from '../core/ledgerMerge';
import type { Plan, PlanSettings } from '../core/plan';
import type { Problem } from '../core/problem';
import type { Roster } from '../core/roster';
import type { LedgerColumn, Task } from '../core/task';
import type { CellContent, NameDrawing } from '../sheets/drawing';
import type { LedgerReading } from '../sheets/ledgerReading';
import { drawLedger, ledgerCell, ledgerColumnBlocks, ledgerFills, ledgerFormat, ledgerFormats, ledgerLooks, ledgerValidations } from '../sheets/ledgerSheet';
import { drawRoster, rosterNames, rosterRowsAdded } from '../sheets/rosterSheet';
import { drawSettings, settingCell, settingContents, settingFormat, settingsNames, settingValueColumn } from '../sheets/settingsSheet';
import { separator, settingRows, sheetNames, tableNames } from '../sheets/titles';
import type { ChangeOutcome, ColumnEdit, LedgerWorkbook, Progress, RowsAdded, SheetCells, WorkbookChange } from '../sheets/workbook';
import { noChange } from '../sheets/workbook';
import { columnEdit } from './columnEdit';
import type { LedgerState, WorkbookState } from './lookAtWorkbook';
import { lookAtWorkbook } from './lookAtWorkbook';
import { planUpkeep, upgradeEdits } from './upkeep';

/** What a build is going to do, to be shown before anything is written (I5, L7). */
export interface BuildPlan {
  readonly kind: 'new' | 'rebuild';
  readonly plan: Plan;
  /** Guesses made while the plan was read, what is wrong in it, and what the existing ledger keeps against it. */
  readonly problems: readonly Problem[];
  /** Over an existing ledger: what stays, changes, comes and is gone. */
  readonly rebuild: RebuildPlan | undefined;
  /** Names of sheets that will be added. */
  readonly newSheets: readonly string[];
  readonly change: WorkbookChange;
}

/** A build ready to be confirmed, or why there can be none. */
export type BuildPlanning =
  | { readonly kind: 'ready'; readonly build: BuildPlan; readonly state: WorkbookState }
  | { readonly kind: 'refused'; readonly problem: Problem; readonly state: WorkbookState };

/** What a person decided in the preview. */
export interface BuildChoices {
  /** 编号 of tasks whose changed cells stay as the ledger has them. */
  readonly keepLedgerFor: ReadonlySet<string>;
}

const noChoices: BuildChoices = { keepLedgerFor: new Set() };

/** Reads the workbook and plans the build. Writes nothing. */
export async function planBuild(workbook: LedgerWorkbook, plan: Plan, problems: readonly Problem[], choices: BuildChoices = noChoices): Promise<BuildPlanning> {
  const state = await lookAtWorkbook(workbook);
  if (state.kind === 'inTheWay') return { kind: 'refused', problem: state.problem, state };
  const planned = state.kind === 'none' ? planNew(state, plan, problems) : planOver(state, plan, problems, choices);
  if ('refused' in planned) return { kind: 'refused', problem: planned.refused, state };
  const hindrance = hindranceTo(planned.change, state);
  return hindrance === undefined ? { kind: 'ready', build: planned, state } : { kind: 'refused', problem: hindrance, state };
}

/** Writes a planned build, whole or not at all (X1). */
export async function build(workbook: LedgerWorkbook, planned: BuildPlan, onProgress: Progress): Promise<ChangeOutcome> {
  return workbook.change(planned.change, onProgress);
}

/** Protection that would stop the writing half-way, found before it begins. */
function hindranceTo(change: WorkbookChange, state: WorkbookState): Problem | undefined {
  if (change.newSheets.length > 0 && state.reading.structureProtected) return { rule: 'X3', kind: 'structureProtected', level: 'error', at: {}, values: {} };
  const written = new Set([...change.edits, ...change.rowsAdded].map((each) => each.sheet));
  const locked = state.reading.sheets.find((sheet) => sheet.isProtected && written.has(sheet.name));
  return locked === undefined ? undefined : { rule: 'X3', kind: 'sheetProtected', level: 'error', at: { sheet: locked.name }, values: { sheet: locked.name } };
}

/** A workbook without a ledger gets what it lacks of the three sheets. Sheets of ours that stand there alone stay. */
function planNew(state: Extract<WorkbookState, { kind: 'none' }>, plan: Plan, problems: readonly Problem[]): BuildPlan {
  const present = new Set(state.reading.sheets.map((sheet) => sheet.name));
  const sheets = [drawLedger(plan), drawRoster(plan.roster), drawSettings(plan.settings)].filter((drawing) => !present.has(drawing.name));
  return {
    kind: 'new', plan, problems, rebuild: undefined, newSheets: sheets.map((sheet) => sheet.name),
    change: { ...noChange, newSheets: sheets, names: missingNames([...settingsNames(), ...rosterNames(plan.roster)], state.reading.names), opensOn: sheetNames.ledger, plannedOn: [...state.reading.cells.values()] },
  };
}

/** An existing ledger is changed in place: nothing filled in is touched, rows that the plan lacks stay (L7). */
function planOver(state: LedgerState, plan: Plan, problems: readonly Problem[], choices: BuildChoices): BuildPlan | { readonly refused: Problem } {
  const unreadable = state.problems.find((problem) => problem.level === 'error');
  if (unreadable !== undefined) return { refused: unreadable };
  const { settings, roster, ledger } = state;
  if (settings !== undefined && settings.year !== plan.settings.year) {
    return { refused: { rule: 'L7', kind: 'otherYear', level: 'error', at: { sheet: sheetNames.settings }, values: { ledger: settings.year, plan: plan.settings.year } } };
  }
  const rebuild = planRebuild(ledger.rows, plan);
  const newSheets = [...(roster === undefined ? [drawRoster(plan.roster)] : []), ...(settings === undefined ? [drawSettings(plan.settings)] : [])];
  const rosterPart = roster === undefined ? { rowsAdded: [], names: [], notes: [] } : planRoster(state, roster, plan);
  const settingsPart = settings === undefined ? { edits: [], notes: [] } : planSettings(state, settings, plan.settings);
  const redrawn = new Set(newSheets.map((sheet) => sheet.name));
  const names = missingNames([...settingsNames(), ...rosterNames(roster ?? plan.roster)], state.reading.names, redrawn).filter((each) => !rosterPart.names.some(({ name }) => name === each.name));
  return {
    kind: 'rebuild', plan, rebuild,
    problems: [...problems, ...rebuild.problems, ...rosterPart.notes, ...settingsPart.notes, ...otherColumnNotes(plan)],
    newSheets: newSheets.map((sheet) => sheet.name),
    change: {
      ...noChange,
      newSheets, names: [...names, ...rosterPart.names],
      edits: [...ledgerEdits(rebuild, ledger, choices), ...settingsPart.edits, ...upgradeEdits(state)],
      rowsAdded: [...ledgerRowsAdded(rebuild.added, ledger), ...rosterPart.rowsAdded],
      ...planUpkeep(state, rebuild.added.length),
      opensOn: sheetNames.ledger,
      plannedOn: [...state.reading.cells.values()],
    },
  };
}

/** Columns of unknown meaning come into a new ledger only: an existing one keeps the columns that people gave it (I3, L7). */
function otherColumnNotes({ otherColumns = [] }: Plan): readonly Problem[] {
  return otherColumns.length === 0 ? [] : [{ rule: 'I3', kind: 'otherColumnsLeft', level: 'note', at: { sheet: sheetNames.ledger }, values: { titles: otherColumns.map(({ title }) => title).join(separator) } }];
}

/** Names that are not there, that point nowhere, or whose sheet is drawn anew. */
function missingNames(wanted: readonly NameDrawing[], present: readonly { readonly name: string; readonly formula: string }[], redrawn: ReadonlySet<string> = new Set()): readonly NameDrawing[] {
  const formulas = new Map(present.map((each) => [each.name, each.formula]));
  return wanted.filter(({ name, formula }) => {
    const stands = formulas.get(name);
    return stands === undefined || stands.includes('#REF!') || [...redrawn].some((sheet) => formula.includes(`${sheet}!`));
  });
}

/** Changed cells, one edit for each column (X2). */
function ledgerEdits(rebuild: RebuildPlan, ledger: LedgerReading, choices: BuildChoices): readonly ColumnEdit[] {
  const tasks = new Map(rebuild.rows.flatMap((row) => ('task' in row ? [[row.existing.row, row.task] as const] : [])));
  const byColumn = new Map<LedgerColumn, CellChange[]>();
  for (const change of rebuild.changes) {
    if (choices.keepLedgerFor.has(change.taskId)) continue;
    byColumn.set(change.column, [...(byColumn.get(change.column) ?? []), change]);
  }
  return [...byColumn].map(([column, changes]) => {
    const cells = new Map<number, { readonly cell: CellContent; readonly format: string }>();
    for (const { row } of changes) {
      const task = tasks.get(row);
      if (task !== undefined) cells.set(row, { cell: ledgerCell(task, column), format: ledgerFormat(task, column) });
    }
    return columnEdit(sheetNames.ledger, ledger.columns[column], cells);
  });
}

function ledgerRowsAdded(tasks: readonly Task[], ledger: LedgerReading): readonly RowsAdded[] {
  if (tasks.length === 0) return [];
  const row = ledger.nextRow;
  return [{
    sheet: sheetNames.ledger, table: tableNames.ledger, count: tasks.length, width: ledger.width, row,
    formats: ledgerFormats(tasks, row, ledger.columns),
    blocks: ledgerColumnBlocks(tasks, row, ledger.columns),
    fills: ledgerFills(tasks.length, row, ledger.columns),
    looks: ledgerLooks(tasks.length, row, ledger.columns),
    validations: ledgerValidations(tasks.length, row, ledger.columns),
    rows: [{ row, rows: tasks.length, height: 'auto' }],
  }];
}

/** People of the plan whom the sheet 名册 lacks come to it; what people edited there stays (L9). */
function planRoster(state: LedgerState, present: Roster, plan: Plan): { readonly rowsAdded: readonly RowsAdded[]; readonly names: readonly NameDrawing[]; readonly notes: readonly Problem[] } {
  const known = new Map(present.people.map((person) => [person.name, person]));
  const added = plan.roster.people.filter((person) => !known.has(person.name));
  const kept = plan.roster.people.filter((person) => {
    const stands = known.get(person.name);
    return stands !== undefined && (stands.post !== person.post || stands.role !== person.role || stands.section !== person.section);
  });
  const note = (kind: string, people: readonly { readonly name: string }[]): readonly Problem[] =>
    people.length === 0 ? [] : [{ rule: 'L9', kind, level: 'note', at: { sheet: sheetNames.roster }, values: { names: people.map((person) => person.name).join(separator) } }];
  const table = tableOf(state.reading.cells.get(sheetNames.roster), tableNames.roster);
  const grows = added.length > 0 && table !== undefined;
  return {
    rowsAdded: grows ? [rosterRowsAdded(added, plan.roster, table.row + table.rows)] : [],
    // The drop-downs' lists grow with the table.
    names: grows ? rosterNames(present, added.length) : [],
    notes: [...note('peopleAdded', added), ...note('peopleKept', kept)],
  };
}

function tableOf(cells: SheetCells | undefined, name: string): SheetCells['tables'][number] | undefined {
  return cells?.tables.find((table) => table.name === name);
}

/** The sheet 设置 keeps what people set there; only a 基准日 that was asked for is written (L9). */
function planSettings(state: LedgerState, stands: PlanSettings, planned: PlanSettings): { readonly edits: readonly ColumnEdit[]; readonly notes: readonly Problem[] } {
  const cells = state.reading.cells.get(sheetNames.settings)?.values ?? [];
  const before = settingContents(stands);
  const after = settingContents(planned);
  const differing = settingRows.filter(({ key }) => key !== 'version' && key !== 'asOf' && key !== 'judgedOn' && JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  const asOf = settingCell(cells, 'asOf');
  const asOfAsked = planned.asOf !== '' && planned.asOf !== stands.asOf && asOf !== undefined;
  return {
    edits: asOfAsked ? [columnEdit(sheetNames.settings, settingValueColumn, new Map([[asOf.row, { cell: { day: planned.asOf }, format: settingFormat('asOf') }]]))] : [],
    notes: differing.map(({ key, label }): Problem => ({
      rule: 'L9', kind: 'settingKept', level: 'note', at: { sheet: sheetNames.settings }, values: { label, kept: showSetting(before[key]), planned: showSetting(after[key]) },
    })),
  };
}

function showSetting(content: CellContent): string | number {
  if (content === null) return '';
  return typeof content === 'object' ? ('day' in content ? content.day : content.formula) : content;
}
