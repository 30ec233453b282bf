// Which table is the matrix, in which tables it goes on, and where its head is said anew (I1, I3). Knows heads and no tasks.
import { findHead, meaningOf } from './columnMeaning';
import type { Grid } from './matrixGrid';
import { gridOf } from './matrixGrid';
import type { HeadPlace, MatrixHead } from './matrixHead';
import { bareTitle, columnOf, expectedFields, isMatrix, placeOfHead, readHead } from './matrixHead';
import type { MatrixCandidate, MatrixChoices, MatrixGuess, MatrixPart } from './matrixReading';
import { columnKey } from './matrixReading';
import type { RawTable } from './rawTable';

/** A part of the matrix with its table as a grid. */
export interface GridPart extends MatrixPart { readonly grid: Grid; readonly says: HeadWords }

/** The words of a head by column, by which it is known when it is said again. */
export type HeadWords = readonly ReadonlySet<string>[];

/** The tables of a file, ranked, and the parts that make up the matrix. */
export interface ChosenTables {
  readonly candidates: readonly MatrixCandidate[];
  /** The tables that were read, in their order; empty where none could be. */
  readonly tables: readonly number[];
  readonly parts: readonly GridPart[];
  readonly guesses: readonly MatrixGuess[];
}

interface Looked { readonly table: RawTable; readonly index: number; readonly grid: Grid; readonly head: MatrixHead | undefined; readonly rows: number; readonly titles: string; readonly width: number }

/** Ranks the tables, takes the chosen one or the best, and parts it where heads stand. */
export function chooseTables(tables: readonly RawTable[], choices: MatrixChoices): ChosenTables {
  const looked = tables.map((table, index) => lookAt(table, index, choices));
  const chains = looked.filter(({ head }) => head !== undefined && isMatrix(head.columns)).map((first) => chainFrom(first, looked, choices));
  const going = new Set(chains.flatMap((chain) => chain.slice(1).map(({ index }) => index)));
  const candidates = chains.filter(([first]) => first !== undefined && !going.has(first.index)).map(candidateOf).sort((one, other) => other.score - one.score || one.table - other.table);
  const chosen = choices.table ?? candidates[0]?.table;
  const first = looked.find(({ index }) => index === chosen);
  const chain = first?.head === undefined ? [] : chainFrom(first, looked, choices);
  const guesses: MatrixGuess[] = [];
  if (choices.table === undefined && candidates.length > 1 && first !== undefined) guesses.push(tableGuess(first, 'bestTable'));
  const parts: GridPart[] = [];
  for (const each of chain) {
    if (each !== first && choices.continued?.[each.index] === undefined) guesses.push(tableGuess(each, 'tableGoesOn'));
    parts.push(...partsOf(each, parts[parts.length - 1], choices, guesses));
  }
  return { candidates, tables: chain.map(({ index }) => index), parts, guesses };
}

/** Whether a row says its head again, as on each page of a long table. */
export function repeatsHead(part: GridPart, row: number): boolean {
  const own = part.grid.ownColumns(row);
  if (own.length < 2) return false;
  let others = 0;
  // Most rows are data, and a few of their cells show it.
  for (const column of own) {
    if (!saysTitle(part, column, part.grid.cell(row, column)?.text ?? '')) others += 1;
    if (others * 2 >= own.length) return false;
  }
  return true;
}

function saysTitle(part: GridPart, column: number, text: string): boolean {
  if (text.length > 40) return false;
  return part.says[column]?.has(bareTitle(text)) === true || meaningOf(text)?.meaning === part.columns[column]?.use;
}

/** How many cells of a table hold anything. */
export function countFilled(grid: Grid): number {
  let cells = 0;
  for (let row = 0; row < grid.height; row += 1) cells += grid.ownColumns(row).length;
  return cells;
}

function lookAt(table: RawTable, index: number, choices: MatrixChoices): Looked {
  const grid = gridOf(table);
  const place = placeOfHead(table, index, choices);
  const head = place === undefined ? undefined : readHead(grid, index, place, grid.height, choices);
  let rows = 0;
  for (let row = place === undefined ? 0 : place.row + place.rows; row < grid.height; row += 1) if (grid.ownColumns(row).length > 0) rows += 1;
  const titles = (head?.columns ?? []).map(({ title }) => bareTitle(title)).join('|');
  const width = table.merges.reduce((widest, merge) => Math.max(widest, Math.min(merge.column + merge.columns, 1000)), grid.width);
  return { table, index, grid, head, rows, titles, width };
}

