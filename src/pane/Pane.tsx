// The pane: its theme, its header and the screen of the moment. What is heavy is loaded when it is first needed.
import type { KeyboardEvent, ReactNode } from 'react';
import { lazy, Suspense } from 'react';
import type { Theme } from '@fluentui/react-components';
import { FluentProvider } from '@fluentui/react-components';
import type { PlainDate } from '../core/plainDate';
import { frameWords } from '../words/frame';
import type { Conductor } from './conductor';
import { ConductorProvider, useConductor, usePaneState } from './conductorContext';
import type { Language } from './language';
import { LanguageProvider, useWords } from './language';
import { Announcer } from './parts/Announcer';
import { CrashGuard } from './parts/CrashGuard';
import { DeskNav } from './parts/DeskNav';
import { Header } from './parts/Header';
import { ScreenLayout } from './parts/ScreenLayout';
import { Skeleton } from './parts/Skeleton';
import { Home } from './screens/Home';

const Guide = lazy(async () => ({ default: (await import('./screens/Guide')).Guide }));
const BuildScreens = lazy(async () => ({ default: (await import('./screens/BuildScreens')).BuildScreens }));
const DeskScreens = lazy(async () => ({ default: (await import('./screens/DeskScreens')).DeskScreens }));

function Loading() {
  const words = useWords(frameWords);
  const { moves } = usePaneState();
  return <ScreenLayout title={words.loading} moves={moves} busy><Skeleton /></ScreenLayout>;
}

function CurrentScreen({ today }: { readonly today: PlainDate }) {
  const { screen } = usePaneState();
  switch (screen.at) {
    case 'home': return <Home today={today} />;
    case 'guide': return <Guide first={screen.first} />;
    case 'source': case 'matrix': case 'refused': case 'preview': case 'writing': case 'done': case 'trouble': return <BuildScreens screen={screen} />;
    case 'status': case 'check': case 'task': case 'returns': case 'reports': case 'roster': case 'settings': case 'newYear': return <DeskScreens screen={screen} />;
  }
}

function Working({ today }: { readonly today: PlainDate }) {
  const conductor = useConductor();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    void conductor.goBack();
  };
  return (
    <div className="pane" onKeyDown={onKeyDown}>
      <Header />
      <DeskNav />
      <Suspense fallback={<Loading />}><CurrentScreen today={today} /></Suspense>
      <Announcer />
    </div>
  );
}

interface PaneFrameProps {
  readonly theme: Theme;
  readonly language: Language;
  readonly reload: () => void;
  readonly children: ReactNode;
}

/** Theme, language and the guard against crashes, around whatever the pane shows. */
export function PaneFrame({ theme, language, reload, children }: PaneFrameProps) {
  return (
    <FluentProvider theme={theme} className="pane-provider">
      <LanguageProvider value={language}>
        <div className="pane"><CrashGuard reload={reload}>{children}</CrashGuard></div>
      </LanguageProvider>
    </FluentProvider>
  );
}

/** The working pane, in Excel. */
export function Pane({ conductor, today }: { readonly conductor: Conductor; readonly today: PlainDate }) {
  return <ConductorProvider value={conductor}><Working today={today} /></ConductorProvider>;
}
