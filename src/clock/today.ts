// The only clock: what day and what time it is on this machine. Everything else takes them as parameters.
import type { PlainDate } from '../core/plainDate';

/** Today by the machine's own calendar, e.g. '2021-06-18'. */
export function today(): PlainDate {
  const now = new Date();
  return [String(now.getFullYear()).padStart(4, '0'), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');
}

/** The time of day with its day, e.g. '2021-06-18 15:32', for what is marked with when it was made. */
export function now(): string {
  const time = new Date();
  return `${today()} ${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`;
}
