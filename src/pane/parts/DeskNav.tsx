// The ways between the screens of a ledger. There as soon as there is a ledger.
import { frameWords } from '../../words/frame';
import { statusWords } from '../../words/status';
import { useConductor, useLive, usePaneState } from '../conductorContext';
import { useWords } from '../language';
import { desks, isBusy, isDesk } from '../state';

/** Shows the ways. */
export function DeskNav() {
  const words = useWords(statusWords);
  const frame = useWords(frameWords);
  const conductor = useConductor();
  const state = usePaneState();
  const { kind } = useLive();
  const { at } = state.screen;
  if (!isDesk(at) && (at !== 'home' || kind !== 'ready')) return null;
  const labels = { status: words.toStatus, check: words.toCheck, task: words.toTask, returns: frame.toReturns, reports: frame.toReports };
  return (
    <nav className="desk-nav" aria-label={words.nav}>
      {desks.map((desk) => (
        <button key={desk} type="button" aria-current={at === desk ? 'page' : undefined} disabled={isBusy(state) && at !== desk} onClick={() => { void conductor.openDesk(desk); }}>{labels[desk]}</button>
      ))}
    </nav>
  );
}
