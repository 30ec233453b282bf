// Notes that someone hid, with the reasons given, and the way to bring each back.
import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { Judgement } from '../../actions/judgeLedger';
import { checkWords } from '../../words/check';
import { sayings } from '../../words/say';
import { keyOfProblem } from '../checkShape';
import { useConductor } from '../conductorContext';
import { useWords } from '../language';
import { Fold } from './Fold';
import { MoreList } from './MoreList';
import { nearer } from './nearer';

/** Shows them, closed at first. */
export function HiddenNotes({ hidden }: { readonly hidden: Judgement['hidden'] }) {
  const words = useWords(checkWords);
  const say = useWords(sayings);
  const conductor = useConductor();
  const [open, setOpen] = useState(false);
  return (
    <Fold level={2} title={words.hiddenTitle} note={words.count(hidden.length)} open={open} onToggle={() => { setOpen(!open); }}>
      <MoreList
        items={hidden} keyOf={({ problem }) => keyOfProblem(problem)}
        render={({ problem, reason }) => (
          <div className="checked">
            <p>{say.problem(nearer(problem))}</p>
            <p className="quiet">{words.reason(reason)}</p>
            <Button size="small" onClick={() => { void conductor.check.showAgain(problem); }}>{words.showAgain}</Button>
          </div>
        )}
      />
    </Fold>
  );
}
