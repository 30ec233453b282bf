// What is said on the screens of a ledger where there is none that can be judged.
import { Button } from '@fluentui/react-components';
import { statusWords } from '../../words/status';
import { useConductor, useLive, usePaneState } from '../conductorContext';
import { useWords } from '../language';
import { ScreenLayout } from './ScreenLayout';
import { Skeleton } from './Skeleton';

/** Says why, and leads home, where it can be mended. */
export function NoStanding() {
  const words = useWords(statusWords);
  const conductor = useConductor();
  const { kind } = useLive();
  const { moves, workbook } = usePaneState();
  if (kind === 'unknown' && workbook.kind === 'looking') return <ScreenLayout title={words.title} moves={moves} busy><Skeleton /></ScreenLayout>;
  const footer = <Button appearance="primary" onClick={() => { void conductor.goHome(); }}>{words.home}</Button>;
  return (
    <ScreenLayout title={words.noStatus} moves={moves} footer={footer}>
      <p>{kind === 'settingsUnread' ? words.settingsUnread : words.noLedger}</p>
    </ScreenLayout>
  );
}
