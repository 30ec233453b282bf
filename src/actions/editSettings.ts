// Changes the sheet 设置 from the pane (L9, P1, P2): year, title, reporting dates, warning days, weekend rule. Plans; knows no Excel.
import type { Period } from '../core/period';
import { periodsOf } from '../core/period';
import type { PlanSettings } from '../core/plan';
import type { ColumnEdit, WorkbookChange } from '../sheets/workbook';
import { noChange } from '../sheets/workbook';
import { settingCell, settingContents, settingFormat, settingValueColumn } from '../sheets/settingsSheet';
import type { SettingKey } from '../sheets/titles';
import { settingRows, sheetNames } from '../sheets/titles';
import type { NewCell } from './columnEdit';
import { columnEdit } from './columnEdit';
import type { LedgerState } from './lookAtWorkbook';

/** What other settings change, with the year's reports as they would be (P1, P2). */
export interface SettingsEdit {
  /** Keys of the rows that get another content. */
  readonly changed: readonly SettingKey[];
  readonly periods: readonly Period[];
  readonly change: WorkbookChange;
}

/** Rows that the add-in itself keeps. */
const ownRows: ReadonlySet<SettingKey> = new Set<SettingKey>(['version', 'judgedOn']);

/** Plans the sheet 设置 for other settings; only rows that differ are written. */
export function planSettingsEdit(state: LedgerState, wanted: PlanSettings): SettingsEdit {
  const cells = state.reading.cells.get(sheetNames.settings);
  const before = state.settings === undefined ? undefined : settingContents(state.settings);
  const after = settingContents(wanted);
  const changed = settingRows.map(({ key }) => key).filter((key) => !ownRows.has(key) && JSON.stringify(before?.[key]) !== JSON.stringify(after[key]));
  const edited = new Map<number, NewCell>();
  for (const key of changed) {
    const found = settingCell(cells?.values ?? [], key);
    if (found !== undefined) edited.set(found.row, { cell: after[key], format: settingFormat(key) });
  }
  const edits: readonly ColumnEdit[] = edited.size === 0 ? [] : [columnEdit(sheetNames.settings, settingValueColumn, edited)];
  return { changed, periods: periodsOf(wanted.calendar, wanted.year), change: { ...noChange, edits, plannedOn: cells === undefined ? [] : [cells] } };
}
