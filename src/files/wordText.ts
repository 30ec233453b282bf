// Text as runs of Word: line breaks kept, and nothing in it that a file cannot hold. Knows no paragraph.
import type { IRunOptions } from 'docx';
import { TextRun } from 'docx';

// Control characters and unpaired halves of letters: XML has no way to write them, and Word calls a file with one of them damaged.
const unspeakable = new RegExp('[\\u0000-\\u0008\\u000b-\\u001f\\ufffe\\uffff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]', 'g');

/** One run for each line of a text. What no file can hold is left out; a tab is a blank, for it would jump in a cell. */
export function linesOfText(text: string, look: IRunOptions = {}): readonly TextRun[] {
  return text.replace(/\r\n?/g, '\n').replace(unspeakable, '').replaceAll('\t', ' ').split('\n').map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}
