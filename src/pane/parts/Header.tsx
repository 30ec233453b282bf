// The line above every screen: the way back, the name, and help. Excel's own button stands over the top right corner, which stays free (34 × 32 px).
import { Button } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { QuestionCircle20Regular } from '@fluentui/react-icons/svg/question-circle';
import { frameWords } from '../../words/frame';
import { useConductor, usePaneState } from '../conductorContext';
import { isBusy, wayBack } from '../state';
import { useWords } from '../language';

/** The pane's header. */
export function Header() {
  const words = useWords(frameWords);
  const conductor = useConductor();
  const state = usePaneState();
  const isGuide = state.screen.at === 'guide';
  return (
    <header className="header">
      {wayBack(state) === undefined || isGuide ? null : (
        <Button appearance="subtle" icon={<ArrowLeft20Regular />} aria-label={words.back} onClick={() => { void conductor.goBack(); }} />
      )}
      <span className="header-name">{words.title}</span>
      {isGuide ? null : (
        <Button appearance="subtle" icon={<QuestionCircle20Regular />} aria-label={words.help} title={words.help} disabled={isBusy(state)} onClick={conductor.openGuide} />
      )}
    </header>
  );
}
