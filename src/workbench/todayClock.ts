// What day it is on this machine, as Excel's serial number. The only file of the workbench that reads the machine's clock for TODAY.
import type { Clock } from './book/bookApi';

/** 1970-01-01 as a serial number of Excel. */
const EPOCH = 25_569;
const DAY = 86_400_000;

/** The clock behind TODAY and NOW: the machine's local time, or the day given as YYYY-MM-DD. */
export function todayClock(fixed?: string): Clock {
  if (fixed !== undefined) {
    const at = Date.parse(`${fixed}T00:00:00Z`);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(fixed) || Number.isNaN(at)) throw new RangeError(`not a day: ${fixed}`);
    return { today: () => at / DAY + EPOCH };
  }
  return {
    today: () => {
      const now = new Date();
      return (now.getTime() - now.getTimezoneOffset() * 60_000) / DAY + EPOCH;
    },
  };
}
