// The year's reports as they would be: by when each is due, and which were moved, from which weekday (P1, P2).
import type { YearDate } from '../../actions/yearDates';
import { settingsScreenWords } from '../../words/settingsScreen';
import { useWords } from '../language';

const isWeekend = (day: number): boolean => day === 0 || day === 6;

/** Shows the dates. */
export function YearDates({ dates }: { readonly dates: readonly YearDate[] }) {
  const words = useWords(settingsScreenWords);
  const moved = dates.filter(({ nominalOn, cutOff }) => nominalOn !== cutOff);
  return (
    <>
      <p role="status">{words.sum(dates.length, moved.length)}</p>
      <ul>
        {dates.map((date) => {
          const isMoved = date.nominalOn !== date.cutOff;
          return (
            <li key={date.name} className="year-date">
              <span className="line-head"><span>{words.due(date)}</span>{isMoved || isWeekend(date.weekday) ? <span className="date-moved">{words.isMoved}</span> : null}</span>
              {isMoved ? <span className="quiet">{words.moved(date)}</span> : isWeekend(date.weekday) ? <span className="quiet">{words.keptOnWeekend(date)}</span> : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}