// In a document a long table is often cut in pieces: the next one has the same head, or none and as many columns.
function chainFrom(first: Looked, looked: readonly Looked[], choices: MatrixChoices): readonly Looked[] {
  const chain = [first];
  let unbroken = true;
  for (const next of looked.slice(first.index + 1)) {
    const chosen = choices.continued?.[next.index];
    unbroken &&= chosen ?? goesOn(first, next);
    if (unbroken || chosen === true) chain.push(next);
    if (!unbroken && choices.continued === undefined) break;
  }
  return chain;
}

function goesOn(first: Looked, next: Looked): boolean {
  if (!isOfDocument(first.table) || !isOfDocument(next.table) || next.rows === 0) return false;
  return next.head === undefined ? first.width === next.width : first.titles === next.titles;
}

// Tables of a document are named by their place; sheets of a workbook, which stand side by side, have names.
function isOfDocument(table: RawTable): boolean {
  return /^\d+$/.test(table.name);
}

function candidateOf(chain: readonly Looked[]): MatrixCandidate {
  const [first] = chain;
  if (first?.head === undefined) throw new Error('A chain begins with a head');
  const rows = chain.reduce((sum, each) => sum + each.rows, 0);
  const known = expectedFields.filter((field) => columnOf(first.head?.columns ?? [], field) !== undefined).length;
  const score = first.head.score + 2 * known + (rows === 0 ? -10 : Math.min(rows, 20) / 10) - (first.table.visibility === 'visible' ? 0 : 8);
  const titles = first.head.columns.map(({ title }) => title).filter((title) => title !== '');
  return { table: first.index, name: first.table.name, score, titles, rows, goesOnIn: chain.slice(1).map(({ index }) => index) };
}

function partsOf(looked: Looked, above: GridPart | undefined, choices: MatrixChoices, guesses: MatrixGuess[]): readonly GridPart[] {
  const { grid, index } = looked;
  if (looked.head === undefined) {
    if (above === undefined) return [];
    const columns = above.columns.map((each) => ({ ...each, key: columnKey(index, each.column) }));
    return [{ table: index, head: { row: 0, rows: 0 }, from: 0, to: grid.height, columns, grid, says: above.says }];
  }
  const parts: GridPart[] = [];
  let head = looked.head;
  for (;;) {
    const part = partUnder(head, grid, index, grid.height);
    const next = choices.heads?.[index] === undefined ? nextHead(part, looked.table) : undefined;
    guesses.push(...head.guesses);
    if (next === undefined) return [...parts, part];
    parts.push({ ...part, to: next.row });
    head = readHead(grid, index, next, grid.height, choices);
    guesses.push({ key: `${index}:${next.row}:headChanges`, at: { table: index, row: next.row, column: 0 }, what: 'row', reason: 'headChanges', text: head.columns.map(({ title }) => title).filter((title) => title !== '').join('、'), understood: 'head' });
  }
}

function partUnder(head: MatrixHead, grid: Grid, table: number, to: number): GridPart {
  return { table, head: head.place, from: Math.min(to, head.place.row + head.place.rows), to, columns: head.columns, grid, says: wordsOf(head.place, grid, head.columns.length) };
}

function wordsOf(place: HeadPlace, grid: Grid, width: number): HeadWords {
  return Array.from({ length: width }, (_, column) => {
    const words = new Set<string>();
    for (let row = place.row; row < place.row + place.rows; row += 1) {
      const merge = grid.merge(row, column);
      const cell = merge === undefined ? grid.cell(row, column) : grid.cell(merge.row, merge.column);
      if (cell !== undefined) words.add(bareTitle(cell.text));
    }
    return words;
  });
}

// Another head further down, with other titles or in another order.
function nextHead(part: GridPart, table: RawTable): HeadPlace | undefined {
  for (let row = part.from; row < part.to; row += 1) {
    const own = part.grid.ownColumns(row);
    const first = own[0] === undefined ? undefined : part.grid.cell(row, own[0]);
    if (own.length < 3 || first === undefined || first.text.length > 20 || meaningOf(first.text) === undefined) continue;
    const sure = own.slice(0, 40).filter((column) => (meaningOf(part.grid.cell(row, column)?.text ?? '')?.fit ?? 0) > 1);
    if (sure.length < 3 || sure.length * 2 < own.length || repeatsHead(part, row)) continue;
    const slice = findHead({ ...table, cells: table.cells.slice(row, row + 2), merges: table.merges.filter((merge) => merge.row >= row && merge.row < row + 2).map((merge) => ({ ...merge, row: merge.row - row })) });
    if (slice !== undefined && slice.columns.has('text')) return { row: row + slice.row, rows: slice.rows };
  }
  return undefined;
}

function tableGuess({ index, table }: Looked, reason: 'bestTable' | 'tableGoesOn'): MatrixGuess {
  return { key: `${index}:${reason}`, at: { table: index, row: 0, column: 0 }, what: 'table', reason, text: table.name, understood: table.name };
}
