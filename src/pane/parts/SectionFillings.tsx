// Who has filled in what, section by section; a section lists what it lacks, and a task leads to its cell (F1–F3, B3).
import { useId, useMemo, useSyncExternalStore } from 'react';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import type { JudgedRow } from '../../actions/judgeLedger';
import type { SectionFilling } from '../../actions/reportProgress';
import { fillingBySection, fillingOfRows } from '../../actions/reportProgress';
import { reportWords } from '../../words/reports';
import { statusWords } from '../../words/status';
import { useConductor } from '../conductorContext';
import { useWords } from '../language';
import { LightMark } from './LightMark';
import { MoreList } from './MoreList';
import { Section } from './Section';

function MissingTask({ row }: { readonly row: JudgedRow }) {
  const words = useWords(reportWords);
  const said = useWords(statusWords);
  const conductor = useConductor();
  const { task, status } = row;
  return (
    <button type="button" className="task-line" title={words.fillIn(task.id)} onClick={() => { void conductor.showTask(row.row, 'progress'); }}>
      <span className="line-head">
        <LightMark light={status.light} /><span className="line-id">{task.id}</span>
        <span className="line-facts">{said.listAnd([said.filled[status.filled], said.standing(said.status[status.status], status.daysLeft)])}</span>
      </span>
      <span className="line-text two-lines">{task.text}</span>
    </button>
  );
}

function SectionRows({ filling, isOpen, onToggle }: { readonly filling: SectionFilling; readonly isOpen: boolean; readonly onToggle: () => void }) {
  const words = useWords(reportWords);
  const id = useId();
  const name = filling.name === '' ? words.none : filling.name;
  const lacking = [...filling.missing, ...filling.notRenewed];
  const Icon = isOpen ? ChevronDown16Regular : ChevronRight16Regular;
  return (
    <>
      <tr>
        <th scope="row">
          {lacking.length === 0 ? <span>{name}</span> : (
            <button type="button" className="fold-button" aria-expanded={isOpen} aria-controls={isOpen ? id : undefined} onClick={onToggle}><Icon aria-hidden />{name}</button>
          )}
        </th>
        <td>{filling.tasks}</td>
        <td>{filling.filled}</td>
        <td>{filling.notRenewed.length}</td>
        <td className={filling.missing.length > 0 ? 'lacks' : undefined}>{filling.missing.length}</td>
      </tr>
      {isOpen && lacking.length > 0 ? (
        <tr>
          <td colSpan={5} className="missing-tasks">
            <div id={id} role="group" aria-label={words.missingTitle(name)}><MoreList items={lacking} keyOf={({ row }) => String(row)} render={(row) => <MissingTask row={row} />} /></div>
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** Shows the sections with their numbers. */
export function SectionFillings({ rows }: { readonly rows: readonly JudgedRow[] }) {
  const words = useWords(reportWords);
  const { reports } = useConductor();
  const { section } = useSyncExternalStore(reports.subscribe, reports.getState);
  const sum = useMemo(() => fillingOfRows(rows), [rows]);
  const sections = useMemo(() => fillingBySection(rows), [rows]);
  if (rows.length === 0) return <Section title={words.fillingTitle}><p>{words.emptyLedger}</p></Section>;
  return (
    <Section title={words.fillingTitle}>
      <p>{words.fillingSum(sum.tasks, sum.filled, sum.notRenewed.length, sum.missing.length)}</p>
      <table className="filling">
        <thead>
          <tr>{[words.section, words.tasks, words.filled, words.notRenewed, words.missing].map((head) => <th key={head} scope="col">{head}</th>)}</tr>
        </thead>
        <tbody>
          {sections.map((filling) => <SectionRows key={filling.name} filling={filling} isOpen={section === filling.name} onToggle={() => { reports.toggleSection(filling.name); }} />)}
        </tbody>
      </table>
      <p className="quiet">{words.fillingNote}</p>
    </Section>
  );
}
