// Pairs of a label and what it says, one a line.
import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: '12px', rowGap: '4px', margin: '8px 0', lineHeight: tokens.lineHeightBase300 },
  label: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  value: { margin: 0 },
});

export interface Fact { readonly label: string; readonly value: ReactNode }

/** Shows facts as a list of descriptions. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {facts.map(({ label, value }) => [
        <dt key={`${label}-label`} className={styles.label}>{label}</dt>,
        <dd key={`${label}-value`} className={styles.value}>{value}</dd>,
      ])}
    </dl>
  );
}
