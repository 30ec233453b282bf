// What was done, and where to go now.
import { Button } from '@fluentui/react-components';
import { buildWords } from '../../words/build';
import { useConductor, usePaneState } from '../conductorContext';
import { Notice } from '../parts/Notice';
import { ScreenLayout } from '../parts/ScreenLayout';
import { countDifference } from '../previewShape';
import type { Screen } from '../state';
import { useWords } from '../language';

/** The end of a build that went well. */
export function Done({ screen }: { readonly screen: Extract<Screen, { at: 'done' }> }) {
  const words = useWords(buildWords);
  const conductor = useConductor();
  const { moves } = usePaneState();
  const { build, plan, keep } = screen.preview;
  const errors = build.problems.filter((problem) => problem.level === 'error').length;
  const footer = (
    <>
      <Button appearance="primary" onClick={() => { void conductor.goToLedger(); }}>{words.goTo}</Button>
      <Button onClick={() => { void conductor.goHome(); }}>{words.toHome}</Button>
    </>
  );
  return (
    <ScreenLayout title={build.kind === 'new' ? words.doneNew : words.doneRebuild} moves={moves} footer={footer}>
      <Notice tone="success">
        <p>
          {build.kind === 'new' ? words.doneTasks(plan.tasks.length, plan.roster.people.length) : words.doneDifference(countDifference(build, keep))}
        </p>
        {build.newSheets.length === 0 ? null : <p>{words.doneSheets(build.newSheets)}</p>}
      </Notice>
      {errors === 0 ? null : <Notice tone="warning">{words.doneProblems(errors)}</Notice>}
      <p>{words.doneNext}</p>
    </ScreenLayout>
  );
}
