// The tasks in groups, what is overdue or not filled in first; each line says why and leads to its cell (C4).
import { useSyncExternalStore } from 'react';
import { Button } from '@fluentui/react-components';
import type { JudgedRow } from '../../actions/judgeLedger';
import { rowSayings } from '../../words/reasons';
import { statusWords } from '../../words/status';
import { useConductor } from '../conductorContext';
import { useWords } from '../language';
import type { StatusGroup } from '../../actions/listStatus';
import { groupings, isNotFilled, tellingColumn } from '../../actions/listStatus';
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
  const facts = [words.standing(words.status[status.status], status.daysLeft), ...(isNotFilled(row) ? [words.filled[status.filled]] : [])];
  return (
    <button type="button" className="task-line" title={words.goTo(task.id)} onClick={() => { void conductor.showTask(row.row, tellingColumn(row)); }}>
      <span className="line-head"><LightMark light={status.light} /><span className="line-id">{task.id}</span><span className="line-facts">{words.listAnd(facts)}</span></span>
      <span className="line-text two-lines">{task.text}</span>
      <span className="line-why">{say.row(status)}</span>
    </button>
  );
}

interface TaskListsProps {
  readonly groups: readonly StatusGroup[];
  readonly count: number;
  /** The word that is looked at alone, as it is said. */
  readonly only: string | undefined;
}

/** Shows the groups. */
export function TaskLists({ groups, count, only }: TaskListsProps) {
  const words = useWords(statusWords);
  const { status } = useConductor();
  const { by, group, toggled } = useSyncExternalStore(status.subscribe, status.getState);
  const isOpenAtFirst = count <= openAtFirst;
  const nameOf = (name: string): string => (name === '' ? words.none : name);
  const looked = [...(only === undefined ? [] : [only]), ...(group === undefined ? [] : [nameOf(group)])];
  return (
    <Section title={words.countOf(words.listTitle, count)} beside={looked.length === 0 ? undefined : <Button appearance="subtle" size="small" onClick={() => { status.change({ only: undefined, group: undefined }); }}>{words.clear}</Button>}>
      <div className="choices" role="group" aria-label={words.by}>
        {groupings.map((each) => <button key={each} type="button" className="choice" aria-pressed={each === by} onClick={() => { status.change({ by: each, group: undefined, toggled: new Set() }); }}>{words.groupings[each]}</button>)}
      </div>
      {looked.length === 0 ? null : <p className="quiet">{words.onlyThis(words.listAnd(looked))}</p>}
      {by === 'indicator' ? null : <p className="quiet">{words.severalNote}</p>}
      {groups.length === 0 ? <p>{words.noRows}</p> : (
        <MoreList
          items={groups} keyOf={({ name }) => name}
          render={({ name, rows, light, overdue, notFilled }) => (
            <Fold
              level={3} title={nameOf(name)} open={isOpenAtFirst !== toggled.has(name)} onToggle={() => { status.toggle(name); }}
              note={<span className="group-note"><LightMark light={light} />{words.groupNote(overdue, notFilled, rows.length)}</span>}
            >
              {groups.length > 1 || group !== undefined ? (
                <Button appearance="transparent" size="small" className="group-only" aria-label={group === undefined ? words.onlyGroupOf(nameOf(name)) : words.allGroups} onClick={() => { status.change({ group: group === undefined ? name : undefined, toggled: new Set() }); }}>
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
