// An old text and a new one, side by side where there is room, with what differs marked in each: underlined or struck through, and not by colour alone (C2).
import { useMemo } from 'react';
import { returnsWords } from '../../words/returns';
import type { TextPart } from '../../actions/returnsReview';
import { textParts } from '../../actions/returnsReview';
import { useWords } from '../language';

interface ReturnTextsProps { readonly oldLabel: string; readonly old: string; readonly newLabel: string; readonly next: string }

/** Shows both. */
export function ReturnTexts({ oldLabel, old, newLabel, next }: ReturnTextsProps) {
  const parts = useMemo(() => textParts(old, next), [old, next]);
  // Where one side is empty all of the other is new, and marking it would only make it hard to read.
  const isMarked = old !== '' && next !== '';
  return (
    <dl className="return-texts">
      <div><dt>{oldLabel}</dt><dd><Text parts={parts.old} mark={isMarked ? 'del' : undefined} /></dd></div>
      <div><dt>{newLabel}</dt><dd><Text parts={parts.new} mark={isMarked ? 'ins' : undefined} /></dd></div>
    </dl>
  );
}

function Text({ parts, mark: Mark }: { readonly parts: readonly TextPart[]; readonly mark: 'del' | 'ins' | undefined }) {
  const words = useWords(returnsWords);
  if (parts.length === 0) return <span className="quiet">{words.empty}</span>;
  // Pieces of one text never change places, so their place is what they are known by.
  return parts.map(({ text, differs }, index) => (differs && Mark !== undefined ? <Mark key={index}>{text}</Mark> : <span key={index}>{text}</span>));
}
