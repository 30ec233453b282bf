// Inserting and deleting cells, and everything that moves with them: formulas, tables, merges, validations, rules, names, page areas.
import { addressOf, columnCount, holds, intersection, isOnSheet, isWholeColumns, isWholeRows, LAST_COLUMN, LAST_ROW, overlap, parseAddress, rowCount, withDeleted, withInserted, without } from './area';
import type { CellMove } from './bookApi';
import { sheetOf, type BookState } from './bookState';
import { anyFilled, cellOf, ensureCell, putCell } from './cells';
import { rewriteFormulas } from './formulas';
import { HostFault, invalid } from './hostFault';
import type { Area, Cell, Origin, Sheet } from './model';
import { movedBreaks } from './pageBreaks';
import { checkAllowed } from './protection';
import { dataArea } from './tables';

/** Which cells move: `kind` and `at`/`count` along the way, `first`–`last` across it. */
interface Band { along: 'rows' | 'columns'; at: number; count: number; first: number; last: number; whole: boolean }

function bandOf(area: Area, shift: 'Down' | 'Right' | 'Up' | 'Left'): Band {
  const along = isWholeRows(area) ? 'rows' : isWholeColumns(area) ? 'columns' : shift === 'Down' || shift === 'Up' ? 'rows' : 'columns';
  return along === 'rows'
    ? { along, at: area.top, count: rowCount(area), first: area.left, last: area.right, whole: isWholeRows(area) }
    : { along, at: area.left, count: columnCount(area), first: area.top, last: area.bottom, whole: isWholeColumns(area) };
}

function across(band: Band, area: Area): 'inside' | 'outside' | 'cut' {
  const [first, last] = band.along === 'rows' ? [area.left, area.right] : [area.top, area.bottom];
  if (band.whole || (first >= band.first && last <= band.last)) return 'inside';
  return last < band.first || first > band.last ? 'outside' : 'cut';
}

function lastIndex(band: Band, area: Area): number {
  return band.along === 'rows' ? area.bottom : area.right;
}

/** Refuses what Excel refuses: moving a part of a table or of a merge, or pushing cells off the sheet. */
function checkBand(sheet: Sheet, band: Band): void {
  const conflict = (why: string) => new HostFault('InsertDeleteConflict', why);
  for (const merge of sheet.merges) if (across(band, merge) === 'cut' && lastIndex(band, merge) >= band.at) throw conflict('a merge would be torn');
  for (const table of sheet.tables) if (across(band, table.area) === 'cut' && lastIndex(band, table.area) >= band.at) throw conflict(`the table ${table.name} would be torn`);
}

function checkRoom(sheet: Sheet, band: Band): void {
  const edge: Area = band.along === 'rows'
    ? { top: LAST_ROW - band.count + 1, bottom: LAST_ROW, left: band.first, right: band.last }
    : { left: LAST_COLUMN - band.count + 1, right: LAST_COLUMN, top: band.first, bottom: band.last };
  if (anyFilled(sheet, edge)) throw new HostFault('InsertDeleteConflict', 'filled cells would leave the sheet');
}

/** Moves every cell at or after `from` by `by` (negative: towards the start) within the band. */
function shiftCells(sheet: Sheet, band: Band, from: number, by: number): void {
  if (band.along === 'rows' && band.whole) {
    const entries = [...sheet.cells];
    sheet.cells.clear();
    for (const [row, cells] of entries) sheet.cells.set(row >= from ? row + by : row, cells);
    shiftInfo(sheet.rows, from, by);
    return;
  }
  if (band.along === 'rows') {
    const rows = [...sheet.cells.keys()].filter((row) => row >= from).sort((a, b) => (by > 0 ? b - a : a - b));
    for (const row of rows) {
      for (const [column, cell] of [...(sheet.cells.get(row) ?? [])]) {
        if (column < band.first || column > band.last) continue;
        putCell(sheet, row, column, undefined);
        putCell(sheet, row + by, column, cell);
      }
    }
    return;
  }
  for (const [row, cells] of sheet.cells) {
    if (row < band.first || row > band.last) continue;
    const entries = [...cells];
    cells.clear();
    for (const [column, cell] of entries) cells.set(column >= from ? column + by : column, cell);
  }
  if (band.whole) shiftInfo(sheet.columns, from, by);
}

function shiftInfo<T>(info: Map<number, T>, from: number, by: number): void {
  const entries = [...info];
  info.clear();
  for (const [index, each] of entries) info.set(index >= from ? index + by : index, each);
}

