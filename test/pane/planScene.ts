// What the tests of 名册, 设置 and a new year begin with: the pane opened on a fake workbook, and ways to say what a person sees.
import './standIns';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PaneDoors } from '../../src/pane/doors';
import type { ReadCell } from '../../src/sheets/settingsSheet';
import type { FakeWorkbook } from './fakeWorkbook';
import { fakeWorkbook, ledgerSheets, seedPlan } from './fakeWorkbook';
import { openTestPane } from './openTestPane';

/** A heading of a screen. */
export const heading = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name });

/** The screen under this heading has come, and the focus with it. */
export async function arrived(name: string): Promise<void> {
  const title = await heading(name);
  await waitFor(() => { if (document.activeElement !== title) throw new Error(`The focus is not on ${name}.`); });
}

/** A button. */
export const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });

/** A workbook with the ledger of 2021. */
export const ledger = (): FakeWorkbook => fakeWorkbook(ledgerSheets(seedPlan()));

/** The cells of a sheet as they stand. */
export const cellsIn = (workbook: FakeWorkbook, sheet: string): readonly (readonly ReadCell[])[] => workbook.sheets.find(({ name }) => name === sheet)?.values ?? [];

/** What stands beside a label of 设置. */
export const settingIn = (workbook: FakeWorkbook, label: string): ReadCell | undefined => cellsIn(workbook, '设置').find(([head]) => head === label)?.[1];

/** Opens the pane on a screen, or on the first one. */
export async function openPlan(workbook: FakeWorkbook, go: string | null, doors: Partial<PaneDoors> = {}) {
  const pane = openTestPane({ workbook, ...(go === null ? {} : { go }), doors: { today: () => '2021-06-15', ...doors } });
  await act(() => pane.opened);
  return { ...pane, user: userEvent.setup() };
}

/** Goes on by Tab until the element that carries the focus has this name. */
export async function tabTo(user: ReturnType<typeof userEvent.setup>, name: RegExp): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await user.tab();
    const { activeElement: at } = document;
    if (name.test(at?.getAttribute('aria-label') ?? at?.closest('.form-field')?.querySelector('label')?.textContent ?? at?.textContent ?? '')) return;
  }
  throw new Error(`Tab does not lead to ${String(name)}.`);
}
