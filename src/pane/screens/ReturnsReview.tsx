// Looking returned sheets through before anything is written: the account, the files, every change; then the merge and what it came to (R3–R11).
import { useMemo, useSyncExternalStore } from 'react';
import { Button } from '@fluentui/react-components';
import { isOpen, mergeLogSheet } from '../../actions/returnsReview';
import { bringsAnything } from '../../actions/takeReturns';
import type { MergePlan } from '../../actions/takeReturns';
import { returnsWords } from '../../words/returns';
import { useConductor } from '../conductorContext';
import type { Merged, ReviewView } from '../desks/reviewDesk';
import { useWords } from '../language';
import { Notice } from '../parts/Notice';
import { ReturnFiles } from '../parts/ReturnFiles';
import { ReturnBulk, ReturnFilters } from '../parts/ReturnFilters';
import { ReturnLines } from '../parts/ReturnLines';
import { ReturnRefused } from '../parts/ReturnRefused';
import { ReturnWorking } from '../parts/ReturnWorking';
import { ScreenLayout } from '../parts/ScreenLayout';
import { Section } from '../parts/Section';
import { itemsShown, noReviewFilter } from '../reviewShape';

/** The screen of the review. */
export function ReturnsReview({ moves }: { readonly moves: number }) {
  const words = useWords(returnsWords);
  const { returns } = useConductor();
  const view = useSyncExternalStore(returns.review.subscribe, returns.review.getState);
  const { busy, progress, merged, plan, period } = view;
  if (busy === 'writing') return <ReturnWorking title={words.merging} text={progress.of === 0 ? words.preparing : words.progress(progress.done, progress.of)} moves={moves + 1} progress={progress} writes />;
  if (busy !== undefined) return <ReturnWorking title={words.planning} text={words.working} moves={moves + 1} progress={{ done: 0, of: 0 }} writes={false} />;
  if (merged !== undefined) return <Done merged={merged} moves={moves + 2} />;
  const open = view.items.filter((item) => isOpen(item, view)).length;
  const edits = plan?.consolidation.edits.length ?? 0;
  const brings = plan !== undefined && bringsAnything(plan);
  const footer = (
    <>
      {brings ? <Button appearance="primary" onClick={() => { void returns.review.merge(); }}>{words.merge(edits)}</Button> : <Button appearance="primary" onClick={returns.toOverview}>{words.back}</Button>}
      <Button onClick={returns.toSource}>{words.moreFiles}</Button>
      <span className="footer-said">{brings ? words.left(open) : words.nothingToMerge}</span>
    </>
  );
  return (
    <ScreenLayout title={words.reviewTitle(period)} moves={moves} footer={footer}>
      {view.changedSheet === undefined ? null : <Notice tone="warning" alert>{words.changedMeanwhile(view.changedSheet)}</Notice>}
      {view.refused === undefined ? null : <ReturnRefused refused={view.refused} />}
      {plan === undefined ? null : <Account plan={plan} edits={edits} brings={brings} />}
      <ReturnFiles plan={plan} view={view} />
      {view.items.length === 0 ? null : <Lines view={view} />}
    </ScreenLayout>
  );
}

/** The counts in one line that a clerk can add up (R8). */
function Account({ plan, edits, brings }: { readonly plan: MergePlan; readonly edits: number; readonly brings: boolean }) {
  const words = useWords(returnsWords);
  return (
    <>
      <p className="return-account">{words.account(plan.consolidation.cells)}</p>
      <p className="quiet">{words.accountNote}</p>
      {brings && edits === 0 ? <p>{words.noEdits}</p> : null}
    </>
  );
}

function Lines({ view }: { readonly view: ReviewView }) {
  const words = useWords(returnsWords);
  const { returns: { review } } = useConductor();
  const { items, filter, touched, options, skipped } = view;
  // What was decided under this filter stays where it is: a line must not vanish under the hand.
  const shown = useMemo(() => itemsShown(items, filter, (item) => isOpen(item, { options, skipped }) || touched.has(item.key)), [items, filter, touched, options, skipped]);
  const isFiltered = filter.kind !== undefined || filter.forMe || filter.file !== '';
  return (
    <Section title={words.listTitle(shown.length)} beside={isFiltered ? <Button appearance="subtle" size="small" onClick={() => { review.setFilter(noReviewFilter); }}>{words.clear}</Button> : undefined}>
      <ReturnFilters view={view} />
      <ReturnBulk items={shown} view={view} />
      {shown.length === 0 ? <p>{filter.forMe ? words.nothingForMe : words.noneHere}</p> : <ReturnLines items={shown} view={view} />}
    </Section>
  );
}

function Done({ merged, moves }: { readonly merged: Merged; readonly moves: number }) {
  const words = useWords(returnsWords);
  const conductor = useConductor();
  const { returns } = conductor;
  const { batch, period, edits, cells, open } = merged;
  const footer = (
    <>
      <Button appearance="primary" onClick={returns.toOverview}>{words.back}</Button>
      {edits === 0 ? null : <Button onClick={() => { void returns.toTakeBack(period, batch); }}>{words.takeBackThis}</Button>}
    </>
  );
  return (
    <ScreenLayout title={words.mergedTitle} moves={moves} footer={footer}>
      <Notice tone="success">
        <p>{words.mergedText(merged)}</p>
        {edits === 0 ? null : <p>{words.mergedLog}</p>}
        {edits === 0 ? null : <Button size="small" onClick={() => { void conductor.show(mergeLogSheet, 'A1'); }}>{words.openLog}</Button>}
      </Notice>
      <p className="return-account">{words.account(cells)}</p>
      {open === 0 ? null : (
        <Notice tone="warning">
          <p>{words.mergedLeft(open)}</p>
          <Button size="small" onClick={() => { void returns.review.goOn(); }}>{words.goOn}</Button>
        </Notice>
      )}
    </ScreenLayout>
  );
}
