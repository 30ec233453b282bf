// What stood in the tables that were read and is in no task, with the reason: nothing is lost unseen (I5).
import { useState } from 'react';
import type { MatrixReading } from '../../core/matrixReading';
import type { RawTable } from '../../core/rawTable';
import { leftOutReasons } from '../../words/matrix';
import { matrixWords } from '../../words/matrixScreen';
import { useWords } from '../language';
import { Fold } from './Fold';
import { placeOf } from './MatrixCards';
import { MoreList } from './MoreList';

/** Shows what was left out, but for heads, which stand as titles elsewhere. */
export function MatrixLeftOut({ reading, tables }: { readonly reading: MatrixReading; readonly tables: readonly RawTable[] }) {
  const words = useWords(matrixWords);
  const reasons = useWords(leftOutReasons);
  const [open, setOpen] = useState(false);
  const left = reading.leftOut.filter(({ reason }) => reason !== 'head');
  if (left.length === 0) return null;
  return (
    <Fold level={2} title={words.leftOutTitle} note={words.leftOutCount(left.length)} open={open} onToggle={() => { setOpen(!open); }}>
      <MoreList
        items={left} keyOf={({ at }) => `${String(at.table)}:${String(at.row)}:${String(at.column)}`}
        render={({ at, text, reason }) => <span>{words.leftOutLine(placeOf(at, tables, words), words.quoted(text), reasons[reason])}</span>}
      />
    </Fold>
  );
}
