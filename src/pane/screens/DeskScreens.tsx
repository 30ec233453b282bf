// The screens of a ledger that stands, together: they are loaded when the first of them is needed.
import { lazy } from 'react';
import '../build.css';
import '../desk.css';
import type { Desk, Screen } from '../state';
import { CheckScreen } from './CheckScreen';
import { StatusScreen } from './StatusScreen';
import { TaskScreen } from './TaskScreen';

const NewYearScreen = lazy(async () => ({ default: (await import('./NewYearScreen')).NewYearScreen }));
const ReportsScreen = lazy(async () => ({ default: (await import('./ReportsScreen')).ReportsScreen }));
const ReturnsScreen = lazy(async () => ({ default: (await import('./ReturnsScreen')).ReturnsScreen }));
const RosterScreen = lazy(async () => ({ default: (await import('./RosterScreen')).RosterScreen }));
const SettingsScreen = lazy(async () => ({ default: (await import('./SettingsScreen')).SettingsScreen }));

/** The screen of the moment, among those of the ledger. */
export function DeskScreens({ screen }: { readonly screen: Extract<Screen, { at: Desk }> }) {
  switch (screen.at) {
    case 'status': return <StatusScreen />;
    case 'check': return <CheckScreen />;
    case 'task': return <TaskScreen />;
    case 'returns': return <ReturnsScreen />;
    case 'reports': return <ReportsScreen />;
    case 'roster': return <RosterScreen />;
    case 'settings': return <SettingsScreen />;
    case 'newYear': return <NewYearScreen />;
  }
}
