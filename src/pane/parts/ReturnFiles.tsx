// The returned files with what each brings: whose it is and how that was known, its counts; those that are not taken, with why and what to do (R2, R8, R9).
import { useId, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '@fluentui/react-components';
import { sectionsAsWritten } from '../../actions/returnsRegister';
import type { MergePlan } from '../../actions/takeReturns';
import type { FileOutcome } from '../../core/consolidation';
import { consolidationWords, sayFileRefused } from '../../words/consolidation';
import { sayRefusal } from '../../words/refusals';
import { returnsWords } from '../../words/returns';
import { useConductor } from '../conductorContext';
import type { ReviewView } from '../desks/reviewDesk';
import { useWords } from '../language';
import { Fold } from './Fold';
import { MoreList } from './MoreList';
import { Notice } from './Notice';

/** Both as one table, so that the test language reaches them. */
const refusals = { file: sayFileRefused, unread: sayRefusal };

/** Shows the files: first those that need something, then the others folded up. */
export function ReturnFiles({ plan, view }: { readonly plan: MergePlan | undefined; readonly view: ReviewView }) {
  const words = useWords(returnsWords);
  const say = useWords(refusals);
  const { returns: { review } } = useConductor();
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  // What goes away takes its button with it, so the focus stays at the place.
  const stay = (): void => { place.current?.focus(); };
  const files = plan?.consolidation.files ?? [];
  // A file that was given a section stays in reach, so that another one can be given.
  const refused = files.filter(({ refused: why, digest }) => why !== undefined || view.options.sections?.has(digest) === true);
  const taken = files.filter(({ refused: why }) => why === undefined);
  return (
    <div ref={place} tabIndex={-1} className="return-files">
      {view.unread.map(({ file, refusal }, index) => (
        <Notice key={`${String(index)}-${file}`} tone="warning">
          <p>{say.unread(file, refusal)}</p>
          <Button size="small" aria-label={words.removeOf(file)} onClick={() => { review.removeUnread(file); stay(); }}>{words.remove}</Button>
        </Notice>
      ))}
      {plan === undefined ? null : refused.map((outcome, index) => <Refused key={`${String(index)}-${outcome.digest}`} outcome={outcome} plan={plan} onGone={stay} />)}
      {taken.length === 0 || plan === undefined ? null : (
        <Fold level={2} title={words.filesTitle(taken.length)} open={isOpen} onToggle={() => { setOpen(!isOpen); }}>
          <MoreList items={taken} keyOf={({ digest }, index) => `${String(index)}-${digest}`} render={(outcome) => <Taken outcome={outcome} plan={plan} />} />
        </Fold>
      )}
    </div>
  );
}

function Taken({ outcome, plan }: { readonly outcome: FileOutcome; readonly plan: MergePlan }) {
  const words = useWords(returnsWords);
  const said = useWords(consolidationWords);
  const { returns: { review } } = useConductor();
  const { filter } = useSyncExternalStore(review.subscribe, review.getState);
  const { file, digest, section, knownBy, cells, changedKeys } = outcome;
  const shown = sectionsAsWritten(plan.ground).get(section) ?? section;
  const isAlone = filter.file === file;
  return (
    <div className="return-file">
      <span className="return-strong">{file}</span>
      <span>{knownBy === undefined ? shown : knownBy === 'given' ? words.fileSectionGiven(shown) : words.fileSection(shown, said.knownBy[knownBy])}</span>
      <span>{words.fileCounts(cells)}</span>
      {changedKeys === 0 ? null : <span className="quiet">{words.changedKeys(changedKeys)}</span>}
      <div className="buttons">
        <button type="button" className="choice" aria-pressed={isAlone} aria-label={words.onlyFileOf(file)} onClick={() => { review.setFilter({ ...filter, file: isAlone ? '' : file }); }}>{words.onlyFile}</button>
        <Button size="small" appearance="subtle" aria-label={words.removeOf(file)} onClick={() => { void review.removeFile(digest, file); }}>{words.remove}</Button>
      </div>
    </div>
  );
}

function Refused({ outcome, plan, onGone }: { readonly outcome: FileOutcome; readonly plan: MergePlan; readonly onGone: () => void }) {
  const words = useWords(returnsWords);
  const say = useWords(refusals);
  const { returns: { review } } = useConductor();
  const { options } = useSyncExternalStore(review.subscribe, review.getState);
  const id = useId();
  const { file, digest, refused } = outcome;
  const given = options.sections?.get(digest) ?? '';
  const sections = [...sectionsAsWritten(plan.ground).values()];
  return (
    <Notice tone={refused === undefined ? 'info' : 'warning'}>
      {refused === undefined ? null : <p>{say.file(file, refused)}</p>}
      {refused === undefined || refused.kind === 'askSection' ? (
        <>
          <label htmlFor={id}>{words.sectionFor(file)}</label>
          <select id={id} className="field" value={given} onChange={(event) => { review.giveSection(digest, event.target.value); }}>
            <option value="">{words.chooseOne}</option>
            {sections.map((section) => <option key={section} value={section}>{section}</option>)}
          </select>
        </>
      ) : null}
      <div className="buttons">
        {refused?.kind === 'otherPeriod' ? <Button size="small" onClick={() => { review.letInPeriod(refused.found); onGone(); }}>{words.letIn(refused.found)}</Button> : null}
        <Button size="small" aria-label={words.removeOf(file)} onClick={() => { void review.removeFile(digest, file); }}>{words.remove}</Button>
      </div>
    </Notice>
  );
}
