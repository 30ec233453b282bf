// 设置 as the pane changes it: what a person typed and did not save yet, and what came of saving it (L9). Knows no React.
import type { SettingField, SettingTexts } from '../../actions/settingsForm';
import type { SettingKey } from '../../sheets/titles';
import { WritableStore } from '../store';
import type { PlanBench } from './planDesk';

export interface SettingsView {
  /** What was typed, by field; the others are as the sheet has them. It stays when the person looks at another screen. */
  readonly edited: Readonly<Partial<SettingTexts>>;
  readonly busy: boolean;
  /** Rows that were written last. */
  readonly saved: readonly SettingKey[] | undefined;
  /** 设置 changed while the form was open, and nothing was written. */
  readonly changedMeanwhile: boolean;
  /** How often the person was sent back to the form's beginning: the focus follows. */
  readonly moves: number;
}

const beginning: SettingsView = { edited: {}, busy: false, saved: undefined, changedMeanwhile: false, moves: 0 };

/** Holds the form over 设置. */
export class SettingsDesk extends WritableStore<SettingsView> {
  constructor(private readonly bench: PlanBench) {
    super(beginning);
  }

  readonly edit = (field: SettingField, text: string): void => {
    this.change({ edited: { ...this.getState().edited, [field]: text }, saved: undefined, changedMeanwhile: false });
  };

  /** What was typed is forgotten; the sheet's own contents come back. */
  readonly discard = (): void => { this.change({ edited: {}, saved: undefined, changedMeanwhile: false }); };

  /** Writes the form. `shown` is what the sheet said while it was filled in: should it say something else by now, the person looks again first. */
  readonly save = (shown: SettingTexts): Promise<void> => this.bench.act('settings', async () => {
    this.change({ busy: true, saved: undefined, changedMeanwhile: false });
    try {
      const [{ lookAtWorkbook, settingTexts, readSettingTexts, planSettingsEdit }, workbook] = await Promise.all([this.bench.loadPlanActions(), this.bench.loadWorkbook()]);
      const state = await lookAtWorkbook(workbook);
      const stands = state.kind === 'ledger' ? settingTexts(state) : undefined;
      if (state.kind !== 'ledger' || stands === undefined || JSON.stringify(stands) !== JSON.stringify(shown)) {
        await this.meanwhile();
        return;
      }
      const { settings } = readSettingTexts({ ...stands, ...this.getState().edited }, state.roster);
      if (settings === undefined) return;
      const edit = planSettingsEdit(state, settings);
      const outcome = await workbook.change(edit.change, () => undefined);
      if (outcome.kind !== 'written') {
        await this.meanwhile();
        return;
      }
      await this.bench.lookAgain();
      this.change({ edited: {}, saved: edit.changed });
    } finally {
      this.change({ busy: false });
    }
  });

  private async meanwhile(): Promise<void> {
    await this.bench.lookAgain();
    this.change({ changedMeanwhile: true, moves: this.getState().moves + 1 });
  }

  private change(change: Partial<SettingsView>): void {
    this.set({ ...this.getState(), ...change });
  }
}
