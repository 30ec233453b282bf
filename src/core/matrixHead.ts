// What each column of a matrix is used for: by its title in one head row or several, by what stands in it, or as a person chose (I3). Knows no rows of tasks.
import type { Fit, Meaning } from './columnMeaning';
import { findHead, meaningOf } from './columnMeaning';
import type { Grid } from './matrixGrid';
import { rawText } from './matrixGrid';
import { ordinalAlone } from './matrixOrdinals';
import type { CellAt, ColumnUse, GuessReason, MatrixChoices, MatrixColumn, MatrixGuess, TaskField } from './matrixReading';
import { columnKey } from './matrixReading';
import { foldWidth, withoutBlanks } from './normalizeText';
import type { RawTable } from './rawTable';
import { isTaskId } from './taskId';

/** Where a head stands. Rows are 0-based; `rows` is 0 where a table has none. */
export interface HeadPlace { readonly row: number; readonly rows: number }

/** A head with what its columns are used for, and the guesses in that. */
export interface MatrixHead {
  readonly place: HeadPlace;
  readonly columns: readonly MatrixColumn[];
  readonly guesses: readonly MatrixGuess[];
  readonly score: number;
}

const farthestHead = 200;
/** Columns that are looked at for titles; what stands beyond is kept without a title. */
export const widestHead = 200;

const workedOut = new Set(['进度状态', '剩余天数', '填报状态', '核对结果', '时限净文', '落实净文', '上期净文', '灯色']);
const unit = '(?:(?:牵头|责任|承办|负责|落实)*(?:科室|单位|部门|处室|股室))';
const person = '(?:(?:具体|直接)?(?:责任|负责|经办|承办|联系)人员?)';
const twoInOne = new RegExp(`^${unit}[及和与、/(]*${person}\\)?$`);
// A unit may be outside the bureau; that it stands for the section is a guess.
const unitTitle = /单位|部门/;

interface Found { readonly use: ColumnUse; readonly fit: Fit | 0; readonly by: MatrixColumn['by']; readonly reason?: GuessReason }

/** Where the head of a table stands: as chosen, else where at least two columns are known by their titles. */
export function placeOfHead(table: RawTable, index: number, choices: MatrixChoices): HeadPlace | undefined {
  const chosen = choices.heads?.[index];
  if (chosen !== undefined) return { row: Math.max(0, chosen.row), rows: Math.max(0, Math.min(3, chosen.rows)) };
  // Only the merges near the top matter, and every row would be held against each of them.
  let looked: RawTable = { ...table, merges: table.merges.filter((merge) => merge.row <= farthestHead && merge.column < widestHead) };
  for (;;) {
    const found = findHead(looked);
    if (found === undefined) return undefined;
    if (found.rows === 1 || !isTitleRow(looked, found.row)) return { row: found.row, rows: found.rows };
    // 2021年工作任务分工表 over the head has a column's title in it, and is none.
    const above = found.row;
    looked = { ...looked, cells: looked.cells.map((row, at) => (at <= above ? [] : row)), merges: looked.merges.filter((merge) => merge.row > above) };
  }
}

function isTitleRow({ cells }: RawTable, row: number): boolean {
  return new Set((cells[row] ?? []).map((cell) => withoutBlanks(rawText(cell))).filter((text) => text !== '')).size === 1;
}

/** Reads the head at a place: a title for each column, its use, and what was guessed in that. `to` is the end of the rows under it. */
export function readHead(grid: Grid, index: number, place: HeadPlace, to: number, choices: MatrixChoices): MatrixHead {
  const titles = titlesAt(grid, place);
  const found = titles.map((title, column) => useOf(title, choices.columns?.[columnKey(index, column)]));
  keepTheBest(found);
  partTwoUnderOne(titles, found);
  passOrdinals(titles, found, grid, place.row + place.rows, to);
  const guesses: MatrixGuess[] = [];
  const columns = found.map((each, column): MatrixColumn => {
    const settled = settleByContent(each, grid, column, place.row + place.rows, to);
    const title = titles[column]?.whole ?? '';
    if (settled.reason !== undefined) guesses.push(columnGuess({ table: index, row: Math.max(0, place.row + place.rows - 1), column }, settled.reason, title, settled.use));
    return { key: columnKey(index, column), column, title, use: settled.use, by: settled.by };
  });
  return { place, columns, guesses, score: found.reduce((sum, { fit }) => sum + fit, 0) };
}

