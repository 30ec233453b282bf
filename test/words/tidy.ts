// What every sentence on screen must be: Chinese, polite, whole, and without anything of the code in it.

/** Names that are written in Latin letters in Chinese too. */
const latinNames = /Excel|Word|WPS|UTF-8|A4/g;

/** What is wrong with a sentence's manners; empty when nothing is. */
export function faultsOf(sentence: string): readonly string[] {
  const faults: string[] = [];
  const rest = sentence.replace(latinNames, '');
  if (/[A-Za-z]/.test(rest)) faults.push('letters');
  if (/[！!]/.test(sentence)) faults.push('exclamation');
  if (/[您你]/.test(sentence)) faults.push('address');
  if (/undefined|null|NaN|\[object/.test(sentence)) faults.push('code');
  if (/“”|（）/.test(sentence)) faults.push('empty quotation');
  if (/[,;:?]|\.(?!\d)|\(|\)/.test(rest)) faults.push('half-width punctuation');
  if (/。。|，，|，。|、。/.test(sentence)) faults.push('doubled punctuation');
  return faults;
}
