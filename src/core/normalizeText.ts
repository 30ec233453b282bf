// Typesetting apart from text: widths, and the spaces and line breaks that a page puts into a Chinese sentence (L4, I4). Knows no column.

/** White space of every kind that documents contain, zero-width kinds among it. */
export const blanks = /(?:\s|\u200b|\u200c|\u200d|\u2060)+/g;

/** Whether there may be typesetting in a text at all; most texts have none. */
const typeset = /[\s\u200b-\u200d\u2060\uff05\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2f00-\u2fd5]/;
const lineBreak = /\r\n?|[\n\u2028\u2029\v\f]/;
const endsSentence = /[。！？；!?;]$/;
const beginsItem = /^(?:[（(][一二三四五六七八九十0-9]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[0-9]{1,3}[.．、](?![0-9])|[①-⑳])/;
const printableAscii = /^[\x21-\x7e]$/;

/** Full-width letters, digits, signs and spaces as half-width ones, and look-alike radicals as the characters they stand for (I4). For reading and comparing; a text that is kept goes through normalizeText. */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u00a0\u2f00-\u2fd5]/g, (character) => {
    const code = character.charCodeAt(0);
    if (code === 0x3000 || code === 0xa0) return ' ';
    return code >= 0xff01 ? String.fromCharCode(code - 0xfee0) : character.normalize('NFKC');
  });
}

/** The text without the typesetting in it (L4): no space or line break inside a Chinese sentence, half-width letters and digits, punctuation as written. A line break stays after the end of a sentence and before a numbered item. */
export function normalizeText(text: string): string {
  if (!typeset.test(text)) return text;
  const folded = text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05\u2f00-\u2fd5]/g, foldWidth);
  const lines = folded.split(lineBreak).map(closeGaps).filter((line) => line !== '');
  return lines.reduce((above, line) => above + between(above, line) + line, '');
}

/** The text without any white space. */
export function withoutBlanks(text: string): string {
  return text.replace(blanks, '');
}

/** What two texts are compared by (R3, F2, I6): widths folded, and neither white space nor punctuation. */
export function comparableText(text: string): string {
  return foldWidth(text).normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function closeGaps(line: string): string {
  return line.trim().replace(blanks, (gap, at: number, whole: string) => gapBetween(whole[at - 1], whole[at + gap.length]));
}

function between(above: string, line: string): string {
  if (above === '') return '';
  if (endsSentence.test(above) || beginsItem.test(line)) return '\n';
  return gapBetween(above[above.length - 1], line[0]);
}

// A space means something only between two words that are not Chinese.
function gapBetween(left: string | undefined, right: string | undefined): string {
  return left !== undefined && right !== undefined && printableAscii.test(left) && printableAscii.test(right) ? ' ' : '';
}
