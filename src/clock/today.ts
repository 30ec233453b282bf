// The only clock: what day it is on this machine. Everything else takes the day as a parameter.
import type { PlainDate } from '../core/plainDate';

/** Today by the machine's own calendar, e.g. '2021-06-18'. */
export function today(): PlainDate {
  const now = new Date();
  return [String(now.getFullYear()).padStart(4, '0'), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');
}
