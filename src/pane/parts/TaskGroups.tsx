// The tasks of a plan by indicator: closed to a few lines, open to all ten cells of each.
import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { buildWords } from '../../words/build';
import type { Task } from '../../core/task';
import { groupTasks } from '../previewShape';
import { useWords } from '../language';
import { Fold } from './Fold';
import { MoreList } from './MoreList';
import { Section } from './Section';
import { TaskFields } from './TaskFields';

function TaskLine({ task }: { readonly task: Task }) {
  const words = useWords(buildWords);
  const [open, setOpen] = useState(false);
  return (
    <Fold level={4} title={words.taskLabel(task.id, task.text)} open={open} onToggle={() => { setOpen(!open); }}>
      <TaskFields task={task} />
    </Fold>
  );
}

/** Shows tasks under their indicators, with how many each has. */
export function TaskGroups({ title, tasks }: { readonly title: string; readonly tasks: readonly Task[] }) {
  const words = useWords(buildWords);
  const groups = groupTasks(tasks);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const areAllOpen = groups.every((group) => open.has(group.indicator));
  const toggle = (indicator: string): void => {
    setOpen((before) => new Set(before.has(indicator) ? [...before].filter((each) => each !== indicator) : [...before, indicator]));
  };
  const all = (
    <Button appearance="subtle" size="small" onClick={() => { setOpen(new Set(areAllOpen ? [] : groups.map((group) => group.indicator))); }}>
      {areAllOpen ? words.closeAll : words.openAll}
    </Button>
  );
  return (
    <Section title={title} beside={groups.length > 1 ? all : undefined}>
      {groups.map((group) => (
        <Fold key={group.indicator} level={3} title={group.indicator} note={words.tasksOf(group.tasks.length)} open={open.has(group.indicator)} onToggle={() => { toggle(group.indicator); }}>
          <MoreList items={group.tasks} keyOf={(task) => task.id} render={(task) => <TaskLine task={task} />} />
        </Fold>
      ))}
    </Section>
  );
}
