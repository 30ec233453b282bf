// A summary that stands: just made, or as 报送历史 keeps it. Leads to its sheet, and saves it as files (B2, B5).
import type { KeyboardEvent } from 'react';
import { useEffect, useRef } from 'react';
import { Button } from '@fluentui/react-components';
import { buildWords } from '../../words/build';
import { reportWords } from '../../words/reports';
import { useConductor, usePaneState } from '../conductorContext';
import type { ReportView, SavedFile, StandingReport } from '../desks/reportDesk';
import { useWords } from '../language';
import { LightsBar } from '../parts/LightsBar';
import { Notice } from '../parts/Notice';
import { ScreenLayout } from '../parts/ScreenLayout';
import { Section } from '../parts/Section';

/** Shows the summary's ways on. */
export function ReportStanding({ standing, view }: { readonly standing: StandingReport; readonly view: ReportView }) {
  const words = useWords(reportWords);
  const conductor = useConductor();
  const { reports } = conductor;
  const { moves } = usePaneState();
  const { period, sheet, summary, made, madeAt } = standing;
  const isBusy = view.busy !== undefined;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || isBusy) return;
    event.preventDefault();
    reports.closeStanding();
  };
  const toList = <Button appearance={sheet === undefined ? 'primary' : 'secondary'} disabled={isBusy} onClick={reports.closeStanding}>{words.toList}</Button>;
  const footer = sheet === undefined ? toList : <><Button appearance="primary" onClick={() => { void conductor.show(sheet, 'A1'); }}>{words.openSheet}</Button>{toList}</>;
  return (
    <div className="screen" onKeyDown={onKeyDown}>
      <ScreenLayout title={'version' in made ? words.keptTitle(period) : words.doneTitle(period)} moves={moves + 1} footer={footer} busy={isBusy}>
        {'version' in made ? <p>{words.keptText(madeAt, made.version)}</p> : <Made sheet={sheet ?? ''} made={made} />}
        <LightsBar counts={summary.counts.light} />
        <p>{words.counted(summary.counts)}</p>
        <Section title={words.filesTitle}>
          <div className="buttons report-files">
            {(['word', 'workbook'] as const).map((kind) => <Button key={kind} disabledFocusable={isBusy} onClick={() => { void reports.save(kind); }}>{words[kind]}</Button>)}
          </div>
          <p role="status">{view.busy === 'drawing' ? words.drawing : ''}</p>
          <p className="quiet">{words.filesNote}</p>
          {view.saved === undefined ? null : <Saved saved={view.saved} />}
        </Section>
      </ScreenLayout>
    </div>
  );
}

function Made({ sheet, made }: { readonly sheet: string; readonly made: Extract<StandingReport['made'], { errors: number }> }) {
  const words = useWords(reportWords);
  const build = useWords(buildWords);
  return (
    <>
      <Notice tone="success">
        <p>{words.doneSheet(sheet)}</p>
        {made.keptAs === undefined ? null : <p>{words.doneKept(made.keptAs)}</p>}
      </Notice>
      {made.errors === 0 ? null : <Notice tone="warning">{build.doneProblems(made.errors)}</Notice>}
    </>
  );
}

/** A page is never told whether the browser saved the file, so the link stays, and the way round it is said. */
function Saved({ saved }: { readonly saved: SavedFile }) {
  const words = useWords(reportWords);
  const end = useRef<HTMLDivElement>(null);
  // On a low pane the answer stands below the buttons' line. Not every browser that stands in for one can scroll.
  useEffect(() => { if (end.current !== null && 'scrollIntoView' in end.current) end.current.scrollIntoView({ block: 'nearest' }); }, [saved]);
  if (saved.kind === 'refused') return <div ref={end}><Notice tone="warning" alert>{words.refusedSaving(saved.name)}</Notice></div>;
  const { name, href } = saved.file;
  return (
    <div ref={end}>
      <Notice tone="success" alert>
        <p>{words.saved(name)}</p>
        <a className="saved-link" href={href} download={name}>{words.saveAgain(name)}</a>
        <p className="quiet">{words.notSaved}</p>
      </Notice>
    </div>
  );
}
