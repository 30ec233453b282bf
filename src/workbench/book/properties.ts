// The properties of a file and of its sheets. Knows the limits that Excel sets, no file.
import type { DocumentProperties } from './bookApi';
import { sheetOf, type BookState } from './bookState';
import { invalid } from './hostFault';

const LONGEST = 255;

/** The file properties of a new book. */
export function newProperties(): DocumentProperties {
  return { title: '', subject: '', author: '', keywords: '', comments: '', lastAuthor: '', company: '', manager: '', category: '', custom: new Map() };
}

function checkLength(name: string, value: unknown): void {
  if (typeof value === 'string' && value.length > LONGEST) throw invalid(`the property ${name} has ${value.length} characters; ${LONGEST} at most`);
}

/** Changes file properties such as the title. */
export function setProperties(state: BookState, change: Partial<Omit<DocumentProperties, 'custom'>>): void {
  for (const [name, value] of Object.entries(change)) checkLength(name, value);
  Object.assign(state.properties, change);
  state.notice({ kind: 'names' });
}

/** Sets a custom property of the file, or takes it away. */
export function setDocumentProperty(state: BookState, key: string, value: string | number | boolean | Date | undefined): void {
  checkLength(key, value);
  if (value === undefined) state.properties.custom.delete(key);
  else state.properties.custom.set(key, value);
  state.notice({ kind: 'names' });
}

/** Sets a custom property of a sheet, or takes it away; its key is known in any case of letters. */
export function setSheetProperty(state: BookState, sheetId: string, key: string, value: string | undefined): void {
  const { customProperties } = sheetOf(state, sheetId);
  const known = [...customProperties.keys()].find((each) => each.toLowerCase() === key.toLowerCase()) ?? key;
  if (value === undefined) customProperties.delete(known);
  else customProperties.set(known, value);
  state.notice({ kind: 'structure', sheetId });
}
