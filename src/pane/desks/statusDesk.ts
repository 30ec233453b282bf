// What of the status screen a person looks at. Kept while they go to another screen and come back; decides nothing.
import type { Grouping, Only } from '../../actions/listStatus';
import { WritableStore } from '../store';

export interface StatusLook {
  readonly only: Only | undefined;
  readonly by: Grouping;
  /** The one group that is looked at. */
  readonly group: string | undefined;
  /** Groups that were opened or closed by hand. */
  readonly toggled: ReadonlySet<string>;
  /** To how many tasks the sheet was narrowed; 'off' after all were shown again. */
  readonly filtered: number | 'off' | undefined;
}

/** Holds it. */
export class StatusDesk extends WritableStore<StatusLook> {
  constructor() {
    super({ only: undefined, by: 'indicator', group: undefined, toggled: new Set(), filtered: undefined });
  }

  readonly change = (change: Partial<StatusLook>): void => { this.set({ ...this.getState(), ...change }); };

  readonly toggle = (name: string): void => {
    const toggled = new Set(this.getState().toggled);
    if (!toggled.delete(name)) toggled.add(name);
    this.change({ toggled });
  };
}
