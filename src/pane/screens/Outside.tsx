// What is shown where the pane itself cannot work: outside Excel, in an Excel too old, or after a crash. Needs no workbook.
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Details } from '../parts/Details';
import { ScreenLayout } from '../parts/ScreenLayout';

interface OutsideProps {
  readonly title: string;
  readonly text: string;
  readonly record?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly children?: ReactNode;
}

/** One clear sentence of what to do. */
export function Outside({ title, text, record, action, children }: OutsideProps) {
  const footer = action === undefined ? undefined : <Button appearance="primary" onClick={action.run}>{action.label}</Button>;
  return (
    <ScreenLayout title={title} moves={0} footer={footer}>
      <p role={record === undefined ? undefined : 'alert'}>{text}</p>
      {children}
      {record === undefined ? null : <Details text={record} />}
    </ScreenLayout>
  );
}
