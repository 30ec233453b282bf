// What the page asks of the pretend host that answers Office.js. ExcelHost does it; the page sees only this.
import type { RequestRecord } from '../host/requests';

/** A fault to arrange. */
export interface ArrangedFault {
  readonly when: 'next' | (() => boolean);
  readonly fails?: 'before' | 'answerLost';
  readonly code?: string;
  readonly delay?: number;
  readonly times?: number;
}

export interface PageHost {
  /** For the page's window.external. */
  readonly external: object;
  readonly faults: { add(fault: ArrangedFault): () => void };
  onRequest(listener: (record: RequestRecord) => void): () => void;
  runCommand(functionName: string, source?: string): Promise<{ completed: boolean }>;
  /** A person types in a cell until the returned function is called. */
  startCellEdit(): () => void;
  close(): void;
}
