// One line of the review: what it is of, and, opened, its texts side by side with what can be said of it (R3–R6).
import { memo } from 'react';
import { Button } from '@fluentui/react-components';
import type { ReviewChoice, ReviewItem } from '../../actions/returnsReview';
import { isForPerson } from '../../actions/returnsReview';
import { consolidationWords } from '../../words/consolidation';
import { fieldTitles } from '../../words/fields';
import { returnsWords } from '../../words/returns';
import { useWords } from '../language';
import type { Asked } from './ReturnChoices';
import { ReturnChoices } from './ReturnChoices';
import { ReturnTexts } from './ReturnTexts';

interface ReturnLineProps {
  readonly item: ReviewItem;
  readonly choice: ReviewChoice;
  readonly isOpen: boolean;
  /** Whether Tab leads to it: one line of the list is so, the arrows lead to the others. */
  readonly isReached: boolean;
  readonly isWriting: boolean;
  readonly taskText: string;
  readonly year: number;
  readonly onOpen: (key: string, open: boolean) => void;
  readonly onAsk: (item: ReviewItem, asked: Asked) => void;
  readonly onWrite: (key: string | undefined) => void;
  readonly onGo: (item: ReviewItem) => void;
}

/** What a line shows of its text while it is closed. */
function summaryOf(item: ReviewItem): string {
  switch (item.kind) {
    case 'merged': case 'outside': return item.of.new;
    case 'conflict': return item.of.returned;
    case 'guess': return item.of.rowText;
    case 'unmatched': return item.of.texts.map(({ text }) => text).join(' ');
    case 'setApart': return item.of.text;
  }
}

/** Shows a line. Drawn anew only when something of its own changed. */
export const ReturnLine = memo(function ReturnLine(props: ReturnLineProps) {
  const { item, choice, isOpen, isReached, onOpen } = props;
  const words = useWords(returnsWords);
  const fields = useWords(fieldTitles);
  const { of } = item;
  const column = !('column' in of) || of.column === undefined ? '' : of.column === 'other' ? ('title' in of && of.title !== undefined ? of.title : words.otherColumn) : (fields[of.column] ?? '');
  const state = choice === undefined ? (isForPerson(item) ? words.state.open : undefined) : typeof choice === 'object' ? words.state.own : words.state[choice];
  const summary = summaryOf(item);
  return (
    <div className="return-line" data-kind={item.kind}>
      <button type="button" className="task-line" data-line={item.key} aria-expanded={isOpen} tabIndex={isReached ? 0 : -1} onClick={() => { onOpen(item.key, !isOpen); }}>
        <span className="line-head">
          <span className={`return-kind kind-${item.kind}`}>{words.kind[item.kind]}</span>
          {item.id === '' && column === '' ? null : <span className="line-id">{words.lineTask(item.id, column)}</span>}
          <span>{item.section}</span>
          {state === undefined ? null : <span className={choice === undefined ? 'return-state return-waits' : 'return-state'}>{state}</span>}
        </span>
        {isOpen ? null : <span className="line-text two-lines">{summary === '' ? words.empty : summary}</span>}
      </button>
      {isOpen ? <Body {...props} /> : null}
    </div>
  );
});

function Body({ item, choice, isWriting, taskText, year, onAsk, onWrite, onGo }: ReturnLineProps) {
  const words = useWords(returnsWords);
  return (
    <div className="return-body">
      {item.id === '' || item.kind === 'guess' ? null : <p className="quiet two-lines">{taskText}</p>}
      <Contents item={item} />
      {typeof choice === 'object' ? <ReturnTexts oldLabel={words.now} old={item.kind === 'conflict' ? item.of.ledger : ''} newLabel={words.willBe} next={choice.own} /> : null}
      {item.kind === 'outside' && item.of.reason !== undefined && choice === 'accepted' ? <p>{words.reason(item.of.reason)}</p> : null}
      <ReturnChoices item={item} choice={choice} isWriting={isWriting} year={year} onAsk={onAsk} onWrite={onWrite} />
      {'table' in item.of ? <p className="quiet">{words.place(item.file, item.of.table, item.of.row + 1)}</p> : null}
      {item.id === '' ? null : <Button size="small" appearance="subtle" className="go-to" onClick={() => { onGo(item); }}>{words.goToCell}</Button>}
    </div>
  );
}

function Contents({ item }: { readonly item: ReviewItem }) {
  const words = useWords(returnsWords);
  const said = useWords(consolidationWords);
  switch (item.kind) {
    case 'merged': return (
      <>
        <ReturnTexts oldLabel={words.now} old={item.of.old} newLabel={words.becomes} next={item.of.new} />
        {item.of.assumedYear ? <p>{words.assumedYear}</p> : null}
      </>
    );
    case 'conflict': return (
      <>
        <p>{words.conflictNote[item.of.kind]}</p>
        <ReturnTexts oldLabel={words.now} old={item.of.ledger} newLabel={words.came} next={item.of.returned} />
        {item.of.base === undefined || item.of.base === '' || item.of.base === item.of.ledger ? null : <p className="return-base"><span className="quiet">{words.sentOut}</span> {item.of.base}</p>}
      </>
    );
    case 'guess': return (
      <>
        <p>{said.guess[item.of.kind]}</p>
        {item.of.rowText === '' ? null : <ReturnTexts oldLabel={words.taskText} old={item.of.taskText} newLabel={words.rowText} next={item.of.rowText} />}
        <Texts texts={item.of.texts} />
      </>
    );
    case 'outside': return (
      <>
        <ReturnTexts oldLabel={words.now} old={item.of.old} newLabel={words.came} next={item.of.new} />
        {item.of.acceptable ? null : <p>{words.notAcceptable}</p>}
      </>
    );
    case 'unmatched': return <Texts texts={item.of.texts} />;
    case 'setApart': return (
      <>
        <p>{said.setApart[item.of.kind]}</p>
        {item.of.text === '' ? null : <p className="return-plain">{item.of.text}</p>}
      </>
    );
  }
}

function Texts({ texts }: { readonly texts: readonly { readonly column: string; readonly text: string }[] }) {
  const words = useWords(returnsWords);
  const fields = useWords(fieldTitles);
  if (texts.length === 0) return null;
  return (
    <>
      <p className="quiet">{words.brings}</p>
      <dl className="facts">
        {texts.map(({ column, text }, index) => [<dt key={`${String(index)}-label`}>{fields[column] ?? words.otherColumn}</dt>, <dd key={`${String(index)}-value`} className="return-plain">{text}</dd>])}
      </dl>
    </>
  );
}
