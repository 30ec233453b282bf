// One person of the roster: name, role and post, and the section where the post does not name it.
import type { ReactNode } from 'react';
import type { Person } from '../../core/roster';
import { rosterScreenWords } from '../../words/rosterScreen';
import { useWords } from '../language';

/** Shows a person; `children` stand below. */
export function PersonLine({ person, children }: { readonly person: Person; readonly children?: ReactNode }) {
  const words = useWords(rosterScreenWords);
  return (
    <div className="person">
      <span className="person-name">{person.name}</span>
      <span className="quiet">{words.person(person)}</span>
      {children}
    </div>
  );
}
