// One screen of the pane: a heading that takes the focus, contents that scroll, and the next step always in reach at the bottom.
import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', minHeight: 0, flexGrow: 1 },
  content: {
    flexGrow: 1, minHeight: 0, overflowY: 'auto', overflowX: 'hidden', padding: '4px 16px 16px', overflowWrap: 'anywhere',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  heading: { margin: '8px 0', fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, borderRadius: tokens.borderRadiusMedium },
  footer: {
    display: 'flex', flexWrap: 'wrap', gap: '8px', padding: '10px 16px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1, flexShrink: 0,
  },
});

interface ScreenLayoutProps {
  readonly title: string;
  /** How often the person has moved: from the first move on the heading takes the focus, so that a reader begins there. */
  readonly moves: number;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly busy?: boolean;
}

/** Lays out one screen. */
export function ScreenLayout({ title, moves, children, footer, busy = false }: ScreenLayoutProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  useEffect(() => {
    if (moves > 0) heading.current?.focus();
  }, [moves]);
  return (
    <main className={styles.screen} aria-busy={busy}>
      {/* Reachable by Tab so that it can be scrolled without a mouse. */}
      <div className={mergeClasses(styles.content)} tabIndex={0} role="region" aria-labelledby={headingId}>
        <h1 ref={heading} id={headingId} tabIndex={-1} className={styles.heading}>{title}</h1>
        {children}
      </div>
      {footer === undefined ? null : <div className={styles.footer}>{footer}</div>}
    </main>
  );
}
