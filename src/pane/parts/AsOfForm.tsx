// Changes 基准日: another day, or today again (L9). Written to 设置; everything that is judged follows.
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Button } from '@fluentui/react-components';
import '../desk.css';
import type { LedgerStanding } from '../../actions/followLedger';
import { statusWords } from '../../words/status';
import { useConductor } from '../conductorContext';
import { useWords } from '../language';

/** The form under the header. */
export function AsOfForm({ standing, onClose }: { readonly standing: LedgerStanding; readonly onClose: () => void }) {
  const words = useWords(statusWords);
  const conductor = useConductor();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [day, setDay] = useState(standing.asOf);
  const [isMissing, setMissing] = useState(false);
  useEffect(() => { input.current?.focus(); }, []);
  const write = async (chosen: string): Promise<void> => {
    await conductor.setAsOf(chosen);
    onClose();
  };
  const apply = (): void => {
    if (day === '') {
      setMissing(true);
      input.current?.focus();
    } else void write(day);
  };
  // Esc closes the form and does not lead away from the screen below it.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  };
  return (
    <form className="as-of-form" aria-label={words.asOfInput} onKeyDown={onKeyDown} onSubmit={(event) => { event.preventDefault(); apply(); }}>
      <p className="quiet">{words.asOfNow(standing.asOf, standing.isAsOfSet)}{words.asOfHelp}</p>
      <label htmlFor={id}>{words.asOfInput}</label>
      <input ref={input} id={id} type="date" className="field" value={day} aria-invalid={isMissing} aria-describedby={isMissing ? `${id}-missing` : undefined} onChange={(event) => { setDay(event.target.value); setMissing(false); }} />
      {isMissing ? <p id={`${id}-missing`} role="alert" className="tone-error">{words.asOfMissing}</p> : null}
      <div className="buttons">
        <Button type="submit" size="small">{words.asOfApply}</Button>
        {standing.isAsOfSet ? <Button size="small" onClick={() => { void write(''); }}>{words.asOfToday}</Button> : null}
        <Button size="small" appearance="subtle" onClick={onClose}>{words.cancel}</Button>
      </div>
    </form>
  );
}
