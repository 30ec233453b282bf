// The screens of a ledger that stands, together: they are loaded when the first of them is needed.
import '../build.css';
import '../desk.css';
import type { Desk, Screen } from '../state';
import { CheckScreen } from './CheckScreen';
import { StatusScreen } from './StatusScreen';
import { TaskScreen } from './TaskScreen';

/** The screen of the moment, among those of the ledger. */
export function DeskScreens({ screen }: { readonly screen: Extract<Screen, { at: Desk }> }) {
  switch (screen.at) {
    case 'status': return <StatusScreen />;
    case 'check': return <CheckScreen />;
    case 'task': return <TaskScreen />;
  }
}
