// The record of what an add-in asked of Excel, and the faults that tests arrange. Knows nothing of what requests mean.
import type { HostFaultCode } from '../book/hostFault';

/** One request to Excel. */
export interface RequestRecord {
  /** From 1 on, in the order of arrival; requests that only give references back have none. */
  readonly n: number | undefined;
  readonly actions: number;
  /** Types and members named, such as 'Range.Values', in order of first use. */
  readonly objects: readonly string[];
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** From arrival to answer, with any arranged delay. */
  readonly ms: number;
  readonly error?: { code: string; message: string; location: string };
}

/** What happens to a request: it fails before anything, after some actions, or when all is done and only the answer gets lost; or it is only slow. */
export interface RequestFault {
  /** A number (see RequestRecord.n), the next request, or those that match. */
  readonly when: number | 'next' | ((request: { n: number; actions: number; objects: readonly string[] }) => boolean);
  readonly fails?: 'before' | 'answerLost' | { readonly afterActions: number };
  /** The code of the failure; GeneralException unless given. */
  readonly code?: HostFaultCode | string;
  /** Milliseconds added before the request is looked at. */
  readonly delay?: number;
  /** How often it strikes; once unless given. */
  readonly times?: number;
}

/** The faults that wait for requests. */
export class RequestFaults {
  private readonly waiting: { fault: RequestFault; left: number }[] = [];

  /** Arranges a fault. Returns the way to call it off. */
  add(fault: RequestFault): () => void {
    const entry = { fault, left: fault.times ?? 1 };
    this.waiting.push(entry);
    return () => { entry.left = 0; };
  }

  clear(): void {
    this.waiting.length = 0;
  }

  /** The fault for this request, used up by asking. */
  take(request: { n: number; actions: number; objects: readonly string[] }): RequestFault | undefined {
    const entry = this.waiting.find(({ fault, left }) => left > 0 && (fault.when === 'next' || fault.when === request.n || (typeof fault.when === 'function' && fault.when(request))));
    if (entry) entry.left--;
    return entry?.fault;
  }
}

/** The objects and members that a request names, for the record. */
export function namesIn(request: { Actions: { ActionType: number; Name: string }[]; ObjectPaths: Record<string, { ObjectPathType: number; Name: string }> }): string[] {
  const names = new Set<string>();
  for (const path of Object.values(request.ObjectPaths)) if (path.ObjectPathType === 3 || path.ObjectPathType === 4) names.add(path.Name);
  for (const action of request.Actions) if (action.ActionType === 3 || action.ActionType === 4) names.add(action.Name);
  names.delete('_KeepReference');
  return [...names];
}
