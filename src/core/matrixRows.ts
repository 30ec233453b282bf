// What each row of the matrix is: a task, the rest of the one above, a heading over tasks, or no task at all with the reason (I2–I4). Knows what rows say and builds no task.
import { beginsInside, breaksOff, endsSentence, kindOfLine } from './matrixLines';
import { ordinalAlone, readOrdinal } from './matrixOrdinals';
import { bareTitle, columnOf } from './matrixHead';
import type { GridPart } from './matrixParts';
import { repeatsHead } from './matrixParts';
import type { ColumnUse, GuessReason, LeftOutReason, MatrixChoices, MatrixRow } from './matrixReading';
import { rowKey } from './matrixReading';
import { isField, ownUses, shownAt } from './matrixShown';
import { withoutBlanks } from './normalizeText';

/** A row of a part with what it is. */
export interface RowMark {
  readonly part: GridPart;
  readonly row: number;
  readonly kind: MatrixRow['kind'];
  readonly reason?: LeftOutReason;
  readonly guess?: GuessReason;
}

interface Above { readonly text: string; readonly source: string; readonly due: string }

interface Walk {
  readonly choices: MatrixChoices;
  /** The lines above the head, without blanks. */
  readonly titles: ReadonlySet<string>;
  /** Whether tasks of this table end as sentences do, so that one that does not is torn. */
  readonly sentences: boolean;
  above: Above | undefined;
  inNotes: boolean;
}

const countBehind = /[（(]\s*共?\s*[0-9一二三四五六七八九十]+\s*[项个条](?:任务)?\s*[)）]\s*[:：]?$/;
const longestHeading = 40;
const ownOfATask: ReadonlySet<ColumnUse> = new Set(['indicator', 'id', 'ordinal', 'due', 'doneOn']);
const goesOnOver: ReadonlySet<ColumnUse> = new Set(['text', 'leadUnit', 'supportUnits', 'progress', 'remark', 'kept', 'leftOut']);

/** Tells every row under the heads of the matrix for what it is, in their order. */
export function markRows(parts: readonly GridPart[], titles: readonly string[], choices: MatrixChoices): readonly RowMark[] {
  const walk: Walk = { choices, titles: new Set(titles.map(bareTitle)), sentences: endInSentences(parts), above: undefined, inNotes: false };
  const marks: RowMark[] = [];
  for (const part of parts) {
    for (let row = part.from; row < part.to; row += 1) {
      const mark = markRow(part, row, walk);
      marks.push(mark);
      if (mark.kind === 'task' || mark.kind === 'joined') {
        walk.above = lookBack(part, row, walk.above, mark.kind);
        walk.inNotes = false;
      } else if (mark.kind === 'indicator' || mark.reason === 'total' || mark.reason === 'note' || mark.reason === 'formLine') walk.above = undefined;
    }
  }
  return settleHeadings(marks, choices);
}

function markRow(part: GridPart, row: number, walk: Walk): RowMark {
  const chosen = walk.choices.rows?.[rowKey(part.table, row)];
  const own = ownUses(part, row);
  const out = (reason: LeftOutReason): RowMark => ({ part, row, kind: 'leftOut', reason });
  if (own.length === 0) return { part, row, kind: 'empty' };
  if (chosen === 'leftOut') return out('byChoice');
  if (chosen !== undefined) return { part, row, kind: chosen === 'joined' && walk.above === undefined ? 'task' : chosen };
  if (repeatsHead(part, row)) return out('headRepeated');
  // Rows that were numbered beforehand and never filled.
  if (own.every(({ use }) => use === 'ordinal') && taskText(part, row) === '') return out('ordinal');

  const texts = [...new Set(own.map(({ cell }) => cell.text.trim()))];
  if (texts.length === 1 && walk.titles.has(bareTitle(texts[0] ?? ''))) return out('titleRepeated');
  const underMerges = isUnderMerges(part, row);
  const line = underMerges ? undefined : kindOfLine(texts);
  if (line !== undefined && !(line === 'total' && endsSentence(taskText(part, row)))) {
    walk.inNotes ||= line === 'note' || line === 'formLine';
    return out(line);
  }
  if (walk.inNotes && texts.length === 1) return out('note');
  const heading = underMerges ? undefined : headingOf(part, row, own);
  if (heading !== undefined) return heading === 'note' ? out('note') : { part, row, kind: 'indicator', guess: 'headingRow' };
  const goesOn = goesOnFrom(part, row, own, walk);
  return goesOn === undefined ? { part, row, kind: 'task' } : { part, row, kind: 'joined', guess: goesOn };
}

