// Whose names the matrix is held against: the workbook's roster, a pasted list, the built-in one, or nobody's yet (O2, O6, L9).
import type { FormEvent } from 'react';
import { useId, useRef, useState } from 'react';
import { Button } from '@fluentui/react-components';
import { sayRosterGuess } from '../../words/matrix';
import { matrixWords } from '../../words/matrixScreen';
import { useConductor } from '../conductorContext';
import type { MatrixView, RosterFrom } from '../desks/matrixDesk';
import { useWords } from '../language';
import { Fold } from './Fold';
import { MoreList } from './MoreList';
import { Notice } from './Notice';
import { ProblemLine } from './Problems';

const choices: readonly RosterFrom[] = ['workbook', 'pasted', 'seed', 'none'];

/** Sentences of guesses, as a table that the test language reaches. */
const guessSayings = { guess: sayRosterGuess };

/** Shows where the people come from, and takes a list. Without any it stands open. */
export function MatrixRoster({ view, isBusy }: { readonly view: MatrixView; readonly isBusy: boolean }) {
  const words = useWords(matrixWords);
  const say = useWords(guessSayings);
  const { matrix } = useConductor();
  const { rosterFrom, rosters, people } = view;
  const [open, setOpen] = useState(rosterFrom === 'none');
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const roster = rosters[rosterFrom];
  const offered = choices.filter((each) => each === 'seed' || each === 'none' || rosters[each] !== undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setMissing(text.trim() === '');
    if (text.trim() === '') field.current?.focus();
    else void matrix.pastePeople(text);
  };
  return (
    <Fold level={2} title={words.rosterTitle} note={roster === undefined ? words.rosterNone : words.rosterPeople(roster.people.length)} open={open} onToggle={() => { setOpen(!open); }}>
      {roster === undefined ? <Notice tone="warning">{words.noRoster}</Notice> : null}
      <label htmlFor={`${id}-from`}>{words.rosterFrom}</label>
      <select id={`${id}-from`} className="field" value={rosterFrom} disabled={isBusy} onChange={(event) => { void matrix.chooseRoster(choices.find((each) => each === event.target.value) ?? 'none'); }}>
        {offered.map((each) => <option key={each} value={each}>{words.rosterChoices[each]}</option>)}
      </select>
      <form className="matrix-people" onSubmit={submit}>
        <label htmlFor={`${id}-text`}>{words.peopleHere}</label>
        <textarea ref={field} id={`${id}-text`} className="field" rows={3} value={text} aria-invalid={isMissing} aria-describedby={`${id}-said`} onChange={(event) => { setText(event.target.value); setMissing(false); }} />
        <p id={`${id}-said`} role="status" className={isMissing ? 'tone-error' : 'quiet'}>
          {isMissing ? words.pastePeopleFirst : people === undefined ? '' : words.peopleRead(people.roster.people.length, people.roster.sections.length)}
        </p>
        <Button size="small" type="submit" disabledFocusable={isBusy}>{words.readPeople}</Button>
      </form>
      {people === undefined ? null : (
        <>
          {people.problems.map((problem, index) => <ProblemLine key={`${String(index)}-${problem.kind}`} problem={problem} />)}
          <MoreList items={people.guesses} keyOf={({ key }) => key} render={(guess) => <p className="matrix-guess"><span className="matrix-tag">{words.guessTag}</span> {say.guess(guess)}</p>} />
        </>
      )}
    </Fold>
  );
}
