// The screens of building, together: they are loaded when the first of them is needed.
import { lazy } from 'react';
import '../build.css';
import type { Desk, Screen } from '../state';
import { Done } from './Done';
import { PreviewScreen } from './PreviewScreen';
import { Source } from './Source';
import { Refused, Troubled } from './Stopped';
import { Writing } from './Writing';

const MatrixScreen = lazy(async () => ({ default: (await import('./MatrixScreen')).MatrixScreen }));

/** The screen of the moment, among those of building. */
export function BuildScreens({ screen }: { readonly screen: Exclude<Screen, { at: 'home' | 'guide' | Desk }> }) {
  switch (screen.at) {
    case 'source': return <Source screen={screen} />;
    case 'matrix': return <MatrixScreen screen={screen} />;
    case 'refused': return <Refused screen={screen} />;
    case 'preview': return <PreviewScreen screen={screen} />;
    case 'writing': return <Writing screen={screen} />;
    case 'done': return <Done screen={screen} />;
    case 'trouble': return <Troubled screen={screen} />;
  }
}
