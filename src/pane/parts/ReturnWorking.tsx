// An action on copies or returns that is under way: what is done, how far it is, and the way to end it where there is one.
import { Button, ProgressBar } from '@fluentui/react-components';
import { returnsWords } from '../../words/returns';
import { useWords } from '../language';
import { ScreenLayout } from './ScreenLayout';

interface ReturnWorkingProps {
  readonly title: string;
  /** A line under the bar. */
  readonly text: string;
  readonly moves: number;
  /** `of` is 0 while it is not known how much there is to do. */
  readonly progress: { readonly done: number; readonly of: number };
  readonly writes: boolean;
  readonly onCancel?: () => void;
}

/** Shows it. */
export function ReturnWorking({ title, text, moves, progress: { done, of }, writes, onCancel }: ReturnWorkingProps) {
  const words = useWords(returnsWords);
  const footer = onCancel === undefined ? undefined : <Button onClick={onCancel}>{words.cancel}</Button>;
  return (
    <ScreenLayout title={title} moves={moves} footer={footer} busy>
      <ProgressBar value={of === 0 ? undefined : done / of} thickness="large" aria-label={title} />
      <p>{text}</p>
      {writes ? <p>{words.stayHere}</p> : null}
    </ScreenLayout>
  );
}
