// Chooses where the plan comes from: the built-in one, a file, a sheet that stands open, the clipboard, or the text of a notice (I1). Writes nothing.
import type { ReactNode, RefObject } from 'react';
import { Fragment, useId, useRef, useState, useSyncExternalStore } from 'react';
import { Button, Radio, RadioGroup } from '@fluentui/react-components';
import type { PastedContent } from '../../files/readPasted';
import { buildWords } from '../../words/build';
import { useConductor, usePaneState } from '../conductorContext';
import { MatrixNotTaken } from '../parts/MatrixNotTaken';
import { MatrixPaste } from '../parts/MatrixPaste';
import { MoreList } from '../parts/MoreList';
import { Notice } from '../parts/Notice';
import { ProblemLine } from '../parts/Problems';
import { ScreenLayout } from '../parts/ScreenLayout';
import { pickedFiles } from '../pickedFiles';
import type { Screen } from '../state';
import { useWords } from '../language';

const sources = ['seed', 'file', 'sheet', 'paste', 'notice'] as const;
type From = (typeof sources)[number];

/** The kinds that the picker offers; what a file truly is, is seen from its contents. */
const kinds = '.json,.docx,.xlsx,.xlsm,.xls,.et,.csv,.htm,.html,.txt,application/json';

/** The choice of a plan. */
export function Source({ screen }: { readonly screen: Extract<Screen, { at: 'source' }> }) {
  const words = useWords(buildWords);
  const conductor = useConductor();
  const { matrix } = conductor;
  const { moves } = usePaneState();
  const view = useSyncExternalStore(matrix.subscribe, matrix.getState);
  const [from, setFrom] = useState<From>('seed');
  const [file, setFile] = useState<File>();
  const [sheet, setSheet] = useState('');
  const [pasted, setPasted] = useState<PastedContent>();
  const [notice, setNotice] = useState('');
  const [isMissing, setMissing] = useState(false);
  /** Which reading was asked for last: only its refusal is shown. */
  const [asked, setAsked] = useState<'plan' | 'matrix'>();
  const pick = useRef<HTMLButtonElement>(null);
  const paste = useRef<HTMLTextAreaElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const sheetId = useId();
  const noticeId = useId();

  const missing = (place: HTMLElement | null): void => {
    setMissing(true);
    place?.focus();
  };
  const ask = (what: 'plan' | 'matrix', work: () => Promise<void>): void => {
    setAsked(what);
    void work();
  };
  const preview = (): void => {
    switch (from) {
      case 'seed': return ask('plan', () => conductor.preview({ kind: 'seed' }));
      case 'file': {
        if (file === undefined) return missing(pick.current);
        if (/\.json$/i.test(file.name)) return ask('plan', () => conductor.preview({ kind: 'file', file }));
        const [toRead] = pickedFiles([file]);
        return toRead === undefined ? undefined : ask('matrix', () => matrix.takeFile(toRead));
      }
      case 'sheet': return ask('matrix', () => matrix.takeSheet(sheet === '' ? undefined : sheet));
      case 'paste': return pasted === undefined ? missing(paste.current) : ask('matrix', () => matrix.takePasted(pasted));
      case 'notice': return notice.trim() === '' ? missing(text.current) : ask('matrix', () => matrix.takeNotice(notice));
    }
  };
  const choose = (value: From): void => {
    setFrom(value);
    setMissing(false);
    if (value === 'sheet') void matrix.listSheets();
  };
  const isReading = view.reading !== undefined;
  const footer = (
    <>
      <Button appearance="primary" onClick={preview} disabledFocusable={screen.busy}>{screen.busy ? words.reading : words.toPreview}</Button>
      {isReading ? <Button onClick={matrix.cancel}>{words.cancelReading}</Button> : <Button onClick={() => { void conductor.goBack(); }} disabled={screen.busy}>{words.back}</Button>}
    </>
  );
  const panel = {
    seed: null,
    file: <FileChoice file={file} isMissing={isMissing} isBusy={screen.busy} pick={pick} onFile={(chosen) => { setFile(chosen); setMissing(false); }} />,
    sheet: (
      <div className="matrix-source">
        <label htmlFor={sheetId}>{words.whichSheet}</label>
        <select id={sheetId} className="field" value={sheet} onChange={(event) => { setSheet(event.target.value); }}>
          <option value="">{words.selectedArea}</option>
          {view.sheets.map((name) => <option key={name} value={name}>{name}</option>)}
        </select>
      </div>
    ),
    paste: <div className="matrix-source"><MatrixPaste field={paste} isMissing={isMissing} onPasted={(content) => { setPasted(content); setMissing(false); }} /></div>,
    notice: (
      <div className="matrix-source">
        <label htmlFor={noticeId}>{words.noticeHere}</label>
        <textarea ref={text} id={noticeId} className="field" rows={5} value={notice} aria-invalid={isMissing} aria-describedby={`${noticeId}-said`} onChange={(event) => { setNotice(event.target.value); setMissing(false); }} />
        <p id={`${noticeId}-said`} role="status" className={isMissing ? 'choice-missing' : 'quiet'}>{isMissing ? words.noticeFirst : ''}</p>
      </div>
    ),
  } satisfies Readonly<Record<From, ReactNode>>;
  const notes = { seed: words.seedNote, file: words.fileNote, sheet: words.sheetNote, paste: words.pasteNote, notice: words.noticeNote };
  return (
    <ScreenLayout title={words.sourceTitle} moves={moves} footer={footer} busy={screen.busy}>
      <p>{words.sourceText}</p>
      <RadioGroup aria-label={words.sourceLabel} value={from} disabled={screen.busy} onChange={(_, { value }) => { choose(sources.find((each) => each === value) ?? 'seed'); }}>
        {sources.map((each) => (
          <Fragment key={each}>
            <Radio value={each} label={<><span className="choice-label">{words[each]}</span><span className="choice-note">{notes[each]}</span></>} />
            {from === each ? panel[each] : null}
          </Fragment>
        ))}
      </RadioGroup>
      {view.reading === undefined ? null : <Notice tone="info">{words.readingFile(view.reading.name)}</Notice>}
      {asked !== 'matrix' || isReading || view.notTaken === undefined ? null : <MatrixNotTaken notTaken={view.notTaken} />}
      {screen.refused === undefined || asked === 'matrix' ? null : (
        <Notice tone="error" alert>
          <strong>{words.fileRefused(screen.refused.name)}</strong>
          <MoreList items={screen.refused.problems.filter((problem) => problem.level === 'error')} keyOf={(_, index) => String(index)} render={(problem) => <ProblemLine problem={problem} />} />
        </Notice>
      )}
    </ScreenLayout>
  );
}

interface FileChoiceProps {
  readonly file: File | undefined;
  readonly isMissing: boolean;
  readonly isBusy: boolean;
  readonly pick: RefObject<HTMLButtonElement | null>;
  readonly onFile: (file: File | undefined) => void;
}

function FileChoice({ file, isMissing, isBusy, pick, onFile }: FileChoiceProps) {
  const words = useWords(buildWords);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="choice-file">
      <Button ref={pick} size="small" disabled={isBusy} onClick={() => { input.current?.click(); }}>{words.pickFile}</Button>
      <span role="status" className={isMissing ? 'choice-missing' : undefined}>
        {file !== undefined ? words.picked(file.name) : isMissing ? words.chooseFile : words.noFile}
      </span>
      <input
        ref={input} type="file" accept={kinds} tabIndex={-1} aria-hidden
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          // The same file, mended meanwhile, must be a change again.
          event.target.value = '';
        }}
      />
    </div>
  );
}
