// A place to paste a table into. What comes is kept as it is and shown as a count, never as HTML (I1, X4).
import type { ClipboardEvent, Ref } from 'react';
import { useId, useState } from 'react';
import type { PastedContent } from '../../files/readPasted';
import { buildWords } from '../../words/build';
import { useWords } from '../language';

/** Takes what is pasted and says how much it is. */
export function MatrixPaste({ field, isMissing, onPasted }: { readonly field: Ref<HTMLTextAreaElement>; readonly isMissing: boolean; readonly onPasted: (content: PastedContent | undefined) => void }) {
  const words = useWords(buildWords);
  const id = useId();
  const [said, setSaid] = useState('');
  const paste = (event: ClipboardEvent): void => {
    // Left to itself the field would take the bare text, without the merges.
    event.preventDefault();
    const html = event.clipboardData.getData('text/html');
    const text = event.clipboardData.getData('text/plain');
    const isTable = /<table[\s>]/i.test(html);
    if (html.trim() === '' && text.trim() === '') {
      setSaid(words.pastedNothing);
      onPasted(undefined);
      return;
    }
    const characters = [...text.replace(/\s/g, '')].length;
    setSaid(isTable ? words.pastedTable(characters) : words.pastedCount(text.trim().split(/\r\n?|\n/).length, characters));
    onPasted({ html, text });
  };
  return (
    <div className="matrix-paste">
      <label htmlFor={id}>{words.pasteHere}</label>
      <textarea ref={field} id={id} className="field" rows={2} value="" placeholder={words.pasteHelp} aria-describedby={`${id}-said`} aria-invalid={isMissing} onPaste={paste} onChange={() => { setSaid(words.pasteHelp); }} />
      <p id={`${id}-said`} role="status" className={isMissing ? 'choice-missing' : 'quiet'}>{isMissing ? words.pasteFirst : said}</p>
    </div>
  );
}