function mapAreas(areas: readonly Area[], band: Band, move: (area: Area) => Area | undefined): Area[] {
  return areas.flatMap((area) => {
    const how = across(band, area);
    if (how === 'outside') return [area];
    if (how === 'inside') return move(area) ?? [];
    const strip: Area = band.along === 'rows' ? { top: 0, bottom: LAST_ROW, left: band.first, right: band.last } : { left: 0, right: LAST_COLUMN, top: band.first, bottom: band.last };
    const part = intersection(area, strip);
    const moved = part ? move(part) : undefined;
    return [...without(area, strip), ...(moved ? [moved] : [])];
  });
}

/** Everything on the sheet that has a place, moved; and every formula of the book that points there. */
function moveAround(state: BookState, sheet: Sheet, band: Band, kind: 'insert' | 'delete'): void {
  const move = (area: Area): Area | undefined => (kind === 'insert' ? withInserted(area, band.along, band.at, band.count) : withDeleted(area, band.along, band.at, band.count));
  const one = (area: Area): Area | undefined => (across(band, area) === 'outside' ? area : move(area));
  sheet.merges = sheet.merges.map(one).filter((merge): merge is Area => merge !== undefined && (rowCount(merge) > 1 || columnCount(merge) > 1));
  for (const validation of sheet.validations) validation.areas = mapAreas(validation.areas, band, move);
  sheet.validations = sheet.validations.filter((validation) => validation.areas.length > 0);
  for (const rule of sheet.rules) rule.areas = mapAreas(rule.areas, band, move);
  sheet.rules = sheet.rules.filter((rule) => rule.areas.length > 0);
  const address = (text: string | undefined): string | undefined => {
    const area = text === undefined ? undefined : parseAddress(text);
    const moved = area && one(area);
    return text === undefined ? undefined : moved ? addressOf(moved, text.includes('$')) : area ? undefined : text;
  };
  const { printArea, titleRows, titleColumns, ...page } = sheet.page;
  const moved = { printArea: address(printArea), titleRows: address(titleRows), titleColumns: address(titleColumns), ...movedBreaks(page, band, kind) };
  delete page.rowBreaks;
  delete page.columnBreaks;
  sheet.page = { ...page, ...Object.fromEntries(Object.entries(moved).filter(([, each]) => each !== undefined)) };
  const cellMove: CellMove = {
    kind: `${kind}${band.along === 'rows' ? 'Rows' : 'Columns'}`, sheetName: sheet.name, at: band.at, count: band.count,
    ...(band.whole ? {} : { within: { first: band.first, last: band.last } }),
  };
  state.moved(sheet.id, one);
  rewriteFormulas(state, (formula, sheetName) => state.calc.moved(formula, { sheetName }, cellMove));
}

/** Puts empty cells in and moves the old ones down or right; new cells look like those before them. */
export function insertCells(state: BookState, sheetId: string, area: Area, shift: 'Down' | 'Right', origin: Origin): void {
  const sheet = sheetOf(state, sheetId);
  if (!isOnSheet(area)) throw invalid('the area leaves the sheet');
  const band = bandOf(area, shift);
  checkAllowed(sheet, band.whole ? (band.along === 'rows' ? 'allowInsertRows' : 'allowInsertColumns') : undefined);
  checkBand(sheet, band);
  checkRoom(sheet, band);
  shiftCells(sheet, band, band.at, band.count);
  moveAround(state, sheet, band, 'insert');
  for (const table of sheet.tables) {
    if (across(band, table.area) === 'outside') continue;
    const before = table.area;
    table.area = withInserted(before, band.along, band.at, band.count);
    if (band.along === 'columns' && columnCount(table.area) > columnCount(before)) insertTableColumns(sheet, table, band.at - before.left, band.count);
  }
  copyLooks(sheet, band);
  state.rearranged();
  state.touched(sheetId, area, origin, band.whole ? (band.along === 'rows' ? 'rowsInserted' : 'columnsInserted') : 'edited');
  state.notice({ kind: 'structure', sheetId });
}

function insertTableColumns(sheet: Sheet, table: Sheet['tables'][number], at: number, count: number): void {
  const names = new Set(table.columns.map((column) => column.name));
  for (let index = 0; index < count; index++) {
    let n = 1;
    while (names.has(`列${n}`)) n++;
    names.add(`列${n}`);
    table.columns.splice(at + index, 0, { name: `列${n}` });
    if (table.hasHeader) ensureCell(sheet, table.area.top, table.area.left + at + index).value = `列${n}`;
  }
  table.filters = new Map([...table.filters].map(([index, texts]) => [index >= at ? index + count : index, texts]));
}

