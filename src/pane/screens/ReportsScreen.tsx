// The reports of the year: which is next, who has filled in what for it, when each was made; and the way to making one (P1–P3, B1–B5).
import { useEffect, useSyncExternalStore } from 'react';
import { Button, ProgressBar } from '@fluentui/react-components';
import '../reports.css';
import type { LedgerStanding } from '../../actions/followLedger';
import { nextReport } from '../../actions/reportProgress';
import type { Problem } from '../../core/problem';
import { reportWords } from '../../words/reports';
import { sayings } from '../../words/say';
import { useConductor, useLive, usePaneState } from '../conductorContext';
import type { ReportView } from '../desks/reportDesk';
import { useWords } from '../language';
import { NextReport } from '../parts/NextReport';
import { NoStanding } from '../parts/NoStanding';
import { Notice } from '../parts/Notice';
import { ReportCalendar } from '../parts/ReportCalendar';
import { ScreenLayout } from '../parts/ScreenLayout';
import { SectionFillings } from '../parts/SectionFillings';
import { Skeleton } from '../parts/Skeleton';
import { TroubleText } from '../parts/TroubleText';
import { ReportPreview } from './ReportPreview';
import { ReportStanding } from './ReportStanding';

/** The screen of reports. */
export function ReportsScreen() {
  const { reports } = useConductor();
  const { standing } = useLive();
  const view = useSyncExternalStore(reports.subscribe, reports.getState);
  if (standing === undefined) return <NoStanding />;
  if (view.busy === 'writing') return <Writing view={view} />;
  if (view.preview !== undefined) return <ReportPreview preview={view.preview} view={view} />;
  if (view.standing !== undefined) return <ReportStanding standing={view.standing} view={view} />;
  return <Year standing={standing} view={view} />;
}

function Writing({ view }: { readonly view: ReportView }) {
  const words = useWords(reportWords);
  const { moves } = usePaneState();
  const { period, progress: { done, of } } = view;
  const title = words.writing(period);
  return (
    <ScreenLayout title={title} moves={moves + 1} busy>
      <ProgressBar value={of === 0 ? undefined : done / of} thickness="large" aria-label={title} />
      <p>{of === 0 ? words.preparing : words.progress(done, of)}</p>
      <p>{words.stayHere}</p>
    </ScreenLayout>
  );
}

function Year({ standing, view }: { readonly standing: LedgerStanding; readonly view: ReportView }) {
  const words = useWords(reportWords);
  const { reports } = useConductor();
  const { moves } = usePaneState();
  const { reading, unread, busy } = view;
  // Whenever the workbook was looked at anew, sheets may have come and gone and 设置 may say something else.
  const { settings } = standing;
  useEffect(() => { void reports.refresh(); }, [reports, settings]);
  const next = reading?.kind === 'reports' ? nextReport(reading.entries, reading.asOf) : undefined;
  const name = next?.entry.period.name ?? '';
  const label = busy === 'planning' ? words.planning : next?.entry.made === undefined ? words.makeOf(name) : words.remakeOf(name);
  const footer = next === undefined || unread !== undefined
    ? (reading === undefined && unread === undefined ? undefined : <Button appearance="primary" onClick={() => { void reports.refresh(); }}>{words.again}</Button>)
    : <Button appearance="primary" disabledFocusable={busy !== undefined} onClick={() => { void reports.preview(name); }}>{label}</Button>;
  return (
    <ScreenLayout title={words.title} moves={moves + view.closed} footer={footer} busy={busy !== undefined}>
      {unread === undefined ? null : <TroubleText trouble={unread} stopped="look" />}
      {reading === undefined && unread === undefined ? <Skeleton /> : null}
      {reading?.kind === 'refused' ? <Refused problem={reading.problem} /> : null}
      {reading?.kind === 'reports' && next === undefined ? <Notice tone="warning">{words.noPeriods}</Notice> : null}
      {next === undefined ? null : <NextReport next={next} weekendRule={settings.calendar.weekendRule} />}
      <SectionFillings rows={standing.rows} />
      {reading?.kind === 'reports' && next !== undefined ? <ReportCalendar entries={reading.entries} disabled={busy !== undefined} /> : null}
    </ScreenLayout>
  );
}

function Refused({ problem }: { readonly problem: Problem }) {
  const words = useWords(reportWords);
  const say = useWords(sayings);
  const conductor = useConductor();
  const { sheet, cell } = problem.at;
  return (
    <Notice tone="warning" alert>
      <p>{say.problem(problem)}</p>
      {sheet === undefined || cell === undefined ? null : <Button size="small" onClick={() => { void conductor.show(sheet, cell); }}>{words.goTo}</Button>}
    </Notice>
  );
}
