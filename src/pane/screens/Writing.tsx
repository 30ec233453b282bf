// How far the writing is. Nothing can be pressed: an action under way is neither left nor started twice.
import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { usePaneState } from '../conductorContext';
import { ScreenLayout } from '../parts/ScreenLayout';
import type { Screen } from '../state';
import { useWords } from '../wordsContext';

const useStyles = makeStyles({
  text: { margin: '8px 0', lineHeight: tokens.lineHeightBase300 },
});

/** The progress of a build. */
export function Writing({ screen }: { readonly screen: Extract<Screen, { at: 'writing' }> }) {
  const styles = useStyles();
  const words = useWords();
  const { moves } = usePaneState();
  const { done, of, preview } = screen;
  const title = preview.build.kind === 'new' ? words.build.writingNew : words.build.writingRebuild;
  return (
    <ScreenLayout title={title} moves={moves} busy>
      <ProgressBar value={of === 0 ? undefined : done / of} thickness="large" aria-label={title} />
      <p className={styles.text}>{of === 0 ? words.build.preparing : words.build.progress(done, of)}</p>
      <p className={styles.text}>{words.build.stayHere}</p>
    </ScreenLayout>
  );
}
