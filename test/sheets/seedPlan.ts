// The 2021 plan of seeds/, parsed, for tests.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '../../src/core/plan';
import { parsePlan } from '../../src/core/planFile';

/** The plan of 2021. Throws when the seed is not a plan: then every test that needs it fails by its name. */
export function seedPlan(): Plan {
  const parsed = parsePlan(JSON.parse(readFileSync(join(__dirname, '../../seeds/plan-2021.json'), 'utf8')), 'plan-2021.json');
  if (!parsed.ok) throw new Error(`seeds/plan-2021.json: ${JSON.stringify(parsed.problems)}`);
  return parsed.value;
}

/** A plan of so many tasks, made by repeating those of 2021 under new numbers. */
export function largePlan(count: number): Plan {
  const plan = seedPlan();
  const tasks = Array.from({ length: count }, (_, index) => {
    const like = plan.tasks[index % plan.tasks.length];
    if (like === undefined) throw new Error('The seed has tasks.');
    return { ...like, id: `${like.id.split('.')[0] ?? '1'}.${String(index + 1)}` };
  });
  return { ...plan, tasks };
}
