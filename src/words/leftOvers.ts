// What of a return was left for a person, line by line, for where there is no screen to look it through (R3–R8). Knows no screen and decides nothing.
import type { FileOutcome, ReturnedPlace } from '../core/consolidation';
import { consolidationWords } from './consolidation';
import { titleOf } from './fields';
import { quote } from './place';

const { conflict, guess, setApart } = consolidationWords;
const rowOf = ({ table, row }: ReturnedPlace): string => `${quote(table)}表第${String(row + 1)}行`;
const stands = (text: string): string => (text === '' ? '空' : quote(text));

/** A line for each thing in a return that was not merged, with its task or row, what stands where, and why. */
export function sayLeftOvers({ conflicts, outside, guesses, unmatched, setApart: apart }: FileOutcome): readonly string[] {
  return [
    ...conflicts.filter(({ choice }) => choice === undefined).map(({ kind, id, column, ledger, returned }) => `冲突：任务${id}的${titleOf(column)}，${conflict[kind]}。台账是${stands(ledger)}，回收表是${stands(returned)}`),
    ...outside.filter(({ reason }) => reason === undefined).map(({ id, column, title, old, new: came }) =>
      column === 'other' ? `栏目外改动：任务${id}的${quote(title)}栏，写了${quote(came)}` : `栏目外改动：任务${id}的${titleOf(column)}，台账是${stands(old)}，回收表是${stands(came)}`),
    ...guesses.filter(({ confirmed }) => !confirmed).map((each) => `待确认：${rowOf(each)}${quote(each.rowText)}可能是任务${each.id}，${guess[each.kind]}`),
    ...unmatched.map((each) => `对不上：${rowOf(each)}${quote(each.texts.map(({ text }) => text).join(' '))}`),
    ...apart.map((each) => `未采用：${each.id === undefined ? rowOf(each) : `任务${each.id}`}${each.column === undefined ? '' : `的${titleOf(each.column)}`}${each.text === '' ? '' : quote(each.text)}，${setApart[each.kind]}`),
  ];
}
