// Pairs of a label and what it says, one a line.
import type { ReactNode } from 'react';

export interface Fact { readonly label: string; readonly value: ReactNode }

/** Shows facts as a list of descriptions. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ label, value }) => [
        <dt key={`${label}-label`}>{label}</dt>,
        <dd key={`${label}-value`}>{value}</dd>,
      ])}
    </dl>
  );
}
