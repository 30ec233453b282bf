// Moments that files carry: the one at which a file is said to be saved, and the one that stands in zip records. Reads no clock.

/** The first moment that a zip can name, in every record of every file: the same contents give the same bytes. */
export const fixedMoment = new Date(1980, 0, 1);

/** A day ('2021-06-18') or a moment in world time ('2021-06-18T09:00:00Z'). Throws for anything else: a moment without a zone would depend on the machine. */
export function savedMoment(text: string): Date {
  const isMoment = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?$/.test(text);
  const moment = new Date(isMoment ? text : Number.NaN);
  if (Number.isNaN(moment.getTime())) throw new Error(`Not a day and not a moment in world time: ${text}`);
  return moment;
}
