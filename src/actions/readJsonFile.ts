// Takes the JSON out of a file that a person chose (I1). Knows bytes and texts; knows no plan and no way to the file.
import { lineOfJsonFault } from '../core/jsonFault';
import type { Problem, Result } from '../core/problem';

/** What a file holds as JSON, or why it is none: not UTF-8, or the line of the first fault (I1). */
export function readJsonFile(bytes: ArrayBuffer | Uint8Array, file: string): Result<unknown> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    return refused(file, 'notUtf8', { reason: String(error) });
  }
  try {
    return { ok: true, value: JSON.parse(text) as unknown, problems: [] };
  } catch (error) {
    // Browsers and Node name the place in words of their own, and for short texts not at all.
    return refused(file, 'notJson', { line: lineOfJsonFault(text) ?? '', reason: String(error) });
  }
}

function refused(file: string, kind: string, values: Problem['values']): Result<unknown> {
  return { ok: false, problems: [{ rule: 'I1', kind, level: 'error', at: { file }, values }] };
}
