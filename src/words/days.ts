// How a day is said in a sentence. Knows no clock.
import type { PlainDate } from '../core/plainDate';

/** 2021年6月18日 for '2021-06-18'; other text stays as it is. */
export function sayDay(day: PlainDate): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  return year === undefined ? day : `${year}年${String(Number(month))}月${String(Number(date))}日`;
}
