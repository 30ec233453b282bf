// Data validations of a sheet as their elements. Knows the limits that Excel sets to lists and messages.
import type { Sheet, Validation } from '../book/model';
import { areasText } from './areas';
import { FileFault } from './fileFault';
import { formulaForFile } from './formulaText';
import { UNWRITABLE } from './lostWords';
import { placeOf } from './ruleWriter';
import { element, escapeText } from './xmlText';

/** A sheet's data validations, as the file has them. */
export function validationsPart(sheet: Sheet): string {
  const list = sheet.validations.filter((validation) => validation.areas.length > 0);
  return list.length === 0 ? '' : element('dataValidations', { count: list.length }, list.map((validation) => validationXml(sheet, validation)).join(''));
}

function validationXml(sheet: Sheet, validation: Validation): string {
  const { type, operator, formula1, formula2, prompt, alert } = validation;
  const place = placeOf(sheet, validation.areas[0]!.top, validation.areas[0]!.left);

  // Excel takes a longer message for damage (titles 32 characters, prompts and alerts 255 as its dialogues allow)
  for (const [text, limit] of [[prompt?.title, 32], [alert?.title, 32], [prompt?.message, 255], [alert?.message, 255]] as const) {
    if (text !== undefined && text.length > limit) throw new FileFault(UNWRITABLE.messageTooLong(place, text.length, limit));
  }
  const first = type === 'list' ? listSource(place, formula1) : formulaForFile(formula1);
  return element('dataValidation', {
    type, errorStyle: alert && alert.style !== 'stop' ? alert.style : undefined, operator: operator === undefined || operator === 'between' ? undefined : operator,
    allowBlank: validation.ignoreBlanks || undefined,
    // The attribute says the opposite of its name: 1 hides the arrow
    showDropDown: type === 'list' && !validation.inCellDropDown ? true : undefined,
    showInputMessage: prompt?.show || undefined, showErrorMessage: alert?.show || undefined,
    errorTitle: alert?.title || undefined, error: alert?.message || undefined, promptTitle: prompt?.title || undefined, prompt: prompt?.message || undefined,
    sqref: areasText(validation.areas),
  }, (first === '' ? '' : element('formula1', {}, escapeText(first)))
    + (formula2 === undefined || formula2 === '' ? '' : element('formula2', {}, escapeText(formulaForFile(formula2)))));
}

/** A list of words is one text in quotes; one that begins with = refers to cells. */
function listSource(place: string, source: string): string {
  if (source.startsWith('=')) return formulaForFile(source);
  if (source.length > 255) throw new FileFault(UNWRITABLE.listTooLong(place, source.length));
  return `"${source.replaceAll('"', '""')}"`;
}
