// What `check --json` promises to print: its shape, written down apart from the code that prints it.
import { lights } from '../../src/core/light';
import { statuses } from '../../src/core/status';

/** 填报状态 in the order of F. */
export const fillings = ['已填报', '未更新', '未填报'] as const;

/** The report of `check --json`. */
export interface CheckReport {
  readonly asOf: string;
  readonly counts: { readonly status: Record<string, number>; readonly filled: Record<string, number>; readonly light: Record<string, number> };
  readonly rows: readonly { readonly id: string; readonly status: string; readonly days: number | null; readonly filled: string; readonly light: string; readonly reason: string }[];
  readonly problems: readonly { readonly rule: string; readonly level: string; readonly id: string | null; readonly column: string | null; readonly cell: string | null; readonly message: string; readonly fix?: { readonly column: string; readonly text: string; readonly on?: string } }[];
}

/** Where a report is not of the promised shape; empty when it is. */
export function reportFaults(json: unknown): string[] {
  const faults: string[] = [];
  const hold = (what: string, holds: boolean): void => { if (!holds) faults.push(what); };
  const keys = (value: unknown): string[] => (typeof value === 'object' && value !== null ? Object.keys(value) : []);
  const same = (found: readonly string[], wanted: readonly string[]): boolean => [...found].sort().join() === [...wanted].sort().join();
  const report = json as CheckReport;
  hold('keys', same(keys(json), ['asOf', 'counts', 'rows', 'problems']));
  hold('asOf', /^\d{4}-\d{2}-\d{2}$/.test(report.asOf));
  hold('counts', same(keys(report.counts), ['status', 'filled', 'light']));
  for (const [name, words] of [['status', statuses], ['filled', fillings], ['light', lights]] as const) {
    hold(`counts.${name}`, same(keys(report.counts[name]), words));
    hold(`sum of ${name}`, Object.values(report.counts[name]).reduce((sum, count) => sum + count, 0) === report.rows.length);
    for (const word of words) hold(`count of ${word}`, report.counts[name][word] === report.rows.filter((row) => row[name] === word).length);
  }
  for (const row of report.rows) {
    hold(`row ${row.id}`, same(keys(row), ['id', 'status', 'days', 'filled', 'light', 'reason']));
    hold(`days of ${row.id}`, row.days === null || Number.isInteger(row.days));
    hold(`reason of ${row.id}`, /。$/.test(row.reason));
  }
  for (const problem of report.problems) {
    const { fix, ...rest } = problem;
    hold(`problem ${problem.rule}`, same(keys(rest), ['rule', 'level', 'id', 'column', 'cell', 'message']));
    hold(`rule ${problem.rule}`, /^[A-Z]\d+$/.test(problem.rule));
    hold(`level ${problem.level}`, ['error', 'warning', 'note'].includes(problem.level));
    hold(`message ${problem.message}`, /。$|？.*。$/.test(problem.message));
    hold(`fix of ${problem.rule}`, fix === undefined || (typeof fix.text === 'string' && typeof fix.column === 'string'));
  }
  return faults;
}
