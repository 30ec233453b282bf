// Where a list of people is pasted, as a notice prints it (附件2). Writes nothing.
import { useRef, useState } from 'react';
import { Button } from '@fluentui/react-components';
import { rosterScreenWords } from '../../words/rosterScreen';
import { useConductor, usePaneState } from '../conductorContext';
import type { RosterView } from '../desks/rosterDesk';
import { useWords } from '../language';
import { FormField } from '../parts/FormField';
import { ScreenLayout } from '../parts/ScreenLayout';

/** The place for a list. */
export function RosterPaste({ view }: { readonly view: RosterView }) {
  const words = useWords(rosterScreenWords);
  const { roster } = useConductor().plan;
  const { moves } = usePaneState();
  const [isMissing, setMissing] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const busy = view.busy !== undefined;
  const read = (): void => {
    if (busy) return;
    if (view.text.trim() === '') {
      setMissing(true);
      area.current?.focus();
    } else void roster.read();
  };
  const footer = (
    <>
      <Button appearance="primary" disabledFocusable={busy} onClick={read}>{busy ? words.reading : words.read}</Button>
      <Button disabled={busy} onClick={roster.toList}>{words.back}</Button>
    </>
  );
  return (
    <ScreenLayout title={words.pasteTitle} moves={moves + view.moves} footer={footer} busy={busy}>
      <p>{words.pasteText}</p>
      <FormField label={words.pasteLabel} refusal={isMissing ? words.pasteEmpty : undefined}>
        {({ className, ...marks }) => (
          <textarea
            ref={area} {...marks} className={`${className} paste-area`} rows={10} placeholder={words.pasteExample} value={view.text} disabled={busy}
            onChange={(event) => { roster.type(event.target.value); setMissing(false); }}
          />
        )}
      </FormField>
    </ScreenLayout>
  );
}
