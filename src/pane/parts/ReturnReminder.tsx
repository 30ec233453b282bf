// A reminder ready to copy (R13). Where the clipboard is closed to panes, its text stands selected.
import { useId, useRef, useState } from 'react';
import { Button } from '@fluentui/react-components';
import { returnsWords } from '../../words/returns';
import { useConductor } from '../conductorContext';
import { useWords } from '../language';

/** Shows the text with a button that copies it. */
export function ReturnReminder({ label, text }: { readonly label: string; readonly text: string }) {
  const words = useWords(returnsWords);
  const { returns } = useConductor();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    if (await returns.copyText(text)) {
      setSaid(words.copied);
      return;
    }
    area.current?.focus();
    area.current?.select();
    setSaid(words.selected);
  };
  return (
    <div className="return-reminder">
      <label htmlFor={id}>{label}</label>
      <textarea ref={area} id={id} className="field" readOnly rows={7} value={text} spellCheck={false} />
      <div className="details-below">
        <Button size="small" onClick={() => { void copy(); }}>{words.copy}</Button>
        <span role="status">{said}</span>
      </div>
    </div>
  );
}
