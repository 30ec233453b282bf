// What will be written, with every guess and problem, before anything is (I5, L7). One button writes it.
import { Button } from '@fluentui/react-components';
import { buildWords } from '../../words/build';
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
import { useWords } from '../language';

/** The preview of a build or a rebuild. */
export function PreviewScreen({ screen }: { readonly screen: Extract<Screen, { at: 'preview' }> }) {
  const words = useWords(buildWords);
  const conductor = useConductor();
  const { moves } = usePaneState();
  const { preview, changedSheet } = screen;
  const { build, plan, source, keep } = preview;
  const isNew = build.kind === 'new';
  const writes = writesSomething(build, keep);
  const footer = (
    <>
      {writes
        ? <Button appearance="primary" onClick={() => { void conductor.build(); }}>{isNew ? words.build : words.update}</Button>
        : <Button appearance="primary" onClick={() => { void conductor.goToLedger(); }}>{words.goTo}</Button>}
      <Button onClick={() => { void conductor.goBack(); }}>{words.back}</Button>
    </>
  );
  const facts = [
    { label: words.sourceLine, value: source.kind === 'seed' ? words.fromSeed : source.kind === 'file' ? words.fromFile(source.name) : words.fromTaken[source.from](source.name) },
    { label: words.tasksLine, value: words.tasksCount(plan.tasks.length, groupTasks(plan.tasks).length) },
    { label: words.rosterLine, value: words.people(plan.roster.people.length) },
    { label: words.newSheetsLine, value: build.newSheets.length === 0 ? words.noNewSheets : words.list(build.newSheets) },
  ];
  const problems = build.problems.length === 0
    ? <p>{words.noProblems}</p>
    : <Problems problems={build.problems} />;
  return (
    <ScreenLayout title={isNew ? words.previewNew : words.previewRebuild} moves={moves} footer={footer}>
      {changedSheet === undefined ? null : <Notice tone="warning" alert>{words.changedMeanwhile(changedSheet)}</Notice>}
      <p>{writes ? words.notYet : words.nothingToDo}</p>
      <Facts facts={facts} />
      {isNew ? null : <Difference preview={preview} />}
      <Section title={words.problemsTitle}>
        {problems}
        {build.problems.some((problem) => problem.level === 'error') ? <p>{words.errorsStay}</p> : null}
      </Section>
      {isNew ? <TaskGroups title={words.tasksTitle} tasks={plan.tasks} /> : null}
    </ScreenLayout>
  );
}