// 二、跨境贸易（3 项）: one text in the row, short, and wide, numbered as headings are, or alone in the column of indicators.
function headingOf(part: GridPart, row: number, own: ReturnType<typeof ownUses>): 'heading' | 'note' | undefined {
  const ordinals = own.filter(({ use, cell }) => use === 'ordinal' && ordinalAlone(cell.text) !== undefined);
  const others = own.filter((each) => !ordinals.includes(each));
  const [only] = others;
  if (only === undefined || others.some(({ cell }) => cell.text.trim() !== only.cell.text.trim())) return undefined;
  const text = withoutBlanks(only.cell.text);
  const merge = part.grid.merge(row, only.cell.column);
  const known = part.columns.filter(({ use, column }) => isField(use) && merge !== undefined && column >= merge.column && column < merge.column + merge.columns);
  const wide = known.length >= 2 && known.length * 2 >= part.columns.filter(({ use }) => isField(use)).length;
  const numbered = readOrdinal(text)?.style === 'chinese' || ordinals.some(({ cell }) => ordinalAlone(cell.text)?.style === 'chinese');
  if (text.length > longestHeading || (endsSentence(text) && !numbered) || breaksOff(text)) return wide && !numbered ? 'note' : undefined;
  const alone = only.use === 'indicator' && taskText(part, row) === '';
  return wide || numbered || alone || countBehind.test(text) ? 'heading' : undefined;
}

function goesOnFrom(part: GridPart, row: number, own: ReturnType<typeof ownUses>, walk: Walk): GuessReason | undefined {
  const { above } = walk;
  const column = columnOf(part.columns, 'text');
  if (above === undefined || column === undefined) return undefined;
  const cell = shownAt(part, row, column);
  const ownText = own.find(({ use }) => use === 'text')?.cell.text;
  if (own.some(({ use }) => use === 'id' || use === 'ordinal' || use === 'doneOn')) return undefined;
  if (ownText === undefined && cell !== undefined) {
    // One task cell over several rows is one task of several sections, unless each row has its own deadline.
    const due = own.find(({ use }) => use === 'due')?.cell.text;
    return sourceOf(part, cell) === above.source && (due === undefined || due === above.due) ? 'sharedTask' : undefined;
  }
  if (own.some(({ use }) => ownOfATask.has(use))) return undefined;
  const onlyTexts = own.every(({ use }) => goesOnOver.has(use));
  if (ownText === undefined) return onlyTexts ? 'listGoesOn' : 'noTaskText';
  if (!onlyTexts || above.text === '' || readOrdinal(ownText) !== undefined) return undefined;
  const torn = breaksOff(above.text) || beginsInside(ownText) || (walk.sentences && !endsSentence(above.text));
  return torn ? 'textGoesOn' : undefined;
}

function lookBack(part: GridPart, row: number, before: Above | undefined, kind: RowMark['kind']): Above {
  const column = columnOf(part.columns, 'text');
  const due = columnOf(part.columns, 'due');
  const cell = column === undefined ? undefined : shownAt(part, row, column);
  const dueText = due === undefined ? '' : (shownAt(part, row, due)?.text ?? '');
  if (kind === 'joined' && before !== undefined) {
    return { text: cell === undefined ? before.text : cell.text, source: cell === undefined ? before.source : sourceOf(part, cell), due: dueText === '' ? before.due : dueText };
  }
  return { text: cell?.text ?? '', source: cell === undefined ? '' : sourceOf(part, cell), due: dueText };
}

