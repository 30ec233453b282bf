// The conductor, handed down to the screens, and the state as React sees it.
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Conductor } from './conductor';
import type { LiveView } from './desks/liveLedger';
import type { PaneState } from './state';

const ConductorContext = createContext<Conductor | undefined>(undefined);

/** Gives the screens inside their conductor. */
export const ConductorProvider = ConductorContext.Provider;

/** The conductor of this pane. */
export function useConductor(): Conductor {
  const conductor = useContext(ConductorContext);
  if (conductor === undefined) throw new Error('A screen stands outside of ConductorProvider.');
  return conductor;
}

/** The state of the pane; the screen is drawn anew whenever it changes. */
export function usePaneState(): PaneState {
  const conductor = useConductor();
  return useSyncExternalStore(conductor.subscribe, conductor.getState);
}

/** Where the ledger's rows stand, as the screens see it. */
export function useLive(): LiveView {
  const { live } = useConductor();
  return useSyncExternalStore(live.subscribe, live.getState);
}
