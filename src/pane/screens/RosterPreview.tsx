// What another list, or short names, would do to 名册: guesses, who comes, changes and goes; each short name waits for a person's word (I5, L9, O6).
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button, Checkbox } from '@fluentui/react-components';
import type { RosterPlan } from '../../actions/rosterWish';
import type { Person } from '../../core/roster';
import { rosterScreenWords } from '../../words/rosterScreen';
import { useConductor, usePaneState } from '../conductorContext';
import type { RosterView } from '../desks/rosterDesk';
import { useWords } from '../language';
import { Fold } from '../parts/Fold';
import { MoreList } from '../parts/MoreList';
import { Notice } from '../parts/Notice';
import { PersonLine } from '../parts/PersonLine';
import { ProblemLine } from '../parts/Problems';
import { ScreenLayout } from '../parts/ScreenLayout';
import { Section } from '../parts/Section';

/** Shows what would be written. */
export function RosterPreview({ plan, view }: { readonly plan: RosterPlan; readonly view: RosterView }) {
  const words = useWords(rosterScreenWords);
  const { roster } = useConductor().plan;
  const { moves } = usePaneState();
  const { reading, missing, sectionsGone, edit, canWrite } = plan;
  const busy = view.busy !== undefined;
  const footer = (
    <>
      <Button appearance="primary" disabledFocusable={busy || !canWrite} onClick={() => { if (!busy && canWrite) void roster.write(); }}>{view.busy === 'writing' ? words.writing : words.write}</Button>
      <Button disabled={busy} onClick={reading === undefined ? roster.toList : roster.toPaste}>{reading === undefined ? words.back : words.editText}</Button>
    </>
  );
  return (
    <ScreenLayout title={reading === undefined ? words.shortTitle : words.previewTitle} moves={moves + view.moves} footer={footer} busy={busy}>
      {view.changedSheet === undefined ? null : <Notice tone="warning" alert>{words.changedMeanwhile(view.changedSheet)}</Notice>}
      {reading === undefined ? null : (
        <>
          <p>{canWrite ? words.notYet : reading.problems.some(({ level }) => level === 'error') ? words.notWhole : words.unchanged}</p>
          {reading.problems.length === 0 ? null : <Section title={words.problemsTitle}><MoreList items={reading.problems} keyOf={(_, index) => String(index)} render={(problem) => <ProblemLine problem={problem} />} /></Section>}
          <Guesses reading={reading} />
          <Listed title={words.addedTitle} people={edit.added} />
          {edit.changed.length === 0 ? null : (
            <Folded title={words.changedTitle} count={words.people(edit.changed.length)} open>
              <MoreList items={edit.changed} keyOf={({ new: person }, index) => `${person.name} ${String(index)}`} render={(change) => <Changed old={change.old} next={change.new} />} />
            </Folded>
          )}
          <Missing missing={missing} leave={view.leave} disabled={busy} />
          {sectionsGone.map(({ name, shortNames }) => <Notice key={name} tone="warning">{words.sectionGone(name, shortNames)}</Notice>)}
        </>
      )}
      <ShortNames plan={plan} confirmed={view.confirmed} disabled={busy} />
    </ScreenLayout>
  );
}

function Listed({ title, people }: { readonly title: string; readonly people: readonly Person[] }) {
  const words = useWords(rosterScreenWords);
  if (people.length === 0) return null;
  return <Folded title={title} count={words.people(people.length)} open><MoreList items={people} keyOf={({ name }, index) => `${name} ${String(index)}`} render={(person) => <PersonLine person={person} />} /></Folded>;
}

function Changed({ old, next }: { readonly old: Person; readonly next: Person }) {
  const words = useWords(rosterScreenWords);
  return (
    <div className="person">
      <span className="person-name">{next.name}</span>
      <dl>
        <dt>{words.before}</dt><dd>{words.person(old)}</dd>
        <dt>{words.after}</dt><dd>{words.person(next)}</dd>
      </dl>
    </div>
  );
}

/** People whom the list lacks: they stay, unless a person says of one that they go. */
function Missing({ missing, leave, disabled }: { readonly missing: readonly Person[]; readonly leave: ReadonlySet<string>; readonly disabled: boolean }) {
  const words = useWords(rosterScreenWords);
  const { roster } = useConductor().plan;
  if (missing.length === 0) return null;
  return (
    <Folded title={words.goneTitle} count={words.people(missing.length)} open>
      <p>{words.goneNote}</p>
      <MoreList
        items={missing} keyOf={({ name }, index) => `${name} ${String(index)}`}
        render={(person) => (
          <PersonLine person={person}>
            <Checkbox label={words.letGoChoice} aria-label={words.letGo(person.name)} checked={leave.has(person.name)} disabled={disabled} onChange={(_, { checked }) => { roster.letGo(person.name, checked === true); }} />
          </PersonLine>
        )}
      />
      <p role="status" className="quiet">{leave.size === 0 ? '' : words.usedBy(leave.size)}</p>
    </Folded>
  );
}

function ShortNames({ plan: { shortNames: { proposals, open }, reading }, confirmed, disabled }: { readonly plan: RosterPlan; readonly confirmed: ReadonlySet<string>; readonly disabled: boolean }) {
  const words = useWords(rosterScreenWords);
  const { roster } = useConductor().plan;
  return (
    <>
      {proposals.length === 0 ? null : (
        <Section title={words.proposalsTitle}>
          <p>{words.proposalsText}</p>
          {proposals.map(({ shortName, section }) => (
            <div key={shortName}>
              <Checkbox label={words.proposal(shortName, section)} checked={confirmed.has(shortName)} disabled={disabled} onChange={(_, { checked }) => { roster.confirm(shortName, checked === true); }} />
            </div>
          ))}
        </Section>
      )}
      {open.length === 0 ? null : <Section title={words.openTitle}><MoreList items={open} keyOf={({ name }) => name} render={({ name, sections }) => <p>{words.open(name, sections)}</p>} /></Section>}
      {reading === undefined && proposals.length === 0 && open.length === 0 ? <p>{words.noProposals}</p> : null}
    </>
  );
}

function Guesses({ reading: { guesses, leftOut } }: { readonly reading: NonNullable<RosterPlan['reading']> }) {
  const words = useWords(rosterScreenWords);
  return (
    <>
      {guesses.length === 0 ? null : (
        <Folded title={words.guessesTitle} count={words.places(guesses.length)} open={false}>
          <MoreList items={guesses} keyOf={({ key }) => key} render={(guess) => <p>{words.guess(guess)}</p>} />
        </Folded>
      )}
      {leftOut.length === 0 ? null : (
        <Folded title={words.leftOutTitle} count={words.lines(leftOut.length)} open={false}>
          <MoreList items={leftOut} keyOf={(_, index) => String(index)} render={(line) => <p>{line}</p>} />
        </Folded>
      )}
    </>
  );
}

function Folded({ title, count, open: isOpen, children }: { readonly title: string; readonly count: string; readonly open: boolean; readonly children: ReactNode }) {
  const [open, setOpen] = useState(isOpen);
  return <Fold title={title} note={count} level={2} open={open} onToggle={() => { setOpen(!open); }}>{children}</Fold>;
}
