// Sending out and taking back: leads to the one of its screens that is looked at.
import type { KeyboardEvent, ReactNode } from 'react';
import { useSyncExternalStore } from 'react';
import '../returns.css';
import { useConductor, useLive, usePaneState } from '../conductorContext';
import { NoStanding } from '../parts/NoStanding';
import { isBusy } from '../state';
import { CopiesScreen } from './CopiesScreen';
import { ReturnsOverview } from './ReturnsOverview';
import { ReturnsReview } from './ReturnsReview';
import { ReturnsSource } from './ReturnsSource';
import { ReturnsTakeBack } from './ReturnsTakeBack';

/** The desk of copies and returns. */
export function ReturnsScreen() {
  const { returns } = useConductor();
  const { standing } = useLive();
  const { at, moves } = useSyncExternalStore(returns.subscribe, returns.getState);
  const pane = usePaneState();
  if (standing === undefined) return <NoStanding />;
  const all = pane.moves + moves;
  switch (at) {
    case 'overview': return <ReturnsOverview moves={all} standing={standing} />;
    case 'copies': return <Inner><CopiesScreen moves={all} /></Inner>;
    case 'source': return <Inner><ReturnsSource moves={all} /></Inner>;
    case 'review': return <Inner><ReturnsReview moves={all} /></Inner>;
    case 'takeBack': return <Inner><ReturnsTakeBack moves={all} /></Inner>;
  }
}

/** Esc leads back to where the sections stand, and not out of the desk. */
function Inner({ children }: { readonly children: ReactNode }) {
  const { returns } = useConductor();
  const busy = isBusy(usePaneState());
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    if (!busy && !event.nativeEvent.isComposing) returns.toOverview();
  };
  return <div className="screen" onKeyDown={onKeyDown}>{children}</div>;
}
