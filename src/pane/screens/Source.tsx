// Chooses the plan: the built-in one, or a file. Writes nothing.
import { useRef, useState } from 'react';
import { Button, Radio, RadioGroup } from '@fluentui/react-components';
import { buildWords } from '../../words/build';
import { useConductor, usePaneState } from '../conductorContext';
import { Notice } from '../parts/Notice';
import { ProblemLine } from '../parts/Problems';
import { ScreenLayout } from '../parts/ScreenLayout';
import { MoreList } from '../parts/MoreList';
import type { Screen } from '../state';
import { useWords } from '../language';

type From = 'seed' | 'file';

/** The choice of a plan. */
export function Source({ screen }: { readonly screen: Extract<Screen, { at: 'source' }> }) {
  const words = useWords(buildWords);
  const conductor = useConductor();
  const { moves } = usePaneState();
  const [from, setFrom] = useState<From>('seed');
  const [file, setFile] = useState<File>();
  const [isMissing, setMissing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const pick = useRef<HTMLButtonElement>(null);

  const preview = (): void => {
    if (from === 'seed') void conductor.preview({ kind: 'seed' });
    else if (file !== undefined) void conductor.preview({ kind: 'file', file });
    else {
      setMissing(true);
      pick.current?.focus();
    }
  };
  const footer = (
    <>
      <Button appearance="primary" onClick={preview} disabledFocusable={screen.busy}>{screen.busy ? words.reading : words.toPreview}</Button>
      <Button onClick={() => { void conductor.goBack(); }} disabled={screen.busy}>{words.back}</Button>
    </>
  );
  return (
    <ScreenLayout title={words.sourceTitle} moves={moves} footer={footer} busy={screen.busy}>
      <p>{words.sourceText}</p>
      <RadioGroup aria-label={words.sourceLabel} value={from} disabled={screen.busy} onChange={(_, { value }) => { setFrom(value === 'file' ? 'file' : 'seed'); setMissing(false); }}>
        <Radio value="seed" label={<><span className="choice-label">{words.seed}</span><span className="choice-note">{words.seedNote}</span></>} />
        <Radio value="file" label={<><span className="choice-label">{words.file}</span><span className="choice-note">{words.fileNote}</span></>} />
      </RadioGroup>
      {from === 'file' ? (
        <div className="choice-file">
          <Button ref={pick} size="small" disabled={screen.busy} onClick={() => { input.current?.click(); }}>{words.pickFile}</Button>
          <span role="status" className={isMissing ? 'choice-missing' : undefined}>
            {file !== undefined ? words.picked(file.name) : isMissing ? words.chooseFile : words.noFile}
          </span>
          <input
            ref={input} type="file" accept=".json,application/json" tabIndex={-1} aria-hidden
            onChange={(event) => {
              setFile(event.target.files?.[0]);
              setMissing(false);
              // The same file, mended meanwhile, must be a change again.
              event.target.value = '';
            }}
          />
        </div>
      ) : null}
      {screen.refused === undefined ? null : (
        <Notice tone="error" alert>
          <strong>{words.fileRefused(screen.refused.name)}</strong>
          <MoreList items={screen.refused.problems.filter((problem) => problem.level === 'error')} keyOf={(_, index) => String(index)} render={(problem) => <ProblemLine problem={problem} />} />
        </Notice>
      )}
    </ScreenLayout>
  );
}
