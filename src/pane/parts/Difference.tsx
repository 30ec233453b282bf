// What a rebuild does to the ledger, shown before anything is written (L7): counts first, then every changed cell, old beside new.
import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { CellChange } from '../../core/ledgerMerge';
import { useConductor } from '../conductorContext';
import type { ChangedTask } from '../previewShape';
import { changedTasks, countDifference, goneRows } from '../previewShape';
import type { Preview } from '../state';
import { useWords } from '../wordsContext';
import { Facts } from './Facts';
import { MoreList } from './MoreList';
import { Section } from './Section';
import { TaskGroups } from './TaskGroups';

const useStyles = makeStyles({
  task: { padding: '8px 10px', marginBottom: '8px', border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  column: { margin: '6px 0 0', color: tokens.colorNeutralForeground2 },
  cells: { margin: 0, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: '8px', lineHeight: tokens.lineHeightBase300 },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, whiteSpace: 'pre-wrap' },
  note: { margin: '4px 0', lineHeight: tokens.lineHeightBase300 },
  gone: { margin: '4px 0', lineHeight: tokens.lineHeightBase300, display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: '2', overflow: 'hidden' },
  checkbox: { marginLeft: '-8px' },
});

function Change({ change }: { readonly change: CellChange }) {
  const styles = useStyles();
  const words = useWords();
  const shown = (text: string): string => (text === '' ? words.build.emptyField : change.column === 'doneOn' ? words.sayDay(text) : text);
  return (
    <>
      <p className={styles.column}>{words.fields[change.column]}</p>
      <dl className={styles.cells}>
        <dt className={styles.label}>{words.build.old}</dt>
        <dd className={styles.value}>{change.asText === true ? words.build.asText(shown(change.old)) : shown(change.old)}</dd>
        <dt className={styles.label}>{words.build.next}</dt>
        <dd className={styles.value}>{change.asText === true ? words.build.asDate(shown(change.new)) : shown(change.new)}</dd>
      </dl>
    </>
  );
}

function Changed({ changed, isKept }: { readonly changed: ChangedTask; readonly isKept: boolean }) {
  const styles = useStyles();
  const words = useWords();
  const conductor = useConductor();
  const { task, changes } = changed;
  return (
    <div className={styles.task}>
      <h3 className={styles.title}>{words.build.taskLabel(task.id, task.text)}</h3>
      {changes.map((change) => <Change key={change.column} change={change} />)}
      <Checkbox
        className={styles.checkbox} checked={isKept} label={words.build.keepLedger} aria-label={words.build.keepLedgerFor(task.id)}
        onChange={(_, { checked }) => { conductor.keepLedger([task.id], checked === true); }}
      />
    </div>
  );
}

/** Shows the difference between the ledger and the plan. */
export function Difference({ preview }: { readonly preview: Preview }) {
  const styles = useStyles();
  const words = useWords();
  const conductor = useConductor();
  const { build, keep } = preview;
  const counts = countDifference(build, keep);
  const changed = changedTasks(build);
  const gone = goneRows(build);
  const added = build.rebuild?.added ?? [];
  const areAllKept = changed.every(({ task }) => keep.has(task.id));
  const all = (
    <Button appearance="subtle" size="small" onClick={() => { conductor.keepLedger(changed.map(({ task }) => task.id), !areAllKept); }}>
      {areAllKept ? words.build.keepNone : words.build.keepAll}
    </Button>
  );
  return (
    <>
      <Section title={words.build.differenceTitle}>
        <Facts
          facts={[
            { label: words.build.kept, value: words.build.tasksOf(counts.kept) },
            { label: words.build.changed, value: words.build.cellsOf(counts.changed, counts.cells) },
            { label: words.build.added, value: words.build.tasksOf(counts.added) },
            { label: words.build.gone, value: words.build.goneOf(counts.gone) },
          ]}
        />
        <p className={styles.note}>{words.build.filledStays}</p>
      </Section>
      {changed.length === 0 ? null : (
        <Section title={words.build.changedTitle} beside={changed.length > 1 ? all : undefined}>
          <MoreList items={changed} keyOf={({ task }) => task.id} render={(each) => <Changed changed={each} isKept={keep.has(each.task.id)} />} />
        </Section>
      )}
      {added.length === 0 ? null : <TaskGroups title={words.build.addedTitle} tasks={added} />}
      {gone.length === 0 ? null : (
        <Section title={words.build.goneTitle}>
          <p className={styles.note}>{words.build.goneNote}</p>
          <MoreList items={gone} keyOf={({ row }) => String(row)} render={({ id, text }) => <p className={styles.gone}>{words.build.goneLabel(id, text)}</p>} />
        </Section>
      )}
    </>
  );
}
