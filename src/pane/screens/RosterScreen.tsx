// 名册 in the pane: people and sections as they are, and the ways to another list and to short names (L9, O6).
import type { KeyboardEvent, ReactNode } from 'react';
import { useState, useSyncExternalStore } from 'react';
import { Button } from '@fluentui/react-components';
import '../plan.css';
import type { LedgerState } from '../../actions/lookAtWorkbook';
import { leadersAndMembers, rosterSheetOf } from '../../actions/rosterWish';
import type { Person } from '../../core/roster';
import { rosterScreenWords } from '../../words/rosterScreen';
import { sayings } from '../../words/say';
import { useConductor, usePaneState } from '../conductorContext';
import type { RosterView } from '../desks/rosterDesk';
import { useWords } from '../language';
import { Fold } from '../parts/Fold';
import { MoreList } from '../parts/MoreList';
import { NoPlan } from '../parts/NoPlan';
import { Notice } from '../parts/Notice';
import { PersonLine } from '../parts/PersonLine';
import { ScreenLayout } from '../parts/ScreenLayout';
import { isBusy } from '../state';
import { RosterPaste } from './RosterPaste';
import { RosterPreview } from './RosterPreview';

/** The screen of 名册. */
export function RosterScreen() {
  const words = useWords(rosterScreenWords);
  const { roster } = useConductor().plan;
  const { workbook } = usePaneState();
  const view = useSyncExternalStore(roster.subscribe, roster.getState);
  const state = workbook.kind === 'known' && workbook.state.kind === 'ledger' ? workbook.state : undefined;
  if (state === undefined) return <NoPlan title={words.title} />;
  if (view.at === 'paste') return <Inner><RosterPaste view={view} /></Inner>;
  if (view.at === 'preview' && view.plan !== undefined) return <Inner><RosterPreview plan={view.plan} view={view} /></Inner>;
  return <List state={state} view={view} />;
}

/** Esc leads back to 名册 as it is, and not out of the screen. */
function Inner({ children }: { readonly children: ReactNode }) {
  const { roster } = useConductor().plan;
  const busy = isBusy(usePaneState());
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    if (!busy && !event.nativeEvent.isComposing) roster.toList();
  };
  return <div className="screen" onKeyDown={onKeyDown}>{children}</div>;
}

function List({ state, view }: { readonly state: LedgerState; readonly view: RosterView }) {
  const words = useWords(rosterScreenWords);
  const say = useWords(sayings);
  const conductor = useConductor();
  const { roster: desk } = conductor.plan;
  const { moves } = usePaneState();
  const { roster } = state;
  const stands = rosterSheetOf(state);
  const sheet = stands?.name;
  // A sheet that cannot be read whole is not written over, for nobody may be lost from it.
  const unread = stands?.unread ?? [];
  const busy = view.busy !== undefined;
  const footer = (
    <>
      <Button appearance="primary" disabledFocusable={busy || unread.length > 0} onClick={() => { if (!busy && unread.length === 0) desk.toPaste(); }}>{words.paste}</Button>
      {roster === undefined ? null : <Button disabledFocusable={busy} onClick={() => { if (!busy) void desk.proposeShortNames(); }}>{busy ? words.checkingShort : words.checkShort}</Button>}
    </>
  );
  return (
    <ScreenLayout title={words.title} moves={moves + view.moves} footer={footer} busy={busy}>
      {view.written === undefined ? null : <Notice tone="success" alert>{words.written(view.written)}</Notice>}
      {sheet === undefined ? <Notice tone="warning">{words.missing}</Notice> : null}
      {unread.length === 0 ? null : (
        <Notice tone="warning">
          <p>{words.unread}</p>
          <MoreList
            items={unread} keyOf={(_, index) => String(index)}
            render={(problem) => <>{say.problem(problem)}<Button appearance="transparent" size="small" className="go-to" onClick={() => { void conductor.show(problem.at.sheet ?? '', problem.at.cell ?? 'A1'); }}>{words.goTo}</Button></>}
          />
        </Notice>
      )}
      {roster === undefined ? null : <p>{words.counted(roster.people.length, roster.sections.length)}</p>}
      {roster === undefined ? null : <People title={words.leadersTitle} people={leadersAndMembers(roster).leaders} />}
      {roster === undefined ? null : <People title={words.membersTitle} people={leadersAndMembers(roster).members} />}
      {roster === undefined ? null : (
        <Folded title={words.sectionsTitle} count={words.sections(roster.sections.length)}>
          <MoreList items={roster.sections} keyOf={({ name }) => name} render={({ name, shortNames }) => <div className="person"><span>{name}</span><span className="quiet">{words.shortNames(shortNames)}</span></div>} />
        </Folded>
      )}
      {sheet === undefined ? null : (
        <>
          <p className="quiet">{words.toSheetNote}</p>
          <Button size="small" onClick={() => { void conductor.show(sheet, 'A1'); }}>{words.toSheet}</Button>
        </>
      )}
    </ScreenLayout>
  );
}

function People({ title, people }: { readonly title: string; readonly people: readonly Person[] }) {
  const words = useWords(rosterScreenWords);
  return (
    <Folded title={title} count={words.people(people.length)}>
      <MoreList items={people} keyOf={({ name }, index) => `${name} ${String(index)}`} render={(person) => <PersonLine person={person} />} />
    </Folded>
  );
}

function Folded({ title, count, children }: { readonly title: string; readonly count: string; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return <Fold title={title} note={count} level={2} open={open} onToggle={() => { setOpen(!open); }}>{children}</Fold>;
}
