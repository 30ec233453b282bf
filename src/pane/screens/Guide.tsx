// Explains the add-in on one screen: the first time it is opened, and whenever someone asks.
import { Button } from '@fluentui/react-components';
import { guideWords } from '../../words/guide';
import { useConductor, usePaneState } from '../conductorContext';
import { GuideSteps } from '../parts/GuideSteps';
import { ScreenLayout } from '../parts/ScreenLayout';
import { useWords } from '../language';

/** The guide. Every way out of it leads to the first screen, and is remembered. */
export function Guide({ first }: { readonly first: boolean }) {
  const words = useWords(guideWords);
  const conductor = useConductor();
  const { moves } = usePaneState();
  const leave = (): void => { void conductor.goHome(); };
  const footer = first ? (
    <>
      <Button appearance="primary" onClick={leave}>{words.begin}</Button>
      <Button appearance="subtle" onClick={leave}>{words.skip}</Button>
    </>
  ) : <Button appearance="primary" onClick={leave}>{words.done}</Button>;
  return (
    <ScreenLayout title={words.title} moves={moves} footer={footer}>
      <GuideSteps />
      {first ? <p>{words.again}</p> : null}
    </ScreenLayout>
  );
}
