// A few lines that stand out: an icon, a colour and always words (C2).
import type { ReactNode } from 'react';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircle20Filled } from '@fluentui/react-icons/svg/error-circle';
import { Info20Regular } from '@fluentui/react-icons/svg/info';
import { Warning20Filled } from '@fluentui/react-icons/svg/warning';

export type NoticeTone = 'error' | 'warning' | 'success' | 'info';

const icons = { error: ErrorCircle20Filled, warning: Warning20Filled, success: CheckmarkCircle20Filled, info: Info20Regular } as const;

/** Shows a notice. `alert` has it read aloud at once. */
export function Notice({ tone, children, alert = false }: { readonly tone: NoticeTone; readonly children: ReactNode; readonly alert?: boolean }) {
  const Icon = icons[tone];
  return (
    <div className={`notice notice-${tone}`} role={alert ? 'alert' : undefined}>
      <Icon className={`tone-${tone}`} aria-hidden />
      <div>{children}</div>
    </div>
  );
}
