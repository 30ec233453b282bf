// What happened, how the workbook is now, what to do, and details for the administrator (X1, X3).
import { buildWords } from '../../words/build';
import { bugWords } from '../../words/faults';
import { sayings } from '../../words/say';
import { useWords } from '../language';
import type { Stopped, Trouble } from '../state';
import { Details } from './Details';
import { Notice } from './Notice';

/** What writes to the workbook, so that a bug may have left it half done. */
const writing: ReadonlySet<Stopped> = new Set(['build', 'check', 'mend', 'fillIn', 'asOf', 'report', 'copies', 'merge', 'takeBack', 'roster', 'settings']);

/** The three sentences of a trouble. */
function useSentences(trouble: Trouble, stopped: Stopped): { readonly what: string; readonly state: string; readonly todo: string } {
  const say = useWords(sayings);
  const bug = useWords(bugWords);
  if (trouble.kind === 'fault') return { what: say.faultWhat(trouble.fault), state: say.faultState(trouble.fault), todo: say.faultTodo(trouble.fault) };
  const isWriting = writing.has(stopped);
  return { what: bug.what, state: isWriting ? bug.written : bug.untouched, todo: isWriting ? bug.todo : bug.todoRead };
}

/** What an administrator wants to know; names of code and Excel's own words are all right here. */
function recordOf(trouble: Trouble, stopped: Stopped): string {
  const record = trouble.kind === 'fault' ? { stopped, ...trouble.fault } : { stopped, message: trouble.message, stack: trouble.stack };
  return JSON.stringify(record, null, 1);
}

/** Tells of a trouble. */
export function TroubleText({ trouble, stopped }: { readonly trouble: Trouble; readonly stopped: Stopped }) {
  const words = useWords(buildWords);
  const { what, state, todo } = useSentences(trouble, stopped);
  const isBroken = trouble.kind === 'fault' ? trouble.fault.restored === false : writing.has(stopped);
  return (
    <div className="trouble">
      <Notice tone={isBroken ? 'error' : 'warning'} alert>{what}</Notice>
      <h2>{words.faultState}</h2>
      <p>{state}</p>
      <h2>{words.faultTodo}</h2>
      <p>{todo}</p>
      <Details text={recordOf(trouble, stopped)} />
    </div>
  );
}
