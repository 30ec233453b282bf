// A list that shows its first items, and more when asked: a pane is no place for thousands of lines at once.
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { buildWords } from '../../words/build';
import { useWords } from '../language';

const page = 50;

/** Shows items as a list, fifty at a time. */
export function MoreList<T>({ items, keyOf, render }: { readonly items: readonly T[]; readonly keyOf: (item: T, index: number) => string; readonly render: (item: T) => ReactNode }) {
  const words = useWords(buildWords);
  const [shown, setShown] = useState(page);
  const left = items.length - shown;
  return (
    <>
      <ul>
        {items.slice(0, shown).map((item, index) => <li key={keyOf(item, index)}>{render(item)}</li>)}
      </ul>
      {left > 0 ? <Button appearance="subtle" size="small" onClick={() => { setShown(shown + page); }}>{words.showMore(Math.min(left, page))}</Button> : null}
    </>
  );
}
