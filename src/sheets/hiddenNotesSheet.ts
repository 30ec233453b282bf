// The sheet 核对备忘: notes of the check that someone hid for good, each with a reason that stays in the workbook. Drawing and reading; knows no Excel.
import type { PlainDate } from '../core/plainDate';
import type { CellContent, FormatAt, SheetDrawing } from './drawing';
import { bodyLook, headerLook, landscapeMargins, noteLook, titleLook } from './looks';
import type { ReadCell } from './settingsSheet';
import { footers, hiddenNotesLabels, hiddenNotesTitles, sheetNames, tableNames } from './titles';
import type { RowsAdded, TableAt } from './workbook';

const headRow = 2;
const width = hiddenNotesTitles.length;
const dayColumn = 3;

/** One hidden note. `key` is by what it is known again (problemKey). */
export interface HiddenNoteRow { readonly taskId: string; readonly sentence: string; readonly reason: string; readonly on: PlainDate; readonly key: string }

function cellsOf(note: HiddenNoteRow): readonly CellContent[] {
  return [note.taskId, note.sentence, note.reason, { day: note.on }, note.key];
}

function formats(row: number, rows: number): readonly FormatAt[] {
  return [{ at: { row, column: 0, rows, columns: width }, format: '@' }, { at: { row, column: dayColumn, rows, columns: 1 }, format: 'yyyy-mm-dd' }];
}

/** Draws the sheet with its first notes. */
export function drawHiddenNotes(notes: readonly HiddenNoteRow[]): SheetDrawing {
  const rows = Math.max(notes.length, 1);
  return {
    name: sheetNames.hiddenNotes,
    tabColor: '#7F7F7F',
    formats: [{ at: { row: 0, column: 0, rows: headRow + 1, columns: width }, format: '@' }, ...formats(headRow + 1, rows)],
    blocks: [{ row: 0, column: 0, cells: [[hiddenNotesLabels.title]] }, { row: 1, column: 0, cells: [[hiddenNotesLabels.note]] }, { row: headRow, column: 0, cells: [[...hiddenNotesTitles], ...notes.map(cellsOf)] }],
    fills: [],
    looks: [
      { at: { row: 0, column: 0, rows: 1, columns: width - 1 }, look: titleLook },
      { at: { row: 1, column: 0, rows: 1, columns: width - 1 }, look: noteLook },
      { at: { row: headRow, column: 0, rows: 1, columns: width }, look: headerLook },
      { at: { row: headRow + 1, column: 0, rows, columns: width }, look: bodyLook },
    ],
    rules: [],
    columns: [{ column: 0, width: 48 }, { column: 1, width: 360 }, { column: 2, width: 220 }, { column: 3, width: 80 }, { column: 4, width: 60, hidden: true }],
    rows: [{ row: 0, rows: 1, height: 30 }, { row: 1, rows: 1, height: 20 }, { row: headRow, rows: 1, height: 24 }, { row: headRow + 1, rows, height: 'auto' }],
    table: { name: tableNames.hiddenNotes, at: { row: headRow, column: 0, rows: rows + 1, columns: width }, style: 'TableStyleLight1', bandedRows: false },
    validations: [],
    frozen: { rows: headRow + 1, columns: 0 },
    page: {
      orientation: 'landscape', margins: landscapeMargins, area: { row: 0, column: 0, rows: 1_048_576, columns: width - 1 },
      titleRows: { from: headRow, to: headRow }, footer: { left: '', center: footers.page, right: '' },
    },
  };
}

/** A further note, under the others. */
export function hiddenNoteAdded(note: HiddenNoteRow, table: TableAt): RowsAdded {
  const row = table.row + table.rows;
  return {
    sheet: sheetNames.hiddenNotes, table: tableNames.hiddenNotes, count: 1, width, row,
    formats: formats(row, 1), blocks: [{ row, column: 0, cells: [cellsOf(note)] }], fills: [],
    looks: [{ at: { row, column: 0, rows: 1, columns: width }, look: bodyLook }], validations: [], rows: [{ row, rows: 1, height: 'auto' }],
  };
}

/** Whether a sheet's cells look like the sheet 核对备忘 that this add-in makes (L10). */
export function isHiddenNotesSheet(cells: readonly (readonly ReadCell[])[]): boolean {
  return hiddenNotesTitles.every((title, column) => cells[headRow]?.[column] === title);
}

/** Reads the hidden notes: by what each is known again, why it was hidden, and its 0-based row. */
export function readHiddenNotes(cells: readonly (readonly ReadCell[])[]): readonly { readonly key: string; readonly reason: string; readonly row: number }[] {
  if (!isHiddenNotesSheet(cells)) return [];
  return cells.flatMap((line, row) => {
    const key = String(line[width - 1] ?? '');
    return row > headRow && key !== '' ? [{ key, reason: String(line[2] ?? ''), row }] : [];
  });
}
