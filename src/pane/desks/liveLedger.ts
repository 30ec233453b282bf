// The ledger as the pane last read and judged it, kept up with what people type. Tells who watches; writes nothing.
import type * as followLedger from '../../actions/followLedger';
import type { FollowedLedger, LedgerStanding, SheetEdit } from '../../actions/followLedger';
import type { WorkbookState } from '../../actions/lookAtWorkbook';
import type { PlainDate } from '../../core/plainDate';
import type { LedgerWorkbook } from '../../sheets/workbook';
import type { Trouble } from '../state';
import { WritableStore } from '../store';

/** Following a ledger, loaded when there is one. */
export type FollowActions = typeof followLedger;

/** What the live ledger needs from outside. */
export interface LiveDoors {
  readonly loadWorkbook: () => Promise<LedgerWorkbook>;
  readonly loadFollow: () => Promise<FollowActions>;
  readonly today: () => PlainDate;
  /** Lets the browser draw and answer before the next slice of work. */
  readonly pause: () => Promise<void>;
}

/** What is known of the ledger at the moment. */
export interface LiveView {
  readonly kind: 'unknown' | 'noLedger' | 'settingsUnread' | 'ready';
  readonly standing: LedgerStanding | undefined;
  /** 0-based row on the ledger sheet in which the selection stands. */
  readonly selectedRow: number | undefined;
  /** Why the last changes could not be followed. */
  readonly behind: Trouble | undefined;
}

/** Keeps the judged ledger. Calls come one after another; the conductor sees to that. */
export class LiveLedger extends WritableStore<LiveView> {
  private followed: { readonly ledger: FollowedLedger; readonly actions: FollowActions } | undefined;

  constructor(private readonly doors: LiveDoors) {
    super({ kind: 'unknown', standing: undefined, selectedRow: undefined, behind: undefined });
  }

  /** Takes a workbook as it was just read, and judges all of its rows. */
  async take(state: WorkbookState): Promise<void> {
    if (state.kind !== 'ledger') return this.forget(state.kind === 'none' ? 'noLedger' : 'unknown');
    const actions = await this.doors.loadFollow();
    const ledger = await actions.beginFollowing(state, this.doors.today(), this.doors.pause);
    if (ledger === undefined) return this.forget('settingsUnread');
    this.keep(ledger, actions);
  }

  /** Whether these edits can be followed by reading their own rows; else the workbook is to be looked at anew. */
  canFollow(edits: readonly SheetEdit[]): boolean {
    const { followed } = this;
    return followed !== undefined && followed.actions.editedRows(followed.ledger, edits) !== undefined;
  }

  /** Reads the rows that were edited, and judges those alone. */
  async follow(edits: readonly SheetEdit[]): Promise<void> {
    if (this.followed === undefined) return;
    const { ledger, actions } = this.followed;
    const rows = actions.editedRows(ledger, edits) ?? [];
    if (rows.length === 0) return;
    this.keep(await actions.followRows(await this.doors.loadWorkbook(), ledger, rows), actions);
  }

  /** Says that the last changes could not be read. */
  fellBehind(trouble: Trouble): void {
    this.set({ ...this.getState(), behind: trouble });
  }

  /** The ledger that is followed, with what can be done with it. */
  at(): { readonly ledger: FollowedLedger; readonly actions: FollowActions } | undefined {
    return this.followed;
  }

  /** Follows the selection. Where it leaves the ledger's sheet, the task stays: the person is likely to look something up. */
  select(at: { readonly sheet: string; readonly address: string }): void {
    const row = this.followed?.actions.selectedLedgerRow(at);
    if (row !== undefined) this.selectRow(row);
  }

  /** Asks where the selection stands. */
  async readSelection(): Promise<void> {
    const actions = await this.doors.loadFollow();
    const row = await actions.readSelectedRow(await this.doors.loadWorkbook());
    if (row !== undefined) this.selectRow(row);
  }

  private selectRow(selectedRow: number): void {
    if (selectedRow !== this.getState().selectedRow) this.set({ ...this.getState(), selectedRow });
  }

  private keep(ledger: FollowedLedger, actions: FollowActions): void {
    this.followed = { ledger, actions };
    this.set({ ...this.getState(), kind: 'ready', standing: ledger.standing, behind: undefined });
  }

  private forget(kind: LiveView['kind']): void {
    this.followed = undefined;
    this.set({ ...this.getState(), kind, standing: undefined, behind: undefined });
  }
}
