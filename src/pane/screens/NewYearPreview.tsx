// What the new year would be: every task's deadline, old and new, and the file that is saved (L5, L7). The open workbook is not touched, and the screen says so.
import { useEffect, useRef } from 'react';
import { Button } from '@fluentui/react-components';
import '../reports.css';
import type { MovedDeadline, NewYearPlan } from '../../actions/newYear';
import { newYearWords } from '../../words/newYear';
import { settingsScreenWords } from '../../words/settingsScreen';
import { useConductor, usePaneState } from '../conductorContext';
import type { NewYearView } from '../desks/newYearDesk';
import type { SavedFile } from '../desks/reportDesk';
import { useWords } from '../language';
import { Facts } from '../parts/Facts';
import { MoreList } from '../parts/MoreList';
import { Notice } from '../parts/Notice';
import { ScreenLayout } from '../parts/ScreenLayout';
import { Section } from '../parts/Section';

/** Shows the new year before its workbook is made, and the file when it was. */
export function NewYearPreview({ plan, view }: { readonly plan: NewYearPlan; readonly view: NewYearView }) {
  const words = useWords(newYearWords);
  const dates = useWords(settingsScreenWords);
  const { newYear } = useConductor().plan;
  const { moves } = usePaneState();
  const { plan: { settings, roster, tasks }, deadlines, cleared, periods } = plan;
  const isBusy = view.busy !== undefined;
  const kept = deadlines.filter(({ kind }) => kind === 'kept');
  const facts = [
    { label: words.tasksLabel, value: words.items(tasks.length) },
    { label: words.rosterLabel, value: words.people(roster.people.length) },
    { label: words.titleLabel, value: settings.title },
    { label: words.issuedLabel, value: dates.day(settings.issuedOn) },
    { label: words.datesTitle, value: <ul>{periods.map(({ name, cutOff }) => <li key={name}>{dates.day(cutOff)}</li>)}</ul> },
  ];
  const footer = (
    <>
      <Button appearance="primary" disabledFocusable={isBusy} onClick={() => { void newYear.save(); }}>{isBusy ? words.drawing : words.save}</Button>
      <Button disabled={isBusy} onClick={newYear.closePreview}>{words.back}</Button>
    </>
  );
  return (
    <ScreenLayout title={words.previewTitle(settings.year)} moves={moves + view.moves} footer={footer} busy={isBusy}>
      {view.saved === undefined ? <p>{words.notYet}</p> : <Saved saved={view.saved} />}
      <Facts facts={facts} />
      <p>{words.cleared(cleared)}</p>
      <Section title={words.deadlinesTitle}>
        <p>{words.deadlinesText(deadlines.length - kept.length, kept.length)}</p>
        <MoreList items={[...kept, ...deadlines.filter(({ kind }) => kind === 'moved')]} keyOf={({ id }, index) => `${id} ${String(index)}`} render={(deadline) => <Deadline deadline={deadline} />} />
      </Section>
    </ScreenLayout>
  );
}

function Deadline({ deadline: { id, text, old, new: next, kind } }: { readonly deadline: MovedDeadline }) {
  const words = useWords(newYearWords);
  const said = (due: string): string => (due === '' ? words.emptyDue : due);
  return (
    <div className="deadline">
      <span className="line-id">{id}</span>
      <span>
        <span className="two-lines quiet">{text}</span>
        <span className="deadline-days">
          <span><span className="for-readers">{words.before}</span>{said(old)}</span>
          {kind === 'kept' ? <span className="date-moved">{words.lookAt}</span> : <><span aria-hidden>{words.into}</span><strong><span className="for-readers">{words.after}</span>{said(next)}</strong></>}
        </span>
      </span>
    </div>
  );
}

/** A page is never told whether the browser saved the file, so the link stays, and the way round it is said. */
function Saved({ saved }: { readonly saved: SavedFile }) {
  const words = useWords(newYearWords);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => { if (place.current !== null && 'scrollIntoView' in place.current) place.current.scrollIntoView({ block: 'nearest' }); }, [saved]);
  if (saved.kind === 'refused') return <div ref={place}><Notice tone="warning" alert>{words.refusedSaving(saved.name)}</Notice></div>;
  const { name, href } = saved.file;
  return (
    <div ref={place}>
      <Notice tone="success" alert>
        <p>{words.saved(name)}</p>
        <p>{words.untouched}</p>
        <a className="saved-link" href={href} download={name}>{words.saveAgain(name)}</a>
        <p className="quiet">{words.notSaved}</p>
      </Notice>
    </div>
  );
}