function sourceOf(part: GridPart, cell: { readonly row: number; readonly column: number }): string {
  return `${part.table}:${cell.row}:${cell.column}`;
}

function taskText(part: GridPart, row: number): string {
  const column = columnOf(part.columns, 'text');
  return column === undefined ? '' : (shownAt(part, row, column)?.text ?? '');
}

// Under a cell that is merged from above, a row belongs to the tasks there.
function isUnderMerges(part: GridPart, row: number): boolean {
  return part.columns.some(({ column, use }) => {
    const merge = isField(use) ? part.grid.merge(row, column) : undefined;
    return merge !== undefined && merge.row < row && merge.row >= part.from && part.grid.cell(merge.row, merge.column) !== undefined;
  });
}

function endInSentences(parts: readonly GridPart[]): boolean {
  let all = 0;
  let ended = 0;
  for (const part of parts) {
    const column = columnOf(part.columns, 'text');
    for (let row = part.from; column !== undefined && row < part.to; row += 1) {
      const text = part.grid.cell(row, column)?.text;
      if (text === undefined) continue;
      all += 1;
      if (endsSentence(text)) ended += 1;
    }
  }
  return ended * 2 >= all && ended > 1;
}

// A heading without tasks says nothing of any; beside a column of indicators it stands over them.
function settleHeadings(marks: readonly RowMark[], choices: MatrixChoices): readonly RowMark[] {
  // Where every row looks like a heading, as in a list that is still to be filled in, the rows are the tasks.
  if (!marks.some(({ kind }) => kind === 'task' || kind === 'joined')) return marks.map((mark) => (isListed(mark) ? { part: mark.part, row: mark.row, kind: 'task' } : leaveAlone(mark)));
  const outer = partsWithIndicators(marks);
  const settled = [...marks];
  let tasksBelow = false;
  for (let at = marks.length - 1; at >= 0; at -= 1) {
    const mark = marks[at];
    if (mark === undefined) continue;
    if (mark.kind === 'task' || mark.kind === 'joined') tasksBelow = true;
    if (mark.kind !== 'indicator') continue;
    const asked = choices.rows?.[rowKey(mark.part.table, mark.row)] === 'indicator';
    if (!tasksBelow) settled[at] = leaveAlone(mark);
    else if (!asked && outer.has(mark.part) && !standsAmongIndicators(mark)) settled[at] = { ...mark, kind: 'leftOut', reason: 'outerHeading' };
    tasksBelow = false;
  }
  return settled;
}

function leaveAlone(mark: RowMark): RowMark {
  return mark.kind === 'indicator' ? { ...mark, kind: 'leftOut', reason: 'headingAlone' } : mark;
}

function isListed({ part, row, kind, guess }: RowMark): boolean {
  return kind === 'indicator' && guess === 'headingRow' && ownUses(part, row).some(({ use, cell }) => use === 'text' && (part.grid.merge(cell.row, cell.column)?.columns ?? 1) === 1);
}

function standsAmongIndicators({ part, row }: RowMark): boolean {
  return ownUses(part, row).every(({ use, cell }) => use === 'ordinal' || (use === 'indicator' && (part.grid.merge(cell.row, cell.column)?.columns ?? 1) === 1));
}

function partsWithIndicators(marks: readonly RowMark[]): ReadonlySet<GridPart> {
  const counts = new Map<GridPart, { all: number; named: number }>();
  for (const { part, row, kind } of marks) {
    const column = kind === 'task' ? columnOf(part.columns, 'indicator') : undefined;
    if (column === undefined) continue;
    const count = counts.get(part) ?? { all: 0, named: 0 };
    counts.set(part, { all: count.all + 1, named: count.named + (shownAt(part, row, column) === undefined ? 0 : 1) });
  }
  return new Set([...counts].filter(([, { all, named }]) => named * 2 >= all).map(([part]) => part));
}
