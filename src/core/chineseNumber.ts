// Whole numbers in Chinese and in digits, as dates and ordinals use them: 二〇二一, 十二, 廿八, 21. Knows nothing of what they count.

const digits: Readonly<Record<string, number>> = {
  〇: 0, 零: 0, '○': 0, O: 0, o: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
};
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** A pattern of one character of a number. The letter O often stands for 〇 in typed years. */
export const numeral = /[0-9〇零○Oo一二两三四五六七八九十百千廿卅]/.source;

/** The number that 二〇二一, 十二, 二十八, 廿八 or 12 stands for, or nothing where it is no number (I4, D7). Full-width forms are folded by the caller. */
export function readChineseNumber(text: string): number | undefined {
  if (/^[0-9]+$/.test(text)) return Number(text);
  const spelt = text.replace(/廿/g, '二十').replace(/卅/g, '三十');
  if (spelt === '') return undefined;
  return /[十百千]/.test(spelt) ? readByUnits(spelt) : readByDigits(spelt);
}

// 二〇二一: one digit after the other.
function readByDigits(text: string): number | undefined {
  // O alone may stand between Chinese digits, it makes no number by itself.
  if (/^[Oo]+$/.test(text)) return undefined;
  let value = 0;
  for (const character of text) {
    const digit = digits[character];
    if (digit === undefined) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

// 二十八, 一百零五: each unit smaller than the one before it, a digit before each but the first 十.
function readByUnits(text: string): number | undefined {
  let value = 0;
  let pending: number | undefined;
  let lastUnit = Infinity;
  for (const character of text) {
    const unit = units[character];
    const digit = digits[character];
    if (unit !== undefined) {
      if (unit >= lastUnit || (pending === undefined && value > 0) || pending === 0) return undefined;
      value += (pending ?? 1) * unit;
      lastUnit = unit;
      pending = undefined;
    } else if (digit === 0) {
      if (pending !== undefined) return undefined;
    } else if (digit !== undefined) {
      if (pending !== undefined) return undefined;
      pending = digit;
    } else return undefined;
  }
  // 二十零 is no number: a zero stands between, never last.
  return /[零〇○Oo]$/.test(text) ? undefined : value + (pending ?? 0);
}
