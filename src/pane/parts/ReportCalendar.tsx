// The year's reports: by when each was due, when it was made, and what can be done about it (P1–P3, B4).
import { Button } from '@fluentui/react-components';
import type { ReportEntry } from '../../actions/listReports';
import { reportWords } from '../../words/reports';
import { useConductor } from '../conductorContext';
import { useWords } from '../language';
import { Section } from './Section';

function EntryLine({ entry }: { readonly entry: ReportEntry }) {
  const words = useWords(reportWords);
  const conductor = useConductor();
  const { period, standing, isCurrent, made, sheet } = entry;
  const inside = (
    <>
      <span className="line-head">
        <span className="line-id">{words.period(period.name)}</span>
        <span className={`report-state state-${standing}`}>{words.standing[standing]}</span>
        {isCurrent && standing !== 'next' ? <span className="report-state state-next">{words.standing.next}</span> : null}
      </span>
      <span className="quiet">{words.entryCutOff(period.cutOff)}</span>
      {made === undefined ? null : <span className="quiet">{words.entryMade(made.madeAt, made.version, sheet !== undefined)}</span>}
    </>
  );
  if (made === undefined || sheet === undefined) return <div className="entry-line">{inside}</div>;
  return <button type="button" className="entry-line" title={words.show(period.name)} onClick={() => { void conductor.show(sheet, 'A1'); }}>{inside}</button>;
}

/** Shows the year; each report can be made, and made again. */
export function ReportCalendar({ entries, disabled }: { readonly entries: readonly ReportEntry[]; readonly disabled: boolean }) {
  const words = useWords(reportWords);
  const { reports } = useConductor();
  return (
    <Section title={words.calendarTitle}>
      <ul>
        {entries.map((entry) => {
          const { period: { name }, made } = entry;
          return (
            <li key={name} className="report-entry">
              <EntryLine entry={entry} />
              <div className="buttons">
                {made === undefined ? null : <Button size="small" disabled={disabled} aria-label={words.downloadOf(name)} onClick={() => { void reports.openMade(entry); }}>{words.download}</Button>}
                <Button size="small" disabled={disabled} aria-label={made === undefined ? words.makeOf(name) : words.remakeOf(name)} onClick={() => { void reports.preview(name); }}>{made === undefined ? words.make : words.remake}</Button>
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
