// A few lines that stand out: an icon, a colour and always words (C2).
import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircle20Filled } from '@fluentui/react-icons/svg/error-circle';
import { Info20Regular } from '@fluentui/react-icons/svg/info';
import { Warning20Filled } from '@fluentui/react-icons/svg/warning';

const useStyles = makeStyles({
  notice: { display: 'flex', gap: '8px', padding: '8px 10px', margin: '8px 0', borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}`, lineHeight: tokens.lineHeightBase300 },
  text: { minWidth: 0, flexGrow: 1 },
  icon: { flexShrink: 0, height: '20px' },
  error: { backgroundColor: tokens.colorStatusDangerBackground1, border: `1px solid ${tokens.colorStatusDangerBorder1}` },
  warning: { backgroundColor: tokens.colorStatusWarningBackground1, border: `1px solid ${tokens.colorStatusWarningBorder1}` },
  success: { backgroundColor: tokens.colorStatusSuccessBackground1, border: `1px solid ${tokens.colorStatusSuccessBorder1}` },
  info: { backgroundColor: tokens.colorNeutralBackground3 },
  errorIcon: { color: tokens.colorStatusDangerForeground1 },
  warningIcon: { color: tokens.colorStatusWarningForeground1 },
  successIcon: { color: tokens.colorStatusSuccessForeground1 },
  infoIcon: { color: tokens.colorNeutralForeground2 },
});

export type NoticeTone = 'error' | 'warning' | 'success' | 'info';

const icons = { error: ErrorCircle20Filled, warning: Warning20Filled, success: CheckmarkCircle20Filled, info: Info20Regular } as const;

/** Shows a notice. `alert` has it read aloud at once. */
export function Notice({ tone, children, alert = false }: { readonly tone: NoticeTone; readonly children: ReactNode; readonly alert?: boolean }) {
  const styles = useStyles();
  const Icon = icons[tone];
  return (
    <div className={mergeClasses(styles.notice, styles[tone])} role={alert ? 'alert' : undefined}>
      <Icon className={mergeClasses(styles.icon, styles[`${tone}Icon`])} aria-hidden />
      <div className={styles.text}>{children}</div>
    </div>
  );
}
