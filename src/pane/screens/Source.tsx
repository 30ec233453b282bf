// Chooses the plan: the built-in one, or a file. Writes nothing.
import { useRef, useState } from 'react';
import { Button, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useConductor, usePaneState } from '../conductorContext';
import { Notice } from '../parts/Notice';
import { ProblemLine } from '../parts/Problems';
import { ScreenLayout } from '../parts/ScreenLayout';
import { MoreList } from '../parts/MoreList';
import type { Screen } from '../state';
import { useWords } from '../wordsContext';

const useStyles = makeStyles({
  text: { margin: '4px 0 8px', lineHeight: tokens.lineHeightBase300 },
  label: { display: 'block' },
  note: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  file: { margin: '0 0 0 32px', display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '8px' },
  missing: { fontWeight: tokens.fontWeightSemibold },
  hidden: { display: 'none' },
});

type From = 'seed' | 'file';

/** The choice of a plan. */
export function Source({ screen }: { readonly screen: Extract<Screen, { at: 'source' }> }) {
  const styles = useStyles();
  const words = useWords();
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
      <Button appearance="primary" onClick={preview} disabledFocusable={screen.busy}>{screen.busy ? words.build.reading : words.build.toPreview}</Button>
      <Button onClick={() => { void conductor.goBack(); }} disabled={screen.busy}>{words.build.back}</Button>
    </>
  );
  return (
    <ScreenLayout title={words.build.sourceTitle} moves={moves} footer={footer} busy={screen.busy}>
      <p className={styles.text}>{words.build.sourceText}</p>
      <RadioGroup aria-label={words.build.sourceLabel} value={from} disabled={screen.busy} onChange={(_, { value }) => { setFrom(value === 'file' ? 'file' : 'seed'); setMissing(false); }}>
        <Radio value="seed" label={<><span className={styles.label}>{words.build.seed}</span><span className={styles.note}>{words.build.seedNote}</span></>} />
        <Radio value="file" label={<><span className={styles.label}>{words.build.file}</span><span className={styles.note}>{words.build.fileNote}</span></>} />
      </RadioGroup>
      {from === 'file' ? (
        <div className={styles.file}>
          <Button ref={pick} size="small" disabled={screen.busy} onClick={() => { input.current?.click(); }}>{words.build.pickFile}</Button>
          <span role="status" className={isMissing ? styles.missing : undefined}>
            {file !== undefined ? words.build.picked(file.name) : isMissing ? words.build.chooseFile : words.build.noFile}
          </span>
          <input
            ref={input} type="file" accept=".json,application/json" className={styles.hidden} tabIndex={-1} aria-hidden
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
          <strong>{words.build.fileRefused(screen.refused.name)}</strong>
          <MoreList items={screen.refused.problems.filter((problem) => problem.level === 'error')} keyOf={(_, index) => String(index)} render={(problem) => <ProblemLine problem={problem} />} />
        </Notice>
      )}
    </ScreenLayout>
  );
}
