// The line above every screen: the way back, the name, and help. Excel's own button stands over the top right corner, which stays free (34 × 32 px).
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { QuestionCircle20Regular } from '@fluentui/react-icons/svg/question-circle';
import { useConductor, usePaneState } from '../conductorContext';
import { isBusy, wayBack } from '../state';
import { useWords } from '../wordsContext';

const useStyles = makeStyles({
  header: { display: 'flex', alignItems: 'center', gap: '4px', minHeight: '40px', padding: '0 40px 0 8px', flexShrink: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  name: { flexGrow: 1, paddingLeft: '8px', fontWeight: tokens.fontWeightSemibold },
});

/** The pane's header. */
export function Header() {
  const styles = useStyles();
  const words = useWords();
  const conductor = useConductor();
  const state = usePaneState();
  const isGuide = state.screen.at === 'guide';
  return (
    <header className={styles.header}>
      {wayBack(state) === undefined || isGuide ? null : (
        <Button appearance="subtle" icon={<ArrowLeft20Regular />} aria-label={words.frame.back} onClick={() => { void conductor.goBack(); }} />
      )}
      <span className={styles.name}>{words.frame.title}</span>
      {isGuide ? null : (
        <Button appearance="subtle" icon={<QuestionCircle20Regular />} aria-label={words.frame.help} title={words.frame.help} disabled={isBusy(state)} onClick={conductor.openGuide} />
      )}
    </header>
  );
}
