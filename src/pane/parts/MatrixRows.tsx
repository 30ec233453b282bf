// The rows of the original with what each is used for: a task, joined to the row above, an indicator, left out; a person may say otherwise (I5).
import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { MatrixReading, RowKey, RowUse } from '../../core/matrixReading';
import type { RawTable } from '../../core/rawTable';
import { leftOutReasons, rowUses } from '../../words/matrix';
import { matrixWords } from '../../words/matrixScreen';
import { useConductor } from '../conductorContext';
import { useWords } from '../language';
import type { RowLine } from '../matrixShape';
import { rowLines } from '../matrixShape';
import { Fold } from './Fold';
import { MoreList } from './MoreList';

const uses: readonly RowUse[] = ['task', 'joined', 'indicator', 'leftOut'];
type Shown = 'all' | 'other';

interface MatrixRowsProps {
  readonly reading: MatrixReading;
  readonly tables: readonly RawTable[];
  readonly choices: Readonly<Record<RowKey, RowUse>>;
}

/** Shows the rows. */
export function MatrixRows({ reading, tables, choices }: MatrixRowsProps) {
  const words = useWords(matrixWords);
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState<Shown>('other');
  const lines = rowLines(reading, tables);
  const others = lines.filter(({ isTask, row }) => !isTask || choices[row.key] !== undefined);
  const left = lines.filter(({ row }) => row.kind === 'leftOut').length;
  return (
    <Fold level={2} title={words.rowsTitle} note={words.rowsCount(lines.length, left)} open={open} onToggle={() => { setOpen(!open); }}>
      <div className="choices" role="group" aria-label={words.rowsFilter}>
        <button type="button" className="choice" aria-pressed={shown === 'other'} onClick={() => { setShown('other'); }}>{words.filterOf(words.rowsOther, others.length)}</button>
        <button type="button" className="choice" aria-pressed={shown === 'all'} onClick={() => { setShown('all'); }}>{words.filterOf(words.rowsAll, lines.length)}</button>
      </div>
      <MoreList key={shown} items={shown === 'all' ? lines : others} keyOf={({ row }) => row.key} render={(line) => <Line line={line} tables={tables} isChosen={choices[line.row.key] !== undefined} />} />
    </Fold>
  );
}

function Line({ line, tables, isChosen }: { readonly line: RowLine; readonly tables: readonly RawTable[]; readonly isChosen: boolean }) {
  const words = useWords(matrixWords);
  const titles = useWords(rowUses);
  const reasons = useWords(leftOutReasons);
  const { matrix } = useConductor();
  const { row, text } = line;
  const place = tables.length > 1 ? words.atTable(tables[row.table]?.name ?? '', words.atRow(row.row + 1)) : words.atRow(row.row + 1);
  const use = uses.find((each) => each === row.kind);
  return (
    <div className="matrix-line">
      <span><span className="matrix-strong">{place}</span> <span className="two-lines">{text}</span></span>
      {use === undefined ? null : (
        <div className="matrix-row-use">
          <select className="field" aria-label={words.rowUse(place)} value={use} onChange={(event) => { matrix.chooseRow(row.key, event.target.value as RowUse); }}>
            {uses.map((each) => <option key={each} value={each}>{titles[each]}</option>)}
          </select>
          {isChosen ? <Button size="small" appearance="subtle" aria-label={words.rowResetOf(place)} onClick={() => { matrix.chooseRow(row.key, undefined); }}>{words.rowReset}</Button> : null}
        </div>
      )}
      {row.reason === undefined ? null : <span className="quiet">{reasons[row.reason]}</span>}
    </div>
  );
}
