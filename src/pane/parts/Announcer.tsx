// Says aloud, to those who listen to the screen, what changes without the focus moving: what the workbook is, and how far an action is.
import { makeStyles } from '@fluentui/react-components';
import type { PaneWords } from '../../words/paneWords';
import { usePaneState } from '../conductorContext';
import type { PaneState } from '../state';
import { useWords } from '../wordsContext';

const useStyles = makeStyles({
  hidden: { position: 'absolute', width: '1px', height: '1px', margin: '-1px', overflow: 'hidden', clip: 'rect(0 0 0 0)', whiteSpace: 'nowrap' },
});

/** What is to be said of a state; progress is said by quarters, or a reader would never stop. */
export function announcementOf(state: PaneState, words: PaneWords): string {
  const { screen, workbook } = state;
  if (screen.at === 'source' && screen.busy) return words.build.reading;
  if (screen.at === 'writing') return screen.of === 0 ? '' : words.build.percent(Math.floor((screen.done / screen.of) * 4) * 25);
  if (screen.at !== 'home' || workbook.kind !== 'known') return '';
  switch (workbook.state.kind) {
    case 'none': return words.home.said.none;
    case 'inTheWay': return words.home.said.inTheWay;
    case 'ledger': return words.home.said.ledger(workbook.state.settings?.year, workbook.state.ledger.rows.length);
  }
}

/** A quiet place that readers watch. */
export function Announcer() {
  const styles = useStyles();
  const words = useWords();
  return <div role="status" aria-live="polite" className={styles.hidden}>{announcementOf(usePaneState(), words)}</div>;
}
