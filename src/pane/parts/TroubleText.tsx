// What happened, how the workbook is now, what to do, and details for the administrator (X1, X3).
import { makeStyles, tokens } from '@fluentui/react-components';
import type { PaneWords } from '../../words/paneWords';
import type { Stopped, Trouble } from '../state';
import { useWords } from '../wordsContext';
import { Details } from './Details';
import { Notice } from './Notice';

const useStyles = makeStyles({
  title: { margin: '12px 0 2px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, lineHeight: tokens.lineHeightBase300 },
  details: { marginTop: '16px' },
});

/** The sentences of a trouble. */
export function sentencesOf(trouble: Trouble, stopped: Stopped, words: PaneWords): { readonly what: string; readonly state: string; readonly todo: string } {
  if (trouble.kind === 'fault') return { what: words.faultWhat(trouble.fault), state: words.faultState(trouble.fault), todo: words.faultTodo(trouble.fault) };
  const isWriting = stopped === 'build';
  return { what: words.bug.what, state: isWriting ? words.bug.written : words.bug.untouched, todo: isWriting ? words.bug.todo : words.bug.todoRead };
}

/** What an administrator wants to know; names of code and Excel's own words are all right here. */
function recordOf(trouble: Trouble, stopped: Stopped): string {
  const record = trouble.kind === 'fault' ? { stopped, ...trouble.fault } : { stopped, message: trouble.message, stack: trouble.stack };
  return JSON.stringify(record, null, 1);
}

/** Tells of a trouble. */
export function TroubleText({ trouble, stopped }: { readonly trouble: Trouble; readonly stopped: Stopped }) {
  const styles = useStyles();
  const words = useWords();
  const { what, state, todo } = sentencesOf(trouble, stopped, words);
  const isBroken = trouble.kind === 'fault' ? trouble.fault.restored === false : stopped === 'build';
  return (
    <>
      <Notice tone={isBroken ? 'error' : 'warning'} alert>{what}</Notice>
      <h2 className={styles.title}>{words.build.faultState}</h2>
      <p className={styles.text}>{state}</p>
      <h2 className={styles.title}>{words.build.faultTodo}</h2>
      <p className={styles.text}>{todo}</p>
      <div className={styles.details}><Details text={recordOf(trouble, stopped)} /></div>
    </>
  );
}
