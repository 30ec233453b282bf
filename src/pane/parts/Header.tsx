// The line above every screen: the way back, the name, and help. Excel's own button stands over the top right corner, which stays free (34 × 32 px).
import { lazy, Suspense, useState } from 'react';
import { Button } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { QuestionCircle20Regular } from '@fluentui/react-icons/svg/question-circle';
import { frameWords } from '../../words/frame';
import { statusWords } from '../../words/status';
import { useConductor, useLive, usePaneState } from '../conductorContext';
import { isBusy, isDesk, wayBack } from '../state';
import { useWords } from '../language';

const AsOfForm = lazy(async () => ({ default: (await import('./AsOfForm')).AsOfForm }));

/** The pane's header. */
export function Header() {
  const words = useWords(frameWords);
  const conductor = useConductor();
  const state = usePaneState();
  const status = useWords(statusWords);
  const { standing } = useLive();
  const [isOpen, setOpen] = useState(false);
  const isGuide = state.screen.at === 'guide';
  const hasAsOf = standing !== undefined && (state.screen.at === 'home' || isDesk(state.screen.at));
  return (
    <>
      <header className="header">
        {wayBack(state) === undefined || isGuide ? null : (
          <Button appearance="subtle" icon={<ArrowLeft20Regular />} aria-label={words.back} onClick={() => { void conductor.goBack(); }} />
        )}
        <span className="header-name">{words.title}</span>
        {hasAsOf ? (
          <button
            type="button" className="as-of" aria-expanded={isOpen} aria-label={status.asOfLabel(standing.asOf, standing.isAsOfSet)} title={status.asOfLabel(standing.asOf, standing.isAsOfSet)}
            disabled={isBusy(state)} onClick={() => { setOpen(!isOpen); }}
          >{status.asOf(standing.asOf)}</button>
        ) : null}
        {isGuide ? null : (
          <Button appearance="subtle" icon={<QuestionCircle20Regular />} aria-label={words.help} title={words.help} disabled={isBusy(state)} onClick={conductor.openGuide} />
        )}
      </header>
      {hasAsOf && isOpen ? <Suspense fallback={null}><AsOfForm standing={standing} onClose={() => { setOpen(false); }} /></Suspense> : null}
    </>
  );
}
