// The text of a notice cut into its parts: the front, the plan, the list of people, the table; lines that pages broke put together. Knows how notices are laid out and no task.
import { foldWidth, normalizeText, withoutBlanks } from './normalizeText';

/** A notice in its parts. A part that is not there is ''. */
export interface NoticeParts {
  /** What stands before the first 附件. */
  readonly front: string;
  /** The part with the list of tasks: 附件1, or the whole text where it has no annexes. */
  readonly plan: string;
  /** The part with the list of people. */
  readonly people: string;
  /** Parts that hold a table, flattened or not. */
  readonly tables: readonly string[];
}

const lineEnd = /\r\n?|[\n\v\f\u2028\u2029]/;
const annexLine = /^附件(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})?[:：]?$/;
const peopleLine = /^\s*组\s*长\s*[:：]/m;

/** Cuts a notice at the lines that say 附件 and no more. */
export function partsOfNotice(text: string): NoticeParts {
  const parts: string[][] = [[]];
  for (const line of text.split(lineEnd)) {
    if (annexLine.test(withoutBlanks(foldWidth(line)))) parts.push([]);
    else parts[parts.length - 1]?.push(line);
  }
  const texts = parts.map((lines) => lines.join('\n'));
  const [front = '', ...annexes] = texts;
  const isPeople = (part: string): boolean => peopleLine.test(part);
  const isTable = (part: string): boolean => flatTitles(part).length >= 4;
  const people = annexes.find(isPeople) ?? (isPeople(front) ? front.slice(front.search(peopleLine)) : '');
  const plan = annexes.find((part) => !isPeople(part) && !isTable(part)) ?? front;
  return { front, plan, people, tables: texts.filter((part) => !isPeople(part) && isTable(part)) };
}

/** The text on one line, as it reads: typesetting and page breaks taken out. */
export function runOn(text: string): string {
  return normalizeText(text).replace(/\n/g, '');
}

/** The titles of a matrix that stand near the top of a part as mere text. */
export function flatTitles(part: string): readonly string[] {
  const top = withoutBlanks(part).slice(0, 160);
  return ['指标名称', '牵头单位', '配合单位', '工作任务', '分管领导', '责任科室', '责任单位', '责任人', '完成时限', '完成时间', '落实情况', '备注'].filter((title) => top.includes(title));
}
