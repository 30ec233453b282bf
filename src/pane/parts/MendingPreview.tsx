// What fixing would write: each cell, old beside new, before anything is written.
import type { KeyboardEvent } from 'react';
import { Button } from '@fluentui/react-components';
import { checkWords } from '../../words/check';
import { useConductor, usePaneState } from '../conductorContext';
import type { MendingPreview as Preview } from '../desks/checkDesk';
import { useWords } from '../language';
import { MoreList } from './MoreList';
import { ScreenLayout } from './ScreenLayout';

/** Shows the preview with one button that writes it. */
export function MendingPreview({ preview, busy }: { readonly preview: Preview; readonly busy: boolean }) {
  const words = useWords(checkWords);
  const conductor = useConductor();
  const { moves } = usePaneState();
  const { lines } = preview;
  const shown = (text: string): string => (text === '' ? words.empty : text);
  const footer = (
    <>
      {lines.length === 0 ? null : <Button appearance="primary" onClick={() => { void conductor.check.apply(); }}>{words.write}</Button>}
      <Button appearance={lines.length === 0 ? 'primary' : 'secondary'} onClick={conductor.check.closePreview}>{words.cancel}</Button>
    </>
  );
  // Esc closes the preview and does not lead away from the checks.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    conductor.check.closePreview();
  };
  return (
    <div className="screen" onKeyDown={onKeyDown}>
      <ScreenLayout title={words.previewTitle} moves={moves + 1} footer={footer} busy={busy}>
        <p>{lines.length === 0 ? words.nothingToFix : words.previewText(lines.length)}</p>
        <MoreList
          items={lines} keyOf={({ cell }) => cell}
          render={({ cell, taskId, title, old, new: next }) => (
            <div className="changed">
              <h2>{words.cell(cell, taskId, title)}</h2>
              <dl>
                <dt>{words.old}</dt>
                <dd>{shown(old)}</dd>
                <dt>{words.next}</dt>
                <dd>{shown(next)}</dd>
              </dl>
            </div>
          )}
        />
      </ScreenLayout>
    </div>
  );
}
