// Which lines of the review are looked at, and choosing on all of them at once: of one kind, of one file, of what waits.
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { ReviewItem } from '../../actions/returnsReview';
import { choiceOf, isForPerson, isOpen, reviewKinds } from '../../actions/returnsReview';
import { returnsWords } from '../../words/returns';
import { useConductor } from '../conductorContext';
import type { ReviewView } from '../desks/reviewDesk';
import { useWords } from '../language';
import { countKinds } from '../reviewShape';

/** Shows the filters. */
export function ReturnFilters({ view }: { readonly view: ReviewView }) {
  const words = useWords(returnsWords);
  const { returns: { review } } = useConductor();
  const { items, filter } = view;
  const id = useId();
  const counts = countKinds(items, filter.file);
  const ofFile = items.filter(({ file }) => filter.file === '' || file === filter.file);
  const waits = ofFile.filter((item) => isOpen(item, view)).length;
  const files = [...new Set(items.map(({ file }) => file))];
  return (
    <>
      <div className="choices" role="group" aria-label={words.kindsLabel}>
        <button type="button" className="choice" aria-pressed={filter.kind === undefined && !filter.forMe} onClick={() => { review.setFilter({ ...filter, kind: undefined, forMe: false }); }}>{words.everything(ofFile.length)}</button>
        <button type="button" className="choice" aria-pressed={filter.forMe} disabled={waits === 0 && !filter.forMe} onClick={() => { review.setFilter({ ...filter, kind: undefined, forMe: !filter.forMe }); }}>{words.forMe(waits)}</button>
        {reviewKinds.map((kind) => {
          const count = counts.get(kind) ?? 0;
          return count === 0 && filter.kind !== kind ? null : (
            <button key={kind} type="button" className="choice" aria-pressed={filter.kind === kind} onClick={() => { review.setFilter({ ...filter, forMe: false, kind: filter.kind === kind ? undefined : kind }); }}>{words.kindCount(words.kind[kind], count)}</button>
          );
        })}
      </div>
      {files.length < 2 ? null : (
        <div className="return-by-file">
          <label htmlFor={id}>{words.fileLabel}</label>
          <select id={id} className="field" value={filter.file} onChange={(event) => { review.setFilter({ ...filter, file: event.target.value }); }}>
            <option value="">{words.allFiles}</option>
            {files.map((file) => <option key={file} value={file}>{file}</option>)}
          </select>
        </div>
      )}
      {filter.kind === undefined ? null : <p className="quiet">{words.kindNote[filter.kind]}</p>}
    </>
  );
}

/** Chooses on all lines that are shown. */
export function ReturnBulk({ items, view }: { readonly items: readonly ReviewItem[]; readonly view: ReviewView }) {
  const words = useWords(returnsWords);
  const { returns: { review } } = useConductor();
  const open = items.filter((item) => isOpen(item, view));
  const conflicts = open.filter(({ kind }) => kind === 'conflict');
  const guesses = open.filter(({ kind }) => kind === 'guess');
  const decided = items.filter((item) => isForPerson(item) && choiceOf(item, view) !== undefined);
  const [said, setSaid] = useState({ text: '', times: 0 });
  const line = useRef<HTMLParagraphElement>(null);
  const all = (of: readonly ReviewItem[], how: string, choose: () => void): void => {
    choose();
    const now = review.getState();
    setSaid({ text: words.chosenSeveral(how, of.length, now.items.filter((item) => isOpen(item, now)).length), times: said.times + 1 });
  };
  // The button goes away with what it was for, so the focus goes to what came of it, once that is drawn.
  useEffect(() => { if (said.times > 0) line.current?.focus(); }, [said]);
  if (conflicts.length < 2 && guesses.length < 2 && decided.length < 2 && said.times === 0) return null;
  return (
    <div className="return-bulk" role="group" aria-label={words.bulkTitle}>
      <p ref={line} className="quiet" role="status" tabIndex={-1}>{said.text}</p>
      {conflicts.length < 2 ? null : (
        <>
          <Button size="small" onClick={() => { all(conflicts, words.state.ledger, () => { review.chooseConflicts(conflicts, 'ledger'); }); }}>{words.bulkLedger(conflicts.length)}</Button>
          <Button size="small" onClick={() => { all(conflicts, words.state.returned, () => { review.chooseConflicts(conflicts, 'returned'); }); }}>{words.bulkReturned(conflicts.length)}</Button>
        </>
      )}
      {guesses.length < 2 ? null : <Button size="small" onClick={() => { all(guesses, words.state.confirmed, () => { review.chooseGuesses(guesses, 'confirmed'); }); }}>{words.bulkConfirm(guesses.length)}</Button>}
      {decided.length < 2 ? null : <Button size="small" appearance="subtle" onClick={() => { all(decided, words.undone, () => { review.takeBackChoices(decided); }); }}>{words.bulkClear(decided.length)}</Button>}
    </div>
  );
}
