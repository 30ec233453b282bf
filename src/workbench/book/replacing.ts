// A book takes over what a file held, in place of all that it had. Numbers of the file give way to the book's own.
import { cellArea } from './area';
import type { BookContents } from './bookApi';
import type { BookState } from './bookState';
import { chartId } from './charts';
import { invalid } from './hostFault';
import type { Sheet } from './model';
import { newProperties } from './properties';
import { ruleId } from './ruleLooks';
import { sheetId } from './sheet';

/** Replaces everything in the book; the objects of the contents are the book's own from then on. */
export function replaceContents(state: BookState, contents: BookContents): void {
  const sheets = contents.sheets.map((sheet): Sheet => ({ ...sheet, id: sheetId(state.serial('sheet')) }));
  const scopes = new Map(contents.sheets.map((sheet, index) => [sheet.id, sheets[index]!.id]));
  for (const sheet of sheets) {
    for (const table of sheet.tables) table.id = String(state.serial('table'));
    for (const rule of sheet.rules) rule.id = ruleId(state.serial('rule'));
    for (const chart of sheet.charts) chart.id = chartId(state.serial('chart'));
  }
  const shown = sheets.find((sheet) => sheet.name === contents.activeSheet && sheet.visibility === 'Visible') ?? sheets.find((sheet) => sheet.visibility === 'Visible');
  if (!shown) throw invalid('a workbook needs one visible sheet');
  state.sheets.splice(0, Infinity, ...sheets);
  state.names.splice(0, Infinity, ...contents.names.map((item) => (item.scope === undefined ? { ...item } : { ...item, scope: scopes.get(item.scope) ?? item.scope })));
  Object.assign(state.properties, newProperties(), contents.properties);
  state.date1904 = contents.date1904;
  state.name = contents.name;
  state.activeSheetId = shown.id;
  state.selection = { sheetId: shown.id, areas: [cellArea(0, 0)], active: { row: 0, column: 0 } };
  state.lastSelections.clear();
  state.rearranged();
  state.notice({ kind: 'sheets' });
  state.notice({ kind: 'names' });
  for (const sheet of sheets) state.notice({ kind: 'structure', sheetId: sheet.id });
}