function copyLooks(sheet: Sheet, band: Band): void {
  if (band.at === 0) return;
  const before = band.at - 1;
  if (band.along === 'rows') {
    for (const [column, cell] of [...(sheet.cells.get(before) ?? [])]) {
      if (cell.style === undefined || column < band.first || column > band.last) continue;
      for (let row = band.at; row < band.at + band.count; row++) ensureCell(sheet, row, column).style = cell.style;
    }
    const style = sheet.rows.get(before)?.style;
    if (style && band.whole) for (let row = band.at; row < band.at + band.count; row++) sheet.rows.set(row, { style });
    return;
  }
  for (const [row, cells] of [...sheet.cells]) {
    const style = row < band.first || row > band.last ? undefined : cells.get(before)?.style;
    if (style) for (let column = band.at; column < band.at + band.count; column++) ensureCell(sheet, row, column).style = style;
  }
  const info = sheet.columns.get(before);
  if (info && band.whole) for (let column = band.at; column < band.at + band.count; column++) sheet.columns.set(column, { ...info, hidden: false });
}

/** Takes cells out and moves the others up or left. A table keeps one empty row when all its rows are deleted, as in Excel. */
export function deleteCells(state: BookState, sheetId: string, area: Area, shift: 'Up' | 'Left', origin: Origin): void {
  const sheet = sheetOf(state, sheetId);
  if (!isOnSheet(area)) throw invalid('the area leaves the sheet');
  const band = bandOf(area, shift);
  checkAllowed(sheet, band.whole ? (band.along === 'rows' ? 'allowDeleteRows' : 'allowDeleteColumns') : undefined);
  checkBand(sheet, band);
  for (const table of sheet.tables) {
    if (!overlap(area, table.area) || holds(area, table.area)) continue;
    if (band.along !== 'rows' || across(band, table.area) === 'outside') continue;
    if (table.hasHeader && area.top <= table.area.top) throw new HostFault('InsertDeleteConflict', `the header of table ${table.name} cannot be deleted without the table`);
    const data = dataArea(table);
    if (area.top <= data.top && area.bottom >= data.bottom) {
      emptyRow(sheet, { ...data, bottom: data.top });
      if (data.bottom > data.top) deleteCells(state, sheetId, { ...area, top: data.top + 1 }, shift, origin);
      else state.touched(sheetId, data, origin);
      return;
    }
  }
  removeCells(sheet, band);
  shiftCells(sheet, band, band.at + band.count, -band.count);
  sheet.tables = sheet.tables.filter((table) => {
    if (across(band, table.area) === 'outside') return true;
    const left = withDeleted(table.area, band.along, band.at, band.count);
    if (left === undefined) return false;
    if (band.along === 'columns') {
      const at = Math.max(band.at, table.area.left) - table.area.left;
      const gone = columnCount(table.area) - columnCount(left);
      table.columns.splice(at, gone);
      if (gone > 0) table.filters = new Map([...table.filters].filter(([index]) => index < at || index >= at + gone).map(([index, texts]) => [index >= at ? index - gone : index, texts]));
    }
    table.area = left;
    return true;
  });
  moveAround(state, sheet, band, 'delete');
  state.rearranged();
  state.touched(sheetId, area, origin, band.whole ? (band.along === 'rows' ? 'rowsDeleted' : 'columnsDeleted') : 'edited');
  state.notice({ kind: 'structure', sheetId });
}

function removeCells(sheet: Sheet, band: Band): void {
  const end = band.at + band.count - 1;
  if (band.along === 'rows') {
    for (const [row, cells] of [...sheet.cells]) {
      if (row < band.at || row > end) continue;
      if (band.whole) sheet.cells.delete(row);
      else for (const column of [...cells.keys()]) if (column >= band.first && column <= band.last) putCell(sheet, row, column, undefined);
    }
    if (band.whole) for (const row of [...sheet.rows.keys()]) if (row >= band.at && row <= end) sheet.rows.delete(row);
    return;
  }
  for (const [row, cells] of [...sheet.cells]) {
    if (row < band.first || row > band.last) continue;
    for (const column of [...cells.keys()]) if (column >= band.at && column <= end) putCell(sheet, row, column, undefined);
  }
  if (band.whole) for (const column of [...sheet.columns.keys()]) if (column >= band.at && column <= end) sheet.columns.delete(column);
}

function emptyRow(sheet: Sheet, row: Area): void {
  for (let column = row.left; column <= row.right; column++) {
    const cell: Cell | undefined = cellOf(sheet, row.top, column);
    if (!cell) continue;
    cell.value = null;
    delete cell.formula;
    delete cell.quoted;
  }
}

