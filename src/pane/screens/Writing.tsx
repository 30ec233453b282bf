// How far the writing is. Nothing can be pressed: an action under way is neither left nor started twice.
import { ProgressBar } from '@fluentui/react-components';
import { buildWords } from '../../words/build';
import { usePaneState } from '../conductorContext';
import { ScreenLayout } from '../parts/ScreenLayout';
import type { Screen } from '../state';
import { useWords } from '../language';

/** The progress of a build. */
export function Writing({ screen }: { readonly screen: Extract<Screen, { at: 'writing' }> }) {
  const words = useWords(buildWords);
  const { moves } = usePaneState();
  const { done, of, preview } = screen;
  const title = preview.build.kind === 'new' ? words.writingNew : words.writingRebuild;
  return (
    <ScreenLayout title={title} moves={moves} busy>
      <ProgressBar value={of === 0 ? undefined : done / of} thickness="large" aria-label={title} />
      <p>{of === 0 ? words.preparing : words.progress(done, of)}</p>
      <p>{words.stayHere}</p>
    </ScreenLayout>
  );
}
