// Values of an unknown JSON file, taken one by one with a problem for each that is not what it should be (I1). Knows no plan.
import type { Level, Place, Problem } from './problem';

/** A JSON object whose values are not known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The longest text that a cell of Excel takes, in UTF-16 units. https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3 */
export const longestCellText = 32767;

// What XML 1.0, and so a workbook, cannot hold: control characters and halves of a pair. https://www.w3.org/TR/xml/#charsets
const unstorable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/u;

/** Collects problems of one file; `refused` once one of them keeps the file from being used. */
export interface Findings {
  readonly file: string;
  readonly problems: Problem[];
  refused: boolean;
}

/** Begins the findings of a file. */
export function beginFindings(file: string): Findings {
  return { file, problems: [], refused: false };
}

/** Adds a problem that the file can be used with. */
export function report(findings: Findings, rule: string, kind: string, level: Level, at: Place, values: Problem['values']): void {
  findings.problems.push({ rule, kind, level, at: { file: findings.file, ...at }, values });
}

/** Adds a problem that keeps the file from being used. */
export function refuse(findings: Findings, rule: string, kind: string, at: Place, values: Problem['values']): void {
  report(findings, rule, kind, 'error', at, values);
  findings.refused = true;
}

/** An object, or a refusal that says what stands there instead. */
export function takeObject(value: unknown, part: string, at: Place, findings: Findings): JsonObject | undefined {
  if (isObject(value)) return value;
  refuse(findings, 'I1', 'notAnObject', at, { part, found: kindOf(value) });
  return undefined;
}

/** A list, or a refusal; a missing field is said to be missing. */
export function takeList(object: JsonObject, key: string, at: Place, findings: Findings): readonly unknown[] | undefined {
  const value = object[key];
  if (Array.isArray(value)) return value as readonly unknown[];
  refuseField(value, key, 'list', at, findings);
  return undefined;
}

/** A text, checked for what no cell can hold; refused and empty where it is missing. */
export function takeText(object: JsonObject, key: string, at: Place, findings: Findings): string {
  const value = object[key];
  if (typeof value === 'string') {
    checkText(value, { ...at, column: key }, findings);
    return value;
  }
  refuseField(value, key, 'text', at, findings);
  return '';
}

/** A text that may be missing, which is the same as empty. */
export function takeOptionalText(object: JsonObject, key: string, at: Place, findings: Findings): string {
  return object[key] === undefined ? '' : takeText(object, key, at, findings);
}

/** A whole number within bounds; refused and the lower bound where it is none. */
export function takeWhole(object: JsonObject, key: string, bounds: { readonly from: number; readonly to: number }, rule: string, at: Place, findings: Findings): number {
  const value = object[key];
  if (typeof value === 'number' && Number.isInteger(value) && value >= bounds.from && value <= bounds.to) return value;
  if (typeof value === 'number') refuse(findings, rule, 'outOfBounds', { ...at, column: key }, { field: key, found: value, from: bounds.from, to: bounds.to });
  else refuseField(value, key, 'number', at, findings);
  return bounds.from;
}

/** Notes each key that nobody asks for, so that nothing in the file is passed over in silence. */
export function noteUnknownKeys(object: JsonObject, known: readonly string[], part: string, at: Place, findings: Findings): void {
  for (const key of Object.keys(object)) {
    if (!known.includes(key)) report(findings, 'I1', 'unknownKey', 'note', at, { key, part });
  }
}

/** Checks that a cell can hold the text (X3), and notes text that Excel would take for a formula (R12). */
export function checkText(text: string, at: Place, findings: Findings): void {
  if (text.length > longestCellText) refuse(findings, 'X3', 'textTooLong', at, { length: text.length, limit: longestCellText });
  const place = text.search(unstorable);
  if (place >= 0) refuse(findings, 'X3', 'controlCharacter', at, { code: codeOf(text, place), place: place + 1 });
  if (/^[=+\-@]./.test(text)) report(findings, 'R12', 'formulaLike', 'note', at, { sign: text.charAt(0), text: text.slice(0, 20) });
}

/** Whether a value is a JSON object and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Refuses a field that is missing, or of another kind than wanted. */
export function refuseField(value: unknown, key: string, wanted: string, at: Place, findings: Findings): void {
  if (value === undefined) refuse(findings, 'I1', 'lacksField', { ...at, column: key }, { field: key });
  else refuse(findings, 'I1', 'wrongType', { ...at, column: key }, { field: key, wanted, found: kindOf(value) });
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  switch (typeof value) {
    case 'string': return 'text';
    case 'undefined': return 'nothing';
    default: return typeof value;
  }
}

function codeOf(text: string, place: number): string {
  return `U+${text.charCodeAt(place).toString(16).toUpperCase().padStart(4, '0')}`;
}
