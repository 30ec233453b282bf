// What 落实情况 amounts to: filled in, not renewed or not filled in (F1–F4), and whether its words say that the task is done (S9). Knows no date.
import { withoutBlanks } from './normalizeText';
import type { Reason } from './problem';

/** 填报状态 (F1–F3). */
export type Filled = '已填报' | '未更新' | '未填报';

/** White space that counts for nothing in 落实情况. Listed one by one, so that a formula in the sheet leaves out the same (S8). */
export const emptySpace = [' ', '\t', '\n', '\r', '\u00a0', '\u3000', '\u200b', '\ufeff'] as const;

/** Punctuation that counts for nothing when texts of two periods are compared (F2), and of which a placeholder may consist (F1). Listed for the same reason. */
export const emptyMarks = [
  '，', '。', '、', '；', '：', '？', '！', '“', '”', '‘', '’', '（', '）', '《', '》', '【', '】', '—', '…', '·', '～', '－', '／', '．',
  ',', '.', ';', ':', '?', '!', '"', "'", '(', ')', '[', ']', '<', '>', '-', '–', '_', '/', '\\', '~', '*', '|',
] as const;

/** Words that stand for nothing (F1), as bareText leaves them. */
export const placeholderWords = [
  '无', '暂无', '没有', '空', '略', '同上', '同前', '〃', '待填', '待填写', '待补', '待补充', '待报', '待定', '未填', '未填报', '暂未填报', '暂缺', '请填写', 'na',
] as const;

const emptyCharacters = new Set<string>([...emptySpace, ...emptyMarks]);
const placeholders = new Set<string>(placeholderWords);

/** A text without spaces and punctuation, small letters only: what F1 and F2 look at. */
export function bareText(text: string): string {
  return bareAsWritten(text).toLowerCase();
}

/** The same with capitals as they were written: what the sheet keeps, for which letters are the same is each program's own affair (S8). */
export function bareAsWritten(text: string): string {
  let bare = '';
  for (const character of text) if (!emptyCharacters.has(character)) bare += character;
  return bare;
}

/** 填报状态 of a text, held against the one in the last reported period if there was one (F1–F3), with the reason. */
export function filledOf(progress: string, previous?: string): { readonly filled: Filled; readonly reason: Reason } {
  const bare = bareText(progress);
  if (bare === '' && progress.trim() === '') return { filled: '未填报', reason: { rule: 'F1', kind: 'empty', values: {} } };
  if (bare === '' || placeholders.has(bare)) return { filled: '未填报', reason: { rule: 'F1', kind: 'placeholder', values: { text: progress.trim() } } };
  if (previous !== undefined && bareText(previous) === bare) return { filled: '未更新', reason: { rule: 'F2', kind: 'unchanged', values: {} } };
  return { filled: '已填报', reason: { rule: 'F3', kind: 'filled', values: {} } };
}

const hollowPart = '(?:目前|现|现在|我科|我局|各项工作|相关工作|该项工作|此项工作|该工作|工作|任务|已|均|仍|正|在|正在|持续|继续|积极|稳步|扎实|有序|有力|按|按照|计划|要求|时序|进度|序时|时间|节点|推进|进行|开展|落实|实施|跟进|办理|推动|执行|中|之中|当中|进展|顺利|正常)';
const hollow = new RegExp(`^${hollowPart}+$`);

/** Whether a text says no more than that things go on (F4). A prompt to say more, never a verdict. */
export function isHollow(progress: string): boolean {
  const bare = bareText(progress);
  return bare !== '' && bare.length <= 30 && hollow.test(bare);
}

const doneWord = /(?:全部|全面|均|都|现)?已(?:经)?(?:全部|全面|按时|按期|按要求|如期|提前|顺利|圆满)?(?:完成|办结)/g;
// What stands before or after the word and takes it back, within the same clause.
const takenBack = /(?:预计|预期|力争|争取|确保|将|尚未|未能|没有|还未|并未|是否|待(?!遇)|如(?!期|下)|若|基本|大部分|部分|大体|初步|阶段性)[^，。；,;]*$/;
const onlyPartly = /^(?:了)?(?:的?(?:部分|阶段|前期|第[一二三]步|初稿|方案|百分之(?!百))|[^，。；,;]{0,4}(?<![0-9.])[1-9]?[0-9](?:\.[0-9]+)?%)/;

/** The words by which a text says that its task is done (S9), or nothing. 未完成, 尚未, 基本完成 and 预计…完成 do not say so. */
export function saysDone(progress: string): string | undefined {
  const text = withoutBlanks(progress);
  for (const found of text.matchAll(doneWord)) {
    const before = text.slice(0, found.index);
    const after = text.slice(found.index + found[0].length);
    if (!takenBack.test(before) && !onlyPartly.test(after)) return found[0];
  }
  return undefined;
}
