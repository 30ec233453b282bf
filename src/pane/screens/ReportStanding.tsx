// A summary that stands: just made, or as 报送历史 keeps it. Leads to its sheet, and saves it as files (B2, B5).
import type { KeyboardEvent } from 'react';
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
          <div className="report-files">
            {(['word', 'workbook'] as const).map((kind) => (
              <div key={kind}>
                <Button disabledFocusable={isBusy} onClick={() => { void reports.save(kind); }}>{words[kind]}</Button>
                <span className="choice-note">{kind === 'word' ? words.wordNote : words.workbookNote}</span>
              </div>
            ))}
          </div>
          <p role="status">{view.busy === 'drawing' ? words.drawing : ''}</p>
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
  if (saved.kind === 'refused') return <Notice tone="warning" alert>{words.refusedSaving(saved.name)}</Notice>;
  const { name, href } = saved.file;
  return (
    <Notice tone="success" alert>
      <p>{words.saved(name)}</p>
      <p className="quiet">{words.notSaved}</p>
      <a className="saved-link" href={href} download={name}>{words.saveAgain(name)}</a>
    </Notice>
  );
}
