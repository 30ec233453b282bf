// Ordinals of every style before an indicator or a task, and which style they are, by which headings and tasks are told apart (I4). Knows no table.
import { readChineseNumber } from './chineseNumber';
import { foldWidth } from './normalizeText';
import { stripOrdinal } from './ordinals';

/** chinese: 一、 （一） 第一 ㈠, which number headings; digits: 1. (1) ① 1.2. */
export type OrdinalStyle = 'chinese' | 'digits';

/** A text parted from its ordinal. */
export interface OrdinalReading { readonly ordinal: number; readonly style: OrdinalStyle; readonly text: string }

const further = [
  // 第一，… 第2项：… 任务三：…
  /^第([一二三四五六七八九十]{1,3}|[0-9]{1,3})(?:项|条|类|部分|章|节)?[、.,:：，\s]/,
  /^第([一二三四五六七八九十]{1,3}|[0-9]{1,3})(?:项|条|类|部分|章|节)(?=[^的])/,
  /^(?:任务|指标|事项|专项)([一二三四五六七八九十]{1,3}|[0-9]{1,3})\s*[、.:：]/,
  // 一 跨境贸易: a numeral by itself before a blank. 12 月 and 100 家 are measures.
  /^([一二三四五六七八九十]{1,3}|[0-9]{1,3})\s+(?=[^0-9\s个项年月日天周季家次条件批名人万亿千百元号期轮场座类种倍小分%％℃])/,
];
// 2.3 推进… is a 编号 before a task; 2.5个小时 is a measure, so a blank or a mark must follow.
const nested = /^[0-9]{1,3}[.-]([0-9]{1,3})(?:[、)）]|\s+(?=[^0-9\s]))/;
const alone = /^第?(?:[(（]\s*)?([一二三四五六七八九十]{1,3}|[0-9]{1,4})(?:\s*[)）])?[、.．]?$/;

/** Parts an indicator or a task from the ordinal before it (I4); nothing where none stands there. */
export function readOrdinal(text: string): OrdinalReading | undefined {
  const trimmed = text.trim();
  const { ordinal, text: rest } = stripOrdinal(trimmed);
  if (ordinal !== undefined) return { ordinal, style: styleOf(trimmed), text: rest };
  const folded = foldWidth(trimmed);
  for (const pattern of [...further, nested]) {
    const found = pattern.exec(folded);
    const number = readChineseNumber(found?.[1] ?? '');
    const behind = trimmed.slice(found?.[0].length ?? 0).trim();
    if (found !== null && number !== undefined && behind !== '') return { ordinal: number, style: styleOf(trimmed), text: behind };
  }
  return undefined;
}

/** What a cell of ordinals says: 一, （二）, 3, ④; nothing where it is no ordinal. */
export function ordinalAlone(text: string): { readonly ordinal: number; readonly style: OrdinalStyle } | undefined {
  const folded = foldWidth(text.trim());
  const found = alone.exec(folded);
  const number = readChineseNumber(found?.[1] ?? '');
  if (number !== undefined) return { ordinal: number, style: styleOf(folded) };
  const sign = stripOrdinal(`${text.trim()}甲`);
  return sign.ordinal === undefined || sign.text !== '甲' ? undefined : { ordinal: sign.ordinal, style: styleOf(text.trim()) };
}

function styleOf(text: string): OrdinalStyle {
  return /^[(（第\s]*[一二三四五六七八九十㈠-㈩]|^(?:任务|指标|事项|专项)[一二三四五六七八九十]/.test(text) ? 'chinese' : 'digits';
}
