// An action that did not go through: why there can be none, or what happened and what to do (X1, X3).
import { Button } from '@fluentui/react-components';
import { useConductor, usePaneState } from '../conductorContext';
import { Notice } from '../parts/Notice';
import { ScreenLayout } from '../parts/ScreenLayout';
import { TroubleText } from '../parts/TroubleText';
import type { Screen } from '../state';
import { useWords } from '../wordsContext';

/** The plan cannot be built into this workbook as it is (L10, X5). */
export function Refused({ screen }: { readonly screen: Extract<Screen, { at: 'refused' }> }) {
  const words = useWords();
  const conductor = useConductor();
  const { moves } = usePaneState();
  const { sheet, cell } = screen.problem.at;
  const footer = (
    <>
      <Button appearance="primary" onClick={() => { void conductor.goBack(); }}>{words.build.tryAgain}</Button>
      {sheet === undefined ? null : <Button onClick={() => { void conductor.show(sheet, cell ?? 'A1'); }}>{words.home.goToSheet}</Button>}
      <Button onClick={() => { void conductor.goHome(); }}>{words.build.toHome}</Button>
    </>
  );
  return (
    <ScreenLayout title={words.build.refusedTitle} moves={moves} footer={footer}>
      <Notice tone="warning" alert>{words.sayProblem(screen.problem)}</Notice>
    </ScreenLayout>
  );
}

/** Excel refused, or the add-in failed. */
export function Troubled({ screen }: { readonly screen: Extract<Screen, { at: 'trouble' }> }) {
  const words = useWords();
  const conductor = useConductor();
  const { moves } = usePaneState();
  const { trouble, stopped } = screen;
  // Where the workbook could not be put back, trying again on top of it would only make it worse.
  const canTryAgain = trouble.kind === 'fault' && trouble.fault.restored !== false && (stopped === 'build' || stopped === 'plan');
  const home = <Button appearance={canTryAgain ? 'secondary' : 'primary'} onClick={() => { void conductor.goHome(); }}>{words.build.toHome}</Button>;
  const footer = canTryAgain ? <><Button appearance="primary" onClick={() => { void conductor.tryAgain(); }}>{words.build.again}</Button>{home}</> : home;
  return (
    <ScreenLayout title={words.build.faultTitle[stopped]} moves={moves} footer={footer}>
      <TroubleText trouble={trouble} stopped={stopped} />
    </ScreenLayout>
  );
}