/** The columns of a head by which a table can be told to be a matrix: the task, and who or when or where it belongs. */
export function isMatrix(columns: readonly MatrixColumn[]): boolean {
  const uses = new Set(columns.map(({ use }) => use));
  return uses.has('text') && [...uses].filter((use) => !['text', 'kept', 'leftOut', 'ordinal', 'id', 'remark'].includes(use)).length > 0;
}

/** A title without blanks and punctuation, by which titles are compared. */
export function bareTitle(title: string): string {
  return withoutBlanks(foldWidth(title)).replace(/[:;*.,、，。：\ufeff]/g, '');
}

interface Titles { readonly whole: string; readonly lowest: string; readonly count: number; readonly second: boolean }

// The titles over each column, from top to bottom. What is merged over several columns stands over each of them.
function titlesAt(grid: Grid, place: HeadPlace): readonly Titles[] {
  const titles: Titles[] = [];
  const width = Math.min(grid.width, widestHead);
  for (let column = 0; column < width; column += 1) {
    const parts: string[] = [];
    let second = false;
    for (let row = place.row; row < place.row + place.rows; row += 1) {
      const merge = grid.merge(row, column);
      const cell = merge === undefined ? grid.cell(row, column) : grid.cell(merge.row, merge.column);
      if (cell === undefined) continue;
      const text = withoutBlanks(cell.text);
      if (parts[parts.length - 1] !== text) parts.push(text);
      second = merge !== undefined && merge.column !== column;
    }
    titles.push({ whole: parts.join(''), lowest: parts[parts.length - 1] ?? '', count: parts.length, second });
  }
  return titles;
}

function useOf(title: Titles, chosen: ColumnUse | undefined): Found {
  if (chosen !== undefined) return { use: chosen, fit: 3, by: 'choice' };
  if (title.lowest === '') return { use: 'kept', fit: 0, by: 'unknown' };
  const bare = bareTitle(title.lowest);
  if (workedOut.has(bare)) return { use: 'leftOut', fit: 0, by: 'title' };
  // The second column under a title says nothing by itself.
  if (title.second) return { use: 'kept', fit: 0, by: 'unknown' };
  if (twoInOne.test(bare)) return { use: 'sectionsAndOwners', fit: 2, by: 'title', reason: 'twoInOne' };
  const meaning = meaningOf(title.lowest) ?? (title.count > 1 ? surely(meaningOf(title.whole)) : undefined);
  if (meaning === undefined) return { use: 'kept', fit: 0, by: 'unknown' };
  if (meaning.meaning === 'key') return { use: 'leftOut', fit: 0, by: 'title' };
  const reason = meaning.fit === 1 ? 'titleWithin' : meaning.meaning === 'sections' && unitTitle.test(bare) ? 'unitsForSections' : undefined;
  return { use: meaning.meaning, fit: meaning.fit, by: 'title', ...(reason === undefined ? {} : { reason }) };
}

function surely(meaning: { readonly meaning: Meaning; readonly fit: Fit } | undefined): typeof meaning {
  return meaning !== undefined && meaning.fit > 1 ? meaning : undefined;
}

