// The lines of the review as a list that is gone through by keyboard: arrows move, numbers choose, and what was chosen is said aloud. Draws fifty, and more as one comes to them.
import type { KeyboardEvent } from 'react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { ReviewItem } from '../../actions/returnsReview';
import { choiceOf, isOpen } from '../../actions/returnsReview';
import { fieldTitles } from '../../words/fields';
import { returnsWords } from '../../words/returns';
import { useConductor, useLive } from '../conductorContext';
import type { ReviewView } from '../desks/reviewDesk';
import { useWords } from '../language';
import { lineAfterKey } from '../reviewShape';
import type { Asked } from './ReturnChoices';
import { asksOf } from './ReturnChoices';
import { ReturnLine } from './ReturnLine';

const page = 50;

/** Shows the lines. */
export function ReturnLines({ items, view }: { readonly items: readonly ReviewItem[]; readonly view: ReviewView }) {
  const words = useWords(returnsWords);
  const fields = useWords(fieldTitles);
  const conductor = useConductor();
  const { review } = conductor.returns;
  const { standing } = useLive();
  const [shown, setShown] = useState(page);
  const [writing, setWriting] = useState<string>();
  const [said, setSaid] = useState('');
  const list = useRef<HTMLUListElement>(null);
  // The focus follows the arrows, and comes back from a field that closes; it is never taken otherwise.
  const follows = useRef(false);
  const { current, plan } = view;
  const year = plan?.ground.settings.year ?? 0;
  const at = items.findIndex(({ key }) => key === current);
  const tasks = useMemo(() => new Map(plan?.ground.side.tasks.map(({ id, cells }) => [id, cells.text])), [plan]);
  const rows = useMemo(() => new Map(standing?.rows.map(({ row, task }) => [task.id, row])), [standing]);

  useEffect(() => {
    if (!follows.current || current === undefined) return;
    follows.current = false;
    const line = [...(list.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])].find((each) => each.dataset['line'] === current);
    line?.focus();
    // Its choices are to be seen with it.
    line?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, [current, writing]);

  const ask = useCallback((item: ReviewItem, asked: Asked): void => {
    if (item.kind === 'conflict') review.chooseConflicts([item], asked === 'ledger' || asked === 'returned' || asked === 'both' || (typeof asked === 'object' && 'own' in asked) ? asked : undefined);
    else if (item.kind === 'guess') review.chooseGuesses([item], asked === 'confirmed' || asked === 'skipped' ? asked : undefined);
    else if (item.kind === 'outside') review.chooseOutside(item, asked === 'skipped' || (typeof asked === 'object' && 'reason' in asked) ? asked : undefined);
    else return;
    follows.current = typeof asked === 'object';
    setWriting(undefined);
    const now = review.getState();
    const choice = choiceOf(item, now);
    const how = choice === undefined ? words.undone : typeof choice === 'object' ? words.state.own : words.state[choice];
    const column = 'column' in item.of && item.of.column !== undefined ? (fields[item.of.column] ?? words.otherColumn) : words.wholeRow;
    setSaid(words.chosen(words.lineTask(item.id, column), how, now.items.filter((each) => isOpen(each, now)).length));
  }, [review, words, fields]);

  const open = useCallback((key: string, isToOpen: boolean): void => {
    follows.current = isToOpen;
    setWriting(undefined);
    review.setCurrent(isToOpen ? key : undefined);
  }, [review]);

  const write = useCallback((key: string | undefined): void => {
    follows.current = key === undefined;
    setWriting(key);
  }, []);

  const go = useCallback((item: ReviewItem): void => {
    const row = rows.get(item.id);
    const { of } = item;
    const column = 'column' in of && of.column !== undefined && of.column !== 'other' ? of.column : item.kind === 'guess' ? 'progress' : 'id';
    if (row !== undefined) void conductor.showTask(row, column);
  }, [conductor, rows]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing || (event.target as HTMLElement).closest('textarea, input') !== null) return;
    const item = items[at];
    const next = lineAfterKey(event.key, at, items.length);
    if (next !== undefined) {
      event.preventDefault();
      follows.current = true;
      setWriting(undefined);
      review.setCurrent(items[next]?.key);
      return;
    }
    if (item === undefined || !/^[0-4]$/.test(event.key)) return;
    const asks = asksOf(item);
    const chosen = asks[Number(event.key) - 1];
    if (asks.length === 0 || (event.key !== '0' && chosen === undefined)) return;
    event.preventDefault();
    if (chosen === 'write') write(item.key);
    else ask(item, chosen);
  };

  const drawn = items.slice(0, Math.max(shown, at + 1));
  const left = items.length - drawn.length;
  return (
    <>
      <p className="quiet">{words.keysNote}</p>
      <ul ref={list} className="return-lines" onKeyDown={onKeyDown}>
        {drawn.map((item, index) => (
          <li key={item.key}>
            <ReturnLine
              item={item} choice={choiceOf(item, view)} isOpen={item.key === current} isReached={at < 0 ? index === 0 : index === at} isWriting={item.key === writing}
              taskText={tasks.get(item.id) ?? ''} year={year} onOpen={open} onAsk={ask} onWrite={write} onGo={go}
            />
          </li>
        ))}
      </ul>
      {left > 0 ? <Button appearance="subtle" size="small" onClick={() => { setShown(drawn.length + page); }}>{words.showMore(Math.min(left, page))}</Button> : null}
      <div role="status" aria-live="polite" className="for-readers">{said}</div>
    </>
  );
}
