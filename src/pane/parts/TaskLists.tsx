// The tasks in groups, what is overdue or not filled in first; each line says why and leads to its cell (C4).
import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { JudgedRow } from '../../actions/judgeLedger';
import { rowSayings } from '../../words/reasons';
import { statusWords } from '../../words/status';
import { useConductor } from '../conductorContext';
import { useWords } from '../language';
import type { Grouping, StatusGroup } from '../statusShape';
import { groupings, isNotFilled } from '../statusShape';
import { Fold } from './Fold';
import { LightMark } from './LightMark';
import { MoreList } from './MoreList';
import { Section } from './Section';

/** So many lines may stand open at once without being asked for. */
const openAtFirst = 20;

function TaskLine({ row }: { readonly row: JudgedRow }) {
  const words = useWords(statusWords);
  const say = useWords(rowSayings);
  const conductor = useConductor();
  const { task, status } = row;
  const facts = [words.status[status.status], ...(status.daysLeft === undefined ? [] : [words.days(status.daysLeft)]), ...(isNotFilled(row) ? [words.filled[status.filled]] : [])];
  // What is overdue or near leads to its deadline; what only lacks the filling in, to where it is missing.
  const column = status.status === '逾期' || status.status === '临期' || status.status === '时限待核' || !isNotFilled(row) ? 'due' : 'progress';
  return (
    <button type="button" className="task-line" title={words.goTo(task.id)} onClick={() => { void conductor.showTask(row.row, column); }}>
      <span className="line-head"><LightMark light={status.light} /><span className="line-id">{task.id}</span><span className="line-facts">{words.listAnd(facts)}</span></span>
      <span className="line-text two-lines">{task.text}</span>
      <span className="line-why">{say.row(status)}</span>
    </button>
  );
}

interface TaskListsProps {
  readonly groups: readonly StatusGroup[];
  readonly by: Grouping;
  readonly count: number;
  readonly only: string | undefined;
  readonly group: string | undefined;
  readonly onBy: (by: Grouping) => void;
  readonly onGroup: (name: string | undefined) => void;
  readonly onClear: () => void;
}

/** Shows the groups. */
export function TaskLists({ groups, by, count, only, group, onBy, onGroup, onClear }: TaskListsProps) {
  const words = useWords(statusWords);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const isOpenAtFirst = count <= openAtFirst;
  const nameOf = (name: string): string => (name === '' ? words.none : name);
  const toggle = (name: string): void => { setToggled((before) => new Set(before.has(name) ? [...before].filter((each) => each !== name) : [...before, name])); };
  const looked = [...(only === undefined ? [] : [only]), ...(group === undefined ? [] : [nameOf(group)])];
  return (
    <Section title={words.countOf(words.listTitle, count)} beside={looked.length === 0 ? undefined : <Button appearance="subtle" size="small" onClick={onClear}>{words.clear}</Button>}>
      <div className="choices" role="group" aria-label={words.by}>
        {groupings.map((each) => <button key={each} type="button" className="choice" aria-pressed={each === by} onClick={() => { onBy(each); setToggled(new Set()); }}>{words.groupings[each]}</button>)}
      </div>
      {looked.length === 0 ? null : <p className="quiet">{words.onlyThis(words.listAnd(looked))}</p>}
      {by === 'indicator' ? null : <p className="quiet">{words.severalNote}</p>}
      {groups.length === 0 ? <p>{words.noRows}</p> : (
        <MoreList
          items={groups} keyOf={({ name }) => name}
          render={({ name, rows, light, overdue, notFilled }) => (
            <Fold
              level={3} title={nameOf(name)} open={isOpenAtFirst !== toggled.has(name)} onToggle={() => { toggle(name); }}
              note={<span className="group-note"><LightMark light={light} />{words.groupNote(overdue, notFilled, rows.length)}</span>}
            >
              {groups.length > 1 || group !== undefined ? (
                <Button appearance="transparent" size="small" className="group-only" aria-label={group === undefined ? words.onlyThis(nameOf(name)) : words.allGroups} onClick={() => { onGroup(group === undefined ? name : undefined); }}>
                  {group === undefined ? words.onlyGroup : words.allGroups}
                </Button>
              ) : null}
              <MoreList items={rows} keyOf={({ row }) => String(row)} render={(row) => <TaskLine row={row} />} />
            </Fold>
          )}
        />
      )}
    </Section>
  );
}
