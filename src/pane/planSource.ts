// Gets a plan from where the person said: the built-in one or a file of theirs. A file that is none gives problems and never throws (I1).
import type { Plan } from '../core/plan';
import type { Problem, Result } from '../core/problem';
import type { PaneDoors } from './doors';

/** A file that a person picked, as the browser gives it. */
export type PickedFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

const megabyte = 1024 * 1024;
/** 20,000 tasks make a file of some 20 MB; what is larger is another file. */
export const largestPlanFile = 40 * megabyte;

function refused(file: string, kind: string, values: Problem['values'] = {}): Result<Plan> {
  return { ok: false, problems: [{ rule: 'I1', kind, level: 'error', at: { file }, values }] };
}

/** Line of a fault in JSON, from the position that the browser's message gives; '' where it gives none. */
function lineOfFault(error: unknown, text: string): string {
  const message = error instanceof Error ? error.message : '';
  const line = /line (\d+)/.exec(message)?.[1];
  const position = /position (\d+)/.exec(message)?.[1];
  if (line !== undefined) return line;
  return position === undefined ? '' : String(text.slice(0, Number(position)).split('\n').length);
}

/** Reads a plan file that a person picked. */
export async function readPlanFile(file: PickedFile, readPlan: PaneDoors['readPlan']): Promise<Result<Plan>> {
  if (file.size > largestPlanFile) {
    return refused(file.name, 'fileTooLarge', { megabytes: Math.ceil(file.size / megabyte), limit: largestPlanFile / megabyte });
  }
  const bytes = await file.arrayBuffer().catch((error: unknown) => error);
  if (!(bytes instanceof ArrayBuffer) && !ArrayBuffer.isView(bytes)) return refused(file.name, 'fileUnreadable');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return refused(file.name, 'notUtf8');
    throw error;
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refused(file.name, 'notJson', { line: lineOfFault(error, text) });
  }
  return readPlan(json, file.name);
}
