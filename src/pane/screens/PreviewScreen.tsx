// What will be written, with every guess and problem, before anything is (I5, L7). One button writes it.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useConductor, usePaneState } from '../conductorContext';
import { Difference } from '../parts/Difference';
import { Facts } from '../parts/Facts';
import { Notice } from '../parts/Notice';
import { Problems } from '../parts/Problems';
import { ScreenLayout } from '../parts/ScreenLayout';
import { Section } from '../parts/Section';
import { TaskGroups } from '../parts/TaskGroups';
import { groupTasks, writesSomething } from '../previewShape';
import type { Screen } from '../state';
import { useWords } from '../wordsContext';

const useStyles = makeStyles({
  text: { margin: '4px 0', lineHeight: tokens.lineHeightBase300 },
});

/** The preview of a build or a rebuild. */
export function PreviewScreen({ screen }: { readonly screen: Extract<Screen, { at: 'preview' }> }) {
  const styles = useStyles();
  const words = useWords();
  const conductor = useConductor();
  const { moves } = usePaneState();
  const { preview, changedSheet } = screen;
  const { build, plan, source, keep } = preview;
  const isNew = build.kind === 'new';
  const writes = writesSomething(build, keep);
  const footer = (
    <>
      {writes
        ? <Button appearance="primary" onClick={() => { void conductor.build(); }}>{isNew ? words.build.build : words.build.update}</Button>
        : <Button appearance="primary" onClick={() => { void conductor.goToLedger(); }}>{words.build.goTo}</Button>}
      <Button onClick={() => { void conductor.goBack(); }}>{words.build.back}</Button>
    </>
  );
  const facts = [
    { label: words.build.sourceLine, value: source.kind === 'seed' ? words.build.fromSeed : words.build.fromFile(source.name) },
    { label: words.build.tasksLine, value: words.build.tasksCount(plan.tasks.length, groupTasks(plan.tasks).length) },
    { label: words.build.rosterLine, value: words.build.people(plan.roster.people.length) },
    { label: words.build.newSheetsLine, value: build.newSheets.length === 0 ? words.build.noNewSheets : words.build.list(build.newSheets) },
  ];
  const problems = build.problems.length === 0
    ? <p className={styles.text}>{words.build.noProblems}</p>
    : <Problems problems={build.problems} />;
  return (
    <ScreenLayout title={isNew ? words.build.previewNew : words.build.previewRebuild} moves={moves} footer={footer}>
      {changedSheet === undefined ? null : <Notice tone="warning" alert>{words.build.changedMeanwhile(changedSheet)}</Notice>}
      <p className={styles.text}>{writes ? words.build.notYet : words.build.nothingToDo}</p>
      <Facts facts={facts} />
      {isNew ? null : <Difference preview={preview} />}
      <Section title={words.build.problemsTitle}>
        {problems}
        {build.problems.some((problem) => problem.level === 'error') ? <p className={styles.text}>{words.build.errorsStay}</p> : null}
      </Section>
      {isNew ? <TaskGroups title={words.build.tasksTitle} tasks={plan.tasks} /> : null}
    </ScreenLayout>
  );
}
