// Taking in: files by the picker or by drop, or a sheet that stands in the open workbook; how far the reading is (R9, I1).
import type { DragEvent, ReactNode } from 'react';
import { useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '@fluentui/react-components';
import { returnsWords } from '../../words/returns';
import { useConductor } from '../conductorContext';
import { useWords } from '../language';
import { MoreList } from '../parts/MoreList';
import { ReturnRefused } from '../parts/ReturnRefused';
import { ReturnWorking } from '../parts/ReturnWorking';
import { ScreenLayout } from '../parts/ScreenLayout';
import { Section } from '../parts/Section';
import { pickedFiles } from '../pickedFiles';

/** The kinds that the picker offers; what a file truly is, is seen from its contents. */
const kinds = '.xlsx,.xlsm,.xls,.et,.csv,.txt,.docx';

/** The screen of choosing returns. */
export function ReturnsSource({ moves }: { readonly moves: number }) {
  const words = useWords(returnsWords);
  const { returns } = useConductor();
  const { reading } = useSyncExternalStore(returns.subscribe, returns.getState);
  const view = useSyncExternalStore(returns.review.subscribe, returns.review.getState);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const { review } = returns;
  const take = async (files: FileList): Promise<void> => {
    await review.takeFiles(pickedFiles(files));
    leave();
  };
  // What was refused as a whole, and what was cancelled, leaves the person here.
  const leave = (): void => {
    const { plan, unread, refused } = review.getState();
    if (refused === undefined && (plan !== undefined || unread.length > 0)) returns.toReview();
  };
  if (view.busy !== undefined) return <Busy moves={moves + 1} />;
  const sheets = reading?.kind === 'overview' ? reading.overview.otherSheets : [];
  const back = view.returns.length > 0 ? returns.toReview : returns.toOverview;
  const footer = (
    <>
      <Button appearance="primary" onClick={() => { input.current?.click(); }}>{words.pick}</Button>
      <Button onClick={back}>{words.cancel}</Button>
    </>
  );
  return (
    <DropPlace onDrop={(files) => { void take(files); }} isOver={isOver} onOver={setOver}>
      <ScreenLayout title={words.sourceTitle} moves={moves} footer={footer}>
        {view.refused === undefined ? null : <ReturnRefused refused={view.refused} />}
        <p>{words.sourceText(view.period)}</p>
        <p className="quiet">{words.kinds}</p>
        <p className="return-drop-note">{isOver ? words.dropHere : words.drop}</p>
        <input
          ref={input} type="file" className="return-input" multiple accept={kinds} tabIndex={-1} aria-hidden
          onChange={(event) => {
            const { files } = event.target;
            if (files !== null && files.length > 0) void take(files);
          }}
        />
        {sheets.length === 0 ? null : (
          <Section title={words.sheetsTitle}>
            <p className="quiet">{words.sheetsText}</p>
            <MoreList items={sheets} keyOf={(sheet) => sheet} render={(sheet) => <Button size="small" onClick={() => { void review.takeSheet(sheet).then(leave); }}>{words.readSheet(sheet)}</Button>} />
          </Section>
        )}
      </ScreenLayout>
    </DropPlace>
  );
}

function Busy({ moves }: { readonly moves: number }) {
  const words = useWords(returnsWords);
  const { returns } = useConductor();
  const { reading, busy } = useSyncExternalStore(returns.review.subscribe, returns.review.getState);
  if (reading === undefined) return <ReturnWorking title={busy === 'planning' ? words.planning : words.reading} text={words.planning} moves={moves} progress={{ done: 0, of: 0 }} writes={false} />;
  const { done, of, name } = reading;
  return <ReturnWorking title={words.reading} text={words.readingFile(done, of, name)} moves={moves} progress={{ done, of }} writes={false} onCancel={returns.review.cancelReading} />;
}

/** A browser opens a file that is dropped where nothing takes it, so the whole screen takes it. */
function DropPlace({ onDrop, isOver, onOver, children }: { readonly onDrop: (files: FileList) => void; readonly isOver: boolean; readonly onOver: (isOver: boolean) => void; readonly children: ReactNode }) {
  const over = (event: DragEvent): void => {
    event.preventDefault();
    if (!isOver) onOver(true);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    onOver(false);
    if (event.dataTransfer.files.length > 0) onDrop(event.dataTransfer.files);
  };
  const leave = (event: DragEvent): void => {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) onOver(false);
  };
  return (
    <div className="screen return-drop" data-over={isOver} onDragOver={over} onDragLeave={leave} onDrop={drop}>
      {children}
    </div>
  );
}
