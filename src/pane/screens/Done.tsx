// What was done, and where to go now.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useConductor, usePaneState } from '../conductorContext';
import { Notice } from '../parts/Notice';
import { ScreenLayout } from '../parts/ScreenLayout';
import { countDifference } from '../previewShape';
import type { Screen } from '../state';
import { useWords } from '../wordsContext';

const useStyles = makeStyles({
  text: { margin: '8px 0', lineHeight: tokens.lineHeightBase300 },
  line: { margin: 0 },
});

/** The end of a build that went well. */
export function Done({ screen }: { readonly screen: Extract<Screen, { at: 'done' }> }) {
  const styles = useStyles();
  const words = useWords();
  const conductor = useConductor();
  const { moves } = usePaneState();
  const { build, plan, keep } = screen.preview;
  const errors = build.problems.filter((problem) => problem.level === 'error').length;
  const footer = (
    <>
      <Button appearance="primary" onClick={() => { void conductor.goToLedger(); }}>{words.build.goTo}</Button>
      <Button onClick={() => { void conductor.goHome(); }}>{words.build.toHome}</Button>
    </>
  );
  return (
    <ScreenLayout title={build.kind === 'new' ? words.build.doneNew : words.build.doneRebuild} moves={moves} footer={footer}>
      <Notice tone="success">
        <p className={styles.line}>
          {build.kind === 'new' ? words.build.doneTasks(plan.tasks.length, plan.roster.people.length) : words.build.doneDifference(countDifference(build, keep))}
        </p>
        {build.newSheets.length === 0 ? null : <p className={styles.line}>{words.build.doneSheets(build.newSheets)}</p>}
      </Notice>
      {errors === 0 ? null : <Notice tone="warning">{words.build.doneProblems(errors)}</Notice>}
      <p className={styles.text}>{words.build.doneNext}</p>
    </ScreenLayout>
  );
}
