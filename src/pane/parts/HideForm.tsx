// Hides a note for good: asks for the reason, which stays in the workbook.
import type { KeyboardEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { Problem } from '../../core/problem';
import { checkWords } from '../../words/check';
import { sayings } from '../../words/say';
import { useConductor } from '../conductorContext';
import { useWords } from '../language';
import { nearer } from './nearer';

/** The form under a note. */
export function HideForm({ problem, onClose }: { readonly problem: Problem; readonly onClose: () => void }) {
  const words = useWords(checkWords);
  const say = useWords(sayings);
  const conductor = useConductor();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  useEffect(() => { input.current?.focus(); }, []);
  const submit = (): void => {
    if (reason.trim() === '') {
      setMissing(true);
      input.current?.focus();
      return;
    }
    void conductor.check.hide(problem, say.problem(nearer(problem)), reason.trim());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (!event.nativeEvent.isComposing) onClose();
  };
  return (
    <form className="hide-form" aria-label={words.hideTitle} onKeyDown={onKeyDown} onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <label htmlFor={id}>{words.hideReason}</label>
      <input ref={input} id={id} className="field" value={reason} aria-required aria-invalid={isMissing} aria-describedby={`${id}-help`} onChange={(event) => { setReason(event.target.value); setMissing(false); }} />
      <p id={`${id}-help`} className={isMissing ? 'tone-error' : 'quiet'} role={isMissing ? 'alert' : undefined}>{isMissing ? words.hideMissing : words.hideHelp}</p>
      <div className="buttons">
        <Button size="small" type="submit">{words.hideDo}</Button>
        <Button size="small" appearance="subtle" onClick={onClose}>{words.cancel}</Button>
      </div>
    </form>
  );
}
