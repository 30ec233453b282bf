// Lines of a table that are no task: totals, notes, lines of form, page numbers; and whether a sentence is at its end (I3). Knows texts and no table.
import { foldWidth, withoutBlanks } from './normalizeText';
import type { LeftOutReason } from './matrixReading';

const total = /^(?:合计|总计|小计|共计|累计|总数)(?:$|[:(（\d:：共])|^(?:以上)?共(?:计|有)?[0-9一二三四五六七八九十百]+(?:个|项|条|类)[^。]{0,20}$/;
const note = /^(?:注|备注|说明|附注|填表说明|填报说明|有关说明|特别说明|资料来源|数据来源)(?:[0-9一二三四五六七八九十]{0,2})[:、.]/;
const formLine = /^(?:填报人|填表人|制表人|制表|经办人|审核人|审核|审批人|审签人|签发人|签发|联系人|联系电话|电话|报送日期|填报日期|填表日期|填报时间|制表日期|制表时间|日期|科室负责人|单位负责人|填报单位|填报科室|制表单位|单位\(盖章\)|单位|单位名称|盖章)(?:\((?:签字|签名|盖章|章)\))?[:]/;
const pageNumber = /^(?:第?[0-9]{1,4}页(?:[,，/]?共[0-9]{1,4}页)?|[-—–]+[0-9]{1,4}[-—–]+|[0-9]{1,4}\/[0-9]{1,4}|附件[0-9一二三四五六七八九十]{0,3}|续表[0-9一二三四五六七八九十]{0,3}|[(]续[)])$/;

/** Why a line of these texts is no task, or nothing. The texts are those of a row, from left to right, without repetition. */
export function kindOfLine(texts: readonly string[]): Extract<LeftOutReason, 'total' | 'note' | 'formLine' | 'pageNumber'> | undefined {
  const bare = texts.slice(0, 12).map((text) => withoutBlanks(foldWidth(text.slice(0, 200))));
  const [first = ''] = bare;
  if (total.test(first) || (texts.length > 1 && bare.slice(1, 3).some((text) => /^(?:合计|总计|小计)$/.test(text)) && first.length <= 4)) return 'total';
  if (note.test(first) && texts.length <= 2) return 'note';
  // Labels and what stands beside them: 填表人： 某某  联系电话： 123.
  if (formLine.test(first) && texts.length <= 6) return 'formLine';
  return texts.length === 1 && pageNumber.test(first) ? 'pageNumber' : undefined;
}

/** Whether a text ends as a sentence does: with a full stop, and perhaps a bracket or a closing mark after it. */
export function endsSentence(text: string): boolean {
  return /[。！？；!?;](?:[（(“《【][^（(。]*[）)”》】]|[”’）)》】])*$/.test(text.trim());
}

/** Whether a text breaks off: after a comma, a colon or an opened bracket. */
export function breaksOff(text: string): boolean {
  const trimmed = text.trim();
  if (/[，、：,:（(“‘《【—]$/.test(trimmed)) return true;
  return ['（）', '“”', '《》'].some(([open = '', close = '']) => count(trimmed, open) > count(trimmed, close));
}

/** Whether a text begins in the middle of a sentence: with a mark that only goes on. */
export function beginsInside(text: string): boolean {
  return /^[，。、；：）)”’》】,.;:!?！？]/.test(text.trim());
}

function count(text: string, character: string): number {
  let found = 0;
  for (const each of text) if (each === character) found += 1;
  return found;
}
