// An action that did not go through: why there can be none, or what happened and what to do (X1, X3).
import { Button } from '@fluentui/react-components';
import { buildWords } from '../../words/build';
import { homeWords } from '../../words/home';
import { newYearWords } from '../../words/newYear';
import { reportWords } from '../../words/reports';
import { returnsWords } from '../../words/returns';
import { rosterScreenWords } from '../../words/rosterScreen';
import { sayings } from '../../words/say';
import { settingsScreenWords } from '../../words/settingsScreen';
import { useConductor, usePaneState } from '../conductorContext';
import { Notice } from '../parts/Notice';
import { ScreenLayout } from '../parts/ScreenLayout';
import { TroubleText } from '../parts/TroubleText';
import type { Screen } from '../state';
import { useWords } from '../language';

/** The plan cannot be built into this workbook as it is (L10, X5). */
export function Refused({ screen }: { readonly screen: Extract<Screen, { at: 'refused' }> }) {
  const words = useWords(buildWords);
  const home = useWords(homeWords);
  const say = useWords(sayings);
  const conductor = useConductor();
  const { moves } = usePaneState();
  const { sheet, cell } = screen.problem.at;
  const footer = (
    <>
      <Button appearance="primary" onClick={() => { void conductor.goBack(); }}>{words.tryAgain}</Button>
      {sheet === undefined ? null : <Button onClick={() => { void conductor.show(sheet, cell ?? 'A1'); }}>{home.goToSheet}</Button>}
      <Button onClick={() => { void conductor.goHome(); }}>{words.toHome}</Button>
    </>
  );
  return (
    <ScreenLayout title={words.refusedTitle} moves={moves} footer={footer}>
      <Notice tone="warning" alert>{say.problem(screen.problem)}</Notice>
    </ScreenLayout>
  );
}

/** Excel refused, or the add-in failed. */
export function Troubled({ screen }: { readonly screen: Extract<Screen, { at: 'trouble' }> }) {
  const words = useWords(buildWords);
  const conductor = useConductor();
  const { moves } = usePaneState();
  const titles = { ...words.faultTitle, ...useWords(reportWords).faultTitle, ...useWords(returnsWords).faultTitle, ...useWords(rosterScreenWords).faultTitle, ...useWords(settingsScreenWords).faultTitle, ...useWords(newYearWords).faultTitle };
  const { trouble, stopped } = screen;
  // Where the workbook could not be put back, trying again on top of it would only make it worse.
  const canTryAgain = trouble.kind === 'fault' && trouble.fault.restored !== false && (stopped === 'build' || stopped === 'plan');
  const home = <Button appearance={canTryAgain ? 'secondary' : 'primary'} onClick={() => { void conductor.goHome(); }}>{words.toHome}</Button>;
  const footer = canTryAgain ? <><Button appearance="primary" onClick={() => { void conductor.tryAgain(); }}>{words.again}</Button>{home}</> : home;
  return (
    <ScreenLayout title={titles[stopped]} moves={moves} footer={footer}>
      <TroubleText trouble={trouble} stopped={stopped} />
    </ScreenLayout>
  );
}
