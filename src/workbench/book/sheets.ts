// The sheets of a book: adding, deleting, naming, ordering, hiding and activating them. Knows what Excel refuses.
import { cellArea, isOnSheet } from './area';
import { sheetOf, type BookState } from './bookState';
import { rewriteFormulas } from './formulas';
import { HostFault, invalid } from './hostFault';
import type { Origin, Selection, Sheet } from './model';
import { checkSheetName, newSheet, sameName, sheetId } from './sheet';

function sheetNamed(state: BookState, name: string): Sheet | undefined {
  return state.sheets.find((sheet) => sameName(sheet.name, name));
}

function checkFreeName(state: BookState, name: string, besides?: Sheet): void {
  checkSheetName(name);
  const taken = sheetNamed(state, name);
  if (taken && taken !== besides) throw new HostFault('ItemAlreadyExists', `a sheet is called ${name}`);
}

function checkOtherVisible(state: BookState, sheet: Sheet): void {
  if (sheet.visibility === 'Visible' && !state.sheets.some((each) => each !== sheet && each.visibility === 'Visible')) throw new HostFault('InvalidOperation', 'a workbook needs one visible sheet');
}

/** Adds an empty sheet under a name that Excel allows, at the end unless a position is given. */
export function addSheet(state: BookState, name: string | undefined, position: number | undefined): Sheet {
  if (name !== undefined) checkFreeName(state, name);
  let given = name;
  for (let n = state.sheets.length + 1; given === undefined; n++) if (!sheetNamed(state, `Sheet${n}`)) given = `Sheet${n}`;
  const sheet = newSheet(sheetId(state.serial('sheet')), given);
  state.sheets.splice(position ?? state.sheets.length, 0, sheet);
  // Formulas may have waited for a sheet of this name.
  state.rearranged();
  state.notice({ kind: 'sheets' });
  return sheet;
}

/** Stands for the deleted sheet while its references are found; nobody calls a sheet so. */
const GONE = 'TheSheetThatIsGone';

/** Deletes a sheet with its names; references to it become #REF!. */
export function deleteSheet(state: BookState, id: string): void {
  const sheet = sheetOf(state, id);
  if (sheet.visibility === 'VeryHidden') throw new HostFault('GeneralException', 'a very hidden sheet cannot be deleted');
  checkOtherVisible(state, sheet);
  const index = state.sheets.indexOf(sheet);
  state.sheets.splice(index, 1);
  for (let at = state.names.length - 1; at >= 0; at--) if (state.names[at]?.scope === id) state.names.splice(at, 1);
  const references = new RegExp(`'?${GONE}'?!(\\$?[A-Za-z]{0,3}\\$?\\d*(:\\$?[A-Za-z]{0,3}\\$?\\d*)?)`, 'g');
  rewriteFormulas(state, (formula) => (formula.includes(sheet.name) ? state.calc.renamed(formula, { kind: 'sheet', from: sheet.name, to: GONE }).replace(references, '#REF!') : formula));
  if (state.activeSheetId === id) {
    const next = [...state.sheets.slice(index), ...state.sheets.slice(0, index).reverse()].find((each) => each.visibility === 'Visible');
    if (next) activate(state, next.id, 'addin');
  }
  state.lastSelections.delete(id);
  state.rearranged();
  state.notice({ kind: 'sheets' });
}

/** Renames a sheet, and it in all formulas. */
export function renameSheet(state: BookState, id: string, name: string): void {
  const sheet = sheetOf(state, id);
  if (sheet.name === name) return;
  checkFreeName(state, name, sheet);
  const from = sheet.name;
  sheet.name = name;
  const written = from.replaceAll("'", "''");
  rewriteFormulas(state, (formula) => (formula.includes(written) ? state.calc.renamed(formula, { kind: 'sheet', from, to: name }) : formula));
  state.rearranged();
  state.notice({ kind: 'sheets' });
}

/** Moves a sheet to another place among the tabs. */
export function moveSheet(state: BookState, id: string, position: number): void {
  const sheet = sheetOf(state, id);
  if (!Number.isInteger(position) || position < 0 || position >= state.sheets.length) throw invalid(`no position ${position} among the sheets`);
  state.sheets.splice(state.sheets.indexOf(sheet), 1);
  state.sheets.splice(position, 0, sheet);
  state.notice({ kind: 'sheets' });
}

/** Shows or hides a sheet; hiding the active one activates another. */
export function setVisibility(state: BookState, id: string, visibility: Sheet['visibility']): void {
  const sheet = sheetOf(state, id);
  if (!['Visible', 'Hidden', 'VeryHidden'].includes(visibility)) throw invalid(`no visibility ${visibility}`);
  if (visibility !== 'Visible') checkOtherVisible(state, sheet);
  sheet.visibility = visibility;
  if (visibility !== 'Visible' && state.activeSheetId === id) {
    const next = state.sheets.find((each) => each.visibility === 'Visible');
    if (next) activate(state, next.id, 'addin');
  }
  state.notice({ kind: 'sheets' });
}

/** Brings a sheet to the front, with what was selected there before. */
export function activate(state: BookState, id: string, origin: Origin): void {
  const sheet = sheetOf(state, id);
  if (sheet.visibility !== 'Visible') throw new HostFault('InvalidOperation', `the sheet ${sheet.name} is hidden and cannot be activated`);
  if (state.activeSheetId === id) return;
  state.lastSelections.set(state.activeSheetId, state.selection);
  state.activeSheetId = id;
  state.selection = state.lastSelections.get(id) ?? { sheetId: id, areas: [cellArea(0, 0)], active: { row: 0, column: 0 } };
  state.notice({ kind: 'activated', sheetId: id, origin });
}

/** Selects areas of a sheet, as a person or an add-in does. */
export function select(state: BookState, selection: Selection, origin: Origin): void {
  sheetOf(state, selection.sheetId);
  if (selection.areas.length === 0 || !selection.areas.every(isOnSheet)) throw invalid('a selection leaves the sheet');
  activate(state, selection.sheetId, origin);
  state.selection = selection;
  state.notice({ kind: 'selection', origin });
}
