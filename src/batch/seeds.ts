// Where the plan of 2021 and the body of its notice stand as data. Knows their files and nothing of what is done with them.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plan, PlanSettings } from '../core/plan';
import type { PlanBody } from '../core/planBody';
import { parseBody } from '../core/planBody';
import { parsePlan } from '../core/planFile';
import type { Result } from '../core/problem';
import type { SectionAnswers } from './answerCopy';

const seeds = fileURLToPath(new URL('../../seeds', import.meta.url));

/** The plan of 2021 as a plan file, which is also the pattern for others. */
export const seedPlanFile = join(seeds, 'plan-2021.json');

/** The body's own list, where a ledger is of the plan to which that body belongs (I6); a plan of another year or unit has another body. */
export async function bodyFor({ year, unit }: PlanSettings): Promise<PlanBody | undefined> {
  const { settings } = await readSeed(seedPlanFile, parsePlan);
  return settings.year === year && settings.unit === unit ? readSeed(join(seeds, 'body-2021.json'), parseBody) : undefined;
}

/** The plan of 2021. */
export function readSeedPlan(): Promise<Plan> {
  return readSeed(seedPlanFile, parsePlan);
}

/** Invented answers of the sections, by report and section, for the demonstration. */
export async function readAnswers(): Promise<Readonly<Record<string, SectionAnswers>>> {
  const { periods } = JSON.parse(await readFile(join(seeds, 'answers-2021.json'), 'utf8')) as { readonly periods: Readonly<Record<string, SectionAnswers>> };
  return periods;
}

async function readSeed<T>(file: string, parse: (json: unknown, file: string) => Result<T>): Promise<T> {
  const parsed = parse(JSON.parse(await readFile(file, 'utf8')), file);
  if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.problems)}`);
  return parsed.value;
}
