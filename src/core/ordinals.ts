// Ordinals before an indicator or a task: （一）, (二), 一、, 1., ① (I4). Knows nothing of the text behind them.
import { readChineseNumber } from './chineseNumber';
import { foldWidth } from './normalizeText';

/** A text parted from the ordinal that stood before it. */
export interface Numbered {
  /** Absent where no ordinal stood there. */
  readonly ordinal?: number;
  readonly text: string;
}

const chinese = '[一二三四五六七八九十]{1,3}';
// A full stop counts only where no digit follows: 2.5 个小时 is a measure, and 2.3 is a 编号.
const patterns = [
  new RegExp(`^[(（]\\s*(${chinese}|[0-9]{1,3})\\s*[)）]\\s*[、.．]?`),
  new RegExp(`^(?:第)?(${chinese})[、.．]`),
  /^([0-9]{1,3})[)）、]/,
  /^([0-9]{1,3})\s*[.．](?!\s*[0-9])/,
];
const circled = /^([①-⑳⑴-⒇⒈-⒛㈠-㈩])[、.．]?/;

/** Parts （一）获得信贷 into 1 and 获得信贷 (I4). A text that is nothing but an ordinal is left as it is. */
export function stripOrdinal(text: string): Numbered {
  const trimmed = text.trim();
  const sign = circled.exec(trimmed);
  if (sign) return numbered(trimmed, sign[0].length, circledNumber(sign[1] ?? ''));
  // Folding keeps the length, so that places in the folded text are places in the text.
  const folded = foldWidth(trimmed);
  for (const pattern of patterns) {
    const found = pattern.exec(folded);
    if (found) return numbered(trimmed, found[0].length, readChineseNumber(found[1] ?? ''));
  }
  return { text: trimmed };
}

function numbered(whole: string, length: number, ordinal: number | undefined): Numbered {
  const text = whole.slice(length).trim();
  return ordinal === undefined || text === '' ? { text: whole } : { ordinal, text };
}

function circledNumber(sign: string): number | undefined {
  const code = sign.charCodeAt(0);
  for (const first of [0x2460, 0x2474, 0x2488, 0x3220]) {
    if (code >= first && code < first + 20) return code - first + 1;
  }
  return undefined;
}
