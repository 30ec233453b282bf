// Checks of the whole ledger: run by a click, listed with filters, mended after a preview (O, D, S9, F4, I6).
import { useMemo, useState, useSyncExternalStore } from 'react';
import { Button, ProgressBar } from '@fluentui/react-components';
import type { Judgement } from '../../actions/judgeLedger';
import type { Level } from '../../core/problem';
import { checkWords } from '../../words/check';
import { sayings } from '../../words/say';
import type { ProblemFilter } from '../checkShape';
import { choicesOf, keyOfProblem, listProblems, noFilter, passes } from '../checkShape';
import { useConductor, useLive, usePaneState } from '../conductorContext';
import type { CheckView } from '../desks/checkDesk';
import { useWords } from '../language';
import { CheckedProblem } from '../parts/CheckedProblem';
import { HiddenNotes } from '../parts/HiddenNotes';
import { MendingPreview } from '../parts/MendingPreview';
import { MoreList } from '../parts/MoreList';
import { NoStanding } from '../parts/NoStanding';
import { Notice } from '../parts/Notice';
import { ScreenLayout } from '../parts/ScreenLayout';
import { Section } from '../parts/Section';

const levels: readonly Level[] = ['error', 'warning', 'note'];

/** The screen of checks. */
export function CheckScreen() {
  const words = useWords(checkWords);
  const say = useWords(sayings);
  const conductor = useConductor();
  const { moves } = usePaneState();
  const { kind } = useLive();
  const view = useSyncExternalStore(conductor.check.subscribe, conductor.check.getState);
  // Kept here, so that what was looked at is looked at again after a mending.
  const [filter, setFilter] = useState<ProblemFilter>(noFilter);
  if (kind === 'noLedger' || (kind === 'unknown' && view.busy === undefined)) return <NoStanding />;
  if (view.checking) return <Busy view={view} />;
  if (view.preview !== undefined) return <MendingPreview preview={view.preview} busy={view.busy !== undefined} />;
  const run = <Button appearance="primary" onClick={() => { void conductor.check.run(); }}>{view.found === undefined ? words.run : words.runAgain}</Button>;
  return (
    <ScreenLayout title={words.title} moves={moves + view.ended} footer={run} busy={view.busy !== undefined}>
      <Outcome view={view} />
      {view.refused === undefined ? null : <Notice tone="warning" alert>{view.refused === 'noLedger' ? words.noLedger : say.problem(view.refused)}</Notice>}
      {view.found === undefined ? <p>{words.intro}</p> : <Found judgement={view.found.judgement} filter={filter} setFilter={setFilter} />}
    </ScreenLayout>
  );
}

function Busy({ view }: { readonly view: CheckView }) {
  const words = useWords(checkWords);
  const { moves } = usePaneState();
  const { done, of } = view.progress;
  const title = view.busy === 'reading' ? words.reading : words.writing;
  return (
    <ScreenLayout title={title} moves={moves} busy>
      <ProgressBar value={of === 0 ? undefined : done / of} thickness="large" aria-label={title} />
      {of === 0 ? null : <p>{words.progress(done, of)}</p>}
    </ScreenLayout>
  );
}

function Outcome({ view }: { readonly view: CheckView }) {
  const words = useWords(checkWords);
  const conductor = useConductor();
  const { outcome, last } = view;
  if (outcome === undefined) return null;
  if (outcome.kind === 'changedMeanwhile') return <Notice tone="warning" alert>{words.changedMeanwhile(outcome.sheet)}</Notice>;
  const said =
    outcome.kind === 'written' ? words.written(outcome.rows)
    : outcome.kind === 'mended' ? words.mended(outcome.cells)
    : outcome.kind === 'takenBack' ? words.takenBack(outcome.cells)
    : outcome.kind === 'hidden' ? words.hidden : words.shown;
  return (
    <Notice tone="success" alert>
      <p>{said}</p>
      {outcome.kind === 'takenBack' && outcome.leftAlone.length > 0 ? <p>{words.leftAlone(outcome.leftAlone)}</p> : null}
      {outcome.kind === 'written' ? null : <p className="quiet">{words.notWritten}</p>}
      {outcome.kind === 'mended' && last !== undefined ? <Button size="small" onClick={() => { void conductor.check.takeBack(); }}>{words.takeBack}</Button> : null}
    </Notice>
  );
}

function Found({ judgement, filter, setFilter }: { readonly judgement: Judgement; readonly filter: ProblemFilter; readonly setFilter: (filter: ProblemFilter) => void }) {
  const words = useWords(checkWords);
  const conductor = useConductor();
  const listed = useMemo(() => listProblems(judgement.problems, judgement.rows), [judgement]);
  const shown = listed.filter((each) => passes(each, filter));
  const choices = choicesOf(listed);
  const fixable = shown.filter(({ problem }) => problem.fix !== undefined).map(({ problem }) => problem);
  const isFiltered = filter.level !== undefined || filter.area !== '' || filter.section !== '' || filter.leader !== '';
  return (
    <>
      {listed.length === 0 ? <Notice tone="success">{words.clean}</Notice> : (
        <>
          <div className="levels" role="group" aria-label={words.levelsLabel}>
            {levels.map((level) => {
              const count = listed.filter(({ problem }) => problem.level === level).length;
              return (
                <button
                  key={level} type="button" className="choice" aria-pressed={filter.level === level} disabled={count === 0 && filter.level !== level}
                  onClick={() => { setFilter({ ...filter, level: filter.level === level ? undefined : level }); }}
                >{words.countOf(words.levels[level], count)}</button>
              );
            })}
          </div>
          <div className="filters" role="group" aria-label={words.filters}>
            <Choice label={words.area} value={filter.area} options={choices.areas.map((area) => ({ value: area, text: words.areas[area] }))} onChange={(value) => { setFilter({ ...filter, area: choices.areas.find((area) => area === value) ?? '' }); }} />
            <Choice label={words.section} value={filter.section} options={choices.sections.map((value) => ({ value, text: value }))} onChange={(section) => { setFilter({ ...filter, section }); }} />
            <Choice label={words.leader} value={filter.leader} options={choices.leaders.map((value) => ({ value, text: value }))} onChange={(leader) => { setFilter({ ...filter, leader }); }} />
          </div>
          {fixable.length === 0 ? null : (
            <div className="fix-all">
              <p>{words.fixable(fixable.length)}</p>
              <Button size="small" onClick={() => { void conductor.check.previewFixes(fixable); }}>{words.fixAll(fixable.length)}</Button>
            </div>
          )}
          <Section title={words.listTitle(shown.length)} beside={isFiltered ? <Button appearance="subtle" size="small" onClick={() => { setFilter(noFilter); }}>{words.clear}</Button> : undefined}>
            {shown.length === 0 ? <p>{words.noneHere}</p> : <MoreList items={shown} keyOf={({ problem }) => keyOfProblem(problem)} render={(each) => <CheckedProblem listed={each} />} />}
          </Section>
        </>
      )}
      {judgement.hidden.length === 0 ? null : <HiddenNotes hidden={judgement.hidden} />}
    </>
  );
}

interface ChoiceProps { readonly label: string; readonly value: string; readonly options: readonly { readonly value: string; readonly text: string }[]; readonly onChange: (value: string) => void }

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const words = useWords(checkWords);
  return (
    <label className="filter">
      <span>{label}</span>
      <select className="field" value={value} onChange={(event) => { onChange(event.target.value); }}>
        <option value="">{words.all}</option>
        {options.map((option) => <option key={option.value} value={option.value}>{option.text}</option>)}
      </select>
    </label>
  );
}
