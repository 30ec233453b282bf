// The three cells that are filled in, to be typed in the pane. Esc belongs to the typing here and leads nowhere.
import type { KeyboardEvent } from 'react';
import { useId } from 'react';
import { Button } from '@fluentui/react-components';
import type { Task } from '../../core/task';
import { fillInWords } from '../../words/fillIn';
import { useConductor } from '../conductorContext';
import type { Draft, FillField } from '../desks/fillDesk';
import { changedUnderneath, fillFields, fillingOf } from '../desks/fillDesk';
import { useWords } from '../language';
import { Notice } from './Notice';
import { Section } from './Section';

interface FillFieldsProps { readonly task: Task; readonly draft: Draft | undefined; readonly disabled: boolean }

/** Shows the fields. */
export function FillFields({ task, draft, disabled }: FillFieldsProps) {
  const words = useWords(fillInWords);
  const conductor = useConductor();
  const id = useId();
  const stands = fillingOf(task);
  const changed = changedUnderneath(draft, stands);
  const staysHere = (event: KeyboardEvent): void => { if (event.key === 'Escape') event.stopPropagation(); };
  const field = (name: FillField) => {
    const value = draft?.typed[name] ?? stands[name];
    const about = { id: `${id}-${name}`, value, readOnly: disabled, className: 'field', onChange: (event: { readonly target: { readonly value: string } }) => { conductor.fillIn.type(task, name, event.target.value); } };
    return (
      <div key={name} className="fill">
        <label htmlFor={about.id}>{words[name]}</label>
        {name === 'doneOn' ? <input type="date" aria-describedby={`${id}-help`} {...about} /> : <textarea rows={name === 'progress' ? 5 : 2} {...about} />}
        {name === 'doneOn' ? <p id={`${id}-help`} className="quiet">{task.doneOnText === undefined ? words.doneOnHelp : words.doneOnUnread(task.doneOnText)}</p> : null}
        {changed.includes(name) ? (
          <Notice tone="warning">
            <p>{words.changedInSheet(words[name], stands[name])}</p>
            <Button size="small" onClick={() => { conductor.fillIn.discard(task, name); }}>{words.takeSheet}</Button>
          </Notice>
        ) : null}
      </div>
    );
  };
  return <Section title={words.fillTitle}><div onKeyDown={staysHere}>{fillFields.map(field)}</div></Section>;
}
