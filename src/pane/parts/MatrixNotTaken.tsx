// Why no matrix was taken in, and what to do (X3): a file that cannot be read, no table, nothing selected.
import { buildWords } from '../../words/build';
import { sayMatrixRefusal } from '../../words/matrixScreen';
import type { NotTaken } from '../desks/matrixReader';
import { useWords } from '../language';
import { Notice } from './Notice';
import { ProblemLine } from './Problems';

/** As a table, so that the test language reaches it. */
const refusals = { refusal: sayMatrixRefusal };

/** Shows the reason. */
export function MatrixNotTaken({ notTaken }: { readonly notTaken: NotTaken }) {
  const words = useWords(buildWords);
  const say = useWords(refusals);
  switch (notTaken.kind) {
    case 'file': return <Notice tone="error" alert>{say.refusal(notTaken.name, notTaken.refusal)}</Notice>;
    case 'problems': return (
      <Notice tone="error" alert>
        <strong>{words.notTaken(notTaken.name)}</strong>
        {notTaken.problems.filter(({ level }) => level === 'error').map((problem, index) => <ProblemLine key={`${String(index)}-${problem.kind}`} problem={problem} />)}
      </Notice>
    );
    case 'nothingSelected': return <Notice tone="warning" alert>{words.nothingSelected}</Notice>;
    case 'emptySheet': return <Notice tone="warning" alert>{words.emptySheet(notTaken.name)}</Notice>;
    case 'cancelled': return <Notice tone="info" alert>{words.cancelled}</Notice>;
  }
}
