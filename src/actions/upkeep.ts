// Keeps the ledger's formulas and colours whole: filled down again where someone wrote over them, put on again where rules were split or lost (C3, L3), and brought up to this version's shape (X5).
import type { FillAt, NameDrawing, RuleDrawing } from '../sheets/drawing';
import { boxAddress } from '../sheets/drawing';
import type { LedgerReading } from '../sheets/ledgerReading';
import { ledgerRules } from '../sheets/ledgerRules';
import { ledgerFills } from '../sheets/ledgerSheet';
import { formatVersion, settingCell, settingsNames, settingValueColumn } from '../sheets/settingsSheet';
import { names, sheetNames, tableNames } from '../sheets/titles';
import type { ColumnEdit, OwnRule, SheetCells, WorkbookChange } from '../sheets/workbook';
import { columnEdit } from './columnEdit';
import type { LedgerState } from './lookAtWorkbook';

/** What must be written so that formulas and colours are whole; nothing where they are. `added` rows are about to come under the table, with formulas of their own. */
export function planUpkeep({ reading, ledger, version }: { readonly reading: { readonly cells: ReadonlyMap<string, SheetCells> }; readonly ledger: LedgerReading; readonly version: number }, added = 0): Pick<WorkbookChange, 'refills' | 'rules'> {
  const cells = reading.cells.get(sheetNames.ledger);
  const first = ledger.nextRow - ledger.bodyRows;
  const fills = ledgerFills(ledger.bodyRows, first, ledger.columns).filter(({ at }) => version < formatVersion || !isWhole(cells, at));
  const rules = ledgerRules(ledger.bodyRows + added, first, ledger.columns);
  return {
    refills: fills.length === 0 ? [] : [{ sheet: sheetNames.ledger, fills }],
    rules: sameRules(cells?.ownRules ?? [], rules) ? [] : [{ sheet: sheetNames.ledger, rules }],
  };
}

/** Names that this version's formulas use and a workbook of an older one lacks (X5). */
export function upgradeNames({ reading }: LedgerState): readonly NameDrawing[] {
  const present = new Set(reading.names.map(({ name }) => name));
  return settingsNames().filter(({ name }) => name === names.lastReported && !present.has(name));
}

/** The row 格式版本 of an older workbook, once its formulas are this version's (X5). */
export function upgradeEdits({ reading, settings, version }: LedgerState): readonly ColumnEdit[] {
  const found = settingCell(reading.cells.get(sheetNames.settings)?.values ?? [], 'version');
  if (settings === undefined || found === undefined || version >= formatVersion) return [];
  return [columnEdit(sheetNames.settings, settingValueColumn, new Map([[found.row, { cell: formatVersion, format: undefined }]]))];
}

function isWhole(cells: SheetCells | undefined, at: FillAt['at']): boolean {
  return cells?.formulaCounts.get(tableNames.ledger)?.get(at.column) === at.rows;
}

function sameRules(present: readonly OwnRule[], wanted: readonly RuleDrawing[]): boolean {
  return present.length === wanted.length && present.every((rule, index) => {
    const other = wanted[index];
    return other !== undefined && rule.address === boxAddress(other.at) && rule.formula === other.formula && rule.stop === other.stop
      && rule.look.fill === other.look.fill && rule.look.color === other.look.color && (rule.look.bold ?? false) === (other.look.bold ?? false);
  });
}
