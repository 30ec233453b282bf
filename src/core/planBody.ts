// The task list in the body of the notice (附件1 §四), with which the matrix is compared (I6, D8). Knows no matrix.
import type { Findings, JsonObject } from './jsonShape';
import { beginFindings, noteUnknownKeys, refuse, takeList, takeObject, takeText, takeWhole } from './jsonShape';
import { normalizeText } from './normalizeText';
import type { Place, Result } from './problem';

/** One task as the body gives it. */
export interface BodyTask {
  readonly text: string;
  /** The deadline's text, e.g. 2021年12月. */
  readonly due: string;
}

/** One indicator of the body, with what its closing sentence says: how many, in which role, by which sections. */
export interface BodyIndicator {
  readonly indicator: string;
  /** 牵头单位 or 配合单位: the bureau's part in it. */
  readonly role: 'lead' | 'support';
  /** The number that the body itself gives (涉及 3 个指标). */
  readonly count: number;
  readonly sections: readonly string[];
  readonly tasks: readonly BodyTask[];
}

/** The body's own list. */
export interface PlanBody {
  /** How the body's bureau is called as a unit in the matrix, e.g. 市商务局. */
  readonly unit: string;
  readonly indicators: readonly BodyIndicator[];
}

/** Takes the body's list from the JSON of its file, with every fault and its place (I1). */
export function parseBody(json: unknown, file: string): Result<PlanBody> {
  const findings = beginFindings(file);
  const object = takeObject(json, 'body', {}, findings);
  if (object === undefined) return { ok: false, problems: findings.problems };
  noteUnknownKeys(object, ['unit', 'indicators'], 'body', {}, findings);
  const unit = takeText(object, 'unit', {}, findings);
  const indicators = (takeList(object, 'indicators', {}, findings) ?? []).flatMap((value, index) => parseIndicator(value, { index: index + 1 }, findings));
  return findings.refused ? { ok: false, problems: findings.problems } : { ok: true, value: { unit, indicators }, problems: findings.problems };
}

function parseIndicator(value: unknown, at: Place, findings: Findings): BodyIndicator[] {
  const object = takeObject(value, 'indicator', at, findings);
  if (object === undefined) return [];
  noteUnknownKeys(object, ['indicator', 'role', 'count', 'sections', 'tasks'], 'indicator', at, findings);
  const role = takeText(object, 'role', at, findings);
  if (role !== 'lead' && role !== 'support') refuse(findings, 'I6', 'notAChoice', { ...at, column: 'role' }, { field: 'role', found: role, choices: 'lead、support' });
  return [{
    indicator: takeText(object, 'indicator', at, findings),
    role: role === 'lead' ? 'lead' : 'support',
    count: takeWhole(object, 'count', { from: 0, to: 10000 }, 'I6', at, findings),
    sections: takeSections(object, at, findings),
    tasks: (takeList(object, 'tasks', at, findings) ?? []).flatMap((each) => parseBodyTask(each, at, findings)),
  }];
}

function takeSections(object: JsonObject, at: Place, findings: Findings): readonly string[] {
  return (takeList(object, 'sections', at, findings) ?? []).map((_, index, list) => takeText({ sections: list[index] }, 'sections', at, findings));
}

function parseBodyTask(value: unknown, at: Place, findings: Findings): BodyTask[] {
  const object = takeObject(value, 'bodyTask', at, findings);
  if (object === undefined) return [];
  noteUnknownKeys(object, ['text', 'due'], 'bodyTask', at, findings);
  return [{ text: normalizeText(takeText(object, 'text', at, findings)), due: takeText(object, 'due', at, findings) }];
}
