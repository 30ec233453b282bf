// A matrix as it was understood, beside the original, with every guess and everything that can be chosen otherwise (I5). Writes nothing.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from '@fluentui/react-components';
import '../desk.css';
import '../matrix.css';
import { sayMatrixGuess, sayNoticeGuess } from '../../words/matrix';
import { matrixWords } from '../../words/matrixScreen';
import { useConductor, usePaneState } from '../conductorContext';
import { useWords } from '../language';
import { columnLines, generalProblems, otherGuesses, taskCards } from '../matrixShape';
import { Fold } from '../parts/Fold';
import { MatrixCards } from '../parts/MatrixCards';
import { MatrixColumns } from '../parts/MatrixColumns';
import { MatrixForm } from '../parts/MatrixForm';
import { MatrixLeftOut } from '../parts/MatrixLeftOut';
import { MatrixRoster } from '../parts/MatrixRoster';
import { MatrixRows } from '../parts/MatrixRows';
import { MatrixTables } from '../parts/MatrixTables';
import { MoreList } from '../parts/MoreList';
import { Notice } from '../parts/Notice';
import { Problems } from '../parts/Problems';
import { ScreenLayout } from '../parts/ScreenLayout';
import { Section } from '../parts/Section';
import { groupTasks } from '../previewShape';
import type { Screen } from '../state';

/** Sentences of guesses, as a table that the test language reaches. */
const guessSayings = { guess: sayMatrixGuess, notice: sayNoticeGuess };

/** The screen of a matrix or of a notice's draft. */
export function MatrixScreen({ screen }: { readonly screen: Extract<Screen, { at: 'matrix' }> }) {
  const words = useWords(matrixWords);
  const say = useWords(guessSayings);
  const conductor = useConductor();
  const { matrix } = conductor;
  const { moves } = usePaneState();
  const view = useSyncExternalStore(matrix.subscribe, matrix.getState);
  const { understood, faults, asked, notice, tables } = view;
  const [isFormOpen, setFormOpen] = useState(false);
  const [areGuessesOpen, setGuessesOpen] = useState(false);
  const faulty = faults.length > 0;
  // The form opens where it keeps the person from going on.
  useEffect(() => {
    if (asked > 0 && faulty) setFormOpen(true);
  }, [asked, faulty]);
  if (understood === undefined) return null;
  const { reading, plan } = understood;
  const isDraft = reading === undefined;
  const cards = taskCards(understood);
  const columns = reading === undefined ? [] : columnLines(reading, tables, view.choices.firstDays ?? []);
  const guesses = reading === undefined ? [] : otherGuesses(reading, cards, view.yearGuesses);
  const guessCount = isDraft ? (notice?.guesses.length ?? 0) : new Set([...cards.flatMap((card) => [...card.guesses, ...card.fields.flatMap((field) => field.guesses)]), ...columns.flatMap((line) => line.guesses), ...guesses].map(({ key }) => key)).size;
  const general = generalProblems(understood);
  const footer = (
    <>
      {asked > 0 && faulty ? <span role="alert" className="footer-said">{words.formAsks(faults.length)}</span> : null}
      <Button appearance="primary" disabledFocusable={screen.busy || plan === undefined} onClick={() => { void matrix.preview(); }}>{screen.busy ? words.planning : words.toPreview}</Button>
      <Button disabled={screen.busy} onClick={() => { void conductor.goBack(); }}>{words.back}</Button>
    </>
  );
  return (
    <ScreenLayout title={isDraft ? words.titleDraft : words.title} moves={moves} footer={footer} busy={screen.busy}>
      {cards.length === 0
        ? <Notice tone="warning">{isDraft ? words.noDraftTasks : words.noTasks}</Notice>
        : <p>{words.summary(cards.length, groupTasks(cards.map(({ task }) => task)).length)}{words.guessCount(guessCount)}{words.notYet}</p>}
      {isDraft && cards.length > 0 ? <Notice tone="info">{words.draft}</Notice> : null}
      {view.notes.map((note) => <Notice key={`${note.kind}-${note.table}`} tone="warning">{words.notes[note.kind](words.tableName(note.table), note.count, words.at(note.row + 1, note.column + 1))}</Notice>)}
      {general.length === 0 ? null : <Section title={words.readingProblems}><Problems problems={general} /></Section>}
      {reading === undefined ? null : <MatrixTables reading={reading} tables={tables} />}
      {columns.length === 0 ? null : <MatrixColumns lines={columns} firstDays={view.choices.firstDays ?? []} />}
      {reading === undefined || reading.rows.length === 0 ? null : <MatrixRows reading={reading} tables={tables} choices={view.choices.rows ?? {}} />}
      <MatrixRoster view={view} isBusy={screen.busy} />
      <MatrixForm view={view} open={isFormOpen} onToggle={() => { setFormOpen(!isFormOpen); }} />
      {guesses.length === 0 && !isDraft ? null : (
        <Fold level={2} title={words.guessesTitle} note={words.guessesCount(isDraft ? guessCount : guesses.length)} open={areGuessesOpen} onToggle={() => { setGuessesOpen(!areGuessesOpen); }}>
          <MoreList items={isDraft ? (notice?.guesses ?? []).map((guess) => ({ key: guess.key, text: say.notice(guess) })) : guesses.map((guess) => ({ key: guess.key, text: say.guess(guess) }))} keyOf={({ key }) => key} render={({ text }) => <span>{text}</span>} />
        </Fold>
      )}
      {reading === undefined ? null : <MatrixLeftOut reading={reading} tables={tables} />}
      {cards.length === 0 ? null : <MatrixCards cards={cards} tables={tables} />}
    </ScreenLayout>
  );
}
