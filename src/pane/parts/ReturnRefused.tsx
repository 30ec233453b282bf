// Why nothing can be sent out, taken in or taken back as the workbook is: the sentence, and the way to the cell where there is one (X3).
import { Button } from '@fluentui/react-components';
import type { Problem } from '../../core/problem';
import { returnsWords } from '../../words/returns';
import { sayings } from '../../words/say';
import { useConductor } from '../conductorContext';
import { useWords } from '../language';
import { Notice } from './Notice';

/** Says it. */
export function ReturnRefused({ refused }: { readonly refused: Problem | 'noLedger' | 'sheetGone' }) {
  const words = useWords(returnsWords);
  const say = useWords(sayings);
  const conductor = useConductor();
  if (refused === 'noLedger' || refused === 'sheetGone') return <Notice tone="warning" alert>{refused === 'noLedger' ? words.noLedger : words.sheetGone}</Notice>;
  const { sheet, cell } = refused.at;
  return (
    <Notice tone="warning" alert>
      <p>{say.problem(refused)}</p>
      {sheet === undefined || cell === undefined ? null : <Button size="small" onClick={() => { void conductor.show(sheet, cell); }}>{words.goTo}</Button>}
    </Notice>
  );
}
