// The notice's text without white space, cut into its parts, and the search for a cell's text that columns and pages interrupt.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const whole = readFileSync(join(__dirname, '..', '..', 'seeds', 'notice-2021.txt'), 'utf8').replace(/\s+/g, '');

/** From one phrase of the notice to another, the first included. Throws where either is missing: then the copy is not the notice. */
function between(from: string, to: string): string {
  const begin = whole.indexOf(from);
  const end = to === '' ? whole.length : whole.indexOf(to, begin + from.length);
  if (begin < 0 || end < 0) throw new Error(`The notice lacks ${from} … ${to}`);
  return whole.slice(begin, end);
}

/** 附件1 §四: the body's list of tasks. */
export const bodyPart = between('四、整治工作任务责任分工', '五、工作要求');
/** 附件2: the leading group. */
export const rosterPart = between('附件2组长：', '附件3指标名称');
/** 附件3: the matrix, flattened. */
export const matrixPart = between('附件3指标名称', '');
/** All of it. */
export const noticeText = whole;

/** Shorter than this, a phrase would stand somewhere by chance. */
export const shortestPhrase = 4;

/**
 * The phrases into which the flattened page cuts a cell's text: each the longest that stands in the part after the one before.
 * Undefined where some of the text does not stand there.
 */
export function phrasesIn(part: string, text: string): readonly string[] | undefined {
  const phrases: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; ) {
    let length = text.length - at;
    let place = -1;
    while (length > 0 && (place = part.indexOf(text.slice(at, at + length), from)) < 0) length -= 1;
    if (length === 0) return undefined;
    phrases.push(text.slice(at, at + length));
    from = place + length;
    at += length;
  }
  return phrases;
}
