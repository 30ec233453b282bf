// What a period's summary will say, before anything is written; where its sheet stands already, the question comes first (B4).
import type { KeyboardEvent } from 'react';
import { Button, Radio, RadioGroup } from '@fluentui/react-components';
import type { SummaryPlan } from '../../actions/makeSummary';
import type { Problem } from '../../core/problem';
import { buildWords } from '../../words/build';
import { reportWords } from '../../words/reports';
import { sayings } from '../../words/say';
import { useConductor, usePaneState } from '../conductorContext';
import type { ReportPreview as Preview, ReportView } from '../desks/reportDesk';
import { useWords } from '../language';
import { Facts } from '../parts/Facts';
import { LightsBar } from '../parts/LightsBar';
import { MoreList } from '../parts/MoreList';
import { nearer } from '../parts/nearer';
import { Notice } from '../parts/Notice';
import { ScreenLayout } from '../parts/ScreenLayout';

/** Shows the preview with one button that writes it, or why there is none. */
export function ReportPreview({ preview, view }: { readonly preview: Preview; readonly view: ReportView }) {
  const words = useWords(reportWords);
  const say = useWords(sayings);
  const conductor = useConductor();
  const { moves } = usePaneState();
  const { reports } = conductor;
  const { period, planned, changedSheet } = preview;
  const isBusy = view.busy !== undefined;
  // Esc closes the preview and does not lead away from the reports.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || isBusy) return;
    event.preventDefault();
    reports.closePreview();
  };
  if (planned.kind !== 'ready') {
    const { sheet, cell } = planned.kind === 'refused' ? planned.problem.at : {};
    const footer = (
      <>
        <Button appearance="primary" onClick={reports.closePreview}>{words.toList}</Button>
        {sheet === undefined || cell === undefined ? null : <Button onClick={() => { void conductor.show(sheet, cell); }}>{words.goTo}</Button>}
      </>
    );
    return (
      <div className="screen" onKeyDown={onKeyDown}>
        <ScreenLayout title={words.cannot} moves={moves + 1} footer={footer}><Notice tone="warning" alert>{planned.kind === 'refused' ? say.problem(planned.problem) : words.noLedger}</Notice></ScreenLayout>
      </div>
    );
  }
  const { plan } = planned;
  const footer = (
    <>
      <Button appearance="primary" disabledFocusable={isBusy} onClick={() => { void reports.make(); }}>{isBusy ? words.planning : plan.keptAs === undefined ? words.write : words.writeAgain}</Button>
      <Button disabled={isBusy} onClick={reports.closePreview}>{words.cancel}</Button>
    </>
  );
  return (
    <div className="screen" onKeyDown={onKeyDown}>
      <ScreenLayout title={words.previewTitle(period)} moves={moves + 1} footer={footer} busy={isBusy}>
        {changedSheet === undefined ? null : <Notice tone="warning" alert>{words.changedMeanwhile(changedSheet)}</Notice>}
        {plan.keptAs === undefined ? <p>{words.notYet}</p> : <Notice tone="warning">{words.exists(plan.sheet, plan.keptAs)}</Notice>}
        <Source period={period} plan={plan} view={view} />
        <Contents plan={plan} />
        <Errors problems={plan.problems} />
      </ScreenLayout>
    </div>
  );
}

/** From where the contents come, where there is a choice: a report that was made can be made again as it was (P3, B5). */
function Source({ period, plan, view }: { readonly period: string; readonly plan: SummaryPlan; readonly view: ReportView }) {
  const words = useWords(reportWords);
  const { reports } = useConductor();
  const entries = view.reading?.kind === 'reports' ? view.reading.entries : [];
  const entry = entries.find((each) => each.period.name === period);
  const current = entries.find(({ isCurrent }) => isCurrent)?.period.name ?? period;
  if (entry?.made === undefined) return period > current ? <Notice tone="warning">{words.early(current)}</Notice> : null;
  return (
    <RadioGroup
      aria-label={words.sourceLabel} value={plan.from} disabled={view.busy !== undefined}
      onChange={(_, { value }) => { void reports.preview(period, value === 'history' ? 'history' : 'ledger'); }}
    >
      <Radio value="history" label={<><span className="choice-label">{words.fromHistory}</span><span className="choice-note">{words.fromHistoryNote(entry.made.madeAt)}</span></>} />
      <Radio value="ledger" label={<><span className="choice-label">{words.fromLedger}</span><span className="choice-note">{words.fromLedgerNote}</span></>} />
    </RadioGroup>
  );
}

function Contents({ plan }: { readonly plan: SummaryPlan }) {
  const words = useWords(reportWords);
  const { day } = useWords(buildWords);
  const { report, counts, before } = plan.summary;
  const facts = [
    { label: words.cutOffLabel, value: day(report.cutOff) },
    { label: words.judgedOnLabel, value: day(report.judgedOn) },
    { label: words.sheetLabel, value: plan.sheet },
  ];
  return (
    <>
      <Facts facts={facts} />
      <LightsBar counts={counts.light} />
      <p>{words.counted(counts)}</p>
      <p>{before === undefined ? words.first : words.compared(before.period, counts.done - before.counts.done, counts.status.逾期 - before.counts.status.逾期)}</p>
    </>
  );
}

/** What must be mended in the ledger; each line leads to its cell. */
function Errors({ problems }: { readonly problems: readonly Problem[] }) {
  const words = useWords(reportWords);
  const say = useWords(sayings);
  const conductor = useConductor();
  const errors = problems.filter(({ level }) => level === 'error');
  if (errors.length === 0) return null;
  return (
    <Notice tone="warning">
      <p>{words.problems(errors.length)}</p>
      <MoreList
        items={errors} keyOf={(_, index) => String(index)}
        render={(problem) => {
          const { sheet, cell } = problem.at;
          const said = say.problem(nearer(problem));
          return sheet === undefined || cell === undefined
            ? <div className="problem">{said}</div>
            : <button type="button" className="problem problem-link" onClick={() => { void conductor.show(sheet, cell); }}><span>{said}</span></button>;
        }}
      />
      <Button size="small" onClick={() => { void conductor.openDesk('check'); }}>{words.toCheck}</Button>
    </Notice>
  );
}