// Of several columns of one meaning the best is taken, what a person chose before all; the others are kept.
function keepTheBest(found: Found[]): void {
  const best = new Map<ColumnUse, number>();
  found.forEach(({ use, fit, by }, column) => {
    if (use === 'kept' || use === 'leftOut' || use === 'ordinal') return;
    const other = best.get(use);
    const rank = (each: Found | undefined): number => (each === undefined ? -1 : each.by === 'choice' ? 9 : each.fit);
    if (other === undefined || rank({ use, fit, by }) > rank(found[other])) best.set(use, column);
  });
  found.forEach(({ use }, column) => {
    const winner = best.get(use);
    if (winner !== undefined && winner !== column) found[column] = { use: 'kept', fit: 0, by: 'second' };
  });
}

// 责任科室及责任人 merged over two columns: the sections stand in the first and the people in the second.
function partTwoUnderOne(titles: readonly Titles[], found: Found[]): void {
  found.forEach(({ use, by }, column) => {
    const next = titles[column + 1];
    if (use !== 'sectionsAndOwners' || by === 'choice' || next === undefined || !next.second || next.whole !== titles[column]?.whole || found[column + 1]?.by === 'choice') return;
    if (found.some((each) => each.use === 'sections' || each.use === 'owners')) return;
    found[column] = { use: 'sections', fit: 2, by: 'title', reason: 'secondUnderTitle' };
    found[column + 1] = { use: 'owners', fit: 2, by: 'title', reason: 'secondUnderTitle' };
  });
}

// 指标 merged over two columns, of which the first holds 一, 二, 三 and the second the names.
function passOrdinals(titles: readonly Titles[], found: Found[], grid: Grid, from: number, to: number): void {
  found.forEach((each, column) => {
    const next = titles[column + 1];
    if (each.by !== 'title' || (each.use !== 'indicator' && each.use !== 'text') || next === undefined || !next.second || next.whole !== titles[column]?.whole || found[column + 1]?.by === 'choice') return;
    if (!holdsOrdinals(grid, column, from, to)) return;
    found[column] = { use: 'ordinal', fit: 0, by: 'content', reason: 'ordinalsOnly' };
    found[column + 1] = { ...each, reason: 'secondUnderTitle' };
  });
}

function holdsOrdinals(grid: Grid, column: number, from: number, to: number): boolean {
  let ordinals = 0;
  for (let row = from; row < to; row += 1) {
    const cell = grid.cell(row, column);
    if (cell === undefined || (grid.merge(row, column)?.columns ?? 1) > 1) continue;
    if (ordinalAlone(cell.text) === undefined) return false;
    ordinals += 1;
  }
  return ordinals > 0;
}

// 序号 and 编号 hold a task's number, or its place in the list, or something else that is better kept.
function settleByContent(found: Found, grid: Grid, column: number, from: number, to: number): Found {
  if (found.use !== 'id' || found.by === 'choice') return found;
  let ids = 0;
  let ordinals = 0;
  let others = 0;
  for (let row = from; row < to; row += 1) {
    const text = grid.cell(row, column)?.text.trim();
    if (text === undefined) continue;
    if (isTaskId(foldWidth(text))) ids += 1;
    else if (ordinalAlone(text) !== undefined) ordinals += 1;
    else others += 1;
  }
  if (ids > 0 && ids >= ordinals) return found;
  if (others > ordinals) return { use: 'kept', fit: 0, by: 'content' };
  return { use: 'ordinal', fit: 1, by: 'content', reason: 'ordinalsOnly' };
}

function columnGuess(at: CellAt, reason: GuessReason, text: string, use: ColumnUse): MatrixGuess {
  return { key: `${columnKey(at.table, at.column)}:${at.row}:${reason}`, at, what: 'column', reason, text, understood: use };
}

/** The column of a use in a head, if it has one. */
export function columnOf(columns: readonly MatrixColumn[], use: ColumnUse): number | undefined {
  return columns.find((each) => each.use === use)?.column;
}

/** Fields of a task in the order of the ledger, and which of them a matrix of this trade has. */
export const expectedFields: readonly TaskField[] = ['indicator', 'leadUnit', 'supportUnits', 'leaders', 'sections', 'owners', 'due'];
