// Says aloud, to those who listen to the screen, what changes without the focus moving: what the workbook is, and how far an action is.
import { homeWords } from '../../words/home';
import { usePaneState } from '../conductorContext';
import { useWords } from '../language';
import type { PaneState } from '../state';

/** What is to be said of a state; progress is said by quarters, or a reader would never stop. */
export function announcementOf(state: PaneState, words: typeof homeWords): string {
  const { screen, workbook } = state;
  if (screen.at === 'source' && screen.busy) return words.said.reading;
  if (screen.at === 'writing') return screen.of === 0 ? '' : words.said.percent(Math.floor((screen.done / screen.of) * 4) * 25);
  if (screen.at !== 'home' || workbook.kind !== 'known') return '';
  switch (workbook.state.kind) {
    case 'none': return words.said.none;
    case 'inTheWay': return words.said.inTheWay;
    case 'ledger': return words.said.ledger(workbook.state.settings?.year, workbook.state.ledger.rows.length);
  }
}

/** A quiet place that readers watch. */
export function Announcer() {
  const words = useWords(homeWords);
  return <div role="status" aria-live="polite" className="for-readers">{announcementOf(usePaneState(), words)}</div>;
}
