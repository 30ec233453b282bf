// One problem of the ledger: its sentence leads to its cell; under it what can be done about it.
import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle';
import { Info16Regular } from '@fluentui/react-icons/svg/info';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import { checkWords } from '../../words/check';
import { sayings } from '../../words/say';
import type { ListedProblem } from '../checkShape';
import { renamed } from '../checkShape';
import { useConductor } from '../conductorContext';
import { useWords } from '../language';
import { HideForm } from './HideForm';
import { nearer } from './nearer';

const icons = { error: ErrorCircle16Filled, warning: Warning16Filled, note: Info16Regular } as const;

/** Shows one problem. */
export function CheckedProblem({ listed }: { readonly listed: ListedProblem }) {
  const words = useWords(checkWords);
  const say = useWords(sayings);
  const conductor = useConductor();
  const [isHiding, setHiding] = useState(false);
  const { problem } = listed;
  const { sheet, cell } = problem.at;
  const Icon = icons[problem.level];
  const offered = renamed(listed);
  const sentence = say.problem(nearer(problem));
  const line = (
    <>
      <Icon className={`tone-${problem.level}`} aria-label={words.levels[problem.level]} />
      <span>{sentence}</span>
    </>
  );
  return (
    <div className="checked">
      {sheet === undefined || cell === undefined
        ? <div className="problem">{line}</div>
        : <button type="button" className="problem problem-link" title={words.goTo(cell)} onClick={() => { void conductor.show(sheet, cell); }}>{line}</button>}
      {isHiding ? <HideForm problem={problem} onClose={() => { setHiding(false); }} /> : (
        <div className="buttons checked-buttons">
          {problem.fix === undefined ? null : <Button size="small" onClick={() => { void conductor.check.previewFixes([problem]); }}>{words.fix}</Button>}
          {offered === undefined ? null : <Button size="small" onClick={() => { void conductor.check.rename(problem, offered.text); }}>{words.rename(offered.name)}</Button>}
          {problem.level === 'note' ? <Button size="small" appearance="subtle" onClick={() => { setHiding(true); }}>{words.hide}</Button> : null}
        </div>
      )}
    </div>
  );
}
