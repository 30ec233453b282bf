// What a rebuild does to the ledger, shown before anything is written (L7): counts first, then every changed cell, old beside new.
import { Button, Checkbox } from '@fluentui/react-components';
import { buildWords } from '../../words/build';
import { fieldTitles } from '../../words/fields';
import type { CellChange } from '../../core/ledgerMerge';
import { useConductor } from '../conductorContext';
import type { ChangedTask } from '../previewShape';
import { changedTasks, countDifference, goneRows } from '../previewShape';
import type { Preview } from '../state';
import { useWords } from '../language';
import { Facts } from './Facts';
import { MoreList } from './MoreList';
import { Section } from './Section';
import { TaskGroups } from './TaskGroups';

function Change({ change }: { readonly change: CellChange }) {
  const words = useWords(buildWords);
  const fields = useWords(fieldTitles);
  const shown = (text: string): string => (text === '' ? words.emptyField : change.column === 'doneOn' ? words.day(text) : text);
  return (
    <>
      <p className="changed-column">{fields[change.column]}</p>
      <dl>
        <dt>{words.old}</dt>
        <dd>{change.asText === true ? words.asText(shown(change.old)) : shown(change.old)}</dd>
        <dt>{words.next}</dt>
        <dd>{change.asText === true ? words.asDate(shown(change.new)) : shown(change.new)}</dd>
      </dl>
    </>
  );
}

function Changed({ changed, isKept }: { readonly changed: ChangedTask; readonly isKept: boolean }) {
  const words = useWords(buildWords);
  const conductor = useConductor();
  const { task, changes } = changed;
  return (
    <div className="changed">
      <h3>{words.taskLabel(task.id, task.text)}</h3>
      {changes.map((change) => <Change key={change.column} change={change} />)}
      <Checkbox
        checked={isKept} label={words.keepLedger} aria-label={words.keepLedgerFor(task.id)}
        onChange={(_, { checked }) => { conductor.keepLedger([task.id], checked === true); }}
      />
    </div>
  );
}

/** Shows the difference between the ledger and the plan. */
export function Difference({ preview }: { readonly preview: Preview }) {
  const words = useWords(buildWords);
  const conductor = useConductor();
  const { build, keep } = preview;
  const counts = countDifference(build, keep);
  const changed = changedTasks(build);
  const gone = goneRows(build);
  const added = build.rebuild?.added ?? [];
  const areAllKept = changed.every(({ task }) => keep.has(task.id));
  const all = (
    <Button appearance="subtle" size="small" onClick={() => { conductor.keepLedger(changed.map(({ task }) => task.id), !areAllKept); }}>
      {areAllKept ? words.keepNone : words.keepAll}
    </Button>
  );
  return (
    <>
      <Section title={words.differenceTitle}>
        <Facts
          facts={[
            { label: words.kept, value: words.tasksOf(counts.kept) },
            { label: words.changed, value: words.cellsOf(counts.changed, counts.cells) },
            { label: words.added, value: words.tasksOf(counts.added) },
            { label: words.gone, value: words.goneOf(counts.gone) },
          ]}
        />
        <p>{words.filledStays}</p>
      </Section>
      {changed.length === 0 ? null : (
        <Section title={words.changedTitle} beside={changed.length > 1 ? all : undefined}>
          <MoreList items={changed} keyOf={({ task }) => task.id} render={(each) => <Changed changed={each} isKept={keep.has(each.task.id)} />} />
        </Section>
      )}
      {added.length === 0 ? null : <TaskGroups title={words.addedTitle} tasks={added} />}
      {gone.length === 0 ? null : (
        <Section title={words.goneTitle}>
          <p>{words.goneNote}</p>
          <MoreList items={gone} keyOf={({ row }) => String(row)} render={({ id, text }) => <p className="two-lines">{words.goneLabel(id, text)}</p>} />
        </Section>
      )}
    </>
  );
}
