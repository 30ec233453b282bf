// The tasks of a matrix, a card each: what was understood, what stood there where it differs and in which cell, why, and what the checks say (I5, O, D).
import { useState } from 'react';
import type { CellAt } from '../../core/matrixReading';
import type { RawTable } from '../../core/rawTable';
import { buildWords } from '../../words/build';
import { fieldTitles } from '../../words/fields';
import { sayMatrixGuess } from '../../words/matrix';
import { matrixWords } from '../../words/matrixScreen';
import { useWords } from '../language';
import type { CardField, CardFilter, TaskCard } from '../matrixShape';
import { filterCards } from '../matrixShape';
import { Fold } from './Fold';
import { MoreList } from './MoreList';
import { ProblemLine } from './Problems';
import { Section } from './Section';
import { fieldText } from './TaskFields';

const filters: readonly CardFilter[] = ['all', 'guesses', 'problems'];

/** Sentences of guesses, as a table that the test language reaches. */
const guessSayings = { guess: sayMatrixGuess };

/** Shows the cards, by what is to be looked at. */
export function MatrixCards({ cards, tables }: { readonly cards: readonly TaskCard[]; readonly tables: readonly RawTable[] }) {
  const words = useWords(matrixWords);
  const [filter, setFilter] = useState<CardFilter>('all');
  const shown = filterCards(cards, filter);
  return (
    <Section title={words.tasksTitle}>
      <div className="choices" role="group" aria-label={words.filterLabel}>
        {filters.map((each) => (
          <button key={each} type="button" className="choice" aria-pressed={filter === each} onClick={() => { setFilter(each); }}>{words.filterOf(words.filters[each], filterCards(cards, each).length)}</button>
        ))}
      </div>
      {shown.length === 0 ? <p className="quiet">{words.noneHere}</p> : null}
      {/* Under another filter the cards open anew. */}
      <MoreList key={filter} items={shown} keyOf={({ task }, index) => `${String(index)}-${task.id}`} render={(card) => <Card card={card} tables={tables} isOpen={filter !== 'all'} />} />
    </Section>
  );
}

function Card({ card, tables, isOpen }: { readonly card: TaskCard; readonly tables: readonly RawTable[]; readonly isOpen: boolean }) {
  const words = useWords(matrixWords);
  const say = useWords(guessSayings);
  const [open, setOpen] = useState(isOpen);
  const { task, guessCount, problems } = card;
  const note = guessCount + problems.length === 0 ? undefined : words.cardNote(guessCount, problems.length);
  return (
    <Fold level={3} title={words.cardTitle(task.id, task.text)} note={note} open={open} onToggle={() => { setOpen(!open); }}>
      {card.rows.length === 0 ? null : <p className="quiet">{words.fromRows(card.rows.map(({ table, row }) => (tables.length > 1 ? words.atTable(tables[table]?.name ?? '', words.atRow(row + 1)) : words.atRow(row + 1))))}{card.isNumberGiven ? words.numberGiven : ''}</p>}
      {card.guesses.map((guess) => <Guess key={guess.key} text={say.guess(guess)} />)}
      <dl className="matrix-fields">
        {card.fields.map((field) => <Field key={field.column} card={card} field={field} tables={tables} />)}
        {card.others.map(({ title, text }, index) => [<dt key={`${String(index)}-t`}>{words.otherTitle(title)}</dt>, <dd key={`${String(index)}-d`}>{text}</dd>])}
      </dl>
      {problems.map((problem, index) => <ProblemLine key={`${String(index)}-${problem.rule}`} problem={problem} />)}
    </Fold>
  );
}

function Field({ card, field, tables }: { readonly card: TaskCard; readonly field: CardField; readonly tables: readonly RawTable[] }) {
  const words = useWords(matrixWords);
  const build = useWords(buildWords);
  const fields = useWords(fieldTitles);
  const say = useWords(guessSayings);
  const text = fieldText(card.task, field.column, build);
  return (
    <>
      <dt>{fields[field.column]}</dt>
      <dd>
        <span className={text === '' ? 'quiet' : undefined}>{text === '' ? words.empty : text}</span>
        {field.written === undefined || field.at === undefined ? null : <span className="matrix-original">{words.original(placeOf(field.at, tables, words), field.written)}</span>}
        {field.guesses.map((guess) => <Guess key={guess.key} text={say.guess(guess)} />)}
      </dd>
    </>
  );
}

/** A cell of the original as a person finds it; its table is named where there are several. */
export function placeOf({ table, row, column }: CellAt, tables: readonly RawTable[], words: typeof matrixWords): string {
  const place = words.at(row + 1, column + 1);
  return tables.length > 1 ? words.atTable(tables[table]?.name ?? '', place) : place;
}

function Guess({ text }: { readonly text: string }) {
  const words = useWords(matrixWords);
  return <p className="matrix-guess"><span className="matrix-tag">{words.guessTag}</span> {text}</p>;
}
