// A heading that opens and closes what belongs to it. What is closed is not drawn, so that 20,000 tasks cost nothing until they are looked at.
import type { ReactNode } from 'react';
import { useId } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: 'inherit', fontWeight: 'inherit' },
  button: {
    display: 'flex', alignItems: 'flex-start', gap: '6px', width: '100%', padding: '6px 4px', border: 'none', background: 'none', color: 'inherit', font: 'inherit', lineHeight: tokens.lineHeightBase300, textAlign: 'start', cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    // In high contrast the ground under the pointer is bright, so the words on it must be dark.
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover, '& *': { color: 'inherit' } },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  icon: { flexShrink: 0, marginTop: '2px', color: tokens.colorNeutralForeground2 },
  title: { flexGrow: 1, minWidth: 0 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  // Closed, a long text shows its beginning; open, all of it.
  clamped: { display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: '2', overflow: 'hidden' },
  note: { flexShrink: 0, color: tokens.colorNeutralForeground2 },
  body: { paddingLeft: '22px', paddingBottom: '4px' },
});

interface FoldProps {
  readonly title: string;
  readonly note?: string;
  readonly level: 2 | 3 | 4;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** Shows a heading with its contents under it when open. */
export function Fold({ title, note, level, open, onToggle, children }: FoldProps) {
  const styles = useStyles();
  const id = useId();
  const Heading = `h${level}` as const;
  const Icon = open ? ChevronDown16Regular : ChevronRight16Regular;
  return (
    <div>
      <Heading className={styles.heading}>
        <button type="button" className={styles.button} aria-expanded={open} aria-controls={open ? id : undefined} onClick={onToggle}>
          <Icon className={styles.icon} aria-hidden />
          <span className={mergeClasses(styles.title, level < 4 && styles.strong, !open && styles.clamped)}>{title}</span>
          {note === undefined ? null : <span className={styles.note}>{note}</span>}
        </button>
      </Heading>
      {open ? <div id={id} className={styles.body}>{children}</div> : null}
    </div>
  );
}
