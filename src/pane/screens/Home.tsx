// What this workbook is, and the next sensible step. The only screen that is there from the first moment, so it brings little with it.
import { lazy, Suspense } from 'react';
import { Button } from '@fluentui/react-components';
import type { WorkbookState } from '../../actions/lookAtWorkbook';
import type { PlainDate } from '../../core/plainDate';
import { homeWords } from '../../words/home';
import { useConductor, useLive, usePaneState } from '../conductorContext';
import { useWords } from '../language';
import { Facts } from '../parts/Facts';
import { ScreenLayout } from '../parts/ScreenLayout';
import { Skeleton } from '../parts/Skeleton';

const InTheWayNotice = lazy(async () => ({ default: (await import('../parts/Attention')).InTheWayNotice }));
const ProblemsNotice = lazy(async () => ({ default: (await import('../parts/Attention')).ProblemsNotice }));
const LightsBar = lazy(async () => ({ default: (await import('../parts/LightsBar')).LightsBar }));
const TroubleText = lazy(async () => ({ default: (await import('../parts/TroubleText')).TroubleText }));

/** The first screen. */
export function Home({ today }: { readonly today: PlainDate }) {
  const words = useWords(homeWords);
  const conductor = useConductor();
  const { workbook, moves } = usePaneState();
  if (workbook.kind === 'looking') {
    return <ScreenLayout title={words.looking} moves={moves} busy><Skeleton /></ScreenLayout>;
  }
  if (workbook.kind === 'trouble') {
    const again = <Button appearance="primary" onClick={() => { void conductor.look(); }}>{words.again}</Button>;
    return <ScreenLayout title={words.lookFailed} moves={moves} footer={again}><Suspense fallback={<Skeleton />}><TroubleText trouble={workbook.trouble} stopped="look" /></Suspense></ScreenLayout>;
  }
  const { state } = workbook;
  switch (state.kind) {
    case 'none': return <NoLedger moves={moves} />;
    case 'ledger': return <Ledger state={state} today={today} moves={moves} />;
    case 'inTheWay': return <InTheWay state={state} moves={moves} />;
  }
}

function NoLedger({ moves }: { readonly moves: number }) {
  const words = useWords(homeWords);
  const conductor = useConductor();
  const footer = <Button appearance="primary" onClick={conductor.openSource}>{words.build}</Button>;
  return (
    <ScreenLayout title={words.noneTitle} moves={moves} footer={footer}>
      <p>{words.noneText}</p>
    </ScreenLayout>
  );
}

function Ledger({ state, today, moves }: { readonly state: Extract<WorkbookState, { kind: 'ledger' }>; readonly today: PlainDate; readonly moves: number }) {
  const words = useWords(homeWords);
  const conductor = useConductor();
  const { settings, roster, ledger, problems } = state;
  const { standing } = useLive();
  const rows = ledger.rows.filter((row) => String(row.cells.id).trim() !== '' || String(row.cells.text).trim() !== '');
  const indicators = new Set(rows.map((row) => String(row.cells.indicator).trim()).filter((name) => name !== ''));
  const facts = [
    { label: words.tasksLabel, value: words.tasks(rows.length) },
    { label: words.indicatorsLabel, value: words.indicators(indicators.size) },
    { label: words.rosterLabel, value: roster === undefined ? words.rosterUnread : words.people(roster.people.length) },
    { label: words.asOfLabel, value: settings === undefined || settings.asOf === '' ? words.asOfToday(state.judgedOn ?? today) : words.asOfSet(settings.asOf) },
    ...(standing?.period === undefined ? [] : [{
      label: words.reportLabel,
      value: <>{words.report(standing.period.name, standing.period.cutOff)}<Button appearance="transparent" size="small" className="go-to" onClick={() => { void conductor.openDesk('reports'); }}>{words.toReports}</Button></>,
    }]),
  ];
  const footer = (
    <>
      {standing === undefined ? null : <Button appearance="primary" onClick={() => { void conductor.openDesk('status'); }}>{words.toStatus}</Button>}
      <Button appearance={standing === undefined ? 'primary' : 'secondary'} onClick={() => { void conductor.goToLedger(); }}>{words.goTo}</Button>
      <Button onClick={conductor.openSource}>{words.update}</Button>
    </>
  );
  return (
    <ScreenLayout title={words.ledgerTitle(settings?.year)} moves={moves} footer={footer}>
      {settings === undefined || settings.title === '' ? null : <p>{settings.title}</p>}
      {standing === undefined || standing.rows.length === 0 ? null : <Suspense fallback={null}><LightsBar counts={standing.counts.light} /></Suspense>}
      <Facts facts={facts} />
      <div className="home-more" role="group" aria-label={words.more}>
        {([['roster', words.toRoster], ['settings', words.toSettings], ['newYear', words.toNewYear]] as const).map(([desk, label]) => (
          <Button key={desk} size="small" onClick={() => { void conductor.openDesk(desk); }}>{label}</Button>
        ))}
      </div>
      {problems.length === 0 ? null : <Suspense fallback={<Skeleton />}><ProblemsNotice problems={problems} /></Suspense>}
    </ScreenLayout>
  );
}

function InTheWay({ state, moves }: { readonly state: Extract<WorkbookState, { kind: 'inTheWay' }>; readonly moves: number }) {
  const words = useWords(homeWords);
  const conductor = useConductor();
  const { problem } = state;
  const { sheet, cell } = problem.at;
  const footer = (
    <>
      <Button appearance="primary" onClick={() => { void conductor.look(); }}>{words.lookAgain}</Button>
      {sheet === undefined ? null : <Button onClick={() => { void conductor.show(sheet, cell ?? 'A1'); }}>{words.goToSheet}</Button>}
    </>
  );
  return (
    <ScreenLayout title={words.inTheWayTitle} moves={moves} footer={footer}>
      <Suspense fallback={<Skeleton />}><InTheWayNotice problem={problem} /></Suspense>
    </ScreenLayout>
  );
}
