// A task's ten official cells as they will stand in the ledger (L2, L5).
import type { OfficialColumn, Task } from '../../core/task';
import { buildWords } from '../../words/build';
import { fieldTitles } from '../../words/fields';
import { useWords } from '../language';
import { Facts } from './Facts';

const columns: readonly OfficialColumn[] = ['indicator', 'leadUnit', 'supportUnits', 'text', 'leaders', 'sections', 'owners', 'due', 'progress', 'remark'];

/** A cell of a task as a person reads it: names joined, a deadline with the day that it means; empty where nothing stands. */
export function fieldText(task: Task, column: OfficialColumn, words: typeof buildWords): string {
  const value = task[column];
  if (typeof value === 'string') return value;
  if (!('kind' in value)) return words.list(value);
  switch (value.kind) {
    case 'date': return words.readAs(value.text, value.on);
    case 'open': return words.noDeadline(value.text);
    case 'unread': return words.dueUnread(value.text);
    case 'empty': return '';
  }
}

/** Shows all ten, or those that are asked for. */
export function TaskFields({ task, only = columns }: { readonly task: Task; readonly only?: readonly OfficialColumn[] }) {
  const words = useWords(buildWords);
  const fields = useWords(fieldTitles);
  return (
    <Facts
      facts={only.map((column) => {
        const value = fieldText(task, column, words);
        return { label: fields[column] ?? '', value: value === '' ? words.emptyField : value };
      })}
    />
  );
}
