// What is said on the screens of the plan where the workbook has no ledger, or not the sheet that is asked for.
import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { settingsScreenWords } from '../../words/settingsScreen';
import { useConductor, usePaneState } from '../conductorContext';
import { useWords } from '../language';
import { ScreenLayout } from './ScreenLayout';
import { Skeleton } from './Skeleton';

/** Says why, and leads home, where it can be mended. */
export function NoPlan({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  const words = useWords(settingsScreenWords);
  const conductor = useConductor();
  const { moves, workbook } = usePaneState();
  if (workbook.kind === 'looking') return <ScreenLayout title={title} moves={moves} busy><Skeleton /></ScreenLayout>;
  const footer = <Button appearance="primary" onClick={() => { void conductor.goHome(); }}>{words.toHome}</Button>;
  return <ScreenLayout title={title} moves={moves} footer={footer}>{children ?? <p>{words.noLedger}</p>}</ScreenLayout>;
}
