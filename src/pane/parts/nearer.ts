// A problem as it is said beside its own cell's link: by its task, without sheet and cell.
import type { Problem } from '../../core/problem';

/** The problem placed by its task where it has one. */
export function nearer(problem: Problem): Problem {
  const { sheet: _, cell: __, ...at } = problem.at;
  return problem.at.taskId === undefined ? problem : { ...problem, at };
}
