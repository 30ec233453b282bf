// Who has not returned (R13): each section with what was sent, what came back and what it lacks; its tasks and a reminder under it.
import { useId, useSyncExternalStore } from 'react';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import type { ExchangeOverview } from '../../actions/exchangeOverview';
import type { SectionStanding } from '../../actions/returnsRegister';
import type { PlainDate } from '../../core/plainDate';
import { reminderText } from '../../words/reminders';
import { returnsWords } from '../../words/returns';
import { useConductor, useLive } from '../conductorContext';
import { useWords } from '../language';
import { MoreList } from './MoreList';
import { ReturnReminder } from './ReturnReminder';
import { Section } from './Section';

/** The one function that makes a text of its own, as a table, so that the test language reaches it. */
const reminders = { text: reminderText };

/** Shows the sections. */
export function ReturnStandings({ overview, asOf }: { readonly overview: ExchangeOverview; readonly asOf: PlainDate }) {
  const words = useWords(returnsWords);
  const { returns } = useConductor();
  const { reminding } = useSyncExternalStore(returns.subscribe, returns.getState);
  const { standings } = overview;
  const count = (isIn: (standing: SectionStanding) => boolean): number => standings.filter(isIn).length;
  return (
    <Section title={words.standingTitle}>
      <p>{words.standingSum(standings.length, count(({ sentOn }) => sentOn !== ''), count(({ returned }) => returned !== undefined), count(({ missing }) => missing.length > 0))}</p>
      <table className="return-standings">
        <thead>
          <tr>{[words.section, words.sent, words.returned, words.filled, words.missing].map((head) => <th key={head} scope="col">{head}</th>)}</tr>
        </thead>
        <tbody>
          {standings.map((standing) => <Row key={standing.section} standing={standing} overview={overview} asOf={asOf} isOpen={reminding === standing.section} />)}
        </tbody>
      </table>
      <p className="quiet">{words.standingNote}</p>
    </Section>
  );
}

function Row({ standing, overview, asOf, isOpen }: { readonly standing: SectionStanding; readonly overview: ExchangeOverview; readonly asOf: PlainDate; readonly isOpen: boolean }) {
  const words = useWords(returnsWords);
  const { returns } = useConductor();
  const id = useId();
  const { section, shown, sentOn, returned, tasks, done, filled, missing } = standing;
  const Icon = isOpen ? ChevronDown16Regular : ChevronRight16Regular;
  return (
    <>
      <tr>
        <th scope="row">
          <button type="button" className="fold-button" aria-expanded={isOpen} aria-controls={isOpen ? id : undefined} onClick={() => { returns.remind(section); }}><Icon aria-hidden />{shown}</button>
        </th>
        <td>{sentOn === '' ? words.notSent : words.shortDay(sentOn)}</td>
        <td className={returned === undefined ? 'lacks' : undefined}>{returned === undefined ? words.notReturned : words.shortDay(returned.at)}</td>
        <td>{words.filledOf(filled + done, tasks)}</td>
        <td className={missing.length > 0 ? 'lacks' : undefined}>{missing.length}</td>
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={5} className="return-open"><div id={id}><Inside standing={standing} overview={overview} asOf={asOf} /></div></td>
        </tr>
      ) : null}
    </>
  );
}

function Inside({ standing, overview, asOf }: { readonly standing: SectionStanding; readonly overview: ExchangeOverview; readonly asOf: PlainDate }) {
  const words = useWords(returnsWords);
  const remind = useWords(reminders);
  const conductor = useConductor();
  const { standing: ledger } = useLive();
  const { shown, returned, missing } = standing;
  const { period, office } = overview;
  const text = remind.text({ section: shown, period: period.name, cutOff: period.cutOff, isOver: period.cutOff < asOf, hasReturned: returned !== undefined, missing, office });
  const rows = new Map(ledger?.rows.map(({ row, task }) => [task.id, row]));
  return (
    <>
      {returned === undefined ? null : <p>{words.returnedFile(returned.file, returned.at)}</p>}
      {missing.length === 0 ? <p>{words.nothingMissing}</p> : (
        <>
          <h3>{words.missingTitle(shown)}</h3>
          <MoreList
            items={missing} keyOf={({ id }) => id}
            render={({ id, text: task, why }) => {
              const row = rows.get(id);
              return (
                <button type="button" className="task-line" title={words.fillIn(id)} disabled={row === undefined} onClick={() => { if (row !== undefined) void conductor.showTask(row, 'progress'); }}>
                  <span className="line-head"><span className="line-id">{words.missingLine(id, why)}</span></span>
                  <span className="line-text two-lines">{task}</span>
                </button>
              );
            }}
          />
          <ReturnReminder label={words.reminderLabel(shown)} text={text} />
        </>
      )}
    </>
  );
}
