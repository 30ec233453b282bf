// The task of the selected row: in full, with why it stands as it does, and what is to be filled in (S, F, C4). What was typed is never lost.
import { useSyncExternalStore } from 'react';
import { Button } from '@fluentui/react-components';
import type { JudgedRow } from '../../actions/judgeLedger';
import { fillInWords } from '../../words/fillIn';
import { rowSayings } from '../../words/reasons';
import { sayings } from '../../words/say';
import { statusWords } from '../../words/status';
import { useConductor, useLive, usePaneState } from '../conductorContext';
import type { FillOutcome } from '../desks/fillDesk';
import { useWords } from '../language';
import { FillFields } from '../parts/FillFields';
import { LightMark } from '../parts/LightMark';
import { NoStanding } from '../parts/NoStanding';
import { Notice } from '../parts/Notice';
import { ScreenLayout } from '../parts/ScreenLayout';
import { Section } from '../parts/Section';
import { TaskFields } from '../parts/TaskFields';
import { TaskHistory } from '../parts/TaskHistory';

/** The screen of one task. */
export function TaskScreen() {
  const words = useWords(fillInWords);
  const conductor = useConductor();
  const { moves } = usePaneState();
  const { standing, selectedRow } = useLive();
  if (standing === undefined) return <NoStanding />;
  const row = standing.rows.find((each) => each.row === selectedRow);
  if (row !== undefined) return <OneTask row={row} rows={standing.rows} />;
  return (
    <ScreenLayout title={words.title} moves={moves} footer={<Button appearance="primary" onClick={() => { void conductor.goToLedger(); }}>{words.goToLedger}</Button>}>
      <p>{words.noTask}</p>
      <OtherDrafts rows={standing.rows} except={undefined} />
    </ScreenLayout>
  );
}

function OneTask({ row, rows }: { readonly row: JudgedRow; readonly rows: readonly JudgedRow[] }) {
  const words = useWords(fillInWords);
  const status = useWords(statusWords);
  const say = useWords(rowSayings);
  const conductor = useConductor();
  const { moves } = usePaneState();
  const { drafts, saved, saving, outcome } = useSyncExternalStore(conductor.fillIn.subscribe, conductor.fillIn.getState);
  const { task } = row;
  const draft = drafts.get(task.id);
  const footer = (
    <>
      <Button appearance="primary" disabledFocusable={draft === undefined || saving} onClick={() => { void conductor.fillIn.save(task.id); }}>{saving ? words.saving : words.save}</Button>
      {draft === undefined ? null : <Button disabled={saving} onClick={() => { conductor.fillIn.discard(task); }}>{words.discard}</Button>}
      {draft === undefined && saved.has(task.id) ? <Button disabled={saving} onClick={() => { void conductor.fillIn.undo(task.id); }}>{words.undo}</Button> : null}
      <span className="footer-said" role="status">{draft === undefined ? '' : words.unsaved}</span>
    </>
  );
  const reasons = [row.status.reasons.status, row.status.reasons.filled, row.status.reasons.light];
  return (
    <ScreenLayout title={words.taskTitle(task.id)} moves={moves} footer={footer}>
      {outcome?.id === task.id ? <Said outcome={outcome.outcome} /> : null}
      <p className="line-head"><LightMark light={row.status.light} /><span>{status.listAnd([status.standing(status.status[row.status.status], row.status.daysLeft), status.filled[row.status.filled]])}</span></p>
      <p className="task-text">{task.text}</p>
      <FillFields key={task.id} task={task} draft={draft} disabled={saving} />
      <Section title={words.why}>
        <ul className="reasons">{reasons.map((reason) => <li key={`${reason.rule}${reason.kind}`}>{say.reason(reason)}</li>)}</ul>
      </Section>
      <Section title={words.detailsTitle}>
        <TaskFields task={task} only={['indicator', 'due', 'sections', 'owners', 'leaders', 'leadUnit', 'supportUnits']} />
      </Section>
      {task.id === '' ? null : <TaskHistory key={`reports of ${task.id}`} id={task.id} />}
      <OtherDrafts rows={rows} except={task.id} />
    </ScreenLayout>
  );
}

function Said({ outcome }: { readonly outcome: FillOutcome }) {
  const words = useWords(fillInWords);
  const say = useWords(sayings);
  switch (outcome.kind) {
    case 'saved': return <Notice tone="success" alert>{words.saved}</Notice>;
    case 'undone': return <Notice tone="success" alert>{words.undone}</Notice>;
    case 'leftAlone': return <Notice tone="warning" alert>{words.leftAlone}</Notice>;
    case 'gone': return <Notice tone="warning" alert>{words.gone}</Notice>;
    case 'refused': return <Notice tone="warning" alert>{say.problem(outcome.problem)}</Notice>;
    case 'changedMeanwhile': return <Notice tone="warning" alert>{words.changedMeanwhile(outcome.sheet)}</Notice>;
  }
}

/** Drafts of other tasks, so that none is forgotten when the selection moves. */
function OtherDrafts({ rows, except }: { readonly rows: readonly JudgedRow[]; readonly except: string | undefined }) {
  const words = useWords(fillInWords);
  const conductor = useConductor();
  const { drafts } = useSyncExternalStore(conductor.fillIn.subscribe, conductor.fillIn.getState);
  const others = [...drafts.keys()].filter((id) => id !== except);
  if (others.length === 0) return null;
  return (
    <Notice tone="info">
      <p>{words.others(others.length)}</p>
      <div className="buttons">
        {others.map((id) => {
          const row = rows.find(({ task }) => task.id === id);
          return <Button key={id} size="small" disabled={row === undefined} onClick={() => { if (row !== undefined) void conductor.showTask(row.row, 'progress'); }}>{words.toTask(id)}</Button>;
        })}
      </div>
    </Notice>
  );
}
