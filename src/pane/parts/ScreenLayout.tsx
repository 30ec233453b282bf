// One screen of the pane: a heading that takes the focus, contents that scroll, and the next step always in reach at the bottom.
import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';

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
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  useEffect(() => {
    if (moves > 0) heading.current?.focus();
  }, [moves]);
  return (
    <main className="screen" aria-busy={busy}>
      {/* Reachable by Tab so that it can be scrolled without a mouse. */}
      <div className="screen-content" tabIndex={0} role="region" aria-labelledby={headingId}>
        <h1 ref={heading} id={headingId} tabIndex={-1} className="screen-heading">{title}</h1>
        {children}
      </div>
      {footer === undefined ? null : <div className="screen-footer">{footer}</div>}
    </main>
  );
}
