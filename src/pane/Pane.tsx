// The pane: its theme, its header and the screen of the moment. What is heavy is loaded when it is first needed.
import type { KeyboardEvent, ReactNode } from 'react';
import { lazy, Suspense } from 'react';
import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import type { PlainDate } from '../core/plainDate';
import type { PaneWords } from '../words/paneWords';
import type { Conductor } from './conductor';
import { ConductorProvider, useConductor, usePaneState } from './conductorContext';
import { Announcer } from './parts/Announcer';
import { CrashGuard } from './parts/CrashGuard';
import { Header } from './parts/Header';
import { ScreenLayout } from './parts/ScreenLayout';
import { Skeleton } from './parts/Skeleton';
import { Home } from './screens/Home';
import type { Look } from './theme';
import { themeOf } from './theme';
import { useWords, WordsProvider } from './wordsContext';

const Guide = lazy(async () => ({ default: (await import('./screens/Guide')).Guide }));
const BuildScreens = lazy(async () => ({ default: (await import('./screens/BuildScreens')).BuildScreens }));

const useStyles = makeStyles({
  provider: { height: '100%', backgroundColor: tokens.colorNeutralBackground1 },
  pane: { display: 'flex', flexDirection: 'column', height: '100%', minWidth: 0, color: tokens.colorNeutralForeground1, fontSize: tokens.fontSizeBase300 },
});

function Loading() {
  const words = useWords();
  const { moves } = usePaneState();
  return <ScreenLayout title={words.frame.loading} moves={moves} busy><Skeleton /></ScreenLayout>;
}

function CurrentScreen({ today }: { readonly today: PlainDate }) {
  const { screen } = usePaneState();
  switch (screen.at) {
    case 'home': return <Home today={today} />;
    case 'guide': return <Guide first={screen.first} />;
    case 'source': case 'refused': case 'preview': case 'writing': case 'done': case 'trouble': return <BuildScreens screen={screen} />;
  }
}

function Working({ today }: { readonly today: PlainDate }) {
  const styles = useStyles();
  const conductor = useConductor();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    void conductor.goBack();
  };
  return (
    <div className={styles.pane} onKeyDown={onKeyDown}>
      <Header />
      <Suspense fallback={<Loading />}><CurrentScreen today={today} /></Suspense>
      <Announcer />
    </div>
  );
}

interface FrameProps {
  readonly look: Look;
  readonly words: PaneWords;
  readonly reload: () => void;
  readonly children: ReactNode;
}

/** Theme, words and the guard against crashes, around whatever the pane shows. */
export function PaneFrame({ look, words, reload, children }: FrameProps) {
  const styles = useStyles();
  return (
    <FluentProvider theme={themeOf(look)} className={styles.provider}>
      <WordsProvider value={words}>
        <div className={styles.pane}><CrashGuard words={words} reload={reload}>{children}</CrashGuard></div>
      </WordsProvider>
    </FluentProvider>
  );
}

/** The working pane, in Excel. */
export function Pane({ conductor, today }: { readonly conductor: Conductor; readonly today: PlainDate }) {
  return <ConductorProvider value={conductor}><Working today={today} /></ConductorProvider>;
}
