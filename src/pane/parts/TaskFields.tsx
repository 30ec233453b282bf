// A task's ten official cells as they will stand in the ledger (L2, L5).
import type { OfficialColumn, Task } from '../../core/task';
import type { PaneWords } from '../../words/paneWords';
import { useWords } from '../wordsContext';
import { Facts } from './Facts';

const columns: readonly OfficialColumn[] = ['indicator', 'leadUnit', 'supportUnits', 'text', 'leaders', 'sections', 'owners', 'due', 'progress', 'remark'];

function valueOf(task: Task, column: OfficialColumn, words: PaneWords): string {
  const value = task[column];
  if (typeof value === 'string') return value;
  if (!('kind' in value)) return words.build.list(value);
  switch (value.kind) {
    case 'date': return words.build.readAs(value.text, value.on);
    case 'open': return words.build.noDeadline(value.text);
    case 'unread': return words.build.dueUnread(value.text);
    case 'empty': return '';
  }
}

/** Shows all ten. */
export function TaskFields({ task }: { readonly task: Task }) {
  const words = useWords();
  return (
    <Facts
      facts={columns.map((column) => {
        const value = valueOf(task, column, words);
        return { label: words.fields[column] ?? '', value: value === '' ? words.build.emptyField : value };
      })}
    />
  );
}
