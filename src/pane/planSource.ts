// Gets a plan from where the person said: the built-in one or a file of theirs. A file that is none gives problems and never throws (I1).
import { readJsonFile } from '../actions/readJsonFile';
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

/** Reads a plan file that a person picked. */
export async function readPlanFile(file: PickedFile, readPlan: PaneDoors['readPlan']): Promise<Result<Plan>> {
  if (file.size > largestPlanFile) {
    return refused(file.name, 'fileTooLarge', { megabytes: Math.ceil(file.size / megabyte), limit: largestPlanFile / megabyte });
  }
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch (error) {
    return refused(file.name, 'fileUnreadable', { reason: error instanceof Error ? error.name : String(error) });
  }
  const json = readJsonFile(bytes, file.name);
  return json.ok ? readPlan(json.value, file.name) : json;
}
