// What the reports said of a task, the latest first (B5). Read when it is opened.
import { useState, useSyncExternalStore } from 'react';
import { Button } from '@fluentui/react-components';
import '../reports.css';
import { reportWords } from '../../words/reports';
import { sayings } from '../../words/say';
import { statusWords } from '../../words/status';
import { useConductor } from '../conductorContext';
import { useWords } from '../language';
import { Fold } from './Fold';
import { LightMark } from './LightMark';
import { MoreList } from './MoreList';
import { Skeleton } from './Skeleton';

/** Shows the reports of a task under a heading that opens. */
export function TaskHistory({ id }: { readonly id: string }) {
  const words = useWords(reportWords);
  const { reports } = useConductor();
  const [open, setOpen] = useState(false);
  const toggle = (): void => {
    if (!open) void reports.refresh();
    setOpen(!open);
  };
  return <div className="section"><Fold level={2} title={words.historyTitle} open={open} onToggle={toggle}><Reports id={id} /></Fold></div>;
}

function Reports({ id }: { readonly id: string }) {
  const words = useWords(reportWords);
  const said = useWords(statusWords);
  const say = useWords(sayings);
  const { reports } = useConductor();
  const { reading, unread } = useSyncExternalStore(reports.subscribe, reports.getState);
  const again = <Button size="small" onClick={() => { void reports.refresh(); }}>{words.again}</Button>;
  if (unread !== undefined) return <><p>{words.readFailed}</p>{again}</>;
  if (reading?.kind === 'refused') return <><p>{say.problem(reading.problem)}</p>{again}</>;
  const entries = reports.ofTask(id);
  if (entries === undefined) return <Skeleton />;
  if (entries.length === 0) return <p>{words.noHistory}</p>;
  return (
    <div className="task-history">
      <MoreList
        items={entries} keyOf={({ period }) => period}
        render={({ period, task }) => (
          <>
            <span className="line-head"><LightMark light={task.light} /><span>{words.historyLabel(period, said.standing(said.status[task.status], task.daysLeft), said.filled[task.filled])}</span></span>
            <p>{task.progress.trim() === '' ? words.emptyProgress : task.progress}</p>
          </>
        )}
      />
    </div>
  );
}
