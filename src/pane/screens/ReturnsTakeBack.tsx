// Taking a merge back (R11): what would be put back, the cells that someone changed since, chosen one by one, and what came of it.
import { useSyncExternalStore } from 'react';
import { Button, Checkbox } from '@fluentui/react-components';
import type { MergedCell, TakeBackPlan } from '../../actions/takeMergeBack';
import { cellName } from '../../actions/takeMergeBack';
import { fieldTitles } from '../../words/fields';
import { returnsWords } from '../../words/returns';
import { useConductor } from '../conductorContext';
import type { TakeBackView } from '../desks/takeBackDesk';
import { useWords } from '../language';
import { MoreList } from '../parts/MoreList';
import { Notice } from '../parts/Notice';
import { ReturnRefused } from '../parts/ReturnRefused';
import { ReturnTexts } from '../parts/ReturnTexts';
import { ReturnWorking } from '../parts/ReturnWorking';
import { ScreenLayout } from '../parts/ScreenLayout';
import { Section } from '../parts/Section';
import { Skeleton } from '../parts/Skeleton';

/** The screen of taking a merge back. */
export function ReturnsTakeBack({ moves }: { readonly moves: number }) {
  const words = useWords(returnsWords);
  const { returns } = useConductor();
  const view = useSyncExternalStore(returns.back.subscribe, returns.back.getState);
  const { busy, plan, refused, done } = view;
  const back = <Button appearance="primary" onClick={returns.toOverview}>{words.back}</Button>;
  if (busy === 'writing') return <ReturnWorking title={words.takingBack} text={words.preparing} moves={moves + 1} progress={{ done: 0, of: 0 }} writes />;
  if (done !== undefined) return <ScreenLayout title={words.takenBackTitle} moves={moves + 2} footer={back}><Notice tone="success">{words.takenBack(done.back, done.left)}</Notice></ScreenLayout>;
  if (busy === 'reading' || (plan === undefined && refused === undefined)) return <ScreenLayout title={words.takeBackTitle} moves={moves} busy><Skeleton /></ScreenLayout>;
  if (plan === undefined) return <ScreenLayout title={words.cannotTakeBack} moves={moves} footer={back}>{refused === undefined ? null : <ReturnRefused refused={refused} />}</ScreenLayout>;
  return <Preview plan={plan} view={view} moves={moves} />;
}

function Preview({ plan: { cells }, view, moves }: { readonly plan: TakeBackPlan; readonly view: TakeBackView; readonly moves: number }) {
  const words = useWords(returnsWords);
  const fields = useWords(fieldTitles);
  const { returns } = useConductor();
  const { alsoChanged } = view;
  const those = (standing: MergedCell['standing']): readonly MergedCell[] => cells.filter((cell) => cell.standing === standing);
  const [untouched, changed, gone] = [those('untouched'), those('changed'), those('gone')];
  const back = untouched.length + changed.filter((cell) => alsoChanged.has(cellName(cell))).length;
  const footer = (
    <>
      {back === 0 ? null : <Button appearance="primary" onClick={() => { void returns.back.takeBack(); }}>{words.takeBackDo(back)}</Button>}
      <Button appearance={back === 0 ? 'primary' : 'secondary'} onClick={returns.toOverview}>{words.cancel}</Button>
    </>
  );
  return (
    <ScreenLayout title={words.takeBackTitle} moves={moves} footer={footer}>
      {view.changedSheet === undefined ? null : <Notice tone="warning" alert>{words.takeBackChanged(view.changedSheet)}</Notice>}
      <p>{back === 0 ? words.takeBackNothing : words.takeBackText(back)}</p>
      {changed.length === 0 ? null : (
        <Section title={words.changedTitle(changed.length)}>
          <p>{words.changedText}</p>
          <MoreList
            items={changed} keyOf={cellName}
            render={(cell) => (
              <Cell cell={cell} newLabel={words.nowThere} next={cell.now}>
                <Checkbox
                  checked={alsoChanged.has(cellName(cell))} label={words.alsoBack} aria-label={words.alsoBackOf(cell.id, fields[cell.column] ?? '')}
                  onChange={(_, { checked }) => { returns.back.choose([cellName(cell)], checked === true); }}
                />
              </Cell>
            )}
          />
        </Section>
      )}
      {untouched.length === 0 ? null : (
        <Section title={words.untouchedTitle(untouched.length)}>
          <MoreList items={untouched} keyOf={cellName} render={(cell) => <Cell cell={cell} newLabel={words.afterMerge} next={cell.merged} />} />
        </Section>
      )}
      {gone.length === 0 ? null : (
        <Section title={words.goneTitle(gone.length)}>
          <MoreList items={gone} keyOf={cellName} render={(cell) => <Cell cell={cell} newLabel={words.afterMerge} next={cell.merged} />} />
        </Section>
      )}
    </ScreenLayout>
  );
}

function Cell({ cell, newLabel, next, children }: { readonly cell: MergedCell; readonly newLabel: string; readonly next: string; readonly children?: React.ReactNode }) {
  const words = useWords(returnsWords);
  const fields = useWords(fieldTitles);
  return (
    <div className="changed">
      <h3>{words.lineTask(cell.id, fields[cell.column] ?? '')}</h3>
      <ReturnTexts oldLabel={words.before} old={cell.before} newLabel={newLabel} next={next} />
      {children}
    </div>
  );
}
