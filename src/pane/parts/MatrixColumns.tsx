// The columns of the original with what each is used for; a person may say otherwise, and have empty cells filled from above (I2, I3, I5).
import { useId, useState } from 'react';
import type { ColumnKey, ColumnUse } from '../../core/matrixReading';
import { columnUses, sayMatrixGuess } from '../../words/matrix';
import { matrixWords } from '../../words/matrixScreen';
import { useConductor } from '../conductorContext';
import { useWords } from '../language';
import type { ColumnLine } from '../matrixShape';
import { columnChoices } from '../matrixShape';
import { Fold } from './Fold';
import { MoreList } from './MoreList';

/** Sentences of guesses, as a table that the test language reaches. */
const guessSayings = { guess: sayMatrixGuess };

/** Shows the columns. */
export function MatrixColumns({ lines, firstDays }: { readonly lines: readonly ColumnLine[]; readonly firstDays: readonly ColumnKey[] }) {
  const words = useWords(matrixWords);
  const [open, setOpen] = useState(lines.some(({ guesses, offer, column }) => guesses.length > 0 || offer !== undefined || column.by === 'unknown'));
  return (
    <Fold level={2} title={words.columnsTitle} note={words.columnsCount(lines.length)} open={open} onToggle={() => { setOpen(!open); }}>
      <MoreList items={lines} keyOf={({ column }) => column.key} render={(line) => <Line line={line} isFirstDays={firstDays.includes(line.column.key)} />} />
    </Fold>
  );
}

function Line({ line, isFirstDays }: { readonly line: ColumnLine; readonly isFirstDays: boolean }) {
  const words = useWords(matrixWords);
  const uses = useWords(columnUses);
  const say = useWords(guessSayings);
  const { matrix } = useConductor();
  const id = useId();
  const { column, offer, guesses, hasFirstDays, sample } = line;
  const name = words.columnName(column.column + 1, column.title);
  return (
    <div className="matrix-line">
      <label htmlFor={id}>{name}</label>
      <select id={id} className="field" aria-label={words.columnUse(name)} value={column.use} onChange={(event) => { matrix.chooseColumn(column.key, event.target.value as ColumnUse); }}>
        {columnChoices.map((use) => <option key={use} value={use}>{uses[use]}</option>)}
      </select>
      {sample === '' || column.by !== 'unknown' ? null : <span className="matrix-original two-lines">{sample}</span>}
      {guesses.map((guess) => <p key={guess.key} className="matrix-guess"><span className="matrix-tag">{words.guessTag}</span> {say.guess(guess)}</p>)}
      {offer === undefined ? null : <label className="matrix-check"><input type="checkbox" aria-label={words.fillDownOf(name, offer.cells)} checked={offer.chosen} onChange={() => { matrix.chooseOfColumn('filledDown', column.key, !offer.chosen); }} /> {words.fillDown(offer.cells)}</label>}
      {hasFirstDays ? <label className="matrix-check"><input type="checkbox" aria-label={words.firstDayOf(name)} checked={isFirstDays} onChange={() => { matrix.chooseOfColumn('firstDays', column.key, !isFirstDays); }} /> {words.firstDay}</label> : null}
    </div>
  );
}
