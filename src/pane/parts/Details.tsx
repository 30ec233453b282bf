// Details for the administrator: text that can be selected and copied. The clipboard itself is closed to panes in Excel on the web.
import { useId, useRef, useState } from 'react';
import { Button } from '@fluentui/react-components';
import { frameWords } from '../../words/frame';
import { useWords } from '../language';

/** Shows details with a button that selects them. */
export function Details({ text }: { readonly text: string }) {
  const words = useWords(frameWords);
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [isSelected, setSelected] = useState(false);
  const select = (): void => {
    area.current?.focus();
    area.current?.select();
    setSelected(true);
  };
  return (
    <div className="details">
      <label htmlFor={id}>{words.detailsLabel}</label>
      <textarea ref={area} id={id} readOnly value={text} spellCheck={false} />
      <div className="details-below">
        <Button size="small" onClick={select}>{words.selectDetails}</Button>
        <span role="status">{isSelected ? words.selectedDetails : ''}</span>
      </div>
    </div>
  );
}
