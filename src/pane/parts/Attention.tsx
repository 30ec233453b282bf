// What needs the person's attention in the open workbook, with a way to each cell. Loaded when there is something.
import { Button } from '@fluentui/react-components';
import type { Problem } from '../../core/problem';
import { homeWords } from '../../words/home';
import { sayings } from '../../words/say';
import { useConductor } from '../conductorContext';
import { useWords } from '../language';
import { Notice } from './Notice';

/** One thing that is in the way of a ledger (L10, X5). */
export function InTheWayNotice({ problem }: { readonly problem: Problem }) {
  const say = useWords(sayings);
  return <Notice tone="warning">{say.problem(problem)}</Notice>;
}

/** Problems of an existing ledger. */
export function ProblemsNotice({ problems }: { readonly problems: readonly Problem[] }) {
  const words = useWords(homeWords);
  const say = useWords(sayings);
  const conductor = useConductor();
  return (
    <Notice tone="warning">
      <strong>{words.problemsTitle(problems.length)}</strong>
      <ul>
        {problems.map((problem, index) => {
          const { sheet, cell } = problem.at;
          return (
            <li key={index}>
              {say.problem(problem)}
              {sheet === undefined || cell === undefined ? null : (
                <Button appearance="transparent" size="small" className="go-to" onClick={() => { void conductor.show(sheet, cell); }}>{words.goToCell(cell)}</Button>
              )}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
