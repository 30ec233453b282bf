// What a person can say of a line: choose in a conflict, confirm a guess, accept an outside change with a reason, or look past it (R4, I5, R6).
import type { FormEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { ReviewChoice, ReviewItem } from '../../actions/returnsReview';
import { canStand } from '../../actions/returnsReview';
import { fieldTitles } from '../../words/fields';
import { returnsWords } from '../../words/returns';
import { useWords } from '../language';

/** What was asked of a line. `undefined` takes the choice back. */
export type Asked = 'ledger' | 'returned' | 'both' | 'confirmed' | 'skipped' | { readonly own: string } | { readonly reason: string } | undefined;

/** What the number keys mean on a line, in order; 'write' opens a field. */
export function asksOf(item: ReviewItem): readonly ('ledger' | 'returned' | 'both' | 'confirmed' | 'skipped' | 'write')[] {
  if (item.kind === 'conflict') return ['ledger', 'returned', 'both', 'write'];
  if (item.kind === 'guess') return ['confirmed', 'skipped'];
  return item.kind === 'outside' && item.of.acceptable ? ['write', 'skipped'] : [];
}

interface ReturnChoicesProps {
  readonly item: ReviewItem;
  readonly choice: ReviewChoice;
  readonly isWriting: boolean;
  readonly year: number;
  readonly onAsk: (item: ReviewItem, asked: Asked) => void;
  readonly onWrite: (key: string | undefined) => void;
}

/** Shows the choices of a line; the chosen one is pressed, and pressing it again takes it back. */
export function ReturnChoices({ item, choice, isWriting, year, onAsk, onWrite }: ReturnChoicesProps) {
  const words = useWords(returnsWords);
  const fields = useWords(fieldTitles);
  if (item.kind !== 'conflict' && item.kind !== 'guess' && !(item.kind === 'outside' && item.of.acceptable)) return null;
  const labels: Readonly<Record<string, string>> = item.kind === 'conflict' ? { ...words.choices, write: words.choices.own } : item.kind === 'guess' ? words.guessChoices : { ...words.outsideChoices, write: words.outsideChoices.accepted };
  const isPressed = (ask: string): boolean => choice === ask || (ask === 'write' && (typeof choice === 'object' || choice === 'accepted'));
  const column = 'column' in item.of && item.of.column !== undefined ? (fields[item.of.column] ?? '') : words.wholeRow;
  return (
    <>
      <div className="return-choices" role="group" aria-label={words.choiceLabel(item.id, column)}>
        {asksOf(item).filter((ask) => !(ask === 'both' && item.kind === 'conflict' && item.of.column === 'doneOn')).map((ask) => (
          <button
            key={ask} type="button" className="choice" aria-pressed={isPressed(ask)} aria-expanded={ask === 'write' ? isWriting : undefined}
            onClick={() => {
              if (isPressed(ask)) onAsk(item, undefined);
              else if (ask === 'write') onWrite(isWriting ? undefined : item.key);
              else onAsk(item, ask);
            }}
          >{labels[ask]}</button>
        ))}
      </div>
      {isWriting ? <Writing item={item} year={year} onAsk={onAsk} onWrite={onWrite} /> : null}
    </>
  );
}

/** The field for a person's own words, or for the reason. */
function Writing({ item, year, onAsk, onWrite }: Omit<ReturnChoicesProps, 'choice' | 'isWriting'>) {
  const words = useWords(returnsWords);
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const isOwn = item.kind === 'conflict';
  const [text, setText] = useState(isOwn ? item.of.returned : '');
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    const area = field.current;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const found = isOwn ? (canStand(item.of.column, text, year) ? undefined : words.ownDay) : text.trim() === '' ? words.reasonMissing : undefined;
    setFault(found);
    if (found === undefined) onAsk(item, isOwn ? { own: text.trim() } : { reason: text.trim() });
    else field.current?.focus();
  };
  return (
    <form
      className="return-writing" onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        if (!event.nativeEvent.isComposing) onWrite(undefined);
      }}
    >
      <label htmlFor={id}>{isOwn ? words.ownLabel : words.reasonLabel}</label>
      <textarea ref={field} id={id} className="field" rows={isOwn && item.of.column !== 'doneOn' ? 4 : 2} value={text} aria-invalid={fault !== undefined} aria-describedby={`${id}-said`} onChange={(event) => { setText(event.target.value); setFault(undefined); }} />
      <p id={`${id}-said`} className={fault === undefined ? 'quiet' : 'tone-error'} role={fault === undefined ? undefined : 'alert'}>{fault ?? (isOwn ? '' : words.reasonHelp)}</p>
      <div className="buttons">
        <Button size="small" type="submit">{isOwn ? words.ownDo : words.acceptDo}</Button>
        <Button size="small" appearance="subtle" onClick={() => { onWrite(undefined); }}>{words.cancel}</Button>
      </div>
    </form>
  );
}
