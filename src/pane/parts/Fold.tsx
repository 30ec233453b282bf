// A heading that opens and closes what belongs to it. What is closed is not drawn, so that 20,000 tasks cost nothing until they are looked at.
import type { ReactNode } from 'react';
import { useId } from 'react';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';

interface FoldProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly level: 2 | 3 | 4;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** Shows a heading with its contents under it when open. */
export function Fold({ title, note, level, open, onToggle, children }: FoldProps) {
  const id = useId();
  const Heading = `h${level}` as const;
  const Icon = open ? ChevronDown16Regular : ChevronRight16Regular;
  return (
    <div className="fold">
      <Heading>
        <button type="button" className="fold-button" aria-expanded={open} aria-controls={open ? id : undefined} onClick={onToggle}>
          <Icon aria-hidden />
          <span className="fold-title">{title}</span>
          {note === undefined ? null : <span className="fold-note">{note}</span>}
        </button>
      </Heading>
      {open ? <div id={id} className="fold-body">{children}</div> : null}
    </div>
  );
}
