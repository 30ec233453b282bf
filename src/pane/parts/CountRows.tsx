// Words with how often each comes, as lines with a bar; a line looks at its tasks alone.
import { useId } from 'react';

export interface CountRow { readonly key: string; readonly word: string; readonly count: number; readonly color: string; readonly isChosen: boolean; readonly onChoose: () => void }

/** Shows the lines under a heading. */
export function CountRows({ title, rows }: { readonly title: string; readonly rows: readonly CountRow[] }) {
  const id = useId();
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <section className="counts" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {rows.map(({ key, word, count, color, isChosen, onChoose }) => (
          <li key={key}>
            <button type="button" className="count-row" aria-pressed={isChosen} onClick={onChoose}>
              <span className="count-word">{word}</span>
              <span className="count-track" aria-hidden><span className={`count-bar part-${color}`} style={{ width: `${String(Math.round((count / most) * 100))}%` }} /></span>
              <span className="count-number">{count}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
