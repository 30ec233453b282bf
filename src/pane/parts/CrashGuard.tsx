// Catches what breaks while a screen is drawn, and says what to do instead of leaving a blank pane (X3).
import type { ErrorInfo, ReactNode } from 'react';
import { Component } from 'react';
import { frameWords } from '../../words/frame';
import { useWords } from '../language';
import { Outside } from '../screens/Outside';

interface CrashGuardProps {
  readonly reload: () => void;
  readonly children: ReactNode;
}

function Crashed({ record, reload }: { readonly record: string; readonly reload: () => void }) {
  const words = useWords(frameWords);
  return <Outside title={words.crashTitle} text={words.crashText} record={record} action={{ label: words.reload, run: reload }} />;
}

/** Draws its children, or, after a crash, the way out. */
export class CrashGuard extends Component<CrashGuardProps, { readonly record: string | undefined }> {
  override readonly state: { readonly record: string | undefined } = { record: undefined };

  static getDerivedStateFromError(error: unknown): { readonly record: string } {
    return { record: error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    const where = info.componentStack ?? '';
    this.setState(({ record }) => ({ record: `${record ?? String(error)}\n${where}` }));
  }

  override render(): ReactNode {
    const { record } = this.state;
    const { reload, children } = this.props;
    return record === undefined ? children : <Crashed record={record} reload={reload} />;
  }
}
