// Named items: which names Excel takes, and keeping the list. Knows nothing of what a name means to a formula.
import { columnOf, LAST_ROW } from './area';
import { sheetOf, type BookState } from './bookState';
import { HostFault, invalid } from './hostFault';
import type { NamedItem } from './model';
import { sameName } from './sheet';

/** Refuses a name that Excel refuses for named items and tables: like a cell (A1, R1C1), wrong first or later characters, over 255, R or C alone. */
export function checkItemName(name: string): void {
  if (name === '' || name.length > 255) throw invalid(`a name has ${name.length} characters; 1 to 255`);
  if (!/^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u.test(name)) throw invalid(`a name has a character that names do not take: ${name}`);
  if (/^[rc]$/i.test(name) || /^r\d*c\d*$/i.test(name)) throw invalid(`a name looks like a row or column: ${name}`);
  const cell = /^([A-Za-z]{1,3})(\d+)$/.exec(name);
  if (cell && columnOf(cell[1]!) >= 0 && Number(cell[2]) >= 1 && Number(cell[2]) <= LAST_ROW + 1) throw invalid(`a name looks like a cell: ${name}`);
  if (/^(true|false)$/i.test(name)) throw invalid(`a name is a logical value: ${name}`);
}

export function findName(state: BookState, name: string, scope: string | undefined): NamedItem | undefined {
  return state.names.find((item) => item.scope === scope && sameName(item.name, name));
}

/** Whether a table or a name of the whole workbook has this name already. */
export function isNameTaken(state: BookState, name: string): boolean {
  return findName(state, name, undefined) !== undefined || state.sheets.some((sheet) => sheet.tables.some((table) => sameName(table.name, name)));
}

function checkFormula(state: BookState, formula: string): string {
  const whole = formula.startsWith('=') ? formula : `=${formula}`;
  const fault = state.calc.faultOf(whole);
  if (fault !== undefined) throw invalid(`the formula of a name cannot be read: ${fault}`);
  return whole;
}

/** Adds a name to the workbook, or to one sheet. */
export function addName(state: BookState, name: string, formula: string, scope?: string): NamedItem {
  checkItemName(name);
  if (scope !== undefined) sheetOf(state, scope);
  const taken = scope === undefined ? isNameTaken(state, name) : findName(state, name, scope) !== undefined;
  if (taken) throw new HostFault('ItemAlreadyExists', `the name ${name} exists`);
  const item: NamedItem = { name, formula: checkFormula(state, formula), comment: '', visible: true, ...(scope === undefined ? {} : { scope }) };
  state.names.push(item);
  state.rearranged();
  state.notice({ kind: 'names' });
  return item;
}

function nameOf(state: BookState, name: string, scope: string | undefined): NamedItem {
  const item = findName(state, name, scope);
  if (!item) throw new HostFault('ItemNotFound', `no name ${name}`);
  return item;
}

/** Gives a named item another formula, comment or visibility; one that does not exist is ItemNotFound. */
export function changeName(state: BookState, name: string, scope: string | undefined, change: { formula?: string; comment?: string; visible?: boolean }): void {
  const item = nameOf(state, name, scope);
  if (change.formula !== undefined) {
    item.formula = checkFormula(state, change.formula);
    state.rearranged();
  }
  if (change.comment !== undefined) {
    if (change.comment.length > 255) throw invalid(`the comment of a name has ${change.comment.length} characters; 255 at most`);
    item.comment = change.comment;
  }
  if (change.visible !== undefined) item.visible = change.visible;
  state.notice({ kind: 'names' });
}

/** Takes a named item out of the workbook or of a sheet. */
export function deleteName(state: BookState, name: string, scope: string | undefined): void {
  state.names.splice(state.names.indexOf(nameOf(state, name, scope)), 1);
  state.rearranged();
  state.notice({ kind: 'names' });
}
