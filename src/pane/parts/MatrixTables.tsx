// Which table is the matrix: all of them with a small picture each, the likeliest first, and where the head stands in the chosen one (I1, I3).
import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { MatrixReading } from '../../core/matrixReading';
import type { RawTable } from '../../core/rawTable';
import { matrixWords } from '../../words/matrixScreen';
import { useConductor } from '../conductorContext';
import { useWords } from '../language';
import type { TableLine } from '../matrixShape';
import { pictureOf, tableLines } from '../matrixShape';
import { Fold } from './Fold';
import { MoreList } from './MoreList';

/** Shows the tables. With several of them, or where none could be read, it stands open. */
export function MatrixTables({ reading, tables }: { readonly reading: MatrixReading; readonly tables: readonly RawTable[] }) {
  const words = useWords(matrixWords);
  const [open, setOpen] = useState(tables.length > 1 || reading.parts.length === 0);
  const group = useId();
  const chosen = reading.table;
  return (
    <Fold level={2} title={words.tablesTitle} note={words.tablesCount(tables.length)} open={open} onToggle={() => { setOpen(!open); }}>
      <MoreList items={tableLines(reading, tables)} keyOf={({ table }) => String(table)} render={(line) => <Line line={line} reading={reading} group={group} />} />
      <Head key={chosen ?? 0} table={chosen ?? 0} reading={reading} raw={tables[chosen ?? 0]} />
    </Fold>
  );
}

function Line({ line, reading, group }: { readonly line: TableLine; readonly reading: MatrixReading; readonly group: string }) {
  const words = useWords(matrixWords);
  const { matrix } = useConductor();
  const { table, raw, likeness } = line;
  const name = words.tableName(raw.name);
  const isChosen = reading.table === table;
  const isContinued = reading.table !== undefined && !isChosen && reading.parts.some((part) => part.table === table);
  const picture = pictureOf(raw);
  return (
    <div className="matrix-table">
      <label><input type="radio" name={group} checked={isChosen} onChange={() => { matrix.chooseTable(table); }} /> <span className="matrix-strong">{name}</span></label>
      <span className="quiet">{words[likeness]} · {words.tableSize(raw.cells.length, Math.max(0, ...raw.cells.slice(0, 200).map((row) => row.length)))}{raw.visibility === 'visible' ? '' : ` · ${words.hiddenTable}`}</span>
      <table className="matrix-picture" aria-label={words.picture(name)}>
        <tbody>{picture.map((row, index) => <tr key={index}>{row.map((cell, column) => <td key={column}>{cell}</td>)}</tr>)}</tbody>
      </table>
      {reading.table === undefined || table <= reading.table ? null : (
        <label><input type="checkbox" checked={isContinued} onChange={() => { matrix.chooseContinued(table, !isContinued); }} /> {words.continued(name)}</label>
      )}
    </div>
  );
}

const mostHeadRows = 5;

function Head({ table, reading, raw }: { readonly table: number; readonly reading: MatrixReading; readonly raw: RawTable | undefined }) {
  const words = useWords(matrixWords);
  const { matrix } = useConductor();
  const head = reading.parts.find((part) => part.table === table)?.head ?? { row: 0, rows: 1 };
  const [row, setRow] = useState(String(head.row + 1));
  const [rows, setRows] = useState(String(head.rows));
  const [isWrong, setWrong] = useState(false);
  const id = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const isRight = /^\d+$/.test(row.trim()) && /^\d+$/.test(rows.trim()) && Number(row) >= 1 && Number(row) <= (raw?.cells.length ?? 0) && Number(rows) <= mostHeadRows;
    setWrong(!isRight);
    if (!isRight) return;
    if (reading.table === undefined) matrix.chooseTable(table);
    matrix.chooseHead(table, Number(row) - 1, Number(rows));
  };
  return (
    <form className="matrix-head" onSubmit={submit}>
      <label htmlFor={`${id}-row`}>{words.headRow}</label>
      <input id={`${id}-row`} className="field" inputMode="numeric" value={row} aria-invalid={isWrong} aria-describedby={`${id}-said`} onChange={(event) => { setRow(event.target.value); }} />
      <label htmlFor={`${id}-rows`}>{words.headRows}</label>
      <input id={`${id}-rows`} className="field" inputMode="numeric" value={rows} aria-invalid={isWrong} aria-describedby={`${id}-said`} onChange={(event) => { setRows(event.target.value); }} />
      <p id={`${id}-said`} role="status" className={isWrong ? 'tone-error' : 'quiet'}>{isWrong ? words.headAsk : ''}</p>
      <Button size="small" type="submit">{words.headSet}</Button>
    </form>
  );
}
