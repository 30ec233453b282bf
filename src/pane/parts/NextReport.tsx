// The report that is next: by when, by which rule of weekends, and what was made for it (P1–P3).
import type { NextReport as Next } from '../../actions/reportProgress';
import type { WeekendRule } from '../../core/plan';
import { reportWords } from '../../words/reports';
import { statusWords } from '../../words/status';
import { useWords } from '../language';
import { Notice } from './Notice';

/** Shows it, and what was missed before it. */
export function NextReport({ next, weekendRule }: { readonly next: Next; readonly weekendRule: WeekendRule }) {
  const words = useWords(reportWords);
  const { listAnd } = useWords(statusWords);
  const { entry: { period, made }, daysLeft, missed } = next;
  return (
    <>
      <div className="next-report">
        <p className="next-period">{words.period(period.name)}</p>
        <p><strong>{listAnd([words.cutOff(period.cutOff), words.daysLeft(daysLeft)])}</strong></p>
        <p className="quiet">{words.weekend(period, weekendRule)}</p>
        <p>{made === undefined ? words.notMade : words.madeOn(made.madeAt, made.version)}</p>
      </div>
      {missed.length === 0 ? null : <Notice tone="warning">{words.missed(missed.map((each) => each.period.name))}</Notice>}
    </>
  );
}
