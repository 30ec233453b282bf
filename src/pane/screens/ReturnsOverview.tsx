// Where copies and returns stand for one report: who has not returned, reminders, the merges so far, and the ways to sending out and taking in (R11, R13).
import { useEffect, useId, useSyncExternalStore } from 'react';
import { Button } from '@fluentui/react-components';
import type { ExchangeOverview } from '../../actions/exchangeOverview';
import type { LedgerStanding } from '../../actions/followLedger';
import type { PlainDate } from '../../core/plainDate';
import { returnsWords } from '../../words/returns';
import { useConductor } from '../conductorContext';
import { useWords } from '../language';
import { MoreList } from '../parts/MoreList';
import { Notice } from '../parts/Notice';
import { ReturnRefused } from '../parts/ReturnRefused';
import { ReturnStandings } from '../parts/ReturnStandings';
import { ScreenLayout } from '../parts/ScreenLayout';
import { Section } from '../parts/Section';
import { Skeleton } from '../parts/Skeleton';
import { TroubleText } from '../parts/TroubleText';

/** A ledger of more tasks than these is not read anew for every cell that is typed. */
const mostFollowed = 500;

/** Shows it. */
export function ReturnsOverview({ moves, standing: { settings, asOf, rows } }: { readonly moves: number; readonly standing: LedgerStanding }) {
  const words = useWords(returnsWords);
  const { returns } = useConductor();
  const { reading, unread } = useSyncExternalStore(returns.subscribe, returns.getState);
  const review = useSyncExternalStore(returns.review.subscribe, returns.review.getState);
  // Whenever the workbook was looked at anew, sheets may have come and gone and 设置 may say something else; and what is typed fills in what was missing.
  const followed = rows.length > mostFollowed ? settings : rows;
  useEffect(() => { void returns.refresh(); }, [returns, settings, followed]);
  const overview = reading?.kind === 'overview' && unread === undefined ? reading.overview : undefined;
  const waits = review.returns.length > 0 && review.merged === undefined && review.period === overview?.period.name;
  const footer = overview === undefined
    ? (reading === undefined && unread === undefined ? undefined : <Button appearance="primary" onClick={() => { void returns.refresh(); }}>{words.again}</Button>)
    : (
      <>
        <Button appearance="primary" onClick={waits ? returns.toReview : returns.toSource}>{waits ? words.toReview : words.toSource}</Button>
        <Button onClick={returns.toCopies}>{words.toCopies}</Button>
      </>
    );
  return (
    <ScreenLayout title={words.title} moves={moves} footer={footer} busy={reading === undefined && unread === undefined}>
      {unread === undefined ? null : <TroubleText trouble={unread} stopped="look" />}
      {reading === undefined && unread === undefined ? <Skeleton /> : null}
      {reading === undefined || reading.kind === 'overview' ? null : <ReturnRefused refused={reading.kind === 'refused' ? reading.problem : 'noLedger'} />}
      {overview === undefined ? null : (
        <>
          <Periods overview={overview} asOf={asOf} />
          {waits ? <Notice tone="info">{words.waiting(review.returns.length)}</Notice> : null}
          <ReturnStandings overview={overview} asOf={asOf} />
          <Merges overview={overview} />
        </>
      )}
    </ScreenLayout>
  );
}

function Periods({ overview: { period, periods }, asOf }: { readonly overview: ExchangeOverview; readonly asOf: PlainDate }) {
  const words = useWords(returnsWords);
  const { returns } = useConductor();
  const id = useId();
  return (
    <div className="return-period">
      <label htmlFor={id}>{words.periodLabel}</label>
      <select id={id} className="field" value={period.name} onChange={(event) => { void returns.choosePeriod(event.target.value); }}>
        {periods.map(({ name }) => <option key={name} value={name}>{words.period(name)}</option>)}
      </select>
      <span>{words.cutOff(period.cutOff, period.cutOff < asOf)}</span>
    </div>
  );
}

function Merges({ overview: { merges } }: { readonly overview: ExchangeOverview }) {
  const words = useWords(returnsWords);
  const { returns } = useConductor();
  return (
    <Section title={words.mergesTitle}>
      {merges.length === 0 ? <p className="quiet">{words.noMerges}</p> : (
        <MoreList
          items={merges} keyOf={({ batch }) => String(batch)}
          render={({ batch, at, cells, files, period, isTakenBack }) => (
            <div className="return-merge">
              <span>{words.mergeLine(at, cells, files.length)}</span>
              {isTakenBack ? <span className="quiet">{words.isTakenBack}</span> : <Button size="small" aria-label={words.takeBackOf(at)} onClick={() => { void returns.toTakeBack(period, batch); }}>{words.takeBack}</Button>}
            </div>
          )}
        />
      )}
    </Section>
  );
}
