// What happens when a person types into a cell: protection, formulas, validation, and tables that grow. Titles and words come from outside.
import { cellArea, covers } from './area';
import type { BookApi, EntryResult } from './bookApi';
import { sheetOf, type BookState } from './bookState';
import { anyFilled, cellOf, ensureCell, styleOf } from './cells';
import { HostFault } from './hostFault';
import { isBehindMerge } from './merging';
import type { Cell, Sheet, Table } from './model';
import { isWritable } from './protection';
import { dataArea, extendLooks, fillCalculated, isFreeBelow, noteCalculatedColumns, noteRewritten, resizeTable, syncHeaders } from './tables';
import { isTaken, validationOf } from './validating';
import { entryOf, place, type Entry } from './writing';
import { ENTRY_WORDS } from './entryWords';

/** As if typed by a person: refused with Excel's alert, or taken, and a table above or to the left takes the cell in. */
export function enter(state: BookState, book: BookApi, sheetId: string, row: number, column: number, typed: string): EntryResult {
  const sheet = sheetOf(state, sheetId);
  if (isBehindMerge(sheet.merges, row, column)) return { taken: false, because: 'merged', ...ENTRY_WORDS.merged };
  if (!isWritable(sheet, cellArea(row, column))) return { taken: false, because: 'protected', ...ENTRY_WORDS.protected };
  let entry: Entry;
  try {
    entry = entryOf(state, typed, styleOf(sheet, row, column).numberFormat, row, column);
  } catch (fault) {
    if (fault instanceof HostFault) return { taken: false, because: 'formula', ...(typed.length > 32_767 ? ENTRY_WORDS.tooLong : ENTRY_WORDS.formula) };
    throw fault;
  }
  noteCalculatedColumns(state);
  const before: Cell | undefined = cellOf(sheet, row, column);
  const kept = before && { ...before };
  place(sheet, row, column, entry);
  state.touched(sheetId, cellArea(row, column), 'user');
  const validation = validationOf(sheet, row, column);
  let warning: { title: string; message: string } | undefined;
  if (validation && (validation.alert?.show ?? true)) {
    state.settle();
    if (!isTaken(state, book, sheet, validation, row, column, cellOf(sheet, row, column)?.value ?? null)) {
      const alert = { title: validation.alert?.title || ENTRY_WORDS.validation.title, message: validation.alert?.message || ENTRY_WORDS.validation.message };
      if ((validation.alert?.style ?? 'stop') === 'stop') {
        const cell = ensureCell(sheet, row, column);
        delete cell.formula;
        delete cell.quoted;
        delete cell.style;
        Object.assign(cell, kept ?? { value: null });
        state.touched(sheetId, cellArea(row, column), 'user');
        return { taken: false, because: 'validation', ...alert };
      }
      warning = alert;
    }
  }
  grow(state, sheet, row, column, entry);
  syncHeaders(state, sheet, cellArea(row, column));
  if (entry.formula !== undefined) fillEmptyColumn(state, sheet, row, column);
  return warning ? { taken: true, warning } : { taken: true };
}

function grow(state: BookState, sheet: Sheet, row: number, column: number, entry: Entry): void {
  if (entry.value === null && entry.formula === undefined) return;
  for (const table of sheet.tables) {
    const { area } = table;
    if (!table.hasTotals && row === area.bottom + 1 && column >= area.left && column <= area.right && othersFree(sheet, table, row, column)) {
      table.area = { ...area, bottom: row };
      extendLooks(sheet, table, row);
      fillCalculated(state, sheet, table, row);
      state.rearranged();
      state.touched(sheet.id, { ...area, top: row, bottom: row }, 'user');
      state.notice({ kind: 'structure', sheetId: sheet.id });
      return;
    }
    if (column === area.right + 1 && row >= area.top && row <= area.bottom && !anyFilledBeside(sheet, table, row, column)) {
      resizeTable(state, table.id, { ...area, right: column });
      return;
    }
  }
}

/** The row below belongs to nobody: nothing in it but the cell just typed. */
function othersFree(sheet: Sheet, table: Table, row: number, column: number): boolean {
  const typed = cellOf(sheet, row, column);
  if (!typed) return false;
  const { value, formula } = typed;
  typed.value = null;
  delete typed.formula;
  const free = isFreeBelow(sheet, table, 1);
  typed.value = value;
  if (formula !== undefined) typed.formula = formula;
  return free;
}

function anyFilledBeside(sheet: Sheet, table: Table, row: number, column: number): boolean {
  const beside = { top: table.area.top, bottom: table.area.bottom, left: column, right: column };
  const parts = [{ ...beside, bottom: row - 1 }, { ...beside, top: row + 1 }].filter((part) => part.top <= part.bottom);
  return parts.some((part) => anyFilled(sheet, part)) || sheet.tables.some((other) => other !== table && covers(other.area, row, column));
}

/** A formula typed into a column of a table that is otherwise empty fills the column. */
function fillEmptyColumn(state: BookState, sheet: Sheet, row: number, column: number): void {
  const table = sheet.tables.find((each) => covers(dataArea(each), row, column));
  const formula = cellOf(sheet, row, column)?.formula;
  if (!table || formula === undefined) return;
  const data = dataArea(table);
  const rows = Array.from({ length: data.bottom - data.top + 1 }, (_, index) => data.top + index).filter((each) => each !== row);
  const filled = rows.filter((each) => { const cell = cellOf(sheet, each, column); return cell !== undefined && (cell.value !== null || cell.formula !== undefined); });
  if (filled.length > 0) return;
  const from = { sheet: sheet.name, row, column };
  for (const each of rows) ensureCell(sheet, each, column).formula = state.calc.filled(formula, from, { ...from, row: each });
  noteRewritten(state, sheet, { ...data, left: column, right: column });
  state.touched(sheet.id, { ...data, left: column, right: column }, 'user');
}
